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
  linesTotal,
  monthLines,
  started,
  stopped,
  withTerm,
} from '#domain/services/service-month';

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
  it('of a contract paused and resumed are one per price, the days between left out of each', () => {
    const paused = started(stopped(base, d('2026-06-20'), 'paused'), d('2026-06-29'), 'resumed');
    const changed = withTerm(paused, pro('2026-06-29', 30_000, 'changed'));
    expect(amounts(changed, '2026-06')).toEqual([
      [4, '2026-06-17', '2026-06-20', 5320],
      [2, '2026-06-29', '2026-06-30', 2000],
    ]);
    const whilePaused = withTerm(paused, pro('2026-06-25', 30_000, 'changed'));
    expect(amounts(whilePaused, '2026-06')).toEqual([
      [4, '2026-06-17', '2026-06-20', 5320],
      [2, '2026-06-29', '2026-06-30', 2000],
    ]);
    const there = withTerm(withTerm(base, pro('2026-06-20', 10_000)), pro('2026-06-25', 39_900));
    expect(amounts(stopped(there, d('2026-06-20'), 'paused'), '2026-06')).toEqual([
      [3, '2026-06-17', '2026-06-19', 3990],
      [1, '2026-06-20', '2026-06-20', 333],
    ]);
  });
  it('say how each amount came about, in words that can be recomputed', () => {
    const history = started(stopped(base, d('2026-06-20'), 'paused'), d('2026-06-29'), 'resumed');
    const [june] = monthLines(history, m('2026-06'));
    expect(june).toMatchObject({
      rule: 'subscription.prorated_days',
      monthlyPrice: 39_900,
      daysInMonth: 30,
      tier: 'pro',
    });
    expect(june?.steps).toEqual([
      { text: 'billable days from 2026-06-17 to 2026-06-30', value: '6 of 30' },
      { text: '399.00 × 6 ÷ 30, rounded once, half away from zero', value: '79.80' },
    ]);
    expect(monthLines(history, m('2026-07'))[0]?.steps.at(-1)?.value).toBe('399.00');
    expect(linesTotal(monthLines(history, m('2026-06')))).toBe(7980);
  });
  it('bill the day of a pause however short it was, and the day of activation and pause in one', () => {
    expect(amounts(stopped(base, d('2026-06-17'), 'paused'), '2026-06')).toEqual([
      [1, '2026-06-17', '2026-06-17', 1330],
    ]);
    expect(amounts(stopped(base, d('2026-07-01'), 'paused'), '2026-07')).toEqual([
      [1, '2026-07-01', '2026-07-01', 1287],
    ]);
    const same = started(stopped(base, d('2026-06-20'), 'paused'), d('2026-06-20'), 'resumed');
    expect(amounts(same, '2026-06')).toEqual([[14, '2026-06-17', '2026-06-30', 18_620]]);
    const next = started(stopped(base, d('2026-07-10'), 'paused'), d('2026-07-11'), 'resumed');
    expect(amounts(next, '2026-07')).toEqual([[31, '2026-07-01', '2026-07-31', 39_900]]);
  });
  it('are one where the price comes back to what it was on the same day', () => {
    const back = withTerm(withTerm(base, pro('2026-07-11', 20_000)), pro('2026-07-11', 39_900));
    expect(amounts(back, '2026-07')).toEqual([[31, '2026-07-01', '2026-07-31', 39_900]]);
    expect(monthLines(back, m('2026-07'))[0]?.rule).toBe('subscription.full_month');
  });
  it('are prorated, never full, where the month has two periods, and tell tiers of one price apart', () => {
    const lite = withTerm(base, { ...pro('2026-07-16'), tier: 'lite' as const });
    expect(monthLines(lite, m('2026-07')).map(({ rule, tier, amount }) => [rule, tier, amount])).toEqual([
      ['subscription.prorated_days', 'pro', 19_306],
      ['subscription.prorated_days', 'lite', 20_594],
    ]);
    const first = withTerm(base, pro('2026-07-01', 30_000));
    expect(amounts(first, '2026-07')).toEqual([[31, '2026-07-01', '2026-07-31', 30_000]]);
    expect(amounts(withTerm(base, pro('2026-08-01', 1)), '2026-07')).toEqual([
      [31, '2026-07-01', '2026-07-31', 39_900],
    ]);
  });
  it('may cost nothing', () => {
    expect(amounts(withTerm(base, pro('2026-07-01', 0)), '2026-07')).toEqual([[31, '2026-07-01', '2026-07-31', 0]]);
  });
  it('can be cut short at a day, for what the month would be so far', () => {
    expect(monthLines(base, m('2026-07'), d('2026-07-10')).map(({ billableDays: n, amount }) => [n, amount])).toEqual([
      [10, 12_871],
    ]);
    expect(monthLines(base, m('2026-07'), d('2026-06-30'))).toEqual([]);
    expect(monthLines(base, m('2026-07'), d('2026-09-30'))).toEqual(monthLines(base, m('2026-07')));
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

/** A life told in instants, not days: when it was active to the minute, and what the price was. */
const minutes = fc
  .record({
    start: fc.integer({ min: 0, max: 400 * 1440 }),
    steps: fc.array(
      fc.record({
        after: fc.oneof(fc.integer({ min: 1, max: 600 }), fc.integer({ min: 1, max: 40 * 1440 }), fc.constant(1440)),
        price: fc.option(fc.constantFrom(10_000, 20_000, 39_900, 39_901), { freq: 2 }),
      }),
      { maxLength: 14 },
    ),
  })
  .map(({ start, steps }) => {
    const dayAt = (minute: number) => plusDays(day(2027, 1, 1), Math.floor(minute / 1440));
    let now = start;
    let history = started(withTerm(EMPTY_HISTORY, pro(dayAt(now))), dayAt(now), 'activated');
    const intervals: [number, number][] = [[now, Number.POSITIVE_INFINITY]];
    const prices: [number, number][] = [[now, 39_900]];
    for (const { after, price } of steps) {
      now += after;
      const current = intervals.at(-1) ?? [0, 0];
      if (price !== null) {
        history = withTerm(history, pro(dayAt(now), price));
        prices.push([now, price]);
      } else if (current[1] === Number.POSITIVE_INFINITY) {
        history = stopped(history, dayAt(now), 'paused');
        current[1] = now;
      } else {
        history = started(history, dayAt(now), 'resumed');
        intervals.push([now, Number.POSITIVE_INFINITY]);
      }
    }
    return {
      history,
      intervals,
      prices,
      firstMonth: monthOf(dayAt(start)),
      lastMonth: monthOf(dayAt(now + 45 * 1440)),
    };
  });
/** The amounts of a month from the intervals alone: minute by minute where it matters, in whole numbers. */
function oracle({ intervals, prices }: { intervals: [number, number][]; prices: [number, number][] }, month: Month) {
  const total = daysInMonth(month);
  const zero = (Date.parse(`${month}-01T00:00:00Z`) - Date.UTC(2027, 0, 1)) / 60_000;
  const priceOf = (index: number) => prices.filter(([since]) => since < zero + (index + 1) * 1440).at(-1)?.[1] ?? 0;
  const lines: { price: number; days: number[] }[] = [];
  for (let index = 0; index < total; index++) {
    const [from, to] = [zero + index * 1440, zero + (index + 1) * 1440];
    const price = priceOf(index);
    if (lines.at(-1)?.price !== price) lines.push({ price, days: [] });
    if (intervals.some(([a, b]) => a < to && b >= from)) lines.at(-1)?.days.push(index + 1);
  }
  return lines
    .filter(({ days }) => days.length > 0)
    .map(({ price, days }) => ({
      price,
      from: days[0],
      to: days.at(-1),
      days: days.length,
      amount: Math.floor((2 * price * days.length + total) / (2 * total)),
    }));
}
const dom = (on: Day) => Number(on.slice(8));
function* monthsOf({ firstMonth, lastMonth }: { firstMonth: Month; lastMonth: Month }) {
  for (let month = firstMonth; month <= lastMonth; month = monthOf(plusDays(lastDay(month), 1))) yield month;
}

describe('whatever the history', () => {
  it('its lines are those of the raw intervals, to the cent', () => {
    fc.assert(
      fc.property(minutes, (one) => {
        for (const month of monthsOf(one)) {
          const lines = monthLines(one.history, month).map((line) => ({
            price: line.monthlyPrice,
            from: dom(line.from),
            to: dom(line.to),
            days: line.billableDays,
            amount: line.amount,
          }));
          expect(lines).toEqual(oracle(one, month));
        }
      }),
      { numRuns: 400 },
    );
  });

  it('a month never costs more than its dearest price, and a wholly active month of one price exactly that', () => {
    fc.assert(
      fc.property(minutes, (one) => {
        for (const month of monthsOf(one)) {
          const lines = monthLines(one.history, month);
          const sum = linesTotal(lines);
          const dearest = Math.max(0, ...lines.map((line) => line.monthlyPrice));
          // Each line is rounded by itself, so that many lines may round up together by half a cent each.
          expect(sum).toBeLessThanOrEqual(dearest + Math.floor(lines.length / 2));
          const [only] = lines;
          if (lines.length === 1 && only?.billableDays === daysInMonth(month)) {
            expect(only).toMatchObject({ amount: only.monthlyPrice, rule: 'subscription.full_month' });
          } else expect(lines.every((line) => line.rule === 'subscription.prorated_days')).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });

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

describe('targets and what is behind, to the article', () => {
  const at = (text: string) => d(text);
  it('follow the tiers of the month, rounded up once', () => {
    const history = started(withTerm(EMPTY_HISTORY, pro('2026-06-17')), d('2026-06-17'), 'a');
    expect(articleTarget(history, m('2026-06'), at('2026-06-17'))).toBe(14);
    expect(articleTarget(history, m('2026-07'), at('2026-07-01'))).toBe(30);
    expect(articleTarget(history, m('2026-05'), at('2026-06-17'))).toBe(0);
    const lite = withTerm(history, {
      ...pro('2026-07-16', 10_000),
      tier: 'lite' as const,
      articlesPerMonth: 10,
    });
    expect(articleTarget(lite, m('2026-07'), at('2026-07-16'))).toBe(Math.ceil((30 * 15 + 10 * 16) / 31));
    const paused = started(stopped(history, d('2026-07-05'), 'p'), d('2026-07-20'), 'r');
    expect(articleTarget(paused, m('2026-07'), at('2026-07-20'))).toBe(Math.ceil((30 * 17) / 31));
  });
  it('are behind from the fourth day on, by whole articles', () => {
    const history = started(withTerm(EMPTY_HISTORY, pro('2026-06-17')), d('2026-06-17'), 'a');
    expect(behindOnContent(history, m('2026-06'), at('2026-06-19'), 0)).toEqual({ behind: false, expected: 2 });
    expect(behindOnContent(history, m('2026-06'), at('2026-06-20'), 2)).toEqual({ behind: true, expected: 3 });
    expect(behindOnContent(history, m('2026-06'), at('2026-06-20'), 3)).toEqual({ behind: false, expected: 3 });
    const paused = started(stopped(history, d('2026-06-18'), 'p'), d('2026-06-25'), 'r');
    expect(behindOnContent(paused, m('2026-06'), at('2026-06-25'), 0)).toMatchObject({ behind: false });
    expect(behindOnContent(paused, m('2026-06'), at('2026-06-26'), 0)).toEqual({ behind: true, expected: 3 });
  });
  it('agree with a count day by day, for any tiers', () => {
    const change = fc.record({ after: fc.integer({ min: 0, max: 12 }), articles: fc.integer({ min: 0, max: 60 }) });
    fc.assert(
      fc.property(
        life,
        fc.array(change, { maxLength: 4 }),
        fc.integer({ min: 0, max: 40 }),
        fc.integer({ min: 0, max: 40 }),
        ({ history: first, from, spans }, changes, later, published) => {
          let [history, since] = [first, from];
          const articles: [Day, number][] = [[from, 30]];
          for (const { after, articles: perMonth } of changes) {
            since = plusDays(since, after);
            history = withTerm(history, { ...pro(since), articlesPerMonth: perMonth });
            articles.push([since, perMonth]);
          }
          // A term ends those that were to begin later, so only the ones up to the last change can be told apart.
          fc.pre(first.terms.every((term) => term.from <= from));
          const today = plusDays(from, later);
          const month = monthOf(today);
          const days = Array.from({ length: daysInMonth(month) }, (_, i) => plusDays(`${month}-01` as Day, i)).filter(
            (on) => on >= from,
          );
          const active = (on: Day) => spans.some(([a, b]) => a <= on && (b === null || on <= b));
          const counted = days.filter((on) => on >= today || active(on));
          const perMonth = (on: Day) => articles.filter(([a]) => a <= on).at(-1)?.[1] ?? 0;
          const target = Math.ceil(counted.reduce((sum, on) => sum + perMonth(on), 0) / daysInMonth(month));
          expect(articleTarget(history, month, today)).toBe(target);
          const elapsed = counted.filter((on) => on < today).length;
          const expected = Math.floor((target * elapsed) / counted.length);
          expect(behindOnContent(history, month, today, published)).toEqual({
            behind: elapsed >= 3 && published < expected,
            expected,
          });
        },
      ),
      { numRuns: 200 },
    );
  });
});
