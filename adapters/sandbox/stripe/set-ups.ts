import type Stripe from 'stripe';
import { flag, metadata, required, text } from './form.ts';
import { methodOf } from './invoices.ts';
import { type Call, type Done, declined, done, listed, type Operation, retrieve } from './operation.ts';
import { missing, refused } from './refusal.ts';
import { customerDoc } from './shapes.ts';
import { type Card, methodDoc, setUpDoc } from './shapes-more.ts';
import type { Tx } from './store.ts';

/** Stripe's test cards: tokens that become a method of their own when a set-up is confirmed with them. */
const TEST_CARDS: Readonly<Record<string, Card>> = {
  pm_card_visa: { brand: 'visa', last4: '4242', behaviour: 'ok' },
  pm_card_mastercard: { brand: 'mastercard', last4: '4444', behaviour: 'ok' },
  pm_card_chargeDeclined: { brand: 'visa', last4: '0002', behaviour: 'declined' },
  pm_card_chargeCustomerFail: { brand: 'visa', last4: '0341', behaviour: 'fails_later' },
  pm_card_createDispute: { brand: 'visa', last4: '0259', behaviour: 'disputed' },
};

async function createCustomer({ tx, form }: Call): Promise<Done> {
  const customer = await tx.insert('customer', null, (id) =>
    customerDoc({ id, created: tx.seconds, metadata: metadata(form) }, text(form, 'email'), text(form, 'name')),
  );
  return done(customer);
}

async function create(call: Call): Promise<Done> {
  const { tx, form } = call;
  const customer = text(form, 'customer');
  if (customer !== null) await tx.get('customer', customer, 'customer');
  const method = text(form, 'payment_method');
  if (flag(form, 'confirm') && method === null)
    throw refused(400, 'You cannot confirm this SetupIntent without a payment method.', { param: 'payment_method' });
  const intent = await tx.insert('setup_intent', customer, (id) =>
    setUpDoc(
      { id, created: tx.seconds, metadata: metadata(form) },
      ...([customer, text(form, 'usage') ?? 'off_session', text(form, 'description')] as const),
    ),
  );
  return flag(form, 'confirm') && method !== null ? confirmed(call, intent, method) : done(intent);
}

async function confirm(call: Call): Promise<Done> {
  const intent = await call.tx.get('setup_intent', call.id);
  if (intent.status === 'succeeded' || intent.status === 'canceled')
    throw refused(400, `You cannot confirm this SetupIntent because it has ${intent.status}.`, {
      code: 'setup_intent_unexpected_state',
    });
  return confirmed(call, intent, required(call.form, 'payment_method'));
}

async function confirmed({ tx, refuse }: Call, intent: Stripe.SetupIntent, token: string): Promise<Done> {
  const customer = intent.customer === null ? null : String(intent.customer);
  const card = TEST_CARDS[token];
  if (card === undefined && customer === null) throw missing('PaymentMethod', token, 'payment_method');
  if (refuse || card?.behaviour === 'declined') return failed(tx, intent);
  const method =
    card === undefined
      ? await methodOf(tx, String(customer), token, 'payment_method')
      : await tx.insert('payment_method', customer, (id) => methodDoc({ id, created: tx.seconds }, customer, card));
  Object.assign(intent, { status: 'succeeded', payment_method: method.id, last_setup_error: null });
  await tx.save(intent);
  await tx.emit('setup_intent.succeeded', intent);
  return done(intent);
}

async function failed(tx: Tx, intent: Stripe.SetupIntent): Promise<Done> {
  const error = { code: 'card_declined', decline_code: 'generic_decline', message: 'Your card was declined.' };
  Object.assign(intent, { status: 'requires_payment_method', payment_method: null });
  Object.assign(intent, { last_setup_error: { type: 'card_error', ...error } });
  await tx.save(intent);
  await tx.emit('setup_intent.setup_failed', intent);
  return declined({ ...error, setup_intent: intent });
}

export const SET_UPS: readonly Operation[] = [
  { method: 'post', path: '/customers', params: ['metadata', 'email', 'name', 'expand'], run: createCustomer },
  retrieve('customers', 'customer'),
  {
    method: 'post',
    path: '/setup_intents',
    run: create,
    params: [
      'customer',
      'usage',
      'payment_method_types',
      'metadata',
      'payment_method',
      'confirm',
      'description',
      'expand',
    ],
  },
  listed('setup_intents', 'setup_intent', ['customer', 'payment_method']),
  retrieve('setup_intents', 'setup_intent'),
  { method: 'post', path: '/setup_intents/:id/confirm', params: ['payment_method', 'expand'], run: confirm },
  retrieve('payment_methods', 'payment_method'),
];
