import type { DomainEvent } from '#domain/kernel/decider';
import type {
  AccountId,
  BacklinkId,
  ClaimId,
  InvoiceId,
  OrderId,
  ProposalId,
  PurchaseId,
  SiteId,
  SubscriptionId,
} from '#domain/kernel/ids';
import type { Cents } from '#domain/kernel/money';
import type { Day, Instant } from '#domain/kernel/time';
import type {
  AgreedTerms,
  AgreementCommand,
  AgreementEvent,
  AgreementRefusal,
} from './backlink-order-agreement-messages.ts';
import type { Brief } from './backlink-order-agreement-state.ts';
import type { Approver, OfLink, OfOrder, Vendor } from './backlink-order-parts.ts';
import type { GuaranteeReason, GuaranteeTerms, LinkGuarantee } from './guarantee.ts';
import type { Quote } from './order-quote.ts';
import type { LinkPackage, LinkTier, PriceBook } from './price-book-data.ts';
import type { PricingMode, QuoteRefusal, QuoteRequest } from './quote-request.ts';

/** What orders hear of bills, in the words that they need of them; `domain/billing/events.ts` checks that billing says so. */
export type HeardOfBilling =
  | DomainEvent<
      'InvoiceDrafted',
      { readonly invoice_id: InvoiceId; readonly lines: readonly { readonly order_id: number | null }[] }
    >
  | DomainEvent<'InvoiceReleased', { readonly invoice_id: InvoiceId }>
  | DomainEvent<'AddOnActivated', { readonly order_id: OrderId | null; readonly invoice_id: InvoiceId | null }>;

export { type Approver, type OfOrder, VENDORS, type Vendor } from './backlink-order-parts.ts';

export type OrderType = 'one_time' | 'monthly';
export type Billing = 'on_completion' | 'prepaid';

/** What was asked for and what it was priced at; frozen by the approval. */
export type OrderTerms = {
  readonly order_type: OrderType;
  readonly pricing_mode: PricingMode;
  readonly package: LinkPackage | null;
  readonly request: QuoteRequest;
  readonly quote: Quote;
  readonly price_book_version: number;
  readonly markup_percent: number;
  readonly budget_cents: Cents | null;
  readonly managed_subscription_id: SubscriptionId | null;
  readonly campaign_id: number | null;
  readonly override_reason: string | null;
} & AgreedTerms;

export type Placement = {
  readonly vendor: Vendor;
  readonly vendor_reference: string | null;
  readonly source_url: string;
  readonly source_domain: string;
  readonly target_url: string;
  readonly anchor_text: string;
  readonly cost_cents: Cents;
  readonly replaces_id: BacklinkId | null;
};

type Order = OfOrder;
type Link = OfLink;

/** How the indexing of a link stands, as far as the order's completion is concerned (ruling 1.1). */
export type LinkIndexing = 'none' | 'open' | 'indexed' | 'failed' | 'reviewed' | 'not_entitled' | 'cancelled';

