import type { Kysely } from 'kysely';
import type { Overdue } from '#projections/platform/overdue';
import type { ReadScope, SubscriptionRow, Tables } from '#projections/platform/reads';
import { SUBSCRIPTIONS } from './managed-subscription.ts';

export const SERVICES_OVERDUE = ['onboarding', 'content'] as const;

/** Blocked onboardings, and delivery that is behind on content. */
export async function overdueServices(db: Kysely<Tables>, scope: ReadScope): Promise<Overdue[]> {
  let subscriptions = db.selectFrom(SUBSCRIPTIONS).selectAll().where('status', '!=', 'cancelled');
  if (scope.accounts !== '*') subscriptions = subscriptions.where('account_id', 'in', [...scope.accounts, 0]);
  if (scope.assignedTo !== null) subscriptions = subscriptions.where('account_manager_id', '=', scope.assignedTo);
  const behind = await subscriptions
    .where((eb) => eb.or([eb('onboarding_status', '=', 'blocked'), eb('behind_since', 'is not', null)]))
    .execute();
  return behind.flatMap(ofSubscription);
}

function ofSubscription(row: SubscriptionRow): Overdue[] {
  const { id, account_id, site_id } = row;
  const href = `/api/v1/services/subscriptions/${id}/`;
  const { blocked_reason, steps } = row.onboarding as unknown as {
    blocked_reason: string | null;
    steps: { status: string; step: string; at: string; error: string | null }[];
  };
  const blocked = steps.find((step) => step.status === 'blocked');
  const detail = `onboarding is blocked at ${blocked?.step}: ${blocked?.error ?? blocked_reason ?? 'unknown'}`;
  return [
    ...(blocked ? [{ kind: 'onboarding' as const, id, account_id, site_id, since: blocked.at, detail, href }] : []),
    ...(row.behind_since === null
      ? []
      : [
          {
            kind: 'content' as const,
            id,
            account_id,
            site_id,
            since: row.behind_since,
            detail: `${row.current_month_articles_published} articles published this month, fewer than due by now`,
            href,
          },
        ]),
  ];
}
