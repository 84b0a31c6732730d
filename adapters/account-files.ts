import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import type { PersonalData } from '#commands/log/ports-personal-data';
import type { AccountFiles, ObjectStore, SentFiles } from '#commands/platform/ports-files';
import { accountSubject, ERASED, tokensIn } from '#domain/log/personal-data';

/** What was kept is not what is there: never handed on, and never taken for a file that was not kept. */
export class FileAltered extends Error {
  override readonly name = 'FileAltered';
}

const MARK = 'file:v1';
const NONCE = 12;
const TAG = 16;

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
/** What a file is sealed for: it opens under no other account and under no other name. */
const aadOf = (accountId: number, sha256: string): Buffer => Buffer.from(`${MARK}|${accountId}|${sha256}`);

type Deps = {
  readonly objects: ObjectStore;
  readonly personal: Pick<PersonalData, 'seal' | 'open' | 'keys'>;
};

/**
 * Files sealed under keys of their own, which are sealed under the account's key, the one that an erasure deletes. An account's
 * files are named by the hash of what is in them and shared with no other account.
 */
export function createAccountFiles(deps: Deps): AccountFiles {
  const files = sealedFiles(deps);
  const folder = (accountId: number) => `accounts/${idOf(accountId)}/`;
  return {
    put: async (accountId, bytes) => files.put(accountId, folder(accountId), bytes),
    get: async (accountId, sha256) => files.get(accountId, folder(accountId), sha256),
    delete: async (accountId, sha256) => files.delete(folder(accountId), sha256),
    sweep: async (accountId) => files.sweep(accountId, folder(accountId)),
  };
}

/** The same for what people send: each file by itself, so that one is deleted though another holds the same. */
export function createSentFiles(deps: Deps): SentFiles {
  const files = sealedFiles(deps);
  const all = (accountId: number) => `sent/${idOf(accountId)}/`;
  const folder = (accountId: number, fileId: number) => `${all(accountId)}${idOf(fileId)}/`;
  return {
    put: async (accountId, fileId, bytes) => files.put(accountId, folder(accountId, fileId), bytes),
    get: async (accountId, fileId, sha256) => files.get(accountId, folder(accountId, fileId), sha256),
    delete: async (accountId, fileId, sha256) => files.delete(folder(accountId, fileId), sha256),
    sweep: async (accountId) => files.sweep(accountId, all(accountId)),
  };
}

function idOf(id: number): number {
  if (!Number.isSafeInteger(id) || id < 1) throw new Error(`no account and no file: ${id}`);
  return id;
}

/** Below whichever folder they lie. */
function sealedFiles({ objects, personal }: Deps) {
  function keyOf(folder: string, sha256: string): string {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('no name of a file');
    return `${folder}${sha256}`;
  }

  async function sealed(accountId: number, sha256: string, bytes: Uint8Array): Promise<Uint8Array> {
    const key = randomBytes(32);
    const nonce = randomBytes(NONCE);
    const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(aadOf(accountId, sha256));
    const body = Buffer.concat([cipher.update(bytes), cipher.final()]);
    const token = await personal.seal({ under: accountSubject(accountId) }, key.toString('base64'));
    return Buffer.concat([Buffer.from(`${MARK} ${token}\n`), nonce, cipher.getAuthTag(), body]);
  }

  /** A token that does not open though its key is there was changed. */
  async function isErased(accountId: number, token: string): Promise<boolean> {
    const [named] = tokensIn(token);
    const keys = await personal.keys([accountSubject(accountId)]);
    return named !== undefined && !keys.some(({ generation }) => generation === named.generation);
  }

  /** Null where its key is gone. */
  async function opened(accountId: number, sha256: string, kept: Uint8Array): Promise<Uint8Array | null> {
    const all = Buffer.from(kept);
    const end = all.indexOf(0x0a);
    const [mark, token = ''] = all.subarray(0, Math.max(end, 0)).toString('utf8').split(' ');
    // Sealed under another account's key it is not this one's, wherever it lies.
    if (
      mark !== MARK ||
      !token.startsWith(`sealed:v1:${accountSubject(accountId)}:`) ||
      all.length < end + 1 + NONCE + TAG
    )
      throw new FileAltered(`file ${sha256} is not as it was kept`);
    const text = await personal.open(token);
    if (text === ERASED && (await isErased(accountId, token))) return null;
    const [nonce, tag, body] = [
      all.subarray(end + 1, end + 1 + NONCE),
      all.subarray(end + 1 + NONCE, end + 1 + NONCE + TAG),
      all.subarray(end + 1 + NONCE + TAG),
    ];
    try {
      const decipher = createDecipheriv('aes-256-gcm', Buffer.from(text, 'base64'), nonce).setAAD(
        aadOf(accountId, sha256),
      );
      decipher.setAuthTag(tag);
      const plain = Buffer.concat([decipher.update(body), decipher.final()]);
      if (sha256Of(plain) === sha256) return new Uint8Array(plain);
    } catch {
      // Said below: it does not matter which of its bytes were changed.
    }
    throw new FileAltered(`file ${sha256} is not as it was kept`);
  }

  async function get(accountId: number, folder: string, sha256: string): Promise<Uint8Array | null> {
    const kept = await objects.get(keyOf(folder, sha256));
    return kept === null ? null : opened(accountId, sha256, kept);
  }

  return {
    get,
    async put(accountId: number, folder: string, bytes: Uint8Array) {
      const sha256 = sha256Of(bytes);
      const there = await get(accountId, folder, sha256).catch((error: unknown) => {
        if (error instanceof FileAltered) return null;
        throw error;
      });
      // Sealed bytes are of no type that anybody outside should learn.
      if (there === null)
        await objects.put(keyOf(folder, sha256), await sealed(accountId, sha256, bytes), 'application/octet-stream');
      return { sha256, size: bytes.byteLength };
    },
    delete: (folder: string, sha256: string) => objects.delete(keyOf(folder, sha256)),
    async sweep(accountId: number, folder: string) {
      let gone = 0;
      for (const key of await objects.list(folder)) {
        const at = key.lastIndexOf('/') + 1;
        const isReadable = await get(accountId, key.slice(0, at), key.slice(at)).then(
          (bytes) => bytes !== null,
          (error: unknown) => {
            if (error instanceof FileAltered) return true;
            throw error;
          },
        );
        if (isReadable) continue;
        await objects.delete(key);
        gone += 1;
      }
      return gone;
    },
  };
}
