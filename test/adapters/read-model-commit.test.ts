import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPool } from '#adapters/postgres';
import { createInMemoryReadModels } from '#adapters/read-model-in-memory';
import { createPostgresReadModels } from '#adapters/read-model-postgres';
import { type Place, START } from '#runtime/event-store';
import { CheckpointMoved, type Move, type ReadModelStore, type Row, RowRefused } from '#runtime/read-model';
import { type TestDatabase, testDatabase } from '#test/support/postgres';

const table = (name: string) => ({
  name,
  columns: { id: 'integer', part: 'text', amount: 'numeric', more: 'json?' } as const,
  key: ['id', 'part'],
});
const MODELS = ['one', 'two'].map((name) => ({ name, version: 1, tables: [table(`test_${name}`)] }));
const [ONE, TWO] = ['test_one', 'test_two'] as const;
const at = (position: number): Place => ({ position, checkpoint: String(position) });
const row = (id: number, amount = '1.50'): Row => ({ id, part: 'a', amount, more: { id } });
const both = (from: Place, to: Place): Move[] => MODELS.map(({ name }) => ({ name, from, to }));
const puts = (...rows: (readonly [string, Row[]])[]) => ({ put: new Map(rows), remove: new Map() });

describe.each(['PostgreSQL', 'memory'])('a page of events in %s', (kind) => {
  let database: TestDatabase | undefined;
  let pool: pg.Pool | undefined;
  let store: ReadModelStore;
  beforeAll(async () => {
    if (kind === 'PostgreSQL') {
      database = await testDatabase();
      pool = createPool(database.config);
    }
    store = pool ? createPostgresReadModels(pool) : createInMemoryReadModels();
    await store.setUp(MODELS);
  });
  afterAll(async () => {
    await pool?.end();
    await database?.drop();
  });
  const rows = (name: string) => store.tables('live').find(name, {});
  const places = async () => (await store.checkpoints('live')).map(({ place }) => place.position);

  it('puts, puts anew and removes rows of several tables, and moves every place', async () => {
    await store.commit('live', both(START, at(3)), puts([ONE, [row(1), row(2)]], [TWO, [row(1)]]), []);
    const remove = new Map([
      [ONE, [{ id: 1, part: 'a' }]],
      [TWO, [{ id: 7, part: 'a' }]],
    ]);
    await store.commit('live', both(at(3), at(4)), { put: new Map([[ONE, [row(2, '9.00')]]]), remove }, []);
    expect([await rows(ONE), await rows(TWO), await places()]).toEqual([[row(2, '9.00')], [row(1)], [4, 4]]);
  });

  it('does nothing at all where one of the places stands elsewhere', async () => {
    const moves = [
      { name: 'one', from: at(4), to: at(5) },
      { name: 'two', from: at(3), to: at(5) },
    ];
    const parked = { projection: 'one', stream: 's', revision: 0, position: 5, error: 'e' };
    const done = store.commit('live', moves, puts([ONE, [row(8)]]), [parked]);
    await expect(done).rejects.toBeInstanceOf(CheckpointMoved);
    expect([await rows(ONE), await places(), await store.parked('live')]).toEqual([[row(2, '9.00')], [4, 4], []]);
  });

  it('does nothing where a rebuild has put other rows in place of those that were remembered', async () => {
    const [one] = MODELS as [(typeof MODELS)[0]];
    await store.resetShadow(one);
    await store.commit('shadow', [{ name: 'one', from: START, to: at(4) }], puts([ONE, [row(2, '3.00')]]), []);
    await store.swap(one);
    const move = { name: 'one', from: at(4), to: at(5) };
    const generation = (await store.checkpoint('one', 'live'))?.generation ?? 0;
    const done = store.commit('live', [{ ...move, generation: generation - 1 }], puts([ONE, [row(2)]]), []);
    await expect(done).rejects.toBeInstanceOf(CheckpointMoved);
    expect(await rows(ONE)).toEqual([row(2, '3.00')]);
    await store.commit('live', [{ ...move, generation }], puts([ONE, [row(2)]]), []);
    expect([await rows(ONE), await places()]).toEqual([[row(2)], [5, 4]]);
  });

  it('notes what is parked beside the rows of the others', async () => {
    const parked = { projection: 'two', stream: 's-1', revision: 3, position: 6, error: 'a\u0000b' };
    await store.commit('live', [{ name: 'two', from: at(4), to: at(6) }], puts([TWO, [row(5)]]), [parked]);
    expect((await store.parked('live')).map(({ stream, revision }) => [stream, revision])).toEqual([['s-1', 3]]);
    expect(await rows(TWO)).toEqual([row(1), row(5)]);
  });

  it.skipIf(kind === 'memory')('says whose fault it is where the database takes no such row', async () => {
    const wrong = { ...row(9), amount: 'much' };
    const done = store.commit('live', [{ name: 'two', from: at(6), to: at(7) }], puts([TWO, [wrong]]), []);
    await expect(done).rejects.toBeInstanceOf(RowRefused);
    expect(await places()).toEqual([5, 6]);
  });
});
