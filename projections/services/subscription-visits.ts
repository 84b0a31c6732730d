import { dayOf, type Zone } from '#domain/kernel/calendar';
import type { Instant, Month } from '#domain/kernel/time';
import { EFFECTS } from '#runtime/machinery-tables';
import type { ReadTables } from '#runtime/read-model';
import { typed } from '#runtime/table-reads';
import { CONTENT, SUBSCRIPTIONS, type SubscriptionRow } from './managed-subscription.ts';

/** What jobs and effects ask of the subscriptions. */
export function subscriptionVisits(tables: ReadTables, clock: { now(): Instant }, zone: Zone) {
  const { get, find } = typed(tables);
  const ids = (rows: readonly SubscriptionRow[]) => rows.map(({ id }) => id);
  return {
    dueForBilling: async () => ids(await find(SUBSCRIPTIONS, { next_billing_date: { lte: dayOf(clock.now(), zone) } })),
    blocked: async () => ids(await find(SUBSCRIPTIONS, { status: 'pending', onboarding_status: 'blocked' })),
    overdue: async () => {
      const living = await find(SUBSCRIPTIONS, { status: { in: ['pending', 'active', 'paused'] } });
      const effects = await find(EFFECTS, { status: { in: ['parked', 'unknown'] } });
      return {
        onboarding: living.filter((row) => row.onboarding_status === 'blocked').length,
        content: living.filter((row) => row.behind_since !== null).length,
        effect: effects.filter(({ kind }) => kind !== 'webhook' && !kind.startsWith('index_submit_')).length,
      };
    },
    running: async () => ids(await find(SUBSCRIPTIONS, { status: { in: ['active', 'paused'] } })),
    active: async () =>
      (await find(SUBSCRIPTIONS, { status: 'active' })).map((row) => ({
        id: row.id,
        published: row.current_month_articles_published,
      })),
    /** The id of the site's active managed Pro subscription; null where it has none. */
    activePro: async (siteId: number): Promise<number | null> => {
      const [row] = await find(SUBSCRIPTIONS, { site_id: siteId, status: 'active', tier: 'pro' }, { limit: 1 });
      return row?.id ?? null;
    },
    /** Whether the services of the site are paused. */
    pausedOn: async (siteId: number): Promise<boolean> =>
      (await find(SUBSCRIPTIONS, { site_id: siteId, status: 'paused' }, { limit: 1 })).length > 0,
    /** Whether the site's subscription has every placement of a link approved by the client. */
    placementApproval: async (siteId: number): Promise<'none' | 'client'> => {
      const where = { site_id: siteId, status: { in: ['pending', 'active', 'paused'] } } as const;
      const [row] = await find(SUBSCRIPTIONS, where, { limit: 1 });
      return row?.service_config.backlinks.placement_approval ?? 'none';
    },
    managerOf: async (siteId: number): Promise<number | null> => {
      const where = { site_id: siteId, status: { in: ['pending', 'active', 'paused'] } } as const;
      const [row] = await find(SUBSCRIPTIONS, where, { limit: 1 });
      return row?.account_manager_id ?? null;
    },
    /** The contract by which an account is written to: the site's, else another one of the account; null where it has none. */
    async contractOf(accountId: number, siteId: number | null): Promise<SubscriptionRow | null> {
      const rows = await find(SUBSCRIPTIONS, { account_id: accountId });
      const rank = ({ site_id, status }: SubscriptionRow) =>
        (site_id === siteId ? 2 : 0) + (status === 'cancelled' ? 0 : 1);
      return [...rows].sort((a, b) => rank(b) - rank(a) || b.id - a.id)[0] ?? null;
    },
    subscription: async (id: number): Promise<SubscriptionRow | null> => (await get(SUBSCRIPTIONS, { id })) ?? null,
    /** Articles that count for the subscription in that month. */
    async published(subscriptionId: number, month: Month): Promise<number> {
      const row = await get(SUBSCRIPTIONS, { id: subscriptionId });
      if (!row) return 0;
      if (row.current_month_start?.startsWith(month)) return row.current_month_articles_published;
      return (await find(CONTENT, { site_id: row.site_id, month })).length;
    },
  };
}
