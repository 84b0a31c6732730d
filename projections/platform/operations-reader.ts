import { type Kysely, sql } from 'kysely';
import { EFFECTS, type EffectRow } from '#runtime/machinery-tables';
import { listed, matching, over, type Paging, type ReadScope, type RunReads, typed } from '#runtime/table-reads';
import { TOKENS } from './access-token.ts';
import { cut, idsByName, type Open, whoseNameHas, withOpenNames } from './by-name.ts';
import { FLAGS } from './launch-flag.ts';
import type { Overdue, OverduePart } from './overdue.ts';
import { overdueEffects } from './overdue-effects.ts';
import { ACCOUNTS, HELD_FACTS, SITES } from './platform-directory.ts';
import { WEBHOOKS } from './webhook-endpoint.ts';
import { WORK_REQUESTS, type WorkRequestRow } from './work-request.ts';

type Found = { readonly id: number; readonly name: string; readonly created_at: string };
function inOrder(found: readonly Found[], ordering: string): number[] {
  if (ordering.endsWith('name')) return idsByName(found, ordering);
  const by = ({ id, created_at }: Found): string | number => (ordering.endsWith('created_at') ? created_at : id);
  const before = (a: Found, b: Found): number => (by(a) < by(b) ? -1 : by(a) > by(b) ? 1 : a.id - b.id);
  const ids = found.toSorted(before).map(({ id }) => id);
  return ordering.startsWith('-') ? ids.reverse() : ids;
}

/** Questions of the delivery team and of operations. */
export function operationsReader(run: RunReads, overdue: readonly OverduePart[], open: Open) {
  const ofWork = over(run, WORK_REQUESTS);
  const ofEffects = over(run, EFFECTS);
  const ofDirectory = over(run, ACCOUNTS, HELD_FACTS);
  const ofSites = over(run, SITES);
  const ofTokens = over(run, TOKENS);
  const ofFlags = over(run, FLAGS);
  const ofWebhooks = over(run, WEBHOOKS);
  const toldOf = overdue.flatMap(({ tellsOf = [] }) => tellsOf);
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
      {
        id,
        parent_account_id,
        plan,
        search = '',
      }: {
        id?: readonly number[] | undefined;
        parent_account_id?: number | undefined;
        plan?: string | undefined;
        search?: string | undefined;
      },
      paging: Paging,
    ) =>
      ofDirectory(scope, async (db) => {
        const all = matching(db.selectFrom(ACCOUNTS.name), { parent_account_id, plan });
        const query = id === undefined ? all : all.where('id', 'in', [...id, 0]);
        const mine = scope.accounts === '*' ? query : query.where('id', 'in', [...scope.accounts, 0]);
        if (search === '' && !paging.ordering.endsWith('name')) return listed(mine, paging, 'id');
        // Names are sealed: to be looked for or ordered by they have to be opened.
        const rows = await mine.select(['id', 'name', 'created_at']).execute();
        const found = whoseNameHas(await withOpenNames(open, rows), search);
        const ids = cut(inOrder(found, paging.ordering), paging);
        const shown = await db
          .selectFrom(ACCOUNTS.name)
          .selectAll()
          .where('id', 'in', [...ids, 0])
          .execute();
        const byId = new Map(shown.map((row) => [row.id, row]));
        return { count: found.length, rows: ids.flatMap((one) => byId.get(one) ?? []) };
      }),
    sites: (
      scope: ReadScope,
      {
        id,
        account_id,
        search = '',
      }: { id?: readonly number[] | undefined; account_id?: number | undefined; search?: string | undefined },
      paging: Paging,
    ) =>
      ofSites(scope, (db) => {
        const all = matching(db.selectFrom(SITES.name), { account_id });
        const query = id === undefined ? all : all.where('id', 'in', [...id, 0]);
        const found =
          search === '' ? query : query.where(sql<boolean>`strpos(lower(domain), ${search.toLowerCase()}) > 0`);
        const mine = scope.accounts === '*' ? found : found.where('account_id', 'in', [...scope.accounts, 0]);
        return listed(mine, paging, 'id');
      }),
    tokens: (scope: ReadScope, paging: Paging) =>
      ofTokens(scope, (db) => listed(db.selectFrom(TOKENS.name), paging, 'id')),
    flags: (scope: ReadScope) =>
      scope.ahead
        ? typed(scope.ahead).find(FLAGS, {})
        : ofFlags(scope, (db) =>
            db
              .selectFrom(FLAGS.name)
              .selectAll()
              .orderBy('flag')
              .orderBy('environment')
              .orderBy('for_account')
              .execute(),
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

    /** What waits for a person: of each room, and effects whose end is open. */
    overdue: (scope: ReadScope): Promise<Overdue[]> =>
      run(scope, async (db: Kysely<unknown>) => {
        // All in the one transaction, one after the other.
        const here: RunReads = <D, R>(_: ReadScope, work: (own: Kysely<D>) => Promise<R>) => work(db as Kysely<D>);
        const found: Overdue[] = [];
        for (const find of overdue.map((part) => part.find(here))) found.push(...(await find(scope)));
        found.push(...(await overdueEffects(here, toldOf)(scope)));
        return found.sort((a, b) => (a.since < b.since ? -1 : 1));
      }),
  };
}
export type OperationsReader = ReturnType<typeof operationsReader>;
