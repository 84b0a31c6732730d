import { ADD_ON_KINDS, type AddOnEvent, type AddOnTerms, addOn, type KnownPurchase } from '#domain/billing/add-on';
import { type Projected, type Projection, projection } from '#runtime/projection';
import { instant, integer, json, oneOf, type Stored, stamps, table, text } from '#runtime/table';
import type { UnitOfWork } from '#runtime/unit-of-work';

export const PURCHASES = table(
  'igny8_add_on_purchases',
  {
    id: integer,
    account_id: integer,
    kind: oneOf(...ADD_ON_KINDS),
    status: oneOf('pending', 'active', 'paid', 'expired', 'refunded'),
    payment_method: oneOf('stripe', 'paypal', 'manual'),
    terms: json<AddOnTerms>(),
    invoice_id: integer.orNull,
    managed_subscription_id: integer.orNull,
    order_id: integer.orNull,
    credits: integer.orNull,
    expires_at: instant.orNull,
    reason: text.orNull,
    state: json<KnownPurchase>(),
    revision: integer,
    ...stamps,
  },
  { key: ['id'], indexes: [['account_id'], ['status']], tenant: true },
);
export type PurchaseRow = Stored<typeof PURCHASES>;
type Own = Projected<AddOnEvent>;

/** Purchases on top of plans. */
export const addOnPurchases: Projection = projection<AddOnEvent>({
  name: PURCHASES.name,
  version: 1,
  tables: [PURCHASES],
  on: { AddOnPurchased: fold, AddOnInvoiced: fold, AddOnActivated: fold, AddOnExpired: fold, AddOnRefunded: fold },
});

async function fold(rows: UnitOfWork, event: Own): Promise<void> {
  const { purchase_id: id, account_id } = event.data;
  const known = await rows.get(PURCHASES, { id });
  const state = addOn.evolve(known?.state ?? addOn.initial, event);
  if (state.status === 'none') throw new Error(`${event.type} on a purchase that was not made`);
  rows.put(PURCHASES, {
    id,
    account_id,
    kind: state.terms.kind,
    status: state.status,
    payment_method: state.paymentMethod,
    terms: state.terms,
    invoice_id: state.invoiceId,
    order_id: state.orderId,
    managed_subscription_id: state.subscriptionId,
    credits: state.credits,
    expires_at: state.expiresAt,
    reason: state.reason,
    state,
    revision: event.revision,
    created_at: known?.created_at ?? event.at,
    updated_at: event.at,
  });
}
