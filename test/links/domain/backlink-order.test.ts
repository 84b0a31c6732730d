import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BacklinkId, OrderId } from '#domain/kernel/ids';
import { cents } from '#domain/kernel/money';
import type { Day } from '#domain/kernel/time';
import { backlinkOrder } from '#domain/links/backlink-order';
import type { BacklinkOrderCommand, BacklinkOrderEvent, LinkNews } from '#domain/links/backlink-order-messages';
import { actualCost, counters, type KnownOrder } from '#domain/links/backlink-order-state';
import { type LinkTier, STARTING_BOOK } from '#domain/links/price-book-data';
import type { QuoteRequest } from '#domain/links/quote-request';
import { spec } from '#test/support/spec';
import { at } from '#test/support/world';

const { given, lived } = spec(backlinkOrder);
const NOW = at('2026-01-31T10:00:00Z');
const TODAY = '2026-01-31' as Day;
type Without<C> = C extends unknown ? Omit<C, 'now' | 'today'> : never;
const on = (command: Without<BacklinkOrderCommand>, today: string = TODAY): BacklinkOrderCommand =>
  ({ ...command, now: at(`${today}T10:00:00Z`), today }) as BacklinkOrderCommand;

const TIERS: QuoteRequest = {
  pricing_mode: 'tiers',
  override_reason: null,
  lines: [{ tier: 'basic_guest_post', quantity: 2 }],
};
const draft = (request: QuoteRequest = TIERS, more: object = {}) =>
  on({
    type: 'Draft',
    orderId: 1,
    accountId: 1,
    siteId: 11,
    orderType: 'one_time',
    billing: 'on_completion',
    request,
    dueDate: null,
    notes: null,
    managedSubscriptionId: null,
    campaignId: null,
    createdBy: 1,
    book: STARTING_BOOK,
    bookVersion: 1,
    plan: 'scale',
    managedPro: false,
    mayOverride: false,
    ...more,
  } as Without<BacklinkOrderCommand>);
const approve = (today: string = TODAY) =>
  on({ type: 'Approve', by: { role: 'client', id: 7 }, onBehalf: false }, today);
const place = (id: number, cost = 5000, more: { tier?: LinkTier; replaces?: number; reason?: string } = {}) =>
  on({
    type: 'PlaceLink',
    backlinkId: id as BacklinkId,
    tier: more.tier ?? null,
    book: STARTING_BOOK,
    overrideReason: more.reason ?? null,
    placement: {
      vendor: 'fatgrid',
      vendor_reference: null,
      source_url: `https://b${id}.example/`,
      source_domain: 'b.example',
      target_url: 'https://acorn.example/',
      anchor_text: 'acorn',
      cost_cents: cents(cost),
      replaces_id: (more.replaces ?? null) as BacklinkId | null,
    },
  });
const tell = (id: number, news: LinkNews) => on({ type: 'TellOfLink', backlinkId: id as BacklinkId, news });
const indexing = (id: number, status: Extract<LinkNews, { what: 'indexing' }>['indexing']) =>
  tell(id, { what: 'indexing', indexing: status });
const delivered = (id: number) => tell(id, { what: 'delivered' });
const live = (id: number) => tell(id, { what: 'live' });
const lost = (id: number, replacementOwed = true) => tell(id, { what: 'lost', replacementOwed });
const stateOf = (events: readonly BacklinkOrderEvent[]) => given(...events).state as KnownOrder;

