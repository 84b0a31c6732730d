import {
  type AllStreamResolvedEvent,
  BACKWARDS,
  END,
  type EventStoreDBClient,
  FORWARDS,
  type ResolvedEvent,
  type StreamingRead,
} from '@eventstore/db-client';
import { type Page, type Place, type ReadAllOptions, type ReadStreamOptions, START } from '#runtime/event-store';
import type { Calls } from './calls.ts';
import { fromClient, placeIn, type Stored } from './envelope.ts';
import { isOfType, Unanswered } from './failures.ts';
import { positionOf } from './places.ts';

/** Events asked for in one call: the client knows no deadline for reads and cannot resume one. */
const PAGE = 1_000;
const DEFAULT_LIMIT = 500;

/** Everything one bounded read answers. The client's calls stay open until they are cancelled. */
async function collect<T>(read: StreamingRead<T>, idleMs: number): Promise<T[]> {
  const entries: T[] = [];
  // The client emits its errors without ending the stream, and a second one after the first.
  read.on('error', (error) => read.destroy(error));
  const timer = setTimeout(() => read.destroy(new Unanswered(`read: no answer within ${idleMs} ms`)), idleMs);
  try {
    for await (const entry of read) {
      entries.push(entry);
      timer.refresh();
    }
    return entries;
  } finally {
    clearTimeout(timer);
    read.cancel().catch(() => undefined);
  }
}

export class Reads {
  readonly #calls: Calls;

  constructor(calls: Calls) {
    this.#calls = calls;
  }

  /** Reads on the leader, so that a writer reads what it has written. */
  async stream(
    stream: string,
    { direction = 'forward', from, limit = Infinity }: ReadStreamOptions,
  ): Promise<Stored[]> {
    const forward = direction === 'forward';
    const stored: Stored[] = [];
    let next = from;
    while (stored.length < limit && (next ?? 0) >= 0) {
      const wanted = Math.min(PAGE, limit - stored.length);
      const entries = await this.#streamPage(stream, forward, next, wanted);
      stored.push(...entries.flatMap((entry) => fromClient(entry) ?? []));
      const last = entries.at(-1)?.event?.revision;
      if (entries.length < wanted || last === undefined) break;
      next = Number(last) + (forward ? 1 : -1);
    }
    return stored;
  }

  #streamPage(stream: string, forward: boolean, from: number | undefined, maxCount: number): Promise<ResolvedEvent[]> {
    const options = {
      direction: forward ? FORWARDS : BACKWARDS,
      fromRevision: from === undefined ? (forward ? BigInt(0) : END) : BigInt(from),
      maxCount,
      requiresLeader: true,
    } as const;
    return this.#calls.run(`read ${stream}`, async (client) => {
      try {
        return await collect(client.readStream(stream, options), this.#calls.options.deadlineMs);
      } catch (error) {
        if (isOfType(error, 'stream-not-found')) return [];
        throw error;
      }
    });
  }

  /**
   * One page of the log. This client cannot filter a read of the log, so all of it is looked at
   * and passed over here. A read includes the place it begins at, hence one entry more.
   */
  async page({ after, limit = DEFAULT_LIMIT, types }: ReadAllOptions): Promise<Page> {
    const maxCount = limit + 1;
    const entries = await this.#calls.run('read the log', (client) =>
      this.#log(client, { direction: FORWARDS, fromPosition: positionOf(after), maxCount }),
    );
    const looked = entries.map((entry) => ({ place: placeIn(entry), event: fromClient(entry)?.event }));
    const fresh = looked.filter(({ place }) => place.position > after.position).slice(0, limit);
    return {
      events: fresh.flatMap(({ event }) => (event && (!types || types.has(event.type)) ? event : [])),
      next: fresh.at(-1)?.place ?? after,
      caughtUp: entries.length < maxCount,
    };
  }

  /** The place of the last entry of the log, whoever wrote it. */
  async head(attempts?: number): Promise<Place> {
    const [last] = await this.#calls.run(
      'read the head',
      (client) => this.#log(client, { direction: BACKWARDS, fromPosition: END, maxCount: 1 }),
      attempts,
    );
    return last ? placeIn(last) : START;
  }

  #log(
    client: EventStoreDBClient,
    options: NonNullable<Parameters<EventStoreDBClient['readAll']>[0]>,
  ): Promise<AllStreamResolvedEvent[]> {
    return collect(client.readAll({ ...options, requiresLeader: true }), this.#calls.options.deadlineMs);
  }
}
