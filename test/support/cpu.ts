import { appendFileSync } from 'node:fs';
import { relative } from 'node:path';
import { afterAll, expect } from 'vitest';

/** A worker takes one file after the other. */
const before = process.cpuUsage();

/** With TEST_CPU, each test file adds a line to that file: its seconds of CPU, children aside; what it is the first of its worker to import is included. */
const into = process.env['TEST_CPU'];
if (into)
  afterAll(() => {
    const { user, system } = process.cpuUsage(before);
    const file = relative(process.cwd(), expect.getState().testPath ?? '');
    appendFileSync(into, `${((user + system) / 1e6).toFixed(1)} ${file}\n`);
  });
