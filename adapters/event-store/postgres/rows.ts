import pg from 'pg';
import { type Place, RecordedEvent, START, StoreUnavailable } from '#runtime/event-store';

const INT8 = 20;

/** 64-bit integers as numbers, given with each query: the caller's pool may have parsers of its own. */
export const types = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === INT8) return (text: string) => Number(text);
    return pg.types.getTypeParser(oid, format as 'text');
  },
} as pg.CustomTypesConfig;

export type EventRow = {
  position: number;
  stream: string;
  revision: number;
  id: string;
  type: string;
  schema_version: number;
  data: string;
  metadata: string;
};
export const COLUMNS =
  'position, stream, revision, id, type, schema_version, data::text AS data, metadata::text AS metadata';

export const placeOf = (position: number): Place =>
  position === 0 ? START : { position, checkpoint: String(position) };

export const positionOf = ({ checkpoint, position }: Place): number =>
  checkpoint === '' ? position : Number(checkpoint);

export const recorded = (row: EventRow): RecordedEvent =>
  new RecordedEvent({
    place: placeOf(row.position),
    stream: row.stream,
    revision: row.revision,
    id: row.id,
    type: row.type,
    schemaVersion: row.schema_version,
    dataText: row.data,
    metadataText: row.metadata,
  });

export const codeOf = (error: unknown): string => String((error as { code?: unknown } | undefined)?.code ?? '');

export const unavailable = (error: unknown): StoreUnavailable =>
  error instanceof StoreUnavailable
    ? error
    : new StoreUnavailable(`the event store does not answer: ${String(error)}`, { cause: error });
