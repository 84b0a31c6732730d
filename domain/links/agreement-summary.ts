import { formatMoney, ZERO } from '#domain/kernel/money';
import type { LinksEvent } from './events.ts';

const because = (reason: string | null): string => (reason === null ? '' : `: ${reason}`);
const due = (day: string | null | undefined): string => (day ? `; the order is due ${day}` : '');
const WITHDRAWN = {
  by_staff: 'by the team',
  domain_blocked: 'because its domain was blocked',
  order_cancelled: 'as the order was cancelled',
} as const;
const HELD = {
  paused: 'the services are paused',
  disputed: 'an invoice is disputed',
  halted: 'too much was rejected',
} as const;

/** One sentence about what an order and its client agree on; null for other events. Names neither cost nor vendor. */
export function summarizeAgreement(event: LinksEvent): string | null {
  switch (event.type) {
    case 'PlacementProposed':
      return `A link on ${event.data.source_domain} was proposed (proposal ${event.data.proposal_id}).`;
    case 'PlacementApproved':
      return `Proposal ${event.data.proposal_id} was approved${due(event.data.due_date)}.`;
    case 'PlacementApprovedBySilence':
      return `Proposal ${event.data.proposal_id} was approved by silence${due(event.data.due_date)}.`;
    case 'PlacementRejected':
      return `Proposal ${event.data.proposal_id} was rejected: ${event.data.reason}.`;
    case 'PlacementWithdrawn':
      return `Proposal ${event.data.proposal_id} was withdrawn ${WITHDRAWN[event.data.because]}.`;
    case 'PlacementsHalted':
      return `Too much was rejected (${event.data.rejected} proposals): the order stands still until the team goes on.`;
    case 'PlacementsContinued':
      return `The team goes on with proposals${due(event.data.due_date)}.`;
    case 'PlacementSilenceStarted':
      return `The client was told of proposal ${event.data.proposal_id}: silence approves it at ${event.data.ends_at.slice(0, 16)} UTC.`;
    case 'PlacementSilenceHeld':
      return `Silence does not approve proposal ${event.data.proposal_id} for now: ${HELD[event.data.because]}.`;
    case 'BriefAnswered':
      return 'Answers of the brief were written down.';
    case 'BriefCompleted':
      return `The brief is complete${due(event.data.due_date)}.`;
    case 'GuaranteeClaimed':
      return `The guarantee of link ${event.data.backlink_id} was claimed (${event.data.reason.replace('_', ' ')})${event.data.claimed_by === null ? ' by a check of the link' : ''}.`;
    case 'GuaranteeSettled':
      return settled(event.data);
    default:
      return null;
  }
}

function settled(data: Extract<LinksEvent, { type: 'GuaranteeSettled' }>['data']): string {
  const claim = `Claim ${data.claim_id} on link ${data.backlink_id}`;
  switch (data.outcome) {
    case 'refused':
      return `${claim} was refused${because(data.reason)}.`;
    case 'accepted':
      return data.remedy === 'credit'
        ? `${claim} was accepted: ${formatMoney(data.amount_cents ?? ZERO)} USD are credited.`
        : `${claim} was accepted: a replacement is owed.`;
    case 'remedied':
      return data.replacement_id === undefined
        ? `${claim} was remedied by a credit.`
        : `${claim} was remedied by link ${data.replacement_id}.`;
  }
}
