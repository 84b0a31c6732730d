import { createHash, createHmac, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import type { SignInSecrets } from '#commands/platform/ports-sign-in';
import type { ShareSecrets } from '#commands/reports/ports-reports';

/** RFC 7914's cost of an interactive log-in: some 16 MiB and a few dozen milliseconds a try. */
const COST = { N: 16_384, r: 8, p: 1 } as const;
const SALT = 16;
const LENGTH = 32;

/** Tokens and passwords of shares. A token follows from its key, so that whatever repeats a command gives the same one. */
export const createShareSecrets = (key: Buffer): ShareSecrets => ({
  token: (of) => createHmac('sha256', key).update(of).digest('base64url'),
  hash: (token) => createHash('sha256').update(token).digest('hex'),
  async hashPassword(password) {
    const salt = randomBytes(SALT);
    return `scrypt:${COST.N}:${salt.toString('base64url')}:${(await derived(password, salt, COST.N)).toString('base64url')}`;
  },
  async isPassword(password, hash) {
    const [kind, cost = '', salt = '', right = ''] = hash.split(':');
    if (kind !== 'scrypt') return false;
    const expected = Buffer.from(right, 'base64url');
    const given = await derived(password, Buffer.from(salt, 'base64url'), Number(cost));
    return given.length === expected.length && timingSafeEqual(given, expected);
  },
});

/** Secrets of links to sign in by, made anew whenever a mail is. */
export const createSignInSecrets = (key: Buffer): SignInSecrets => ({
  of: (text) => createHmac('sha256', key).update(text).digest('base64url'),
});

const derived = (password: string, salt: Buffer, N: number): Promise<Buffer> =>
  new Promise((resolve, reject) =>
    scrypt(password.normalize('NFKC'), salt, LENGTH, { ...COST, N }, (error, key) =>
      error ? reject(error) : resolve(key),
    ),
  );
