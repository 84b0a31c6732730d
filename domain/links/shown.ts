import type { Shape, ShapesOf } from '#domain/kernel/shape';
import { SHOWN_OF_MESSAGES } from '#domain/services/shown';
import type { BacklinkEvent } from './backlink-messages.ts';
import type { AgreementEvent } from './backlink-order-agreement-messages.ts';
import type { BacklinkOrderEvent } from './backlink-order-messages.ts';
import type { IndexingRequestEvent } from './indexing-request.ts';
import type { PlacementSilenceEvent } from './placement-silence.ts';

const ORDER = ['order_id', 'account_id', 'site_id'] as const;
const LINK = ['backlink_id', ...ORDER] as const;
const INDEXING = ['request_id', ...LINK] as const;
const PRICED = ['pricing_mode', 'package', 'niche', 'niche_surcharge'] as const;
const REQUEST: Shape = [
  ...PRICED,
  'links',
  'price_cents',
  ['lines', ['tier', 'quantity', 'dr', 'unit_price_cents']],
  'budget_cents',
];
const QUOTE: Shape = [
  ['lines', ['id', 'tier', 'package', 'quantity', 'dr', 'unit_price_cents', 'niche_surcharge', 'amount_cents']],
  'client_price_cents',
  'links_ordered',
  'niche',
  'niche_surcharge',
];
const TERMS: Shape = [
  'order_type',
  'pricing_mode',
  'package',
  ['request', REQUEST],
  ['quote', QUOTE],
  'price_book_version',
  'budget_cents',
  'managed_subscription_id',
  'campaign_id',
  'placement_approval',
  ['brief', ['key', 'label', 'kind', 'required', 'max', 'options']],
];

const INVOICE = ['invoice_id', 'account_id'] as const;
const ABOUT = ['purchase_id', 'order_id'] as const;
/** What a line of an invoice was reckoned from. What was paid for links, and the markup on it, are ours. */
export const SHOWN_INPUTS: Shape = [
  'monthly_price',
  'billable_days',
  'days_in_month',
  'from',
  'to',
  'tier',
  'line',
  'price',
  'quantity',
  'delivered',
  'links',
  'unit_price',
  'package',
  'tax_rate',
  'subtotal',
  'credit_note_id',
  'credit_note',
  'available',
];
const LINE: Shape = [
  'id',
  'site_id',
  'subscription_id',
  ...ABOUT,
  'month',
  'description',
  'kind',
  'rule',
  ['inputs', SHOWN_INPUTS],
  'amount_cents',
  'causes',
];
const CONTENT = [
  ...INVOICE,
  'kind',
  'billing_date',
  'period_start',
  'period_end',
  ['lines', LINE],
  'subtotal_cents',
  'tax_rate',
  'tax_cents',
  'total_cents',
  ...ABOUT,
] as const;

/** Of an invoice, where it names an order: the order's timeline tells it as well as its own. */
export const SHOWN_OF_ORDERS_INVOICES = {
  InvoiceDrafted: [...CONTENT, 'keys', ['credits', ['note_id', 'amount_cents']], 'replaces'],
  InvoiceIssued: [...CONTENT, 'number', 'issued_on', 'due_on', ['recipient', ['name', 'email']]],
  InvoicePaid: [...INVOICE, ...ABOUT, 'on'],
  InvoiceVoided: [...INVOICE, ...ABOUT, 'on', 'reason'],
  CreditNoteIssued: [
    ...INVOICE,
    ...ABOUT,
    'note_id',
    ['lines', ['line_id', 'amount_cents']],
    'net_cents',
    'tax_cents',
    'total_cents',
    'applied_cents',
    'refund_cents',
    'credit_cents',
    'reason',
    'issued_on',
    'owed_cents',
  ],
} as const;

const OF_LINKS = {
  BacklinkPlaced: [
    ...LINK,
    'source_url',
    'source_domain',
    'target_url',
    'anchor_text',
    'replaces_id',
    'tier',
    'dr_floor',
    'campaign_id',
    ['guarantee', ['days', 'covers', 'remedy', 'until']],
  ],
  BacklinkQualityChecked: [...LINK, 'source_dr', 'source_traffic', 'quality_score', ['warnings', ['code', 'message']]],
  BacklinkWarningDecided: [...LINK, 'code', 'decision'],
  BacklinkAccepted: LINK,
  BacklinkRejected: [...LINK, 'reason'],
  BacklinkLiveChecked: [
    ...LINK,
    'http_status',
    'final_url',
    'redirects',
    'link_found',
    'rel',
    'flags',
    'signals',
    'error',
    'step',
    'next_step',
    'next_at',
  ],
  BacklinkWentLive: [...LINK, 'guaranteed_until'],
  BacklinkFlagged: [...LINK, 'reason'],
  BacklinkLost: [...LINK, 'because', 'reason', 'replacement_owed', 'guaranteed_until', 'breach'],
  BacklinkReplaced: [...LINK, 'replaced_by'],
  BacklinkGuaranteeChecked: [...LINK, 'reason', 'outcome', 'claim_id', 'replacement_owed', 'next_at'],
  BacklinkCostCorrected: [],
  BacklinkCheckRequested: [],
  BacklinkSeenByAhrefs: [...LINK, 'verified', 'last_seen', 'lost', 'lost_reason'],
  BacklinkIndexed: [...INDEXING, 'day'],
  BacklinkIndexingFailed: [],
  BacklinkIndexingCancelled: [],

  IndexingRequested: [...INDEXING, 'url', 'because', 'entitled_by', 'takes_credit', 'index_now', 'target_url'],
  IndexingRefused: [...LINK, 'code', 'reason', 'because'],
  IndexingCheckRequested: [],
  IndexingReviewed: [...INDEXING, 'outcome'],
  IndexingPageVerified: [...INDEXING, 'http_status', 'signals', 'error', 'fit'],
  IndexingAttempted: [],
  IndexingSubmitted: [...INDEXING, 'step', 'submitted_at'],
  IndexingChecked: [...INDEXING, 'day', 'indexed'],
  IndexingCheckScheduled: [],
  IndexingSucceeded: [],
  IndexingGaveUp: [...INDEXING, 'reason', 'day'],
  IndexingStopped: [...INDEXING, 'reason'],
  IndexingCostIncurred: [],
  IndexNowPinged: [...INDEXING, 'ok', 'status', 'error'],
} satisfies ShapesOf<BacklinkEvent | IndexingRequestEvent>;

