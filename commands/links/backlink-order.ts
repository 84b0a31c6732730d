import type { FeatureGateCommands } from '#commands/plans/feature-gate';
import type { Directory } from '#commands/platform/ports';
import { dayOf, type Zone } from '#domain/kernel/calendar';
import type {
  AccountId,
  BacklinkId,
  ClaimId,
  OrderId,
  ProposalId,
  PurchaseId,
  SiteId,
  SubscriptionId,
} from '#domain/kernel/ids';
import type { Cents } from '#domain/kernel/money';
import type { Day } from '#domain/kernel/time';
import { backlink } from '#domain/links/backlink';
import { backlinkOrder } from '#domain/links/backlink-order';
import type {
  Approver,
  BacklinkOrderCommand,
  BacklinkOrderEvent,
  BacklinkOrderRefusal,
  Billing,
  LinkNews,
  OrderType,
  Placement,
} from '#domain/links/backlink-order-messages';
import { renewalHeldBy, succession, successorOf } from '#domain/links/backlink-order-renewal';
import type { BacklinkOrder, KnownOrder } from '#domain/links/backlink-order-state';
import { type Quoted, quote } from '#domain/links/order-quote';
import type { LinkTier } from '#domain/links/price-book-data';
import type { QuoteRequest } from '#domain/links/quote-request';
import type { Plan } from '#domain/plans/plan';
import type { Clock } from '#runtime/clock';
import type { CommandHandler, Handled, HandleOptions } from '#runtime/command-handler';
import type { IdAllocator } from '#runtime/ids';
import type { Cause } from '#runtime/metadata';
import { uuidFrom } from '#runtime/random';
import type { BlockedDomainCommands } from './blocked-domain.ts';
import type { PriceBookCommands } from './price-book.ts';

export type DraftOrder = {
  readonly accountId: AccountId;
  readonly siteId: SiteId;
  readonly orderType: OrderType;
  readonly billing: Billing;
  readonly request: QuoteRequest;
  readonly managedSubscriptionId: SubscriptionId | null;
  readonly campaignId: number | null;
  readonly dueDate: Day | null;
  readonly notes: string | null;
  readonly mayOverride: boolean;
  readonly createdBy: number | null;
  /** The add-on that it is bought as. */
  readonly purchaseId?: PurchaseId;
} & Asks;
/** What is asked of the client; by default what the site's subscription, or the package, says. */
type Asks = {
  readonly placementApproval?: 'none' | 'client' | undefined;
  readonly briefRequired?: boolean | undefined;
};
export type ChangeOrder = {
  readonly terms:
    | ({ readonly orderType: OrderType; readonly request: QuoteRequest; readonly mayOverride: boolean } & Asks)
    | null;
  readonly note: { readonly notes?: string | null | undefined; readonly dueDate?: Day | undefined } | null;
};
export type PlaceLink = {
  readonly placement: Placement;
  readonly tier: LinkTier | null;
  readonly overrideReason: string | null;
  readonly proposalId?: ProposalId | undefined;
};
export type OrderResult = Handled<BacklinkOrder, BacklinkOrderEvent, BacklinkOrderRefusal>;

export type BacklinkOrderCommands = ReturnType<typeof backlinkOrderCommands>;

const stream = (id: number): string => `backlink-order-${id}`;
type Without<C> = C extends unknown ? Omit<C, 'now' | 'today'> : never;

