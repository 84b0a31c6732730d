import type { Instant } from '#domain/kernel/time';
import { Courtesy } from './courtesy.ts';
import type { EffectRunner } from './effects.ts';
import type { EventStore } from './event-store.ts';
import type { JobRunner } from './jobs.ts';
import type { Projector } from './projector.ts';
import type { Leases, Pump } from './pump.ts';
import type { ReadModelStore } from './read-model.ts';
import type { SagaRunner } from './saga-runner.ts';
import type { TimerRunner } from './timers.ts';

export type RuntimeParts = {
  readonly store: EventStore;
  readonly readModels: ReadModelStore;
  readonly leases: Leases;
  readonly projector: Projector;
  readonly sagas: SagaRunner;
  readonly effects: EffectRunner;
  readonly timers: TimerRunner;
  readonly webhooks: Pump;
  readonly jobs: JobRunner;
};

/** Runs one thing at a time under its lease; a second caller waits for the first and then has its own turn. */
class Turnstile implements Pump {
  readonly name: string;
  readonly #pump: Pump;
  readonly #leases: Leases;
  readonly #exclusive: boolean;
  readonly #courtesy: Courtesy | null;
  readonly #isElsewhere: () => void;
  #last: Promise<unknown> = Promise.resolve();

  constructor(
    pump: Pump,
    leases: Leases,
    exclusive: boolean,
    courtesy: Courtesy | null = null,
    isElsewhere = () => {},
  ) {
    this.name = pump.name;
    this.#pump = pump;
    this.#leases = leases;
    this.#exclusive = exclusive;
    this.#courtesy = courtesy;
    this.#isElsewhere = isElsewhere;
  }

  runOnce(): Promise<boolean> {
    return this.#inTurn(async () => {
      await this.#courtesy?.turn();
      if (this.#exclusive && !(await this.#leases.hold(this.name))) {
        this.#isElsewhere();
        return false;
      }
      return this.#pump.runOnce();
    });
  }

  /** The same without the lease. Only for what is safe with two at it, whatever it may waste. */
  runAnyway(): Promise<boolean> {
    return this.#inTurn(() => this.#pump.runOnce());
  }

  #inTurn(work: () => Promise<boolean>): Promise<boolean> {
    const turn = this.#last.then(work);
    this.#last = turn.catch(() => undefined);
    return turn;
  }
}

/** Everything that moves by itself, in the order in which one thing leads to the next. */
export class Runtime {
  readonly parts: RuntimeParts;
  readonly pumps: readonly Pump[];
  readonly #projections: Turnstile;
  /** Whoever asks something goes before the steps of all but projections, which are what is asked for. */
  readonly courtesy = new Courtesy();

  constructor(parts: RuntimeParts) {
    this.parts = parts;
    const projector: Pump = { name: 'projections', runOnce: () => parts.projector.runOnce() };
    // Whoever projects elsewhere does not tell what he writes.
    const isElsewhere = () => parts.projector.changes.unknown();
    this.#projections = new Turnstile(projector, parts.leases, true, null, isElsewhere);
    this.pumps = [
      this.#projections,
      new Turnstile(parts.sagas, parts.leases, true, this.courtesy),
      new Turnstile(parts.timers, parts.leases, true, this.courtesy),
      new Turnstile(parts.webhooks, parts.leases, true, this.courtesy),
      new Turnstile(parts.effects, parts.leases, false, this.courtesy),
      new Turnstile(parts.jobs, parts.leases, true, this.courtesy),
    ];
  }

  /** Projects a page, where this process holds the lease for it. */
  project(): Promise<boolean> {
    return this.#projections.runOnce();
  }

  /** Projects a page whoever holds the lease: checkpoints are guarded, so one of two at it writes and the other nothing. */
  projectAnyway(): Promise<boolean> {
    return this.#projections.runAnyway();
  }

  /** Runs the pumps until none has anything left to do now. One that had nothing is asked again once another has worked. */
  async settle(): Promise<void> {
    let done = 0;
    const asked = new Map<Pump, number>();
    while (this.pumps.some((pump) => asked.get(pump) !== done)) {
      for (const pump of this.pumps) {
        if (asked.get(pump) === done) continue;
        while (await pump.runOnce()) done += 1;
        asked.set(pump, done);
      }
    }
  }

  /** The next instant at which a timer, an effect's retry or a job comes due; null where nothing waits. */
  async nextDue(): Promise<Instant | null> {
    const { timers, effects, jobs } = this.parts;
    const due = [await timers.nextDue(), await effects.nextDue(), await jobs.nextDue()];
    return due.filter((at) => typeof at === 'string').sort()[0] ?? null;
  }
}
