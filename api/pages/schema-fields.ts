/** JSON Schema, as far as bodies of this API use it. */
export type JsonSchema = {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly maxItems?: number;
  readonly pattern?: string;
  readonly format?: string;
  readonly description?: string;
  readonly example?: unknown;
  readonly default?: unknown;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
};

export type FieldKind =
  | 'text'
  | 'long'
  | 'number'
  | 'money'
  | 'email'
  | 'address'
  | 'day'
  | 'moment'
  | 'switch'
  | 'choice'
  | 'choices'
  | 'lines'
  | 'numbers';

/** One field of a form, made from the schema that the API checks by. */
export type FieldSpec = {
  /** The pointer of what it becomes. */
  readonly name: string;
  readonly label: string;
  readonly kind: FieldKind;
  readonly required: boolean;
  /** Left empty it becomes null, which means something else than leaving it out. */
  readonly nullable: boolean;
  readonly choices?: readonly string[];
  readonly min?: number;
  readonly max?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly help?: string;
  readonly example?: string;
};

/** Text that is as long as this is written in a box of several lines. */
const LONG_TEXT = 400;
const MONEY = String.raw`^\d+(\.\d{1,2})?$`;

const escaped = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');
const CAPITALS = /\b(url|gsc|sag|dr|pr|pdf|id|csv|mrr)\b/g;
/** A name of the API as people write it. */
export const spoken = (key: string): string => {
  const words = key.replaceAll('_', ' ').replaceAll(CAPITALS, (each) => each.toUpperCase());
  return words.slice(0, 1).toUpperCase() + words.slice(1);
};

/** The fields of an object's schema, nested ones by their pointer, in the order in which they are declared. */
export function fieldsOf(schema: JsonSchema, only?: readonly string[]): readonly FieldSpec[] {
  const all = [...leaves(schema, schema, '')].map(([name, leaf, required]) => fieldOf(name, leaf, required));
  if (only === undefined) return all;
  return only.flatMap((name) => all.filter((field) => field.name === name || field.name.startsWith(`${name}/`)));
}

type Leaf = readonly [name: string, schema: JsonSchema, required: boolean];

function* leaves(schema: JsonSchema, root: JsonSchema, base: string): Generator<Leaf> {
  for (const [key, given] of Object.entries(schema.properties ?? {})) {
    const inner = resolved(given, root);
    const name = `${base}/${escaped(key)}`;
    if (plain(inner).properties) yield* leaves(plain(inner), root, name);
    else yield [name, inner, schema.required?.includes(key) ?? false];
  }
}

const resolved = (schema: JsonSchema, root: JsonSchema): JsonSchema => {
  const name = schema.$ref?.split('/').at(-1);
  const found = name === undefined ? undefined : root.$defs?.[name];
  return found === undefined
    ? schema
    : { ...found, ...(schema.description ? { description: schema.description } : {}) };
};
/** Of something that may be null, what it is where it is not. */
const plain = (schema: JsonSchema): JsonSchema => {
  const options = schema.anyOf ?? schema.oneOf;
  const [only, ...others] = options?.filter(({ type }) => type !== 'null') ?? [];
  return only && others.length === 0
    ? { ...only, ...(schema.description ? { description: schema.description } : {}) }
    : schema;
};
const isNullable = (schema: JsonSchema): boolean =>
  (schema.anyOf ?? schema.oneOf ?? []).some(({ type }) => type === 'null') ||
  (Array.isArray(schema.type) && schema.type.includes('null'));

