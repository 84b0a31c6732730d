import { z } from 'zod';
import type { TimelineRow } from '#projections/reads';
import type { JsonValue } from '#runtime/event-store';
import type { Principal } from './http/principal.ts';
import { instantText } from './http/schemas.ts';

/** Whether the caller buys: clients and agencies see neither cost, margin nor vendor. */
export const isClient = ({ role }: Principal): boolean => role === 'client' || role === 'agency';

export const timelineSchema = z.object({
  results: z.array(
    z.object({
      event_id: z.uuid(),
      position: z.int(),
      type: z.string(),
      occurred_at: instantText,
      recorded_at: instantText,
      actor: z.object({ kind: z.string(), id: z.union([z.string(), z.int()]).optional() }),
      summary: z.string(),
      data: z.object({}).loose(),
    }),
  ),
});

/** What clients never see, wherever it stands in an event (spec 8, ruling 4.5). */
const INSIDE = new Set([
  ...[
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
  ],
]);

/** What is left of an event, or of a resource, for those who buy. */
export function withoutInside(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(withoutInside);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => !INSIDE.has(key));
  return Object.fromEntries(kept.map(([key, inner]) => [key, withoutInside(inner)]));
}

/** An entry of a timeline as the API answers it. */
export function timelineEntry(row: Omit<TimelineRow, 'subscription_id'>, forClient: boolean) {
  const { event_id, position, type, occurred_at, recorded_at, actor, summary, data } = row;
  return {
    ...{ event_id, position, type, occurred_at, recorded_at, actor, summary },
    data: forClient ? withoutInside(data) : data,
  };
}
