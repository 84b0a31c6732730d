import { describe, expect, it } from 'vitest';
import type { AccountId, SiteId, SubscriptionId, UserId } from '#domain/kernel/ids';
import { cents } from '#domain/kernel/money';
import type { Day, Instant } from '#domain/kernel/time';
import {
  cheapestUpgrade,
  FIRST_FEATURES,
  levelForTier,
  type ManagedServicesLevel,
  type Plan,
} from '#domain/plans/plan';
import {
  type ManagedSubscriptionCommand,
  type ManagedSubscriptionEvent,
  managedSubscription,
} from '#domain/services/managed-subscription';
import { spec } from '#test/support/spec';

const { given, lived } = spec(managedSubscription);
const on = (today: string) => ({ now: `${today}T10:00:00.000Z` as Instant, today: today as Day });
const planOf = (name: Plan) => ({
  plan: name,
  level: FIRST_FEATURES[name].managed_services as ManagedServicesLevel,
  upgradeTo: 'scale' as const,
});
const create = (
  more: Partial<Extract<ManagedSubscriptionCommand, { type: 'Create' }>> = {},
): ManagedSubscriptionCommand => ({
  type: 'Create',
  subscriptionId: 1 as SubscriptionId,
  accountId: 1 as AccountId,
  siteId: 11 as SiteId,
  sectorId: null,
  services: planOf('scale'),
  tier: 'pro',
  given: {},
  accountManagerId: null,
  monthlyPrice: null,
  overrideReason: null,
  mayOverride: false,
  createdBy: 9 as UserId,
  ...on('2026-06-17'),
  ...more,
});
const activate = { type: 'Activate' as const, ...on('2026-06-17') };
const pause = (today = '2026-06-20') => ({ type: 'Pause' as const, reason: 'holiday', ...on(today) });
const resume = (today = '2026-06-29') => ({ type: 'Resume' as const, ...on(today) });
const cancel = (today = '2026-06-25') => ({ type: 'Cancel' as const, reason: null, ...on(today) });
const change = (more: object, today = '2026-06-20') => ({
  type: 'Change' as const,
  services: planOf('scale'),
  mayOverride: false,
  overrideReason: null,
  ...on(today),
  ...more,
});

const STATES = {
  pending: lived(create()),
  active: lived(create(), activate),
  paused: lived(create(), activate, pause()),
  cancelled: lived(create(), activate, cancel()),
};

describe('creating', () => {
  it('takes the tier’s terms', () => {
    const [event] = given().when(create()).answers('ManagedSubscriptionCreated');
    expect(event?.data).toMatchObject({ monthly_price_cents: 39_900, articles_per_month: 30, on: '2026-06-17' });
  });
  it('follows the plan, unless an admin overrides with a reason', () => {
    expect(
      given()
        .when(create({ services: planOf('growth') }))
        .refused('feature_not_in_plan'),
    ).toMatchObject({ upgradeTo: 'scale' });
    given()
      .when(create({ services: planOf('growth'), overrideReason: 'pilot' }))
      .refused('feature_not_in_plan');
    given()
      .when(create({ services: planOf('growth'), overrideReason: 'pilot', mayOverride: true }))
      .answers('ManagedSubscriptionCreated');
    given()
      .when(create({ services: planOf('growth'), tier: 'lite' }))
      .answers('ManagedSubscriptionCreated');
  });
  it('negotiates a price only with a reason, and never drops Lite’s review', () => {
    given()
      .when(create({ monthlyPrice: cents(29_900) }))
      .refused('override_required');
    given()
      .when(create({ monthlyPrice: cents(39_900) }))
      .answers('ManagedSubscriptionCreated');
    given()
      .when(create({ tier: 'lite', given: { review_required: false } }))
      .refused('invalid_values');
  });
  it('happens once', () =>
    void given(...STATES.pending)
      .when(create())
      .refused('invalid_state'));
});

describe('an action that the state does not allow', () => {
  const allowed: Record<string, (keyof typeof STATES)[]> = {
    Activate: ['pending'],
    Pause: ['active'],
    Resume: ['paused'],
    Cancel: ['pending', 'active', 'paused'],
    RequestOnboarding: ['pending'],
  };
  const commands = [activate, pause(), resume(), cancel(), { type: 'RequestOnboarding' as const, ...on('2026-06-18') }];
  for (const command of commands) {
    for (const state of Object.keys(STATES) as (keyof typeof STATES)[]) {
      it(`${command.type} of ${state}`, () => {
        const { decision } = given(...STATES[state]).when(command);
        expect(decision.accepted).toBe(allowed[command.type]?.includes(state));
        if (!decision.accepted) expect(decision.refusal).toMatchObject({ code: 'invalid_state', currentState: state });
      });
    }
    it(`${command.type} of nothing`, () => void given().when(command).refused('not_found'));
  }
});

