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
import type { JsonObject, JsonValue } from '#runtime/event-store';
import { type Projected, type Projection, projection } from '#runtime/projection';
import type { ReadTables, Row } from '#runtime/read-model';
import type { UnitOfWork } from '#runtime/unit-of-work';

export const ORDERS = 'igny8_backlink_service_orders';

type Own = Projected<BacklinkOrderEvent>;

/** Backlink orders as the API answers them; `state` is the aggregate itself, folded by its own evolve. */

export const backlinkOrders: Projection = projection<BacklinkOrderEvent | HeardOfBilling>({
  name: ORDERS,
  version: 3,
  tables: [
    {
      name: ORDERS,
      columns: {
        id: 'integer',
        account_id: 'integer',
        site_id: 'integer',
        campaign_id: 'integer?',
        managed_subscription_id: 'integer?',
        order_type: 'text',
        package: 'text?',
        pricing_mode: 'text',
        lines: 'json',
        client_price: 'numeric',
        actual_cost: 'numeric',
        margin: 'numeric',
        budget: 'numeric?',
        niche: 'text',
        niche_surcharge: 'numeric',
        links_ordered: 'integer',
        links_delivered: 'integer',
        links_live: 'integer',
        links_indexed: 'integer',
        status: 'text',
        billing: 'text',
        due_date: 'date?',
        ordered_at: 'timestamptz?',
        delivered_at: 'timestamptz?',
        completed_at: 'timestamptz?',
        cancelled_at: 'timestamptz?',
        notes: 'text?',
        predecessor_id: 'integer?',
        successor_id: 'integer?',
        renews_on: 'date?',
        renewal_held: 'text?',
        approved_by: 'json?',
        on_behalf_of_client: 'boolean',
        behind_since: 'date?',
        invoice_id: 'integer?',
        state: 'json',
        revision: 'integer',
        created_by: 'integer?',
        created_at: 'timestamptz',
        updated_at: 'timestamptz',
      },
      key: ['id'],
      indexes: [['account_id'], ['site_id'], ['status'], ['renews_on'], ['invoice_id']],
      tenant: true,
    },
  ],
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
    async InvoiceDrafted(rows, { data }) {
      for (const order_id of new Set(data.lines.map((line) => line.order_id)))
        if (order_id !== null && (await rows.get(ORDERS, { id: order_id })))
          await rows.change(ORDERS, { id: order_id }, (row) => ({ ...row, invoice_id: data.invoice_id }));
    },
    async InvoiceReleased(rows, { data }) {
      for (const row of await rows.find(ORDERS, { invoice_id: data.invoice_id }))
        await rows.change(ORDERS, { id: Number(row['id']) }, (order) => ({ ...order, invoice_id: null }));
    },
    AddOnActivated: (rows, { data }) =>
      data.order_id === null
        ? undefined
        : rows.change(ORDERS, { id: data.order_id }, (row) => ({ ...row, invoice_id: data.invoice_id })),
  },
});

function fold(rows: UnitOfWork, event: Own, more: Row = {}): Promise<void> {
  return rows.change(ORDERS, { id: event.data.order_id }, (row) => ({
    ...row,
    ...columnsOf(evolve(row['state'] as unknown as BacklinkOrder, event), event),
    ...more,
  }));
}

function columnsOf(state: BacklinkOrder, event: Own): Row {
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
    approved_by: (approval?.approved_by ?? null) as JsonObject | null,
    on_behalf_of_client: approval?.on_behalf_of_client ?? false,
    behind_since: state.behindSince,
    state: state as unknown as JsonObject,
    revision: event.revision,
    updated_at: event.at,
  };
}

const renewsOn = (state: KnownOrder): Day | null =>
  state.renewalEnded || state.successorId !== null ? null : (state.approval?.renews_on ?? null);

const linesOf = (state: KnownOrder): JsonValue =>
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
  return {
    /** Monthly orders whose day of renewal has come. */
    dueForRenewal: async (today: Day): Promise<number[]> =>
      (await tables.find(ORDERS, { renews_on: { lte: today } })).map((row) => Number(row['id'])),
    running: async (): Promise<number[]> =>
      (await tables.find(ORDERS, { status: { in: ['approved', 'in_progress', 'delivered'] } })).map((row) =>
        Number(row['id']),
      ),
  };
}
