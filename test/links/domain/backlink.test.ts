import { describe, expect, it } from 'vitest';
import type { AccountId, BacklinkId, IndexingRequestId, OrderId, SiteId } from '#domain/kernel/ids';
import { cents } from '#domain/kernel/money';
import { plusHours, plusMs } from '#domain/kernel/time';
import { backlink } from '#domain/links/backlink';
import type { BacklinkCommand, BacklinkEvent, Entitlement } from '#domain/links/backlink-messages';
import { linkQuality } from '#domain/links/link-quality';
import { page } from '#test/support/outside';
import { spec } from '#test/support/spec';
import { at } from '#test/support/world';

const { given, lived } = spec(backlink);
const T0 = at('2026-06-01T08:00:00.000Z');
type Without<C> = C extends unknown ? Omit<C, 'now'> : never;
const atHour = (hours: number, command: Without<BacklinkCommand>): BacklinkCommand =>
  ({ ...command, now: plusHours(T0, hours) }) as BacklinkCommand;

const ref = {
  backlink_id: 1 as BacklinkId,
  order_id: 1 as OrderId,
  account_id: 1 as AccountId,
  site_id: 11 as SiteId,
};
const place = atHour(0, {
  type: 'Place',
  ref,
  tier: 'basic_guest_post',
  drFloor: 30,
  campaignId: null,
  placement: {
    vendor: 'fatgrid',
    vendor_reference: null,
    source_url: 'https://b.example/p',
    source_domain: 'b.example',
    target_url: 'https://acorn.example/',
    anchor_text: 'acorn',
    cost_cents: cents(5000),
    replaces_id: null,
  },
});
const quality = (more: object = {}) =>
  atHour(0, {
    type: 'RecordQuality',
    facts: { dr: 45, traffic: 999, domainUsed: false, anchorUses: 1, siteLinks: 1, ...more },
  });
const GONE = page({ http_status: 404, link_found: false });
const AWAY = page({ http_status: null, link_found: false, error: 'no whole answer within 10000 ms' });
type Step = Extract<BacklinkCommand, { type: 'RecordLiveCheck' }>['step'];
const look = (hours: number, step: Step, evidence = page()) =>
  atHour(hours, { type: 'RecordLiveCheck', step, evidence });
const accepted = () => lived(place, quality());
const live = () => lived(place, quality(), look(0, 'at_once'));
const nextOf = (events: readonly BacklinkEvent[]) => {
  const checked = events.find(({ type }) => type === 'BacklinkLiveChecked');
  return checked?.type === 'BacklinkLiveChecked' ? [checked.data.next_step, checked.data.next_at] : null;
};
const request = (entitledBy: Entitlement | null, id = 1, because: 'live' | 'submitted' = 'live') =>
  atHour(1, {
    type: 'RequestIndexing',
    requestId: id as IndexingRequestId,
    because,
    entitledBy,
    takesCredit: false,
    services: [{ name: 'speedyindex', cost: 75 }],
    indexNow: false,
  });

describe('the quality of a link', () => {
  const facts = { dr: 45, traffic: 999, drFloor: 30, domainUsed: false, anchorText: 'a', anchorUses: 1, siteLinks: 10 };
  it.each<[string, object, string[]]>([
    ['all is well', {}, []],
    ['DR at the floor', { dr: 30 }, []],
    ['DR below the floor', { dr: 29 }, ['dr_below_floor']],
    ['DR not known', { dr: null, traffic: null }, []],
    ['the domain used lately', { domainUsed: true }, ['domain_used_recently']],
    ['the anchor at 30 %', { anchorUses: 3 }, []],
    ['the anchor over 30 %', { anchorUses: 4 }, ['anchor_overused']],
    ['the first link of a site', { siteLinks: 1 }, []],
    [
      'all at once',
      { dr: 5, domainUsed: true, anchorUses: 9 },
      ['dr_below_floor', 'domain_used_recently', 'anchor_overused'],
    ],
  ])('%s', (_, more, codes) =>
    expect(linkQuality({ ...facts, ...more }).warnings.map(({ code }) => code)).toEqual(codes),
  );
  it('is scored from 0 to 100, and not without its rating', () => {
    expect(linkQuality(facts).score).toBe(51);
    expect(linkQuality({ ...facts, dr: 100, traffic: 10_000_000 }).score).toBe(100);
    expect(linkQuality({ ...facts, dr: 0, traffic: 0, domainUsed: true }).score).toBe(0);
    expect(linkQuality({ ...facts, dr: null }).score).toBeNull();
  });
});

