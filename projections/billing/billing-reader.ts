import { sql } from 'kysely';
import { add, formatMoney, parseMoney, ZERO } from '#domain/kernel/money';
import type { Day, Instant } from '#domain/kernel/time';
import type { Plan } from '#domain/plans/plan';
import { FEATURE_REFUSED, FEATURE_USAGE, FEATURE_WEEKS } from '#projections/plans/feature-usage';
import { CREDIT_BALANCES, CREDIT_LEDGER } from '#projections/plans/indexing-credit';
import { ACCOUNTS } from '#projections/platform/platform-directory';
import { INVOICE_TIMELINE } from '#projections/services/service-timeline';
import { among, type FilterOf, ofAccounts, tableReads } from '#runtime/scoped-reads';
import {
  listed,
  over,
  type Paging,
  type ReadScope,
  type RunReads,
  type Strip,
  stripOf,
  typed,
} from '#runtime/table-reads';
import { PURCHASES } from './add-on.ts';
import { ACCOUNT_CREDITS, BILLING_ACCOUNTS } from './billing-account-tables.ts';
import { assignedAccounts, ofBilled } from './billing-scope.ts';
import { DISPUTES } from './dispute.ts';
import { CREDIT_NOTES, INVOICE_LINES, INVOICES, type InvoiceRow, PAYMENTS } from './invoice-tables.ts';

export type FeatureWeek = {
  readonly week: Day;
  readonly plan: Plan;
  readonly feature: string;
  readonly level: string;
  readonly checks: number;
  readonly refusals: number;
  readonly accounts_refused: number;
  readonly plan_needed: string | null;
};

