/** The log of the test server: streams, positions and the rules of appending, without any gRPC. */

export type Proposed = {
  readonly id: string;
  readonly type: string;
  readonly contentType: string;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
};
export type Entry = Proposed & {
  readonly stream: string;
  readonly revision: number;
  readonly commit: bigint;
  readonly prepare: bigint;
};
export type Expected = 'any' | 'no_stream' | 'stream_exists' | number;
export type Appended =
  | { readonly is: 'written'; readonly last: Entry }
  | { readonly is: 'wrong-revision'; readonly actual: number }
  | { readonly is: 'too-large' };

/** Every so many appends the server writes something of its own, as a real one does with its statistics. */
const SYSTEM_EVENT_EVERY = 3;
/** How many recent ids are remembered for appends without an exact revision. */
const RECENT = 1_000;

export class Log {
  readonly entries: Entry[] = [];
  readonly #streams = new Map<string, Entry[]>();
  readonly #recent = new Map<string, Entry>();
  readonly #watchers = new Set<() => void>();
  #end = 0n;
  #appends = 0;
  maxAppendBytes = 1024 * 1024;

  constructor() {
    this.#system();
  }

  stream(name: string): readonly Entry[] {
    return this.#streams.get(name) ?? [];
  }

  /** Calls back after every append, until the answer is called. */
  watch(callback: () => void): () => void {
    this.#watchers.add(callback);
    return () => this.#watchers.delete(callback);
  }

  append(stream: string, expected: Expected, events: readonly Proposed[]): Appended {
    const bytes = events.reduce((sum, event) => sum + event.data.length + event.metadata.length, 0);
    if (bytes > this.maxAppendBytes) return { is: 'too-large' };
    const actual = this.stream(stream).length - 1;
    const at = expected === 'no_stream' ? -1 : expected;
    const repeated = typeof at === 'number' ? this.#onDisk(stream, at, events) : this.#inCache(stream, events);
    if (repeated) return { is: 'written', last: repeated };
    if (at === 'stream_exists' ? actual < 0 : at !== 'any' && at !== actual) return { is: 'wrong-revision', actual };
    const written = events.map((event) => this.#write(stream, event));
    this.#appends += 1;
    if (this.#appends % SYSTEM_EVENT_EVERY === 0) this.#system();
    for (const wake of [...this.#watchers]) wake();
    const last = written.at(-1);
    return last ? { is: 'written', last } : { is: 'wrong-revision', actual };
  }

  /** With an exact revision below the last: a repeat where the ids behind it are these (content is not looked at). */
  #onDisk(stream: string, expected: number, events: readonly Proposed[]): Entry | undefined {
    const stored = this.stream(stream);
    if (expected >= stored.length - 1) return undefined;
    const same = events.every((event, i) => stored[expected + 1 + i]?.id === event.id);
    return same ? stored[expected + events.length] : undefined;
  }

  /** Without one only recent ids in memory are known: best effort. */
  #inCache(stream: string, events: readonly Proposed[]): Entry | undefined {
    const known = events.map((event) => this.#recent.get(event.id));
    return known.every((entry) => entry?.stream === stream) ? known.at(-1) : undefined;
  }

  #write(stream: string, event: Proposed): Entry {
    const history = this.#streams.get(stream) ?? [];
    this.#end += BigInt(100 + event.data.length + event.metadata.length);
    // Both halves differ, so that nobody gets by with one of them.
    const entry = { ...event, stream, revision: history.length, commit: this.#end, prepare: this.#end - 7n };
    history.push(entry);
    this.#streams.set(stream, history);
    this.entries.push(entry);
    this.#recent.set(event.id, entry);
    const oldest = this.#recent.size > RECENT ? this.#recent.keys().next().value : undefined;
    if (oldest !== undefined) this.#recent.delete(oldest);
    return entry;
  }

  #system(): void {
    const id = `00000000-0000-4000-8000-${String(this.entries.length).padStart(12, '0')}`;
    const data = Buffer.from('{}');
    this.#write('$stats-127.0.0.1', {
      id,
      type: '$statsCollected',
      contentType: 'application/json',
      data,
      metadata: data,
    });
  }
}
