import { accept, type Decision, refuse } from '#domain/kernel/decider';
import type { Instant } from '#domain/kernel/time';
import type {
  BacklinkCommand,
  BacklinkEvent,
  BacklinkRefusal,
  IndexingRefusalCode,
  OpenIndexing,
} from './backlink-messages.ts';
import type { KnownBacklink } from './backlink-state.ts';

type Command<T> = Extract<BacklinkCommand, { type: T }>;
type Decided = Decision<BacklinkEvent, BacklinkRefusal>;

/** Why no request is opened now; null where one is. */
export function indexingRefusal(
  state: KnownBacklink,
  { entitled, services }: { readonly entitled: boolean; readonly services: number },
): { readonly code: IndexingRefusalCode; readonly reason: string } | null {
  const { status, requestId } = state.indexing;
  if (status === 'indexed') return { code: 'already_indexed', reason: 'the page is in the index' };
  if (status === 'open' || status === 'failed' || status === 'reviewed')
    return { code: 'already_requested', reason: `request ${requestId} is there already` };
  if (state.status !== 'live') return { code: 'not_live', reason: `the link is ${state.status}` };
  if (!entitled)
    return {
      code: 'not_entitled',
      reason: 'neither the plan, nor a managed Pro subscription of the site, nor an Indexing Boost credit covers it',
    };
  return services === 0 ? { code: 'no_service', reason: 'no indexing service is configured' } : null;
}

/** Reasons that are kept as an event, once each time they change: the order then does not wait for indexing. */
const KEPT: readonly IndexingRefusalCode[] = ['not_entitled', 'no_service'];

/** Opens a request, or keeps as an event why none is opened (spec 3.4). */
export function requestIndexing(command: Command<'RequestIndexing'>, state: KnownBacklink): Decided {
  const given = { entitled: command.entitledBy !== null, services: command.services.length };
  const refusal = indexingRefusal(state, given);
  if (refusal === null) return accept(requested(state, command, command.now));
  if (!KEPT.includes(refusal.code) || state.indexing.refusal === refusal.code) return accept();
  return accept({
    type: 'IndexingRefused',
    at: command.now,
    data: { ...state.ref, ...refusal, because: command.because },
  });
}

function requested(state: KnownBacklink, open: OpenIndexing, at: Instant): BacklinkEvent {
  const { requestId, because, entitledBy, takesCredit, services, indexNow } = open;
  if (entitledBy === null) throw new Error('a request that nothing entitles');
  return {
    type: 'IndexingRequested',
    at,
    data: {
      ...state.ref,
      request_id: requestId,
      url: state.placement.source_url,
      because,
      entitled_by: entitledBy,
      takes_credit: takesCredit,
      services,
      index_now: indexNow,
      target_url: state.placement.target_url,
    },
  };
}

export function endIndexing({ requestId, end, now: at }: Command<'EndIndexing'>, state: KnownBacklink): Decided {
  const { indexing } = state;
  if (indexing.requestId !== requestId || indexing.status !== 'open') return accept();
  const data = { ...state.ref, request_id: requestId };
  if (end.outcome === 'indexed') return accept({ type: 'BacklinkIndexed', at, data: { ...data, day: end.day } });
  const ended = { ...data, reason: end.reason };
  return end.outcome === 'failed'
    ? accept({ type: 'BacklinkIndexingFailed', at, data: ended })
    : accept({ type: 'BacklinkIndexingCancelled', at, data: ended });
}

/** A failed request is accepted as failed, or tried again by a new request; the old one stays failed (ruling 1.22). */
export function reviewIndexing(command: Command<'ReviewIndexing'>, state: KnownBacklink): Decided {
  const { requestId, outcome, note, open, now: at } = command;
  const { indexing } = state;
  if (indexing.requestId !== requestId || indexing.status !== 'failed')
    return refuse({
      code: 'invalid_state',
      message: 'only a failed request that was not reviewed yet can be reviewed',
      currentState: indexing.requestId === requestId ? indexing.status : 'superseded',
    });
  const reviewed: BacklinkEvent = {
    type: 'IndexingReviewed',
    at,
    data: { ...state.ref, request_id: requestId, outcome, note },
  };
  if (outcome === 'accept_failure' || open === null) return accept(reviewed);
  if (state.status !== 'live')
    return refuse({ code: 'invalid_state', message: `the link is ${state.status}`, currentState: state.status });
  if (open.entitledBy === null)
    return refuse({
      code: 'feature_not_in_plan',
      message: 'neither the plan, nor a managed Pro subscription of the site, nor an Indexing Boost credit covers it',
      upgradeTo: 'scale',
    });
  return accept(reviewed, requested(state, open, at));
}
