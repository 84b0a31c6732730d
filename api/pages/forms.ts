import type { FieldError, Problem } from '#api/http/problem';
import { AS_IT_IS, SaidProblem, type Told } from './language/told.ts';
import { fitted, type JsonSchema } from './schema-fields.ts';

/** Hidden fields of every form, beside what people see. */
export const HIDDEN = { form: '_form', key: '_key', token: '_token', etag: '_etag' } as const;
export const FORM_TYPE = 'application/x-www-form-urlencoded';
export const FILES_TYPE = 'multipart/form-data';

/** What came from a form. Names of fields are pointers of what they become: `/reason`, `/service_config/reporting/send_at`. */
export type Sent = {
  /** The same for the same rendering of the form: for `idempotencyKey`, so that a form sent twice does its work once. */
  readonly key: string;
  /** What was seen when the form was made, for `ifMatch`; undefined where the form said nothing of it. */
  readonly etag: string | undefined;
  /** Without blanks around it; `''` where there is none. */
  text(name: string): string;
  all(name: string): readonly string[];
  files(name: string): readonly File[];
  /** The fields as a body of that schema: numbers, switches and lists made of what was typed. `only` names what is taken, by pointer. */
  body(schema: JsonSchema, only?: readonly string[]): Record<string, unknown>;
};

/** A form as it is shown: fresh, or with what was typed and what was wrong with it. */
export type FormState = {
  readonly name: string;
  readonly action: string;
  readonly key: string;
  /** Null where the reader is not known by a session. */
  readonly token: string | null;
  /** What was typed, where it comes back. */
  readonly typed: ReadonlyMap<string, readonly string[]> | null;
  /** By the name of the field. */
  readonly errors: ReadonlyMap<string, string>;
  /** What is wrong and belongs to no field. */
  readonly notice: string | null;
};

export function sentOf(data: FormData): Sent {
  const all = (name: string): string[] => data.getAll(name).filter((each) => typeof each === 'string');
  const text = (name: string): string => (all(name)[0] ?? '').trim();
  return {
    key: text(HIDDEN.key),
    etag: text(HIDDEN.etag) || undefined,
    text,
    all,
    files: (name) => data.getAll(name).filter((each) => typeof each !== 'string' && each.size > 0) as File[],
    body: (schema, only) => fitted(schema, { all, has: (name) => data.has(name) }, only),
  };
}

/** What was typed, as it is shown again. Passwords and files are not. */
export function typedOf(data: FormData): ReadonlyMap<string, readonly string[]> {
  const typed = new Map<string, string[]>();
  for (const [name, value] of data)
    if (typeof value === 'string' && !name.startsWith('_')) typed.set(name, [...(typed.get(name) ?? []), value]);
  return typed;
}

/** What of a problem stands at which field, and what belongs to none of those that are there, in the words that it is told in. */
export function placed(problem: Problem, fields: ReadonlySet<string>, told: Told = AS_IT_IS) {
  const errors = new Map<string, string>();
  const elsewhere: string[] = [];
  for (const error of problem.extras.errors ?? []) {
    const field = fieldOf(error, fields);
    const text =
      problem instanceof SaidProblem ? error.message : told.field({ ...error, pointer: field ?? error.pointer });
    const place = told.place(error.pointer);
    if (field === null) elsewhere.push(place === null ? text : `${place}: ${text}`);
    else if (!errors.has(field)) errors.set(field, text);
  }
  const nothingPlaced = errors.size === 0 && elsewhere.length === 0;
  return { errors, notice: nothingPlaced ? told.problem(problem) : elsewhere.join(' · ') || null };
}

/** The field of that pointer, or the one that holds it: `/recipients/0` stands in `/recipients`. */
function fieldOf({ pointer }: FieldError, fields: ReadonlySet<string>): string | null {
  for (let at = pointer; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) if (fields.has(at)) return at;
  return null;
}
