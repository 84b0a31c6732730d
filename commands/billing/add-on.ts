import type { BacklinkOrderCommands } from '#commands/links/backlink-order';
import type { PriceBookCommands } from '#commands/links/price-book';
import type { FeatureGateCommands } from '#commands/plans/feature-gate';
import type { IndexingCreditCommands } from '#commands/plans/indexing-credit';
import type { ManagedSubscriptionCommands } from '#commands/services/managed-subscription';
import {
  type AddOnCommand,
  type AddOnEvent,
  type AddOnRefusal,
  type AddOnTerms,
  addOn,
  type KnownPurchase,
  type Purchase,
} from '#domain/billing/add-on';
import { defaultMethod } from '#domain/billing/billing-account-drafts';
import { paidFor } from '#domain/billing/invoice-give-back';
import { boostLine, packageLine, purchaseKey } from '#domain/billing/invoice-lines';
import type { OrderId, PurchaseId } from '#domain/kernel/ids';
import type { Niche } from '#domain/links/price-book-data';
import type { Clock } from '#runtime/clock';
import type { CommandHandler, Handled } from '#runtime/command-handler';
import type { IdAllocator } from '#runtime/ids';
import type { Cause } from '#runtime/metadata';
import { uuidFrom } from '#runtime/random';
import { addOnPrices, type Buy, packageRequest } from './add-on-prices.ts';
import type { BillingAccountCommands } from './billing-account.ts';
import type { InvoiceCommands } from './invoice.ts';

export type PurchaseResult = Handled<Purchase, AddOnEvent, AddOnRefusal>;
export type AddOnCommands = ReturnType<typeof addOnCommands>;
type Without<C> = C extends unknown ? Omit<C, 'now'> : never;

/** Why a managed service has not begun yet: no reason to worry. */
export const WAITS_FOR_METHOD = 'waits for a payment method';
/** Nothing is given for an invoice that a credit note settled. */
export const NOT_PAID_FOR = 'its invoice was not paid for';

const stream = (id: number): string => `add-on-${id}`;

