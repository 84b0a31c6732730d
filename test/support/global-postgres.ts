import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startEmbeddedPostgres } from '#adapters/embedded-postgres';

declare module 'vitest' {
  export interface ProvidedContext {
    postgres: pg.PoolConfig;
  }
}

/** One real PostgreSQL for the whole suite. Nothing here must outlive a power cut, so it does not wait for the disk. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'igny8-test-'));
  chmodSync(folder, 0o755);
  const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '300' };
  const server = await startEmbeddedPostgres({ dataDir: join(folder, 'data'), settings });
  project.provide('postgres', server.config);
  return async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
