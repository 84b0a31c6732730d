import { z } from 'zod';
import { idSchema, instantText } from '#api/http/schemas';

/** `types`: the events that customers' systems can be told of. */
export function schemasOf(types: readonly string[]) {
  const typesSchema = z.array(z.enum(types));
  const schema = z
    .object({
      id: idSchema,
      account_id: idSchema.nullable(),
      url: z.string(),
      event_types: typesSchema,
      active: z.boolean().meta({ description: 'false: it is switched off, and told of nothing' }),
      disabled_because: z
        .enum(['switched_off', 'gone'])
        .nullable()
        .meta({ description: '`gone`: its receiver answered 410' }),
      disabled_at: instantText.nullable(),
      created_at: instantText,
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
    status: z.enum(['requested', 'in_flight', 'retrying', 'succeeded', 'unknown', 'parked', 'cancelled']),
    attempts: z.int(),
    next_attempt_at: instantText.nullable(),
    last_error: z.string().nullable(),
    requested_at: instantText,
  })
  .meta({ id: 'WebhookDelivery' });
