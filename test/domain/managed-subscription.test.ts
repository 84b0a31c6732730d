import { describe, expect, it } from 'vitest';
import type { AccountId, SiteId, SubscriptionId, UserId } from '#domain/kernel/ids';
import { cents } from '#domain/kernel/money';
import type { Day, Instant } from '#domain/kernel/time';
import {
  type ManagedSubscriptionCommand,
  type ManagedSubscriptionEvent,
  managedSubscription,
} from '#domain/managed-subscription';
import { spec } from '#test/support/spec';

const { given } = spec(managedSubscription);
const on = (today: string) => ({ now: `${today}T10:00:00.000Z` as Instant, today: today as Day });
const create = (
  more: Partial<Extract<ManagedSubscriptionCommand, { type: 'Create' }>> = {},
): ManagedSubscriptionCommand => ({
  ...{
    type: 'Create',
    subscriptionId: 1 as SubscriptionId,
    accountId: 1 as AccountId,
    siteId: 11 as SiteId,
    sectorId: null,
    plan: 'scale',
    tier: 'pro',
    given: {},
  },
  ...{ accountManagerId: null, monthlyPrice: null, overrideReason: null, mayOverride: false, createdBy: 9 as UserId },
  ...on('2026-06-17'),
  ...more,
});
/** The events of a life: each command decided on what came before. */
function lived(...commands: readonly ManagedSubscriptionCommand[]): ManagedSubscriptionEvent[] {
  const events: ManagedSubscriptionEvent[] = [];
  for (const command of commands) {
    const { decision } = given(...events).when(command);
    if (!decision.accepted) throw new Error(JSON.stringify(decision.refusal));
    events.push(...decision.events);
  }
  return events;
}
const activate = { type: 'Activate' as const, ...on('2026-06-17') };
const pause = (today = '2026-06-20') => ({ type: 'Pause' as const, reason: 'holiday', ...on(today) });
const resume = (today = '2026-06-29') => ({ type: 'Resume' as const, ...on(today) });
const cancel = (today = '2026-06-25') => ({ type: 'Cancel' as const, reason: null, ...on(today) });
const change = (more: object, today = '2026-06-20') => ({
  type: 'Change' as const,
  plan: 'scale' as const,
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
        .when(create({ plan: 'growth' }))
        .refused('feature_not_in_plan'),
    ).toMatchObject({ upgradeTo: 'scale' });
    given()
      .when(create({ plan: 'growth', overrideReason: 'pilot' }))
      .refused('feature_not_in_plan');
    given()
      .when(create({ plan: 'growth', overrideReason: 'pilot', mayOverride: true }))
      .answers('ManagedSubscriptionCreated');
    given()
      .when(create({ plan: 'growth', tier: 'lite' }))
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
      .when(change({ tier: 'lite', plan: 'free' }))
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
