import { z } from 'zod';
import { instantText, moneyText } from '#api/http/schemas';
import { actorSchema as actor } from '#api/platform/actors';

const hash = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .meta({ example: 'ab'.repeat(32) });

export const eventSchema = z
  .object({
    id: z.uuid(),
    position: z.int(),
    stream: z.string(),
    revision: z.int(),
    type: z.string(),
    schema_version: z.int(),
    data: z.object({}).loose(),
    metadata: z.object({ actor, occurred_at: instantText, recorded_at: instantText }).loose(),
    summary: z.string().nullable(),
  })
  .meta({ id: 'Event' });
export const momentSchema = eventSchema
  .extend({ before: z.unknown(), after: z.unknown() })
  .meta({ id: 'StreamMoment' });

export const treeHeadSchema = z
  .object({
    log_id: z.string(),
    size: z.int(),
    root_hash: hash,
    issued_at: instantText,
    key_id: z.string(),
    signature: z.string(),
    public_key: z.string(),
  })
  .meta({ id: 'TreeHead' });
export const keySchema = z
  .object({
    key_id: z.string(),
    public_key: z.string(),
    since: instantText,
    previous: z.string().nullable(),
    handover: z.string().nullable(),
  })
  .meta({ id: 'SigningKey' });
export const proofSchema = z
  .object({
    event_id: z.uuid(),
    leaf_index: z.int(),
    leaf_hash: hash,
    tree_size: z.int(),
    path: z.array(hash),
    /** The text whose hash is the leaf. */
    leaf: z.string(),
  })
  .meta({ id: 'InclusionProof' });
export const consistencySchema = z
  .object({ from: z.int(), to: z.int(), path: z.array(hash) })
  .meta({ id: 'ConsistencyProof' });
export const verdictSchema = z
  .object({
    holds: z.boolean(),
    size: z.int().optional(),
    heads: z.int().optional(),
    leaf_index: z.int().optional(),
    position: z.int().optional(),
    why: z.string().optional(),
  })
  .meta({ id: 'LogVerdict' });

const beginning = z.object({
  kind: z.enum(['request', 'fact', 'timer', 'system']),
  actor,
  at: instantText,
  request_id: z.string().optional(),
});
const because: z.ZodType = z
  .object({
    event_id: z.uuid(),
    type: z.string(),
    stream: z.string(),
    position: z.int(),
    occurred_at: instantText,
    recorded_at: instantText,
    actor,
    summary: z.string().nullable(),
    because: z.array(z.lazy(() => because)),
    begun_by: beginning.optional(),
  })
  .meta({ id: 'Because' });
export const explanationSchema = z
  .object({
    invoice_id: z.int(),
    number: z.string(),
    lines: z.array(
      z.object({
        line_id: z.int(),
        kind: z.string(),
        description: z.string(),
        amount: moneyText,
        rule: z.string(),
        inputs: z.object({}).loose(),
        steps: z.array(z.object({ text: z.string(), value: z.string() })),
        recomputed: moneyText.nullable(),
        equal: z.boolean(),
        why: z.string().optional(),
        causes: z.array(because),
      }),
    ),
    total: moneyText,
    recomputed_total: moneyText.nullable(),
    equal: z.boolean(),
  })
  .meta({ id: 'Explanation' });
export const replaySchema = z
  .object({
    equal: z.boolean(),
    position: z.int(),
    differences: z.array(z.object({ path: z.string(), stored: z.unknown(), replayed: z.unknown() })),
  })
  .meta({ id: 'Replay' });
export const asOfSchema = z
  .object({
    kind: z.string(),
    id: z.int().nullable(),
    as_of: instantText,
    known_at: instantText,
    position: z.int(),
    state: z.object({}).loose(),
  })
  .meta({ id: 'AsOf' });
