import type { Instant } from '#domain/kernel/time';
import type { Clock } from './clock.ts';
import type { EventCodec } from './event-codec.ts';
import { type EventStore, type JsonObject, WrongExpectedRevision } from './event-store.ts';
import { TIMERS, type TimerRow } from './machinery-tables.ts';
import { metadata, metadataOf } from './metadata.ts';
import type { Pump } from './pump.ts';
import type { QuietLook } from './quiet-look.ts';
import { uuidFrom } from './random.ts';
import type { ReadModelStore } from './read-model.ts';
import { timerStream } from './saga.ts';
import { type TypedTables, typed } from './table-reads.ts';

export type TimerRunnerOptions = {
  readonly store: EventStore;
  readonly readModels: ReadModelStore;
  readonly codec: EventCodec;
  readonly clock: Clock;
  /** Spares looks that would find nothing; without it every look asks. */
  readonly quiet?: QuietLook;
};

/**
 * Turns due rows into events, each in a stream of its own. A timer fires once each time it is set, whoever sees it due:
 * one that is set again under its old name and time after it has fired fires again.
 */
export class TimerRunner implements Pump {
  readonly name = 'timers';
  readonly #options: TimerRunnerOptions;
  /** Settings that have fired as far as this process knows, though the row may not be gone yet. */
  readonly #fired = new Set<string>();

  constructor(options: TimerRunnerOptions) {
    this.#options = options;
  }

  async runOnce(): Promise<boolean> {
    const { clock, quiet } = this.#options;
    if (quiet?.holds(clock.now())) return false;
    const changes = quiet?.changes();
    const rows = this.#rows();
    const isDue = { due_at: { lte: clock.now() } };
    const due = await rows.find(TIMERS, isDue, { orderBy: ['due_at', 'timer_id'], limit: 500 });
    const waiting = new Set(due.map(settingOf));
    for (const setting of this.#fired) if (!waiting.has(setting)) this.#fired.delete(setting);
    const fresh = due.filter((row) => !this.#fired.has(settingOf(row)));
    for (const row of fresh) await this.#fire(row);
    if (changes !== undefined && due.length === 0) quiet?.nothing(changes, await this.#first());
    return fresh.length > 0;
  }

  /** When the next one comes due; null where none waits. */
  async nextDue(): Promise<Instant | null> {
    const known = this.#options.quiet?.until(this.#options.clock.now());
    return known === undefined ? this.#first() : known.due;
  }

  async #first(): Promise<Instant | null> {
    const [first] = await this.#rows().find(TIMERS, {}, { orderBy: ['due_at'], limit: 1 });
    return first?.due_at ?? null;
  }

  #rows(): TypedTables {
    return typed(this.#options.readModels.tables('live'));
  }

  async #fire(row: TimerRow): Promise<void> {
    const { store, codec } = this.#options;
    const { timer_id: id, saga, instance, name, due_at } = row;
    const data: JsonObject = { timer_id: id, saga, instance, name, due_at };
    const commandId = uuidFrom('timer-fired', id, row.cause.id);
    const event = { id: commandId, type: 'TimerFired', schemaVersion: codec.version('TimerFired'), data };
    for (let expected: number | 'no_stream' = 'no_stream'; ; ) {
      try {
        await store.append(timerStream(id), expected, [{ ...event, metadata: this.#metadata(row, commandId) }]);
        break;
      } catch (error) {
        if (!(error instanceof WrongExpectedRevision)) throw error;
      }
      const history = await store.readStream(timerStream(id));
      if (history.some((fired) => metadataOf(fired).causation_id === row.cause.id)) break;
      expected = history.at(-1)?.revision ?? 'no_stream';
    }
    this.#fired.add(settingOf(row));
  }

  #metadata(row: TimerRow, commandId: string): JsonObject {
    const now = this.#options.clock.now();
    const { id: causationId, correlation_id: correlationId, account_id: accountId, site_id: siteId } = row.cause;
    const actor = { kind: 'timer' as const, id: row.name };
    return metadata({ commandId, correlationId, causationId, actor, accountId, siteId }, now, now);
  }
}

/** One timer may be set more than once: only what set it tells its firings apart. */
const settingOf = (row: TimerRow): string => `${row.timer_id} ${row.cause.id}`;
