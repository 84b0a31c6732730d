import { createHash, timingSafeEqual } from 'node:crypto';
import type { Context } from 'hono';
import { isId } from '#domain/kernel/ids';
import { MAY } from '#domain/platform/member';
import type { HttpDeps, TokenRecord } from './deps.ts';
import { introducedAs } from './inside.ts';
import type { Principal } from './principal.ts';
import { Problem } from './problem.ts';
import type { RateLimiter } from './rate-limit.ts';
import type { HttpEnv, Route } from './routes.ts';
import { sessionSecret } from './session-cookie.ts';

const TOKEN = /^igny8_([A-Za-z0-9-]{1,40})_([1-9]\d{0,9})_([\x21-\x7e]{1,400})$/;
const JWT = /^[\w-]+\.[\w-]+\.[\w-]+$/;
const REALM = 'Bearer realm="igny8-business"';

export const unauthorized = (detail: string, challenge = `${REALM}, error="invalid_token"`): Problem =>
  new Problem('unauthorized', detail, {}, { 'WWW-Authenticate': challenge });

/** Credentials that were accepted, as digests: so many are remembered, those unused for longest are forgotten first. */
const MOST_REMEMBERED = 10_000;
/**
 * What a credential that was not seen before takes from an address whose rate of refusals is used up: so many times that
 * rate are still looked at, as somebody's first call may be among them.
 */
const FIRST_SIGHT = 1 / 20;

/** Credentials that this process has accepted. It tells nothing of whether they still are. */
export class Acquaintances {
  readonly #digests = new Set<string>();

