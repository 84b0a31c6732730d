import type Stripe from 'stripe';
import { integer, metadata, required, text } from './form.ts';
import { type Call, type Done, done, listed, type Operation, retrieve } from './operation.ts';
import { refused } from './refusal.ts';
import { intentDoc, invoiceDoc, itemDoc, lineDoc } from './shapes.ts';
import type { Tx } from './store.ts';

async function create({ tx, form }: Call): Promise<Done> {
  const customer = required(form, 'customer');
  await tx.get('customer', customer, 'customer');
  const method = text(form, 'default_payment_method');
  if (method !== null) await methodOf(tx, customer, method, 'default_payment_method');
  const invoice = await tx.insert('invoice', customer, (id) =>
    invoiceDoc({ id, created: tx.seconds, metadata: metadata(form) }, customer, method, text(form, 'description')),
  );
  await tx.emit('invoice.created', invoice);
  return done(invoice);
}

/** A method is charged for its own customer only. */
export async function methodOf(tx: Tx, customer: string, id: string, param: string): Promise<Stripe.PaymentMethod> {
  const method = await tx.get('payment_method', id, param);
  if (method.customer === customer) return method;
  throw refused(400, `The customer does not have a payment method with the ID ${id}.`, {
    code: 'resource_missing',
    param,
  });
}

async function addItem({ tx, form }: Call): Promise<Done> {
  const customer = required(form, 'customer');
  const invoice = await tx.get('invoice', required(form, 'invoice'), 'invoice');
  const amount = integer(form, 'amount');
  if (amount === null)
    throw refused(400, 'Missing required param: amount.', { code: 'parameter_missing', param: 'amount' });
  if (invoice.status !== 'draft' || invoice.customer !== customer)
    throw refused(400, 'This invoice is no longer editable', { code: 'invoice_not_editable', param: 'invoice' });
  const made = { customer, invoice: invoice.id, amount, description: text(form, 'description') };
  const item = await tx.insert('invoiceitem', customer, (id) =>
    itemDoc({ id, created: tx.seconds, metadata: metadata(form) }, made),
  );
  invoice.lines.data.push(lineDoc(item));
  const total = invoice.total + amount;
  Object.assign(invoice, { subtotal: total, subtotal_excluding_tax: total, total, total_excluding_tax: total });
  Object.assign(invoice, { amount_due: total, amount_remaining: total });
  await tx.save(invoice);
  return done(item);
}

export async function finalized(tx: Tx, invoice: Stripe.Invoice): Promise<Stripe.Invoice> {
  if (invoice.status !== 'draft')
    throw refused(400, "This invoice is already finalized, you can't re-finalize a non-draft invoice.");
  if (invoice.lines.data.length === 0)
    throw refused(400, 'Nothing to invoice for customer', { code: 'invoice_no_customer_line_items' });
  const customer = String(invoice.customer);
  const intent = await tx.insert('payment_intent', customer, (id) =>
    intentDoc(
      { id, created: tx.seconds, metadata: {} },
      { customer, amount: invoice.amount_due, description: `Payment for Invoice ${invoice.id}` },
    ),
  );
  const number = `SANDBOX-${invoice.id.slice(-8)}`;
  Object.assign(invoice, { status: 'open', effective_at: tx.seconds, number });
  invoice.status_transitions.finalized_at = tx.seconds;
  invoice.payments?.data.push(paymentDoc(invoice, intent, tx.seconds));
  await tx.save(invoice);
  await tx.emit('invoice.finalized', invoice);
  return invoice;
}

const paymentDoc = (invoice: Stripe.Invoice, intent: Stripe.PaymentIntent, created: number): Stripe.InvoicePayment => ({
  id: intent.id.replace(/^pi/, 'inpay'),
  object: 'invoice_payment',
  created,
  currency: 'usd',
  livemode: false,
  amount_paid: null,
  amount_requested: intent.amount,
  invoice: invoice.id,
  is_default: true,
  status: 'open',
  payment: { type: 'payment_intent', payment_intent: intent.id },
  status_transitions: { canceled_at: null, paid_at: null },
});

async function voided({ tx, id }: Call): Promise<Done> {
  const invoice = await tx.get('invoice', id);
  if (invoice.status !== 'open')
    throw refused(400, `You can only pass in open or uncollectible invoices. This invoice is ${invoice.status}.`);
  invoice.status = 'void';
  invoice.amount_remaining = 0;
  invoice.status_transitions.voided_at = tx.seconds;
  for (const payment of invoice.payments?.data ?? []) {
    payment.status = 'canceled';
    payment.status_transitions.canceled_at = tx.seconds;
    const intent = await tx.get('payment_intent', String(payment.payment.payment_intent));
    await tx.save({ ...intent, status: 'canceled', canceled_at: tx.seconds });
  }
  await tx.save(invoice);
  await tx.emit('invoice.voided', invoice);
  return done(invoice);
}

async function remove({ tx, id }: Call): Promise<Done> {
  const invoice = await tx.get('invoice', id);
  if (invoice.status !== 'draft') throw refused(400, 'You can only delete draft invoices.');
  await tx.remove(id);
  await tx.emit('invoice.deleted', invoice);
  return done({ id, object: 'invoice', deleted: true });
}

export const INVOICES: readonly Operation[] = [
  {
    method: 'post',
    path: '/invoices',
    run: create,
    params: [
      'customer',
      'collection_method',
      'auto_advance',
      'default_payment_method',
      'currency',
      'description',
      'pending_invoice_items_behavior',
      'metadata',
      'expand',
    ],
  },
  listed('invoices', 'invoice', ['customer', 'status', 'collection_method']),
  retrieve('invoices', 'invoice'),
  { method: 'delete', path: '/invoices/:id', params: [], run: remove },
  {
    method: 'post',
    path: '/invoices/:id/finalize',
    params: ['auto_advance', 'expand'],
    run: async ({ tx, id }) => done(await finalized(tx, await tx.get('invoice', id))),
  },
  { method: 'post', path: '/invoices/:id/void', params: ['expand'], run: voided },
  {
    method: 'post',
    path: '/invoiceitems',
    run: addItem,
    params: ['customer', 'invoice', 'amount', 'currency', 'description', 'metadata', 'expand'],
  },
];
