import { type Kysely, sql } from 'kysely';
import {
  type Listed,
  listed,
  type Paging,
  type ReadScope,
  type Reads,
  rowAhead,
  type Stretch,
  type Tables,
} from '#projections/platform/reads';
import { SUBSCRIPTIONS } from '#projections/services/managed-subscription';
import { ORDER_TIMELINE } from '#projections/services/service-timeline';
import { BACKLINKS } from './backlink.ts';
import { ORDERS } from './backlink-order.ts';
import type { BacklinkRow, IndexingRow, OrderRow, PriceBookRow } from './backlink-rows.ts';
import { INDEXING_REQUESTS, INDEXING_SERVICES_TABLE } from './indexing-request.ts';
import { PRICE_BOOK } from './price-book.ts';

type OfSite = typeof ORDERS | typeof BACKLINKS | typeof INDEXING_REQUESTS;
type Filter<Row> = { readonly [K in keyof Row]?: Row[K] | undefined };

/** An account manager sees what belongs to the sites of their subscriptions. */
export const assignedSites = (db: Kysely<Tables>, userId: number) =>
  db.selectFrom(SUBSCRIPTIONS.name).select('site_id').where('account_manager_id', '=', userId);

export type IndexingStats = {
  readonly by_status: Readonly<Record<string, number>>;
  readonly median_days: number | null;
  readonly by_service: readonly {
    readonly service: string;
    readonly submitted: number;
    readonly indexed: number;
    readonly failed: number;
    readonly cost_units: number;
  }[];
  readonly problems: readonly {
    readonly service: string;
    readonly problem: string | null;
    readonly since: string | null;
  }[];
};

/** Questions about orders, links, their indexing and the price book, each asked inside the caller's scope. */
export function backlinkReader(reads: Reads) {
  /** Rows of a table with a site, within the scope, by equal columns. */
  const rowsOf = <T extends OfSite>(db: Kysely<Tables>, table: T, scope: ReadScope, filter: Filter<Tables[T]>) => {
    let query = db.selectFrom(table as OfSite).where((eb) => {
      const conditions = Object.entries(filter)
        .filter(([, value]) => value !== undefined)
        .map(([column, value]) => eb(column as never, '=', value as never));
      return eb.and(conditions);
    });
    if (scope.accounts !== '*') query = query.where('account_id', 'in', [...scope.accounts, 0]);
    if (scope.assignedTo !== null) query = query.where('site_id', 'in', assignedSites(db, scope.assignedTo));
    return query;
  };
  const one = async <Row>(table: OfSite, scope: ReadScope, id: number): Promise<Row | undefined> => {
    const row: unknown = scope.ahead
      ? await rowAhead(scope.ahead, table, { id })
      : await reads(scope, (db) =>
          rowsOf(db, table, scope, { id } as never)
            .selectAll()
            .executeTakeFirst(),
        );
    return row as Row | undefined;
  };
  const list = <Row>(table: OfSite, scope: ReadScope, filter: object, paging: Paging): Promise<Listed<Row>> =>
    reads(scope, (db) => listed(rowsOf(db, table, scope, filter as never) as never, paging, 'id'));

  return {
    order: (scope: ReadScope, id: number) => one<OrderRow>(ORDERS, scope, id),
    orders: (scope: ReadScope, filter: Filter<OrderRow>, paging: Paging) =>
      list<OrderRow>(ORDERS, scope, filter, paging),
    backlink: (scope: ReadScope, id: number) => one<BacklinkRow>(BACKLINKS, scope, id),
    backlinks: (scope: ReadScope, filter: Filter<BacklinkRow>, paging: Paging) =>
      list<BacklinkRow>(BACKLINKS, scope, filter, paging),
    request: (scope: ReadScope, id: number) => one<IndexingRow>(INDEXING_REQUESTS, scope, id),
    requests: (scope: ReadScope, filter: Filter<IndexingRow>, paging: Paging) =>
      list<IndexingRow>(INDEXING_REQUESTS, scope, filter, paging),

    timeline: (scope: ReadScope, orderId: number, { after, limit }: Stretch) =>
      reads(scope, (db) =>
        db
          .selectFrom(ORDER_TIMELINE.name)
          .selectAll()
          .where('order_id', '=', orderId)
          .where('position', '>', after)
          .orderBy('position')
          .limit(limit)
          .execute(),
      ),

    /** The account of a site that the caller may act for; undefined where there is none. */
    site: (scope: ReadScope, id: number) =>
      reads(scope, async (db) => {
        let query = db.selectFrom('igny8_platform_sites').select(['id', 'account_id', 'domain']).where('id', '=', id);
        if (scope.accounts !== '*') query = query.where('account_id', 'in', [...scope.accounts, 0]);
        if (scope.assignedTo !== null) query = query.where('id', 'in', assignedSites(db, scope.assignedTo));
        return query.executeTakeFirst();
      }),

    /** Which of these links the caller may act on. */
    mine: (scope: ReadScope, ids: readonly number[]): Promise<ReadonlySet<number>> =>
      reads(scope, async (db) => {
        const rows = await rowsOf(db, BACKLINKS, scope, {})
          .select('id')
          .where('id', 'in', [...ids, 0])
          .execute();
        return new Set(rows.map(({ id }) => id));
      }),

    /** Live links of a site that are neither in the index nor requested already. */
    toBeIndexed: (scope: ReadScope, siteId: number): Promise<number[]> =>
      reads(scope, async (db) => {
        const rows = await rowsOf(db, BACKLINKS, scope, { site_id: siteId, status: 'live' } as Filter<BacklinkRow>)
          .select('id')
          .where('indexing_status' as never, 'in', ['none', 'refused', 'cancelled'] as never)
          .orderBy('id')
          .execute();
        return rows.map(({ id }) => id);
      }),

    stats: (scope: ReadScope, siteId: number | undefined): Promise<IndexingStats> =>
      reads(scope, async (db) => {
        const within = () =>
          rowsOf(db, INDEXING_REQUESTS, scope, { site_id: siteId } as Filter<IndexingRow>) as never as ReturnType<
            typeof requestsQuery
          >;
        const statuses = await within()
          .select(['status', (eb) => eb.fn.countAll<number>().as('n')])
          .groupBy('status')
          .execute();
        const median = await within()
          .where('is_indexed', '=', true)
          .select(
            sql<
              number | null
            >`percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM indexed_at - submitted_at) / 86400)`.as(
              'days',
            ),
          )
          .executeTakeFirst();
        return {
          by_status: Object.fromEntries(statuses.map(({ status, n }) => [status, Number(n)])),
          median_days: median?.days == null ? null : Number(median.days),
          by_service: await byService(db, within()),
          problems: await db
            .selectFrom(INDEXING_SERVICES_TABLE)
            .select(['service', 'problem', 'since'])
            .where('problem', 'is not', null)
            .orderBy('service')
            .execute(),
        };
      }),

    priceBookVersions: (scope: ReadScope, paging: Paging): Promise<Listed<PriceBookRow>> =>
      reads(scope, (db) => listed<typeof PRICE_BOOK, PriceBookRow>(db.selectFrom(PRICE_BOOK), paging, 'version')),
  };
}
export type BacklinkReader = ReturnType<typeof backlinkReader>;

