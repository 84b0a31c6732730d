import { effectFamily, effectKind } from '#domain/kernel/effect-kind';
import type {
  AccountId,
  ClaimId,
  CreditNoteId,
  InvoiceId,
  OrderId,
  PaymentId,
  PaymentMethodId,
  PurchaseId,
  RefundId,
} from '#domain/kernel/ids';
import type { Cents } from '#domain/kernel/money';
import type { Instant } from '#domain/kernel/time';
import type { BillingTemplate } from './billing-mail.ts';
import type { ProviderEventData } from './provider-event.ts';

/*
 * What processes of billing ask for. A result that a process reads may lack any of its fields: an effect that was given up and
 * then done by hand is answered without them.
 */
type OfInvoice = { readonly invoice_id: InvoiceId; readonly account_id: AccountId };
type OfNote = OfInvoice & { readonly note_id: CreditNoteId };
type OfPayment = OfInvoice & { readonly payment_id: PaymentId };
type OfMethod = { readonly method_id: PaymentMethodId; readonly account_id: AccountId };
type OfPurchase = { readonly purchase_id: PurchaseId; readonly account_id: AccountId };
type OfOrder = { readonly order_id: OrderId };
type OfAccountsOrder = OfOrder & { readonly account_id: AccountId };

/** An invoice, its credit notes, and what the client is told of them. */
export const issueInvoice = effectKind('issue_invoice')<OfInvoice>();
export const releaseInvoice = effectKind('release_invoice')<OfInvoice>();
export const numberCreditNote = effectKind('number_credit_note')<OfNote>();
export const grantAccountCredit = effectKind('grant_account_credit')<
  OfNote & { readonly number: string; readonly amount_cents: Cents }
>();
export const billingEmail = effectKind('billing_email')<
  OfInvoice & { readonly template: BillingTemplate; readonly amount_cents?: Cents }
>();

/** Calls of payment gateways, each a kind of its own, since each is paced and fails for itself. */
export const charge = effectFamily('charge')<OfPayment>();
export const capture = effectFamily('capture')<OfPayment>();
export const refund = effectFamily('refund')<OfInvoice & { readonly refund_id: RefundId }>();
export const setUp = effectFamily('set_up')<OfMethod>();
export const markPaymentUnknown = effectKind('mark_payment_unknown')<OfPayment & { readonly error: string }>();
export const collectOpenInvoices = effectKind('collect_open_invoices')<OfMethod>();
export const applyProviderEvent = effectKind('apply_provider_event')<ProviderEventData & { readonly at: Instant }>();

/** What follows for the services of an account that does not pay. */
export const dunningPause = effectKind('dunning_pause')<OfInvoice>();
export const dunningCancel = effectKind('dunning_cancel')<OfInvoice>();
export const dunningResume = effectKind('dunning_resume')<OfInvoice>();

/** Purchases; `expired` is false where a payment is still on its way. */
export const invoicePurchase = effectKind('invoice_purchase')<OfPurchase>();
export const fulfilPurchase = effectKind('fulfil_purchase')<OfPurchase>();
export const expirePurchase = effectKind('expire_purchase')<OfPurchase, { readonly expired?: boolean }>();

/** What money that went back, or is to go back, ends and settles; asked again after `again_hours` where it has to wait. */
type GivenBack = {
  readonly again_hours?: number;
  readonly prepaid?: boolean;
  readonly invoice_id?: InvoiceId | null;
  readonly credited?: boolean;
};
export const refundPurchase = effectKind('refund_purchase')<
  OfInvoice & { readonly purchase_id: PurchaseId },
  { readonly full?: boolean; readonly boost?: boolean; readonly purchase_id?: PurchaseId }
>();
export const revokeCredits = effectKind('revoke_credits')<OfInvoice & { readonly purchase_id: PurchaseId }>();
export const endCreditedRenewal = effectKind('end_credited_renewal')<OfInvoice & OfOrder>();
export const settleCancelledOrder = effectKind('settle_cancelled_order')<OfAccountsOrder, GivenBack>();
export const creditRepricedOrder = effectKind('credit_repriced_order')<
  OfAccountsOrder & {
    readonly event_id: string;
    readonly amount_cents: Cents;
    /** The claim on a link's guarantee that is remedied so. */
    readonly claim_id?: ClaimId;
  },
  GivenBack
>();
export const tellOrderBilled = effectKind('tell_order_billed')<OfAccountsOrder & { readonly amount_cents: Cents }>();

/** Renewals of monthly orders. */
export const approveRenewal = effectKind('approve_renewal')<OfOrder>();
export const invoiceRenewal = effectKind('invoice_renewal')<
  OfOrder,
  { readonly prepaid?: boolean; readonly invoice_id?: InvoiceId }
>();
/** Its invoice is 0 where none is known. */
export const expireRenewal = effectKind('expire_renewal')<OfOrder & { readonly invoice_id: InvoiceId | 0 }>();
