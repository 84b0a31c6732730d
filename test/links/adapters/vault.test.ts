import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPool } from '#adapters/postgres';
import { createVault, createWrapping, migrateVault } from '#adapters/vault';
import { type TestDatabase, testDatabase } from '#test/support/postgres';

describe('the vault', () => {
  let database: TestDatabase;
  let pool: pg.Pool;
  const [old, present] = [randomBytes(32), randomBytes(32)];
  beforeAll(async () => {
    database = await testDatabase();
    pool = createPool(database.config);
    await migrateVault(pool);
  });
  afterAll(async () => {
    await pool.end();
    await database.drop();
  });
  const rows = async () => (await pool.query('SELECT * FROM vault.secrets ORDER BY ref')).rows;

  it('opens what it sealed, for that account alone, and keeps nothing in the clear', async () => {
    const vault = createVault({ pool, wrapping: createWrapping(old) });
    await vault.put('a', 1, 'the secret');
    await vault.put('b', 2, 'another');
    expect(await vault.open('a', 1)).toBe('the secret');
    expect(await vault.open('none', 1)).toBeNull();
    expect(JSON.stringify(await rows())).not.toMatch(/the secret|another/);
    await expect(vault.open('a', 2)).rejects.toThrow();
    await vault.put('a', 1, 'a newer one');
    expect(await vault.open('a', 1)).toBe('a newer one');
    await vault.remove('b');
    expect(await vault.open('b', 2)).toBeNull();
  });

  it('opens no row that was moved, copied or changed', async () => {
    const vault = createVault({ pool, wrapping: createWrapping(old) });
    await vault.put('c', 3, 'of account three');
    await pool.query(
      `INSERT INTO vault.secrets SELECT 'd', 4, key_id, wrapped_key, sealed FROM vault.secrets WHERE ref = 'c'`,
    );
    await expect(vault.open('d', 4)).rejects.toThrow();
    await expect(vault.open('d', 3)).rejects.toThrow();
    await pool.query(`UPDATE vault.secrets SET sealed = 'AAAA' || substr(sealed, 5) WHERE ref = 'c'`);
    await expect(vault.open('c', 3)).rejects.toThrow();
    await pool.query(`DELETE FROM vault.secrets WHERE ref IN ('c', 'd')`);
  });

  it('changes its key without sealing anything anew', async () => {
    const before = await rows();
    await expect(createVault({ pool, wrapping: createWrapping(present) }).open('a', 1)).rejects.toThrow(
      /sealed under another key/,
    );
    const vault = createVault({ pool, wrapping: createWrapping(present, [old]) });
    expect(await vault.open('a', 1)).toBe('a newer one');
    expect(await vault.rotate()).toBe(before.length);
    expect(await vault.rotate()).toBe(0);
    const after = await rows();
    expect(after.map(({ sealed }) => sealed)).toEqual(before.map(({ sealed }) => sealed));
    expect(after.map(({ wrapped_key }) => wrapped_key)).not.toEqual(before.map(({ wrapped_key }) => wrapped_key));
    expect(await createVault({ pool, wrapping: createWrapping(present) }).open('a', 1)).toBe('a newer one');
    await expect(createVault({ pool, wrapping: createWrapping(old) }).open('a', 1)).rejects.toThrow();
  });
});
