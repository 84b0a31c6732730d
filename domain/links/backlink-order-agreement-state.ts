import { appended, changed } from '#domain/kernel/fold';
import type { BacklinkId, ClaimId, ProposalId } from '#domain/kernel/ids';
import type { Day } from '#domain/kernel/time';
import type {
  AgreementEvent,
  BriefEvent,
  ClaimEvent,
  ProposalEvent,
  ProposedPlacement,
} from './backlink-order-agreement-messages.ts';
import type { BriefAnswers, BriefQuestion } from './brief.ts';
import type { GuaranteeReason, Remedy } from './guarantee.ts';

export type Proposal = ProposedPlacement & {
  readonly id: ProposalId;
  readonly status: 'proposed' | 'approved' | 'rejected' | 'withdrawn' | 'placed';
};
export type Claim = {
  readonly id: ClaimId;
  readonly backlinkId: BacklinkId;
  readonly reason: GuaranteeReason;
  readonly status: 'open' | 'accepted' | 'refused' | 'remedied';
  readonly remedy: Remedy | null;
};
export type Brief = {
  readonly questions: readonly BriefQuestion[];
  readonly answers: BriefAnswers;
  readonly complete: boolean;
};

/** What an order and its client agree on while it is worked on. */
export type Agreement = {
  readonly proposals: readonly Proposal[];
  /** Rejected since the last halt. */
  readonly rejected: number;
  readonly halted: boolean;
  /** Since when a proposal waits for the client, or the order stands still. */
  readonly waitingSince: Day | null;
  readonly dueDate: Day | null;
  readonly brief: Brief | null;
  /** The due date that was given while the brief is not complete, and the day from which the days of waiting count. */
  readonly givenDue: Day | null;
  readonly briefSince: Day | null;
  readonly claims: readonly Claim[];
};
export const NOTHING_AGREED = {
  proposals: [],
  rejected: 0,
  halted: false,
  waitingSince: null,
  givenDue: null,
  briefSince: null,
  claims: [],
} as const;

/** Orders that were drafted with answers took them over from the order before. */
export const briefOf = (
  questions: readonly BriefQuestion[] | undefined,
  taken: Pick<Brief, 'answers' | 'complete'> | undefined,
): Brief | null => (questions === undefined ? null : { questions, answers: {}, complete: false, ...taken });

export function evolveAgreement<S extends Agreement>(state: S, event: AgreementEvent): S {
  switch (event.type) {
    case 'BriefAnswered':
    case 'BriefCompleted':
      return briefed(state, event);
    case 'GuaranteeClaimed':
    case 'GuaranteeSettled':
      return claimed(state, event);
    default:
      return proposed(state, event);
  }
}

const ENDS = {
  PlacementApproved: 'approved',
  PlacementApprovedBySilence: 'approved',
  PlacementRejected: 'rejected',
  PlacementWithdrawn: 'withdrawn',
} as const;

function proposed<S extends Agreement>(state: S, event: ProposalEvent): S {
  switch (event.type) {
    case 'PlacementProposed': {
      const { proposal_id: id, source_url, source_domain, target_url, anchor_text, on } = event.data;
      const proposal: Proposal = { id, status: 'proposed', source_url, source_domain, target_url, anchor_text };
      return { ...state, proposals: appended(state.proposals, proposal), waitingSince: state.waitingSince ?? on };
    }
    case 'PlacementsHalted':
      return { ...state, halted: true, waitingSince: state.waitingSince ?? event.data.on };
    case 'PlacementsContinued':
      return moved({ ...state, halted: false, rejected: 0 }, event.data.due_date);
    default: {
      const status = ENDS[event.type];
      const after = withProposal(state, event.data.proposal_id, status);
      const rejected = state.rejected + (status === 'rejected' ? 1 : 0);
      return moved({ ...after, rejected }, event.data.due_date);
    }
  }
}

export const withProposal = <S extends Agreement>(state: S, id: ProposalId, status: Proposal['status']): S => ({
  ...state,
  proposals: changed(
    state.proposals,
    (proposal) => proposal.id === id,
    (proposal) => ({ ...proposal, status }),
  ),
});

/** Whether the client is waited for, or nobody goes on. */
export const isWaiting = ({ halted, proposals }: Agreement): boolean =>
  halted || proposals.some(({ status }) => status === 'proposed');

const moved = <S extends Agreement>(state: S, due: Day | undefined): S => ({
  ...state,
  waitingSince: isWaiting(state) ? state.waitingSince : null,
  dueDate: due ?? state.dueDate,
});

function briefed<S extends Agreement>(state: S, event: BriefEvent): S {
  if (state.brief === null) return state;
  switch (event.type) {
    case 'BriefAnswered':
      return { ...state, brief: { ...state.brief, answers: event.data.answers } };
    case 'BriefCompleted': {
      const { due_date: due } = event.data;
      return { ...state, brief: { ...state.brief, complete: true }, dueDate: due ?? state.dueDate, briefSince: null };
    }
  }
}

function claimed<S extends Agreement>(state: S, event: ClaimEvent): S {
  switch (event.type) {
    case 'GuaranteeClaimed': {
      const { claim_id: id, backlink_id: backlinkId, reason } = event.data;
      const claim: Claim = { id, backlinkId, reason, status: 'open', remedy: null };
      return { ...state, claims: appended(state.claims, claim) };
    }
    case 'GuaranteeSettled': {
      const { claim_id, outcome, remedy } = event.data;
      return withClaim(state, ({ id }) => id === claim_id, { status: outcome, remedy });
    }
  }
}

export const withClaim = <S extends Agreement>(
  state: S,
  fits: (claim: Claim) => boolean,
  to: Partial<Pick<Claim, 'status' | 'remedy'>>,
): S => ({ ...state, claims: changed(state.claims, fits, (claim) => ({ ...claim, ...to })) });
