/**
 * The event store as the rest of the system sees it: one port, three adapters
 * (`adapters/event-store/{in-memory,postgres,kurrent}.ts`), one contract suite (`test/contract`).
 */

export type JsonValue = null | boolean | number | string | readonly JsonValue[] | { readonly [key: string]: JsonValue };
export type JsonObject = { readonly [key: string]: JsonValue };

/** An event on its way in. `id` is fixed before the first attempt, so a retry is recognised. */
export type NewEvent = {
  readonly id: string;
  readonly type: string;
  readonly schemaVersion: number;
  readonly data: JsonObject;
  readonly metadata: JsonObject;
};

/**
 * Where in the log an event stands. `position` is comparable and strictly increasing in commit
 * order (gap-free on Postgres and in memory, a log offset on KurrentDB). `checkpoint` is the opaque text from
 * which a reader resumes: the adapter alone knows what is in it.
 */
export type Place = { readonly position: number; readonly checkpoint: string };

/** The place before the first event. */
export const START: Place = { position: 0, checkpoint: '' };

/** A stored event. JSON is kept as the exact text that was stored and parsed only when asked for. */
export class RecordedEvent {
  readonly place: Place;
  readonly stream: string;
  /** 0 for the first event of its stream. */
  readonly revision: number;
  readonly id: string;
  readonly type: string;
  readonly schemaVersion: number;
  readonly dataText: string;
  readonly metadataText: string;
  #data: JsonObject | undefined;
  #metadata: JsonObject | undefined;

  constructor(fields: {
    place: Place;
    stream: string;
    revision: number;
    id: string;
    type: string;
    schemaVersion: number;
    dataText: string;
    metadataText: string;
  }) {
    this.place = fields.place;
    this.stream = fields.stream;
    this.revision = fields.revision;
    this.id = fields.id;
    this.type = fields.type;
    this.schemaVersion = fields.schemaVersion;
    this.dataText = fields.dataText;
    this.metadataText = fields.metadataText;
  }

  get position(): number {
    return this.place.position;
  }
  /** Throws `SyntaxError` where the stored text is not JSON: the reader parks the stream. */
  get data(): JsonObject {
    this.#data ??= JSON.parse(this.dataText) as JsonObject;
    return this.#data;
  }
  get metadata(): JsonObject {
    this.#metadata ??= JSON.parse(this.metadataText) as JsonObject;
    return this.#metadata;
  }
}

/** `any` skips the check, `no_stream` demands a new stream, a number the revision of the last event. */
export type ExpectedRevision = 'any' | 'no_stream' | number;

export type AppendResult = {
  /** Revision of the last event written. */
  readonly revision: number;
  readonly place: Place;
  /** True where the same events had been appended before and the first result is answered again. */
  readonly repeated: boolean;
};

/** A page of the whole log. `next` is where to go on, also when a filter left nothing in the page. */
export type Page = {
  readonly events: readonly RecordedEvent[];
  readonly next: Place;
  /** True when the page reached the end of the log as it was when it was read. */
  readonly caughtUp: boolean;
};

export type ReadStreamOptions = {
  readonly direction?: 'forward' | 'backward';
  /** First revision to read (inclusive); by default the first (forward) or last (backward) one. */
  readonly from?: number;
  readonly limit?: number;
};

export type ReadAllOptions = {
  /** Exclusive: reading goes on behind this place. */
  readonly after: Place;
  /** Most events looked at for this page. */
  readonly limit?: number;
  /** Only events of these types are returned; the others are passed over but still move `next`. */
  readonly types?: ReadonlySet<string>;
};

export type SubscribeOptions = {
  readonly after: Place;
  readonly types?: ReadonlySet<string>;
  readonly signal: AbortSignal;
  /** Events looked at for a page at most; a slow consumer simply takes its next page later. */
  readonly pageSize?: number;
};

