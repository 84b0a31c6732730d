/** What goes out of a value: the fields by name, of an object or of each member of a list those within it. */
export type Shape = readonly (string | readonly [field: string, within: Shape])[];
/** Shapes by the type of an event; of a type that is not named nothing goes out. */
export type Shapes = { readonly [type: string]: Shape };

type Data = { readonly [field: string]: unknown };

/** The value in this shape, its fields in the order of the shape. */
export function shaped(value: unknown, shape: Shape): unknown {
  if (Array.isArray(value)) return value.map((each) => shaped(each, shape));
  if (typeof value !== 'object' || value === null) return value;
  const data = value as Data;
  return Object.fromEntries(
    shape.flatMap((field) => {
      const [name, within] = typeof field === 'string' ? [field, null] : field;
      const inner = data[name];
      return inner === undefined ? [] : [[name, within === null ? inner : shaped(inner, within)]];
    }),
  );
}
