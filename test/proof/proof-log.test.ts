import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createInMemoryEventStore } from '#adapters/event-store/in-memory';
import { createPostgresEventStore } from '#adapters/event-store/postgres';
import { createPool } from '#adapters/postgres';
import { hex, leafDigest, sha256 } from '#adapters/proof/digest';
import { createProofLog } from '#adapters/proof/log';
import { createHeadSigner, isSigned, loadSigningKey, parseSigningKey } from '#adapters/proof/signer';
import { fileSink, webhookSink } from '#adapters/proof/sinks';
import { createInMemorySealedStorage, type SealedStorage } from '#adapters/proof/storage';
import { createPostgresSealedStorage } from '#adapters/proof/storage-postgres';
import { signingKeyCommands } from '#commands/log/signing-key';
import { signingKeys } from '#domain/log/signing-key';
import { handoverText, publishedHeads, signedText } from '#domain/log/tree-head';
import { createCommandHandler } from '#runtime/command-handler';
import { createEventCodec } from '#runtime/event-codec';
import type { EventStore } from '#runtime/event-store';
import { uuidFrom } from '#runtime/random';
import { treeHead } from '#sagas/log/tree-head';
import { type TestDatabase, testDatabase } from '#test/support/postgres';
import { sagaStory, spec } from '#test/support/spec';
import { at } from '#test/support/world';
import { keyOf, signerOf } from './evidence-bundle-log.ts';

const clock = { now: () => at('2026-07-01T00:00:00Z') };
const digest = leafDigest(Buffer.alloc(32, 9));
const signer = signerOf(keyOf(1));
const over = (store: EventStore, storage: SealedStorage, by = signer) =>
  createProofLog({ storage, store, digest, signer: by, clock, logId: 'log' });
const ids = { correlation_id: uuidFrom('c'), causation_id: uuidFrom('c'), command_id: uuidFrom('c') };
const event = (n: number, account: number | null = 1) => ({
  id: uuidFrom('event', n),
  type: n % 2 === 0 ? 'Even' : 'Odd',
  schemaVersion: 1,
  data: { n, cost_cents: n * 7 },
  metadata: {
    ...ids,
    actor: { kind: 'system' },
    account_id: account,
    site_id: null,
    occurred_at: clock.now(),
    recorded_at: clock.now(),
  },
});

let database: TestDatabase;
let pool: pg.Pool;
let store: EventStore;
beforeAll(async () => {
  database = await testDatabase();
  pool = createPool(database.config);
  store = await createPostgresEventStore({ pool, listen: false });
  for (let n = 0; n < 1300; n += 100)
    await store.append(
      `stream-${n}`,
      'no_stream',
      Array.from({ length: 100 }, (_, i) => event(n + i, n < 500 ? 1 : 2)),
    );
});
afterAll(async () => {
  await store.close();
  await pool.end();
  await database.drop();
});

