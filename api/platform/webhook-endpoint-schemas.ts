import { z } from 'zod';
import { idSchema, instantText } from '#api/http/schemas';
import { TOLD_EVENT_TYPES } from '#domain/proof/webhook-payload';
import type { WebhookRow } from '#projections/platform/reads';

export const webhookSchema = z
  .object({
    id: idSchema,
    account_id: idSchema.nullable(),
    url: z.string(),
    event_types: z.array(z.enum(TOLD_EVENT_TYPES)),
    active: z.boolean().meta({ description: 'false: it is switched off, and told of nothing' }),
    disabled_because: z
      .enum(['switched_off', 'gone'])
      .nullable()
      .meta({ description: '`gone`: its receiver answered 410' }),
    disabled_at: instantText.nullable(),
    created_by: idSchema.nullable(),
    created_at: instantText,
    updated_at: instantText,
  })
  .meta({ id: 'WebhookEndpoint' });
export const rotatedSchema = webhookSchema
  .extend({
    secret: z.string(),
    old_secret_until: instantText.meta({
      description: 'until then each message carries a signature with the old one too',
    }),
  })
  .meta({ id: 'WebhookWithNewSecret' });
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

type Shown = Pick<WebhookRow, 'status' | Exclude<keyof z.output<typeof webhookSchema>, 'active'>>;

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
