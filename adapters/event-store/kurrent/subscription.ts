import { type Page, type Place, StoreUnavailable, type SubscribeOptions } from '#runtime/event-store';
import type { Calls } from './calls.ts';
import type { Connection } from './connection.ts';
import { isTransient, Unanswered } from './failures.ts';
import { DEFAULT_PAGE, Feed } from './feed.ts';
import type { Reads } from './reads.ts';

type Followed = {
  readonly calls: Calls;
  readonly connection: Connection;
  readonly reads: Reads;
  readonly closing: AbortSignal;
  /** How long nothing may come, before it is caught up, until we look for ourselves: old servers do not say so. */
  readonly quietMs: number;
};

/** Pages without end: subscribes again from the last place taken, whatever becomes of a subscription. */
export async function* follow(deps: Followed, options: SubscribeOptions): AsyncGenerator<Page> {
  const signal = AbortSignal.any([options.signal, deps.closing]);
  let place = options.after;
  let announced = false;
  let failures = 0;
  while (!signal.aborted) {
    const feed = new Feed(await deps.connection.current(), place, options);
    try {
      for await (const page of pagesOf(feed, deps, options, signal)) {
        if (page.next.position === place.position && (announced || !page.caughtUp)) continue;
        announced ||= page.caughtUp;
        failures = 0;
        place = page.next;
        yield page;
        if (signal.aborted) return;
      }
    } catch (error) {
      if (!isTransient(error) && !(error instanceof StoreUnavailable)) throw error;
      deps.calls.options.logger?.warn({ err: error, failures, checkpoint: place.checkpoint }, 'subscription dropped');
    } finally {
      feed.stop();
    }
    await deps.calls.pause(failures++, signal);
  }
}

async function* pagesOf(feed: Feed, deps: Followed, options: SubscribeOptions, signal: AbortSignal) {
  let missed = false;
  while (!signal.aborted) {
    await feed.gather();
    const page = feed.take();
    if (page) {
      missed = false;
      yield page;
      continue;
    }
    if (!(await feed.wait(signal, feed.live ? undefined : deps.quietMs))) continue;
    const ahead = await lookAhead(deps.reads, feed.place, options);
    if (ahead) yield feed.caughtUpAt(ahead);
    else if (missed) throw new Unanswered('the subscription gives nothing although there is something');
    else missed = true;
  }
}

/** The end of the log, where nothing that we want stands before it; otherwise null. */
async function lookAhead(reads: Reads, after: Place, { types, pageSize }: SubscribeOptions): Promise<Place | null> {
  for (let place = after; ; ) {
    const limit = pageSize ?? DEFAULT_PAGE;
    const page = await reads.page({ after: place, limit, ...(types && { types }) });
    if (page.events.length > 0) return null;
    if (page.caughtUp) return page.next;
    place = page.next;
  }
}
