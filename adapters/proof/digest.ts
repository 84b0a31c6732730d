import { createHash, createHmac } from 'node:crypto';
import type { LeafDigest } from '#domain/log/event-leaf';
import type { Bytes } from '#domain/log/merkle';

export const sha256 = (bytes: Bytes): Bytes => createHash('sha256').update(bytes).digest();
export const sha256Hex = (text: string | Bytes): string => createHash('sha256').update(text).digest('hex');
export const hex = (bytes: Bytes): string => Buffer.from(bytes).toString('hex');
export const unhex = (text: string): Bytes => Buffer.from(text, 'hex');
export const utf8 = (text: string): Bytes => Buffer.from(text, 'utf8');

/** Salts follow from one secret key, so that none is stored and each opens one field only. */
export const leafDigest = (saltKey: Buffer): LeafDigest => ({
  sha256: sha256Hex,
  salt: (eventId, pointer) => createHmac('sha256', saltKey).update(`${eventId}|${pointer}`).digest('hex'),
});
