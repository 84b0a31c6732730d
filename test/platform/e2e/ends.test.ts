import { afterAll, beforeAll, expect, test } from 'vitest';
import { clientFacts, type SandboxApi, sandboxApi } from '#test/support/api';
import { begin, must, placement } from '#test/support/backlinks';
import { tries as times } from '#test/support/depth';

type Schema = { readonly [key: string]: unknown };
type Parameter = { readonly name: string; readonly in: string; readonly schema: Schema };
type Operation = {
  readonly operationId: string;
  readonly parameters: readonly (Parameter & { readonly $ref?: string })[];
  readonly requestBody?: { readonly content: { readonly [type: string]: { readonly schema?: Schema } } };
};
type Try = { readonly method: string; readonly path: string; readonly body?: unknown };

let api: SandboxApi;
let document: { paths: Record<string, Record<string, Operation>>; components: Record<string, Record<string, never>> };

/** A house with one thing of every sort in it, so that what is asked is looked at and not only looked for. */
beforeAll(async () => {
  api = await sandboxApi('2026-06-29T08:00:00Z');
  await begin(api, 2);
  await must(api.post('platform/facts/', clientFacts(2, 22, 'growth')));
  await must(api.post('billing/accounts/1/payment-methods/', { gateway: 'stripe', test_card: 'ok' }), 201);
  await must(api.post('services/subscriptions/', { account_id: 2, site_id: 22, tier: 'lite' }), 201);
  const lines = [{ tier: 'basic_guest_post', quantity: 3 }];
  await must(api.post('services/backlink-orders/', { site_id: 11, lines }), 201);
  await must(api.post('services/backlink-orders/', { site_id: 11, lines }), 201);
  await must(api.post('services/backlink-orders/1/approve/', { on_behalf_of_client: true }));
  await must(api.post('services/backlink-orders/1/links/', placement(1, 'basic_guest_post', '50.00')), 201);
  await must(
    api.post('webhooks/', { url: 'https://hooks.example.com/a', event_types: ['ManagedSubscriptionPaused'] }),
    201,
  );
  await api.advance('2026-07-01T03:00:00Z');
  await must(api.post('audit/disputes/', { invoice_id: 1, reason: 'asked' }), 201);
  document = await must(api.get('/openapi.json'));
}, 120_000);
afterAll(() => api.stop());

const DAYS = ['0000-01-01', '0001-01-01', '9999-12-31', '99999-01-01', '2026-02-30'];
const MOMENTS = [
  '0000-01-01T00:00:00Z',
  '0001-01-01T00:00:00Z',
  '9999-12-31T23:59:59.999Z',
  '9999-12-31T23:59:59-23:59',
];
const AMOUNTS = ['99999999.99', '100000000.00', '999999999999.99', '-0.01', '9'.repeat(400), '1e400'];
const NUMBERS = [0, -1, 1.5, 2 ** 31 - 1, 2 ** 31, 2 ** 53, -(2 ** 63), 1e21, 1e308];
const TEXTS = ['', '\u0000', '\ud800', '٣', 'x'.repeat(5000)];

const resolved = (schema: Schema): Schema => {
  const name = /^#\/components\/(\w+)\/(\w+)$/.exec(String(schema['$ref'] ?? ''));
  return name ? resolved((document.components[name[1] ?? '']?.[name[2] ?? ''] ?? {}) as Schema) : schema;
};
/** Every schema that a value of this one may be of. */
const branches = (schema: Schema): Schema[] => {
  const at = resolved(schema);
  const inner = (at['anyOf'] ?? at['oneOf'] ?? at['allOf']) as readonly Schema[] | undefined;
  return inner ? inner.flatMap(branches) : [at];
};

function endsOf(schema: Schema): unknown[] {
  const ends = branches(schema).flatMap((at): unknown[] => {
    const types = [at['type']].flat();
    if (types.includes('integer') || types.includes('number')) return NUMBERS;
    if (at['format'] === 'date') return DAYS;
    if (at['format'] === 'date-time') return MOMENTS;
    if (at['enum'] || at['const'] !== undefined) return [''];
    if (types.includes('string')) return [...DAYS, ...MOMENTS, ...AMOUNTS, ...TEXTS];
    if (types.includes('array')) return [[], [null], Array(3000).fill(1)];
    return types.includes('object') ? [{}, [], { __nothing: 1 }] : [0, '', {}];
  });
  return [...new Map([...ends, null].map((end) => [JSON.stringify(end), end])).values()];
}

