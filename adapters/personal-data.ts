import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto';
import type pg from 'pg';
import type { PersonalData } from '#commands/log/ports-personal-data';
import type { Day } from '#domain/kernel/time';
import { ERASED, type PersonalKey, replaceTokens, tokenOf, tokensIn } from '#domain/log/personal-data';
import { migrate } from './postgres.ts';
import type { Wrapping } from './vault.ts';

const migrateKeys = (pool: pg.Pool): Promise<void> =>
  migrate(pool, [
    'CREATE SCHEMA IF NOT EXISTS vault',
    `CREATE TABLE IF NOT EXISTS vault.personal_keys (
       subject text NOT NULL, generation integer NOT NULL, key_id text, wrapped_key text, keep_until date,
       created_at timestamptz NOT NULL DEFAULT now(), erased_at timestamptz, PRIMARY KEY (subject, generation))`,
    'CREATE INDEX IF NOT EXISTS personal_keys_kept ON vault.personal_keys (keep_until) WHERE wrapped_key IS NOT NULL',
  ]);

/** Keys kept in memory; the oldest go first. */
const MOST_CACHED = 20_000;
const named = ({ subject, generation }: PersonalKey): string => `${subject}:${generation}`;

type Keys = {
  /** The key that new text is sealed under. */
  current(subject: string, keepUntil: Day | null): Promise<PersonalKey & { readonly key: Buffer }>;
  load(keys: readonly PersonalKey[]): Promise<ReadonlyMap<string, Buffer>>;
};

/** The subject of an e-mail address: it names nobody who has not the key. */
const addressSubject = (indexKey: Buffer, address: string): string =>
  `address-${createHmac('sha256', indexKey).update(address.trim().toLowerCase()).digest('hex').slice(0, 32)}`;

function sealing(keys: Keys, indexKey: Buffer, forgetting: Pick<PersonalData, 'forget'>) {
  return {
    ...forgetting,
    addressSubject: (address) => addressSubject(indexKey, address),
    async seal({ under }, text, keepUntil) {
      const subject = under === 'address' ? addressSubject(indexKey, text) : under;
      const { key, generation } = await keys.current(subject, keepUntil ?? null);
      return tokenOf({ subject, generation }, sealedText(key, named({ subject, generation }), text));
    },
    async open(text, write = (plain) => plain) {
      const tokens = tokensIn(text);
      if (tokens.length === 0) return text;
      const known = await keys.load(tokens);
      return replaceTokens(text, (token) => {
        const key = known.get(named(token));
        return write(key ? (openedText(key, named(token), token.sealed) ?? ERASED) : ERASED);
      });
    },
  } satisfies Pick<PersonalData, 'seal' | 'open' | 'forget' | 'addressSubject'>;
}

/** One key a subject and generation, wrapped under the process's key; deleted, a row stays that says so. */
export async function createPersonalData(options: {
  readonly pool: pg.Pool;
  readonly wrapping: Wrapping;
  /** What subjects of e-mail addresses are named by; the same for as long as the store lives. */
  readonly indexKey: Buffer;
}): Promise<PersonalData & { rotate(): Promise<number> }> {
  const { pool, wrapping, indexKey } = options;
  await migrateKeys(pool);
  const cache = new Map<string, Buffer | null>();
  const live = new Map<string, number>();
  const remember = (name: string, key: Buffer | null) => {
    cache.set(name, key);
    for (const oldest of cache.keys()) {
      if (cache.size <= MOST_CACHED) break;
      cache.delete(oldest);
    }
  };
  type KeyRow = PersonalKey & { readonly key_id: string | null; readonly wrapped_key: string | null };
  const unwrapped = (row: KeyRow): Buffer | null =>
    row.wrapped_key === null || row.key_id === null
      ? null
      : wrapping.unwrap(row.wrapped_key, row.key_id, `person|${named(row)}`);

  const load: Keys['load'] = async (wanted) => {
    const names = [...new Map(wanted.map((each) => [named(each), each])).entries()];
    const missing = names.filter(([name]) => !cache.has(name)).map(([, each]) => each);
    if (missing.length > 0) {
      const { rows } = await pool.query<KeyRow>(
        `SELECT k.* FROM vault.personal_keys k JOIN unnest($1::text[], $2::integer[]) w (subject, generation)
         ON k.subject = w.subject AND k.generation = w.generation`,
        [missing.map(({ subject }) => subject), missing.map(({ generation }) => generation)],
      );
      for (const each of missing) remember(named(each), null);
      for (const row of rows) remember(named(row), unwrapped(row));
    }
    return new Map(names.flatMap(([name]) => (cache.get(name) ? [[name, cache.get(name) as Buffer]] : [])));
  };

  const current: Keys['current'] = async (subject, keepUntil) => {
    const generation = live.get(subject);
    const cached = generation === undefined ? undefined : cache.get(named({ subject, generation }));
    if (cached && generation !== undefined) return { subject, generation, key: cached };
    for (;;) {
      const { rows } = await pool.query<KeyRow>(
        'SELECT * FROM vault.personal_keys WHERE subject = $1 ORDER BY generation DESC LIMIT 1',
        [subject],
      );
      const [newest] = rows;
      const key = newest ? unwrapped(newest) : null;
      if (newest && key) {
        remember(named(newest), key);
        live.set(subject, newest.generation);
        if (live.size > MOST_CACHED) live.clear();
        return { subject, generation: newest.generation, key };
      }
      const next = { subject, generation: (newest?.generation ?? 0) + 1 };
      await pool.query(
        `INSERT INTO vault.personal_keys (subject, generation, key_id, wrapped_key, keep_until)
         VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING`,
        [subject, next.generation, wrapping.keyId, wrapping.wrap(randomBytes(32), `person|${named(next)}`), keepUntil],
      );
    }
  };

  const forget = (keys: readonly PersonalKey[]) => {
    for (const each of keys) {
      cache.delete(named(each));
      live.delete(each.subject);
    }
  };

  return {
    ...sealing({ current, load }, indexKey, { forget }),
    async keys(subjects) {
      const { rows } = await pool.query<PersonalKey>(
        `SELECT subject, generation FROM vault.personal_keys
         WHERE subject = ANY($1) AND wrapped_key IS NOT NULL ORDER BY subject, generation`,
        [subjects],
      );
      return rows;
    },
    async erase(keys) {
      await pool.query(
        `UPDATE vault.personal_keys k SET wrapped_key = NULL, key_id = NULL, erased_at = coalesce(erased_at, now())
         FROM unnest($1::text[], $2::integer[]) w (subject, generation)
         WHERE k.subject = w.subject AND k.generation = w.generation`,
        [keys.map(({ subject }) => subject), keys.map(({ generation }) => generation)],
      );
      forget(keys);
    },
    async keep(keys, until) {
      await pool.query(
        `UPDATE vault.personal_keys k SET keep_until = $3
         FROM unnest($1::text[], $2::integer[]) w (subject, generation)
         WHERE k.subject = w.subject AND k.generation = w.generation`,
        [keys.map(({ subject }) => subject), keys.map(({ generation }) => generation), until],
      );
    },
    async expired(today) {
      const { rows } = await pool.query<PersonalKey>(
        `SELECT subject, generation FROM vault.personal_keys
         WHERE keep_until < $1 AND wrapped_key IS NOT NULL ORDER BY keep_until, subject LIMIT 1000`,
        [today],
      );
      return rows;
    },
    async keptUntil(subjects) {
      const { rows } = await pool.query<PersonalKey & { until: Day }>(
        `SELECT subject, generation, keep_until AS until FROM vault.personal_keys
         WHERE subject = ANY($1) AND keep_until IS NOT NULL AND wrapped_key IS NOT NULL ORDER BY keep_until`,
        [subjects],
      );
      return rows;
    },
    /** Wraps keys of earlier process keys under the present one; answers how many. */
    async rotate() {
      const { rows } = await pool.query<KeyRow>(
        'SELECT * FROM vault.personal_keys WHERE wrapped_key IS NOT NULL AND key_id <> $1',
        [wrapping.keyId],
      );
      let count = 0;
      for (const row of rows) {
        const key = unwrapped(row);
        if (!key) continue;
        const { rowCount } = await pool.query(
          `UPDATE vault.personal_keys SET key_id = $3, wrapped_key = $4
           WHERE subject = $1 AND generation = $2 AND wrapped_key = $5`,
          [row.subject, row.generation, wrapping.keyId, wrapping.wrap(key, `person|${named(row)}`), row.wrapped_key],
        );
        count += rowCount ?? 0;
      }
      return count;
    },
  };
}

