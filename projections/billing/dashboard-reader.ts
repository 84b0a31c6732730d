import { type Kysely, sql } from 'kysely';
import { type CostEntry, type CreditableLine, creditShares, fine, type RevenueEntry } from '#domain/billing/margin';
import { dayOf, type Zone } from '#domain/kernel/calendar';
import type { Day, Instant, Month } from '#domain/kernel/time';
import { lastDay, minDay, monthOf, nextMonth, previousMonth } from '#domain/kernel/time';
import type { ManagedSubscription } from '#domain/services/managed-subscription';
import { monthLines } from '#domain/services/service-month';
import { ORDERS, type OrderRow } from '#projections/links/backlink-order-table';
import { ACCOUNTS } from '#projections/platform/platform-directory';
import { SUBSCRIPTIONS, type SubscriptionRow } from '#projections/services/managed-subscription';
import type { DatabaseOf } from '#runtime/table';
import { over, type ReadScope, type RunReads } from '#runtime/table-reads';
import { PURCHASES } from './add-on.ts';
import { BILLABLES, type BillableRow } from './billing-account-tables.ts';
import { assignedAccounts } from './billing-scope.ts';
import { CREDIT_NOTES, INVOICE_LINES, INVOICES } from './invoice-tables.ts';
import { COSTS, MRR_CHANGES } from './margin.ts';

/** What figures are asked of: SQL over whichever tables, within the reader's transaction. */
type Db = Kysely<DatabaseOf<readonly [typeof ACCOUNTS]>>;

export type Span = { readonly from: Month; readonly to: Month };
export type ClientRow = {
  readonly account_id: number;
  readonly name: string;
  readonly plan: string;
  readonly statuses: Readonly<Record<string, number>>;
  readonly mrr: string;
  readonly open: string;
  readonly past_due: string;
  readonly behind: boolean;
};

