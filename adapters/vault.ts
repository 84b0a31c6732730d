import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import type pg from 'pg';
import type { Vault } from '#commands/links/ports-ahrefs';
import { migrate, transaction } from './postgres.ts';
import { StartProblem } from './start-problem.ts';

export const migrateVault = (pool: pg.Pool): Promise<void> =>
  migrate(pool, [
    'CREATE SCHEMA IF NOT EXISTS vault',
    `CREATE TABLE IF NOT EXISTS vault.secrets (
       ref text PRIMARY KEY, account_id integer NOT NULL, key_id text NOT NULL, wrapped_key text NOT NULL,
       sealed text NOT NULL, created_at timestamptz NOT NULL DEFAULT now())`,
  ]);

type SecretRow = {
  readonly ref: string;
  readonly account_id: number;
  readonly key_id: string;
  readonly wrapped_key: string;
  readonly sealed: string;
};

const keyId = (key: Buffer): string => createHash('sha256').update(key).digest('hex').slice(0, 8);
const secretAad = (ref: string, account: number) => `secret|${account}|${ref}`;
const wrapAad = (ref: string, account: number, id: string) => `wrap|${account}|${ref}|${id}`;

/** Wraps keys under the process's key, which may have taken the place of earlier ones. */
export type Wrapping = {
  /** Names the present key. */
  readonly keyId: string;
  wrap(dataKey: Buffer, aad: string): string;
  /** Throws where the key that wrapped it is not known. */
  unwrap(wrapped: string, keyId: string, aad: string): Buffer;
};
export function createWrapping(key: Buffer, previous: readonly Buffer[] = []): Wrapping {
  const keys = new Map([key, ...previous].map((each) => [keyId(each), each]));
  return {
    keyId: keyId(key),
    wrap: (dataKey, aad) => seal(key, dataKey, aad),
    unwrap(wrapped, id, aad) {
      const wrapping = keys.get(id);
      if (!wrapping)
        throw new StartProblem(
          `SECRETS_KEY: what this store keeps was sealed under another key (${id}); give that one, or add it to SECRETS_KEYS_PREVIOUS`,
        );
      return open(wrapping, wrapped, aad);
    },
  };
}

/** Stands for the system itself where an account is named. */
const SYSTEM = 0;

/**
 * Envelope encryption: each secret is sealed under a data key of its own (AES-256-GCM), and that key under the process's
 * key. Both are bound to the account and the reference, so a row that is copied or moved does not open. A new process key
 * takes over by wrapping the data keys anew; what is sealed stays as it is.
 */
export function createVault(options: {
  readonly pool: pg.Pool;
  readonly wrapping: Wrapping;
}): Vault & { rotate(): Promise<number>; establish(ref: string): Promise<Buffer> } {
  const { pool, wrapping } = options;
  const present = wrapping.keyId;

  const wrap = (dataKey: Buffer, ref: string, account: number) =>
    wrapping.wrap(dataKey, wrapAad(ref, account, present));
  const unwrap = ({ ref, account_id, key_id, wrapped_key }: SecretRow): Buffer =>
    wrapping.unwrap(wrapped_key, key_id, wrapAad(ref, account_id, key_id));

  return {
    /** A key of the system itself, made once and the same ever after, whatever becomes of the process's key. */
    async establish(ref) {
      const dataKey = randomBytes(32);
      const made = seal(dataKey, randomBytes(32), secretAad(ref, SYSTEM));
      await pool.query(
        `INSERT INTO vault.secrets (ref, account_id, key_id, wrapped_key, sealed) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT DO NOTHING`,
        [ref, SYSTEM, present, wrap(dataKey, ref, SYSTEM), made],
      );
      const { rows } = await pool.query<SecretRow>('SELECT * FROM vault.secrets WHERE ref = $1', [ref]);
      const [row] = rows;
      if (!row) throw new Error(`the key ${ref} could not be kept`);
      return open(unwrap({ ...row, account_id: SYSTEM }), row.sealed, secretAad(ref, SYSTEM));
    },
    async put(ref, account, text) {
      const dataKey = randomBytes(32);
      await pool.query(
        `INSERT INTO vault.secrets (ref, account_id, key_id, wrapped_key, sealed) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (ref) DO UPDATE SET account_id = excluded.account_id, key_id = excluded.key_id,
           wrapped_key = excluded.wrapped_key, sealed = excluded.sealed`,
        [ref, account, present, wrap(dataKey, ref, account), seal(dataKey, Buffer.from(text), secretAad(ref, account))],
      );
    },
    async open(ref, account) {
      const { rows } = await pool.query<SecretRow>('SELECT * FROM vault.secrets WHERE ref = $1', [ref]);
      const [row] = rows;
      if (!row) return null;
      return open(unwrap({ ...row, account_id: account }), row.sealed, secretAad(ref, account)).toString('utf8');
    },
    async remove(ref) {
      await pool.query('DELETE FROM vault.secrets WHERE ref = $1', [ref]);
    },
    /** Wraps data keys of earlier process keys under the present one; answers how many. */
    rotate: () =>
      transaction(pool, async (client) => {
        const { rows } = await client.query<SecretRow>('SELECT * FROM vault.secrets WHERE key_id <> $1 FOR UPDATE', [
          present,
        ]);
        for (const row of rows)
          await client.query('UPDATE vault.secrets SET key_id = $2, wrapped_key = $3 WHERE ref = $1', [
            row.ref,
            present,
            wrap(unwrap(row), row.ref, row.account_id),
          ]);
        return rows.length;
      }),
  };
}

function seal(key: Buffer, plain: Buffer, aad: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(aad));
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64');
}

function open(key: Buffer, sealed: string, aad: string): Buffer {
  const bytes = Buffer.from(sealed, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12)).setAAD(Buffer.from(aad));
  decipher.setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]);
}

/** For tests and simulation. */
export function createInMemoryVault(): Vault {
  const secrets = new Map<string, { account: number; text: string }>();
  return {
    put: async (ref, account, text) => void secrets.set(ref, { account, text }),
    async open(ref, account) {
      const found = secrets.get(ref);
      if (found && found.account !== account) throw new Error('sealed for another account');
      return found?.text ?? null;
    },
    remove: async (ref) => void secrets.delete(ref),
  };
}
