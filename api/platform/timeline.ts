import { z } from 'zod';
import { MAX_PAGE_SIZE, positionListSchema, positionQuery } from '#api/http/pagination';
import type { Principal } from '#api/http/principal';
import { columnSchemas } from '#api/http/table-schema';
import { kept, type Shapes } from '#domain/kernel/shape';
import { TIMELINE_ENTRY, type TimelineEntry } from '#projections/platform/timeline';
import { actorSchema, withActors } from './actors.ts';

/** Whether the caller buys: clients and agencies see neither cost, margin nor vendor. */
export const isClient = ({ role }: Principal): boolean => role === 'client' || role === 'agency';

const entrySchema = z
  .object({
    ...columnSchemas(TIMELINE_ENTRY, 'event_id', 'position', 'type', 'occurred_at', 'recorded_at'),
    actor: actorSchema,
    ...columnSchemas(TIMELINE_ENTRY, 'summary'),
    data: z.object({}).loose(),
  })
  .meta({ id: 'TimelineEntry' });

/** What a timeline takes and answers: pages by position, of as many events as a page may have. */
export const timelineRoute = {
  query: positionQuery(
    {
      ordering: z
        .enum(['position', '-position'])
        .default('position')
        .meta({ description: 'oldest first, or newest first with a leading -' }),
      type: z
        .array(z.string().max(100))
        .max(50)
        .optional()
        .meta({ description: 'only events of this type; may be given several times' }),
    },
    MAX_PAGE_SIZE,
  ),
  answers: [{ status: 200, description: 'the events', schema: positionListSchema(entrySchema) }],
} as const;

/** A page of a timeline as the API answers it; `limit` is what was asked for, `shown` what those who buy see: null for others. */
export function timelinePage(rows: readonly TimelineEntry[], limit: number, shown: Shapes | null) {
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
