import type { HeardOfBilling } from '#domain/links/backlink-order-messages';
import type { HeardOfDisputes } from '#domain/links/placement-silence';
import type { AddOnEvent } from './add-on.ts';
import type { BillingAccountEvent } from './billing-account-messages.ts';
import type { DocumentNumberEvent } from './document-number.ts';
import type { InvoiceEvent } from './invoice-messages.ts';
import type { ProviderEvent } from './provider-event.ts';

/** Every event of the room. */
export type BillingEvent = AddOnEvent | BillingAccountEvent | DocumentNumberEvent | InvoiceEvent | ProviderEvent;

/** Listed by type so that the compiler demands one entry for each. */
const LISTED: Readonly<Record<BillingEvent['type'], true>> = {
  AccountCreditGranted: true,
  AddOnActivated: true,
  AddOnExpired: true,
  AddOnInvoiced: true,
  AddOnPurchased: true,
  AddOnRefunded: true,
  BillableAdded: true,
  CreditNoteIssued: true,
  CreditNoteNumbered: true,
  DisputeEvidencePrepared: true,
  DisputeEvidenceSubmitted: true,
  DisputeOutcomeUnclear: true,
  DocumentNumberTaken: true,
  DocumentNumbered: true,
  DunningHeld: true,
  DunningReleased: true,
  DunningStepTaken: true,
  InvoiceBecamePastDue: true,
  InvoiceDisputeClosed: true,
  InvoiceDisputeOpened: true,
  InvoiceDrafted: true,
  InvoiceIssued: true,
  InvoiceMarkedUncollectible: true,
  InvoicePaid: true,
  InvoicePaymentApproved: true,
  InvoicePaymentAwaitingPayer: true,
  InvoicePaymentFailed: true,
  InvoicePaymentReversed: true,
  InvoicePaymentStarted: true,
  InvoicePaymentSucceeded: true,
  InvoicePaymentUnknown: true,
  InvoiceRefundFailed: true,
  InvoiceRefundStarted: true,
  InvoiceRefundSucceeded: true,
  InvoiceReleased: true,
  InvoiceVoided: true,
  PaymentMethodAdded: true,
  PaymentMethodAwaited: true,
  PaymentMethodFailed: true,
  PaymentMethodProven: true,
  PaymentMethodRemoved: true,
  ProviderEventReceived: true,
  ProviderReconciled: true,
  BillingDetailsSet: true,
  TaxRateSet: true,
};
export const BILLING_EVENT_TYPES: readonly string[] = Object.keys(LISTED);

type Like<All, Heard extends { readonly type: string }> = All extends { readonly type: Heard['type'] } ? All : never;
type Fits<Said extends Heard, Heard> = Said;
/** What orders hear of bills; this does not compile once billing stops saying what they need. @public */
export type ToldToOrders = Fits<Like<BillingEvent, HeardOfBilling>, HeardOfBilling>;
/** What silence over placements hears of disputes, in the same way. @public */
export type ToldToSilence = Fits<Like<BillingEvent, HeardOfDisputes>, HeardOfDisputes>;
