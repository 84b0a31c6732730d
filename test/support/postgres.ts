import pg from 'pg';
import { inject } from 'vitest';

let made = 0;

export type TestDatabase = { readonly config: pg.PoolConfig; drop(): Promise<void> };

/** A new, empty database on the suite's server. */
export async function testDatabase(): Promise<TestDatabase> {
  const config = inject('postgres');
  const name = `test_${process.pid}_${made++}`;
  await admin(config, `CREATE DATABASE ${name}`);
  return {
    config: { ...config, database: name },
    drop: () => admin(config, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}

async function admin(config: pg.PoolConfig, statement: string): Promise<void> {
  const client = new pg.Client({ ...config, database: 'postgres' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
