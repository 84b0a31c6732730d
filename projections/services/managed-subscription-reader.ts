import {
  type Listed,
  listed,
  type Paging,
  type ReadScope,
  type Reads,
  rowAhead,
  type Stretch,
  type SubscriptionRow,
  type TimelineRow,
} from '#projections/platform/reads';
import { SUBSCRIPTIONS } from './managed-subscription.ts';
import { TIMELINE } from './service-timeline.ts';

export type SubscriptionFilter = {
  readonly account_id?: number | undefined;
  readonly site_id?: number | undefined;
  readonly status?: string | undefined;
  readonly tier?: string | undefined;
};

/** Questions about managed subscriptions, each asked inside the caller's scope. */
export function managedSubscriptionReader(reads: Reads) {
  return {
    get: (scope: ReadScope, id: number): Promise<SubscriptionRow | undefined> =>
      scope.ahead
        ? rowAhead(scope.ahead, SUBSCRIPTIONS, { id })
        : reads(scope, async (db) => {
            const query = db.selectFrom(SUBSCRIPTIONS).selectAll().where('id', '=', id);
            return (
              scope.assignedTo === null ? query : query.where('account_manager_id', '=', scope.assignedTo)
            ).executeTakeFirst();
          }),

    list: (scope: ReadScope, filter: SubscriptionFilter, paging: Paging): Promise<Listed<SubscriptionRow>> =>
      reads(scope, (db) => {
        let query = db.selectFrom(SUBSCRIPTIONS);
        if (scope.accounts !== '*') query = query.where('account_id', 'in', [...scope.accounts, 0]);
        if (scope.assignedTo !== null) query = query.where('account_manager_id', '=', scope.assignedTo);
        if (filter.account_id !== undefined) query = query.where('account_id', '=', filter.account_id);
        if (filter.site_id !== undefined) query = query.where('site_id', '=', filter.site_id);
        if (filter.status !== undefined) query = query.where('status', '=', filter.status as SubscriptionRow['status']);
        if (filter.tier !== undefined) query = query.where('tier', '=', filter.tier as SubscriptionRow['tier']);
        return listed<typeof SUBSCRIPTIONS, SubscriptionRow>(query, paging, 'id');
      }),

    timeline: (scope: ReadScope, id: number, { after, limit }: Stretch): Promise<TimelineRow[]> =>
      reads(scope, (db) =>
        db
          .selectFrom(TIMELINE)
          .selectAll()
          .where('subscription_id', '=', id)
          .where('position', '>', after)
          .orderBy('position')
          .limit(limit)
          .execute(),
      ),

    domain: (scope: ReadScope, siteId: number): Promise<string | undefined> =>
      reads(
        scope,
        async (db) =>
          (await db.selectFrom('igny8_platform_sites').select('domain').where('id', '=', siteId).executeTakeFirst())
            ?.domain,
      ),
  };
}
export type ManagedSubscriptionReader = ReturnType<typeof managedSubscriptionReader>;
