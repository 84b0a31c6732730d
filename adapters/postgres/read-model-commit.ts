import { qualified, quote } from '#adapters/postgres/read-model-ddl';
import type { Key, Move, Parked, Row, TableDefinition, Writes } from '#runtime/read-model';

export type PageCommit = {
  readonly slot: 'live' | 'shadow';
  readonly schema: string;
  readonly moves: readonly Move[];
  readonly writes: Writes;
  readonly parked: readonly Parked[];
  readonly tables: ReadonlyMap<string, TableDefinition>;
};

/** What the statement is refused with where a place stands elsewhere. */
export const ELSEWHERE = 'IG001';

/** Ends the statement that asks it, unless the answer is yes. */
export const agreedDdl = `CREATE OR REPLACE FUNCTION runtime.agreed(yes boolean) RETURNS void LANGUAGE plpgsql AS $$
  BEGIN IF NOT yes THEN RAISE EXCEPTION 'a checkpoint stands elsewhere' USING ERRCODE = '${ELSEWHERE}'; END IF; END $$`;

/**
 * A page of events as one statement, so that it costs one question and needs no transaction around it: moves the places,
 * writes the rows and notes what is parked, or does nothing where any place does not stand where it was taken to stand.
 */
export function commitStatement(page: PageCommit): { readonly text: string; readonly values: unknown[] } {
  const { slot, schema, moves, writes, parked, tables } = page;
  const values: unknown[] = [];
  const value = (v: unknown) => `$${values.push(v)}`;
  const parts = [`moved AS (${moving(slot, moves, value)})`];
  const tableOf = (name: string): TableDefinition => {
    const table = tables.get(name);
    if (!table) throw new Error(`no table ${name}`);
    return table;
  };
  for (const [name, rows] of writes.put)
    if (rows.length > 0) parts.push(`put_${parts.length} AS (${putting(schema, tableOf(name), rows, value)})`);
  for (const [name, keys] of writes.remove)
    if (keys.length > 0) parts.push(`gone_${parts.length} AS (${removing(schema, tableOf(name), keys, value)})`);
  if (parked.length > 0) parts.push(`noted AS (${noting(slot, parked, value)})`);
  const text = `WITH ${parts.join(',\n')}\nSELECT runtime.agreed(count(*) = ${value(moves.length)}::integer) FROM moved`;
  return { text, values };
}

type Value = (v: unknown) => string;

const moving = (slot: string, moves: readonly Move[], value: Value): string =>
  `UPDATE runtime.checkpoints c SET position = m.ahead, checkpoint = m.mark
   FROM unnest(${value(moves.map(({ name }) => name))}::text[], ${value(moves.map(({ from }) => from.position))}::bigint[],
     ${value(moves.map(({ to }) => to.position))}::bigint[], ${value(moves.map(({ to }) => to.checkpoint))}::text[],
     ${value(moves.map(({ generation }) => generation ?? null))}::integer[]) AS m(name, behind, ahead, mark, generation)
   WHERE c.slot = ${value(slot)} AND c.name = m.name AND c.position = m.behind
     AND c.generation = COALESCE(m.generation, c.generation) RETURNING 1`;

function putting(schema: string, table: TableDefinition, rows: readonly Row[], value: Value): string {
  const name = qualified(schema, table.name);
  const columns = Object.keys(table.columns);
  const others = columns.filter((column) => !table.key.includes(column));
  const list = columns.map(quote).join(', ');
  const set = others.map((column) => `${quote(column)} = excluded.${quote(column)}`).join(', ');
  return `INSERT INTO ${name} (${list})
   SELECT ${list} FROM json_populate_recordset(NULL::${name}, ${value(JSON.stringify(rows))}::json)
   ON CONFLICT (${table.key.map(quote).join(', ')}) DO ${others.length === 0 ? 'NOTHING' : `UPDATE SET ${set}`}`;
}

function removing(schema: string, table: TableDefinition, keys: readonly Key[], value: Value): string {
  const name = qualified(schema, table.name);
  const same = table.key.map((column) => `t.${quote(column)} = k.${quote(column)}`).join(' AND ');
  return `DELETE FROM ${name} t USING json_populate_recordset(NULL::${name}, ${value(JSON.stringify(keys))}::json) k
   WHERE ${same}`;
}

const noting = (slot: string, parked: readonly Parked[], value: Value): string =>
  `INSERT INTO runtime.parked_streams
   SELECT ${value(slot)}, p.projection, p.stream, p.revision, p.position, p.error
   FROM json_to_recordset(${value(JSON.stringify(parked.map(storable)))}::json)
     AS p(projection text, stream text, revision integer, position bigint, error text)
   ON CONFLICT DO NOTHING`;

/** PostgreSQL keeps no text with a zero byte in it. */
const storable = (entry: Parked): Parked => ({ ...entry, error: entry.error.replaceAll('\u0000', '\\0') });
