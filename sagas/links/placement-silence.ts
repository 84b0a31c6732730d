import type { DisputeId } from '#domain/kernel/ids';
import { epochMs, type Instant, plusMs } from '#domain/kernel/time';
import type { ProposalEvent } from '#domain/links/backlink-order-agreement-messages';
import { approveBySilence, lookUpSilence, placementMail } from '#domain/links/effects';
import {
  type HeardOfDisputes,
  type PlacementSilenceEvent,
  SILENCE_HOURS,
  type SilenceHold,
} from '#domain/links/placement-silence';
import type { ManagedSubscriptionEvent } from '#domain/services/managed-subscription';
import { type Answer, ask, type Step as StepOf, saga, type Told as ToldOf } from '#runtime/typed-saga';

type Told<T extends ProposalEvent['type']> = Extract<ProposalEvent, { type: T }>;
type Proposed = Told<'PlacementProposed'>['data'];
type Of = Pick<Proposed, 'order_id' | 'account_id' | 'site_id' | 'proposal_id'>;
type Paused = Extract<
  ManagedSubscriptionEvent,
  { type: 'ManagedSubscriptionPaused' | 'ManagedSubscriptionResumed' | 'ManagedSubscriptionCancelled' }
>;

type Waiting = {
  readonly of: Of;
  /** Somebody who may approve has been told. */
  readonly told: boolean;
  /** Null until that is looked up, or heard. */
  readonly paused: boolean | null;
  readonly disputes: readonly DisputeId[];
  readonly halted: boolean;
  readonly leftMs: number;
  /** Since when silence counts; null while it stands still. */
  readonly countsSince: Instant | null;
  /** Timers that were set. */
  readonly timers: number;
  /** What the newest input did to it. */
  readonly turned: 'started' | 'held' | null;
};
type Silence = { readonly of: null } | Waiting | 'decided';

type Types = {
  state: Silence;
  starts: Told<'PlacementProposed'>;
  listens:
    | Told<
        | 'PlacementApproved'
        | 'PlacementApprovedBySilence'
        | 'PlacementRejected'
        | 'PlacementWithdrawn'
        | 'PlacementsHalted'
        | 'PlacementsContinued'
      >
    | Paused
    | HeardOfDisputes;
  own: PlacementSilenceEvent;
  timers: { silence: object };
};
const ASKS = [lookUpSilence, placementMail, approveBySilence] as const;
type Step = StepOf<Types, (typeof ASKS)[number]>;

const ofProposal = ({ proposal_id }: { readonly proposal_id: number }) => `proposal:${proposal_id}`;
const ofOrder = ({ order_id }: { readonly order_id: number }) => `order:${order_id}`;
const ofSite = ({ site_id }: { readonly site_id: number }) => `site:${site_id}`;
const ofAccount = ({ account_id }: { readonly account_id: number }) => `account:${account_id}`;

/**
 * Waits for the client's word on one placement: tells those who may approve, and counts seven days of silence from the first
 * mail that was accepted. Time in which the services are paused, an invoice is disputed or the order stands still does not
 * count (spec 13, 3.8). Whether silence or a person was first is decided by the order's own stream.
 */
export const placementSilence = saga<Types>()({
  name: 'placement-silence',
  asks: ASKS,
  timers: { silence: (name) => (name.startsWith('silence/') ? {} : null) },
  starts: {
    PlacementProposed: (data) => ({
      instance: String(data.proposal_id),
      keys: [ofProposal(data), ofOrder(data), ofSite(data), ofAccount(data)],
    }),
  },
  listens: {
    PlacementApproved: ofProposal,
    PlacementApprovedBySilence: ofProposal,
    PlacementRejected: ofProposal,
    PlacementWithdrawn: ofProposal,
    PlacementsHalted: ofOrder,
    PlacementsContinued: ofOrder,
    ManagedSubscriptionPaused: ofSite,
    ManagedSubscriptionResumed: ofSite,
    ManagedSubscriptionCancelled: ofSite,
    InvoiceDisputeOpened: ofAccount,
    InvoiceDisputeClosed: ofAccount,
  },
  initial: { of: null },
  evolve(state, entry) {
    if (state === 'decided') return state;
    if (state.of === null)
      return entry.kind === 'heard' && entry.event.type === 'PlacementProposed' ? begun(entry.event.data) : state;
    if (entry.kind === 'set') return { ...state, timers: state.timers + 1 };
    if (entry.kind === 'answered') {
      const { answer } = entry;
      if (answer.outcome !== 'succeeded') return { ...state, turned: null };
      if (answer.kind === 'look_up_silence') return counted(lookedUp(state, answer.result), answer.at);
      return answer.kind === 'placement_mail'
        ? counted({ ...state, told: true }, answer.at)
        : { ...state, turned: null };
    }
    return entry.kind === 'heard' ? heard(state, entry.event) : state;
  },
  rests: (state) => state === 'decided',
  on: {
    PlacementProposed: (_, { data }) => [ask(lookUpSilence, { ...named(data, 'look_up'), payload: ofData(data) })],
    PlacementApproved: () => [],
    PlacementApprovedBySilence: () => [],
    PlacementRejected: () => [],
    PlacementWithdrawn: () => [],
    PlacementsHalted: turned,
    PlacementsContinued: turned,
    ManagedSubscriptionPaused: turned,
    ManagedSubscriptionResumed: turned,
    ManagedSubscriptionCancelled: turned,
    InvoiceDisputeOpened: turned,
    InvoiceDisputeClosed: turned,
  },
  answers: {
    look_up_silence: {
      succeeded: (state, answer) => (state === 'decided' || state.of === null ? [] : mails(state.of, answer)),
    },
    placement_mail: { succeeded: turned },
  },
  fired: {
    silence: (state, { name }) => {
      if (state === 'decided' || state.of === null || state.countsSince === null) return [];
      if (name !== timerOf(state.timers)) return [];
      return [ask(approveBySilence, { ...named(state.of, 'approve'), payload: state.of })];
    },
  },
});