describe('the sealed log', () => {
  it('has the same root wherever it is kept, and however many seal at once', async () => {
    const kept = await createPostgresSealedStorage(pool);
    const [one, two] = [over(store, kept), over(store, await createPostgresSealedStorage(pool))];
    await Promise.all([one.head(), two.head(), one.head(), two.head()]);
    const head = await one.head();
    expect(head.size).toBe(1300);
    expect((await over(store, createInMemorySealedStorage()).head()).root_hash).toBe(head.root_hash);
    expect(await two.head()).toEqual(head);
    expect(await one.heads(5)).toContainEqual(head);
    expect(isSigned(signer.publicKey, signedText('log', head), head.signature)).toBe(true);
    expect(isSigned(signer.publicKey, signedText('another', head), head.signature)).toBe(false);
    expect(await one.runOnce()).toBe(false);
  });

  it.each<[string, () => Promise<SealedStorage>]>([
    ['PostgreSQL', () => createPostgresSealedStorage(pool)],
    ['memory', async () => createInMemorySealedStorage()],
  ])('finds events by stream, type, account and correlation, page by page (%s)', async (_, made) => {
    const log = over(store, await made());
    await log.sealThrough((await store.head()).position);
    const first = await log.entries({ accounts: [2], types: ['Odd'] }, 0, 3);
    expect(first.map(({ revision, stream }) => [stream, revision])).toEqual([
      ['stream-500', 1],
      ['stream-500', 3],
      ['stream-500', 5],
    ]);
    const [next] = await log.entries({ accounts: [2], types: ['Odd'] }, first[2]?.position ?? 0, 1);
    expect(next?.revision).toBe(7);
    expect(await log.entries({ stream: 'stream-300' }, 0, 500)).toHaveLength(100);
    expect(await log.entries({ correlation_id: uuidFrom('nothing') }, 0, 5)).toEqual([]);
    expect(await log.entries({ accounts: [] }, 0, 5)).toEqual([]);
    expect(await log.entry(uuidFrom('event', 42))).toMatchObject({ stream: 'stream-0', revision: 42, leaf_index: 42 });
    expect(await log.entry('no-uuid')).toBeNull();
    expect(await log.inclusion(uuidFrom('event', 42), 42)).toBeNull();
    expect(await log.inclusion(uuidFrom('event', 42), 9_999)).toBeNull();
    expect(await log.consistency(0, 9_999)).toBeNull();
    expect(await log.consistency(0, 5)).toEqual({ from: 0, to: 5, path: [] });
  });

  it('shows no cost in its leaves, and opens each field by itself', async () => {
    const log = over(store, createInMemorySealedStorage());
    const [one] = await store.readStream('stream-0', { from: 42, limit: 1 });
    if (!one) throw new Error('no event');
    const leaf = JSON.parse(log.leafText(one));
    expect(leaf.data).toEqual({ n: 42, cost_cents: { withheld: expect.stringMatching(/^[0-9a-f]{64}$/) } });
    const [opening] = log.openings(one);
    expect(opening).toMatchObject({ event_id: one.id, pointer: '/cost_cents', value: 294 });
    expect(digest.sha256(`${opening?.salt}\n294`)).toBe(leaf.data.cost_cents.withheld);
  });

  it('finds what was changed by hand of its own tables, without any head', async () => {
    const log = over(store, await createPostgresSealedStorage(pool));
    await log.head();
    const tables = ['leaves', 'nodes', 'state', 'tree_heads'];
    for (const table of tables) await pool.query(`CREATE TABLE kept_${table} AS TABLE proof.${table}`);
    const cases: readonly (readonly [change: string, why: RegExp])[] = [
      ['DELETE FROM proof.state', /nothing says how far the log is sealed, and there are 1300 leaves/],
      ['UPDATE proof.state SET size = 0, position = 0', /0 events are said to be sealed, and there are 1300 leaves/],
      ['UPDATE proof.state SET position = 1299', /is not where the log is said to be sealed to/],
      ['UPDATE proof.state SET position = 1301, size = 1301', /1301 events are said to be sealed/],
      ['TRUNCATE proof.leaves', /1300 events are said to be sealed, and there are 0 leaves/],
      ['DELETE FROM proof.leaves WHERE leaf_index >= 700', /there are 700 leaves/],
      ['DELETE FROM proof.leaves; UPDATE proof.state SET size = 0, position = 0', /make 0 complete subtrees/],
      [`UPDATE proof.leaves SET hash = '\\x00' WHERE leaf_index = 12`, /event .* is not what was sealed/],
      [`UPDATE proof.leaves SET hash = '\\x00'`, /is not what was sealed/],
      [`UPDATE proof.leaves SET stream = 'x' WHERE leaf_index = 3`, /has the stream x, the event stream-0/],
      ['UPDATE proof.leaves SET account_id = 7 WHERE leaf_index = 3', /has the account_id 7, the event 1/],
      ['UPDATE proof.leaves SET leaf_index = 1300 WHERE leaf_index = 5', /leaf of event .* is missing/],
      ['TRUNCATE proof.nodes', /1300 leaves make 1296 complete subtrees, and there are 0/],
      [
        `UPDATE proof.nodes SET hash = '\\x00' WHERE level = 2 AND node_index = 9`,
        /subtree 2\/9 is not what its events/,
      ],
      ['UPDATE proof.nodes SET level = 30 WHERE level = 1 AND node_index = 7', /no node 1\/7/],
      [
        `UPDATE proof.tree_heads SET root_hash = '${'ab'.repeat(32)}'`,
        /signature of the head of size \d+ does not hold/,
      ],
      [`UPDATE proof.tree_heads SET key_id = 'x'`, /names no key of the log/],
    ];
    for (const [change, why] of cases) {
      for (const statement of change.split('; ')) await pool.query(statement);
      expect(await log.verify(), change).toMatchObject({ holds: false, why: expect.stringMatching(why) });
      for (const table of tables) {
        await pool.query(`TRUNCATE proof.${table}`);
        await pool.query(`INSERT INTO proof.${table} SELECT * FROM kept_${table}`);
      }
      expect(await log.verify()).toMatchObject({ holds: true, size: 1300 });
    }
    // A table that lost its one row is filled again by nobody, and sealing says so.
    await store.append('stream-late', 'no_stream', [event(1300)]);
    await pool.query('DELETE FROM proof.state');
    await pool.query('TRUNCATE proof.leaves, proof.nodes');
    await expect(log.head()).rejects.toThrow(/is not there any more/);
    for (const table of tables) {
      await pool.query(`TRUNCATE proof.${table}`);
      await pool.query(`INSERT INTO proof.${table} SELECT * FROM kept_${table}`);
    }
    // What is not sealed yet is no harm.
    expect(await log.verify()).toMatchObject({ holds: true, size: 1301 });
    await pool.query(`DELETE FROM event_store.events WHERE position = 1301`);
  });

  it('compares kept heads of every size, and of its own log only', async () => {
    const log = over(store, createInMemorySealedStorage());
    const empty = { size: 0, root_hash: hex(sha256(Buffer.alloc(0))) };
    expect(await log.verify([empty])).toEqual({ holds: true, size: 1300, heads: 1 });
    const wrong = { ...empty, root_hash: 'ab'.repeat(32) };
    expect(await log.verify([wrong])).toMatchObject({
      holds: false,
      why: 'the root of the first 0 events is not that of the head that was kept',
    });
    const elsewhere = { ...empty, log_id: 'another' };
    expect(await log.verify([elsewhere])).toMatchObject({ holds: false, why: expect.stringContaining('another log') });
    const later = { size: 5000, root_hash: 'ab'.repeat(32) };
    expect(await log.verify([later])).toMatchObject({ holds: false, why: expect.stringContaining('ends after 1300') });
  });

  it('names the first row that was changed by hand in the database, whatever it was', async () => {
    const log = over(store, await createPostgresSealedStorage(pool));
    const kept = await log.head();
    const cases: [string, string, number][] = [
      [`data = '{"n":1}'`, 'position = 700', 699],
      [`metadata = (metadata::jsonb || '{"account_id":9}')::json`, 'position = 12', 11],
      [`type = 'Odder'`, 'position = 1300', 1299],
      [`stream = 'stream-0'`, `position = 901 AND stream = 'stream-900'`, 900],
    ];
    for (const [change, where, leaf] of cases) {
      const client = await pool.connect();
      try {
        const { rows } = await client.query(`SELECT * FROM event_store.events WHERE ${where}`);
        await client.query(`UPDATE event_store.events SET ${change} WHERE ${where}`).catch(async () => {
          // A row that may not stand twice in its stream goes to the end of it.
          await client.query(`UPDATE event_store.events SET ${change}, revision = 5000 WHERE ${where}`);
        });
        expect(await log.verify([kept])).toMatchObject({ holds: false, leaf_index: leaf });
        const was = rows[0];
        await client.query(
          'UPDATE event_store.events SET stream = $2, revision = $3, type = $4, data = $5, metadata = $6 WHERE position = $1',
          [was.position, was.stream, was.revision, was.type, JSON.stringify(was.data), JSON.stringify(was.metadata)],
        );
      } finally {
        client.release();
      }
    }
    expect(await log.verify([kept])).toMatchObject({ holds: true, size: 1300 });
    await pool.query('DELETE FROM event_store.events WHERE position = 1300');
    expect(await log.verify([kept])).toMatchObject({ holds: false, why: expect.stringContaining('ends after 1299') });
  });
});

