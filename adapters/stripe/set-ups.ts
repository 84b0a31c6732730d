import type Stripe from 'stripe';
import type { NotFound, SetUp, SetUpDone, TestCard, Trouble } from '#commands/billing/ports-payments';
import { epochMs } from '#domain/kernel/time';
import type { Api } from './client.ts';
import { all, carryOut, idOf, lookedUp, type Step } from './intents.ts';

/** Stripe's own names of cards for its test mode. */
const TEST_METHODS: Readonly<Record<TestCard, string>> = {
  ok: 'pm_card_visa',
  declined: 'pm_card_chargeDeclined',
  fails_later: 'pm_card_chargeCustomerFail',
  disputed: 'pm_card_createDispute',
};
const BRANDS: Readonly<Record<string, string>> = {
  visa: 'Visa',
  mastercard: 'Mastercard',
  amex: 'American Express',
  discover: 'Discover',
  diners: 'Diners Club',
  jcb: 'JCB',
  unionpay: 'UnionPay',
  eftpos_au: 'eftpos',
};
/** How far Stripe's clock may be behind ours. */
const SLACK_S = 3600;

export const setUp = (api: Api, wanted: SetUp): Promise<SetUpDone | Trouble> =>
  carryOut(
    api,
    wanted,
    () => findSetUp(api, wanted),
    (step) => attempt(api, wanted, step),
  );

async function attempt(api: Api, wanted: SetUp, step: Step): Promise<SetUpDone> {
  const { customers, setupIntents } = api.stripe;
  const account_id = String(wanted.accountId);
  const customer = wanted.customer ?? (await customers.create({ metadata: { account_id } }, step('customer'))).id;
  const testCard = wanted.testCard && { payment_method: TEST_METHODS[wanted.testCard], confirm: true };
  try {
    const metadata = { method_id: String(wanted.methodId), account_id };
    const cards = { payment_method_types: ['card'] };
    const made = await setupIntents.create(
      { customer, usage: 'off_session', expand: ['payment_method'], metadata, ...cards, ...testCard },
      step('setup_intent'),
    );
    return doneBy(made);
  } catch (caught) {
    const { kind, error } = api.failureOf(caught);
    if (kind === 'card') return { outcome: 'failed', error };
    throw caught;
  }
}

export function findSetUp(api: Api, { intendedAt, methodId }: SetUp): Promise<SetUpDone | NotFound | Trouble> {
  return lookedUp(api, async () => {
    const created = { gte: Math.floor(epochMs(intendedAt) / 1000) - SLACK_S };
    const list = api.stripe.setupIntents.list({ created, limit: 100, expand: ['data.payment_method'] });
    const ours = await all(api, list, ({ metadata }) => metadata?.['method_id'] === String(methodId));
    const found = ours.map(doneBy);
    return found.find(({ outcome }) => outcome === 'proven') ?? found[0] ?? ({ outcome: 'not_found' } as const);
  });
}

export async function setUpSecret(api: Api, object: string): Promise<string | null> {
  try {
    return (await api.stripe.setupIntents.retrieve(object)).client_secret;
  } catch {
    return null;
  }
}

/** Of a set-up whose method is expanded. */
export function doneBy({ id, status, last_setup_error, ...intent }: Stripe.SetupIntent): SetUpDone {
  const customer = idOf(intent.customer);
  const method = intent.payment_method;
  if (customer === null) return { outcome: 'failed', error: 'the set-up names no customer' };
  if (status === 'succeeded' && method !== null && typeof method === 'object')
    return { outcome: 'proven', customer, method: method.id, ...described(method) };
  if (status === 'canceled') return { outcome: 'failed', error: 'the set-up was cancelled' };
  if (status === 'requires_payment_method' && last_setup_error)
    return { outcome: 'failed', error: last_setup_error.message ?? 'the card was declined' };
  return { outcome: 'pending', customer, object: id };
}

function described({ type, card }: Stripe.PaymentMethod): {
  readonly label: string;
  readonly last4: string | null;
  readonly expires: string | null;
} {
  if (!card) return { label: type, last4: null, expires: null };
  const brand = BRANDS[card.display_brand ?? card.brand] ?? BRANDS[card.brand] ?? 'Card';
  return {
    label: `${brand} •••• ${card.last4}`,
    last4: card.last4,
    expires: `${card.exp_year}-${String(card.exp_month).padStart(2, '0')}`,
  };
}
