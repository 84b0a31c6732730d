import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { keptFile } from '#adapters/kept-file';
import type { ProofKey, TreeHead } from '#domain/log/tree-head';
import { handoverText, signedText } from '#domain/log/tree-head';

export type SigningKey = { readonly keyId: string; readonly publicKey: string; readonly private: KeyObject };
export type HeadSigner = {
  readonly keyId: string;
  readonly publicKey: string;
  sign(log: string, head: Pick<TreeHead, 'size' | 'root_hash' | 'issued_at'>): TreeHead;
  signText(text: string): { readonly key_id: string; readonly signature: string };
  /** The signature of `previous` over its handing over to this key. */
  handover(log: string, previous: SigningKey): string;
  keys(): Promise<readonly ProofKey[]>;
};

/** The first 16 hex digits of the SHA-256 of the public key's DER. */
const keyIdOf = (der: Buffer): string => createHash('sha256').update(der).digest('hex').slice(0, 16);

function signingKey(key: KeyObject): SigningKey {
  if (key.asymmetricKeyType !== 'ed25519') throw new Error('the signing key must be an Ed25519 private key');
  const der = createPublicKey(key).export({ type: 'spki', format: 'der' });
  return { keyId: keyIdOf(der), publicKey: der.toString('base64'), private: key };
}

/** A private key as PEM, or its PKCS #8 DER as base64. Throws where it is neither. */
export function parseSigningKey(text: string): SigningKey {
  const given = text.trim();
  return signingKey(
    given.startsWith('-----')
      ? createPrivateKey(given.replaceAll('\\n', '\n'))
      : createPrivateKey({ key: Buffer.from(given, 'base64'), format: 'der', type: 'pkcs8' }),
  );
}

/** The key from the environment, from the named file, or one that is made once and kept in the data folder for its owner alone. */
export function loadSigningKey(given: string | undefined, file: string | undefined, dataDir: string): SigningKey {
  if (given !== undefined) return parseSigningKey(given);
  if (file !== undefined) return parseSigningKey(readFileSync(file, 'utf8'));
  const made = () => generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  return parseSigningKey(keptFile(join(dataDir, 'proof-signing.pem'), made));
}

const signText = (key: SigningKey, text: string): string =>
  sign(null, Buffer.from(text), key.private).toString('base64');

export const createHeadSigner = (key: SigningKey, keys: () => Promise<readonly ProofKey[]>): HeadSigner => ({
  keyId: key.keyId,
  publicKey: key.publicKey,
  keys,
  sign(log, head) {
    const unsigned = { ...head, key_id: key.keyId };
    return { ...unsigned, signature: signText(key, signedText(log, unsigned)) };
  },
  signText: (text) => ({ key_id: key.keyId, signature: signText(key, text) }),
  handover: (log, previous) => signText(previous, handoverText(log, previous.keyId, key.keyId, key.publicKey)),
});

/** Whether a text was signed by that public key (SPKI DER, base64). */
export function isSigned(publicKey: string, text: string, signature: string): boolean {
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' });
    return (
      key.asymmetricKeyType === 'ed25519' && verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64'))
    );
  } catch {
    return false;
  }
}
export const keyIdOfPublic = (publicKey: string): string => keyIdOf(Buffer.from(publicKey, 'base64'));
