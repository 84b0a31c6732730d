import { createInMemoryEventStore } from '#adapters/event-store/in-memory';
import { createInMemoryPersonalData } from '#adapters/personal-data';
import { createInMemoryReadModels } from '#adapters/read-model-in-memory';
import type { System } from '#app/system';
import { type Instant, instantOf, plusMinutes } from '#domain/kernel/time';
import type { FactContent, FactData, FactType } from '#domain/platform/fact';
import { TestClock } from '#runtime/clock';
import { createInMemoryIds } from '#runtime/ids';
import type { Cause } from '#runtime/metadata';
import { uuidFrom } from '#runtime/random';
import { testProof } from '#test/support/proof';
import { Chance } from './chance.ts';
import { Outside } from './outside.ts';
import { type Booted, boot, Crashed, type CrashOdds, type Disk, type Guard } from './process.ts';

/** Begins shortly before a month's end, so that every history crosses one. */
const FOUNDED = Date.UTC(2026, 5, 26, 8);
/** After so many crashes a process is left alone, so that every history ends. */
const MAX_CRASHES = 60;

function diskAt(clock: TestClock): Disk {
  const store = createInMemoryEventStore();
  const personal = createInMemoryPersonalData();
  const proof = testProof(store, clock);
  return { store, readModels: createInMemoryReadModels(), ids: createInMemoryIds(), personal, proof };
}

type Op = (system: System, cause: Cause) => Promise<unknown>;

/** One process after another on one disk, as crashes will have it, with a caller who asks again until answered. */
export abstract class Life {
  readonly seed: number;
  readonly #without: Guard | null;
  protected readonly chance: Chance;
  protected readonly clock = new TestClock(instantOf(FOUNDED));
  protected readonly disk: Disk = diskAt(this.clock);
  protected readonly outside: Outside;
  protected readonly odds: CrashOdds;
  #process: Booted | null = null;
  #boots = 0;
  #commands = 0;

  constructor(seed: number, without: Guard | null, crashOdds: readonly number[]) {
    this.seed = seed;
    this.#without = without;
    this.chance = new Chance(seed);
    this.outside = new Outside(this.chance, this.clock);
    const odds = this.chance.pick(crashOdds);
    this.odds = { before: odds * this.chance.next(), after: odds };
  }

  get crashes(): number {
    return Math.max(0, this.#boots - 1);
  }

  protected async facts(...facts: readonly (readonly [FactType, FactData])[]): Promise<void> {
    const contents: FactContent[] = facts.map(([type, data]) => ({
      source: 'core',
      fact_id: `f${this.#commands++}`,
      type,
      time: this.clock.now(),
      data,
    }));
    await this.command((system, cause) => system.commands.facts.receive(contents, cause));
  }

  /** A caller who was not answered asks again, under the same id. */
  protected command(op: Op): Promise<unknown> {
    const id = uuidFrom('command', this.seed, this.#commands++);
    const cause: Cause = { commandId: id, correlationId: id, causationId: id, actor: { kind: 'admin', id: 1 } };
    return this.survive((system) => op(system, cause));
  }

  protected settled(): Promise<unknown> {
    return this.survive((system) => system.runtime.settle());
  }

  protected async pass(to: Instant): Promise<void> {
    for (let steps = 0; steps < 2000; steps++) {
      const due = (await this.survive(async (system) => {
        await system.runtime.settle();
        return system.runtime.nextDue();
      })) as Instant | null;
      if (due === null || due > to) break;
      // Something still due although all is settled waits for the machinery's next look.
      this.clock.set(due > this.clock.now() ? due : plusMinutes(this.clock.now(), 1));
    }
    if (to > this.clock.now()) this.clock.set(to);
    await this.settled();
  }

  private async survive(work: (system: System) => Promise<unknown>): Promise<unknown> {
    for (;;) {
      try {
        return await work((await this.alive()).system);
      } catch (error) {
        if (!(error instanceof Crashed) && !this.#process?.crashes()) throw error;
        this.#process = null;
      }
    }
  }

  protected async alive(): Promise<Booted> {
    while (this.#process === null) {
      this.#boots += 1;
      if (this.#boots > MAX_CRASHES) this.odds.before = this.odds.after = 0;
      try {
        this.#process = await boot(
          this.disk,
          this.outside,
          this.clock,
          instantOf(FOUNDED),
          this.chance,
          this.odds,
          this.#without,
          this.seed * 1000 + this.#boots,
        );
      } catch (error) {
        if (!(error instanceof Crashed)) throw error;
      }
    }
    return this.#process;
  }
}
