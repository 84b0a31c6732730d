import { accept, type Decider, type DomainEvent, refuse } from '#domain/kernel/decider';
import type { AccountId, InvoiceId, OrderId, PurchaseId, SiteId, SubscriptionId, UserId } from '#domain/kernel/ids';
import type { Cents } from '#domain/kernel/money';
import { cents } from '#domain/kernel/money';
import { type Instant, plusHours } from '#domain/kernel/time';
import type { LinkPackage } from '#domain/links/price-book-data';
import type { Plan } from '#domain/plans/plan';
import type { Tier } from '#domain/services/service-config';
import type { MethodGateway } from './billing-account-messages.ts';

/** What can be bought on top of a plan. Source: spec 4.3. */
export const ADD_ON_KINDS = ['managed-service', 'backlink-package', 'indexing-boost'] as const;
export const BOOST_UNIT_PRICE: Cents = cents(15);
export const BOOST_LEAST = 10;
export const BOOST_PLANS: readonly Plan[] = ['growth', 'scale'];
/** Hours after which a prepaid purchase that is not paid expires. */
export const EXPIRES_AFTER_HOURS = 24;

/** What is bought, with the price as it was when it was bought. */
export type AddOnTerms =
  | {
      readonly kind: 'managed-service';
      readonly site_id: SiteId;
      readonly tier: Tier;
      readonly monthly_price_cents: Cents;
    }
  | {
      readonly kind: 'backlink-package';
      readonly site_id: SiteId;
      readonly package: LinkPackage;
      readonly links: number;
      readonly niche: string;
      readonly price_cents: Cents;
    }
  | {
      readonly kind: 'indexing-boost';
      readonly quantity: number;
      readonly unit_price_cents: Cents;
      readonly price_cents: Cents;
    };

type Of<Type extends string, Data = unknown> = DomainEvent<
  Type,
  { readonly purchase_id: PurchaseId; readonly account_id: AccountId } & Data
>;
export type AddOnEvent =
  | Of<
      'AddOnPurchased',
      {
        readonly terms: AddOnTerms;
        readonly payment_method: MethodGateway;
        readonly expires_at: Instant | null;
        readonly override_reason: string | null;
        readonly bought_by: UserId | null;
      }
    >
  | Of<'AddOnInvoiced', { readonly invoice_id: InvoiceId }>
  /** Paid, or for what is billed in arrears the way of payment is proven: it takes effect. */
  | Of<
      'AddOnActivated',
      {
        readonly managed_subscription_id: SubscriptionId | null;
        readonly order_id: OrderId | null;
        readonly credits: number | null;
        readonly invoice_id: InvoiceId | null;
      }
    >
  | Of<'AddOnExpired', { readonly reason: string }>
  | Of<'AddOnRefunded', { readonly reason: string }>;

export type KnownPurchase = {
  readonly status: 'pending' | 'active' | 'paid' | 'expired' | 'refunded';
  readonly purchaseId: PurchaseId;
  readonly accountId: AccountId;
  readonly terms: AddOnTerms;
  readonly paymentMethod: MethodGateway;
  readonly expiresAt: Instant | null;
  readonly overrideReason: string | null;
  readonly boughtBy: UserId | null;
  readonly invoiceId: InvoiceId | null;
  readonly subscriptionId: SubscriptionId | null;
  readonly orderId: OrderId | null;
  readonly credits: number | null;
  readonly reason: string | null;
};
export type Purchase = { readonly status: 'none' } | KnownPurchase;

type Now = { readonly now: Instant };
export type AddOnCommand =
  | ({
      readonly type: 'Purchase';
      readonly purchaseId: PurchaseId;
      readonly accountId: AccountId;
      readonly terms: AddOnTerms;
      readonly paymentMethod: MethodGateway;
      readonly overrideReason: string | null;
      readonly boughtBy: UserId | null;
    } & Now)
  | ({ readonly type: 'Invoice'; readonly invoiceId: InvoiceId } & Now)
  | ({
      readonly type: 'Activate';
      readonly subscriptionId: SubscriptionId | null;
      readonly orderId: OrderId | null;
      readonly credits: number | null;
    } & Now)
  | ({ readonly type: 'Expire'; readonly reason: string } & Now)
  | ({ readonly type: 'Refund'; readonly reason: string } & Now);
