import { setTimeout as wait } from 'node:timers/promises';
import type { EventStoreDBClient } from '@eventstore/db-client';
import { StoreUnavailable } from '#runtime/event-store';
import type { Connection } from './connection.ts';
import { isTransient, Unanswered, unless } from './failures.ts';

type Logger = { warn(details: Readonly<Record<string, unknown>>, message: string): void };
type Sleep = (ms: number, signal?: AbortSignal) => Promise<void>;

export type CallOptions = {
  /** How long one call may take. */
  readonly deadlineMs: number;
  readonly maxAttempts: number;
  /** The pause before attempt 2, 3 …; jitter comes on top. */
  readonly backoffMs: (failures: number) => number;
  /** A number from 0 to 1. */
  readonly random: () => number;
  readonly sleep: Sleep;
  readonly logger: Logger | undefined;
};

export const defaultCalls: Omit<CallOptions, 'logger'> = {
  deadlineMs: 10_000,
  maxAttempts: 5,
  backoffMs: (failures) => Math.min(100 * 2 ** failures, 5_000),
  random: Math.random,
  sleep: async (ms, signal) => {
    await wait(ms, undefined, signal ? { signal } : {}).catch(() => undefined);
  },
};

/** Calls to the server with a bounded number of attempts. What is run must be safe to run again. */
export class Calls {
  readonly options: CallOptions;
  readonly #connection: Connection;
  readonly #closing: AbortSignal;

  constructor(connection: Connection, options: CallOptions, closing: AbortSignal) {
    this.#connection = connection;
    this.options = options;
    this.#closing = closing;
  }

  async run<T>(
    what: string,
    call: (client: EventStoreDBClient) => Promise<T>,
    attempts: number = this.options.maxAttempts,
  ): Promise<T> {
    for (let failures = 0; ; ) {
      if (this.#closing.aborted) throw new StoreUnavailable('the event store is closed');
      const { client, gone } = await this.#connection.current();
      try {
        return await unless(gone, what, call(client));
      } catch (error) {
        if (!isTransient(error)) throw error;
        failures += 1;
        // Only where nothing came back at all: the client itself follows a leader and reconnects.
        if (error instanceof Unanswered) this.#connection.retire(client);
        this.options.logger?.warn({ err: error, failures, what }, 'event store call failed');
        if (failures >= attempts) throw new StoreUnavailable(`${what}: ${String(error)}`, { cause: error });
        await this.pause(failures - 1, this.#closing);
      }
    }
  }

  /**
   * Waits before the next attempt, for one turn of the event loop at the least: a client that
   * has just failed closes its channel a little later, and a call begun between never settles.
   */
  async pause(failures: number, signal: AbortSignal): Promise<void> {
    await new Promise<void>((resolve) => setImmediate(resolve));
    const { backoffMs, random, sleep } = this.options;
    if (!signal.aborted) await sleep(backoffMs(failures) * (1 + random()), signal);
  }
}