describe('a placed link', () => {
  it('is accepted at once without a warning; with one it waits for a decision', () => {
    given(...lived(place))
      .when(quality())
      .answers('BacklinkQualityChecked', 'BacklinkAccepted');
    const warned = lived(place, quality({ dr: 12, domainUsed: true }));
    expect(warned.map(({ type }) => type)).toEqual(['BacklinkPlaced', 'BacklinkQualityChecked']);
    given(...warned)
      .when(look(0, 'at_once'))
      .answers();
    given(...warned)
      .when(quality())
      .answers();
    const decide = (...decisions: Extract<BacklinkCommand, { type: 'DecideWarnings' }>['decisions']) =>
      atHour(1, { type: 'DecideWarnings', decisions });
    given(...warned)
      .when(decide({ code: 'anchor_overused', decision: 'accept' }))
      .refused('invalid_values');
    const one = given(...warned)
      .when(decide({ code: 'dr_below_floor', decision: 'accept' }))
      .answers('BacklinkWarningDecided');
    given(...warned, ...one)
      .when(decide({ code: 'dr_below_floor', decision: 'reject' }))
      .refused('invalid_state');
    given(...warned, ...one)
      .when(decide({ code: 'domain_used_recently', decision: 'accept' }))
      .answers('BacklinkWarningDecided', 'BacklinkAccepted');
    given(...warned, ...one)
      .when(decide({ code: 'domain_used_recently', decision: 'reject' }))
      .answers('BacklinkWarningDecided', 'BacklinkRejected');
  });

  it('is looked at after 1, 6 and 24 hours, then daily to day 7, then flagged', () => {
    const ladder: [Step, number][] = [
      ...([
        ['at_once', 0],
        ['hour_1', 1],
        ['hour_6', 6],
        ['hour_24', 24],
        ['day_2', 48],
      ] as [Step, number][]),
      ...([
        ['day_3', 72],
        ['day_4', 96],
        ['day_5', 120],
        ['day_6', 144],
        ['day_7', 168],
      ] as [Step, number][]),
    ];
    let events = accepted();
    ladder.forEach(([step, hours], index) => {
      // A look that is late does not put off those after it.
      const { decision } = given(...events).when(look(hours + (index % 2) * 0.5, step, GONE));
      if (!decision.accepted) throw new Error('refused');
      const [next, due] = ladder[index + 1] ?? [null, null];
      expect(nextOf(decision.events)).toEqual([next, due === null ? null : plusHours(T0, due)]);
      expect(decision.events.some(({ type }) => type === 'BacklinkFlagged')).toBe(next === null);
      events = [...events, ...decision.events];
    });
    given(...events)
      .when(atHour(200, { type: 'AskForCheck' }))
      .answers('BacklinkCheckRequested');
    given(...events)
      .when(look(200, 'asked'))
      .answers('BacklinkLiveChecked', 'BacklinkWentLive');
  });

  it('goes live with a guarantee of 90 days', () => {
    const [, went] = given(...accepted())
      .when(look(6, 'hour_6'))
      .answers('BacklinkLiveChecked', 'BacklinkWentLive');
    expect(went?.data).toMatchObject({ guaranteed_until: plusHours(T0, 6 + 90 * 24) });
    given(...accepted())
      .when(look(0, 'at_once', page({ http_status: 403, link_found: true })))
      .answers('BacklinkLiveChecked');
  });
});

describe('a live link', () => {
  it('is looked at weekly in the time of its guarantee, then every four weeks', () => {
    const routine = (hours: number) =>
      nextOf(
        given(...live())
          .when(look(hours, 'weekly'))
          .answers('BacklinkLiveChecked'),
      );
    expect(routine(168)).toEqual(['weekly', plusHours(T0, 336)]);
    expect(routine(91 * 24)).toEqual(['weekly', plusHours(T0, 91 * 24 + 28 * 24)]);
  });

  it('that is missing is lost after a second look a day later, not before', () => {
    const missed = [
      ...live(),
      ...given(...live())
        .when(look(168, 'weekly', GONE))
        .answers('BacklinkLiveChecked'),
    ];
    expect(nextOf(missed.slice(-1))).toEqual(['confirm', plusHours(T0, 192)]);
    given(...missed)
      .when(look(191, 'asked', GONE))
      .answers('BacklinkLiveChecked');
    const [, lost] = given(...missed)
      .when(look(192, 'confirm', GONE))
      .answers('BacklinkLiveChecked', 'BacklinkLost');
    expect(lost?.data).toMatchObject({ because: 'missing', replacement_owed: true });
    const back = given(...missed)
      .when(look(192, 'confirm'))
      .answers('BacklinkLiveChecked');
    expect(nextOf(back)?.[0]).toBe('weekly');
  });

  it('that Ahrefs reports lost is looked at at once, and lost if it is gone', () => {
    const seen = { type: 'RecordSighting' as const, verified: false, lastSeen: null, lostReason: 'notfound' };
    given(...live())
      .when(atHour(5, { ...seen, lost: true }))
      .answers('BacklinkSeenByAhrefs', 'BacklinkCheckRequested');
    given(...live())
      .when(atHour(5, { ...seen, lost: false }))
      .answers('BacklinkSeenByAhrefs');
    given(...live())
      .when(look(5, 'reported', GONE))
      .answers('BacklinkLiveChecked', 'BacklinkLost');
    given(...live())
      .when(look(5, 'reported'))
      .answers('BacklinkLiveChecked');
  });

  it('whose page does not answer is not lost; after a week somebody looks at it', () => {
    let events = live();
    for (let n = 0; n < 7; n++) {
      const { decision } = given(...events).when(look(168 + n * 24, 'weekly', AWAY));
      if (!decision.accepted) throw new Error('refused');
      expect(decision.events.map(({ type }) => type)).toEqual(
        n === 6 ? ['BacklinkLiveChecked', 'BacklinkFlagged'] : ['BacklinkLiveChecked'],
      );
      events = [...events, ...decision.events];
    }
    expect(given(...events).state).toMatchObject({ status: 'live', flagged: true });
  });

  it('is owed a replacement up to the last millisecond of its guarantee', () => {
    const lostAt = (ms: number) => ({
      type: 'MarkLost' as const,
      reason: null,
      now: plusMs(plusHours(T0, 90 * 24), ms),
    });
    given(...live())
      .when(lostAt(0))
      .answers({ type: 'BacklinkLost', data: { replacement_owed: true } });
    given(...live())
      .when(lostAt(1))
      .answers({ type: 'BacklinkLost', data: { replacement_owed: false } });
    given(...accepted())
      .when(lostAt(0))
      .refused('invalid_state');
  });

  it('takes the cost that it is corrected to, and its replacement, once', () => {
    const correct = atHour(1, { type: 'CorrectCost', cost: cents(4000), reason: 'invoice' });
    const corrected = given(...live())
      .when(correct)
      .answers('BacklinkCostCorrected');
    given(...live(), ...corrected)
      .when(correct)
      .answers();
    const lost = [
      ...live(),
      ...given(...live())
        .when(atHour(9, { type: 'MarkLost', reason: null }))
        .answers('BacklinkLost'),
    ];
    const replaced = given(...lost)
      .when(atHour(9, { type: 'MarkReplaced', by: 2 as BacklinkId }))
      .answers('BacklinkReplaced');
    given(...lost, ...replaced)
      .when(atHour(9, { type: 'MarkReplaced', by: 2 as BacklinkId }))
      .answers();
  });
});

