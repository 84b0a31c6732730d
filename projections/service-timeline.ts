import { summarize } from '#domain/event-summary';
import type { BusinessEvent } from '#domain/events';
import type { JsonObject } from '#runtime/event-store';
import { type Projection, projection } from '#runtime/projection';

export const TIMELINE = 'igny8_managed_service_timeline';

/** Every event of a managed subscription, told in a sentence; onboarding, delivery and work requests included. */
export const serviceTimeline: Projection = projection({
  name: TIMELINE,
  version: 1,
  tables: [
    {
      name: TIMELINE,
      columns: {
        event_id: 'uuid',
        subscription_id: 'integer',
        account_id: 'integer?',
        site_id: 'integer?',
        position: 'bigint',
        stream: 'text',
        revision: 'integer',
        type: 'text',
        occurred_at: 'timestamptz',
        recorded_at: 'timestamptz',
        actor: 'json',
        summary: 'text',
        data: 'json',
      },
      key: ['event_id'],
      indexes: [['subscription_id', 'position']],
      tenant: true,
    },
  ],
  on: {},
  onAny(rows, event) {
    const data = event.data as { subscription_id?: unknown };
    if (typeof data.subscription_id !== 'number') return;
    const summary = summarize(event as unknown as BusinessEvent);
    if (summary === null) return;
    const { account_id, site_id, recorded_at, actor } = event.metadata;
    rows.put(TIMELINE, {
      event_id: event.id,
      subscription_id: data.subscription_id,
      account_id,
      site_id,
      position: event.position,
      stream: event.stream,
      revision: event.revision,
      type: event.type,
      occurred_at: event.at,
      recorded_at,
      actor: actor as unknown as JsonObject,
      summary,
      data: event.data as JsonObject,
    });
  },
});
