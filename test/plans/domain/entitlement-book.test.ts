import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Recorded } from '#domain/kernel/decider';
import type { Instant } from '#domain/kernel/time';
import { EntitlementBook, type EntitlementBookEvent } from '#domain/plans/entitlement-book';
import {
  FEATURES,
  type Feature,
  levelAt,
  levelFromText,
  levelsOf,
  levelText,
  lowestAbove,
  matrixProblems,
  rankOf,
} from '#domain/plans/feature';
import { decideGate } from '#domain/plans/feature-gate';
import { cheapestUpgrade, FIRST_FEATURES, PLANS, type Plan, reaches } from '#domain/plans/plan';

const NOW = '2026-06-17T10:00:00.000Z' as Instant;
let made = 0;
const event = (type: EntitlementBookEvent['type'], data: object, at: string = NOW) =>
  ({ type, at, data, id: `e${made++}` }) as unknown as Recorded<EntitlementBookEvent>;
const book = (...events: Recorded<EntitlementBookEvent>[]) => {
  const folded = new EntitlementBook();
  for (const each of events) folded.apply(each);
  return folded;
};
const registered = (plan: Plan, account_id = 1) => event('AccountRegistered', { account_id, plan });
const revised = (plan: Plan, version: number, change: object, apply_to_existing = false) =>
  event('PlanFeaturesRevised', {
    plan,
    version,
    apply_to_existing,
    reason: null,
    plan_features: { ...FIRST_FEATURES[plan], ...change },
  });
const override = (feature: Feature, level: unknown, expires_at: string | null = null) =>
  event('EntitlementOverridden', { account_id: 1, feature, level, reason: 'pilot', expires_at });

describe('the levels of features', () => {
  it('are those of the list, low to high, with a text of their own each', () => {
    for (const feature of FEATURES) {
      const texts = levelsOf(feature).map(levelText);
      expect(new Set(texts).size).toBe(texts.length);
      texts.forEach((text, rank) => {
        expect(rankOf(feature, levelFromText(feature, text))).toBe(rank);
        expect(levelAt(feature, rank)).toEqual(levelsOf(feature)[rank]);
      });
    }
    expect(levelsOf('content_types').map(levelText)).toEqual(['post', 'post_page', 'all']);
    expect(rankOf('schema_types', '5')).toBeNull();
    expect(rankOf('schema_types', 5)).toBe(1);
    expect(rankOf('content_types', ['page', 'post'])).toBeNull();
  });

  it('begin, where none is named, with the lowest that is more than nothing', () => {
    expect(FEATURES.map((feature) => levelText(lowestAbove(feature)))).toEqual([
      'quick',
      'post',
      'true',
      'basic',
      'audit',
      'self_service',
      'basic',
      '5',
      '2',
      'short',
      'readonly',
      'true',
      'monthly',
      'true',
      'readonly',
      'lite',
    ]);
  });

  it('rise from plan to plan', () => {
    for (const feature of FEATURES)
      for (const [n, plan] of PLANS.entries()) {
        const before = PLANS[n - 1];
        if (before) expect(reaches(feature, FIRST_FEATURES[plan][feature], FIRST_FEATURES[before][feature])).toBe(true);
      }
  });

  it('are checked in a matrix, with where', () => {
    expect(matrixProblems({ ahrefs_level: 'full', white_label: true })).toEqual([]);
    expect(matrixProblems({ ahrefs_level: 'all', nonsense: 1 }).map(({ feature }) => feature)).toEqual([
      'ahrefs_level',
      'nonsense',
    ]);
  });
});

