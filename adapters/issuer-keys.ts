import { createLocalJWKSet, errors, type JWTVerifyGetKey } from 'jose';
import { type Instant, plusMinutes } from '#domain/kernel/time';
import { StoreUnavailable } from '#runtime/event-store';

export type IssuerKeysOptions = {
  readonly issuer: string;
  /** By default what the issuer's OpenID configuration names. */
  readonly jwksUrl?: string | undefined;
  /** What the waits between readings are counted by. */
  readonly clock: { now(): Instant };
  readonly fetch?: typeof fetch | undefined;
};

/** Keys that are older are read anew beside the next question; those that are there go on being used meanwhile. */
const OLD_AFTER_MINUTES = 10;
/** A key that is not among those known causes a reading once in so many minutes: anybody can name one. */
const UNKNOWN_ONCE_IN_MINUTES = 1;
const TIMEOUT_MS = 5_000;
const MAX_CHARACTERS = 1024 * 1024;

type KeySet = ReturnType<typeof createLocalJWKSet>;

/**
 * The issuer's public keys. What was read once is kept until a later reading succeeds: an issuer that is away, or answers
 * with something else, locks out nobody. Throws what `jose` throws where no key fits, and `StoreUnavailable` where that
 * cannot be known, since the last reading failed.
 */
export function createIssuerKeys(options: IssuerKeysOptions): JWTVerifyGetKey {
  const { issuer, jwksUrl, clock, fetch: ask = fetch } = options;
  let known: KeySet | null = null;
  let failure: unknown = null;
  let url = jwksUrl;
  let reading: Promise<void> | null = null;
  let oldAt: Instant | null = null;
  let unknownAgainAt: Instant | null = null;

  async function read(): Promise<void> {
    // Whatever comes of it: the next one that is due for age is due so much later.
    oldAt = plusMinutes(clock.now(), OLD_AFTER_MINUTES);
    try {
      url ??= await discover(issuer, ask);
      known = await keysAt(url, ask);
      failure = null;
    } catch (error) {
      failure = error;
      // The issuer may have moved them.
      url = jwksUrl;
    }
  }
  /** One reading at a time, whoever waits for it; never throws. */
  const refresh = (): Promise<void> => {
    reading ??= read().finally(() => {
      reading = null;
    });
    return reading;
  };

  return async (header, token) => {
    if (known === null) await refresh();
    else if (oldAt !== null && oldAt <= clock.now()) void refresh();
    if (known === null) throw new StoreUnavailable('the keys of the token issuer cannot be had', { cause: failure });
    try {
      return await known(header, token);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
    }
    if (unknownAgainAt === null || unknownAgainAt <= clock.now()) {
      unknownAgainAt = plusMinutes(clock.now(), UNKNOWN_ONCE_IN_MINUTES);
      await refresh();
    } else if (reading !== null) await refresh();
    if (failure === null) return known(header, token);
    throw new StoreUnavailable('the token issuer cannot be asked for that key', { cause: failure });
  };
}

async function discover(issuer: string, ask: typeof fetch): Promise<string> {
  const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const answer = await ask(address, { redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) });
  const found = (await answer.json()) as { issuer?: unknown; jwks_uri?: unknown };
  if (found.issuer !== issuer || typeof found.jwks_uri !== 'string')
    throw new Error('the OpenID configuration is not that of the issuer');
  return found.jwks_uri;
}

/** Throws for whatever is no set of keys; also for an empty one, with which nobody could be known. */
async function keysAt(url: string, ask: typeof fetch): Promise<KeySet> {
  const headers = { accept: 'application/json, application/jwk-set+json' };
  const answer = await ask(url, { headers, redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) });
  const text = await answer.text();
  if (!answer.ok || text.length > MAX_CHARACTERS) throw new Error(`the issuer's keys: answered ${answer.status}`);
  const set = createLocalJWKSet(JSON.parse(text));
  if (set.jwks().keys.length === 0) throw new Error('the issuer has no keys');
  return set;
}
