import { fine } from '#domain/billing/margin';
import type { Zone } from '#domain/kernel/calendar';
import type { Day, Month } from '#domain/kernel/time';
import { type Open, withOpenNames } from '#projections/platform/by-name';
import { ACCOUNTS, SITES } from '#projections/platform/platform-directory';
import { CONVERSATIONS } from '#projections/services/conversation';
import { SUBSCRIPTIONS } from '#projections/services/managed-subscription';
import { over, type ReadScope, type RunReads } from '#runtime/table-reads';
import { ofBilled } from './billing-scope.ts';
import { dashboardClients } from './dashboard-clients.ts';
import { entriesOf } from './dashboard-entries.ts';
import { MRR_CHANGES } from './margin.ts';

export type Span = { readonly from: Month; readonly to: Month; readonly service?: string | undefined };
/** Figures of the delivery team's dashboards: revenue, cost, margin, MRR and clients, inside the caller's scope. */
export function dashboardReader(run: RunReads, zone: Zone, open: Open) {
  const reads = over(run, ACCOUNTS, SITES, SUBSCRIPTIONS, MRR_CHANGES, CONVERSATIONS);
  const entries = entriesOf(run, zone);
  return {
    /** Everything that was earned and spent in these months, by that service alone where one is named. */
    async entries(scope: ReadScope, span: Span, today: Day) {
      const { revenue, costs } = await entries(scope, today);
      const inside = ({ month, service }: { readonly month: string; readonly service: string }) =>
        month >= span.from && month <= span.to && (span.service === undefined || span.service === service);
      return { revenue: revenue.filter(inside), costs: costs.filter(inside) };
    },

    /** MRR at the end of each of these days. */
    mrr: (scope: ReadScope, days: readonly Day[]): Promise<string[]> =>
      reads(scope, async (db) => {
        const rows = await ofBilled(db.selectFrom(MRR_CHANGES.name), scope)
          .select(['on_day', (eb) => eb.fn.sum<string>('change').as('change')])
          .groupBy('on_day')
          .execute();
        return days.map((day) =>
          inDollars(rows.reduce((sum, row) => (row.on_day <= day ? sum + fine(row.change) : sum), 0n)),
        );
      }),

    /** Messages of clients that nobody of the team has read. */
    unread: (scope: ReadScope): Promise<number> =>
      reads(scope, async (db) => {
        const { unread } = await ofBilled(db.selectFrom(CONVERSATIONS.name), scope)
          .select((eb) => eb.fn.sum<string | null>('unread_team').as('unread'))
          .executeTakeFirstOrThrow();
        return Number(unread ?? 0);
      }),

    statuses: (scope: ReadScope): Promise<Readonly<Record<string, number>>> =>
      reads(scope, async (db) => {
        const rows = await ofBilled(db.selectFrom(SUBSCRIPTIONS.name), scope)
          .select(['status', (eb) => eb.fn.countAll<number>().as('n')])
          .groupBy('status')
          .execute();
        return Object.fromEntries(rows.map(({ status, n }) => [status, Number(n)]));
      }),

    clients: dashboardClients(run, open),

    /** The managed services of these accounts, with the site of each. */
    services: (scope: ReadScope, accounts: readonly number[]) =>
      reads(scope, async (db) => {
        const rows = await ofBilled(db.selectFrom(SUBSCRIPTIONS.name), scope)
          .where('account_id', 'in', [...accounts, 0])
          .select(['id', 'account_id', 'site_id', 'tier', 'status', 'behind_since', 'articles_per_month'])
          .select(['state', 'current_month_start'])
          .select(['current_month_articles_published as articles_published', 'account_manager_id'])
          .select((eb) => [
            eb
              .selectFrom(SITES.name)
              .select('domain')
              .whereRef(`${SITES.name}.id`, '=', `${SUBSCRIPTIONS.name}.site_id`)
              .as('domain'),
          ])
          .orderBy('id')
          .execute();
        return rows;
      }),

    names: (scope: ReadScope): Promise<ReadonlyMap<number, string>> =>
      reads(scope, async (db) => {
        const rows = await db.selectFrom(ACCOUNTS.name).select(['id', 'name']).execute();
        return new Map((await withOpenNames(open, rows)).map(({ id, name }) => [id, name]));
      }),
  };
}
export type DashboardReader = ReturnType<typeof dashboardReader>;

/** Ten-thousandths of a dollar as text, to the cent. */
function inDollars(total: bigint): string {
  const hundredths = total / 100n;
  const sign = hundredths < 0n ? '-' : '';
  const text = (hundredths < 0n ? -hundredths : hundredths).toString().padStart(3, '0');
  return `${sign}${text.slice(0, -2)}.${text.slice(-2)}`;
}
