import { effectFamily, effectKind, type Nothing } from '#domain/kernel/effect-kind';
import type { AccountId, BacklinkId, ClaimId, DisputeId, OrderId, ProposalId } from '#domain/kernel/ids';
import type { Cents } from '#domain/kernel/money';
import type { Day, Instant } from '#domain/kernel/time';
import type { BacklinkCommand, LinkRef } from './backlink-messages.ts';
import type { BacklinkOrderEvent, LinkNews, OfOrder } from './backlink-order-messages.ts';
import type { Evidence } from './evidence.ts';
import type { GuaranteeReason } from './guarantee.ts';
import type { RequestRef, SubmissionStep } from './indexing-request.ts';
import type { LiveCheckStep } from './live-check.ts';

/** Of one link. */
export const openBacklink = effectKind('open_backlink')<
  LinkRef & { readonly placed: Extract<BacklinkOrderEvent, { type: 'OrderLinkPlaced' }>['data'] },
  Nothing
>();
export const checkLinkQuality = effectKind('check_link_quality')<
  /** `without_metrics`: they could not be had, so it is checked without. */
  LinkRef & { readonly without_metrics?: boolean },
  Nothing
>();
export const markLinkReplaced = effectKind('mark_link_replaced')<
  LinkRef & { readonly replaces_id: BacklinkId },
  Nothing
>();
export const lookAtLink = effectKind('look_at_link')<LinkRef & { readonly step: LiveCheckStep }, Nothing>();
export const correctLinkCost = effectKind('correct_link_cost')<
  LinkRef & { readonly cost_cents: Cents; readonly reason: string },
  Nothing
>();
export const tellOrderOfLink = effectKind('tell_order_of_link')<LinkRef & { readonly news: LinkNews }, Nothing>();
export const requestIndexing = effectKind('request_indexing')<LinkRef, Nothing>();

/** Of a claim on a link's guarantee. */
type OfClaim = LinkRef & { readonly claim_id: ClaimId };
export const proveGuaranteeClaim = effectKind('prove_guarantee_claim')<
  OfClaim & { readonly reason: GuaranteeReason },
  Nothing
>();
/** `indexed`: null where nothing could be found out. */
export const recordIndexLook = effectKind('record_index_look')<
  OfClaim & { readonly indexed: boolean | null; readonly evidence: Evidence },
  Nothing
>();

/** Of a placement that the client is asked about. */
type OfProposal = OfOrder & { readonly proposal_id: ProposalId };
/** What keeps silence from counting, and how many people may approve. */
export type SilenceLook = {
  readonly paused: boolean;
  readonly disputes: readonly DisputeId[];
  readonly approvers: number;
};
export const lookUpSilence = effectKind('look_up_silence')<OfProposal, SilenceLook>();
/** `approver`: which of those who may approve, from 0 on. */
export const placementMail = effectKind('placement_mail')<
  OfProposal & { readonly approver: number },
  { readonly message_id: string }
>();
export const approveBySilence = effectKind('approve_by_silence')<OfProposal, Nothing>();
export const withdrawBlocked = effectKind('withdraw_blocked_proposals')<
  { readonly account_id: AccountId; readonly domain: string },
  { readonly withdrawn: number }
>();

/** Opens the order that follows a monthly one. */
export const openRenewedOrder = effectKind('open_renewed_order')<
  { readonly order_id: OrderId; readonly successor_id: OrderId; readonly on: Day },
  Nothing
>();

/** Of one request to get a page into the index. */
export type PageLook = {
  readonly http_status: number | null;
  readonly signals: readonly string[];
  readonly error: string | null;
};
export const checkPage = effectKind('check_page')<
  RequestRef & { readonly url: string; readonly target: string },
  PageLook
>();
export const takeIndexingCredit = effectKind('take_indexing_credit')<RequestRef, { readonly taken: boolean }>();
export const returnIndexingCredit = effectKind('return_indexing_credit')<RequestRef, Nothing>();
export const flagIndexingService = effectKind('flag_indexing_service')<
  RequestRef & { readonly service: string; readonly error: string },
  { readonly newly: boolean; readonly service: string }
>();

/** What one of the engines of IndexNow answered. */
export type Pinged = { readonly ok: boolean; readonly status: number | null; readonly error: string | null };
export const indexNow = effectKind('index_now')<RequestRef & { readonly url: string }, Pinged>();
export const pingArticle = effectKind('ping_article')<{ readonly url: string }, Pinged>();

/** A page is handed to one of the submission services, at most once for each reference. */
export type Submitted =
  | { readonly outcome: 'accepted'; readonly reference: string | null; readonly at: Instant }
  | {
      readonly outcome: 'refused' | 'temporary';
      readonly error: string;
      /** Of a refusal. */
      readonly reason: string | null;
      readonly at: Instant;
    };
export const submitPage = effectFamily('index_submit')<
  RequestRef & {
    readonly url: string;
    readonly reference: string;
    readonly step: SubmissionStep;
    /** Which of the request's services it is, and which attempt at it; in older streams only the name of the effect tells. */
    readonly service?: number;
    readonly attempt?: number;
  },
  Submitted
>();

/** Whether a page is in the index; `task` asks for the answer of a look that was begun before. */
export type IndexLook = {
  /** `day_7` */
  readonly step: string;
  readonly url: string;
  readonly task?: string;
};
/** What the look is booked at, where it was paid for, in 1/10,000 US dollars. */
export type LookCost = { readonly service?: string; readonly cost?: number };
export type IndexLooked = LookCost &
  (
    | { readonly pending: string }
    /** Null where nothing could be found out. */
    | { readonly pending?: never; readonly indexed: boolean | null; readonly evidence: Evidence }
  );
export const indexCheck = effectKind('index_check')<RequestRef & IndexLook, IndexLooked>();

export type IndexingEnd = Extract<BacklinkCommand, { type: 'EndIndexing' }>['end'];
export const endIndexing = effectKind('end_indexing')<RequestRef & { readonly end: IndexingEnd }, Nothing>();
