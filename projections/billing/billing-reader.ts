import { type Kysely, sql } from 'kysely';
import { add, formatMoney, parseMoney, ZERO } from '#domain/kernel/money';
import { FEATURE_REFUSED, FEATURE_USAGE, FEATURE_WEEKS } from '#projections/plans/feature-usage';
import { CREDIT_BALANCES, CREDIT_LEDGER, type CreditEntryRow } from '#projections/plans/indexing-credit';
import {
  type Listed,
  listed,
  type Paging,
  type ReadScope,
  type Reads,
  rowAhead,
  rowsAhead,
  type Stretch,
  type Tables,
} from '#projections/platform/reads';
import { SUBSCRIPTIONS } from '#projections/services/managed-subscription';
import { INVOICE_TIMELINE } from '#projections/services/service-timeline';
import { PURCHASES } from './add-on.ts';
import { ACCOUNT_CREDITS, BILLING_ACCOUNTS } from './billing-account.ts';
import type { InvoiceLineRow, InvoiceRow, PaymentRow, PurchaseRow } from './billing-rows.ts';
import { DISPUTES, type DisputeRow } from './dispute.ts';
import { CREDIT_NOTES, INVOICE_LINES, INVOICES, PAYMENTS } from './invoice.ts';

type Billed = typeof INVOICES | typeof PURCHASES | typeof DISPUTES;
type Filter = Readonly<Record<string, string | number | boolean | undefined>>;

/** An account manager sees what belongs to the accounts of their subscriptions. */
export const assignedAccounts = (db: Kysely<Tables>, userId: number) =>
  db.selectFrom(SUBSCRIPTIONS.name).select('account_id').where('account_manager_id', '=', userId);

export type FeatureWeek = {
  readonly week: string;
  readonly plan: string;
  readonly feature: string;
  readonly level: string;
  readonly checks: number;
  readonly refusals: number;
  readonly accounts_refused: number;
  readonly plan_needed: string | null;
};

