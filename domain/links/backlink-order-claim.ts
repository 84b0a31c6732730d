import { accept, type Decision, refuse } from '#domain/kernel/decider';
import type { BacklinkId, ClaimId } from '#domain/kernel/ids';
import { type Cents, mulDiv } from '#domain/kernel/money';
import type { Day, Instant } from '#domain/kernel/time';
import type { ClaimCommand, ClaimEvent } from './backlink-order-agreement-messages.ts';
import type { Claim } from './backlink-order-agreement-state.ts';
import type { BacklinkOrderCommand, BacklinkOrderEvent, BacklinkOrderRefusal } from './backlink-order-messages.ts';
import { type KnownOrder, type OrderLink, orderOf, passThroughPrice } from './backlink-order-state.ts';
import { type GuaranteeReason, type GuaranteeTerms, STARTING_GUARANTEE } from './guarantee.ts';

type Decided = Decision<BacklinkOrderEvent, BacklinkOrderRefusal>;
type Timed<C> = C & Pick<BacklinkOrderCommand, 'now' | 'today'>;

/** Claims on the guarantee of an order's links (spec 11.3). */
export function decideClaim(command: Timed<ClaimCommand>, state: KnownOrder): Decided {
  if (command.type === 'Claim') return claim(command, state);
  const known = state.claims.find(({ id }) => id === command.claimId);
  if (!known) return refuse({ code: 'not_found', message: `the order has no claim ${command.claimId}` });
  if (command.type === 'SettleClaim') return settle(command, state, known);
  if (known.status !== 'accepted' || known.remedy !== 'credit') return accept();
  const note = command.creditNoteId === null ? {} : { credit_note_id: command.creditNoteId };
  const data = {
    ...ofClaim(state, known),
    outcome: 'remedied' as const,
    remedy: 'credit' as const,
    ...NO_CHECK,
    ...note,
  };
  return accept({ type: 'GuaranteeSettled', at: command.now, data });
}

const NO_CHECK = { check_id: null, reason: null };
export const termsOf = (state: KnownOrder): GuaranteeTerms => state.approval?.guarantee ?? STARTING_GUARANTEE;
const ofClaim = (state: KnownOrder, { id, backlinkId }: Pick<Claim, 'id' | 'backlinkId'>) => ({
  ...orderOf(state),
  backlink_id: backlinkId,
  claim_id: id,
});
const wrongState = (currentState: string, message: string): Decided =>
  refuse({ code: 'invalid_state', message, currentState });

function claim(command: Timed<Extract<ClaimCommand, { type: 'Claim' }>>, state: KnownOrder): Decided {
  const { claimId, backlinkId, reason, note, by, guaranteedUntil, wasIndexed, today, now: at } = command;
  if (state.claims.some(({ id }) => id === claimId)) return accept();
  const link = state.links.find(({ id }) => id === backlinkId);
  if (!link) return invalid('/backlink_id', `the order has no link ${backlinkId}`);
  const { covers } = termsOf(state);
  if (!covers.includes(reason)) return invalid('/reason', `the guarantee of the order covers ${covers.join(', ')}`);
  const open = state.claims.find((each) => each.backlinkId === backlinkId && each.status !== 'refused');
  if (open)
    return refuse({ code: 'duplicate', message: `claim ${open.id} on this link is ${open.status}`, holder: open.id });
  if (!link.went_live || link.rejected || guaranteedUntil === null)
    return wrongState(state.status, 'a link is guaranteed from the day it is live');
  if (link.replacement_owed || link.lost) return wrongState('lost', 'the link is lost already');
  if (at > guaranteedUntil)
    return wrongState('ended', `the guarantee of the link ended on ${guaranteedUntil.slice(0, 10)}`);
  if (reason === 'deindexed' && !wasIndexed) return wrongState('never_indexed', 'the page has never been in the index');
  const data = { ...ofClaim(state, { id: claimId, backlinkId }), reason, note, claimed_by: by, on: today };
  return accept({ type: 'GuaranteeClaimed', at, data });
}

