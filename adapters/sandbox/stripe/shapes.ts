import Stripe from 'stripe';

/** Fields that hold nothing in a stand-in. */
export const nulls = <K extends string>(...names: readonly K[]): Record<K, null> =>
  Object.fromEntries(names.map((name) => [name, null])) as Record<K, null>;

type Made = { readonly id: string; readonly created: number; readonly metadata: Stripe.Metadata };
const plain = { livemode: false, currency: 'usd' } as const;

export const customerDoc = (
  { id, created, metadata }: Made,
  email: string | null,
  name: string | null,
): Stripe.Customer => ({
  id,
  object: 'customer',
  created,
  metadata,
  email,
  name,
  balance: 0,
  delinquent: false,
  ...plain,
  ...nulls('address', 'default_source', 'description', 'discount', 'phone', 'shipping', 'test_clock'),
  invoice_prefix: id.slice(-8),
  invoice_settings: nulls('custom_fields', 'default_payment_method', 'footer', 'rendering_options'),
  next_invoice_sequence: 1,
  preferred_locales: [],
  tax_exempt: 'none',
});

export const invoiceDoc = (
  { id, created, metadata }: Made,
  customer: string,
  method: string | null,
  description: string | null,
): Stripe.Invoice => ({
  id,
  object: 'invoice',
  created,
  metadata,
  customer,
  description,
  status: 'draft',
  ...plain,
  account_country: 'US',
  auto_advance: false,
  collection_method: 'charge_automatically',
  billing_reason: 'manual',
  default_payment_method: method,
  attempted: false,
  attempt_count: 0,
  period_end: created,
  period_start: created,
  amount_due: 0,
  amount_overpaid: 0,
  amount_paid: 0,
  amount_remaining: 0,
  amount_shipping: 0,
  subtotal: 0,
  subtotal_excluding_tax: 0,
  total: 0,
  total_excluding_tax: 0,
  starting_balance: 0,
  post_payment_credit_notes_amount: 0,
  pre_payment_credit_notes_amount: 0,
  automatic_tax: { enabled: false, ...nulls('disabled_reason', 'liability', 'provider', 'status') },
  default_tax_rates: [],
  discounts: [],
  customer_tax_ids: [],
  customer_tax_exempt: 'none',
  issuer: { type: 'self' },
  ...nulls('account_name', 'account_tax_ids', 'application', 'automatically_finalizes_at', 'custom_fields'),
  ...nulls('customer_account', 'customer_address', 'customer_email', 'customer_name', 'customer_phone'),
  ...nulls('customer_shipping', 'default_source', 'due_date', 'effective_at', 'ending_balance', 'footer'),
  ...nulls('from_invoice', 'hosted_invoice_url', 'invoice_pdf', 'last_finalization_error', 'latest_revision'),
  ...nulls('next_payment_attempt', 'number', 'on_behalf_of', 'parent', 'receipt_number', 'rendering'),
  ...nulls('shipping_cost', 'shipping_details', 'statement_descriptor', 'test_clock', 'total_discount_amounts'),
  ...nulls('total_pretax_credit_amounts', 'total_taxes', 'webhooks_delivered_at'),
  lines: { object: 'list', data: [], has_more: false, url: `/v1/invoices/${id}/lines` },
  payments: { object: 'list', data: [], has_more: false, url: `/v1/invoice_payments?invoice=${id}` },
  payment_settings: nulls('default_mandate', 'payment_method_options', 'payment_method_types'),
  status_transitions: nulls('finalized_at', 'marked_uncollectible_at', 'paid_at', 'voided_at'),
});

type Item = {
  readonly customer: string;
  readonly invoice: string;
  readonly amount: number;
  readonly description: string | null;
};
const pricing = (amount: number) =>
  ({ type: 'price_details', unit_amount_decimal: Stripe.Decimal.from(amount) }) as const;

export const itemDoc = (
  { id, created, metadata }: Made,
  { customer, invoice, amount, description }: Item,
): Stripe.InvoiceItem => ({
  id,
  object: 'invoiceitem',
  date: created,
  metadata,
  customer,
  invoice,
  amount,
  description,
  ...plain,
  discountable: true,
  discounts: [],
  net_amount: amount,
  period: { start: created, end: created },
  proration: false,
  quantity: 1,
  quantity_decimal: Stripe.Decimal.from(1),
  tax_rates: [],
  pricing: pricing(amount),
  ...nulls('customer_account', 'parent', 'test_clock'),
});

