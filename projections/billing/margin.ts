import { dayOf, type Zone } from '#domain/kernel/calendar';
import { type Cents, decimalProduct, formatMoney } from '#domain/kernel/money';
import { type Day, type Month, monthOf } from '#domain/kernel/time';
import type { AhrefsEvent } from '#domain/links/ahrefs-connection';
import type { BacklinkOrderEvent } from '#domain/links/backlink-order-messages';
import type { IndexingRequestEvent } from '#domain/links/indexing-request';
import type { PriceBookEvent } from '#domain/links/price-book';
import type { PriceBook } from '#domain/links/price-book-data';
import type { FactData, FactEvent } from '#domain/platform/fact';
import type { ManagedSubscriptionEvent } from '#domain/services/managed-subscription';
import { type Heard, type Projected, type Projection, projection } from '#runtime/projection';
import { boolean, day, decimal, integer, type RowOf, table, text, uuid } from '#runtime/table';
import type { UnitOfWork } from '#runtime/unit-of-work';

export const COSTS = table(
  'igny8_costs',
  {
    key: text,
    account_id: integer,
    site_id: integer.orNull,
    order_id: integer.orNull,
    kind: text,
    /** US dollars, to the ten-thousandth. */
    amount: decimal,
    on_day: day,
    month: text.of<Month>(),
  },
  { key: ['key'], indexes: [['account_id'], ['order_id'], ['month']], tenant: true },
);
type CostRow = RowOf<typeof COSTS>;

/** What a thousand units cost, as the price book says now; a book of an early release says nothing. */
const COST_RATES = table('igny8_cost_rates', { what: text, thousand_units: integer }, { key: ['what'] });

export const MRR_CHANGES = table(
  'igny8_mrr_changes',
  { event_id: uuid, account_id: integer, source: text, on_day: day, change: decimal },
  { key: ['event_id'], indexes: [['on_day'], ['account_id']], tenant: true },
);

/** What each subscription and monthly order adds to MRR now. */
const MRR_SOURCES = table(
  'igny8_mrr_sources',
  { source: text, account_id: integer, price: integer.of<Cents>(), counted: boolean },
  { key: ['source'], tenant: true },
);
type Source = RowOf<typeof MRR_SOURCES>;

type Costing =
  | Heard<BacklinkOrderEvent, 'OrderLinkPlaced' | 'OrderLinkCostCorrected'>
  | Heard<IndexingRequestEvent, 'IndexingAttempted' | 'IndexingCostIncurred'>
  | Heard<AhrefsEvent, 'AhrefsUnitsSpent'>
  | Heard<FactEvent, 'CostRecorded'>
  | PriceBookEvent;

/**
 * Every cost by kind, on the day it was incurred: placements, indexing with its checks, units of Ahrefs where they have a price,
 * and what the platform reports.
 */
export const costs = (zone: Zone): Projection =>
  projection<Costing>({
    name: COSTS.name,
    version: 2,
    tables: [COSTS, COST_RATES],
    on: {
      OrderLinkPlaced: (rows, event) => rows.put(COSTS, placement(event, event.data.cost_cents, dayOf(event.at, zone))),
      OrderLinkCostCorrected: async (rows, event) => {
        const known = await rows.get(COSTS, { key: placementKey(event.data) });
        rows.put(COSTS, placement(event, event.data.cost_cents, known?.on_day ?? dayOf(event.at, zone)));
      },
      IndexingAttempted(rows, { id, at, data }) {
        if (data.cost === 0 || (data.outcome !== 'accepted' && data.outcome !== 'unknown_outcome')) return;
        const { account_id, site_id, order_id } = data;
        const amount = (data.cost / 10_000).toFixed(4);
        rows.add(COSTS, row({ key: id, account_id, site_id, order_id, kind: 'indexing', amount }, dayOf(at, zone)));
      },
      IndexingCostIncurred(rows, { id, at, data }) {
        const { account_id, site_id, order_id } = data;
        const amount = (data.cost / 10_000).toFixed(4);
        rows.add(COSTS, row({ key: id, account_id, site_id, order_id, kind: 'indexing', amount }, dayOf(at, zone)));
      },
      PriceBookRevised(rows, { data }) {
        const book: Partial<PriceBook> = data.book;
        rows.put(COST_RATES, { what: 'ahrefs', thousand_units: book.ahrefs?.thousand_units.booked ?? 0 });
      },
      async AhrefsUnitsSpent(rows, { id, at, data }) {
        const rate = (await rows.get(COST_RATES, { what: 'ahrefs' }))?.thousand_units ?? 0;
        if (rate === 0) return;
        const whose = { account_id: data.account_id, site_id: null, order_id: null };
        const amount = (Math.round((data.units * rate) / 1000) / 10_000).toFixed(4);
        rows.add(COSTS, row({ key: id, ...whose, kind: 'ahrefs_units', amount }, dayOf(at, zone)));
      },
      CostRecorded(rows, { id, data }) {
        const fact = data as FactData & {
          readonly account_id: number;
          readonly site_id?: number;
          readonly kind: string;
          readonly quantity: number | string;
          readonly unit_cost: number | string;
          readonly incurred_on: string;
        };
        const amount = decimalProduct(String(fact.quantity), String(fact.unit_cost), 4);
        const whose = { account_id: fact.account_id, site_id: fact.site_id ?? null, order_id: null };
        rows.add(COSTS, row({ key: id, ...whose, kind: fact.kind, amount }, fact.incurred_on as Day));
      },
    },
  });