/** Purchases on top of a plan; one stream each. */
export function addOnCommands(deps: {
  readonly handler: CommandHandler;
  readonly ids: IdAllocator;
  readonly clock: Clock;
  readonly features: FeatureGateCommands;
  readonly billing: BillingAccountCommands;
  readonly invoices: InvoiceCommands;
  readonly orders: BacklinkOrderCommands;
  readonly subscriptions: ManagedSubscriptionCommands;
  readonly credits: IndexingCreditCommands;
  readonly priceBook: PriceBookCommands;
  readonly site: (id: number) => Promise<{ readonly account_id: number; readonly domain: string } | null>;
}) {
  const { handler, ids, clock, features, billing, invoices, orders, subscriptions, credits, priceBook, site } = deps;
  const load = (id: number) => handler.load(addOn, stream(id));
  const run = (id: number, command: Without<AddOnCommand>, cause: Cause): Promise<PurchaseResult> =>
    handler.handle(addOn, stream(id), { ...command, now: clock.now() } as AddOnCommand, cause);
  const priced = addOnPrices({ features, orders, priceBook, site });
  const refused = (refusal: AddOnRefusal) => ({ ok: false as const, refusal, revision: -1 });

  /** The purchase's own invoice, charged at once. What is billed in arrears has none. */
  async function invoiced(purchase: KnownPurchase, cause: Cause): Promise<number | null> {
    const { terms, purchaseId, accountId, paymentMethod } = purchase;
    if (terms.kind === 'managed-service') return null;
    const { history } = await load(purchaseId);
    const bought = history[0]?.id ?? '';
    const line =
      terms.kind === 'indexing-boost'
        ? boostLine({ purchaseId, quantity: terms.quantity, unitPrice: terms.unit_price_cents, cause: bought })
        : packageLine({
            purchaseId,
            orderId: null,
            siteId: terms.site_id,
            links: terms.links,
            cause: bought,
            domain: (await site(terms.site_id))?.domain ?? `site ${terms.site_id}`,
            package: terms.package,
            price: terms.price_cents,
          });
    const billable = { key: purchaseKey(purchaseId), lines: [line] };
    const input = { billable, gateway: paymentMethod, purchaseId, orderId: null };
    const drafted = await billing.draftPrepaid(accountId, input, cause);
    if (!drafted.ok) throw new Error(drafted.refusal.message);
    const named = { ...cause, commandId: uuidFrom('purchase-invoiced', purchaseId) };
    await run(purchaseId, { type: 'Invoice', invoiceId: drafted.invoiceId }, named);
    return drafted.invoiceId;
  }

  return {
    load,
    run,
    invoiced,

    /** Records the purchase before anything is charged; refused where the plan may not buy it. */
    async buy(input: Buy, cause: Cause): Promise<PurchaseResult & { readonly id?: PurchaseId }> {
      const whose = { ...cause, accountId: input.accountId };
      const found = await priced(input, { ...whose, commandId: uuidFrom(cause.commandId, 'gate') });
      if ('refusal' in found) return refused(found.refusal);
      const purchaseId = (await ids.allocate('add-on', cause.commandId)) as PurchaseId;
      const { accountId, paymentMethod, overrideReason, boughtBy } = input;
      const command = { purchaseId, accountId, terms: found.terms, paymentMethod, overrideReason, boughtBy };
      const bought = await run(purchaseId, { type: 'Purchase', ...command }, whose);
      if (!bought.ok) return bought;
      await invoiced(bought.state as KnownPurchase, whose);
      return { ...bought, id: purchaseId };
    },

    /** Gives what was bought: once paid, or for a managed service once the account has a proven way to pay. Says why not. */
    async fulfil(id: number, cause: Cause): Promise<string | null> {
      const { state } = await load(id);
      if (state.status === 'none') return null;
      const { terms, accountId, purchaseId } = state;
      const named = (what: string): Cause => ({ ...cause, accountId, commandId: uuidFrom('fulfil', purchaseId, what) });
      const activate = async (got: { subscriptionId?: number; orderId?: number; credits?: number }) => {
        const { subscriptionId = null, orderId = null, credits = null } = got as Record<string, never>;
        const done = await run(id, { type: 'Activate', subscriptionId, orderId, credits }, named('activate'));
        if (done.ok) await takenBack(done.state, named);
      };
      if (state.status !== 'pending') {
        await takenBack(state, named);
        return null;
      }
      if (terms.kind !== 'managed-service') {
        const invoiceId = state.invoiceId ?? (await invoiced(state, named('invoice')));
        if (!paidFor((await invoices.load(invoiceId ?? 0)).state)) return NOT_PAID_FOR;
      }
      if (terms.kind === 'indexing-boost') {
        const { quantity } = terms;
        await credits.run(accountId, { type: 'Grant', quantity, purchaseId }, named('grant'));
        await activate({ credits: quantity });
        return null;
      }
      if (terms.kind === 'managed-service') {
        const method = defaultMethod((await billing.load(accountId)).state);
        if (method === null) return WAITS_FOR_METHOD;
        const created = await subscriptions.create(
          {
            accountId,
            siteId: terms.site_id,
            tier: terms.tier,
            accountManagerId: null,
            given: {},
            monthlyPrice: null,
            createdBy: state.boughtBy,
            // The purchase was allowed when it was made: what changed since is no reason not to keep it.
            overrideReason: state.overrideReason ?? `bought as add-on ${purchaseId}`,
            mayOverride: true,
            allowedBefore: true,
          },
          named('subscribe'),
        );
        if (!created.ok) return created.refusal.message;
        await activate({ subscriptionId: created.id ?? 0 });
        return null;
      }
      const orderId = await placedOrder(state, terms, named);
      if (typeof orderId === 'string') return orderId;
      await activate({ orderId });
      return null;
    },

    /** Voids the invoice of a purchase that was not paid in time. False where its payment is still on its way. */
    async expire(id: number, cause: Cause): Promise<boolean> {
      const { state } = await load(id);
      if (state.status !== 'pending') return true;
      if (state.invoiceId !== null) {
        const { state: invoice } = await invoices.load(state.invoiceId);
        if (invoice.status === 'paid') return true;
        if (invoice.status === 'none') return false;
        const reason = 'not paid within 24 hours';
        const named = { ...cause, accountId: state.accountId, commandId: uuidFrom(cause.commandId, 'void') };
        const voided = await invoices.expire(state.invoiceId, reason, named);
        if (!voided.ok && invoice.status !== 'void') return false;
      }
      await run(id, { type: 'Expire', reason: 'not paid within 24 hours' }, { ...cause, accountId: state.accountId });
      return true;
    },
  };

  /** What a purchase was given that was refunded in that very moment: it has not taken it, so nobody would. */
  async function takenBack(purchase: Purchase, named: (what: string) => Cause): Promise<void> {
    if (purchase.status !== 'refunded') return;
    const { accountId, purchaseId, terms, orderId, credits: granted } = purchase;
    const reason = 'the purchase was refunded';
    if (terms.kind === 'indexing-boost' && granted === null)
      await credits.run(accountId, { type: 'Revoke', purchaseId, reason }, named('revoke'));
    if (terms.kind !== 'backlink-package' || orderId !== null) return;
    const id = await ids.allocate('backlink-order', named('order').commandId);
    const done = await orders.end(id, reason, named('end-order'));
    if (!done.ok && done.refusal.code !== 'not_found') throw new Error(done.refusal.message);
  }

  /** The order of a paid package, drafted and approved; its id, or why it cannot be. */
  async function placedOrder(
    { accountId, overrideReason, boughtBy, purchaseId }: KnownPurchase,
    terms: Extract<AddOnTerms, { kind: 'backlink-package' }>,
    named: (what: string) => Cause,
  ): Promise<OrderId | string> {
    const drafted = await orders.draft(
      {
        accountId,
        siteId: terms.site_id,
        orderType: 'monthly',
        billing: 'prepaid',
        request: {
          ...packageRequest(
            terms.package,
            terms.links,
            terms.niche as Niche,
            overrideReason ?? `bought as add-on ${purchaseId}`,
          ),
          // What was paid is the price, whatever the price book says by now.
          price_cents: terms.price_cents,
          niche_surcharge: 100,
        },
        managedSubscriptionId: null,
        campaignId: null,
        dueDate: null,
        notes: null,
        mayOverride: true,
        createdBy: boughtBy,
        purchaseId,
      },
      named('order'),
    );
    if (!drafted.ok || drafted.id === undefined) return drafted.ok ? 'no order was made' : drafted.refusal.message;
    const by = { role: 'client', id: boughtBy };
    const approved = await orders.approve(drafted.id, { by, onBehalf: false }, named('approve'));
    return approved.ok ? drafted.id : approved.refusal.message;
  }
}
