export type CanonicalJson =
  | null
  | boolean
  | number
  | string
  | readonly CanonicalJson[]
  | { readonly [key: string]: CanonicalJson | undefined };

/**
 * JSON in its one canonical form (RFC 8785): keys in the order of their UTF-16 code units, no white space, numbers and
 * text as ECMAScript writes them. A key whose value is undefined is left out. Throws `RangeError` for a number that JSON has not.
 */
export function canonicalJson(value: CanonicalJson): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item as CanonicalJson)).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const object = value as { readonly [key: string]: CanonicalJson | undefined };
    const parts = Object.keys(object)
      .sort()
      .flatMap((key) => {
        const inner = object[key];
        return inner === undefined ? [] : [`${JSON.stringify(key)}:${canonicalJson(inner)}`];
      });
    return `{${parts.join(',')}}`;
  }
  if (typeof value === 'number' && !Number.isFinite(value)) throw new RangeError(`${value} is no JSON number`);
  return JSON.stringify(value);
}
