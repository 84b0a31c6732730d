import type { Kysely } from 'kysely';
import type { Overdue } from '#projections/platform/overdue';
import type { ReadScope, Tables } from '#projections/platform/reads';
import { BACKLINKS } from './backlink.ts';
import { ORDERS } from './backlink-order.ts';
import { assignedSites } from './backlink-reader.ts';
import { INDEXING_REQUESTS } from './indexing-request.ts';

export const LINKS_OVERDUE = ['links', 'replacement', 'renewal', 'indexing_review'] as const;
type OverdueKind = (typeof LINKS_OVERDUE)[number];

/** Orders behind on links, links that need a look, replacements owed, renewals held back, failed indexing to review. */
export async function overdueLinks(db: Kysely<Tables>, scope: ReadScope): Promise<Overdue[]> {
  const within = <T extends typeof ORDERS | typeof BACKLINKS | typeof INDEXING_REQUESTS>(table: T) => {
    let query = db.selectFrom(table as typeof ORDERS | typeof BACKLINKS | typeof INDEXING_REQUESTS);
    if (scope.accounts !== '*') query = query.where('account_id', 'in', [...scope.accounts, 0]);
    if (scope.assignedTo !== null) query = query.where('site_id', 'in', assignedSites(db, scope.assignedTo));
    return query;
  };
  const orders = (await within(ORDERS)
    .selectAll()
    .where((eb) => eb.or([eb('behind_since' as never, 'is not', null), eb('renewal_held' as never, 'is not', null)]))
    .execute()) as unknown as Tables[typeof ORDERS][];
  const links = (await within(BACKLINKS)
    .selectAll()
    .where((eb) =>
      eb.or([eb('flagged' as never, '=', true as never), eb('replacement_owed' as never, '=', true as never)]),
    )
    .execute()) as unknown as Tables[typeof BACKLINKS][];
  const requests = (await within(INDEXING_REQUESTS)
    .selectAll()
    .where('needs_review' as never, '=', true as never)
    .execute()) as unknown as Tables[typeof INDEXING_REQUESTS][];
  return [
    ...orders.flatMap((order) => [
      ...(order.behind_since === null
        ? []
        : [
            entry(
              'links',
              order,
              order.behind_since,
              `${order.links_delivered} of ${order.links_ordered} links delivered by ${order.due_date}`,
              `/api/v1/services/backlink-orders/${order.id}/`,
            ),
          ]),
      ...(order.renewal_held === null
        ? []
        : [
            entry(
              'renewal',
              order,
              order.renews_on ?? order.updated_at,
              `not renewed: ${order.renewal_held}`,
              `/api/v1/services/backlink-orders/${order.id}/`,
            ),
          ]),
    ]),
    ...links.flatMap((link) => [
      ...(link.flagged
        ? [
            entry(
              'links',
              link,
              link.flagged_at ?? link.updated_at,
              `the link at ${link.source_url} is not live: ${link.flagged_because}`,
              `/api/v1/linker/backlinks/${link.id}/`,
            ),
          ]
        : []),
      ...(link.replacement_owed
        ? [
            entry(
              'replacement',
              link,
              link.lost_at ?? link.updated_at,
              `a replacement is owed for the link at ${link.source_url}`,
              `/api/v1/linker/backlinks/${link.id}/`,
            ),
          ]
        : []),
    ]),
    ...requests.map((request) =>
      entry(
        'indexing_review',
        request,
        request.failed_at ?? request.updated_at,
        `${request.url}: ${request.failure}`,
        `/api/v1/linker/indexing/requests/${request.id}/`,
      ),
    ),
  ];
}

const entry = (
  kind: OverdueKind,
  row: { readonly id: number; readonly account_id: number; readonly site_id: number },
  since: string,
  detail: string,
  href: string,
): Overdue => ({ kind, id: row.id, account_id: row.account_id, site_id: row.site_id, since, detail, href });
