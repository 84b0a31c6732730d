import type { Role, Scope } from '#domain/access-token';

/** Who is asking: what a token or a JWT stands for. */
export type Principal = {
  readonly role: Role;
  readonly accountId: number | null;
  readonly userId: number | null;
  readonly scopes: readonly Scope[];
  /** What rate limits and idempotency keys are kept by. */
  readonly name: string;
};

const built = Symbol('built by the authenticator');

/** Whose rows a request may see. Only the authenticator can make one, so no query is made without. */
export class TenantScope {
  /** `*`: every account's. */
  readonly accounts: '*' | readonly number[];
  /** An account manager sees only the subscriptions assigned to this user. */
  readonly assignedTo: number | null;

  constructor(key: typeof built, accounts: '*' | readonly number[], assignedTo: number | null) {
    if (key !== built) throw new Error('only the authenticator makes a scope');
    this.accounts = accounts;
    this.assignedTo = assignedTo;
  }

  sees(row: { readonly account_id?: unknown; readonly account_manager_id?: unknown }): boolean {
    if (this.assignedTo !== null) return row.account_manager_id === this.assignedTo;
    return this.accounts === '*' || this.accounts.includes(Number(row.account_id));
  }
}

export type ScopePorts = {
  childAccounts(accountId: number): Promise<readonly number[]>;
  assignedAccounts(userId: number): Promise<readonly number[]>;
};

export async function scopeOf(principal: Principal, ports: ScopePorts): Promise<TenantScope> {
  const { role, accountId, userId } = principal;
  switch (role) {
    case 'admin':
    case 'platform':
      return new TenantScope(built, '*', null);
    case 'account_manager':
      return new TenantScope(built, userId === null ? [] : await ports.assignedAccounts(userId), userId ?? 0);
    case 'agency':
      return new TenantScope(
        built,
        accountId === null ? [] : [accountId, ...(await ports.childAccounts(accountId))],
        null,
      );
    case 'client':
      return new TenantScope(built, accountId === null ? [] : [accountId], null);
  }
}
