import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { metadataOf } from '#runtime/metadata';
import { type SandboxApi, sandboxApi } from '#test/support/api';
import { begin, day, must, placement, START, urlOf } from '#test/support/backlinks';

const ORDER = {
  site_id: 11,
  order_type: 'one_time',
  pricing_mode: 'tiers',
  niche: 'finance_insurance',
  lines: [
    { tier: 'basic_guest_post', quantity: 1, dr: 40 },
    { tier: 'standard_guest_post', quantity: 1, unit_price: '480.00' },
    { tier: 'pr_basic', quantity: 1 },
  ],
};
const byUrl = (a: { readonly url: string }, b: { readonly url: string }) => (a.url < b.url ? -1 : 1);

describe('an order of three tier lines in finance, with only the clock moved', () => {
  let api: SandboxApi;
  let client: string;
  beforeAll(async () => {
    api = await sandboxApi(START);
    await begin(api, 3);
    const token = { role: 'client', account_id: 1, scopes: ['read', 'write'] };
    client = (await must(api.post('auth/tokens/', token), 201)).token;
  });
  afterAll(() => api.stop());

  it('is quoted with every step of the arithmetic, and nothing is appended', async () => {
    const before = await api.running.system.around.store.head();
    const quote = await must(api.post('services/backlink-orders/quote/', ORDER));
    expect(quote).toMatchObject({
      client_price: '1807.50',
      expected_cost: { low: '229.00', high: '879.00' },
      expected_margin: { low: '928.50', high: '1578.50' },
      lines: [
        { id: 1, unit_price: '225.00', niche_surcharge: 1.5, amount: '337.50' },
        { id: 2, unit_price: '480.00', amount: '720.00' },
        { id: 3, unit_price: '500.00', amount: '750.00' },
      ],
    });
    expect(quote.steps.map(({ value }: { value: string }) => value)).toEqual([
      '225.00',
      '337.50',
      '480.00',
      '720.00',
      '500.00',
      '750.00',
      '1807.50',
      '229.00 to 879.00',
      '928.50 to 1578.50',
    ]);
    // What the start itself still has to do may come in between; of who asked nothing does.
    const { events } = await api.running.system.around.store.readAll({ after: before });
    expect(events.filter((event) => metadataOf(event).actor.kind === 'admin')).toEqual([]);
    const seen = await must(api.as(client).post('services/backlink-orders/quote/', ORDER));
    expect(seen).not.toHaveProperty('expected_cost');
    expect(seen).not.toHaveProperty('expected_margin');
    expect(JSON.stringify(seen)).not.toContain('229.00');
  });

  it('is approved by the client, placed, checked, live and submitted', async () => {
    const order = await must(api.post('services/backlink-orders/', ORDER), 201);
    expect(order).toMatchObject({ id: 1, status: 'draft', client_price: '1807.50', package: 'custom' });
    expect((await api.post('services/backlink-orders/1/approve/', {})).status).toBe(422);
    const approved = await must(api.as(client).post('services/backlink-orders/1/approve/', {}));
    expect(approved).toMatchObject({ status: 'approved', due_date: '2026-07-01' });
    expect(approved).not.toHaveProperty('margin');

    for (const [n, tier, cost] of [
      [1, 'basic_guest_post', '62.50'],
      [2, 'standard_guest_post', '210.10'],
      [3, 'pr_basic', '149.00'],
    ] as const)
      await must(api.post('services/backlink-orders/1/links/', placement(n, tier, cost)), 201);
    await api.post('sandbox/index/', { url: urlOf(1), indexed: true, from: day(8, '09:00:00') });
    await api.post('sandbox/index/', { url: urlOf(2), indexed: true, from: day(15, '09:00:00') });
    await api.advance(day(0));
    const links = await must(api.get('services/backlink-orders/1/links/'));
    expect(links.results.map(({ status, rel }: { status: string; rel: string }) => [status, rel])).toEqual([
      ['live', ''],
      ['live', ''],
      ['live', ''],
    ]);
    expect(links.results[0]).toMatchObject({
      live_checks: [{ step: 'at_once', http_status: 200, link_found: true, final_url: urlOf(1) }],
      indexing: { request_id: expect.any(Number), status: 'open' },
      cost: '62.50',
    });
    expect(await must(api.get('services/backlink-orders/1/'))).toMatchObject({
      status: 'delivered',
      links_ordered: 3,
      links_delivered: 3,
      links_live: 3,
      links_indexed: 0,
      actual_cost: '421.60',
      margin: '1385.90',
      margin_percent: 76.67,
      margin_multiple: 4.29,
    });
  });

  it('has one link indexed on day 9, one on day 16 after its re-submission, one failed on day 28 and reviewed', async () => {
    await api.advance(day(30));
    // Whichever link's check was answered first has the first request.
    const requests = ((await must(api.get('linker/indexing/requests/'))).results as Request[]).sort(byUrl);
    type Request = {
      id: number;
      url: string;
      status: string;
      indexed_on_day: number;
      cost: string;
      check_count: number;
      attempts: { step: string }[];
    };
    expect(requests.map((r) => [r.status, r.indexed_on_day, r.cost, r.check_count, r.attempts.length])).toEqual([
      // Each look at the index is paid for, too.
      ['indexed', 9, '0.0120', 3, 1],
      ['indexed', 16, '0.0300', 10, 2],
      ['failed', null, '0.0480', 22, 2],
    ]);
    const failed = requests[2]?.id;
    const overdue = await must(api.get('services/dashboard/overdue/?kind=indexing_review'));
    expect(overdue.results).toMatchObject([
      { kind: 'indexing_review', href: `/api/v1/linker/indexing/requests/${failed}/` },
    ]);
    const reviewed = await must(
      api.post(`linker/indexing/requests/${failed}/review/`, {
        outcome: 'accept_failure',
        note: 'vendor will not help',
      }),
    );
    expect(reviewed).toMatchObject({ status: 'failed', needs_review: false, review: { outcome: 'accept_failure' } });
    await api.advance(day(31));
  });

  it('comes out to the cent: counters, costs, margin, stats, and the ledger of what was truly submitted', async () => {
    expect(await must(api.get('services/backlink-orders/1/'))).toMatchObject({
      status: 'completed',
      links_delivered: 3,
      links_live: 3,
      links_indexed: 2,
      client_price: '1807.50',
      actual_cost: '421.60',
      margin: '1385.90',
    });
    expect(await must(api.get('linker/indexing/stats/?site_id=11'))).toMatchObject({
      total: 3,
      pending: 0,
      success_rate: 0.6667,
      median_days_to_index: 12.5,
      cost_total: '0.0900',
      by_status: { indexed: 2, failed: 1 },
      by_service: [{ service: 'speedyindex', submitted: 5, indexed: 2, failed: 1, cost: '0.0900' }],
    });
    const ledger = (await must(api.get('sandbox/ledger/?provider=speedyindex'))).results as {
      operation: string;
      request: { urls: string[] };
      outcome: string;
      charged?: string;
    }[];
    // All that the service has charged is booked: on the requests, and in the margin of the order, the client and the month.
    const charged = ledger.reduce((sum, entry) => sum + Number(entry.charged ?? '0'), 0);
    expect(charged.toFixed(4)).toBe('0.0900');
    for (const by of ['order', 'client', 'month', 'service']) {
      const { results } = await must(api.get(`services/dashboard/margin/?by=${by}&from=2026-06&to=2026-07`));
      const costs = results.map((row: { cost_by_kind: Record<string, string> }) => row.cost_by_kind['indexing']);
      expect([by, costs.filter(Boolean).reduce((sum: number, cost: string) => sum + Number(cost), 0)]).toEqual([
        by,
        0.09,
      ]);
    }
    const [charges] = (await must(api.get('linker/indexing/requests/'))).results
      .sort(byUrl)
      .map((request: { charges: object[] }) => request.charges);
    expect(charges).toMatchObject([
      { what: 'index_check', step: 'day_7', service: 'speedyindex', cost: '0.0015' },
      { step: 'day_8' },
      { step: 'day_9' },
    ]);
    const theirs = await must(api.as(client).get('linker/indexing/requests/'));
    expect(JSON.stringify(theirs)).not.toMatch(/cost|charges|speedyindex/);
    const submitted = ledger.filter(({ operation }) => operation === 'submit').flatMap(({ request }) => request.urls);
    expect(submitted.sort()).toEqual([1, 2, 2, 3, 3].map(urlOf));
    const timeline = (await must(api.get('services/backlink-orders/1/timeline/'))).results as { summary: string }[];
    expect(timeline.at(0)?.summary).toBe('The order was drafted: 3 links for 1807.50 USD.');
    expect(timeline.map(({ summary }) => summary)).toContain('Link 2 is in the index (day 16).');
    const seen = await must(api.as(client).get('services/backlink-orders/1/timeline/'));
    expect(JSON.stringify(seen)).not.toMatch(/cost|vendor|fatgrid|62\.50|6250/);
  });
});