const GUARANTEE: Shape = ['days', 'covers', 'remedy', 'replacement_window'];
const WHO: Shape = ['role', 'id'];
const PROPOSAL = [...ORDER, 'proposal_id', 'on'] as const;
const CLAIM = [...ORDER, 'backlink_id', 'claim_id'] as const;

/** Placements are proposed without their vendor and what they cost. */
const OF_AGREEMENTS = {
  PlacementProposed: [
    ...ORDER,
    'proposal_id',
    'source_url',
    'source_domain',
    'target_url',
    'anchor_text',
    ['metrics', ['dr', 'traffic']],
    ['proposed_by', WHO],
    'on',
  ],
  PlacementApproved: [...PROPOSAL, ['approved_by', WHO], 'due_date'],
  PlacementRejected: [...PROPOSAL, ['rejected_by', WHO], 'reason', 'due_date'],
  // Why staff withdrew it is their own note.
  PlacementWithdrawn: [...PROPOSAL, 'because', 'due_date'],
  PlacementApprovedBySilence: [...PROPOSAL, 'due_date'],
  PlacementsHalted: [...PROPOSAL, 'rejected'],
  PlacementsContinued: [...ORDER, 'on', 'due_date'],
  PlacementSilenceStarted: [...ORDER, 'proposal_id', 'ends_at'],
  PlacementSilenceHeld: [...ORDER, 'proposal_id', 'because'],
  BriefAnswered: [...ORDER, 'answers'],
  BriefCompleted: [...ORDER, 'on', 'due_date'],
  GuaranteeClaimed: [...CLAIM, 'reason', 'note', ['claimed_by', WHO], 'on'],
  GuaranteeSettled: [
    ...CLAIM,
    'outcome',
    'remedy',
    'amount_cents',
    'check_id',
    'reason',
    ['decided_by', WHO],
    'replacement_id',
    'credit_note_id',
  ],
} satisfies ShapesOf<AgreementEvent | PlacementSilenceEvent>;

const OF_ORDERS = {
  BacklinkOrderDrafted: [
    ...ORDER,
    ['terms', TERMS],
    'billing',
    'due_date',
    'notes',
    'predecessor_id',
    'created_by',
    'purchase_id',
  ],
  BacklinkOrderRevised: [...ORDER, ['terms', TERMS]],
  BacklinkOrderNoted: [...ORDER, 'notes', 'due_date'],
  BacklinkOrderApproved: [
    ...ORDER,
    'on',
    'due_date',
    'client_price_cents',
    ['approved_by', ['role', 'id']],
    'on_behalf_of_client',
    'standing_approval',
    'anchor',
    'month',
    'renews_on',
    ['guarantee', GUARANTEE],
  ],
  OrderLinkPlaced: [],
  BacklinkOrderStarted: ORDER,
  OrderLinkDelivered: [],
  OrderLinkRejected: [],
  OrderLinkLive: [],
  OrderLinkLost: [],
  OrderLinkIndexing: [],
  OrderLinkCostCorrected: [],
  BacklinkOrderRepriced: [...ORDER, 'client_price_cents', 'credit_cents'],
  BacklinkOrderBilled: [...ORDER, 'client_price_cents'],
  BacklinkOrderDelivered: ORDER,
  BacklinkOrderCompleted: [...ORDER, 'reason'],
  BacklinkOrderCancelled: [...ORDER, 'reason', 'owed_cents', ['lines', ['id', 'delivered', 'owed_cents']]],
  BacklinkOrderFellBehind: [...ORDER, 'on', 'delivered'],
  BacklinkOrderCaughtUp: [...ORDER, 'on'],
  BacklinkOrderRenewed: [...ORDER, 'successor_id', 'on'],
  BacklinkOrderRenewalHeld: [...ORDER, 'on', 'because'],
  BacklinkOrderRenewalEnded: [...ORDER, 'reason'],
} satisfies ShapesOf<Exclude<BacklinkOrderEvent, AgreementEvent>>;

/**
 * What those who buy see of the events of their order, its links and its invoice (spec 8, ruling 4.5): neither cost, margin nor
 * vendor. What is not named here goes to none of them; an event that no timeline tells shows nothing.
 */
export const SHOWN_OF_ORDERS = {
  ...OF_LINKS,
  ...OF_ORDERS,
  ...OF_AGREEMENTS,
  ...SHOWN_OF_ORDERS_INVOICES,
  MessagePosted: SHOWN_OF_MESSAGES,
};
