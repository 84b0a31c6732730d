import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { createPool } from '#adapters/postgres';
import { createTenantReads } from '#adapters/tenant-reads';
import { loadConfig } from '#app/config';
import { start } from '#app/main';
import type { AccountId, SiteId } from '#domain/kernel/ids';
import { SUBSCRIPTIONS } from '#projections/services/managed-subscription';
import { projection } from '#runtime/projection';
import { Projector } from '#runtime/projector';
import { over } from '#runtime/table-reads';
import { clientFacts, databaseUrl, fact, sandboxApi } from '#test/support/api';
import { testDatabase } from '#test/support/postgres';
import { postgresWorld } from '#test/support/postgres-world';

const wanted = (n: number) => ({
  accountId: n as AccountId,
  siteId: (n * 10) as SiteId,
  tier: 'pro' as const,
  accountManagerId: null,
  given: {},
  monthlyPrice: null,
  overrideReason: null,
  mayOverride: true,
  createdBy: null,
});

describe('read models', () => {
  it('are rebuilt beside the live ones while commands keep arriving, and come out equal', async () => {
    const w = await postgresWorld('2026-06-17T10:00:00Z');
    for (let n = 1; n <= 4; n++) await w.client({ account: n, site: n * 10 });
    let arriving = true;
    const commands = (async () => {
      for (let n = 1; n <= 4; n++) {
        await w.commands.subscriptions.create(wanted(n), w.cause());
        await w.settle();
        await w.receive(
          w.fact('ArticlePublished', {
            site_id: n * 10,
            content_id: n,
            type: 'post',
            published_at: '2026-06-17T11:00:00.000Z',
          }),
        );
      }
      arriving = false;
    })();
    const rebuilds = (async () => {
      do for (const { name } of w.projector.projections) await w.projector.rebuild(name);
      while (arriving);
    })();
    await Promise.all([commands, rebuilds]);
    await w.settle();
    expect(await w.rows('igny8_managed_service_subscriptions')).toHaveLength(4);
    for (const { name } of w.projector.projections) expect(await w.projector.compare(name)).toEqual([]);
    await w.close();
  });

  it('name the very row that somebody changed by hand', async () => {
    const w = await postgresWorld('2026-06-17T10:00:00Z');
    await w.client({ account: 1, site: 10 });
    await w.commands.subscriptions.create(wanted(1), w.cause());
    await w.settle();
    await w.pool.query(`UPDATE igny8.igny8_managed_service_subscriptions SET monthly_price = 1 WHERE id = 1`);
    const differences = await w.projector.compare('igny8_managed_service_subscriptions');
    expect(differences.map(({ table, key }) => [table, key])).toEqual([['igny8_managed_service_subscriptions', '[1]']]);
    await w.close();
  });

  it('park the stream that they cannot take, and go on with the others', async () => {
    const w = await postgresWorld('2026-06-17T10:00:00Z');
    const fragile = projection({
      name: 'fragile',
      version: 1,
      tables: [{ name: 'fragile', columns: { id: 'integer', note: 'text' }, key: ['id'] }],
      on: {
        Noted(
          rows: { put(table: string, row: Record<string, unknown>): void },
          { data }: { data: { id: number; note: string } },
        ) {
          if (data.note === 'poison') throw new Error('cannot take this');
          rows.put('fragile', { id: data.id, note: data.note });
        },
      } as never,
    });
    const projector = new Projector({
      store: w.store,
      readModels: w.surroundings.readModels,
      codec: w.codec,
      projections: [fragile],
    });
    await projector.setUp();
    const note = (stream: string, expected: number | 'no_stream', id: number, text: string) =>
      w.store.append(stream, expected, [
        { id: crypto.randomUUID(), type: 'Noted', schemaVersion: 1, data: { id, note: text }, metadata: {} },
      ]);
    await note('a', 'no_stream', 1, 'first');
    await note('b', 'no_stream', 2, 'poison');
    await note('b', 0, 3, 'behind the poison');
    await note('c', 'no_stream', 4, 'nul \u0000 that the database refuses');
    await note('a', 0, 5, 'second');
    while (await projector.runOnce());
    const { rows } = await w.pool.query('SELECT id FROM igny8.fragile ORDER BY id');
    expect(rows.map(({ id }) => id)).toEqual([1, 5]);
    expect((await projector.parked()).map(({ stream, revision }) => [stream, revision])).toEqual([
      ['b', 0],
      ['c', 0],
    ]);
    await w.close();
  });

  it('show no account another’s rows, whatever a query forgets', async () => {
    const api = await sandboxApi();
    await api.post('platform/facts/', [...clientFacts(1, 11), ...clientFacts(2, 22)]);
    for (const [account, site] of [
      [1, 11],
      [2, 22],
    ])
      await api.post('services/subscriptions/', { account_id: account, site_id: site, tier: 'lite' });
    const pool = createPool(api.database.config);
    const reads = over(createTenantReads(pool), SUBSCRIPTIONS);
    const seen = (accounts: '*' | number[]) =>
      reads({ accounts, assignedTo: null }, async (db) =>
        (await db.selectFrom('igny8_managed_service_subscriptions').select('account_id').orderBy('id').execute()).map(
          (row) => row.account_id,
        ),
      );
    expect(await seen('*')).toEqual([1, 2]);
    expect(await seen([2])).toEqual([2]);
    expect(await seen([])).toEqual([]);
    const { rows } =
      await pool.query(`SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN information_schema.columns k
      ON k.table_schema = n.nspname AND k.table_name = c.relname AND k.column_name = 'account_id'
      WHERE n.nspname = 'igny8' AND c.relname LIKE 'igny8_%' AND NOT (c.relrowsecurity AND c.relforcerowsecurity) AND c.relname <> 'igny8_access_tokens'`);
    expect(rows).toEqual([]);
    await pool.end();
    await api.stop();
  });
});

