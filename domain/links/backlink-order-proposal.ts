import { accept, type Decision, refuse } from '#domain/kernel/decider';
import { type Day, daysBetween, plusDays } from '#domain/kernel/time';
import { domainForm, spelling } from '#domain/kernel/web-address';
import type { ProposalCommand, ProposalEvent } from './backlink-order-agreement-messages.ts';
import { evolveAgreement, isWaiting, type Proposal } from './backlink-order-agreement-state.ts';
import type { BacklinkOrderCommand, BacklinkOrderEvent, BacklinkOrderRefusal } from './backlink-order-messages.ts';
import { type KnownOrder, ordered, orderOf } from './backlink-order-state.ts';

type Command<T> = Extract<BacklinkOrderCommand, { type: T }>;
type Decided = Decision<BacklinkOrderEvent, BacklinkOrderRefusal>;
type Timed<C> = C & Pick<BacklinkOrderCommand, 'now' | 'today'>;

/** So many rejections for each link ordered, and the manager is told. */
const REJECTED_TIMES = 2;

/** Proposals of an order whose client approves every placement first (spec 11.3). */
export function decideProposal(command: Timed<ProposalCommand>, state: KnownOrder): Decided {
  switch (command.type) {
    case 'Propose':
      return propose(command, state);
    case 'ContinuePlacements':
      return goOn(command, state);
    default: {
      const proposal = state.proposals.find(({ id }) => id === command.proposalId);
      if (!proposal) return refuse({ code: 'not_found', message: `the order has no proposal ${command.proposalId}` });
      return end(command, state, proposal);
    }
  }
}

const wrongState = (currentState: string, message: string): Decided =>
  refuse({ code: 'invalid_state', message, currentState });

export const briefIncomplete = (state: KnownOrder): BacklinkOrderRefusal | null =>
  state.brief === null || state.brief.complete
    ? null
    : { code: 'brief_incomplete', message: 'the brief of the order is not complete' };

export const domainBlocked = (blocked: string | null | undefined): BacklinkOrderRefusal | null =>
  blocked ? { code: 'domain_blocked', message: `the account wants no links on ${blocked}` } : null;

/** Proposals take places like links do: at most as many are open or approved as there are places left. */
const placesLeft = (state: KnownOrder): number =>
  state.terms.quote.links_ordered - ordered(state).length + state.links.filter((link) => link.replacement_owed).length;
const isPending = ({ status }: Proposal): boolean => status === 'proposed' || status === 'approved';

function propose(command: Timed<Extract<ProposalCommand, { type: 'Propose' }>>, state: KnownOrder): Decided {
  const { proposalId, placement, vendor, cost, metrics, by, blocked, today, now: at } = command;
  if (state.proposals.some(({ id }) => id === proposalId)) return accept();
  if (state.terms.placement_approval !== 'client')
    return wrongState(state.status, 'the links of this order need no approval: place them');
  const open = state.status === 'approved' || state.status === 'in_progress';
  if (!open && !(state.status !== 'draft' && state.links.some((link) => link.replacement_owed)))
    return wrongState(state.status, `links cannot be proposed while the order is ${state.status}`);
  const refusal = briefIncomplete(state) ?? domainBlocked(blocked);
  if (refusal) return refuse(refusal);
  if (state.proposals.filter(isPending).length >= placesLeft(state))
    return wrongState(state.status, 'every link ordered is placed or proposed already');
  const data = { ...orderOf(state), proposal_id: proposalId, ...placement, vendor, cost_cents: cost, metrics };
  return accept({ type: 'PlacementProposed', at, data: { ...data, proposed_by: by, on: today } });
}

type Ending = Timed<Exclude<ProposalCommand, { type: 'Propose' | 'ContinuePlacements' }>>;
const ENDED = {
  ApproveProposal: 'approved',
  ApproveBySilence: 'approved',
  RejectProposal: 'rejected',
  WithdrawProposal: 'withdrawn',
} as const;

