import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadConfig } from '#app/config';
import { type Running, start } from '#app/main';
import { verified } from '#cli/verify';
import { unexplained } from '#test/billing/e2e/half-year-proof';
import { ADMIN, Client, clientFacts, databaseUrl, type SandboxApi, sandboxApi } from '#test/support/api';
import { linkTo, must, urlOf } from '#test/support/backlinks';
import { verify } from '../../../docs/verify/verify.mjs';

const folder = mkdtempSync(join(tmpdir(), 'audit-'));
const key = () => generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64');
const [OLD_KEY, NEW_KEY] = [key(), key()];

describe('every kind of line, and a key that is rotated', () => {
  let api: SandboxApi;
  let restarted: Running | null = null;
  const heads = join(folder, 'heads.jsonl');
  const link = (n: number, cost: string, more: object = {}) => ({
    vendor: 'direct',
    source_url: urlOf(n),
    target_url: 'https://site11.example/',
    anchor_text: `anchor ${n}`,
    cost,
    ...more,
  });
  const pass = async (minutes: number) => {
    const { now } = await must(api.get('sandbox/clock/'));
    await api.advance(new Date(Date.parse(now) + minutes * 60_000).toISOString());
  };
  const bundleOf = async (client: Client, id: number) => {
    const answer = await fetch(`${client.url}/api/v1/audit/disputes/${id}/bundle/`, {
      headers: { authorization: `Bearer ${ADMIN}` },
    });
    expect(answer.status).toBe(200);
    return new Uint8Array(await answer.arrayBuffer());
  };

  beforeAll(async () => {
    api = await sandboxApi('2026-06-17T08:00:00Z', { SIGNING_KEY: OLD_KEY, TREE_HEAD_FILE: heads });
    await must(api.post('platform/facts/', clientFacts(1, 11, 'scale')));
    for (let n = 1; n <= 4; n++) await api.post('sandbox/pages/', { url: urlOf(n), html: linkTo(n) });
    await must(api.post('billing/accounts/1/payment-methods/', { gateway: 'stripe', test_card: 'ok' }), 201);
    await must(api.put('billing/accounts/1/tax-rate/', { tax_rate: '7.5' }));
    await must(api.post('services/subscriptions/', { account_id: 1, site_id: 11, tier: 'pro' }), 201);
    await pass(60);
    const campaign = { site_id: 11, order_type: 'one_time', pricing_mode: 'pass_through', budget: '500.00' };
    await must(
      api.post('services/backlink-orders/', {
        ...campaign,
        lines: [{ tier: 'basic_guest_post', quantity: 1 }],
        managed_subscription_id: 1,
      }),
      201,
    );
    const tiers = { site_id: 11, order_type: 'one_time', pricing_mode: 'tiers', niche: 'general' };
    const lines = [{ tier: 'basic_guest_post', quantity: 3, dr: 40 }];
    await must(api.post('services/backlink-orders/', { ...tiers, lines }), 201);
    await must(api.post('services/backlink-orders/', { ...tiers, lines: [{ ...lines[0], quantity: 1 }] }), 201);
    for (const id of [1, 2, 3])
      await must(api.post(`services/backlink-orders/${id}/approve/`, { on_behalf_of_client: true }));
    await must(api.post('services/backlink-orders/1/links/', link(1, '61.57', { tier: 'basic_guest_post' })), 201);
    await must(api.post('services/backlink-orders/2/links/', link(2, '40.00', { tier: 'basic_guest_post' })), 201);
    await must(api.post('services/backlink-orders/3/links/', link(3, '40.00', { tier: 'basic_guest_post' })), 201);
    await pass(60);
    for (const id of [1, 3])
      await must(api.post(`services/backlink-orders/${id}/complete/`, { reason: 'all links are live' }));
    await must(api.post('services/backlink-orders/2/cancel/', { reason: 'changed plans' }));
    const boost = { account_id: 1, quantity: 12, payment_method: 'stripe' };
    await must(api.post('billing/add-ons/indexing-boost/', boost), 201);
    const pack = { account_id: 1, site_id: 11, package: 'starter', payment_method: 'stripe' };
    await must(api.post('billing/add-ons/backlink-package/', pack), 201);
    await api.advance('2026-07-02T09:00:00Z');
    const { results } = await must(api.get('billing/invoices/?kind=regular'));
    const credit = { amount: '33.33', reason: 'a late article', refund: false };
    await must(api.post(`billing/invoices/${results[0].id}/credit-notes/`, credit), 201);
    await must(api.patch('services/subscriptions/1/', { monthly_price: '350.00', override_reason: 'loyalty' }));
    await api.advance('2026-08-02T09:00:00Z');
  }, 120_000);
  afterAll(async () => {
    await restarted?.stop();
    await api?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is computed anew from the events that it names', async () => {
    const { results } = await must(api.get('billing/invoices/?page_size=200'));
    const rules = new Set(results.flatMap(({ lines }: { lines: { rule: string }[] }) => lines.map(({ rule }) => rule)));
    expect([...rules].sort()).toEqual([
      'add_on.backlink_package',
      'add_on.indexing_boost',
      'credit.account_credit',
      'order.cancelled_part',
      ...[
        'order.completed',
        'order.pass_through',
        'subscription.full_month',
        'subscription.prorated_days',
        'tax.percent',
      ].filter((rule) => rules.has(rule)),
    ]);
    expect(rules).toContain('order.pass_through');
    expect(rules).toContain('subscription.prorated_days');
    expect(await unexplained(api, results)).toEqual([]);
  });

  it('holds in bundles, which show what was passed through and nothing else of what Alorig pays', async () => {
    const { results } = await must(api.get('billing/invoices/?page_size=200'));
    for (const invoice of results as { id: number; total: string; lines: { rule: string; order_id: number }[] }[]) {
      if (Number(invoice.total) === 0) continue;
      const { id } = await must(api.post('audit/disputes/', { invoice_id: invoice.id, reason: 'asked' }), 201);
      await must(api.post(`audit/disputes/${id}/evidence/`, {}));
      const bundle = await bundleOf(api, id);
      expect(verify(bundle, { heads: [] }), `invoice ${invoice.id}`).toMatchObject({ verdict: 'holds' });
      const file = join(folder, `bundle-${invoice.id}.zip`);
      writeFileSync(file, bundle);
      expect(verified(file, {})).toMatchObject({ code: 0 });
      const text = Buffer.from(bundle).toString('latin1');
      const passed = invoice.lines.some(({ rule }) => rule === 'order.pass_through');
      expect(text.includes('"pointer":"/cost_cents"')).toBe(passed);
      // What the others cost is in no file.
      expect(text).not.toContain('"cost_cents":4000');
    }
  }, 60_000);

  it('was told to whoever keeps heads, every night', async () => {
    const lines = readFileSync(heads, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { size: number });
    expect(lines.length).toBeGreaterThan(40);
    expect(lines.every(({ size }, n) => n === 0 || size > (lines[n - 1]?.size ?? 0))).toBe(true);
    expect(await must(api.post('audit/verify/', { heads: lines.slice(-100) }))).toMatchObject({ holds: true });
  });

  it('is signed by another key from a restart on, and older heads still count', async () => {
    const old = await must(api.get('audit/tree-head/'));
    await api.running.stop();
    const env = {
      SANDBOX: 'true',
      PORT: '0',
      DATABASE_URL: databaseUrl(api.database),
      LOG_LEVEL: 'silent',
      BOOTSTRAP_ADMIN_TOKEN: ADMIN,
      SIGNING_KEY: NEW_KEY,
      SIGNING_KEYS_PREVIOUS: OLD_KEY,
    };
    restarted = await start(loadConfig(env));
    const client = new Client(restarted.url);
    const now = await must(client.get('audit/tree-head/'));
    expect(now.key_id).not.toBe(old.key_id);
    const { results: keys } = await must(client.get('audit/keys/'));
    expect(keys).toMatchObject([
      { key_id: old.key_id, previous: null },
      { key_id: now.key_id, previous: old.key_id },
    ]);
    expect(keys[1].handover).toEqual(expect.any(String));
    const { results } = await must(client.get('audit/disputes/'));
    const { id } = results[0];
    const before = await bundleOf(client, id);
    expect(verify(before, { heads: [old] }).verdict).not.toBe('broken');
    await must(client.post(`audit/disputes/${id}/evidence/`, {}));
    const bundle = await bundleOf(client, id);
    expect(verify(bundle, { heads: [old], key: old.key_id })).toMatchObject({ verdict: 'holds' });
    const [file, head] = [join(folder, 'rotated.zip'), join(folder, 'old-head.json')];
    writeFileSync(file, bundle);
    writeFileSync(head, JSON.stringify(old));
    expect(verified(file, { head: [head], key: old.key_id })).toMatchObject({ code: 0 });
    const other = join(folder, 'other-head.json');
    writeFileSync(other, JSON.stringify({ ...old, root_hash: 'ab'.repeat(32) }));
    expect(verified(file, { head: [other] })).toMatchObject({ code: 1 });
  });
});
