import type { Day } from '#domain/kernel/time';
import type { ServiceConfig } from '#domain/services/service-config';
import { billableDays, type ContractHistory } from '#domain/services/service-month';
import { lastPeriod, periodEnd } from './report-settings.ts';

type Contract = {
  readonly history: ContractHistory;
  readonly status: 'pending' | 'active' | 'paused' | 'cancelled';
  readonly tier: 'lite' | 'pro';
};

/** Whether a subscription has a report of that period at all: not one that was wholly paused, or before or after its service. */
export const hasReport = ({ history }: Pick<Contract, 'history'>, from: Day, to: Day): boolean =>
  billableDays(history, from, to).length > 0;

/**
 * The period whose report a job makes of a subscription today; null where it has none: by its cadence, or since it was paused all
 * the while. Of a cancelled one the month of cancelling is the last, and there are no weekly ones any more (spec 13, 1.8).
 */
export function periodToReport(
  type: 'weekly' | 'monthly',
  { history, status, tier }: Contract,
  cadence: ServiceConfig['reporting']['cadence'],
  today: Day,
): Day | null {
  const wanted = cadence === 'both' || cadence === type;
  if (!wanted || (type === 'weekly' && (tier !== 'pro' || status === 'cancelled'))) return null;
  const start = lastPeriod(type, today);
  const end = periodEnd(type, start);
  return end !== null && hasReport({ history }, start, end) ? start : null;
}
