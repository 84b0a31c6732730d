import type Stripe from 'stripe';
import { nulls } from './shapes.ts';

type Made = { readonly id: string; readonly created: number; readonly metadata: Stripe.Metadata };
const DAY_S = 86_400;

export const setUpDoc = (
  { id, created, metadata }: Made,
  customer: string | null,
  usage: string,
  description: string | null,
): Stripe.SetupIntent => ({
  id,
  object: 'setup_intent',
  created,
  metadata,
  customer,
  usage,
  description,
  livemode: false,
  status: 'requires_payment_method',
  client_secret: `${id}_secret_sandbox`,
  payment_method_types: ['card'],
  ...nulls('allowed_payment_method_types', 'application', 'automatic_payment_methods', 'cancellation_reason'),
  ...nulls('customer_account', 'excluded_payment_method_types', 'flow_directions', 'last_setup_error'),
  ...nulls('latest_attempt', 'managed_payments', 'mandate', 'next_action', 'on_behalf_of', 'payment_method'),
  ...nulls('payment_method_configuration_details', 'payment_method_options', 'single_use_mandate'),
});

export type Card = { readonly brand: string; readonly last4: string; readonly behaviour: string };

/** How the card behaves from now on stands in its metadata. */
export const methodDoc = (
  { id, created }: Omit<Made, 'metadata'>,
  customer: string | null,
  { brand, last4, behaviour }: Card,
): Stripe.PaymentMethod => ({
  id,
  object: 'payment_method',
  created,
  customer,
  type: 'card',
  livemode: false,
  allow_redisplay: 'limited',
  metadata: { sandbox_card: behaviour },
  customer_account: null,
  billing_details: {
    address: nulls('city', 'country', 'line1', 'line2', 'postal_code', 'state'),
    ...nulls('email', 'name', 'phone', 'tax_id'),
  },
  card: {
    brand,
    display_brand: brand,
    last4,
    exp_month: 12,
    exp_year: 2034,
    country: 'US',
    funding: 'credit',
    fingerprint: `sandbox${last4}`,
    networks: { available: [brand], preferred: null },
    checks: { cvc_check: 'pass', ...nulls('address_line1_check', 'address_postal_code_check') },
    three_d_secure_usage: { supported: true },
    ...nulls('generated_from', 'regulated_status', 'wallet'),
  },
});

const EVIDENCE = [
  'access_activity_log',
  'billing_address',
  'cancellation_policy',
  'cancellation_policy_disclosure',
  'cancellation_rebuttal',
  'customer_communication',
  'customer_email_address',
  'customer_name',
  'customer_purchase_ip',
  'customer_signature',
  'duplicate_charge_documentation',
  'duplicate_charge_explanation',
  'duplicate_charge_id',
  'product_description',
  'receipt',
  'refund_policy',
  'refund_policy_disclosure',
  'refund_refusal_explanation',
  'service_date',
  'service_documentation',
  'shipping_address',
  'shipping_carrier',
  'shipping_date',
  'shipping_documentation',
  'shipping_tracking_number',
  'uncategorized_file',
  'uncategorized_text',
];

export const disputeDoc = (
  { id, created, metadata }: Made,
  charge: Stripe.Charge,
  amount: number,
  reason: string,
): Stripe.Dispute => ({
  id,
  object: 'dispute',
  created,
  metadata,
  amount,
  reason,
  currency: 'usd',
  livemode: false,
  charge: charge.id,
  payment_intent: charge.payment_intent,
  status: 'needs_response',
  balance_transactions: [],
  is_charge_refundable: false,
  enhanced_eligibility_types: [],
  intended_submission_method: null,
  evidence: { ...nulls(...EVIDENCE), enhanced_evidence: {} } as unknown as Stripe.Dispute.Evidence,
  evidence_details: {
    due_by: created + 9 * DAY_S,
    has_evidence: false,
    past_due: false,
    submission_count: 0,
    enhanced_eligibility: {},
    submission_method: 'not_submitted',
  },
});

type Plan = { readonly customer: string; readonly plan: string; readonly status: string };

export function subscriptionDoc(
  { id, created, metadata }: Made,
  { customer, plan, status }: Plan,
): Stripe.Subscription {
  const common = { created, currency: 'usd', livemode: false, metadata: {} };
  const price: Stripe.Price = {
    ...common,
    id: `price_${plan}`,
    object: 'price',
    active: true,
    billing_scheme: 'per_unit',
    lookup_key: plan,
    product: `prod_${plan}`,
    type: 'recurring',
    unit_amount: 0,
    tax_behavior: 'unspecified',
    recurring: { interval: 'month', interval_count: 1, usage_type: 'licensed', ...nulls('meter', 'trial_period_days') },
    ...nulls('custom_unit_amount', 'nickname', 'tiers_mode', 'transform_quantity', 'unit_amount_decimal'),
  };
  const item: Stripe.SubscriptionItem = {
    id: id.replace(/^sub/, 'si'),
    object: 'subscription_item',
    created,
    subscription: id,
    quantity: 1,
    price,
    current_period_start: created,
    current_period_end: created + 30 * DAY_S,
    discounts: [],
    metadata: {},
    // The older form of the price, which nobody asks for.
    tax_rates: [],
    billing_thresholds: null,
    current_trial: null,
    plan: null as unknown as Stripe.Plan,
  };
  return {
    ...common,
    id,
    object: 'subscription',
    metadata: { ...metadata, plan },
    customer,
    start_date: created,
    status: status as Stripe.Subscription.Status,
    billing_cycle_anchor: created,
    cancel_at_period_end: false,
    collection_method: 'charge_automatically',
    automatic_tax: { enabled: false, ...nulls('disabled_reason', 'liability') },
    billing_mode: { type: 'flexible', flexible: null },
    billing_schedules: [],
    discounts: [],
    default_tax_rates: [],
    cancellation_details: nulls('comment', 'feedback', 'feedback_option', 'reason'),
    invoice_settings: {
      issuer: { type: 'self' },
      ...nulls('account_tax_ids', 'custom_fields', 'description', 'footer'),
    },
    items: { object: 'list', data: [item], has_more: false, url: `/v1/subscription_items?subscription=${id}` },
    ...nulls('application', 'application_fee_percent', 'billing_cycle_anchor_config', 'billing_thresholds'),
    ...nulls('cancel_at', 'canceled_at', 'customer_account', 'days_until_due', 'default_payment_method'),
    ...nulls('default_source', 'description', 'ended_at', 'latest_invoice', 'managed_payments'),
    ...nulls('next_pending_invoice_item_invoice', 'on_behalf_of', 'pause_collection', 'payment_settings'),
    ...nulls('pending_invoice_item_interval', 'pending_setup_intent', 'pending_update', 'schedule', 'test_clock'),
    ...nulls('transfer_data', 'trial_end', 'trial_settings', 'trial_start'),
  };
}
