import { type Instant, plusMinutes } from '#domain/kernel/time';
import type { Clock } from './clock.ts';
import { EffectGate } from './effect-gate.ts';
import type { EffectCall, EffectHandler } from './effect-handler.ts';
import { address, failedLookUp, lostAnswer, type Outgoing, parked, succeeded, unknown } from './effect-outcomes.ts';
import type { EventCodec } from './event-codec.ts';
import { type EventStore, type JsonObject, type NewEvent, WrongExpectedRevision } from './event-store.ts';
import { EFFECTS, type EffectRow } from './machinery-tables.ts';
import { type Cause, metadata } from './metadata.ts';
import type { Pace } from './pace.ts';
import type { Leases, Pump } from './pump.ts';
import type { QuietLook } from './quiet-look.ts';
import { uuidFrom } from './random.ts';
import type { ReadModelStore } from './read-model.ts';
import { effectStream } from './saga.ts';
import type { WhereOf } from './table.ts';
import { type TypedTables, typed } from './table-reads.ts';

/** Minutes after which a failed attempt is made again; then it is parked. Source: spec 2.3. */
export const RETRY_MINUTES: readonly number[] = [1, 5, 30, 120, 720];
/** Outcomes of a batch that are written at the same time. */
const WRITES_AT_ONCE = 32;

export type EffectRunnerOptions = {
  readonly store: EventStore;
  readonly readModels: ReadModelStore;
  readonly codec: EventCodec;
  readonly clock: Clock;
  readonly leases: Leases;
  readonly worker: string;
  readonly handlers: Readonly<Record<string, EffectHandler>>;
  readonly pace: Pace;
  readonly concurrency?: number;
  /** Spares looks that would find nothing; without it every look asks. */
  readonly quiet?: QuietLook;
};

/**
 * Carries out what sagas asked for. The attempt is recorded at the exact revision before the
 * call is made, so of two workers one makes it, and after a crash it is known that it may have
 * been made. Nothing is ever guessed: a lost answer is re-sent, looked up, or left for people.
 */
export class EffectRunner implements Pump {
  readonly name = 'effects';
  readonly #options: EffectRunnerOptions;
  /** Revision that this process last wrote per effect: the rows may lag behind it. */
  readonly #written = new Map<string, number>();
  /** What this process is calling right now; its own unfinished attempts are not orphans. */
  readonly #calling = new Set<string>();

  readonly #gate: EffectGate;

  constructor(options: EffectRunnerOptions) {
    this.#options = options;
    const { pace, clock, handlers } = options;
    const paced = Object.entries(handlers).flatMap(([kind, { pacing }]) => (pacing ? [[kind, pacing] as const] : []));
    this.#gate = new EffectGate(pace, clock, Object.keys(handlers), new Map(paced));
  }

