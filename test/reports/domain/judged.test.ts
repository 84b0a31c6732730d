import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Day } from '#domain/kernel/time';
import { figure } from '#domain/reports/figures';
import { contentFlag, errorFlag, growthFlag, healthFlag, linksFlag, verdictOf } from '#domain/reports/judged';
import { cutTo, lengthOf, nextWindow, windowsOf } from '#domain/reports/windows';

const of = (now: number | null, before: number | null, year: number | null = null) => ({ now, before, year });

describe('the verdict (13, 3.1)', () => {
  it.each([
    // clicks now, before; position now, before; net links; verdict
    [105, 100, 8, 8, 0, 'improving'],
    [104, 100, 8, 8, 0, 'stable'],
    [95, 100, 8, 8, 0, 'declining'],
    [96, 100, 8, 8, 0, 'stable'],
    [19, 1, 8, 8, 0, 'stable'],
    [20, 1, 8, 8, 0, 'improving'],
    [1, 20, 8, 8, 0, 'declining'],
    [20, 0, 8, 8, 0, 'improving'],
    [100, 100, 7.7, 8, 1, 'improving'],
    [100, 100, 7.71, 8, 1, 'stable'],
    [100, 100, 8.3, 8, -1, 'declining'],
    [100, 100, 8.3, 8, 1, 'stable'],
    [105, 100, 8.3, 8, 0, 'stable'],
    [105, 100, 8.3, 8, 1, 'improving'],
    [95, 100, 7.7, 8, 1, 'stable'],
    [100, 100, 7.7, 8, 5, 'improving'],
  ] as const)(
    'clicks %d after %d, position %d after %d, links %d: %s',
    (clicks, before, position, earlier, links, verdict) => {
      expect(verdictOf(of(clicks, before), of(position, earlier), links).verdict).toBe(verdict);
    },
  );

  it('is none where clicks are not known, or nothing else is', () => {
    expect(verdictOf(of(null, 100), of(8, 8), 1).verdict).toBeNull();
    expect(verdictOf(of(100, null), of(8, 8), 1).verdict).toBeNull();
    expect(verdictOf(of(200, 100), of(8, null), null).verdict).toBeNull();
    expect(verdictOf(of(200, 100), of(8, null), 0).verdict).toBe('improving');
    expect(verdictOf(of(200, 100), of(8, 8), null).verdict).toBe('improving');
  });

  it('says so where a year ago tells the opposite', () => {
    expect(verdictOf(of(105, 100, 200), of(8, 8), 0).opposed).toBe(true);
    expect(verdictOf(of(95, 100, 50), of(8, 8), 0).opposed).toBe(true);
    expect(verdictOf(of(105, 100, 90), of(8, 8), 0).opposed).toBe(false);
    expect(verdictOf(of(101, 100, 200), of(8, 8), 0).opposed).toBe(false);
    expect(verdictOf(of(105, 100, null), of(8, 8), 0).opposed).toBe(false);
  });
});

describe('flags (13, 3.4)', () => {
  it.each([
    ['growth', growthFlag(95, 100), growthFlag(94.9, 100), growthFlag(80, 100), growthFlag(79.9, 100)],
    ['errors', errorFlag(2), errorFlag(2.1), errorFlag(5), errorFlag(5.1)],
    ['content', contentFlag(10, 10), contentFlag(9, 10), contentFlag(8, 10), contentFlag(7, 10)],
    ['health', healthFlag(80), healthFlag(79.9), healthFlag(50), healthFlag(49.9)],
  ])('of %s change at their limits', (_, ...flags) => {
    expect(flags).toEqual(['green', 'amber', 'amber', 'red']);
  });

  it('of links: one waiting is amber, more are red, and so is one past its due date', () => {
    expect([linksFlag(0, 0), linksFlag(1, 0), linksFlag(2, 0), linksFlag(1, 1), linksFlag(0, 1)]).toEqual([
      'green',
      'amber',
      'red',
      'red',
      'red',
    ]);
  });

  it('are none where nothing is compared, and green from nothing', () => {
    expect([growthFlag(1, null), growthFlag(null, 1), growthFlag(5, 0), growthFlag(0, 0), contentFlag(0, 0)]).toEqual([
      null,
      null,
      'green',
      'green',
      'green',
    ]);
  });
});

