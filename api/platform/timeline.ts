import { z } from 'zod';
import { MAX_PAGE_SIZE, positionListSchema, positionQuery } from '#api/http/pagination';
import type { Principal } from '#api/http/principal';
import { columnSchemas } from '#api/http/table-schema';
import { TIMELINE_ENTRY, type TimelineEntry } from '#projections/platform/timeline';
import type { JsonValue } from '#runtime/event-store';
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
  query: positionQuery({}, MAX_PAGE_SIZE),
  answers: [{ status: 200, description: 'the events, oldest first', schema: positionListSchema(entrySchema) }],
} as const;

/** What clients never see, wherever it stands in an event (spec 8, ruling 4.5). */
const INSIDE = new Set([
  'cost',
  'collection',
  'customer',
  'method',
  'object',
  'cost_cents',
  'expected_cost',
  'markup_percent',
  'margin',
  'vendor',
  'vendor_reference',
  'services',
  'steps',
  'evidence',
  'reference',
  'service',
  'note',
  'override_reason',
]);

/** What is left of an event, or of a resource, for those who buy. */
export function withoutInside(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(withoutInside);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => !INSIDE.has(key));
  return Object.fromEntries(kept.map(([key, inner]) => [key, withoutInside(inner)]));
}

/** A page of a timeline as the API answers it; `limit` is what was asked for. */
export function timelinePage(rows: readonly TimelineEntry[], limit: number, forClient: boolean) {
  const results = rows.map(({ event_id, position, type, occurred_at, recorded_at, actor, summary, data }) =>
    withActors({
      event_id,
      position,
      type,
      occurred_at,
      recorded_at,
      actor,
      summary,
      data: forClient ? withoutInside(data) : data,
    }),
  );
  return { results, next_after: rows.length < limit ? null : (rows.at(-1)?.position ?? null) };
}