export type BacklinkOrderEvent =
  | AgreementEvent
  | DomainEvent<
      'BacklinkOrderDrafted',
      Order & {
        readonly terms: OrderTerms;
        readonly billing: Billing;
        readonly due_date: Day | null;
        readonly notes: string | null;
        readonly predecessor_id: OrderId | null;
        readonly created_by: number | null;
        /** The add-on that it was bought as; a renewal has none. */
        readonly purchase_id?: PurchaseId;
        /** What a renewal takes over of the brief of the order before it. */
        readonly brief?: Pick<Brief, 'answers' | 'complete'>;
      }
    >
  | DomainEvent<'BacklinkOrderRevised', Order & { readonly terms: OrderTerms }>
  /** Notes, and the due date: what an order may change at any time. */
  | DomainEvent<
      'BacklinkOrderNoted',
      Order & {
        readonly notes: string | null;
        readonly due_date: Day | null;
        /** Of a date that is given while the order waits for its brief. */
        readonly on?: Day;
      }
    >
  | DomainEvent<
      'BacklinkOrderApproved',
      Order & {
        readonly on: Day;
        /** Null while the brief is not complete. */
        readonly due_date: Day | null;
        readonly client_price_cents: Cents;
        readonly approved_by: Approver;
        readonly on_behalf_of_client: boolean;
        /** A renewal is approved by the approval of the first order. */
        readonly standing_approval: boolean;
        /** Of monthly orders: the day of the first approval, and how many months on this one is. */
        readonly anchor: Day | null;
        readonly month: number;
        readonly renews_on: Day | null;
        /** As the price book had it; older orders have what it started with. */
        readonly guarantee?: GuaranteeTerms;
      }
    >
  | DomainEvent<
      'OrderLinkPlaced',
      Link & {
        readonly line_id: number;
        readonly tier: LinkTier | null;
        /** The lowest domain rating that the link may have without a warning. */
        readonly dr_floor: number;
        readonly campaign_id: number | null;
        readonly override_reason: string | null;
        /** The proposal that the client approved. */
        readonly proposal_id?: ProposalId;
        readonly guarantee?: LinkGuarantee;
      } & Placement
    >
  | DomainEvent<'BacklinkOrderStarted', Order>
  /** The link passed its quality check: it counts as delivered, unless it replaces another. */
  | DomainEvent<'OrderLinkDelivered', Link>
  | DomainEvent<'OrderLinkRejected', Link & { readonly reason: string }>
  | DomainEvent<'OrderLinkLive', Link>
  | DomainEvent<'OrderLinkLost', Link & { readonly replacement_owed: boolean }>
  | DomainEvent<'OrderLinkIndexing', Link & { readonly indexing: LinkIndexing }>
  | DomainEvent<
      'OrderLinkCostCorrected',
      Link & { readonly cost_cents: Cents; readonly reason: string; readonly override_reason: string | null }
    >
  /** Pass-through: what the costs recorded so far come to for the client. */
  | DomainEvent<
      'BacklinkOrderRepriced',
      Order & {
        readonly client_price_cents: Cents;
        readonly cost_cents: Cents;
        /** By how much it is less than was billed: that is owed as a credit note (ruling 1.9). */
        readonly credit_cents?: Cents;
      }
    >
  /** Pass-through: put down for billing at this price, which only a lower cost moves from now on. */
  | DomainEvent<'BacklinkOrderBilled', Order & { readonly client_price_cents: Cents }>
  | DomainEvent<'BacklinkOrderDelivered', Order>
  | DomainEvent<'BacklinkOrderCompleted', Order & { readonly reason: string | null }>
  | DomainEvent<
      'BacklinkOrderCancelled',
      Order & {
        readonly reason: string | null;
        /** What the client owes for what was delivered. */
        readonly owed_cents: Cents;
        readonly lines: readonly { readonly id: number; readonly delivered: number; readonly owed_cents: Cents }[];
      }
    >
  | DomainEvent<'BacklinkOrderFellBehind', Order & { readonly on: Day; readonly delivered: number }>
  | DomainEvent<'BacklinkOrderCaughtUp', Order & { readonly on: Day }>
  | DomainEvent<'BacklinkOrderRenewed', Order & { readonly successor_id: OrderId; readonly on: Day }>
  | DomainEvent<'BacklinkOrderRenewalHeld', Order & { readonly on: Day; readonly because: string }>
  | DomainEvent<'BacklinkOrderRenewalEnded', Order & { readonly reason: string | null }>;

/** What happened to a link, as its own events tell. */
export type LinkNews =
  | { readonly what: 'delivered' | 'live' }
  | { readonly what: 'rejected'; readonly reason: string }
  | {
      readonly what: 'lost';
      readonly replacementOwed: boolean;
      /** Where the guarantee covers it: why, and the event that proves it. */
      readonly breach?: Proven;
    }
  /** A link that is there breaks its guarantee all the same. */
  | { readonly what: 'breach'; readonly breach: Proven }
  /** A look at the link proved a claim to be unfounded. */
  | { readonly what: 'sound'; readonly claimId: ClaimId; readonly checkId: string }
  | { readonly what: 'indexing'; readonly indexing: LinkIndexing };

