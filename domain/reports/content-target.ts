import {
  type Day,
  daysBetween,
  firstDay,
  lastDay,
  type Month,
  maxDay,
  minDay,
  monthOf,
  nextMonth,
  plusDays,
} from '#domain/kernel/time';
import { articleTarget, type ContractHistory, isBillable, serviceStart } from '#domain/services/service-month';
import type { ReportInputs } from './report-inputs.ts';
import { daysOf, type Window } from './windows.ts';

/** Articles agreed for a period: those of its service months, of a part of a month its share by days, rounded once. Null without a subscription. */
export function contentTarget({
  subscription,
  windows: { period },
}: Pick<ReportInputs, 'subscription' | 'windows'>): number | null {
  if (subscription === null) return null;
  return Math.round(monthsOf(period).reduce((sum, month) => sum + shareOf(subscription.history, month, period), 0));
}

function shareOf(history: ContractHistory, month: Month, [from, to]: Window): number {
  const start = serviceStart(history, month);
  if (start === null) return 0;
  const whole = daysBetween(start, lastDay(month)) + 1;
  const part = daysBetween(maxDay(start, from), minDay(lastDay(month), to)) + 1;
  if (part <= 0) return 0;
  return (articleTarget(history, month, plusDays(to, 1)) * part) / whole;
}

function monthsOf([from, to]: Window): Month[] {
  const months: Month[] = [];
  for (let month = monthOf(from); firstDay(month) <= to; month = nextMonth(month)) months.push(month);
  return months;
}

/** Days of a period on which the service had begun, was not cancelled, and stood wholly still. */
export function pausedDays(history: ContractHistory, period: Window, cancelled: boolean): Day[] {
  const begun = history.activity[0]?.from;
  if (begun === undefined) return [];
  const resumed = (day: Day) => history.activity.some(({ from }) => from > day);
  return daysOf(period).filter((day) => day >= begun && !isBillable(history, day) && (!cancelled || resumed(day)));
}