describe('an order', () => {
  it('is drafted at its quote, changed while it is a draft, and approved for 30 days', () => {
    const drafted = given().when(draft()).answers('BacklinkOrderDrafted');
    expect(stateOf(drafted)).toMatchObject({ status: 'draft', clientPrice: 30_000 });
    const lines = [{ tier: 'basic_guest_post' as const, quantity: 3, dr: 40 }];
    const asked = { book: STARTING_BOOK, bookVersion: 1, plan: 'scale', managedPro: false, mayOverride: false };
    const revised = given(...drafted)
      .when(on({ type: 'Revise', orderType: 'one_time', request: { ...TIERS, lines }, ...asked }))
      .answers('BacklinkOrderRevised');
    const approved = given(...drafted, ...revised)
      .when(approve())
      .answers({ type: 'BacklinkOrderApproved', data: { client_price_cents: 67_500, due_date: '2026-03-02' } });
    const whole = given(...drafted, ...revised, ...approved);
    whole.when(on({ type: 'Revise', orderType: 'one_time', request: TIERS, ...asked })).refused('invalid_state');
    whole.when(approve()).refused('invalid_state');
    whole.when(on({ type: 'Note', notes: 'later', dueDate: '2026-04-01' as Day })).answers('BacklinkOrderNoted');
    whole.when(on({ type: 'Note', dueDate: '2026-01-30' as Day })).refused('invalid_values');
    whole.when(on({ type: 'Note' })).answers();
  });

  it('of a package is for plans that may buy it, or for an admin with a reason', () => {
    const growth = { pricing_mode: 'package' as const, package: 'authority' as const, override_reason: null };
    given()
      .when(draft(growth, { plan: 'growth' }))
      .refused('feature_not_in_plan');
    given()
      .when(draft({ ...growth, override_reason: 'agreed' }, { plan: 'growth' }))
      .refused('feature_not_in_plan');
    given()
      .when(draft({ ...growth, override_reason: 'agreed' }, { plan: 'growth', mayOverride: true }))
      .answers('BacklinkOrderDrafted');
    given().when(draft(growth)).answers('BacklinkOrderDrafted');
  });

  it('goes from approved to in progress, delivered and completed as its links do', () => {
    const start = lived(draft(), approve());
    const placed = given(...start)
      .when(place(1))
      .answers('OrderLinkPlaced', 'BacklinkOrderStarted');
    const all = [
      ...start,
      ...placed,
      ...given(...start, ...placed)
        .when(place(2))
        .answers('OrderLinkPlaced'),
    ];
    given(...all)
      .when(place(3))
      .refused('invalid_state');
    const both = [
      ...all,
      ...lived(draft(), approve(), place(1), place(2), delivered(1), delivered(2), live(1)).slice(5),
    ];
    const done = given(...both)
      .when(live(2))
      .answers('OrderLinkLive', 'BacklinkOrderDelivered');
    const now = [...both, ...done];
    given(...now)
      .when(indexing(1, 'not_entitled'))
      .answers('OrderLinkIndexing');
    const failed = lived(
      ...[draft(), approve(), place(1), place(2), delivered(1), delivered(2), live(1), live(2)],
      ...[indexing(1, 'open'), indexing(2, 'open'), indexing(1, 'indexed'), indexing(2, 'failed')],
    );
    expect(stateOf(failed).status).toBe('delivered');
    given(...failed)
      .when(indexing(2, 'reviewed'))
      .answers('OrderLinkIndexing', 'BacklinkOrderCompleted');
    given(...failed)
      .when(on({ type: 'Complete', reason: null }))
      .refused('override_required');
    given(...failed)
      .when(on({ type: 'Complete', reason: 'agreed' }))
      .answers('BacklinkOrderCompleted');
  });

  it('completes without any indexing where nothing entitles its links', () => {
    const events = lived(
      draft(),
      approve(),
      place(1),
      place(2),
      delivered(1),
      delivered(2),
      live(1),
      live(2),
      indexing(1, 'not_entitled'),
    );
    given(...events)
      .when(indexing(2, 'not_entitled'))
      .answers('OrderLinkIndexing', 'BacklinkOrderCompleted');
  });

  it('is told the same news once', () => {
    const events = lived(draft(), approve(), place(1), delivered(1), live(1));
    for (const news of [delivered(1), live(1)])
      given(...events)
        .when(news)
        .answers();
    given(...events)
      .when(tell(9, { what: 'live' }))
      .refused('not_found');
  });
});