/** Questions about invoices, payments, credits, purchases and feature use, each asked inside the caller's scope. */
export function billingReader(run: RunReads) {
  const ofTimeline = over(run, INVOICE_TIMELINE);
  const ofAccount = over(run, ACCOUNTS);
  const ofIndexingCredits = over(run, CREDIT_LEDGER, CREDIT_BALANCES);
  const ofUsage = over(run, FEATURE_USAGE, FEATURE_WEEKS, FEATURE_REFUSED);
  const ofInvoices = over(run, INVOICES, INVOICE_LINES, PAYMENTS, CREDIT_NOTES);
  const ofCredits = over(run, ACCOUNT_CREDITS);
  const { one, page } = tableReads(run, ofBilled);
  // What belongs to an invoice, or to an account, that the caller was shown before.
  const shown = tableReads(run, (query) => query);

  return {
    invoice: (scope: ReadScope, id: number) => one(INVOICES, scope, { id }),
    invoices: (scope: ReadScope, filter: FilterOf<typeof INVOICES>, paging: Paging) =>
      page(INVOICES, scope, filter, paging),
    purchase: (scope: ReadScope, id: number) => one(PURCHASES, scope, { id }),
    purchases: (scope: ReadScope, filter: FilterOf<typeof PURCHASES>, paging: Paging) =>
      page(PURCHASES, scope, filter, paging),

    dispute: (scope: ReadScope, id: number) => one(DISPUTES, scope, { id }),
    disputes: (scope: ReadScope, filter: FilterOf<typeof DISPUTES>, paging: Paging) =>
      page(DISPUTES, scope, filter, paging),

    /** Lines, payments and credit notes of those invoices. */
    async parts(scope: ReadScope, ids: readonly number[]) {
      const of = [...ids, 0];
      if (scope.ahead) {
        const { find } = typed(scope.ahead);
        const where = { invoice_id: { in: of } };
        return {
          lines: await find(INVOICE_LINES, where, { orderBy: ['line_id'] }),
          payments: await find(PAYMENTS, where, { orderBy: ['id'] }),
          notes: await find(CREDIT_NOTES, where, { orderBy: ['id'] }),
        };
      }
      return ofInvoices(scope, async (db) => {
        const [lines, payments, notes] = await Promise.all([
          db.selectFrom(INVOICE_LINES.name).selectAll().where('invoice_id', 'in', of).orderBy('line_id').execute(),
          db.selectFrom(PAYMENTS.name).selectAll().where('invoice_id', 'in', of).orderBy('id').execute(),
          db.selectFrom(CREDIT_NOTES.name).selectAll().where('invoice_id', 'in', of).orderBy('id').execute(),
        ]);
        return { lines, payments, notes };
      });
    },
    payment: (scope: ReadScope, id: number) => shown.one(PAYMENTS, scope, { id }),
    creditNote: ({ accounts, assignedTo }: ReadScope, id: number) =>
      shown.one(CREDIT_NOTES, { accounts, assignedTo }, { id }),

    timeline: (scope: ReadScope, invoiceId: number, strip: Strip) =>
      ofTimeline(scope, (db) =>
        stripOf(db.selectFrom(INVOICE_TIMELINE.name).selectAll().where('invoice_id', '=', invoiceId), strip).execute(),
      ),

    /** The account as it is known to the platform, where the caller may see it. */
    account: (scope: ReadScope, id: number) =>
      ofAccount(scope, async (db) => {
        const known = db.selectFrom(ACCOUNTS.name).selectAll().where('id', '=', id);
        const mine = ofAccounts(known, scope, 'id');
        const { assignedTo } = scope;
        return (assignedTo === null ? mine : among(mine, 'id', assignedAccounts(assignedTo))).executeTakeFirst();
      }),
    billing: (scope: ReadScope, account: number) => shown.one(BILLING_ACCOUNTS, scope, { account_id: account }),
    /** What is left of each credit of the account. */
    accountCredits: (scope: ReadScope, account: number) =>
      scope.ahead
        ? typed(scope.ahead).find(ACCOUNT_CREDITS, { account_id: account })
        : ofCredits(scope, (db) =>
            db.selectFrom(ACCOUNT_CREDITS.name).selectAll().where('account_id', '=', account).execute(),
          ),
    /** What the account owes: all that is open, and of it what is past due. */
    async owed(scope: ReadScope, account: number): Promise<{ readonly open: string; readonly past_due: string }> {
      if (scope.ahead) {
        const where = { account_id: account, status: { in: ['open', 'past_due'] } } as const;
        const due = await typed(scope.ahead).find(INVOICES, where);
        const sum = (rows: readonly InvoiceRow[]) =>
          formatMoney(add(...rows.map(({ amount_due }) => parseMoney(amount_due) ?? ZERO)));
        return { open: sum(due), past_due: sum(due.filter(({ status }) => status === 'past_due')) };
      }
      return ofInvoices(scope, async (db) => {
        const { rows } = await sql<{ open: string; past_due: string }>`
          SELECT coalesce(sum(amount_due), 0)::numeric(14, 2) AS open,
            coalesce(sum(amount_due) FILTER (WHERE status = 'past_due'), 0)::numeric(14, 2) AS past_due
          FROM ${sql.id('igny8', INVOICES.name)} WHERE account_id = ${account} AND status IN ('open', 'past_due')`.execute(
          db,
        );
        return rows[0] ?? { open: '0.00', past_due: '0.00' };
      });
    },

    credits: (scope: ReadScope, account: number, paging: Paging) =>
      ofIndexingCredits(scope, async (db) => {
        const query = db.selectFrom(CREDIT_LEDGER.name).where('account_id', '=', account);
        const entries = await listed(query, paging, 'position');
        const row = await db
          .selectFrom(CREDIT_BALANCES.name)
          .select('balance')
          .where('account_id', '=', account)
          .executeTakeFirst();
        return { ...entries, balance: row?.balance ?? 0 };
      }),

    /** The log of feature checks by position, in [from, to). */
    usage: (
      scope: ReadScope,
      filter: {
        readonly account_id?: number | undefined;
        readonly from?: Instant | undefined;
        readonly to?: Instant | undefined;
      },
      { after, limit }: { readonly after: number; readonly limit: number },
    ) =>
      ofUsage(scope, (db) => {
        let query = ofAccounts(db.selectFrom(FEATURE_USAGE.name).selectAll().where('position', '>', after), scope);
        if (filter.account_id !== undefined) query = query.where('account_id', '=', filter.account_id);
        if (filter.from !== undefined) query = query.where('timestamp', '>=', filter.from);
        if (filter.to !== undefined) query = query.where('timestamp', '<', filter.to);
        return query.orderBy('position').orderBy('event_id').limit(limit).execute();
      }),

    /** Checks, refusals and the accounts refused, per week, plan, feature and level. */
    usageReport: (scope: ReadScope, from: string, to: string): Promise<FeatureWeek[]> =>
      ofUsage(scope, async (db) => {
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
