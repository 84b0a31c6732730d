import type pg from 'pg';
import { migrate } from '#adapters/postgres';
import type { Instant } from '#domain/kernel/time';
import { spelling } from '#domain/kernel/web-address';
import type { Clock } from '#runtime/clock';

export type FaultMode = 'down' | 'slow' | 'refuse' | 'lose_answer' | 'half_answer' | 'off';

/** What a stand-in truly did, whatever its caller was told. */
export type LedgerEntry = {
  readonly provider: string;
  readonly operation: string;
  readonly reference?: string;
  readonly idempotency_key?: string;
  readonly request: unknown;
  readonly outcome: string;
  /** In the provider's own unit: units for Ahrefs, US dollars as decimal text elsewhere. */
  readonly charged?: string;
};
export type LedgerRow = LedgerEntry & { readonly at: Instant };
export type SandboxPage = {
  readonly url: string;
  readonly status: number;
  readonly html: string;
  readonly redirect_to: string | null;
};

export type SandboxState = Awaited<ReturnType<typeof createSandboxState>>;

/** What the stand-ins of a sandbox know and did: tables beside the product, which survive it and which its processes share. */
export async function createSandboxState(pool: pg.Pool, clock: Clock) {
  await migrate(pool, [
    'CREATE SCHEMA IF NOT EXISTS sandbox',
    'CREATE TABLE IF NOT EXISTS sandbox.faults (provider text PRIMARY KEY, mode text NOT NULL, times integer)',
    `CREATE TABLE IF NOT EXISTS sandbox.ledger (
       n bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, provider text NOT NULL, operation text NOT NULL, reference text,
       idempotency_key text, at timestamptz NOT NULL, request json NOT NULL, outcome text NOT NULL, charged text)`,
    'CREATE INDEX IF NOT EXISTS ledger_provider ON sandbox.ledger (provider, n)',
    'CREATE INDEX IF NOT EXISTS ledger_reference ON sandbox.ledger (reference)',
    `CREATE TABLE IF NOT EXISTS sandbox.pages (
       url text PRIMARY KEY, status integer NOT NULL, html text NOT NULL, redirect_to text)`,
    `CREATE TABLE IF NOT EXISTS sandbox.index_truth (
       url text PRIMARY KEY, indexed boolean NOT NULL, from_at timestamptz)`,
  ]);

  return {
    now: () => clock.now(),
    /** The fault that this call meets, used up by one. */
    async fault(provider: string): Promise<FaultMode> {
      const { rows } = await pool.query<{ mode: FaultMode }>(
        `UPDATE sandbox.faults SET times = times - 1 WHERE provider = $1 AND mode <> 'off' AND (times IS NULL OR times > 0) RETURNING mode`,
        [provider],
      );
      return rows[0]?.mode ?? 'off';
    },
    async setFault(provider: string, mode: FaultMode, times: number | null): Promise<void> {
      await pool.query(
        'INSERT INTO sandbox.faults VALUES ($1, $2, $3) ON CONFLICT (provider) DO UPDATE SET mode = excluded.mode, times = excluded.times',
        [provider, mode, times],
      );
    },
    async record(entry: LedgerEntry): Promise<void> {
      await pool.query(
        `INSERT INTO sandbox.ledger (provider, operation, reference, idempotency_key, at, request, outcome, charged)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [
          entry.provider,
          entry.operation,
          entry.reference ?? null,
          entry.idempotency_key ?? null,
          clock.now(),
          JSON.stringify(entry.request),
          entry.outcome,
          entry.charged ?? null,
        ],
      );
    },
    /** Oldest first; of one provider, or of all of them. */
    async ledger(provider?: string): Promise<LedgerRow[]> {
      const { rows } = await pool.query<Record<keyof LedgerRow, unknown>>(
        `SELECT provider, operation, reference, idempotency_key, at, request, outcome, charged FROM sandbox.ledger
         WHERE $1::text IS NULL OR provider = $1 ORDER BY n`,
        [provider ?? null],
      );
      return rows.map((row) => Object.fromEntries(Object.entries(row).filter(([, v]) => v !== null)) as LedgerRow);
    },
    async setPage({ url, status, html, redirect_to }: SandboxPage): Promise<void> {
      await pool.query(
        `INSERT INTO sandbox.pages VALUES ($1, $2, $3, $4) ON CONFLICT (url) DO UPDATE
         SET status = excluded.status, html = excluded.html, redirect_to = excluded.redirect_to`,
        [spelling(url), status, html, redirect_to],
      );
    },
    async page(url: string): Promise<SandboxPage | null> {
      return (
        (await pool.query<SandboxPage>('SELECT * FROM sandbox.pages WHERE url = $1', [spelling(url)])).rows[0] ?? null
      );
    },
    /** Pages whose HTML names that domain. */
    async pagesLinkingTo(domain: string): Promise<{ url: string; status: number }[]> {
      const { rows } = await pool.query<{ url: string; status: number }>(
        'SELECT url, status FROM sandbox.pages WHERE position($1 IN html) > 0 ORDER BY url',
        [`//${domain}`],
      );
      return rows;
    },
    async setIndexed(url: string, indexed: boolean, from: Instant | null): Promise<void> {
      await pool.query(
        'INSERT INTO sandbox.index_truth VALUES ($1, $2, $3) ON CONFLICT (url) DO UPDATE SET indexed = excluded.indexed, from_at = excluded.from_at',
        [spelling(url), indexed, from],
      );
    },
    /** Which of these are in the index now. */
    async indexed(urls: readonly string[]): Promise<ReadonlySet<string>> {
      const { rows } = await pool.query<{ url: string }>(
        'SELECT url FROM sandbox.index_truth WHERE url = ANY($1) AND indexed AND (from_at IS NULL OR from_at <= $2)',
        [urls.map(spelling), clock.now()],
      );
      const known = new Set(rows.map(({ url }) => url));
      return new Set(urls.filter((url) => known.has(spelling(url))));
    },
  };
}
