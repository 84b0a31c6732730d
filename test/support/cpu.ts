import { appendFileSync } from 'node:fs';
import { relative } from 'node:path';
import { afterAll, expect } from 'vitest';

/** With TEST_CPU, each test file adds a line to that file: its seconds of CPU, children aside, imports included. */
const into = process.env['TEST_CPU'];
if (into)
  afterAll(() => {
    const { user, system } = process.cpuUsage();
    const file = relative(process.cwd(), expect.getState().testPath ?? '');
    appendFileSync(into, `${((user + system) / 1e6).toFixed(1)} ${file}\n`);
  });