describe('changing', () => {
  it('says one event for each thing that changes, and none for what stays', () => {
    given(...STATES.active)
      .when(change({}))
      .answers();
    given(...STATES.active)
      .when(change({ monthlyPrice: cents(39_900) }))
      .answers();
    given(...STATES.active)
      .when(change({ monthlyPrice: cents(30_000) }))
      .refused('override_required');
    given(...STATES.active)
      .when(
        change({
          monthlyPrice: cents(30_000),
          overrideReason: 'loyal',
          given: { gsc: { enabled: false } },
          accountManagerId: 7,
        }),
      )
      .answers('ManagedSubscriptionPriceChanged', 'ServiceConfigChanged', 'AccountManagerAssigned');
    given(...STATES.cancelled)
      .when(change({ accountManagerId: 7 }))
      .refused('invalid_state');
  });
  it('of the tier takes the new list price and defaults, and keeps what was asked for', () => {
    const events = lived(
      create({ given: { automation: { schedule: 'daily' } }, monthlyPrice: cents(30_000), overrideReason: 'x' }),
      activate,
    );
    const [changed] = given(...events)
      .when(change({ tier: 'lite' }))
      .answers('ManagedSubscriptionTierChanged');
    expect(changed?.data).toMatchObject({
      monthly_price_cents: 10_000,
      articles_per_month: 10,
      service_config: { automation: { schedule: 'daily', articles_per_run: 3 } },
    });
    given(...STATES.active)
      .when(change({ tier: 'lite', services: planOf('free') }))
      .refused('feature_not_in_plan');
  });
});

describe('service months', () => {
  const close = (today: string) => ({ type: 'CloseServiceMonth' as const, ...on(today) });
  const closings = (events: ManagedSubscriptionEvent[], today: string) => {
    const { decision } = given(...events).when(close(today));
    return decision.accepted
      ? decision.events
          .map(({ data }) => data)
          .map((data) => ('next_billing_date' in data ? [data.month, data.next_billing_date] : []))
      : [];
  };
  it('close on the 1st, one for each that was missed, paused or not', () => {
    expect(closings(STATES.active, '2026-06-30')).toEqual([]);
    expect(closings(STATES.active, '2026-07-01')).toEqual([['2026-06', '2026-08-01']]);
    expect(closings(STATES.paused, '2026-09-02')).toEqual([
      ['2026-06', '2026-08-01'],
      ['2026-07', '2026-09-01'],
      ['2026-08', '2026-10-01'],
    ]);
  });
  it('end with the last one of a cancelled contract; one that was never active has none', () => {
    expect(closings(STATES.cancelled, '2026-08-15')).toEqual([['2026-06', null]]);
    expect(closings(lived(create(), cancel()), '2026-08-15')).toEqual([]);
    expect(given(...lived(create(), cancel())).state).toMatchObject({ status: 'cancelled', nextBillingDate: null });
  });
  it('begin once', () => {
    const begin = (today: string) => ({ type: 'StartServiceMonth' as const, ...on(today) });
    given(...STATES.active)
      .when(begin('2026-06-30'))
      .answers();
    given(...STATES.active)
      .when(begin('2026-07-01'))
      .answers('ServiceMonthStarted');
    given(...STATES.pending)
      .when(begin('2026-07-01'))
      .answers();
  });
});