export type Proven = { readonly reason: GuaranteeReason; readonly checkId: string };

type Drafted = {
  readonly orderId: OrderId;
  readonly accountId: AccountId;
  readonly siteId: SiteId;
  readonly orderType: OrderType;
  readonly billing: Billing;
  readonly dueDate: Day | null;
  readonly notes: string | null;
  readonly managedSubscriptionId: SubscriptionId | null;
  readonly campaignId: number | null;
  readonly createdBy: number | null;
  readonly purchaseId?: PurchaseId | undefined;
};
/** What the price book says, and whether the account may buy what is asked for. */
type Asked = {
  readonly request: QuoteRequest;
  readonly book: PriceBook;
  readonly bookVersion: number;
  readonly plan: string;
  /** The subscription named is an active Pro one of the same site. */
  readonly managedPro: boolean;
  readonly mayOverride: boolean;
  /** What is asked of the client; left out where nothing is. */
  readonly placementApproval?: 'none' | 'client' | undefined;
  readonly briefRequired?: boolean | undefined;
};

export type BacklinkOrderCommand = { readonly now: Instant; readonly today: Day } & (
  | AgreementCommand
  | ({ readonly type: 'Draft' } & Drafted & Asked)
  | ({ readonly type: 'Revise'; readonly orderType: OrderType } & Asked)
  | { readonly type: 'Note'; readonly notes?: string | null | undefined; readonly dueDate?: Day | undefined }
  | {
      readonly type: 'Approve';
      readonly by: Approver;
      readonly onBehalf: boolean;
      /** What the price book guarantees now. */
      readonly guarantee?: GuaranteeTerms;
    }
  | {
      readonly type: 'PlaceLink';
      readonly backlinkId: BacklinkId;
      readonly placement: Placement;
      readonly tier: LinkTier | null;
      readonly overrideReason: string | null;
      readonly book: PriceBook;
      readonly proposalId?: ProposalId | undefined;
      /** The account's blocked domain that the page's host falls under. */
      readonly blocked?: string | null;
      /** When the guarantee of the link that it replaces ends. */
      readonly replacedUntil?: Instant | null;
    }
  | {
      readonly type: 'CorrectCost';
      readonly backlinkId: BacklinkId;
      readonly cost: Cents;
      readonly reason: string;
      readonly overrideReason: string | null;
    }
  | {
      readonly type: 'TellOfLink';
      readonly backlinkId: BacklinkId;
      readonly news: LinkNews;
      readonly claimId?: ClaimId;
    }
  | { readonly type: 'RecordBilled'; readonly price: Cents }
  | { readonly type: 'Complete'; readonly reason: string | null }
  | { readonly type: 'Cancel'; readonly what: 'order' | 'renewal'; readonly reason: string | null }
  | { readonly type: 'CheckDelivery' }
  /** `held`: why it may not be renewed now; null where it may. */
  | { readonly type: 'Renew'; readonly successorId: OrderId; readonly held: string | null }
  /** A renewal that was paid for. */
  | {
      readonly type: 'ApproveRenewal';
      readonly anchor: Day;
      readonly month: number;
      readonly approvedBy: Approver;
      readonly guarantee?: GuaranteeTerms | undefined;
    }
  | {
      readonly type: 'OpenSuccessor';
      readonly orderId: OrderId;
      readonly predecessor: Extract<BacklinkOrderEvent, { type: 'BacklinkOrderDrafted' }>['data'];
      readonly guarantee?: GuaranteeTerms | undefined;
      readonly anchor: Day;
      readonly month: number;
      readonly on: Day;
      readonly approvedBy: Approver;
    }
);

export type BacklinkOrderRefusal =
  | QuoteRefusal
  | AgreementRefusal
  | { readonly code: 'not_found' | 'over_budget' | 'duplicate'; readonly message: string; readonly holder?: number }
  | { readonly code: 'invalid_state'; readonly message: string; readonly currentState: string }
  | { readonly code: 'feature_not_in_plan'; readonly message: string; readonly upgradeTo: string | null };
