import type { Schemas } from '#client/types';
import type { Filter } from '../list.tsx';
import type { Visit } from '../page.ts';
import type { FieldSpec } from '../schema-fields.ts';

type Account = Schemas['Account'];
export type Accounts = readonly Account[];
const MOST = 200;

/** The accounts that a reader acts for: an agency's own and its clients', a client's own alone. */
export async function accountsOf({ backend, role }: Visit): Promise<readonly Account[]> {
  if (role !== 'agency') return [];
  return backend.all('services/accounts/', { query: { ordering: 'name' } }, MOST);
}

/** Lists of agencies can be narrowed to one client. */
export const accountFilter = (accounts: readonly Account[], label: string): readonly Filter[] =>
  accounts.length < 2
    ? []
    : [{ name: 'account_id', label, choices: accounts.map(({ id, name }) => [String(id), name] as const) }];

/** Which of them something is for; nothing is asked where there is but one. */
export const accountField = (accounts: readonly Account[]): FieldSpec | null =>
  accounts.length < 2
    ? null
    : {
        name: '/account_id',
        label: '',
        kind: 'choice',
        required: true,
        nullable: false,
        choices: accounts.map(({ id }) => String(id)),
      };
export const accountWords = (accounts: readonly Account[]): Readonly<Record<string, string>> =>
  Object.fromEntries(accounts.map(({ id, name }) => [String(id), name]));