function ofData({ order_id, account_id, site_id, proposal_id }: Of): Of {
  return { order_id, account_id, site_id, proposal_id };
}
const named = ({ proposal_id }: Of, name: string) => ({ name, key: `proposal-${proposal_id}-${name}` });
const timerOf = (n: number): string => `silence/${n}`;

const begun = (data: Proposed): Waiting => ({
  of: ofData(data),
  told: false,
  paused: null,
  disputes: [],
  halted: false,
  leftMs: SILENCE_HOURS * 3_600_000,
  countsSince: null,
  timers: 0,
  turned: null,
});

function mails(of: Of, { result }: Answer<typeof lookUpSilence, 'succeeded'>): Step[] {
  const count = Array.from({ length: result.approvers ?? 0 }, (_, approver) => approver);
  return count.map((approver) =>
    ask(placementMail, { ...named(of, `mail/${approver}`), payload: { ...of, approver } }),
  );
}

/** What was heard meanwhile is newer than what was looked up. */
const lookedUp = (
  state: Waiting,
  { paused, disputes }: Answer<typeof lookUpSilence, 'succeeded'>['result'],
): Waiting => ({
  ...state,
  paused: state.paused ?? paused ?? false,
  disputes: [...new Set([...state.disputes, ...(disputes ?? [])])],
});

type Happened = ToldOf<Types['listens'] | Types['starts']>;
function heard(state: Waiting, event: Happened): Silence {
  switch (event.type) {
    case 'PlacementProposed':
      return state;
    case 'PlacementApproved':
    case 'PlacementApprovedBySilence':
    case 'PlacementRejected':
    case 'PlacementWithdrawn':
      return 'decided';
    case 'PlacementsHalted':
      return counted({ ...state, halted: true }, event.at);
    case 'PlacementsContinued':
      return counted({ ...state, halted: false }, event.at);
    case 'ManagedSubscriptionPaused':
      return counted({ ...state, paused: true }, event.at);
    case 'ManagedSubscriptionResumed':
    case 'ManagedSubscriptionCancelled':
      return counted({ ...state, paused: false }, event.at);
    case 'InvoiceDisputeOpened':
      return counted({ ...state, disputes: [...state.disputes, event.data.dispute_id] }, event.at);
    case 'InvoiceDisputeClosed': {
      const disputes = state.disputes.filter((id) => id !== event.data.dispute_id);
      return counted({ ...state, disputes }, event.at);
    }
  }
}

const holdOf = ({ paused, disputes, halted }: Waiting): SilenceHold | null =>
  paused ? 'paused' : disputes.length > 0 ? 'disputed' : halted ? 'halted' : null;

/** Starts or stops the count as things stand after an input. */
function counted(state: Waiting, at: Instant): Waiting {
  const counts = state.told && holdOf(state) === null;
  if (counts === (state.countsSince !== null)) return { ...state, turned: null };
  if (counts) return { ...state, countsSince: at, turned: 'started' };
  const passed = epochMs(at) - epochMs(state.countsSince as Instant);
  return { ...state, countsSince: null, leftMs: Math.max(0, state.leftMs - passed), turned: 'held' };
}

function turned(state: Silence, { at }: { readonly at: Instant }): Step[] {
  if (state === 'decided' || state.of === null || state.turned === null) return [];
  const { of } = state;
  if (state.turned === 'started') {
    const ends = plusMs(at, state.leftMs);
    return [
      { do: 'record', event: { type: 'PlacementSilenceStarted', at, data: { ...of, ends_at: ends } } },
      { do: 'timer', timer: 'silence', name: timerOf(state.timers + 1), at: ends, data: {} },
    ];
  }
  const because = holdOf(state) as SilenceHold;
  return [
    { do: 'record', event: { type: 'PlacementSilenceHeld', at, data: { ...of, because } } },
    { do: 'cancel_timer', name: timerOf(state.timers) },
  ];
}