describe('indexing of a link', () => {
  it('is requested once where something entitles it; else the reason is an event, once', () => {
    const asked = given(...live())
      .when(request('plan'))
      .answers('IndexingRequested');
    given(...live(), ...asked)
      .when(request('plan', 2))
      .answers();
    const refused = given(...live())
      .when(request(null))
      .answers({ type: 'IndexingRefused', data: { code: 'not_entitled' } });
    given(...live(), ...refused)
      .when(request(null))
      .answers();
    given(...live(), ...refused)
      .when(request('managed_pro', 3))
      .answers('IndexingRequested');
    given(...accepted())
      .when(request('plan'))
      .answers();
    given(...live())
      .when({ ...request('plan'), services: [] } as BacklinkCommand)
      .answers({ type: 'IndexingRefused', data: { code: 'no_service' } });
  });

  it('ends once, and a failure is reviewed once: accepted, or tried again by a new request', () => {
    const open = [
      ...live(),
      ...given(...live())
        .when(request('plan'))
        .answers('IndexingRequested'),
    ];
    const end = (outcome: 'failed' | 'cancelled', id = 1) =>
      atHour(700, {
        type: 'EndIndexing',
        requestId: id as IndexingRequestId,
        end: { outcome, reason: 'not in the index' },
      });
    const indexed = atHour(200, {
      type: 'EndIndexing',
      requestId: 1 as IndexingRequestId,
      end: { outcome: 'indexed', day: 9 },
    });
    given(...open)
      .when(end('failed', 9))
      .answers();
    const done = given(...open)
      .when(indexed)
      .answers('BacklinkIndexed');
    given(...open, ...done)
      .when(end('failed'))
      .answers();
    const failed = [
      ...open,
      ...given(...open)
        .when(end('failed'))
        .answers('BacklinkIndexingFailed'),
    ];
    const review = (outcome: 'accept_failure' | 'retry', entitledBy: Entitlement | null = 'plan') =>
      atHour(701, {
        type: 'ReviewIndexing',
        requestId: 1 as IndexingRequestId,
        outcome,
        note: null,
        open: {
          requestId: 2 as IndexingRequestId,
          because: 'review',
          entitledBy,
          takesCredit: false,
          services: [],
          indexNow: false,
        },
      });
    const accept = given(...failed)
      .when(review('accept_failure'))
      .answers('IndexingReviewed');
    given(...failed, ...accept)
      .when(review('accept_failure'))
      .refused('invalid_state');
    given(...failed)
      .when(review('retry'))
      .answers('IndexingReviewed', 'IndexingRequested');
    given(...failed)
      .when(review('retry', null))
      .refused('feature_not_in_plan');
    given(...open)
      .when(review('accept_failure'))
      .refused('invalid_state');
    given(
      ...live(),
      ...given(...live())
        .when(request('plan'))
        .answers('IndexingRequested'),
    )
      .when(atHour(2, { type: 'AskForIndexCheck', requestId: 1 as IndexingRequestId }))
      .answers('IndexingCheckRequested');
  });
});
