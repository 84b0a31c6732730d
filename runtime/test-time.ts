import type { Instant } from '#domain/kernel/time';
import type { TestClock } from './clock.ts';
import { START } from './event-store.ts';
import { EFFECTS, TIMERS } from './machinery-tables.ts';
import type { Runtime } from './runtime.ts';
import { sagaRouting } from './saga-runner.ts';
import { typed } from './table-reads.ts';

export type Ran = { readonly timers: number; readonly jobs: number; readonly effects: number; readonly events: number };

export type TestTimeOptions = {
  readonly runtime: Runtime;
  readonly clock: TestClock;
  /** Makes the new time last, before anything acts on it. */
  readonly setClock: (to: Instant) => Promise<void>;
  readonly pause: (ms: number) => Promise<void>;
  /** What else has to be done before all is at rest; answers whether anything was. */
  readonly besides?: (() => Promise<boolean>) | undefined;
};

/** How often to look whether another process has done its part, and how often at most. */
const LOOK_MS = 20;
const LOOKS = 3000;

/** Lets time pass in a sandbox: from one due thing to the next, everything settled in between. */
export class TestTime {
  readonly #options: TestTimeOptions;
  #last: Promise<unknown> = Promise.resolve();

  constructor(options: TestTimeOptions) {
    this.#options = options;
  }

  /** One advance at a time; a second one goes on from where the first ended. */
  advance(to: Instant): Promise<Ran> {
    const turn = this.#last.then(() => this.#advance(to));
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  async #advance(to: Instant): Promise<Ran> {
    const { runtime, clock } = this.#options;
    const before = await runtime.parts.store.head();
    await this.#settle();
    for (let due = await runtime.nextDue(); due !== null && due <= to; due = await runtime.nextDue()) {
      if (due > clock.now()) await this.#set(due);
      await this.#settle();
    }
    if (to > clock.now()) await this.#set(to);
    await this.#settle();
    return this.#count(before);
  }

  async #set(to: Instant): Promise<void> {
    await this.#options.setClock(to);
    this.#options.clock.set(to);
  }

  async #settle(): Promise<void> {
    for (let look = 0; look < LOOKS; look++) {
      await this.#options.runtime.settle();
      if (await this.#options.besides?.()) continue;
      if (await this.#isIdle()) return;
      await this.#options.pause(LOOK_MS);
    }
    throw new Error('the system did not come to rest');
  }

  /** Nothing to project, to react to, to call or to run; whichever process would do it. */
  async #isIdle(): Promise<boolean> {
    const { runtime, clock } = this.#options;
    const { store, readModels, projector } = runtime.parts;
    const head = await store.head();
    const sagas = (await readModels.checkpoint(sagaRouting.name, 'live'))?.place ?? START;
    if (sagas.position < head.position) return false;
    await projector.refresh();
    if (projector.position() < head.position) return false;
    const rows = typed(readModels.tables('live'));
    const now = clock.now();
    const [timer] = await rows.find(TIMERS, { due_at: { lte: now } }, { limit: 1 });
    const effect = await runtime.parts.effects.nextDue();
    const [calling] = await rows.find(EFFECTS, { status: 'in_flight' }, { limit: 1 });
    const job = await runtime.parts.jobs.nextDue();
    return !timer && (effect === null || effect > now) && !calling && (job === null || job > now);
  }

  async #count(before: Awaited<ReturnType<Runtime['parts']['store']['head']>>): Promise<Ran> {
    const ran = { timers: 0, jobs: 0, effects: 0, events: 0 };
    for (let after = before; ; ) {
      const page = await this.#options.runtime.parts.store.readAll({ after, limit: 1000 });
      for (const { type } of page.events) {
        ran.events += 1;
        if (type === 'TimerFired') ran.timers += 1;
        if (type === 'JobFinished') ran.jobs += 1;
        if (type === 'EffectSucceeded') ran.effects += 1;
      }
      if (page.caughtUp) return ran;
      after = page.next;
    }
  }
}
