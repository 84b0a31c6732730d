import type { Language } from '#domain/kernel/language';
import type { Instant } from '#domain/kernel/time';
import type { Role, Scope } from '#domain/platform/access-token';
import type { May } from '#domain/platform/member';
import type { ReadTables } from '#runtime/read-model';

/** Who is calling, as the token, the platform's JWT or the session says. */
export type Principal = {
  readonly kind: 'token' | 'jwt' | 'session';
  /**
   * Names the caller for rate limits, idempotency keys, logs and events: `token-7`, `jwt-<sub>`, `member-12`; `account-3`
   * where somebody signed in by the account's registered address.
   */
  readonly name: string;
  /** What they may do for their account; all of it, where they are not a member of one. */
  readonly may: readonly May[];
  /** Of a member. */
  readonly memberId: number | null;
  /** Of a member: what they have chosen to read. */
  readonly language?: Language;
  /** Of a session: what forms are bound to. It is not the secret that the browser keeps. */
  readonly sessionId: string | null;
  readonly tokenId: number | null;
  readonly role: Role;
  readonly accountId: number | null;
  readonly userId: number | null;
  readonly scopes: readonly Scope[];
  readonly label: string | null;
  /** When the credential ends by itself; null where it does not. */
  readonly until: Instant | null;
};

const authenticator = Symbol('authenticator');

/**
 * What the caller may see. Every reader of what belongs to an account takes one, and only the
 * authenticator makes one, so nothing can be read for nobody.
 */
export class TenantScope {
  readonly kind: 'all' | 'accounts' | 'assigned';
  /** `*`: every account's. */
  readonly accounts: '*' | readonly number[];
  /** An account manager sees only what is assigned to this user. */
  readonly assignedTo: number | null;
  /** Where the database's read models are not far enough: tables that are. */
  readonly ahead: ReadTables | null;

  constructor(
    key: typeof authenticator,
    accounts: '*' | readonly number[],
    assignedTo: number | null = null,
    ahead: ReadTables | null = null,
  ) {
    if (key !== authenticator) throw new Error('only the authenticator makes a scope');
    this.kind = assignedTo !== null ? 'assigned' : accounts === '*' ? 'all' : 'accounts';
    this.accounts = accounts;
    this.assignedTo = assignedTo;
    this.ahead = ahead;
  }

  sees(row: { readonly account_id?: unknown; readonly account_manager_id?: unknown }): boolean {
    if (this.assignedTo !== null) return row.account_manager_id === this.assignedTo;
    return this.accounts === '*' || this.accounts.includes(Number(row.account_id));
  }
}

/**
 * The scope in which the answer to a command is read. That the caller may do it was settled before it was done; what
 * it made may belong to an account that was not theirs until then, or to another manager from now on.
 */
export const asDecided = (ahead: ReadTables | null): TenantScope => new TenantScope(authenticator, '*', null, ahead);

export type ScopePorts = {
  /** The clients' accounts of an agency. */
  childAccounts(accountId: number): Promise<readonly number[]>;
  /** The accounts with a subscription that is assigned to the user: bounds what the database shows at all. */
  assignedAccounts(userId: number): Promise<readonly number[]>;
};

/** The scope of a caller. A role that is nobody's without an account or a user sees nothing without one. */
export async function scopeOf(principal: Principal | null, ports: ScopePorts): Promise<TenantScope> {
  if (principal === null) return new TenantScope(authenticator, []);
  const { role, accountId, userId } = principal;
  switch (role) {
    case 'admin':
    case 'platform':
      return new TenantScope(authenticator, '*');
    case 'account_manager':
      if (userId === null) return new TenantScope(authenticator, []);
      return new TenantScope(authenticator, await ports.assignedAccounts(userId), userId);
    case 'agency': {
      const own = accountId === null ? [] : [accountId, ...(await ports.childAccounts(accountId))];
      return new TenantScope(authenticator, own);
    }
    case 'client':
      return new TenantScope(authenticator, accountId === null ? [] : [accountId]);
  }
}
