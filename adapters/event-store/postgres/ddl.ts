import { qualified, quote } from '../../postgres/read-model-ddl.ts';

export const names = (schema: string) => ({
  events: qualified(schema, 'events'),
  head: qualified(schema, 'head'),
  lockHead: qualified(schema, 'lock_head'),
  channel: `${schema}_appended`,
});

/**
 * `json`, not `jsonb`: the text comes back byte for byte as it was hashed. The lock and the reading
 * of revisions are two statements of one function: a single one would read with a snapshot from
 * before it got the lock.
 */
export function eventStoreDdl(schema: string): string[] {
  const { events, head, lockHead } = names(schema);
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
     RETURNS TABLE (last_position bigint, last_hash bytea, revisions integer[]) LANGUAGE plpgsql VOLATILE AS $$
     BEGIN
       SELECT h.position, h.hash INTO last_position, last_hash FROM ${head} h FOR UPDATE;
       SELECT array_agg(COALESCE((SELECT e.revision FROM ${events} e WHERE e.stream = s.name
                                  ORDER BY e.revision DESC LIMIT 1), -1) ORDER BY s.n)
         INTO revisions FROM unnest(streams) WITH ORDINALITY AS s(name, n);
       RETURN NEXT;
     END $$`,
  ];
}
