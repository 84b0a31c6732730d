import type pg from 'pg';
import { type Cents, cents, formatMoney, parseMoney } from '#domain/kernel/money';
import type { SandboxState } from '../state.ts';

type Tx = pg.PoolClient;
export type Doc = { [key: string]: unknown };
export type Reply = { readonly status: 200 | 201 | 400 | 404 | 422; readonly body: Doc };

export const no = (status: 400 | 404 | 422, issue: string, description: string): Reply => ({
  status,
  body: {
    name: status === 404 ? 'RESOURCE_NOT_FOUND' : status === 422 ? 'UNPROCESSABLE_ENTITY' : 'INVALID_REQUEST',
    message: description,
    debug_id: 'sandbox',
    details: [{ issue, description }],
    links: [],
  },
});
export const money = (amount: Cents) => ({ currency_code: 'USD', value: formatMoney(amount) });
export const centsOf = (of: unknown): Cents | null =>
  parseMoney(String((of as { value?: unknown } | undefined)?.value ?? ''));
const idsOf = (custom: unknown): Doc => {
  const [payment_id, invoice_id] = String(custom ?? '')
    .split(':')
    .map(Number);
  return { payment_id, invoice_id };
};

const refundIdsOf = (custom: unknown): Doc => {
  if (custom === undefined) return {};
  const { payment_id: refund_id, invoice_id } = idsOf(custom);
  return { refund_id, invoice_id };
};
export const leftOf = (capture: Doc): Cents =>
  cents((centsOf(capture['amount']) ?? 0) - Number(capture['refunded_cents'] ?? 0));

type GivingBack = {
  readonly type: 'PAYMENT.CAPTURE.REFUNDED' | 'PAYMENT.CAPTURE.REVERSED';
  readonly key?: string;
  /** What the API was given; none of what others do. */
  readonly custom_id?: unknown;
  readonly invoice_id?: unknown;
};
type Change = (refunds: readonly Doc[]) => readonly Doc[];

/** Rows of the stand-in, inside a transaction. */
export type Books = {
  get(tx: Tx, kind: string, id: string, lock?: boolean): Promise<Doc | undefined>;
  put(tx: Tx, kind: string, id: string, doc: Doc): Promise<unknown>;
  newId(tx: Tx, prefix: string): Promise<string>;
  /** `kind`: the resource's type, as PayPal names it. */
  notice(tx: Tx, type: string, resource: Doc, kind?: string): Promise<void>;
  book(
    tx: Tx,
    operation: string,
    reference: string,
    request: Doc,
    outcome: string,
    charged: string | null,
    key?: string,
  ): Promise<unknown>;
};

