import { StoreUnavailable } from '#runtime/event-store';
import type { HttpDeps } from './deps.ts';
import type { Route } from './routes.ts';

/** So long may an answer take, in milliseconds, before it is looked whether the store is what it waits for. */
const LIMIT_MS = 4_600;
const LOOK_MS = 100;

type Deps = Pick<HttpDeps, 'isStoreSilent' | 'isHeldUp'>;
type Clocks = Pick<HttpDeps, 'monotonicMs' | 'listeningMs'>;

/** What a request may still take, in milliseconds: every wait on its way shares it. */
export type TimeLeft = {
  /** So long may something be waited for that takes `atMost`, where the rest needs `rest` after it. Never below 0. */
  share(atMost: number, rest?: number): number;
};

/** Counted from now. */
export function timeLeft(
  { patient }: Pick<Route, 'patient'>,
  { monotonicMs, listeningMs = monotonicMs }: Clocks,
): TimeLeft {
  const until = patient ? Number.POSITIVE_INFINITY : listeningMs() + LIMIT_MS;
  return { share: (atMost, rest = 0) => Math.max(0, Math.min(atMost, until - listeningMs() - rest)) };
}

/**
 * What is worked on, unless it takes long while the store is what things wait for: then `StoreUnavailable` is thrown, and what
 * was begun comes to its end unseen. Of a patient route only where the store says nothing at all any more. What is long
 * for other reasons is waited for.
 */
export function inTime<T>(work: Promise<T>, { patient }: Pick<Route, 'patient'>, deps: Deps): Promise<T> {
  const { isStoreSilent = () => false, isHeldUp = () => false } = deps;
  const away = () => isStoreSilent() || (!patient && isHeldUp());
  return new Promise((resolve, reject) => {
    const look = () => {
      if (away()) reject(new StoreUnavailable('the store is what this waits for'));
      else timer = setTimeout(look, LOOK_MS);
    };
    let timer = setTimeout(look, LIMIT_MS);
    const done = () => clearTimeout(timer);
    work.then(resolve, reject).then(done, done);
  });
}
