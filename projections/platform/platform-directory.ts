import { ERASED } from '#domain/log/personal-data';
import { FACT_TYPES, type FactContent, introduces, type Owner } from '#domain/platform/fact';
import type { BusinessEvent } from '#domain/proof/events';
import type { JsonObject } from '#runtime/event-store';
import { type Projection, projection } from '#runtime/projection';
import type { ReadTables, Row } from '#runtime/read-model';
import type { UnitOfWork } from '#runtime/unit-of-work';

export const ACCOUNTS = 'igny8_platform_accounts';
export const SITES = 'igny8_platform_sites';
export const USERS = 'igny8_platform_users';
/** Campaigns and social posts that facts have introduced. */
export const SUBJECTS = 'igny8_platform_subjects';
export const HELD_FACTS = 'igny8_platform_held_facts';

const tenantColumns = { created_at: 'timestamptz', updated_at: 'timestamptz' } as const;

/** Accounts, sites and users as the platform's facts tell of them, and facts whose owner is not known yet. */
export const platformDirectory: Projection = projection<BusinessEvent>({
  name: 'igny8_platform_directory',
  version: 1,
  tables: [
    {
      name: ACCOUNTS,
      columns: {
        id: 'integer',
        name: 'text',
        email: 'text',
        plan: 'text',
        kind: 'text',
        parent_account_id: 'integer?',
        account_id: 'integer',
        ...tenantColumns,
      },
      key: ['id'],
      indexes: [['parent_account_id']],
      tenant: true,
    },
    {
      name: SITES,
      columns: {
        id: 'integer',
        account_id: 'integer',
        domain: 'text',
        name: 'text?',
        sector_id: 'integer?',
        niche: 'text?',
        connected: 'boolean',
        plugin_version: 'text?',
        blueprint_id: 'integer?',
        blueprint_approved: 'boolean',
        ...tenantColumns,
      },
      key: ['id'],
      indexes: [['account_id']],
      tenant: true,
    },
    {
      name: USERS,
      columns: { id: 'integer', account_id: 'integer', name: 'text', email: 'text', ...tenantColumns },
      key: ['id'],
      indexes: [['account_id']],
      tenant: true,
    },
    { name: SUBJECTS, columns: { kind: 'text', id: 'text', site_id: 'integer' }, key: ['kind', 'id'] },
    {
      name: HELD_FACTS,
      columns: {
        stream: 'text',
        source: 'text',
        fact_id: 'text',
        type: 'text',
        time: 'timestamptz',
        data: 'json',
        waiting_for_kind: 'text',
        waiting_for_id: 'text',
        received_at: 'timestamptz',
        position: 'bigint',
      },
      key: ['stream'],
      indexes: [['waiting_for_kind', 'waiting_for_id']],
    },
  ],
  on: {
    FactHeld(rows, { data, stream, metadata, position }) {
      const { waiting_for, stream: _, ...content } = data as FactContent & { waiting_for: Owner; stream: string };
      rows.put(HELD_FACTS, {
        stream,
        source: content.source,
        fact_id: content.fact_id,
        type: content.type,
        time: content.time,
        data: content.data as JsonObject,
        waiting_for_kind: waiting_for.kind,
        waiting_for_id: String(waiting_for.id),
        received_at: metadata.recorded_at,
        position,
      });
    },
    async AccountRegistered(rows, { data, at }) {
      const fact = data as {
        account_id: number;
        name: string;
        email: string;
        plan: string;
        kind?: string;
        parent_account_id?: number;
      };
      const known = await rows.get(ACCOUNTS, { id: fact.account_id });
      rows.put(ACCOUNTS, {
        id: fact.account_id,
        account_id: fact.account_id,
        name: fact.name,
        email: fact.email,
        plan: known?.['plan'] ?? fact.plan,
        kind: fact.kind ?? 'client',
        parent_account_id: fact.parent_account_id ?? null,
        created_at: known?.['created_at'] ?? at,
        updated_at: at,
      });
    },
    AccountPlanChanged: (rows, { data, at }) => {
      const fact = data as { account_id: number; plan: string };
      return rows.change(ACCOUNTS, { id: fact.account_id }, (row) => ({ ...row, plan: fact.plan, updated_at: at }));
    },
    async UserRegistered(rows, { data, at }) {
      const fact = data as { user_id: number; account_id: number; name: string; email: string };
      const known = await rows.get(USERS, { id: fact.user_id });
      const { account_id, name, email } = fact;
      rows.put(USERS, {
        id: fact.user_id,
        account_id,
        name,
        email,
        created_at: known?.['created_at'] ?? at,
        updated_at: at,
      });
    },
    async SiteRegistered(rows, { data, at }) {
      const fact = data as {
        site_id: number;
        account_id: number;
        domain: string;
        name?: string;
        sector_id?: number;
        niche?: string;
      };
      const known = await rows.get(SITES, { id: fact.site_id });
      rows.put(SITES, {
        connected: false,
        plugin_version: null,
        blueprint_id: null,
        blueprint_approved: false,
        created_at: at,
        ...known,
        id: fact.site_id,
        account_id: known?.['account_id'] ?? fact.account_id,
        domain: fact.domain,
        name: fact.name ?? null,
        sector_id: fact.sector_id ?? null,
        niche: fact.niche ?? null,
        updated_at: at,
      });
    },
    SiteIntegrationConnected: (rows, { data, at }) =>
      changeSite(rows, data, at, () => ({
        connected: true,
        plugin_version: (data as { plugin_version?: string }).plugin_version ?? null,
      })),
    SiteIntegrationDisconnected: (rows, { data, at }) => changeSite(rows, data, at, () => ({ connected: false })),
    BlueprintGenerated: (rows, { data, at }) =>
      changeSite(rows, data, at, () => ({
        blueprint_id: (data as { blueprint_id: number }).blueprint_id,
        blueprint_approved: false,
      })),
    BlueprintApproved: (rows, { data, at }) =>
      changeSite(rows, data, at, (row) =>
        row['blueprint_id'] === (data as { blueprint_id: number }).blueprint_id ? { blueprint_approved: true } : {},
      ),
  },
  onAny(rows, event) {
    if (!(FACT_TYPES as readonly string[]).includes(event.type)) return;
    const data = event.data as Parameters<typeof introduces>[1];
    const subject = introduces(event.type, data);
    if (subject && (subject.kind === 'campaign' || subject.kind === 'social_post')) {
      rows.put(SUBJECTS, { kind: subject.kind, id: String(subject.id), site_id: data['site_id'] as number });
    }
    if (event.revision > 0) rows.remove(HELD_FACTS, { stream: event.stream }); // Held at revision 0, released now.
  },
});

