import { workRequest } from '#domain/platform/effects';
import type { WorkRequestEvent } from '#domain/platform/work-request';
import { ask, saga } from '#runtime/typed-saga';

type Types = {
  state: null;
  starts: Extract<WorkRequestEvent, { type: 'WorkRequested' }>;
  listens: never;
  own: never;
  timers: Record<never, never>;
};
const DECISIONS = /^approval-/;

/** What a client decided about a blueprint or an article is handed to the platform, under the key that it was asked under. */
export const platformDecision = saga<Types>()({
  name: 'platform-decision',
  asks: [workRequest],
  timers: {},
  starts: {
    WorkRequested: ({ work_request_id, key }) =>
      DECISIONS.test(key) ? { instance: String(work_request_id), keys: [] } : null,
  },
  listens: {},
  initial: null,
  evolve: (state) => state,
  on: {
    WorkRequested: (_, { data: { kind, key, payload, site_id } }) =>
      site_id === null
        ? []
        : [ask(workRequest, { name: 'send', key, payload: { ...payload, kind, subscription_id: null, site_id } })],
  },
  fired: {},
});
