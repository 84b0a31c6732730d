import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { dayOf, localTime, parseZone, startOfDay, type Zone } from '#domain/kernel/calendar';
import { cents, divideRounded, formatMoney, mulDiv, parseMoney } from '#domain/kernel/money';
import { latestDue, nextOccurrence, type Schedule } from '#domain/kernel/schedule';
import {
  type Day,
  day,
  daysBetween,
  daysInMonth,
  type Instant,
  instantOf,
  type Month,
  parseDay,
  parseInstant,
  plusDays,
  plusMonthsAnchored,
  weekday,
} from '#domain/kernel/time';

describe('money', () => {
  it('is what its text says, and back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e11, max: 1e11 }), (amount) => {
        expect(parseMoney(formatMoney(cents(amount)))).toBe(amount);
      }),
    );
    expect(['399', '399.5', '-0.01', '0'].map(parseMoney)).toEqual([39_900, 39_950, -1, 0]);
    expect(['', '1.234', '1e5', '1,00', '.5', '5.', ' 1', 'NaN'].map(parseMoney)).toEqual(Array(8).fill(null));
  });
  it('rounds half away from zero, once', () => {
    expect([divideRounded(5n, 2n), divideRounded(-5n, 2n), divideRounded(5n, -2n), divideRounded(4n, 3n)]).toEqual([
      3n,
      -3n,
      -3n,
      1n,
    ]);
    expect(() => mulDiv(cents(1), 1, 0)).toThrow();
    fc.assert(
      fc.property(
        fc.integer({ min: -1e9, max: 1e9 }),
        fc.integer({ min: 0, max: 31 }),
        fc.integer({ min: 1, max: 31 }),
        (amount, n, d) => {
          const twice = 2n * BigInt(mulDiv(cents(amount), n, d)) * BigInt(d) - 2n * BigInt(amount) * BigInt(n);
          expect(twice <= BigInt(d) && twice >= -BigInt(d)).toBe(true);
        },
      ),
    );
  });
});

describe('days and months', () => {
  const days = fc.integer({ min: 0, max: 40_000 }).map((n) => plusDays(day(1990, 1, 1), n));
  it('agree with the calendar', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -1000, max: 1000 }), (from, n) => {
        const date = Temporal.PlainDate.from(from);
        expect(plusDays(from, n)).toBe(date.add({ days: n }).toString());
        expect(daysBetween(from, plusDays(from, n))).toBe(n);
        expect(weekday(from)).toBe(date.dayOfWeek);
        expect(daysInMonth(from.slice(0, 7) as Month)).toBe(date.daysInMonth);
      }),
    );
  });
  it('are moved by months from the anchor, never step by step', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 240 }), (anchor, n) => {
        expect(plusMonthsAnchored(anchor, n)).toBe(Temporal.PlainDate.from(anchor).add({ months: n }).toString());
      }),
    );
    expect([1, 2, 3].map((n) => plusMonthsAnchored('2026-01-31' as Day, n))).toEqual([
      '2026-02-28',
      '2026-03-31',
      '2026-04-30',
    ]);
  });
  it('are refused where there are none', () => {
    expect(['2026-02-29', '2026-13-01', '2026-1-1', 'x'].map(parseDay)).toEqual([null, null, null, null]);
    expect(['2026-02-30T00:00:00Z', '2026-01-01', '2026-01-01T25:00:00Z'].map(parseInstant)).toEqual([
      null,
      null,
      null,
    ]);
    expect(parseInstant('2026-01-01T01:00:00+02:00')).toBe('2025-12-31T23:00:00.000Z');
  });
});

const ZONES = Intl.supportedValuesOf('timeZone').flatMap((name) => parseZone(name) ?? []);
/** Midnight of the day, a time that clocks skip or double, and one that they do not. */
const TIMES = ['00:00', '02:30', '09:00'];

describe('every time zone', () => {
  it('has its days and local times where the calendar has them, a skipped one at the next instant, a doubled one once', () => {
    expect(ZONES.length).toBeGreaterThan(400);
    const start = Temporal.PlainDate.from('2020-01-01');
    for (const [index, zone] of ZONES.entries()) {
      for (let n = index % 13; n < 3650; n += 61) {
        const date = start.add({ days: n });
        for (const time of TIMES) {
          const plain = date.toPlainDateTime(Temporal.PlainTime.from(time));
          const earlier = plain.toZonedDateTime(zone, { disambiguation: 'earlier' });
          const expected = earlier.toPlainDateTime().equals(plain) ? earlier : earlier.getTimeZoneTransition('next');
          expect([zone, localTime(date.toString() as Day, time, zone)]).toEqual([
            zone,
            instantOf(expected?.epochMilliseconds ?? 0),
          ]);
        }
      }
    }
  }, 120_000);

  it('has no day without a beginning: days follow each other without gap or overlap', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), fc.integer({ min: 0, max: 3650 }), (zone, n) => {
        const on = plusDays(day(2020, 1, 1), n);
        const [begin, end] = [startOfDay(on, zone), startOfDay(plusDays(on, 1), zone)];
        expect(begin < end).toBe(true);
        expect(dayOf(begin, zone)).toBe(on);
        expect(dayOf(instantOf(Date.parse(end) - 1), zone)).toBe(on);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('schedules', () => {
  const berlin = 'Europe/Berlin' as Zone;
  const at = (text: string) => text as Instant;
  it('run at the next valid instant where a time is skipped, once where it comes twice', () => {
    const daily: Schedule = { kind: 'daily', at: '02:30' };
    expect(nextOccurrence(daily, at('2026-03-28T12:00:00.000Z'), berlin)).toBe('2026-03-29T01:00:00.000Z');
    expect(nextOccurrence(daily, at('2026-10-24T12:00:00.000Z'), berlin)).toBe('2026-10-25T00:30:00.000Z');
    expect(nextOccurrence(daily, at('2026-10-25T00:30:00.000Z'), berlin)).toBe('2026-10-26T01:30:00.000Z');
  });
  it('fall on their days, each later than the one before', () => {
    const schedules: Schedule[] = [
      { kind: 'hourly' },
      { kind: 'daily', at: '00:10' },
      { kind: 'weekly', weekday: 2, at: '03:00' },
      { kind: 'monthly', at: '00:05' },
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...schedules),
        fc.constantFrom(...ZONES),
        fc.integer({ min: 0, max: 3e8 }),
        (schedule, zone, seconds) => {
          const after = instantOf(Date.UTC(2020, 0, 1) + seconds * 1000);
          const next = nextOccurrence(schedule, after, zone);
          if (next === null) throw new Error('is of the clock');
          expect(next > after).toBe(true);
          if (schedule.kind === 'weekly') expect(weekday(dayOf(next, zone))).toBe(2);
          if (schedule.kind === 'monthly') expect(dayOf(next, zone).endsWith('-01')).toBe(true);
          expect(latestDue(schedule, after, next, zone)).toBe(next);
          expect(latestDue(schedule, after, instantOf(Date.parse(next) - 1), zone)).toBeNull();
        },
      ),
    );
  });
});
