import { z } from 'zod';
import { isJsonType } from '#api/http/body';
import { fieldErrors, invalid, check as parsed, unfit, unstorable } from '#api/http/json';
import { listSchema, page, pageQuery } from '#api/http/pagination';
import { type FieldError, PROBLEMS } from '#api/http/problem';
import { ANYONE_OF, defineRoute, type FeatureRoutes } from '#api/http/routes';
import { idSchema, instant, text } from '#api/http/schemas';
import { columnSchemas } from '#api/http/table-schema';
import type { FactCommands, FactOutcome } from '#commands/platform/fact';
import { FACT_TYPES, type FactContent, type FactData } from '#domain/platform/fact';
import type { OperationsReader } from '#projections/platform/operations-reader';
import { HELD_FACTS } from '#projections/platform/platform-directory';
import { FACT_SCHEMAS } from './fact-schemas.ts';

const MAX_BATCH = 1000;
/** The attributes of CloudEvents 1.0 in the JSON format; null says that one is not set. */
const attributes = {
  specversion: z.literal('1.0'),
  id: text(200),
  source: text(200),
  time: instant,
  datacontenttype: z
    .string()
    .refine(isJsonType, 'must be a JSON media type in UTF-8, such as application/json')
    .nullish(),
  dataschema: z.string().min(1).max(2000).nullish().meta({ format: 'uri' }),
  subject: z.string().max(200).nullish(),
};
/** What other systems on the way add to an event (tracing, sampling …): taken, and not kept. */
const extension = z.union([
  z.string().max(2000),
  z.int().min(-2_147_483_648).max(2_147_483_647),
  z.boolean(),
  z.null(),
]);
const EXTENSION_NAME = /^[a-z0-9]{1,40}$/;
const envelope = z
  .object({ ...attributes, type: z.enum(FACT_TYPES), data: z.record(z.string(), z.unknown()) })
  .catchall(z.unknown())
  .superRefine((event, context) => {
    for (const [name, value] of Object.entries(event)) {
      if (Object.hasOwn(envelope.shape, name)) continue;
      const named = EXTENSION_NAME.test(name);
      const message = 'must be text, a whole number of 32 bits, or true or false, as extension attributes are';
      if (!named) context.addIssue({ code: 'unrecognized_keys', keys: [name], input: event });
      else if (!extension.safeParse(value).success) context.addIssue({ code: 'custom', path: [name], message });
    }
  });
/** Every fact as the document of the API shows it: one branch a type. */
const factBranches = FACT_TYPES.map((type) =>
  z
    .object({ ...attributes, type: z.literal(type), data: FACT_SCHEMAS[type] })
    .catchall(extension)
    .meta({ id: `${type}Fact` }),
);
const oneFact = z.union(factBranches).meta({ id: 'Fact' });

const outcomeSchema = z
  .object({
    index: z.int().meta({ description: 'its place in the batch, from 0' }),
    id: z.string().meta({ description: 'the `id` that it was sent under; empty where that is no text' }),
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
  })
  .meta({ id: 'FactOutcome' });
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

/** An item by itself: what is wrong with one does not touch the others. `at` is where it stands in the body. */
function check(item: unknown, at: readonly PropertyKey[]): Checked {
  const given = (item as { id?: unknown } | null)?.id;
  const id = typeof given === 'string' && unstorable(given) === null ? given.slice(0, 200) : '';
  const refuse = (errors: readonly FieldError[]): Checked => ({ ok: false, id, errors });
  const broken = unfit(item, at);
  if (broken.length > 0) return refuse(broken);
  const outer = parsed(envelope, item);
  if (!outer.success) return refuse(fieldErrors(outer.error.issues, at));
  const { type, source, time, id: fact_id } = outer.data;
  const inner = parsed(FACT_SCHEMAS[type], outer.data.data);
  if (!inner.success) return refuse(fieldErrors(inner.error.issues, [...at, 'data']));
  return { ok: true, content: { source, fact_id, type, time, data: inner.data as FactData } };
}

/** The items of a body: one event, or a batch. */
function itemsOf(body: unknown): readonly Checked[] {
  if (typeof body !== 'object' || body === null)
    throw invalid([{ pointer: '', message: 'must be a fact, or a list of facts' }]);
  if (!Array.isArray(body)) return [check(body, [])];
  const message = `must hold 1 to ${MAX_BATCH} facts`;
  if (body.length < 1 || body.length > MAX_BATCH) throw invalid([{ pointer: '', message }]);
  return body.map((item, index) => check(item, [index]));
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
          'Each item is answered in the order sent, with its `index`; a bad one refuses itself only. Sent again it is a `duplicate`; other content under the same id is refused; `waiting` means that its owner is not known yet. ' +
          'Extension attributes of CloudEvents are taken and not kept. ' +
          `Types: ${FACT_TYPES.join(', ')}.`,
        roles: ANYONE_OF.platform,
        body: z.unknown(),
        bodyShown: z.union([oneFact, z.array(oneFact).min(1).max(MAX_BATCH)]),
        checksItems: true,
        bodyExample: EXAMPLE,
        answers: [
          { status: 200, description: 'what became of each', schema: z.object({ results: z.array(outcomeSchema) }) },
        ],
        handle: async ({ body, cause }) => {
          const items = itemsOf(body);
          const { results, position } = await commands.receive(
            items.flatMap((item) => (item.ok ? [item.content] : [])),
            cause,
          );
          const taken = [...results];
          const answers = items.map((item, index) => ({ index, ...(item.ok ? told(taken.shift()) : refused(item)) }));
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
                ...columnSchemas(HELD_FACTS, 'source', 'type', 'time'),
                data: z.object({}).loose(),
                waiting_for: z.object({ kind: z.string(), id: idSchema }),
                ...columnSchemas(HELD_FACTS, 'received_at'),
              }),
            ),
          },
        ],
        handle: async (call) => {
          const { count, rows } = await reader.orphans(call.scope, call.query);
          const results = rows.map(
            ({ fact_id: id, source, type, time, data, waiting_for_kind, waiting_for_id, received_at }) => ({
              id,
              source,
              type,
              time,
              data,
              received_at,
              waiting_for: { kind: waiting_for_kind, id: Number(waiting_for_id) },
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
