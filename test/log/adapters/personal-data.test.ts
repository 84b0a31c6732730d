import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createInMemoryPersonalData, createPersonalData } from '#adapters/personal-data';
import { createPool } from '#adapters/postgres';
import { createVault, createWrapping, migrateVault } from '#adapters/vault';
import type { PersonalData } from '#commands/log/ports-personal-data';
import type { Day } from '#domain/kernel/time';
import { ERASED, mayBeSame, tokensIn } from '#domain/log/personal-data';
import { type TestDatabase, testDatabase } from '#test/support/postgres';

const KEY = randomBytes(32);
const INDEX = randomBytes(32);
let database: TestDatabase;
let pool: pg.Pool;
beforeAll(async () => {
  database = await testDatabase();
  pool = createPool(database.config);
  await migrateVault(pool);
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});
const onPostgres = (key = KEY, previous: Buffer[] = []) =>
  createPersonalData({ pool, wrapping: createWrapping(key, previous), indexKey: INDEX });

describe.each<[string, () => Promise<PersonalData>]>([
  ['on PostgreSQL', () => onPostgres()],
  ['in memory', async () => createInMemoryPersonalData()],
])('personal data %s', (name, made) => {
  const of = (subject: string) => `${subject}-${name === 'in memory' ? 1 : 2}`;

  it('is sealed the same way again, and opened wherever it stands in a text', async () => {
    const personal = await made();
    const under = of('account');
    const token = await personal.seal({ under }, 'Wilhelmina "Mina" Öster');
    expect(token).toBe(await personal.seal({ under }, 'Wilhelmina "Mina" Öster'));
    expect(token).toMatch(/^sealed:v1:account-\d:1:[\w-]+$/);
    expect(token).not.toContain('Mina');
    const text = JSON.stringify({ name: token, again: [token] });
    const opened = await personal.open(text, (plain) => JSON.stringify(plain).slice(1, -1));
    expect(JSON.parse(opened)).toEqual({ name: 'Wilhelmina "Mina" Öster', again: ['Wilhelmina "Mina" Öster'] });
    expect(await personal.open('nothing sealed here')).toBe('nothing sealed here');
  });

  it('has one key for an address, however it is written, and another for every other', async () => {
    const personal = await made();
    const [one, same, other] = await Promise.all(
      ['a@example.com', 'A@Example.com ', 'b@example.com'].map((address) =>
        personal.seal({ under: 'address' }, address),
      ),
    );
    const subject = (token = '') => tokensIn(token)[0]?.subject;
    expect(subject(one)).toBe(subject(same));
    expect(subject(one)).not.toBe(subject(other));
    expect(one).not.toContain('example');
    expect(await personal.open(`${same}`)).toBe('A@Example.com ');
  });

  it('is gone for good with its key, for that subject alone; told anew it has another key', async () => {
    const personal = await made();
    const [gone, stays] = [of('user'), of('site')];
    const token = await personal.seal({ under: gone }, 'Uriah');
    const other = await personal.seal({ under: stays }, 'Berta');
    const keys = await personal.keys([gone]);
    expect(keys).toEqual([{ subject: gone, generation: 1 }]);
    await personal.erase(keys);
    await personal.erase(keys);
    expect(await personal.open(`${token} and ${other}`)).toBe(`${ERASED} and Berta`);
    expect(await personal.keys([gone, stays])).toEqual([{ subject: stays, generation: 1 }]);
    const anew = await personal.seal({ under: gone }, 'Uriah');
    expect(anew).toContain(`${gone}:2:`);
    expect(await personal.open(`${token} ${anew}`)).toBe(`${ERASED} Uriah`);
    expect([mayBeSame(token, anew), mayBeSame(token, other), mayBeSame(token, token)]).toEqual([true, false, false]);
  });

  it('opens nothing that was moved to another subject, changed or made up', async () => {
    const personal = await made();
    const token = await personal.seal({ under: of('account') }, 'Wilhelmina');
    await personal.seal({ under: of('user') }, 'somebody');
    const [{ sealed = '' } = {}] = tokensIn(token);
    for (const bad of [
      token.replace(of('account'), of('user')),
      token.replace(':1:', ':9:'),
      token.replace(sealed, sealed.slice(4)),
      `sealed:v1:${of('account')}:1:AAAA`,
      'sealed:v1:nobody-1:1:AAAABBBBCCCC',
    ])
      expect(await personal.open(bad)).toBe(ERASED);
  });

  it('knows which keys need not be kept any longer', async () => {
    const personal = await made();
    const under = of('invoice');
    await personal.seal({ under }, 'Wilhelmina', '2036-12-31' as Day);
    expect(await personal.keptUntil([under])).toEqual([{ subject: under, generation: 1, until: '2036-12-31' }]);
    expect(await personal.expired('2036-12-31' as Day)).toEqual([]);
    expect(await personal.expired('2037-01-01' as Day)).toEqual([{ subject: under, generation: 1 }]);
  });

  it('comes back as it was, whatever the text', async () => {
    const personal = await made();
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 200 }), async (text) => {
        const token = await personal.seal({ under: of('account') }, text);
        expect(await personal.open(token)).toBe(text);
      }),
      { numRuns: 100 },
    );
  });
});

describe('keys of people on PostgreSQL', () => {
  it('are made once, whoever asks at the same time, and seen by every process', async () => {
    const [first, second, third] = [await onPostgres(), await onPostgres(), await onPostgres()];
    const tokens = await Promise.all(
      [first, second, third, first, second].map((each) => each.seal({ under: 'race-1' }, 'the same')),
    );
    expect(new Set(tokens).size).toBe(1);
    await first.erase(await first.keys(['race-1']));
    // Another process has it in memory until it is told.
    second.forget([{ subject: 'race-1', generation: 1 }]);
    expect(await second.open(tokens[0] ?? '')).toBe(ERASED);
  });

  it('are wrapped: the rows open nothing without the process’s key, and a new one takes over', async () => {
    const personal = await onPostgres();
    const token = await personal.seal({ under: 'rotated-1' }, 'Wilhelmina');
    const { rows } = await pool.query('SELECT k::text AS row FROM vault.personal_keys k');
    expect(JSON.stringify(rows)).not.toContain('Wilhelmina');
    const next = randomBytes(32);
    await expect((await onPostgres(next)).open(token)).rejects.toThrow(/sealed under another key/);
    const rotating = await onPostgres(next, [KEY]);
    expect(await rotating.open(token)).toBe('Wilhelmina');
    expect(await rotating.rotate()).toBeGreaterThan(0);
    expect(await rotating.rotate()).toBe(0);
    expect(await (await onPostgres(next)).open(token)).toBe('Wilhelmina');
    expect(await (await onPostgres(next)).seal({ under: 'rotated-1' }, 'Wilhelmina')).toBe(token);
  });
});

describe('keys of the system itself', () => {
  it('are made once, whoever asks at the same time, and outlive the process’s key', async () => {
    const [one, two] = [randomBytes(32), randomBytes(32)];
    const vault = createVault({ pool, wrapping: createWrapping(one) });
    const all = await Promise.all([1, 2, 3, 4].map(() => vault.establish('system/test')));
    expect(new Set(all.map((key) => key.toString('hex'))).size).toBe(1);
    expect(all[0]).toHaveLength(32);
    const rotated = createVault({ pool, wrapping: createWrapping(two, [one]) });
    await rotated.rotate();
    const later = createVault({ pool, wrapping: createWrapping(two) });
    expect((await later.establish('system/test')).equals(all[0] as Buffer)).toBe(true);
  });
});
