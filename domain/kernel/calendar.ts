import { type Day, epochMs, type Instant, instantOf } from './time.ts';

/** An IANA time zone name that this runtime knows, e.g. `Europe/Berlin`. */
export type Zone = string & { readonly __brand: 'Zone' };

export const UTC = 'UTC' as Zone;

/** The zone of that name; null where the runtime's time zone data has none. */
export function parseZone(name: string): Zone | null {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return name as Zone;
  } catch {
    return null;
  }
}

const formats = new Map<Zone, Intl.DateTimeFormat>();

function format(zone: Zone): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'iso8601',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  formats.set(zone, made);
  return made;
}

/** What the zone's wall clock shows, as if it were UTC, minus the real time: its offset in ms. */
function offsetMs(epoch: number, zone: Zone): number {
  if (zone === UTC) return 0;
  const parts: Record<string, number> = {};
  for (const { type, value } of format(zone).formatToParts(epoch)) parts[type] = Number(value);
  const { year = 0, month = 1, day: dom = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, dom, hour, minute, second) - Math.floor(epoch / 1000) * 1000;
}

/** The calendar day that the zone shows at that instant. */
export function dayOf(instant: Instant, zone: Zone): Day {
  const epoch = epochMs(instant);
  return instantOf(epoch + offsetMs(epoch, zone)).slice(0, 10) as Day;
}

/** What the zone's clock shows at that instant, as `HH:MM`. */
export function timeOf(instant: Instant, zone: Zone): string {
  const epoch = epochMs(instant);
  return instantOf(epoch + offsetMs(epoch, zone)).slice(11, 16);
}

/**
 * The instant at which the zone's clock shows `time` (`HH:MM`) on that day. A local time that
 * does not exist (clocks going forward) is the next valid instant, one that happens twice is its
 * first. Source: rulings 3.11.
 */
export function localTime(onDay: Day, time: string, zone: Zone): Instant {
  const local = Date.parse(`${onDay}T${time}:00Z`);
  const before = offsetMs(local - 86_400_000, zone);
  const after = offsetMs(local + 86_400_000, zone);
  const valid = [local - before, local - after].filter((epoch) => epoch + offsetMs(epoch, zone) === local);
  return instantOf(valid.length > 0 ? Math.min(...valid) : transition(local - after, local - before, zone));
}

/** The first instant of the day in that zone. */
export const startOfDay = (onDay: Day, zone: Zone): Instant => localTime(onDay, '00:00', zone);

/** The instant in (low, high] at which the zone's offset changes. */
function transition(low: number, high: number, zone: Zone): number {
  const old = offsetMs(low, zone);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetMs(middle, zone) === old) low = middle;
    else high = middle;
  }
  return high;
}
