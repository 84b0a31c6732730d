import { expressionBuilder } from 'kysely';
import { among, type Narrow, ofAccounts } from '#runtime/scoped-reads';
import type { DatabaseOf } from '#runtime/table';
import { SUBSCRIPTIONS } from './managed-subscription.ts';

/** An account manager sees what belongs to the sites of their subscriptions. */
export const assignedSites = (userId: number) =>
  expressionBuilder<DatabaseOf<readonly [typeof SUBSCRIPTIONS]>, never>()
    .selectFrom(SUBSCRIPTIONS.name)
    .select('site_id')
    .where('account_manager_id', '=', userId);

/** Rows of tables with a site: of the accounts in scope, and of the sites that an account manager looks after. */
export const ofSites: Narrow = (query, scope) => {
  const rows = ofAccounts(query, scope);
  return scope.assignedTo === null ? rows : among(rows, 'site_id', assignedSites(scope.assignedTo));
};
