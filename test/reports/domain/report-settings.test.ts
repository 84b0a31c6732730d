import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, parseZone, timeOf, UTC, type Zone } from '#domain/kernel/calendar';
import { type Day, daysBetween, type Instant, instantOf, plusDays } from '#domain/kernel/time';
import { REPORT_TYPES } from '#domain/reports/report-document';
import { lastPeriod, periodEnd, periodOf, sendingTime } from '#domain/reports/report-settings';

const day = (text: string) => text as Day;
const zone = (name: string) => parseZone(name) as Zone;

describe('the period of a report', () => {
  it('is a week from Monday, a month, or a quarter of the calendar', () => {
    expect(periodEnd('weekly', day('2026-06-29'))).toBe('2026-07-05');
    expect(periodEnd('weekly', day('2026-06-30'))).toBeNull();
    expect(periodEnd('monthly', day('2028-02-01'))).toBe('2028-02-29');
    expect(periodEnd('monthly', day('2026-02-02'))).toBeNull();
    expect(periodEnd('quarterly', day('2026-04-01'))).toBe('2026-06-30');
    expect(periodEnd('quarterly', day('2026-05-01'))).toBeNull();
  });

  it('that a day is in begins no later than it and ends no earlier, and the next one follows at once', () => {
    const days = fc.integer({ min: 0, max: 20_000 }).map((n) => plusDays(day('2000-01-01'), n));
    fc.assert(
      fc.property(fc.constantFrom(...REPORT_TYPES), days, (type, on) => {
        const start = periodOf(type, on);
        const end = periodEnd(type, start);
        if (end === null) throw new Error(`${type} ${start} is no period`);
        expect(start <= on && on <= end).toBe(true);
        expect(periodOf(type, plusDays(end, 1))).toBe(plusDays(end, 1));
      }),
    );
  });

  it('that a job reports is the one that was over', () => {
    expect(lastPeriod('weekly', day('2026-07-06'))).toBe('2026-06-29');
    expect(lastPeriod('monthly', day('2026-07-01'))).toBe('2026-06-01');
  });
});

describe('the hour of sending', () => {
  const at = (time_zone: Zone, send_at = '09:00') => ({ time_zone, send_at });

  it('is the client’s, on the day that it is due', () => {
    const now = '2026-07-01T06:00:00.000Z' as Instant;
    expect(sendingTime(at(zone('America/New_York')), day('2026-07-03'), now)).toBe('2026-07-03T13:00:00.000Z');
    expect(sendingTime(at(zone('Asia/Tokyo')), day('2026-07-03'), now)).toBe('2026-07-03T00:00:00.000Z');
  });

  it('where it is over is that of the next day', () => {
    const late = '2026-07-03T10:00:00.000Z' as Instant;
    expect(sendingTime(at(UTC), day('2026-07-03'), late)).toBe('2026-07-04T09:00:00.000Z');
    expect(sendingTime(at(UTC), day('2026-07-01'), '2026-07-03T09:00:00.000Z' as Instant)).toBe(
      '2026-07-03T09:00:00.000Z',
    );
  });

  it('that clocks skip is the next there is', () => {
    const berlin = at(zone('Europe/Berlin'), '02:30');
    expect(sendingTime(berlin, day('2026-03-29'), '2026-03-28T00:00:00.000Z' as Instant)).toBe(
      '2026-03-29T01:00:00.000Z',
    );
  });

  it('is never in the past, never before it is due, and at most a day off', () => {
    const zones = fc.constantFrom('UTC', 'America/New_York', 'Pacific/Kiritimati', 'Asia/Kolkata', 'Europe/Berlin');
    const instants = fc.integer({ min: 0, max: 1_000_000 }).map((n) => instantOf(Date.UTC(2026, 0, 1) + n * 60_000));
    fc.assert(
      fc.property(zones, instants, fc.integer({ min: 0, max: 10 }), (name, now, days) => {
        const of = at(zone(name));
        const due = plusDays(dayOf(now, UTC), days);
        const sent = sendingTime(of, due, now);
        expect(sent >= now && dayOf(sent, of.time_zone) >= due).toBe(true);
        expect(timeOf(sent, of.time_zone)).toBe('09:00');
        expect(daysBetween(due, dayOf(sent, of.time_zone))).toBeLessThanOrEqual(2);
      }),
    );
  });
});