describe('what an account may do', () => {
  it('follows its plan, as it was when it was bought', () => {
    const held = book(
      registered('growth'),
      revised('growth', 1, {}, true),
      revised('growth', 2, { ahrefs_level: 'full' }),
      registered('growth', 2),
    );
    expect(held.entitled(1, 'ahrefs_level', NOW)).toMatchObject({ level: 'readonly', source: 'grandfathered' });
    expect(held.entitled(2, 'ahrefs_level', NOW)).toMatchObject({ level: 'full', source: 'plan' });
  });

  it('moves with a version that applies to all, and alone when it is moved', () => {
    const all = book(
      registered('growth'),
      revised('growth', 1, {}, true),
      revised('growth', 2, { ahrefs_level: 'full' }, true),
    );
    expect(all.entitled(1, 'ahrefs_level', NOW).level).toBe('full');
    const one = book(
      registered('growth'),
      revised('growth', 1, {}, true),
      revised('growth', 2, { ahrefs_level: 'full' }),
    );
    one.apply(event('AccountMovedToPlanVersion', { account_id: 1, plan: 'growth', plan_version: 2, reason: 'x' }));
    expect(one.entitled(1, 'ahrefs_level', NOW)).toMatchObject({ level: 'full', source: 'plan' });
  });

  it('is what an override says, even when that is lower, until it expires or is taken back', () => {
    const low = book(registered('scale'), override('ahrefs_level', 'none', '2026-07-01T00:00:00.000Z'));
    expect(low.entitled(1, 'ahrefs_level', NOW)).toMatchObject({ level: 'none', source: 'override' });
    expect(low.entitled(1, 'ahrefs_level', '2026-07-01T00:00:00.000Z' as Instant)).toMatchObject({ level: 'full' });
    const back = book(registered('free'), override('white_label', true));
    back.apply(event('EntitlementOverrideRemoved', { account_id: 1, feature: 'white_label' }));
    expect(back.entitled(1, 'white_label', NOW)).toMatchObject({ level: false, source: 'plan' });
  });

  it('is never less than what was known to be in use', () => {
    const used = (level: unknown) => event('FeatureInUse', { account_id: 1, feature: 'linker_level', level });
    expect(book(registered('free'), used('auto')).entitled(1, 'linker_level', NOW)).toMatchObject({
      level: 'auto',
      source: 'grandfathered',
    });
    expect(book(registered('free'), used('auto'), used('audit')).entitled(1, 'linker_level', NOW).level).toBe('auto');
    expect(book(registered('scale'), used('audit')).entitled(1, 'linker_level', NOW)).toMatchObject({
      level: 'full',
      source: 'plan',
    });
    expect(book(registered('free'), used('nonsense')).entitled(1, 'linker_level', NOW).level).toBe('none');
  });

  it('changes with the plan: at once, or on the day that is told', () => {
    const at = '2026-08-01T00:00:00.000Z';
    const held = book(
      registered('free'),
      event('AccountPlanChanged', { account_id: 1, plan: 'scale', effective_at: at }),
    );
    expect(held.planOf(1, NOW).plan).toBe('free');
    expect(held.planOf(1, at as Instant).plan).toBe('scale');
    const now = book(registered('free'), event('AccountPlanChanged', { account_id: 1, plan: 'growth' }));
    expect(now.planOf(1, NOW).plan).toBe('growth');
  });

  it('falls to free when the plan is cancelled by its payment, not when a fact has told already', () => {
    const cancelled = (source: string) => event('PlanSubscriptionCancelled', { account_id: 1, plan: 'scale', source });
    expect(book(registered('scale'), cancelled('payment')).planOf(1, NOW).plan).toBe('free');
    expect(book(registered('scale'), cancelled('fact')).planOf(1, NOW).plan).toBe('scale');
  });

  it('includes indexing while there are credits', () => {
    const granted = event('IndexingCreditsGranted', { account_id: 1, quantity: 1, purchase_id: 1 });
    const taken = event('IndexingCreditTaken', { account_id: 1, request_id: 1, backlink_id: 1 });
    expect(book(registered('growth'), granted).entitled(1, 'backlink_indexing', NOW)).toMatchObject({
      level: true,
      source: 'add_on',
    });
    expect(book(registered('growth'), granted, taken).entitled(1, 'backlink_indexing', NOW).level).toBe(false);
  });
});

describe('a gate', () => {
  const plans = FIRST_FEATURES;
  it('names the cheapest plan that would allow it, and none where it is allowed', () => {
    const has = { level: 'none', source: 'plan' as const, plan: 'free' as const };
    expect(decideGate('ahrefs_level', 'readonly', has, plans)).toMatchObject({ allowed: false, upgrade_to: 'growth' });
    expect(decideGate('ahrefs_level', 'full', has, plans)).toMatchObject({ allowed: false, upgrade_to: 'scale' });
    expect(decideGate('ahrefs_level', 'none', has, plans)).toMatchObject({ allowed: true, upgrade_to: null });
  });

  it('never names the account’s own plan, nor one below it, as a way up', () => {
    const today = { ...plans, growth: { ...plans.growth, ahrefs_level: 'full' } };
    const held = { level: 'readonly', source: 'grandfathered' as const, plan: 'growth' as const };
    expect(decideGate('ahrefs_level', 'full', held, today)).toMatchObject({ allowed: false, upgrade_to: 'scale' });
    const lowered = { level: 'none', source: 'override' as const, plan: 'scale' as const };
    expect(decideGate('ahrefs_level', 'readonly', lowered, plans)).toMatchObject({ allowed: false, upgrade_to: null });
    expect(cheapestUpgrade(today, 'ahrefs_level', 'full', 'starter')).toBe('growth');
  });

  it('allows what is at least as high, for every feature, plan and level', () => {
    fc.assert(
      fc.property(fc.constantFrom(...FEATURES), fc.constantFrom(...PLANS), fc.nat(3), (feature, plan, n) => {
        const required = levelsOf(feature)[n % levelsOf(feature).length] ?? 'none';
        const level = plans[plan][feature];
        const answer = decideGate(feature, required, { level, source: 'plan', plan }, plans);
        expect(answer.allowed).toBe((rankOf(feature, level) ?? -1) >= (rankOf(feature, required) ?? 99));
        if (!answer.allowed) {
          const above = PLANS.slice(PLANS.indexOf(plan) + 1);
          const enough = above.find((each) => reaches(feature, plans[each][feature], required)) ?? null;
          expect(answer.upgrade_to).toBe(enough);
        }
      }),
    );
  });
});
