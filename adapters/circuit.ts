import { BrokenCircuitError, ConsecutiveBreaker, circuitBreaker, handleAll, type IBackoff } from 'cockatiel';
import { type Instant, plusMs } from '#domain/kernel/time';
import type { Clock } from '#runtime/clock';

export type Circuit = {
  /**
   * Does the work unless the circuit is open. A throw counts as a failure and is passed on; so does an answer
   * that `isFailure` calls one. Of several calls that come when the time is up one is tried; the others wait for it.
   */
  run<T>(
    work: () => Promise<T>,
    isFailure?: (answer: T) => boolean,
  ): Promise<{ readonly answer: T } | { readonly openUntil: Instant }>;
};

export type CircuitOptions = {
  readonly clock: Clock;
  /** So many failures in a row open it; 5 unless told. */
  readonly failures?: number;
  /** Milliseconds until one call is tried again; 5 minutes unless told. */
  readonly halfOpenAfterMs?: number;
};

/** Leaves a receiver in peace that fails again and again. Kept in memory, so by process. Source: spec 3.4. */
export function createCircuit({ clock, failures = 5, halfOpenAfterMs = 300_000 }: CircuitOptions): Circuit {
  let openUntil = clock.now();
  // The library counts by the wall clock; its wait is therefore without end or over, as our own clock has it.
  const wait: IBackoff<unknown> = {
    get duration() {
      return clock.now() >= openUntil ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
    },
    next() {
      openUntil = plusMs(clock.now(), halfOpenAfterMs);
      return wait;
    },
  };
  const policy = circuitBreaker(
    handleAll.orWhenResult((result) => (result as { readonly failed: boolean }).failed),
    { breaker: new ConsecutiveBreaker(failures), halfOpenAfter: wait },
  );
  return {
    async run(work, isFailure = () => false) {
      try {
        const { answer } = await policy.execute(async () => {
          const answer = await work();
          return { answer, failed: isFailure(answer) };
        });
        return { answer };
      } catch (error) {
        if (error instanceof BrokenCircuitError) return { openUntil };
        throw error;
      }
    },
  };
}
