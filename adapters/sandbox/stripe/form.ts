import { refused } from './refusal.ts';

/** A form of Stripe's: `metadata[id]=1&expand[0]=payments`, by its names. */
export type Form = ReadonlyMap<string, string | Form>;
type Draft = Map<string, string | Draft>;

/** Reads Stripe's bracket notation; what cannot be read is refused. */
export function parseForm(text: string): Form {
  const form: Draft = new Map();
  for (const [name, value] of new URLSearchParams(text)) put(form, pathOf(name), value, name);
  return form;
}

function pathOf(name: string): readonly string[] {
  const match = /^([^[\]]+)((?:\[[^[\]]*\])*)$/.exec(name);
  if (!match) throw refused(400, `Invalid request parameter: ${name}`, { code: 'parameter_unknown', param: name });
  return [match[1] ?? '', ...[...(match[2] ?? '').matchAll(/\[([^[\]]*)\]/g)].map(([, part]) => part ?? '')];
}

function put(form: Draft, [head = '', ...rest]: readonly string[], value: string, name: string): void {
  // `expand[]=a&expand[]=b`: one after the other.
  const key = head === '' ? String(form.size) : head;
  if (rest.length === 0) {
    form.set(key, value);
    return;
  }
  const inner = form.get(key) ?? new Map();
  if (typeof inner === 'string') throw refused(400, `Invalid object`, { param: name });
  form.set(key, inner);
  put(inner, rest, value, name);
}

/** Refuses every name that the operation does not have; `created[gte]` is named whole. */
export function onlyNamed(form: Form, names: readonly string[]): void {
  for (const [name, value] of form) {
    const whole = typeof value === 'string' ? [name] : [...value.keys()].map((inner) => `${name}[${inner}]`);
    const unknown = whole.find((each) => !names.includes(name) && !names.includes(each));
    if (unknown !== undefined)
      throw refused(400, `Received unknown parameter: ${unknown}`, { code: 'parameter_unknown', param: unknown });
  }
}

export function text(form: Form, name: string): string | null {
  const value = form.get(name) ?? null;
  if (value !== null && typeof value !== 'string') throw refused(400, `Invalid string: ${name}`, { param: name });
  return value === '' ? null : value;
}

export function required(form: Form, name: string): string {
  const value = text(form, name);
  if (value === null)
    throw refused(400, `Missing required param: ${name}.`, { code: 'parameter_missing', param: name });
  return value;
}

export function integer(form: Form, name: string): number | null {
  const value = text(form, name);
  if (value === null) return null;
  if (!/^-?\d{1,12}$/.test(value))
    throw refused(400, `Invalid integer: ${value}`, { code: 'parameter_invalid_integer', param: name });
  return Number(value);
}

export function flag(form: Form, name: string): boolean | null {
  const value = text(form, name);
  if (value !== null && value !== 'true' && value !== 'false')
    throw refused(400, `Invalid boolean: ${value}`, { param: name });
  return value === null ? null : value === 'true';
}

/** `created[gte]` and its like. */
export function within(form: Form, name: string): Form {
  const value = form.get(name);
  return value === undefined || typeof value === 'string' ? new Map() : value;
}

export const list = (form: Form, name: string): readonly string[] =>
  [...within(form, name).values()].filter((each) => typeof each === 'string');

const LIMITS = { names: 50, name: 40, value: 500 };

export function metadata(form: Form): Record<string, string> {
  const pairs = [...within(form, 'metadata')].map(([name, value]) => [name, String(value)] as const);
  const tooLong = pairs.find(([name, value]) => name.length > LIMITS.name || value.length > LIMITS.value);
  if (pairs.length > LIMITS.names || tooLong)
    throw refused(400, 'Metadata can have 50 keys of 40 characters with values of 500.', { param: 'metadata' });
  return Object.fromEntries(pairs);
}
