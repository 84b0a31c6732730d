import { type Instant, instantOf } from '#domain/kernel/time';

/** The one clock of the process. Nothing else in the system asks what time it is. */
export type Clock = { now(): Instant };

export const systemClock: Clock = { now: () => instantOf(Date.now()) };

/** A clock that stands still until it is set; the sandbox's and every test's. */
export class TestClock implements Clock {
  #now: Instant;
  constructor(start: Instant) {
    this.#now = start;
  }
  now(): Instant {
    return this.#now;
  }
  set(to: Instant): void {
    this.#now = to;
  }
}

/** Milliseconds of a clock that never jumps, for durations, rate limits and back-off only. */
export const monotonicMs = (): number => performance.now();

const LISTENING_EVERY_MS = 100;

/**
 * Milliseconds in which this process listened, to a tenth of a second: those in which it was busy with one thing, or had no
 * turn on the machine, do not count. What came meanwhile is not late, only unread.
 */
export function listeningClock(): () => number {
  let listened = 0;
  let last = monotonicMs();
  const tick = () => {
    const now = monotonicMs();
    listened += Math.min(now - last, 2 * LISTENING_EVERY_MS);
    last = now;
  };
  setInterval(tick, LISTENING_EVERY_MS).unref();
  return () => listened;
}
