import { z } from 'zod';
import { idSchema, instantText } from '#api/http/schemas';
import { columnSchemas } from '#api/http/table-schema';
import { WEBHOOKS } from '#projections/platform/webhook-endpoint';
import { EFFECTS } from '#runtime/machinery-tables';
import type { Stored } from '#runtime/table';

/** `types`: the events that customers' systems can be told of. */
export function schemasOf(types: readonly string[]) {
  const typesSchema = z.array(z.enum(types));
  const schema = z
    .object({
      ...columnSchemas(WEBHOOKS, 'id', 'account_id', 'url'),
      event_types: typesSchema,
      active: z.boolean().meta({ description: 'false: it is switched off, and told of nothing' }),
      disabled_because: z
        .enum(['switched_off', 'gone'])
        .nullable()
        .meta({ description: '`gone`: its receiver answered 410' }),
      ...columnSchemas(WEBHOOKS, 'disabled_at', 'created_by', 'created_at', 'updated_at'),
    })
    .meta({ id: 'WebhookEndpoint' });
  const rotatedSchema = schema
    .extend({
      secret: z.string(),
      old_secret_until: instantText.meta({
        description: 'until then each message carries a signature with the old one too',
      }),
    })
    .meta({ id: 'WebhookWithNewSecret' });
  return { typesSchema, schema, rotatedSchema };
}
export const deliverySchema = z
  .object({
    id: idSchema,
    event_id: z.uuid(),
    event_type: z.string(),
    ...columnSchemas(EFFECTS, 'status', 'attempts', 'next_attempt_at', 'last_error', 'requested_at'),
  })
  .meta({ id: 'WebhookDelivery' });

type Shown = Pick<
  Stored<typeof WEBHOOKS>,
  | 'id'
  | 'account_id'
  | 'url'
  | 'event_types'
  | 'status'
  | 'disabled_because'
  | 'disabled_at'
  | 'created_by'
  | 'created_at'
  | 'updated_at'
>;
/** A webhook as the API answers it; never what its secret follows from. */
export const webhookAnswer = (row: Shown) => ({
  id: row.id,
  account_id: row.account_id,
  url: row.url,
  event_types: row.event_types,
  active: row.status === 'active',
  disabled_because: row.disabled_because,
  disabled_at: row.disabled_at,
  created_by: row.created_by,
  created_at: row.created_at,
  updated_at: row.updated_at,
});
