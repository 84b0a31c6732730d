import { StoreUnavailable } from '#runtime/event-store';
import type { HttpDeps } from './deps.ts';

/** So long may an answer take, in milliseconds, before it is looked whether the store is what it waits for. */
const LIMIT_MS = 4_600;
const LOOK_MS = 200;

/**
 * What is worked on, unless it takes long while the store is silent: then `StoreUnavailable` is thrown, and what was
 * begun comes to its end unseen. What is long for other reasons is waited for.
 */
export function inTime<T>(work: Promise<T>, { isStoreSilent }: Pick<HttpDeps, 'isStoreSilent'>): Promise<T> {
  if (!isStoreSilent) return work;
  return new Promise((resolve, reject) => {
    const look = () => {
      if (isStoreSilent()) reject(new StoreUnavailable('the store is silent'));
      else timer = setTimeout(look, LOOK_MS);
    };
    let timer = setTimeout(look, LIMIT_MS);
    const done = () => clearTimeout(timer);
    work.then(resolve, reject).then(done, done);
  });
}
