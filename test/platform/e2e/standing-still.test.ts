import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, clientFacts, fact, type SandboxApi, sandboxApi } from '#test/support/api';
import { begin, must, placement, START, urlOf } from '#test/support/backlinks';

const PATIENCE_MS = 50;

/** Holds every projection of a running product where it is, whoever would move it on. */
function brake({ running: { system } }: SandboxApi) {
  const { projector, arrivals } = system;
  const moves = projector.runOnce.bind(projector);
  const waits = arrivals.waitFor.bind(arrivals);
  const moving = new Set<Promise<boolean>>();
  let isStopped = false;
  projector.runOnce = async () => {
    if (isStopped) return false;
    const move = moves();
    moving.add(move);
    return move.finally(() => moving.delete(move));
  };
  const stop = async () => {
    isStopped = true;
    // It is not for nothing that anybody waits, only for longer than a test has to.
    arrivals.waitFor = (position) => waits(position, PATIENCE_MS);
    // One that is on its way would still read what is told next.
    await Promise.allSettled(moving);
  };
  const go = async () => {
    isStopped = false;
    arrivals.waitFor = waits;
    await system.runtime.settle();
    await system.upToDate();
  };
  return {
    stop,
    go,
    /** Asks while the read models stand still; they have caught up before it and after it. */
    async during(ask: () => Promise<Answer>): Promise<Answer> {
      await go();
      await stop();
      try {
        return await ask();
      } finally {
        await go();
      }
    },
  };
}