describe('comparisons (13, 1.5)', () => {
  const day = fc
    .integer({ min: 0, max: 3_000 })
    .map((n) => new Date(Date.UTC(2020, 0, 1 + n)).toISOString().slice(0, 10) as Day);
  const monthly = (start: Day): readonly [Day, Day] => {
    const first = `${start.slice(0, 7)}-01` as Day;
    const [year, month] = [Number(start.slice(0, 4)), Number(start.slice(5, 7))];
    return [first, new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10) as Day];
  };

  it('go against the seven days before and 364 days before, or the calendar months', () => {
    expect(windowsOf('weekly', '2026-11-02' as Day, '2026-11-08' as Day)).toEqual({
      period: ['2026-11-02', '2026-11-08'],
      before: ['2026-10-26', '2026-11-01'],
      year_before: ['2025-11-03', '2025-11-09'],
    });
    expect(windowsOf('monthly', '2024-03-01' as Day, '2024-03-31' as Day)).toMatchObject({
      before: ['2024-02-01', '2024-02-29'],
      year_before: ['2023-03-01', '2023-03-31'],
    });
    expect(windowsOf('monthly', '2024-02-01' as Day, '2024-02-29' as Day).year_before).toEqual([
      '2023-02-01',
      '2023-02-28',
    ]);
    expect(windowsOf('quarterly', '2026-01-01' as Day, '2026-03-31' as Day)).toMatchObject({
      before: ['2025-10-01', '2025-12-31'],
      year_before: ['2025-01-01', '2025-03-31'],
    });
    expect(nextWindow('quarterly', '2026-09-30' as Day)).toEqual(['2026-10-01', '2026-12-31']);
    expect(nextWindow('weekly', '2026-12-27' as Day)).toEqual(['2026-12-28', '2027-01-03']);
  });

  it('are cut to the same number of days where data end early, and whole where they do not', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 40 }), (start, days) => {
        const [from, to] = monthly(start);
        const whole = windowsOf('monthly', from, to);
        const dataTo = new Date(Date.parse(from) + days * 86_400_000).toISOString().slice(0, 10) as Day;
        const cut = cutTo(whole, dataTo);
        if (dataTo >= to) {
          expect(cut).toEqual(whole);
          return;
        }
        expect(lengthOf(cut.before)).toBe(lengthOf(cut.period));
        expect(lengthOf(cut.year_before)).toBe(Math.min(lengthOf(cut.period), lengthOf(whole.year_before)));
        expect(cut.period[1] <= dataTo && cut.period[0] === from).toBe(true);
      }),
    );
    const none = windowsOf('monthly', '2026-11-01' as Day, '2026-11-30' as Day);
    expect([cutTo(none, null), cutTo(none, '2026-10-31' as Day)]).toEqual([none, none]);
  });

  it('have the sign of the change, whatever is better, and add up as they are shown', () => {
    const number = fc.double({ min: 0, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(number, number, (now, before) => {
        const shown = figure('position', 'position', 'down', { now, before, year: null });
        const [value, base] = [Number(shown.value), Number(shown.before)];
        expect(Number(shown.change)).toBeCloseTo(value - base, 6);
        expect(shown.better).toBe('down');
        if (base === 0) expect(shown.percent).toBeNull();
        else
          expect(Math.sign(shown.percent ?? 0) === Math.sign(value - base) || Math.abs(shown.percent ?? 0) < 0.05).toBe(
            true,
          );
      }),
    );
    expect(figure('clicks', 'count', 'up', { now: 5, before: 0, year: null })).toMatchObject({
      change: 5,
      percent: null,
      year_before: null,
      year_change: null,
    });
    expect(figure('clicks', 'count', 'up', { now: 9, before: 8, year: 12 })).toMatchObject({
      change: 1,
      percent: 12.5,
      year_change: -3,
    });
  });
});
