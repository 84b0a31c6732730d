import { dayOf, localTime, type Zone } from '#domain/kernel/calendar';
import type { BrandingId, TemplateId } from '#domain/kernel/ids';
import {
  type Day,
  day,
  firstDay,
  type Instant,
  lastDay,
  maxDay,
  monthNumber,
  monthOf,
  plusDays,
  previousMonth,
  weekday,
  yearOf,
} from '#domain/kernel/time';
import type { ReportSection } from '#domain/services/service-config';
import type { Language, PageSize, ReportType, Theme } from './report-document.ts';

/** How a report is made and sent, as it was when a version of it was asked for. */
export type ReportSettings = {
  readonly sections: readonly ReportSection[];
  readonly branding_id: BrandingId | null;
  readonly template_id: TemplateId | null;
  readonly client_logo_url: string | null;
  readonly language: Language;
  readonly theme: Theme;
  readonly page_size: PageSize;
  /** Of the client: when it is sent, and the clock times that it shows. Its days are those of the billing time zone. */
  readonly time_zone: Zone;
  readonly review: 'none' | 'before_sending';
  /** `HH:MM` in that time zone. */
  readonly send_at: string;
};
/** What somebody chose for this report; all else follows its subscription's config, at each version anew. */
export type Chosen = {
  readonly [K in 'sections' | 'branding_id' | 'template_id' | 'language' | 'theme' | 'page_size']?:
    | ReportSettings[K]
    | undefined;
};

/** The last day of the period of that type that begins on this day; null where none begins then. Weeks begin on Monday. */
export function periodEnd(type: ReportType, start: Day): Day | null {
  if (type === 'weekly') return weekday(start) === 1 ? plusDays(start, 6) : null;
  const month = monthOf(start);
  if (start !== firstDay(month)) return null;
  if (type === 'monthly') return lastDay(month);
  return monthNumber(month) % 3 === 1 ? lastDay(monthOf(day(yearOf(month), monthNumber(month) + 2, 1))) : null;
}

/** The first day of the period of that type that this day is in. */
export function periodOf(type: ReportType, on: Day): Day {
  if (type === 'weekly') return plusDays(on, 1 - weekday(on));
  const month = monthOf(on);
  return type === 'monthly'
    ? firstDay(month)
    : day(yearOf(month), monthNumber(month) - ((monthNumber(month) - 1) % 3), 1);
}

/** The first day of the last period of that type that was over before this day. */
export function lastPeriod(type: 'weekly' | 'monthly', today: Day): Day {
  return type === 'weekly' ? plusDays(periodOf('weekly', today), -7) : firstDay(previousMonth(monthOf(today)));
}

/**
 * When a report goes out that is due on that day: at the client's hour of it, or, where that is over at `after`, at the next
 * such hour. Source: spec 13, 1.3.
 */
export function sendingTime(
  { time_zone, send_at }: Pick<ReportSettings, 'time_zone' | 'send_at'>,
  due: Day,
  after: Instant,
): Instant {
  let on = maxDay(due, dayOf(after, time_zone));
  for (;;) {
    const at = localTime(on, send_at, time_zone);
    if (at >= after) return at;
    on = plusDays(on, 1);
  }
}
