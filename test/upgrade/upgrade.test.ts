import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadConfig } from '#app/config';
import { type Running, start } from '#app/main';
import { ADMIN, Client, databaseUrl, fact } from '#test/support/api';
import { must, urlOf } from '#test/support/backlinks';
import { type TestDatabase, testDatabase } from '#test/support/postgres';
import { KEYS, SUBSCRIPTION } from './kept.ts';

const KEPT = join(import.meta.dirname, 'before-rooms');
type Listed = { readonly results: readonly { readonly [column: string]: unknown }[] };

/** Made by `keep-store.ts` with the release before, which ended in the middle of all that. */
describe('a store of the release before, with work in flight', () => {
  let database: TestDatabase;
  let running: Running;
  let api: Client;
  let size = 0;
  beforeAll(async () => {
    database = await testDatabase();
    await restore(database.config);
    running = await start(
      loadConfig({
        ...KEYS,
        SANDBOX: 'true',
        PORT: '0',
        DATABASE_URL: databaseUrl(database),
        BOOTSTRAP_ADMIN_TOKEN: ADMIN,
        LOG_LEVEL: 'silent',
        RATE_LIMIT_PER_MINUTE: '100000',
      }),
    );
    api = new Client(running.url);
    size = (await running.system.around.store.head()).position;
  });
  afterAll(async () => {
    await running.stop();
    await database.drop();
  });
  const invoiceOf = async (account: number) =>
    (await must(api.get(`billing/invoices/?account_id=${account}`))).results.at(-1);
  const contractOf = async (account: number) =>
    ((await must(api.get(`services/subscriptions/?account_id=${account}`))) as Listed).results[0];

  it('is where it was', async () => {
    expect(size).toBeGreaterThan(500);
    expect(await must(api.get('sandbox/clock/'))).toMatchObject({ now: expect.stringMatching('2026-07-04T09:00:00') });
    expect(await contractOf(9)).toMatchObject({ status: 'pending', onboarding: { status: 'blocked' } });
    expect(await invoiceOf(SUBSCRIPTION.dunned)).toMatchObject({
      status: 'past_due',
      dunning: { status: 'running', day: 3, next: { action: 'remind', on: '2026-07-08' } },
    });
    const { results } = (await must(api.get('services/backlink-orders/1/links/'))) as Listed;
    expect(results.map(({ status }) => status)).toEqual(['live', 'live']);
  });

  it('goes on: the site that is connected is onboarded, the link is submitted again, dunning takes its next step', async () => {
    await must(
      api.post('platform/facts/', [
        fact('SiteIntegrationConnected', { site_id: 99, platform: 'wordpress' }, '2026-07-04T09:30:00Z', 'late-1'),
        fact('BlueprintGenerated', { site_id: 99, blueprint_id: 99 }, '2026-07-04T09:31:00Z', 'late-2'),
      ]),
    );
    await api.advance('2026-07-04T12:00:00Z');
    expect(await contractOf(9)).toMatchObject({ status: 'active', onboarding: { status: 'completed' } });

    await api.post('sandbox/index/', { url: urlOf(1), indexed: true, from: '2026-07-07T09:00:00Z' });
    await api.advance('2026-07-08T12:00:00Z');
    const { results } = (await must(api.get('services/backlink-orders/1/links/'))) as Listed;
    expect(results.map(({ indexing }) => indexing)).toEqual([
      expect.objectContaining({ status: 'indexed' }),
      expect.objectContaining({ status: 'open' }),
    ]);
    const requests = (await must(api.get('linker/indexing/requests/?site_id=11'))) as Listed;
    for (const { attempts } of requests.results as readonly { readonly attempts: readonly { step: string }[] }[])
      expect(attempts.map(({ step }) => step)).toEqual(['submit', 'resubmit']);

    expect(await contractOf(SUBSCRIPTION.dunned)).toMatchObject({ status: 'paused', paused_reason: 'payment_overdue' });
    const { id, amount_due } = await invoiceOf(SUBSCRIPTION.dunned);
    await must(api.post(`billing/invoices/${id}/payments/`, { gateway: 'manual', amount: amount_due }), 201);
    await api.advance('2026-07-08T13:00:00Z');
    expect(await contractOf(SUBSCRIPTION.dunned)).toMatchObject({ status: 'active' });
  });

  it('finishes the rebuild that was cut off, is equal to its replay in every read model, and its log is the one that was sealed', async () => {
    await running.system.projector.rebuild('igny8_invoices');
    for (const { name } of running.system.projector.projections)
      expect([name, await running.system.projector.compare(name)]).toEqual([name, []]);
    const head = await must(api.get('audit/tree-head/'));
    expect(head.size).toBeGreaterThan(size);
    expect(await must(api.get(`audit/consistency/?from=${size}&to=${head.size}`))).toMatchObject({ from: size });
    const one = (await invoiceOf(SUBSCRIPTION.linked)).id;
    expect(await must(api.get(`audit/invoices/${one}/replay/`))).toMatchObject({ equal: true });
    expect(await must(api.get(`audit/invoices/${one}/explain/`))).toMatchObject({ equal: true });
  });
});

async function restore(config: pg.PoolConfig): Promise<void> {
  const client = new pg.Client(config);
  await client.connect();
  await client.query(await readFile(join(KEPT, 'tables.sql'), 'utf8'));
  const rows = new Map<string, string[]>();
  for (const line of gunzipSync(await readFile(join(KEPT, 'rows.jsonl.gz')))
    .toString('utf8')
    .split('\n')) {
    const end = line.indexOf('",');
    const table = line.slice(2, end);
    rows.set(table, [...(rows.get(table) ?? []), line.slice(end + 2, -1)]);
  }
  for (const [table, all] of rows)
    await client.query(
      `INSERT INTO ${table} OVERRIDING SYSTEM VALUE SELECT * FROM json_populate_recordset(NULL::${table}, $1)`,
      [`[${all.join(',')}]`],
    );
  const { rows: counted } = await client.query<{ of: string; column: string }>(
    `SELECT format('%I.%I', table_schema, table_name) AS of, column_name AS column
     FROM information_schema.columns WHERE is_identity = 'YES'`,
  );
  for (const { of, column } of counted)
    await client.query(
      `SELECT setval(pg_get_serial_sequence('${of}', '${column}'), coalesce(max("${column}"), 0) + 1, false) FROM ${of}`,
    );
  await client.end();
}
