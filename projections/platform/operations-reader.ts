import { overdueBilling } from '#projections/billing/overdue-billing';
import { type Overdue, overdueLinks } from '#projections/links/overdue-links';
import { SUBSCRIPTIONS } from '#projections/services/managed-subscription';
import { EFFECTS } from '#runtime/machinery-tables';
import { TOKENS } from './access-token.ts';
import { FLAGS } from './launch-flag.ts';
import { ACCOUNTS, HELD_FACTS } from './platform-directory.ts';
import {
  type AccountListRow,
  type EffectRow,
  type HeldFactRow,
  listed,
  type Paging,
  type ReadScope,
  type Reads,
  rowAhead,
  rowsAhead,
  runOf,
  type SubscriptionRow,
  type TokenRow,
  type WebhookRow,
  type WorkRequestRow,
} from './reads.ts';
import { WEBHOOKS } from './webhook-endpoint.ts';
import { WORK_REQUESTS } from './work-request.ts';

/** Questions of the delivery team and of operations. */
export function operationsReader(reads: Reads) {
  const [ofLinks, ofBilling] = [overdueLinks(runOf(reads)), overdueBilling(runOf(reads))];
  return {
    workRequests: (
      scope: ReadScope,
      filter: { status?: string | undefined; kind?: string | undefined },
      paging: Paging,
    ) =>
      reads(scope, (db) => {
        let query = db.selectFrom(WORK_REQUESTS);
        if (filter.status !== undefined) query = query.where('status', '=', filter.status as WorkRequestRow['status']);
        if (filter.kind !== undefined) query = query.where('kind', '=', filter.kind);
        return listed<typeof WORK_REQUESTS, WorkRequestRow>(query, paging, 'id');
      }),
    workRequest: (scope: ReadScope, id: number) =>
      scope.ahead
        ? rowAhead(scope.ahead, WORK_REQUESTS, { id })
        : reads(scope, (db) => db.selectFrom(WORK_REQUESTS).selectAll().where('id', '=', id).executeTakeFirst()),
    /** How often requests with these keys were sent, or tried to be. */
    async attempts(scope: ReadScope, keys: readonly string[]): Promise<Map<string, number>> {
      if (keys.length === 0) return new Map();
      const rows = scope.ahead
        ? await rowsAhead(scope.ahead, EFFECTS, { kind: 'work_request', key: { in: keys } })
        : await reads(scope, (db) =>
            db
              .selectFrom(EFFECTS)
              .select(['key', 'attempts'])
              .where('kind', '=', 'work_request')
              .where('key', 'in', [...keys])
              .execute(),
          );
      return new Map(rows.map(({ key, attempts }) => [key, attempts]));
    },
    orphans: (scope: ReadScope, paging: Paging) =>
      reads(scope, (db) => listed<typeof HELD_FACTS, HeldFactRow>(db.selectFrom(HELD_FACTS), paging, 'stream')),
    accounts: (
      scope: ReadScope,
      filter: { parent_account_id?: number | undefined; plan?: string | undefined },
      paging: Paging,
    ) =>
      reads(scope, (db) => {
        let query = db.selectFrom(ACCOUNTS);
        if (scope.accounts !== '*') query = query.where('id', 'in', [...scope.accounts, 0]);
        if (filter.parent_account_id !== undefined)
          query = query.where('parent_account_id', '=', filter.parent_account_id);
        if (filter.plan !== undefined) query = query.where('plan', '=', filter.plan);
        return listed<typeof ACCOUNTS, AccountListRow>(query, paging, 'id');
      }),
    tokens: (scope: ReadScope, paging: Paging) =>
      reads(scope, (db) => listed<typeof TOKENS, TokenRow>(db.selectFrom(TOKENS), paging, 'id')),
    flags: (scope: ReadScope) =>
      scope.ahead
        ? rowsAhead(scope.ahead, FLAGS, {})
        : reads(scope, (db) => db.selectFrom(FLAGS).selectAll().orderBy('flag').orderBy('for_account').execute()),
    effects: (scope: ReadScope, filter: { status?: string | undefined }, paging: Paging) =>
      reads(scope, (db) => {
        const query = db.selectFrom(EFFECTS);
        return listed<typeof EFFECTS, EffectRow>(
          filter.status === undefined ? query : query.where('status', '=', filter.status),
          paging,
          'effect_id',
        );
      }),

    webhooks: (scope: ReadScope, paging: Paging) =>
      reads(scope, (db) =>
        listed<typeof WEBHOOKS, WebhookRow>(db.selectFrom(WEBHOOKS).where('status', '!=', 'removed'), paging, 'id'),
      ),
    webhook: (scope: ReadScope, id: number) =>
      reads(scope, (db) => db.selectFrom(WEBHOOKS).selectAll().where('id', '=', id).executeTakeFirst()),
    deliveries: (scope: ReadScope, webhookId: number, paging: Paging) =>
      reads(scope, (db) =>
        listed<typeof EFFECTS, EffectRow>(
          db.selectFrom(EFFECTS).where('kind', '=', 'webhook').where('name', '=', `webhook-${webhookId}`),
          paging,
          'effect_id',
        ),
      ),
    delivery: (scope: ReadScope, webhookId: number, position: number) =>
      reads(scope, (db) =>
        db
          .selectFrom(EFFECTS)
          .selectAll()
          .where('kind', '=', 'webhook')
          .where('name', '=', `webhook-${webhookId}`)
          .where('position', '=', position)
          .executeTakeFirst(),
      ),

    /** What waits for a person: blocked onboardings, delivery behind, effects whose end is open. */
    async overdue(scope: ReadScope): Promise<Overdue[]> {
      const own = await reads(scope, async (db) => {
        let subscriptions = db.selectFrom(SUBSCRIPTIONS).selectAll().where('status', '!=', 'cancelled');
        if (scope.accounts !== '*') subscriptions = subscriptions.where('account_id', 'in', [...scope.accounts, 0]);
        if (scope.assignedTo !== null) subscriptions = subscriptions.where('account_manager_id', '=', scope.assignedTo);
        const behind = await subscriptions
          .where((eb) => eb.or([eb('onboarding_status', '=', 'blocked'), eb('behind_since', 'is not', null)]))
          .execute();
        // A receiver that does not answer is its owner's to look after: it stands in the delivery log.
        let effects = db
          .selectFrom(EFFECTS)
          .selectAll()
          .where('status', 'in', ['parked', 'unknown'])
          .where('kind', '!=', 'webhook')
          // What became of a submission is the indexing request's to tell, and the check of day 7 decides it.
          .where('kind', 'not like', 'index_submit_%');
        if (scope.accounts !== '*') effects = effects.where('account_id', 'in', [...scope.accounts, 0]);
        const open = scope.assignedTo === null ? await effects.execute() : [];
        return { behind: behind.flatMap(ofSubscription), open: open.map(ofEffect) };
      });
      const [links, billing] = [await ofLinks(scope), await ofBilling(scope)];
      return [...own.behind, ...links, ...billing, ...own.open].sort((a, b) => (a.since < b.since ? -1 : 1));
    },
  };
}
export type OperationsReader = ReturnType<typeof operationsReader>;

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

function ofEffect(row: EffectRow): Overdue {
  const detail = `${row.saga} ${row.name} (${row.kind}) is ${row.status}: ${row.last_error ?? 'no error recorded'}`;
  return {
    kind: 'effect',
    id: row.position,
    account_id: row.account_id,
    site_id: row.site_id,
    since: row.updated_at,
    detail,
    href: `/api/v1/ops/effects/?status=${row.status}`,
  };
}
