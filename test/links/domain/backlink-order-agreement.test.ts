import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BacklinkId, ClaimId, CreditNoteId, OrderId, ProposalId } from '#domain/kernel/ids';
import { cents } from '#domain/kernel/money';
import type { Day } from '#domain/kernel/time';
import { backlinkOrder } from '#domain/links/backlink-order';
import type { BacklinkOrderCommand, BacklinkOrderEvent, LinkNews } from '#domain/links/backlink-order-messages';
import type { KnownOrder } from '#domain/links/backlink-order-state';
import { type GuaranteeTerms, STARTING_GUARANTEE } from '#domain/links/guarantee';
import { STARTING_BOOK } from '#domain/links/price-book-data';
import type { QuoteRequest } from '#domain/links/quote-request';
import { spec } from '#test/support/spec';
import { at } from '#test/support/world';

const { given, lived } = spec(backlinkOrder);
const TODAY = '2026-06-01';
type Without<C> = C extends unknown ? Omit<C, 'now' | 'today'> : never;
const on = (command: Without<BacklinkOrderCommand>, today: string = TODAY): BacklinkOrderCommand =>
  ({ ...command, now: at(`${today}T10:00:00Z`), today }) as BacklinkOrderCommand;
const CLIENT = { role: 'client', id: 7 };
const request: QuoteRequest = {
  pricing_mode: 'tiers',
  override_reason: null,
  lines: [{ tier: 'basic_guest_post', quantity: 2, unit_price_cents: cents(20_000) }],
};
const draft = (more: object = {}) =>
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
const approve = (guarantee: GuaranteeTerms = STARTING_GUARANTEE, today: string = TODAY) =>
  on({ type: 'Approve', by: CLIENT, onBehalf: false, guarantee }, today);
const page = (n: number) => ({
  source_url: `https://blog${n}.example/post`,
  source_domain: `blog${n}.example`,
  target_url: 'https://site11.example/',
  anchor_text: `anchor ${n}`,
});
const propose = (n: number, today: string = TODAY, blocked: string | null = null) =>
  on(
    {
      type: 'Propose',
      proposalId: n as ProposalId,
      placement: page(n),
      vendor: 'fatgrid',
      cost: cents(4000),
      metrics: { dr: 42 },
      by: { role: 'account_manager', id: 900 },
      blocked,
    },
    today,
  );
const yes = (n: number, today: string = TODAY) =>
  on({ type: 'ApproveProposal', proposalId: n as ProposalId, by: CLIENT }, today);
const no = (n: number, today: string = TODAY) =>
  on({ type: 'RejectProposal', proposalId: n as ProposalId, by: CLIENT, reason: 'not ours' }, today);
const silence = (n: number, today: string = TODAY) =>
  on({ type: 'ApproveBySilence', proposalId: n as ProposalId }, today);
const place = (id: number, more: { proposal?: number; as?: object; replaces?: number; blocked?: string } = {}) =>
  on({
    type: 'PlaceLink',
    backlinkId: id as BacklinkId,
    tier: null,
    book: STARTING_BOOK,
    overrideReason: null,
    placement: {
      vendor: 'fatgrid',
      vendor_reference: null,
      ...page(id),
      cost_cents: cents(4000),
      replaces_id: (more.replaces ?? null) as BacklinkId | null,
      ...more.as,
    },
    proposalId: more.proposal as ProposalId | undefined,
    blocked: more.blocked ?? null,
  });
const tell = (id: number, news: LinkNews, claimId?: number) =>
  on({
    type: 'TellOfLink',
    backlinkId: id as BacklinkId,
    news,
    ...(claimId === undefined ? {} : { claimId: claimId as ClaimId }),
  });
const CHECK = '4d2c0a5e-52a1-8f0e-9d0c-0b7d6f0d7c11';
const stateOf = (events: readonly BacklinkOrderEvent[]) => given(...events).state as KnownOrder;
const asked = lived(draft({ placementApproval: 'client' }), approve());

