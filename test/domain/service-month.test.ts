import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cents } from '#domain/kernel/money';
import { type Day, day, daysInMonth, lastDay, type Month, monthOf, plusDays } from '#domain/kernel/time';
import {
  articleTarget,
  behindOnContent,
  billableDays,
  type ContractHistory,
  EMPTY_HISTORY,
  isBillable,
  monthLines,
  started,
  stopped,
  withTerm,
} from '#domain/service-month';

const d = (text: string) => text as Day;
const m = (text: string) => text as Month;
const pro = (from: string, monthlyPrice = 39_900, cause = 'term') => ({
  from: d(from),
  tier: 'pro' as const,
  monthlyPrice: cents(monthlyPrice),
  articlesPerMonth: 30,
  cause,
});
const amounts = (history: ContractHistory, month: string) =>
  monthLines(history, m(month)).map(({ billableDays: days, from, to, amount }) => [days, from, to, amount]);

describe('the lines of a month', () => {
  const base = started(withTerm(EMPTY_HISTORY, pro('2026-06-17')), d('2026-06-17'), 'activated');

  it('bill the days of activation, pause and resume, and not the days between', () => {
    const history = started(stopped(base, d('2026-06-20'), 'paused'), d('2026-06-29'), 'resumed');
    expect(amounts(history, '2026-06')).toEqual([[6, '2026-06-17', '2026-06-30', 7980]]);
    expect(monthLines(history, m('2026-06'))[0]?.causes).toEqual(['term', 'activated', 'paused', 'resumed']);
    expect(amounts(history, '2026-07')).toEqual([[31, '2026-07-01', '2026-07-31', 39_900]]);
    expect(monthLines(history, m('2026-07'))[0]?.rule).toBe('subscription.full_month');
  });
  it('split at a price, whose day belongs to the new price; the last of a day wins; back again is a line of its own', () => {
    const changed = withTerm(
      withTerm(withTerm(base, pro('2026-07-11', 20_000)), pro('2026-07-11', 31_000)),
      pro('2026-07-21', 39_900),
    );
    expect(amounts(changed, '2026-07')).toEqual([
      [10, '2026-07-01', '2026-07-10', 12_871],
      [10, '2026-07-11', '2026-07-20', 10_000],
      [11, '2026-07-21', '2026-07-31', 14_158],
    ]);
  });
  it('are none for a month that was wholly paused, and none before the beginning', () => {
    const paused = stopped(base, d('2026-06-20'), 'paused');
    expect(amounts(paused, '2026-07')).toEqual([]);
    expect(amounts(base, '2026-05')).toEqual([]);
  });
  it('know leap years', () => {
    const history = started(
      stopped(started(withTerm(EMPTY_HISTORY, pro('2028-02-17')), d('2028-02-17'), 'a'), d('2028-02-20'), 'p'),
      d('2028-02-29'),
      'r',
    );
    expect(amounts(history, '2028-02')).toEqual([[5, '2028-02-17', '2028-02-29', 6879]]);
  });
});

/** A random life: where it was active, day by day, worked out apart from the code under test. */
const life = fc
  .record({
    start: fc.integer({ min: 0, max: 700 }),
    steps: fc.array(
      fc.record({ after: fc.integer({ min: 0, max: 40 }), price: fc.option(fc.integer({ min: 0, max: 200_000 })) }),
      { maxLength: 12 },
    ),
  })
  .map(({ start, steps }) => {
    let today = plusDays(day(2027, 1, 1), start);
    let history = started(withTerm(EMPTY_HISTORY, pro(today)), today, 'activated');
    let active = true;
    const spans: [Day, Day | null][] = [[today, null]];
    const prices: [Day, number][] = [[today, 39_900]];
    for (const { after, price } of steps) {
      today = plusDays(today, after);
      if (price !== null) {
        history = withTerm(history, pro(today, price));
        prices.push([today, price]);
      } else if (active) {
        history = stopped(history, today, 'paused');
        (spans.at(-1) as [Day, Day | null])[1] = today;
        active = false;
      } else {
        history = started(history, today, 'resumed');
        spans.push([today, null]);
        active = true;
      }
    }
    return { history, spans, prices, from: spans[0]?.[0] as Day, last: today };
  });

describe('whatever the history', () => {
  it('every day that was active at some instant is billed exactly once, at the price of that day', () => {
    fc.assert(
      fc.property(life, ({ history, spans, prices, from, last }) => {
        const activeOn = (on: Day) => spans.some(([a, b]) => a <= on && (b === null || on <= b));
        const priceOn = (on: Day) => prices.filter(([since]) => since <= on).at(-1)?.[1] ?? 0;
        for (
          let month = monthOf(from);
          month <= monthOf(plusDays(last, 40));
          month = monthOf(plusDays(lastDay(month), 1))
        ) {
          const days = Array.from({ length: daysInMonth(month) }, (_, i) => plusDays(`${month}-01` as Day, i));
          const lines = monthLines(history, month);
          expect(lines.reduce((sum, line) => sum + line.billableDays, 0)).toBe(days.filter(activeOn).length);
          for (const line of lines) {
            const own = days.filter((on) => on >= line.from && on <= line.to && activeOn(on));
            expect(own).toHaveLength(line.billableDays);
            expect(new Set(own.map(priceOn))).toEqual(new Set([line.monthlyPrice]));
            const exact = (line.monthlyPrice * line.billableDays) / line.daysInMonth;
            expect(Math.abs(line.amount - exact)).toBeLessThanOrEqual(0.5);
          }
          for (const [i, line] of lines.slice(1).entries()) expect(line.from > (lines[i]?.to ?? '')).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('what is billable of a span is the span’s days one by one', () => {
    fc.assert(
      fc.property(life, fc.integer({ min: 0, max: 60 }), ({ history, from }, length) => {
        const all = Array.from({ length: length + 1 }, (_, i) => plusDays(from, i));
        expect(billableDays(history, from, plusDays(from, length))).toEqual(
          all.filter((on) => isBillable(history, on)),
        );
      }),
    );
  });

  it('targets leave out exactly the days that went by wholly paused', () => {
    fc.assert(
      fc.property(life, fc.integer({ min: 0, max: 45 }), ({ history, from }, later) => {
        const today = plusDays(from, later);
        const month = monthOf(today);
        const days = Array.from({ length: daysInMonth(month) }, (_, i) => plusDays(`${month}-01` as Day, i)).filter(
          (on) => on >= from,
        );
        const counted = days.filter((on) => on >= today || isBillable(history, on)).length;
        expect(articleTarget(history, month, today)).toBe(Math.ceil((30 * counted) / daysInMonth(month)));
        const { behind, expected } = behindOnContent(history, month, today, 0);
        const elapsed = days.filter((on) => on < today && isBillable(history, on)).length;
        expect(behind).toBe(elapsed >= 3 && expected > 0);
      }),
    );
  });
});
