import type { Role, Scope } from '#domain/access-token';
import type { Instant } from '#domain/kernel/time';
import type { Principal, ScopePorts } from './principal.ts';

export type TokenRecord = {
  readonly id: number;
  readonly role: Role;
  readonly account_id: number | null;
  readonly user_id: number | null;
  readonly scopes: readonly Scope[];
  readonly secret_sha256: string;
  readonly expires_at: Instant | null;
  readonly revoked_at: Instant | null;
};

export type StoredAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};
export type Begun =
  | { readonly kind: 'new'; readonly commandId: string }
  | { readonly kind: 'replay'; readonly answer: StoredAnswer }
  | { readonly kind: 'mismatch' }
  | { readonly kind: 'running' };

/** First answers, kept by key for 30 days. A key whose process died is begun again under the same command id. */
export type IdempotencyKeys = {
  begin(scope: string, key: string, requestHash: string, freshCommandId: string): Promise<Begun>;
  finish(scope: string, key: string, answer: StoredAnswer): Promise<void>;
  /** Nothing happened that is worth keeping: the key is free again. */
  abandon(scope: string, key: string): Promise<void>;
};

export type RequestLog = {
  info(fields: Record<string, unknown>, message: string): void;
  error(fields: Record<string, unknown>, message: string): void;
};

export type Readiness = { readonly ready: boolean; readonly checks: Readonly<Record<string, unknown>> };

/** What the HTTP plumbing needs of the rest. */
export type HttpPorts = ScopePorts & {
  findToken(id: number): Promise<TokenRecord | null>;
  /** The first admin token, which may be any text its operator chose. */
  findBootstrapToken(secretSha256: string): Promise<TokenRecord | null>;
  /** Left out where no OIDC_ISSUER is set. */
  verifyJwt?: ((token: string) => Promise<Principal | null>) | undefined;
  readonly idempotency: IdempotencyKeys;
  /** Waits until every read model has reached the position; false where it takes longer. */
  waitFor(position: number, timeoutMs: number): Promise<boolean>;
  readiness(): Promise<Readiness>;
  readonly log: RequestLog;
  now(): Instant;
  uuid(): string;
  sha256(text: string): string;
  monotonicMs(): number;
  metricsText(): Promise<string>;
  observe(route: string, method: string, status: number, seconds: number): void;
  readonly environment: string;
  readonly ratePerMinute: number;
  readonly trustProxy: boolean;
};
