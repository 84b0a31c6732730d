import { type Cents, formatMoney } from '#domain/kernel/money';
import type { Day } from '#domain/kernel/time';
import type { BacklinkOrderEvent, HeardOfBilling } from '#domain/links/backlink-order-messages';
import {
  actualCost,
  type BacklinkOrder,
  counters,
  deliveredOf,
  evolve,
  type KnownOrder,
} from '#domain/links/backlink-order-state';
import { type Projected, type Projection, projection } from '#runtime/projection';
import type { ReadTables } from '#runtime/read-model';
import type { RowOf, WhereOf } from '#runtime/table';
import { typed } from '#runtime/table-reads';
import type { UnitOfWork } from '#runtime/unit-of-work';
import { ORDERS, type OrderLineShown } from './backlink-order-table.ts';

type Own = Projected<BacklinkOrderEvent>;

/** Backlink orders as the API answers them; `state` is the aggregate itself, folded by its own evolve. */
export const backlinkOrders: Projection = projection<BacklinkOrderEvent | HeardOfBilling>({
  name: ORDERS.name,
  version: 4,
  tables: [ORDERS],
  on: {
    BacklinkOrderDrafted(rows, event) {
      const { data, at } = event;
      rows.add(ORDERS, {
        id: data.order_id,
        account_id: data.account_id,
        site_id: data.site_id,
        completed_at: null,
        cancelled_at: null,
        invoice_id: null,
        brief_completed_at: data.brief?.complete ? at : null,
        created_by: data.created_by,
        created_at: at,
        ...columnsOf(evolve({ status: 'none' }, event), event),
      });
    },
    BacklinkOrderRevised: fold,
    BacklinkOrderNoted: fold,
    BacklinkOrderApproved: fold,
    BacklinkOrderStarted: fold,
    BacklinkOrderRepriced: fold,
    BacklinkOrderBilled: fold,
    BacklinkOrderDelivered: fold,
    BacklinkOrderCompleted: (rows, event) => fold(rows, event, { completed_at: event.at }),
    BacklinkOrderCancelled: (rows, event) => fold(rows, event, { cancelled_at: event.at }),
    BacklinkOrderFellBehind: fold,
    BacklinkOrderCaughtUp: fold,
    BacklinkOrderRenewed: fold,
    BacklinkOrderRenewalHeld: fold,
    BacklinkOrderRenewalEnded: fold,
    OrderLinkPlaced: fold,
    OrderLinkDelivered: fold,
    OrderLinkRejected: fold,
    OrderLinkLive: fold,
    OrderLinkLost: fold,
    OrderLinkIndexing: fold,
    OrderLinkCostCorrected: fold,
    PlacementProposed: fold,
    PlacementApproved: fold,
    PlacementApprovedBySilence: fold,
    PlacementRejected: fold,
    PlacementWithdrawn: fold,
    PlacementsHalted: fold,
    PlacementsContinued: fold,
    BriefAnswered: fold,
    BriefCompleted: (rows, event) => fold(rows, event, { brief_completed_at: event.at }),
    GuaranteeClaimed: fold,
    GuaranteeSettled: fold,
    async InvoiceDrafted(rows, { data }) {
      for (const order_id of new Set(data.lines.map((line) => line.order_id)))
        if (order_id !== null && (await rows.get(ORDERS, { id: order_id })))
          await rows.change(ORDERS, { id: order_id }, (row) => ({ ...row, invoice_id: data.invoice_id }));
    },
    async InvoiceReleased(rows, { data }) {
      for (const row of await rows.find(ORDERS, { invoice_id: data.invoice_id }))
        await rows.change(ORDERS, { id: row.id }, (order) => ({ ...order, invoice_id: null }));
    },
    AddOnActivated: (rows, { data }) =>
      data.order_id === null
        ? undefined
        : rows.change(ORDERS, { id: data.order_id }, (row) => ({ ...row, invoice_id: data.invoice_id })),
  },
});

function fold(rows: UnitOfWork, event: Own, more: Partial<RowOf<typeof ORDERS>> = {}): Promise<void> {
  return rows.change(ORDERS, { id: event.data.order_id }, (row) => ({
    ...row,
    ...columnsOf(evolve(row.state, event), event),
    ...more,
  }));
}

type Columns = Omit<
  RowOf<typeof ORDERS>,
  | 'id'
  | 'account_id'
  | 'site_id'
  | 'completed_at'
  | 'cancelled_at'
  | 'brief_completed_at'
  | 'invoice_id'
  | 'created_by'
  | 'created_at'
>;

function columnsOf(state: BacklinkOrder, event: Own): Columns {
  if (state.status === 'none') throw new Error(`${event.type} on an order that does not exist`);
  const { terms, clientPrice, approval } = state;
  const cost = actualCost(state);
  return {
    campaign_id: terms.campaign_id,
    managed_subscription_id: terms.managed_subscription_id,
    order_type: terms.order_type,
    package: terms.package,
    pricing_mode: terms.pricing_mode,
    lines: linesOf(state),
    client_price: formatMoney(clientPrice),
    actual_cost: formatMoney(cost),
    margin: formatMoney((clientPrice - cost) as Cents),
    budget: terms.budget_cents === null ? null : formatMoney(terms.budget_cents),
    niche: terms.quote.niche,
    niche_surcharge: (terms.quote.niche_surcharge / 100).toFixed(2),
    ...counters(state),
    status: state.status,
    billing: state.billing,
    due_date: state.dueDate,
    ordered_at: state.orderedAt,
    delivered_at: state.deliveredAt,
    notes: state.notes,
    predecessor_id: state.predecessorId,
    successor_id: state.successorId,
    renews_on: renewsOn(state),
    renewal_held: state.renewalHeld,
    approved_by: approval?.approved_by ?? null,
    on_behalf_of_client: approval?.on_behalf_of_client ?? false,
    behind_since: state.behindSince,
    placement_approval: terms.placement_approval ?? 'none',
    placements_halted: state.halted,
    brief_status: state.brief === null ? 'none' : state.brief.complete ? 'complete' : 'waiting',
    brief_since: state.brief !== null && !state.brief.complete ? state.orderedAt : null,
    guarantee: approval?.guarantee ?? null,
    state,
    revision: event.revision,
    updated_at: event.at,
  };
}

const renewsOn = (state: KnownOrder): Day | null =>
  state.renewalEnded || state.successorId !== null ? null : (state.approval?.renews_on ?? null);

const linesOf = (state: KnownOrder): OrderLineShown[] =>
  state.terms.quote.lines.map((line) => ({
    id: line.id,
    ...(line.package === null ? { tier: line.tier } : { package: line.package }),
    quantity: line.quantity,
    ...(line.dr === null ? {} : { dr: line.dr }),
    unit_price: line.unit_price_cents === null ? null : formatMoney(line.unit_price_cents),
    niche_surcharge: line.niche_surcharge / 100,
    amount: formatMoney(line.amount_cents),
    delivered: deliveredOf(state, line.id),
  }));

/** What jobs and effects ask of the orders. */
export function orderVisits(tables: ReadTables) {
  const { find } = typed(tables);
  const idsOf = async (where: WhereOf<typeof ORDERS>): Promise<number[]> =>
    (await find(ORDERS, where)).map(({ id }) => id);
  return {
    /** Monthly orders whose day of renewal has come. */
    dueForRenewal: (today: Day) => idsOf({ renews_on: { lte: today } }),
    running: () => idsOf({ status: { in: ['approved', 'in_progress', 'delivered'] } }),
  };
}
