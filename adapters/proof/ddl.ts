/** The sealed log: leaves with what events are found by, complete subtrees, how far it is, and the heads that were signed. */
export const proofDdl: readonly string[] = [
  'CREATE SCHEMA IF NOT EXISTS proof',
  `CREATE TABLE IF NOT EXISTS proof.leaves (
     leaf_index bigint PRIMARY KEY, position bigint NOT NULL UNIQUE, event_id uuid NOT NULL UNIQUE, hash bytea NOT NULL,
     stream text NOT NULL, revision integer NOT NULL, type text NOT NULL, account_id integer,
     correlation_id text NOT NULL, causation_id text NOT NULL)`,
  'CREATE INDEX IF NOT EXISTS leaves_by_stream ON proof.leaves (stream, revision)',
  'CREATE INDEX IF NOT EXISTS leaves_by_type ON proof.leaves (type, position)',
  'CREATE INDEX IF NOT EXISTS leaves_by_account ON proof.leaves (account_id, position)',
  'CREATE INDEX IF NOT EXISTS leaves_by_correlation ON proof.leaves (correlation_id, position)',
  `CREATE TABLE IF NOT EXISTS proof.nodes (
     level smallint NOT NULL, node_index bigint NOT NULL, hash bytea NOT NULL, PRIMARY KEY (level, node_index))`,
  `CREATE TABLE IF NOT EXISTS proof.state (
     only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one), size bigint NOT NULL, position bigint NOT NULL,
     checkpoint text NOT NULL)`,
  `INSERT INTO proof.state (size, position, checkpoint) VALUES (0, 0, '') ON CONFLICT DO NOTHING`,
  `CREATE TABLE IF NOT EXISTS proof.tree_heads (
     size bigint PRIMARY KEY, root_hash text NOT NULL, issued_at text NOT NULL, key_id text NOT NULL, signature text NOT NULL)`,
];
