import { createPool } from '#adapters/render/pool';
import type { CheckUpload } from '#commands/plugin/ports-plugin';
import type { Checked } from './check.ts';

/** A plugin that takes longer to be looked through is not looked through. */
const LIMIT_MS = 30_000;
const WAITING = 8;
const MEMORY_MB = 1024;

/** Archives are looked through in a thread of their own, one after the other: nothing in one holds up anybody who asks something else. */
export function createChecking(limitMs = LIMIT_MS): { readonly check: CheckUpload; close(): Promise<void> } {
  const here = import.meta.url;
  const entry = new URL(here.endsWith('.ts') ? './worker.ts' : './worker.js', here);
  const pool = createPool({ entry, workers: 1, limitMs, waiting: WAITING, memoryMb: MEMORY_MB });
  return {
    check: async (bytes) => (await pool.run('check_upload', bytes)) as Checked,
    close: pool.close,
  };
}