describe('links of an order', () => {
  it('that are lost lower live and never delivered; a replacement raises live and never delivered', () => {
    const gone = lived(draft(), approve(), place(1), place(2), delivered(1), delivered(2), live(1), live(2), lost(1));
    expect(counters(stateOf(gone))).toMatchObject({ links_delivered: 2, links_live: 1 });
    expect(stateOf(gone).status).toBe('delivered');
    const replaced = [
      ...gone,
      ...given(...gone)
        .when(place(3, 2500, { replaces: 1 }))
        .answers('OrderLinkPlaced'),
    ];
    given(...replaced)
      .when(place(4, 2500, { replaces: 1 }))
      .refused('invalid_state');
    given(...replaced)
      .when(place(4, 2500, { replaces: 9 }))
      .refused('invalid_values');
    const after = [
      ...replaced,
      ...given(...replaced)
        .when(delivered(3))
        .answers('OrderLinkDelivered'),
    ];
    const alive = [
      ...after,
      ...given(...after)
        .when(live(3))
        .answers('OrderLinkLive'),
    ];
    expect(counters(stateOf(alive))).toMatchObject({ links_ordered: 2, links_delivered: 2, links_live: 2 });
    expect(actualCost(stateOf(alive))).toBe(12_500);
    const refused = [
      ...after,
      ...given(...after)
        .when(tell(3, { what: 'rejected', reason: 'spam' }))
        .answers('OrderLinkRejected'),
    ];
    given(...refused)
      .when(place(5, 2500, { replaces: 1 }))
      .answers('OrderLinkPlaced');
  });

  it('that are rejected free their place and still cost', () => {
    const events = lived(draft(), approve(), place(1), place(2), tell(2, { what: 'rejected', reason: 'DR 12' }));
    given(...events)
      .when(place(3))
      .answers('OrderLinkPlaced');
    expect(actualCost(stateOf(events))).toBe(10_000);
  });

  it('of several tiers must name theirs', () => {
    const lines = [
      { tier: 'basic_guest_post' as const, quantity: 1 },
      { tier: 'pr_basic' as const, quantity: 1 },
    ];
    const events = lived(draft({ ...TIERS, lines }), approve());
    given(...events)
      .when(place(1))
      .refused('invalid_values');
    given(...events)
      .when(place(1, 5000, { tier: 'pr_premium' }))
      .refused('invalid_values');
    const [placed] = given(...events)
      .when(place(1, 5000, { tier: 'pr_basic' }))
      .answers('OrderLinkPlaced', 'BacklinkOrderStarted');
    expect(placed?.data).toMatchObject({ line_id: 2, tier: 'pr_basic', dr_floor: 0 });
  });

  it('whatever is told of them: nothing is ever more than ordered, or less than nothing', () => {
    const news = fc.constantFrom<LinkNews>(
      ...([{ what: 'delivered' }, { what: 'live' }, { what: 'rejected', reason: 'x' }] as LinkNews[]),
      ...([
        { what: 'lost', replacementOwed: true },
        { what: 'indexing', indexing: 'open' },
      ] as LinkNews[]),
      ...(['indexed', 'failed', 'reviewed'] as const).map((indexing): LinkNews => ({ what: 'indexing', indexing })),
    );
    const step = fc.tuple(fc.integer({ min: 1, max: 3 }), news);
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const events = lived(draft(), approve(), place(1), place(2));
        for (const [id, told] of steps) {
          const { decision } = given(...events).when(tell(id, told));
          if (decision.accepted) events.push(...decision.events);
          const { links_ordered, links_delivered, links_live, links_indexed } = counters(stateOf(events));
          for (const count of [links_delivered, links_live, links_indexed]) {
            expect(count).toBeGreaterThanOrEqual(0);
            expect(count).toBeLessThanOrEqual(links_ordered);
          }
        }
      }),
    );
  });
});

