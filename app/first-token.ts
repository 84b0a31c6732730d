import { createJwtVerifier } from '#adapters/platform-jwt';
import type { Credentials } from '#api/http/authenticate';
import type { TokenRecord } from '#api/http/deps';
import { type IssuedToken, SCOPES } from '#domain/platform/access-token';
import { type Clock, systemClock } from '#runtime/clock';
import { systemRandom, uuidFrom } from '#runtime/random';
import type { Config } from './config.ts';
import type { System } from './system.ts';

/** The very first token: what BOOTSTRAP_ADMIN_TOKEN says, or a new one; its text is told on the first start only. */
export async function bootstrap(system: System, config: Config): Promise<{ id: number; token: string | null }> {
  const id = uuidFrom('bootstrap-admin-token');
  const secret = config.BOOTSTRAP_ADMIN_TOKEN;
  const given = secret ?? systemRandom.secret(32);
  const cause = { commandId: id, correlationId: id, causationId: id, actor: { kind: 'system' as const } };
  const grant = {
    role: 'admin' as const,
    accountId: null,
    userId: null,
    scopes: SCOPES,
    label: 'first start',
    expiresAt: null,
  };
  const issued = await system.commands.tokens.issue(grant, cause, { secret: given });
  if (!issued.handled.ok || issued.handled.unchanged) return { id: issued.id, token: null };
  // The token is known by its own stream already; its row comes in any case.
  await system.upToDate().catch(() => undefined);
  return { id: issued.id, token: secret ?? issued.token };
}

/** A token as the pipeline knows callers by it. */
export function tokenOf(token: IssuedToken | null): TokenRecord | null {
  if (!token) return null;
  const { id, role, account_id, user_id, scopes, label, secret_sha256, expires_at, revoked_at } = token;
  const who = { id, role, accountId: account_id, userId: user_id, scopes, label };
  return { ...who, secretSha256: secret_sha256, expiresAt: expires_at, revokedAt: revoked_at };
}

/** What callers show that they are by: tokens, the very first one among them, and JWTs of the platform. */
export function credentialsOf(
  { OIDC_ISSUER: issuer, OIDC_AUDIENCE: audience, OIDC_JWKS_URL: jwksUrl, environment }: Config,
  clock: Clock,
  find: (id: number) => Promise<TokenRecord | null>,
  first: () => number | null,
): Credentials {
  const bootstrapToken = async () => {
    const id = first();
    return id === null ? null : find(id);
  };
  return {
    tokens: { find, bootstrap: bootstrapToken },
    verifyJwt: issuer ? createJwtVerifier({ issuer, audience, jwksUrl, clock, pacing: systemClock }) : undefined,
    environment,
    clock,
  };
}
