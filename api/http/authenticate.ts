import { createHash, timingSafeEqual } from 'node:crypto';
import type { Context } from 'hono';
import { isId } from '#domain/kernel/ids';
import type { HttpDeps, TokenRecord } from './deps.ts';
import type { Principal } from './principal.ts';
import { Problem } from './problem.ts';
import type { RateLimiter } from './rate-limit.ts';
import type { HttpEnv } from './routes.ts';

const TOKEN = /^igny8_([A-Za-z0-9-]{1,40})_([1-9]\d{0,9})_([\x21-\x7e]{1,400})$/;
const JWT = /^[\w-]+\.[\w-]+\.[\w-]+$/;
const REALM = 'Bearer realm="igny8-business"';

const unauthorized = (detail: string, challenge = `${REALM}, error="invalid_token"`): Problem =>
  new Problem('unauthorized', detail, {}, { 'WWW-Authenticate': challenge });

/** Who the request is from. Every request takes from somebody's rate, also one that is refused. */
export async function authenticate(c: Context<HttpEnv>, deps: HttpDeps, limiter: RateLimiter): Promise<Principal> {
  const failures = `refused ${addressOf(c, deps)}`;
  // Before the token is looked up, so that guessing does not cost a read each.
  limiter.demand(failures);
  try {
    const principal = await identify(c.req.header('authorization'), deps);
    const names = [principal.name, ...(principal.accountId === null ? [] : [`account-${principal.accountId}`])];
    c.set('rate', limiter.take(names));
    if (principal.tokenId !== null) deps.tokens.used?.(principal.tokenId, deps.clock.now());
    return principal;
  } catch (error) {
    if (error instanceof Problem && error.code === 'unauthorized') c.set('rate', limiter.take([failures]));
    throw error;
  }
}

async function identify(header: string | undefined, deps: HttpDeps): Promise<Principal> {
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
  const { id, role, accountId, userId, scopes, label } = record;
  return { kind: 'token', name: `token-${id}`, tokenId: id, role, accountId, userId, scopes, label };
}

async function lookUp(token: string, deps: HttpDeps): Promise<TokenRecord | null> {
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
