import type { DomainEvent } from './decider.ts';

/** What goes out of a value: the fields by name, of an object or of each member of a list those within it. */
export type Shape = readonly (string | readonly [field: string, within: Shape])[];
/** Shapes by the type of an event; of a type that is not named nothing goes out. */
export type Shapes = { readonly [type: string]: Shape };

type NameOf<T> = T extends readonly (infer Member)[] ? NameOf<Member> : T extends object ? keyof T & string : never;
/** A shape for each of these events, of fields that they have: a new event does not compile until somebody says what of it is shown. */
export type ShapesOf<E extends DomainEvent> = {
  readonly [T in E['type']]: readonly (
    | NameOf<Extract<E, { type: T }>['data']>
    | readonly [NameOf<Extract<E, { type: T }>['data']>, Shape]
  )[];
};

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

/** The value without what this shape does not name, its fields in the order that they came in. */
export function kept(value: unknown, shape: Shape): unknown {
  if (Array.isArray(value)) return value.map((each) => kept(each, shape));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inner]) => {
      const field = shape.find((each) => (typeof each === 'string' ? each : each[0]) === name);
      if (field === undefined) return [];
      return [[name, typeof field === 'string' ? inner : kept(inner, field[1])]];
    }),
  );
}
