type Schema = Readonly<Record<string, unknown>>;

const BY_FORMAT: Readonly<Record<string, string>> = {
  date: '2026-11-20',
  'date-time': '2026-11-20T10:00:00.000Z',
  email: 'someone@example.com',
  uri: 'https://example.com/',
  uuid: '7d3c1e0a-6f0e-4a55-9a39-0f0d3b1f6a11',
};

/** A schema that refers to itself ends somewhere: in an empty list. */
const DEEPEST = 16;
const listOf = (items: Schema | undefined, referred: (reference: string) => Schema, depth: number): unknown[] =>
  items === undefined || depth > DEEPEST - 6 ? [] : [sample(items, referred, depth + 1)];

/** A value that shows what a JSON Schema means: for a schema that brings no example of its own. `referred` finds what a `$ref` names. */
export function sample(schema: Schema, referred: (reference: string) => Schema, depth = 0): unknown {
  if (depth > DEEPEST) return null;
  if (typeof schema['$ref'] === 'string') return sample(referred(schema['$ref']), referred, depth + 1);
  if ('example' in schema) return schema['example'];
  const [example] = (schema['examples'] as readonly unknown[] | undefined) ?? [];
  if (example !== undefined) return example;
  if ('const' in schema) return schema['const'];
  if ('default' in schema) return schema['default'];
  const [first] = (schema['enum'] as readonly unknown[] | undefined) ?? [];
  if (first !== undefined) return first;
  const [branch] = ((schema['anyOf'] ?? schema['oneOf'] ?? schema['allOf']) as readonly Schema[] | undefined) ?? [];
  if (branch) return sample(branch, referred, depth);
  switch (Array.isArray(schema['type']) ? schema['type'][0] : schema['type']) {
    case 'object': {
      const properties = Object.entries((schema['properties'] ?? {}) as Record<string, Schema>);
      return Object.fromEntries(properties.map(([name, inner]) => [name, sample(inner, referred, depth + 1)]));
    }
    case 'array':
      return listOf(schema['items'] as Schema | undefined, referred, depth);
    case 'integer':
    case 'number':
      return Math.max(1, Number(schema['minimum'] ?? 1));
    case 'boolean':
      return true;
    case 'string':
      return BY_FORMAT[String(schema['format'])] ?? 'text';
    default:
      return null;
  }
}
