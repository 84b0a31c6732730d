import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { clientAddress } from '#adapters/event-store/kurrent/connection';
import type { EventStore, Page, RecordedEvent } from '#runtime/event-store';
import { START } from '#runtime/event-store';
import { selfSigned } from '#test/support/kurrent-server/certificate';
import { bench } from './event-store-kurrent-support.ts';
import { event, put } from './event-store-support.ts';

const { startServer, openStore, atEnd } = bench();
const stream = () => `reading-${randomUUID()}`;
/** For calls that nobody answers; nothing else in these tests takes that long. */
const SOON = 100;

/** Follows the log until `enough` says so. */
async function followed(
  store: EventStore,
  enough: (seen: RecordedEvent[], page: Page) => unknown,
  types?: Set<string>,
) {
  const stop = new AbortController();
  const seen: RecordedEvent[] = [];
  const subscription = store.subscribe({ after: START, signal: stop.signal, pageSize: 4, ...(types && { types }) });
  for await (const page of subscription) {
    seen.push(...page.events);
    if (await enough(seen, page)) stop.abort();
  }
  return seen;
}

describe('A read of KurrentDB', () => {
  it('is tried again', async () => {
    const server = await startServer();
    const store = openStore(server, { deadlineMs: SOON });
    const s = stream();
    await put(store, s, 3);
    server.faults.next('read', 'unavailable', 'hang', 'not-leader', 'hang');
    expect(await store.readStream(s)).toHaveLength(3);
  });

  it('fails where there is no server', async () => {
    const server = await startServer();
    const store = openStore(server, { maxAttempts: 3 });
    server.stop();
    const unavailable = { name: 'StoreUnavailable' };
    await expect(store.ping()).rejects.toMatchObject(unavailable);
    await expect(store.readStream('s')).rejects.toMatchObject(unavailable);
    await expect(store.append('s', 'any', [event()])).rejects.toMatchObject(unavailable);
    await expect(store.append('s', 'no_stream', [event()])).rejects.toMatchObject(unavailable);
  });

  it('leaves no call open', async () => {
    const server = await startServer();
    const store = openStore(server);
    const s = stream();
    await put(store, s, 50);
    await store.readStream(s, { limit: 2 });
    await store.readAll({ after: START, limit: 5 });
    for await (const _ of store.subscribe({ after: START, signal: new AbortController().signal, pageSize: 5 })) break;
    await vi.waitUntil(() => server.open.size === 0);
  });

  it('goes on in pages where a stream is long', async () => {
    const server = await startServer();
    const store = openStore(server);
    const s = stream();
    for (let last = -1; last < 1_499; ) last = (await put(store, s, 500, last)).revision;
    const revisions = (await store.readStream(s)).map((e) => e.revision);
    expect(revisions).toEqual([...Array(1_500).keys()]);
    const backward = await store.readStream(s, { direction: 'backward', limit: 1_200 });
    expect(backward.map((e) => e.revision)).toEqual(revisions.slice(-1_200).reverse());
  });

  it('hands on what others wrote as it is', async () => {
    const server = await startServer();
    const store = openStore(server);
    const foreign = { id: randomUUID(), type: 'Foreign', contentType: 'application/json', metadata: Buffer.from('') };
    server.log.append('foreign', 'any', [{ ...foreign, data: Buffer.from('not json') }]);
    server.log.append('foreign', 'any', [{ ...foreign, id: randomUUID(), data: Buffer.from('{"a": 1}') }]);
    const [broken, sound] = await store.readStream('foreign');
    expect(broken).toMatchObject({ schemaVersion: 1, dataText: 'not json', metadata: {} });
    expect(() => broken?.data).toThrow(SyntaxError);
    expect(sound?.data).toEqual({ a: 1 });
  });

  it('keeps what its own marks are stored beside', async () => {
    const server = await startServer();
    const store = openStore(server);
    const s = stream();
    await store.append(s, 'no_stream', [{ ...event(), schemaVersion: 7, metadata: {} }]);
    expect(await store.readStream(s)).toMatchObject([{ schemaVersion: 7, metadataText: '{}' }]);
    const taken = [{ ...event(), metadata: { '@stored': 1 } }];
    await expect(store.append(s, 0, taken)).rejects.toBeInstanceOf(TypeError);
  });
});

