import type { JsonObject } from '#runtime/event-store';
import type { Actor } from '#runtime/metadata';
import { bigint, instant, integer, json, type RowOf, text, uuid } from '#runtime/table';

/** What a timeline says of an event, beside whose timeline it is. Each room has timelines of its own subjects. */
export const TIMELINE_ENTRY = {
  shape: {
    event_id: uuid,
    account_id: integer.orNull,
    site_id: integer.orNull,
    position: bigint,
    stream: text,
    revision: integer,
    type: text,
    occurred_at: instant,
    recorded_at: instant,
    actor: json<Actor>(),
    summary: text,
    data: json<JsonObject>(),
  },
} as const;
/** An entry of any timeline. */
export type TimelineEntry = RowOf<typeof TIMELINE_ENTRY>;
