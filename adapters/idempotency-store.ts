import type pg from 'pg';
import type { Instant } from '#domain/kernel/time';
import { plusDays } from '#domain/kernel/time';
import { StoreUnavailable } from '#runtime/event-store';
import { isUnavailable, migrate, transaction } from './postgres.ts';

/** The answers' port is `api/http/deps.ts`; spelt out here, since adapters know nothing of the API. */
type StoredAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
};
type Begun =
  | { readonly kind: 'new'; readonly commandId: string }
  | { readonly kind: 'replay'; readonly response: StoredAnswer }
  | { readonly kind: 'mismatch' }
  | { readonly kind: 'running' };

type Row = {
  request_hash: string;
  state: 'running' | 'done';
  worker: string;
  status: number | null;
  headers: string | null;
  body: string | null;
};

export type IdempotencyOptions = {
  readonly pool: pg.Pool;
  /** Names this process in the claims it makes. */
  readonly worker: string;
  readonly clock: { now(): Instant };
  readonly newId: () => string;
  /** Whether the process that made a claim still lives; one that does not has its claims taken over at once. */
  readonly isAlive?: (worker: string) => Promise<boolean>;
  /** A claim that is older than this may be taken over all the same. */
  readonly leaseMs?: number;
  /** Keeps answers sealed where they lie: the one that issues a token holds its secret. */
  readonly cipher?: { seal(text: string): string; open(sealed: string): string };
};

export const RETENTION_DAYS = 30;
const LEASE_MS = 120_000;
/** Claims whose end could not be noted are remembered up to so many; the lease ends the others. */
const MAX_UNSETTLED = 10_000;

export const migrateIdempotency = (pool: pg.Pool): Promise<void> =>
  migrate(pool, [
    'CREATE SCHEMA IF NOT EXISTS runtime',
    `CREATE TABLE IF NOT EXISTS runtime.idempotency_keys (
       scope text NOT NULL,
       key text NOT NULL,
       request_hash text NOT NULL,
       command_id uuid NOT NULL,
       state text NOT NULL CHECK (state IN ('running', 'done')),
       worker text NOT NULL,
       leased_until timestamptz NOT NULL,
       status integer,
       headers text,
       body text,
       created_at timestamptz NOT NULL,
       PRIMARY KEY (scope, key))`,
    'CREATE INDEX IF NOT EXISTS idempotency_keys_created_at ON runtime.idempotency_keys (created_at)',
  ]);

/**
 * First answers by key, in Postgres. The primary key decides between simultaneous requests; the
 * lease is read off the database's clock, which every process shares and no test clock moves.
 */