describe('a placement that the client approves first', () => {
  it('is placed as it was approved, and not otherwise', () => {
    given(...lived(draft(), approve()))
      .when(propose(1))
      .refused('invalid_state');
    given(...asked)
      .when(place(1))
      .refused('not_as_approved');
    const open = [
      ...asked,
      ...given(...asked)
        .when(propose(1))
        .answers('PlacementProposed'),
    ];
    given(...open)
      .when(propose(1))
      .answers();
    given(...open)
      .when(place(1, { proposal: 1 }))
      .refused('not_as_approved');
    const agreed = [
      ...open,
      ...given(...open)
        .when(yes(1))
        .answers('PlacementApproved'),
    ];
    given(...agreed)
      .when(yes(1))
      .answers();
    given(...agreed)
      .when(no(1))
      .refused('invalid_state');
    const other = { source_url: 'https://elsewhere.example/post', source_domain: 'elsewhere.example' };
    for (const as of [other, { target_url: 'https://site11.example/other' }, { anchor_text: 'another' }])
      given(...agreed)
        .when(place(1, { proposal: 1, as }))
        .refused('not_as_approved');
    const placed = given(...agreed)
      .when(place(1, { proposal: 1, as: { source_url: 'https://www.blog1.example/another-post' } }))
      .answers({ type: 'OrderLinkPlaced', data: { proposal_id: 1 } }, 'BacklinkOrderStarted');
    given(...agreed, ...placed)
      .when(place(2, { proposal: 1 }))
      .refused('not_as_approved');
    expect(stateOf([...agreed, ...placed]).proposals).toMatchObject([{ id: 1, status: 'placed' }]);
  });

  it('is decided once: by whoever was first, a person or silence', () => {
    const open = lived(draft({ placementApproval: 'client' }), approve(), propose(1));
    const silent = [
      ...open,
      ...given(...open)
        .when(silence(1))
        .answers('PlacementApprovedBySilence'),
    ];
    given(...silent)
      .when(no(1))
      .refused('invalid_state');
    given(...silent)
      .when(yes(1))
      .answers();
    const rejected = [
      ...open,
      ...given(...open)
        .when(no(1))
        .answers('PlacementRejected'),
    ];
    given(...rejected)
      .when(silence(1))
      .answers();
    given(...rejected)
      .when(no(1))
      .answers();
    given(...open)
      .when(silence(9))
      .refused('not_found');
    fc.assert(
      fc.property(fc.array(fc.constantFrom(yes(1), no(1), silence(1)), { maxLength: 6 }), (commands) => {
        const events = commands.reduce<readonly BacklinkOrderEvent[]>((before, command) => {
          const decision = backlinkOrder.decide(command, stateOf(before));
          return decision.accepted ? [...before, ...decision.events] : before;
        }, open);
        expect(events.length - open.length).toBe(commands.length === 0 ? 0 : 1);
      }),
    );
  });

  it('takes a place of the order while it is open, and frees it when it is rejected', () => {
    const both = lived(draft({ placementApproval: 'client' }), approve(), propose(1), propose(2));
    given(...both)
      .when(propose(3))
      .refused('invalid_state');
    const freed = [
      ...both,
      ...given(...both)
        .when(no(1))
        .answers('PlacementRejected'),
    ];
    given(...freed)
      .when(propose(3))
      .answers('PlacementProposed');
  });

  it('moves the due date by the days for which the client was waited for, once for all that waited', () => {
    const two = lived(
      draft({ placementApproval: 'client' }),
      approve(),
      propose(1, '2026-06-02'),
      propose(2, '2026-06-04'),
    );
    expect(stateOf(two).dueDate).toBe('2026-07-01');
    const first = given(...two)
      .when(yes(1, '2026-06-06'))
      .answers('PlacementApproved');
    expect(first[0]?.data).not.toHaveProperty('due_date');
    const last = given(...two, ...first)
      .when(yes(2, '2026-06-12'))
      .answers({ type: 'PlacementApproved', data: { due_date: '2026-07-11' } });
    expect(stateOf([...two, ...first, ...last])).toMatchObject({ dueDate: '2026-07-11', waitingSince: null });
    // While it waits it is not behind: 30 days are over, 29 of them nobody could work.
    given(...two)
      .when(on({ type: 'CheckDelivery' }, '2026-07-30'))
      .answers();
    given(...two)
      .when(on({ type: 'CheckDelivery' }, '2026-07-01'))
      .answers();
  });

  it('stands still where twice as many were rejected as ordered, until staff go on', () => {
    let events: readonly BacklinkOrderEvent[] = asked;
    for (const n of [1, 2, 3])
      events = [
        ...events,
        ...given(...events)
          .when(propose(n))
          .answers('PlacementProposed'),
      ].concat(
        given(
          ...events,
          ...given(...events)
            .when(propose(n))
            .answers('PlacementProposed'),
        )
          .when(no(n))
          .answers('PlacementRejected'),
      );
    events = [
      ...events,
      ...given(...events)
        .when(propose(4))
        .answers('PlacementProposed'),
    ];
    const halted = given(...events)
      .when(no(4, '2026-06-03'))
      .answers('PlacementRejected', 'PlacementsHalted');
    const still = [...events, ...halted];
    expect(stateOf(still)).toMatchObject({ halted: true, rejected: 4, waitingSince: '2026-06-03' });
    const more = [
      ...still,
      ...given(...still)
        .when(propose(5, '2026-06-04'))
        .answers('PlacementProposed'),
    ];
    given(...more)
      .when(silence(5, '2026-06-20'))
      .answers();
    const onward = given(...still)
      .when(on({ type: 'ContinuePlacements' }, '2026-06-08'))
      .answers({ type: 'PlacementsContinued', data: { due_date: '2026-07-08' } });
    expect(stateOf([...still, ...onward])).toMatchObject({ halted: false, rejected: 0, waitingSince: null });
    given(...still, ...onward)
      .when(on({ type: 'ContinuePlacements' }))
      .answers();
  });

  it('is refused on a blocked domain, proposed or placed, and withdrawn with its order', () => {
    given(...asked)
      .when(propose(1, TODAY, 'example'))
      .refused('domain_blocked');
    given(...lived(draft(), approve()))
      .when(place(1, { blocked: 'blog1.example' }))
      .refused('domain_blocked');
    const open = lived(draft({ placementApproval: 'client' }), approve(), propose(1));
    const cancelled = given(...open)
      .when(on({ type: 'Cancel', what: 'order', reason: null }))
      .answers({ type: 'PlacementWithdrawn', data: { because: 'order_cancelled' } }, 'BacklinkOrderCancelled');
    given(...open, ...cancelled)
      .when(silence(1))
      .answers();
    given(...open, ...cancelled)
      .when(yes(1))
      .refused('invalid_state');
  });
});

