import { overdueBilling } from '#projections/billing/overdue-billing';
import { type Overdue, overdueLinks } from '#projections/links/overdue-links';
import { SUBSCRIPTIONS, type SubscriptionRow } from '#projections/services/managed-subscription';
import { EFFECTS, type EffectRow } from '#runtime/machinery-tables';
import { listed, matching, over, type Paging, type ReadScope, type RunReads, typed } from '#runtime/table-reads';
import { TOKENS } from './access-token.ts';
import { FLAGS } from './launch-flag.ts';
import { ACCOUNTS, HELD_FACTS } from './platform-directory.ts';
import { WEBHOOKS } from './webhook-endpoint.ts';
import { WORK_REQUESTS, type WorkRequestRow } from './work-request.ts';

/** Questions of the delivery team and of operations. */
export function operationsReader(run: RunReads) {
  const ofWork = over(run, WORK_REQUESTS);
  const ofEffects = over(run, EFFECTS);
  const ofDirectory = over(run, ACCOUNTS, HELD_FACTS);
  const ofTokens = over(run, TOKENS);
  const ofFlags = over(run, FLAGS);
  const ofWebhooks = over(run, WEBHOOKS);
  const ofOverdue = over(run, SUBSCRIPTIONS, EFFECTS);
  const [ofLinks, ofBilling] = [overdueLinks(run), overdueBilling(run)];
  /** What was sent to a webhook. */
  const sentTo = (webhookId: number) => ({ kind: 'webhook', name: `webhook-${webhookId}` });
  return {
    workRequests: (
      scope: ReadScope,
      { status, kind }: { status?: WorkRequestRow['status'] | undefined; kind?: WorkRequestRow['kind'] | undefined },
      paging: Paging,
    ) => ofWork(scope, (db) => listed(matching(db.selectFrom(WORK_REQUESTS.name), { status, kind }), paging, 'id')),
    workRequest: (scope: ReadScope, id: number) =>
      scope.ahead
        ? typed(scope.ahead).get(WORK_REQUESTS, { id })
        : ofWork(scope, (db) => db.selectFrom(WORK_REQUESTS.name).selectAll().where('id', '=', id).executeTakeFirst()),
    /** How often requests with these keys were sent, or tried to be. */
    async attempts(scope: ReadScope, keys: readonly string[]): Promise<Map<string, number>> {
      if (keys.length === 0) return new Map();
      const rows = scope.ahead
        ? await typed(scope.ahead).find(EFFECTS, { kind: 'work_request', key: { in: keys } })
        : await ofEffects(scope, (db) =>
            db
              .selectFrom(EFFECTS.name)
              .select(['key', 'attempts'])
              .where('kind', '=', 'work_request')
              .where('key', 'in', [...keys])
              .execute(),
          );
      return new Map(rows.map(({ key, attempts }) => [key, attempts]));
    },
    orphans: (scope: ReadScope, paging: Paging) =>
      ofDirectory(scope, (db) => listed(db.selectFrom(HELD_FACTS.name), paging, 'stream')),
    accounts: (
      scope: ReadScope,
      { parent_account_id, plan }: { parent_account_id?: number | undefined; plan?: string | undefined },
      paging: Paging,
    ) =>
      ofDirectory(scope, (db) => {
        const query = matching(db.selectFrom(ACCOUNTS.name), { parent_account_id, plan });
        const mine = scope.accounts === '*' ? query : query.where('id', 'in', [...scope.accounts, 0]);
        return listed(mine, paging, 'id');
      }),
    tokens: (scope: ReadScope, paging: Paging) =>
      ofTokens(scope, (db) => listed(db.selectFrom(TOKENS.name), paging, 'id')),
    flags: (scope: ReadScope) =>
      scope.ahead
        ? typed(scope.ahead).find(FLAGS, {})
        : ofFlags(scope, (db) =>
            db.selectFrom(FLAGS.name).selectAll().orderBy('flag').orderBy('for_account').execute(),
          ),
    effects: (scope: ReadScope, { status }: { status?: EffectRow['status'] | undefined }, paging: Paging) =>
      ofEffects(scope, (db) => listed(matching(db.selectFrom(EFFECTS.name), { status }), paging, 'effect_id')),

    webhooks: (scope: ReadScope, paging: Paging) =>
      ofWebhooks(scope, (db) => listed(db.selectFrom(WEBHOOKS.name).where('status', '!=', 'removed'), paging, 'id')),
    webhook: (scope: ReadScope, id: number) =>
      ofWebhooks(scope, (db) => db.selectFrom(WEBHOOKS.name).selectAll().where('id', '=', id).executeTakeFirst()),
    deliveries: (scope: ReadScope, webhookId: number, paging: Paging) =>
      ofEffects(scope, (db) => listed(matching(db.selectFrom(EFFECTS.name), sentTo(webhookId)), paging, 'effect_id')),
    delivery: (scope: ReadScope, webhookId: number, position: number) =>
      ofEffects(scope, (db) =>
        matching(db.selectFrom(EFFECTS.name), { ...sentTo(webhookId), position })
          .selectAll()
          .executeTakeFirst(),
      ),

    /** What waits for a person: blocked onboardings, delivery behind, effects whose end is open. */
    async overdue(scope: ReadScope): Promise<Overdue[]> {
      const own = await ofOverdue(scope, async (db) => {
        let subscriptions = db.selectFrom(SUBSCRIPTIONS.name).selectAll().where('status', '!=', 'cancelled');
        if (scope.accounts !== '*') subscriptions = subscriptions.where('account_id', 'in', [...scope.accounts, 0]);
        if (scope.assignedTo !== null) subscriptions = subscriptions.where('account_manager_id', '=', scope.assignedTo);
        const behind = await subscriptions
          .where((eb) => eb.or([eb('onboarding_status', '=', 'blocked'), eb('behind_since', 'is not', null)]))
          .execute();
        // A receiver that does not answer is its owner's to look after: it stands in the delivery log.
        let effects = db
          .selectFrom(EFFECTS.name)
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
