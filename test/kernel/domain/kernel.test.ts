import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { dayOf, localTime, parseZone, startOfDay, type Zone } from '#domain/kernel/calendar';
import { add, cents, divideRounded, formatMoney, mulDiv, parseMoney } from '#domain/kernel/money';
import { describeSchedule, latestDue, nextOccurrence, type Schedule } from '#domain/kernel/schedule';
import {
  type Day,
  day,
  daysBetween,
  daysInMonth,
  firstDay,
  type Instant,
  instantOf,
  lastDay,
  type Month,
  nextMonth,
  parseDay,
  parseInstant,
  parseMonth,
  plusDays,
  plusMonthsAnchored,
  previousMonth,
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

describe('exact arithmetic', () => {
  /** The exact fraction in halves, rounded by looking at which side of the half it lies. */
  function oracle(amount: bigint, numerator: bigint, denominator: bigint): bigint {
    const sign = (amount < 0n ? -1n : 1n) * (numerator < 0n ? -1n : 1n) * (denominator < 0n ? -1n : 1n);
    const abs = (value: bigint) => (value < 0n ? -value : value);
    const [whole, rest] = [
      abs(amount * numerator) / abs(denominator),
      (abs(amount * numerator) % abs(denominator)) * 2n,
    ];
    return sign * (rest >= abs(denominator) ? whole + 1n : whole);
  }
  const amount = fc.integer({ min: -1e10, max: 1e10 });
  it('is that of fractions, rounded once, for either sign', () => {
    fc.assert(
      fc.property(
        amount,
        fc.integer({ min: -400, max: 400 }),
        fc.integer({ min: -400, max: 400 }).filter((n) => n !== 0),
        (a, n, d) => {
          expect(mulDiv(cents(a), n, d)).toBe(Number(oracle(BigInt(a), BigInt(n), BigInt(d))));
        },
      ),
      { numRuns: 1000 },
    );
    expect(mulDiv(cents(9_007_199_254_740_991), 31, 31)).toBe(9_007_199_254_740_991);
    expect([1, -1, 3, -3].map((a) => mulDiv(cents(a), 1, 2))).toEqual([1, -1, 2, -2]);
    expect(mulDiv(cents(39_900), 6, 30)).toBe(7980);
  });
  it('adds exactly, and takes no fraction of a cent and nothing too large', () => {
    fc.assert(
      fc.property(fc.array(amount), (amounts) => {
        expect(add(...amounts.map(cents))).toBe(Number(amounts.reduce((sum, each) => sum + BigInt(each), 0n)));
      }),
    );
    for (const wrong of [0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53]) expect(() => cents(wrong)).toThrow();
    expect(() => add(cents(Number.MAX_SAFE_INTEGER), cents(1))).toThrow();
    expect(() => mulDiv(cents(Number.MAX_SAFE_INTEGER), 3, 1)).toThrow();
  });
  it('says amounts with two decimals, and no nothing below zero', () => {
    expect([0, 1, 10, 100, -1, -100, 123_456_789].map((a) => formatMoney(cents(a)))).toEqual([
      '0.00',
      '0.01',
      '0.10',
      '1.00',
      '-0.01',
      '-1.00',
      '1234567.89',
    ]);
    expect(Object.is(parseMoney('-0.00'), 0)).toBe(true);
    expect(['1234567890123', '+1', '1.', '0x10', '１', '1\n'].map(parseMoney)).toEqual(Array(6).fill(null));
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
  it('of RFC 3339 are read whatever their offset, to the millisecond', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4e12 }), fc.integer({ min: -14 * 60, max: 14 * 60 }), (epoch, offset) => {
        const sign = offset < 0 ? '-' : '+';
        const two = (n: number) => String(n).padStart(2, '0');
        const shown = `${sign}${two(Math.floor(Math.abs(offset) / 60))}:${two(Math.abs(offset) % 60)}`;
        const text = new Date(epoch + offset * 60_000).toISOString().replace('Z', shown);
        expect(parseInstant(text)).toBe(instantOf(epoch));
      }),
    );
    expect(
      ['2026-06-17 10:00:00Z', '2026-06-17T10:00:00', '2026-06-17T10:60:00Z', '2026-02-29T10:00:00Z'].map(parseInstant),
    ).toEqual(Array(4).fill(null));
  });
  it('have no hour 24', () => {
    expect(parseInstant('2026-06-17T24:00:00Z')).toBeNull();
  });
  it('of months agree with the calendar', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1990, max: 2090 }), fc.integer({ min: 1, max: 12 }), (year, number) => {
        const month = `${year}-${String(number).padStart(2, '0')}` as Month;
        const oracle = Temporal.PlainYearMonth.from(month);
        expect(parseMonth(month)).toBe(month);
        expect(nextMonth(month)).toBe(oracle.add({ months: 1 }).toString());
        expect(previousMonth(month)).toBe(oracle.subtract({ months: 1 }).toString());
        expect(lastDay(month)).toBe(oracle.toPlainDate({ day: oracle.daysInMonth }).toString());
        expect(firstDay(month)).toBe(`${month}-01`);
      }),
    );
    expect(['2026-00', '2026-13', '2026-1', '2026-01-01', ''].map(parseMonth)).toEqual(Array(5).fill(null));
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

