import type pg from 'pg';
import {
  type AppendResult,
  type ExpectedRevision,
  type NewEvent,
  type Place,
  StoreUnavailable,
  WrongExpectedRevision,
} from '#runtime/event-store';
import { isUnavailable } from '../../postgres.ts';
import { checkAppend, type Serialised } from '../check-append.ts';
import { link } from './chain.ts';
import { names } from './ddl.ts';

type Append = {
  readonly stream: string;
  readonly expected: ExpectedRevision;
  readonly events: readonly Serialised[];
  readonly resolve: (result: AppendResult) => void;
  readonly reject: (error: unknown) => void;
};
type Stored = { id: string; stream: string; revision: number; position: number; type: string; data: string };
/** What became of one append of a batch; told to its caller only after the commit. */
type Verdict =
  | { readonly append: Append; readonly result: AppendResult }
  | { readonly append: Append; readonly error: unknown };

export type BatcherOptions = {
  readonly pool: pg.Pool;
  readonly schema: string;
  readonly maxBatch: number;
  readonly committed: (position: number) => void;
};

/** Serialisation failure, deadlock: try the batch again. */
const RETRY = new Set(['40001', '40P01']);
const MAX_TRIES = 5;

const place = (position: number): Place => ({ position, checkpoint: String(position) });

/**
 * Group commit: while one batch is on its way, the appends that come in wait and go together in
 * the next. Each keeps its own outcome; a batch that the database refuses is tried append by append.
 */
export class Batcher {
  readonly #options: BatcherOptions;
  #queue: Append[] = [];
  #running: Promise<void> | undefined;

  constructor(options: BatcherOptions) {
    this.#options = options;
  }

  append(stream: string, expected: ExpectedRevision, events: readonly NewEvent[]): Promise<AppendResult> {
    return new Promise((resolve, reject) => {
      this.#queue.push({ stream, expected, events: checkAppend(stream, events), resolve, reject });
      this.#running ??= this.#run();
    });
  }

  async drain(): Promise<void> {
    await this.#running;
  }

  async #run(): Promise<void> {
    // Appends made in the same turn of the event loop belong together.
    await Promise.resolve();
    while (this.#queue.length > 0) {
      const batch = this.#take();
      await this.#settle(batch);
    }
    this.#running = undefined;
  }

  #take(): Append[] {
    const batch: Append[] = [];
    let events = 0;
    while (this.#queue[0] && (batch.length === 0 || events + this.#queue[0].events.length <= this.#options.maxBatch)) {
      const next = this.#queue.shift() as Append;
      events += next.events.length;
      batch.push(next);
    }
    return batch;
  }

  async #settle(batch: readonly Append[]): Promise<void> {
    try {
      this.#tell(await this.#write(batch));
    } catch (error) {
      if (batch.length === 1 || error instanceof StoreUnavailable) {
        for (const append of batch) append.reject(refusal(error, append));
        return;
      }
      for (const append of batch) await this.#settle([append]);
    }
  }

  #tell(verdicts: readonly Verdict[]): void {
    let last = 0;
    for (const verdict of verdicts) {
      if ('error' in verdict) verdict.append.reject(verdict.error);
      else {
        verdict.append.resolve(verdict.result);
        if (!verdict.result.repeated) last = Math.max(last, verdict.result.place.position);
      }
    }
    if (last > 0) this.#options.committed(last);
  }

  /** Retries what may be retried. After a lost answer to COMMIT the ids tell whether it was written. */
  async #write(batch: readonly Append[]): Promise<Verdict[]> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.#transact(batch);
      } catch (error) {
        const again = isUnavailable(error) || RETRY.has(String((error as { code?: string }).code));
        if (!again) throw error;
        if (attempt >= MAX_TRIES)
          throw new StoreUnavailable(`the event store did not take the append: ${String(error)}`, { cause: error });
      }
    }
  }

  async #transact(batch: readonly Append[]): Promise<Verdict[]> {
    const client = await this.#options.pool.connect();
    let broken: Error | undefined;
    try {
      await client.query('BEGIN');
      const planned = await this.#plan(client, batch);
      if (planned.rows.length > 0) await this.#insert(client, planned);
      await client.query('COMMIT');
      return planned.verdicts;
    } catch (error) {
      await client.query('ROLLBACK').catch((failed: Error) => {
        broken = failed;
      });
      if (isUnavailable(error)) broken ??= error as Error;
      throw error;
    } finally {
      client.release(broken);
    }
  }

  async #plan(client: pg.PoolClient, batch: readonly Append[]): Promise<Planned> {
    const { lockHead } = names(this.#options.schema);
    const streams = [...new Set(batch.map((append) => append.stream))];
    const { rows } = await client.query<{ last_position: number; last_hash: Buffer; revisions: number[] }>({
      name: `${this.#options.schema}.lock`,
      text: `SELECT * FROM ${lockHead}($1)`,
      values: [streams],
    });
    const [locked] = rows;
    if (!locked) throw new StoreUnavailable('the event store has no head');
    const at = new Map(streams.map((stream, i) => [stream, locked.revisions[i] ?? -1]));
    const known = await this.#known(client, batch, at);
    const planned = new Planned(locked.last_position, locked.last_hash);
    for (const append of batch) planned.add(append, at, known);
    return planned;
  }

  /** Events with the ids of appends that may be repeats: those whose stream is not where they expect it. */
  async #known(
    client: pg.PoolClient,
    batch: readonly Append[],
    at: ReadonlyMap<string, number>,
  ): Promise<Map<string, Stored>> {
    const suspects = batch.filter(
      ({ stream, expected }) =>
        expected === 'any' || (at.get(stream) ?? -1) !== (expected === 'no_stream' ? -1 : expected),
    );
    if (suspects.length === 0) return new Map();
    const ids = suspects.flatMap((append) => append.events.map(({ event }) => event.id));
    const { events } = names(this.#options.schema);
    const { rows } = await client.query<Stored>({
      name: `${this.#options.schema}.known`,
      text: `SELECT id, stream, revision, position, type, data::text AS data FROM ${events} WHERE id = ANY($1)`,
      values: [ids],
    });
    return new Map(rows.map((row) => [row.id, row]));
  }

  async #insert(client: pg.PoolClient, planned: Planned): Promise<void> {
    const { events, head } = names(this.#options.schema);
    const column = <T>(pick: (row: Inserted) => T): T[] => planned.rows.map(pick);
    // Hashes go as hex text: an array of bytea would be escaped twice.
    await client.query({
      name: `${this.#options.schema}.insert`,
      text: `WITH moved AS (UPDATE ${head} SET position = $10, hash = $11)
             INSERT INTO ${events} (position, stream, revision, id, type, schema_version, data, metadata, hash)
             SELECT p, s, r, i, t, v, d::json, m::json, decode(h, 'hex')
             FROM unnest($1::bigint[], $2::text[], $3::integer[], $4::uuid[], $5::text[], $6::integer[], $7::text[], $8::text[], $9::text[])
               AS e(p, s, r, i, t, v, d, m, h)`,
      values: [
        column((row) => row.position),
        column((row) => row.stream),
        column((row) => row.revision),
        column((row) => row.id),
        column((row) => row.type),
        column((row) => row.schemaVersion),
        column((row) => row.dataText),
        column((row) => row.metadataText),
        column((row) => row.hash.toString('hex')),
        planned.position,
        planned.hash,
      ],
    });
  }
}

