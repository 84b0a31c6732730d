import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ADMIN } from '#test/support/api';
import { served } from '#test/support/child';

/** Ends when the server is gone, whose file goes last. */
const gone = async (dataDir: string) => {
  while (existsSync(join(dataDir, 'pgdata', 'postmaster.pid'))) await new Promise((resolve) => setTimeout(resolve, 50));
};
const booted = async (dataDir: string) => {
  const file = join(dataDir, 'pgdata', 'postmaster.pid');
  while (!existsSync(file) || !readFileSync(file, 'utf8').includes('ready'))
    await new Promise((resolve) => setTimeout(resolve, 20));
};

describe('a process that brought its database along', () => {
  let folder: string;
  let dataDir: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'igny8-stop-'));
    chmodSync(folder, 0o755);
    dataDir = join(folder, 'data');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('does not leave it behind when it is told twice to stop while something is open', async () => {
    const process = await served({ SANDBOX: 'true', DATA_DIR: dataDir });
    // Open for good: a stream that nobody ends.
    const headers = { authorization: `Bearer ${ADMIN}`, accept: 'text/event-stream' };
    const stream = await fetch(`${process.api.url}/api/v1/services/dashboard/stream/`, { headers });
    expect(stream.status).toBe(200);
    const ended = once(process.child, 'exit');
    process.child.kill('SIGTERM');
    // It has begun to stop: nobody is let in any more.
    while (
      await fetch(`${process.api.url}/healthz`).then(
        () => true,
        () => false,
      )
    );
    process.child.kill('SIGTERM');
    const [code] = await ended;
    expect([0, 143]).toContain(code);
    await gone(dataDir);
    await stream.body?.cancel().catch(() => undefined);
  }, 60_000);

  it('does not leave it behind when it is told to stop, twice, before it stands', async () => {
    const env = { PATH: process.env['PATH'], PORT: '0', SANDBOX: 'true', DATA_DIR: dataDir };
    const command = ['--import', 'tsx', 'cli/main.ts', 'serve'];
    const child = spawn(process.execPath, command, { cwd: join(import.meta.dirname, '../..'), env, stdio: 'ignore' });
    const ended = once(child, 'exit');
    await booted(dataDir);
    child.kill('SIGTERM');
    child.kill('SIGINT');
    await ended;
    await gone(dataDir);
  }, 60_000);

  it('leaves it to another process that uses it', async () => {
    const first = await served({ SANDBOX: 'true', DATA_DIR: dataDir });
    const second = await served({ SANDBOX: 'true', DATA_DIR: dataDir });
    const ended = once(first.child, 'exit');
    first.child.kill('SIGTERM');
    first.child.kill('SIGINT');
    await ended;
    expect((await second.api.get('/readyz', { token: null })).status).toBe(200);
    expect(await second.stop()).toBe(0);
    await gone(dataDir);
  }, 60_000);

  it.skipIf(!existsSync('/dev/full'))(
    'goes on where its log finds no room on the disk',
    async () => {
      const full = openSync('/dev/full', 'w');
      const process = await served({ SANDBOX: 'true', DATA_DIR: dataDir, LOG_LEVEL: 'trace' }, full);
      for (let n = 0; n < 20; n++) expect((await process.api.get('ops/flags/')).status).toBe(200);
      expect(await process.stop()).toBe(0);
      await gone(dataDir);
    },
    60_000,
  );
});