/** For tests and simulation: keys follow from their names, and what was erased is known. */
export function createInMemoryPersonalData(): PersonalData {
  const erased = new Set<string>();
  const until = new Map<string, Day>();
  const made = new Map<string, number>();
  const keyOf = (each: PersonalKey) => createHash('sha256').update(named(each)).digest();
  const generationOf = (subject: string): number => {
    let generation = Math.max(1, made.get(subject) ?? 1);
    while (erased.has(named({ subject, generation }))) generation += 1;
    return generation;
  };
  const there = (subject: string): PersonalKey[] => {
    const generation = made.get(subject);
    const key = generation === undefined ? null : { subject, generation };
    return key && !erased.has(named(key)) ? [key] : [];
  };
  return {
    ...sealing(
      {
        async current(subject, keepUntil) {
          const key = { subject, generation: generationOf(subject) };
          made.set(subject, key.generation);
          if (keepUntil !== null) until.set(named(key), keepUntil);
          return { ...key, key: keyOf(key) };
        },
        load: async (keys) =>
          new Map(keys.filter((key) => !erased.has(named(key))).map((key) => [named(key), keyOf(key)])),
      },
      Buffer.from('index'),
      { forget: () => undefined },
    ),
    keys: async (subjects) => subjects.flatMap(there),
    erase: async (keys) => {
      for (const key of keys) erased.add(named(key));
    },
    keep: async (keys, day) => {
      for (const key of keys) until.set(named(key), day);
    },
    expired: async (today) => [...made.keys()].flatMap(there).filter((key) => (until.get(named(key)) ?? today) < today),
    keptUntil: async (subjects) =>
      subjects.flatMap(there).flatMap((key) => {
        const day = until.get(named(key));
        return day === undefined ? [] : [{ ...key, until: day }];
      }),
  };
}

/** AES-256-GCM with a nonce that follows from the text (so that the same text is the same token), bound to key and generation. */
function sealedText(key: Buffer, name: string, text: string): string {
  const nonce = derived(key, 'nonce').update(`${name}\n${text}`).digest().subarray(0, 12);
  const cipher = createCipheriv('aes-256-gcm', derived(key, 'seal').digest(), nonce).setAAD(Buffer.from(name));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
}

/** Null for what was not sealed under that key and name. */
function openedText(key: Buffer, name: string, sealed: string): string | null {
  const bytes = Buffer.from(sealed, 'base64url');
  if (bytes.length < 28) return null;
  try {
    const decipher = createDecipheriv('aes-256-gcm', derived(key, 'seal').digest(), bytes.subarray(0, 12));
    decipher.setAAD(Buffer.from(name)).setAuthTag(bytes.subarray(12, 28));
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}
const derived = (key: Buffer, purpose: string) => createHmac('sha256', key).update(`${purpose}\n`);
