import type { Approval, FindApprovals } from '#projections/platform/approvals';
import { ofSites } from '#projections/services/site-scope';
import { over, type RunReads } from '#runtime/table-reads';
import { PROPOSALS, type ProposalRow } from './backlink-order-proposal.ts';
import { ORDERS, type OrderRow } from './backlink-order-table.ts';

/** Draft orders and proposed placements: what waits for the client. */
export const linksApprovals = (run: RunReads): FindApprovals => {
  const reads = over(run, ORDERS, PROPOSALS);
  return (scope) =>
    reads(scope, async (db) => {
      const orders = db.selectFrom(ORDERS.name).selectAll().where('status', '=', 'draft');
      const proposals = db.selectFrom(PROPOSALS.name).selectAll().where('status', '=', 'proposed');
      return [
        ...(await ofSites(orders, scope).execute()).map(ofOrder),
        ...(await ofSites(proposals, scope).execute()).map(ofProposal),
      ];
    });
};

const ofOrder = ({ id, account_id, site_id, links_ordered, client_price, created_at }: OrderRow): Approval => ({
  kind: 'order',
  id,
  account_id,
  site_id,
  title: `Order ${id}: ${links_ordered} ${links_ordered === 1 ? 'link' : 'links'} for ${client_price} USD`,
  since: created_at,
  waiting_for: 'client',
  href: `/api/v1/services/backlink-orders/${id}/`,
});

const ofProposal = (row: ProposalRow): Approval => ({
  kind: 'placement',
  id: row.id,
  account_id: row.account_id,
  site_id: row.site_id,
  title: `Order ${row.order_id}: a link on ${row.source_domain}`,
  since: row.created_at,
  waiting_for: 'client',
  silent_on: row.silent_on,
  href: `/api/v1/services/backlink-orders/${row.order_id}/links/proposals/`,
});
