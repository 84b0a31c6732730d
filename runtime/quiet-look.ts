import type { Instant } from '#domain/kernel/time';
import type { Writes } from './read-model.ts';

/** So long is a look that found nothing believed, in milliseconds: what other processes write is seen after that at the latest. */
const BELIEVED_MS = 250;

/** How often the rows of tables changed, as far as the process that projects them knows. */
export class TableChanges {
  readonly #tables = new Map<string, number>();
  #elsewhere = 0;

  wrote({ put, remove }: Writes): void {
    for (const name of [...put.keys(), ...remove.keys()]) this.#tables.set(name, (this.#tables.get(name) ?? 0) + 1);
  }
  /** Somebody else has written: it may have been anything. */
  unknown(): void {
    this.#elsewhere += 1;
  }
  of(table: string): number {
    return this.#elsewhere + (this.#tables.get(table) ?? 0);
  }
}

/**
 * Whoever looks for due rows after every event mostly finds none. A look that found nothing is not repeated while it would find
 * nothing again: until rows of its table change, the first of them comes due, or a moment has passed.
 */
export class QuietLook {
  readonly #changes: () => number;
  readonly #monotonicMs: () => number;
  #nothing: { readonly changes: number; readonly until: Instant | null; readonly at: number } | null = null;

  constructor(changes: () => number, monotonicMs: () => number) {
    this.#changes = changes;
    this.#monotonicMs = monotonicMs;
  }

  /** To be taken before a look: what changes meanwhile makes its answer doubtful. */
  changes(): number {
    return this.#changes();
  }

  /** A look has found nothing that is due before `until`; null: nothing at all. */
  nothing(changes: number, until: Instant | null): void {
    this.#nothing = { changes, until, at: this.#monotonicMs() };
  }

  /** Whether a look would find nothing that is due by now. */
  holds(now: Instant): boolean {
    const { changes, until, at } = this.#nothing ?? {};
    if (at === undefined || changes !== this.#changes() || this.#monotonicMs() - at >= BELIEVED_MS) return false;
    return until === null || until === undefined || until > now;
  }

  /** When the first comes due, where that is known; null: nothing waits. */
  until(now: Instant): { readonly due: Instant | null } | undefined {
    return this.holds(now) ? { due: this.#nothing?.until ?? null } : undefined;
  }
}
