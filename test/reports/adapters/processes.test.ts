import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../../..');
const run = promisify(execFile);
const node = (file: string, args: readonly string[] = []) =>
  run(process.execPath, ['--import', 'tsx', join(ROOT, file), ...args], { cwd: ROOT });
/** A process reads its modules and fonts first. */
const COLD_MS = 240_000;

describe('the same report', () => {
  it(
    'has the same bytes in two processes',
    async () => {
      const said = [];
      // One after the other, as other tests run beside them.
      for (const _ of [1, 2]) said.push((await node('test/support/report-child.ts')).stdout.trim());
      expect(said[0]).toMatch(/^[0-9a-f]{64}$/);
      expect(said[1]).toBe(said[0]);
    },
    COLD_MS,
  );
});