describe('the flag for content', () => {
  const check = (today: string, published: number) => ({ type: 'CheckContent' as const, published, ...on(today) });
  const behind = lived(create(), activate, check('2026-06-20', 0));
  it('is raised once and cleared once', () => {
    given(...STATES.active)
      .when(check('2026-06-19', 0))
      .answers();
    given(...STATES.active)
      .when(check('2026-06-20', 3))
      .answers();
    given(...STATES.active)
      .when(check('2026-06-20', 2))
      .answers('FellBehindOnContent');
    given(...behind)
      .when(check('2026-06-21', 0))
      .answers();
    given(...behind)
      .when(check('2026-06-21', 9))
      .answers('CaughtUpOnContent');
    given(...STATES.paused)
      .when(check('2026-06-28', 0))
      .answers();
  });
  it('is cleared by a pause, the end and a new month', () => {
    given(...behind)
      .when(pause())
      .answers('ManagedSubscriptionPaused', 'CaughtUpOnContent');
    given(...behind)
      .when(cancel())
      .answers('ManagedSubscriptionCancelled', 'CaughtUpOnContent');
    given(...behind)
      .when({ type: 'StartServiceMonth', ...on('2026-07-01') })
      .answers('CaughtUpOnContent', 'ServiceMonthStarted');
  });
});

describe('every action, in full', () => {
  const ids = { subscription_id: 1, site_id: 11 };
  const at = (today: string) => `${today}T10:00:00.000Z`;
  it('says what happened, on which day of the billing time zone', () => {
    given(...STATES.pending)
      .when(activate)
      .answers(
        { type: 'ManagedSubscriptionActivated', at: at('2026-06-17'), data: { ...ids, on: '2026-06-17' } },
        {
          type: 'ServiceMonthStarted',
          data: { ...ids, month: '2026-06', starts_on: '2026-06-17', ends_on: '2026-06-30' },
        },
      );
    given(...STATES.active)
      .when(pause())
      .answers({ type: 'ManagedSubscriptionPaused', data: { ...ids, on: '2026-06-20', reason: 'holiday' } });
    given(...STATES.paused)
      .when(resume())
      .answers({ type: 'ManagedSubscriptionResumed', data: { ...ids, on: '2026-06-29' } });
    given(...STATES.paused)
      .when(cancel())
      .answers({ type: 'ManagedSubscriptionCancelled', data: { ...ids, on: '2026-06-25', reason: null } });
    given(...STATES.pending)
      .when({ type: 'RequestOnboarding', ...on('2026-06-18') })
      .answers({ type: 'OnboardingRequested', at: at('2026-06-18'), data: { ...ids, on: '2026-06-18' } });
  });

  it('keeps who ordered what, and why', () => {
    given()
      .when(
        create({
          given: { gsc: { enabled: false } },
          monthlyPrice: cents(0),
          overrideReason: 'pilot',
          accountManagerId: 900 as UserId,
        }),
      )
      .answers({
        type: 'ManagedSubscriptionCreated',
        data: {
          ...ids,
          account_id: 1,
          tier: 'pro',
          monthly_price_cents: 0,
          override_reason: 'pilot',
          created_by: 9,
          account_manager_id: 900,
          given_config: { gsc: { enabled: false } },
        },
      });
  });

  it('of none that exists finds nothing', () => {
    const none: ManagedSubscriptionCommand[] = [
      change({}),
      { type: 'StartServiceMonth', ...on('2026-07-01') },
      { type: 'CloseServiceMonth', ...on('2026-07-01') },
      { type: 'CheckContent', published: 0, ...on('2026-07-01') },
    ];
    for (const command of none) given().when(command).refused('not_found');
  });

  it.each(Object.keys(STATES) as (keyof typeof STATES)[])('creates none twice: %s', (state) => {
    expect(
      given(...STATES[state])
        .when(create())
        .refused('invalid_state'),
    ).toMatchObject({ currentState: state });
  });

  it.each([
    ['free', 'lite', 'growth'],
    ['starter', 'lite', 'growth'],
    ['starter', 'pro', 'scale'],
    ['growth', 'pro', 'scale'],
  ] as const)('on %s has no %s, but %s has', (plan, tier, upgradeTo) => {
    const cheapest = cheapestUpgrade(FIRST_FEATURES, 'managed_services', levelForTier(tier), plan);
    const services = { ...planOf(plan), upgradeTo: cheapest };
    expect(given().when(create({ services, tier })).refused('feature_not_in_plan')).toMatchObject({ upgradeTo });
    given()
      .when(create({ services: planOf(upgradeTo), tier }))
      .answers('ManagedSubscriptionCreated');
  });

  it('goes from pause to pause and back as often as is liked', () => {
    const events = lived(create(), activate, pause('2026-06-18'), resume('2026-06-18'), pause('2026-06-18'), resume());
    expect(given(...events).state).toMatchObject({ status: 'active' });
    expect(given(...events).state).not.toHaveProperty('reason');
  });
});

