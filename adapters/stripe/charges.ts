import type Stripe from 'stripe';
import type { Charge, Charged, NotFound, Trouble } from '#commands/billing/ports-payments';
import { cents, formatMoney } from '#domain/kernel/money';
import type { Api } from './client.ts';
import { AGAIN, all, carryOut, idOf, lookedUp, orNull, type Step } from './intents.ts';

/** Below this Stripe takes no money: it would settle the invoice by adding the amount to the customer's next one. */
const LEAST = cents(50);
const WITH_PAYMENTS = { expand: ['payments'] };

/** An invoice of one item in Stripe, which is paid at once. */
export async function charge(api: Api, wanted: Charge): Promise<Charged | Trouble> {
  const { customer, method, amount } = wanted;
  if (customer === null || method === null) return { outcome: 'refused', error: 'no saved method is named' };
  if (amount < LEAST) return { outcome: 'refused', error: `stripe takes no less than ${formatMoney(LEAST)}` };
  return carryOut(
    api,
    wanted,
    () => findCharge(api, wanted),
    (step) => attempt(api, wanted, customer, method, step),
  );
}

async function attempt(
  api: Api,
  wanted: Charge,
  customer: string,
  method: string,
  step: Step,
): Promise<Charged | Trouble | typeof AGAIN> {
  const { invoices, invoiceItems } = api.stripe;
  const { amount, description } = wanted;
  const metadata = metadataOf(wanted);
  const { id } = await invoices.create(
    {
      customer,
      currency: 'usd',
      default_payment_method: method,
      metadata,
      collection_method: 'charge_automatically',
      auto_advance: false,
      pending_invoice_items_behavior: 'exclude',
    },
    step('invoice'),
  );
  try {
    const item = { customer, invoice: id, amount, currency: 'usd', description, metadata };
    await invoiceItems.create(item, step('item'));
    const { amount_due } = await invoices.finalizeInvoice(id, { auto_advance: false }, step('finalize'));
    if (amount_due !== amount) return await wrongAmount(api, id, amount_due, step);
    const pay = { payment_method: method, off_session: true, ...WITH_PAYMENTS };
    return paidBy(await invoices.pay(id, pay, step('pay'))) ?? UNSETTLED;
  } catch (error) {
    if (api.failureOf(error).kept) throw error;
    return afterTrouble(api, id, error, step);
  }
}

const metadataOf = ({ paymentId, invoiceId, invoiceNumber, accountId }: Charge): Record<string, string> => ({
  payment_id: String(paymentId),
  invoice_id: String(invoiceId),
  invoice_number: invoiceNumber,
  account_id: String(accountId),
});

const UNSETTLED: Trouble = { outcome: 'unknown', error: 'stripe has neither paid the invoice nor refused to' };

/** Something else of that customer has got into the invoice: a balance, a discount or a tax. */
async function wrongAmount(api: Api, id: string, due: number, step: Step): Promise<Trouble> {
  const { invoice, byUs } = await closed(api, id, step('void'));
  const error = `stripe would have charged ${formatMoney(cents(due))} for the invoice`;
  return byUs || invoice?.status === 'void' ? { outcome: 'refused', error } : { outcome: 'unknown', error };
}

/** An invoice was made, and then something went wrong: it must never be paid behind our back. */
async function afterTrouble(
  api: Api,
  id: string,
  error: unknown,
  step: Step,
): Promise<Charged | Trouble | typeof AGAIN> {
  const failure = api.failureOf(error);
  if (failure.kind !== 'card' && failure.kind !== 'refused') return { outcome: 'unknown', error: failure.error };
  return lookedUp(api, async () => {
    const { invoice, byUs } = await closed(api, id, step('void'));
    const paid = invoice && paidBy(invoice);
    if (paid) return paid;
    if (failure.kind === 'card')
      return { outcome: 'declined', code: failure.code ?? 'card_declined', error: failure.error };
    if (byUs) return { outcome: 'refused', error: failure.error };
    // Somebody had closed it before; a look-up does, for one.
    return invoice?.attempted ? declinedBy(api, invoice) : AGAIN;
  });
}

/** Closes what this payment has left open, so that what is answered stays true. */
export function findCharge(api: Api, wanted: Charge): Promise<Charged | NotFound | Trouble> {
  return lookedUp(api, async () => {
    const ends = await closedInvoices(api, wanted);
    const paid = ends.flatMap((invoice) => paidBy(invoice) ?? []);
    if (paid[0]) return paid[0];
    const declined = ends.find(({ attempted }) => attempted);
    return declined ? declinedBy(api, declined) : ({ outcome: 'not_found' } as const);
  });
}

async function closedInvoices(api: Api, { customer, paymentId }: Charge): Promise<Stripe.Invoice[]> {
  if (customer === null) return [];
  const list = api.stripe.invoices.list({ customer, limit: 100, expand: ['data.payments'] });
  const found = await all(api, list, ({ metadata }) => metadata?.['payment_id'] === String(paymentId));
  const ends = await Promise.all(
    found.map(async (invoice) => (isOpen(invoice) ? (await closed(api, invoice.id)).invoice : invoice)),
  );
  return ends.flatMap((invoice) => invoice ?? []);
}

const isOpen = ({ status }: Stripe.Invoice): boolean => status === 'draft' || status === 'open';

type End = {
  /** Paid, void or uncollectible; null where it was a draft and is deleted. */
  readonly invoice: Stripe.Invoice | null;
  readonly byUs: boolean;
};

/** How an invoice has ended; one that has not, is deleted or voided. Throws where that is not certain. */
export async function closed(
  api: Api,
  id: string,
  options?: { readonly idempotencyKey: string },
  again = true,
): Promise<End> {
  const { invoices } = api.stripe;
  const invoice = await orNull(api, invoices.retrieve(id, WITH_PAYMENTS));
  if (invoice === null || !isOpen(invoice)) return { invoice, byUs: false };
  try {
    if (invoice.status === 'open')
      return { invoice: await invoices.voidInvoice(id, WITH_PAYMENTS, options), byUs: true };
    await invoices.del(id);
    return { invoice: null, byUs: true };
  } catch (error) {
    // Paid or closed by somebody else in between.
    if (again && api.failureOf(error).kind === 'refused') return closed(api, id, options, false);
    throw error;
  }
}

/** Null where it is not paid. */
export function paidBy(invoice: Stripe.Invoice): Charged | Trouble | null {
  if (invoice.status !== 'paid') return null;
  const reference = intentOf(invoice, ({ status }) => status === 'paid');
  if (reference === null) return { outcome: 'unknown', error: 'stripe has settled the invoice without taking money' };
  return { outcome: 'paid', reference, object: invoice.id, amount: cents(invoice.amount_paid) };
}

const intentOf = ({ payments }: Stripe.Invoice, which: (payment: Stripe.InvoicePayment) => boolean): string | null =>
  payments?.data.filter(which).flatMap(({ payment }) => idOf(payment.payment_intent) ?? [])[0] ?? null;

/** Why an invoice that was attempted is not paid. */
export async function declinedBy(api: Api, invoice: Stripe.Invoice): Promise<Charged> {
  const id = intentOf(invoice, () => true);
  const intent = id === null ? null : await orNull(api, api.stripe.paymentIntents.retrieve(id));
  const { decline_code, code, message } = intent?.last_payment_error ?? {};
  return {
    outcome: 'declined',
    code: decline_code ?? code ?? 'card_declined',
    error: message ?? 'The payment was declined.',
  };
}
