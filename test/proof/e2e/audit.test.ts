import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkCrypto } from '#adapters/proof/bundle-crypto';
import { unpacked } from '#domain/proof/bundle-zip';
import { checked } from '#domain/proof/evidence-bundle-check';
import { fact, type SandboxApi, sandboxApi } from '#test/support/api';
import { must } from '#test/support/backlinks';
import { verify } from '../../../docs/verify/verify.mjs';

/** One account with a card, a Pro site that was paused for a week, and an invoice of its June with tax. */
async function billed(api: SandboxApi): Promise<void> {
  await api.post('platform/facts/', [
    fact('AccountRegistered', {
      account_id: 1,
      name: 'Wilhelmina Acorn',
      email: 'wilhelmina@acorn.example',
      plan: 'scale',
    }),
    fact('UserRegistered', { user_id: 7, account_id: 1, name: 'Uriah Userman', email: 'uriah@acorn.example' }),
    fact('SiteRegistered', { site_id: 11, account_id: 1, domain: 'acorn.example' }),
    fact('SiteIntegrationConnected', { site_id: 11, platform: 'wordpress' }),
    fact('BlueprintGenerated', { site_id: 11, blueprint_id: 11 }),
  ]);
  await must(api.post('billing/accounts/1/payment-methods/', { gateway: 'stripe', test_card: 'ok' }), 201);
  await must(api.put('billing/accounts/1/tax-rate/', { tax_rate: '19' }));
  const config = { reporting: { recipients: ['uriah@acorn.example', 'office@acorn.example'] } };
  const order = { account_id: 1, site_id: 11, tier: 'pro', service_config: config };
  await must(api.post('services/subscriptions/', order), 201);
  await api.advance('2026-06-20T09:00:00Z');
  await api.post('platform/facts/', [
    fact(
      'ArticlePublished',
      { site_id: 11, content_id: 5, type: 'post', title: 'Oaks', published_at: '2026-06-19T10:00:00Z' },
      '2026-06-19T10:00:00Z',
    ),
  ]);
  await must(api.post('services/subscriptions/1/pause/', { reason: 'relaunch' }));
  await api.advance('2026-06-27T09:00:00Z');
  await must(api.post('services/subscriptions/1/resume/'));
  await api.advance('2026-07-01T12:00:00Z');
}
const sha256 = (...parts: (string | Uint8Array)[]) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
};

