import type { Month } from '#domain/kernel/time';
import type { WorkRequestEvent } from '#domain/platform/work-request';
import type { JsonObject } from '#runtime/event-store';
import { type Projection, projection } from '#runtime/projection';
import type { ReadTables } from '#runtime/read-model';

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
      rows.add(WORK_REQUESTS, {
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

/** What the content runs of a month asked for; a request that failed asks for nothing. */
export const askedForContent =
  (tables: ReadTables) =>
  async (subscriptionId: number, month: Month): Promise<{ readonly open: number; readonly done: number }> => {
    const rows = await tables.find(WORK_REQUESTS, { subscription_id: subscriptionId, kind: 'pipeline.run' });
    const sum = (...statuses: string[]) =>
      rows
        .filter((row) => statuses.includes(String(row['status'])))
        .map((row) => row['payload'] as { readonly month?: string; readonly articles?: number })
        .filter((payload) => payload.month === month)
        .reduce((total, { articles = 0 }) => total + articles, 0);
    return { open: sum('waiting', 'sent'), done: sum('done') };
  };
