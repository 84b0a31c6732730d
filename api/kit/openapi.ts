import { z } from 'zod';
import { PROBLEMS } from './problem.ts';
import type { Route } from './route.ts';

type Json = Record<string, unknown>;

const jsonSchema = (schema: z.ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    target: 'draft-2020-12',
    io,
    unrepresentable: 'any',
  }) as Json;
  return rest;
};

const problemSchema = {
  type: 'object',
  description: 'RFC 9457 problem document',
  required: ['type', 'title', 'status', 'detail', 'instance', 'code', 'request_id'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    instance: { type: 'string' },
    code: { type: 'string', enum: Object.keys(PROBLEMS) },
    request_id: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['pointer', 'message'],
        properties: { pointer: { type: 'string' }, message: { type: 'string' } },
      },
    },
    upgrade_to: { type: ['string', 'null'] },
    current_state: { type: 'string' },
    existing_id: { type: 'integer' },
  },
};

const header = (name: string, description: string): Json => ({
  name,
  in: 'header',
  required: false,
  description,
  schema: { type: 'string' },
});

/** The OpenAPI 3.1 document, made from the very schemas by which requests are checked. */
export function openApiDocument(routes: readonly Route[], serverUrl: string): Json {
  const paths: Record<string, Json> = {};
  for (const route of routes) paths[route.path] = { ...paths[route.path], [route.method]: operation(route) };
  return {
    openapi: '3.1.0',
    info: {
      title: 'igny8-business',
      version: '1.0.0',
      description: 'Sells managed SEO services, delivers them, bills them and can prove every amount.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: serverUrl }],
    tags: [...new Set(routes.map((route) => route.tag))].map((name) => ({ name })),
    paths,
    components: {
      schemas: { Problem: problemSchema },
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

function operation(route: Route): Json {
  const params = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: name === 'id' ? { type: 'integer', minimum: 1 } : { type: 'string' },
  }));
  const query = route.query
    ? Object.entries((jsonSchema(route.query, 'input')['properties'] ?? {}) as Record<string, Json>)
    : [];
  const commandHeaders = [
    header('Idempotency-Key', 'the same key and body answer the first answer again'),
    header('If-Match', 'the ETag that was seen'),
  ];
  return {
    operationId: route.operationId,
    tags: [route.tag],
    summary: route.summary,
    ...(route.description === undefined ? {} : { description: route.description }),
    parameters: [
      ...params,
      ...query.map(([name, { description, ...schema }]) => ({
        name,
        in: 'query',
        required: false,
        description,
        schema,
      })),
      ...(route.method === 'get'
        ? [header('X-Min-Position', 'wait until the read models have reached this position')]
        : commandHeaders),
    ],
    security: route.roles === 'public' ? [] : [{ bearer: [] }],
    ...(route.roles === 'public' ? {} : { 'x-roles': route.roles }),
    ...(route.body ? { requestBody: requestBody(route, route.body) } : {}),
    responses: responses(route),
  };
}

function requestBody(route: Route, body: z.ZodType): Json {
  if (route.bodyLimit !== undefined) return { required: true, content: { 'application/octet-stream': {} } };
  const optional = body.safeParse({}).success;
  const example = route.bodyExample === undefined ? {} : { example: route.bodyExample };
  return { required: !optional, content: { 'application/json': { schema: jsonSchema(body, 'input'), ...example } } };
}

function responses(route: Route): Json {
  const problem = (description: string): Json => ({
    description,
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  });
  const given = route.answers.map(({ status, description, schema, example }) => [
    String(status),
    {
      description,
      ...(schema
        ? {
            content: {
              'application/json': {
                schema: jsonSchema(schema, 'output'),
                ...(example === undefined ? {} : { example }),
              },
            },
          }
        : {}),
    },
  ]);
  const statuses: [string, string][] = [
    ...(route.roles === 'public'
      ? []
      : ([
          ['401', 'no valid token'],
          ['403', 'role, scope or plan'],
        ] as [string, string][])),
    ...(route.resource ? ([['404', 'not there, or not visible to this token']] as [string, string][]) : []),
    ...(route.method === 'get'
      ? []
      : ([
          ['409', 'the state does not allow it'],
          ['412', 'the revision moved'],
        ] as [string, string][])),
    ['422', 'invalid values'],
    ['429', 'too many requests'],
    ['503', 'the store does not answer'],
  ];
  return {
    ...Object.fromEntries(statuses.map(([status, text]) => [status, problem(text)])),
    ...Object.fromEntries(given),
  };
}
