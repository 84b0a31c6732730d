import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startEmbeddedPostgres } from '#adapters/embedded-postgres';
import { ask, child, ends, folder, killed, pidOf, SOMEBODY_ELSE, started } from '#test/support/embedded-postgres';

const asRoot = it.skipIf(SOMEBODY_ELSE === null);
const runs = (data: { readonly folder: string }) => existsSync(join(data.folder, 'pgdata', 'postmaster.pid'));

describe('the embedded PostgreSQL', () => {
  it('is made, waits for the disk, keeps its data over a restart, and the last one out stops it', async () => {
    const data = join(folder(), 'data');
    const first = await started(data);
    expect(first.adopted).toBe(false);
    expect(await ask(first, 'SHOW fsync')).toEqual(['on']);
    expect(await ask(first, 'SHOW synchronous_commit')).toEqual(['on']);
    expect(await ask(first, 'SHOW full_page_writes')).toEqual(['on']);
    expect(await ask(first, 'SHOW listen_addresses')).toEqual(['']);
    await ask(first, 'CREATE TABLE kept AS SELECT 42 AS n');
    const second = await started(data);
    expect(second.adopted).toBe(true);
    await first.stop();
    expect(await ask(second, 'SELECT n FROM kept')).toEqual(['42']);
    await second.stop();
    expect(runs(second)).toBe(false);
    const again = await started(data);
    expect(again.adopted).toBe(false);
    expect(await ask(again, 'SELECT n FROM kept')).toEqual(['42']);
  });

  it('outlives a killed process, keeps what was acknowledged, and so it does when it is killed itself', async () => {
    const data = join(folder(), 'data');
    const launcher = await child(data);
    expect(launcher.said).toMatchObject({ adopted: false });
    launcher.process.kill('SIGKILL');
    await once(launcher.process, 'exit');
    const adopted = await started(data);
    expect(adopted.adopted).toBe(true);
    expect(await ask(adopted, 'SELECT count(*) FROM kept')).toEqual(['1']);
    for (let n = 0; n < 5; n++) await ask(adopted, 'INSERT INTO kept DEFAULT VALUES');
    const killedOne = pidOf(adopted);
    await killed(killedOne);
    // Begun by this call, or a moment earlier by whoever lost it: another server in any case.
    const again = await started(data);
    expect(pidOf(again)).not.toBe(killedOne);
    expect(await ask(again, 'SELECT count(*) FROM kept')).toEqual(['6']);
  });

  it('is not kept from starting, nor led to stop a stranger, by a left-over number that is another process now', async () => {
    const data = join(folder(), 'data');
    const server = await started(data);
    const stranger = spawn('sleep', ['600'], { stdio: 'ignore', ...(SOMEBODY_ELSE ?? {}) });
    ends.push(() => stranger.kill());
    const file = join(data, 'pgdata', 'postmaster.pid');
    await killed(pidOf(server));
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^\d+/, String(stranger.pid)));
    await server.stop();
    expect(stranger.signalCode).toBeNull();
    expect(await ask(await started(data), 'SELECT 1')).toEqual(['1']);
    expect(stranger.signalCode).toBeNull();
  });

  it('is brought back for whoever uses it, when it was killed and when it was told to stop', async () => {
    const data = join(folder(), 'data');
    const notes: string[] = [];
    const server = await started(data, {}, notes);
    await ask(server, 'CREATE TABLE kept AS SELECT 42 AS n');
    const back = async (times: number) => {
      const told = () => notes.filter((note) => note === 'the database had ended and was started again');
      while (told().length < times) await new Promise((resolve) => setTimeout(resolve, 20));
      return ask(server, 'SELECT n FROM kept');
    };
    await killed(pidOf(server));
    expect(await back(1)).toEqual(['42']);
    process.kill(pidOf(server), 'SIGINT');
    expect(await back(2)).toEqual(['42']);
    await server.stop();
    expect(runs(server)).toBe(false);
  });

  it('waits for one that is just stopping', async () => {
    const data = join(folder(), 'data');
    const server = await started(data);
    const pid = pidOf(server);
    process.kill(pid, 'SIGTERM'); // Smart shutdown: takes nobody in, waits for those who are there.
    const next = started(data);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(runs(server)).toBe(true);
    process.kill(pid, 'SIGINT');
    expect((await next).adopted).toBe(false);
  });

  it('repairs an interrupted first boot, and takes over the lock of a process that died', async () => {
    const data = join(folder(), 'data');
    mkdirSync(join(data, 'pgdata.init', 'base'), { recursive: true });
    writeFileSync(join(data, 'pgdata.init', 'PG_VERSION'), '18');
    writeFileSync(join(data, 'postgres.lock'), '999999999');
    expect(await ask(await started(data), 'SELECT 1')).toEqual(['1']);
    expect(readdirSync(data).filter((name) => name.startsWith('pgdata.init'))).toEqual([]);
  });

  it('takes over the lock of a former process with the number of a living one, as in a restarted container', async () => {
    const data = join(folder(), 'data');
    mkdirSync(data);
    writeFileSync(join(data, 'postgres.lock'), `${process.pid} another-boot/1 nonce`);
    expect(await ask(await started(data), 'SELECT 1')).toEqual(['1']);
  });

  it.each([
    ['anybody', 0o755],
    ['its owner only', 0o700],
  ])('is booted once by processes that start together in a folder that %s may enter', async (_, mode) => {
    const data = join(folder(mode), 'data');
    const all = await Promise.all([child(data), child(data), started(data)]);
    const ways = all.map((one) => ('said' in one ? (one.said.error ?? one.said.adopted) : one.adopted));
    expect(ways.sort()).toEqual([false, true, true]);
    expect(new Set(all.map((one) => ('said' in one ? one.said.folder : one.folder))).size).toBe(1);
    expect(await ask(all[2], 'SELECT count(*) FROM kept')).toEqual(['2']);
  });

  it('runs under a folder that only its owner may enter, and a fresh one there finds no old data', async () => {
    const data = join(folder(0o700), 'data');
    const notes: string[] = [];
    const server = await started(data, {}, notes);
    await ask(server, 'CREATE TABLE kept AS SELECT 42 AS n');
    expect(notes.join()).toContain(SOMEBODY_ELSE ? `the database is kept in ${server.folder}` : '');
    await server.stop();
    const again = await started(data);
    expect(again.folder).toBe(server.folder);
    expect(await ask(again, 'SELECT n FROM kept')).toEqual(['42']);
    await again.stop();
    rmSync(data, { recursive: true });
    const fresh = await started(data);
    await expect(ask(fresh, 'SELECT n FROM kept')).rejects.toThrow('does not exist');
  });

  it('is found by another name of the folder, and with a path too long for a socket', async () => {
    const base = folder();
    const data = join(base, 'long'.repeat(30), 'data');
    const server = await started(data);
    const socket = server.config.host ?? '';
    ends.unshift(() => rmSync(socket, { recursive: true, force: true }));
    expect(socket.startsWith(base)).toBe(false);
    symlinkSync(data, join(base, 'link'));
    expect((await started(join(base, 'link'))).adopted).toBe(true);
  });

  asRoot('runs as an ordinary user, whose data root then uses as that user', async () => {
    const data = folder();
    chownSync(data, SOMEBODY_ELSE?.uid ?? 0, SOMEBODY_ELSE?.gid ?? 0);
    const ordinary = await child(data, SOMEBODY_ELSE);
    expect(ordinary.said).toMatchObject({ adopted: false, folder: data });
    const adopted = await started(data);
    expect(adopted.adopted).toBe(true);
    ordinary.process.stdin?.end();
    await once(ordinary.process, 'exit');
    await adopted.stop();
    expect((await started(data)).adopted).toBe(false);
  });

  asRoot('refuses a data folder that it may not write', async () => {
    const data = join(folder(), 'data');
    mkdirSync(data);
    chmodSync(data, 0o755);
    const ordinary = await child(data, SOMEBODY_ELSE);
    expect(ordinary.said.error).toContain('cannot be written (EACCES). Set DATA_DIR');
  });

  it('refuses data of another major version, and a folder that is none', async () => {
    const data = join(folder(), 'data');
    const pgdata = join(data, 'pgdata');
    mkdirSync(pgdata, { recursive: true });
    if (SOMEBODY_ELSE) chownSync(pgdata, SOMEBODY_ELSE.uid, SOMEBODY_ELSE.gid);
    writeFileSync(join(pgdata, 'PG_VERSION'), '17\n');
    await expect(startEmbeddedPostgres({ dataDir: data })).rejects.toThrow('was made by PostgreSQL 17');
    rmSync(join(pgdata, 'PG_VERSION'));
    writeFileSync(join(pgdata, 'letter.txt'), '');
    await expect(startEmbeddedPostgres({ dataDir: data })).rejects.toThrow('not a database');
    const file = join(folder(), 'file');
    writeFileSync(file, '');
    await expect(startEmbeddedPostgres({ dataDir: file })).rejects.toThrow('cannot be written');
  });

  it('refuses a server of other data on its socket, and quotes the log of one that does not start', async () => {
    const data = join(folder(), 'data');
    const socket = join(data, 'run');
    mkdirSync(data);
    mkdirSync(socket, { mode: 0o700 });
    if (SOMEBODY_ELSE) chownSync(socket, SOMEBODY_ELSE.uid, SOMEBODY_ELSE.gid);
    const other = join(folder(), 'data');
    await started(other, { unix_socket_directories: `${join(other, 'run')},${socket}` });
    await expect(startEmbeddedPostgres({ dataDir: data })).rejects.toThrow(`another PostgreSQL (${other}/pgdata)`);
    const broken = startEmbeddedPostgres({ dataDir: join(folder(), 'data'), settings: { shared_buffers: 'much' } });
    await expect(broken).rejects.toThrow(/did not start: .*invalid value for parameter "shared_buffers"/);
  });
});
