import { type Answer, createPayPalClient, type Json, type PayPalOptions } from '#adapters/paypal/client';
import { disputeNews } from '#adapters/paypal/disputes';
import {
  amountOf,
  capturedOf,
  captureOfRefund,
  chargedOf,
  customOf,
  idsOf,
  list,
  object,
  orderOf,
  refundBody,
  refundedOf,
  refundIdOf,
  refundsOf,
} from '#adapters/paypal/orders';
import { createWebhookReader, eventOf } from '#adapters/paypal/webhook';
import type {
  Charge,
  Charged,
  NotFound,
  PaymentGateway,
  ProviderEvent,
  ProviderNews,
  Refund,
  Refunded,
  Trouble,
} from '#commands/billing/ports-payments';
import { epochMs, type Instant } from '#domain/kernel/time';

/** Hours for which a key is surely kept: of orders 6, of captures and refunds 45 days; a little is left over. */
const ORDER_KEY_HOURS = 5;
const MONEY_KEY_HOURS = 44 * 24;
const EVENTS_A_PAGE = 300;

/** PayPal orders that their payers approve, captured afterwards, and refunds (spec 4.5). */
export function createPayPalGateway(options: PayPalOptions): PaymentGateway {
  const client = createPayPalClient(options);
  const { now, returnUrl, webhookId } = options;
  const { timeoutMs } = client;
  const readWebhook = createWebhookReader({ webhookId, base: options.base, timeoutMs });
  const age = (since: Instant): number => (epochMs(now()) - epochMs(since)) / 3_600_000;

  async function order(id: string): Promise<Json | NotFound | Trouble> {
    const answer = await client.get(`/v2/checkout/orders/${encodeURIComponent(id)}`);
    return answer.kind === 'ok' ? answer.body : absent(answer);
  }
  async function findCharge(_: Charge, id: string | null): Promise<Charged | NotFound | Trouble> {
    // An order whose answer was lost was never approved by anybody: another one may be made.
    if (id === null) return { outcome: 'not_found' };
    const found = await order(id);
    if (isTrouble(found)) return found;
    return chargedOf(found) ?? { outcome: 'unknown', error: 'PayPal is still looking into the capture' };
  }

  /** PayPal's refunds are found through the order of their capture. */
  async function findRefund(refund: Refund): Promise<Refunded | NotFound | Trouble> {
    const capture = await client.get(`/v2/payments/captures/${encodeURIComponent(refund.reference)}`);
    if (capture.kind !== 'ok') return absent(capture);
    const related = object(object(capture.body['supplementary_data'])['related_ids']);
    const whole = await order(String(related['order_id'] ?? ''));
    if (isTrouble(whole)) return whole;
    const wanted = `${refund.refundId}:${refund.invoiceId}`;
    const found = refundsOf(whole).find(({ custom_id }) => custom_id === wanted);
    return found ? refundedOf(found) : { outcome: 'not_found' };
  }

  async function take(charge: Charge, id: string): Promise<Charged | Trouble> {
    const path = `/v2/checkout/orders/${encodeURIComponent(id)}/capture`;
    const answer = await client.post(path, {}, `${charge.key}:capture`);
    if (answer.kind === 'ok')
      return chargedOf(answer.body) ?? { outcome: 'unknown', error: 'PayPal is still looking into the capture' };
    if (answer.kind !== 'no') return troubleOf(answer);
    if (answer.issue === 'ORDER_ALREADY_CAPTURED' || answer.issue === 'ORDER_NOT_APPROVED') {
      const found = await findCharge(charge, id);
      return found.outcome === 'not_found' ? { outcome: 'refused', error: answer.error } : found;
    }
    return { outcome: 'declined', code: answer.issue.toLowerCase(), error: answer.error };
  }

  return {
    name: 'paypal',
    readWebhook,
    findCharge,
    findRefund,

    async charge(charge) {
      const round = Math.floor(age(charge.intendedAt) / ORDER_KEY_HOURS);
      const key = round === 0 ? charge.key : `${charge.key}:v${round + 1}`;
      const answer = await client.post('/v2/checkout/orders', orderOf(charge, returnUrl), key);
      if (answer.kind !== 'ok') return troubleOf(answer);
      return chargedOf(answer.body) ?? { outcome: 'unknown', error: 'PayPal is still looking into it' };
    },

    async capture(charge, id) {
      if (age(charge.intendedAt) < MONEY_KEY_HOURS) return take(charge, id);
      const found = await findCharge(charge, id);
      if (found.outcome === 'awaiting_payer') return take({ ...charge, key: `${charge.key}:late` }, id);
      return found.outcome === 'not_found' ? { outcome: 'refused', error: 'PayPal knows no such order' } : found;
    },

    async refund(refund) {
      let { key } = refund;
      if (age(refund.intendedAt) >= MONEY_KEY_HOURS) {
        const found = await findRefund(refund);
        if (found.outcome !== 'not_found') return found;
        key = `${key}:late`;
      }
      const path = `/v2/payments/captures/${encodeURIComponent(refund.reference)}/refund`;
      const answer = await client.post(path, refundBody(refund), key);
      if (answer.kind === 'ok') return refundedOf(answer.body);
      return answer.kind === 'no' && answer.status === 422
        ? { outcome: 'failed', error: answer.error, reference: null }
        : troubleOf(answer);
    },

    async eventsSince(from) {
      const events: ProviderEvent[] = [];
      let path: string | null =
        `/v1/notifications/webhooks-events?page_size=${EVENTS_A_PAGE}&start_time=${from}&end_time=${now()}`;
      while (path !== null) {
        const answer: Answer = await client.get(path);
        if (answer.kind !== 'ok') throw new Error(answer.error);
        events.push(...list(answer.body['events']).flatMap((each) => eventOf(each, now()) ?? []));
        const next = list(answer.body['links']).find(({ rel }) => rel === 'next')?.['href'];
        path = typeof next === 'string' ? pathBelow(client.base, next) : null;
      }
      return events.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
    },

    async news(event) {
      const read = async (path: string): Promise<Json | null> => {
        const answer = await client.get(path);
        if (answer.kind === 'ok') return answer.body;
        if (answer.kind === 'no' && answer.status === 404) return null;
        throw new Error(answer.error);
      };
      // About something that has no id, such as a merchant's onboarding: there is nothing to ask for.
      if (event.object === '') return NOTHING;
      const id = encodeURIComponent(event.object);
      if (event.type.startsWith('CHECKOUT.ORDER.')) return ofOrder(await read(`/v2/checkout/orders/${id}`));
      if (isAboutRefund(event.type)) return ofRefund(event.type, await read(`/v2/payments/refunds/${id}`), read);
      if (event.type.startsWith('PAYMENT.CAPTURE.')) return ofCapture(await read(`/v2/payments/captures/${id}`));
      if (event.type.startsWith('CUSTOMER.DISPUTE.')) {
        const dispute = await read(`/v1/customer/disputes/${id}`);
        return (dispute && disputeNews(dispute)) ?? NOTHING;
      }
      return NOTHING;
    },
  };
}

