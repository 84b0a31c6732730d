import { accept, type Decider, type Decision, refuse } from '#domain/kernel/decider';
import type { Instant } from '#domain/kernel/time';
import { breachOfLost, followLook, proveClaim, recordIndexLook } from './backlink-guarantee.ts';
import { endIndexing, requestIndexing, reviewIndexing } from './backlink-indexing.ts';
import type { BacklinkCommand, BacklinkEvent, BacklinkRefusal, LostBecause } from './backlink-messages.ts';
import { type Backlink, evolve, type KnownBacklink } from './backlink-state.ts';
import { linkQuality } from './link-quality.ts';
import {
  aDayApart,
  confirmation,
  guaranteedUntil,
  isLive,
  isMissing,
  type LiveCheckStep,
  type LiveEvidence,
  type NextLook,
  nextFirstLook,
  nextRoutineLook,
} from './live-check.ts';

type Command<T> = Extract<BacklinkCommand, { type: T }>;
type Decided = Decision<BacklinkEvent, BacklinkRefusal>;

/** A live page that does not answer is shown to people after so many looks in a row, one a day. */
const UNREACHABLE_LOOKS = 7;

/** One placed link: its quality, whether it is live, lost or replaced, and what became of its indexing (spec 3.3). */
export const backlink: Decider<BacklinkCommand, Backlink, BacklinkEvent, BacklinkRefusal> = {
  initial: { status: 'none' },
  evolve,
  decide: (command, state): Decided => {
    if (command.type === 'Place') return state.status === 'none' ? place(command) : accept();
    if (state.status === 'none') return refuse({ code: 'not_found', message: 'there is no such backlink' });
    switch (command.type) {
      case 'RecordQuality':
        return recordQuality(command, state);
      case 'DecideWarnings':
        return decideWarnings(command, state);
      case 'RecordLiveCheck':
        return recordLiveCheck(command, state);
      case 'AskForCheck':
        return askForCheck(command, state);
      case 'ProveClaim':
        return proveClaim(command, state);
      case 'RecordIndexLook':
        return recordIndexLook(command, state);
      case 'MarkLost':
        return markLost(command, state);
      case 'MarkReplaced':
        return state.status === 'replaced'
          ? accept()
          : accept({ type: 'BacklinkReplaced', at: command.now, data: { ...state.ref, replaced_by: command.by } });
      case 'CorrectCost':
        return state.placement.cost_cents === command.cost
          ? accept()
          : accept({
              type: 'BacklinkCostCorrected',
              at: command.now,
              data: { ...state.ref, cost_cents: command.cost, reason: command.reason },
            });
      case 'RecordSighting':
        return recordSighting(command, state);
      case 'RequestIndexing':
        return requestIndexing(command, state);
      case 'AskForIndexCheck':
        return state.indexing.status === 'open' && state.indexing.requestId === command.requestId
          ? accept({
              type: 'IndexingCheckRequested',
              at: command.now,
              data: { ...state.ref, request_id: command.requestId },
            })
          : accept();
      case 'EndIndexing':
        return endIndexing(command, state);
      case 'ReviewIndexing':
        return reviewIndexing(command, state);
    }
  },
};

const wrongState = (state: KnownBacklink, message: string): Decided =>
  refuse({ code: 'invalid_state', message, currentState: state.status });

function place({ ref, placement, tier, drFloor, campaignId, guarantee, now: at }: Command<'Place'>): Decided {
  const data = { ...ref, ...placement, tier, dr_floor: drFloor, campaign_id: campaignId };
  return accept({ type: 'BacklinkPlaced', at, data: { ...data, ...(guarantee === undefined ? {} : { guarantee }) } });
}

/** Without a warning the link is accepted at once; it is looked at by its own quality check once only. */
function recordQuality({ facts, now: at }: Command<'RecordQuality'>, state: KnownBacklink): Decided {
  if (state.qualityChecked || state.status !== 'placed') return accept();
  const { anchor_text: anchorText } = state.placement;
  const { score, warnings } = linkQuality({ ...facts, anchorText, drFloor: state.drFloor });
  const checked: BacklinkEvent = {
    type: 'BacklinkQualityChecked',
    at,
    data: { ...state.ref, source_dr: facts.dr, source_traffic: facts.traffic, quality_score: score, warnings },
  };
  const accepted: BacklinkEvent = { type: 'BacklinkAccepted', at, data: state.ref };
  return accept(...(warnings.length === 0 ? [checked, accepted] : [checked]));
}

function decideWarnings({ decisions, now: at }: Command<'DecideWarnings'>, state: KnownBacklink): Decided {
  const events: BacklinkEvent[] = [];
  for (const [index, { code, decision }] of decisions.entries()) {
    const warning = state.warnings.find((each) => each.code === code);
    if (!warning)
      return refuse({
        code: 'invalid_values',
        pointer: `/warnings/${index}/code`,
        message: `the link has no warning ${code}`,
      });
    if (warning.decision === decision) continue;
    if (warning.decision !== null || state.accepted || state.status !== 'placed')
      return wrongState(state, `the warning ${code} is decided already`);
    events.push({ type: 'BacklinkWarningDecided', at, data: { ...state.ref, code, decision } });
  }
  if (events.length === 0) return accept();
  const after = events.reduce<Backlink>((before, event) => evolve(before, event), state) as KnownBacklink;
  const rejected = after.warnings.find(({ decision }) => decision === 'reject');
  if (rejected)
    return accept(...events, { type: 'BacklinkRejected', at, data: { ...state.ref, reason: rejected.message } });
  const open = after.warnings.some(({ decision }) => decision === null);
  return accept(...events, ...(open ? [] : [{ type: 'BacklinkAccepted' as const, at, data: state.ref }]));
}

