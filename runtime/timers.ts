import type { Clock } from './clock.ts';
import type { EventCodec } from './event-codec.ts';
import { type EventStore, type JsonObject, WrongExpectedRevision } from './event-store.ts';
import { TIMERS } from './machinery-tables.ts';
import { metadata } from './metadata.ts';
import type { Pump } from './pump.ts';
import { uuidFrom } from './random.ts';
import type { ReadModelStore, Row } from './read-model.ts';
import { timerStream } from './saga.ts';

export type TimerRunnerOptions = {
  readonly store: EventStore;
  readonly readModels: ReadModelStore;
  readonly codec: EventCodec;
  readonly clock: Clock;
};

/** Turns due rows into events, each in a stream of its own, so a timer fires once whoever sees it due. */
export class TimerRunner implements Pump {
  readonly name = 'timers';
  readonly #options: TimerRunnerOptions;
  /** Fired by this process, though the row may not be gone yet. */
  readonly #fired = new Set<string>();

  constructor(options: TimerRunnerOptions) {
    this.#options = options;
  }

  async runOnce(): Promise<boolean> {
    const { readModels, clock } = this.#options;
    const due = await readModels
      .tables('live')
      .find(TIMERS, { due_at: { lte: clock.now() } }, { orderBy: ['due_at', 'timer_id'], limit: 500 });
    const ids = new Set(due.map((row) => String(row.timer_id)));
    for (const id of this.#fired) if (!ids.has(id)) this.#fired.delete(id);
    const fresh = due.filter((row) => !this.#fired.has(String(row.timer_id)));
    for (const row of fresh) await this.#fire(row);
    return fresh.length > 0;
  }

  async #fire(row: Row): Promise<void> {
    const { store, codec, clock } = this.#options;
    const id = String(row.timer_id);
    const cause = row.cause as {
      id: string;
      correlation_id: string;
      account_id: number | null;
      site_id: number | null;
    };
    const now = clock.now();
    const data: JsonObject = {
      timer_id: id,
      saga: row.saga ?? null,
      instance: row.instance ?? null,
      name: row.name ?? null,
      due_at: row.due_at ?? null,
    };
    const commandId = uuidFrom('timer-fired', id);
    const origin = {
      commandId,
      correlationId: cause.correlation_id,
      causationId: cause.id,
      actor: { kind: 'timer' as const, id: String(row.name) },
      accountId: cause.account_id,
      siteId: cause.site_id,
    };
    try {
      const event = {
        id: commandId,
        type: 'TimerFired',
        schemaVersion: codec.version('TimerFired'),
        data,
        metadata: metadata(origin, now, now),
      };
      await store.append(timerStream(id), 'no_stream', [event]);
    } catch (error) {
      if (!(error instanceof WrongExpectedRevision)) throw error;
    }
    this.#fired.add(id);
  }
}
