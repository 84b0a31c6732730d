import type { PaymentNews } from '#domain/billing/invoice-messages';
import type { CreditNoteId, InvoiceId, PaymentId, PaymentMethodId, RefundId } from '#domain/kernel/ids';
import type { Instant } from '#domain/kernel/time';
import type { EffectCall, EffectHandler, EffectOutcome } from '#runtime/effect-handler';
import { RETRY_MINUTES } from '#runtime/effects';
import type { JsonObject } from '#runtime/event-store';
import { uuidFrom } from '#runtime/random';
import type { BillingAccountCommands } from './billing-account.ts';
import type { InvoiceCommands } from './invoice.ts';
import {
  type Charge,
  type Charged,
  GATEWAYS,
  type GatewayName,
  type NotFound,
  type PaymentGateway,
  type PaymentGateways,
  type Refund,
  type Refunded,
  type SetUp,
  type SetUpDone,
  type TestCard,
  type Trouble,
} from './ports-payments.ts';

export type PaymentEffectDeps = {
  readonly gateways: PaymentGateways;
  readonly billing: BillingAccountCommands;
  readonly invoices: InvoiceCommands;
};

const succeeded = (result: JsonObject = {}): EffectOutcome => ({ outcome: 'succeeded', result });
const invoiceOf = ({ payload }: EffectCall) => Number(payload['invoice_id']) as InvoiceId;
const paymentOf = ({ payload }: EffectCall) => Number(payload['payment_id']) as PaymentId;
const refundOf = ({ payload }: EffectCall) => Number(payload['refund_id']) as RefundId;
const named = (call: EffectCall, what: string) => ({ ...call.cause, commandId: uuidFrom(call.effectId, what) });

/**
 * Calls of payment gateways. Each is looked up before it is made again, each records its result on the invoice itself,
 * and one whose intent is settled already does nothing.
 */
export function paymentEffects(deps: PaymentEffectDeps): Record<string, EffectHandler> {
  const all: Record<string, EffectHandler> = {};
  for (const gateway of GATEWAYS) if (!deps.gateways[gateway]) Object.assign(all, unavailable(deps, gateway));
  for (const gateway of Object.values(deps.gateways)) {
    all[`charge_${gateway.name}`] = charging(deps, gateway);
    all[`refund_${gateway.name}`] = refunding(deps, gateway);
    if (gateway.capture) all[`capture_${gateway.name}`] = capturing(deps, gateway, gateway.capture);
    if (gateway.setUp) all[`set_up_${gateway.name}`] = settingUp(deps, gateway, gateway.setUp);
  }
  return all;
}

type Told = Charged | Trouble | NotFound;
const NOT_DONE = { outcome: 'not_done' as const };

/** What the gateway is told of a charge, as long as it is open; null once it is settled. */
async function openCharge(
  { invoices }: PaymentEffectDeps,
  call: EffectCall,
): Promise<(Charge & { object: string | null }) | null> {
  const { state } = await invoices.load(invoiceOf(call));
  if (state.status === 'none') throw new Error('a payment without its invoice');
  const payment = state.payments.find(({ id }) => id === paymentOf(call));
  if (!payment) throw new Error('an invoice without the payment that is to be made');
  if (payment.status === 'succeeded' || payment.status === 'failed') return null;
  return {
    key: call.key,
    intendedAt: payment.started_at,
    paymentId: payment.id,
    invoiceId: invoiceOf(call),
    invoiceNumber: state.number,
    accountId: state.content.account_id,
    amount: payment.amount_cents,
    description: `Invoice ${state.number}`,
    customer: payment.customer,
    method: payment.method,
    object: payment.object,
  };
}

async function told(deps: PaymentEffectDeps, call: EffectCall, answer: Told): Promise<EffectOutcome> {
  if (answer.outcome === 'temporary') return { outcome: 'failed', error: answer.error, retry: true };
  if (answer.outcome === 'not_found') return { outcome: 'unknown', error: 'the gateway does not know of it' };
  const news: PaymentNews =
    answer.outcome === 'refused' ? { outcome: 'declined', code: 'refused', error: answer.error } : answer;
  const cause = named(call, `${news.outcome}-${call.attempt}`);
  const done = await deps.invoices.recordPayment(invoiceOf(call), paymentOf(call), news, cause);
  if (!done.ok) return { outcome: 'failed', error: done.refusal.message, retry: false };
  return answer.outcome === 'unknown' ? answer : succeeded({ outcome: answer.outcome });
}

