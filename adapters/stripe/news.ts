import type Stripe from 'stripe';
import type { Charged, ProviderEvent, ProviderNews, Trouble } from '#commands/billing/ports-payments';
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
  // About something that has no id, such as an invoice to come: there is nothing to ask for.
  if (object === '') return NOTHING;
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
  return refund === null ? NOTHING : refundNews(refund, await intentOf(api, refund));
}

/** Of a refund that names its charge only, the charge's. */
async function intentOf(api: Api, { payment_intent, charge }: Stripe.Refund): Promise<string | null> {
  const [intent, of] = [idOf(payment_intent), idOf(charge)];
  if (intent !== null || of === null) return intent;
  return idOf((await orNull(api, api.stripe.charges.retrieve(of)))?.payment_intent);
}

/** All its refunds, ours and others: the notice does not say which of them it is about. */
async function ofCharge(api: Api, charge: string): Promise<ProviderNews> {
  const refunds = await all(api, api.stripe.refunds.list({ charge, limit: 100 }), () => true);
  const [first] = refunds;
  const intent = first === undefined ? null : await intentOf(api, first);
  const told = refunds.map((refund) => refundNews(refund, intent));
  return told.length > 1 ? { what: 'several', of: told } : (told[0] ?? NOTHING);
}

/** One without our ids was made in the dashboard, or by Stripe itself. */
function refundNews(refund: Stripe.Refund, reference: string | null): ProviderNews {
  const refundId = ourId(refund.metadata, 'refund_id');
  const invoiceId = ourId(refund.metadata, 'invoice_id');
  const refunded = refundedBy(refund);
  if (refundId !== null && invoiceId !== null) return { what: 'refund', refundId, invoiceId, refunded };
  if (reference === null) return NOTHING;
  const amount = cents(refund.amount);
  return { what: 'refund_elsewhere', refund: refund.id, reference, why: 'refunded', amount, refunded };
}

const WON = new Set(['won', 'warning_closed']);
const OPEN = new Set([
  'needs_response',
  'under_review',
  'warning_needs_response',
  'warning_under_review',
  'appeal_needs_response',
  'appeal_under_review',
]);

async function ofDispute(api: Api, id: string): Promise<ProviderNews> {
  const dispute = await orNull(api, api.stripe.disputes.retrieve(id));
  const reference = idOf(dispute?.payment_intent);
  if (dispute === null || reference === null) return NOTHING;
  const { amount, reason } = dispute;
  return {
    what: 'dispute',
    dispute: id,
    reference,
    amount: cents(amount),
    reason,
    ...outcomeOf(dispute),
    dueBy: at(dispute.evidence_details.due_by),
  };
}

/** A status that this release does not know leaves open what became of the money. */
function outcomeOf(dispute: Stripe.Dispute) {
  const { status } = dispute;
  if (OPEN.has(status)) return { status: 'open' as const };
  if (WON.has(status)) return { status: 'won' as const };
  if (status === 'lost') return { status: 'lost' as const };
  if (status === 'prevented') return prevented(dispute);
  return { status: 'unclear' as const, outcome: status };
}

/** Stopped before it became a charge-back: by blocking it, or by giving the cardholder the money at once. */
function prevented({ status, payment_method_details: details, balance_transactions: moved }: Stripe.Dispute) {
  const kind = details?.card?.case_type;
  if (kind === 'block') return { status: 'won' as const };
  if (kind === 'resolution' || moved.some(({ amount }) => amount < 0)) return { status: 'lost' as const };
  return { status: 'unclear' as const, outcome: status };
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
    what: 'plan_subscription',
    accountId,
    subscription: id,
    plan: metadata['plan'] ?? items.data[0]?.price.lookup_key ?? null,
    status: ACTIVE.has(status) ? 'active' : CANCELLED.has(status) ? 'cancelled' : 'past_due',
    periodEnd: at(items.data[0]?.current_period_end),
  };
}
