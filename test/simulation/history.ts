import type { System } from '#app/system';
import type { AccountId, SiteId, SubscriptionId } from '#domain/kernel/ids';
import { plusHours } from '#domain/kernel/time';
import { violations } from './invariants.ts';
import { Life } from './life.ts';
import { NO_FAULTS } from './outside.ts';
import type { Guard } from './process.ts';

export type Verdict = {
  readonly seed: number;
  readonly crashes: number;
  readonly events: number;
  readonly broken: readonly string[];
};

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

class History extends Life {
  /** Subscriptions whose creation was acknowledged, by site. */
  readonly #acknowledged = new Map<number, SubscriptionId>();

  constructor(seed: number, without: Guard | null) {
    super(seed, without, [0, 0.002, 0.01, 0.03]);
    const some = (rate: number) => (this.chance.happens(0.5) ? rate * this.chance.next() : 0);
    this.outside.faults = {
      mailDown: some(0.6),
      mailLost: some(0.5),
      platformDown: some(0.6),
      platformLost: some(0.6),
    };
  }

  async run(): Promise<void> {
    const clients = 1 + this.chance.below(2);
    for (let n = 1; n <= clients; n++) await this.#client(n);
    for (let day = 0; day < 2 + this.chance.below(5); day++) {
      await this.pass(plusHours(this.clock.now(), 6 + this.chance.below(40)));
      for (let n = 1; n <= clients; n++) await this.#something(n);
    }
    await this.#heal(clients);
  }

  async verdict(): Promise<Verdict> {
    const { system } = await this.alive();
    const broken = await violations(system, this.disk, this.outside, this.#acknowledged);
    const { position } = await this.disk.store.head();
    return { seed: this.seed, crashes: this.crashes, events: position, broken };
  }

  async #client(n: number): Promise<void> {
    const account = { account_id: n, name: `Client ${n}`, email: `client${n}@example.com`, plan: 'scale' };
    const site = { site_id: n * 10, account_id: n, domain: `site${n}.example` };
    const early = this.chance.happens(0.3);
    await this.facts(
      ...(early
        ? [['SiteRegistered', site] as const, ['AccountRegistered', account] as const]
        : [['AccountRegistered', account] as const, ['SiteRegistered', site] as const]),
    );
    if (this.chance.happens(0.6))
      await this.facts(['SiteIntegrationConnected', { site_id: n * 10, platform: 'wordpress' }]);
    if (this.chance.happens(0.6)) await this.facts(['BlueprintGenerated', { site_id: n * 10, blueprint_id: n }]);
    const tier = this.chance.pick(['lite', 'pro'] as const);
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
    await this.settled();
    const made = (await this.command((system, cause) => system.commands.subscriptions.create(wanted, cause))) as {
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
      this.command((system, cause) => system.commands.subscriptions.run(id, command, cause));
    const roll = this.chance.next();
    if (roll < 0.2) await this.facts(['SiteIntegrationConnected', { ...site, platform: 'wordpress' }]);
    else if (roll < 0.4) await this.facts(['BlueprintGenerated', { ...site, blueprint_id: n }]);
    else if (roll < 0.6)
      await this.facts([
        'ArticlePublished',
        { ...site, content_id: 1 + this.chance.below(20), type: 'post', published_at: this.clock.now() },
      ]);
    else if (roll < 0.7) await run({ type: 'Pause', reason: 'simulated' });
    else if (roll < 0.8) await run({ type: 'Resume' });
    else if (roll < 0.85) await run({ type: 'Cancel', reason: null });
    else if (roll < 0.95) await run({ type: 'RequestOnboarding' });
  }

  /** No more trouble: everything that was left open must come to its end within days. */
  async #heal(clients: number): Promise<void> {
    this.outside.faults = NO_FAULTS;
    this.odds.before = 0;
    this.odds.after = 0;
    for (let n = 1; n <= clients; n++) {
      await this.facts(
        ['SiteIntegrationConnected', { site_id: n * 10, platform: 'wordpress' }],
        ['BlueprintGenerated', { site_id: n * 10, blueprint_id: n }],
      );
    }
    await this.pass(plusHours(this.clock.now(), 24));
    for (const id of this.#acknowledged.values())
      await this.command((system, cause) =>
        system.commands.subscriptions.run(id, { type: 'RequestOnboarding' }, cause),
      );
    await this.pass(plusHours(this.clock.now(), 24));
  }
}
