import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { letTakeItsTime } from '#adapters/postgres';
import { names } from './ddl.ts';

/** At most one notice in this time tells the other processes of new events. */
const COALESCE_MS = 25;
const RECONNECT_MS = 1000;

/**
 * Wakes subscribers: those of this process directly, those of others by a coalesced notice from
 * a connection of its own. Never from inside an append's transaction: NOTIFY takes a
 * database-wide lock at commit. Polling covers every notice that is lost.
 */
export class Wakeups {
  readonly #pool: pg.Pool;
  readonly #channel: string;
  readonly #listen: boolean;
  readonly #origin = randomUUID();
  readonly #waiting = new Set<() => void>();
  #counter = 0;
  #outside = 0;
  #listener: pg.PoolClient | undefined;
  #retry: NodeJS.Timeout | undefined;
  #coalescing: NodeJS.Timeout | undefined;
  #unsaid: number | undefined;
  #notice: Promise<void> = Promise.resolve();
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
  /** Grows with every wake-up that may tell of what others have written, or that nobody here knows of. */
  get outside(): number {
    return this.#outside;
  }
  get closed(): boolean {
    return this.#closed;
  }

  /** Listens on a connection of its own, and again whenever it is lost. */
  async start(): Promise<void> {
    if (!this.#listen || this.#closed) return;
    let client: pg.PoolClient | undefined;
    try {
      client = await this.#pool.connect();
      const mine = client;
      letTakeItsTime(client);
      client.on('error', (error) => this.#lost(mine, error));
      client.on('end', () => this.#lost(mine));
      client.on('notification', ({ payload }) => {
        if (!payload?.startsWith(this.#origin)) this.#wakeFromOutside();
      });
      this.#listener = client;
      await client.query(`LISTEN "${this.#channel}"`);
      this.#wakeFromOutside(); // Whatever was missed meanwhile.
      if (this.#closed) this.#lost(client);
    } catch (error) {
      if (client) this.#lost(client, error as Error);
      else this.#startLater();
    }
  }

  #lost(client: pg.PoolClient, error?: Error): void {
    if (this.#listener !== client) return;
    this.#listener = undefined;
    client.release(error ?? true);
    this.#startLater();
  }

  #startLater(): void {
    if (this.#closed) return;
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => void this.start(), RECONNECT_MS);
    this.#retry.unref();
  }

  announce(position: number): void {
    this.#wake();
    if (!this.#listen || this.#closed) return;
    this.#unsaid = position;
    if (this.#coalescing) return;
    this.#say();
    this.#coalescing = setTimeout(() => {
      this.#coalescing = undefined;
      if (this.#unsaid !== undefined) this.announce(this.#unsaid);
    }, COALESCE_MS);
  }

  #say(): void {
    const payload = `${this.#origin}:${this.#unsaid}`;
    this.#unsaid = undefined;
    // A notice is a commit; it does not wait for the disk, for the poll makes up for a lost one.
    const text = `SELECT set_config('synchronous_commit', 'off', true), pg_notify($1, $2)`;
    this.#notice = this.#pool.query(text, [this.#channel, payload]).then(
      () => undefined,
      () => undefined,
    );
  }

  /** Waits for a wake-up after `seen`, the poll interval, or the end; whichever comes first. False where it was the interval. */
  async wait(seen: number, signal: AbortSignal, pollMs: number): Promise<boolean> {
    if (this.#counter !== seen || signal.aborted || this.#closed) return true;
    return new Promise<boolean>((resolve) => {
      const end = (woken: boolean) => {
        clearTimeout(timer);
        this.#waiting.delete(done);
        signal.removeEventListener('abort', done);
        resolve(woken);
      };
      const done = () => end(true);
      const timer = setTimeout(() => end(false), pollMs);
      this.#waiting.add(done);
      signal.addEventListener('abort', done);
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#coalescing);
    clearTimeout(this.#retry);
    this.#wake();
    const listener = this.#listener;
    this.#listener = undefined;
    listener?.release(true);
    await this.#notice;
  }

  #wakeFromOutside(): void {
    this.#outside += 1;
    this.#wake();
  }

  #wake(): void {
    this.#counter += 1;
    for (const done of [...this.#waiting]) done();
  }
}
