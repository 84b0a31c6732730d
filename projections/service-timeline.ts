import { summarize } from '#domain/event-summary';
import type { BusinessEvent } from '#domain/events';
import type { JsonObject } from '#runtime/event-store';
import { type Projection, projection } from '#runtime/projection';

export const TIMELINE = 'igny8_managed_service_timeline';
export const ORDER_TIMELINE = 'igny8_backlink_order_timeline';
export const INVOICE_TIMELINE = 'igny8_invoice_timeline';

/** Every event that names such a subject, told in a sentence; those that `summarize` does not tell are left out. */
const timeline = (name: string, subject: 'subscription_id' | 'order_id' | 'invoice_id'): Projection =>
  projection({
    name,
    version: 2,
    tables: [
      {
        name,
        columns: {
          event_id: 'uuid',
          [subject]: 'integer',
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
        indexes: [[subject, 'position']],
        tenant: true,
      },
    ],
    on: {},
    onAny(rows, event) {
      const id = (event.data as Readonly<Record<string, unknown>>)[subject];
      if (typeof id !== 'number') return;
      const summary = summarize(event as unknown as BusinessEvent);
      if (summary === null) return;
      const { account_id, site_id, recorded_at, actor } = event.metadata;
      rows.put(name, {
        event_id: event.id,
        [subject]: id,
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

/** Of a managed subscription: onboarding, delivery and work requests included. */
export const serviceTimeline = timeline(TIMELINE, 'subscription_id');
/** Of a backlink order: its links and their indexing included. */
export const orderTimeline = timeline(ORDER_TIMELINE, 'order_id');
/** Of an invoice: its payments, dunning, credit notes and disputes included. */
export const invoiceTimeline = timeline(INVOICE_TIMELINE, 'invoice_id');