describe('cancelling', () => {
  it('owes, line by line, what was delivered of it', () => {
    const lines = [
      { tier: 'premium_guest_post' as const, quantity: 1, unit_price_cents: cents(500_000) },
      { tier: 'basic_guest_post' as const, quantity: 9, unit_price_cents: cents(15_000) },
    ];
    const placed = Array.from({ length: 9 }, (_, n) => place(n + 1, 4000, { tier: 'basic_guest_post' }));
    const events = lived(draft({ ...TIERS, lines }), approve(), ...placed, ...placed.map((_, n) => delivered(n + 1)));
    given(...events)
      .when(on({ type: 'Cancel', what: 'order', reason: null }))
      .answers({
        type: 'BacklinkOrderCancelled',
        data: { owed_cents: 135_000, lines: [{ owed_cents: 0 }, { owed_cents: 135_000 }] },
      });
  });

  it('owes nothing of a draft, and is not done to what is delivered, completed or cancelled', () => {
    const cancel = on({ type: 'Cancel', what: 'order', reason: 'x' });
    const [cancelled] = given(...lived(draft()))
      .when(cancel)
      .answers({ type: 'BacklinkOrderCancelled', data: { owed_cents: 0 } });
    if (cancelled)
      given(...lived(draft()), cancelled)
        .when(cancel)
        .refused('invalid_state');
    const done = lived(draft(), approve(), place(1), place(2), delivered(1), delivered(2), live(1), live(2));
    given(...done)
      .when(cancel)
      .refused('invalid_state');
  });
});

describe('pass-through', () => {
  const request: QuoteRequest = {
    pricing_mode: 'pass_through',
    lines: [{ tier: 'basic_guest_post', quantity: 3 }],
    budget_cents: cents(12_000),
    override_reason: null,
  };
  const start = () => lived(draft(request, { managedPro: true, managedSubscriptionId: 5 }), approve());

  it('needs an active managed Pro subscription and is for one time', () => {
    given().when(draft(request)).refused('invalid_values');
    given()
      .when(draft(request, { managedPro: true, orderType: 'monthly' }))
      .refused('invalid_values');
  });

  it('is reckoned anew with every delivered link and corrected cost, rounded once', () => {
    const one = [...start(), ...lived(draft(request, { managedPro: true }), approve(), place(1, 3333)).slice(2)];
    const [, repriced] = given(...one)
      .when(delivered(1))
      .answers('OrderLinkDelivered', 'BacklinkOrderRepriced');
    expect(repriced?.data).toMatchObject({ client_price_cents: 4000, cost_cents: 3333 });
    const correct = on({
      type: 'CorrectCost',
      backlinkId: 1 as BacklinkId,
      cost: cents(3338),
      reason: 'invoice',
      overrideReason: null,
    });
    const more = [
      ...one,
      ...given(...one)
        .when(delivered(1))
        .answers('OrderLinkDelivered', 'BacklinkOrderRepriced'),
    ];
    const [, again] = given(...more)
      .when(correct)
      .answers('OrderLinkCostCorrected', 'BacklinkOrderRepriced');
    expect(again?.data).toMatchObject({ client_price_cents: 4006 });
  });

  it('stays within its budget, to the cent; over it only with a reason', () => {
    given(...start())
      .when(place(1, 10_000))
      .answers('OrderLinkPlaced', 'BacklinkOrderStarted');
    given(...start())
      .when(place(1, 10_001))
      .refused('over_budget');
    given(...start())
      .when(place(1, 10_001, { reason: 'agreed' }))
      .answers('OrderLinkPlaced', 'BacklinkOrderStarted');
    const one = [
      ...start(),
      ...given(...start())
        .when(place(1, 9000))
        .answers('OrderLinkPlaced', 'BacklinkOrderStarted'),
    ];
    given(...one)
      .when(place(2, 1001))
      .refused('over_budget');
    const correct = { type: 'CorrectCost' as const, backlinkId: 1 as BacklinkId, reason: 'invoice' };
    given(...one)
      .when(on({ ...correct, cost: cents(10_001), overrideReason: null }))
      .refused('over_budget');
    given(...one)
      .when(on({ ...correct, cost: cents(9000), overrideReason: null }))
      .answers();
  });
});

