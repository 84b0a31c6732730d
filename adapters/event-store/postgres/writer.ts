import type pg from 'pg';
import { isUnavailable } from '#adapters/postgres';
import { StoreUnavailable } from '#runtime/event-store';
import { hexes, integers, texts } from './binary-array.ts';
import { names } from './ddl.ts';
import { type Append, type Head, Planned, type Stored, wanted } from './planned.ts';
import { types } from './rows.ts';

/** A process that is stopped in the middle of a batch must not hold up the others for ever. */
const BEGIN = `BEGIN ISOLATION LEVEL READ COMMITTED;
  SET LOCAL idle_in_transaction_session_timeout = '3s'; SET LOCAL lock_timeout = '3s'`;

/**
 * Writes one batch in one transaction, in one of two ways. On trust: one call that moves the
 * head from where this process left it and so fails if anyone else wrote. Locked: the head row is
 * locked first, then the streams are looked at, then the same call writes.
 */
export class Writer {
  readonly #pool: pg.Pool;
  readonly #schema: string;
  readonly #writeSql: string;

  constructor(pool: pg.Pool, schema: string) {
    this.#pool = pool;
    this.#schema = schema;
    const parameters = Array.from({ length: 14 }, (_, i) => `$${i + 1}`);
    this.#writeSql = `SELECT ${names(schema).writeBatch}(${parameters}) AS written`;
  }

  /** The plan if it was carried out, null if what was trusted does not hold. */
  async onTrust(head: Head, batch: readonly Append[], last: ReadonlyMap<string, number>): Promise<Planned | null> {
    const planned = Planned.onTrust(head, batch, last);
    if (!planned) return null;
    return this.#with(async (client) => ((await this.#write(client, planned)) ? planned : null));
  }

  /** With `suspectAll` the ids of all appends are looked up, not only of those that do not fit their stream. */
  async locked(batch: readonly Append[], suspectAll: boolean): Promise<Planned> {
    return this.#with(async (client) => {
      await client.query(BEGIN);
      const planned = await this.#plan(client, batch, suspectAll);
      if (planned.rows.length > 0 && !(await this.#write(client, planned)))
        throw new Error('the head of the event store moved while it was locked');
      await client.query('COMMIT');
      return planned;
    });
  }

  async #with<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    const client = await this.#pool.connect();
    let broken: Error | undefined;
    const lost = (error: Error) => {
      broken = error;
    };
    client.on('error', lost);
    try {
      return await work(client);
    } catch (error) {
      if (isUnavailable(error)) broken = error as Error;
      else await client.query('ROLLBACK').catch(lost);
      throw error;
    } finally {
      client.off('error', lost);
      client.release(broken);
    }
  }

  async #plan(client: pg.PoolClient, batch: readonly Append[], suspectAll: boolean): Promise<Planned> {
    const streams = [...new Set(batch.map((append) => append.stream))];
    const { rows } = await client.query<{ last_position: number; last_hash: Buffer; revisions: number[] }>({
      name: `${this.#schema}.lock`,
      text: `SELECT * FROM ${names(this.#schema).lockHead}($1)`,
      values: [streams],
      types,
    });
    const [head] = rows;
    if (!head?.last_hash) throw new StoreUnavailable('the event store has no head');
    const at = new Map(streams.map((stream, i) => [stream, head.revisions[i] ?? -1]));
    const suspects = suspectAll
      ? batch
      : batch.filter(({ stream, expected }) => wanted(expected) !== (at.get(stream) ?? -1));
    const known = await this.#known(client, suspects);
    const planned = new Planned({ position: head.last_position, hash: head.last_hash.toString('hex') }, at, known);
    for (const append of batch) planned.add(append);
    return planned;
  }

  async #known(client: pg.PoolClient, suspects: readonly Append[]): Promise<Map<string, Stored>> {
    if (suspects.length === 0) return new Map();
    const { rows } = await client.query<Stored>({
      text: `SELECT id, stream, revision, position, type, data::text AS data FROM ${names(this.#schema).events}
             WHERE id = ANY($1)`,
      values: [hexes('uuid', 16, idsOf(suspects))],
      types,
    });
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** False where the head or a trusted revision was not what the plan took it for; nothing is written then. */
  async #write(client: pg.PoolClient, { before, after, trusted, rows }: Planned): Promise<boolean> {
    const { rows: answer } = await client.query<{ written: number }>({
      name: `${this.#schema}.write`,
      text: this.#writeSql,
      values: [
        before.position,
        Buffer.from(before.hash, 'hex'),
        after.position,
        Buffer.from(after.hash, 'hex'),
        texts(
          'text',
          trusted.map((event) => event.stream),
        ),
        integers(trusted.map((event) => event.revision)),
        texts(
          'text',
          rows.map((row) => row.stream),
        ),
        integers(rows.map((row) => row.revision)),
        hexes(
          'uuid',
          16,
          rows.map((row) => digits(row.id)),
        ),
        texts(
          'text',
          rows.map((row) => row.type),
        ),
        integers(rows.map((row) => row.schemaVersion)),
        texts(
          'json',
          rows.map((row) => row.dataText),
        ),
        texts(
          'json',
          rows.map((row) => row.metadataText),
        ),
        hexes(
          'bytea',
          32,
          rows.map((row) => row.hash),
        ),
      ],
    });
    return answer[0]?.written === rows.length;
  }
}

const digits = (uuid: string): string => uuid.replaceAll('-', '');
const idsOf = (appends: readonly Append[]): string[] =>
  appends.flatMap((append) => append.events.map(({ event }) => digits(event.id)));
