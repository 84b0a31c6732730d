import { NO_STREAM, type WrongExpectedVersionError } from '@eventstore/db-client';
import {
  type AppendResult,
  EventTooLarge,
  type ExpectedRevision,
  type NewEvent,
  StoreUnavailable,
  WrongExpectedRevision,
} from '#runtime/event-store';
import { systemRandom } from '#runtime/random';
import { checkAppend, type Serialised } from '../check-append.ts';
import type { Calls } from './calls.ts';
import { type Stored, toClient } from './envelope.ts';
import { isOfType, within } from './failures.ts';
import { placeOf } from './places.ts';
import type { Reads } from './reads.ts';
import { LOOK_BACK, Tails } from './tails.ts';

/** Our own timer is this much longer than the deadline given to the client, which does not always keep it. */
const OVERTIME = 1.25;
/** How often others may come first before an append to a stream `as it is` gives up. */
const ROUNDS = 50;

type Append = { readonly stream: string; readonly events: readonly Serialised[]; readonly mark: string };
type Sent = { readonly revision: number; readonly result: AppendResult | null } | { readonly actual: number };

/**
 * Appends, always with an explicit revision: only then does the server find a repeat by what is
 * on its disk. `any` therefore reads where the stream is and appends there. The server answers a
 * repeat like a first append and looks at ids only, so the last event is read back: the mark in
 * it tells whose call wrote it.
 */
export class Appender {
  readonly tails = new Tails();
  readonly #calls: Calls;
  readonly #reads: Reads;
  readonly #queues = new Map<string, Promise<unknown>>();

  constructor(calls: Calls, reads: Reads) {
    this.#calls = calls;
    this.#reads = reads;
  }

  async append(stream: string, expected: ExpectedRevision, newEvents: readonly NewEvent[]): Promise<AppendResult> {
    const append = { stream, events: checkAppend(stream, newEvents), mark: systemRandom.uuid() };
    if (expected === 'any') return this.#inTurn(stream, () => this.#appendAnywhere(append));
    const at = expected === 'no_stream' ? -1 : expected;
    if (!Number.isSafeInteger(at) || at < -1) throw new TypeError(`not a revision: ${expected}`);
    const { actual, overlaps } = at < 0 ? { actual: -1, overlaps: false } : await this.#overlap(append, at);
    if (overlaps) throw new WrongExpectedRevision(stream, expected, actual, 'the ids are known');
    const sent = await this.#send(append, at);
    const result = 'actual' in sent ? await this.#repeated(append, at + 1) : await this.#settled(append, sent);
    if (result) return result;
    const now = 'actual' in sent ? sent.actual : await this.#lastRevision(stream);
    throw new WrongExpectedRevision(stream, expected, now, 'actual' in sent ? '' : 'the ids are known');
  }

  /** Ids are recognised among the last events of the stream only; what is further back is not found. */
  async #appendAnywhere(append: Append): Promise<AppendResult> {
    const { stream, events } = append;
    for (let round = 0; round < ROUNDS; round++) {
      const limit = events.length + LOOK_BACK;
      const tail = (await this.#reads.stream(stream, { direction: 'backward', limit })).reverse();
      const at = tail.at(-1)?.event.revision ?? -1;
      const ids = new Set(events.map(({ event }) => event.id));
      const known = tail.findIndex(({ event }) => ids.has(event.id));
      if (known >= 0) {
        const result = compare(append, tail.slice(known, known + events.length));
        if (result) return result;
        throw new WrongExpectedRevision(stream, 'any', at, 'the ids are known');
      }
      const sent = await this.#send(append, at);
      const result = 'actual' in sent ? null : await this.#settled(append, sent);
      if (result) return result;
    }
    throw new StoreUnavailable(`append to ${stream}: others came first ${ROUNDS} times`);
  }

  /** Whether any of the ids stands at or below the revision: the server looks only above it. */
  async #overlap({ stream, events }: Append, at: number): Promise<{ overlaps: boolean; actual: number }> {
    let known = this.tails.idsAt(stream, at);
    if (!known) {
      const tail = await this.#reads.stream(stream, { direction: 'backward', from: at, limit: LOOK_BACK });
      this.tails.note(stream, tail.map(({ event }) => event).reverse());
      known = new Set(tail.map(({ event }) => event.id));
    }
    const overlaps = events.some(({ event }) => known.has(event.id));
    return { overlaps, actual: overlaps ? await this.#lastRevision(stream) : at };
  }

  /** One append with all its attempts; each has the same ids, so that it is written once. */
  async #send({ stream, events, mark }: Append, at: number): Promise<Sent> {
    const messages = events.map((event) => toClient(event, mark));
    const { deadlineMs: deadline } = this.#calls.options;
    const expectedRevision = at < 0 ? NO_STREAM : BigInt(at);
    try {
      const { nextExpectedRevision, position } = await this.#calls.run(`append to ${stream}`, (client) =>
        within(
          deadline * OVERTIME,
          `append to ${stream}`,
          client.appendToStream(stream, messages, { expectedRevision, deadline, requiresLeader: true }),
        ),
      );
      const revision = Number(nextExpectedRevision);
      return { revision, result: position ? { revision, place: placeOf(position), repeated: false } : null };
    } catch (error) {
      if (isOfType(error, 'maximum-append-size-exceeded'))
        throw new EventTooLarge(`the append to ${stream} is over the server's limit`, { cause: error });
      if (!isOfType(error, 'wrong-expected-version')) throw error;
      const { actualVersion } = error as WrongExpectedVersionError;
      return { actual: typeof actualVersion === 'bigint' ? Number(actualVersion) : -1 };
    }
  }

  /** The result of an append that the server accepted: ours, a repeat, or null for other content under the same ids. */
  async #settled(append: Append, { revision, result }: { revision: number; result: AppendResult | null }) {
    const { stream, events, mark } = append;
    const first = revision - events.length + 1;
    const [last] = await this.#reads.stream(stream, { from: revision, limit: 1 });
    if (last && last.append !== mark) return this.#repeated(append, first);
    const settled = last ? { revision, place: last.event.place, repeated: false } : result;
    if (settled)
      this.tails.extend(
        stream,
        first,
        events.map(({ event }) => event.id),
      );
    return settled;
  }

  async #repeated(append: Append, from: number): Promise<AppendResult | null> {
    return compare(append, await this.#reads.stream(append.stream, { from, limit: append.events.length }));
  }

  async #lastRevision(stream: string): Promise<number> {
    const [last] = await this.#reads.stream(stream, { direction: 'backward', limit: 1 });
    return last?.event.revision ?? -1;
  }

  /** One after the other for a stream, so that this process does not compete with itself. */
  #inTurn<T>(stream: string, work: () => Promise<T>): Promise<T> {
    const turn = (this.#queues.get(stream) ?? Promise.resolve()).then(work, work);
    const settled = turn
      .catch(() => undefined)
      .then(() => {
        if (this.#queues.get(stream) === settled) this.#queues.delete(stream);
      });
    this.#queues.set(stream, settled);
    return turn;
  }
}

/** The first result, where what is stored is what was to be appended; the metadata may differ. */
function compare({ events, mark }: Append, stored: readonly Stored[]): AppendResult | null {
  const same = events.every(({ event, dataText }, i) => {
    const found = stored[i]?.event;
    return found?.id === event.id && found.type === event.type && found.dataText === dataText;
  });
  const last = stored[events.length - 1];
  if (!same || !last) return null;
  return { revision: last.event.revision, place: last.event.place, repeated: last.append !== mark };
}