  knows = (digest: string): boolean => this.#digests.has(digest);
  meet(digest: string): void {
    this.#digests.delete(digest);
    this.#digests.add(digest);
    const [oldest] = this.#digests;
    if (this.#digests.size > MOST_REMEMBERED && oldest !== undefined) this.#digests.delete(oldest);
  }
  forget = (digest: string): void => void this.#digests.delete(digest);
}

/**
 * Who the request is from. Every request takes from somebody's rate: one that is accepted from the caller's own, one that is
 * refused from what its address may have refused. Where that is used up, what is wrong is 429; whoever is right is served.
 */
export async function authenticate(
  c: Context<HttpEnv>,
  deps: HttpDeps,
  limiter: RateLimiter,
  met: Acquaintances,
  { page = false }: Pick<Route, 'page'> = {},
): Promise<Principal> {
  const inside = introducedAs(c.req.raw);
  if (inside !== null) return inside;
  const address = addressOf(c, deps);
  const failures = `refused ${address}`;
  const header = c.req.header('authorization');
  const digest = createHash('sha256')
    .update(header ?? '')
    .digest('base64');
  const tooMany = limiter.refusal(failures);
  // Before anything is looked up, so that guessing without end does not cost a read each.
  if (tooMany !== null && header !== undefined && !met.knows(digest)) limiter.take([`unknown ${address}`], FIRST_SIGHT);
  let principal: Principal;
  try {
    principal = (header === undefined && page ? await signedIn(c, deps) : null) ?? (await identify(header, deps));
  } catch (error) {
    if (!(error instanceof Problem && error.code === 'unauthorized')) throw error;
    met.forget(digest);
    if (tooMany !== null) throw tooMany;
    c.set('rate', limiter.take([failures]));
    throw error;
  }
  met.meet(digest);
  const names = [principal.name, ...(principal.accountId === null ? [] : [`account-${principal.accountId}`])];
  c.set('rate', limiter.take(names));
  if (principal.tokenId !== null) deps.tokens.used?.(principal.tokenId, deps.clock.now());
  return principal;
}

/** Who signed in by the browser's cookie; taken on pages only, so that no other site's page can call the API by it. */
async function signedIn(c: Context<HttpEnv>, { sessions }: HttpDeps): Promise<Principal | null> {
  const secret = sessions ? sessionSecret(c.req.raw) : null;
  return sessions && secret !== null ? sessions.find(secret) : null;
}

/** What a token or a JWT stands on. */
export type Credentials = Pick<HttpDeps, 'tokens' | 'verifyJwt' | 'environment' | 'clock'>;

/** Who is named by an `Authorization` header; throws `unauthorized` for whoever is not accepted. */
export async function identify(header: string | undefined, deps: Credentials): Promise<Principal> {
  if (header === undefined) throw unauthorized('send a token as Authorization: Bearer …', REALM);
  const token = /^Bearer +([\x21-\x7e]+) *$/i.exec(header)?.[1];
  if (token === undefined) throw unauthorized('the Authorization header is not of the form Bearer …');
  if (deps.verifyJwt && JWT.test(token)) {
    const principal = await deps.verifyJwt(token);
    if (principal) return principal;
    throw unauthorized('this token is not accepted');
  }
  const record = await lookUp(token, deps);
  if (record === null) throw unauthorized('this token is not known');
  if (record.revokedAt !== null) throw unauthorized('this token is revoked');
  if (record.expiresAt !== null && record.expiresAt <= deps.clock.now()) throw unauthorized('this token has expired');
  const { id, role, accountId, userId, scopes, label, expiresAt: until } = record;
  return {
    kind: 'token',
    name: `token-${id}`,
    may: MAY,
    memberId: null,
    sessionId: null,
    tokenId: id,
    role,
    accountId,
    userId,
    scopes,
    label,
    until,
  };
}

/**
 * Whether a caller who was accepted would still be: for what takes longer than the request that began it. False also where
 * that cannot be known now, as whoever is still welcome comes again.
 */
export async function stillAccepted(
  { tokenId, sessionId, until }: Pick<Principal, 'tokenId' | 'sessionId' | 'until'>,
  { tokens, sessions, clock }: Pick<HttpDeps, 'tokens' | 'sessions' | 'clock'>,
): Promise<boolean> {
  if (until !== null && until <= clock.now()) return false;
  try {
    if (sessionId !== null) return (await sessions?.goesOn(sessionId)) ?? false;
    if (tokenId === null) return true;
    const record = await tokens.find(tokenId);
    return record !== null && record.revokedAt === null;
  } catch {
    return false;
  }
}

async function lookUp(token: string, deps: Credentials): Promise<TokenRecord | null> {
  const [, environment, id, secret] = TOKEN.exec(token) ?? [];
  if (environment === deps.environment && secret !== undefined && isId(Number(id))) {
    const record = await deps.tokens.find(Number(id));
    if (sameSecret(secret, record)) return record;
  }
  // The secret given to the first start is a token as it stands.
  const bootstrap = (await deps.tokens.bootstrap?.()) ?? null;
  return sameSecret(token, bootstrap) ? bootstrap : null;
}

/** Takes the same time wherever the digests differ, and where there is none to compare with. */
function sameSecret(secret: string, record: TokenRecord | null): boolean {
  const given = createHash('sha256').update(secret).digest();
  const known = Buffer.from(record?.secretSha256 ?? '', 'hex');
  const comparable = known.byteLength === given.byteLength;
  return timingSafeEqual(given, comparable ? known : Buffer.alloc(given.byteLength)) && comparable && record !== null;
}

/** The peer's address, or what the trusted proxies say it was; IPv6 by its /64, which is one customer's. */
export function addressOf(c: Context<HttpEnv>, deps: Pick<HttpDeps, 'limits'>): string {
  const env = c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined;
  const peer = env?.incoming?.socket?.remoteAddress ?? 'unknown';
  const proxies = deps.limits.trustedProxies ?? 0;
  const forwarded = (c.req.header('x-forwarded-for') ?? '').split(',').map((part) => part.trim());
  const address = (proxies > 0 ? forwarded.at(-proxies) : '') || peer;
  return address.includes(':') && !address.includes('.') ? `${address.split(':').slice(0, 4).join(':')}::/64` : address;
}