  async runOnce(): Promise<boolean> {
    const { concurrency = 8, handlers, quiet, clock } = this.#options;
    if (quiet?.holds(clock.now())) return false;
    const changes = quiet?.changes();
    const due = await this.#due(concurrency * 4, this.#gate.open());
    const inFlight = await this.#rows().find(EFFECTS, { status: 'in_flight' }, { limit: 200 });
    if (changes !== undefined && due.length + inFlight.length === 0) quiet?.nothing(changes, await this.#first());
    const lost = await this.#orphans(inFlight);
    const ready = [...lost, ...due].filter((row) => this.#isNews(row));
    const many = ready.find((row) => handlers[row.kind]?.callMany);
    const single = ready.filter((row) => !handlers[row.kind]?.callMany).slice(0, concurrency);
    const worked = await Promise.all([
      ...single.map((row) => this.#carryOut(row)),
      ...(many ? [this.#carryOutMany(many.kind)] : []),
    ]);
    return worked.some(Boolean);
  }

  /** When the next effect may be carried out; null where none waits. */
  async nextDue(): Promise<Instant | null> {
    const known = this.#options.quiet?.until(this.#options.clock.now());
    return known === undefined ? this.#first() : known.due;
  }

  #first(): Promise<Instant | null> {
    return this.#gate.nextDue(this.#options.readModels.tables('live'));
  }

  #rows(): TypedTables {
    return typed(this.#options.readModels.tables('live'));
  }

  #due(limit: number, more: WhereOf<typeof EFFECTS>): Promise<EffectRow[]> {
    const due = { next_attempt_at: { lte: this.#options.clock.now() }, ...more };
    const order = { orderBy: ['next_attempt_at', 'position'], limit } as const;
    return this.#rows().find(EFFECTS, { status: { in: ['requested', 'retrying'] }, ...due }, order);
  }

  /** Has an effect that was parked, or whose end is unknown, tried again. Null where it is neither; else the position. */
  retry(position: number, cause: Cause): Promise<number | null> {
    const may = ({ status, kind }: EffectRow) =>
      (status === 'parked' || status === 'unknown') && !this.#options.handlers[kind]?.final;
    return this.#byHand(position, may, (row) => ['EffectRetryRequested', address(row)], cause);
  }

  /** What was parked and somebody has done by hand: it counts as done, and whoever asked for it is told so. */
  settleByHand(position: number, note: string, cause: Cause): Promise<number | null> {
    const may = ({ status }: EffectRow) => status === 'parked';
    const done = (row: EffectRow) => succeeded(row, { by_hand: true, note });
    return this.#byHand(position, may, (row) => [done(row).type, done(row).data as JsonObject], cause);
  }

  async #byHand(
    position: number,
    may: (row: EffectRow) => boolean,
    event: (row: EffectRow) => readonly [type: string, data: JsonObject],
    cause: Cause,
  ): Promise<number | null> {
    const [row] = await this.#rows().find(EFFECTS, { position });
    if (!row || !may(row)) return null;
    const { store, codec, clock } = this.#options;
    const [type, data] = event(row);
    const meta = metadata({ ...this.#cause(row, cause.commandId), ...cause }, clock.now(), clock.now());
    const id = uuidFrom(type, cause.commandId);
    const events = [{ id, type, schemaVersion: codec.version(type), data, metadata: meta }];
    try {
      const stream = effectStream(row.effect_id);
      return (await store.append(stream, row.revision, events)).place.position;
    } catch (error) {
      // It has gone on since the row was written: it is no longer what was to be acted upon.
      if (error instanceof WrongExpectedRevision) return null;
      throw error;
    }
  }

  #isNews(row: EffectRow): boolean {
    const id = row.effect_id;
    const written = this.#written.get(id);
    if (written !== undefined && written <= row.revision) this.#written.delete(id);
    return !this.#calling.has(id) && (written === undefined || written <= row.revision);
  }

  async #orphans(inFlight: readonly EffectRow[]): Promise<EffectRow[]> {
    const orphans: EffectRow[] = [];
    for (const row of inFlight) {
      const { worker } = row;
      const dead =
        worker === this.#options.worker
          ? !this.#calling.has(row.effect_id)
          : worker === null || !(await this.#options.leases.isAlive(worker));
      if (dead) orphans.push(row);
    }
    return orphans;
  }

  async #carryOut(row: EffectRow): Promise<boolean> {
    const id = row.effect_id;
    this.#calling.add(id);
    try {
      const handler = this.#options.handlers[row.kind];
      if (!handler) return await this.#write(row, parked(row, `no handler for ${row.kind}`));
      if (!(await this.#gate.pass(row.kind))) return false;
      if (row.status === 'in_flight' || row.lost === true) return await this.#settle(row, handler);
      return await this.#attempt(row, handler);
    } finally {
      this.#calling.delete(id);
    }
  }

  /** As many of one internal kind as its handler takes in one go. */
  async #carryOutMany(kind: string): Promise<boolean> {
    const handler = this.#options.handlers[kind];
    const due = (await this.#due(handler?.batch ?? 100, { kind })).filter((row) => this.#isNews(row));
    if (!handler?.callMany || due.length === 0 || !(await this.#gate.pass(kind))) return false;
    const rows = due.map((row): EffectRow => ({ ...row, attempts: row.attempts + 1 }));
    const ids = rows.map((row) => row.effect_id);
    for (const id of ids) this.#calling.add(id);
    try {
      const calls = rows.map((row) => this.#call(row, row.attempts));
      const answers = await handler.callMany(calls).catch(lostAnswer);
      const trouble: PromiseSettledResult<boolean>[] = [];
      for (let from = 0; from < rows.length; from += WRITES_AT_ONCE) {
        const slice = rows.slice(from, from + WRITES_AT_ONCE);
        const writes = slice.map((row, index) => {
          const done = Array.isArray(answers) ? answers[from + index] : answers;
          if (done?.outcome === 'succeeded') return this.#write(row, succeeded(row, done.result));
          const { error = 'no answer', retry = true } = (done ?? {}) as { error?: string; retry?: boolean };
          return this.#write(row, this.#failed(row, error, retry));
        });
        // One that cannot be written keeps none of the others, which may have been paid for, from being so.
        trouble.push(...(await Promise.allSettled(writes)).filter(({ status }) => status === 'rejected'));
      }
      const [first] = trouble;
      if (first?.status === 'rejected') throw first.reason;
      return true;
    } finally {
      for (const id of ids) this.#calling.delete(id);
    }
  }

  /**
   * A call whose end nobody saw. One that certainly was not carried out is made at once, unless it is this pass that made
   * it: whatever loses every answer must not be asked again and again without a pause.
   */
  async #settle(
    row: EffectRow,
    handler: EffectHandler,
    made: { readonly error: string } | null = null,
  ): Promise<boolean> {
    if (handler.whenLost === 'resend') return this.#attempt(row, handler);
    if (handler.whenLost === 'leave' || !handler.lookUp)
      return this.#write(row, unknown(row, 'the answer was lost and the receiver cannot be asked'));
    const found = await handler.lookUp(this.#call(row, row.attempts)).catch(failedLookUp);
    if (found.outcome === 'not_done')
      return made ? this.#write(row, this.#failed(row, made.error, true)) : this.#attempt(row, handler);
    if (found.outcome === 'succeeded') return this.#write(row, succeeded(row, found.result));
    return this.#write(row, this.#failed(row, found.error, true, true));
  }

  async #attempt(row: EffectRow, handler: EffectHandler): Promise<boolean> {
    const attempt = row.attempts + 1;
    const numbered: EffectRow = { ...row, attempts: attempt };
    if (!handler.internal) {
      const begun = await this.#write(row, {
        type: 'EffectAttemptStarted',
        data: { ...address(row), attempt, worker: this.#options.worker },
      });
      if (!begun) return false;
    }
    const started: EffectRow = handler.internal
      ? numbered
      : { ...numbered, revision: row.revision + 1, attempted_at: this.#options.clock.now() };
    const done = await handler.call(this.#call({ ...row, attempted_at: null }, attempt)).catch(lostAnswer);
    if (done.outcome === 'succeeded') return this.#write(started, succeeded(started, done.result));
    if (done.outcome === 'failed') return this.#write(started, this.#failed(started, done.error, done.retry));
    if (handler.whenLost === 'resend' || handler.internal)
      return this.#write(started, this.#failed(started, done.error, true));
    if (handler.whenLost === 'look_up') return this.#settle(started, handler, done);
    return this.#write(started, unknown(started, done.error));
  }

  #failed(row: EffectRow, error: string, retry: boolean, lost = false): Outgoing {
    const minutes = RETRY_MINUTES[row.attempts - 1];
    if (!retry || minutes === undefined) return lost ? unknown(row, error) : parked(row, error);
    const next: Instant = plusMinutes(this.#options.clock.now(), minutes);
    return {
      type: 'EffectAttemptFailed',
      data: { ...address(row), attempt: row.attempts, error, next_attempt_at: next, lost },
    };
  }

  #call(row: EffectRow, attempt: number): EffectCall {
    const effectId = row.effect_id;
    return {
      effectId,
      name: row.name,
      key: row.key,
      payload: row.payload,
      attempt,
      attemptedAt: row.attempted_at ?? this.#options.clock.now(),
      cause: this.#cause(row, uuidFrom('effect-command', effectId)),
    };
  }

  #cause(row: EffectRow, commandId: string): Cause {
    const { request } = row;
    return {
      commandId,
      correlationId: request.correlation_id,
      causationId: request.id,
      actor: { kind: 'saga', id: row.saga },
      accountId: row.account_id,
      siteId: row.site_id,
      ...(request.traceparent === null ? {} : { traceparent: request.traceparent }),
    };
  }

  /** True where it was written; false where another worker had been there before. */
  async #write(row: EffectRow, event: Outgoing): Promise<boolean> {
    const { store, codec, clock } = this.#options;
    const { effect_id: id, revision } = row;
    const now = clock.now();
    const made: NewEvent = {
      id: uuidFrom('effect-event', id, revision + 1, event.type, this.#options.worker),
      type: event.type,
      schemaVersion: codec.version(event.type),
      data: event.data as unknown as JsonObject,
      metadata: metadata(this.#cause(row, uuidFrom('effect', id, revision + 1)), now, now),
    };
    try {
      await store.append(effectStream(id), revision === -1 ? 'no_stream' : revision, [made]);
      this.#written.set(id, revision + 1);
      return true;
    } catch (error) {
      if (!(error instanceof WrongExpectedRevision)) throw error;
      this.#written.set(id, Math.max(error.actual, revision + 1));
      return false;
    }
  }
}
