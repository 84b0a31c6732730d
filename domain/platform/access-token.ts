import { accept, type Decider, type DomainEvent, refuse } from '#domain/kernel/decider';
import type { AccountId, TokenId, UserId } from '#domain/kernel/ids';
import type { Instant } from '#domain/kernel/time';

export const ROLES = ['admin', 'account_manager', 'agency', 'client', 'platform'] as const;
export type Role = (typeof ROLES)[number];

/** What a token may do besides its role: reading, writing, or both. */
export const SCOPES = ['read', 'write'] as const;
export type Scope = (typeof SCOPES)[number];

type Grant = {
  readonly role: Role;
  readonly account_id: AccountId | null;
  readonly user_id: UserId | null;
  readonly scopes: readonly Scope[];
  readonly label: string | null;
  readonly expires_at: Instant | null;
};

/** The secret itself is never in an event; `secret_sha256` is the hash of 256 random bits. */
export type AccessTokenEvent =
  | DomainEvent<
      'AccessTokenIssued',
      Grant & { readonly token_id: TokenId; readonly secret_sha256: string; readonly bootstrap: boolean }
    >
  | DomainEvent<'AccessTokenRevoked', { readonly token_id: TokenId }>;

export type AccessToken = { readonly status: 'none' } | { readonly status: 'issued' | 'revoked'; readonly id: TokenId };
/** A token with all that is known of it: for who checks one. */
export type IssuedToken = Grant & {
  readonly id: TokenId;
  readonly secret_sha256: string;
  readonly created_at: Instant;
  readonly revoked_at: Instant | null;
};
export type AccessTokenCommand = { readonly now: Instant } & (
  | {
      readonly type: 'Issue';
      readonly id: TokenId;
      readonly secretSha256: string;
      readonly grant: Grant;
      readonly bootstrap: boolean;
    }
  | { readonly type: 'Revoke' }
);
export type AccessTokenRefusal =
  | { readonly code: 'not_found'; readonly message: string }
  | { readonly code: 'invalid_state'; readonly message: string; readonly currentState: string }
  | { readonly code: 'invalid_values'; readonly message: string; readonly pointer: '/expires_at' };

export const accessToken: Decider<AccessTokenCommand, AccessToken, AccessTokenEvent, AccessTokenRefusal> = {
  initial: { status: 'none' },
  evolve: (state, event): AccessToken => {
    switch (event.type) {
      case 'AccessTokenIssued':
        return { status: 'issued', id: event.data.token_id };
      case 'AccessTokenRevoked':
        return state.status === 'none' ? state : { ...state, status: 'revoked' };
    }
  },
  decide: (command, state) => {
    if (command.type === 'Issue') {
      if (state.status !== 'none')
        return refuse({ code: 'invalid_state', message: 'this token exists already', currentState: state.status });
      const { id, secretSha256, grant, bootstrap } = command;
      if (grant.expires_at !== null && grant.expires_at <= command.now)
        return refuse({ code: 'invalid_values', pointer: '/expires_at', message: 'must be in the future' });
      return accept({
        type: 'AccessTokenIssued',
        at: command.now,
        data: { token_id: id, secret_sha256: secretSha256, ...grant, bootstrap },
      });
    }
    if (state.status === 'none') return refuse({ code: 'not_found', message: 'there is no such token' });
    if (state.status === 'revoked')
      return refuse({ code: 'invalid_state', message: 'the token is revoked already', currentState: 'revoked' });
    return accept({ type: 'AccessTokenRevoked', at: command.now, data: { token_id: state.id } });
  },
};

/** The token as its own events tell; null before the first. */
export const issuedToken: Pick<Decider<never, IssuedToken | null, AccessTokenEvent, never>, 'initial' | 'evolve'> = {
  initial: null,
  evolve: (state, event) => {
    switch (event.type) {
      case 'AccessTokenIssued': {
        const { token_id: id, bootstrap: _, ...grant } = event.data;
        return { ...grant, id, created_at: event.at, revoked_at: null };
      }
      case 'AccessTokenRevoked':
        return state && { ...state, revoked_at: event.at };
    }
  },
};
