import type { DomainEvent } from '#domain/kernel/decider';
import type { AccountId, CreditNoteId, InvoiceId, OrderId, PaymentMethodId, PurchaseId } from '#domain/kernel/ids';
import type { Cents } from '#domain/kernel/money';
import type { Day, Instant } from '#domain/kernel/time';
import type { AccountCredit, Billable, InvoiceLine, TaxRate } from './invoice-lines.ts';

export const METHOD_GATEWAYS = ['stripe', 'paypal', 'manual'] as const;
export type MethodGateway = (typeof METHOD_GATEWAYS)[number];

/** How an invoice is charged by itself; null where it waits to be paid. */
export type Collection = {
  readonly gateway: 'stripe' | 'paypal';
  readonly method_id: PaymentMethodId | null;
  readonly customer: string | null;
  readonly method: string | null;
};

/** An invoice as it was put together; its number comes when it is issued. */
export type InvoiceContent = {
  readonly invoice_id: InvoiceId;
  readonly account_id: AccountId;
  readonly kind: 'regular' | 'prepaid';
  readonly billing_date: Day;
  readonly period_start: Day;
  readonly period_end: Day;
  readonly lines: readonly InvoiceLine[];
  readonly subtotal_cents: Cents;
  /** Thousandths of a percent. */
  readonly tax_rate: TaxRate;
  readonly tax_cents: Cents;
  readonly total_cents: Cents;
  readonly collection: Collection | null;
  readonly purchase_id: PurchaseId | null;
  /** A monthly order whose renewal this prepaid invoice pays. */
  readonly order_id: OrderId | null;
};

/** What the account wants on its invoices, beside what is known of it. All but the country are tokens of personal data. */
export type BillingDetails = {
  readonly name: string | null;
  readonly address_lines: readonly string[];
  readonly tax_id: string | null;
  readonly email: string | null;
  /** ISO 3166-1, two letters. */
  readonly country: string | null;
};

type Of<Type extends string, Data = unknown> = DomainEvent<Type, { readonly account_id: AccountId } & Data>;
type Method<Type extends string, Data = unknown> = Of<Type, { readonly method_id: PaymentMethodId } & Data>;

/** What an account is billed from: what waits to be billed, its credit, its tax rate and how it pays. */
export type BillingAccountEvent =
  | Of<'BillableAdded', { readonly billable: Billable; readonly billing_date: Day }>
  | Of<
      'InvoiceDrafted',
      InvoiceContent & {
        readonly keys: readonly string[];
        readonly credits: readonly { readonly note_id: number; readonly amount_cents: Cents }[];
        /** The void invoice that it takes the place of. */
        readonly replaces: InvoiceId | null;
      }
    >
  /** Of a void invoice: its lines can be billed again from that date on, and the credit it used is given back. */
  | Of<'InvoiceReleased', { readonly invoice_id: InvoiceId; readonly billing_date: Day | null }>
  | Of<
      'AccountCreditGranted',
      {
        readonly note_id: CreditNoteId;
        readonly number: string;
        readonly invoice_id: InvoiceId;
        readonly amount_cents: Cents;
      }
    >
  /** Invoices that are issued from then on are made out so; those that were issued stay as they are. */
  | Of<'BillingDetailsSet', BillingDetails>
  | Of<'TaxRateSet', { readonly tax_rate: TaxRate; readonly reason: string | null }>
  | Method<'PaymentMethodAdded', { readonly gateway: MethodGateway; readonly test_card: string | null }>
  /** The customer enters it at the gateway; `object` names the set-up there. */
  | Method<'PaymentMethodAwaited', { readonly customer: string; readonly object: string }>
  | Method<
      'PaymentMethodProven',
      {
        readonly gateway: MethodGateway;
        readonly customer: string | null;
        readonly method: string | null;
        readonly label: string;
        readonly last4: string | null;
        readonly expires: string | null;
      }
    >
  | Method<'PaymentMethodFailed', { readonly error: string }>
  | Method<'PaymentMethodRemoved'>;

export type PaymentMethod = {
  readonly id: PaymentMethodId;
  readonly gateway: MethodGateway;
  readonly status: 'pending' | 'proven' | 'failed';
  readonly label: string;
  readonly last4: string | null;
  readonly expires: string | null;
  readonly customer: string | null;
  /** The gateway's id of the method. */
  readonly method: string | null;
  /** The gateway's id of the set-up while it is awaited. */
  readonly object: string | null;
  readonly test_card: string | null;
  readonly added_at: Instant;
  readonly error: string | null;
};
type Waiting = { readonly billable: Billable; readonly billing_date: Day; readonly invoice_id: InvoiceId | null };
type Drafted = Extract<BillingAccountEvent, { type: 'InvoiceDrafted' }>['data'];

/** Plain data, so that it can stand in a row as it is. */
export type BillingAccount = {
  readonly taxRate: TaxRate;
  readonly taxCause: string | null;
  /** Undefined where none were ever set. */
  readonly details?: BillingDetails;
  readonly billables: Readonly<Record<string, Waiting>>;
  readonly drafts: Readonly<Record<string, Pick<Drafted, 'invoice_id' | 'keys' | 'credits' | 'kind' | 'billing_date'>>>;
  readonly credits: readonly AccountCredit[];
  readonly methods: readonly PaymentMethod[];
};

type Now = { readonly now: Instant; readonly today: Day; readonly accountId: AccountId };
export type BillingAccountCommand =
  | ({ readonly type: 'AddBillable'; readonly billable: Billable; readonly billingDate: Day } & Now)
  /** What waits for that billing date, or exactly these keys. */
  | ({
      readonly type: 'DraftInvoice';
      readonly invoiceId: InvoiceId;
      readonly billingDate: Day;
      readonly keys: readonly string[];
      readonly replaces: InvoiceId | null;
    } & Now)
  | ({
      readonly type: 'DraftPrepaid';
      readonly invoiceId: InvoiceId;
      readonly billable: Billable;
      readonly gateway: MethodGateway;
      readonly purchaseId: PurchaseId | null;
      readonly orderId: OrderId | null;
    } & Now)
  | ({ readonly type: 'ReleaseInvoice'; readonly invoiceId: InvoiceId } & Now)
  | ({
      readonly type: 'GrantCredit';
      readonly noteId: CreditNoteId;
      readonly number: string;
      readonly invoiceId: InvoiceId;
      readonly amount: Cents;
    } & Now)
  | ({ readonly type: 'SetBillingDetails'; readonly details: BillingDetails } & Now)
  | ({ readonly type: 'SetTaxRate'; readonly rate: TaxRate; readonly reason: string | null } & Now)
  | ({
      readonly type: 'AddMethod';
      readonly methodId: PaymentMethodId;
      readonly gateway: MethodGateway;
      readonly testCard: string | null;
    } & Now)
  | ({
      readonly type: 'SettleMethod';
      readonly methodId: PaymentMethodId;
      readonly done:
        | {
            readonly outcome: 'proven';
            readonly customer: string;
            readonly method: string;
            readonly label: string;
            readonly last4: string | null;
            readonly expires: string | null;
          }
        | { readonly outcome: 'pending'; readonly customer: string; readonly object: string }
        | { readonly outcome: 'failed'; readonly error: string };
    } & Now)
  | ({ readonly type: 'RemoveMethod'; readonly methodId: PaymentMethodId } & Now);

export type BillingAccountRefusal =
  | { readonly code: 'invalid_values'; readonly message: string; readonly pointer: string }
  | { readonly code: 'invalid_state'; readonly message: string; readonly currentState: string }
  | { readonly code: 'not_found'; readonly message: string };