const ANSWERS = { target_pages: ['https://site11.example/'], anchors: ['acorn'], audience: 'families' };
const brief = (
  answers: Readonly<Record<string, string | readonly string[]>>,
  complete: boolean,
  today: string = TODAY,
) => on({ type: 'AnswerBrief', answers, complete }, today);

describe('a brief', () => {
  it('keeps links from being placed, and the due date from counting, until it is complete', () => {
    const waiting = lived(draft({ briefRequired: true }), approve());
    expect(stateOf(waiting)).toMatchObject({ dueDate: null, brief: { complete: false } });
    given(...waiting)
      .when(place(1))
      .refused('brief_incomplete');
    given(...waiting)
      .when(brief({ audience: 'families' }, true))
      .refused('invalid_values');
    const partly = [
      ...waiting,
      ...given(...waiting)
        .when(brief({ audience: 'families' }, false))
        .answers('BriefAnswered'),
    ];
    given(...partly)
      .when(brief({ audience: 'families' }, false))
      .answers();
    given(...partly)
      .when(on({ type: 'CheckDelivery' }, '2027-01-01'))
      .answers();
    const done = given(...partly)
      .when(brief(ANSWERS, true, '2026-06-11'))
      .answers('BriefAnswered', { type: 'BriefCompleted', data: { due_date: '2026-07-11' } });
    const ready = given(...partly, ...done);
    ready.when(brief(ANSWERS, true)).answers();
    ready.when(brief({ ...ANSWERS, audience: 'all' }, false)).refused('invalid_state');
    ready.when(place(1)).answers('OrderLinkPlaced', 'BacklinkOrderStarted');
    given(...lived(draft(), approve()))
      .when(brief(ANSWERS, true))
      .refused('invalid_state');
  });

  it('moves a date that was given by the days for which it was waited for', () => {
    const waiting = lived(draft({ briefRequired: true, dueDate: '2026-06-20' as Day }), approve());
    expect(stateOf(waiting).dueDate).toBeNull();
    given(...waiting)
      .when(brief(ANSWERS, true, '2026-06-06'))
      .answers('BriefAnswered', { type: 'BriefCompleted', data: { due_date: '2026-06-25' } });
    const noted = [
      ...waiting,
      ...given(...waiting)
        .when(on({ type: 'Note', dueDate: '2026-06-30' as Day }, '2026-06-04'))
        .answers('BacklinkOrderNoted'),
    ];
    expect(stateOf(noted).dueDate).toBeNull();
    given(...noted)
      .when(brief(ANSWERS, true, '2026-06-06'))
      .answers('BriefAnswered', { type: 'BriefCompleted', data: { due_date: '2026-07-02' } });
    const early = lived(draft({ briefRequired: true }), brief(ANSWERS, true), approve());
    expect(stateOf(early).dueDate).toBe('2026-07-01');
  });

  it('is asked for by a package that says so, and is taken over by renewals', () => {
    const starter = { ...STARTING_BOOK.packages.starter, brief_required: true };
    const book = { ...STARTING_BOOK, packages: { ...STARTING_BOOK.packages, starter } };
    const of = { pricing_mode: 'package', package: 'starter', links: 6, override_reason: null } as const;
    const first = lived(draft({ request: of, orderType: 'monthly', book }), brief(ANSWERS, true), approve());
    const state = stateOf(first);
    expect(state.brief).toMatchObject({ complete: true, answers: ANSWERS });
    const next = (taken: object) =>
      given()
        .when(
          on({
            type: 'OpenSuccessor',
            orderId: 2 as OrderId,
            predecessor: { ...state.drafted, terms: state.terms, ...taken },
            anchor: TODAY as Day,
            month: 1,
            on: '2026-07-01' as Day,
            approvedBy: CLIENT,
            guarantee: state.approval?.guarantee,
          }),
        )
        .answers('BacklinkOrderDrafted', 'BacklinkOrderApproved');
    expect(stateOf(next({ brief: { answers: ANSWERS, complete: true } }))).toMatchObject({
      dueDate: '2026-07-31',
      brief: { complete: true },
      approval: { guarantee: STARTING_GUARANTEE },
    });
    expect(stateOf(next({ brief: { answers: {}, complete: false } }))).toMatchObject({ dueDate: null });
  });
});