type Looked = { readonly next: NextLook | null; readonly followed: readonly BacklinkEvent[] };

/** Evidence of one look at the page, what follows from it, and when the next look is due. */
function recordLiveCheck({ step, evidence, now: at }: Command<'RecordLiveCheck'>, state: KnownBacklink): Decided {
  if (!state.accepted || (state.status !== 'placed' && state.status !== 'live')) return accept();
  const { next, followed } =
    state.liveAt === null ? firstLook(state, step, evidence, at) : routineLook(state, state.liveAt, step, evidence, at);
  const checked: BacklinkEvent = {
    type: 'BacklinkLiveChecked',
    at,
    data: { ...state.ref, ...evidence, step, next_step: next?.step ?? null, next_at: next?.at ?? null },
  };
  return accept(checked, ...followed);
}

function firstLook(state: KnownBacklink, step: LiveCheckStep, evidence: LiveEvidence, at: Instant): Looked {
  if (isLive(evidence)) {
    const until = guaranteedUntil(at, state.guarantee);
    const live: BacklinkEvent = { type: 'BacklinkWentLive', at, data: { ...state.ref, guaranteed_until: until } };
    const followed = followLook({ ...state, guaranteedUntil: until }, evidence, at);
    return { next: followed.next ?? nextRoutineLook(at, until), followed: [live, ...followed.events] };
  }
  const next = nextFirstLook(step, state.firstLookAt ?? at);
  const flag = next === null && step !== 'asked' && !state.flagged;
  const reason =
    evidence.error ??
    (evidence.http_status === 200 ? 'the link is not on the page' : `the page answers ${evidence.http_status}`);
  const flagged: BacklinkEvent = { type: 'BacklinkFlagged', at, data: { ...state.ref, reason } };
  return { next, followed: flag ? [flagged] : [] };
}

function routineLook(
  state: KnownBacklink,
  liveAt: Instant,
  step: LiveCheckStep,
  evidence: LiveEvidence,
  at: Instant,
): Looked {
  const until = state.guaranteedUntil ?? liveAt;
  if (isLive(evidence)) {
    const followed = followLook(state, evidence, at);
    return { next: followed.next ?? nextRoutineLook(at, until), followed: followed.events };
  }
  if (!isMissing(evidence)) {
    const flag = state.unreachable + 1 === UNREACHABLE_LOOKS && !state.flagged;
    const reason = evidence.error ?? `the page answers ${evidence.http_status}`;
    const flagged: BacklinkEvent = { type: 'BacklinkFlagged', at, data: { ...state.ref, reason } };
    return { next: confirmation(at), followed: flag ? [flagged] : [] };
  }
  if (step === 'reported') return { next: null, followed: [lost(state, 'reported_by_ahrefs', evidence, null, at)] };
  if (state.missingSince === null) return { next: confirmation(at), followed: [] };
  return aDayApart(state.missingSince, at)
    ? { next: null, followed: [lost(state, 'missing', evidence, null, at)] }
    : { next: confirmation(state.missingSince), followed: [] };
}

/** While the link is guaranteed a replacement is owed, free of charge, or what its terms say instead. */
function lost(
  state: KnownBacklink,
  because: LostBecause,
  evidence: LiveEvidence | null,
  reason: string | null,
  at: Instant,
): BacklinkEvent {
  const until = state.guaranteedUntil ?? at;
  const breach = breachOfLost(state, evidence, at);
  const owed = breach !== null && state.guarantee.remedy === 'replacement';
  const data = { ...state.ref, because, reason, replacement_owed: owed, guaranteed_until: until };
  return { type: 'BacklinkLost', at, data: { ...data, ...(breach === null ? {} : { breach }) } };
}

function askForCheck({ now: at }: Command<'AskForCheck'>, state: KnownBacklink): Decided {
  if (!state.accepted || (state.status !== 'placed' && state.status !== 'live'))
    return wrongState(state, `a link that is ${state.accepted ? state.status : 'not accepted'} is not checked`);
  return accept({ type: 'BacklinkCheckRequested', at, data: { ...state.ref, step: 'asked' } });
}

function markLost({ reason, now: at }: Command<'MarkLost'>, state: KnownBacklink): Decided {
  if (state.status !== 'live') return wrongState(state, `only a live link can be lost, this one is ${state.status}`);
  return accept(lost(state, 'marked_by_hand', null, reason, at));
}

/** What Ahrefs knows of the link; one that it reports lost is looked at again before it counts as lost. */
function recordSighting(command: Command<'RecordSighting'>, state: KnownBacklink): Decided {
  const { verified, lastSeen, lost: gone, lostReason, now: at } = command;
  const seen: BacklinkEvent = {
    type: 'BacklinkSeenByAhrefs',
    at,
    data: { ...state.ref, verified, last_seen: lastSeen, lost: gone, lost_reason: lostReason },
  };
  const look: BacklinkEvent = { type: 'BacklinkCheckRequested', at, data: { ...state.ref, step: 'reported' } };
  return accept(...(gone && state.status === 'live' ? [seen, look] : [seen]));
}
