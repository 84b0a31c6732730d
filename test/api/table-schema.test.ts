import { expect, it } from 'vitest';
import { z } from 'zod';
import { columnSchemas, pick } from '#api/http/table-schema';
import { boolean, day, decimal, integer, json, oneOf, table } from '#runtime/table';

const CARS = table(
  'cars',
  {
    id: integer,
    owner_id: integer.orNull,
    doors: integer,
    colour: oneOf('red', 'blue'),
    price: decimal,
    sold_on: day.orNull,
    new: boolean,
    state: json<object>(),
  },
  { key: ['id'] },
);

it('describes columns as they were declared', () => {
  const schema = z.object(columnSchemas(CARS, 'id', 'owner_id', 'doors', 'colour', 'price', 'sold_on', 'new'));
  const car = { id: 1, owner_id: null, doors: 0, colour: 'red', price: '9.50', sold_on: '2026-06-01', new: true };
  expect(schema.parse(car)).toEqual(car);
  for (const wrong of [{ id: 0 }, { owner_id: 0 }, { colour: 'green' }, { price: '9.5' }, { sold_on: 'June' }])
    expect(schema.safeParse({ ...car, ...wrong }).success).toBe(false);
});

it('describes what is added to every row of an account, and of its site', () => {
  const shape = { id: integer, account_id: integer, site_id: integer };
  const garages = table('garages', shape, { key: ['id'] });
  const schema = z.object(columnSchemas(garages, 'id', 'sector_id', 'created_by', 'created_at', 'updated_at'));
  const at = '2026-06-01T00:00:00.000Z';
  const garage = { id: 1, sector_id: null, created_by: 3, created_at: at, updated_at: at };
  expect(schema.parse(garage)).toEqual(garage);
  expect(schema.safeParse({ ...garage, created_by: 0 }).success).toBe(false);
  // @ts-expect-error what is of no account has no such columns
  columnSchemas(CARS, 'created_by');
});

it('leaves JSON to whoever answers it', () => {
  expect(() => columnSchemas(CARS, 'state')).toThrow('it is JSON');
});

it('picks what is named, in the order of the row', () => {
  const row = { id: 1, added_later: 'inside', colour: 'red', price: '9.50' };
  expect(JSON.stringify(pick(row, ['price', 'id']))).toBe('{"id":1,"price":"9.50"}');
});
