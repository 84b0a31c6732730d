import type { Projector } from './projector.ts';

export type ArrivalsOptions = {
  readonly projector: Pick<Projector, 'position' | 'look' | 'watch'>;
  /** Projects a page in this process whoever holds the lease; true where there was something to do. */
  readonly help: () => Promise<boolean>;
  /** The end of the log now. */
  readonly head: () => Promise<number>;
  readonly monotonicMs: () => number;
  /** Resolves after so many milliseconds. */
  readonly pause?: (ms: number) => Promise<void>;
};

type Waiter = { readonly position: number; readonly done: (reached: boolean) => void };
type Notice = { position: number; readonly at: number };

/** How often the database is asked how far the read models are, while somebody waits and no step of this process tells. */
const LOOK_EVERY_MS = 25;
/** Read models that have not moved for so long while somebody waits are moved by this process. */
const HELP_AFTER_MS = 300;
/** So far behind may read models be at any time: what is looked up in them is as of a moment ago. */
const MOMENT_MS = 500;
/** Notices that lie closer together count as one, and more than so many are not kept. */
const NOTICE_EVERY_MS = 50;
const MOST_NOTICES = 100;

const slept = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/**
 * Where everybody waits who needs the read models to have got somewhere. However many wait, one of them asks: the
 * database is looked at once a round, and each is told when its own position is reached and not before.
 */
export class Arrivals {
  readonly #options: ArrivalsOptions;
  readonly #waiters = new Set<Waiter>();
  /** What is known to be in the log and not yet known to be shown, oldest first, with when it was heard of. */
  #notices: Notice[] = [];
  readonly #changes = new Set<() => void>();
  #looking: Promise<void> | null = null;
  #lookedAt = Number.NEGATIVE_INFINITY;
  #running = false;
  #helping = false;
  #moves = 0;
  #movedAt = Number.NEGATIVE_INFINITY;

  constructor(options: ArrivalsOptions) {
    this.#options = options;
    options.projector.watch(() => this.#moved());
  }

  /** The position of the read models as last seen; looks again beside, where that is long ago. For who looks now and then. */
  current(): number {
    if (this.#options.monotonicMs() - this.#lookedAt >= MOMENT_MS) this.#look().catch(() => undefined);
    return this.#options.projector.position();
  }

  /** Told of every position that this process knows to be in the log. */
  noticed(position: number): void {
    if (position <= (this.#notices.at(-1)?.position ?? this.#options.projector.position())) return;
    const at = this.#options.monotonicMs();
    const last = this.#notices.at(-1);
    if (last && (at - last.at < NOTICE_EVERY_MS || this.#notices.length >= MOST_NOTICES)) last.position = position;
    else this.#notices.push({ position, at });
  }

  /** True once the read models are there; false after `timeoutMs`, and they may still come. */
  waitFor(position: number, timeoutMs: number): Promise<boolean> {
    this.noticed(position);
    if (this.#options.projector.position() >= position) return Promise.resolve(true);
    return new Promise((resolve) => {
      const done = (reached: boolean) => {
        clearTimeout(timer);
        this.#waiters.delete(waiter);
        resolve(reached);
      };
      const timer = setTimeout(() => done(false), timeoutMs);
      const waiter = { position, done };
      this.#waiters.add(waiter);
      if (!this.#running) void this.#attend();
    });
  }

  /**
   * True where the read models show what was in the log a moment ago, after waiting for it where they do not. What a
   * decision looks up in them is then no older than that.
   */
  async fresh(timeoutMs: number): Promise<boolean> {
    if (this.#late() === undefined) return true;
    await this.#look();
    const late = this.#late();
    return late === undefined || this.waitFor(late.position, timeoutMs);
  }

  /**
   * Whether what was looked up at `since` (a position of the read models) was all that the log tells. `behind`: it was
   * not, and they have not caught up within `timeoutMs`; `caught_up`: it was not, and now it is worth another look.
   */
  async sinceThen(since: number, timeoutMs: number): Promise<'complete' | 'caught_up' | 'behind'> {
    const head = await this.#options.head();
    if (since >= head) return 'complete';
    return (await this.waitFor(head, timeoutMs)) ? 'caught_up' : 'behind';
  }

  /** Resolves when the read models have moved on, and after `timeoutMs` in any case. */
  change(timeoutMs: number): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        this.#changes.delete(done);
        resolve();
      };
      const timer = setTimeout(done, timeoutMs);
      this.#changes.add(done);
    });
  }

  /** The newest of what has been in the log for longer than a moment and is not shown. */
  #late(): Notice | undefined {
    const position = this.#options.projector.position();
    this.#notices = this.#notices.filter((notice) => notice.position > position);
    const before = this.#options.monotonicMs() - MOMENT_MS;
    return this.#notices.findLast(({ at }) => at <= before);
  }

  #moved(): void {
    this.#moves += 1;
    this.#movedAt = this.#options.monotonicMs();
    const position = this.#options.projector.position();
    for (const waiter of [...this.#waiters]) if (waiter.position <= position) waiter.done(true);
    for (const tell of [...this.#changes]) tell();
  }

  /** One for all who wait, for as long as anybody does. */
  async #attend(): Promise<void> {
    const { monotonicMs, pause = slept } = this.#options;
    this.#running = true;
    const began = monotonicMs();
    while (this.#waiters.size > 0) {
      const moves = this.#moves;
      await pause(LOOK_EVERY_MS);
      // A step of this process has told by itself how far they are.
      if (this.#moves > moves || this.#waiters.size === 0) continue;
      await this.#look().catch(() => undefined); // Who waits is told by the clock.
      if (monotonicMs() - Math.max(began, this.#movedAt) >= HELP_AFTER_MS) void this.#help();
    }
    this.#running = false;
  }

  #look(): Promise<void> {
    this.#looking ??= this.#options.projector.look().finally(() => {
      this.#lookedAt = this.#options.monotonicMs();
      this.#looking = null;
    });
    return this.#looking;
  }

  /** Whoever ought to project does not: it is done here, until it is done or nobody waits any more. */
  async #help(): Promise<void> {
    if (this.#helping) return;
    this.#helping = true;
    try {
      while (this.#waiters.size > 0 && (await this.#options.help()));
    } catch {
      // The pump itself meets the same trouble, and tells.
    } finally {
      this.#helping = false;
    }
  }
}
