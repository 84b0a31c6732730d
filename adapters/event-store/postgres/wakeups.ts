import type pg from 'pg';
import { names } from './ddl.ts';

/** Notices go out this long after the first append they tell of, so that many share one. */
const COALESCE_MS = 10;

/**
 * Wakes subscribers: those of this process directly, those of others by a coalesced notice from
 * a connection of its own. Never from inside an append's transaction: NOTIFY takes a
 * database-wide lock at commit. Polling covers every notice that is lost.
 */
export class Wakeups {
  readonly #pool: pg.Pool;
  readonly #channel: string;
  readonly #listen: boolean;
  readonly #waiting = new Set<() => void>();
  #counter = 0;
  #listener: pg.PoolClient | undefined;
  #notice: ReturnType<typeof setTimeout> | undefined;
  #closed = false;

  constructor(pool: pg.Pool, schema: string, listen: boolean) {
    this.#pool = pool;
    this.#channel = names(schema).channel;
    this.#listen = listen;
  }

  /** Grows with every wake-up: a reader that saw an older count has something to look for. */
  get counter(): number {
    return this.#counter;
  }
  get closed(): boolean {
    return this.#closed;
  }

  async start(): Promise<void> {
    if (!this.#listen || this.#closed) return;
    const client = await this.#pool.connect();
    const lost = (error?: Error) => {
      if (this.#listener !== client) return;
      this.#listener = undefined;
      client.release(error ?? true);
    };
    client.on('error', lost);
    client.on('end', () => lost());
    client.on('notification', () => this.#wake());
    this.#listener = client;
    await client.query(`LISTEN "${this.#channel}"`);
  }

  announce(position: number): void {
    this.#wake();
    if (!this.#listen || this.#closed) return;
    this.#notice ??= setTimeout(() => {
      this.#notice = undefined;
      this.#pool.query('SELECT pg_notify($1, $2)', [this.#channel, String(position)]).catch(() => undefined); // The poll makes up for it.
    }, COALESCE_MS);
  }

  /** Waits for a wake-up after `seen`, the poll interval, or the end; whichever comes first. */
  async wait(seen: number, signal: AbortSignal, pollMs: number): Promise<void> {
    if (this.#counter !== seen || signal.aborted || this.#closed) return;
    if (this.#listen && !this.#listener) await this.start().catch(() => undefined);
    await new Promise<void>((resolve) => {
      const done = () => {
        clearTimeout(timer);
        this.#waiting.delete(done);
        signal.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, pollMs);
      this.#waiting.add(done);
      signal.addEventListener('abort', done);
      if (this.#counter !== seen || signal.aborted) done();
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#notice);
    this.#wake();
    const listener = this.#listener;
    this.#listener = undefined;
    if (listener) listener.release(true);
  }

  #wake(): void {
    this.#counter += 1;
    for (const done of [...this.#waiting]) done();
  }
}