export function createIdempotencyStore(options: IdempotencyOptions) {
  const { pool, worker, clock, newId, isAlive = async () => true, leaseMs = LEASE_MS, cipher } = options;
  const seal = (text: string | null) => (text === null || !cipher ? text : cipher.seal(text));
  const open = (text: string | null) => (text === null || !cipher ? text : cipher.open(text));
  const query = async <T extends pg.QueryResultRow>(text: string, values: readonly unknown[]) => {
    try {
      return await pool.query<T>(text, [...values]);
    } catch (error) {
      throw isUnavailable(error) ? new StoreUnavailable(String(error), { cause: error }) : error;
    }
  };
  const read = async (scope: string, key: string): Promise<Row | undefined> =>
    (
      await query<Row>(
        'SELECT request_hash, state, worker, status, headers, body FROM runtime.idempotency_keys WHERE scope = $1 AND key = $2',
        [scope, key],
      )
    ).rows[0];
  const answerOf = (row: Row): StoredAnswer => ({
    status: row.status ?? 200,
    headers: JSON.parse(row.headers ?? '{}') as Record<string, string>,
    body: open(row.body),
  });

  /** Ends the lease and nothing else: the command id is what recognises work that was half done. */
  const abandonBy = (holder: string, scope: string, key: string) =>
    query(
      `UPDATE runtime.idempotency_keys SET leased_until = '-infinity'
        WHERE scope = $1 AND key = $2 AND state = 'running' AND worker = $3`,
      [scope, key, holder],
    );

  const noteAnswer = (scope: string, key: string, { status, headers, body }: StoredAnswer) =>
    query(
      `UPDATE runtime.idempotency_keys SET state = 'done', status = $3, headers = $4, body = $5
        WHERE scope = $1 AND key = $2 AND state = 'running'`,
      [scope, key, status, JSON.stringify(headers), seal(body)],
    );

  /** Claims that requests of this process work under. */
  const held = new Set<string>();
  /** How claims of this process ended that the database did not hear of: it was away, and it may be back. */
  const unsettled = new Map<string, () => Promise<unknown>>();
  const nameOf = (scope: string, key: string): string => JSON.stringify([scope, key]);
  const remember = (name: string, note: () => Promise<unknown>): void => {
    if (unsettled.size < MAX_UNSETTLED) unsettled.set(name, note);
  };

  async function settle(scope: string, key: string, note: () => Promise<unknown>): Promise<void> {
    const name = nameOf(scope, key);
    held.delete(name);
    unsettled.delete(name);
    try {
      await note();
    } catch (error) {
      remember(name, note);
      throw error;
    }
  }

  async function begin(scope: string, key: string, requestHash: string): Promise<Begun> {
    const name = nameOf(scope, key);
    const late = unsettled.get(name);
    if (late) await settle(scope, key, late);
    try {
      const begun = await claim(scope, key, requestHash);
      if (begun.kind === 'new') held.add(name);
      return begun;
    } catch (error) {
      // The claim may have been made and its answer lost; nobody works under it.
      if (isUnavailable(error) && !held.has(name)) remember(name, () => abandonBy(worker, scope, key));
      throw error;
    }
  }

  async function claim(scope: string, key: string, requestHash: string): Promise<Begun> {
    for (;;) {
      const claimed = await query<{ command_id: string }>(
        `INSERT INTO runtime.idempotency_keys
           (scope, key, request_hash, command_id, state, worker, leased_until, created_at)
         VALUES ($1, $2, $3, $4, 'running', $5, clock_timestamp() + $6 * interval '1 millisecond', $7)
         ON CONFLICT DO NOTHING RETURNING command_id`,
        [scope, key, requestHash, newId(), worker, leaseMs, clock.now()],
      );
      if (claimed.rows[0]) return { kind: 'new', commandId: claimed.rows[0].command_id };
      // The row lock lets one of several take a claim over; the others then see its new lease.
      const taken = await query<{ command_id: string }>(
        `UPDATE runtime.idempotency_keys
            SET worker = $4, leased_until = clock_timestamp() + $5 * interval '1 millisecond'
          WHERE scope = $1 AND key = $2 AND request_hash = $3 AND state = 'running' AND leased_until <= clock_timestamp()
          RETURNING command_id`,
        [scope, key, requestHash, worker, leaseMs],
      );
      if (taken.rows[0]) return { kind: 'new', commandId: taken.rows[0].command_id };
      const row = await read(scope, key);
      if (!row) continue; // Purged in between.
      if (row.request_hash !== requestHash) return { kind: 'mismatch' };
      if (row.state === 'done') return { kind: 'replay', response: answerOf(row) };
      if (await isAlive(row.worker)) return { kind: 'running' };
      await abandonBy(row.worker, scope, key);
    }
  }

  return {
    begin,
    async find(scope: string, key: string, requestHash: string): Promise<StoredAnswer | null> {
      const row = await read(scope, key);
      return row && row.state === 'done' && row.request_hash === requestHash ? answerOf(row) : null;
    },
    /** The first answer stays: one that comes after it, from a claim taken over, is dropped. */
    async finish(scope: string, key: string, answer: StoredAnswer): Promise<void> {
      await settle(scope, key, () => noteAnswer(scope, key, answer));
    },
    async abandon(scope: string, key: string): Promise<void> {
      await settle(scope, key, () => abandonBy(worker, scope, key));
    },
    /** Forgets what is older than 30 days, but nothing that is still running. Answers how many. */
    async purge(now: Instant): Promise<number> {
      const before = `${plusDays(now.slice(0, 10) as never, -RETENTION_DAYS)}${now.slice(10)}`;
      const text = `DELETE FROM runtime.idempotency_keys
        WHERE created_at < $1 AND (state = 'done' OR leased_until <= clock_timestamp())`;
      const gone = await transaction(pool, (client) => client.query(text, [before]), { patient: true });
      return gone.rowCount ?? 0;
    },
  };
}

/** The same in memory, for tests and simulation. */
export function createInMemoryIdempotencyStore(newId: () => string) {
  type Entry = { requestHash: string; commandId: string; state: 'running' | 'free' | 'done'; response?: StoredAnswer };
  const entries = new Map<string, Entry>();
  const at = (scope: string, key: string) => entries.get(JSON.stringify([scope, key]));
  return {
    async begin(scope: string, key: string, requestHash: string): Promise<Begun> {
      const known = at(scope, key);
      if (!known) {
        const commandId = newId();
        entries.set(JSON.stringify([scope, key]), { requestHash, commandId, state: 'running' });
        return { kind: 'new', commandId };
      }
      if (known.requestHash !== requestHash) return { kind: 'mismatch' };
      if (known.response) return { kind: 'replay', response: known.response };
      if (known.state === 'running') return { kind: 'running' };
      known.state = 'running';
      return { kind: 'new', commandId: known.commandId };
    },
    async find(scope: string, key: string, requestHash: string): Promise<StoredAnswer | null> {
      const known = at(scope, key);
      return known?.requestHash === requestHash ? (known.response ?? null) : null;
    },
    async finish(scope: string, key: string, response: StoredAnswer): Promise<void> {
      const known = at(scope, key);
      if (known?.state === 'running') Object.assign(known, { state: 'done', response });
    },
    async abandon(scope: string, key: string): Promise<void> {
      const known = at(scope, key);
      if (known?.state === 'running') known.state = 'free';
    },
  };
}
