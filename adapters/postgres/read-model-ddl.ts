import type { ReadModelDefinition, TableDefinition } from '#runtime/read-model';

export const LIVE = 'igny8';
export const SHADOW = 'igny8_shadow';
/** The role that readers take on; it owns nothing and row-level security binds it. */
export const READER = 'igny8_reader';

export const quote = (name: string): string => {
  if (!/^[a-z_][a-z0-9_]*$/.test(name)) throw new Error(`not a name: ${name}`);
  return `"${name}"`;
};
export const qualified = (schema: string, table: string): string => `${quote(schema)}.${quote(table)}`;

/** Schemas, the reader's role and the tables that keep checkpoints and parked streams. */
export const baseDdl: readonly string[] = [
  `CREATE SCHEMA IF NOT EXISTS ${LIVE}`,
  `CREATE SCHEMA IF NOT EXISTS ${SHADOW}`,
  'CREATE SCHEMA IF NOT EXISTS runtime',
  `DO $$ BEGIN CREATE ROLE ${READER} NOLOGIN NOSUPERUSER NOBYPASSRLS;
   EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$`,
  // A superuser may take on any role anyway; another owner needs to be a member.
  `DO $$ BEGIN GRANT ${READER} TO CURRENT_USER;
   EXCEPTION WHEN insufficient_privilege OR invalid_grant_operation THEN NULL; END $$`,
  `GRANT USAGE ON SCHEMA ${LIVE} TO ${READER}`,
  `CREATE TABLE IF NOT EXISTS runtime.checkpoints (
     name text NOT NULL, slot text NOT NULL, version integer NOT NULL, position bigint NOT NULL, checkpoint text NOT NULL,
     PRIMARY KEY (name, slot))`,
  'ALTER TABLE runtime.checkpoints ADD COLUMN IF NOT EXISTS generation integer NOT NULL DEFAULT 0',
  `CREATE TABLE IF NOT EXISTS runtime.parked_streams (
     slot text NOT NULL, projection text NOT NULL, stream text NOT NULL, revision integer NOT NULL, position bigint NOT NULL,
     error text NOT NULL, PRIMARY KEY (slot, projection, stream))`,
];

/** DDL of one table in a schema, with its policy where its rows are an account's. */
export function tableDdl(schema: string, table: TableDefinition): string[] {
  const name = qualified(schema, table.name);
  const columns = Object.entries(table.columns).map(([column, type]) => {
    const nullable = type.endsWith('?');
    return `${quote(column)} ${nullable ? type.slice(0, -1) : type}${nullable ? '' : ' NOT NULL'}`;
  });
  const key = `PRIMARY KEY (${table.key.map(quote).join(', ')})`;
  const indexes = (table.indexes ?? []).map((index) => `CREATE INDEX ON ${name} (${index.map(quote).join(', ')})`);
  const policy = [
    `ALTER TABLE ${name} ENABLE ROW LEVEL SECURITY`,
    `ALTER TABLE ${name} FORCE ROW LEVEL SECURITY`,
    `CREATE POLICY tenant ON ${name} FOR SELECT TO ${READER} USING (
       CASE current_setting('igny8.accounts', true) WHEN '*' THEN true
       ELSE account_id = ANY (string_to_array(NULLIF(current_setting('igny8.accounts', true), ''), ',')::integer[]) END)`,
    `CREATE POLICY writer ON ${name} TO CURRENT_USER USING (true) WITH CHECK (true)`,
  ];
  return [
    `CREATE TABLE ${name} (${[...columns, key].join(', ')})`,
    ...indexes,
    `GRANT SELECT ON ${name} TO ${READER}`,
    ...(table.tenant ? policy : []),
  ];
}

export const dropDdl = (schema: string, model: ReadModelDefinition): string[] =>
  model.tables.map((table) => `DROP TABLE IF EXISTS ${qualified(schema, table.name)}`);
