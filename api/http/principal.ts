import type { Role, Scope } from '#domain/access-token';
import type { AccountId, TokenId, UserId } from '#domain/kernel/ids';

/** Who is calling, as the token or the platform's JWT says. */
export type Principal = {
  readonly kind: 'token' | 'jwt';
  /** Names the credential for rate limits and idempotency: `token:7`, `jwt:<sub>`. */
  readonly subject: string;
  readonly tokenId: TokenId | null;
  readonly role: Role;
  readonly accountId: AccountId | null;
  readonly userId: UserId | null;
  readonly scopes: readonly Scope[];
  readonly label: string | null;
};

/** Not exported: a scope can only come from `scopeOf`, so a reader that wants one cannot be called without a caller. */
declare const sealed: unique symbol;
type Sealed<T> = T & { readonly [sealed]: true };

/** What the caller may see. Every reader of what belongs to an account takes one. */
export type TenantScope = Sealed<
  | { readonly kind: 'all' }
  | { readonly kind: 'accounts'; readonly ids: readonly AccountId[] }
  | { readonly kind: 'assigned'; readonly userId: UserId }
>;

/** The scope of a caller. Roles that are nobody's without an account or user see nothing without one. */
export async function scopeOf(
  principal: Principal,
  childAccounts: (accountId: AccountId) => Promise<readonly number[]>,
): Promise<TenantScope> {
  const { role, accountId, userId } = principal;
  switch (role) {
    case 'admin':
    case 'platform':
      return { kind: 'all' } as TenantScope;
    case 'account_manager':
      return (userId === null ? { kind: 'accounts', ids: [] } : { kind: 'assigned', userId }) as TenantScope;
    case 'agency': {
      const children = accountId === null ? [] : ((await childAccounts(accountId)) as readonly AccountId[]);
      return { kind: 'accounts', ids: accountId === null ? [] : [accountId, ...children] } as unknown as TenantScope;
    }
    case 'client':
      return { kind: 'accounts', ids: accountId === null ? [] : [accountId] } as unknown as TenantScope;
  }
}

/** Whether the scope holds a row of that account, looked after by those users. */
export function sees(scope: TenantScope, accountId: number | null, managers: readonly number[] = []): boolean {
  switch (scope.kind) {
    case 'all':
      return true;
    case 'accounts':
      return accountId !== null && (scope.ids as readonly number[]).includes(accountId);
    case 'assigned':
      return managers.includes(scope.userId);
  }
}
