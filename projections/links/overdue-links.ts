import type { FindOverdue, Overdue } from '#projections/platform/overdue';
import { over, type RunReads } from '#runtime/table-reads';
import { ORDERS, type OrderRow } from './backlink-order-table.ts';
import { BACKLINKS, type BacklinkRow } from './backlink-tables.ts';
import { INDEXING_REQUESTS, type IndexingRow } from './indexing-request-tables.ts';
import { ofSites } from './links-scope.ts';

export const LINKS_OVERDUE = ['links', 'replacement', 'renewal', 'indexing_review'] as const;
type OverdueKind = (typeof LINKS_OVERDUE)[number];

/** Orders behind on links, links that need a look, replacements owed, renewals held back, failed indexing to review. */
export const overdueLinks = (run: RunReads): FindOverdue => {
  const reads = over(run, ORDERS, BACKLINKS, INDEXING_REQUESTS);
  return (scope) =>
    reads(scope, async (db) => {
      const orders = db
        .selectFrom(ORDERS.name)
        .selectAll()
        .where((eb) => eb.or([eb('behind_since', 'is not', null), eb('renewal_held', 'is not', null)]));
      const links = db
        .selectFrom(BACKLINKS.name)
        .selectAll()
        .where((eb) => eb.or([eb('flagged', '=', true), eb('replacement_owed', '=', true)]));
      const requests = db.selectFrom(INDEXING_REQUESTS.name).selectAll().where('needs_review', '=', true);
      return [
        ...(await ofSites(orders, scope).execute()).flatMap(ofOrder),
        ...(await ofSites(links, scope).execute()).flatMap(ofLink),
        ...(await ofSites(requests, scope).execute()).map(ofRequest),
      ];
    });
};

function ofOrder(order: OrderRow): Overdue[] {
  const { behind_since, links_delivered, links_ordered, due_date, renewal_held, renews_on, updated_at } = order;
  const entry = entryOf(order, `/api/v1/services/backlink-orders/${order.id}/`);
  const late = `${links_delivered} of ${links_ordered} links delivered by ${due_date}`;
  return [
    ...(behind_since === null ? [] : [entry('links', behind_since, late)]),
    ...(renewal_held === null ? [] : [entry('renewal', renews_on ?? updated_at, `not renewed: ${renewal_held}`)]),
  ];
}

function ofLink(link: BacklinkRow): Overdue[] {
  const { source_url, flagged, flagged_at, flagged_because, replacement_owed, lost_at, updated_at } = link;
  const entry = entryOf(link, `/api/v1/linker/backlinks/${link.id}/`);
  const missing = `the link at ${source_url} is not live: ${flagged_because}`;
  const owed = `a replacement is owed for the link at ${source_url}`;
  return [
    ...(flagged ? [entry('links', flagged_at ?? updated_at, missing)] : []),
    ...(replacement_owed ? [entry('replacement', lost_at ?? updated_at, owed)] : []),
  ];
}

function ofRequest(request: IndexingRow): Overdue {
  const entry = entryOf(request, `/api/v1/linker/indexing/requests/${request.id}/`);
  return entry('indexing_review', request.failed_at ?? request.updated_at, `${request.url}: ${request.failure}`);
}

const entryOf =
  (
    { id, account_id, site_id }: { readonly id: number; readonly account_id: number; readonly site_id: number },
    href: string,
  ) =>
  (kind: OverdueKind, since: string, detail: string): Overdue => ({
    kind,
    id,
    account_id,
    site_id,
    since,
    detail,
    href,
  });