export const lineDoc = ({ id, metadata, period, ...item }: Stripe.InvoiceItem): Stripe.InvoiceLineItem => ({
  id: id.replace(/^ii/, 'il'),
  object: 'line_item',
  amount: item.amount,
  subtotal: item.amount,
  ...plain,
  description: item.description,
  invoice: String(item.invoice),
  metadata: metadata ?? {},
  period,
  discount_amounts: [],
  discountable: true,
  discounts: [],
  pretax_credit_amounts: [],
  taxes: [],
  pricing: pricing(item.amount),
  quantity: 1,
  quantity_decimal: Stripe.Decimal.from(1),
  ...nulls('subscription'),
  parent: {
    type: 'invoice_item_details',
    subscription_item_details: null,
    invoice_item_details: { invoice_item: id, proration: false, proration_details: null, subscription: null },
  },
});

export const intentDoc = (
  { id, created, metadata }: Made,
  { customer, amount, description }: Pick<Item, 'customer' | 'amount' | 'description'>,
): Stripe.PaymentIntent => ({
  id,
  object: 'payment_intent',
  created,
  metadata,
  customer,
  amount,
  description,
  ...plain,
  status: 'requires_payment_method',
  amount_capturable: 0,
  amount_received: 0,
  capture_method: 'automatic',
  client_secret: `${id}_secret_sandbox`,
  confirmation_method: 'automatic',
  payment_method_types: ['card'],
  ...nulls('allowed_payment_method_types', 'application', 'application_fee_amount', 'automatic_payment_methods'),
  ...nulls('canceled_at', 'cancellation_reason', 'customer_account', 'excluded_payment_method_types'),
  ...nulls('last_payment_error', 'latest_charge', 'managed_payments', 'next_action', 'on_behalf_of', 'payment_method'),
  ...nulls('payment_method_configuration_details', 'payment_method_options', 'payment_record', 'processing'),
  ...nulls('receipt_email', 'review', 'setup_future_usage', 'shipping', 'source', 'statement_descriptor'),
  ...nulls('statement_descriptor_suffix', 'transfer_data', 'transfer_group'),
});

const nobody: Stripe.PaymentMethod.BillingDetails = {
  address: nulls('city', 'country', 'line1', 'line2', 'postal_code', 'state'),
  ...nulls('email', 'name', 'phone', 'tax_id'),
};

/** Where it failed, why. */
export const chargeDoc = (
  { id, created, metadata }: Made,
  { id: payment_intent, amount, customer, description }: Stripe.PaymentIntent,
  method: string,
  failure: { readonly code: string; readonly message: string } | null,
): Stripe.Charge => ({
  id,
  object: 'charge',
  created,
  metadata,
  amount,
  customer,
  description,
  payment_intent,
  ...plain,
  payment_method: method,
  paid: failure === null,
  status: failure === null ? 'succeeded' : 'failed',
  captured: failure === null,
  amount_captured: failure === null ? amount : 0,
  amount_refunded: 0,
  failure_code: failure?.code ?? null,
  failure_message: failure?.message ?? null,
  disputed: false,
  refunded: false,
  billing_details: nobody,
  fraud_details: {},
  ...nulls('application', 'application_fee', 'application_fee_amount', 'balance_transaction'),
  ...nulls('calculated_statement_descriptor', 'failure_balance_transaction', 'on_behalf_of', 'outcome'),
  ...nulls('payment_method_details', 'receipt_email', 'receipt_number', 'receipt_url', 'review', 'shipping', 'source'),
  ...nulls('source_transfer', 'statement_descriptor', 'statement_descriptor_suffix', 'transfer_data', 'transfer_group'),
});

export const refundDoc = (
  { id, created, metadata }: Made,
  { id: charge, payment_intent, payment_method, customer }: Stripe.Charge,
  amount: number,
  reason: Stripe.Refund.Reason | null,
): Stripe.Refund => ({
  id,
  object: 'refund',
  created,
  metadata,
  amount,
  charge,
  payment_intent,
  payment_method,
  customer,
  reason,
  currency: 'usd',
  status: 'succeeded',
  destination_details: { type: 'card', card: { type: 'refund' } },
  ...nulls(
    'balance_transaction',
    'customer_account',
    'receipt_number',
    'source_transfer_reversal',
    'transfer_reversal',
  ),
});