describe('the audit of an invoice', () => {
  let api: SandboxApi;
  let client: string;
  let keptHead: Record<string, unknown>;
  beforeAll(async () => {
    api = await sandboxApi('2026-06-17T08:00:00Z');
    keptHead = await must(api.get('audit/tree-head/'));
    await billed(api);
    const token = { role: 'client', account_id: 1, scopes: ['read', 'write'] };
    client = (await must(api.post('auth/tokens/', token), 201)).token;
  });
  afterAll(() => api.stop());
  const bundleOf = async (id: number) => {
    const answer = await fetch(`${api.url}/api/v1/audit/disputes/${id}/bundle/`, {
      headers: { authorization: 'Bearer first-admin-token' },
    });
    expect(answer.status).toBe(200);
    return new Uint8Array(await answer.arrayBuffer());
  };

  /** A link to the evidence opens without a token, for a quarter of an hour, as it was made. */
  async function followed(id: number) {
    const { url, expires_at } = await must(api.as(client).post(`audit/disputes/${id}/bundle/link/`, {}), 201);
    expect(expires_at).toBe('2026-07-01T12:15:00.000Z');
    const open = (path: string) => fetch(`${api.url}${path}`);
    const answer = await open(url);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/zip']);
    expect(sha256(new Uint8Array(await answer.arrayBuffer()))).toBe(sha256(await bundleOf(id)));
    const pdf = await must(api.as(client).post('billing/invoices/1/pdf/link/', {}), 201);
    expect((await open(pdf.url)).headers.get('content-type')).toBe('application/pdf');
    const [ticket = '', signature = ''] = url.split('/').at(-2)?.split('.') ?? [];
    const other = Buffer.from(JSON.stringify({ ...JSON.parse(Buffer.from(ticket, 'base64url').toString()), id: 99 }));
    for (const bad of [
      `${other.toString('base64url')}.${signature}`,
      ticket,
      `${ticket}.`,
      'x.y.z',
      `${ticket}.${signature}.`,
    ])
      expect((await open(`/api/v1/files/${bad}/`)).status).toBe(404);
    expect((await api.as(client).post('billing/invoices/99/pdf/link/', {})).status).toBe(404);
    await endsWithItsToken(open);
    await api.advance('2026-07-01T12:15:00Z');
    expect((await open(url)).status).toBe(404);
  }

  /** Nor does a link open any longer than the token that it was made with. */
  async function endsWithItsToken(open: (path: string) => Promise<Response>) {
    const grant = { role: 'client', account_id: 1, scopes: ['read'], expires_at: '2026-07-01T12:05:00Z' };
    const short = await must(api.post('auth/tokens/', grant), 201);
    const brief = await must(api.as(short.token).post('billing/invoices/1/pdf/link/', {}), 201);
    expect(brief.expires_at).toBe('2026-07-01T12:05:00.000Z');
    expect((await open(brief.url)).status).toBe(200);
    expect((await api.delete(`auth/tokens/${short.id}/`)).status).toBe(204);
    expect((await open(brief.url)).status).toBe(404);
  }

  it('explains every line from named events, back to a request, a fact or a timer', async () => {
    const explained = await must(api.as(client).get('audit/invoices/1/explain/'));
    expect(explained).toMatchObject({ invoice_id: 1, number: 'INV-2026-000001', equal: true });
    expect(explained.recomputed_total).toBe(explained.total);
    expect(explained.lines.map((line: { rule: string }) => line.rule)).toEqual([
      'subscription.prorated_days',
      'tax.percent',
    ]);
    type Cause = { because: Cause[]; begun_by?: { kind: string }; summary: string | null };
    const ends = (causes: Cause[]): string[] =>
      causes.flatMap(({ because, begun_by }) => (begun_by ? [begun_by.kind] : ends(because)));
    const begun = explained.lines.flatMap((line: { causes: Cause[] }) => ends(line.causes));
    expect(new Set(begun)).toEqual(new Set(['request']));
    expect(explained.lines[0].causes.map(({ type }: { type: string }) => type)).toEqual([
      'ManagedSubscriptionCreated',
      'ManagedSubscriptionActivated',
      'ManagedSubscriptionPaused',
      ...['ManagedSubscriptionResumed', 'ServiceMonthClosed'].slice(0, explained.lines[0].causes.length - 3),
    ]);
    expect((await api.get('audit/invoices/99/explain/')).status).toBe(404);
  });

  it('replays equal, and names exactly what was changed by hand', async () => {
    expect(await must(api.get('audit/invoices/1/replay/'))).toMatchObject({ equal: true, differences: [] });
    const whole = () => must(api.post('audit/replay/', { read_model: 'igny8_invoices' }));
    expect(await whole()).toMatchObject({ equal: true, differences: [] });
    const { pool } = await connection(api);
    await pool.query(`UPDATE igny8.igny8_invoices SET total = '1.00' WHERE id = 1`);
    const changed = { equal: false, differences: [{ path: '/igny8_invoices/[1]/total', stored: '1.00' }] };
    expect(await whole()).toMatchObject(changed);
    expect(await must(api.get('audit/invoices/1/replay/'))).toMatchObject(changed);
    const [{ replayed }] = (await whole()).differences;
    await pool.query('UPDATE igny8.igny8_invoices SET total = $1 WHERE id = 1', [replayed]);
    expect(await whole()).toMatchObject({ equal: true });
    await pool.end();
    expect((await api.post('audit/replay/', { read_model: 'nothing' })).body.errors[0].pointer).toBe('/read_model');
    const one = await must(api.post('audit/replay/', { kind: 'subscription', id: 1 }));
    expect(one).toMatchObject({ equal: true, differences: [] });
  });

  it('tells how something was at an instant, and how it was known', async () => {
    const state = async (query: string) => (await must(api.get(`audit/as-of/subscription/1/?${query}`))).state;
    expect(await state('as_of=2026-06-18T00:00:00Z')).toMatchObject({ status: 'active', monthly_price: '399.00' });
    expect(await state('as_of=2026-06-21T00:00:00Z')).toMatchObject({ status: 'paused' });
    expect(await state('')).toMatchObject({ status: 'active' });
    const articles = async (query: string) => (await state(query)).current_month_articles_published;
    expect(await articles('as_of=2026-06-19T12:00:00Z')).toBe(1);
    // It happened on the 19th and was told on the 20th.
    expect(await articles('as_of=2026-06-19T12:00:00Z&known_at=2026-06-19T12:00:00Z')).toBe(0);
    expect((await api.get('audit/as-of/invoice/1/?as_of=2026-06-30T00:00:00Z')).status).toBe(404);
    const invoice = await must(api.as(client).get('audit/as-of/invoice/1/'));
    expect(invoice.state).toMatchObject({ status: 'paid', lines: [{ rule: 'subscription.prorated_days' }, {}] });
    expect(await must(api.get('audit/as-of/entitlement/1/'))).toMatchObject({ state: { plan: 'scale' } });
    expect(await must(api.get('audit/as-of/dashboard/all/?as_of=2026-06-25T00:00:00Z'))).toMatchObject({
      state: { mrr: '0.00', clients: { paused: 1 } },
    });
    expect((await api.as(client).get('audit/as-of/dashboard/all/')).status).toBe(404);
    expect((await api.get('audit/as-of/nothing/1/')).status).toBe(404);
  });

  it('proves events and heads in a way that anybody can compute', async () => {
    const head = await must(api.get('audit/tree-head/'));
    const { results } = await must(api.get('audit/events/?type=InvoiceIssued'));
    const [{ id }] = results;
    const proof = await must(api.get(`audit/proofs/${id}/?tree_size=${head.size}`));
    expect(proof.leaf_hash).toBe(sha256(Uint8Array.of(0), proof.leaf));
    let [hash, fn, sn] = [proof.leaf_hash, proof.leaf_index, head.size - 1];
    for (const beside of proof.path) {
      const [left, right] = fn % 2 === 1 || fn === sn ? [beside, hash] : [hash, beside];
      if (fn % 2 === 1 || fn === sn) while (fn % 2 === 0 && fn !== 0) [fn, sn] = [fn / 2, sn >> 1];
      hash = sha256(Uint8Array.of(1), Buffer.from(left, 'hex'), Buffer.from(right, 'hex'));
      [fn, sn] = [fn >> 1, sn >> 1];
    }
    expect(hash).toBe(head.root_hash);
    const between = await must(api.get(`audit/consistency/?from=${keptHead['size']}&to=${head.size}`));
    expect(between.path.length).toBeGreaterThan(0);
    expect((await api.get('audit/consistency/?from=5&to=1')).status).toBe(422);
    expect(
      await must(
        api.post('audit/verify/', { heads: [keptHead, head].map(({ size, root_hash }) => ({ size, root_hash })) }),
      ),
    ).toMatchObject({ holds: true });
    expect(
      await must(api.post('audit/verify/', { heads: [{ size: head.size, root_hash: sha256('another') }] })),
    ).toMatchObject({ holds: false });
  });

  it('pages the log, and shows a stream with its states', async () => {
    const first = await must(api.get('audit/events/?account_id=1&limit=3'));
    expect(first.results).toHaveLength(3);
    const second = await must(api.get(`audit/events/?account_id=1&limit=3&after=${first.next_after}`));
    expect(second.results[0].position).toBeGreaterThan(first.results[2].position);
    const { results } = await must(api.get('audit/streams/managed-subscription-1/?limit=200'));
    expect(results[0]).toMatchObject({ revision: 0, before: { status: 'none' }, after: { status: 'pending' } });
    const paused = results.find(({ type }: { type: string }) => type === 'ManagedSubscriptionPaused');
    expect(paused).toMatchObject({ before: { status: 'active' }, after: { status: 'paused' } });
    expect((await api.get('audit/streams/nothing-at-all/')).status).toBe(404);
    expect((await api.as(client).get('audit/events/')).status).toBe(403);
  });

  it('records who read what', async () => {
    await must(api.as(client).get('billing/invoices/1/'));
    const { results } = await must(api.get('audit/events/?type=ReadAccessRecorded&account_id=1&limit=200'));
    const last = results.at(-1);
    expect(last).toMatchObject({
      data: { what: 'invoice', ids: [1], route: '/api/v1/billing/invoices/{id}/' },
      metadata: { actor: { kind: 'client' }, account_id: 1 },
    });
  });

  it('takes a client’s dispute, puts its evidence together, and settles it with a credit note and a refund', async () => {
    const bad = await api.as(client).post('audit/disputes/', { invoice_id: 1, amount: '9999.00', reason: 'x' });
    expect(bad.body.errors[0].pointer).toBe('/amount');
    const opened = await must(
      api.as(client).post('audit/disputes/', { invoice_id: 1, amount: '50.00', reason: 'two articles were late' }),
      201,
    );
    expect(opened).toMatchObject({ status: 'open', opened_by: 'client', amount: '50.00', evidence: null });
    const path = `audit/disputes/${opened.id}/`;
    const again = await api.as(client).post('audit/disputes/', { invoice_id: 1, reason: 'again' });
    expect([again.status, again.body.code]).toEqual([409, 'duplicate']);
    expect((await api.get(`${path}bundle/`)).status).toBe(404);
    const overdue = await must(api.get('services/dashboard/overdue/?kind=dispute'));
    expect(overdue.results[0].detail).toContain('evidence is to be prepared');

    const ready = await must(api.post(`${path}evidence/`, {}));
    expect(ready).toMatchObject({ status: 'evidence_ready', evidence: { generated_at: '2026-07-01T12:00:00.000Z' } });
    const bundle = await bundleOf(opened.id);
    expect(sha256(bundle)).toBe(ready.evidence.sha256);
    const mine = checked(bundle, { heads: [keptHead as never], consistency: [], firstKey: null }, checkCrypto);
    expect(mine).toMatchObject({ verdict: 'holds' });
    expect(verify(bundle, { heads: [keptHead] })).toMatchObject({ verdict: 'holds' });
    expect(Buffer.from(bundle).includes('Wilhelmina')).toBe(false);
    // All of the subscription is there, so that no pause can be left out: from its creation to the closing of June.
    const lines = Buffer.from(unpacked(bundle)?.get('events.jsonl') ?? '')
      .toString()
      .trimEnd()
      .split('\n');
    const own = lines.map((line) => JSON.parse(line)).filter(({ stream }) => stream === 'managed-subscription-1');
    expect(own.map(({ revision }) => revision)).toEqual([...own.keys()]);
    expect(own.at(-1)).toMatchObject({ type: 'ServiceMonthClosed', data: { month: '2026-06' } });
    expect((await api.post(`${path}evidence/`, { submit: true })).status).toBe(409);

    await followed(opened.id);
    const settled = await must(api.post(`${path}settle/`, { outcome: 'credited', note: 'agreed' }));
    expect(settled).toMatchObject({ status: 'credited', invoice_status: 'paid' });
    expect(settled.credit_note_id).toBeGreaterThan(0);
    expect(settled.refund_id).toBeGreaterThan(0);
    await api.advance('2026-07-01T13:00:00Z');
    expect(await must(api.get('billing/invoices/1/'))).toMatchObject({
      credited: '50.00',
      refunded: '50.00',
      amount_due: '0.00',
      status: 'paid',
      refunds: [{ status: 'succeeded', amount: '50.00' }],
    });
    expect((await api.post(`${path}settle/`, { outcome: 'won', note: 'x' })).status).toBe(409);
  });

  it('hands evidence to the card network, and gives a dispute up there', async () => {
    const { payments } = await must(api.get('billing/invoices/1/'));
    const { reference } = payments[0];
    await must(api.post('sandbox/disputes/', { provider: 'stripe', reference, amount: '40.00' }), 201);
    await api.advance('2026-07-01T14:00:00Z');
    const [dispute] = (await must(api.get('audit/disputes/?opened_by=card_network'))).results;
    expect(dispute).toMatchObject({ status: 'open', amount: '40.00', reason: 'fraudulent' });
    expect(dispute.due_by).not.toBeNull();
    const path = `audit/disputes/${dispute.id}/`;
    expect((await api.post(`${path}settle/`, { outcome: 'won', note: 'x' })).status).toBe(409);
    await must(api.post(`${path}evidence/`, { submit: true }));
    await api.advance('2026-07-01T15:00:00Z');
    expect(await must(api.get(path))).toMatchObject({ status: 'submitted' });
    const bundle = await bundleOf(dispute.id);
    expect(verify(bundle, { heads: [keptHead] })).toMatchObject({ verdict: 'holds' });
    const handed = JSON.parse(Buffer.from(unpacked(bundle)?.get('stripe-evidence.json') ?? '').toString());
    const happened = String(handed.stated_by_issuer.uncategorized_text).split('\n').slice(1);
    expect(handed.uncategorized_text).toMatch(/^How invoice INV-2026-000001 over \S+ USD came about\n/);
    expect(happened[0]).toMatch(/Subscription 1: Managed \w+ was ordered for site 11/);
    expect(happened.some((moment) => /Z Invoice INV-2026-000001 .* was issued/.test(moment))).toBe(true);
    const times = happened.flatMap((moment) => moment.split(' ')[0] || []);
    expect([...times].sort()).toEqual(times);
    const ledger = (await must(api.get('sandbox/ledger/?provider=stripe'))).results;
    expect(ledger.at(-1)).toMatchObject({ operation: 'dispute_evidence', outcome: 'submitted' });

    const settled = await must(api.post(`${path}settle/`, { outcome: 'credited', note: 'given up' }));
    expect(settled).toMatchObject({ status: 'credited', refund_id: null });
    await api.advance('2026-07-01T16:00:00Z');
    const after = await must(api.get('billing/invoices/1/'));
    expect(after).toMatchObject({ credited: '90.00', refunded: '50.00', amount_due: '0.00' });
    const closed = (await must(api.get('sandbox/ledger/?provider=stripe'))).results.at(-1);
    expect(closed).toMatchObject({ operation: 'dispute_closed', outcome: 'lost' });
  });
});

async function connection(api: SandboxApi) {
  const { createPool } = await import('#adapters/postgres');
  return { pool: createPool(api.database.config) };
}
