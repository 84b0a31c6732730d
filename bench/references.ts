import { randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { pathToFileURL } from 'node:url';
import type pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { migrateEventStore } from '#adapters/event-store/postgres';
import { transaction } from '#adapters/postgres';
import { type Append, rate, sample } from './measure.ts';

const SCHEMA = 'bench_raw';
const COLUMNS = ['position', 'stream', 'revision', 'id', 'type', 'schema_version', 'data', 'metadata', 'hash'];
const ROWS_PER_INSERT = 1000;
let position = 0;

/** The values of rows like ours; building them is not measured. */
function rows(count: number): unknown[][] {
  const hash = Buffer.alloc(32, 7);
  return Array.from({ length: count }, () => {
    const { id, type, schemaVersion, data, metadata } = sample();
    const stream = `order-${randomUUID()}`;
    return [++position, stream, 0, id, type, schemaVersion, JSON.stringify(data), JSON.stringify(metadata), hash];
  });
}

export const createRawTable = (pool: pg.Pool): Promise<void> => migrateEventStore(pool, SCHEMA);

/** INSERT … VALUES of 1000 rows a transaction into a table with the same columns and indexes. */
export async function rawInsertRate(pool: pg.Pool, count: number): Promise<number> {
  const batches = Array.from({ length: count / ROWS_PER_INSERT }, () => rows(ROWS_PER_INSERT).flat());
  const one = (_: unknown, row: number) => `(${COLUMNS.map((_c, i) => `$${row * COLUMNS.length + i + 1}`).join(',')})`;
  const text = `INSERT INTO ${SCHEMA}.events (${COLUMNS}) VALUES ${Array.from({ length: ROWS_PER_INSERT }, one).join(',')}`;
  return rate(async () => {
    for (const values of batches) await transaction(pool, (client) => client.query({ name: 'raw', text, values }));
    return count;
  });
}

/** One COPY of all rows into the same table. */
export async function rawCopyRate(pool: pg.Pool, count: number): Promise<number> {
  const field = (value: unknown) =>
    Buffer.isBuffer(value) ? `\\\\x${value.toString('hex')}` : String(value).replaceAll('\\', '\\\\');
  const lines = rows(count).map((row) => `${row.map(field).join('\t')}\n`);
  const chunks = Array.from({ length: Math.ceil(count / 500) }, (_, i) =>
    Buffer.from(lines.slice(i * 500, i * 500 + 500).join('')),
  );
  const client = await pool.connect();
  try {
    return await rate(async () => {
      const sink = client.query(copyFrom(`COPY ${SCHEMA}.events (${COLUMNS}) FROM STDIN`));
      await pipeline(Readable.from(chunks), sink);
      return count;
    });
  } finally {
    client.release();
  }
}

/** The whole log by COPY TO STDOUT, drained and thrown away. */
export async function drainRate(pool: pg.Pool, table: string, count: number): Promise<number> {
  const client = await pool.connect();
  try {
    return await rate(async () => {
      const source = client.query(
        copyTo(`COPY (SELECT ${COLUMNS.slice(0, -1)} FROM ${table} ORDER BY position) TO STDOUT`),
      );
      await pipeline(source, new Writable({ write: (_chunk, _encoding, done) => done() }));
      return count;
    });
  } finally {
    client.release();
  }
}

type Emmett = {
  appendToStream(stream: string, events: unknown[], options: object): Promise<unknown>;
  close(): Promise<void>;
};

/** emmett's store on the same database; null where bench/peers has not been installed. */
export async function emmett(config: pg.PoolConfig): Promise<{ append: Append; close(): Promise<void> } | null> {
  const found = (await installed('@event-driven-io/emmett-postgresql')) as {
    getPostgreSQLEventStore(url: string): Emmett;
  } | null;
  if (!found) return null;
  const { host = 'localhost', port = 5432, user = 'postgres', password = '', database = 'postgres' } = config;
  const secret = typeof password === 'string' && password !== '' ? `:${encodeURIComponent(password)}` : '';
  const url = `postgresql://${user}${secret}@/${database}?host=${encodeURIComponent(host)}&port=${port}`;
  const store = found.getPostgreSQLEventStore(config.connectionString ?? url);
  return {
    append: (stream, last, events) =>
      store.appendToStream(
        stream,
        events.map(({ id, type, data, metadata }) => ({ type, data, metadata: { ...metadata, id } })),
        { expectedStreamVersion: last < 0 ? 'STREAM_DOES_NOT_EXIST' : BigInt(last + 1) },
      ),
    close: () => store.close(),
  };
}

/** A package of `bench/peers`, which has its own dependencies: those of the main package do not suit it. */
async function installed(name: string): Promise<unknown> {
  try {
    const path = createRequire(new URL('peers/package.json', import.meta.url)).resolve(name);
    return await import(pathToFileURL(path).href);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'MODULE_NOT_FOUND') return null;
    throw error;
  }
}
