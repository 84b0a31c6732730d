import { type AddOnEvent, addOn, type Purchase } from '#domain/billing/add-on';
import type { JsonObject } from '#runtime/event-store';
import { type Projected, type Projection, projection } from '#runtime/projection';
import type { UnitOfWork } from '#runtime/unit-of-work';

export const PURCHASES = 'igny8_add_on_purchases';
type Own = Projected<AddOnEvent>;

/** Purchases on top of plans. */
export const addOnPurchases: Projection = projection<AddOnEvent>({
  name: PURCHASES,
  version: 1,
  tables: [
    {
      name: PURCHASES,
      columns: {
        id: 'integer',
        account_id: 'integer',
        kind: 'text',
        status: 'text',
        payment_method: 'text',
        terms: 'json',
        invoice_id: 'integer?',
        managed_subscription_id: 'integer?',
        order_id: 'integer?',
        credits: 'integer?',
        expires_at: 'timestamptz?',
        reason: 'text?',
        state: 'json',
        revision: 'integer',
        created_at: 'timestamptz',
        updated_at: 'timestamptz',
      },
      key: ['id'],
      indexes: [['account_id'], ['status']],
      tenant: true,
    },
  ],
  on: { AddOnPurchased: fold, AddOnInvoiced: fold, AddOnActivated: fold, AddOnExpired: fold, AddOnRefunded: fold },
});

async function fold(rows: UnitOfWork, event: Own): Promise<void> {
  const { purchase_id: id, account_id } = event.data;
  const known = await rows.get(PURCHASES, { id });
  const before = (known?.['state'] ?? { status: 'none' }) as unknown as Purchase;
  const state = addOn.evolve(before, event);
  if (state.status === 'none') throw new Error(`${event.type} on a purchase that was not made`);
  rows.put(PURCHASES, {
    id,
    account_id,
    kind: state.terms.kind,
    status: state.status,
    payment_method: state.paymentMethod,
    terms: state.terms as unknown as JsonObject,
    invoice_id: state.invoiceId,
    order_id: state.orderId,
    managed_subscription_id: state.subscriptionId,
    credits: state.credits,
    expires_at: state.expiresAt,
    reason: state.reason,
    state: state as unknown as JsonObject,
    revision: event.revision,
    created_at: known?.['created_at'] ?? event.at,
    updated_at: event.at,
  });
}
