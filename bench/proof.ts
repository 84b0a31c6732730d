import { createHash, generateKeyPairSync } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '#adapters/embedded-postgres';
import { createPostgresEventStore } from '#adapters/event-store/postgres';
import { createPool } from '#adapters/postgres';
import { leafDigest, sha256 } from '#adapters/proof/digest';
import { createProofLog } from '#adapters/proof/log';
import { createHeadSigner, parseSigningKey } from '#adapters/proof/signer';
import { createPostgresSealedStorage } from '#adapters/proof/storage-postgres';
import { includes } from '#domain/log/merkle';
import { systemClock } from '#runtime/clock';
import { START } from '#runtime/event-store';
import { rate, sample } from './measure.ts';

/** Sealing and proving, beside plain SHA-256 over the same bytes and the store's own chain in the same run. */
const EVENTS = process.argv.includes('--quick') ? 5_000 : 50_000;
const PROOFS = 2_000;

const dataDir = mkdtempSync(join(tmpdir(), 'bench-proof-'));
chmodSync(dataDir, 0o755);
const database = await startEmbeddedPostgres({ dataDir, note: () => undefined });
const pool = createPool(database.config);
const store = await createPostgresEventStore({ pool, listen: false });
const figures: [string, number][] = [];
const note = (name: string, value: number) => figures.push([name, value]);
try {
  for (let n = 0; n < EVENTS; n += 500)
    await store.append(`order-${n}`, 'no_stream', Array.from({ length: Math.min(500, EVENTS - n) }, sample));
  const each = async (work: (text: string) => void): Promise<number> => {
    let [after, done] = [START, 0];
    for (;;) {
      const page = await store.readAll({ after, limit: 1000 });
      for (const event of page.events) work(`${event.dataText}\n${event.metadataText}`);
      done += page.events.length;
      after = page.next;
      if (page.caughtUp) return done;
    }
  };
  note(
    'read, and SHA-256 of each event’s bytes',
    await rate(() => each((text) => createHash('sha256').update(text).digest())),
  );
  const key = parseSigningKey(
    generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  );
  const log = createProofLog({
    storage: await createPostgresSealedStorage(pool),
    store,
    clock: systemClock,
    logId: 'bench',
    digest: leafDigest(Buffer.alloc(32, 1)),
    signer: createHeadSigner(key, async () => []),
  });
  note(
    'seal (leaves, subtrees, rows)',
    await rate(async () => {
      await log.sealThrough((await store.head()).position);
      return EVENTS;
    }),
  );
  const head = await log.head();
  note(
    'verify every leaf and an older head',
    await rate(async () => {
      const verdict = await log.verify([head]);
      return verdict.holds ? verdict.size : 0;
    }),
  );
  note(
    'verifyChain of the store',
    await rate(async () => {
      await store.verifyChain();
      return EVENTS;
    }),
  );
  const root = Buffer.from(head.root_hash, 'hex');
  const entries = await log.entries({}, 0, PROOFS);
  const proofs: Awaited<ReturnType<typeof log.inclusion>>[] = [];
  note(
    'make inclusion proofs',
    await rate(async () => {
      for (let n = 0; n < entries.length; n += 50)
        proofs.push(
          ...(await Promise.all(entries.slice(n, n + 50).map(({ event_id }) => log.inclusion(event_id, head.size)))),
        );
      return proofs.length;
    }),
  );
  note(
    'check inclusion proofs',
    await rate(async () => {
      let held = 0;
      for (const proof of proofs)
        if (
          proof &&
          includes(
            sha256,
            Buffer.from(proof.leaf_hash, 'hex'),
            proof.leaf_index,
            head.size,
            proof.path.map((hash) => Buffer.from(hash, 'hex')),
            root,
          )
        )
          held += 1;
      return held;
    }),
  );
  const reference = figures[0]?.[1] ?? 1;
  console.log(`${EVENTS} events, each about 450 bytes\n`);
  for (const [name, value] of figures)
    console.log(
      `${name.padEnd(44)} ${Math.round(value).toLocaleString('en').padStart(9)}/s   ${(value / reference).toFixed(2)} of the first`,
    );
} finally {
  await store.close();
  await pool.end();
  await database.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
