import { formatMoney } from '#domain/kernel/money';
import { sentences } from '#domain/kernel/sentence';
import { counted } from '#domain/kernel/words';
import { summarizeAgreement } from './agreement-summary.ts';
import type { LinksEvent } from './events.ts';

const at = (instant: string | null): string => (instant === null ? '' : `; next look ${instant.slice(0, 16)} UTC`);
const because = (reason: string | null): string => (reason === null ? '' : `: ${reason}`);
const CHECKED = {
  suspected: 'it may be broken, it is looked at once more',
  broken: 'it is broken',
  sound: 'nothing is wrong',
  unclear: 'it could not be found out',
} as const;
const STEPS = { submit: 'submitted', resubmit: 're-submitted' } as const;

/** One sentence for people about an event of an order, a link or its indexing; null for events that are not told. Names neither cost nor vendor. */
export const summarizeLink = sentences<LinksEvent>((event) => {
  switch (event.type) {
    case 'BacklinkOrderDrafted':
      return event.data.predecessor_id === null
        ? `The order was drafted: ${counted(event.data.terms.quote.links_ordered, 'link')} for ${formatMoney(event.data.terms.quote.client_price_cents)} USD.`
        : `The order follows order ${event.data.predecessor_id} as its monthly renewal.`;
    case 'BacklinkOrderRevised':
      return `The draft was changed: ${counted(event.data.terms.quote.links_ordered, 'link')} for ${formatMoney(event.data.terms.quote.client_price_cents)} USD.`;
    case 'BacklinkOrderNoted':
      return 'Notes or due date were changed.';
    case 'BacklinkOrderApproved':
      return event.data.standing_approval
        ? `The order was approved by the standing approval; due ${event.data.due_date}.`
        : `The order was approved${event.data.on_behalf_of_client ? ' on behalf of the client' : ''} at ${formatMoney(event.data.client_price_cents)} USD; due ${event.data.due_date}.`;
    case 'BacklinkOrderStarted':
      return 'Work on the order began.';
    case 'BacklinkOrderRepriced':
      return `The client price is ${formatMoney(event.data.client_price_cents)} USD as costs stand${event.data.credit_cents === undefined ? '' : `; ${formatMoney(event.data.credit_cents)} USD are credited`}.`;
    case 'BacklinkOrderBilled':
      return `The order was put down for billing at ${formatMoney(event.data.client_price_cents)} USD.`;
    case 'BacklinkOrderDelivered':
      return 'Every link ordered has gone live.';
    case 'BacklinkOrderCompleted':
      return `The order is complete${because(event.data.reason)}.`;
    case 'BacklinkOrderCancelled':
      return `The order was cancelled${because(event.data.reason)}; ${formatMoney(event.data.owed_cents)} USD are owed for what was delivered.`;
    case 'BacklinkOrderFellBehind':
      return `The order is past its due date with ${counted(event.data.delivered, 'link')} delivered.`;
    case 'BacklinkOrderCaughtUp':
      return 'The order is no longer behind.';
    case 'BacklinkOrderRenewed':
      return `The order was renewed as order ${event.data.successor_id}.`;
    case 'BacklinkOrderRenewalHeld':
      return `The renewal is held back: ${event.data.because}.`;
    case 'BacklinkOrderRenewalEnded':
      return `The renewal was ended${because(event.data.reason)}.`;
    case 'BacklinkPlaced':
      return `Link ${event.data.backlink_id} was placed on ${event.data.source_domain}${event.data.replaces_id === null ? '' : `, in place of link ${event.data.replaces_id}`}.`;
    case 'BacklinkQualityChecked':
      return `Link ${event.data.backlink_id} was checked${event.data.source_dr === null ? '' : `: domain rating ${event.data.source_dr}`}${event.data.warnings.length === 0 ? '; no warning' : `; ${event.data.warnings.map(({ message }) => message).join('; ')}`}.`;
    case 'BacklinkWarningDecided':
      return `The warning ${event.data.code.replaceAll('_', ' ')} of link ${event.data.backlink_id} was ${event.data.decision}ed.`;
    case 'BacklinkAccepted':
      return `Link ${event.data.backlink_id} counts as delivered.`;
    case 'BacklinkRejected':
      return `Link ${event.data.backlink_id} was rejected: ${event.data.reason}.`;
    case 'BacklinkLiveChecked':
      return `Link ${event.data.backlink_id} was looked at (${event.data.step.replace('_', ' ')}): ${event.data.link_found ? 'it is on the page' : (event.data.error ?? `not found, HTTP ${event.data.http_status}`)}${event.data.link_found ? '' : at(event.data.next_at)}.`;
    case 'BacklinkWentLive':
      return `Link ${event.data.backlink_id} is live; replaced free of charge if it is lost before ${event.data.guaranteed_until.slice(0, 10)}.`;
    case 'BacklinkFlagged':
      return `Link ${event.data.backlink_id} needs a look: ${event.data.reason}.`;
    case 'BacklinkLost':
      return `Link ${event.data.backlink_id} was lost (${event.data.because.replaceAll('_', ' ')})${event.data.replacement_owed ? '; a replacement is owed' : ''}.`;
    case 'BacklinkReplaced':
      return `Link ${event.data.backlink_id} was replaced by link ${event.data.replaced_by}.`;
    case 'BacklinkGuaranteeChecked':
      return `The guarantee of link ${event.data.backlink_id} was looked into (${event.data.reason.replace('_', ' ')}): ${CHECKED[event.data.outcome]}.`;
    case 'BacklinkSeenByAhrefs':
      return `Ahrefs ${event.data.lost ? 'reports' : event.data.verified ? 'sees' : 'does not see'} link ${event.data.backlink_id}${event.data.lost ? ` lost${because(event.data.lost_reason)}` : ''}.`;
    default:
      return summarizeAgreement(event) ?? summarizeIndexing(event);
  }
});

function summarizeIndexing(event: LinksEvent): string | null {
  switch (event.type) {
    case 'IndexingRequested':
      return `Indexing of link ${event.data.backlink_id} was requested (request ${event.data.request_id}).`;
    case 'IndexingRefused':
      return `Link ${event.data.backlink_id} is not indexed: ${event.data.reason}.`;
    case 'IndexingPageVerified':
      return `The page of link ${event.data.backlink_id} ${event.data.fit ? 'answers 200' : `is not fit yet: ${event.data.error ?? `HTTP ${event.data.http_status}`}`}.`;
    case 'IndexingSubmitted':
      return `The page of link ${event.data.backlink_id} was ${STEPS[event.data.step]} for indexing.`;
    case 'IndexingChecked':
      return `Day ${event.data.day}: the page of link ${event.data.backlink_id} ${event.data.indexed === null ? 'could not be looked up' : `is ${event.data.indexed ? '' : 'not '}in the index`}.`;
    case 'IndexingGaveUp':
      return `Indexing of link ${event.data.backlink_id} failed: ${event.data.reason}.`;
    case 'IndexingStopped':
      return `Indexing of link ${event.data.backlink_id} stopped: ${event.data.reason}.`;
    case 'BacklinkIndexed':
      return `Link ${event.data.backlink_id} is in the index (day ${event.data.day}).`;
    case 'IndexingReviewed':
      return `The failed indexing of link ${event.data.backlink_id} was reviewed: ${event.data.outcome === 'retry' ? 'it is tried again' : 'the failure is accepted'}.`;
    case 'IndexNowPinged':
      return `IndexNow was pinged for link ${event.data.backlink_id}${event.data.ok ? '' : ' without success'}.`;
    default:
      return null;
  }
}
