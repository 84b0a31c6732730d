import type { BacklinkOrder } from '#domain/links/backlink-order-state';
import type { Approval } from '#domain/reports/report-inputs';

/** What an order waits for from its client, as a report names it. */
export type OrderWait = Omit<Approval, 'since'>;

/** By a name of its own each: the approval of a draft, its brief once it is approved, and placements that are proposed. */
export function waitsOf(state: BacklinkOrder | undefined): ReadonlyMap<string, OrderWait> {
  const waits = new Map<string, OrderWait>();
  if (state === undefined || state.status === 'none') return waits;
  const { orderId: id, status, brief, proposals } = state;
  if (status === 'draft') waits.set(`order-${id}`, { what: 'order', id, title: null });
  if ((status === 'approved' || status === 'in_progress') && brief !== null && !brief.complete)
    waits.set(`brief-${id}`, { what: 'brief', id, title: null });
  for (const { id: proposal, status: stands, source_domain: title } of proposals)
    if (stands === 'proposed') waits.set(`placement-${proposal}`, { what: 'placement', id: proposal, title });
  return waits;
}
