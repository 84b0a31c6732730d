import { epochMs, type Instant, instantOf } from '#domain/kernel/time';

/** How often a receiver may be called: never more than `perMinute` calls in any 60 s, `burst` of them at once. */
export type Rate = { readonly perMinute: number; readonly burst: number };

/** Keeps calls to a receiver within its rate, over all processes that share it. */
export interface Pace {
  /** Null where the call may be made now (it is counted then); else the instant to come back at. */
  take(receiver: string, rate: Rate, now: Instant, calls?: number): Promise<Instant | null>;
}

/** Milliseconds from one call to the next once the burst is used up; so spread, burst and rest stay within the minute's sum. */
export const spacing = ({ perMinute, burst }: Rate): number => Math.ceil(60_000 / Math.max(1, perMinute - burst));

/** For tests and simulation: the same arithmetic (GCRA) as the database's. */
export function createInMemoryPace(): Pace {
  const free = new Map<string, number>();
  return {
    async take(receiver, rate, now, calls = 1) {
      const at = epochMs(now);
      const known = free.get(receiver) ?? at;
      if (known - Math.max(0, rate.burst - calls) * spacing(rate) > at) return instantOf(known);
      free.set(receiver, Math.max(known, at) + calls * spacing(rate));
      return null;
    },
  };
}