function kindOf(schema: JsonSchema): FieldKind {
  const type = Array.isArray(schema.type) ? schema.type.find((each) => each !== 'null') : schema.type;
  if (schema.enum) return 'choice';
  if (type === 'boolean') return 'switch';
  if (type === 'integer' || type === 'number') return 'number';
  if (type === 'array') {
    const items = schema.items ?? {};
    return items.enum ? 'choices' : items.type === 'integer' ? 'numbers' : 'lines';
  }
  if (schema.pattern === MONEY) return 'money';
  if (schema.format === 'date') return 'day';
  if (schema.format === 'date-time') return 'moment';
  if (schema.format === 'uri') return 'address';
  if (typeof schema.example === 'string' && /^\S+@\S+$/.test(schema.example)) return 'email';
  return (schema.maxLength ?? 0) >= LONG_TEXT ? 'long' : 'text';
}

function fieldOf(name: string, given: JsonSchema, required: boolean): FieldSpec {
  const schema = plain(given);
  const kind = kindOf(schema);
  const choices = (schema.enum ?? schema.items?.enum)?.map(String);
  const { minimum, maximum, maxLength, pattern, description, example } = schema;
  return {
    name,
    label: spoken((name.split('/').at(-1) ?? '').replace(/_ids?$/, '')),
    kind,
    required,
    nullable: isNullable(given),
    ...(choices === undefined ? {} : { choices }),
    ...(minimum === undefined || minimum <= Number.MIN_SAFE_INTEGER ? {} : { min: minimum }),
    ...(maximum === undefined || maximum >= Number.MAX_SAFE_INTEGER ? {} : { max: maximum }),
    ...(maxLength === undefined ? {} : { maxLength }),
    ...(pattern === undefined ? {} : { pattern }),
    ...(description === undefined ? {} : { help: description }),
    ...(example === undefined ? {} : { example: String(example) }),
  };
}

/** What a form sent, by the names of its fields. */
type Given = { all(name: string): readonly string[]; has(name: string): boolean };
/** Beside each switch and each list of boxes: it was on the form, though nothing of it was ticked. */
export const SHOWN = '_shown';

/** The fields that were on a form as a body of that schema. What was left empty is left out, or null where that means something. */
export function fitted(schema: JsonSchema, given: Given, only?: readonly string[]): Record<string, unknown> {
  const body: Record<string, unknown> = {};
  const shown = new Set(given.all(SHOWN));
  for (const field of fieldsOf(schema, only)) {
    if (!given.has(field.name) && !shown.has(field.name)) continue;
    const value = typedAs(field, given.all(field.name));
    if (value !== undefined) put(body, field.name, value);
  }
  return body;
}

function typedAs({ kind, nullable, required }: FieldSpec, typed: readonly string[]): unknown {
  if (kind === 'switch') return typed.includes('on');
  if (kind === 'choices') return typed;
  const text = (typed[0] ?? '').replaceAll('\r\n', '\n').trim();
  if (kind === 'lines' || kind === 'numbers') {
    const lines = text.split('\n').map((line) => line.trim());
    const said = lines.filter((line) => line !== '');
    return kind === 'lines' ? said : said.map(numberOf);
  }
  if (text === '') return nullable ? null : required ? '' : undefined;
  return kind === 'number' ? numberOf(text) : text;
}
/** What is no number stays as it was typed: the API says what is wrong with it. */
const numberOf = (text: string): unknown => (/^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text);

function put(body: Record<string, unknown>, pointer: string, value: unknown): void {
  const keys = pointer
    .slice(1)
    .split('/')
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
  let at = body;
  for (const key of keys.slice(0, -1)) {
    const inner = Object.hasOwn(at, key) ? at[key] : {};
    at[key] = inner;
    at = inner as Record<string, unknown>;
  }
  at[keys.at(-1) ?? ''] = value;
}

/** The value of a field in a body, as it is typed. */
export function typedValue(value: unknown, pointer: string): readonly string[] {
  let at: unknown = value;
  for (const key of pointer.slice(1).split('/')) {
    if (typeof at !== 'object' || at === null) return [];
    at = Object.entries(at).find(([name]) => name === key)?.[1];
  }
  if (at === undefined || at === null) return [];
  if (Array.isArray(at)) return at.map(String);
  return [typeof at === 'boolean' ? (at ? 'on' : '') : String(at)];
}