describe('a PATCH', () => {
  const created = (more: Parameters<typeof create>[0]) => lived(create(more), activate);
  it.each(['pending', 'active', 'paused'] as const)('may come while it is %s', (state) => {
    given(...STATES[state])
      .when(change({ accountManagerId: 7 }))
      .answers({ type: 'AccountManagerAssigned', data: { account_manager_id: 7 } });
    given(...STATES[state])
      .when(change({ tier: 'lite' }))
      .answers('ManagedSubscriptionTierChanged');
  });
  it('that says what is so already appends nothing', () => {
    const events = created({ accountManagerId: 7 as UserId, given: { automation: { schedule: 'daily' } } });
    for (const same of [
      { accountManagerId: 7 },
      { tier: 'pro' },
      { monthlyPrice: cents(39_900) },
      { given: {} },
      { given: { automation: { schedule: 'daily' } } },
      { overrideReason: 'no reason to' },
    ])
      given(...events)
        .when(change(same))
        .answers();
    given(...events)
      .when(change({ accountManagerId: null }))
      .answers({ type: 'AccountManagerAssigned', data: { account_manager_id: null } });
  });
  it('may make the price nothing, with a reason', () => {
    given(...STATES.active)
      .when(change({ monthlyPrice: cents(0) }))
      .refused('override_required');
    given(...STATES.active)
      .when(change({ monthlyPrice: cents(0), overrideReason: 'goodwill' }))
      .answers({
        type: 'ManagedSubscriptionPriceChanged',
        data: { monthly_price_cents: 0, override_reason: 'goodwill', on: '2026-06-20' },
      });
  });
  it('of the tier takes a negotiated price with a reason only', () => {
    const lite = change({ tier: 'lite', monthlyPrice: cents(9_000) });
    given(...STATES.active)
      .when(lite)
      .refused('override_required');
    given(...STATES.active)
      .when({ ...lite, overrideReason: 'loyal' })
      .answers({
        type: 'ManagedSubscriptionTierChanged',
        data: { monthly_price_cents: 9_000, articles_per_month: 10, override_reason: 'loyal' },
      });
    given(...STATES.active)
      .when(change({ tier: 'lite', monthlyPrice: cents(10_000) }))
      .answers('ManagedSubscriptionTierChanged');
  });
  it('of the tier is checked against the plan, which an admin may override', () => {
    const lite = lived(create({ services: planOf('growth'), tier: 'lite' }), activate);
    const toPro = change({ tier: 'pro', services: planOf('growth') });
    expect(
      given(...lite)
        .when(toPro)
        .refused('feature_not_in_plan'),
    ).toMatchObject({ upgradeTo: 'scale' });
    given(...lite)
      .when({ ...toPro, overrideReason: 'pilot' })
      .refused('feature_not_in_plan');
    given(...lite)
      .when({ ...toPro, overrideReason: 'pilot', mayOverride: true })
      .answers('ManagedSubscriptionTierChanged');
  });
  it('that leaves the tier asks nothing of the plan', () => {
    given(...STATES.active)
      .when(change({ services: planOf('free'), given: { gsc: { enabled: false } } }))
      .answers('ServiceConfigChanged');
  });
  it('never leaves Lite without review, not by a change of tier either', () => {
    const lite = created({ tier: 'lite' });
    given(...lite)
      .when(change({ given: { review_required: false } }))
      .refused('invalid_values');
    const unreviewed = created({ given: { review_required: false } });
    given(...unreviewed)
      .when(change({ tier: 'lite' }))
      .refused('invalid_values');
    given(...unreviewed)
      .when(change({ tier: 'lite', given: { review_required: true } }))
      .answers('ManagedSubscriptionTierChanged');
  });
  it('keeps what the client asked for when the tier changes', () => {
    const asked = { automation: { schedule: 'daily' }, social: { platforms: ['x'] } } as const;
    const events = [
      ...created({}),
      ...given(...created({}))
        .when(change({ given: asked }))
        .answers('ServiceConfigChanged'),
    ];
    given(...events)
      .when(change({ tier: 'lite' }))
      .answers({
        type: 'ManagedSubscriptionTierChanged',
        data: {
          service_config: {
            automation: { schedule: 'daily', articles_per_run: 3 },
            social: { enabled: false, platforms: ['x'] },
          },
          given_config: asked,
        },
      });
  });
  it('keeps what the client asked for also where it was the default then', () => {
    const insisted = lived(create(), activate, change({ given: { automation: { articles_per_run: 8 } } }));
    given(...insisted)
      .when(change({ tier: 'lite' }))
      .answers({
        type: 'ManagedSubscriptionTierChanged',
        data: { service_config: { automation: { articles_per_run: 8 } } },
      });
  });
});

