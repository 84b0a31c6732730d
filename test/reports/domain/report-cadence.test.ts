import { describe, expect, it } from 'vitest';
import type { Day } from '#domain/kernel/time';
import { pausedDays } from '#domain/reports/content-target';
import { periodToReport } from '#domain/reports/report-cadence';
import { configProblem, resolveConfig } from '#domain/services/service-config';
import { EMPTY_HISTORY, started, stopped } from '#domain/services/service-month';

const day = (text: string) => text as Day;
const since = started(EMPTY_HISTORY, day('2026-06-10'), 'a');
const paused = stopped(since, day('2026-06-14'), 'b');
const resumed = started(paused, day('2026-06-18'), 'c');
const pro = { history: since, status: 'active', tier: 'pro' } as const;

describe('which reports a subscription has', () => {
  it('of the month and the week that are over, by its cadence', () => {
    expect(periodToReport('monthly', pro, 'both', day('2026-07-01'))).toBe('2026-06-01');
    expect(periodToReport('weekly', pro, 'both', day('2026-07-06'))).toBe('2026-06-29');
    expect(periodToReport('monthly', pro, 'weekly', day('2026-07-01'))).toBeNull();
    expect(periodToReport('weekly', pro, 'monthly', day('2026-07-06'))).toBeNull();
    expect(periodToReport('weekly', { ...pro, tier: 'lite' }, 'both', day('2026-07-06'))).toBeNull();
  });

  it('none of what was before its service, or was wholly paused', () => {
    expect(periodToReport('monthly', pro, 'both', day('2026-06-01'))).toBeNull();
    const still = { history: paused, status: 'paused', tier: 'pro' } as const;
    expect(periodToReport('weekly', still, 'both', day('2026-06-15'))).toBe('2026-06-08');
    expect(periodToReport('weekly', still, 'both', day('2026-06-22'))).toBeNull();
    expect(periodToReport('monthly', still, 'both', day('2026-07-01'))).toBe('2026-06-01');
    expect(periodToReport('monthly', still, 'both', day('2026-08-01'))).toBeNull();
  });

  it('of a cancelled one the month of cancelling, and no week any more', () => {
    const over = { history: paused, status: 'cancelled', tier: 'pro' } as const;
    expect(periodToReport('monthly', over, 'both', day('2026-07-01'))).toBe('2026-06-01');
    expect(periodToReport('weekly', over, 'both', day('2026-06-15'))).toBeNull();
    expect(periodToReport('monthly', over, 'both', day('2026-08-01'))).toBeNull();
  });

  it('names the days without service of a period that was partly paused', () => {
    const june = [day('2026-06-01'), day('2026-06-30')] as const;
    expect(pausedDays(resumed, june, false)).toEqual(['2026-06-15', '2026-06-16', '2026-06-17']);
    expect(pausedDays(EMPTY_HISTORY, june, false)).toEqual([]);
    // What came after the last day of service is over, and not paused.
    expect(pausedDays(stopped(resumed, day('2026-06-20'), 'd'), june, true)).toEqual([
      '2026-06-15',
      '2026-06-16',
      '2026-06-17',
    ]);
  });
});

describe('how reports are configured', () => {
  it('Pro reads before it sends, two days later; Lite sends at once', () => {
    expect(resolveConfig('pro', {}).reporting).toMatchObject({ review: 'before_sending', send_after_days: 2 });
    expect(resolveConfig('lite', {}).reporting).toMatchObject({
      review: 'none',
      send_after_days: 0,
      send_at: '09:00',
      language: 'en',
      page_size: 'A4',
      time_zone: null,
    });
    const read = resolveConfig('lite', { reporting: { review: 'before_sending' } }).reporting;
    expect(read.send_after_days).toBe(2);
    expect(resolveConfig('pro', { reporting: { send_after_days: 5 } }).reporting.send_after_days).toBe(5);
  });

  it('Lite has no weekly reports', () => {
    for (const cadence of ['weekly', 'both'] as const)
      expect(configProblem('lite', resolveConfig('lite', { reporting: { cadence } }))).toMatchObject({
        pointer: '/service_config/reporting/cadence',
      });
    expect(configProblem('pro', resolveConfig('pro', { reporting: { cadence: 'weekly' } }))).toBeNull();
  });
});
