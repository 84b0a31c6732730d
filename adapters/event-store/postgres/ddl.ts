import { qualified, quote } from '#adapters/postgres/read-model-ddl';

export const names = (schema: string) => ({
  events: qualified(schema, 'events'),
  head: qualified(schema, 'head'),
  lockHead: qualified(schema, 'lock_head'),
  writeBatch: qualified(schema, 'write_batch'),
  channel: `${schema}_appended`,
});

/**
 * A plan made while the table was small is kept by the connection; it must not be to read all of
 * it. Forbidden ways count as dear before PostgreSQL 18, and dear statements would be compiled.
 */
const BY_INDEX = 'LANGUAGE plpgsql VOLATILE SET enable_seqscan = off SET jit = off';

/**
 * `json`, not `jsonb`: the text comes back byte for byte as it was hashed. The lock and the reading
 * of revisions are two statements of one function: a single one would read with a snapshot from
 * before it got the lock.
 */
export function eventStoreDdl(schema: string): string[] {
  const { events, head, lockHead, writeBatch } = names(schema);
  return [
    `CREATE SCHEMA IF NOT EXISTS ${quote(schema)}`,
    `CREATE TABLE IF NOT EXISTS ${events} (
       position bigint PRIMARY KEY,
       stream text COLLATE "C" NOT NULL,
       revision integer NOT NULL,
       id uuid NOT NULL UNIQUE,
       type text NOT NULL,
       schema_version integer NOT NULL,
       data json NOT NULL,
       metadata json NOT NULL,
       hash bytea NOT NULL,
       UNIQUE (stream, revision))`,
    // The row is rewritten with every batch; the room left in its page keeps that cheap.
    `CREATE TABLE IF NOT EXISTS ${head} (
       one boolean PRIMARY KEY DEFAULT true CHECK (one),
       position bigint NOT NULL,
       hash bytea NOT NULL) WITH (fillfactor = 10)`,
    `INSERT INTO ${head} (position, hash) VALUES (0, decode(repeat('00', 32), 'hex')) ON CONFLICT DO NOTHING`,
    `CREATE OR REPLACE FUNCTION ${lockHead}(streams text[])
     RETURNS TABLE (last_position bigint, last_hash bytea, revisions integer[]) ${BY_INDEX} AS $$
     BEGIN
       SELECT h.position, h.hash INTO last_position, last_hash FROM ${head} h WHERE h.one FOR UPDATE;
       SELECT array_agg(COALESCE((SELECT e.revision FROM ${events} e WHERE e.stream = s.name
                                  ORDER BY e.revision DESC LIMIT 1), -1) ORDER BY s.n)
         INTO revisions FROM unnest(streams) WITH ORDINALITY AS s(name, n);
       RETURN NEXT;
     END $$`,
    // Head before ($1, $2) and after ($3, $4), revisions to be found ($5, $6), then the columns of the rows.
    `CREATE OR REPLACE FUNCTION ${writeBatch}(bigint, bytea, bigint, bytea, text[], integer[],
       text[], integer[], uuid[], text[], integer[], json[], json[], bytea[])
     RETURNS integer ${BY_INDEX} AS $$
     DECLARE written integer;
     BEGIN
       WITH moved AS (
         UPDATE ${head} SET position = $3, hash = $4 WHERE one AND position = $1 AND hash = $2 AND NOT EXISTS (
           SELECT 1 FROM unnest($5, $6) AS t(stream, revision) WHERE NOT EXISTS (
             SELECT 1 FROM ${events} e WHERE e.stream = t.stream AND e.revision = t.revision))
         RETURNING 1)
       INSERT INTO ${events} (position, stream, revision, id, type, schema_version, data, metadata, hash)
       SELECT $1 + e.n, e.stream, e.revision, e.id, e.type, e.version, e.data, e.metadata, e.hash
       FROM moved, unnest($7, $8, $9, $10, $11, $12, $13, $14)
         WITH ORDINALITY AS e(stream, revision, id, type, version, data, metadata, hash, n);
       GET DIAGNOSTICS written = ROW_COUNT;
       RETURN written;
     END $$`,
  ];
}
