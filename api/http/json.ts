import type { z } from 'zod';
import { type FieldError, Problem } from './problem.ts';

const MAX_DEPTH = 32;
const MAX_ERRORS = 100;
/** In characters of all of them together. */
const MOST_CHOICES = 160;
const SHOWN_CHOICES = 5;
// Matches a surrogate that is not half of a pair: no UTF-8 can carry it.
const LONE_SURROGATE = /\p{Surrogate}/u;

/** An RFC 6901 pointer. */
export const pointer = (path: readonly PropertyKey[]): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

export const invalid = (errors: readonly FieldError[]): Problem =>
  new Problem(
    'invalid_values',
    errors[0] ? `${errors[0].pointer || 'the body'}: ${errors[0].message}` : 'some values are not valid',
    { errors: errors.slice(0, MAX_ERRORS) },
  );

/** Text that the store can keep: null where it can, else why not. */
export function unstorable(text: string): string | null {
  if (text.includes('\u0000')) return 'must not contain NUL';
  return LONE_SURROGATE.test(text) ? 'must be well-formed Unicode' : null;
}

/**
 * What no schema should have to think of, in any JSON value: depth, text that cannot be stored,
 * numbers beyond a double, keys that would reach into prototypes. `base` is where the value stands. Walks without recursion.
 */
export function unfit(value: unknown, base: readonly PropertyKey[] = []): FieldError[] {
  const errors: FieldError[] = [];
  const open: { value: unknown; path: readonly PropertyKey[] }[] = [{ value, path: base }];
  for (let next = open.pop(); next !== undefined && errors.length < MAX_ERRORS; next = open.pop()) {
    const { value: at, path } = next;
    const refuse = (message: string, where = path) => errors.push({ pointer: pointer(where), message });
    if (typeof at === 'string') {
      const why = unstorable(at);
      if (why) refuse(why);
    } else if (typeof at === 'number') {
      if (!Number.isFinite(at)) refuse('is out of range');
    } else if (typeof at === 'object' && at !== null) {
      if (path.length - base.length >= MAX_DEPTH) refuse(`is nested deeper than ${MAX_DEPTH} levels`);
      else
        for (const key of Object.keys(at)) {
          const inside = [...path, key];
          const why = key === '__proto__' ? 'unknown field' : unstorable(key);
          if (why) refuse(why, inside);
          else open.push({ value: (at as Record<string, unknown>)[key], path: inside });
        }
    }
  }
  return errors;
}

/** zod's issues as pointers; `base` stands before each of them. */
export function fieldErrors(issues: readonly z.core.$ZodIssue[], base: readonly PropertyKey[] = []): FieldError[] {
  return issues.flatMap((issue): FieldError[] => {
    const path = [...base, ...issue.path];
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({ pointer: pointer([...path, key]), message: 'unknown field' }));
    if (issue.code === 'invalid_union') {
      // The branch that came furthest says best what is wrong; where all failed at the door, the union itself does.
      const [best] = issue.errors
        .filter((branch) => branch.length > 0 && branch.every(({ path: inside }) => inside.length > 0))
        .sort((a, b) => a.length - b.length);
      if (best) return fieldErrors(best, path);
    }
    return [{ pointer: pointer(path), message: messageOf(issue) }];
  });
}

/** Checks a value so that `fieldErrors` can tell what is missing from what is wrong. */
export const check = <S extends z.ZodType>(schema: S, value: unknown): z.ZodSafeParseResult<z.output<S>> =>
  schema.safeParse(value, REPORTING);
export const REPORTING = { reportInput: true } as const;

function messageOf(issue: z.core.$ZodIssue): string {
  if ('input' in issue ? issue.input === undefined : issue.message.endsWith('received undefined')) return 'is required';
  if (issue.code === 'invalid_value') return `must be ${oneOf(issue.values.map(String))}`;
  return issue.message;
}

/** Whoever guesses is told the choices; of many only the first ones, since the document of the API has them all. */
function oneOf(values: readonly string[]): string {
  if (values.length === 1) return values[0] ?? '';
  const all = values.join(', ');
  if (all.length <= MOST_CHOICES) return `one of ${all}`;
  return `one of ${values.slice(0, SHOWN_CHOICES).join(', ')} … (${values.length} in all; /openapi.json lists them)`;
}
