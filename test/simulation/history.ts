import { createInMemoryEventStore } from '#adapters/event-store/in-memory';
import { createInMemoryReadModels } from '#adapters/read-model-in-memory';
import type { FactContent, FactData, FactType } from '#domain/fact';
import type { AccountId, SiteId, SubscriptionId } from '#domain/kernel/ids';
import { type Instant, instantOf, plusHours, plusMinutes } from '#domain/kernel/time';
import { TestClock } from '#runtime/clock';
import { createInMemoryIds } from '#runtime/ids';
import type { Cause } from '#runtime/metadata';
import { uuidFrom } from '#runtime/random';
import type { System } from '#system';
import { Chance } from './chance.ts';
import { violations } from './invariants.ts';
import { NO_FAULTS, Outside } from './outside.ts';
import { type Booted, boot, Crashed, type CrashOdds, type Disk, type Guard } from './process.ts';

export type Verdict = {
  readonly seed: number;
  readonly crashes: number;
  readonly events: number;
  readonly broken: readonly string[];
};

/** Begins shortly before a month's end, so that every history crosses one. */
const FOUNDED = Date.UTC(2026, 5, 26, 8);
/** After so many crashes a process is left alone, so that every history ends. */
const MAX_CRASHES = 60;

/** One history from a seed: clients come, connect, are written for, pause and leave, while everything fails at any await. */
export async function simulate(seed: number, without: Guard | null = null): Promise<Verdict> {
  const history = new History(seed, without);
  try {
    await history.run();
    return await history.verdict();
  } catch (error) {
    return {
      seed,
      crashes: history.crashes,
      events: 0,
      broken: [error instanceof Error ? (error.stack ?? error.message) : String(error)],
    };
  }
}

type Op = (system: System, cause: Cause) => Promise<unknown>;

