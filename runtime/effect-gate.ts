import type { Instant } from '#domain/kernel/time';
import type { Clock } from './clock.ts';
import { EFFECTS, type EffectRow } from './machinery-tables.ts';
import type { Pace, Rate } from './pace.ts';
import type { ReadTables } from './read-model.ts';
import type { WhereOf } from './table.ts';
import { typed } from './table-reads.ts';

/** How often a kind of effect may call its receiver; `calls` where one effect, or one batch, makes more than one. */
export type Pacing = { readonly receiver: string; readonly rate: Rate; readonly calls?: number };

/**
 * Lets effects through as their receivers' rates allow. A kind whose receiver has had enough waits
 * until it may go on, without an attempt being made and without keeping other kinds from their turn.
 */
export class EffectGate {
  readonly #pace: Pace;
  readonly #clock: Clock;
  readonly #pacing: ReadonlyMap<string, Pacing>;
  readonly #kinds: readonly string[];
  readonly #closed = new Map<string, Instant>();

  constructor(pace: Pace, clock: Clock, kinds: readonly string[], pacing: ReadonlyMap<string, Pacing>) {
    this.#pace = pace;
    this.#clock = clock;
    this.#kinds = kinds;
    this.#pacing = pacing;
  }

  /** Condition on rows that may go now; none where every kind may. */
  open(): { readonly kind?: { readonly in: readonly string[] } } {
    const now = this.#clock.now();
    for (const [kind, until] of this.#closed) if (until <= now) this.#closed.delete(kind);
    return this.#closed.size === 0 ? {} : { kind: { in: this.#kinds.filter((kind) => !this.#closed.has(kind)) } };
  }

  /** True where the call may be made now; it is counted then. */
  async pass(kind: string): Promise<boolean> {
    const pacing = this.#pacing.get(kind);
    if (!pacing) return true;
    const until = await this.#pace.take(pacing.receiver, pacing.rate, this.#clock.now(), pacing.calls);
    if (until !== null) this.#closed.set(kind, until);
    return until === null;
  }

  /** When the next effect may be carried out; null where none waits. */
  async nextDue(rows: ReadTables): Promise<Instant | null> {
    const waiting = { status: { in: ['requested', 'retrying'] } } as const;
    const first = async (where: WhereOf<typeof EFFECTS>) =>
      (await typed(rows).find(EFFECTS, { ...waiting, ...where }, { orderBy: ['next_attempt_at'], limit: 1 }))[0];
    const dues = [dueOf(await first(this.open()))];
    for (const [kind, until] of this.#closed) {
      const due = dueOf(await first({ kind }));
      dues.push(due === null || due > until ? due : until);
    }
    return dues.filter((due) => due !== null).sort()[0] ?? null;
  }
}

const dueOf = (row: EffectRow | undefined): Instant | null => row?.next_attempt_at ?? null;
