import type { Day, Instant } from '#domain/kernel/time';
import { ORDERS } from '#projections/links/backlink-order-table';
import { FEATURE_USAGE } from '#projections/plans/feature-usage';
import { ACCOUNTS, SITES } from '#projections/platform/platform-directory';
import { SUBSCRIPTIONS } from '#projections/services/managed-subscription';
import { over, type ReadScope, type RunReads } from '#runtime/table-reads';

/** What is tried for everybody is looked up for everybody; who may ask is the route's to say. */
const EVERYBODY: ReadScope = { accounts: '*', assignedTo: null };
const RUNNING = ['draft', 'approved', 'in_progress', 'delivered'] as const;

/** What accounts' next invoices are made of, and whom a change would concern. */
export function outlookReader(run: RunReads) {
  const ofServices = over(run, SUBSCRIPTIONS);
  const ofOrders = over(run, ORDERS);
  const ofSites = over(run, SITES);
  const ofAccounts = over(run, ACCOUNTS);
  const ofUsage = over(run, FEATURE_USAGE);
  return {
    /** Every service that the account ever had. */
    services: (account: number) =>
      ofServices(EVERYBODY, (db) =>
        db
          .selectFrom(SUBSCRIPTIONS.name)
          .select(['id', 'site_id', 'state'])
          .where('account_id', '=', account)
          .orderBy('id')
          .execute(),
      ),

    domains: async (sites: readonly number[]): Promise<ReadonlyMap<number, string>> => {
      const rows = await ofSites(EVERYBODY, (db) =>
        db
          .selectFrom(SITES.name)
          .select(['id', 'domain'])
          .where('id', 'in', [...sites, 0])
          .execute(),
      );
      return new Map(rows.map(({ id, domain }) => [id, domain]));
    },

    /** Orders of the account that have ended, are billed on completion and stand in no invoice. */
    endedOrders: async (account: number): Promise<readonly number[]> => {
      const rows = await ofOrders(EVERYBODY, (db) =>
        db
          .selectFrom(ORDERS.name)
          .select('id')
          .where('account_id', '=', account)
          .where('status', 'in', ['completed', 'cancelled'])
          .where('billing', '=', 'on_completion')
          .where('invoice_id', 'is', null)
          .where('client_price', '<>', '0.00')
          .orderBy('id')
          .execute(),
      );
      return rows.map(({ id }) => id);
    },

    /** Prepaid orders of the account that renew before that day. */
    renewing: (account: number, before: Day) =>
      ofOrders(EVERYBODY, (db) =>
        db
          .selectFrom(ORDERS.name)
          .select(['id', 'site_id', 'renews_on'])
          .where('account_id', '=', account)
          .where('billing', '=', 'prepaid')
          .where('renews_on', '<', before)
          .orderBy('renews_on')
          .orderBy('id')
          .execute(),
      ),

    /** Drafts, and monthly orders that renew: what the price book may be asked about again. */
    priced: () =>
      ofOrders(EVERYBODY, (db) =>
        db
          .selectFrom(ORDERS.name)
          .select(['account_id', 'state'])
          .where((each) => each.or([each('status', '=', 'draft'), each('renews_on', 'is not', null)]))
          .orderBy('id')
          .execute(),
      ),

    /** Open orders that are passed through to that service. */
    passedThrough: (subscription: number) =>
      ofOrders(EVERYBODY, (db) =>
        db
          .selectFrom(ORDERS.name)
          .select(['id', 'budget'])
          .where('managed_subscription_id', '=', subscription)
          .where('pricing_mode', '=', 'pass_through')
          .where('status', 'in', RUNNING)
          .orderBy('id')
          .execute(),
      ),

    accounts: async (ids: readonly number[]) => {
      const rows = await ofAccounts(EVERYBODY, (db) =>
        db
          .selectFrom(ACCOUNTS.name)
          .select(['id', 'name', 'plan'])
          .where('id', 'in', [...ids, 0])
          .execute(),
      );
      return new Map(rows.map((row) => [row.id, row]));
    },

    everyAccount: async (): Promise<readonly number[]> => {
      const rows = await ofAccounts(EVERYBODY, (db) =>
        db.selectFrom(ACCOUNTS.name).select('id').orderBy('id').execute(),
      );
      return rows.map(({ id }) => id);
    },

    /** How often, and when last, the account was allowed each level of a feature since then. */
    uses: (account: number, since: Instant) =>
      ofUsage(EVERYBODY, (db) =>
        db
          .selectFrom(FEATURE_USAGE.name)
          .select(['feature', 'required_level'])
          .select(({ fn }) => [fn.countAll<number>().as('checks'), fn.max('timestamp').as('last')])
          .where('account_id', '=', account)
          .where('was_allowed', '=', true)
          .where('timestamp', '>=', since)
          .groupBy(['feature', 'required_level'])
          .execute(),
      ),
  };
}
export type OutlookReader = ReturnType<typeof outlookReader>;