class History {
  readonly #seed: number;
  readonly #without: Guard | null;
  readonly #chance: Chance;
  readonly #clock = new TestClock(instantOf(FOUNDED));
  readonly #disk: Disk = {
    store: createInMemoryEventStore(),
    readModels: createInMemoryReadModels(),
    ids: createInMemoryIds(),
  };
  readonly #outside: Outside;
  readonly #odds: CrashOdds;
  #process: Booted | null = null;
  #boots = 0;
  #commands = 0;
  /** Subscriptions whose creation was acknowledged, by site. */
  readonly #acknowledged = new Map<number, SubscriptionId>();

  constructor(seed: number, without: Guard | null) {
    this.#seed = seed;
    this.#without = without;
    this.#chance = new Chance(seed);
    this.#outside = new Outside(this.#chance);
    const odds = this.#chance.pick([0, 0.002, 0.01, 0.03]);
    this.#odds = { before: odds * this.#chance.next(), after: odds };
    const some = (rate: number) => (this.#chance.happens(0.5) ? rate * this.#chance.next() : 0);
    this.#outside.faults = {
      mailDown: some(0.6),
      mailLost: some(0.5),
      platformDown: some(0.6),
      platformLost: some(0.6),
    };
  }

  async run(): Promise<void> {
    const clients = 1 + this.#chance.below(2);
    for (let n = 1; n <= clients; n++) await this.#client(n);
    for (let day = 0; day < 2 + this.#chance.below(5); day++) {
      await this.#pass(plusHours(this.#clock.now(), 6 + this.#chance.below(40)));
      for (let n = 1; n <= clients; n++) await this.#something(n);
    }
    await this.#heal(clients);
  }

  get crashes(): number {
    return Math.max(0, this.#boots - 1);
  }

  async verdict(): Promise<Verdict> {
    const { system } = await this.#alive();
    const broken = await violations(system, this.#disk, this.#outside, this.#acknowledged);
    const { position } = await this.#disk.store.head();
    return { seed: this.#seed, crashes: this.crashes, events: position, broken };
  }

  async #client(n: number): Promise<void> {
    const account = { account_id: n, name: `Client ${n}`, email: `client${n}@example.com`, plan: 'scale' };
    const site = { site_id: n * 10, account_id: n, domain: `site${n}.example` };
    const early = this.#chance.happens(0.3);
    await this.#facts(
      ...(early
        ? [['SiteRegistered', site] as const, ['AccountRegistered', account] as const]
        : [['AccountRegistered', account] as const, ['SiteRegistered', site] as const]),
    );
    if (this.#chance.happens(0.6))
      await this.#facts(['SiteIntegrationConnected', { site_id: n * 10, platform: 'wordpress' }]);
    if (this.#chance.happens(0.6)) await this.#facts(['BlueprintGenerated', { site_id: n * 10, blueprint_id: n }]);
    const tier = this.#chance.pick(['lite', 'pro'] as const);
    const wanted = {
      accountId: n as AccountId,
      siteId: (n * 10) as SiteId,
      tier,
      accountManagerId: null,
      given: {},
      monthlyPrice: null,
      overrideReason: null,
      mayOverride: true,
      createdBy: null,
    };
    await this.#settled();
    const made = (await this.#command((system, cause) => system.commands.subscriptions.create(wanted, cause))) as {
      ok: boolean;
      id?: SubscriptionId;
    };
    if (made.ok && made.id) this.#acknowledged.set(n * 10, made.id);
  }

  async #something(n: number): Promise<void> {
    const id = this.#acknowledged.get(n * 10);
    const site = { site_id: n * 10 };
    if (id === undefined) return;
    const run = (command: Parameters<System['commands']['subscriptions']['run']>[1]) =>
      this.#command((system, cause) => system.commands.subscriptions.run(id, command, cause));
    const roll = this.#chance.next();
    if (roll < 0.2) await this.#facts(['SiteIntegrationConnected', { ...site, platform: 'wordpress' }]);
    else if (roll < 0.4) await this.#facts(['BlueprintGenerated', { ...site, blueprint_id: n }]);
    else if (roll < 0.6)
      await this.#facts([
        'ArticlePublished',
        { ...site, content_id: 1 + this.#chance.below(20), type: 'post', published_at: this.#clock.now() },
      ]);
    else if (roll < 0.7) await run({ type: 'Pause', reason: 'simulated' });
    else if (roll < 0.8) await run({ type: 'Resume' });
    else if (roll < 0.85) await run({ type: 'Cancel', reason: null });
    else if (roll < 0.95) await run({ type: 'RequestOnboarding' });
  }

  /** No more trouble: everything that was left open must come to its end within days. */
  async #heal(clients: number): Promise<void> {
    this.#outside.faults = NO_FAULTS;
    this.#odds.before = 0;
    this.#odds.after = 0;
    for (let n = 1; n <= clients; n++) {
      await this.#facts(
        ['SiteIntegrationConnected', { site_id: n * 10, platform: 'wordpress' }],
        ['BlueprintGenerated', { site_id: n * 10, blueprint_id: n }],
      );
    }
    await this.#pass(plusHours(this.#clock.now(), 24));
    for (const id of this.#acknowledged.values())
      await this.#command((system, cause) =>
        system.commands.subscriptions.run(id, { type: 'RequestOnboarding' }, cause),
      );
    await this.#pass(plusHours(this.#clock.now(), 24));
  }

  async #facts(...facts: readonly (readonly [FactType, FactData])[]): Promise<void> {
    const contents: FactContent[] = facts.map(([type, data]) => ({
      source: 'core',
      fact_id: `f${this.#commands++}`,
      type,
      time: this.#clock.now(),
      data,
    }));
    await this.#command((system, cause) => system.commands.facts.receive(contents, cause));
  }

  /** A caller who was not answered asks again, under the same id. */
  #command(op: Op): Promise<unknown> {
    const id = uuidFrom('command', this.#seed, this.#commands++);
    const cause: Cause = { commandId: id, correlationId: id, causationId: id, actor: { kind: 'admin', id: 1 } };
    return this.#survive((system) => op(system, cause));
  }

  #settled(): Promise<unknown> {
    return this.#survive((system) => system.runtime.settle());
  }

  async #pass(to: Instant): Promise<void> {
    for (let steps = 0; steps < 2000; steps++) {
      const due = (await this.#survive(async (system) => {
        await system.runtime.settle();
        return system.runtime.nextDue();
      })) as Instant | null;
      if (due === null || due > to) break;
      // Something still due although all is settled waits for the machinery's next look.
      this.#clock.set(due > this.#clock.now() ? due : plusMinutes(this.#clock.now(), 1));
    }
    if (to > this.#clock.now()) this.#clock.set(to);
    await this.#settled();
  }

  async #survive(work: (system: System) => Promise<unknown>): Promise<unknown> {
    for (;;) {
      try {
        return await work((await this.#alive()).system);
      } catch (error) {
        if (!(error instanceof Crashed) && !this.#process?.crashes()) throw error;
        this.#process = null;
      }
    }
  }

  async #alive(): Promise<Booted> {
    while (this.#process === null) {
      this.#boots += 1;
      if (this.#boots > MAX_CRASHES) this.#odds.before = this.#odds.after = 0;
      try {
        this.#process = await boot(
          this.#disk,
          this.#outside,
          this.#clock,
          instantOf(FOUNDED),
          this.#chance,
          this.#odds,
          this.#without,
          this.#seed * 1000 + this.#boots,
        );
      } catch (error) {
        if (!(error instanceof Crashed)) throw error;
      }
    }
    return this.#process;
  }
}