/** What the calendar has for that local time: the next instant where it is skipped, the first where it comes twice. */
function oracleTime(date: Temporal.PlainDate, time: string, zone: Zone): Instant {
  const plain = date.toPlainDateTime(Temporal.PlainTime.from(time));
  const earlier = plain.toZonedDateTime(zone, { disambiguation: 'earlier' });
  const found = earlier.toPlainDateTime().equals(plain) ? earlier : earlier.getTimeZoneTransition('next');
  return instantOf(found?.epochMilliseconds ?? 0);
}

/** Every change of a zone's clocks from 2020 to 2030. */
function changesOf(zone: Zone): Temporal.ZonedDateTime[] {
  const changes: Temporal.ZonedDateTime[] = [];
  let next = Temporal.Instant.from('2020-01-01T00:00:00Z').toZonedDateTimeISO(zone).getTimeZoneTransition('next');
  for (; next && next.year < 2031; next = next.getTimeZoneTransition('next')) changes.push(next);
  return changes;
}

/** What was found beside what the calendar has; compared at the end, at once: hundreds of thousands of single comparisons take long. */
type Pair = { readonly found: unknown; readonly oracle: unknown; readonly of: readonly unknown[] };
const unlike = (pairs: readonly Pair[]): Pair[] => pairs.filter(({ found, oracle }) => found !== oracle);

/** Over a change, the occurrences are those of the days one by one: none lost, none doubled. */
function passesThrough(schedule: Schedule & { at: string }, change: Temporal.PlainDate, zone: Zone): Pair[] {
  const pairs: Pair[] = [];
  const days = [-1, 0, 1].map((days) => change.add({ days }));
  let after = instantOf(Date.parse(oracleTime(days[0] ?? change, schedule.at, zone)) - 1);
  for (const date of days) {
    const next = nextOccurrence(schedule, after, zone);
    const of = [zone, date.toString(), schedule.at];
    pairs.push({ found: next, oracle: oracleTime(date, schedule.at, zone), of });
    if (next === null) return pairs;
    pairs.push({ found: dayOf(next, zone), oracle: date.toString(), of });
    after = next;
  }
  return pairs;
}

