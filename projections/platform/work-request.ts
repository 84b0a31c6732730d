import type { Month } from '#domain/kernel/time';
import { WORK_REQUEST_KINDS, type WorkRequestEvent } from '#domain/platform/work-request';
import type { JsonObject } from '#runtime/event-store';
import { type Projection, projection } from '#runtime/projection';
import type { ReadTables } from '#runtime/read-model';
import { integer, json, oneOf, type Stored, stamps, table, text } from '#runtime/table';
import { typed } from '#runtime/table-reads';

export const WORK_REQUESTS = table(
  'igny8_platform_work_requests',
  {
    id: integer,
    kind: oneOf(...WORK_REQUEST_KINDS),
    key: text,
    payload: json<JsonObject>(),
    status: oneOf('waiting', 'sent', 'done', 'failed'),
    result: json<JsonObject>().orNull,
    error: text.orNull,
    subscription_id: integer.orNull,
    account_id: integer.orNull,
    site_id: integer.orNull,
    revision: integer,
    ...stamps,
  },
  { key: ['id'], indexes: [['status'], ['subscription_id']], tenant: true },
);
export type WorkRequestRow = Stored<typeof WORK_REQUESTS>;

/** What the platform was asked for and how far it is. */
export const workRequests: Projection = projection<WorkRequestEvent>({
  name: WORK_REQUESTS.name,
  version: 1,
  tables: [WORK_REQUESTS],
  on: {
    WorkRequested(rows, { data, at, metadata, revision }) {
      rows.add(WORK_REQUESTS, {
        id: data.work_request_id,
        kind: data.kind,
        key: data.key,
        payload: data.payload,
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
        result: data.result,
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
    const rows = await typed(tables).find(WORK_REQUESTS, { subscription_id: subscriptionId, kind: 'pipeline.run' });
    const sum = (...statuses: WorkRequestRow['status'][]) =>
      rows
        .filter((row) => statuses.includes(row.status))
        .map((row) => row.payload as { readonly month?: string; readonly articles?: number })
        .filter((payload) => payload.month === month)
        .reduce((total, { articles = 0 }) => total + articles, 0);
    return { open: sum('waiting', 'sent'), done: sum('done') };
  };
