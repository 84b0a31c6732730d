/** A moment, RFC 3339 UTC with milliseconds: `2026-11-20T10:00:00.000Z`. Sorts as text. */
export type Instant = string & { readonly __brand: 'Instant' };
/** A calendar day of the billing time zone: `2026-11-20`. Sorts as text. */
export type Day = string & { readonly __brand: 'Day' };
/** A calendar month of the billing time zone: `2026-11`. Sorts as text. */
export type Month = string & { readonly __brand: 'Month' };

const INSTANT = /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/i;
const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The calendar's ends: years are written with four digits, and neither JavaScript nor PostgreSQL agree on those below 100. */
export const FIRST_DAY = '0100-01-01' as Day;
export const LAST_DAY = '9999-12-31' as Day;
/** The last moment that has a name. */
export const LAST_INSTANT = `${LAST_DAY}T23:59:59.999Z` as Instant;
const FIRST_MS = Date.parse(`${FIRST_DAY}T00:00:00Z`);
const LAST_MS = Date.parse(LAST_INSTANT);

/** Parses RFC 3339 text of any offset; null where it is not a valid moment, or lies beyond the calendar's ends. */
export function parseInstant(text: string): Instant | null {
  if (!INSTANT.test(text)) return null;
  const day = parseDay(text.slice(0, 10));
  const ms = Date.parse(text);
  return day === null || !(ms >= FIRST_MS && ms <= LAST_MS) ? null : instantOf(ms);
}

/** The instant of an epoch in milliseconds; beyond the calendar's ends it is the end. Throws for NaN. */
export function instantOf(epochMs: number): Instant {
  return new Date(Math.min(Math.max(epochMs, FIRST_MS), LAST_MS)).toISOString() as Instant;
}

/** Epoch milliseconds of an instant. */
export function epochMs(instant: Instant): number {
  return Date.parse(instant);
}

export function plusMs(instant: Instant, ms: number): Instant {
  return instantOf(epochMs(instant) + ms);
}
export const plusMinutes = (instant: Instant, minutes: number): Instant => plusMs(instant, minutes * 60_000);
export const plusHours = (instant: Instant, hours: number): Instant => plusMs(instant, hours * 3_600_000);

/** Parses `YYYY-MM-DD`; null where the calendar has no such day. */
export function parseDay(text: string): Day | null {
  const match = DAY.exec(text);
  if (!match || text < FIRST_DAY) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const date = new Date(Date.UTC(year, month - 1, day));
  const same = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return same ? (text as Day) : null;
}

export function day(year: number, month: number, dayOfMonth: number): Day {
  return dayAt(Date.UTC(year, month - 1, dayOfMonth));
}

/** The UTC day of an epoch in milliseconds; beyond the calendar's ends it is the last, or the first. */
const dayAt = (epochMs: number): Day => instantOf(epochMs).slice(0, 10) as Day;

const dayMs = (d: Day): number => Date.parse(`${d}T00:00:00Z`);

export function plusDays(d: Day, days: number): Day {
  return dayAt(dayMs(d) + days * 86_400_000);
}

/** Whole days from `from` to `to` (0 for the same day; negative when `to` is earlier). */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((dayMs(to) - dayMs(from)) / 86_400_000);
}

export const maxDay = (a: Day, b: Day): Day => (a > b ? a : b);
export const minDay = (a: Day, b: Day): Day => (a < b ? a : b);

export const monthOf = (d: Day): Month => d.slice(0, 7) as Month;
export const firstDay = (m: Month): Day => `${m}-01` as Day;
export const nextMonth = (m: Month): Month => monthOf(day(yearOf(m), monthNumber(m) + 1, 1));
export const previousMonth = (m: Month): Month => monthOf(day(yearOf(m), monthNumber(m) - 1, 1));
export const daysInMonth = (m: Month): number => new Date(Date.UTC(yearOf(m), monthNumber(m), 0)).getUTCDate();
export const lastDay = (m: Month): Day => `${m}-${daysInMonth(m)}` as Day;
export const yearOf = (m: Month): number => Number(m.slice(0, 4));
export const monthNumber = (m: Month): number => Number(m.slice(5, 7));

/** 1 = Monday … 7 = Sunday. */
export function weekday(d: Day): number {
  return ((new Date(dayMs(d)).getUTCDay() + 6) % 7) + 1;
}

/**
 * The anchor day moved by whole months, always reckoned from the anchor itself, so that
 * 31 January gives 28 February and then 31 March. Source: spec 3.2 (renewals).
 */
export function plusMonthsAnchored(anchor: Day, months: number): Day {
  const target = monthOf(day(Number(anchor.slice(0, 4)), Number(anchor.slice(5, 7)) + months, 1));
  const wanted = Number(anchor.slice(8, 10));
  return plusDays(firstDay(target), Math.min(wanted, daysInMonth(target)) - 1);
}

/** Parses `YYYY-MM`; null where the calendar has no such month. */
export function parseMonth(text: string): Month | null {
  return /^\d{4}-\d{2}$/.test(text) && parseDay(`${text}-01`) !== null ? (text as Month) : null;
}