export type AddOnRefusal =
  | { readonly code: 'not_found'; readonly message: string }
  | { readonly code: 'invalid_state'; readonly message: string; readonly currentState: string }
  | { readonly code: 'feature_not_in_plan'; readonly message: string; readonly upgradeTo: Plan | null }
  | { readonly code: 'invalid_values'; readonly message: string; readonly pointer: string };

/** A purchase: an event before any money moves; one stream each. */
export const addOn: Decider<AddOnCommand, Purchase, AddOnEvent, AddOnRefusal> = {
  initial: { status: 'none' },
  evolve: (state, event): Purchase => {
    if (event.type === 'AddOnPurchased') return purchased(event.data);
    if (state.status === 'none') return state;
    switch (event.type) {
      case 'AddOnInvoiced':
        return { ...state, invoiceId: event.data.invoice_id };
      case 'AddOnActivated': {
        const { managed_subscription_id: subscriptionId, order_id: orderId, credits } = event.data;
        const status = state.terms.kind === 'managed-service' ? 'active' : 'paid';
        return { ...state, status, subscriptionId, orderId, credits };
      }
      case 'AddOnExpired':
        return { ...state, status: 'expired', reason: event.data.reason };
      case 'AddOnRefunded':
        return { ...state, status: 'refunded', reason: event.data.reason };
    }
  },
  decide: (command, state) => {
    const at = command.now;
    if (command.type === 'Purchase') {
      const {
        purchaseId: purchase_id,
        accountId: account_id,
        terms,
        paymentMethod,
        overrideReason,
        boughtBy,
      } = command;
      if (state.status !== 'none') return accept();
      if (terms.kind === 'managed-service' && paymentMethod === 'paypal')
        return refuse({
          code: 'invalid_values',
          pointer: '/payment_method',
          message:
            'a managed service is billed every month, and PayPal asks its payer each time: choose stripe or manual',
        });
      const data = {
        purchase_id,
        account_id,
        terms,
        payment_method: paymentMethod,
        override_reason: overrideReason,
        expires_at: terms.kind === 'managed-service' ? null : plusHours(at, EXPIRES_AFTER_HOURS),
        bought_by: boughtBy,
      };
      return accept<AddOnEvent>({ type: 'AddOnPurchased', at, data });
    }
    if (state.status === 'none') return refuse({ code: 'not_found', message: 'there is no such purchase' });
    const ids = { purchase_id: state.purchaseId, account_id: state.accountId };
    switch (command.type) {
      case 'Invoice':
        if (state.invoiceId !== null) return accept();
        return accept<AddOnEvent>({ type: 'AddOnInvoiced', at, data: { ...ids, invoice_id: command.invoiceId } });
      case 'Activate': {
        if (state.status !== 'pending') return accept();
        const { subscriptionId, orderId, credits } = command;
        const got = { managed_subscription_id: subscriptionId, order_id: orderId, credits };
        const data = { ...ids, ...got, invoice_id: state.invoiceId };
        return accept<AddOnEvent>({ type: 'AddOnActivated', at, data });
      }
      case 'Expire':
        if (state.status !== 'pending') return accept();
        return accept<AddOnEvent>({ type: 'AddOnExpired', at, data: { ...ids, reason: command.reason } });
      case 'Refund':
        if (state.status === 'refunded') return accept();
        return accept<AddOnEvent>({ type: 'AddOnRefunded', at, data: { ...ids, reason: command.reason } });
    }
  },
};

const purchased = (data: Extract<AddOnEvent, { type: 'AddOnPurchased' }>['data']): KnownPurchase => ({
  status: 'pending',
  purchaseId: data.purchase_id,
  accountId: data.account_id,
  terms: data.terms,
  paymentMethod: data.payment_method,
  expiresAt: data.expires_at,
  overrideReason: data.override_reason,
  boughtBy: data.bought_by,
  invoiceId: null,
  subscriptionId: null,
  orderId: null,
  credits: null,
  reason: null,
});
