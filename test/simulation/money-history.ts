import type { IssuedInvoice } from '#domain/billing/invoice-messages';
import { balance } from '#domain/billing/invoice-state';
import type { AccountId, InvoiceId, SiteId } from '#domain/kernel/ids';
import { cents } from '#domain/kernel/money';
import { instantOf, plusHours, plusMinutes } from '#domain/kernel/time';
import { INVOICES } from '#projections/billing/invoice-tables';
import { ORDERS } from '#projections/links/backlink-order-table';
import { typed } from '#runtime/table-reads';
import { NO_GATEWAY_FAULTS } from '#test/support/gateway';
import type { Verdict } from './history.ts';
import { Life } from './life.ts';
import { moneyViolations } from './money-invariants.ts';
import { NO_FAULTS } from './outside.ts';
import type { Guard } from './process.ts';

/**
 * One history of payments from a seed: purchases, orders that are cancelled or credited, a billed month, refunds, disputes and
 * notices in any order, while answers are lost, the gateway is away, keys are forgotten after a day and the process dies or
 * stays down for 30 hours, or for four weeks.
 */
export async function simulateMoney(seed: number, without: Guard | null = null): Promise<Verdict> {
  const history = new MoneyHistory(seed, without);
  try {
    await history.run();
    return await history.verdict();
  } catch (error) {
    const broken = [error instanceof Error ? (error.stack ?? error.message) : String(error)];
    return { seed, crashes: history.crashes, events: 0, broken };
  }
}

class MoneyHistory extends Life {
  constructor(seed: number, without: Guard | null) {
    super(seed, without, [0, 0.0005, 0.002, 0.005]);
    this.outside.sells = true;
    const some = (rate: number) => {
      const odds = this.chance.happens(0.6) ? rate * this.chance.next() : 0;
      return () => this.chance.happens(odds);
    };
    this.outside.gateway.faults = {
      down: some(0.5),
      losesAnswer: some(0.6),
      lookUpDown: some(0.9),
      declines: some(0.4),
      losesNotice: some(1),
    };
  }

  async run(): Promise<void> {
    const account = { account_id: 1, name: 'Client', email: 'client@example.com', plan: 'scale' };
    await this.facts(
      ['AccountRegistered', account],
      ['SiteRegistered', { site_id: 10, account_id: 1, domain: 'site10.example' }],
      ['SiteIntegrationConnected', { site_id: 10, platform: 'wordpress' }],
      ['BlueprintGenerated', { site_id: 10, blueprint_id: 10 }],
    );
    await this.settled();
    await this.command(({ commands }, cause) => commands.billing.addMethod(1, 'stripe', 'ok', cause));
    const wanted = {
      accountId: 1 as AccountId,
      siteId: 10 as SiteId,
      tier: 'lite' as const,
      accountManagerId: null,
      given: {},
      monthlyPrice: null,
      overrideReason: null,
      mayOverride: false,
      createdBy: null,
    };
    await this.command(({ commands }, cause) => commands.subscriptions.create(wanted, cause));
    const steps = 4 + this.chance.below(8);
    for (let n = 0; n < steps; n++) {
      if (this.chance.happens(0.2)) {
        await this.#cutOff();
        continue;
      }
      await this.#something();
      await this.pass(plusMinutes(this.clock.now(), 1 + this.chance.below(16 * 60)));
      await this.#notices();
      // Nobody is there for longer than keys are kept.
      if (this.chance.happens(0.25)) this.clock.set(plusHours(this.clock.now(), 30));
      // Packages renew meanwhile; providers tell for 30 days of what happened.
      else if (this.chance.happens(0.05)) this.clock.set(plusHours(this.clock.now(), 28 * 24));
    }
    await this.#heal();
  }