const requestsQuery = (db: Kysely<Tables>) => db.selectFrom(INDEXING_REQUESTS);

/** Paid submissions, and all that was paid, by the service that took them; how requests ended by the service of their first one. */
async function byService(
  db: Kysely<Tables>,
  requests: ReturnType<typeof requestsQuery>,
): Promise<IndexingStats['by_service']> {
  const { rows: attempts } = await sql<{ service: string; submitted: number; cost_units: number }>`
    SELECT service, sum(submitted) AS submitted, round(sum(cost) * 10000) AS cost_units FROM (
      SELECT a.attempt->>'service' AS service, 1 AS submitted, (a.attempt->>'cost')::numeric AS cost
      FROM (${requests.select('attempts')}) r, json_array_elements(r.attempts) a(attempt)
      WHERE a.attempt->>'outcome' IN ('accepted', 'unknown_outcome')
      UNION ALL
      SELECT c.charge->>'service', 0, (c.charge->>'cost')::numeric
      FROM (${requests.select('charges')}) r, json_array_elements(r.charges) c(charge)) paid
    GROUP BY 1`.execute(db);
  const ends = await requests
    .where('indexing_service', 'is not', null)
    .select([
      'indexing_service',
      sql<number>`count(*) FILTER (WHERE status = 'indexed')`.as('indexed'),
      sql<number>`count(*) FILTER (WHERE status = 'failed')`.as('failed'),
    ])
    .groupBy('indexing_service')
    .execute();
  return attempts
    .map(({ service, submitted, cost_units }) => {
      const end = ends.find((each) => each.indexing_service === service);
      return {
        service,
        submitted: Number(submitted),
        cost_units: Number(cost_units),
        indexed: Number(end?.indexed ?? 0),
        failed: Number(end?.failed ?? 0),
      };
    })
    .sort((a, b) => (a.service < b.service ? -1 : 1));
}
