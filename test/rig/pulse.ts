import { setTimeout as pause } from 'node:timers/promises';

/** So often is it looked how long nothing takes, in milliseconds. */
const EVERY_MS = 50;
/** A machine that is busy excuses no more than this, in milliseconds: what blocks the process for longer is its own doing. */
const MOST_MS = 2_500;

type Beat = { readonly from: number; readonly to: number };

/**
 * How long a process and whoever asks it take for nothing at all: `/healthz` waits for no database. What is late there
 * is the machine's doing, so an answer that must come by a certain time may be as late as that.
 */
export class Pulse {
  readonly #beats: Beat[] = [];
  readonly #ended = new AbortController();
  readonly #beating: Promise<unknown>;

  constructor(url: string) {
    this.#beating = this.#beat(`${url}/healthz`);
  }

  async #beat(url: string): Promise<void> {
    const { signal } = this.#ended;
    while (!signal.aborted) {
      const from = performance.now();
      // One that has ended takes its time as well.
      await fetch(url, { signal })
        .then((answer) => answer.text())
        .catch(() => undefined);
      this.#beats.push({ from, to: performance.now() });
      await pause(EVERY_MS, undefined, { signal }).catch(() => undefined);
    }
  }

  /** Of the time between two readings of `performance.now()`, how many milliseconds went to nothing; see `MOST_MS`. */
  lost(from: number, to: number): number {
    const within = this.#beats.filter((beat) => beat.to > from && beat.from < to);
    const lost = within.reduce((sum, beat) => sum + Math.min(beat.to, to) - Math.max(beat.from, from), 0);
    return Math.min(MOST_MS, lost);
  }

  async stop(): Promise<void> {
    this.#ended.abort();
    await this.#beating;
  }
}