describe('while the read models stand still', () => {
  let api: SandboxApi;
  let brakes: ReturnType<typeof brake>;
  const invoice = 1;
  beforeAll(async () => {
    api = await sandboxApi(START);
    brakes = brake(api);
    await begin(api, 3);
    await must(
      api.post('platform/facts/', [
        ...clientFacts(2, 22, 'growth'),
        fact('UserRegistered', { user_id: 900, account_id: 1, name: 'Maya', email: 'maya@example.com' }),
      ]),
    );
    await must(api.post('billing/accounts/1/payment-methods/', { gateway: 'manual' }), 201);
    await must(api.post('services/subscriptions/', { account_id: 2, site_id: 22, tier: 'lite' }), 201);
    await api.advance('2026-07-01T09:00:00Z');
    await must(api.get(`billing/invoices/${invoice}/`));
  });
  afterAll(async () => {
    await brakes.go();
    await api.stop();
  });

  /** In order: each goes on from what those before it have made. */
  const commands: [string, () => Promise<Answer>, object][] = [
    [
      'a flag',
      () => api.put('ops/flags/', { flag: 'managed_services_enabled', account_id: 2, enabled: true, reason: 'pilot' }),
      {
        status: 200,
        body: { results: expect.arrayContaining([expect.objectContaining({ account_id: 2, reason: 'pilot' })]) },
      },
    ],
    [
      'a price',
      () =>
        api.patch('services/price-book/', { changes: { 'packages.starter.price.high': '1600.00' }, reason: 'rose' }),
      { status: 200, body: { version: 2, packages: { starter: { price: { high: '1600.00' } } } } },
    ],
    [
      'a plan',
      () => api.put('billing/plans/growth/features/', { plan_features: { ahrefs_level: 'full' } }),
      { status: 200, body: { version: 2 } },
    ],
    [
      'an entitlement',
      () => api.put('billing/accounts/2/entitlements/ahrefs_level/', { level: 'none', reason: 'unpaid' }),
      { status: 200, body: { features: { ahrefs_level: { level: 'none', source: 'override' } } } },
    ],
    [
      'a new order',
      () =>
        api.post('services/backlink-orders/', { site_id: 11, order_type: 'one_time', package: 'starter', links: 6 }),
      { status: 201, body: { id: 1, status: 'draft', links_ordered: 6 } },
    ],
    [
      'an order that is approved',
      () => api.post('services/backlink-orders/1/approve/', { on_behalf_of_client: true }),
      { status: 200, body: { id: 1, status: expect.stringMatching(/approved|in_progress/) } },
    ],
    [
      'a link',
      () => api.post('services/backlink-orders/1/links/', placement(1, 'basic_guest_post', '50.00')),
      { status: 201, body: { id: 1, order_id: 1, status: 'placed', source_url: urlOf(1), cost: '50.00' } },
    ],
    [
      'what a link cost',
      () => api.patch('linker/backlinks/1/', { cost: '55.00', reason: 'vendor invoice' }),
      { status: 200, body: { id: 1, cost: '55.00' } },
    ],
    [
      'a new subscription, which its manager may see from now on',
      async () => {
        await brakes.go();
        const { token } = (await api.post('auth/tokens/', { role: 'account_manager', user_id: 900 })).body;
        await brakes.go();
        await brakes.stop();
        return api.as(token).post('services/subscriptions/', { account_id: 1, site_id: 11, tier: 'pro' });
      },
      { status: 201, body: { id: 2, site_id: 11, tier: 'pro', status: 'pending', account_manager_id: 900 } },
    ],
    [
      'a subscription that is changed',
      () => api.patch('services/subscriptions/1/', { monthly_price: '299.00', override_reason: 'loyal' }),
      { status: 200, body: { id: 1, monthly_price: '299.00' } },
    ],
    [
      'a subscription that is paused',
      () => api.post('services/subscriptions/1/pause/', { reason: 'relaunch' }),
      { status: 200, body: { id: 1, status: 'paused', paused_reason: 'relaunch', monthly_price: '299.00' } },
    ],
    [
      'a tax rate',
      () => api.put('billing/accounts/2/tax-rate/', { tax_rate: '19', reason: 'VAT' }),
      { status: 200, body: { account_id: 2, tax_rate: '19', open: '100.00' } },
    ],
    [
      'a payment',
      () => api.post(`billing/invoices/${invoice}/payments/`, { gateway: 'manual', amount: '20.00' }),
      { status: 201, body: { gateway: 'manual', amount: '20.00', status: 'succeeded' } },
    ],
    [
      'an invoice',
      () => api.post(`billing/invoices/${invoice}/dunning/hold/`, { reason: 'pays on Friday' }),
      { status: 200, body: { id: invoice, paid: '20.00', amount_due: '80.00', dunning: { status: 'held' } } },
    ],
    [
      'a dispute',
      () => api.post('audit/disputes/', { invoice_id: invoice, amount: '5.00', reason: 'late' }),
      { status: 201, body: { invoice_id: invoice, amount: '5.00', status: 'open' } },
    ],
    [
      'a dispute that is settled',
      () => api.post('audit/disputes/1/settle/', { outcome: 'won', note: 'it was on time' }),
      { status: 200, body: { id: 1, status: 'won', note: 'it was on time' } },
    ],
    [
      'a credit note',
      () => api.post(`billing/invoices/${invoice}/credit-notes/`, { amount: '6.67', reason: 'late' }),
      { status: 201, body: { total: '6.67', reason: 'late' } },
    ],
    [
      'a purchase',
      () => api.post('billing/add-ons/indexing-boost/', { account_id: 2, payment_method: 'manual', quantity: 100 }),
      { status: 201, body: { account_id: 2, kind: 'indexing-boost', status: 'pending', terms: { quantity: 100 } } },
    ],
    [
      'a connection to Ahrefs',
      () => api.post('integration/ahrefs/connect/', { account_id: 1, api_key: 'sandbox-key-1' }),
      { status: 200, body: { status: 'active' } },
    ],
    [
      'a snapshot',
      () => api.post('integration/ahrefs/snapshot/', { site_id: 11 }),
      { status: 200, body: { site_id: 11 } },
    ],
    [
      'a person who is erased',
      () => api.delete('audit/subjects/user/900/?reason=asked'),
      { status: 200, body: { kind: 'user', id: 900, erased_at: expect.any(String) } },
    ],
  ];
  it.each(commands)(
    'the answer shows what was decided: %s',
    async (_, ask, expected) => {
      expect(await brakes.during(ask)).toMatchObject(expected);
    },
    30_000,
  );

  it('a token is shown, is good at once, and is bad at once', async () => {
    await brakes.go();
    await brakes.stop();
    const issued = await api.post('auth/tokens/', { role: 'client', account_id: 1, label: 'shop' });
    expect(issued).toMatchObject({ status: 201, body: { role: 'client', account_id: 1, label: 'shop' } });
    const client = api.as(issued.body.token);
    expect((await client.get('billing/accounts/1/balance/')).status).toBe(200);
    expect((await api.delete(`auth/tokens/${issued.body.id}/`)).status).toBe(204);
    expect((await client.get('billing/accounts/1/balance/')).status).toBe(401);
    await brakes.go();
  }, 30_000);

  it('the secret of a webhook is shown, however long they have stood', async () => {
    await brakes.go();
    await brakes.stop();
    for (const path of ['one', 'two']) {
      const wanted = { url: `https://hooks.example/${path}`, event_types: ['ArticlePublished'], account_id: 2 };
      const made = await api.post('webhooks/', wanted);
      expect(made).toMatchObject({ status: 201, body: { ...wanted, active: true } });
      expect(made.body.secret).toMatch(/^whsec_/);
    }
    await brakes.go();
  }, 30_000);

  it('no link is told not to be there, or not to be live, that nobody could see yet', async () => {
    await brakes.go();
    await brakes.stop();
    await must(api.post('services/backlink-orders/1/links/', placement(2, 'basic_guest_post', '50.00')), 201);
    for (const [path, body] of [
      ['submit/', { backlink_ids: [2] }],
      ['bulk-submit/', { site_id: 11 }],
    ] as const)
      expect(await api.post(`linker/indexing/${path}`, body)).toMatchObject({
        status: 503,
        body: { code: 'not_yet_visible' },
      });
    await brakes.go();
    const { accepted, refused } = await must(api.post('linker/indexing/submit/', { backlink_ids: [2] }));
    expect([...accepted, ...refused]).toMatchObject([{ backlink_id: 2 }]);
  }, 30_000);

  it('what has to be looked up first is put off, and nothing of it is kept under its key', async () => {
    const first = clientFacts(5, 55).slice(0, 1);
    const told = async (): Promise<Answer> => {
      await brakes.go();
      await brakes.stop();
      return api.post('platform/facts/', first);
    };
    // Facts are not taken before all that was told is shown: what the background was still at is let through.
    let answer = await told();
    for (let tries = 1; answer.status === 503 && tries < 20; tries++) answer = await told();
    expect(answer).toMatchObject({ status: 200, body: { results: [{ outcome: 'accepted' }] } });
    const headers = { 'idempotency-key': 'while-standing' };
    const wanted = { account_id: 5, site_id: 55, tier: 'lite' };
    const put = await api.post('services/subscriptions/', wanted, { headers });
    expect(put).toMatchObject({ status: 503, body: { code: 'not_yet_visible' } });
    expect(put.headers.get('retry-after')).toBe('1');
    await brakes.go();
    await must(api.post('platform/facts/', clientFacts(5, 55).slice(1)));
    const done = await api.post('services/subscriptions/', wanted, { headers });
    expect(done).toMatchObject({ status: 201, body: { account_id: 5, site_id: 55 } });
    expect(done.headers.get('idempotency-replayed')).toBeNull();
  }, 30_000);
});

describe('readiness', () => {
  it('is lost while read models are behind and do not move, and found again', async () => {
    const api = await sandboxApi(START, { READY_MAX_LAG_SECONDS: '1' });
    const { stop, go } = brake(api);
    expect((await api.get('/readyz')).status).toBe(200);
    await stop();
    await api.post('auth/tokens/', { role: 'admin' });
    let answer = await api.get('/readyz');
    for (const until = Date.now() + 20_000; answer.status === 200 && Date.now() < until; )
      answer = await api.get('/readyz');
    expect(answer).toMatchObject({ status: 503, body: { ready: false } });
    expect(Object.values(answer.body.checks.projections)).toContainEqual({
      lag: expect.any(Number),
      still_seconds: expect.any(Number),
    });
    await go();
    expect((await api.get('/readyz')).status).toBe(200);
    await api.stop();
  }, 60_000);
});
