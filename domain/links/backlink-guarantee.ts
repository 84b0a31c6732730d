import { accept, type Decision } from '#domain/kernel/decider';
import { epochMs, type Instant, plusHours } from '#domain/kernel/time';
import type { BacklinkCommand, BacklinkEvent, BacklinkRefusal } from './backlink-messages.ts';
import type { KnownBacklink } from './backlink-state.ts';
import type { GuaranteeReason } from './guarantee.ts';
import { aDayApart, confirmation, type LiveEvidence, type NextLook, takesWorth } from './live-check.ts';

type Command<T> = Extract<BacklinkCommand, { type: T }>;
type Decided = Decision<BacklinkEvent, BacklinkRefusal>;
type Checked = Extract<BacklinkEvent, { type: 'BacklinkGuaranteeChecked' }>['data'];

/** A page is out of the index where two looks so far apart say so. */
const INDEX_LOOKS_HOURS = 7 * 24;
/** Where nothing could be found out it is asked again a day later, so often; then people decide. */
const UNCLEAR_LOOKS = 7;

/** A claim that was made in time stays so, however long its proof takes. */
const guaranteed = ({ guaranteedUntil, claim }: KnownBacklink, at: Instant): boolean =>
  claim !== null || (guaranteedUntil !== null && at <= guaranteedUntil);
const covers = (state: KnownBacklink, reason: GuaranteeReason, at: Instant): boolean =>
  guaranteed(state, at) && state.guarantee.covers.includes(reason);

/** What of its guarantee a link that is gone breaks; a page that is gone as a whole is named so where the terms know it. */
export function breachOfLost(state: KnownBacklink, evidence: LiveEvidence | null, at: Instant): GuaranteeReason | null {
  const dead = evidence?.http_status === 404 || evidence?.http_status === 410;
  if (dead && covers(state, 'page_dead', at)) return 'page_dead';
  return covers(state, 'lost', at) ? 'lost' : null;
}

/** Somebody claims the guarantee of a link: looks have to prove it. One that is not live any more says so itself. */
export function proveClaim({ claimId, reason, now: at }: Command<'ProveClaim'>, state: KnownBacklink): Decided {
  if (state.status !== 'live' || state.claim?.id === claimId) return accept();
  const { requestId } = state.indexing;
  const claim = { claim_id: claimId, reason, ...(requestId === null ? {} : { request_id: requestId }) };
  return accept({ type: 'BacklinkCheckRequested', at, data: { ...state.ref, step: 'claimed', claim } });
}

type Followed = { readonly events: readonly BacklinkEvent[]; readonly next: NextLook | null };
const NOTHING: Followed = { events: [], next: null };

/** What a look at a link that is there says of its guarantee; `state` is as it was before the look. */
export function followLook(state: KnownBacklink, evidence: LiveEvidence, at: Instant): Followed {
  const { claim, nofollowSince, broken } = state;
  const asked = claim !== null && claim.reason !== 'deindexed' ? claim : null;
  if (!takesWorth(evidence))
    return asked === null ? NOTHING : { events: [checked(state, asked.reason, 'sound', at)], next: null };
  if (asked !== null && asked.reason !== 'nofollow')
    return { events: [checked(state, asked.reason, 'sound', at)], next: null };
  if (broken !== null || !covers(state, 'nofollow', at)) return NOTHING;
  if (nofollowSince === null) return { events: [], next: confirmation(at) };
  if (!aDayApart(nofollowSince, at)) return { events: [], next: confirmation(nofollowSince) };
  return { events: [checked(state, 'nofollow', 'broken', at)], next: null };
}

function checked(
  state: KnownBacklink,
  reason: GuaranteeReason,
  outcome: Checked['outcome'],
  at: Instant,
  more: Partial<Pick<Checked, 'evidence' | 'next_at'>> = {},
): BacklinkEvent {
  const claim = state.claim?.reason === reason ? state.claim.id : null;
  const owed = outcome === 'broken' && state.guarantee.remedy === 'replacement';
  const data = {
    ...state.ref,
    reason,
    outcome,
    claim_id: claim,
    replacement_owed: owed,
    evidence: null,
    next_at: null,
  };
  return { type: 'BacklinkGuaranteeChecked', at, data: { ...data, ...more } };
}

/** A look into the index, made only on a claim: out of it twice, seven days apart. */
export function recordIndexLook(command: Command<'RecordIndexLook'>, state: KnownBacklink): Decided {
  const { claimId, indexed, evidence, now: at } = command;
  const { claim } = state;
  if (claim?.id !== claimId || state.status !== 'live') return accept();
  const say = (outcome: Checked['outcome'], next_at: Instant | null = null) =>
    accept(checked(state, claim.reason, outcome, at, { evidence, next_at }));
  if (indexed === null) return say('unclear', claim.unclear + 1 < UNCLEAR_LOOKS ? plusHours(at, 24) : null);
  if (indexed) return say('sound');
  const { suspectedAt } = claim;
  if (suspectedAt === null) return say('suspected', plusHours(at, INDEX_LOOKS_HOURS));
  const again = plusHours(suspectedAt, INDEX_LOOKS_HOURS);
  return epochMs(at) >= epochMs(again) ? say('broken') : say('suspected', again);
}
