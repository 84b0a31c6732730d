import type { Cents } from '#domain/kernel/money';
import type { Instant } from '#domain/kernel/time';

export const GATEWAYS = ['stripe', 'paypal'] as const;
export type GatewayName = (typeof GATEWAYS)[number];

/** An intent as the gateway is told of it. `key` is made from the intent and is the same for every attempt at it. */
type Intent = {
  readonly key: string;
  /** When the intent was recorded: how old the key is. A key older than its gateway surely keeps it is never re-sent. */
  readonly intendedAt: Instant;
};

export type Charge = Intent & {
  readonly paymentId: number;
  readonly invoiceId: number;
  /** `INV-2026-000123`. */
  readonly invoiceNumber: string;
  readonly accountId: number;
  readonly amount: Cents;
  readonly description: string;
  /** The gateway's ids of the customer and of the saved method that is charged; null where the payer approves each payment. */
  readonly customer: string | null;
  readonly method: string | null;
};

/** Nothing was done for certain and it may be tried again; or it will never be done; or it may have been done. */
export type Trouble =
  | { readonly outcome: 'temporary'; readonly error: string }
  | { readonly outcome: 'refused'; readonly error: string }
  | { readonly outcome: 'unknown'; readonly error: string };
export type NotFound = { readonly outcome: 'not_found' };

/** What is certain about a charge. `reference` is what a refund names: Stripe's payment intent, PayPal's capture. */
export type Charged =
  | { readonly outcome: 'paid'; readonly reference: string; readonly object: string; readonly amount: Cents }
  | { readonly outcome: 'declined'; readonly code: string; readonly error: string }
  /** Waits for the payer (PayPal): `object` is the order that will be captured. */
  | { readonly outcome: 'awaiting_payer'; readonly object: string; readonly approveUrl: string };

export type Refund = Intent & {
  readonly refundId: number;
  readonly paymentId: number;
  readonly invoiceId: number;
  /** The `reference` of the payment. */
  readonly reference: string;
  readonly amount: Cents;
  readonly reason: string;
};
export type Refunded =
  | { readonly outcome: 'refunded'; readonly reference: string; readonly amount: Cents }
  /** Accepted by the gateway; a webhook or the reconciler tells the end. */
  | { readonly outcome: 'pending'; readonly reference: string }
  /** `reference`: the refund that failed, also one that had gone through before; null where none was made. */
  | { readonly outcome: 'failed'; readonly error: string; readonly reference: string | null };

export type DisputeAnswer = { readonly outcome: 'done' } | Trouble;

export const TEST_CARDS = ['ok', 'declined', 'fails_later', 'disputed'] as const;
export type TestCard = (typeof TEST_CARDS)[number];

export type SetUp = Intent & {
  readonly methodId: number;
  readonly accountId: number;
  /** The gateway's id of the customer, where it is known already. */
  readonly customer: string | null;
  /** In a sandbox: proves or fails at once. */
  readonly testCard: TestCard | null;
};
export type SetUpDone =
  | {
      readonly outcome: 'proven';
      readonly customer: string;
      readonly method: string;
      readonly label: string;
      readonly last4: string | null;
      /** `2030-12`. */
      readonly expires: string | null;
    }
  /** Waits for the customer to enter the card; `object` is the set-up whose client secret they need. */
  | { readonly outcome: 'pending'; readonly customer: string; readonly object: string }
  | { readonly outcome: 'failed'; readonly error: string };

/** A notice of the provider, from a webhook or from its list of events; what it is about is asked for anew. */
export type ProviderEvent = {
  readonly id: string;
  readonly type: string;
  /** The id of the object that it is about; empty where that has none, and nothing can be asked for. */
  readonly object: string;
  readonly at: Instant;
};

export type DisputeNews = {
  readonly what: 'dispute';
  /** The provider's id. */
  readonly dispute: string;
  /** The `reference` of the disputed payment. */
  readonly reference: string;
  readonly amount: Cents;
  readonly reason: string;
  readonly dueBy: Instant | null;
} & (
  | { readonly status: 'open' | 'won' }
  /** `lost`: how much, where that is told; else all that was disputed. */
  | { readonly status: 'lost'; readonly lost?: Cents | null }
  /** Closed, in words that do not say what became of the money. */
  | { readonly status: 'unclear'; readonly outcome: string }
);

