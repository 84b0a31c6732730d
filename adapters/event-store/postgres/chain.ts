import { createHash } from 'node:crypto';
import type pg from 'pg';
import { names } from './ddl.ts';

export type Framed = {
  readonly position: number;
  readonly stream: string;
  readonly revision: number;
  readonly id: string;
  readonly type: string;
  readonly schemaVersion: number;
  readonly dataText: string;
  readonly metadataText: string;
};

/** The chain before the first event. */
export const GENESIS = Buffer.alloc(32);

/**
 * The chain's value at an event: SHA-256 over the value before it and every stored field. A JSON
 * array frames the fields, so no two different events read the same.
 */
export function link(previous: Buffer, event: Framed): Buffer {
  const { position, stream, revision, id, type, schemaVersion, dataText, metadataText } = event;
  const framed = JSON.stringify([position, stream, revision, id, type, schemaVersion, dataText, metadataText]);
  return createHash('sha256').update(previous).update(framed).digest();
}

type ChainRow = {
  position: number;
  stream: string;
  revision: number;
  id: string;
  type: string;
  schema_version: number;
  data: string;
  metadata: string;
  hash: Buffer;
};

/** Re-computes the chain from the stored bytes; answers the first position that does not hold, or null. */
export async function firstBroken(pool: pg.Pool, schema: string, pageSize = 2000): Promise<number | null> {
  const { events, head } = names(schema);
  let previous: Buffer = GENESIS;
  let position = 0;
  for (;;) {
    const { rows } = await pool.query<ChainRow>(
      `SELECT position, stream, revision, id, type, schema_version, data::text AS data, metadata::text AS metadata, hash
       FROM ${events} WHERE position > $1 ORDER BY position LIMIT $2`,
      [position, pageSize],
    );
    for (const row of rows) {
      const { schema_version: schemaVersion, data: dataText, metadata: metadataText, ...rest } = row;
      previous = link(previous, { ...rest, schemaVersion, dataText, metadataText });
      position += 1;
      if (row.position !== position || !previous.equals(row.hash)) return position;
    }
    if (rows.length < pageSize) break;
  }
  const { rows } = await pool.query<{ position: number; hash: Buffer }>(`SELECT position, hash FROM ${head}`);
  const [last] = rows;
  return last && last.position === position && previous.equals(last.hash) ? null : position + 1;
}