const changeSite = (rows: UnitOfWork, data: unknown, at: string, change: (row: Row) => Row) =>
  rows.change(SITES, { id: (data as { site_id: number }).site_id }, (row) => ({
    ...row,
    ...change(row),
    updated_at: at,
  }));

export type AccountRow = {
  readonly id: number;
  readonly name: string;
  readonly email: string;
  readonly plan: string;
  readonly kind: string;
  readonly parent_account_id: number | null;
};
export type SiteRow = {
  readonly id: number;
  readonly account_id: number;
  readonly domain: string;
  readonly sector_id: number | null;
  readonly connected: boolean;
  readonly blueprint_id: number | null;
};
export type UserRow = {
  readonly id: number;
  readonly account_id: number;
  readonly name: string;
  readonly email: string;
};

/** What commands and effects ask the directory. */
export function platformDirectoryReader(tables: ReadTables, open: (text: string) => Promise<string>) {
  const one = async <T>(table: string, id: number) =>
    ((await tables.get(table, { id })) as unknown as T | undefined) ?? null;
  /** Of whom was erased there is neither a name nor an address. */
  const person = async <T extends { readonly name: string; readonly email: string }>(
    row: T | null,
    unnamed: string,
  ) => {
    if (row === null) return null;
    const [name, email] = [await open(row.name), await open(row.email)];
    return { ...row, name: name === ERASED ? unnamed : name, email: email === ERASED ? '' : email };
  };
  return {
    account: async (id: number) => person(await one<AccountRow>(ACCOUNTS, id), `Account ${id}`),
    site: (id: number) => one<SiteRow>(SITES, id),
    user: async (id: number) => person(await one<UserRow>(USERS, id), `User ${id}`),
    childAccounts: async (parent: number) =>
      (await tables.find(ACCOUNTS, { parent_account_id: parent })).map((row) => Number(row['id'])),
    /** The site a campaign or post belongs to; for accounts and sites their own id; null where not known. */
    async owner({ kind, id }: Owner): Promise<{ accountId: number | null; siteId: number | null } | null> {
      if (kind === 'account') {
        const account = await one<AccountRow>(ACCOUNTS, Number(id));
        return account && { accountId: account.id, siteId: null };
      }
      const siteId =
        kind === 'site' ? Number(id) : Number((await tables.get(SUBJECTS, { kind, id: String(id) }))?.['site_id'] ?? 0);
      const site = siteId > 0 ? await one<SiteRow>(SITES, siteId) : null;
      return site && { accountId: site.account_id, siteId: site.id };
    },
  };
}