/** Figures of the delivery team's dashboards: revenue, cost, margin, MRR and clients, inside the caller's scope. */
export function dashboardReader(run: RunReads, zone: Zone, open: (text: string) => Promise<string>) {
  const reads = over(run, ACCOUNTS);
  /** SQL that bounds a table with `account_id` to the caller's accounts. */
  const mine = (scope: ReadScope) => {
    const accounts = scope.accounts === '*' ? null : [...scope.accounts, 0];
    return sql<boolean>`(${accounts === null ? sql`true` : sql`account_id = ANY(${accounts})`} AND ${
      scope.assignedTo === null ? sql`true` : sql`account_id IN (${assignedAccounts(scope.assignedTo)})`
    })`;
  };

  async function tiers(db: Db, scope: ReadScope) {
    const { rows } = await sql<
      Pick<SubscriptionRow, 'id' | 'account_id' | 'site_id' | 'tier' | 'status'> & {
        state: ManagedSubscription;
      }
    >`SELECT id, account_id, site_id, tier, status, state FROM ${sql.id('igny8', SUBSCRIPTIONS.name)}
       WHERE ${mine(scope)} ORDER BY id`.execute(db);
    return rows;
  }

  async function invoiced(db: Db, scope: ReadScope, services: Map<number, string>): Promise<RevenueEntry[]> {
    // A package is bought before its order is there: the purchase knows which it became.
    const { rows } = await sql<{
      invoice_id: number;
      line_id: number;
      month: string;
      account_id: number;
      subscription_id: number | null;
      order_id: number | null;
      kind: string;
      rule: string;
      tier: string | null;
      amount: string;
    }>`
      SELECT l.invoice_id, l.line_id, coalesce(l.month, to_char(i.period_start, 'YYYY-MM')) AS month, account_id,
        l.subscription_id, coalesce(l.order_id, p.order_id) AS order_id, l.kind, l.rule, l.inputs->>'tier' AS tier,
        l.amount::text AS amount
      FROM ${sql.id('igny8', INVOICE_LINES.name)} l
        JOIN (SELECT id, status, period_start FROM ${sql.id('igny8', INVOICES.name)}) i ON i.id = l.invoice_id
        LEFT JOIN (SELECT id, order_id FROM ${sql.id('igny8', PURCHASES.name)}) p ON p.id = l.purchase_id
      WHERE i.status <> 'void' AND l.kind NOT IN ('tax', 'credit') AND ${mine(scope)}
      ORDER BY 1, 2`.execute(db);
    const entries = rows.map(({ invoice_id, line_id, subscription_id, order_id, kind, rule, tier, ...row }) => ({
      invoice_id,
      line_id,
      month: row.month,
      account_id: row.account_id,
      subscription_id,
      order_id,
      amount: fine(row.amount),
      accrued: false,
      service:
        kind === 'subscription'
          ? `managed_${tier ?? services.get(subscription_id ?? 0) ?? 'lite'}`
          : rule === 'add_on.indexing_boost'
            ? 'indexing_boost'
            : 'backlinks',
    }));
    const lines = new Map<number, CreditableLine<RevenueEntry>[]>();
    for (const { invoice_id, line_id, ...of } of entries)
      lines.set(invoice_id, [...(lines.get(invoice_id) ?? []), { line_id, amount: of.amount, of }]);
    const notes = await sql<{
      invoice_id: number;
      month: string;
      account_id: number;
      net: string;
      lines: { line_id: number; amount_cents: number }[];
    }>`
      SELECT invoice_id, to_char(issued_on, 'YYYY-MM') AS month, account_id, net::text AS net, lines
      FROM ${sql.id('igny8', CREDIT_NOTES.name)} WHERE ${mine(scope)} ORDER BY id`.execute(db);
    const credited = notes.rows.flatMap(({ invoice_id, month, net, lines: named }) =>
      creditShares(lines.get(invoice_id) ?? [], { net: fine(net), lines: named }).map(({ of, amount }) => ({
        ...of,
        month,
        amount: -amount,
      })),
    );
    return [...entries, ...credited];
  }

  /** Earned and not invoiced yet: the months that run, orders that have ended, what a void invoice left. */
  async function accrued(
    db: Db,
    scope: ReadScope,
    subscriptions: Awaited<ReturnType<typeof tiers>>,
    today: Day,
  ): Promise<RevenueEntry[]> {
    const running = subscriptions.flatMap(({ id, account_id, state }) => {
      if (state.status === 'none' || state.status === 'pending' || state.nextBillingDate === null) return [];
      const entries: RevenueEntry[] = [];
      for (let month = previousMonth(monthOf(state.nextBillingDate)); month <= monthOf(today); month = nextMonth(month))
        for (const line of monthLines(state.history, month, minDay(today, lastDay(month))))
          entries.push({
            month,
            account_id,
            subscription_id: id,
            order_id: null,
            service: `managed_${line.tier}`,
            amount: BigInt(line.amount) * 100n,
            accrued: true,
          });
      return entries;
    });
    const ended = await sql<Pick<OrderRow, 'id' | 'account_id' | 'client_price'> & { ended: Instant }>`
      SELECT id, account_id, client_price::text AS client_price, coalesce(completed_at, cancelled_at) AS ended
      FROM ${sql.id('igny8', ORDERS.name)} WHERE status IN ('completed', 'cancelled') AND billing = 'on_completion'
        AND invoice_id IS NULL AND client_price > 0 AND ${mine(scope)}`.execute(db);
    const orders = ended.rows.map((row) => ({
      month: monthOf(dayOf(row.ended, zone)),
      account_id: row.account_id,
      subscription_id: null,
      order_id: row.id,
      service: 'backlinks',
      amount: fine(row.client_price),
      accrued: true,
    }));
    const { rows: unbilled } = await sql<Pick<BillableRow, 'account_id' | 'billing_date' | 'lines'>>`
      SELECT account_id, billing_date::text AS billing_date, lines FROM ${sql.id('igny8', BILLABLES.name)}
      WHERE invoice_id IS NULL AND key NOT LIKE 'order-%' AND ${mine(scope)}`.execute(db);
    const waiting = unbilled.flatMap(({ account_id, billing_date, lines }) =>
      lines.map((line) => ({
        month: line.month ?? monthOf(billing_date),
        account_id,
        subscription_id: line.subscription_id,
        order_id: line.order_id,
        accrued: true,
        service: line.kind === 'subscription' ? `managed_${String(line.inputs['tier'] ?? 'lite')}` : 'backlinks',
        amount: BigInt(line.amount_cents) * 100n,
      })),
    );
    return [...running, ...orders, ...waiting];
  }

  async function incurred(
    db: Db,
    scope: ReadScope,
    subscriptions: Awaited<ReturnType<typeof tiers>>,
  ): Promise<CostEntry[]> {
    const { rows } = await sql<{
      month: string;
      account_id: number;
      site_id: number | null;
      order_id: number | null;
      kind: string;
      amount: string;
    }>`
      SELECT month, account_id, site_id, order_id, kind, sum(amount)::text AS amount FROM ${sql.id('igny8', COSTS.name)}
      WHERE ${mine(scope)} GROUP BY 1, 2, 3, 4, 5`.execute(db);
    const ofSite = new Map(subscriptions.map((each) => [each.site_id, each]));
    return rows.map(({ month, account_id, site_id, order_id, kind, amount }) => {
      const managed = order_id === null && site_id !== null ? ofSite.get(site_id) : undefined;
      const service = order_id !== null ? 'backlinks' : managed ? `managed_${managed.tier}` : 'other';
      const subscription_id = managed?.id ?? null;
      return { month, account_id, subscription_id, order_id, service, kind, amount: fine(amount) };
    });
  }

  return {
    /** Everything that was earned and spent in these months. */
    entries: (scope: ReadScope, span: Span, today: Day) =>
      reads(scope, async (db) => {
        const subscriptions = await tiers(db, scope);
        const services = new Map(subscriptions.map(({ id, tier }) => [id, tier as string]));
        const revenue = [...(await invoiced(db, scope, services)), ...(await accrued(db, scope, subscriptions, today))];
        const costs = await incurred(db, scope, subscriptions);
        const inside = ({ month }: { readonly month: string }) => month >= span.from && month <= span.to;
        return { revenue: revenue.filter(inside), costs: costs.filter(inside) };
      }),

    /** MRR at the end of each of these days. */
    mrr: (scope: ReadScope, days: readonly Day[]): Promise<string[]> =>
      reads(scope, async (db) => {
        const { rows } = await sql<{ on_day: string; change: string }>`
          SELECT on_day::text AS on_day, sum(change)::text AS change FROM ${sql.id('igny8', MRR_CHANGES.name)}
          WHERE ${mine(scope)} GROUP BY 1`.execute(db);
        return days.map((day) => {
          const total = rows.reduce((sum, row) => (row.on_day <= day ? sum + fine(row.change) : sum), 0n);
          const hundredths = total / 100n;
          const sign = hundredths < 0n ? '-' : '';
          const text = (hundredths < 0n ? -hundredths : hundredths).toString().padStart(3, '0');
          return `${sign}${text.slice(0, -2)}.${text.slice(-2)}`;
        });
      }),

    statuses: (scope: ReadScope): Promise<Readonly<Record<string, number>>> =>
      reads(scope, async (db) => {
        const { rows } = await sql<{ status: string; n: number }>`
          SELECT status, count(*)::int AS n FROM ${sql.id('igny8', SUBSCRIPTIONS.name)} WHERE ${mine(scope)} GROUP BY 1`.execute(
          db,
        );
        return Object.fromEntries(rows.map(({ status, n }) => [status, n]));
      }),

    /** Accounts that have, or had, something with us. */
    clients: (scope: ReadScope): Promise<ClientRow[]> =>
      reads(scope, async (db) => {
        const { rows } = await sql<ClientRow>`
          SELECT a.id AS account_id, a.name, a.plan,
            coalesce((SELECT json_object_agg(s.status, s.n) FROM
              (SELECT status, count(*)::int AS n FROM ${sql.id('igny8', SUBSCRIPTIONS.name)} WHERE account_id = a.id GROUP BY 1) s), '{}') AS statuses,
            coalesce((SELECT sum(change) FROM ${sql.id('igny8', MRR_CHANGES.name)} WHERE account_id = a.id), 0)::numeric(14, 2)::text AS mrr,
            coalesce((SELECT sum(amount_due) FROM ${sql.id('igny8', INVOICES.name)}
              WHERE account_id = a.id AND status IN ('open', 'past_due')), 0)::numeric(14, 2)::text AS open,
            coalesce((SELECT sum(amount_due) FROM ${sql.id('igny8', INVOICES.name)}
              WHERE account_id = a.id AND status = 'past_due'), 0)::numeric(14, 2)::text AS past_due,
            EXISTS (SELECT 1 FROM ${sql.id('igny8', SUBSCRIPTIONS.name)} WHERE account_id = a.id AND behind_since IS NOT NULL)
              OR EXISTS (SELECT 1 FROM ${sql.id('igny8', ORDERS.name)} WHERE account_id = a.id AND behind_since IS NOT NULL) AS behind
          FROM (SELECT id, id AS account_id, name, plan FROM ${sql.id('igny8', ACCOUNTS.name)}) a
          WHERE ${mine(scope)} AND (
            EXISTS (SELECT 1 FROM ${sql.id('igny8', SUBSCRIPTIONS.name)} WHERE account_id = a.id)
            OR EXISTS (SELECT 1 FROM ${sql.id('igny8', INVOICES.name)} WHERE account_id = a.id)
            OR EXISTS (SELECT 1 FROM ${sql.id('igny8', ORDERS.name)} WHERE account_id = a.id))
          ORDER BY a.id`.execute(db);
        return Promise.all(rows.map(async (row) => ({ ...row, name: await open(row.name) })));
      }),

    names: (scope: ReadScope): Promise<ReadonlyMap<number, string>> =>
      reads(scope, async (db) => {
        const rows = await db.selectFrom(ACCOUNTS.name).select(['id', 'name']).execute();
        return new Map(await Promise.all(rows.map(async ({ id, name }) => [id, await open(name)] as const)));
      }),
  };
}
export type DashboardReader = ReturnType<typeof dashboardReader>;
