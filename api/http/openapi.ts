import { z } from 'zod';
import { PARAMETERS, TAGS } from './openapi-words.ts';
import { PROBLEMS } from './problem.ts';
import { isCommand, isOfApi, type Route, scopeNeeded } from './routes.ts';
import { sample } from './sample.ts';

type Json = Record<string, unknown>;

const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  instance: z.string(),
  code: z.enum(Object.keys(PROBLEMS) as [string, ...string[]]),
  request_id: z.string(),
  errors: z.array(
    z.object({
      pointer: z.string(),
      message: z.string(),
      line: z.int().optional(),
      column: z.int().optional(),
    }),
  ),
  upgrade_to: z.string().nullable().optional(),
  current_state: z.string().optional(),
  existing_id: z.int().optional(),
});

/** The OpenAPI 3.1 document, made from the very schemas by which requests are checked. */
export function openApiDocument(all: readonly Route[], version: string): Json {
  const routes = all.filter(({ page }) => !page);
  const schemas: Record<string, Json> = {};
  const make: Make = {
    convert: (schema, io, owner) => hoisted(schema, io, owner, schemas),
    named: (schema, name) => named(schema, name, schemas),
    sample: (schema) => sample(schema, (reference) => schemas[reference.replace(COMPONENT, '')] ?? {}),
  };
  schemas['Problem'] = make.convert(problemSchema, 'output', 'Problem');
  const paths: Record<string, Json> = {};
  for (const route of routes) paths[route.path] = { ...paths[route.path], [route.method]: operation(route, make) };
  return {
    openapi: '3.1.0',
    info: {
      title: 'igny8-business',
      version,
      description: 'Sells managed SEO services, delivers them, bills them and can prove every amount.',
      contact: { name: 'Alorig' },
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    tags: [...new Set(routes.map(({ tag }) => tag))].map((name) => ({ name, description: TAGS[name] ?? name })),
    security: [{ bearer: [] }],
    paths,
    components: {
      schemas,
      responses: Object.fromEntries(
        problemStatuses(routes).map((status) => [`Problem${status}`, problemResponse(status)]),
      ),
      securitySchemes: {
        bearer: {
          type: 'http',
          scheme: 'bearer',
          description: 'A token `igny8_<env>_<id>_<secret>`, or a JWT of the platform.',
        },
      },
    },
  };
}

const COMPONENT = '#/components/schemas/';
type Make = {
  /** The JSON Schema of a zod schema, its named parts among the components. */
  convert(schema: z.ZodType, io: 'input' | 'output', owner: string): Json;
  /** A reference to the schema, which is put among the components under that name where it has none. */
  named(schema: Json, name: string): Json;
  /** A value that the schema takes. */
  sample(schema: Json): unknown;
};

/** Lists are named after what they list: `InvoiceList`. */
function named(schema: Json, name: string, components: Record<string, Json>): Json {
  if ('$ref' in schema || schema['type'] !== 'object') return schema;
  const { results, ...others } = (schema['properties'] ?? {}) as Record<string, Json>;
  const item = (results?.['items'] as Json | undefined)?.['$ref'];
  const list = 'next' in others || 'next_after' in others || Object.keys(others).length === 0;
  const key = typeof item === 'string' && list ? `${item.replace(COMPONENT, '')}List` : name;
  const free = components[key] === undefined || JSON.stringify(components[key]) === JSON.stringify(schema);
  const chosen = free ? key : name;
  components[chosen] = schema;
  return { $ref: COMPONENT + chosen };
}

/** The JSON Schema of a zod schema. What it names goes to the components, where references find it. */
function hoisted(schema: z.ZodType, io: 'input' | 'output', owner: string, components: Record<string, Json>): Json {
  const made = z.toJSONSchema(schema, { target: 'draft-2020-12', io, unrepresentable: 'any' }) as Json;
  const { $schema: _, $id: __, $defs, ...root } = made;
  const suffix = io === 'input' ? 'Input' : '';
  const nameOf = (key: string) => (key.startsWith('__') ? `${owner}${suffix}${key.replaceAll('_', '')}` : key + suffix);
  const moved = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(moved);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, inner]) => {
        if (key === 'id' && typeof inner === 'string') return []; // zod's own name of a schema, no keyword.
        const reference = key === '$ref' && typeof inner === 'string' ? inner.replace('#/$defs/', '') : null;
        return [[key, reference === null ? moved(inner) : COMPONENT + nameOf(reference)]];
      }),
    );
  };
  for (const [key, inner] of Object.entries(($defs ?? {}) as Json)) components[nameOf(key)] = moved(inner) as Json;
  return moved(root) as Json;
}

const problemStatuses = (routes: readonly Route[]) => [...new Set(routes.flatMap(problemsOf))].sort();

