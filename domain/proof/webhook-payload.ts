import { type Shape, shaped } from '#domain/kernel/shape';

const SUBSCRIPTION = ['subscription_id', 'site_id', 'on'] as const;
const MONTH = ['subscription_id', 'site_id', 'month'] as const;
const STEP = ['subscription_id', 'site_id', 'step', 'attempt'] as const;
const INVOICE = ['invoice_id', 'account_id'] as const;
const PAYMENT = [...INVOICE, 'payment_id'] as const;
const ORDER = ['order_id', 'account_id', 'site_id'] as const;
const LINK = ['backlink_id', ...ORDER] as const;
const INDEXING = ['request_id', ...LINK] as const;
const DISPUTE = [...INVOICE, 'dispute_id', 'on'] as const;
const QUOTE: Shape = [
  'client_price_cents',
  'links_ordered',
  'niche',
  'niche_surcharge',
  ['lines', ['id', 'tier', 'package', 'quantity', 'dr', 'unit_price_cents', 'niche_surcharge', 'amount_cents']],
];
const TERMS: Shape = [
  'order_type',
  'pricing_mode',
  'package',
  'budget_cents',
  'managed_subscription_id',
  'campaign_id',
  ['quote', QUOTE],
];
const INVOICE_LINE: Shape = [
  'id',
  'kind',
  'description',
  'month',
  'site_id',
  'subscription_id',
  'order_id',
  'purchase_id',
  'amount_cents',
];

/**
 * Events that customers' systems can be told of, each with the fields that are told. What is not named here goes to
 * nobody: neither a cost, a margin or a vendor, nor a field that an event will have one day.
 */
