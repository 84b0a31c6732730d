import type { EntitlementCommands } from '#commands/plans/entitlement';
import { providerInbox, reconciliation } from '#domain/billing/provider-event';
import type { InvoiceId, PaymentId, PaymentMethodId, RefundId } from '#domain/kernel/ids';
import { epochMs, type Instant, instantOf, plusHours } from '#domain/kernel/time';
import { PLANS } from '#domain/plans/plan';
import type { Clock } from '#runtime/clock';
import type { CommandHandler } from '#runtime/command-handler';
import type { Cause } from '#runtime/metadata';
import { uuidFrom } from '#runtime/random';
import type { BillingAccountCommands } from './billing-account.ts';
import type { InvoiceCommands } from './invoice.ts';
import type {
  DisputeNews,
  GatewayName,
  PaymentGateways,
  ProviderEvent,
  ProviderNews,
  RefundElsewhereNews,
} from './ports-payments.ts';

/** How far behind the last reading the next one begins, as notices may be listed late. */
const OVERLAP_HOURS = 2;
/** How far the mark of what was read is left behind at most where nothing was found. */
const NOTED_HOURS = 12;
/** As long as providers keep their notices. */
const MOST_DAYS = 30;

/** So long a payment may not be known yet of which a refund is told; after that it was never taken for us. */
const FOREIGN_HOURS = 24;

export type ProviderEventCommands = ReturnType<typeof providerEventCommands>;
/** What became of a notice; `wait` where what it is about is not known yet. */
export type Applied = { readonly outcome: 'applied' | 'nothing' } | { readonly outcome: 'wait'; readonly why: string };

