import type { WorkRequestEvent } from '#domain/work-request';
import type { JsonObject } from '#runtime/event-store';
import { type Projection, projection } from '#runtime/projection';

export const WORK_REQUESTS = 'igny8_platform_work_requests';

/** What the platform was asked for and how far it is. */
export const workRequests: Projection = projection<WorkRequestEvent>({
  name: WORK_REQUESTS,
  version: 1,
  tables: [
    {
      name: WORK_REQUESTS,
      columns: {
        id: 'integer',
        kind: 'text',
        key: 'text',
        payload: 'json',
        status: 'text',
        result: 'json?',
        error: 'text?',
        subscription_id: 'integer?',
        account_id: 'integer?',
        site_id: 'integer?',
        revision: 'integer',
        created_at: 'timestamptz',
        updated_at: 'timestamptz',
      },
      key: ['id'],
      indexes: [['status'], ['subscription_id']],
      tenant: true,
    },
  ],
  on: {
    WorkRequested(rows, { data, at, metadata, revision }) {
      rows.put(WORK_REQUESTS, {
        id: data.work_request_id,
        kind: data.kind,
        key: data.key,
        payload: data.payload as JsonObject,
        status: 'waiting',
        result: null,
        error: null,
        subscription_id: data.subscription_id,
        account_id: metadata.account_id,
        site_id: data.site_id,
        revision,
        created_at: at,
        updated_at: at,
      });
    },
    WorkRequestSent: (rows, { data, at, revision }) =>
      rows.change(WORK_REQUESTS, { id: data.work_request_id }, (row) => ({
        ...row,
        status: 'sent',
        revision,
        updated_at: at,
      })),
    WorkRequestDone: (rows, { data, at, revision }) =>
      rows.change(WORK_REQUESTS, { id: data.work_request_id }, (row) => ({
        ...row,
        status: 'done',
        result: data.result as JsonObject | null,
        revision,
        updated_at: at,
      })),
    WorkRequestFailed: (rows, { data, at, revision }) =>
      rows.change(WORK_REQUESTS, { id: data.work_request_id }, (row) => ({
        ...row,
        status: 'failed',
        error: data.error,
        revision,
        updated_at: at,
      })),
  },
});
