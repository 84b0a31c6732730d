import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, describe, expect, it } from 'vitest';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '#adapters/embedded-postgres';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

/** A fresh folder; readable for the server's user unless it is to be its owner's alone. */
function folder(mode = 0o755): string {
  const made = mkdtempSync(join(tmpdir(), 'igny8-embedded-'));
  chmodSync(made, mode);
  ends.push(() => rmSync(made, { recursive: true, force: true }));
  return made;
}
async function started(dataDir: string): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ dataDir });
  ends.push(async () => {
    await server.stop();
    if (!server.folder.startsWith(dataDir)) rmSync(server.folder, { recursive: true, force: true });
  });
  return server;
}
async function ask(server: EmbeddedPostgres, text: string): Promise<string[]> {
  const client = new pg.Client({ ...server.config, application_name: 'somebody' });
  client.on('error', () => undefined);
  await client.connect();
  const { rows } = await client.query({ text, rowMode: 'array' });
  await client.end();
  return rows.map(([first]) => String(first));
}
const postmaster = (server: EmbeddedPostgres) =>
  Number(readFileSync(join(server.folder, 'pgdata', 'postmaster.pid'), 'utf8').split('\n')[0]);
const gone = async (pid: number) => {
  for (;;) {
    try {
      process.kill(pid, 0);
    } catch {
      return;
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
};

describe('the embedded PostgreSQL', () => {
  it('is made, waits for the disk, keeps its data over a restart, and is adopted while it runs', async () => {
    const data = join(folder(), 'data');
    const first = await started(data);
    expect(first.adopted).toBe(false);
    expect(await ask(first, 'SHOW fsync')).toEqual(['on']);
    expect(await ask(first, 'SHOW listen_addresses')).toEqual(['']);
    await ask(first, 'CREATE TABLE kept AS SELECT 42 AS n');
    const second = await started(data);
    expect(second.adopted).toBe(true);
    await first.stop();
    const again = await started(data);
    expect(again.adopted).toBe(false);
    expect(await ask(again, 'SELECT n FROM kept')).toEqual(['42']);
  });

  it('keeps what was acknowledged when the server is killed', async () => {
    const data = join(folder(), 'data');
    const server = await started(data);
    await ask(server, 'CREATE TABLE kept (n integer)');
    for (let n = 0; n < 5; n++) await ask(server, `INSERT INTO kept VALUES (${n})`);
    const pid = postmaster(server);
    process.kill(pid, 'SIGKILL');
    await gone(pid);
    const again = await started(data);
    expect(await ask(again, 'SELECT count(*) FROM kept')).toEqual(['5']);
  });

  it('repairs an interrupted first boot, and takes over the lock of a process that died', async () => {
    const data = join(folder(), 'data');
    mkdirSync(join(data, 'pgdata.init', 'base'), { recursive: true });
    writeFileSync(join(data, 'pgdata.init', 'PG_VERSION'), '18');
    writeFileSync(join(data, 'postgres.lock'), '999999999');
    expect(await ask(await started(data), 'SELECT 1')).toEqual(['1']);
    expect(existsSync(join(data, 'pgdata.init'))).toBe(false);
  });

  it('is booted once by two that start together', async () => {
    const data = join(folder(), 'data');
    const both = await Promise.all([started(data), started(data)]);
    expect(both.map(({ adopted }) => adopted).sort()).toEqual([false, true]);
    expect(await ask(both[1] as EmbeddedPostgres, 'SELECT 1')).toEqual(['1']);
  });

  it('runs under a folder that only its owner may enter', async () => {
    const data = join(folder(0o700), 'data');
    const server = await started(data);
    expect(await ask(server, 'SELECT 1')).toEqual(['1']);
    await server.stop();
    expect((await started(data)).folder).toBe(server.folder);
  });

  it('refuses data of another major version, and a folder that is none', async () => {
    const data = join(folder(), 'data');
    mkdirSync(join(data, 'pgdata'), { recursive: true });
    writeFileSync(join(data, 'pgdata', 'PG_VERSION'), '17\n');
    await expect(startEmbeddedPostgres({ dataDir: data })).rejects.toThrow('was made by PostgreSQL 17');
    const file = join(folder(), 'file');
    writeFileSync(file, '');
    await expect(startEmbeddedPostgres({ dataDir: file })).rejects.toThrow('cannot be written');
  });
});