function charging(deps: PaymentEffectDeps, gateway: PaymentGateway): EffectHandler {
  return {
    whenLost: 'look_up',
    async call(call) {
      const charge = await openCharge(deps, call);
      return charge === null ? succeeded({ outcome: 'settled' }) : told(deps, call, await gateway.charge(charge));
    },
    async lookUp(call) {
      const charge = await openCharge(deps, call);
      if (charge === null) return succeeded({ outcome: 'settled' });
      const found = await gateway.findCharge(charge, charge.object);
      return found.outcome === 'not_found' ? NOT_DONE : told(deps, call, found);
    },
  };
}

function capturing(
  deps: PaymentEffectDeps,
  gateway: PaymentGateway,
  capture: NonNullable<PaymentGateway['capture']>,
): EffectHandler {
  return {
    whenLost: 'look_up',
    async call(call) {
      const charge = await openCharge(deps, call);
      if (charge === null) return succeeded({ outcome: 'settled' });
      return told(deps, call, await capture(charge, charge.object ?? ''));
    },
    async lookUp(call) {
      const charge = await openCharge(deps, call);
      if (charge === null) return succeeded({ outcome: 'settled' });
      const found = await gateway.findCharge(charge, charge.object);
      // Approved and not taken yet: the capture never arrived.
      if (found.outcome === 'not_found' || found.outcome === 'awaiting_payer') return NOT_DONE;
      return told(deps, call, found);
    },
  };
}

function refunding(deps: PaymentEffectDeps, gateway: PaymentGateway): EffectHandler {
  const open = async (call: EffectCall): Promise<Refund | null> => {
    const { state } = await deps.invoices.load(invoiceOf(call));
    const refund = state.status === 'none' ? undefined : state.refunds.find(({ id }) => id === refundOf(call));
    if (!refund || state.status === 'none') throw new Error('a refund without its invoice');
    const payment = state.payments.find(({ id }) => id === refund.payment_id);
    if (refund.status !== 'pending') return null;
    return {
      key: call.key,
      intendedAt: refund.started_at,
      refundId: refund.id,
      paymentId: refund.payment_id,
      invoiceId: invoiceOf(call),
      reference: payment?.reference ?? '',
      amount: refund.amount_cents,
      reason: refund.reason,
    };
  };
  const record = async (call: EffectCall, answer: Refunded | Trouble): Promise<EffectOutcome> => {
    if (answer.outcome === 'temporary') return { outcome: 'failed', error: answer.error, retry: true };
    if (answer.outcome === 'unknown') return answer;
    // Its end is told by a webhook or found by the reconciler.
    if (answer.outcome === 'pending') return succeeded({ outcome: 'pending' });
    const news =
      answer.outcome === 'refused' ? { outcome: 'failed' as const, error: answer.error, reference: null } : answer;
    const cause = named(call, `${news.outcome}-${call.attempt}`);
    await deps.invoices.recordRefund(invoiceOf(call), refundOf(call), news, cause);
    return succeeded({ outcome: news.outcome });
  };
  return {
    whenLost: 'look_up',
    async call(call) {
      const refund = await open(call);
      return refund === null ? succeeded({ outcome: 'settled' }) : record(call, await gateway.refund(refund));
    },
    async lookUp(call) {
      const refund = await open(call);
      if (refund === null) return succeeded({ outcome: 'settled' });
      const found = await gateway.findRefund(refund);
      return found.outcome === 'not_found' ? NOT_DONE : record(call, found);
    },
  };
}

