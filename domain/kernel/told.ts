import { type Shapes, shaped } from './shape.ts';

type Data = { readonly [field: string]: unknown };

/** The events that customers' systems can be told of, of every room. A field that an event will have one day is told to nobody. */
export type ToldEvents = {
  readonly types: readonly string[];
  has(type: string): boolean;
  /** What a customer's system is told of an event's data. */
  data(type: string, data: Data): Data;
};

/** Joins what the rooms tell. */
export function toldEvents(...rooms: readonly Shapes[]): ToldEvents {
  const told: Shapes = Object.assign({}, ...rooms);
  return {
    types: Object.keys(told),
    has: (type) => Object.hasOwn(told, type),
    data: (type, data) => shaped(data, told[type] ?? []) as Data,
  };
}
