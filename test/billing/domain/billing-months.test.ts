import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { billingDateOf } from '#domain/billing/invoice-lines';
import { dayOf, startOfDay, type Zone } from '#domain/kernel/calendar';
import { cents } from '#domain/kernel/money';
import { type Day, daysInMonth, firstDay, lastDay, type Month, monthOf, nextMonth, plusMs } from '#domain/kernel/time';
import { billableDays, monthLines, started, stopped, withTerm } from '#domain/services/service-month';

const ZONES = Intl.supportedValuesOf('timeZone') as Zone[];
/** Months of every length, in leap years and others, at the turn of years and centuries. */
const MONTHS = [
  '2023-02',
  '2024-02',
  '2025-12',
  '2026-01',
  '2026-03',
  '2026-06',
  '2026-10',
  '2028-02',
  '2100-02',
] as Month[];

const always = (from: Day) =>
  started(
    withTerm(
      { terms: [], activity: [] },
      { from, tier: 'lite', monthlyPrice: cents(10_000), articlesPerMonth: 10, cause: 'a' },
    ),
    from,
    'a',
  );

describe('months in every time zone', () => {
  it('knows hundreds of them', () => {
    expect(ZONES.length).toBeGreaterThan(400);
  });

  it.each(MONTHS)('%s begins where the month before ends, and every day of it is one day', (month) => {
    const broken: string[] = [];
    for (const zone of ZONES) {
      const start = startOfDay(firstDay(month), zone);
      const end = startOfDay(firstDay(nextMonth(month)), zone);
      // A second opinion: the standard's own calendar.
      const wanted = Temporal.PlainDate.from(firstDay(month)).toZonedDateTime(zone).epochMilliseconds;
      if (Date.parse(start) !== wanted) broken.push(`${zone} begins at ${start}`);
      if (dayOf(start, zone) !== firstDay(month)) broken.push(`${zone}: ${start} is ${dayOf(start, zone)}`);
      if (monthOf(dayOf(plusMs(start, -1), zone)) >= month) broken.push(`${zone}: the moment before is in the month`);
      if (monthOf(dayOf(plusMs(end, -1), zone)) !== month) broken.push(`${zone}: the last moment is outside`);
    }
    expect(broken).toEqual([]);
  });

  it.each(MONTHS)('%s is billed whole: no day twice, none never', (month) => {
    const history = always(firstDay(month));
    expect(billableDays(history, firstDay(month), lastDay(month))).toHaveLength(daysInMonth(month));
    expect(monthLines(history, month)).toMatchObject([{ amount: 10_000, billableDays: daysInMonth(month) }]);
    expect(billingDateOf(lastDay(month))).toBe(firstDay(nextMonth(month)));
    expect(billingDateOf(firstDay(month))).toBe(firstDay(nextMonth(month)));
  });

  it.each(MONTHS)('%s, ended on any day and begun again the next, is billed once for each of its days', (month) => {
    const days = billableDays(always(firstDay(month)), firstDay(month), lastDay(month));
    for (const [n, day] of days.entries()) {
      const broken = stopped(always(firstDay(month)), day, 'b');
      const next = days[n + 1];
      const whole = next === undefined ? broken : started(broken, next, 'c');
      const billed = monthLines(whole, month).flatMap((line) => line.billableDays);
      expect(billed.reduce((sum, count) => sum + count, 0)).toBe(days.length);
    }
  });

  it('puts every instant of a year into exactly one day of its zone', () => {
    const broken: string[] = [];
    for (const zone of ZONES.filter((_, n) => n % 7 === 0))
      for (let at = Date.UTC(2026, 0, 1); at < Date.UTC(2027, 0, 1); at += 13 * 3_600_000) {
        const instant = new Date(at).toISOString() as Parameters<typeof dayOf>[0];
        const day = dayOf(instant, zone);
        if (startOfDay(day, zone) > instant) broken.push(`${zone} ${instant} is before the start of its ${day}`);
      }
    expect(broken).toEqual([]);
  });
});
