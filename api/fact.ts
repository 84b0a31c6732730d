import { z } from 'zod';
import type { FactCommands, FactOutcome } from '#commands/fact';
import { FACT_TYPES, type FactContent, type FactData, type FactType } from '#domain/fact';
import type { Instant } from '#domain/kernel/time';
import type { OperationsReader } from '#projections/operations-reader';
import { FACT_SCHEMAS } from './fact-schemas.ts';
import { fieldErrors } from './http/json.ts';
import { listSchema, page, pageQuery } from './http/pagination.ts';
import { type FieldError, PROBLEMS } from './http/problem.ts';
import { ANYONE_OF, defineRoute, type FeatureRoutes } from './http/routes.ts';
import { instant, instantText, text } from './http/schemas.ts';

const MAX_BATCH = 1000;
/** A batch of a thousand facts is larger than an ordinary body. */
const envelope = z.strictObject({
  specversion: z.literal('1.0'),
  id: text(200),
  source: text(200),
  type: z.enum(FACT_TYPES),
  time: instant,
  datacontenttype: z.literal('application/json').optional(),
  subject: z.string().max(200).optional(),
  data: z.record(z.string(), z.unknown()),
});
type Envelope = z.output<typeof envelope>;

const outcomeSchema = z.object({
  id: z.string(),
  outcome: z.enum(['accepted', 'duplicate', 'waiting', 'refused']),
  problem: z
    .object({
      code: z.string(),
      status: z.int(),
      title: z.string(),
      detail: z.string(),
      errors: z.array(z.object({ pointer: z.string(), message: z.string() })).optional(),
    })
    .optional(),
});
const EXAMPLE = {
  specversion: '1.0',
  id: 'evt-1',
  source: 'igny8-core',
  type: 'ArticlePublished',
  time: '2026-11-20T10:00:00Z',
  data: { site_id: 11, content_id: 5, type: 'post', published_at: '2026-11-20T10:00:00Z' },
};

type Checked =
  | { readonly ok: true; readonly content: FactContent }
  | { readonly ok: false; readonly id: string; readonly errors: readonly FieldError[] };

/** An item by itself: what is wrong with one does not touch the others. */
function check(item: unknown): Checked {
  const id = String((item as { id?: unknown } | null)?.id ?? '');
  const outer = envelope.safeParse(item);
  if (!outer.success) return { ok: false, id, errors: fieldErrors(outer.error.issues) };
  const { type, source, time } = outer.data as Envelope & { type: FactType; time: Instant };
  const inner = FACT_SCHEMAS[type].safeParse(outer.data.data);
  if (!inner.success) return { ok: false, id, errors: fieldErrors(inner.error.issues, ['data']) };
  return { ok: true, content: { source, fact_id: outer.data.id, type, time, data: inner.data as FactData } };
}

export function factApi({
  commands,
  reader,
}: {
  readonly commands: FactCommands;
  readonly reader: OperationsReader;
}): FeatureRoutes {
  return {
    name: 'fact',
    routes: [
      defineRoute({
        method: 'post',
        path: '/api/v1/platform/facts/',
        operationId: 'receiveFacts',
        tag: 'Platform',
        summary: 'Report one fact or up to 1,000, as CloudEvents 1.0 JSON',
        description:
          'Each item is answered in the order sent. Sent again it is a `duplicate`; other content under the same id is refused; `waiting` means that its owner is not known yet. ' +
          `Types: ${FACT_TYPES.join(', ')}.`,
        roles: ANYONE_OF.platform,
        body: z.union([z.array(z.unknown()).min(1).max(MAX_BATCH), z.record(z.string(), z.unknown())]),
        bodyExample: EXAMPLE,
        answers: [
          { status: 200, description: 'what became of each', schema: z.object({ results: z.array(outcomeSchema) }) },
        ],
        handle: async ({ body, cause }) => {
          const items = (Array.isArray(body) ? body : [body]).map(check);
          const { results, position } = await commands.receive(
            items.flatMap((item) => (item.ok ? [item.content] : [])),
            cause,
          );
          const taken = [...results];
          const answers = items.map((item) => (item.ok ? told(taken.shift()) : refused(item)));
          return { status: 200, body: { results: answers }, ...(position > 0 ? { position } : {}) };
        },
      }),
      defineRoute({
        method: 'get',
        path: '/api/v1/platform/facts/orphans/',
        operationId: 'listOrphanFacts',
        tag: 'Platform',
        summary: 'Facts that wait for an owner',
        roles: ANYONE_OF.platform,
        query: pageQuery({}, ['received_at', 'position', 'type']),
        answers: [
          {
            status: 200,
            description: 'a page of facts',
            schema: listSchema(
              z.object({
                id: z.string(),
                source: z.string(),
                type: z.string(),
                time: instantText,
                data: z.object({}).loose(),
                waiting_for: z.object({ kind: z.string(), id: z.string() }),
                received_at: instantText,
              }),
            ),
          },
        ],
        handle: async (call) => {
          const { count, rows } = await reader.orphans(call.scope, call.query);
          const results = rows.map(
            ({ fact_id: id, source, type, time, data, waiting_for_kind, waiting_for_id, received_at }) => ({
              ...{ id, source, type, time, data, received_at },
              waiting_for: { kind: waiting_for_kind, id: waiting_for_id },
            }),
          );
          return { status: 200, body: page(call, call.query, count, results) };
        },
      }),
    ],
  };
}

function told(result: FactOutcome | undefined) {
  if (!result) throw new Error('a fact without an outcome');
  if (!result.problem) return result;
  const { code, status, detail } = result.problem;
  return { ...result, problem: { code, status, title: 'The fact was not taken', detail } };
}

function refused({ id, errors }: Extract<Checked, { ok: false }>) {
  const [status, title] = PROBLEMS.invalid_values;
  return {
    id,
    outcome: 'refused' as const,
    problem: { code: 'invalid_values', status, title, detail: `${errors[0]?.pointer}: ${errors[0]?.message}`, errors },
  };
}
