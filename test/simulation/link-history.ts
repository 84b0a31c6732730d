import type { OrderResult } from '#commands/links/backlink-order';
import type { AccountId, BacklinkId, IndexingRequestId, OrderId, SiteId } from '#domain/kernel/ids';
import { cents } from '#domain/kernel/money';
import { plusHours } from '#domain/kernel/time';
import { BACKLINKS } from '#projections/links/backlink-tables';
import { INDEXING_REQUESTS } from '#projections/links/indexing-request-tables';
import { typed } from '#runtime/table-reads';
import type { Verdict } from './history.ts';
import { NO_INDEXING_FAULTS } from './indexing.ts';
import { Life } from './life.ts';
import { linkViolations } from './link-invariants.ts';
import { NO_FAULTS } from './outside.ts';
import type { Guard } from './process.ts';

/** One history of an order from a seed: links placed, looked at, submitted, checked and lost, while everything fails at any await. */
export async function simulateLinks(seed: number, without: Guard | null = null): Promise<Verdict> {
  const history = new LinkHistory(seed, without);
  try {
    await history.run();
    return await history.verdict();
  } catch (error) {
    const broken = [error instanceof Error ? (error.stack ?? error.message) : String(error)];
    return { seed, crashes: history.crashes, events: 0, broken };
  }
}

const urlOf = (n: number) => `https://blog${n}.example/post`;

class LinkHistory extends Life {
  readonly #links: BacklinkId[] = [];
  #order: OrderId | null = null;

  constructor(seed: number, without: Guard | null) {
    super(seed, without, [0, 0.0005, 0.002, 0.006]);
    const some = (rate: number) => (this.chance.happens(0.5) ? rate * this.chance.next() : 0);
    this.outside.faults = { ...NO_FAULTS, mailDown: some(0.5), mailLost: some(0.5) };
    this.outside.indexing.faults = {
      down: some(0.7),
      refuses: some(0.4),
      noBalance: some(0.4),
      losesAnswer: some(0.6),
      slow: some(0.5),
      lookUpDown: some(0.6),
      checkerDown: some(0.5),
      checkerSlow: some(0.6),
      pageDown: some(0.4),
    };
  }

  async run(): Promise<void> {
    const links = 1 + this.chance.below(3);
    await this.#approved(links);
    for (let n = 1; n <= links; n++) {
      await this.#place(n);
      if (this.chance.happens(0.5))
        this.outside.indexing.indexedFrom.set(urlOf(n), plusHours(this.clock.now(), 24 * this.chance.below(30)));
    }
    for (let day = 0; day < 31; ) {
      const days = 1 + this.chance.below(6);
      await this.pass(plusHours(this.clock.now(), days * 24 - this.chance.below(5)));
      day += days;
      await this.#something(links);
    }
    await this.#heal();
  }

  async verdict(): Promise<Verdict> {
    const { system } = await this.alive();
    const broken = await linkViolations(system, this.disk, this.outside, this.#order ?? 0, this.#links);
    const { position } = await this.disk.store.head();
    return { seed: this.seed, crashes: this.crashes, events: position, broken };
  }

  async #approved(links: number): Promise<void> {
    const account = { account_id: 1, name: 'Client', email: 'client@example.com', plan: 'scale' };
    await this.facts(
      ['AccountRegistered', account],
      ['SiteRegistered', { site_id: 10, account_id: 1, domain: 'site10.example' }],
    );
    await this.settled();
    const wanted = {
      accountId: 1 as AccountId,
      siteId: 10 as SiteId,
      orderType: 'one_time' as const,
      billing: 'on_completion' as const,
      request: {
        pricing_mode: 'tiers' as const,
        override_reason: null,
        lines: [{ tier: 'basic_guest_post' as const, quantity: links }],
      },
      managedSubscriptionId: null,
      campaignId: null,
      dueDate: null,
      notes: null,
      mayOverride: false,
      createdBy: 1,
    };
    const drafted = (await this.command(({ commands }, cause) =>
      commands.orders.draft(wanted, cause),
    )) as OrderResult & {
      id?: OrderId;
    };
    this.#order = drafted.id ?? null;
    const by = { role: 'client', id: 7 };
    await this.command(({ commands }, cause) =>
      commands.orders.run(this.#order ?? 0, { type: 'Approve', by, onBehalf: false }, cause),
    );
  }

  async #place(n: number, replaces: BacklinkId | null = null): Promise<void> {
    const placement = {
      vendor: 'fatgrid' as const,
      vendor_reference: null,
      source_url: urlOf(n),
      source_domain: `blog${n}.example`,
      target_url: 'https://site10.example/',
      anchor_text: `anchor ${n}`,
      cost_cents: cents(1000 * n),
      replaces_id: replaces,
    };
    const input = { placement, tier: null, overrideReason: null };
    const placed = (await this.command(({ commands }, cause) =>
      commands.orders.place(this.#order ?? 0, input, cause),
    )) as OrderResult & { id: BacklinkId };
    if (placed.ok) this.#links.push(placed.id);
    await this.settled();
  }

  async #something(links: number): Promise<void> {
    const n = 1 + this.chance.below(links);
    const id = this.#links[n - 1];
    const roll = this.chance.next();
    if (id === undefined) return;
    if (roll < 0.15) this.outside.indexing.gone.add(urlOf(n));
    else if (roll < 0.25) this.outside.indexing.gone.delete(urlOf(n));
    else if (roll < 0.4)
      await this.command(({ commands }, cause) => commands.backlinks.requestIndexing(id, 'submitted', cause));
    else if (roll < 0.5)
      await this.command(({ commands }, cause) => commands.backlinks.run(id, { type: 'AskForCheck' }, cause));
    else if (roll < 0.6) {
      const [lost] = await typed(this.disk.readModels.tables('live')).find(BACKLINKS, { replacement_owed: true });
      if (lost) await this.#place(10 + this.#links.length, lost.id as BacklinkId);
    } else if (roll < 0.7) await this.#review('retry');
  }

  async #review(outcome: 'accept_failure' | 'retry'): Promise<void> {
    const failed = await typed(this.disk.readModels.tables('live')).find(INDEXING_REQUESTS, { needs_review: true });
    for (const row of failed) {
      const input = { requestId: row.id as IndexingRequestId, outcome, note: null };
      await this.command(({ commands }, cause) => commands.backlinks.review(row.backlink_id, input, cause));
    }
    await this.settled();
  }

  /** No more trouble: every request must come to its end within the 28 days that it has, and a day for its retries. */
  async #heal(): Promise<void> {
    this.outside.faults = NO_FAULTS;
    this.outside.indexing.faults = NO_INDEXING_FAULTS;
    this.odds.before = 0;
    this.odds.after = 0;
    await this.pass(plusHours(this.clock.now(), 24 * 34));
    await this.#review('accept_failure');
  }
}
