import { z } from 'zod';
import { isId } from '#domain/kernel/ids';
import { check, fieldErrors, pointer, unstorable } from './json.ts';
import { type FieldError, Problem } from './problem.ts';

export type RawQuery = ReadonlyMap<string, readonly string[]>;

/** The query string behind `?`, decoded by the book. */
export function readQuery(url: string): RawQuery {
  const query = new Map<string, string[]>();
  const start = url.indexOf('?');
  if (start === -1) return query;
  const text = (url.slice(start + 1).split('#')[0] ?? '').replaceAll('+', ' ');
  for (const pair of text.split('&')) {
    if (pair === '') continue;
    const at = pair.indexOf('=');
    const name = decode(at === -1 ? pair : pair.slice(0, at));
    query.set(name, [...(query.get(name) ?? []), decode(at === -1 ? '' : pair.slice(at + 1))]);
  }
  return query;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new Problem('malformed', 'the query string has a percent sign that encodes nothing, or is not UTF-8');
  }
}

/** Taken by every route, so it is never an unknown parameter. */
export const MIN_POSITION = 'min_position';

/** The declared parameters out of the raw ones, or what is wrong with them. */
export function parseQuery(
  schema: z.ZodObject,
  raw: RawQuery,
): { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly errors: FieldError[] } {
  const errors: FieldError[] = [];
  const values: Record<string, unknown> = {};
  const refused = new Set<string>();
  for (const [name, given] of raw) {
    if (name === MIN_POSITION && !Object.hasOwn(schema.shape, name)) continue;
    const declared = Object.hasOwn(schema.shape, name) ? (schema.shape[name] as z.ZodType) : undefined;
    const list = declared !== undefined && isList(declared);
    const why =
      (declared ? null : 'unknown parameter') ??
      given.map(unstorable).find((text) => text !== null) ??
      (given.length > 1 && !list ? 'is given more than once' : null);
    if (why) errors.push({ pointer: pointer(['query', name]), message: why });
    if (why) refused.add(name);
    else values[name] = list ? given : given[0];
  }
  const parsed = check(schema, values);
  if (!parsed.success) {
    const others = parsed.error.issues.filter(({ path }) => !refused.has(String(path[0])));
    errors.push(...fieldErrors(others, ['query']));
  }
  return parsed.success && errors.length === 0 ? { ok: true, value: parsed.data } : { ok: false, errors };
}

function isList(schema: z.ZodType): boolean {
  let inner: unknown = schema;
  while (inner instanceof z.ZodOptional || inner instanceof z.ZodDefault || inner instanceof z.ZodNullable)
    inner = inner.unwrap();
  return inner instanceof z.ZodArray;
}

const digits = (what: string) => z.string().regex(/^\d{1,15}$/, what);

/** A whole number given as text. */
export const integerParam = (min: number, max: number) =>
  digits(`must be a whole number from ${min} to ${max}`)
    .transform(Number)
    .refine((value) => value >= min && value <= max, `must be a whole number from ${min} to ${max}`)
    .meta({ type: 'integer', minimum: min, maximum: max });

/** An id in a query. */
export const idParam = digits('must be a positive integer')
  .transform(Number)
  .refine(isId, 'must be a positive integer')
  .meta({ type: 'integer', minimum: 1, maximum: 2_147_483_647 });

export const booleanParam = z
  .string()
  .transform((text, context) => {
    if (text === 'true' || text === 'false') return text === 'true';
    context.addIssue({ code: 'custom', message: 'must be true or false' });
    return z.NEVER;
  })
  .meta({ type: 'boolean' });