describe('A subscription to KurrentDB', () => {
  for (const how of ['error', 'end'] as const) {
    it(`goes on without loss or repeat when it is dropped: ${how}`, async () => {
      const server = await startServer();
      const store = openStore(server);
      const s = stream();
      await put(store, s, 30);
      let last = 29;
      const seen = await followed(store, async (seen) => {
        if (seen.length % 3 === 0) server.drop(how);
        if (last < 59) last = (await put(store, s, 5, last)).revision;
        return seen.length === 60;
      });
      expect(seen.map((e) => e.revision)).toEqual([...Array(60).keys()]);
      expect(server.calls.subscribe).toBeGreaterThan(2);
    });
  }

  it('begins again until it can', async () => {
    const server = await startServer();
    const store = openStore(server, { quietMs: 10, deadlineMs: SOON });
    await put(store, stream(), 3);
    server.faults.next('subscribe', 'unavailable', 'not-leader', 'hang', 'unavailable');
    expect(await followed(store, (seen, page) => seen.length === 3 && page.caughtUp)).toHaveLength(3);
  });

  it('finds out itself that it has caught up where the server does not say so', async () => {
    const server = await startServer({ caughtUp: false });
    const store = openStore(server, { quietMs: 10 });
    await put(store, stream(), 2);
    // The log ends with events that nobody asked for.
    const seen = await followed(store, (_, page) => page.caughtUp, new Set(['Other']));
    expect(seen).toEqual([]);
    expect(await followed(store, (_, page) => page.caughtUp)).toHaveLength(2);
  });

  it('never names a place ahead of what it has given', async () => {
    const server = await startServer();
    const store = openStore(server);
    const s = stream();
    for (let i = 0; i < 300; i++) {
      const [type, id] = [i % 7 === 0 ? 'Rare' : 'Common', randomUUID()];
      server.log.append(s, 'any', [
        { id, type, contentType: 'application/json', data: Buffer.from('{}'), metadata: Buffer.from('{}') },
      ]);
    }
    const rare = server.log.entries.filter((entry) => entry.type === 'Rare').map((entry) => Number(entry.commit));
    const moves: number[] = [];
    const seen = await followed(
      store,
      (seen, page) => {
        moves.push(page.next.position);
        expect(page.next.position).toBeLessThan(rare[seen.length] ?? Number.POSITIVE_INFINITY);
        return page.caughtUp && seen.length === rare.length;
      },
      new Set(['Rare']),
    );
    expect(seen.map((e) => e.position)).toEqual(rare);
    // The server's checkpoints count as well: a reader gets on where nothing concerns it.
    expect(moves.some((move) => !rare.includes(move))).toBe(true);
  });

  it('ends with the store', async () => {
    const server = await startServer();
    const store = openStore(server);
    expect(await followed(store, () => void store.close())).toEqual([]);
  });
});

describe('A connection to KurrentDB', () => {
  it('is encrypted and checked as the address says', async () => {
    const tls = selfSigned();
    const server = await startServer({ tls });
    const folder = mkdtempSync(join(tmpdir(), 'kurrent-'));
    atEnd(() => rmSync(folder, { recursive: true }));
    const file = join(folder, 'ca.pem');
    writeFileSync(file, tls.certificate);
    const trusted = `esdb://admin:changeit@${server.address}?tls=true&tlsCAFile=${encodeURIComponent(file)}`;
    for (const batchAppend of [true, false]) {
      const store = openStore(trusted, { batchAppend });
      expect(await store.append(stream(), 'no_stream', [event()])).toMatchObject({ revision: 0 });
      await store.ping();
    }
    const wary = openStore(`esdb://${server.address}`, { maxAttempts: 2 });
    await expect(wary.ping()).rejects.toMatchObject({ name: 'StoreUnavailable' });
  });

  it('finds the leader by gossip', async () => {
    const server = await startServer();
    const store = openStore(`kurrentdb+discover://${server.address}?tls=false`);
    await put(store, stream(), 1);
    expect(server.calls.gossip).toBeGreaterThan(0);
  });

  it('takes both names of the scheme, and never lets the client hide a refusal', () => {
    expect(clientAddress('kurrentdb://h:1/?tls=false')).toBe('esdb://h:1?tls=false');
    expect(clientAddress('kurrentdb+discover://u:p@h')).toBe('esdb+discover://u:p@h');
    expect(clientAddress('esdb://a:1,b:2?throwOnAppendFailure=false&tls=true')).toBe('esdb://a:1,b:2?tls=true');
  });
});