/** Questions about invoices, payments, credits, purchases and feature use, each asked inside the caller's scope. */
export function billingReader(reads: Reads) {
  const within = <T extends Billed>(db: Kysely<Tables>, table: T, scope: ReadScope, filter: Filter) => {
    let query = db.selectFrom(table as Billed).where((eb) => {
      const conditions = Object.entries(filter)
        .filter(([, value]) => value !== undefined)
        .map(([column, value]) => eb(column as never, '=', value as never));
      return eb.and(conditions);
    });
    if (scope.accounts !== '*') query = query.where('account_id', 'in', [...scope.accounts, 0]);
    if (scope.assignedTo !== null) query = query.where('account_id', 'in', assignedAccounts(db, scope.assignedTo));
    return query;
  };
  const one = async <Row>(table: Billed, scope: ReadScope, id: number): Promise<Row | undefined> => {
    const row: unknown = scope.ahead
      ? await rowAhead(scope.ahead, table, { id })
      : await reads(scope, (db) => within(db, table, scope, { id }).selectAll().executeTakeFirst());
    return row as Row | undefined;
  };
  const list = <Row>(table: Billed, scope: ReadScope, filter: Filter, paging: Paging): Promise<Listed<Row>> =>
    reads(scope, (db) => listed(within(db, table, scope, filter) as never, paging, 'id'));

  return {
    invoice: (scope: ReadScope, id: number) => one<InvoiceRow>(INVOICES, scope, id),
    invoices: (scope: ReadScope, filter: Filter, paging: Paging) => list<InvoiceRow>(INVOICES, scope, filter, paging),
    purchase: (scope: ReadScope, id: number) => one<PurchaseRow>(PURCHASES, scope, id),
    purchases: (scope: ReadScope, filter: Filter, paging: Paging) =>
      list<PurchaseRow>(PURCHASES, scope, filter, paging),

    dispute: (scope: ReadScope, id: number) => one<DisputeRow>(DISPUTES, scope, id),
    disputes: (scope: ReadScope, filter: Filter, paging: Paging) => list<DisputeRow>(DISPUTES, scope, filter, paging),

    /** Lines, payments and credit notes of those invoices. */
    async parts(scope: ReadScope, ids: readonly number[]) {
      const of = [...ids, 0];
      if (scope.ahead) {
        const where = { invoice_id: { in: of } };
        return {
          lines: await rowsAhead(scope.ahead, INVOICE_LINES, where, { orderBy: ['line_id'] }),
          payments: await rowsAhead(scope.ahead, PAYMENTS, where, { orderBy: ['id'] }),
          notes: await rowsAhead(scope.ahead, CREDIT_NOTES, where, { orderBy: ['id'] }),
        };
      }
      return reads(scope, async (db) => {
        const [lines, payments, notes] = await Promise.all([
          db.selectFrom(INVOICE_LINES).selectAll().where('invoice_id', 'in', of).orderBy('line_id').execute(),
          db.selectFrom(PAYMENTS).selectAll().where('invoice_id', 'in', of).orderBy('id').execute(),
          db.selectFrom(CREDIT_NOTES).selectAll().where('invoice_id', 'in', of).orderBy('id').execute(),
        ]);
        return { lines: lines as InvoiceLineRow[], payments: payments as PaymentRow[], notes };
      });
    },
    payment: (scope: ReadScope, id: number) =>
      scope.ahead
        ? rowAhead(scope.ahead, PAYMENTS, { id })
        : reads(scope, (db) => db.selectFrom(PAYMENTS).selectAll().where('id', '=', id).executeTakeFirst()),
    creditNote: (scope: ReadScope, id: number) =>
      reads(scope, (db) => db.selectFrom(CREDIT_NOTES).selectAll().where('id', '=', id).executeTakeFirst()),

    timeline: (scope: ReadScope, invoiceId: number, { after, limit }: Stretch) =>
      reads(scope, (db) =>
        db
          .selectFrom(INVOICE_TIMELINE.name)
          .selectAll()
          .where('invoice_id', '=', invoiceId)
          .where('position', '>', after)
          .orderBy('position')
          .limit(limit)
          .execute(),
      ),

    /** The account as it is known to the platform, where the caller may see it. */
    account: (scope: ReadScope, id: number) =>
      reads(scope, async (db) => {
        let query = db.selectFrom('igny8_platform_accounts').selectAll().where('id', '=', id);
        if (scope.accounts !== '*') query = query.where('id', 'in', [...scope.accounts, 0]);
        if (scope.assignedTo !== null) query = query.where('id', 'in', assignedAccounts(db, scope.assignedTo));
        return query.executeTakeFirst();
      }),
    billing: (scope: ReadScope, account: number) =>
      scope.ahead
        ? rowAhead(scope.ahead, BILLING_ACCOUNTS, { account_id: account })
        : reads(scope, (db) =>
            db.selectFrom(BILLING_ACCOUNTS).selectAll().where('account_id', '=', account).executeTakeFirst(),
          ),
    /** What is left of each credit of the account. */
    accountCredits: (scope: ReadScope, account: number) =>
      scope.ahead
        ? rowsAhead(scope.ahead, ACCOUNT_CREDITS, { account_id: account })
        : reads(scope, (db) => db.selectFrom(ACCOUNT_CREDITS).selectAll().where('account_id', '=', account).execute()),
    /** What the account owes: all that is open, and of it what is past due. */
    async owed(scope: ReadScope, account: number): Promise<{ readonly open: string; readonly past_due: string }> {
      if (scope.ahead) {
        const where = { account_id: account, status: { in: ['open', 'past_due'] } };
        const due = await rowsAhead(scope.ahead, INVOICES, where);
        const sum = (rows: readonly InvoiceRow[]) =>
          formatMoney(add(...rows.map(({ amount_due }) => parseMoney(amount_due) ?? ZERO)));
        return { open: sum(due), past_due: sum(due.filter(({ status }) => status === 'past_due')) };
      }
      return reads(scope, async (db) => {
        const { rows } = await sql<{ open: string; past_due: string }>`
          SELECT coalesce(sum(amount_due), 0)::numeric(14, 2) AS open,
            coalesce(sum(amount_due) FILTER (WHERE status = 'past_due'), 0)::numeric(14, 2) AS past_due
          FROM ${sql.id('igny8', INVOICES)} WHERE account_id = ${account} AND status IN ('open', 'past_due')`.execute(
          db,
        );
        return rows[0] ?? { open: '0.00', past_due: '0.00' };
      });
    },

    credits: (scope: ReadScope, account: number, paging: Paging) =>
      reads(scope, async (db) => {
        const query = db.selectFrom(CREDIT_LEDGER.name).where('account_id', '=', account);
        const page = await listed<typeof CREDIT_LEDGER.name, CreditEntryRow>(query, paging, 'position');
        const row = await db
          .selectFrom(CREDIT_BALANCES.name)
          .select('balance')
          .where('account_id', '=', account)
          .executeTakeFirst();
        return { ...page, balance: row?.balance ?? 0 };
      }),

    /** The log of feature checks by position, in [from, to). */
    usage: (
      scope: ReadScope,
      filter: {
        readonly account_id?: number | undefined;
        readonly from?: string | undefined;
        readonly to?: string | undefined;
      },
      { after, limit }: { readonly after: number; readonly limit: number },
    ) =>
      reads(scope, (db) => {
        let query = db.selectFrom(FEATURE_USAGE.name).selectAll().where('position', '>', after);
        if (scope.accounts !== '*') query = query.where('account_id', 'in', [...scope.accounts, 0]);
        if (filter.account_id !== undefined) query = query.where('account_id', '=', filter.account_id);
        if (filter.from !== undefined) query = query.where('timestamp', '>=', filter.from as never);
        if (filter.to !== undefined) query = query.where('timestamp', '<', filter.to as never);
        return query.orderBy('position').orderBy('event_id').limit(limit).execute();
      }),

    /** Checks, refusals and the accounts refused, per week, plan, feature and level. */
    usageReport: (scope: ReadScope, from: string, to: string): Promise<FeatureWeek[]> =>
      reads(scope, async (db) => {
        const { rows } = await sql<FeatureWeek>`
          SELECT w.week, w.plan, w.feature, w.level, w.checks, w.refusals, w.upgrade_to AS plan_needed,
            (SELECT count(*)::int FROM ${sql.id('igny8', FEATURE_REFUSED.name)} r
             WHERE (r.week, r.plan, r.feature, r.level) = (w.week, w.plan, w.feature, w.level)) AS accounts_refused
          FROM ${sql.id('igny8', FEATURE_WEEKS.name)} w WHERE w.week >= ${from} AND w.week <= ${to}
          ORDER BY w.week, w.refusals DESC, w.plan, w.feature, w.level`.execute(db);
        return rows;
      }),
  };
}
export type BillingReader = ReturnType<typeof billingReader>;