const NOTHING: ProviderNews = { what: 'nothing' };
const isTrouble = (found: Json | NotFound | Trouble): found is NotFound | Trouble =>
  typeof (found as { readonly outcome?: unknown }).outcome === 'string';

function troubleOf(answer: Exclude<Answer, { kind: 'ok' }>): Trouble {
  return { outcome: answer.kind === 'no' ? 'refused' : answer.kind, error: answer.error };
}
const absent = (answer: Exclude<Answer, { kind: 'ok' }>): NotFound | Trouble =>
  answer.kind === 'no' && answer.status === 404 ? { outcome: 'not_found' } : troubleOf(answer);

/** Only what is below the configured base is followed. */
const pathBelow = (base: string, href: string): string | null =>
  href.startsWith(base) ? href.slice(base.length) : null;

function ofOrder(order: Json | null): ProviderNews {
  const ids = order && idsOf(customOf(order));
  if (!order || !ids) return NOTHING;
  const of = { paymentId: ids.own, invoiceId: ids.invoiceId };
  if (order['status'] === 'APPROVED') return { what: 'approved', ...of, object: String(order['id']) };
  const charged = chargedOf(order);
  return charged === null || charged.outcome === 'awaiting_payer' ? NOTHING : { what: 'payment', ...of, charged };
}

function ofCapture(capture: Json | null): ProviderNews {
  const ids = capture && idsOf(capture['custom_id']);
  if (!capture || !ids) return NOTHING;
  const order = String(object(object(capture['supplementary_data'])['related_ids'])['order_id'] ?? '');
  const charged = capturedOf(capture, order);
  return charged === null ? NOTHING : { what: 'payment', paymentId: ids.own, invoiceId: ids.invoiceId, charged };
}

/** The resource of these is a refund, also where PayPal or a bank has taken the money back. */
const isAboutRefund = (type: string): boolean =>
  type === 'PAYMENT.CAPTURE.REFUNDED' || type === 'PAYMENT.CAPTURE.REVERSED' || type.startsWith('PAYMENT.REFUND.');

/** One without our ids was made in PayPal's dashboard, or by PayPal itself; whether it is of ours its capture says. */
async function ofRefund(
  type: string,
  refund: Json | null,
  read: (path: string) => Promise<Json | null>,
): Promise<ProviderNews> {
  if (!refund) return NOTHING;
  const refunded = refundedOf(refund);
  const own = idsOf(refund['custom_id']);
  if (own) return { what: 'refund', refundId: own.own, invoiceId: own.invoiceId, refunded };
  const reference = captureOfRefund(refund);
  const capture = reference === null ? null : await read(`/v2/payments/captures/${encodeURIComponent(reference)}`);
  const custom = capture?.['custom_id'];
  const ids = idsOf(custom);
  // A capture that is marked as somebody else's is none of ours; one without any mark is found by its id, or not at all.
  if (reference === null || (custom !== undefined && ids === null)) return NOTHING;
  const refundId = refundIdOf(refund);
  if (refundId !== null && ids !== null) return { what: 'refund', refundId, invoiceId: ids.invoiceId, refunded };
  const why = type === 'PAYMENT.CAPTURE.REVERSED' ? 'reversed' : 'refunded';
  const about = { refund: String(refund['id'] ?? ''), reference, why, amount: amountOf(refund) } as const;
  return { what: 'refund_elsewhere', ...about, refunded };
}
