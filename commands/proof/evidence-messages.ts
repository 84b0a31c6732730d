import { LARGEST_PDF } from '#domain/proof/evidence-bundle';
import { messageFileName, type SentMessage } from '#domain/proof/evidence-bundle-messages';
import type { SentFileOf } from './ports-proof.ts';

/**
 * Files of messages that a card network takes, by their names in the bundle, of at most so many bytes together. What is missing, too
 * large or altered stands in `messages.json` all the same.
 */
export const messageFilesOf =
  (sentFileOf: SentFileOf, mostBytes: number) =>
  async (account: number, messages: readonly SentMessage[]): Promise<ReadonlyMap<string, Uint8Array>> => {
    const found = new Map<string, Uint8Array>();
    let left = mostBytes;
    for (const file of messages.flatMap(({ files }) => files)) {
      const { id, size, sha256 } = file;
      const name = messageFileName(file);
      if (name === null || typeof id !== 'number' || typeof size !== 'number' || found.has(name)) continue;
      if (size > Math.min(left, LARGEST_PDF)) continue;
      const bytes = await sentFileOf(account, { id, sha256: String(sha256) });
      if (!bytes) continue;
      found.set(name, bytes);
      left -= bytes.length;
    }
    return found;
  };
