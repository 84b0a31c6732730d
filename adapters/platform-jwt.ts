import { errors, type JWTPayload, jwtVerify } from 'jose';
import { isId } from '#domain/kernel/ids';
import { epochMs, type Instant, instantOf } from '#domain/kernel/time';
import { ROLES, type Role, SCOPES, type Scope } from '#domain/platform/access-token';
import { MAY, type May } from '#domain/platform/member';
import { StoreUnavailable } from '#runtime/event-store';
import { createIssuerKeys } from './issuer-keys.ts';

export type JwtOptions = {
  readonly issuer: string;
  readonly audience?: string | undefined;
  /** By default what the issuer's OpenID configuration names. */
  readonly jwksUrl?: string | undefined;
  readonly clock: { now(): Instant };
  /** What waits between readings of the keys are counted by, where it is not `clock`: a test clock stands still. */
  readonly pacing?: { now(): Instant } | undefined;
  readonly fetch?: typeof fetch;
};

type JwtPrincipal = {
  readonly kind: 'jwt';
  readonly may: readonly May[];
  readonly memberId: null;
  readonly sessionId: null;
  readonly name: string;
  readonly tokenId: null;
  readonly role: Role;
  readonly accountId: number | null;
  readonly userId: number | null;
  readonly scopes: readonly Scope[];
  readonly label: string | null;
  readonly until: Instant;
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
  const { issuer, audience, clock, pacing = clock, jwksUrl, fetch } = options;
  const keys = createIssuerKeys({ issuer, jwksUrl, clock: pacing, fetch });
  return async (token) => {
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer,
        algorithms: ALGORITHMS,
        requiredClaims: ['exp', 'sub'],
        currentDate: new Date(epochMs(clock.now())),
        ...(audience === undefined ? {} : { audience }),
      });
      return principalOf(payload);
    } catch (error) {
      if (error instanceof errors.JOSEError) return null;
      if (error instanceof StoreUnavailable) throw error;
      throw new StoreUnavailable('the keys of the token issuer cannot be had', { cause: error });
    }
  };
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
  // `exp` was demanded and has been checked.
  const until = instantOf((payload.exp ?? 0) * 1000);
  return {
    kind: 'jwt',
    name: `jwt-${sub}`,
    may: MAY,
    memberId: null,
    sessionId: null,
    tokenId: null,
    role,
    accountId,
    userId,
    scopes,
    label,
    until,
  };
}

/** The id in a claim: null where there is none, false where it is no id. */
const idOf = (claim: unknown): number | null | false =>
  claim === undefined || claim === null ? null : isId(claim) ? claim : false;
