import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';
import { afterEach } from 'vitest';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '#adapters/embedded-postgres';

/** `nobody`, where the tests run as root and so may become somebody else; else null. */
export const SOMEBODY_ELSE = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : null;

export const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

/** A fresh folder; readable for the server's user unless it is to be its owner's alone. */
export function folder(mode = 0o755): string {
  const made = mkdtempSync(join(tmpdir(), 'igny8-embedded-'));
  chmodSync(made, mode);
  ends.push(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

/** Stopped and, where it lies outside of its data folder, removed at the end of the test. */
export async function started(
  dataDir: string,
  settings: Record<string, string> = {},
  notes: string[] = [],
): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ dataDir, settings, note: (note) => notes.push(note) });
  ends.push(async () => {
    await server.stop({ force: true });
    if (!existsSync(join(dataDir, 'pgdata'))) rmSync(server.folder, { recursive: true, force: true });
  });
  return server;
}

export async function ask(server: EmbeddedPostgres, text: string): Promise<string[]> {
  const client = new pg.Client({ ...server.config, application_name: 'somebody' });
  client.on('error', () => undefined);
  await client.connect();
  const { rows } = await client.query({ text, rowMode: 'array' });
  await client.end();
  return rows.map(([first]) => String(first));
}

export const pidOf = (server: { readonly folder: string }): number =>
  Number(readFileSync(join(server.folder, 'pgdata', 'postmaster.pid'), 'utf8').split('\n')[0]);

/** Kills without warning and waits until it is gone. */
export async function killed(pid: number): Promise<void> {
  process.kill(pid, 'SIGKILL');
  for (;;) {
    try {
      process.kill(pid, 0);
    } catch {
      return;
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
}

export type Child = { process: ChildProcess; said: { adopted: boolean; folder: string; error?: string } };

/** Another process on the same data folder, maybe of another user. */
export async function child(dataDir: string, user: { uid: number; gid: number } | null = null): Promise<Child> {
  const script = join(import.meta.dirname, 'embedded-postgres-child.ts');
  const env = { PATH: process.env['PATH'], HOME: dataDir, ...(user ? {} : { TMPDIR: tmpdir() }) };
  const other = spawn(process.execPath, ['--import', 'tsx', script, dataDir], {
    cwd: join(import.meta.dirname, '../..'),
    env,
    stdio: ['pipe', 'pipe', 'inherit'],
    ...(user ?? {}),
  });
  ends.push(async () => {
    if (other.exitCode !== null || other.signalCode !== null) return;
    other.stdin?.end();
    await once(other, 'exit');
  });
  const [line] = (await once(createInterface({ input: other.stdout }), 'line')) as [string];
  return { process: other, said: JSON.parse(line) };
}
