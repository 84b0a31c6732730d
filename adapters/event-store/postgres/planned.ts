import {
  type AppendResult,
  type ExpectedRevision,
  StoreUnavailable,
  WrongExpectedRevision,
} from '#runtime/event-store';
import type { Serialised } from '../check-append.ts';
import { type Framed, link } from './chain.ts';
import { placeOf } from './rows.ts';

export type Append = {
  readonly stream: string;
  readonly expected: ExpectedRevision;
  readonly events: readonly Serialised[];
  readonly resolve: (result: AppendResult) => void;
  readonly reject: (error: unknown) => void;
};
export type Head = { readonly position: number; readonly hash: string };
export type Stored = { id: string; stream: string; revision: number; position: number; type: string; data: string };
/** What became of one append of a batch; told to its caller only after the commit. */
export type Verdict =
  | { readonly append: Append; readonly result: AppendResult }
  | { readonly append: Append; readonly error: unknown };
export type Row = Framed & { readonly hash: string };

/** The last revision that an append expects to find; undefined where it does not care. */
export const wanted = (expected: ExpectedRevision): number | undefined =>
  expected === 'any' ? undefined : expected === 'no_stream' ? -1 : expected;

/**
 * What a batch will write, worked out append by append: each sees the stream as those before it
 * in the batch leave it.
 */
export class Planned {
  readonly before: Head;
  readonly rows: Row[] = [];
  readonly verdicts: Verdict[] = [];
  /** Revisions taken on trust: the write holds only if these events are there. */
  readonly trusted: { readonly stream: string; readonly revision: number }[] = [];
  #at: Map<string, number>;
  #known: Map<string, Stored>;
  after: Head;

  constructor(head: Head, at = new Map<string, number>(), known = new Map<string, Stored>()) {
    this.before = head;
    this.after = head;
    this.#at = at;
    this.#known = known;
  }

  /**
   * A plan that takes every first expectation of a stream for the truth, and where any will do what is known of
   * the stream as of that head; null where that cannot be, or where an append may be a repeat, and the store must be asked.
   */
  static onTrust(head: Head, batch: readonly Append[], last: ReadonlyMap<string, number>): Planned | null {
    const planned = new Planned(head);
    for (const append of batch) {
      if (!planned.#at.has(append.stream)) {
        const revision = wanted(append.expected) ?? last.get(append.stream);
        if (revision === undefined || revision < -1) return null;
        planned.#at.set(append.stream, revision);
        if (revision >= 0) planned.trusted.push({ stream: append.stream, revision });
      }
      if (!planned.add(append)) return null;
    }
    return planned;
  }

  /** False where the append is refused. */
  add(append: Append): boolean {
    const { stream, expected, events } = append;
    const actual = this.#at.get(stream) ?? -1;
    const repeated = repeat(append, this.#known);
    if (repeated) {
      this.verdicts.push({ append, result: repeated });
      return true;
    }
    const taken = events.some(({ event }) => this.#known.has(event.id));
    if ((wanted(expected) ?? actual) !== actual || taken) {
      const detail = taken ? 'event ids are known with other content' : '';
      this.verdicts.push({ append, error: new WrongExpectedRevision(stream, expected, actual, detail) });
      return false;
    }
    let revision = actual;
    for (const { event, dataText, metadataText, dataBytes } of events) {
      revision += 1;
      const { id, type, schemaVersion } = event;
      const position = this.after.position + 1;
      const framed = { position, stream, revision, id, type, schemaVersion, dataText, metadataText, dataBytes };
      const hash = link(this.after.hash, framed);
      this.after = { position, hash };
      this.rows.push({ ...framed, hash });
      this.#known.set(id, { id, stream, revision, position, type, data: dataText });
    }
    this.#at.set(stream, revision);
    this.verdicts.push({ append, result: { revision, place: placeOf(this.after.position), repeated: false } });
    return true;
  }
}

/** The first result, where these very events stand where this append would have put them. */
function repeat({ stream, expected, events }: Append, known: ReadonlyMap<string, Stored>): AppendResult | null {
  const first = known.get(events[0]?.event.id ?? '');
  if (!first) return null;
  const start = (wanted(expected) ?? first.revision - 1) + 1;
  let last = first;
  for (const [i, { event, dataText }] of events.entries()) {
    const stored = known.get(event.id);
    if (stored?.stream !== stream || stored.revision !== start + i) return null;
    if (stored.type !== event.type || stored.data !== dataText) return null;
    last = stored;
  }
  return { revision: last.revision, place: placeOf(last.position), repeated: true };
}

export const closed = (): StoreUnavailable => new StoreUnavailable('the event store is closed');
