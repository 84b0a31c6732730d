import { describe, expect, it } from 'vitest';
import type { ReadModelProgress } from '#api/http/deps';
import { Problem } from '#api/http/problem';
import { httpWorld } from './http-world.ts';

const NOTES = '/api/v1/demo/notes/';

/** Read models that answer as the test says; they have got nowhere unless it says so. */
const lagging = (progress: Partial<ReadModelProgress>): { readonly readModels: ReadModelProgress } => ({
  readModels: { waitFor: async () => true, position: () => 3, ...progress },
});

describe('what a command looks up', () => {
  it('is looked up once more before it is said not to be there', async () => {
    const asked: number[] = [];
    const world = httpWorld(
      lagging({
        sinceThen: async (since) => {
          asked.push(since);
          world.notes.set(5, { id: 5, account_id: 10, text: 'just made' });
          return 'caught_up';
        },
      }),
    );
    expect((await world.call('DELETE', `${NOTES}5/`, { as: 'admin' })).status).toBe(204);
    expect(asked).toEqual([3]);
  });

  it('is not there where it was not there although everything was to be seen', async () => {
    const world = httpWorld(lagging({ sinceThen: async () => 'complete' }));
    expect((await world.call('DELETE', `${NOTES}5/`, { as: 'admin' })).status).toBe(404);
  });

  it.each(['DELETE', 'PATCH'])('puts %s off where it cannot be seen in time', async (method) => {
    const world = httpWorld(lagging({ sinceThen: async () => 'behind' }));
    const answer = await world.call(method, `${NOTES}5/`, {
      as: 'admin',
      ...(method === 'PATCH' ? { body: { text: 'x' } } : {}),
    });
    expect(answer).toMatchObject({ status: 503, json: { code: 'not_yet_visible' } });
    expect(answer.headers.get('retry-after')).toBe('1');
  });

  it('is waited for before it is decided, by who may decide it', async () => {
    const world = httpWorld(lagging({ fresh: async () => false, sinceThen: async () => 'complete' }));
    expect((await world.call('DELETE', `${NOTES}1/`, { as: 'admin' })).status).toBe(503);
    expect((await world.call('DELETE', `${NOTES}1/`, { as: 'client' })).status).toBe(403);
    expect((await world.call('GET', `${NOTES}1/`, { as: 'admin' })).status).toBe(200);
    expect(world.notes.has(1)).toBe(true);
  });

  it('keeps no answer under a key that is not about the command', async () => {
    let known: 'behind' | 'complete' = 'behind';
    const world = httpWorld(lagging({ sinceThen: async () => known }));
    const sent = { as: 'admin' as const, body: { text: 'x' }, headers: { 'Idempotency-Key': 'k' } };
    world.hold(async () => {
      throw new Problem('invalid_values', 'the account is not known');
    });
    expect((await world.call('POST', NOTES, sent)).status).toBe(503);
    world.hold(undefined);
    known = 'complete';
    const done = await world.call('POST', NOTES, sent);
    expect(done.status).toBe(201);
    expect(done.headers.get('idempotency-replayed')).toBeNull();
    expect(world.runs.map(({ commandId }) => commandId)).toEqual([world.runs[0]?.commandId, world.runs[0]?.commandId]);
  });

  it('keeps no answer that says when to ask again', async () => {
    const world = httpWorld();
    const sent = { as: 'admin' as const, body: { text: 'x' }, headers: { 'Idempotency-Key': 'k' } };
    world.hold(async () => {
      throw new Problem('invalid_state', 'it is being released', {}, { 'Retry-After': '2' });
    });
    expect((await world.call('POST', NOTES, sent)).status).toBe(409);
    world.hold(undefined);
    expect((await world.call('POST', NOTES, sent)).status).toBe(201);
  });
});