const invalid = (pointer: string, message: string): Decided => refuse({ code: 'invalid_values', pointer, message });

function settle(
  { outcome, checkId, reason, by, now: at }: Timed<Extract<ClaimCommand, { type: 'SettleClaim' }>>,
  state: KnownOrder,
  known: Claim,
): Decided {
  if (known.status === outcome) return accept();
  if (known.status !== 'open') return wrongState(known.status, `the claim is ${known.status} already`);
  const decided = { check_id: checkId, reason, ...(by === null ? {} : { decided_by: by }) };
  if (outcome === 'accepted') return accept(accepted(state, known, decided, at));
  const data = { ...ofClaim(state, known), outcome, remedy: null, ...decided };
  return accept({ type: 'GuaranteeSettled', at, data });
}

type DecidedBy = Pick<Extract<ClaimEvent, { type: 'GuaranteeSettled' }>['data'], 'check_id' | 'reason' | 'decided_by'>;
function accepted(state: KnownOrder, claim: Pick<Claim, 'id' | 'backlinkId'>, by: DecidedBy, at: Instant): ClaimEvent {
  const { remedy } = termsOf(state);
  const amount = remedy === 'credit' ? { amount_cents: creditOf(state, claim.backlinkId) } : {};
  const data = { ...ofClaim(state, claim), outcome: 'accepted' as const, remedy, ...amount, ...by };
  return { type: 'GuaranteeSettled', at, data };
}

/** What one link came to: its line's amount ÷ quantity; of what is passed through its cost and the markup. */
function creditOf(state: KnownOrder, backlinkId: BacklinkId): Cents {
  const link = state.links.find(({ id }) => id === backlinkId) as OrderLink;
  if (state.terms.pricing_mode === 'pass_through') return passThroughPrice(state, [link]);
  const line = state.terms.quote.lines.find(({ id }) => id === link.line_id);
  return line === undefined ? (0 as Cents) : mulDiv(line.amount_cents, 1, line.quantity);
}

/** A look at the link proved a claim without anybody having made it, or one that is open. */
export type Breach = { readonly reason: GuaranteeReason; readonly claimId: ClaimId; readonly checkId: string };

/** The claim that a look raises by itself, with its acceptance; nothing where the link has one that is settled. */
export function raised(state: KnownOrder, link: OrderLink, breach: Breach, on: Day, at: Instant): ClaimEvent[] {
  const known = state.claims.find((each) => each.backlinkId === link.id && each.status !== 'refused');
  const proof = { check_id: breach.checkId, reason: null };
  if (known) return known.status === 'open' ? [accepted(state, known, proof, at)] : [];
  const claim = { id: breach.claimId, backlinkId: link.id };
  const data = { ...ofClaim(state, claim), reason: breach.reason, note: null, claimed_by: null, on };
  return [{ type: 'GuaranteeClaimed', at, data }, accepted(state, claim, proof, at)];
}

/** The link is gone in a way that its guarantee does not cover: a claim on it comes to nothing. */
export function unfounded(state: KnownOrder, link: OrderLink, at: Instant): ClaimEvent[] {
  const open = state.claims.find(({ backlinkId, status }) => backlinkId === link.id && status === 'open');
  if (!open) return [];
  const reason = 'the guarantee does not cover how the link was lost';
  const data = { ...ofClaim(state, open), outcome: 'refused' as const, remedy: null, check_id: null, reason };
  return [{ type: 'GuaranteeSettled', at, data }];
}

/** The replacement of a link remedies the claim on it. */
export function remedied(
  state: KnownOrder,
  replaced: BacklinkId,
  replacement_id: BacklinkId,
  at: Instant,
): ClaimEvent[] {
  const claim = state.claims.find(({ backlinkId, status }) => backlinkId === replaced && status === 'accepted');
  if (!claim) return [];
  const remedy = { outcome: 'remedied' as const, remedy: 'replacement' as const, replacement_id };
  return [{ type: 'GuaranteeSettled', at, data: { ...ofClaim(state, claim), ...remedy, ...NO_CHECK } }];
}
