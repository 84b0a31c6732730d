import { describe, expect, it } from 'vitest';
import { FACT_SCHEMAS } from '#api/platform/fact-schemas';
import { course } from '#cli/demo/course';
import { batches } from '#cli/demo/fact';
import { ACORN, AGENCY_SITES } from '#cli/demo/sites';
import { historyOf } from '#cli/demo/work';
import { type Day, plusDays } from '#domain/kernel/time';

const day = (text: string) => text as Day;

describe('what the demo makes up of a site', () => {
  const spring = historyOf(ACORN, day('2026-03-01'), day('2026-05-31'));

  it('is the same however it is cut, and each fact once', () => {
    const cut = [
      ...historyOf(ACORN, day('2026-03-01'), day('2026-04-11')),
      ...historyOf(ACORN, day('2026-04-12'), day('2026-05-31')),
    ];
    expect(cut).toEqual(spring);
    expect(new Set(spring.map(({ id }) => id)).size).toBe(spring.length);
  });

  it('is taken by the API, of every site', () => {
    for (const site of [ACORN, ...AGENCY_SITES])
      for (const { id, type, data } of historyOf(site, day('2026-01-01'), day('2026-02-01')))
        expect(FACT_SCHEMAS[type].safeParse(data).error, id).toBeUndefined();
    for (const batch of batches(spring)) {
      expect(batch.length).toBeLessThanOrEqual(1000);
      expect(Buffer.byteLength(JSON.stringify(batch))).toBeLessThan(256 * 1024);
    }
    expect(batches(spring).flat()).toEqual(spring);
  });

  it('grows, falls and comes back', () => {
    const at = (days: number) => course(ACORN, plusDays(ACORN.dip, days));
    expect(at(-1)).toBeGreaterThan(course(ACORN, day('2026-01-01')) * 1.15);
    expect(at(24)).toBeLessThan(at(-1) * 0.9);
    expect(at(80)).toBeGreaterThan(at(-1));
  });

  it('has no work before the work begins', () => {
    const before = historyOf(ACORN, day('2026-05-20'), day('2026-06-16'), day('2026-06-17'));
    const kinds = new Set(before.map(({ type }) => type));
    expect([...kinds].sort()).toEqual(['ConversionsRecorded', 'KeywordRanked', 'SearchMetricsRecorded']);
  });
});
