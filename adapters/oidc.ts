import { createRemoteJWKSet, jwtVerify } from 'jose';
import { ROLES, type Role, SCOPES } from '#domain/access-token';
import { isId } from '#domain/kernel/ids';

/** Only asymmetric ones: a public key must never be taken for a shared secret. */
const ALGORITHMS = ['RS256', 'ES256', 'EdDSA'];

export type OidcOptions = {
  readonly issuer: string;
  readonly audience?: string | undefined;
  readonly jwksUrl?: string | undefined;
  readonly now: () => string;
};

/**
 * Verifies the platform's JWTs. Claims: `role` (one of ours), `account_id` and `user_id` (integers;
 * `user_id` may be `sub`). Anything that does not verify or map is nobody.
 */
export function createJwtVerifier({ issuer, audience, jwksUrl, now }: OidcOptions) {
  const keys = createRemoteJWKSet(new URL(jwksUrl ?? `${issuer.replace(/\/$/, '')}/.well-known/jwks.json`), {
    timeoutDuration: 5000,
  });
  const integer = (claim: unknown): number | null => (isId(Number(claim)) ? Number(claim) : null);
  return async (token: string) => {
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer,
        algorithms: ALGORITHMS,
        currentDate: new Date(now()),
        ...(audience === undefined ? {} : { audience }),
      });
      const role = payload['role'] as Role;
      if (!ROLES.includes(role)) return null;
      const accountId = integer(payload['account_id']);
      const userId = integer(payload['user_id'] ?? payload.sub);
      return { role, accountId, userId, scopes: SCOPES, name: `jwt-${String(payload.sub ?? userId ?? accountId)}` };
    } catch {
      return null;
    }
  };
}
