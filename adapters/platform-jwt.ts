import { createRemoteJWKSet, customFetch, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { ROLES, type Role, SCOPES, type Scope } from '#domain/access-token';
import { isId } from '#domain/kernel/ids';
import { epochMs, type Instant } from '#domain/kernel/time';
import { StoreUnavailable } from '#runtime/event-store';

export type JwtOptions = {
  readonly issuer: string;
  readonly audience?: string | undefined;
  /** By default what the issuer's OpenID configuration names. */
  readonly jwksUrl?: string | undefined;
  readonly clock: { now(): Instant };
  readonly fetch?: typeof fetch;
};

type JwtPrincipal = {
  readonly kind: 'jwt';
  readonly name: string;
  readonly tokenId: null;
  readonly role: Role;
  readonly accountId: number | null;
  readonly userId: number | null;
  readonly scopes: readonly Scope[];
  readonly label: string | null;
};

/** Pinned: neither `none` nor a shared secret can ever pass. */
const ALGORITHMS = ['RS256', 'ES256', 'EdDSA'];

/**
 * Verifies the platform's JWTs. Claims: `role` (one of ours), `account_id` (needed by agency and
 * client), `user_id`, or else a numeric `sub` (needed by account_manager), `scope` (`"read write"`;
 * both where it is left out), `exp` and `sub` always. Null for whatever is not acceptable; throws
 * `StoreUnavailable` only where the issuer's keys cannot be had.
 */
export function createJwtVerifier(options: JwtOptions): (token: string) => Promise<JwtPrincipal | null> {
  const { issuer, audience, clock } = options;
  let keys: Promise<JWTVerifyGetKey> | undefined;
  const loadKeys = async (): Promise<JWTVerifyGetKey> => {
    const url = options.jwksUrl ?? (await discover(issuer, options.fetch ?? fetch));
    return createRemoteJWKSet(new URL(url), {
      timeoutDuration: 5000,
      ...(options.fetch ? { [customFetch]: options.fetch } : {}),
    });
  };
  return async (token) => {
    try {
      keys ??= loadKeys();
      const { payload } = await jwtVerify(token, await keys, {
        issuer,
        algorithms: ALGORITHMS,
        requiredClaims: ['exp', 'sub'],
        currentDate: new Date(epochMs(clock.now())),
        ...(audience === undefined ? {} : { audience }),
      });
      return principalOf(payload);
    } catch (error) {
      if (isRefusal(error)) return null;
      keys = undefined;
      throw new StoreUnavailable('the keys of the token issuer cannot be had', { cause: error });
    }
  };
}

/** True where the token is at fault. Trouble with fetching keys is nobody's refusal. */
const isRefusal = (error: unknown): boolean =>
  error instanceof errors.JOSEError &&
  !(error instanceof errors.JWKSTimeout || error instanceof errors.JWKSInvalid || error.code === 'ERR_JOSE_GENERIC');

async function discover(issuer: string, ask: typeof fetch): Promise<string> {
  const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const answer = await ask(address, { redirect: 'error', signal: AbortSignal.timeout(5000) });
  const found = (await answer.json()) as { issuer?: unknown; jwks_uri?: unknown };
  if (found.issuer !== issuer || typeof found.jwks_uri !== 'string')
    throw new Error('the OpenID configuration is not that of the issuer');
  return found.jwks_uri;
}

function principalOf(payload: JWTPayload): JwtPrincipal | null {
  const { sub = '', scope } = payload;
  const role = ROLES.find((known) => known === payload['role']);
  const accountId = idOf(payload['account_id']);
  const userId = idOf(payload['user_id'] ?? (/^\d{1,10}$/.test(sub) ? Number(sub) : undefined));
  if (!role || accountId === false || userId === false || sub === '' || sub.length > 255) return null;
  if ((role === 'agency' || role === 'client') && accountId === null) return null;
  if (role === 'account_manager' && userId === null) return null;
  const asked = typeof scope === 'string' ? scope.split(' ') : [...SCOPES];
  const scopes = SCOPES.filter((known) => asked.includes(known));
  const label = typeof payload['name'] === 'string' ? payload['name'].slice(0, 200) : null;
  return { kind: 'jwt', name: `jwt-${sub}`, tokenId: null, role, accountId, userId, scopes, label };
}

/** The id in a claim: null where there is none, false where it is no id. */
const idOf = (claim: unknown): number | null | false =>
  claim === undefined || claim === null ? null : isId(claim) ? claim : false;
