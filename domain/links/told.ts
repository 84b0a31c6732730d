import type { Shape, Shapes } from '#domain/kernel/shape';

const ORDER = ['order_id', 'account_id', 'site_id'] as const;
const LINK = ['backlink_id', ...ORDER] as const;
const INDEXING = ['request_id', ...LINK] as const;
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
  'placement_approval',
  ['quote', QUOTE],
];
const PROPOSAL = [...ORDER, 'proposal_id'] as const;
const CLAIM = [...ORDER, 'backlink_id', 'claim_id'] as const;

/** What customers' systems can be told of an order, its links and their indexing. What is not named here goes to nobody. */
export const LINKS_TOLD = {
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
  PlacementProposed: [...PROPOSAL, 'source_url', 'source_domain', 'target_url', 'anchor_text', 'on'],
  PlacementApproved: [...PROPOSAL, 'on', 'due_date'],
  PlacementApprovedBySilence: [...PROPOSAL, 'on', 'due_date'],
  // What people write in reasons and briefs is theirs: it is read where they write it.
  PlacementRejected: [...PROPOSAL, 'on', 'due_date'],
  PlacementWithdrawn: [...PROPOSAL, 'on', 'because', 'due_date'],
  PlacementsHalted: [...PROPOSAL, 'on', 'rejected'],
  PlacementsContinued: [...ORDER, 'on', 'due_date'],
  BriefCompleted: [...ORDER, 'on', 'due_date'],
  GuaranteeClaimed: [...CLAIM, 'reason', 'on'],
  GuaranteeSettled: [...CLAIM, 'outcome', 'remedy', 'amount_cents', 'replacement_id', 'credit_note_id'],
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
} satisfies Shapes;
