import { setMaxListeners } from 'node:events';
import type { EventStore, Page, Place } from './event-store.ts';
import { isUnavailable } from './event-store.ts';
import type { Pump } from './pump.ts';

export type BackgroundOptions = {
  readonly store: EventStore;
  readonly pumps: readonly Pump[];
  /** Of these, the names of those that never rest: requests wait for what they do. */
  readonly restless?: ReadonlySet<string>;
  /** How often a pump looks by itself, for what no event tells: time passing, another process gone. */
  readonly pollMs: number;
  /** Sees every page of the log as it comes, and behind what place, before the pumps are woken. */
  readonly onPage?: (page: Page, after: Place) => void;
  /** Until the next page nothing is seen. */
  readonly onLost?: () => void;
  readonly onError: (pump: string, error: unknown) => void;
};

/** Keeps every pump going: at once after each event, by itself now and then, with back-off after trouble. */
export class Background {
  readonly #options: BackgroundOptions;
  readonly #stop = new AbortController();
  readonly #waiting = new Set<() => void>();
  #loops: Promise<unknown>[] = [];
  #quiet: Promise<unknown> | null = null;
  readonly #working = new Set<Promise<unknown>>();
  #wakes = 0;

  constructor(options: BackgroundOptions) {
    this.#options = options;
    // Every pump that rests listens for the end.
    setMaxListeners(0, this.#stop.signal);
  }

  async start(): Promise<void> {
    const after = await this.#options.store.head();
    this.#loops = [this.#listen(after), ...this.#options.pumps.map((pump) => this.#loop(pump))];
  }

  /** Has every pump look now. */
  wake(): void {
    this.#wakes += 1;
    for (const wake of [...this.#waiting]) wake();
  }

  /**
   * Runs `work` while no pump looks by itself, but those that never rest; for whoever drives them all, since two that
   * look for the same things ask everything twice. One at a time; pumps that are at something finish it first.
   */
  async whileQuiet<T>(work: () => Promise<T>): Promise<T> {
    while (this.#quiet !== null) await this.#quiet;
    const done = Promise.allSettled(this.#working).then(work);
    this.#quiet = done.then(
      () => undefined,
      () => undefined,
    );
    try {
      return await done;
    } finally {
      this.#quiet = null;
      this.wake();
    }
  }

  /** Lets every pump finish what it is at. */
  async stop(): Promise<void> {
    this.#stop.abort();
    this.wake();
    await Promise.allSettled(this.#loops);
  }

  async #loop(pump: Pump): Promise<void> {
    let trouble = 0;
    while (!this.#stop.signal.aborted) {
      try {
        while (this.#quiet !== null && !this.#options.restless?.has(pump.name)) await this.#quiet;
        const wakes = this.#wakes;
        const worked = await this.#run(pump);
        trouble = 0;
        // What came while it looked may not have been seen.
        if (!worked && wakes === this.#wakes) await this.#wait(this.#options.pollMs);
      } catch (error) {
        trouble += 1;
        this.#options.onError(pump.name, error);
        // Where only the store was away, it is gone on with as soon as it is back.
        const longest = isUnavailable(error) ? 1_000 : 10_000;
        await this.#wait(Math.min(longest, 100 * 2 ** trouble), false);
      }
    }
  }

  async #run(pump: Pump): Promise<boolean> {
    const working = pump.runOnce();
    if (this.#options.restless?.has(pump.name)) return working;
    this.#working.add(working);
    try {
      return await working;
    } finally {
      this.#working.delete(working);
    }
  }

  async #listen(after: Awaited<ReturnType<EventStore['head']>>): Promise<void> {
    let place = after;
    while (!this.#stop.signal.aborted) {
      try {
        for await (const page of this.#options.store.subscribe({ after: place, signal: this.#stop.signal })) {
          this.#options.onPage?.(page, place);
          place = page.next;
          this.wake();
        }
      } catch (error) {
        this.#options.onLost?.();
        this.#options.onError('wake-ups', error);
        await this.#wait(1000, false);
      }
    }
  }

  #wait(ms: number, wakeable = true): Promise<void> {
    if (this.#stop.signal.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        this.#waiting.delete(done);
        this.#stop.signal.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, ms);
      if (wakeable) this.#waiting.add(done);
      this.#stop.signal.addEventListener('abort', done);
    });
  }
}
