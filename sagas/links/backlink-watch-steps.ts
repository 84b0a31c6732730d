import { type Instant, plusHours } from '#domain/kernel/time';
import type { BacklinkEvent, LinkRef, OpenClaim } from '#domain/links/backlink-messages';
import type { ClaimEvent } from '#domain/links/backlink-order-agreement-messages';
import type { BacklinkOrderEvent, LinkNews } from '#domain/links/backlink-order-messages';
import {
  checkLinkQuality,
  correctLinkCost,
  indexCheck,
  lookAtLink,
  markLinkReplaced,
  openBacklink,
  proveGuaranteeClaim,
  recordIndexLook,
  requestIndexing,
  tellOrderOfLink,
} from '#domain/links/effects';
import type { Evidence } from '#domain/links/evidence';
import type { IndexingRequestEvent } from '#domain/links/indexing-request';
import type { LiveCheckStep } from '#domain/links/live-check';
import { teamEmail } from '#domain/services/effects';
import { type Answer, ask, type Step as StepOf, type Told } from '#runtime/typed-saga';

/** A checker that is still at it is asked again every hour, so often; then nothing could be found out. */
const MOST_POLLS = 100;

export type Placed = Extract<BacklinkOrderEvent, { type: 'OrderLinkPlaced' }>;
export type Watched = {
  readonly link: Placed['data'];
  /** Name of the timer of the next look at the page. */
  readonly look: string | null;
  readonly looks: number;
  /** The newest claim that looks have to prove, and how often the index was asked of. */
  readonly claim: OpenClaim | null;
  readonly indexLooks: number;
};
export type Watch = { readonly link: null } | Watched;

export type Heard = Extract<
  BacklinkEvent,
  {
    type:
      | 'BacklinkAccepted'
      | 'BacklinkRejected'
      | 'BacklinkLiveChecked'
      | 'BacklinkWentLive'
      | 'BacklinkFlagged'
      | 'BacklinkLost'
      | 'BacklinkCheckRequested'
      | 'BacklinkGuaranteeChecked'
      | 'IndexingRequested'
      | 'IndexingRefused'
      | 'BacklinkIndexed'
      | 'BacklinkIndexingFailed'
      | 'BacklinkIndexingCancelled'
      | 'IndexingReviewed';
  }
>;
type Claimed = Extract<ClaimEvent, { type: 'GuaranteeClaimed' }>;
export type Types = {
  state: Watch;
  starts: Placed;
  listens: Heard | Extract<BacklinkOrderEvent, { type: 'OrderLinkCostCorrected' }> | Claimed;
  own: Extract<IndexingRequestEvent, { type: 'IndexingCostIncurred' }>;
  timers: { look: { readonly step: LiveCheckStep }; index: { readonly task?: string } };
};

export const ASKS = [
  openBacklink,
  checkLinkQuality,
  markLinkReplaced,
  lookAtLink,
  correctLinkCost,
  tellOrderOfLink,
  requestIndexing,
  proveGuaranteeClaim,
  indexCheck,
  recordIndexLook,
  teamEmail,
] as const;
export type Step = StepOf<Types, (typeof ASKS)[number]>;

export function refOf({ backlink_id, order_id, account_id, site_id }: Placed['data']): LinkRef {
  return { backlink_id, order_id, account_id, site_id };
}

/** What an effect of this link is called, and its key. */
export function named({ backlink_id }: Placed['data'], name: string) {
  return { name, key: `backlink-${backlink_id}-${name}` };
}

/** The order settles the claim by what the looks came to. */
export function guaranteeChecked(
  state: Watched,
  event: Told<Extract<Heard, { type: 'BacklinkGuaranteeChecked' }>>,
): Step[] {
  const { outcome, reason, claim_id, next_at } = event.data;
  if (outcome === 'broken') return [tell(state, event, { what: 'breach', breach: { reason, checkId: event.id } })];
  if (outcome === 'sound')
    return claim_id === null ? [] : [tell(state, event, { what: 'sound', claimId: claim_id, checkId: event.id })];
  return next_at === null ? [] : [indexLookAt(state, next_at)];
}

export function lookIntoIndex({ link, claim, indexLooks }: Watched, task?: string): Step[] {
  if (claim?.request_id === undefined) return [];
  const look = { step: 'claim', url: link.source_url, ...(task === undefined ? {} : { task }) };
  const payload = { ...refOf(link), request_id: claim.request_id, ...look };
  return [ask(indexCheck, { ...named(link, `index/${claim.claim_id}#${indexLooks + 1}`), payload })];
}

function indexLookAt({ claim, indexLooks }: Watched, at: Instant, task?: string): Step {
  const data = task === undefined ? {} : { task };
  return { do: 'timer', timer: 'index', name: `index/${claim?.claim_id ?? 0}#${indexLooks}`, at, data };
}

type IndexAnswer = Answer<typeof indexCheck, 'succeeded'>;
export function indexLooked(state: Watched, { at, asked, result }: IndexAnswer): Step[] {
  const { service, cost = 0 } = result;
  const { request_id, step } = asked.payload;
  const charged: Step[] =
    cost === 0 || service === undefined
      ? []
      : [
          {
            do: 'record',
            event: {
              type: 'IndexingCostIncurred',
              at,
              data: { ...refOf(state.link), request_id, what: 'index_check', step, service, cost },
            },
          },
        ];
  if (result.pending === undefined)
    return [...charged, ...foundOut(state, asked.name, result.indexed ?? null, result.evidence ?? {})];
  if (state.indexLooks < MOST_POLLS) return [...charged, indexLookAt(state, plusHours(at, 1), result.pending)];
  return [...charged, ...foundOut(state, asked.name, null, { error: 'the checker did not answer' })];
}

export function notLooked(state: Watched, { asked, error }: Answer<typeof indexCheck, 'unknown' | 'parked'>): Step[] {
  return foundOut(state, asked.name, null, { error });
}

function foundOut({ link, claim }: Watched, look: string, indexed: boolean | null, evidence: Evidence): Step[] {
  if (claim === null) return [];
  const payload = { ...refOf(link), claim_id: claim.claim_id, indexed, evidence };
  return [ask(recordIndexLook, { ...named(link, `found/${look}`), payload })];
}

export function tell({ link }: Watched, { id }: { readonly id: string }, news: LinkNews): Step {
  return ask(tellOrderOfLink, { ...named(link, `order/${id}`), payload: { ...refOf(link), news } });
}
