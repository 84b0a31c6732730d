import type { Kysely, SelectQueryBuilder } from 'kysely';
import type { Instant } from '#domain/kernel/time';
import type {
  AccountCreditRow,
  BillableRow,
  BillingAccountRow,
  CostRow,
  CreditNoteRow,
  InvoiceLineRow,
  InvoiceRow,
  MrrRow,
  PaymentRow,
  PurchaseRow,
} from '#projections/billing/billing-rows';
import type { DisputeRow } from '#projections/billing/dispute';
import type {
  AhrefsConnectionRow,
  AhrefsSnapshotRow,
  BacklinkRow,
  IndexingRow,
  OrderRow,
  PriceBookRow,
} from '#projections/links/backlink-rows';
import type { FEATURE_USAGE, PLANS_TABLE } from '#projections/plans/feature-usage';
import type { CREDIT_BALANCES, CREDIT_LEDGER } from '#projections/plans/indexing-credit';
import type { SUBSCRIPTIONS } from '#projections/services/managed-subscription';
import type { INVOICE_TIMELINE, ORDER_TIMELINE, TIMELINE } from '#projections/services/service-timeline';
import type { EFFECTS } from '#runtime/machinery-tables';
import type { FindOptions, Key, ReadTables, Where } from '#runtime/read-model';
import type { DatabaseOf } from '#runtime/table';
import type { Listed, Paging, ReadScope } from '#runtime/table-reads';
import type { TOKENS } from './access-token.ts';
import type { FLAGS } from './launch-flag.ts';
import type { ACCOUNTS, HELD_FACTS, SITES } from './platform-directory.ts';
import type { WEBHOOKS } from './webhook-endpoint.ts';
import type { WORK_REQUESTS } from './work-request.ts';

export type { Listed, Paging, ReadScope, Stretch } from '#runtime/table-reads';

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
export type Tables = DatabaseOf<
  [
    typeof SUBSCRIPTIONS,
    typeof TIMELINE,
    typeof ORDER_TIMELINE,
    typeof INVOICE_TIMELINE,
    typeof WORK_REQUESTS,
    typeof HELD_FACTS,
    typeof ACCOUNTS,
    typeof SITES,
    typeof TOKENS,
    typeof FLAGS,
    typeof EFFECTS,
    typeof WEBHOOKS,
    typeof CREDIT_LEDGER,
    typeof CREDIT_BALANCES,
    typeof FEATURE_USAGE,
    typeof PLANS_TABLE,
  ]
> & {
  igny8_backlink_service_orders: OrderRow;
  igny8_sag_backlinks: BacklinkRow;
  igny8_backlink_indexing_requests: IndexingRow;
  igny8_indexing_services: { service: string; problem: string | null; error: string | null; since: Instant | null };
  igny8_price_book_versions: PriceBookRow;
  igny8_ahrefs_connections: AhrefsConnectionRow;
  igny8_ahrefs_domain_snapshots: AhrefsSnapshotRow;
  igny8_invoices: InvoiceRow;
  igny8_invoice_lines: InvoiceLineRow;
  igny8_payments: PaymentRow;
  igny8_disputes: DisputeRow;
  igny8_credit_notes: CreditNoteRow;
  igny8_billing_accounts: BillingAccountRow;
  igny8_billables: BillableRow;
  igny8_account_credits: AccountCreditRow;
  igny8_add_on_purchases: PurchaseRow;
  igny8_costs: CostRow;
  igny8_mrr_changes: MrrRow;
};

/** Runs queries in a transaction that takes on the reader's role, so that row-level security stands behind the query's own scope. */
export type Reads = <T>(scope: ReadScope, work: (db: Kysely<Tables>) => Promise<T>) => Promise<T>;

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
