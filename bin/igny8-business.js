#!/usr/bin/env node
import { existsSync } from 'node:fs';

// A built package runs its own output; a checkout runs the sources.
const built = new URL('../dist/cli/main.js', import.meta.url);
if (existsSync(built)) {
  await import(built.href);
} else {
  const { register } = await import('tsx/esm/api');
  register();
  await import('#cli/main');
}