export function backlinkOrderCommands(deps: {
  readonly handler: CommandHandler;
  readonly ids: IdAllocator;
  readonly clock: Clock;
  readonly zone: Zone;
  readonly directory: Directory;
  readonly priceBook: PriceBookCommands;
  readonly features: FeatureGateCommands;
  /** The id of the site's active managed Pro subscription; null where it has none. */
  readonly activePro: (siteId: number) => Promise<number | null>;
  /** Whether the account has an invoice that is past due. */
  readonly pastDue: (accountId: number) => Promise<boolean>;
  /** Whether the site's subscription has every placement approved by the client. */
  readonly placementApproval: (siteId: number) => Promise<'none' | 'client'>;
  readonly blocked: Pick<BlockedDomainCommands, 'blocking'>;
}) {
  const { handler, ids, clock, zone, directory, priceBook, features, activePro, pastDue, blocked } = deps;
  const on = (
    id: number,
    command: Without<BacklinkOrderCommand>,
    cause: Cause,
    options?: HandleOptions,
  ): Promise<OrderResult> =>
    handler.handle(
      backlinkOrder,
      stream(id),
      { ...command, now: clock.now(), today: dayOf(clock.now(), zone) } as BacklinkOrderCommand,
      cause,
      options,
    );
  const load = (id: number) => handler.load(backlinkOrder, stream(id));
  const invalid = (pointer: string, message: string): OrderResult => ({
    ok: false,
    refusal: { code: 'invalid_values', message, pointer },
    revision: -1,
  });

  /** Whether the plan may buy the package: a gate that is asked, also where an admin's reason passes it. Answers the plan. */
  async function askForPackage(accountId: number, plans: readonly Plan[], cause: Cause): Promise<Plan> {
    return (await features.askToBuy(accountId, 'backlinks_level', plans, cause)).plan;
  }

  async function asked(accountId: number, siteId: number, subscriptionId: number | null) {
    const { book, version } = await priceBook.current();
    const plan = await features.planOf(accountId);
    const pro = await activePro(siteId);
    return {
      book,
      bookVersion: version,
      plan,
      managedPro: pro !== null && pro === subscriptionId,
    };
  }

  /** When the guarantee of a link ends; null where it has not begun. */
  async function guaranteedUntil(id: number) {
    const { state } = await handler.load(backlink, `backlink-${id}`);
    return state.status === 'none' ? null : state.guaranteedUntil;
  }

  type Termed = Without<Extract<BacklinkOrderCommand, { type: 'Draft' | 'Revise' }>>;
  /** The command with the gate of its package asked. What is wrong whatever the plan is asks nothing. */
  async function gated<C extends Termed>(state: BacklinkOrder, command: C, account: number, cause: Cause): Promise<C> {
    const { request, book } = command;
    const name = request.pricing_mode === 'package' ? (request.package ?? null) : null;
    if (name === null) return command;
    const timed = { ...command, now: clock.now(), today: dayOf(clock.now(), zone) } as BacklinkOrderCommand;
    const decision = backlinkOrder.decide(timed, state);
    if (!decision.accepted && decision.refusal.code !== 'feature_not_in_plan') return command;
    return { ...command, plan: await askForPackage(account, book.packages[name].plans, cause) };
  }

  /** Plans that may buy the order's package; null where it has none. */
  async function mayBuy({ terms }: KnownOrder): Promise<readonly Plan[] | null> {
    return terms.package === null ? null : (await priceBook.current()).book.packages[terms.package].plans;
  }

  return {
    load,
    run: on,

    /** What an order would cost; appends nothing. */
    async quote(request: QuoteRequest): Promise<Quoted> {
      return quote((await priceBook.current()).book, request);
    },

    async draft(input: DraftOrder, cause: Cause): Promise<OrderResult & { readonly id?: OrderId }> {
      const site = await directory.site(input.siteId);
      if (site?.account_id !== input.accountId)
        return invalid('/site_id', `account ${input.accountId} has no site ${input.siteId}`);
      const { accountId, siteId, managedSubscriptionId, purchaseId } = input;
      const whose = { ...cause, accountId, siteId };
      const more = await asked(accountId, siteId, managedSubscriptionId);
      const placementApproval = input.placementApproval ?? (await deps.placementApproval(siteId));
      const orderId = (await ids.allocate('backlink-order', cause.commandId)) as OrderId;
      const command = { type: 'Draft' as const, orderId, ...input, ...more, placementApproval };
      // What was allowed when it was bought as an add-on is not asked about again.
      const ready = purchaseId ? command : await gated(backlinkOrder.initial, command, accountId, whose);
      return { ...(await on(orderId, ready, whose)), id: orderId };
    },

    /** New terms of a draft, and what may change at any time; the second only where the first was accepted. */
    async change(order: KnownOrder, input: ChangeOrder, cause: Cause, options?: HandleOptions): Promise<OrderResult> {
      const { terms, note } = input;
      if (terms === null) return on(order.orderId, { type: 'Note', ...note }, cause, options);
      const more = await asked(order.accountId, order.siteId, order.terms.managed_subscription_id);
      const { placement_approval: approval, brief } = order.terms;
      const asks = {
        placementApproval: terms.placementApproval ?? approval,
        briefRequired: terms.briefRequired ?? (brief === undefined ? undefined : true),
      };
      const command = { type: 'Revise' as const, ...terms, ...more, ...asks };
      const ready = await gated(order, command, order.accountId, cause);
      const revised = await on(order.orderId, ready, cause, options);
      if (!revised.ok || note === null) return revised;
      return on(order.orderId, { type: 'Note', ...note }, { ...cause, commandId: uuidFrom(cause.commandId, 'note') });
    },

    /** Takes a place of the order for a link; the link's own stream follows from it. */
    async place(
      orderId: number,
      input: PlaceLink,
      cause: Cause,
      options?: HandleOptions,
    ): Promise<OrderResult & { readonly id: BacklinkId }> {
      const id = (await ids.allocate('backlink', cause.commandId)) as BacklinkId;
      const { book } = await priceBook.current();
      const { source_domain, replaces_id } = input.placement;
      const { state } = await load(orderId);
      const known = {
        blocked: state.status === 'none' ? null : await blocked.blocking(state.accountId, source_domain),
        replacedUntil: replaces_id === null ? null : await guaranteedUntil(replaces_id),
      };
      const command = { type: 'PlaceLink' as const, backlinkId: id, book, ...input, ...known };
      return { ...(await on(orderId, command, cause, options)), id };
    },

    /** Freezes the quote, and what the price book guarantees now. */
    async approve(
      orderId: number,
      input: { readonly by: Approver; readonly onBehalf: boolean },
      cause: Cause,
      options?: HandleOptions,
    ): Promise<OrderResult> {
      const { guarantee } = (await priceBook.current()).book;
      return on(orderId, { type: 'Approve', ...input, guarantee }, cause, options);
    },

    correctCost: (
      orderId: number,
      input: { backlinkId: BacklinkId; cost: Cents; reason: string; overrideReason: string | null },
      cause: Cause,
    ): Promise<OrderResult> => on(orderId, { type: 'CorrectCost', ...input }, cause),

    /** News that breaks the link's guarantee is claimed by itself. */
    async tell(orderId: number, backlinkId: BacklinkId, news: LinkNews, cause: Cause): Promise<OrderResult> {
      const breaks = news.what === 'breach' || (news.what === 'lost' && news.breach !== undefined);
      if (!breaks) return on(orderId, { type: 'TellOfLink', backlinkId, news }, cause);
      const claimId = (await ids.allocate('guarantee-claim', uuidFrom(cause.commandId, 'claim'))) as ClaimId;
      return on(orderId, { type: 'TellOfLink', backlinkId, news, claimId }, cause);
    },

    /** Ends an order whose money went back, with its renewal. What is delivered stays so: of that only the renewal ends. */
    async end(orderId: number, reason: string, cause: Cause): Promise<OrderResult> {
      const { state, revision } = await load(orderId);
      if (state.status === 'none')
        return { ok: false, refusal: { code: 'not_found', message: 'there is no such order' }, revision };
      const whose = { ...cause, accountId: state.accountId, siteId: state.siteId };
      const running = state.status === 'draft' || state.status === 'approved' || state.status === 'in_progress';
      if (running) return on(orderId, { type: 'Cancel', what: 'order', reason }, whose);
      const renews = state.terms.order_type === 'monthly' && state.successorId === null && !state.renewalEnded;
      if (renews) return on(orderId, { type: 'Cancel', what: 'renewal', reason }, whose);
      return { ok: true, state, events: [], revision, position: 0, unchanged: true };
    },

    /** Renews a monthly order whose day has come, or notes why it may not be (ruling 1.12). */
    async renew(orderId: number, cause: Cause): Promise<OrderResult | null> {
      const { state } = await load(orderId);
      if (state.status === 'none') return null;
      const plans = await mayBuy(state);
      const plan = plans ? await askForPackage(state.accountId, plans, cause) : await features.planOf(state.accountId);
      const held = renewalHeldBy(state, { plan, plans, unpaid: await pastDue(state.accountId) });
      const successorId = (await ids.allocate('backlink-order', uuidFrom('renewed-order', orderId))) as OrderId;
      return on(orderId, { type: 'Renew', successorId, held }, cause);
    },

    /** The order that would follow a monthly one on its day as things stand, or why none would; appends nothing and asks no gate. */
    async wouldRenew(orderId: number): Promise<{ readonly held: string | null; readonly order: KnownOrder | null }> {
      const { state } = await load(orderId);
      if (state.status === 'none') return { held: null, order: null };
      const [plan, plans] = [await features.planOf(state.accountId), await mayBuy(state)];
      const held = renewalHeldBy(state, { plan, plans, unpaid: await pastDue(state.accountId) });
      return { held, order: successorOf(state, held, clock.now()) };
    },

    /** Approves a renewal that was paid for, by the approval of the first order. */
    async approveRenewal(orderId: OrderId, cause: Cause): Promise<OrderResult> {
      const { state } = await load(orderId);
      const { state: before } = await load(state.status === 'none' ? 0 : (state.predecessorId ?? 0));
      if (state.status === 'none' || before.status === 'none' || !before.approval?.anchor)
        throw new Error(`order ${orderId} renews nothing`);
      const { anchor, month, approved_by: approvedBy, guarantee } = before.approval;
      const whose = { ...cause, accountId: state.accountId, siteId: state.siteId };
      return on(orderId, { type: 'ApproveRenewal', anchor, month: month + 1, approvedBy, guarantee }, whose);
    },

    /** The order that follows a renewed one, at the same price, approved by the first approval. */
    async openSuccessor(orderId: number, successorId: OrderId, onDay: Day, cause: Cause): Promise<OrderResult> {
      const { state } = await load(orderId);
      const command = state.status === 'none' ? null : succession(state, successorId, onDay);
      if (state.status === 'none' || command === null) throw new Error(`order ${orderId} does not renew`);
      return on(successorId, command, { ...cause, accountId: state.accountId, siteId: state.siteId });
    },
  };
}
