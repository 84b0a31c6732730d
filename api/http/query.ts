import { z } from '@hono/zod-openapi';
import { isId } from '#domain/kernel/ids';
import { fieldErrors, pointer, unstorable } from './json.ts';
import { type FieldError, Problem } from './problem.ts';

export type RawQuery = ReadonlyMap<string, readonly string[]>;
export type Shape = Readonly<Record<string, z.ZodType>>;

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
    throw new Problem('malformed_query', 'the query string has a percent sign that encodes nothing, or is not UTF-8');
  }
}

/** The declared parameters out of the raw ones, or what is wrong with them. */
export function parseQuery(
  shape: Shape,
  raw: RawQuery,
): { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly errors: FieldError[] } {
  const errors: FieldError[] = [];
  const values: Record<string, unknown> = {};
  for (const [name, given] of raw) {
    const where = pointer(['query', name]);
    const schema = Object.hasOwn(shape, name) ? shape[name] : undefined;
    const why = given.map(unstorable).find((text) => text !== null);
    if (!schema) errors.push({ pointer: where, message: 'unknown parameter' });
    else if (why) errors.push({ pointer: where, message: why });
    else if (isList(schema)) values[name] = given;
    else if (given.length > 1) errors.push({ pointer: where, message: 'is given more than once' });
    else values[name] = given[0];
  }
  const parsed = z.strictObject({ ...shape }).safeParse(values);
  if (!parsed.success) errors.push(...fieldErrors(parsed.error.issues, ['query']));
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
    .openapi({ type: 'integer', minimum: min, maximum: max });

/** An id in a query. */
export const idParam = () =>
  digits('must be a positive integer')
    .transform(Number)
    .refine(isId, 'must be a positive integer')
    .openapi({ type: 'integer', minimum: 1, maximum: 2_147_483_647 });

export const booleanParam = () =>
  z
    .enum(['true', 'false'])
    .transform((text) => text === 'true')
    .openapi({ type: 'boolean' });

/** An id in a path: what is no positive 32-bit integer names nothing, so it is 404 and never 422. */
export const pathId = () =>
  z
    .string()
    .regex(/^[1-9]\d{0,9}$/)
    .transform(Number)
    .refine(isId)
    .openapi({ type: 'integer', minimum: 1, maximum: 2_147_483_647 });