/** Notices of payment providers: an inbox that takes each once, and what follows from them. */
export function providerEventCommands(deps: {
  readonly handler: CommandHandler;
  readonly clock: Clock;
  readonly gateways: PaymentGateways;
  readonly billing: BillingAccountCommands;
  readonly invoices: InvoiceCommands;
  readonly entitlements: EntitlementCommands;
  /** The invoice and payment that has that reference at that gateway. */
  readonly paymentByReference: (
    gateway: GatewayName,
    reference: string,
  ) => Promise<{ readonly invoiceId: InvoiceId; readonly paymentId: PaymentId } | null>;
  readonly founded: Instant;
}) {
  const { handler, clock, gateways, billing, invoices, entitlements, paymentByReference, founded } = deps;
  const inbox = (gateway: GatewayName, id: string) => `provider-event-${gateway}-${id}`;
  const reader = (gateway: GatewayName) => `reconciliation-${gateway}`;

  /** Puts a notice into the inbox; answers the position it stands at, and whether it is new. */
  async function receive(gateway: GatewayName, event: ProviderEvent, via: 'webhook' | 'reconciler') {
    const id = uuidFrom('provider-event', gateway, event.id);
    const cause: Cause = {
      commandId: id,
      correlationId: id,
      causationId: id,
      actor: { kind: 'provider', id: gateway },
    };
    const notice = { gateway, event_id: event.id, event_type: event.type, object: event.object, via };
    const command = { type: 'Receive' as const, notice, at: event.at };
    const done = await handler.handle(providerInbox, inbox(gateway, event.id), command, cause);
    if (!done.ok) throw new Error('a notice is never refused');
    return { position: done.position, fresh: !done.unchanged };
  }

  async function dispute(gateway: GatewayName, news: DisputeNews, cause: Cause): Promise<Applied> {
    const found = await paymentByReference(gateway, news.reference);
    if (!found) return { outcome: 'wait', why: `no payment ${news.reference} is known yet` };
    const { dispute: providerDispute, amount, reason, dueBy } = news;
    const opened = { paymentId: found.paymentId, providerDispute, amount, reason, dueBy };
    await invoices.openDispute(found.invoiceId, opened, { ...cause, commandId: uuidFrom(cause.commandId, 'open') });
    if (news.status === 'open') return { outcome: 'applied' };
    const named = { ...cause, commandId: uuidFrom(cause.commandId, 'close') };
    if (news.status === 'unclear') {
      const { outcome } = news;
      await invoices.run(found.invoiceId, { type: 'NoteUnclearOutcome', providerDispute, outcome }, named);
      return { outcome: 'applied' };
    }
    const lost = news.status === 'lost' ? (news.lost ?? null) : null;
    await invoices.closeDispute(found.invoiceId, { providerDispute, outcome: news.status, amount: lost }, named);
    return { outcome: 'applied' };
  }

  async function refundElsewhere(
    gateway: GatewayName,
    { refund, reference, why, amount, refunded }: RefundElsewhereNews,
    toldAt: Instant,
    cause: Cause,
  ): Promise<Applied> {
    const found = await paymentByReference(gateway, reference);
    if (!found)
      return toldAt < plusHours(clock.now(), -FOREIGN_HOURS)
        ? { outcome: 'nothing' }
        : { outcome: 'wait', why: `no payment ${reference} is known yet` };
    const input = { gateway, paymentId: found.paymentId, reference: refund, why, amount, news: refunded };
    const named = { ...cause, commandId: uuidFrom(cause.commandId, 'refund', refund) };
    const done = await invoices.recordRefundElsewhere(found.invoiceId, input, named);
    return done.ok ? { outcome: 'applied' } : { outcome: 'wait', why: done.refusal.message };
  }

  /** Of several the one that has to wait; what the others tell is recorded all the same. */
  async function applyAll(gateway: GatewayName, all: readonly ProviderNews[], toldAt: Instant, cause: Cause) {
    let end: Applied = { outcome: 'nothing' };
    for (const [n, news] of all.entries()) {
      const named = { ...cause, commandId: uuidFrom(cause.commandId, 'part', n) };
      const applied = await apply(gateway, news, toldAt, named);
      if (end.outcome !== 'wait' && applied.outcome !== 'nothing') end = applied;
    }
    return end;
  }

  async function apply(gateway: GatewayName, news: ProviderNews, toldAt: Instant, cause: Cause): Promise<Applied> {
    switch (news.what) {
      case 'several':
        return applyAll(gateway, news.of, toldAt, cause);
      case 'refund_elsewhere':
        return refundElsewhere(gateway, news, toldAt, cause);
      case 'nothing':
        return { outcome: 'nothing' };
      case 'payment': {
        const done = await invoices.recordPayment(news.invoiceId, news.paymentId as PaymentId, news.charged, cause);
        return done.ok ? { outcome: 'applied' } : { outcome: 'wait', why: done.refusal.message };
      }
      case 'approved': {
        const { object } = news;
        const paymentId = news.paymentId as PaymentId;
        // The approval may be told of before the answer to the order itself was recorded.
        const awaiting = { outcome: 'awaiting_payer' as const, object, approveUrl: '' };
        const told = { ...cause, commandId: uuidFrom(cause.commandId, 'awaiting') };
        await invoices.recordPayment(news.invoiceId, paymentId, awaiting, told);
        const done = await invoices.run(news.invoiceId, { type: 'ApprovePayment', paymentId, object }, cause);
        return done.ok ? { outcome: 'applied' } : { outcome: 'wait', why: done.refusal.message };
      }
      case 'refund': {
        const { refunded } = news;
        if (refunded.outcome === 'pending') return { outcome: 'nothing' };
        const done = await invoices.recordRefund(news.invoiceId, news.refundId as RefundId, refunded, cause);
        return done.ok ? { outcome: 'applied' } : { outcome: 'wait', why: done.refusal.message };
      }
      case 'dispute':
        return dispute(gateway, news, cause);
      case 'method': {
        const methodId = news.methodId as PaymentMethodId;
        const command = { type: 'SettleMethod' as const, methodId, done: news.done };
        const done = await billing.run(news.accountId, command, cause);
        return done.ok ? { outcome: 'applied' } : { outcome: 'nothing' };
      }
      case 'plan_subscription': {
        const plan = PLANS.find((each) => each === news.plan) ?? null;
        const told = { plan, status: news.status, source: 'payment' as const, until: news.periodEnd };
        await entitlements.follow(news.accountId, told, cause);
        return { outcome: 'applied' };
      }
    }
  }

  return {
    receive,

    /** Asks the provider how what the notice is about stands now, and records that. Throws where it cannot be asked. */
    async process(gateway: GatewayName, event: ProviderEvent, cause: Cause): Promise<Applied> {
      const port = gateways[gateway];
      if (!port) return { outcome: 'wait', why: `${gateway} is not configured` };
      return apply(gateway, await port.news(event), event.at, cause);
    },

    /** Reads what no webhook told: the provider's own list, from where the last reading ended. */
    async reconcile(gateway: GatewayName, cause: Cause): Promise<number> {
      const port = gateways[gateway];
      if (!port) return 0;
      const now = clock.now();
      const { state } = await handler.load(reconciliation, reader(gateway));
      const oldest = instantOf(epochMs(now) - MOST_DAYS * 86_400_000);
      const since = plusHours(state.until ?? founded, -OVERLAP_HOURS);
      const events = await port.eventsSince(since > oldest ? since : oldest);
      let found = 0;
      for (const event of events) if ((await receive(gateway, event, 'reconciler')).fresh) found += 1;
      // A reading that found nothing is not worth an event each hour: the next one begins a little earlier instead.
      if (found === 0 && state.until !== null && state.until > plusHours(now, -NOTED_HOURS)) return found;
      const named = { ...cause, commandId: uuidFrom(cause.commandId, 'reconciled', gateway) };
      await handler.handle(reconciliation, reader(gateway), { gateway, until: now, found, now }, named);
      return found;
    },
  };
}
