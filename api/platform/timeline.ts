import { z } from 'zod';
import { MAX_PAGE_SIZE, positionListSchema, positionQuery } from '#api/http/pagination';
import type { Principal } from '#api/http/principal';
import { instantText } from '#api/http/schemas';
import { kept, type Shapes } from '#domain/kernel/shape';
import type { TimelineRow } from '#projections/platform/reads';
import { actorSchema, withActors } from './actors.ts';

/** Whether the caller buys: clients and agencies see neither cost, margin nor vendor. */
export const isClient = ({ role }: Principal): boolean => role === 'client' || role === 'agency';

const entrySchema = z
  .object({
    event_id: z.uuid(),
    position: z.int(),
    type: z.string(),
    occurred_at: instantText,
    recorded_at: instantText,
    actor: actorSchema,
    summary: z.string(),
    data: z.object({}).loose(),
  })
  .meta({ id: 'TimelineEntry' });

/** What a timeline takes and answers: pages by position, of as many events as a page may have. */
export const timelineRoute = {
  query: positionQuery({}, MAX_PAGE_SIZE),
  answers: [{ status: 200, description: 'the events, oldest first', schema: positionListSchema(entrySchema) }],
} as const;

type Entry = Omit<TimelineRow, 'subscription_id'>;

/** A page of a timeline as the API answers it; `limit` is what was asked for, `shown` what those who buy see: null for others. */
export function timelinePage(rows: readonly Entry[], limit: number, shown: Shapes | null) {
  const results = rows.map(({ event_id, position, type, occurred_at, recorded_at, actor, summary, data }) =>
    withActors({
      event_id,
      position,
      type,
      occurred_at,
      recorded_at,
      actor,
      summary,
      data: shown === null ? data : kept(data, shown[type] ?? []),
    }),
  );
  return { results, next_after: rows.length < limit ? null : (rows.at(-1)?.position ?? null) };
}
