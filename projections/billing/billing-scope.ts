import { expressionBuilder, sql } from 'kysely';
import { SUBSCRIPTIONS } from '#projections/services/managed-subscription';
import { among, type Narrow, ofAccounts } from '#runtime/scoped-reads';
import type { DatabaseOf } from '#runtime/table';
import type { ReadScope } from '#runtime/table-reads';

/** An account manager sees what belongs to the accounts of their subscriptions. */
export const assignedAccounts = (userId: number) =>
  expressionBuilder<DatabaseOf<readonly [typeof SUBSCRIPTIONS]>, never>()
    .selectFrom(SUBSCRIPTIONS.name)
    .select('account_id')
    .where('account_manager_id', '=', userId);

/** Rows of the accounts in scope, and of those whose subscriptions an account manager looks after. */
export const ofBilled: Narrow = (query, scope) => {
  const rows = ofAccounts(query, scope);
  return scope.assignedTo === null ? rows : among(rows, 'account_id', assignedAccounts(scope.assignedTo));
};

/** The same for statements that are written out: bounds whatever has `account_id`. */
export const mine = ({ accounts, assignedTo }: ReadScope) =>
  sql<boolean>`(${accounts === '*' ? sql`true` : sql`account_id = ANY(${[...accounts, 0]})`} AND ${
    assignedTo === null ? sql`true` : sql`account_id IN (${assignedAccounts(assignedTo)})`
  })`;
