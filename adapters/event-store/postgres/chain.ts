import { hash } from 'node:crypto';
import type pg from 'pg';
import { names } from './ddl.ts';
import { COLUMNS, type EventRow, types } from './rows.ts';

export type Framed = {
  readonly position: number;
  readonly stream: string;
  readonly revision: number;
  readonly id: string;
  readonly type: string;
  readonly schemaVersion: number;
  readonly dataText: string;
  readonly metadataText: string;
  /** Bytes of the data text in UTF-8. */
  readonly dataBytes: number;
};

/** The chain before the first event, as hex text like every value of it. */
export const GENESIS = '0'.repeat(64);

/**
 * The chain's value at an event: SHA-256 over the UTF-8 of
 * `previous (hex) LF [position,stream,revision,id,type,schemaVersion,bytes of data] LF data metadata`.
 * The second line is a JSON array without spaces and tells where data ends, so no two different
 * events read the same.
 */
export function link(previous: string, event: Framed): string {
  const { position, stream, revision, id, type, schemaVersion, dataText, metadataText, dataBytes } = event;
  const frame = JSON.stringify([position, stream, revision, id, type, schemaVersion, dataBytes]);
  return hash('sha256', `${previous}\n${frame}\n${dataText}${metadataText}`, 'hex');
}

type ChainRow = EventRow & { hash: Buffer };
type HeadRow = { position: number; hash: Buffer };

/**
 * Re-computes the chain from the stored bytes, from one position to another (by default all of
 * it, and then the head must be its end). Answers the first position that does not hold, or null.
 */
export async function firstBroken(pool: pg.Pool, schema: string, from = 1, to?: number): Promise<number | null> {
  const { events, head } = names(schema);
  const rows = async <T extends pg.QueryResultRow>(text: string, values: unknown[]): Promise<T[]> =>
    (await pool.query<T>({ text, values, types })).rows;

  // The head is read first: what is appended meanwhile is left to the next run.
  const [last] = await rows<HeadRow>(`SELECT position, hash FROM ${head}`, []);
  const end = to ?? last?.position ?? 0;
  const [before] = await rows<HeadRow>(`SELECT position, hash FROM ${events} WHERE position = $1`, [from - 1]);
  if (from > 1 && !before) return from - 1;
  let previous = before?.hash.toString('hex') ?? GENESIS;
  let position = from - 1;
  while (position < end) {
    const page = await rows<ChainRow>(
      `SELECT ${COLUMNS}, hash FROM ${events} WHERE position > $1 AND position <= $2 ORDER BY position LIMIT 1000`,
      [position, end],
    );
    if (page.length === 0) return position + 1;
    for (const row of page) {
      const { schema_version: schemaVersion, data: dataText, metadata: metadataText } = row;
      const dataBytes = Buffer.byteLength(dataText);
      previous = link(previous, { ...row, schemaVersion, dataText, metadataText, dataBytes });
      position += 1;
      if (row.position !== position || previous !== row.hash.toString('hex')) return position;
    }
  }
  if (to !== undefined) return null;
  return last && position === last.position && previous === last.hash.toString('hex') ? null : position + 1;
}
