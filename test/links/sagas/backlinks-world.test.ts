import { describe, expect, it } from 'vitest';
import type { AccountId, OrderId, SiteId } from '#domain/kernel/ids';
import { cents } from '#domain/kernel/money';
import type { LinkTier } from '#domain/links/price-book-data';
import { ORDERS } from '#projections/links/backlink-order-table';
import { BACKLINKS } from '#projections/links/backlink-tables';
import { INDEXING_REQUESTS } from '#projections/links/indexing-request-tables';
import { day, START, urlOf } from '#test/support/backlinks';
import { page } from '#test/support/outside';
import { at, type World, world } from '#test/support/world';

/** An approved order of these tiers for site 11 of account 1. */
async function approvedOrder(w: World, ...tiers: LinkTier[]): Promise<OrderId> {
  const drafted = await w.commands.orders.draft(
    {
      accountId: 1 as AccountId,
      siteId: 11 as SiteId,
      orderType: 'one_time',
      billing: 'on_completion',
      request: {
        pricing_mode: 'tiers',
        lines: tiers.map((tier) => ({ tier, quantity: 1 })),
        niche: 'finance_insurance',
        override_reason: null,
      },
      managedSubscriptionId: null,
      campaignId: null,
      dueDate: null,
      notes: null,
      mayOverride: false,
      createdBy: 1,
    },
    w.cause(),
  );
  if (!drafted.ok || !drafted.id) throw new Error(JSON.stringify(drafted));
  const approved = await w.commands.orders.run(
    drafted.id,
    { type: 'Approve', by: { role: 'client', id: 7 }, onBehalf: false },
    w.cause(),
  );
  if (!approved.ok) throw new Error(JSON.stringify(approved));
  await w.settle();
  return drafted.id;
}

async function place(w: World, order: number, n: number, tier: LinkTier | null = null, replaces: number | null = null) {
  const placed = await w.commands.orders.place(
    order,
    {
      placement: {
        vendor: 'fatgrid',
        vendor_reference: null,
        source_url: urlOf(n),
        source_domain: `blog${n}.example`,
        target_url: 'https://site11.example/',
        anchor_text: `anchor ${n}`,
        cost_cents: cents(n * 1000),
        replaces_id: replaces as never,
      },
      tier,
      overrideReason: null,
    },
    w.cause(),
  );
  if (!placed.ok) throw new Error(JSON.stringify(placed));
  await w.settle();
  return placed.id;
}

const begun = async (...tiers: LinkTier[]) => {
  const w = await world(START);
  await w.client({ account: 1, site: 11 });
  const order = await approvedOrder(w, ...tiers);
  return { w, order };
};

describe('an order of three links', () => {
  it('is placed, live, submitted; one indexed on day 9, one on day 16 after re-submission, one failed and reviewed', async () => {
    const { w, order } = await begun('basic_guest_post', 'standard_guest_post', 'pr_basic');
    for (const [n, tier] of [
      [1, 'basic_guest_post'],
      [2, 'standard_guest_post'],
      [3, 'pr_basic'],
    ] as const)
      await place(w, order, n, tier);
    w.outside.indexedFrom.set(urlOf(1), at(day(9, '06:00:00')));
    w.outside.indexedFrom.set(urlOf(2), at(day(16, '06:00:00')));

    let [row] = await w.rows(ORDERS.name);
    expect(row).toMatchObject({ status: 'delivered', links_delivered: 3, links_live: 3, client_price: '1575.00' });
    await w.advance(day(29));
    const requests = await w.rows(INDEXING_REQUESTS.name);
    expect(requests.map(({ status, indexed_on_day, check_count }) => [status, indexed_on_day, check_count])).toEqual([
      ['indexed', 9, 3],
      ['indexed', 16, 10],
      ['failed', null, 22],
    ]);
    expect(w.outside.sent.map(({ url }) => url).sort()).toEqual([1, 2, 2, 3, 3].map(urlOf));
    [row] = await w.rows(ORDERS.name);
    expect(row).toMatchObject({ status: 'delivered', links_indexed: 2 });
    expect(w.mailbox.map(({ subject }) => subject)).toContain(
      'A backlink page for site11.example did not get into the index',
    );

    await w.commands.backlinks.review(
      3,
      { requestId: 3 as never, outcome: 'accept_failure', note: 'vendor page' },
      w.cause(),
    );
    await w.settle();
    [row] = await w.rows(ORDERS.name);
    expect(row).toMatchObject({ status: 'completed', actual_cost: '60.00', margin: '1515.00' });
  });
});

describe('a link', () => {
  it('that is not live is looked at after 1, 6 and 24 hours, then daily to day 7, then flagged', async () => {
    const { w, order } = await begun('basic_guest_post');
    w.outside.pages.set(urlOf(1), page({ link_found: false }));
    await place(w, order, 1);
    await w.advance(day(10));
    const [row] = await w.rows(BACKLINKS.name);
    expect(row).toMatchObject({ status: 'placed', flagged: true });
    const looks = (row?.['live_checks'] ?? []) as { step: string }[];
    expect(looks.map(({ step }) => step)).toEqual([
      'at_once',
      'hour_1',
      'hour_6',
      'hour_24',
      'day_2',
      'day_3',
      'day_4',
      'day_5',
      'day_6',
      'day_7',
    ]);
  });

  it('is lost after two looks a day apart, and replaced free of charge', async () => {
    const { w, order } = await begun('basic_guest_post');
    await place(w, order, 1);
    await w.advance(day(3));
    w.outside.pages.set(urlOf(1), page({ http_status: 404, link_found: false }));
    await w.advance(day(9));
    expect((await w.rows(BACKLINKS.name))[0]).toMatchObject({
      status: 'lost',
      replacement_owed: true,
      lost_because: 'missing',
    });
    expect((await w.rows(INDEXING_REQUESTS.name))[0]).toMatchObject({ status: 'cancelled', needs_review: false });
    await place(w, order, 2, null, 1);
    const [lost, replacement] = await w.rows(BACKLINKS.name);
    expect(lost).toMatchObject({ status: 'replaced', replaced_by: 2, replacement_owed: false });
    expect(replacement).toMatchObject({ status: 'live', replaces_id: 1 });
    expect((await w.rows(ORDERS.name))[0]).toMatchObject({ links_delivered: 1, links_live: 1, actual_cost: '30.00' });
  });
});