const credit: GuaranteeTerms = { ...STARTING_GUARANTEE, covers: ['lost', 'nofollow', 'deindexed'], remedy: 'credit' };
const live = (terms: GuaranteeTerms) =>
  lived(draft(), approve(terms), place(1), tell(1, { what: 'delivered' }), tell(1, { what: 'live' }));
const claim = (more: object = {}) =>
  on({
    type: 'Claim',
    claimId: 1 as ClaimId,
    backlinkId: 1 as BacklinkId,
    reason: 'lost',
    note: null,
    by: CLIENT,
    guaranteedUntil: at('2026-08-30T10:00:00Z'),
    wasIndexed: false,
    ...more,
  } as Without<BacklinkOrderCommand>);
const settled = { type: 'GuaranteeSettled' as const };

describe('the guarantee of an order', () => {
  it('is frozen by the approval, and given to each link', () => {
    const [placed] = given(...lived(draft(), approve(credit)))
      .when(place(1))
      .answers('OrderLinkPlaced', 'BacklinkOrderStarted');
    expect(placed?.data).toMatchObject({ guarantee: { days: 90, covers: credit.covers, remedy: 'credit' } });
    const plain = lived(draft(), on({ type: 'Approve', by: CLIENT, onBehalf: false }));
    const [older] = given(...plain)
      .when(place(1))
      .answers('OrderLinkPlaced', 'BacklinkOrderStarted');
    expect(older?.data).not.toHaveProperty('guarantee');
  });

  it('is claimed by a check itself, and remedied by the replacement', () => {
    const events = live(STARTING_GUARANTEE);
    const breach = { reason: 'lost', checkId: CHECK } as const;
    const lost = tell(1, { what: 'lost', replacementOwed: true, breach }, 5);
    const told = given(...events)
      .when(lost)
      .answers(
        'OrderLinkLost',
        { type: 'GuaranteeClaimed', data: { claim_id: 5, claimed_by: null } },
        { ...settled, data: { outcome: 'accepted', remedy: 'replacement', check_id: CHECK } },
      );
    given(...events, ...told)
      .when(lost)
      .answers();
    const owed = [...events, ...told];
    const replaced = given(...owed)
      .when(place(2, { replaces: 1 }))
      .answers('OrderLinkPlaced', { ...settled, data: { claim_id: 5, outcome: 'remedied', replacement_id: 2 } });
    const rejected = given(...owed, ...replaced)
      .when(tell(2, { what: 'rejected', reason: 'spam' }))
      .answers('OrderLinkRejected');
    expect(stateOf([...owed, ...replaced, ...rejected]).claims).toMatchObject([{ id: 5, status: 'accepted' }]);
  });

  it('credits what a link came to where its terms say so, and is remedied once it is credited', () => {
    const events = live(credit);
    const claimed = [
      ...events,
      ...given(...events)
        .when(claim({ reason: 'nofollow' }))
        .answers('GuaranteeClaimed'),
    ];
    given(...claimed)
      .when(claim({ reason: 'nofollow' }))
      .answers();
    given(...claimed)
      .when(claim({ claimId: 2, reason: 'lost' }))
      .refused('duplicate');
    const proved = given(...claimed)
      .when(tell(1, { what: 'breach', breach: { reason: 'nofollow', checkId: CHECK } }, 9))
      .answers({ ...settled, data: { claim_id: 1, outcome: 'accepted', remedy: 'credit', amount_cents: 20_000 } });
    const credited = on({ type: 'RecordCredited', claimId: 1 as ClaimId, creditNoteId: 3 as CreditNoteId });
    const done = given(...claimed, ...proved)
      .when(credited)
      .answers({ ...settled, data: { outcome: 'remedied', credit_note_id: 3 } });
    given(...claimed, ...proved, ...done)
      .when(credited)
      .answers();
    expect(stateOf([...claimed, ...proved]).links[0]).toMatchObject({ replacement_owed: false });
  });

  it('is refused where looks find nothing, and where it does not cover what happened', () => {
    const events = live(credit);
    const claimed = [
      ...events,
      ...given(...events)
        .when(claim())
        .answers('GuaranteeClaimed'),
    ];
    given(...claimed)
      .when(tell(1, { what: 'sound', claimId: 1 as ClaimId, checkId: CHECK }))
      .answers({ ...settled, data: { outcome: 'refused', check_id: CHECK } });
    given(...claimed)
      .when(tell(1, { what: 'lost', replacementOwed: false }))
      .answers('OrderLinkLost', { ...settled, data: { outcome: 'refused' } });
    const by = { role: 'admin', id: 1 };
    const settle = { type: 'SettleClaim', claimId: 1 as ClaimId, checkId: null, reason: 'ours', by } as const;
    const byHand = given(...claimed)
      .when(on({ ...settle, outcome: 'accepted' }))
      .answers({ ...settled, data: { outcome: 'accepted', decided_by: by } });
    given(...claimed, ...byHand)
      .when(on({ ...settle, outcome: 'refused' }))
      .refused('invalid_state');
  });

  it.each<[string, object, string]>([
    ['of a link that is not the order’s', { backlinkId: 9 }, 'invalid_values'],
    ['of what is not covered', { reason: 'page_dead' }, 'invalid_values'],
    ['after its time', { guaranteedUntil: at('2026-05-31T10:00:00Z') }, 'invalid_state'],
    ['of a page that was never in the index', { reason: 'deindexed' }, 'invalid_state'],
  ])('is not claimed %s', (_, more, code) => {
    given(...live(credit))
      .when(claim(more))
      .refused(code as 'invalid_state');
  });

  it('passes cost and markup back of what is passed through', () => {
    const through = { pricing_mode: 'pass_through', override_reason: null, budget_cents: cents(50_000) };
    const of = { request: { ...through, lines: [{ tier: 'basic_guest_post', quantity: 2 }] }, managedPro: true };
    const events = lived(
      draft({ ...of, managedSubscriptionId: 1 }),
      approve(credit),
      place(1),
      tell(1, { what: 'delivered' }),
      tell(1, { what: 'live' }),
    );
    given(...events)
      .when(tell(1, { what: 'breach', breach: { reason: 'nofollow', checkId: CHECK } }, 9))
      .answers('GuaranteeClaimed', { ...settled, data: { amount_cents: 4800 } });
  });
});
