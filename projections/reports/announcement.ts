import type {
  AnnouncementCopyEvent,
  AnnouncementEvent,
  AnnouncementProgressEvent,
  AnnouncementTexts,
  Audience,
  CopyOutcome,
} from '#domain/reports/announcement';
import { type Projection, projection } from '#runtime/projection';
import { boolean, instant, integer, json, oneOf, type Stored, stamps, table, text } from '#runtime/table';
import { listed, over, type Paging, type ReadScope, type RunReads, typed } from '#runtime/table-reads';

type Outcomes = { readonly [O in CopyOutcome]?: number };
export const ANNOUNCEMENTS = table(
  'igny8_announcements',
  {
    id: integer,
    status: oneOf('draft', 'sending', 'sent', 'stopped'),
    texts: json<AnnouncementTexts>(),
    audience: json<Audience>(),
    addressed: integer,
    all_addressed: boolean,
    settled: integer,
    outcomes: json<Outcomes>(),
    stopped_reason: text.orNull,
    started_at: instant.orNull,
    finished_at: instant.orNull,
    /** The newest event of it, for who wants to see. */
    event_id: text,
    event_stream: text,
    revision: integer,
    created_by: integer.orNull,
    ...stamps,
  },
  { key: ['id'] },
);
export type AnnouncementRow = Stored<typeof ANNOUNCEMENTS>;

/** Announcements, and how far each has got. */
export const announcements: Projection = projection<
  AnnouncementEvent | AnnouncementCopyEvent | AnnouncementProgressEvent
>({
  name: ANNOUNCEMENTS.name,
  version: 1,
  tables: [ANNOUNCEMENTS],
  on: {
    AnnouncementDrafted(rows, { id, data, at, revision, metadata, stream }) {
      rows.put(ANNOUNCEMENTS, {
        id: data.announcement_id,
        status: 'draft',
        texts: data.texts,
        audience: data.audience,
        addressed: 0,
        all_addressed: false,
        settled: 0,
        outcomes: {},
        stopped_reason: null,
        started_at: null,
        finished_at: null,
        event_id: id,
        event_stream: stream,
        revision,
        created_by: typeof metadata.actor.id === 'number' ? metadata.actor.id : null,
        created_at: at,
        updated_at: at,
      });
    },
    AnnouncementStarted: (rows, { id, data, at, revision, stream }) =>
      rows.change(ANNOUNCEMENTS, { id: data.announcement_id }, (row) => ({
        ...row,
        status: 'sending',
        started_at: at,
        event_id: id,
        event_stream: stream,
        revision,
        updated_at: at,
      })),
    AnnouncementStopped: (rows, { id, data, at, revision, stream }) =>
      rows.change(ANNOUNCEMENTS, { id: data.announcement_id }, (row) => ({
        ...row,
        status: 'stopped',
        stopped_reason: data.reason,
        finished_at: at,
        event_id: id,
        event_stream: stream,
        revision,
        updated_at: at,
      })),
    AnnouncementAddressed: (rows, { data, at }) =>
      rows.change(ANNOUNCEMENTS, { id: data.announcement_id }, (row) => ({
        ...row,
        addressed: row.addressed + 1,
        updated_at: at,
      })),
    AnnouncementAllAddressed: (rows, { id, data, at, stream }) =>
      rows.change(ANNOUNCEMENTS, { id: data.announcement_id }, (row) =>
        finished({ ...row, all_addressed: true, event_id: id, event_stream: stream, updated_at: at }),
      ),
    AnnouncementCopySettled: (rows, { id, data, at, stream }) =>
      rows.change(ANNOUNCEMENTS, { id: data.announcement_id }, (row) =>
        finished({
          ...row,
          settled: row.settled + 1,
          outcomes: { ...row.outcomes, [data.outcome]: (row.outcomes[data.outcome] ?? 0) + 1 },
          event_id: id,
          event_stream: stream,
          updated_at: at,
        }),
      ),
  },
});

/** It is sent once everybody is addressed and every copy has been seen to. */
function finished(row: AnnouncementRow): AnnouncementRow {
  const isOver = row.status === 'sending' && row.all_addressed && row.settled >= row.addressed;
  return isOver ? { ...row, status: 'sent', finished_at: row.updated_at } : row;
}

export type AnnouncementReader = ReturnType<typeof announcementReader>;
export function announcementReader(run: RunReads) {
  const of = over(run, ANNOUNCEMENTS);
  return {
    get: (scope: ReadScope, id: number): Promise<AnnouncementRow | undefined> =>
      scope.ahead
        ? typed(scope.ahead).get(ANNOUNCEMENTS, { id })
        : of(scope, (db) => db.selectFrom(ANNOUNCEMENTS.name).selectAll().where('id', '=', id).executeTakeFirst()),
    list: (scope: ReadScope, paging: Paging) =>
      of(scope, (db) => listed(db.selectFrom(ANNOUNCEMENTS.name), paging, 'id')),
  };
}