describe('the next billing date', () => {
  const close = (today: string) => ({ type: 'CloseServiceMonth' as const, ...on(today) });
  const nextDates = (events: readonly ManagedSubscriptionEvent[], today: string) => {
    const { decision } = given(...events).when(close(today));
    if (!decision.accepted) throw new Error('refused');
    return decision.events.map(({ data }) =>
      'next_billing_date' in data ? `${data.month} ${data.next_billing_date}` : 'other',
    );
  };
  const next = (events: readonly ManagedSubscriptionEvent[]) =>
    (given(...events).state as { nextBillingDate?: string | null }).nextBillingDate;

  it('is the first of the month after activation, also over the end of a year', () => {
    expect(next(STATES.pending)).toBeUndefined();
    expect(next(STATES.active)).toBe('2026-07-01');
    expect(next(lived(create(on('2026-12-31')), { ...activate, ...on('2026-12-31') }))).toBe('2027-01-01');
    expect(nextDates(lived(create(on('2026-11-30')), { ...activate, ...on('2026-11-30') }), '2027-02-10')).toEqual([
      '2026-11 2027-01-01',
      '2026-12 2027-02-01',
      '2027-01 2027-03-01',
    ]);
  });
  it('comes once: what was closed is not closed again', () => {
    const closed = lived(create(), activate, close('2026-07-01'));
    expect(next(closed)).toBe('2026-08-01');
    expect(nextDates(closed, '2026-07-31')).toEqual([]);
    expect(nextDates(closed, '2026-08-01')).toEqual(['2026-07 2026-09-01']);
  });
  it('goes on through wholly paused months', () => {
    const paused = lived(create(), activate, pause(), close('2026-07-01'), close('2026-08-01'));
    expect(next(paused)).toBe('2026-09-01');
    expect(nextDates(paused, '2026-09-01')).toEqual(['2026-08 2026-10-01']);
  });
  it('stays after cancelling until the last invoice, then is none', () => {
    expect(next(STATES.cancelled)).toBe('2026-07-01');
    const last = lived(create(), activate, cancel(), close('2026-07-01'));
    expect(next(last)).toBeNull();
    expect(nextDates(last, '2026-12-01')).toEqual([]);
  });
  it('of a contract cancelled after months without a billing run closes every one of them', () => {
    expect(nextDates(lived(create(), activate, cancel('2026-08-15')), '2026-10-05')).toEqual([
      '2026-06 2026-08-01',
      '2026-07 2026-09-01',
      '2026-08 null',
    ]);
  });
  it('of a contract cancelled on the first of a month bills that day a month later', () => {
    const events = lived(create(), activate, cancel('2026-07-01'));
    expect(nextDates(events, '2026-07-01')).toEqual(['2026-06 2026-08-01']);
    expect(nextDates(events, '2026-08-01')).toEqual(['2026-06 2026-08-01', '2026-07 null']);
  });
  it('of one that was paused when it was cancelled ends with the month that is due', () => {
    const events = lived(create(), activate, pause(), close('2026-07-01'), close('2026-08-01'), cancel('2026-08-15'));
    expect(nextDates(events, '2026-09-01')).toEqual(['2026-08 null']);
  });
  it('is none at once where it was never active', () => {
    const never = lived(create(), cancel());
    expect(next(never)).toBeNull();
    expect(nextDates(never, '2026-12-01')).toEqual([]);
    expect(nextDates(STATES.pending, '2026-12-01')).toEqual([]);
  });
  it('has nothing to do with the counters, which begin anew each month, paused or not', () => {
    const begin = { type: 'StartServiceMonth' as const, ...on('2026-09-03') };
    for (const state of ['active', 'paused'] as const)
      given(...STATES[state])
        .when(begin)
        .answers({
          type: 'ServiceMonthStarted',
          data: { month: '2026-09', starts_on: '2026-09-01', ends_on: '2026-09-30' },
        });
    given(...STATES.cancelled)
      .when(begin)
      .answers();
    given(...lived(create(), activate, begin))
      .when(begin)
      .answers();
  });
});
