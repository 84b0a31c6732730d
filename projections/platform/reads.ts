import type { Kysely, SelectQueryBuilder } from 'kysely';
import type { Instant } from '#domain/kernel/time';
import type { CreditEntryRow, FeatureUsageRow, PlanRow } from '#projections/billing/billing-rows';
import type { JsonObject } from '#runtime/event-store';
import type { FindOptions, Key, ReadTables, Where } from '#runtime/read-model';
import type { RunReads } from '#runtime/table-reads';

/** Whose rows may be read: every account's, or these accounts', or one account manager's subscriptions. */
export type ReadScope = {
  readonly accounts: '*' | readonly number[];
  readonly assignedTo: number | null;
  /** For the answer to a command: tables that show it, where the database's do not yet. They are read by keys alone. */
  readonly ahead?: ReadTables | null;
};

/** The row of that key in tables that are ahead of the database. */
export async function rowAhead<T extends keyof Tables>(
  ahead: ReadTables,
  table: T,
  key: Key,
): Promise<Tables[T] | undefined> {
  const row: unknown = await ahead.get(table, key);
  return row as Tables[T] | undefined;
}

/** Rows of tables that are ahead of the database. */
export async function rowsAhead<T extends keyof Tables>(
  ahead: ReadTables,
  table: T,
  where: Where,
  options: FindOptions = {},
): Promise<Tables[T][]> {
  const rows: unknown = await ahead.find(table, where, options);
  return rows as Tables[T][];
}

/** The read models as queries see them. */
export type Tables = {
  igny8_managed_service_subscriptions: SubscriptionRow;
  igny8_managed_service_timeline: TimelineRow;
  igny8_platform_work_requests: WorkRequestRow;
  igny8_platform_held_facts: HeldFactRow;
  igny8_platform_accounts: AccountListRow;
  igny8_platform_sites: { id: number; account_id: number; domain: string; sector_id: number | null };
  igny8_access_tokens: TokenRow;
  igny8_launch_flags: {
    flag: string;
    for_account: number;
    enabled: boolean;
    reason: string | null;
    updated_at: Instant;
  };
  runtime_effects: EffectRow;
  igny8_webhook_endpoints: WebhookRow;
  igny8_backlink_order_timeline: Omit<TimelineRow, 'subscription_id'> & { order_id: number };
  igny8_invoice_timeline: Omit<TimelineRow, 'subscription_id'> & { invoice_id: number };
  igny8_indexing_credits: CreditEntryRow;
  igny8_indexing_credit_balances: { account_id: number; balance: number };
  igny8_feature_usage_log: FeatureUsageRow;
  igny8_plans: PlanRow;
};

/** Runs queries in a transaction that takes on the reader's role, so that row-level security stands behind the query's own scope. */
export type Reads = <T>(scope: ReadScope, work: (db: Kysely<Tables>) => Promise<T>) => Promise<T>;
/** The same reads for readers that name their tables. */
export const runOf = (reads: Reads): RunReads => reads as RunReads;

export type SubscriptionRow = {
  id: number;
  account_id: number;
  site_id: number;
  sector_id: number | null;
  tier: 'lite' | 'pro';
  status: 'pending' | 'active' | 'paused' | 'cancelled';
  monthly_price: string;
  articles_per_month: number;
  account_manager_id: number | null;
  current_month_articles_published: number;
  current_month_start: string | null;
  service_config: JsonObject;
  started_at: Instant | null;
  cancelled_at: Instant | null;
  next_billing_date: string | null;
  paused_reason: string | null;
  behind_since: string | null;
  onboarding: JsonObject;
  onboarding_status: string;
  state: JsonObject;
  revision: number;
  created_by: number | null;
  created_at: Instant;
  updated_at: Instant;
};
export type TimelineRow = {
  event_id: string;
  subscription_id: number;
  account_id: number | null;
  site_id: number | null;
  position: number;
  stream: string;
  revision: number;
  type: string;
  occurred_at: Instant;
  recorded_at: Instant;
  actor: JsonObject;
  summary: string;
  data: JsonObject;
};
export type WorkRequestRow = {
  id: number;
  kind: string;
  key: string;
  payload: JsonObject;
  status: 'waiting' | 'sent' | 'done' | 'failed';
  result: JsonObject | null;
  error: string | null;
  subscription_id: number | null;
  account_id: number | null;
  site_id: number | null;
  revision: number;
  created_at: Instant;
  updated_at: Instant;
};
export type HeldFactRow = {
  stream: string;
  source: string;
  fact_id: string;
  type: string;
  time: Instant;
  data: JsonObject;
  waiting_for_kind: string;
  waiting_for_id: string;
  received_at: Instant;
  position: number;
};
export type AccountListRow = {
  id: number;
  account_id: number;
  name: string;
  email: string;
  plan: string;
  kind: string;
  parent_account_id: number | null;
  created_at: Instant;
  updated_at: Instant;
};
export type TokenRow = {
  id: number;
  role: string;
  account_id: number | null;
  user_id: number | null;
  scopes: string[];
  label: string | null;
  secret_sha256: string;
  bootstrap: boolean;
  expires_at: Instant | null;
  revoked_at: Instant | null;
  created_at: Instant;
  updated_at: Instant;
};
export type WebhookRow = {
  id: number;
  account_id: number | null;
  url: string;
  event_types: string[];
  salt: string;
  old_salts: { salt: string; until: Instant }[];
  status: 'active' | 'disabled' | 'removed';
  disabled_because: 'switched_off' | 'gone' | null;
  disabled_at: Instant | null;
  removed_at: Instant | null;
  revision: number;
  created_at: Instant;
  updated_at: Instant;
};
export type EffectRow = {
  effect_id: string;
  kind: string;
  name: string;
  key: string;
  payload: JsonObject;
  saga: string;
  instance: string;
  status: string;
  attempts: number;
  next_attempt_at: Instant | null;
  last_error: string | null;
  account_id: number | null;
  site_id: number | null;
  requested_at: Instant;
  updated_at: Instant;
  position: number;
};

/** A page of a log that pages by position: what comes after, and how much of it. */
export type Stretch = { readonly after: number; readonly limit: number };
export type Paging = { readonly page: number; readonly page_size: number; readonly ordering: string };
export type Listed<Row> = { readonly count: number; readonly rows: readonly Row[] };

/** Counts what a filter leaves and cuts one page of it; ties are broken by `tie`, so pages never overlap. */
export async function listed<T extends keyof Tables, Row>(
  filtered: SelectQueryBuilder<Tables, T, object>,
  { page, page_size, ordering }: Paging,
  tie: string,
): Promise<Listed<Row>> {
  const descending = ordering.startsWith('-');
  const column = ordering.replace(/^-/, '');
  const direction = descending ? 'desc' : 'asc';
  const { count } = (await filtered.select((eb) => eb.fn.countAll<number>().as('count')).executeTakeFirstOrThrow()) as {
    count: number;
  };
  const rows = await filtered
    .selectAll()
    .orderBy(column as never, direction)
    .orderBy(tie as never, direction)
    .limit(page_size)
    .offset((page - 1) * page_size)
    .execute();
  return { count: Number(count), rows: rows as Row[] };
}