/** The example with one value in it replaced, for every value in it and every end. */
function* bodies(schema: Schema, example: unknown): Generator<unknown> {
  yield* endsOf(schema);
  for (const at of branches(schema)) {
    const fields = Object.entries((at['properties'] ?? {}) as Record<string, Schema>);
    const whole = (typeof example === 'object' && example !== null && !Array.isArray(example) ? example : {}) as Schema;
    for (const [name, inner] of fields) for (const end of bodies(inner, whole[name])) yield { ...whole, [name]: end };
    if (at['items']) for (const end of bodies(at['items'] as Schema, [example].flat()[0])) yield [end];
  }
}

const NAMED: Readonly<Record<string, readonly string[]>> = {
  plan: ['growth'],
  feature: ['ahrefs_level'],
  kind: ['invoice', 'account'],
  subject: ['1', 'all'],
  stream: ['invoice-1'],
  domain: ['site11.example'],
  flag: ['managed_services_enabled'],
};
const IDS = ['1', '2147483647', '2147483648', '9007199254740993', '0', '-1', '1e3'];

function* tries(path: string, method: string, operation: Operation): Generator<Try> {
  const named = operation.parameters.filter((each) => each.in === 'path');
  const asQuery = operation.parameters.filter((each) => each.in === 'query');
  const filled = (value: (name: string) => string) => path.replace(/\{(\w+)\}/g, (_, name: string) => value(name));
  const usual = filled((name) => NAMED[name]?.[0] ?? '1');
  const [type, content] = Object.entries(operation.requestBody?.content ?? {})[0] ?? [];
  const example = (content as { example?: unknown } | undefined)?.example ?? {};
  const whole = content === undefined ? {} : { body: type === 'application/json' ? example : '' };
  // What is taken away would be missing afterwards.
  for (const { name } of named)
    for (const id of [...(NAMED[name] ?? []), ...IDS])
      if (method !== 'delete' || id !== '1')
        yield { method, path: filled((other) => (other === name ? id : (NAMED[other]?.[0] ?? '1'))), ...whole };
  for (const { name, schema } of asQuery)
    for (const end of endsOf(schema)) {
      const text = typeof end === 'object' ? JSON.stringify(end) : String(end);
      if (/\p{Surrogate}/u.test(text)) continue;
      yield { method, path: `${usual}?${name}=${encodeURIComponent(text)}`, ...whole };
    }
  if (content?.schema && type === 'application/json' && method !== 'delete')
    for (const body of bodies(content.schema, example)) yield { method, path: usual, body };
}

/** Spread over all there are, so that each value and each field has its turn; all of them with `ENDS=all` (two minutes). */
const AT_MOST = process.env['ENDS'] === 'all' ? Number.POSITIVE_INFINITY : times(40, Number.POSITIVE_INFINITY);
const some = <T>(all: readonly T[]): readonly T[] =>
  all.length <= AT_MOST
    ? all
    : Array.from({ length: AT_MOST }, (_, n) => all[Math.floor((n * all.length) / AT_MOST)] as T);

/** A connection that was kept may be closed in the very moment in which it is used again: it is asked once more on another. */
const asked = (url: string, init: RequestInit): Promise<Response> => fetch(url, init).catch(() => fetch(url, init));

test('no route answers 500 to a number, a date, an amount or a text at its end', async () => {
  const all = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, operation]) =>
      some([...tries(path, method, operation)]).map((each) => ({ ...each, name: operation.operationId })),
    ),
  );
  const broken: unknown[] = [];
  // One after the other within a part of the API, so that what is tried is the request and not the conflict with another.
  const parts = new Map<string, typeof all>();
  for (const each of all) {
    const part = each.path.split('/').slice(0, 5).join('/');
    parts.set(part, [...(parts.get(part) ?? []), each]);
  }
  const walk = async (part: typeof all) => {
    for (const { method, path, body, name } of part) {
      const answer = await asked(api.url + path, {
        method: method.toUpperCase(),
        headers: { authorization: 'Bearer first-admin-token', 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      if (answer.headers.get('content-type')?.includes('event-stream')) await answer.body?.cancel();
      else if (answer.status >= 500) broken.push([name, method, path, body, await answer.text()]);
      else await answer.arrayBuffer();
    }
  };
  await Promise.all([...parts.values()].map(walk));
  expect(broken).toEqual([]);
  expect(all.length).toBeGreaterThan(2000);
  // What was taken is taken everywhere: no row refused it.
  const { results } = await must(api.get('ops/projections/'));
  expect(results.flatMap(({ parked }: { parked: unknown[] }) => parked)).toEqual([]);
}, 300_000);
