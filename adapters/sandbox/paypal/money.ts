import type pg from 'pg';
import { type Cents, cents, formatMoney, parseMoney } from '#domain/kernel/money';
import type { SandboxState } from '../state.ts';

type Tx = pg.PoolClient;
export type Doc = { [key: string]: unknown };
export type Reply = { readonly status: 200 | 201 | 400 | 404 | 422; readonly body: Doc };

export const no = (status: 400 | 404 | 422, issue: string, description: string): Reply => ({
  status,
  body: {
    ...{ name: status === 404 ? 'RESOURCE_NOT_FOUND' : status === 422 ? 'UNPROCESSABLE_ENTITY' : 'INVALID_REQUEST' },
    ...{ message: description, debug_id: 'sandbox', details: [{ issue, description }], links: [] },
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

/** Rows of the stand-in, inside a transaction. */
export type Books = {
  get(tx: Tx, kind: string, id: string, lock?: boolean): Promise<Doc | undefined>;
  put(tx: Tx, kind: string, id: string, doc: Doc): Promise<unknown>;
  newId(tx: Tx, prefix: string): Promise<string>;
  notice(tx: Tx, type: string, resource: Doc): Promise<void>;
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
      ...{ id, intent: 'CAPTURE', status: 'PAYER_ACTION_REQUIRED', create_time: state.now(), purchase_units: units },
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
      ...{ id: await newId(tx, 'CAP'), status: 'COMPLETED', amount: money(amount), custom_id: unit?.['custom_id'] },
      ...{ create_time: state.now(), supplementary_data: { related_ids: { order_id: id } } },
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
    const whole = centsOf(capture['amount']) ?? cents(0);
    const back = cents(Number(capture['refunded_cents'] ?? 0));
    const amount = body['amount'] === undefined ? cents(whole - back) : centsOf(body['amount']);
    if (amount === null || amount <= 0) return no(400, 'INVALID_PARAMETER_VALUE', 'the amount is not valid');
    if (back >= whole) return no(422, 'CAPTURE_FULLY_REFUNDED', 'The capture has already been fully refunded');
    if (back + amount > whole) return no(422, 'REFUND_AMOUNT_EXCEEDED', 'The refund amount is over what is left.');
    const refund = {
      ...{ id: await newId(tx, 'REF'), status: 'COMPLETED', amount: money(amount), custom_id: body['custom_id'] },
      ...{ invoice_id: body['invoice_id'], create_time: state.now() },
    };
    const status = back + amount === whole ? 'REFUNDED' : 'PARTIALLY_REFUNDED';
    await put(tx, 'capture', id, { ...capture, status, refunded_cents: back + amount });
    await put(tx, 'refund', refund.id, refund);
    const related = (capture['supplementary_data'] as { related_ids: { order_id: string } }).related_ids.order_id;
    const order = (await get(tx, 'order', related, true)) ?? {};
    const [unit] = order['purchase_units'] as Doc[];
    const payments = unit?.['payments'] as { captures: Doc[]; refunds: Doc[] };
    const captures = payments.captures.map((each) => (each['id'] === id ? { ...each, status } : each));
    const refunds = [...payments.refunds, refund];
    await put(tx, 'order', related, { ...order, purchase_units: [{ ...unit, payments: { captures, refunds } }] });
    const [refund_id, invoice_id] = String(body['custom_id'] ?? '')
      .split(':')
      .map(Number);
    await book(
      tx,
      'refund',
      id,
      { refund_id, invoice_id, amount: formatMoney(amount) },
      'refunded',
      `-${formatMoney(amount)}`,
      key,
    );
    await notice(tx, 'PAYMENT.CAPTURE.REFUNDED', refund);
    return { status: 201, body: refund };
  }

  return { createOrder, captureOrder, refundCapture };
}
