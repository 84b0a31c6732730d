import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  configProblem,
  type GivenConfig,
  mergeGiven,
  REPORT_SECTIONS,
  resolveConfig,
  TIER_TERMS,
  TIERS,
} from '#domain/services/service-config';

const given: fc.Arbitrary<GivenConfig> = fc.record(
  {
    automation: fc.record(
      {
        schedule: fc.constantFrom('daily' as const, 'weekly' as const, 'monthly' as const),
        articles_per_run: fc.integer({ min: 1, max: 50 }),
        content_types: fc.array(fc.constantFrom('post', 'page', 'taxonomy_term')),
        stages: fc.array(fc.constantFrom('keywords', 'publish')),
      },
      { requiredKeys: [] },
    ),
    review_required: fc.boolean(),
    social: fc.record(
      { enabled: fc.boolean(), platforms: fc.array(fc.constantFrom('x', 'linkedin')) },
      { requiredKeys: [] },
    ),
    gsc: fc.record({ enabled: fc.boolean() }, { requiredKeys: [] }),
    reporting: fc.record(
      {
        branding_id: fc.option(fc.integer({ min: 1, max: 9 })),
        theme: fc.constantFrom('light' as const, 'dark' as const),
      },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: [] },
);

describe('the terms of a tier', () => {
  it('are the price list', () => {
    expect(TIER_TERMS).toEqual({
      lite: { monthlyPrice: 10_000, articlesPerMonth: 10, hubsFirst: false },
      pro: { monthlyPrice: 39_900, articlesPerMonth: 30, hubsFirst: true },
    });
  });
  it('have their defaults', () => {
    expect(resolveConfig('lite', {})).toMatchObject({
      automation: { schedule: 'weekly', articles_per_run: 3, content_types: ['post', 'cluster_hub'] },
      review_required: true,
      social: { enabled: false },
      schema: { enabled: false },
      gsc: { enabled: false },
      reporting: { cadence: 'monthly', sections: REPORT_SECTIONS },
    });
    const pro = resolveConfig('pro', {});
    expect(pro).toMatchObject({
      automation: { schedule: 'weekly', articles_per_run: 8 },
      social: { enabled: true },
      backlinks: { enabled: true, monthly_budget: '0.00', niche: 'general' },
      schema: { enabled: true },
      gsc: { enabled: true },
      reporting: { cadence: 'both', branding_id: null, theme: 'light' },
    });
    expect(pro.automation.content_types).toContain('taxonomy_term');
  });
});

describe('what was given', () => {
  it('lies over the defaults section by section; lists are replaced whole', () => {
    const config = resolveConfig('pro', { automation: { content_types: ['post'] }, social: { platforms: [] } });
    expect(config.automation).toEqual({ ...resolveConfig('pro', {}).automation, content_types: ['post'] });
    expect(config.social).toEqual({ enabled: true, platforms: [] });
  });
  it('that is nothing (undefined) leaves the default; null is a value', () => {
    expect(resolveConfig('pro', { review_required: undefined, gsc: undefined })).toEqual(resolveConfig('pro', {}));
    const branded = mergeGiven({ reporting: { branding_id: 4 } }, { reporting: { branding_id: null } });
    expect(resolveConfig('pro', branded).reporting.branding_id).toBeNull();
  });
  it('later wins over earlier, and given one after the other is given at once', () => {
    fc.assert(
      fc.property(fc.constantFrom(...TIERS), given, given, given, (tier, a, b, c) => {
        expect(resolveConfig(tier, mergeGiven({}, a))).toEqual(resolveConfig(tier, a));
        expect(mergeGiven(mergeGiven(a, b), c)).toEqual(mergeGiven(a, mergeGiven(b, c)));
        expect(mergeGiven(a, a)).toEqual(a);
        const resolved = resolveConfig(tier, mergeGiven(a, b));
        expect(mergeGiven(resolved, b)).toEqual(resolved);
      }),
    );
  });
  it('never touches the defaults themselves', () => {
    const before = JSON.stringify(TIERS.map((tier) => resolveConfig(tier, {})));
    fc.assert(
      fc.property(fc.constantFrom(...TIERS), given, (tier, some) => {
        resolveConfig(tier, some);
        expect(JSON.stringify(TIERS.map((each) => resolveConfig(each, {})))).toBe(before);
      }),
    );
  });
});

describe('a config that a tier cannot be run with', () => {
  it('is Lite without review; Pro may choose', () => {
    expect(configProblem('lite', resolveConfig('lite', { review_required: false }))).toMatchObject({
      pointer: '/service_config/review_required',
    });
    expect(configProblem('lite', resolveConfig('lite', {}))).toBeNull();
    for (const review_required of [true, false])
      expect(configProblem('pro', resolveConfig('pro', { review_required }))).toBeNull();
  });
});