/** An id that stands in another stream already is a conflict like any other. */
const refusal = (error: unknown, { stream, expected }: Append): unknown =>
  (error as { code?: string }).code === '23505'
    ? new WrongExpectedRevision(stream, expected, -1, 'an event id is taken')
    : error;

type Inserted = Parameters<typeof link>[1] & { readonly hash: Buffer };

/** What a batch will write, worked out while the head is locked. */
class Planned {
  readonly rows: Inserted[] = [];
  readonly verdicts: Verdict[] = [];
  position: number;
  hash: Buffer;

  constructor(position: number, hash: Buffer) {
    this.position = position;
    this.hash = hash;
  }

  add(append: Append, at: Map<string, number>, known: Map<string, Stored>): void {
    const { stream, expected, events } = append;
    const actual = at.get(stream) ?? -1;
    const repeated = repeat(append, known);
    if (repeated) {
      this.verdicts.push({ append, result: repeated });
      return;
    }
    const matches = expected === 'any' || actual === (expected === 'no_stream' ? -1 : expected);
    if (!matches || events.some(({ event }) => known.has(event.id))) {
      this.verdicts.push({ append, error: new WrongExpectedRevision(stream, expected, actual) });
      return;
    }
    let revision = actual;
    for (const { event, dataText, metadataText } of events) {
      this.position += 1;
      revision += 1;
      const { id, type, schemaVersion } = event;
      const framed = { position: this.position, stream, revision, id, type, schemaVersion, dataText, metadataText };
      this.hash = link(this.hash, framed);
      this.rows.push({ ...framed, hash: this.hash });
      known.set(id, { id, stream, revision, position: this.position, type, data: dataText });
    }
    at.set(stream, revision);
    this.verdicts.push({ append, result: { revision, place: place(this.position), repeated: false } });
  }
}

/** The first result, where these very events stand where this append would have put them. */
function repeat({ stream, expected, events }: Append, known: ReadonlyMap<string, Stored>): AppendResult | null {
  const first = known.get(events[0]?.event.id ?? '');
  if (!first) return null;
  const start = expected === 'any' ? first.revision : expected === 'no_stream' ? 0 : expected + 1;
  const same = events.every(({ event, dataText }, i) => {
    const stored = known.get(event.id);
    return (
      stored?.stream === stream &&
      stored.revision === start + i &&
      stored.type === event.type &&
      stored.data === dataText
    );
  });
  const last = known.get(events.at(-1)?.event.id ?? '');
  return same && last ? { revision: last.revision, place: place(last.position), repeated: true } : null;
}