describe('every time zone', () => {
  it('has its days and local times where the calendar has them, a skipped one at the next instant, a doubled one once', () => {
    expect(ZONES.length).toBeGreaterThan(400);
    const start = Temporal.PlainDate.from('2020-01-01');
    const pairs: Pair[] = [];
    for (const [index, zone] of ZONES.entries()) {
      for (let n = index % 13; n < 3650; n += 149) {
        const date = start.add({ days: n });
        for (const time of TIMES) {
          const found = localTime(date.toString() as Day, time, zone);
          pairs.push({ found, oracle: oracleTime(date, time, zone), of: [zone, date.toString(), time] });
        }
      }
    }
    expect(pairs.length).toBeGreaterThan(30_000);
    expect(unlike(pairs)).toEqual([]);
  }, 120_000);

  it('shows at any instant the day that the calendar shows', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), fc.integer({ min: 0, max: 10 * 365 * 86_400_000 }), (zone, ms) => {
        const epoch = Date.UTC(2020, 0, 1) + ms;
        const shown = Temporal.Instant.fromEpochMilliseconds(epoch).toZonedDateTimeISO(zone).toPlainDate();
        expect([zone, dayOf(instantOf(epoch), zone)]).toEqual([zone, shown.toString()]);
      }),
      { numRuns: 1000 },
    );
  });

  it('agrees with the calendar around every change of its clocks, and a daily schedule passes through them', () => {
    let seen = 0;
    const pairs: Pair[] = [];
    for (const zone of ZONES) {
      for (const change of changesOf(zone)) {
        seen++;
        const at = change.epochMilliseconds;
        const before = change.subtract({ milliseconds: 1 });
        const on = change.toPlainDate();
        const day = on.toString() as Day;
        pairs.push({ found: dayOf(instantOf(at), zone), oracle: day, of: [zone, at] });
        pairs.push({
          found: dayOf(instantOf(at - 1), zone),
          oracle: before.toPlainDate().toString(),
          of: [zone, at - 1],
        });
        for (const time of ['00:00', '02:30', before.toPlainTime().toString().slice(0, 5)])
          pairs.push({ found: localTime(day, time, zone), oracle: oracleTime(on, time, zone), of: [zone, day, time] });
        pairs.push(...passesThrough({ kind: 'daily', at: seen % 2 === 0 ? '02:30' : '00:10' }, on, zone));
      }
    }
    expect(seen).toBeGreaterThan(2000);
    expect(unlike(pairs)).toEqual([]);
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
  it('of the hour are at every full hour', () => {
    expect(nextOccurrence({ kind: 'hourly' }, at('2026-06-17T10:00:00.000Z'), berlin)).toBe('2026-06-17T11:00:00.000Z');
    expect(nextOccurrence({ kind: 'hourly' }, at('2026-06-17T23:59:59.999Z'), berlin)).toBe('2026-06-18T00:00:00.000Z');
  });
  it('that are not of the clock are never due by it', () => {
    for (const kind of ['once', 'on_event'] as const) {
      expect(nextOccurrence({ kind }, at('2026-06-17T10:00:00.000Z'), berlin)).toBeNull();
      expect(latestDue({ kind }, at('2026-06-17T10:00:00.000Z'), at('2027-06-17T10:00:00.000Z'), berlin)).toBeNull();
    }
  });
  it('that were missed are due once, for the latest time', () => {
    const due = (schedule: Schedule) =>
      latestDue(schedule, at('2026-06-17T10:00:00.000Z'), at('2026-08-20T10:00:00.000Z'), berlin);
    expect(due({ kind: 'daily', at: '00:10' })).toBe('2026-08-19T22:10:00.000Z');
    expect(due({ kind: 'weekly', weekday: 1, at: '03:00' })).toBe('2026-08-17T01:00:00.000Z');
    expect(due({ kind: 'monthly', at: '00:05' })).toBe('2026-07-31T22:05:00.000Z');
  });
  it('fall daily on every local day once', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ZONES),
        fc.constantFrom('00:10', '02:30', '06:00', '23:30'),
        fc.integer({ min: 0, max: 3600 }),
        (zone, time, n) => {
          let on = plusDays(day(2020, 1, 1), n);
          let after = instantOf(Date.parse(startOfDay(on, zone)) - 1);
          for (let i = 0; i < 10; i++) {
            const next = nextOccurrence({ kind: 'daily', at: time }, after, zone);
            if (next === null) throw new Error('is of the clock');
            expect(next > after).toBe(true);
            expect(dayOf(next, zone)).toBe(on);
            [after, on] = [next, plusDays(on, 1)];
          }
        },
      ),
      { numRuns: 200 },
    );
  });
  it('are described for people', () => {
    const schedules: Schedule[] = [
      { kind: 'hourly' },
      { kind: 'daily', at: '06:00' },
      { kind: 'weekly', weekday: 7, at: '03:00' },
      { kind: 'monthly', at: '00:05' },
      { kind: 'once' },
      { kind: 'on_event' },
    ];
    expect(schedules.map(describeSchedule)).toEqual([
      'hourly',
      'daily 06:00',
      'Sunday 03:00',
      '1st of the month 00:05',
      'once',
      'on the event that starts it',
    ]);
  });
});

describe('time zones', () => {
  it('are those that the runtime knows', () => {
    expect(['Europe/Berlin', 'UTC', 'Asia/Kathmandu'].map(parseZone)).toEqual([
      'Europe/Berlin',
      'UTC',
      'Asia/Kathmandu',
    ]);
    expect(['Europe/Nowhere', '', 'Berlin', 'x y'].map(parseZone)).toEqual([null, null, null, null]);
  });
});
