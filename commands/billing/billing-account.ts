import { subscriptionStream } from '#commands/services/managed-subscription';
import { billingAccount } from '#domain/billing/billing-account';
import { comesToTooLittle, datesDue, waitingFor } from '#domain/billing/billing-account-drafts';
import type {
  BillingAccount,
  BillingAccountCommand,
  BillingAccountEvent,
  BillingAccountRefusal,
  MethodGateway,
} from '#domain/billing/billing-account-messages';
import {
  type Billable,
  type BillableLine,
  billingDateOf,
  monthKey,
  orderKey,
  orderLines,
  serviceMonthLines,
} from '#domain/billing/invoice-lines';
import { dayOf, type Zone } from '#domain/kernel/calendar';
import type { Recorded } from '#domain/kernel/decider';
import type { AccountId, InvoiceId, OrderId, PaymentMethodId, PurchaseId, SubscriptionId } from '#domain/kernel/ids';
import { type Day, firstDay, nextMonth } from '#domain/kernel/time';
import { backlinkOrder } from '#domain/links/backlink-order';
import type { BacklinkOrderEvent } from '#domain/links/backlink-order-messages';
import { managedSubscription, monthsDue } from '#domain/services/managed-subscription';
import { monthLines } from '#domain/services/service-month';
import type { Clock } from '#runtime/clock';
import type { CommandHandler, Handled } from '#runtime/command-handler';
import type { EventCodec } from '#runtime/event-codec';
import type { IdAllocator } from '#runtime/ids';
import type { Cause } from '#runtime/metadata';
import { uuidFrom } from '#runtime/random';

export type BillingResult = Handled<BillingAccount, BillingAccountEvent, BillingAccountRefusal>;
export type BillingAccountCommands = ReturnType<typeof billingAccountCommands>;
type Without<C> = C extends unknown ? Omit<C, 'now' | 'today' | 'accountId'> : never;

const stream = (account: number): string => `billing-${account}`;
/** An event of an account stays below 64 KiB: an account with more lines than fit has more than one invoice. */
const MOST_CHARACTERS = 40_000;

