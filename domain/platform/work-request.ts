import { accept, type Decider, type DomainEvent, refuse } from '#domain/kernel/decider';
import type { WorkRequestId } from '#domain/kernel/ids';
import type { Instant } from '#domain/kernel/time';

/** What the platform can be asked to do (spec 7.2, rulings 2.1). */
export const WORK_REQUEST_KINDS = [
  'blueprint.generate',
  'automation.configure',
  'content.plan',
  'pipeline.run',
  'social.schedule',
  'schema.scan',
  'gsc.inspect',
  'taxonomy.generate',
  'blueprint.approve',
  'content.review',
] as const;
export type WorkRequestKind = (typeof WORK_REQUEST_KINDS)[number];

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
type Payload = { readonly [key: string]: Json };

type Subject = {
  readonly work_request_id: WorkRequestId;
  readonly kind: WorkRequestKind;
  readonly subscription_id: number | null;
  readonly site_id: number | null;
};

export type WorkRequestEvent =
  | DomainEvent<
      'WorkRequested',
      Subject & {
        /** The same for every attempt: the receiver's webhook id. */
        readonly key: string;
        readonly payload: Payload;
      }
    >
  | DomainEvent<'WorkRequestSent', Subject>
  | DomainEvent<'WorkRequestDone', Subject & { readonly result: Payload | null }>
  | DomainEvent<'WorkRequestFailed', Subject & { readonly error: string }>;

export type WorkRequest =
  | { readonly status: 'none' }
  | {
      readonly status: 'waiting' | 'sent' | 'done' | 'failed';
      readonly subject: Subject;
    };

export type WorkRequestCommand = { readonly now: Instant } & (
  | {
      readonly type: 'Issue';
      readonly id: WorkRequestId;
      readonly kind: WorkRequestKind;
      readonly key: string;
      readonly payload: Payload;
      readonly subscriptionId: number | null;
      readonly siteId: number | null;
    }
  | { readonly type: 'MarkSent' }
  | { readonly type: 'MarkDone'; readonly result: Payload | null }
  | { readonly type: 'MarkFailed'; readonly error: string }
);
export type WorkRequestRefusal =
  | { readonly code: 'not_found'; readonly message: string }
  | { readonly code: 'invalid_state'; readonly message: string; readonly currentState: string };

export const workRequest: Decider<WorkRequestCommand, WorkRequest, WorkRequestEvent, WorkRequestRefusal> = {
  initial: { status: 'none' },
  evolve: (state, event): WorkRequest => {
    switch (event.type) {
      case 'WorkRequested':
        return { status: 'waiting', subject: subjectOf(event.data) };
      case 'WorkRequestSent':
        return state.status === 'waiting' ? { ...state, status: 'sent' } : state;
      case 'WorkRequestDone':
        return state.status === 'none' ? state : { ...state, status: 'done' };
      case 'WorkRequestFailed':
        return state.status === 'none' ? state : { ...state, status: 'failed' };
    }
  },
  decide: (command, state) => {
    const at = command.now;
    if (command.type === 'Issue') {
      if (state.status !== 'none') return accept();
      const { id, kind, key, payload, subscriptionId, siteId } = command;
      return accept({
        type: 'WorkRequested',
        at,
        data: { work_request_id: id, kind, key, payload, subscription_id: subscriptionId, site_id: siteId },
      });
    }
    if (state.status === 'none') return refuse({ code: 'not_found', message: 'there is no such work request' });
    const data = state.subject;
    if (command.type === 'MarkSent')
      return state.status === 'waiting' ? accept({ type: 'WorkRequestSent', at, data }) : accept();
    if (state.status === 'done' || state.status === 'failed')
      return refuse({
        code: 'invalid_state',
        message: `the work request is ${state.status} already`,
        currentState: state.status,
      });
    return command.type === 'MarkDone'
      ? accept({ type: 'WorkRequestDone', at, data: { ...data, result: command.result } })
      : accept({ type: 'WorkRequestFailed', at, data: { ...data, error: command.error } });
  },
};

const subjectOf = ({ work_request_id, kind, subscription_id, site_id }: Subject): Subject => ({
  work_request_id,
  kind,
  subscription_id,
  site_id,
});