function settingUp(
  { billing }: PaymentEffectDeps,
  gateway: PaymentGateway,
  setUp: NonNullable<PaymentGateway['setUp']>,
): EffectHandler {
  const methodOf = ({ payload }: EffectCall) => Number(payload['method_id']) as PaymentMethodId;
  const accountOf = ({ payload }: EffectCall) => Number(payload['account_id']);
  const open = async (call: EffectCall): Promise<SetUp | null> => {
    const { state } = await billing.load(accountOf(call));
    const method = state.methods.find(({ id }) => id === methodOf(call));
    if (method?.status !== 'pending') return null;
    const known = state.methods.find((each) => each.gateway === gateway.name && each.customer !== null);
    return {
      key: call.key,
      intendedAt: method.added_at,
      methodId: method.id,
      accountId: accountOf(call),
      customer: known?.customer ?? null,
      testCard: method.test_card as TestCard | null,
    };
  };
  const record = async (call: EffectCall, answer: SetUpDone | Trouble): Promise<EffectOutcome> => {
    if (answer.outcome === 'temporary') return { outcome: 'failed', error: answer.error, retry: true };
    if (answer.outcome === 'unknown') return answer;
    const done = answer.outcome === 'refused' ? { outcome: 'failed' as const, error: answer.error } : answer;
    const command = { type: 'SettleMethod' as const, methodId: methodOf(call), done };
    await billing.run(accountOf(call), command, named(call, `${done.outcome}-${call.attempt}`));
    return succeeded({ outcome: done.outcome });
  };
  return {
    whenLost: gateway.findSetUp ? 'look_up' : 'resend',
    async call(call) {
      const wanted = await open(call);
      return wanted === null ? succeeded({ outcome: 'settled' }) : record(call, await setUp(wanted));
    },
    async lookUp(call) {
      const wanted = await open(call);
      if (wanted === null || !gateway.findSetUp) return succeeded({ outcome: 'settled' });
      const found = await gateway.findSetUp(wanted);
      return found.outcome === 'not_found' ? NOT_DONE : record(call, found);
    },
  };
}

/** Of the last attempt: nothing is waited for any longer. */
const LAST_ATTEMPT = RETRY_MINUTES.length + 1;
/** Why a payment ended that no gateway was there for. */
export const notConfigured = (gateway: GatewayName) => ({
  outcome: 'declined' as const,
  code: 'not_configured',
  error: `${gateway} is not configured`,
});

/**
 * What was begun with a gateway that is not configured any more. Its keys may come back, so it is waited for as long as
 * attempts are made; then what was certainly never sent has failed, so that it stays in nobody's way. What may have been
 * done is never guessed at.
 */
function unavailable(deps: PaymentEffectDeps, gateway: GatewayName): Record<string, EffectHandler> {
  const { error } = notConfigured(gateway);
  const unsent = (giveUp: (call: EffectCall) => Promise<EffectOutcome>): EffectHandler => ({
    internal: true,
    whenLost: 'look_up' as const,
    call: (call) =>
      call.attempt < LAST_ATTEMPT ? Promise.resolve({ outcome: 'failed', error, retry: true }) : giveUp(call),
    lookUp: () => Promise.resolve({ outcome: 'failed', error, retry: true }),
  });
  const decline = unsent(async (call) => {
    const { state } = await deps.invoices.load(invoiceOf(call));
    const payment = state.status === 'none' ? undefined : state.payments.find(({ id }) => id === paymentOf(call));
    if (payment?.status === 'unknown') return { outcome: 'failed', error, retry: false };
    return told(deps, call, notConfigured(gateway));
  });
  return {
    [`charge_${gateway}`]: decline,
    [`capture_${gateway}`]: decline,
    [`set_up_${gateway}`]: unsent(async (call) => {
      const methodId = Number(call.payload['method_id']) as PaymentMethodId;
      const command = { type: 'SettleMethod' as const, methodId, done: { outcome: 'failed' as const, error } };
      const done = await deps.billing.run(Number(call.payload['account_id']), command, named(call, 'failed'));
      return done.ok
        ? succeeded({ outcome: 'failed' })
        : { outcome: 'failed', error: done.refusal.message, retry: false };
    }),
  };
}

/** Asks the gateway what became of a payment whose call was given up; null where it cannot tell. */
export async function askAgain(
  gateways: PaymentGateways,
  gateway: GatewayName,
  charge: Charge,
  object: string | null,
): Promise<Charged | NotFound | null> {
  const port = gateways[gateway];
  const found = port ? await port.findCharge(charge, object) : null;
  if (found === null || found.outcome === 'temporary' || found.outcome === 'unknown' || found.outcome === 'refused')
    return null;
  return found;
}

/** Ids in a payload, as they were put there. */
export const idsIn = (payload: JsonObject) => ({
  invoiceId: Number(payload['invoice_id']) as InvoiceId,
  accountId: Number(payload['account_id']),
  noteId: Number(payload['note_id']) as CreditNoteId,
  purchaseId: Number(payload['purchase_id']),
  orderId: Number(payload['order_id']),
  at: String(payload['at'] ?? '') as Instant,
});
