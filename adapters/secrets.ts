import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { keptFile } from './kept-file.ts';

/** What seals secrets at rest, and what secrets of ours are derived from. */
export type Secrets = {
  /** AES-256-GCM under a nonce of its own; `purpose` must be the same to open it. */
  cipher(purpose: string): { seal(text: string): string; open(sealed: string): string };
  /** The key itself, for what wraps keys of its own. */
  readonly key: Buffer;
  /** 32 bytes that follow from the key and these parts. */
  derive(...parts: readonly string[]): Buffer;
};

/** The key from SECRETS_KEY, or one that is made once and kept in the data folder for its owner alone. */
export function loadSecrets(given: string | undefined, dataDir: string): Secrets {
  const kept = () => keptFile(join(dataDir, 'secrets.key'), () => `${randomBytes(32).toString('base64')}\n`);
  const key = Buffer.from((given ?? kept()).trim(), 'base64');
  if (key.byteLength !== 32) throw new Error('SECRETS_KEY must be 32 bytes as base64');
  return {
    key,
    derive: (...parts) => createHmac('sha256', key).update(JSON.stringify(parts)).digest(),
    cipher: (purpose) => ({
      seal(text) {
        const nonce = randomBytes(12);
        const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(purpose));
        const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
        return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64');
      },
      open(text) {
        const bytes = Buffer.from(text, 'base64');
        const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12)).setAAD(Buffer.from(purpose));
        decipher.setAuthTag(bytes.subarray(12, 28));
        return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
      },
    }),
  };
}
