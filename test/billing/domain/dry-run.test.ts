import { describe, expect, it } from 'vitest';
import { featureChanges } from '#domain/billing/dry-run';
import type { Instant } from '#domain/kernel/time';
import { EntitlementBook } from '#domain/plans/entitlement-book';
import { FIRST_FEATURES } from '#domain/plans/plan';

const at = '2026-06-17T08:00:00Z' as Instant;

describe('what would be different', () => {
  it('features: what falls is lost, what rises is not, and what was in use before is kept', () => {
    const before = new EntitlementBook()
      .apply({ type: 'AccountRegistered', at, id: 'a', data: { account_id: 1, plan: 'scale' } })
      .apply({ type: 'FeatureInUse', at, id: 'b', data: { account_id: 1, feature: 'gsc_level', level: 'full' } });
    const plan_features = { ...FIRST_FEATURES.scale, gsc_level: 'none', ahrefs_level: 'none' } as const;
    const data = { plan: 'scale', version: 1, plan_features, apply_to_existing: true, reason: null } as const;
    const after = before.after([{ type: 'PlanFeaturesRevised', at, data }]);
    expect(featureChanges(before, after, 1, at)).toEqual([
      {
        subject: 'feature',
        id: null,
        key: 'ahrefs_level',
        from: 'full',
        to: 'none',
        loses: true,
        note: null,
        in_use: [],
      },
    ]);
    expect(featureChanges(after, before, 1, at)).toMatchObject([{ key: 'ahrefs_level', loses: false }]);
    // The book that was asked stays as it was.
    expect(before.entitled(1, 'ahrefs_level', at).level).toBe('full');
  });
});
