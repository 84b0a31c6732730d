import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { isUnavailable } from '#adapters/postgres';
import { type AppendResult, type ExpectedRevision, type NewEvent, StoreUnavailable } from '#runtime/event-store';
import { checkAppend } from '../check-append.ts';
import { type Append, closed, type Head, type Planned } from './planned.ts';
import { codeOf, unavailable } from './rows.ts';
import { Writer } from './writer.ts';

export type BatcherOptions = {
  readonly pool: pg.Pool;
  readonly schema: string;
  readonly maxBatch: number;
  readonly committed: (written: Planned) => void;
};

/** Waits before the second and every further try, in milliseconds; then the store counts as unavailable. */
const PAUSES = [20, 60, 200, 600, 1800];
/** Nothing is tried again that has taken so long already. */
const TRYING_MS = 3_500;
/** So long does an append wait for its outcome, in milliseconds. Whoever made it is then told that none is known. */
const PATIENCE_MS = 4_500;
/** After another process was found writing, so many batches lock the head at once. */
const LOCKED_BATCHES = 16;
const MAX_BATCH_CHARACTERS = 8_000_000;
/** Appends that wait at most; more are turned away, so that a dead server does not fill the memory. */
const MAX_WAITING = 20_000;
/** Streams whose last revision is remembered. */
const MOST_STREAMS = 10_000;
const UNIQUE_VIOLATION = '23505';

/**
 * Group commit: while one batch is on its way, the appends that come in wait and go together in
 * the next. Each keeps its own outcome; a batch that the database refuses is tried append by append.
 */
export class Batcher {
  readonly #options: BatcherOptions;
  readonly #writer: Writer;
  #queue: Append[] = [];
  #running: Promise<void> | undefined;
  #closed = false;
  /** Where this process left the log, if it knows. */
  #head: Head | undefined;
  /** The last revisions of streams that this process wrote to, as of that head: whoever appends at any revision goes after them. */
  readonly #last = new Map<string, number>();
  #lockNext = 0;

  constructor(options: BatcherOptions) {
    this.#options = options;
    this.#writer = new Writer(options.pool, options.schema);
  }

  append(stream: string, expected: ExpectedRevision, events: readonly NewEvent[]): Promise<AppendResult> {
    return new Promise((resolve, reject) => {
      if (this.#closed) throw closed();
      if (this.#queue.length >= MAX_WAITING) throw new StoreUnavailable('too many appends are waiting');
      const checked = checkAppend(stream, events);
      const patience = setTimeout(() => this.#giveUp(append), PATIENCE_MS);
      const append: Append = {
        stream,
        expected,
        events: checked,
        resolve: (result) => {
          clearTimeout(patience);
          resolve(result);
        },
        reject: (error) => {
          clearTimeout(patience);
          reject(error);
        },
      };
      this.#queue.push(append);
      this.#running ??= this.#run();
    });
  }

  /** One that has not been sent is not sent any more. */
  #giveUp(append: Append): void {
    this.#queue = this.#queue.filter((waiting) => waiting !== append);
    append.reject(new StoreUnavailable(`the event store has not answered within ${PATIENCE_MS} ms`));
  }

  /** Takes no more appends and waits for those it has. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#running;
  }

  async #run(): Promise<void> {
    // Appends made in the same turn of the event loop belong together.
    await Promise.resolve();
    while (this.#queue.length > 0) await this.#settle(this.#take());
    this.#running = undefined;
  }

  #take(): Append[] {
    let [count, events, characters] = [0, 0, 0];
    for (const append of this.#queue) {
      events += append.events.length;
      for (const { dataText, metadataText } of append.events) characters += dataText.length + metadataText.length;
      if (count > 0 && (events > this.#options.maxBatch || characters > MAX_BATCH_CHARACTERS)) break;
      count += 1;
    }
    return this.#queue.splice(0, count);
  }

  async #settle(batch: readonly Append[]): Promise<void> {
    try {
      const planned = await this.#write(batch);
      this.#tell(planned);
    } catch (error) {
      if (batch.length > 1 && !(error instanceof StoreUnavailable))
        for (const append of batch) await this.#settle([append]);
      else for (const append of batch) append.reject(error);
      // Who came meanwhile has waited as long as these have.
      if (error instanceof StoreUnavailable) for (const append of this.#queue.splice(0)) append.reject(error);
    }
  }

  #tell(planned: Planned): void {
    if (planned.rows.length > 0) this.#options.committed(planned);
    for (const verdict of planned.verdicts) {
      if ('error' in verdict) verdict.append.reject(verdict.error);
      else verdict.append.resolve(verdict.result);
    }
  }

  /** Tries again what may be tried again: the ids tell whether a try whose answer was lost had been written. */
  async #write(batch: readonly Append[]): Promise<Planned> {
    let suspectAll = false;
    const began = performance.now();
    for (let tries = 0; ; ) {
      try {
        return (!suspectAll && (await this.#onTrust(batch))) || (await this.#locked(batch, suspectAll));
      } catch (error) {
        this.#forget();
        const taken = codeOf(error) === UNIQUE_VIOLATION && !suspectAll;
        suspectAll = true;
        if (taken) continue;
        if (!isUnavailable(error)) throw error;
        const wait = PAUSES[tries++];
        if (wait === undefined || performance.now() - began + wait > TRYING_MS) throw unavailable(error);
        await pause(wait);
      }
    }
  }

  async #onTrust(batch: readonly Append[]): Promise<Planned | null> {
    if (!this.#head || this.#lockNext > 0) return null;
    const planned = await this.#writer.onTrust(this.#head, batch, this.#last);
    if (planned) this.#stands(planned);
    return planned;
  }

  async #locked(batch: readonly Append[], suspectAll: boolean): Promise<Planned> {
    const planned = await this.#writer.locked(batch, suspectAll);
    const alone = !this.#head || this.#head.position === planned.before.position;
    this.#lockNext = alone ? Math.max(0, this.#lockNext - 1) : LOCKED_BATCHES;
    if (!alone || planned.before.position !== this.#head?.position) this.#forget();
    this.#stands(planned);
    return planned;
  }

  #forget(): void {
    this.#head = undefined;
    this.#last.clear();
  }

  #stands({ after, rows }: Planned): void {
    this.#head = after;
    for (const { stream, revision } of rows) {
      this.#last.delete(stream);
      this.#last.set(stream, revision);
    }
    for (const stream of this.#last.keys()) {
      if (this.#last.size <= MOST_STREAMS) break;
      this.#last.delete(stream);
    }
  }
}
