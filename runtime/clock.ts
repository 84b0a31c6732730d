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