export interface EventStore {
  /** True where positions are counted without gaps, and an append answers the place of its last event. */
  readonly counts?: boolean;
  /**
   * Appends all events or none. The same ids with the same expected revision and content answer
   * the first result again.
   * @throws WrongExpectedRevision the stream is elsewhere, or the ids are known with other content
   * @throws EventTooLarge one event or the append is over the store's limit; nothing was written
   * @throws StoreUnavailable nothing is known to have been written; retry with the same ids
   */
  append(stream: string, expected: ExpectedRevision, events: readonly NewEvent[]): Promise<AppendResult>;
  /** The stream's events in order; empty where there is no such stream. */
  readStream(stream: string, options?: ReadStreamOptions): Promise<RecordedEvent[]>;
  /** One page of the log in commit order. */
  readAll(options: ReadAllOptions): Promise<Page>;
  /**
   * Pages from `after` on, first what is there, then live ones as they come; ends when `signal`
   * aborts. Never skips and never repeats an event. The first page that reaches the end is
   * yielded even when it is empty, so that a reader knows it has caught up.
   */
  subscribe(options: SubscribeOptions): AsyncIterable<Page>;
  /** The end of the log now. */
  head(): Promise<Place>;
  /** Throws `StoreUnavailable` where the store does not answer. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

export class WrongExpectedRevision extends Error {
  override readonly name = 'WrongExpectedRevision';
  readonly stream: string;
  readonly expected: ExpectedRevision;
  /** The stream's last revision, -1 where there is no stream. */
  readonly actual: number;
  constructor(stream: string, expected: ExpectedRevision, actual: number, detail = '') {
    super(`stream ${stream} is at revision ${actual}, expected ${expected}${detail && ` (${detail})`}`);
    this.stream = stream;
    this.expected = expected;
    this.actual = actual;
  }
}

/** Others wrote to the stream each time that it was tried: nothing was written. The same command may be given again. */
export class StreamBusy extends Error {
  override readonly name = 'StreamBusy';
  constructor(stream: string, options?: ErrorOptions) {
    super(`stream ${stream} is written to by others all the time`, options);
  }
}

export class EventTooLarge extends Error {
  override readonly name = 'EventTooLarge';
}

/** The store did not answer, or its answer was lost. Retrying with the same event ids is safe. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}

/**
 * Codes of trouble that passes, or that lies with the database or the way to it: lost connections (08), no room (53), an
 * operator's intervention (57P), the system (58), what sockets say, read-only after a failover, serialisation
 * failures, deadlocks, and the time limits.
 */
const CODES =
  /^(08|53|57P|58|ECONN|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENETDOWN|ENOTFOUND|EAI_AGAIN|25006|25P03|40001|40P01|55P03|57014|EMFILE|ENFILE)/;

/** What the driver says without a code, each from the beginning of its message. */
const MESSAGES =
  /^(Connection terminated|timeout exceeded when trying to connect|timeout expired|Query read timeout|Client was closed|Client has encountered a connection error|Cannot use a pool after calling end)/;

/**
 * True for trouble with the store or the way to it, as against with what was asked: the same question may well be
 * answered later. False for anything that is not an error.
 */
export function isUnavailable(error: unknown): boolean {
  if (error instanceof StoreUnavailable) return true;
  if (!(error instanceof Error)) return false;
  const { code, syscall } = error as { code?: unknown; syscall?: unknown };
  if (typeof code !== 'string') return MESSAGES.test(error.message);
  // A socket that is not there: of a server that does not run. Any other file that is missing is somebody's mistake.
  return CODES.test(code) || ((code === 'ENOENT' || code === 'EACCES') && syscall === 'connect');
}

/** What was thrown, as `StoreUnavailable` where that is what it means. */
export const asUnavailable = (error: unknown): unknown =>
  isUnavailable(error) && !(error instanceof StoreUnavailable)
    ? new StoreUnavailable(`the database does not answer: ${String(error)}`, { cause: error })
    : error;

/**
 * Limits every adapter keeps, so that no store behaves differently at the edge (bytes of UTF-8). The largest event is the data of a
 * report, of 256 KiB at most, with what stands beside it.
 */
export const LIMITS = { eventBytes: 288 * 1024, eventsPerAppend: 1000, streamNameLength: 200 } as const;