describe('a store', () => {
  it('is a sandbox for ever or never, and keeps its time zone', async () => {
    const database = await testDatabase();
    const env = {
      DATABASE_URL: databaseUrl(database),
      LOG_LEVEL: 'silent',
      BOOTSTRAP_ADMIN_TOKEN: 'first-admin-token',
    };
    const opened = (more: Record<string, string>) => start(loadConfig({ ...env, ...more }), { listen: false });
    await (await opened({ SANDBOX: 'true', BILLING_TIME_ZONE: 'Europe/Berlin' })).stop();
    await expect(opened({})).rejects.toThrow('a sandbox, but SANDBOX is not set');
    await expect(opened({ SANDBOX: 'true' })).rejects.toThrow('bills in Europe/Berlin');
    await (await opened({ SANDBOX: 'true', BILLING_TIME_ZONE: 'Europe/Berlin' })).stop();
    await database.drop();
  });

  it('refuses an environment that is unfit, naming every variable', () => {
    expect(() => loadConfig({ PORT: 'x', BILLING_TIME_ZONE: 'Mars/Base', DATABASE_URL: 'mysql://x' })).toThrow(
      /PORT[\s\S]*DATABASE_URL[\s\S]*BILLING_TIME_ZONE/,
    );
    expect(() => loadConfig({ SANDBOX: 'true', STRIPE_KEY: 'sk_live_1' })).toThrow('live payment key');
    expect(() => loadConfig({ SANDBOX_CLOCK: '2026-01-01T00:00:00Z' })).toThrow('only a sandbox');
  });

  it('keeps its ids going where the counters are gone', async () => {
    const api = await sandboxApi();
    await api.post('platform/facts/', [...clientFacts(1, 11), ...clientFacts(2, 22)]);
    const first = (await api.post('services/subscriptions/', { account_id: 1, site_id: 11, tier: 'lite' })).body.id;
    const client = new pg.Client(api.database.config);
    await client.connect();
    await client.query('TRUNCATE runtime.id_counters, runtime.id_allocations');
    await client.end();
    const second = await api.post('services/subscriptions/', { account_id: 2, site_id: 22, tier: 'lite' });
    expect([second.status, second.body.id]).toEqual([201, first + 1]);
    await api.post('platform/facts/', fact('SiteRegistered', { site_id: 23, account_id: 2, domain: 'x.example' }));
    await api.stop();
  });
});
