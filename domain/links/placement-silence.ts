import type { DomainEvent } from '#domain/kernel/decider';
import type { AccountId, DisputeId, ProposalId } from '#domain/kernel/ids';
import type { Instant } from '#domain/kernel/time';
import type { OfOrder } from './backlink-order-messages.ts';

/** So long does silence take to approve a placement: counted from an accepted mail, without the time in which it stands still. */
export const SILENCE_HOURS = 7 * 24;

/** Why silence stands still: the client's services are paused, an invoice is disputed, or too much was rejected. */
export const SILENCE_HOLDS = ['paused', 'disputed', 'halted'] as const;
export type SilenceHold = (typeof SILENCE_HOLDS)[number];

type Of = OfOrder & { readonly proposal_id: ProposalId };
export type PlacementSilenceEvent =
  /** The client was told; who says nothing until then has approved. */
  | DomainEvent<'PlacementSilenceStarted', Of & { readonly ends_at: Instant }>
  | DomainEvent<'PlacementSilenceHeld', Of & { readonly because: SilenceHold }>;

/** What silence hears of bills, in the words that it needs of them; `domain/billing/events.ts` checks that billing says so. */
export type HeardOfDisputes =
  | DomainEvent<'InvoiceDisputeOpened', { readonly account_id: AccountId; readonly dispute_id: DisputeId }>
  | DomainEvent<'InvoiceDisputeClosed', { readonly account_id: AccountId; readonly dispute_id: DisputeId }>;
