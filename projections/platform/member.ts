import type { Language } from '#domain/kernel/language';
import type { FactTold } from '#domain/platform/fact-data';
import { addressOf, type May, type MemberEvent, STAFF_ROLES } from '#domain/platform/member';
import type { SessionEvent } from '#domain/platform/session';
import { type Projection, projection } from '#runtime/projection';
import type { ReadTables } from '#runtime/read-model';
import { type FilterOf, ofAccounts, tableReads } from '#runtime/scoped-reads';
import { instant, integer, json, oneOf, type Stored, stamps, table, text } from '#runtime/table';
import { type Paging, type ReadScope, type RunReads, typed } from '#runtime/table-reads';

/** Who belongs to accounts; the staff is of none. */
export const MEMBERS = table(
  'igny8_members',
  {
    id: integer,
    account_id: integer.orNull,
    name: text,
    email: text,
    /** What the address is found by: it names nobody. */
    address: text,
    may: json<readonly May[]>(),
    role: oneOf(...STAFF_ROLES).orNull,
    user_id: integer.orNull,
    language: text.of<Language>(),
    status: oneOf('invited', 'active', 'removed'),
    last_sign_in_at: instant.orNull,
    revision: integer,
    ...stamps,
  },
  { key: ['id'], indexes: [['account_id'], ['address']], tenant: true },
);
export type MemberRow = Stored<typeof MEMBERS>;
/** By which address an account is registered: whoever reads it may everything for the account. */
export const REGISTERED_ADDRESSES = table(
  'igny8_registered_addresses',
  { account_id: integer, email: text, address: text, ...stamps },
  { key: ['account_id'], indexes: [['address']], tenant: true },
);

type SignedIn = Extract<SessionEvent, { type: 'SignedIn' }>;

export const memberRows: Projection = projection<MemberEvent | SignedIn | FactTold<'AccountRegistered'>>({
  name: MEMBERS.name,
  version: 1,
  tables: [MEMBERS, REGISTERED_ADDRESSES],
  on: {
    MemberInvited: (rows, { data, at, revision }) => {
      const { member_id: id, account_id, name, email, may, role, user_id, language } = data;
      rows.put(MEMBERS, {
        id,
        account_id,
        name,
        email,
        address: addressOf(email),
        may: [...may],
        role,
        user_id,
        language,
        status: 'invited',
        last_sign_in_at: null,
        revision,
        created_at: at,
        updated_at: at,
      });
    },
    MemberJoined: (rows, { data, at, revision }) =>
      rows.change(MEMBERS, { id: data.member_id }, (row) => ({ ...row, status: 'active', revision, updated_at: at })),
    MemberAllowed: (rows, { data, at, revision }) =>
      rows.change(MEMBERS, { id: data.member_id }, (row) => ({
        ...row,
        may: [...data.may],
        revision,
        updated_at: at,
      })),
    MemberLanguageChosen: (rows, { data, at, revision }) =>
      rows.change(MEMBERS, { id: data.member_id }, (row) => ({
        ...row,
        language: data.language,
        revision,
        updated_at: at,
      })),
    MemberRemoved: (rows, { data, at, revision }) =>
      rows.change(MEMBERS, { id: data.member_id }, (row) => ({ ...row, status: 'removed', revision, updated_at: at })),
    SignedIn: (rows, { data: { as }, at }) =>
      as.kind === 'member'
        ? rows.change(MEMBERS, { id: as.member_id }, (row) => ({ ...row, last_sign_in_at: at, updated_at: at }))
        : undefined,
    async AccountRegistered(rows, { data: { account_id, email }, at }) {
      const known = await rows.get(REGISTERED_ADDRESSES, { account_id });
      rows.put(REGISTERED_ADDRESSES, {
        account_id,
        email,
        address: addressOf(email),
        created_at: known?.created_at ?? at,
        updated_at: at,
      });
    },
  },
});

/** Questions about members, each asked inside the caller's scope. */
export function memberReader(run: RunReads) {
  const { one, page } = tableReads(run, ofAccounts);
  return {
    member: (scope: ReadScope, id: number) => one(MEMBERS, scope, { id }),
    members: (scope: ReadScope, filter: FilterOf<typeof MEMBERS>, paging: Paging) =>
      page(MEMBERS, scope, filter, paging),
    /** True for an account that the caller may act for. */
    account: async (scope: ReadScope, account_id: number): Promise<boolean> =>
      (await one(REGISTERED_ADDRESSES, scope, { account_id })) !== undefined,
  };
}
export type MemberReader = ReturnType<typeof memberReader>;

/** What signing in and mails look up. */
export function memberVisits(tables: ReadTables) {
  const { find } = typed(tables);
  const there = { in: ['invited', 'active'] as const };
  return {
    /** Members and accounts of these addresses. Whoever reads an account's own is not asked whether they are a member, too. */
    async ofAddresses(addresses: readonly string[]) {
      const accounts = await find(REGISTERED_ADDRESSES, { address: { in: [...addresses] } });
      const members = await find(MEMBERS, { address: { in: [...addresses] }, status: there });
      const own = new Set(accounts.map(({ account_id }) => account_id));
      return { accounts, members: members.filter(({ account_id }) => account_id === null || !own.has(account_id)) };
    },
    /** Who holds a right of an account, in the order in which they were invited; the registered address is not among them. */
    whoMay: async (account_id: number, right: May): Promise<readonly MemberRow[]> =>
      (await find(MEMBERS, { account_id, status: there }))
        .filter(({ may }) => may.includes(right))
        .sort((a, b) => a.id - b.id),
  };
}
