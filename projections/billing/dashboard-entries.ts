import { type Kysely, sql } from 'kysely';
import { type CostEntry, type CreditableLine, creditShares, fine, type RevenueEntry } from '#domain/billing/margin';
import { dayOf, type Zone } from '#domain/kernel/calendar';
import type { Day } from '#domain/kernel/time';
import { lastDay, minDay, monthOf, nextMonth, previousMonth } from '#domain/kernel/time';
import { monthLines } from '#domain/services/service-month';
import { ORDERS } from '#projections/links/backlink-order-table';
import { SUBSCRIPTIONS, type SubscriptionRow } from '#projections/services/managed-subscription';
import type { DatabaseOf } from '#runtime/table';
import { over, type ReadScope, type RunReads } from '#runtime/table-reads';
import { PURCHASES } from './add-on.ts';
import { BILLABLES } from './billing-account-tables.ts';
import { mine, ofBilled } from './billing-scope.ts';
import { CREDIT_NOTES, INVOICE_LINES, INVOICES } from './invoice-tables.ts';
import { COSTS } from './margin.ts';

const ASKED = [SUBSCRIPTIONS, ORDERS, PURCHASES, BILLABLES, INVOICES, INVOICE_LINES, CREDIT_NOTES, COSTS] as const;
type Db = Kysely<DatabaseOf<typeof ASKED>>;
type Service = Pick<SubscriptionRow, 'id' | 'account_id' | 'site_id' | 'tier' | 'state'>;
export type Entries = { readonly revenue: readonly RevenueEntry[]; readonly costs: readonly CostEntry[] };

/** Everything that was earned and spent, by month. */
export const entriesOf = (run: RunReads, zone: Zone) => {
  const reads = over(run, ...ASKED);
  return (scope: ReadScope, today: Day): Promise<Entries> =>
    reads(scope, async (db) => {
      const services = await ofBilled(db.selectFrom(SUBSCRIPTIONS.name), scope)
        .select(['id', 'account_id', 'site_id', 'tier', 'state'])
        .orderBy('id')
        .execute();
      const earned = await invoiced(db, scope, services);
      const waiting = [...running(services, today), ...(await ended(db, scope, zone)), ...(await unbilled(db, scope))];
      return { revenue: [...earned, ...waiting], costs: await incurred(db, scope, services) };
    });
};

async function invoiced(db: Db, scope: ReadScope, services: readonly Service[]): Promise<RevenueEntry[]> {
  const tiers = new Map(services.map(({ id, tier }) => [id, tier]));
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
        ? `managed_${tier ?? tiers.get(subscription_id ?? 0) ?? 'lite'}`
        : rule === 'add_on.indexing_boost'
          ? 'indexing_boost'
          : 'backlinks',
  }));
  const lines = new Map<number, CreditableLine<RevenueEntry>[]>();
  for (const { invoice_id, line_id, ...of } of entries)
    lines.set(invoice_id, [...(lines.get(invoice_id) ?? []), { line_id, amount: of.amount, of }]);
  const notes = await ofBilled(db.selectFrom(CREDIT_NOTES.name), scope)
    .select(['invoice_id', 'issued_on', 'net', 'lines'])
    .orderBy('id')
    .execute();
  const credited = notes.flatMap(({ invoice_id, issued_on, net, lines: named }) =>
    creditShares(lines.get(invoice_id) ?? [], { net: fine(net), lines: named }).map(({ of, amount }) => ({
      ...of,
      month: monthOf(issued_on),
      amount: -amount,
    })),
  );
  return [...entries, ...credited];
}

/** Earned and not invoiced yet: the months that run. */
const running = (services: readonly Service[], today: Day): RevenueEntry[] =>
  services.flatMap(({ id, account_id, state }) => {
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

/** Earned and not invoiced yet: orders that have ended. */
async function ended(db: Db, scope: ReadScope, zone: Zone): Promise<RevenueEntry[]> {
  const orders = await ofBilled(db.selectFrom(ORDERS.name), scope)
    .select(['id', 'account_id', 'client_price', 'completed_at', 'cancelled_at'])
    .where('status', 'in', ['completed', 'cancelled'])
    .where('billing', '=', 'on_completion')
    .where('invoice_id', 'is', null)
    .where('client_price', '>', '0')
    .execute();
  return orders.flatMap(({ id, account_id, client_price, completed_at, cancelled_at }) => {
    const at = completed_at ?? cancelled_at;
    if (at === null) return [];
    return [
      {
        month: monthOf(dayOf(at, zone)),
        account_id,
        subscription_id: null,
        order_id: id,
        service: 'backlinks',
        amount: fine(client_price),
        accrued: true,
      },
    ];
  });
}

/** Earned and not invoiced yet: what a void invoice left. */
async function unbilled(db: Db, scope: ReadScope): Promise<RevenueEntry[]> {
  const rows = await ofBilled(db.selectFrom(BILLABLES.name), scope)
    .select(['account_id', 'billing_date', 'lines'])
    .where('invoice_id', 'is', null)
    .where('key', 'not like', 'order-%')
    .execute();
  return rows.flatMap(({ account_id, billing_date, lines }) =>
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
}

async function incurred(db: Db, scope: ReadScope, services: readonly Service[]): Promise<CostEntry[]> {
  const rows = await ofBilled(db.selectFrom(COSTS.name), scope)
    .select(['month', 'account_id', 'site_id', 'order_id', 'kind', (eb) => eb.fn.sum<string>('amount').as('amount')])
    .groupBy(['month', 'account_id', 'site_id', 'order_id', 'kind'])
    .execute();
  const ofSite = new Map(services.map((each) => [each.site_id, each]));
  return rows.map(({ month, account_id, site_id, order_id, kind, amount }) => {
    const managed = order_id === null && site_id !== null ? ofSite.get(site_id) : undefined;
    const service = order_id !== null ? 'backlinks' : managed ? `managed_${managed.tier}` : 'other';
    const subscription_id = managed?.id ?? null;
    return { month, account_id, subscription_id, order_id, service, kind, amount: fine(amount) };
  });
}
