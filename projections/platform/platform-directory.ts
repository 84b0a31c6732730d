import type { Instant } from '#domain/kernel/time';
import { ERASED } from '#domain/log/personal-data';
import {
  FACT_TYPES,
  type FactData,
  type FactEvent,
  type FactType,
  introduces,
  type Owner,
  type OwnerKind,
} from '#domain/platform/fact';
import type { FactTold } from '#domain/platform/fact-data';
import { type Heard, type Projection, projection } from '#runtime/projection';
import type { ReadTables } from '#runtime/read-model';
import { bigint, boolean, instant, integer, json, type RowOf, stamps, table, text } from '#runtime/table';
import { typed } from '#runtime/table-reads';
import type { UnitOfWork } from '#runtime/unit-of-work';

export const ACCOUNTS = table(
  'igny8_platform_accounts',
  {
    id: integer,
    name: text,
    email: text,
    plan: text,
    kind: text,
    parent_account_id: integer.orNull,
    account_id: integer,
    ...stamps,
  },
  { key: ['id'], indexes: [['parent_account_id']], tenant: true },
);
export const SITES = table(
  'igny8_platform_sites',
  {
    id: integer,
    account_id: integer,
    domain: text,
    name: text.orNull,
    sector_id: integer.orNull,
    niche: text.orNull,
    connected: boolean,
    plugin_version: text.orNull,
    blueprint_id: integer.orNull,
    blueprint_approved: boolean,
    ...stamps,
  },
  { key: ['id'], indexes: [['account_id']], tenant: true },
);
type SiteRow = RowOf<typeof SITES>;
export const USERS = table(
  'igny8_platform_users',
  { id: integer, account_id: integer, name: text, email: text, ...stamps },
  { key: ['id'], indexes: [['account_id']], tenant: true },
);
/** Campaigns and social posts that facts have introduced. */
export const SUBJECTS = table(
  'igny8_platform_subjects',
  { kind: text.of<OwnerKind>(), id: text, site_id: integer },
  { key: ['kind', 'id'] },
);
export const HELD_FACTS = table(
  'igny8_platform_held_facts',
  {
    stream: text,
    source: text,
    fact_id: text,
    type: text.of<FactType>(),
    time: instant,
    data: json<FactData>(),
    waiting_for_kind: text.of<OwnerKind>(),
    waiting_for_id: text,
    received_at: instant,
    position: bigint,
  },
  { key: ['stream'], indexes: [['waiting_for_kind', 'waiting_for_id']] },
);

type Introducing =
  | Heard<FactEvent, 'FactHeld'>
  | FactTold<
      | 'AccountRegistered'
      | 'AccountPlanChanged'
      | 'UserRegistered'
      | 'SiteRegistered'
      | 'SiteIntegrationConnected'
      | 'SiteIntegrationDisconnected'
      | 'BlueprintGenerated'
      | 'BlueprintApproved'
    >;

/** Accounts, sites and users as the platform's facts tell of them, and facts whose owner is not known yet. */
export const platformDirectory: Projection = projection<Introducing>({
  name: 'igny8_platform_directory',
  version: 1,
  tables: [ACCOUNTS, SITES, USERS, SUBJECTS, HELD_FACTS],
  on: {
    FactHeld(rows, { data, stream, metadata, position }) {
      const { waiting_for, stream: _, ...content } = data;
      rows.put(HELD_FACTS, {
        stream,
        source: content.source,
        fact_id: content.fact_id,
        type: content.type,
        time: content.time,
        data: content.data,
        waiting_for_kind: waiting_for.kind,
        waiting_for_id: String(waiting_for.id),
        received_at: metadata.recorded_at,
        position,
      });
    },
    async AccountRegistered(rows, { data: fact, at }) {
      const known = await rows.get(ACCOUNTS, { id: fact.account_id });
      rows.put(ACCOUNTS, {
        id: fact.account_id,
        account_id: fact.account_id,
        name: fact.name,
        email: fact.email,
        plan: known?.plan ?? fact.plan,
        kind: fact.kind ?? 'client',
        parent_account_id: fact.parent_account_id ?? null,
        created_at: known?.created_at ?? at,
        updated_at: at,
      });
    },
    AccountPlanChanged: (rows, { data: fact, at }) => {
      return rows.change(ACCOUNTS, { id: fact.account_id }, (row) => ({ ...row, plan: fact.plan, updated_at: at }));
    },
    async UserRegistered(rows, { data: fact, at }) {
      const known = await rows.get(USERS, { id: fact.user_id });
      const { account_id, name, email } = fact;
      rows.put(USERS, {
        id: fact.user_id,
        account_id,
        name,
        email,
        created_at: known?.created_at ?? at,
        updated_at: at,
      });
    },
    async SiteRegistered(rows, { data: fact, at }) {
      const known = await rows.get(SITES, { id: fact.site_id });
      rows.put(SITES, {
        connected: false,
        plugin_version: null,
        blueprint_id: null,
        blueprint_approved: false,
        created_at: at,
        ...known,
        id: fact.site_id,
        account_id: known?.account_id ?? fact.account_id,
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
        plugin_version: data.plugin_version ?? null,
      })),
    SiteIntegrationDisconnected: (rows, { data, at }) => changeSite(rows, data, at, () => ({ connected: false })),
    BlueprintGenerated: (rows, { data, at }) =>
      changeSite(rows, data, at, () => ({
        blueprint_id: data.blueprint_id,
        blueprint_approved: false,
      })),
    BlueprintApproved: (rows, { data, at }) =>
      changeSite(rows, data, at, (row) => (row.blueprint_id === data.blueprint_id ? { blueprint_approved: true } : {})),
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

const changeSite = (
  rows: UnitOfWork,
  { site_id }: { readonly site_id: number },
  at: Instant,
  change: (row: SiteRow) => Partial<SiteRow>,
) =>
  rows.change(SITES, { id: site_id }, (row) => ({
    ...row,
    ...change(row),
    updated_at: at,
  }));

/** What commands and effects ask the directory. */
export function platformDirectoryReader(tables: ReadTables, open: (text: string) => Promise<string>) {
  const { get, find } = typed(tables);
  const account = async (id: number) => (await get(ACCOUNTS, { id })) ?? null;
  const site = async (id: number) => (await get(SITES, { id })) ?? null;
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
    account: async (id: number) => person(await account(id), `Account ${id}`),
    site,
    user: async (id: number) => person((await get(USERS, { id })) ?? null, `User ${id}`),
    childAccounts: async (parent: number) => (await find(ACCOUNTS, { parent_account_id: parent })).map(({ id }) => id),
    /** The site a campaign or post belongs to; for accounts and sites their own id; null where not known. */
    async owner({ kind, id }: Owner): Promise<{ accountId: number | null; siteId: number | null } | null> {
      if (kind === 'account') {
        const known = await account(Number(id));
        return known && { accountId: known.id, siteId: null };
      }
      const siteId = kind === 'site' ? Number(id) : ((await get(SUBJECTS, { kind, id: String(id) }))?.site_id ?? 0);
      const known = siteId > 0 ? await site(siteId) : null;
      return known && { accountId: known.account_id, siteId: known.id };
    },
  };
}
export type PlatformDirectory = ReturnType<typeof platformDirectoryReader>;
