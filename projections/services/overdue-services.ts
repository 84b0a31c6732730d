import type { FindOverdue, Overdue } from '#projections/platform/overdue';
import { among, ofAccounts } from '#runtime/scoped-reads';
import { over, type RunReads } from '#runtime/table-reads';
import { SUBSCRIPTIONS, type SubscriptionRow } from './managed-subscription.ts';

export const SERVICES_OVERDUE = ['onboarding', 'content'] as const;

/** Blocked onboardings, and delivery that is behind on content. */
export const overdueServices = (run: RunReads): FindOverdue => {
  const reads = over(run, SUBSCRIPTIONS);
  return async (scope) => {
    const rows = await reads(scope, (db) => {
      const late = db
        .selectFrom(SUBSCRIPTIONS.name)
        .selectAll()
        .where('status', '!=', 'cancelled')
        .where((eb) => eb.or([eb('onboarding_status', '=', 'blocked'), eb('behind_since', 'is not', null)]));
      const mine = ofAccounts(late, scope);
      return (scope.assignedTo === null ? mine : among(mine, 'account_manager_id', [scope.assignedTo])).execute();
    });
    return rows.flatMap(ofSubscription);
  };
};

function ofSubscription(row: SubscriptionRow): Overdue[] {
  const { id, account_id, site_id } = row;
  const href = `/api/v1/services/subscriptions/${id}/`;
  const { blocked_reason, steps } = row.onboarding;
  const blocked = steps.find((step) => step.status === 'blocked');
  const detail = `onboarding is blocked at ${blocked?.step}: ${blocked?.error ?? blocked_reason ?? 'unknown'}`;
  const overdue: Overdue[] = [];
  if (blocked?.at) overdue.push({ kind: 'onboarding', id, account_id, site_id, since: blocked.at, detail, href });
  if (row.behind_since !== null)
    overdue.push({
      kind: 'content',
      id,
      account_id,
      site_id,
      since: row.behind_since,
      detail: `${row.current_month_articles_published} articles published this month, fewer than due by now`,
      href,
    });
  return overdue;
}
