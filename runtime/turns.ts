/** So long is a turn waited for at most (ms); then whoever waits goes on without it. */
const LONGEST_WAIT_MS = 1_000;

/**
 * Lets those of this process that want the same thing have it one after the other, in the order in which they came. It only
 * saves work: whoever has waited too long (the one before may hang) goes on all the same, and so do other processes.
 */
export class Turns {
  readonly #last = new Map<string, Promise<void>>();

  /** Waits for the turn; answers what ends it, which must be called whatever happens. */
  async take(name: string): Promise<() => void> {
    const before = this.#last.get(name);
    let end = () => {};
    const mine = new Promise<void>((resolve) => {
      end = resolve;
    });
    const last = before === undefined ? mine : before.then(() => mine);
    this.#last.set(name, last);
    if (before !== undefined) await settledOrLate(before);
    return () => {
      end();
      if (this.#last.get(name) === last) this.#last.delete(name);
    };
  }
}

function settledOrLate(before: Promise<void>): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, LONGEST_WAIT_MS);
    timer.unref();
    void before.then(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}
