import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADMIN, type Client, clientFacts, databaseUrl } from '#test/support/api';
import { served } from '#test/support/child';
import { type TestDatabase, testDatabase } from '#test/support/postgres';

const BIN = fileURLToPath(new URL('../../bin/igny8-business.js', import.meta.url));
let database: TestDatabase;
let folder: string;
const keys = { SECRETS_KEY: randomBytes(32).toString('base64') };
beforeAll(async () => {
  database = await testDatabase();
  folder = await mkdtemp(join(tmpdir(), 'igny8-start-'));
});
afterAll(() => database.drop());

/** Runs the command line in a folder of its own and answers what it printed and how it ended. */
async function run(args: readonly string[], env: Record<string, string>, cwd = folder) {
  const child = spawn(process.execPath, [BIN, ...args], {
    cwd,
    env: { PATH: process.env['PATH'], LOG_LEVEL: 'silent', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { out: '', err: '' };
  child.stdout?.on('data', (chunk) => {
    said.out += String(chunk);
  });
  child.stderr?.on('data', (chunk) => {
    said.err += String(chunk);
  });
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
  return { code, ...said };
}
/** Ended for a reason that is told in one line, which begins so. */
const oneLine = (ended: { code: number | null; err: string }, begins: string) => {
  expect(ended.err.trim().split('\n')).toHaveLength(1);
  expect(ended.err).toContain(begins);
  expect(ended.code).toBe(1);
};
const common = () => ({ DATABASE_URL: databaseUrl(database), DATA_DIR: join(folder, 'data'), ...keys });

describe('a start that cannot be', () => {
  it('finds the port taken before it has made anything', async () => {
    const other = createServer();
    const port = await new Promise<number>((resolve) =>
      other.listen(0, '127.0.0.1', () => resolve((other.address() as { port: number }).port)),
    );
    oneLine(
      await run(['serve'], { ...common(), PORT: String(port) }),
      `ConfigError: PORT: ${port} is in use on 127.0.0.1`,
    );
    other.close();
    const client = new pg.Client(database.config);
    await client.connect();
    const { rows } = await client.query("SELECT nspname FROM pg_namespace WHERE nspname = 'event_store'");
    await client.end();
    expect(rows).toEqual([]);
  });

  it('tells in a line what is wrong with a setting', async () => {
    const at = { PORT: '0' };
    oneLine(
      await run(['serve'], { ...at, HOST: '192.0.2.1' }),
      'ConfigError: HOST: 192.0.2.1 is no address of this machine',
    );
    const refused = await run(['serve'], { ...at, DATABASE_URL: 'postgres://igny8:hidden@127.0.0.1:9/igny8' });
    oneLine(refused, 'ConfigError: DATABASE_URL: nothing listens at 127.0.0.1:9');
    expect(refused.err).not.toContain('hidden');
    const strange = new URL(databaseUrl(database));
    strange.pathname = '/no_such_database';
    oneLine(
      await run(['serve'], { ...at, DATABASE_URL: strange.href }),
      'ConfigError: DATABASE_URL: there is no database',
    );
    const file = join(folder, 'a-file');
    await writeFile(file, '');
    oneLine(await run(['serve'], { ...at, DATA_DIR: join(file, 'data') }), 'ConfigError: DATA_DIR: the folder');
  });

  it.each([
    [['events', 'tail', '--from', 'x'], '--from'],
    [['audit', 'as-of', 'invoice', '1', '--as-of', 'yesterday'], '--as-of'],
    [['verify', join('no', 'such.zip')], 'such.zip'],
    [['token', 'create', '--role', 'king'], '--role'],
    [['nothing-of-ours'], 'nothing-of-ours'],
  ])('of the command line: %s', async (args, named) => {
    const ended = await run(args, common());
    expect(ended.code).not.toBe(0);
    expect(ended.err).toContain(named);
    expect(ended.err).not.toMatch(/\n\s+at /);
    expect(ended.err.trim().split('\n').length).toBeLessThanOrEqual(2);
  });
});

describe('a start', () => {
  it('reads .env of its folder, lets the environment win, and warns of a name that is nearly a setting', async () => {
    const at = await mkdtemp(join(tmpdir(), 'igny8-env-'));
    const url = databaseUrl(database);
    await writeFile(
      join(at, '.env'),
      `PORT=70000\nDATABASE_URL="${url}"\nSECRETS_KEY=${keys.SECRETS_KEY}\nSANDBOX=true\n`,
    );
    oneLine(await run(['jobs', 'list'], {}, at), 'ConfigError: PORT: must be a whole number');
    const ended = await run(['jobs', 'list'], { PORT: '0', DATABSE_URL: 'postgres://x' }, at);
    expect(ended.err).toContain('warning: DATABSE_URL is not a setting and is not read; is DATABASE_URL meant?');
    expect(ended.code).toBe(0);
  });

  it('refuses a store whose secrets another key has sealed', async () => {
    const other = { ...common(), SANDBOX: 'true', SECRETS_KEY: randomBytes(32).toString('base64') };
    oneLine(await run(['jobs', 'list'], other), 'SECRETS_KEY: what this store keeps was sealed under another key');
  });
});

describe('what is nobody’s business', () => {
  it('keeps the key of a work-request address and signed links out of events and logs', async () => {
    const store = await testDatabase();
    const server = await served({
      ...keys,
      DATABASE_URL: databaseUrl(store),
      SANDBOX: 'true',
      SANDBOX_CLOCK: '2026-06-17T08:00:00Z',
      LOG_LEVEL: 'trace',
      PLATFORM_WEBHOOK_URL: 'http://127.0.0.1:9/hooks/in?key=hidden-key-of-ours',
      PLATFORM_WEBHOOK_SECRET: 'a secret of both',
    });
    const log = logOf(server.child);
    const { api } = server;
    await api.post('platform/facts/', clientFacts(1, 11));
    const made = await api.post('services/subscriptions/', { account_id: 1, site_id: 11, tier: 'lite' });
    await api.advance('2026-06-17T09:00:00Z');
    const timeline = await api.get(`services/subscriptions/${made.body.id}/timeline/`);
    const events = await allEvents(api);
    expect(events).toContain('127.0.0.1:9 could not be reached (ECONNREFUSED)');
    for (const text of [events, JSON.stringify(timeline.body)]) expect(text).not.toContain('hidden-key-of-ours');

    const invoice = await api.post('billing/add-ons/indexing-boost/', {
      account_id: 1,
      quantity: 10,
      payment_method: 'manual',
    });
    const link = await api.post(`billing/invoices/${invoice.body.invoice_id}/pdf/link/`, {});
    const path = new URL(link.body.url, api.url).pathname;
    expect((await api.get(path, { token: null })).status).toBe(200);
    expect((await api.get(`${path}x/`, { token: null })).status).toBe(404);
    await server.stop();
    expect(log()).toContain('[redacted]');
    expect(log()).not.toContain(path.split('/').find((part) => part.length > 60));
    for (const hidden of ['hidden-key-of-ours', ADMIN]) expect(log()).not.toContain(hidden);
    await store.drop();
  });
});

function logOf(child: ChildProcess): () => string {
  let text = '';
  child.stderr?.on('data', (chunk) => {
    text += String(chunk);
  });
  return () => text;
}

async function allEvents(api: Client): Promise<string> {
  let text = '';
  for (let after: number | null = 0; after !== null; ) {
    const page = await api.get(`audit/events/?after=${after}&limit=200`);
    text += JSON.stringify(page.body.results);
    after = page.body.next_after;
  }
  return text;
}
