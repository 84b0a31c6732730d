import type Stripe from 'stripe';
import type { Charged, ProviderEvent, ProviderNews, Trouble } from '#commands/ports-payments';
import { cents } from '#domain/kernel/money';
import { type Instant, instantOf } from '#domain/kernel/time';
import { closed, declinedBy, paidBy } from './charges.ts';
import type { Api } from './client.ts';
import { all, idOf, orNull, ourId } from './intents.ts';
import { refundedBy } from './refunds.ts';
import { doneBy } from './set-ups.ts';

const NOTHING: ProviderNews = { what: 'nothing' };
type Tell = (api: Api, object: string) => Promise<ProviderNews>;

/** By how the type of the event begins; the first that fits tells. */
const TELLERS: readonly (readonly [string, Tell])[] = [
  ['invoice.', ofInvoice],
  ['refund.', ofRefund],
  ['charge.refund', (api, object) => (object.startsWith('re_') ? ofRefund(api, object) : ofCharge(api, object))],
  ['charge.dispute.', ofDispute],
  ['setup_intent.', ofSetUp],
  ['customer.subscription.', ofSubscription],
];

export async function news(api: Api, { type, object }: ProviderEvent): Promise<ProviderNews> {
  const teller = TELLERS.find(([prefix]) => type.startsWith(prefix));
  return teller ? teller[1](api, object) : NOTHING;
}

async function ofInvoice(api: Api, id: string): Promise<ProviderNews> {
  const invoice = await orNull(api, api.stripe.invoices.retrieve(id, { expand: ['payments'] }));
  const paymentId = ourId(invoice?.metadata ?? null, 'payment_id');
  const invoiceId = ourId(invoice?.metadata ?? null, 'invoice_id');
  if (invoice === null || paymentId === null || invoiceId === null) return NOTHING;
  const charged = await endOf(api, invoice);
  return charged === null || charged.outcome === 'unknown'
    ? NOTHING
    : { what: 'payment', paymentId, invoiceId, charged: charged as Charged };
}

/** Null where it has not ended. One that was declined is closed first: it would stay open to be paid. */
async function endOf(api: Api, invoice: Stripe.Invoice): Promise<Charged | Trouble | null> {
  const end = invoice.attempted && invoice.status === 'open' ? (await closed(api, invoice.id)).invoice : invoice;
  if (end === null) return null;
  return paidBy(end) ?? (end.attempted && end.status !== 'open' ? declinedBy(api, end) : null);
}

async function ofRefund(api: Api, id: string): Promise<ProviderNews> {
  const refund = await orNull(api, api.stripe.refunds.retrieve(id));
  return refund === null ? NOTHING : refundNews(refund);
}

/** Of its refunds the newest that is ours. */
async function ofCharge(api: Api, charge: string): Promise<ProviderNews> {
  const refunds = await all(api, api.stripe.refunds.list({ charge, limit: 100 }), () => true);
  return refunds.map(refundNews).find(({ what }) => what === 'refund') ?? NOTHING;
}

function refundNews(refund: Stripe.Refund): ProviderNews {
  const refundId = ourId(refund.metadata, 'refund_id');
  const invoiceId = ourId(refund.metadata, 'invoice_id');
  if (refundId === null || invoiceId === null) return NOTHING;
  return { what: 'refund', refundId, invoiceId, refunded: refundedBy(refund) };
}

const WON = new Set(['won', 'warning_closed', 'prevented']);

async function ofDispute(api: Api, id: string): Promise<ProviderNews> {
  const dispute = await orNull(api, api.stripe.disputes.retrieve(id));
  const reference = idOf(dispute?.payment_intent);
  if (dispute === null || reference === null) return NOTHING;
  const { amount, reason, status } = dispute;
  return {
    ...{ what: 'dispute', dispute: id, reference, amount: cents(amount), reason },
    status: WON.has(status) ? 'won' : status === 'lost' ? 'lost' : 'open',
    dueBy: at(dispute.evidence_details.due_by),
  };
}

const at = (seconds: number | null | undefined): Instant | null => (seconds ? instantOf(seconds * 1000) : null);

async function ofSetUp(api: Api, id: string): Promise<ProviderNews> {
  const intent = await orNull(api, api.stripe.setupIntents.retrieve(id, { expand: ['payment_method'] }));
  const methodId = ourId(intent?.metadata ?? null, 'method_id');
  const accountId = ourId(intent?.metadata ?? null, 'account_id');
  if (intent === null || methodId === null || accountId === null) return NOTHING;
  return { what: 'method', methodId, accountId, done: doneBy(intent) };
}

const ACTIVE = new Set(['active', 'trialing']);
const CANCELLED = new Set(['canceled', 'incomplete_expired']);

async function ofSubscription(api: Api, id: string): Promise<ProviderNews> {
  const found = await orNull(api, api.stripe.subscriptions.retrieve(id));
  const accountId = ourId(found?.metadata ?? null, 'account_id');
  if (found === null || accountId === null) return NOTHING;
  const { metadata, status, items } = found;
  return {
    ...{ what: 'plan_subscription', accountId, subscription: id },
    plan: metadata['plan'] ?? items.data[0]?.price.lookup_key ?? null,
    status: ACTIVE.has(status) ? 'active' : CANCELLED.has(status) ? 'cancelled' : 'past_due',
    periodEnd: at(items.data[0]?.current_period_end),
  };
}
