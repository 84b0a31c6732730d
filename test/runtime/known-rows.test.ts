import { describe, expect, it } from 'vitest';
import { createInMemoryReadModels } from '#adapters/read-model-in-memory';
import { START } from '#runtime/event-store';
import { KnownRows } from '#runtime/known-rows';
import { CheckpointMoved, type Move, type Row } from '#runtime/read-model';

const NOTES = { name: 'notes', columns: { id: 'integer', text: 'text' }, key: ['id'] } as const;
const MODEL = { name: 'notes', version: 1, tables: [NOTES] };
const at = (position: number) => ({ position, checkpoint: String(position) });
const none = { put: new Map<string, Row[]>(), remove: new Map() };

async function world(most?: number) {
  const store = createInMemoryReadModels();
  await store.setUp([MODEL]);
  const asked: unknown[] = [];
  const live = store.tables('live');
  const counted = {
    find: live.find,
    get: (table: string, key: { readonly [column: string]: string | number }) => {
      asked.push(key['id']);
      return live.get(table, key);
    },
  };
  return { store, asked, rows: new KnownRows(counted, [NOTES], most) };
}

describe('rows that the projector knows', () => {
  it('are read once, also where there is none, and then are as they were written', async () => {
    const { asked, rows } = await world();
    expect([await rows.get('notes', { id: 1 }), await rows.get('notes', { id: 1 })]).toEqual([undefined, undefined]);
    rows.wrote({ put: new Map([['notes', [{ id: 1, text: 'a' }]]]), remove: new Map() });
    expect(await rows.get('notes', { id: 1 })).toEqual({ id: 1, text: 'a' });
    rows.wrote({ put: new Map(), remove: new Map([['notes', [{ id: 1 }]]]) });
    expect(await rows.get('notes', { id: 1 })).toBeUndefined();
    expect(asked).toEqual([1]);
    rows.forget();
    await rows.get('notes', { id: 1 });
    expect(asked).toEqual([1, 1]);
  });

  it('are not kept where all was forgotten while one was being read', async () => {
    const { asked, rows } = await world();
    const reading = rows.get('notes', { id: 1 });
    rows.forget();
    await reading;
    await rows.get('notes', { id: 1 });
    expect(asked).toEqual([1, 1]);
  });

  it('make room for newer ones', async () => {
    const { asked, rows } = await world(500);
    for (const id of [1, 2, 1, 3, 1, 2]) await rows.get('notes', { id });
    expect(asked).toEqual([1, 2, 3, 2]);
  });
});

describe('what was worked out from remembered rows', () => {
  it('is refused where a rebuild has put other rows in their place, at the very same position', async () => {
    const { store } = await world();
    const move: Move = { name: 'notes', from: START, to: at(1), generation: 0 };
    await store.resetShadow(MODEL);
    await store.swap(MODEL);
    await expect(store.commit('live', [move], none, [])).rejects.toBeInstanceOf(CheckpointMoved);
    await store.commit('live', [{ ...move, generation: 1 }], none, []);
    expect((await store.checkpoint('notes', 'live'))?.place.position).toBe(1);
  });
});
