import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Compiles client/ to client/dist: ES modules with their types. The schema is types only and goes along as it is. */
const ROOT = join(import.meta.dirname, '..');
const at = (path: string) => join(ROOT, path);
rmSync(at('client/dist'), { recursive: true, force: true });
const tsc = [at('node_modules/typescript/bin/tsc'), '-p', at('client/tsconfig.json')];
const { status } = spawnSync(process.execPath, tsc, { stdio: 'inherit' });
if (status !== 0) process.exit(status ?? 1);
cpSync(at('client/src/schema.d.ts'), at('client/dist/schema.d.ts'));
// The compiler leaves the names of modules in declarations as they are.
for (const file of readdirSync(at('client/dist')).filter((name) => name.endsWith('.d.ts') && name !== 'schema.d.ts')) {
  const declared = readFileSync(at(`client/dist/${file}`), 'utf8');
  writeFileSync(at(`client/dist/${file}`), declared.replace(/(from '\.\/\w+)\.ts'/g, "$1.js'"));
}
