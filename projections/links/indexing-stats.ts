import { type Kysely, sql } from 'kysely';
import { ofSites } from '#projections/services/site-scope';
import type { DatabaseOf } from '#runtime/table';
import { matching, over, type ReadScope, type RunReads } from '#runtime/table-reads';
import { INDEXING_REQUESTS, INDEXING_SERVICES_TABLE } from './indexing-request-tables.ts';

type Stats = DatabaseOf<[typeof INDEXING_REQUESTS, typeof INDEXING_SERVICES_TABLE]>;
const requestsOf = (db: Kysely<Stats>, scope: ReadScope, siteId: number | undefined) =>
  ofSites(matching(db.selectFrom(INDEXING_REQUESTS.name), { site_id: siteId }), scope);
type Requests = ReturnType<typeof requestsOf>;

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

/** How the indexing of a site's links goes, or of all of them. */
export const indexingStats = (run: RunReads) => {
  const ofIndexing = over(run, INDEXING_REQUESTS, INDEXING_SERVICES_TABLE);
  return (scope: ReadScope, siteId: number | undefined): Promise<IndexingStats> =>
    ofIndexing(scope, async (db) => {
      const within = () => requestsOf(db, scope, siteId);
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
          .selectFrom(INDEXING_SERVICES_TABLE.name)
          .select(['service', 'problem', 'since'])
          .where('problem', 'is not', null)
          .orderBy('service')
          .execute(),
      };
    });
};

/** Paid submissions, and all that was paid, by the service that took them; how requests ended by the service of their first one. */
async function byService(db: Kysely<Stats>, requests: Requests): Promise<IndexingStats['by_service']> {
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