/** The first decision stands, whether it is a person's or silence's; the same again changes nothing. */
function end(command: Ending, state: KnownOrder, { id, status }: Proposal): Decided {
  if (status !== 'proposed') {
    const again = status === ENDED[command.type] || (status === 'placed' && command.type === 'ApproveProposal');
    if (again || command.type === 'ApproveBySilence') return accept();
    return wrongState(status, `the proposal is ${status} already`);
  }
  if (command.type === 'ApproveBySilence' && state.halted) return accept();
  const { today, now: at } = command;
  const event = endOf(command, { ...orderOf(state), proposal_id: id, on: today });
  const ended = { ...event, data: { ...event.data, ...whenMoved(state, event, today) } } as ProposalEvent;
  const { rejected, halted } = evolveAgreement(state, ended);
  const most = REJECTED_TIMES * state.terms.quote.links_ordered;
  if (command.type !== 'RejectProposal' || halted || rejected < most) return accept(ended);
  const data = { ...orderOf(state), proposal_id: id, on: today, rejected };
  return accept<BacklinkOrderEvent>(ended, { type: 'PlacementsHalted', at, data });
}

type Ended = Exclude<ProposalEvent, { type: 'PlacementProposed' | 'PlacementsHalted' | 'PlacementsContinued' }>;
function endOf(
  command: Ending,
  of: Pick<Ended['data'], 'order_id' | 'account_id' | 'site_id' | 'proposal_id' | 'on'>,
): Ended {
  const { now: at } = command;
  switch (command.type) {
    case 'ApproveProposal':
      return { type: 'PlacementApproved', at, data: { ...of, approved_by: command.by } };
    case 'ApproveBySilence':
      return { type: 'PlacementApprovedBySilence', at, data: of };
    case 'RejectProposal':
      return { type: 'PlacementRejected', at, data: { ...of, rejected_by: command.by, reason: command.reason } };
    case 'WithdrawProposal':
      return { type: 'PlacementWithdrawn', at, data: { ...of, because: command.because, reason: command.reason } };
  }
}

/** The days for which the order had to wait are added to its due date, once it waits no more. */
function whenMoved(state: KnownOrder, event: ProposalEvent, today: Day): { readonly due_date?: Day } {
  if (state.waitingSince === null || state.dueDate === null || isWaiting(evolveAgreement(state, event))) return {};
  const days = daysBetween(state.waitingSince, today);
  return days > 0 ? { due_date: plusDays(state.dueDate, days) } : {};
}

function goOn({ today, now: at }: Timed<{ readonly type: 'ContinuePlacements' }>, state: KnownOrder): Decided {
  if (!state.halted) return accept();
  const event: ProposalEvent = { type: 'PlacementsContinued', at, data: { ...orderOf(state), on: today } };
  return accept({ ...event, data: { ...event.data, ...whenMoved(state, event, today) } });
}

/** What is still open when an order is cancelled. */
export const withdrawn = (
  state: KnownOrder,
  { today, now: at }: Pick<BacklinkOrderCommand, 'now' | 'today'>,
): ProposalEvent[] =>
  state.proposals
    .filter(({ status }) => status === 'proposed')
    .map(({ id: proposal_id }) => ({
      type: 'PlacementWithdrawn',
      at,
      data: { ...orderOf(state), proposal_id, on: today, because: 'order_cancelled', reason: null },
    }));

/** Why a link may not be placed as it is; null where nothing keeps it from being. */
export function unplaceable(
  { proposalId, placement, blocked }: Command<'PlaceLink'>,
  state: KnownOrder,
): BacklinkOrderRefusal | null {
  return briefIncomplete(state) ?? domainBlocked(blocked) ?? notAsApproved(state, proposalId, placement);
}

function notAsApproved(
  state: KnownOrder,
  id: Command<'PlaceLink'>['proposalId'],
  { source_url, target_url, anchor_text }: Command<'PlaceLink'>['placement'],
): BacklinkOrderRefusal | null {
  const refused = (message: string): BacklinkOrderRefusal => ({ code: 'not_as_approved', message });
  if (state.terms.placement_approval !== 'client')
    return id === undefined
      ? null
      : { code: 'invalid_values', pointer: '/proposal_id', message: 'the links of this order need no approval' };
  if (id === undefined) return refused('the client approves each link of this order first: name its proposal_id');
  const proposal = state.proposals.find((each) => each.id === id);
  if (!proposal) return { code: 'invalid_values', pointer: '/proposal_id', message: `the order has no proposal ${id}` };
  if (proposal.status !== 'approved') return refused(`the proposal is ${proposal.status}`);
  if (domainForm(source_url) !== proposal.source_domain)
    return refused(`a link on ${proposal.source_domain} was approved`);
  if (spelling(target_url) !== spelling(proposal.target_url))
    return refused(`a link to ${proposal.target_url} was approved`);
  return anchor_text === proposal.anchor_text ? null : refused('another anchor text was approved');
}
