import { SITES } from '#projections/platform/platform-directory';
import {
  type Listed,
  listed,
  matching,
  over,
  type Paging,
  type ReadScope,
  type RunReads,
  type Strip,
  stripOf,
  typed,
} from '#runtime/table-reads';
import { SUBSCRIPTIONS, type SubscriptionRow } from './managed-subscription.ts';
import { TIMELINE, type TimelineRow } from './service-timeline.ts';

export type SubscriptionFilter = {
  readonly account_id?: number | undefined;
  readonly site_id?: number | undefined;
  readonly status?: SubscriptionRow['status'] | undefined;
  readonly tier?: SubscriptionRow['tier'] | undefined;
};

/** Questions about managed subscriptions, each asked inside the caller's scope. */
export function managedSubscriptionReader(run: RunReads) {
  const ofSubscriptions = over(run, SUBSCRIPTIONS);
  const ofTimeline = over(run, TIMELINE);
  const ofSites = over(run, SITES);
  return {
    get: (scope: ReadScope, id: number): Promise<SubscriptionRow | undefined> =>
      scope.ahead
        ? typed(scope.ahead).get(SUBSCRIPTIONS, { id })
        : ofSubscriptions(scope, async (db) => {
            const query = db.selectFrom(SUBSCRIPTIONS.name).selectAll().where('id', '=', id);
            return (
              scope.assignedTo === null ? query : query.where('account_manager_id', '=', scope.assignedTo)
            ).executeTakeFirst();
          }),

    list: (
      scope: ReadScope,
      { account_id, site_id, status, tier }: SubscriptionFilter,
      paging: Paging,
    ): Promise<Listed<SubscriptionRow>> =>
      ofSubscriptions(scope, (db) => {
        let query = matching(db.selectFrom(SUBSCRIPTIONS.name), { account_id, site_id, status, tier });
        if (scope.accounts !== '*') query = query.where('account_id', 'in', [...scope.accounts, 0]);
        if (scope.assignedTo !== null) query = query.where('account_manager_id', '=', scope.assignedTo);
        return listed(query, paging, 'id');
      }),

    timeline: (scope: ReadScope, id: number, strip: Strip): Promise<TimelineRow[]> =>
      ofTimeline(scope, (db) =>
        stripOf(db.selectFrom(TIMELINE.name).selectAll().where('subscription_id', '=', id), strip).execute(),
      ),

    domain: (scope: ReadScope, siteId: number): Promise<string | undefined> =>
      ofSites(
        scope,
        async (db) =>
          (await db.selectFrom(SITES.name).select('domain').where('id', '=', siteId).executeTakeFirst())?.domain,
      ),
  };
}
export type ManagedSubscriptionReader = ReturnType<typeof managedSubscriptionReader>;