/** A refund that is none of ours: made in the provider's dashboard, or money that the provider or a bank has taken back. */
export type RefundElsewhereNews = {
  readonly what: 'refund_elsewhere';
  /** The provider's id of the refund. */
  readonly refund: string;
  /** The `reference` of the payment. */
  readonly reference: string;
  readonly why: 'refunded' | 'reversed';
  readonly amount: Cents;
  readonly refunded: Refunded;
};

/** How an object of the provider stands now, in our words. Ids are ours, from its metadata. */
export type ProviderNews =
  | { readonly what: 'payment'; readonly paymentId: number; readonly invoiceId: number; readonly charged: Charged }
  /** The payer has approved: the order can be captured. */
  | { readonly what: 'approved'; readonly paymentId: number; readonly invoiceId: number; readonly object: string }
  | { readonly what: 'refund'; readonly refundId: number; readonly invoiceId: number; readonly refunded: Refunded }
  | RefundElsewhereNews
  | DisputeNews
  | { readonly what: 'method'; readonly methodId: number; readonly accountId: number; readonly done: SetUpDone }
  /** The platform's own plan subscription of an account. */
  | {
      readonly what: 'plan_subscription';
      readonly accountId: number;
      readonly plan: string | null;
      readonly status: 'active' | 'past_due' | 'cancelled';
      readonly subscription: string;
      readonly periodEnd: Instant | null;
    }
  /** Of one notice about several objects, such as all refunds of a charge. */
  | { readonly what: 'several'; readonly of: readonly ProviderNews[] }
  /** Nothing of ours. */
  | { readonly what: 'nothing' };

/**
 * A payment gateway. No call ever throws. Every object that is made carries our ids in its metadata, so that it can be found
 * again: a call whose answer was lost is looked up, never guessed.
 */
export type PaymentGateway = {
  readonly name: GatewayName;
  charge(charge: Charge): Promise<Charged | Trouble>;
  /** `object`: the gateway's own id of the charge (PayPal's order), where one was told. */
  findCharge(charge: Charge, object: string | null): Promise<Charged | NotFound | Trouble>;
  /** PayPal: takes the money of an order that its payer has approved. */
  readonly capture?: (charge: Charge, object: string) => Promise<Charged | Trouble>;
  refund(refund: Refund): Promise<Refunded | Trouble>;
  findRefund(refund: Refund): Promise<Refunded | NotFound | Trouble>;
  /** Saves a method that can be charged without the payer; left out where each payment is approved. */
  readonly setUp?: (setUp: SetUp) => Promise<SetUpDone | Trouble>;
  readonly findSetUp?: (setUp: SetUp) => Promise<SetUpDone | NotFound | Trouble>;
  /** What the customer's browser finishes a set-up with; a secret that is never kept. Null where it is not to be had. */
  readonly setUpSecret?: (object: string) => Promise<string | null>;
  /** Hands evidence in at the card network; the fields are those that Stripe has. Asked again it changes nothing. */
  readonly submitEvidence?: (dispute: string, fields: Readonly<Record<string, string>>) => Promise<DisputeAnswer>;
  /** Gives a dispute up. Asked again it changes nothing. */
  readonly acceptDispute?: (dispute: string) => Promise<DisputeAnswer>;
  /** The notice in a webhook whose signature and age are right, of whatever type; null otherwise. Headers by lower-case name. */
  readWebhook(body: Uint8Array, headers: Readonly<Record<string, string>>, now: Instant): Promise<ProviderEvent | null>;
  /** Notices from `from` on, oldest first. Throws where the provider cannot be asked. */
  eventsSince(from: Instant): Promise<readonly ProviderEvent[]>;
  /** What the notice is about, as it stands now. Throws where the provider cannot be asked. */
  news(event: ProviderEvent): Promise<ProviderNews>;
};

/** Those that are configured. */
export type PaymentGateways = Readonly<Partial<Record<GatewayName, PaymentGateway>>>;
