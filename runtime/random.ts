import { createHash, randomBytes, randomUUID } from 'node:crypto';

/** The one source of chance of the process. */
export type Random = {
  /** A fresh version 4 UUID. */
  uuid(): string;
  /** That many random bytes as base64url text; for secrets. */
  secret(bytes: number): string;
};

export const systemRandom: Random = {
  uuid: () => randomUUID(),
  secret: (bytes) => randomBytes(bytes).toString('base64url'),
};

/**
 * A UUID that follows from its parts, so that whatever repeats an intent after a crash gives it
 * the same name again. Version 8 (RFC 9562) over SHA-256.
 */
export function uuidFrom(...parts: readonly (string | number)[]): string {
  const hash = createHash('sha256').update(JSON.stringify(parts)).digest('hex');
  const variant = ((Number.parseInt(hash.slice(16, 18), 16) & 0x3f) | 0x80).toString(16);
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-${variant}${hash.slice(18, 20)}-${hash.slice(20, 32)}`;
}

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