  /** The line is cut while the gateway works, and nobody is there again before it has forgotten the keys. */
  async #cutOff(): Promise<void> {
    const { gateway } = this.outside;
    const { faults } = gateway;
    let cut = false;
    const losesAnswer = () => {
      cut = true;
      return true;
    };
    gateway.faults = { ...faults, down: () => cut, lookUpDown: () => cut, losesAnswer };
    await this.#something();
    gateway.faults = faults;
    this.clock.set(plusHours(this.clock.now(), 30));
  }

  async verdict(): Promise<Verdict> {
    const { system } = await this.alive();
    const broken = await moneyViolations(system, this.disk, this.outside.gateway);
    const { position } = await this.disk.store.head();
    return { seed: this.seed, crashes: this.crashes, events: position, broken };
  }

  async #something(): Promise<void> {
    const invoices = await typed(this.disk.readModels.tables('live')).find(INVOICES, {});
    const invoice = invoices.length === 0 ? undefined : this.chance.pick(invoices);
    const id = (invoice?.id ?? 0) as InvoiceId;
    if (this.chance.happens(0.4)) return this.#ofOrders(invoice?.state ?? undefined);
    const roll = this.chance.next();
    const { gateway } = this.outside;
    if (roll < 0.5 || id === 0)
      await this.command(({ commands }, cause) =>
        commands.addOns.buy(
          {
            accountId: 1 as AccountId,
            wanted: { kind: 'indexing-boost', quantity: 10 + this.#quantity() },
            paymentMethod: 'stripe',
            overrideReason: null,
            boughtBy: null,
          },
          cause,
        ),
      );
    else if (roll < 0.7)
      await this.command(({ commands }, cause) =>
        commands.invoices.creditNote(
          id,
          { amount: cents(50), lines: [], reason: 'late', refund: this.#refunds() },
          cause,
        ),
      );
    else if (roll < 0.78)
      await this.command(({ commands }, cause) =>
        commands.invoices.run(id, { type: 'Void', reason: 'wrong', refundIds: null }, cause),
      );
    else if (roll < 0.86) {
      const input = { amount: cents(100), receivedOn: this.clock.now().slice(0, 10) as never, reference: null };
      await this.command(({ commands }, cause) => commands.invoices.recordManual(id, input, cause));
    } else if (roll < 0.89) {
      const given = gateway.refunds.filter(({ failed }) => !failed);
      if (given.length > 0) gateway.failRefund(this.chance.pick(given).reference);
    } else if (roll < 0.92) {
      const whole = gateway.taken.filter(
        ({ outcome, reference }) =>
          outcome === 'paid' && gateway.leftOf(reference) >= 60 && !this.#isDisputed(reference),
      );
      if (whole.length === 0) return;
      const { reference } = this.chance.pick(whole);
      const left = gateway.leftOf(reference);
      gateway.refundElsewhere(reference, this.chance.happens(0.5) ? left : cents(60));
    } else if (roll < 0.95) {
      const paid = gateway.taken.filter(({ outcome }) => outcome === 'paid');
      if (paid.length === 0) return;
      const { reference } = this.chance.pick(paid);
      if (this.#isDisputed(reference) || gateway.leftOf(reference) < 50) return;
      const dispute = gateway.dispute(reference, 50);
      if (this.chance.happens(0.7)) gateway.closeDispute(dispute, this.chance.happens(0.5) ? 'won' : 'lost');
    } else await this.command(({ commands }, cause) => commands.billing.addMethod(1, 'stripe', 'ok', cause));
    await this.settled();
  }
  readonly #isDisputed = (reference: string): boolean =>
    [...this.outside.gateway.disputes.values()].some((each) => each.reference === reference);
  readonly #quantity = (): number => this.chance.below(20);
  readonly #refunds = (): boolean => this.chance.happens(0.7);

  /** Packages: bought, a link of them placed, cancelled; and invoices credited in full. */
  async #ofOrders(invoice: IssuedInvoice | undefined): Promise<void> {
    const orders = await typed(this.disk.readModels.tables('live')).find(ORDERS, {});
    const order = orders.length === 0 ? 0 : this.chance.pick(orders).id;
    const roll = this.chance.next();
    if (roll < 0.35 || order === 0)
      await this.command(({ commands }, cause) =>
        commands.addOns.buy(
          {
            accountId: 1 as AccountId,
            paymentMethod: 'stripe',
            overrideReason: null,
            boughtBy: null,
            wanted: { kind: 'backlink-package', siteId: 10 as SiteId, package: 'starter', links: null, niche: null },
          },
          cause,
        ),
      );
    else if (roll < 0.55) {
      const n = this.chance.below(1000);
      const placement = {
        vendor: 'fatgrid' as const,
        vendor_reference: null,
        source_url: `https://blog${n}.example/`,
        source_domain: `blog${n}.example`,
        target_url: 'https://site10.example/',
        anchor_text: `anchor ${n}`,
        cost_cents: cents(4000),
        replaces_id: null,
      };
      const input = { placement, tier: null, overrideReason: null };
      await this.command(({ commands }, cause) => commands.orders.place(order, input, cause));
    } else if (roll < 0.8 || !invoice)
      await this.command(({ commands }, cause) =>
        commands.orders.run(order, { type: 'Cancel', what: 'order', reason: 'relaunch' }, cause),
      );
    else {
      const left = invoice.content.total_cents - balance(invoice).credited;
      const note = { amount: cents(Math.max(1, left)), lines: [], reason: 'wrong', refund: this.#refunds() };
      await this.command(({ commands }, cause) =>
        commands.invoices.creditNote(invoice.content.invoice_id, note, cause),
      );
    }
    await this.settled();
  }

  /** Some of what is to be told arrives, in any order, some of it twice. */
  async #notices(): Promise<void> {
    const { undelivered } = this.outside.gateway;
    while (undelivered.length > 0 && this.chance.happens(0.7)) {
      const n = this.chance.below(undelivered.length);
      const [event] = this.chance.happens(0.7) ? undelivered.splice(n, 1) : [undelivered[n]];
      if (event) await this.command(({ commands }) => commands.providerEvents.receive('stripe', event, 'webhook'));
    }
    await this.settled();
  }

  /** No more trouble: within three days all is settled, whatever no webhook told. */
  async #heal(): Promise<void> {
    this.outside.faults = NO_FAULTS;
    this.outside.gateway.faults = NO_GATEWAY_FAULTS;
    this.odds.before = 0;
    this.odds.after = 0;
    await this.pass(plusHours(this.clock.now(), 72));
    await this.pass(instantOf(Date.parse(plusHours(this.clock.now(), 1))));
  }
}
