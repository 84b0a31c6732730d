import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADMIN, databaseUrl, fact } from '#test/support/api';
import { must } from '#test/support/backlinks';
import { type Served, served } from '#test/support/child';
import { type TestDatabase, testDatabase } from '#test/support/postgres';
import { verify } from '../../docs/verify/verify.mjs';

const USER = { name: 'Uriah Öster-O’Brien', email: 'uriah.oester@acorn.example', phone: '+49 30 901820' };
const ACCOUNT = { name: 'Wilhelmina Acorn', email: 'wilhelmina@acorn.example', phone: '+1 555 0100' };
const BYSTANDER = { name: 'Berta Bystander', email: 'berta@elsewhere.example', phone: '+44 20 7946 0000' };
/** As it may stand in text: as it is, in JSON with escapes, in another case. */
const spellings = (text: string) => [text, JSON.stringify(text).slice(1, -1), encodeURIComponent(text)];

describe('a person who is erased', () => {
  let database: TestDatabase;
  let watcher: pg.Client;
  const processes: Served[] = [];
  let logged = '';
  const launched = async () => {
    const process = await served({
      DATABASE_URL: databaseUrl(database),
      SANDBOX: 'true',
      SANDBOX_CLOCK: '2026-06-17T08:00:00Z',
      LOG_LEVEL: 'trace',
    });
    for (const stream of [process.child.stdout, process.child.stderr])
      stream?.on('data', (chunk) => {
        logged += String(chunk);
      });
    processes.push(process);
    return process;
  };
  const bytesOf = async (path: string) => {
    const url = `${processes[0]?.api.url}/api/v1/${path}`;
    const answer = await fetch(url, { headers: { authorization: `Bearer ${ADMIN}` } });
    expect(answer.status).toBe(200);
    return new Uint8Array(await answer.arrayBuffer());
  };
  let old: { readonly bundle: Uint8Array; readonly head: object; readonly csv: string };

  beforeAll(async () => {
    database = await testDatabase();
    watcher = new pg.Client(database.config);
    await watcher.connect();
    const { api } = await launched();
    await launched();
    const facts = [
      fact('AccountRegistered', { account_id: 1, plan: 'scale', ...ACCOUNT }, undefined, 'account-1'),
      fact('UserRegistered', { user_id: 7, account_id: 1, ...USER, email: 'uriah.before@acorn.example' }),
      fact('UserRegistered', { user_id: 7, account_id: 1, ...USER }, undefined, 'user-7'),
      fact('UserRegistered', { user_id: 8, account_id: 1, ...BYSTANDER }),
      // Told before its owner is known: it waits.
      fact('UserRegistered', { user_id: 7, account_id: 2, ...USER }),
      fact('SiteRegistered', { site_id: 11, account_id: 1, domain: 'acorn.example' }),
      fact('SiteIntegrationConnected', { site_id: 11, platform: 'wordpress' }),
      fact('BlueprintGenerated', { site_id: 11, blueprint_id: 11 }),
    ];
    const { results } = await must(api.post('platform/facts/', facts));
    expect(results.map(({ outcome }: { outcome: string }) => outcome).slice(3, 5)).toEqual(['accepted', 'waiting']);
    const hook = { url: 'https://hooks.example/in', event_types: ['ManagedSubscriptionCreated'] };
    await must(api.post('webhooks/', hook), 201);
    await must(api.post('billing/accounts/1/payment-methods/', { gateway: 'stripe', test_card: 'ok' }), 201);
    const reporting = { recipients: [USER.email, ACCOUNT.email, BYSTANDER.email] };
    const order = { account_id: 1, site_id: 11, tier: 'pro', account_manager_id: 7, service_config: { reporting } };
    const headers = { 'idempotency-key': 'order-1' };
    const created = await must(api.post('services/subscriptions/', order, { headers }), 201);
    expect(created.service_config.reporting.recipients).toEqual(reporting.recipients);
    await api.advance('2026-07-02T09:00:00Z');
    const invoice = await must(api.get('billing/invoices/1/'));
    const opened = await must(
      api.post('sandbox/disputes/', { provider: 'stripe', reference: invoice.payments[0].reference, amount: '20.00' }),
      201,
    );
    await api.advance('2026-07-02T10:00:00Z');
    const [dispute] = (await must(api.get('audit/disputes/'))).results;
    await must(api.post(`audit/disputes/${dispute.id}/evidence/`, { submit: true }));
    await api.advance('2026-07-02T11:00:00Z');
    const csv = Buffer.from(await bytesOf('services/dashboard/margin/?by=client&format=csv')).toString();
    old = {
      bundle: await bytesOf(`audit/disputes/${dispute.id}/bundle/`),
      head: await must(api.get('audit/tree-head/')),
      csv,
    };
    // While it is open, what it is about is kept.
    await must(api.post(`sandbox/disputes/${opened.id}/close/`, { provider: 'stripe', outcome: 'won' }));
    await api.advance('2026-07-02T12:00:00Z');
  }, 120_000);
  afterAll(async () => {
    for (const process of processes) await process.stop();
    await watcher?.end();
    await database?.drop();
  });

  /** Everything that any table of any schema holds, as text. */
  async function everything(): Promise<string> {
    const { rows: tables } = await watcher.query<{ name: string }>(
      `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
       WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')`,
    );
    expect(tables.length).toBeGreaterThan(40);
    const parts: string[] = [];
    for (const { name } of tables) {
      const { rows } = await watcher.query<{ row: string }>(`SELECT t::text AS row FROM ${name} t`);
      parts.push(...rows.map(({ row }) => `${name} ${row.replaceAll('""', '"')}`));
    }
    const { rows } = await watcher.query<{ bytes: Buffer }>('SELECT bytes FROM proof.bundles');
    return [...parts, ...rows.map(({ bytes }) => bytes.toString('latin1'))].join('\n');
  }
  const found = (haystack: string, texts: readonly string[]) =>
    haystack
      .toLowerCase()
      .split('\n')
      .filter((line) => texts.flatMap(spellings).some((text) => line.includes(text.toLowerCase())))
      .map((line) => line.slice(0, 200));

  it('was known, and nothing in the log or the read models says so in the clear', async () => {
    const { api } = processes[0] as Served;
    expect((await must(api.get('services/accounts/'))).results[0]).toMatchObject({ name: ACCOUNT.name });
    const mails = (await must(api.get('sandbox/mail/'))).results;
    expect(JSON.stringify(mails)).toContain(ACCOUNT.email);
    expect(JSON.stringify(mails)).toContain(USER.email);
    expect(old.csv).toContain(ACCOUNT.name);
    const { rows } = await watcher.query(
      `SELECT 'log' AS at, data::text || metadata::text AS text FROM event_store.events
       UNION ALL SELECT 'accounts', a::text FROM igny8.igny8_platform_accounts a
       UNION ALL SELECT 'users', u::text FROM igny8.igny8_platform_users u
       UNION ALL SELECT 'effects', e::text FROM igny8.runtime_effects e`,
    );
    const clear = found(rows.map(({ at, text }) => `${at} ${text}`).join('\n'), [
      ...Object.values(USER),
      ...Object.values(ACCOUNT),
    ]);
    expect(clear).toEqual([]);
    const ledger = (await must(api.get('sandbox/ledger/?provider=webhooks'))).results;
    expect(JSON.stringify(ledger)).toContain(BYSTANDER.email);
  });

  it('is nowhere any more, on every process, and others are as they were', async () => {
    const [first, second] = processes as [Served, Served];
    expect((await first.api.delete('audit/subjects/user/99/')).status).toBe(404);
    expect((await first.api.delete('audit/subjects/nobody/7/')).status).toBe(404);
    const user = await must(first.api.delete('audit/subjects/user/7/?reason=asked'));
    expect(user).toMatchObject({ kind: 'user', id: 7, erasures: 1, kept: [] });
    const account = await must(first.api.delete('audit/subjects/account/1/'));
    expect(account.kept).toEqual([
      { what: 'the recipient on 1 invoice', why: expect.stringContaining('by law'), until: '2036-12-31' },
    ]);
    expect((await first.api.delete('audit/subjects/user/7/')).status).toBe(409);
    expect(await must(first.api.get('audit/subjects/user/7/'))).toMatchObject({ erasures: 1 });
    await first.api.advance('2026-07-03T09:00:00Z');

    // Its addresses from before, and what waited for an owner, are gone with it.
    const gone = [...Object.values(USER), 'uriah.before@acorn.example', ...Object.values(ACCOUNT)];
    expect(found(await everything(), gone)).toEqual([]);
    expect(found(logged, gone)).toEqual([]);
    for (const { api } of [first, second]) {
      const seen: unknown[] = [];
      for (const path of [
        'services/accounts/',
        'platform/facts/orphans/',
        'services/subscriptions/1/',
        'sandbox/mail/',
        'services/subscriptions/1/timeline/',
        'platform/work-requests/?page_size=200',
        'sandbox/ledger/',
        'audit/events/?limit=200',
        'audit/as-of/subscription/1/',
        'services/dashboard/clients/',
        'audit/events/?type=AccountRegistered',
        'audit/events/?type=UserRegistered',
        'audit/disputes/',
        'audit/invoices/1/explain/',
        'audit/streams/managed-subscription-1/',
      ])
        seen.push((await must(api.get(path))) as unknown);
      const texts = seen.map((each) => JSON.stringify(each)).join('\n');
      expect(found(texts, gone)).toEqual([]);
      expect(texts).toContain('[erased]');
      expect(texts).toContain(BYSTANDER.email);
    }
    const csv = Buffer.from(await bytesOf('services/dashboard/margin/?by=client&format=csv')).toString();
    expect(found(csv, gone)).toEqual([]);
    const replayed = await must(first.api.post('audit/replay/', { read_model: 'igny8_platform_directory' }));
    expect(replayed).toMatchObject({ equal: true });
  }, 60_000);

  it('leaves every proof as it was: of the old bundle, and of the whole log', async () => {
    const [{ api }] = processes as [Served, Served];
    expect(verify(old.bundle, { heads: [] })).toMatchObject({ verdict: 'holds' });
    const { size, root_hash } = old.head as { size: number; root_hash: string };
    expect(await must(api.post('audit/verify/', { heads: [{ size, root_hash }] }))).toMatchObject({ holds: true });
    // Ours is gone with the account; whoever has it holds a proof as good as before.
    const [dispute] = (await must(api.get('audit/disputes/'))).results;
    expect((await api.get(`audit/disputes/${dispute.id}/bundle/`)).status).toBe(404);
  });

  it('can be told of anew, and a fact from before is still a duplicate', async () => {
    const [{ api }] = processes as [Served, Served];
    const again = fact('UserRegistered', { user_id: 7, account_id: 1, ...USER }, undefined, 'user-7');
    const anew = fact('UserRegistered', { user_id: 7, account_id: 1, ...USER, name: 'Uriah Again' });
    const { results } = await must(api.post('platform/facts/', [again, anew]));
    expect(results.map(({ outcome }: { outcome: string }) => outcome)).toEqual(['duplicate', 'accepted']);
    const { results: events } = await must(api.get('audit/events/?type=UserRegistered&limit=200'));
    const names = events.map(({ data }: { data: { name: string } }) => data.name);
    expect(names).toContain('Uriah Again');
    expect(names).toContain('[erased]');
    await must(api.delete('audit/subjects/user/7/'));
    expect(found(await everything(), ['Uriah Again', USER.email])).toEqual([]);
  });
});
