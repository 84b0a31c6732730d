import { dayOf, localTime, type Zone } from './calendar.ts';
import { type Instant, plusDays, plusMs, weekday } from './time.ts';

/** When a job is due, in the billing time zone. `once` is due on the first start, `on_event` is never due by itself. */
export type Schedule =
  | { readonly kind: 'hourly' }
  | { readonly kind: 'daily'; readonly at: string }
  | { readonly kind: 'weekly'; readonly weekday: number; readonly at: string }
  | { readonly kind: 'monthly'; readonly at: string }
  | { readonly kind: 'once' }
  | { readonly kind: 'on_event' };

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** For people: `daily 06:00`, `Monday 03:00`, `1st of the month 00:05`. */
export function describeSchedule(schedule: Schedule): string {
  switch (schedule.kind) {
    case 'hourly':
      return 'hourly';
    case 'daily':
      return `daily ${schedule.at}`;
    case 'weekly':
      return `${WEEKDAYS[schedule.weekday - 1]} ${schedule.at}`;
    case 'monthly':
      return `1st of the month ${schedule.at}`;
    case 'once':
      return 'once';
    case 'on_event':
      return 'on the event that starts it';
  }
}

/**
 * The first occurrence after that instant (exclusive); null for schedules that are not of the
 * clock. A local time that the zone skips runs at the next valid instant, a doubled one once.
 */
export function nextOccurrence(schedule: Schedule, after: Instant, zone: Zone): Instant | null {
  switch (schedule.kind) {
    case 'once':
    case 'on_event':
      return null;
    case 'hourly':
      return plusMs(`${after.slice(0, 13)}:00:00.000Z` as Instant, 3_600_000);
    case 'daily':
      return firstMatch(after, zone, schedule.at, () => true);
    case 'weekly':
      return firstMatch(after, zone, schedule.at, (day) => weekday(day) === schedule.weekday);
    case 'monthly':
      return firstMatch(after, zone, schedule.at, (day) => day.endsWith('-01'));
  }
}

function firstMatch(
  after: Instant,
  zone: Zone,
  at: string,
  matches: (day: ReturnType<typeof dayOf>) => boolean,
): Instant {
  let day = plusDays(dayOf(after, zone), -1);
  for (;;) {
    if (matches(day)) {
      const candidate = localTime(day, at, zone);
      if (candidate > after) return candidate;
    }
    day = plusDays(day, 1);
  }
}

/** The latest occurrence in (after, until]; null where none fell due. Older missed ones are not made up for. */
export function latestDue(schedule: Schedule, after: Instant, until: Instant, zone: Zone): Instant | null {
  let due: Instant | null = null;
  let next = nextOccurrence(schedule, after, zone);
  while (next !== null && next <= until) {
    due = next;
    next = nextOccurrence(schedule, next, zone);
  }
  return due;
}
