import type { Charge, Charged, Refund, Refunded } from '#commands/billing/ports-payments';
import { type Cents, cents, formatMoney, parseMoney } from '#domain/kernel/money';
import type { Json } from './client.ts';

export const usd = (amount: Cents) => ({ currency_code: 'USD', value: formatMoney(amount) });
export const object = (value: unknown): Json => (typeof value === 'object' && value !== null ? (value as Json) : {});
export const list = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.map(object) : []);
export const amountOf = (of: unknown): Cents =>
  parseMoney(String(object(object(of)['amount'])['value'] ?? '')) ?? cents(0);

/** The order that a payer is asked to approve. */
export const orderOf = (charge: Charge, returnUrl: string) => ({
  intent: 'CAPTURE',
  purchase_units: [
    {
      reference_id: String(charge.paymentId),
      custom_id: `${charge.paymentId}:${charge.invoiceId}`,
      invoice_id: `${charge.invoiceNumber}-${charge.paymentId}`,
      description: charge.description.slice(0, 127),
      amount: usd(charge.amount),
    },
  ],
  payment_source: {
    paypal: {
      experience_context: {
        return_url: returnUrl,
        cancel_url: returnUrl,
        user_action: 'PAY_NOW',
        shipping_preference: 'NO_SHIPPING',
      },
    },
  },
});

/** Our ids in `custom_id`. */
export function idsOf(custom: unknown): { readonly own: number; readonly invoiceId: number } | null {
  const match = /^([1-9]\d{0,9}):([1-9]\d{0,9})$/.exec(String(custom ?? ''));
  return match ? { own: Number(match[1]), invoiceId: Number(match[2]) } : null;
}

const unitOf = (order: Json): Json => list(order['purchase_units'])[0] ?? {};
export const capturesOf = (order: Json): readonly Json[] => list(object(unitOf(order)['payments'])['captures']);
export const refundsOf = (order: Json): readonly Json[] => list(object(unitOf(order)['payments'])['refunds']);
export const customOf = (order: Json): unknown => unitOf(order)['custom_id'];

/** How an order stands; null where its capture is still being looked into. */
export function chargedOf(order: Json): Charged | null {
  const id = String(order['id'] ?? '');
  const capture = capturesOf(order).at(-1);
  if (capture) return capturedOf(capture, id);
  if (order['status'] === 'VOIDED') return { outcome: 'declined', code: 'voided', error: 'the order was voided' };
  const links = list(order['links']);
  const approve = links.find(({ rel }) => rel === 'payer-action' || rel === 'approve');
  return { outcome: 'awaiting_payer', object: id, approveUrl: String(approve?.['href'] ?? '') };
}

const TAKEN = ['COMPLETED', 'PARTIALLY_REFUNDED', 'REFUNDED'];
export function capturedOf(capture: Json, order: string): Charged | null {
  const status = String(capture['status'] ?? '');
  if (TAKEN.includes(status))
    return { outcome: 'paid', reference: String(capture['id']), object: order, amount: amountOf(capture) };
  if (status === 'DECLINED' || status === 'FAILED')
    return {
      outcome: 'declined',
      code: status.toLowerCase(),
      error: `PayPal: the capture was ${status.toLowerCase()}`,
    };
  return null;
}

export function refundedOf(refund: Json): Refunded {
  const status = String(refund['status'] ?? '');
  const reference = String(refund['id'] ?? '');
  if (status === 'COMPLETED') return { outcome: 'refunded', reference, amount: amountOf(refund) };
  if (status === 'PENDING') return { outcome: 'pending', reference };
  return { outcome: 'failed', error: `PayPal: the refund is ${status.toLowerCase()}`, reference };
}

/** Our id of a refund: PayPal shows what we gave it in either of two fields; null where somebody else made it. */
export function refundIdOf(refund: Json): number | null {
  const own = idsOf(refund['custom_id'])?.own;
  const numbered = /^refund-([1-9]\d{0,9})$/.exec(String(refund['invoice_id'] ?? ''))?.[1];
  return own ?? (numbered === undefined ? null : Number(numbered));
}

/** The capture that a refund is of: only its link to what is above it says so. */
export function captureOfRefund(refund: Json): string | null {
  const up = list(refund['links']).find(({ rel }) => rel === 'up')?.['href'];
  return /\/v2\/payments\/captures\/([^/?#]+)\/?$/.exec(String(up ?? ''))?.[1] ?? null;
}

export const refundBody = (refund: Refund) => ({
  amount: usd(refund.amount),
  custom_id: `${refund.refundId}:${refund.invoiceId}`,
  invoice_id: `refund-${refund.refundId}`,
  note_to_payer: refund.reason.slice(0, 255),
});
