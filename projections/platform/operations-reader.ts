import { EFFECTS } from '#runtime/machinery-tables';
import { TOKENS } from './access-token.ts';
import { FLAGS } from './launch-flag.ts';
import type { Overdue, OverduePart } from './overdue.ts';
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
  type TokenRow,
  type WebhookRow,
  type WorkRequestRow,
} from './reads.ts';
import { WEBHOOKS } from './webhook-endpoint.ts';
import { WORK_REQUESTS } from './work-request.ts';

/** Questions of the delivery team and of operations. */
export function operationsReader(reads: Reads, overdue: readonly OverduePart[]) {
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

    /** What waits for a person: of each room, and effects whose end is open. */
    async overdue(scope: ReadScope): Promise<Overdue[]> {
      return reads(scope, async (db) => {
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
        const found: Overdue[] = [];
        for (const { find } of overdue) found.push(...(await find(db, scope)));
        return [...found, ...open.map(ofEffect)].sort((a, b) => (a.since < b.since ? -1 : 1));
      });
    },
  };
}
export type OperationsReader = ReturnType<typeof operationsReader>;

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