/** What accounts are billed, one stream an account. */
export function billingAccountCommands(deps: {
  readonly handler: CommandHandler;
  readonly codec: EventCodec;
  readonly ids: IdAllocator;
  readonly clock: Clock;
  readonly zone: Zone;
  readonly directory: { site(id: number): Promise<{ readonly domain: string } | null> };
}) {
  const { handler, codec, ids, clock, zone, directory } = deps;
  const today = (): Day => dayOf(clock.now(), zone);
  const load = (account: number) => handler.load(billingAccount, stream(account));
  const run = (account: number, command: Without<BillingAccountCommand>, cause: Cause): Promise<BillingResult> =>
    handler.handle(
      billingAccount,
      stream(account),
      { ...command, now: clock.now(), today: today(), accountId: account as AccountId } as BillingAccountCommand,
      { ...cause, accountId: account },
    );
  const domainOf = async (siteId: number) => (await directory.site(siteId))?.domain ?? `site ${siteId}`;
  const addBillable = (account: number, key: string, lines: readonly BillableLine[], billingDate: Day, cause: Cause) =>
    run(account, { type: 'AddBillable', billable: { key, lines }, billingDate }, own(cause, 'billable', key));

  return {
    load,
    run,

    /** Puts every service month that has ended down for billing; a month without a billable day gives nothing. */
    async addServiceMonths(subscriptionId: number, cause: Cause): Promise<number> {
      const id = subscriptionId as SubscriptionId;
      const { state } = await handler.load(managedSubscription, subscriptionStream(id));
      if (state.status === 'none') return 0;
      const domain = await domainOf(state.siteId);
      let added = 0;
      for (const { month } of monthsDue(state, today())) {
        const of = { subscriptionId, siteId: state.siteId, domain, month };
        const lines = serviceMonthLines(of, monthLines(state.history, month));
        if (lines.length === 0) continue;
        await addBillable(state.accountId, monthKey(id, month), lines, firstDay(nextMonth(month)), cause);
        added += 1;
      }
      return added;
    },

    /** What an order that was completed, or cancelled and owes something, is billed with; null of all others. */
    async endedOrder(orderId: number) {
      const { state, history } = await handler.load(backlinkOrder, `backlink-order-${orderId}`);
      if (state.status !== 'completed' && state.status !== 'cancelled') return null;
      const events = history.map((event) => codec.decode<BacklinkOrderEvent>(event));
      const ending = events.findLast(
        ({ type }) => type === 'BacklinkOrderCompleted' || type === 'BacklinkOrderCancelled',
      );
      if (!ending || state.billing !== 'on_completion' || state.clientPrice === 0) return null;
      const owed = ending.type === 'BacklinkOrderCancelled' ? ending.data.lines : null;
      const lines = orderLines(state, await domainOf(state.siteId), { id: ending.id, owed }, groundsOf(events));
      if (lines.length === 0) return null;
      const { accountId, siteId } = state;
      const billingDate = billingDateOf(dayOf(ending.at, zone));
      return { accountId, siteId, billable: { key: orderKey(orderId), lines }, billingDate };
    },

    /** Puts an order down for billing that has ended and owes something. */
    async addEndedOrder(orderId: number, cause: Cause): Promise<boolean> {
      const ended = await this.endedOrder(orderId);
      if (ended === null) return false;
      const { accountId, siteId, billable, billingDate } = ended;
      await addBillable(accountId, billable.key, billable.lines, billingDate, { ...cause, siteId });
      return true;
    },

    /**
     * One invoice for each billing date that has come and has something waiting, oldest first. What comes to less than the
     * account's card can be charged with goes on to the next date, and waits where there is none yet.
     */
    async draftDue(account: number, cause: Cause): Promise<InvoiceId[]> {
      const drafted: InvoiceId[] = [];
      let carried: readonly string[] = [];
      for (const date of datesDue((await load(account)).state, today())) {
        for (let part = 1; ; part++) {
          const { state } = await load(account);
          const keys = fitting(state, [...carried, ...waitingFor(state, date)]);
          if (keys.length === 0) break;
          carried = comesToTooLittle(state, keys) ? keys : [];
          if (carried.length > 0) break;
          const named = own(cause, 'draft', date, part, keys[0] ?? '');
          const invoiceId = (await ids.allocate('invoice', named.commandId)) as InvoiceId;
          const command = { type: 'DraftInvoice' as const, invoiceId, billingDate: date as Day, keys, replaces: null };
          const done = await run(account, command, named);
          if (!done.ok) throw new Error(done.refusal.message);
          if (done.events.some(({ type }) => type === 'InvoiceDrafted')) drafted.push(invoiceId);
        }
      }
      return drafted;
    },

    /** Bills again, at once, what a void invoice billed. What voiding frees is freed here where the saga has not got to it yet. */
    async reissue(account: number, voided: InvoiceId, cause: Cause) {
      const before = await this.draft(account, voided);
      if (!before) throw new Error(`account ${account} has no draft ${voided}`);
      const freed = await run(account, { type: 'ReleaseInvoice', invoiceId: voided }, own(cause, 'release', voided));
      if (!freed.ok) throw new Error(freed.refusal.message);
      const invoiceId = (await ids.allocate('invoice', cause.commandId)) as InvoiceId;
      const { billing_date: billingDate, keys } = before.draft;
      const command = { type: 'DraftInvoice' as const, invoiceId, billingDate, keys, replaces: voided };
      return { ...(await run(account, command, cause)), invoiceId };
    },

    /** An invoice of its own for something that is paid before it is delivered. */
    async draftPrepaid(
      account: number,
      input: {
        readonly billable: Billable;
        readonly gateway: MethodGateway;
        readonly purchaseId: PurchaseId | null;
        readonly orderId: OrderId | null;
      },
      cause: Cause,
    ) {
      const invoiceId = (await ids.allocate('invoice', uuidFrom('prepaid', input.billable.key))) as InvoiceId;
      const named = { ...cause, commandId: uuidFrom('draft-prepaid', input.billable.key) };
      return { ...(await run(account, { type: 'DraftPrepaid', invoiceId, ...input }, named)), invoiceId };
    },

    async addMethod(account: number, gateway: MethodGateway, testCard: string | null, cause: Cause) {
      const methodId = (await ids.allocate('payment-method', cause.commandId)) as PaymentMethodId;
      return { ...(await run(account, { type: 'AddMethod', methodId, gateway, testCard }, cause)), methodId };
    },

    /** The draft of an invoice as it was put together, and the event that says so; null where the account has none. */
    async draft(account: number, invoiceId: number) {
      const found = await handler.newest(
        stream(account),
        ({ type, data }) => type === 'InvoiceDrafted' && data['invoice_id'] === invoiceId,
      );
      const event = found && codec.decode<BillingAccountEvent>(found);
      return event?.type === 'InvoiceDrafted' && found ? { draft: event.data, event: found } : null;
    },
  };
}

/** What set an order's terms, approved them and last reckoned what is passed through. */
function groundsOf(events: readonly Recorded<BacklinkOrderEvent>[]): string[] {
  const terms = events.findLast(({ type }) => type === 'BacklinkOrderDrafted' || type === 'BacklinkOrderRevised');
  const approval = events.find(({ type }) => type === 'BacklinkOrderApproved');
  const costs = events.findLast(({ type }) => type === 'BacklinkOrderRepriced');
  return [terms, approval, costs].flatMap((event) => (event ? [event.id] : []));
}

const own = (cause: Cause, ...parts: (string | number)[]): Cause => ({
  ...cause,
  commandId: uuidFrom(cause.commandId, ...parts),
});

/** As many as an event holds, at least one. */
function fitting(state: BillingAccount, keys: readonly string[]): string[] {
  const taken: string[] = [];
  let size = 0;
  for (const key of keys) {
    size += JSON.stringify(state.billables[key]?.billable ?? {}).length;
    if (taken.length > 0 && size > MOST_CHARACTERS) break;
    taken.push(key);
  }
  return taken;
}
