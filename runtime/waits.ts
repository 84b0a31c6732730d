/** So long (ms) may a single thing be waited for without its counting. */
const LONG_MS = 1_000;
/** What was waited for that long still counts for so long (ms) after it came: the next wait has only begun. */
const LATELY_MS = 1_000;

/** Something that is being waited for. */
export type Wait = {
  /** It came, and the next one of its kind is waited for from now on. */
  renew(): void;
  end(): void;
};

type Open = { since: number };

/** Of those who queue for the same thing: while any of them gets it, it is only that there are many. */
export type Queue = {
  begin(): { end(): void };
  /** For as long as `work` takes. */
  of<T>(work: Promise<T>): Promise<T>;
};

/**
 * What this process waits for: connections, statements, appends, read models. A wait has its own limit where it is made; what
 * several of them one after the other come to is seen here, for whoever has promised an answer by a certain time.
 */
export class Waits {
  readonly #now: () => number;
  /** Oldest first. */
  readonly #open = new Set<Open>();
  #lastLong = Number.NEGATIVE_INFINITY;

  /** `nowMs` reads a clock that only goes forward; one that stands while this process does (`listeningClock`). */
  constructor(nowMs: () => number) {
    this.#now = nowMs;
  }

  begin(): Wait {
    let open: Open | undefined;
    const end = () => {
      if (!open || !this.#open.delete(open)) return;
      const now = this.#now();
      if (now - open.since >= LONG_MS) this.#lastLong = now;
    };
    const renew = () => {
      end();
      open = { since: this.#now() };
      this.#open.add(open);
    };
    renew();
    return { renew, end };
  }

  /** A queue is one wait, as long as anybody is in it, and renewed whenever somebody leaves. */
  queue(): Queue {
    let [waiting, wait] = [0, this.begin()];
    wait.end();
    const begin = () => {
      if (waiting++ === 0) wait = this.begin();
      let there = true;
      const end = () => {
        if (!there) return;
        there = false;
        if (--waiting === 0) wait.end();
        else wait.renew();
      };
      return { end };
    };
    const of = async <T>(work: Promise<T>): Promise<T> => {
      const mine = begin();
      try {
        return await work;
      } finally {
        mine.end();
      }
    };
    return { begin, of };
  }

  /** Whether something is waited for that does not come, or came only a moment ago and late. */
  isHeldUp(): boolean {
    const now = this.#now();
    const [oldest] = this.#open;
    return (oldest !== undefined && now - oldest.since >= LONG_MS) || now - this.#lastLong < LATELY_MS;
  }
}