describe('what is passed through and was billed', () => {
  const request: QuoteRequest = {
    pricing_mode: 'pass_through',
    lines: [{ tier: 'basic_guest_post', quantity: 2 }],
    budget_cents: cents(12_000),
    override_reason: null,
  };
  const correct = (id: number, cost: number) =>
    on({
      type: 'CorrectCost',
      backlinkId: id as BacklinkId,
      cost: cents(cost),
      reason: 'vendor invoice',
      overrideReason: null,
    });
  const billed = (price = 12_000) => on({ type: 'RecordBilled', price: cents(price) });
  const complete = on({ type: 'Complete', reason: 'agreed' });
  const two = [
    draft(request, { managedPro: true, managedSubscriptionId: 5 }),
    approve(),
    place(1, 6000),
    place(2, 4000),
    delivered(1),
    delivered(2),
  ];

  it('is credited by what a lower cost comes to, each time, rounded as the price is', () => {
    const events = lived(...two, complete, billed());
    const lower = given(...events)
      .when(correct(1, 5555))
      .answers('OrderLinkCostCorrected', {
        type: 'BacklinkOrderRepriced',
        data: { client_price_cents: 11_466, cost_cents: 9555, credit_cents: 534 },
      });
    given(...events, ...lower)
      .when(correct(2, 3999))
      .answers('OrderLinkCostCorrected', {
        type: 'BacklinkOrderRepriced',
        data: { client_price_cents: 11_465, credit_cents: 1 },
      });
    expect(stateOf([...events, ...lower]).clientPrice).toBe(11_466);
  });

  it('is not dearer for a higher cost, whatever the budget was, nor cheaper until it falls below the price', () => {
    const events = lived(...two, complete, billed(), correct(1, 9000));
    expect(stateOf(events)).toMatchObject({ clientPrice: 12_000, billedPrice: 12_000 });
    given(...events)
      .when(correct(1, 6001))
      .answers('OrderLinkCostCorrected');
    given(...events)
      .when(correct(1, 5900))
      .answers('OrderLinkCostCorrected', { type: 'BacklinkOrderRepriced', data: { credit_cents: 120 } });
  });

  it('moves both ways until then, without credit', () => {
    const [, repriced] = given(...lived(...two, complete))
      .when(correct(1, 5000))
      .answers('OrderLinkCostCorrected', { type: 'BacklinkOrderRepriced', data: { client_price_cents: 10_800 } });
    expect(repriced?.data).not.toHaveProperty('credit_cents');
  });

  it('counts a cost that fell while it was being billed, and is billed once', () => {
    const between = lived(...two, complete, correct(1, 5000));
    const done = given(...between)
      .when(billed())
      .answers('BacklinkOrderBilled', {
        type: 'BacklinkOrderRepriced',
        data: { client_price_cents: 10_800, credit_cents: 1200 },
      });
    given(...between, ...done)
      .when(billed())
      .answers();
    given(...lived(draft(), approve()))
      .when(billed())
      .answers();
  });

  it('of a cancelled order follows the costs of what was delivered by then, and of nothing that came after', () => {
    const events = lived(
      ...two.slice(0, 5),
      on({ type: 'Cancel', what: 'order', reason: null }),
      delivered(2),
      correct(2, 3000),
    );
    expect(stateOf(events)).toMatchObject({ status: 'cancelled', clientPrice: 7200 });
    given(...events)
      .when(correct(1, 5000))
      .answers('OrderLinkCostCorrected', {
        type: 'BacklinkOrderRepriced',
        data: { client_price_cents: 6000, cost_cents: 5000 },
      });
  });
});