const TOLD = {
  ManagedSubscriptionCreated: [
    ...SUBSCRIPTION,
    'account_id',
    'sector_id',
    'tier',
    'monthly_price_cents',
    'articles_per_month',
    'service_config',
    'account_manager_id',
  ],
  ManagedSubscriptionActivated: SUBSCRIPTION,
  ManagedSubscriptionPaused: [...SUBSCRIPTION, 'reason'],
  ManagedSubscriptionResumed: SUBSCRIPTION,
  ManagedSubscriptionCancelled: [...SUBSCRIPTION, 'reason'],
  ManagedSubscriptionPriceChanged: [...SUBSCRIPTION, 'monthly_price_cents'],
  ManagedSubscriptionTierChanged: [
    ...SUBSCRIPTION,
    'tier',
    'monthly_price_cents',
    'articles_per_month',
    'service_config',
  ],
  ServiceConfigChanged: [...SUBSCRIPTION, 'service_config'],
  ServiceMonthStarted: [...MONTH, 'starts_on', 'ends_on'],
  ServiceMonthClosed: [...MONTH, 'next_billing_date'],
  FellBehindOnContent: [...SUBSCRIPTION, 'published', 'expected'],
  CaughtUpOnContent: [...SUBSCRIPTION, 'because'],
  OnboardingStepStarted: STEP,
  OnboardingStepCompleted: [...STEP, 'outcome'],
  OnboardingStepFailed: [...STEP, 'error', 'next_retry_at'],
  OnboardingStepBlocked: [...STEP, 'reason', 'error'],
  DeliveryRunStarted: [...MONTH, 'run', 'articles', 'published', 'target', 'under_way'],
  DeliveryRunSkipped: [...MONTH, 'run', 'because'],
  DeliveryMonthEnded: [...MONTH, 'because'],
  ArticlePublished: ['site_id', 'content_id', 'type', 'title', 'url', 'words', 'images', 'published_at'],

  InvoiceIssued: [
    ...INVOICE,
    'number',
    'kind',
    'billing_date',
    'period_start',
    'period_end',
    'issued_on',
    'due_on',
    'subtotal_cents',
    'tax_cents',
    'total_cents',
    'purchase_id',
    'order_id',
    ['lines', INVOICE_LINE],
  ],
  InvoicePaid: [...INVOICE, 'purchase_id', 'order_id', 'on'],
  InvoiceBecamePastDue: [...INVOICE, 'on', 'because'],
  InvoiceMarkedUncollectible: [...INVOICE, 'on', 'because', 'amount_cents'],
  InvoiceVoided: [...INVOICE, 'purchase_id', 'order_id', 'on', 'reason'],
  CreditNoteIssued: [
    ...INVOICE,
    'note_id',
    'net_cents',
    'tax_cents',
    'total_cents',
    'applied_cents',
    'refund_cents',
    'credit_cents',
    'reason',
    'issued_on',
    ['lines', ['line_id', 'amount_cents']],
  ],
  CreditNoteNumbered: [...INVOICE, 'note_id', 'number'],

  InvoicePaymentStarted: [...PAYMENT, 'gateway', 'amount_cents', 'number'],
  InvoicePaymentAwaitingPayer: [...PAYMENT, 'approve_url'],
  InvoicePaymentSucceeded: [...PAYMENT, 'gateway', 'amount_cents', 'received_on'],
  InvoicePaymentFailed: [...PAYMENT, 'code', 'error'],
  InvoicePaymentReversed: [...PAYMENT, 'dispute_id', 'amount_cents'],
  InvoiceRefundStarted: [...PAYMENT, 'refund_id', 'gateway', 'amount_cents', 'reason', 'note_id'],
  InvoiceRefundSucceeded: [...INVOICE, 'refund_id', 'amount_cents'],
  InvoiceRefundFailed: [...INVOICE, 'refund_id', 'error'],

  BacklinkOrderDrafted: [...ORDER, 'billing', 'due_date', 'predecessor_id', ['terms', TERMS]],
  BacklinkOrderRevised: [...ORDER, ['terms', TERMS]],
  BacklinkOrderApproved: [
    ...ORDER,
    'on',
    'due_date',
    'client_price_cents',
    'on_behalf_of_client',
    'standing_approval',
    'renews_on',
  ],
  BacklinkOrderStarted: ORDER,
  BacklinkOrderRepriced: [...ORDER, 'client_price_cents'],
  BacklinkOrderFellBehind: [...ORDER, 'on', 'delivered'],
  BacklinkOrderCaughtUp: [...ORDER, 'on'],
  BacklinkOrderDelivered: ORDER,
  BacklinkOrderCompleted: [...ORDER, 'reason'],
  BacklinkOrderCancelled: [...ORDER, 'reason', 'owed_cents', ['lines', ['id', 'delivered', 'owed_cents']]],
  BacklinkOrderRenewed: [...ORDER, 'successor_id', 'on'],
  BacklinkOrderRenewalHeld: [...ORDER, 'on', 'because'],
  BacklinkOrderRenewalEnded: [...ORDER, 'reason'],

  BacklinkPlaced: [...LINK, 'source_url', 'source_domain', 'target_url', 'anchor_text', 'tier', 'replaces_id'],
  BacklinkAccepted: LINK,
  BacklinkWentLive: [...LINK, 'guaranteed_until'],
  BacklinkFlagged: [...LINK, 'reason'],
  // Why somebody marked it lost is the team's own note, and may name a vendor.
  BacklinkLost: [...LINK, 'because', 'replacement_owed', 'guaranteed_until'],
  BacklinkRejected: [...LINK, 'reason'],
  BacklinkReplaced: [...LINK, 'replaced_by'],

  IndexingRequested: [...INDEXING, 'url', 'target_url', 'because', 'entitled_by'],
  IndexingSubmitted: [...INDEXING, 'step', 'submitted_at'],
  IndexingChecked: [...INDEXING, 'day', 'indexed'],
  IndexingSucceeded: [...INDEXING, 'day'],
  IndexingGaveUp: [...INDEXING, 'reason', 'day'],
  IndexingStopped: [...INDEXING, 'reason'],
  IndexingReviewed: [...INDEXING, 'outcome'],

  InvoiceDisputeOpened: [...DISPUTE, 'payment_id', 'amount_cents', 'reason', 'due_by'],
  DisputeEvidenceSubmitted: DISPUTE,
  InvoiceDisputeClosed: [...DISPUTE, 'outcome'],
} satisfies Readonly<Record<string, Shape>>;

export type ToldEventType = keyof typeof TOLD;
export const TOLD_EVENT_TYPES = Object.keys(TOLD) as ToldEventType[];
export const isTold = (type: string): type is ToldEventType => Object.hasOwn(TOLD, type);

type Data = { readonly [field: string]: unknown };

/** What a customer's system is told of an event's data. */
export const toldData = (type: ToldEventType, data: Data): Data => shaped(data, TOLD[type]) as Data;
