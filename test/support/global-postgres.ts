import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import type { TestProject } from 'vitest/node';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '#adapters/embedded-postgres';

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
  const dismiss = cleanUpAfterAKill(server, folder);
  project.provide('postgres', server.config);
  return async () => {
    await server.stop({ force: true });
    dismiss();
    rmSync(folder, { recursive: true, force: true });
  };
}

/**
 * A server outlives a killed process, which is what a product wants and a suite does not. A shell waits for the
 * end of its input, which the end of this process brings about whatever ends it, and then clears up.
 */
function cleanUpAfterAKill(server: EmbeddedPostgres, folder: string): () => void {
  const pid = readFileSync(join(server.folder, 'pgdata', 'postmaster.pid'), 'utf8').split('\n')[0];
  // It looks whether the server's own file is still there: else the number may be another process's.
  const script = 'read -r line; [ "$line" = done ] || { [ -e "$3" ] && kill -QUIT "$1"; rm -rf "$2"; }';
  const paths = [folder, join(server.folder, 'pgdata', 'postmaster.pid')];
  const stdio = ['pipe', 'ignore', 'ignore'] as const;
  const shell = spawn('/bin/sh', ['-c', script, 'sh', `${pid}`, ...paths], { detached: true, stdio: [...stdio] });
  shell.on('error', () => undefined);
  shell.unref();
  return () => shell.stdin.end('done\n');
}