describe('a monthly order', () => {
  const monthly = () =>
    lived(
      draft({ pricing_mode: 'package', package: 'starter', override_reason: null }, { orderType: 'monthly' }),
      approve(),
    );
  const renew = (today: string, held: string | null = null) =>
    on({ type: 'Renew', successorId: 2 as OrderId, held }, today);

  it('renews on the day of its first approval, reckoned from the first', () => {
    const order = monthly();
    given(...order)
      .when(renew('2026-02-27'))
      .answers();
    const [renewed] = given(...order)
      .when(renew('2026-02-28'))
      .answers('BacklinkOrderRenewed');
    expect(renewed?.data).toMatchObject({ on: '2026-02-28', successor_id: 2 });
    if (!renewed) return;
    given(...order, renewed)
      .when(renew('2026-03-01'))
      .answers();
    const { drafted, approval } = stateOf(order);
    const open = on({
      type: 'OpenSuccessor',
      orderId: 2 as OrderId,
      predecessor: drafted,
      anchor: approval?.anchor as Day,
      month: 1,
      on: '2026-02-28' as Day,
      approvedBy: { role: 'client', id: 7 },
    });
    const [next, approved] = given().when(open).answers('BacklinkOrderDrafted', 'BacklinkOrderApproved');
    expect(next?.data).toMatchObject({
      order_id: 2,
      predecessor_id: 1,
      terms: { quote: { client_price_cents: 80_000 } },
    });
    expect(approved?.data).toMatchObject({ standing_approval: true, renews_on: '2026-03-31', due_date: '2026-03-30' });
  });

  it('that was bought says as what; its renewal is no purchase', () => {
    const [bought] = given()
      .when(draft(TIERS, { purchaseId: 3 }))
      .answers({ type: 'BacklinkOrderDrafted', data: { purchase_id: 3 } });
    if (bought?.type !== 'BacklinkOrderDrafted') throw new Error('it was not drafted');
    const open = on({
      type: 'OpenSuccessor',
      orderId: 2 as OrderId,
      predecessor: bought.data,
      anchor: TODAY,
      month: 1,
      on: TODAY,
      approvedBy: { role: 'client', id: 7 },
    });
    const [next] = given().when(open).answers('BacklinkOrderDrafted', 'BacklinkOrderApproved');
    expect(next?.data).not.toHaveProperty('purchase_id');
  });

  it('is held back for a reason that is told once, and renewed when it is gone', () => {
    const order = monthly();
    const held = given(...order)
      .when(renew('2026-02-28', 'plan free'))
      .answers('BacklinkOrderRenewalHeld');
    given(...order, ...held)
      .when(renew('2026-03-01', 'plan free'))
      .answers();
    given(...order, ...held)
      .when(renew('2026-03-02'))
      .answers('BacklinkOrderRenewed');
  });

  it('ends its renewal in any state, once', () => {
    const end = on({ type: 'Cancel', what: 'renewal', reason: null });
    const ended = given(...monthly())
      .when(end)
      .answers('BacklinkOrderRenewalEnded');
    given(...monthly(), ...ended)
      .when(end)
      .refused('invalid_state');
    given(...monthly(), ...ended)
      .when(renew('2026-02-28'))
      .answers();
    given(...lived(draft(), approve()))
      .when(end)
      .refused('invalid_state');
    const cancelled = given(...monthly())
      .when(on({ type: 'Cancel', what: 'order', reason: null }))
      .answers('BacklinkOrderCancelled');
    given(...monthly(), ...cancelled)
      .when(renew('2026-02-28'))
      .answers();
  });
});

describe('the flag of being behind', () => {
  it('is raised once after the due date and cleared once', () => {
    const check = (today: string) => on({ type: 'CheckDelivery' }, today);
    const order = lived(draft(), approve(), place(1), delivered(1));
    given(...order)
      .when(check('2026-03-02'))
      .answers();
    const behind = given(...order)
      .when(check('2026-03-03'))
      .answers({ type: 'BacklinkOrderFellBehind', data: { delivered: 1 } });
    given(...order, ...behind)
      .when(check('2026-03-04'))
      .answers();
    const caught = [
      ...order,
      ...behind,
      ...lived(draft(), approve(), place(1), delivered(1), place(2), delivered(2)).slice(4),
    ];
    const cleared = given(...caught)
      .when(check('2026-03-05'))
      .answers('BacklinkOrderCaughtUp');
    given(...caught, ...cleared)
      .when(check('2026-03-06'))
      .answers();
  });
});

it('nothing happens to an order that is not there', () => {
  given().when(approve()).refused('not_found');
  expect(NOW.startsWith(TODAY)).toBe(true);
});