/** What moves money: an order that its payer approves, its capture, and refunds of that. */
export function paypalMoney(state: SandboxState, { get, put, newId, notice, book }: Books, publicBase: () => string) {
  async function createOrder(tx: Tx, body: Doc): Promise<Reply> {
    const units = body['purchase_units'] as Doc[] | undefined;
    const amount = centsOf(units?.[0]?.['amount']);
    if (body['intent'] !== 'CAPTURE' || !Array.isArray(units) || units.length !== 1)
      return no(400, 'INVALID_PARAMETER_VALUE', 'intent and one purchase unit are expected');
    if (amount === null || amount <= 0) return no(422, 'CANNOT_BE_ZERO_OR_NEGATIVE', 'the amount must be positive');
    const id = await newId(tx, 'ORDER');
    const base = publicBase();
    const doc = {
      id,
      intent: 'CAPTURE',
      status: 'PAYER_ACTION_REQUIRED',
      create_time: state.now(),
      purchase_units: units,
      links: [
        { rel: 'self', href: `${base}/v2/checkout/orders/${id}`, method: 'GET' },
        { rel: 'payer-action', href: `${base}/checkoutnow?token=${id}`, method: 'GET' },
      ],
    };
    await put(tx, 'order', id, doc);
    return { status: 201, body: doc };
  }

  async function captureOrder(tx: Tx, id: string, refuse: boolean, key: string): Promise<Reply> {
    const order = await get(tx, 'order', id, true);
    if (!order) return no(404, 'INVALID_RESOURCE_ID', 'there is no such order');
    if (order['status'] === 'COMPLETED') return no(422, 'ORDER_ALREADY_CAPTURED', 'Order already captured.');
    if (order['status'] !== 'APPROVED') return no(422, 'ORDER_NOT_APPROVED', 'Payer has not yet approved the Order.');
    const [unit] = order['purchase_units'] as Doc[];
    const amount = centsOf(unit?.['amount']) ?? cents(0);
    const request = { ...idsOf(unit?.['custom_id']), amount: formatMoney(amount), order: id };
    if (refuse || order['declined'] === true) {
      await book(tx, 'capture', id, request, 'declined', null, key);
      return no(422, 'INSTRUMENT_DECLINED', 'The instrument presented was declined.');
    }
    const capture = {
      id: await newId(tx, 'CAP'),
      status: 'COMPLETED',
      amount: money(amount),
      custom_id: unit?.['custom_id'],
      create_time: state.now(),
      supplementary_data: { related_ids: { order_id: id } },
    };
    const paid = {
      ...order,
      status: 'COMPLETED',
      purchase_units: [{ ...unit, payments: { captures: [capture], refunds: [] } }],
    };
    await put(tx, 'order', id, paid);
    await put(tx, 'capture', capture.id, capture);
    await book(tx, 'capture', capture.id, request, 'paid', formatMoney(amount), key);
    await notice(tx, 'PAYMENT.CAPTURE.COMPLETED', capture);
    return { status: 201, body: paid };
  }

  async function refundCapture(tx: Tx, id: string, body: Doc, key: string): Promise<Reply> {
    const capture = await get(tx, 'capture', id, true);
    if (!capture) return no(404, 'INVALID_RESOURCE_ID', 'there is no such capture');
    const left = leftOf(capture);
    const amount = body['amount'] === undefined ? left : centsOf(body['amount']);
    if (amount === null || amount < 0 || (amount === 0 && left > 0))
      return no(400, 'INVALID_PARAMETER_VALUE', 'the amount is not valid');
    if (left === 0) return no(422, 'CAPTURE_FULLY_REFUNDED', 'The capture has already been fully refunded');
    if (amount > left) return no(422, 'REFUND_AMOUNT_EXCEEDED', 'The refund amount is over what is left.');
    const ours = { custom_id: body['custom_id'], invoice_id: body['invoice_id'] };
    return {
      status: 201,
      body: await giveBack(tx, capture, amount, { ...ours, type: 'PAYMENT.CAPTURE.REFUNDED', key }),
    };
  }

  /** So much more of the capture has gone back, or less. */
  async function refundedBy(tx: Tx, capture: Doc, amount: Cents, change: Change): Promise<void> {
    const back = Number(capture['refunded_cents'] ?? 0) + amount;
    const status = back === 0 ? 'COMPLETED' : back === centsOf(capture['amount']) ? 'REFUNDED' : 'PARTIALLY_REFUNDED';
    const now = { ...capture, status, refunded_cents: back };
    await put(tx, 'capture', String(capture['id']), now);
    await inOrder(tx, now, change);
  }

  /** The order shows its captures and refunds as they are. */
  async function inOrder(tx: Tx, capture: Doc, change: Change): Promise<void> {
    const related = (capture['supplementary_data'] as { related_ids: { order_id: string } }).related_ids.order_id;
    const order = (await get(tx, 'order', related, true)) ?? {};
    const [unit] = order['purchase_units'] as Doc[];
    const payments = unit?.['payments'] as { captures: Doc[]; refunds: Doc[] };
    const { status, id } = capture;
    const captures = payments.captures.map((each) => (each['id'] === id ? { ...each, status } : each));
    const refunds = change(payments.refunds);
    await put(tx, 'order', related, { ...order, purchase_units: [{ ...unit, payments: { captures, refunds } }] });
  }

  /** Money of a capture goes back: asked for by the API, given in the dashboard, or taken by PayPal or a bank. */
  async function giveBack(tx: Tx, capture: Doc, amount: Cents, { type, key, ...ours }: GivingBack): Promise<Doc> {
    const id = String(capture['id']);
    const back = cents(Number(capture['refunded_cents'] ?? 0) + amount);
    const refundId = await newId(tx, 'REF');
    const at = (path: string) => ({ href: `${publicBase()}/v2/payments/${path}`, method: 'GET' });
    const refund = {
      id: refundId,
      status: 'COMPLETED',
      amount: money(amount),
      ...ours,
      create_time: state.now(),
      update_time: state.now(),
      seller_payable_breakdown: { gross_amount: money(amount), total_refunded_amount: money(back) },
      links: [
        { rel: 'self', ...at(`refunds/${refundId}`) },
        { rel: 'up', ...at(`captures/${id}`) },
      ],
    };
    await put(tx, 'refund', refundId, refund);
    await refundedBy(tx, capture, amount, (refunds) => [...refunds, refund]);
    const request = { ...refundIdsOf(ours.custom_id), paypal_refund: refundId, amount: formatMoney(amount) };
    const operation = type === 'PAYMENT.CAPTURE.REVERSED' ? 'reversal' : 'refund';
    const outcome = operation === 'refund' ? 'refunded' : 'reversed';
    await book(tx, operation, id, request, outcome, `-${formatMoney(amount)}`, key);
    await notice(tx, type, refund, 'refund');
    return refund;
  }

  /** A refund that was done comes back, as one to a closed account does: the money is ours again. */
  async function failRefund(tx: Tx, id: string): Promise<void> {
    const refund = await get(tx, 'refund', id, true);
    if (refund?.['status'] !== 'COMPLETED') throw new Error(`there is no refund ${id} that could fail`);
    const amount = centsOf(refund['amount']) ?? cents(0);
    const [, up] = refund['links'] as { href: string }[];
    const captureId = String(up?.href.split('/').at(-1));
    const capture = (await get(tx, 'capture', captureId, true)) ?? {};
    const failed = { ...refund, status: 'FAILED', update_time: state.now() };
    await put(tx, 'refund', id, failed);
    await refundedBy(tx, capture, cents(-amount), (refunds) =>
      refunds.map((each) => (each['id'] === id ? failed : each)),
    );
    const request = { ...refundIdsOf(refund['custom_id']), paypal_refund: id, amount: formatMoney(amount) };
    await book(tx, 'refund_failed', captureId, request, 'failed', formatMoney(amount));
    await notice(tx, 'PAYMENT.REFUND.FAILED', failed, 'refund');
  }

  return { createOrder, captureOrder, refundCapture, giveBack, failRefund };
}
