import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { testDatabase } from '#test/support/postgres';

describe('a database for a test', () => {
  it('is one of its own, empty, and gone when dropped, even while somebody is connected and even twice', async () => {
    const [one, other] = await Promise.all([testDatabase(), testDatabase()]);
    expect(one.config.database).not.toBe(other.config.database);
    const client = new pg.Client(one.config);
    client.on('error', () => undefined);
    await client.connect();
    await client.query('CREATE TABLE kept (n integer)');
    await one.drop();
    await one.drop();
    const again = new pg.Client(one.config);
    await expect(again.connect()).rejects.toThrow('does not exist');
    const left = new pg.Client(other.config);
    await left.connect();
    const { rows } = await left.query("SELECT 1 FROM pg_tables WHERE schemaname = 'public'");
    expect(rows).toEqual([]);
    await left.end();
    await other.drop();
  });
});