describe('keys of the log', () => {
  const pem = () => generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

  it('come from the environment, a file, or are made once and kept', () => {
    const folder = mkdtempSync(join(tmpdir(), 'keys-'));
    const made = loadSigningKey(undefined, undefined, folder);
    expect(loadSigningKey(undefined, undefined, folder).keyId).toBe(made.keyId);
    expect(loadSigningKey(undefined, join(folder, 'proof-signing.pem'), 'elsewhere').keyId).toBe(made.keyId);
    const text = pem();
    const given = loadSigningKey(text.replaceAll('\n', '\\n'), undefined, folder);
    expect(given.keyId).toBe(parseSigningKey(text).keyId);
    const der = Buffer.from(text.replace(/-----[^-]+-----|\s/g, ''), 'base64').toString('base64');
    expect(parseSigningKey(der).keyId).toBe(given.keyId);
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
    expect(() => parseSigningKey(rsa.export({ type: 'pkcs8', format: 'pem' }).toString())).toThrow(/Ed25519/);
    expect(() => parseSigningKey('nonsense')).toThrow();
    rmSync(folder, { recursive: true });
  });

  it('are introduced once each, and the one before signs the handover where it can', async () => {
    const events = createInMemoryEventStore();
    const handler = createCommandHandler({
      store: events,
      clock,
      codec: createEventCodec({ versions: {}, upcasters: {} }),
    });
    const commands = signingKeyCommands({ handler, clock });
    const [first, second, third] = [parseSigningKey(pem()), parseSigningKey(pem()), parseSigningKey(pem())];
    await commands.introduce(first, () => null);
    await commands.introduce(first, () => null);
    const by = createHeadSigner(second, commands.keys);
    await commands.introduce(second, () => by.handover('log', first));
    await commands.introduce(third, () => null);
    const keys = await commands.keys();
    expect(keys.map(({ key_id, previous }) => [key_id, previous])).toEqual([
      [first.keyId, null],
      [second.keyId, first.keyId],
      [third.keyId, null],
    ]);
    const text = handoverText('log', first.keyId, second.keyId, second.publicKey);
    expect(isSigned(first.publicKey, text, keys[1]?.handover ?? '')).toBe(true);
    expect(keys[2]?.handover).toBeNull();
    spec(signingKeys)
      .given({ type: 'SigningKeyIntroduced', at: clock.now(), data: keyData(first) })
      .when({ type: 'Introduce', keyId: first.keyId, publicKey: first.publicKey, handover: null, now: clock.now() })
      .answers();
  });
  const keyData = ({ keyId, publicKey }: { keyId: string; publicKey: string }) => ({
    key_id: keyId,
    public_key: publicKey,
    previous: null,
    handover: null,
  });
});