type Cost = Omit<CostRow, 'on_day' | 'month'>;
const row = (cost: Cost, on: Day): CostRow => ({ ...cost, on_day: on, month: monthOf(on) });
const placementKey = (data: { readonly backlink_id: number }): string => `placement-${data.backlink_id}`;

function placement(
  { data }: Projected<Extract<BacklinkOrderEvent, { type: 'OrderLinkPlaced' | 'OrderLinkCostCorrected' }>>,
  cost: Cents,
  on: Day,
): CostRow {
  const { account_id, site_id, order_id } = data;
  return row(
    { key: placementKey(data), account_id, site_id, order_id, kind: 'placements', amount: formatMoney(cost) },
    on,
  );
}

type Recurring =
  | Heard<
      ManagedSubscriptionEvent,
      | 'ManagedSubscriptionCreated'
      | 'ManagedSubscriptionActivated'
      | 'ManagedSubscriptionResumed'
      | 'ManagedSubscriptionPaused'
      | 'ManagedSubscriptionCancelled'
      | 'ManagedSubscriptionPriceChanged'
      | 'ManagedSubscriptionTierChanged'
    >
  | Heard<
      BacklinkOrderEvent,
      'BacklinkOrderApproved' | 'BacklinkOrderRenewed' | 'BacklinkOrderRenewalEnded' | 'BacklinkOrderCancelled'
    >;

/**
 * Monthly recurring revenue as changes: active managed subscriptions at their monthly price, and the newest order of a
 * monthly package that has not ended (spec 4.6, ruling 1.26). Paused ones add nothing.
 */
export const mrrChanges = (zone: Zone): Projection =>
  projection<Recurring>({
    name: MRR_CHANGES.name,
    version: 1,
    tables: [MRR_CHANGES, MRR_SOURCES],
    on: {
      ManagedSubscriptionCreated: (rows, { data }) =>
        rows.put(MRR_SOURCES, {
          source: subscription(data),
          account_id: data.account_id,
          price: data.monthly_price_cents,
          counted: false,
        }),
      ManagedSubscriptionActivated: (rows, event) => count(rows, event, subscription(event.data), event.data.on, true),
      ManagedSubscriptionResumed: (rows, event) => count(rows, event, subscription(event.data), event.data.on, true),
      ManagedSubscriptionPaused: (rows, event) => count(rows, event, subscription(event.data), event.data.on, false),
      ManagedSubscriptionCancelled: (rows, event) => count(rows, event, subscription(event.data), event.data.on, false),
      ManagedSubscriptionPriceChanged: (rows, event) =>
        reprice(rows, event, subscription(event.data), event.data.on, event.data.monthly_price_cents),
      ManagedSubscriptionTierChanged: (rows, event) =>
        reprice(rows, event, subscription(event.data), event.data.on, event.data.monthly_price_cents),
      async BacklinkOrderApproved(rows, event) {
        const { account_id, client_price_cents, anchor, on } = event.data;
        if (anchor === null) return;
        const source = order(event.data);
        rows.put(MRR_SOURCES, { source, account_id, price: client_price_cents, counted: false });
        await count(rows, event, source, on, true);
      },
      // The successor takes its place.
      BacklinkOrderRenewed: (rows, event) => count(rows, event, order(event.data), event.data.on, false),
      BacklinkOrderRenewalEnded: (rows, event) => count(rows, event, order(event.data), dayOf(event.at, zone), false),
      BacklinkOrderCancelled: (rows, event) => count(rows, event, order(event.data), dayOf(event.at, zone), false),
    },
  });

const subscription = (data: { readonly subscription_id: number }): string => `subscription-${data.subscription_id}`;
const order = (data: { readonly order_id: number }): string => `order-${data.order_id}`;

async function count(rows: UnitOfWork, event: Projected<Recurring>, source: string, on: Day, counted: boolean) {
  const known = await rows.get(MRR_SOURCES, { source });
  if (!known || known.counted === counted) return;
  rows.put(MRR_SOURCES, { ...known, counted });
  booked(rows, event, known, on, (counted ? known.price : -known.price) as Cents);
}

async function reprice(rows: UnitOfWork, event: Projected<Recurring>, source: string, on: Day, price: Cents) {
  const known = await rows.get(MRR_SOURCES, { source });
  if (!known) return;
  rows.put(MRR_SOURCES, { ...known, price });
  if (known.counted) booked(rows, event, known, on, (price - known.price) as Cents);
}

const booked = (rows: UnitOfWork, event: Projected<Recurring>, known: Source, on: Day, change: Cents): void =>
  rows.put(MRR_CHANGES, {
    event_id: event.id,
    account_id: known.account_id,
    source: known.source,
    on_day: on,
    change: formatMoney(change),
  });