function problemResponse(status: number): Json {
  const [code, [, title]] = Object.entries(PROBLEMS).find(([, [s]]) => s === status) ?? ['internal', [500, '']];
  const place = { type: `/docs/problems/${code}`, title, status, detail: title, instance: '/api/v1/' };
  const example = { ...place, code, request_id: '7d3c1e0a-6f0e-4a55-9a39-0f0d3b1f6a11', errors: [] };
  const schema = { $ref: `${COMPONENT}Problem` };
  return { description: title, content: { 'application/problem+json': { schema, example } } };
}

/** Who may call it and what for, after what the route says of itself. */
function describe(route: Route): string {
  const { roles, summary, description, gate, needs } = route;
  const who =
    roles === 'public' ? 'Open to everybody.' : `For ${roles.join(', ')}; needs the scope \`${scopeNeeded(route)}\`.`;
  const feature = gate ? ` The account’s plan must have \`${gate.feature}\` at \`${String(gate.level)}\`.` : '';
  const right = needs ? ` A member of an account needs the right \`${needs}\`.` : '';
  return `${description ?? `${summary}.`}\n\n${who}${right}${feature}`;
}

function operation(route: Route, make: Make): Json {
  const { operationId, tag, summary, roles, answers } = route;
  return {
    operationId,
    tags: [tag],
    summary,
    description: describe(route),
    parameters: parameters(route, make),
    security: roles === 'public' ? [] : [{ bearer: [] }],
    ...(roles === 'public' ? {} : { 'x-roles': roles }),
    ...(route.needs ? { 'x-needs': route.needs } : {}),
    ...(route.gate ? { 'x-feature': { feature: route.gate.feature, level: route.gate.level } } : {}),
    ...requestBody(route, make),
    responses: {
      ...Object.fromEntries(
        problemsOf(route).map((status) => [status, { $ref: `#/components/responses/Problem${status}` }]),
      ),
      ...Object.fromEntries(answers.map((answer) => [answer.status, answerOf(answer, operationId, make)])),
    },
  };
}

function answerOf(
  { description, schema, example, contentType, status }: Route['answers'][number],
  owner: string,
  make: Make,
) {
  if (status === 204 || (!schema && !contentType && example === undefined)) return { description };
  if (!schema) {
    const type = contentType ?? 'application/json';
    return { description, content: { [type]: example === undefined ? {} : { example } } };
  }
  const made = make.named(make.convert(schema, 'output', owner), `${pascal(owner)}Answer`);
  return {
    description,
    content: { [contentType ?? 'application/json']: { schema: made, example: example ?? make.sample(made) } },
  };
}

const pascal = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

function requestBody(route: Route, make: Make): Json {
  if (route.rawBody) {
    const shown = route.bodyShown && make.convert(route.bodyShown, 'input', route.operationId);
    const body = { schema: shown ?? { type: 'string', format: 'binary' } };
    return { requestBody: { required: true, content: Object.fromEntries(route.rawBody.map((type) => [type, body])) } };
  }
  if (!route.body) return {};
  const schema = make.convert(route.bodyShown ?? route.body, 'input', route.operationId);
  const example = route.bodyExample ?? make.sample(schema);
  const required = !route.body.safeParse({}).success;
  return { requestBody: { required, content: { 'application/json': { schema, example } } } };
}

const header = (name: string, description: string, schema: Json = { type: 'string' }): Json => ({
  name,
  in: 'header',
  required: false,
  description,
  schema,
});

function parameters(route: Route, make: Make): Json[] {
  const path = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => {
    const isNumber = name === 'id' || name.endsWith('_id');
    const schema = isNumber ? { type: 'integer', minimum: 1, maximum: 2_147_483_647 } : { type: 'string' };
    return { name, in: 'path', required: true, description: PARAMETERS[name] ?? name, schema };
  });
  const shape = route.query ? make.convert(route.query, 'input', route.operationId) : {};
  const required = (shape['required'] ?? []) as readonly string[];
  const query = Object.entries((shape['properties'] ?? {}) as Record<string, Json>).map(([name, given]) => {
    const { description = PARAMETERS[name] ?? name, ...schema } = given;
    return { name, in: 'query', required: required.includes(name), description, schema };
  });
  if (!isOfApi(route)) return [...path, ...query];
  const headers = isCommand(route)
    ? [
        header('Idempotency-Key', 'The same key and body answer the first answer again.', {
          type: 'string',
          maxLength: 255,
        }),
        header('If-Match', 'The ETag that was seen; 412 where the resource has moved.'),
      ]
    : [
        header('X-Min-Position', 'Waits until the read models have reached this position.', {
          type: 'integer',
          minimum: 0,
        }),
      ];
  return [...path, ...query, ...headers];
}

function problemsOf(route: Route): number[] {
  if (!isOfApi(route)) return route.path.includes('{') ? [404, 429] : [429];
  const body = route.method !== 'get';
  return [
    400,
    422,
    429,
    500,
    503,
    ...(route.roles === 'public' ? [] : [401, 403]),
    ...(route.resource || route.path.includes('{') ? [404] : []),
    ...(isCommand(route) ? [409, 412] : []),
    ...(body ? [413, 415] : []),
  ].sort();
}