describe('a head that is published', () => {
  const head = { size: 7, root_hash: 'ab'.repeat(32), issued_at: clock.now(), key_id: 'k', signature: 's' };

  it('is published once, and given to every sink', () => {
    const publish = (size: number) => ({
      type: 'Publish' as const,
      head: { ...head, size },
      logId: 'log',
      sinks: ['file', 'webhook'],
      now: clock.now(),
    });
    const { given, lived } = spec(publishedHeads);
    given()
      .when(publish(7))
      .answers({ type: 'TreeHeadPublished', data: { size: 7, log_id: 'log' } });
    given(...lived(publish(7)))
      .when(publish(7))
      .answers();
    given(...lived(publish(7)))
      .when(publish(8))
      .answers('TreeHeadPublished');
    const story = sagaStory(treeHead);
    expect(story.tell('TreeHeadPublished', { ...head, log_id: 'log', sinks: ['file', 'webhook'] })).toEqual([
      'effect publish_head_file file',
      'effect publish_head_webhook webhook',
    ]);
    expect(story.effect('file')).toMatchObject({ key: 'head-7-file', payload: { ...head, log_id: 'log' } });
    expect(story.tell('EffectSucceeded', { name: 'file', result: {} })).toEqual([]);
  });

  it('is a line of a file, once, also when it is given again', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'heads-'));
    const path = join(folder, 'kept/heads.jsonl');
    const sink = fileSink(path);
    for (const size of [7, 7, 9]) expect(await sink.publish({ ...head, size, log_id: 'log' })).toBeNull();
    const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line).size)).toEqual([7, 9]);
    expect(await fileSink(folder).publish({ ...head, log_id: 'log' })).toMatch(/could not be written/);
    rmSync(folder, { recursive: true });
  });

  it('is posted to an address, which may be away or refuse', async () => {
    const taken: { key: string | undefined; body: string }[] = [];
    let status = 200;
    const server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk) => {
        body += String(chunk);
      });
      request.on('end', () => {
        taken.push({ key: request.headers['idempotency-key'] as string | undefined, body });
        response.writeHead(status, status === 302 ? { location: 'http://127.0.0.1:1/' } : {}).end('{}');
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/heads`;
    expect(await webhookSink(url).publish({ ...head, log_id: 'log' })).toBeNull();
    expect(taken).toEqual([{ key: 'log-7', body: expect.stringContaining('"size":7') }]);
    status = 503;
    expect(await webhookSink(url).publish({ ...head, log_id: 'log' })).toBe('the receiver answered 503');
    status = 302;
    expect(await webhookSink(url).publish({ ...head, log_id: 'log' })).toMatch(/could not be reached/);
    await new Promise((resolve) => server.close(resolve));
    expect(await webhookSink(url).publish({ ...head, log_id: 'log' })).toMatch(/could not be reached/);
  });
});
