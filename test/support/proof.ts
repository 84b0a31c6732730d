import { generateKeyPairSync } from 'node:crypto';
import { createInMemoryBundles } from '#adapters/bundle-store';
import { leafDigest } from '#adapters/proof/digest';
import { createProofLog } from '#adapters/proof/log';
import { createHeadSigner, parseSigningKey } from '#adapters/proof/signer';
import { createInMemorySealedStorage } from '#adapters/proof/storage';
import { verifierFiles } from '#adapters/proof/verifier-files';
import type { ProofKey } from '#domain/log/tree-head';
import type { Clock } from '#runtime/clock';
import type { EventStore } from '#runtime/event-store';

const KEY = parseSigningKey(
  generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
);

/** A proof log in memory over that store, with a key of this run. */
export function testProof(store: EventStore, clock: Clock) {
  const { keyId: key_id, publicKey: public_key } = KEY;
  const keys: ProofKey[] = [{ key_id, public_key, since: clock.now(), previous: null, handover: null }];
  const log = createProofLog({
    storage: createInMemorySealedStorage(),
    store,
    clock,
    logId: 'test-log',
    digest: leafDigest(Buffer.alloc(32, 5)),
    signer: createHeadSigner(KEY, async () => keys),
  });
  const renderDispute = async () => new Uint8Array();
  return { log, sinks: [], bundles: createInMemoryBundles(), renderDispute, verifier: verifierFiles };
}
