import type { LogoEvent, LogoFile } from '#domain/reports/logo';
import { type Projected, type Projection, projection } from '#runtime/projection';
import { integer, json, oneOf, type Stored, stamps, table, text } from '#runtime/table';
import type { UnitOfWork } from '#runtime/unit-of-work';

export const LOGOS = table(
  'igny8_logos',
  {
    id: text,
    account_id: integer,
    url: text,
    state: oneOf('pending', 'ready', 'refused'),
    reason: text.orNull,
    file: json<LogoFile>().orNull,
    ...stamps,
  },
  { key: ['id'], tenant: true },
);
export type LogoRow = Stored<typeof LOGOS>;

/** Pictures at addresses, and what became of fetching them. */
export const logos: Projection = projection<LogoEvent>({
  name: LOGOS.name,
  version: 1,
  tables: [LOGOS],
  on: {
    LogoRequested: (rows, event) => put(rows, event, { state: 'pending', reason: null, file: null }),
    LogoStored: (rows, event) => put(rows, event, { state: 'ready', reason: null, file: event.data.file }),
    LogoRefused: (rows, event) => put(rows, event, { state: 'refused', reason: event.data.reason, file: null }),
  },
});

async function put(
  rows: UnitOfWork,
  { data, at }: Projected<LogoEvent>,
  news: Pick<LogoRow, 'state' | 'reason' | 'file'>,
): Promise<void> {
  const { logo_id: id, account_id, url } = data;
  const known = await rows.get(LOGOS, { id });
  rows.put(LOGOS, { id, account_id, url, ...news, created_at: known?.created_at ?? at, updated_at: at });
}
