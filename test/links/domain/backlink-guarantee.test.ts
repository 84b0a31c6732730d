import { describe, expect, it } from 'vitest';
import type { AccountId, BacklinkId, ClaimId, IndexingRequestId, OrderId, SiteId } from '#domain/kernel/ids';
import { cents } from '#domain/kernel/money';
import { type Instant, plusHours } from '#domain/kernel/time';
import { backlink } from '#domain/links/backlink';
import type { BacklinkCommand, BacklinkEvent } from '#domain/links/backlink-messages';
import { type LinkGuarantee, linkGuarantee, STARTING_GUARANTEE } from '#domain/links/guarantee';
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
const ALL: LinkGuarantee = { days: 90, covers: ['lost', 'nofollow', 'deindexed', 'page_dead'], remedy: 'replacement' };
const place = (guarantee?: LinkGuarantee) =>
  atHour(0, {
    type: 'Place',
    ref,
    tier: null,
    drFloor: 0,
    campaignId: null,
    guarantee,
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
const quality = atHour(0, {
  type: 'RecordQuality',
  facts: { dr: 45, traffic: 999, domainUsed: false, anchorUses: 1, siteLinks: 1 },
});
type Step = Extract<BacklinkCommand, { type: 'RecordLiveCheck' }>['step'];
const look = (hours: number, step: Step, evidence = page()) =>
  atHour(hours, { type: 'RecordLiveCheck', step, evidence });
const NOFOLLOW = page({ rel: ['nofollow'], flags: ['nofollow'] });
const GONE = page({ http_status: 404, link_found: false });
const MISSING = page({ link_found: false });
const live = (guarantee: LinkGuarantee = ALL) => lived(place(guarantee), quality, look(0, 'at_once'));
const prove = (reason: 'lost' | 'nofollow' | 'deindexed' | 'page_dead', hours = 30, id = 1) =>
  atHour(hours, { type: 'ProveClaim', claimId: id as ClaimId, reason });
const indexed = (hours: number, found: boolean | null) =>
  atHour(hours, { type: 'RecordIndexLook', claimId: 1 as ClaimId, indexed: found, evidence: {} });
const nextOf = (events: readonly BacklinkEvent[]) => {
  const checked = events.find(({ type }) => type === 'BacklinkLiveChecked');
  return checked?.type === 'BacklinkLiveChecked' ? [checked.data.next_step, checked.data.next_at] : null;
};
const checked = { type: 'BacklinkGuaranteeChecked' as const };

describe('what a link is guaranteed', () => {
  it('ends when its terms say, and a replacement’s with its predecessor where they say so', () => {
    const days = lived(place({ ...ALL, days: 30 }), quality, look(0, 'at_once'));
    expect(days.at(-1)?.data).toMatchObject({ guaranteed_until: plusHours(T0, 30 * 24) });
    const older = lived(place(), quality, look(0, 'at_once'));
    expect(older.at(-1)?.data).toMatchObject({ guaranteed_until: plusHours(T0, 90 * 24) });
    const until = '2026-06-20T08:00:00.000Z' as Instant;
    const rest = linkGuarantee({ ...STARTING_GUARANTEE, replacement_window: 'rest' }, until);
    expect(lived(place(rest), quality, look(0, 'at_once')).at(-1)?.data).toMatchObject({ guaranteed_until: until });
    expect(linkGuarantee(STARTING_GUARANTEE, until)).not.toHaveProperty('until');
  });

  it('is broken by nofollow on two looks a day apart, once, where it covers that', () => {
    const first = given(...live())
      .when(look(48, 'weekly', NOFOLLOW))
      .answers('BacklinkLiveChecked');
    expect(nextOf(first)).toEqual(['confirm', plusHours(T0, 72)]);
    const seen = [...live(), ...first];
    given(...seen)
      .when(look(60, 'asked', NOFOLLOW))
      .answers('BacklinkLiveChecked');
    const broken = given(...seen)
      .when(look(72, 'confirm', NOFOLLOW))
      .answers('BacklinkLiveChecked', {
        ...checked,
        data: { reason: 'nofollow', outcome: 'broken', claim_id: null, replacement_owed: true },
      });
    given(...seen, ...broken)
      .when(look(240, 'weekly', NOFOLLOW))
      .answers('BacklinkLiveChecked');
    const again = given(...seen)
      .when(look(72, 'confirm'))
      .answers('BacklinkLiveChecked');
    expect(nextOf(again)?.[0]).toBe('weekly');
    given(...seen, ...again)
      .when(look(240, 'weekly', NOFOLLOW))
      .answers('BacklinkLiveChecked');
    // Neither covered, nor in time.
    for (const hours of [72, 24 * 91]) {
      const events = hours === 72 ? live({ ...ALL, covers: ['lost'] }) : live();
      const one = given(...events)
        .when(look(hours - 24, 'weekly', NOFOLLOW))
        .answers('BacklinkLiveChecked');
      given(...events, ...one)
        .when(look(hours, 'confirm', NOFOLLOW))
        .answers('BacklinkLiveChecked');
    }
  });

  it('names a page that is gone as a whole where it covers that, and owes no replacement where credit is the remedy', () => {
    const lost = (guarantee: LinkGuarantee, evidence = GONE) => {
      const missed = lived(place(guarantee), quality, look(0, 'at_once'), look(48, 'weekly', evidence));
      const [, event] = given(...missed)
        .when(look(72, 'confirm', evidence))
        .answers('BacklinkLiveChecked', 'BacklinkLost');
      return event?.data;
    };
    expect(lost(ALL)).toMatchObject({ breach: 'page_dead', replacement_owed: true });
    expect(lost(ALL, MISSING)).toMatchObject({ breach: 'lost', replacement_owed: true });
    expect(lost({ ...ALL, remedy: 'credit' })).toMatchObject({ breach: 'page_dead', replacement_owed: false });
    expect(lost(STARTING_GUARANTEE)).toMatchObject({ breach: 'lost', replacement_owed: true });
    const uncovered = lost({ ...ALL, covers: ['page_dead'] }, MISSING);
    expect(uncovered).toMatchObject({ replacement_owed: false });
    expect(uncovered).not.toHaveProperty('breach');
  });
});

describe('a claim on a link', () => {
  it('is unfounded where the next look finds nothing wrong', () => {
    for (const reason of ['lost', 'page_dead', 'nofollow'] as const) {
      const claimed = [
        ...live(),
        ...given(...live())
          .when(prove(reason))
          .answers('BacklinkCheckRequested'),
      ];
      given(...claimed)
        .when(prove(reason))
        .answers();
      given(...claimed)
        .when(look(30, 'claimed'))
        .answers('BacklinkLiveChecked', { ...checked, data: { reason, outcome: 'sound', claim_id: 1 } });
    }
  });

  it('that was made in time is proved in any time', () => {
    const late = 24 * 90 - 1;
    const claimed = [
      ...live(),
      ...given(...live())
        .when(prove('lost', late))
        .answers('BacklinkCheckRequested'),
    ];
    const missed = [
      ...claimed,
      ...given(...claimed)
        .when(look(late, 'claimed', MISSING))
        .answers('BacklinkLiveChecked'),
    ];
    given(...missed)
      .when(look(late + 24, 'confirm', MISSING))
      .answers('BacklinkLiveChecked', { type: 'BacklinkLost', data: { breach: 'lost', replacement_owed: true } });
    const soft = [
      ...live(),
      ...given(...live())
        .when(prove('nofollow', late))
        .answers('BacklinkCheckRequested'),
    ];
    const once = [
      ...soft,
      ...given(...soft)
        .when(look(late, 'claimed', NOFOLLOW))
        .answers('BacklinkLiveChecked'),
    ];
    given(...once)
      .when(look(late + 24, 'confirm', NOFOLLOW))
      .answers('BacklinkLiveChecked', { ...checked, data: { outcome: 'broken', claim_id: 1 } });
  });

  it('that the page is out of the index takes two looks seven days apart', () => {
    const inside = lived(
      place(ALL),
      quality,
      look(0, 'at_once'),
      atHour(1, {
        type: 'RequestIndexing',
        requestId: 5 as IndexingRequestId,
        because: 'live',
        entitledBy: 'plan',
        takesCredit: false,
        services: [{ name: 'speedyindex', cost: 75 }],
        indexNow: false,
      }),
      atHour(200, { type: 'EndIndexing', requestId: 5 as IndexingRequestId, end: { outcome: 'indexed', day: 8 } }),
    );
    const asked = given(...inside)
      .when(prove('deindexed', 300))
      .answers('BacklinkCheckRequested');
    expect(asked[0]?.data).toMatchObject({ step: 'claimed', claim: { claim_id: 1, request_id: 5 } });
    const claimed = [...inside, ...asked];
    // A look at the page says nothing of the index.
    given(...claimed)
      .when(look(301, 'weekly'))
      .answers('BacklinkLiveChecked');
    given(...claimed)
      .when(indexed(301, true))
      .answers({ ...checked, data: { outcome: 'sound', claim_id: 1 } });
    const out = given(...claimed)
      .when(indexed(301, false))
      .answers({ ...checked, data: { outcome: 'suspected', next_at: plusHours(T0, 301 + 168) } });
    const suspected = [...claimed, ...out];
    given(...suspected)
      .when(indexed(400, false))
      .answers({ ...checked, data: { outcome: 'suspected' } });
    given(...suspected)
      .when(indexed(301 + 168, false))
      .answers({ ...checked, data: { outcome: 'broken', replacement_owed: true } });
    let unclear: readonly BacklinkEvent[] = claimed;
    for (let n = 1; n <= 7; n++) {
      const told = given(...unclear)
        .when(indexed(300 + n * 24, null))
        .answers({ ...checked, data: { outcome: 'unclear', next_at: n < 7 ? plusHours(T0, 324 + n * 24) : null } });
      unclear = [...unclear, ...told];
    }
    given(...claimed)
      .when(atHour(301, { type: 'RecordIndexLook', claimId: 9 as ClaimId, indexed: false, evidence: {} }))
      .answers();
  });
});
