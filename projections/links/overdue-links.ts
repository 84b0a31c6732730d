import type { FindOverdue, Overdue } from '#projections/platform/overdue';
import { ofSites } from '#projections/services/site-scope';
import { over, type RunReads } from '#runtime/table-reads';
import { CLAIMS, type ClaimRow } from './backlink-order-claim.ts';
import { PROPOSALS, type ProposalRow } from './backlink-order-proposal.ts';
import { ORDERS, type OrderRow } from './backlink-order-table.ts';
import { BACKLINKS, type BacklinkRow } from './backlink-tables.ts';
import { INDEXING_REQUESTS, type IndexingRow } from './indexing-request-tables.ts';

export const LINKS_OVERDUE = [
  'links',
  'replacement',
  'renewal',
  'indexing_review',
  'placement',
  'brief',
  'claim',
] as const;
type OverdueKind = (typeof LINKS_OVERDUE)[number];

/**
 * Orders behind on links, links that need a look, replacements owed, renewals held back, failed indexing to review; and what
 * waits for the client or for us to agree: placements, briefs and claims.
 */
export const overdueLinks = (run: RunReads): FindOverdue => {
  const reads = over(run, ORDERS, BACKLINKS, INDEXING_REQUESTS, PROPOSALS, CLAIMS);
  return (scope) =>
    reads(scope, async (db) => {
      const orders = db
        .selectFrom(ORDERS.name)
        .selectAll()
        .where((eb) =>
          eb.or([
            eb('behind_since', 'is not', null),
            eb('renewal_held', 'is not', null),
            eb('placements_halted', '=', true),
            eb.and([eb('brief_since', 'is not', null), eb('status', 'in', ['approved', 'in_progress'])]),
          ]),
        );
      const links = db
        .selectFrom(BACKLINKS.name)
        .selectAll()
        .where((eb) => eb.or([eb('flagged', '=', true), eb('replacement_owed', '=', true)]));
      const requests = db.selectFrom(INDEXING_REQUESTS.name).selectAll().where('needs_review', '=', true);
      const proposals = db.selectFrom(PROPOSALS.name).selectAll().where('status', '=', 'proposed');
      const claims = db.selectFrom(CLAIMS.name).selectAll().where('status', 'in', ['open', 'accepted']);
      return [
        ...(await ofSites(orders, scope).execute()).flatMap(ofOrder),
        ...(await ofSites(links, scope).execute()).flatMap(ofLink),
        ...(await ofSites(requests, scope).execute()).map(ofRequest),
        ...(await ofSites(proposals, scope).execute()).map(ofProposal),
        ...(await ofSites(claims, scope).execute()).flatMap(ofClaim),
      ];
    });
};

function ofOrder(order: OrderRow): Overdue[] {
  const { behind_since, links_delivered, links_ordered, due_date, renewal_held, renews_on, updated_at } = order;
  const entry = entryOf(order, `/api/v1/services/backlink-orders/${order.id}/`);
  const { brief_since, placements_halted, status } = order;
  const waits = brief_since !== null && (status === 'approved' || status === 'in_progress');
  const late = `${links_delivered} of ${links_ordered} links delivered by ${due_date}`;
  return [
    ...(behind_since === null ? [] : [entry('links', behind_since, late)]),
    ...(waits ? [{ ...entry('brief', brief_since, 'the brief is not complete'), waiting_for: 'client' as const }] : []),
    ...(placements_halted ? [entry('placement', updated_at, 'the client rejects what is proposed')] : []),
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

function ofProposal({ id, account_id, site_id, order_id, source_domain, created_at }: ProposalRow): Overdue {
  const entry = entryOf({ id, account_id, site_id }, `/api/v1/services/backlink-orders/${order_id}/links/proposals/`);
  const detail = `order ${order_id}: a link on ${source_domain} waits for approval`;
  return { ...entry('placement', created_at, detail), waiting_for: 'client' };
}

/** A replacement that is owed is told by its link. */
function ofClaim(claim: ClaimRow): Overdue[] {
  const { order_id, backlink_id, reason, remedy, status, created_at } = claim;
  if (status === 'accepted' && remedy !== 'credit') return [];
  const entry = entryOf(claim, `/api/v1/services/backlink-orders/${order_id}/guarantee-claims/`);
  const next = status === 'open' ? 'is being proved' : 'is to be credited';
  return [entry('claim', created_at, `link ${backlink_id}, ${reason.replace('_', ' ')}: ${next}`)];
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
