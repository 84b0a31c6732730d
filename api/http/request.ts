import type { Context } from 'hono';
import { z } from 'zod';
import { isId } from '#domain/kernel/ids';
import { checkContentType, parseJson, readBytes } from './body.ts';
import type { Conditions } from './conditions.ts';
import type { HttpDeps } from './deps.ts';
import { fieldErrors, invalid, pointer, REPORTING, unfit, unstorable } from './json.ts';
import { notFound } from './problem.ts';
import { parseQuery, type RawQuery } from './query.ts';
import type { HttpEnv, Route } from './routes.ts';

const NO_QUERY = z.strictObject({});

/** What the path names. An id that is no positive 32-bit integer, or text nobody can store, names nothing. */
export function pathParams(c: Context<HttpEnv>): Record<string, never> {
  const params: Record<string, string | number> = {};
  for (const [name, text] of Object.entries(c.req.param() as Record<string, string>)) {
    if (name === 'id' || name.endsWith('_id')) {
      if (!/^[1-9]\d{0,9}$/.test(text) || !isId(Number(text))) throw notFound();
      params[name] = Number(text);
    } else {
      if (text === '' || text.length > 255 || unstorable(text)) throw notFound();
      params[name] = text;
    }
  }
  return params as Record<string, never>;
}

/** Body and query together, so that everything that is wrong with a request is said at once. */
export async function readRequest(request: Request, route: Route, deps: HttpDeps, conditions: Conditions) {
  const takesBody = route.method !== 'get';
  const bytes = takesBody ? await readBytes(request, route.bodyLimit ?? deps.limits.bodyBytes) : new Uint8Array();
  if (bytes.byteLength > 0 || route.rawBody) checkContentType(request, route.rawBody ?? null);
  const json = takesBody && !route.rawBody ? parseJson(bytes) : undefined;
  const errors = route.checksItems ? [] : unfit(json);
  let body: unknown;
  if (errors.length === 0 && takesBody && !route.rawBody) {
    if (route.body) {
      const parsed = await route.body.safeParseAsync(json, REPORTING);
      if (parsed.success) body = parsed.data;
      else errors.push(...fieldErrors(parsed.error.issues));
    } else errors.push(...unexpected(json));
  }
  const query = parseQuery(
    route.query ?? NO_QUERY,
    route.laxQuery ? fitting(route, conditions.rawQuery) : conditions.rawQuery,
  );
  if (!query.ok) errors.push(...query.errors);
  if (errors.length > 0 || !query.ok) throw invalid(errors);
  return { query: query.value, body, bytes };
}

/** Of what was asked only what is declared and can be meant; of several the last one, as PHP has it. */
function fitting({ query = NO_QUERY }: Route, raw: RawQuery): RawQuery {
  const shape: Readonly<Record<string, unknown>> = query.shape;
  const known = [...raw]
    .filter(([name]) => Object.hasOwn(shape, name))
    .map(([name, given]) => [name, given.slice(-1)] as const);
  return new Map(known.filter(([name, given]) => parseQuery(query.partial(), new Map([[name, given]])).ok));
}

function unexpected(json: unknown): { pointer: string; message: string }[] {
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    return [{ pointer: '', message: 'must be an object' }];
  return Object.keys(json).map((key) => ({ pointer: pointer([key]), message: 'unknown field' }));
}
