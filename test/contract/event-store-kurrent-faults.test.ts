import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Fault } from '#test/support/kurrent-server/faults';
import { bench } from './event-store-kurrent-support.ts';
import { event, put } from './event-store-support.ts';

const { startServer, openStore } = bench();
const stream = () => `faults-${randomUUID()}`;
/** For calls that nobody answers; nothing else in these tests takes that long. */
const SOON = 100;

for (const batchAppend of [false, true]) {
  describe(`An append to KurrentDB ${batchAppend ? 'over the batch append stream' : 'over the append call'}`, () => {
    const setUp = async (options = {}) => {
      const server = await startServer();
      return { server, store: openStore(server, { batchAppend, ...options }) };
    };

    it('uses that call', async () => {
      const { server, store } = await setUp();
      await put(store, stream(), 1);
      expect(server.calls).toMatchObject(batchAppend ? { append: 0, batchAppend: 1 } : { append: 1, batchAppend: 0 });
    });

    for (const fault of ['unavailable', 'lose-reply', 'swallow', 'hang', 'half-close'] as const satisfies Fault[]) {
      for (const expected of ['no_stream', 0, 'any'] as const) {
        it(`is written once: ${fault}, expected ${expected}`, async () => {
          const { server, store } = await setUp({ deadlineMs: SOON });
          const s = stream();
          const earlier = expected === 'no_stream' ? 0 : 1;
          await put(store, s, earlier);
          const events = [event(), event()];
          server.faults.next('append', fault, fault);
          const result = await store.append(s, expected, events);
          expect(result).toMatchObject({ revision: earlier + 1, repeated: false });
          const ids = server.log.stream(s).map((entry) => entry.id);
          expect(ids.slice(earlier)).toEqual(events.map((e) => e.id));
          expect(await store.append(s, expected, events)).toEqual({ ...result, repeated: true });
        });
      }
    }

    it('gives up after a bounded number of attempts, and may be repeated', async () => {
      const { server, store } = await setUp({ deadlineMs: 3 * SOON, maxAttempts: 2 });
      const s = stream();
      const events = [event()];
      server.faults.next('append', 'hang', 'swallow');
      await expect(store.append(s, 'no_stream', events)).rejects.toMatchObject({ name: 'StoreUnavailable' });
      expect(await store.append(s, 'no_stream', events)).toMatchObject({ revision: 0, repeated: true });
      expect(server.log.stream(s)).toHaveLength(1);
    });

    it('takes others with it neither into failure nor into a second copy', async () => {
      const { server, store } = await setUp({ deadlineMs: SOON });
      const appends = Array.from({ length: 20 }, () => ({ s: stream(), events: [event(), event()] }));
      server.faults.next('append', 'lose-reply', 'swallow', 'hang', 'unavailable', 'half-close', 'swallow');
      const results = await Promise.all(appends.map(({ s, events }) => store.append(s, 'no_stream', events)));
      for (const result of results) expect(result).toMatchObject({ revision: 1, repeated: false });
      for (const { s, events } of appends)
        expect(server.log.stream(s).map((entry) => entry.id)).toEqual(events.map((e) => e.id));
    });

    it('goes to the leader', async () => {
      const leader = await startServer();
      const follower = await startServer({ log: leader.log, leader: { host: '127.0.0.1', port: leader.port } });
      const store = openStore(follower, { batchAppend });
      const s = stream();
      expect(await store.append(s, 'no_stream', [event()])).toMatchObject({ revision: 0, repeated: false });
      expect(await store.readStream(s)).toHaveLength(1);
      expect(leader.calls.append + leader.calls.batchAppend).toBe(1);
    });

    it('over the limit of the server is too large, and nothing is written', async () => {
      const { server, store } = await setUp();
      server.log.maxAppendBytes = 1_000;
      const s = stream();
      const large = [{ ...event(), data: { text: 'x'.repeat(1_000) } }];
      await expect(store.append(s, 'no_stream', large)).rejects.toMatchObject({ name: 'EventTooLarge' });
      expect(server.log.stream(s)).toEqual([]);
      expect(await store.append(s, 'no_stream', [event()])).toMatchObject({ revision: 0 });
    });

    it('refuses what JSON cannot carry before the client sees it', async () => {
      const { server, store } = await setUp();
      for (const value of [1n, undefined, Number.NaN]) {
        const bad = { ...event(), data: { value } as never };
        await expect(store.append(stream(), 'any', [bad])).rejects.toBeInstanceOf(TypeError);
      }
      expect(server.calls).toMatchObject({ append: 0, batchAppend: 0 });
    });

    it('tells a repeat, and other content under the same ids, also after another process', async () => {
      const { server, store } = await setUp();
      const other = openStore(server, { batchAppend });
      const s = stream();
      const one = event();
      const first = await other.append(s, 'no_stream', [one]);
      expect(await store.append(s, 'no_stream', [one])).toEqual({ ...first, repeated: true });
      const conflict = { name: 'WrongExpectedRevision', actual: 0 };
      await expect(store.append(s, 'no_stream', [{ ...one, data: {} }])).rejects.toMatchObject(conflict);
      await expect(store.append(s, 'any', [{ ...one, data: {} }])).rejects.toMatchObject(conflict);
      await expect(store.append(s, 0, [one])).rejects.toMatchObject(conflict);
    });

    it('at its close in time is drained', async () => {
      const { server, store } = await setUp({ closeMs: 10_000 });
      const s = stream();
      const append = store.append(s, 'no_stream', [event()]);
      await store.close();
      expect(await append).toMatchObject({ revision: 0 });
      expect(server.log.stream(s)).toHaveLength(1);
      await expect(store.append(s, 0, [event()])).rejects.toMatchObject({ name: 'StoreUnavailable' });
    });

    it('that nobody answers does not hold up the close', async () => {
      const { server, store } = await setUp({ deadlineMs: 60_000, closeMs: SOON });
      server.faults.next('append', 'hang');
      const append = store.append(stream(), 'no_stream', [event()]);
      const refused = expect(append).rejects.toMatchObject({ name: 'StoreUnavailable' });
      await store.close();
      await refused;
    });
  });
}

it('An append to a server without batch append goes over the append call', async () => {
  const server = await startServer({ batchAppend: false });
  const store = openStore(server, { batchAppend: true });
  await put(store, stream(), 2);
  expect(server.calls).toMatchObject({ append: 1, batchAppend: 0, features: 1 });
});
