import {
  type Day,
  daysBetween,
  firstDay,
  lastDay,
  type Month,
  monthOf,
  nextMonth,
  plusDays,
  previousMonth,
} from '#domain/kernel/time';
import type { ReportType } from './report-document.ts';

/** First and last day, both included. */
export type Window = readonly [Day, Day];
export type Windows = { readonly period: Window; readonly before: Window; readonly year_before: Window };

export const lengthOf = ([from, to]: Window): number => daysBetween(from, to) + 1;
export const daysOf = (window: Window): Day[] =>
  Array.from({ length: Math.max(0, lengthOf(window)) }, (_, index) => plusDays(window[0], index));
export const within = ([from, to]: Window, day: Day): boolean => from <= day && day <= to;

/** What a report's period is compared with: the period before it, and the same one a year before (spec 13, 1.5). */
export function windowsOf(type: ReportType, start: Day, end: Day): Windows {
  const period: Window = [start, end];
  if (type === 'weekly')
    return {
      period,
      before: [plusDays(start, -7), plusDays(start, -1)],
      year_before: [plusDays(start, -364), plusDays(end, -364)],
    };
  const [first, last] = [monthOf(start), monthOf(end)];
  const back = type === 'monthly' ? 1 : 3;
  return {
    period,
    before: [firstDay(monthsBack(first, back)), plusDays(start, -1)],
    year_before: [firstDay(monthsBack(first, 12)), lastDay(monthsBack(last, 12))],
  };
}

/** The period that follows, of the same kind: what the plan is for. */
export function nextWindow(type: ReportType, end: Day): Window {
  const start = plusDays(end, 1);
  if (type === 'weekly') return [start, plusDays(start, 6)];
  const month = monthOf(start);
  return [start, lastDay(type === 'monthly' ? month : nextMonth(nextMonth(month)))];
}

/** All windows cut to the same number of days where data end before the period does; whole where they reach its end, or there are none. */
export function cutTo(windows: Windows, dataTo: Day | null): Windows {
  const [start, end] = windows.period;
  if (dataTo === null || dataTo >= end || dataTo < start) return windows;
  const days = Math.min(daysBetween(start, dataTo) + 1, lengthOf(windows.before));
  const cut = ([from, to]: Window): Window => [from, plusDays(from, Math.min(days, lengthOf([from, to])) - 1)];
  return { period: cut(windows.period), before: cut(windows.before), year_before: cut(windows.year_before) };
}

const monthsBack = (month: Month, by: number): Month => (by === 0 ? month : monthsBack(previousMonth(month), by - 1));
