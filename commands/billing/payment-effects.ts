import { capture, charge, refund, setUp } from '#domain/billing/effects';
import type { EffectKind } from '#domain/kernel/effect-kind';
import { RETRY_MINUTES } from '#runtime/effects';
import {
  again,
  type CallOf,
  done,
  gaveUp,
  type HandlerOf,
  type Handlers,
  handlersOf,
  type OutcomeOf,
} from '#runtime/typed-effects';
import { type ChargeCall, type ChargeDeps, capturing, chargeTold, charging, named } from './charge-effects.ts';
import {
  type Charge,
  type Charged,
  GATEWAYS,
  type GatewayName,
  type NotFound,
  type PaymentGateways,
} from './ports-payments.ts';
import { refunding } from './refund-effects.ts';
import { type SetUpDeps, settingUp } from './set-up-effects.ts';

export type PaymentEffectDeps = ChargeDeps & SetUpDeps & { readonly gateways: PaymentGateways };
type ByGateway<K extends EffectKind> = Record<string, HandlerOf<K>>;

/**
 * Calls of payment gateways. Each is looked up before it is made again, each records its result on the invoice itself,
 * and one whose intent is settled already does nothing.
 */
export function paymentEffects(deps: PaymentEffectDeps): Handlers {
  const charges: ByGateway<typeof charge> = {};
  const captures: ByGateway<typeof capture> = {};
  const refunds: ByGateway<typeof refund> = {};
  const setUps: ByGateway<typeof setUp> = {};
  for (const name of GATEWAYS) {
    const gateway = deps.gateways[name];
    if (!gateway) {
      charges[name] = unsent(name, (call) => declined(deps, name, call));
      captures[name] = unsent(name, (call) => declined(deps, name, call));
      setUps[name] = unsent(name, (call) => notSetUp(deps, name, call));
      continue;
    }
    charges[name] = charging(deps, gateway);
    refunds[name] = refunding(deps, gateway);
    if (gateway.capture) captures[name] = capturing(deps, gateway, gateway.capture);
    if (gateway.setUp) setUps[name] = settingUp(deps, gateway, gateway.setUp);
  }
  return handlersOf([charge, capture, refund, setUp], {
    charge: charges,
    capture: captures,
    refund: refunds,
    set_up: setUps,
  });
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
function unsent<K extends EffectKind>(gateway: GatewayName, giveUp: (call: CallOf<K>) => Promise<OutcomeOf<K>>) {
  const waiting = () => again(notConfigured(gateway).error);
  return {
    internal: true,
    whenLost: 'look_up' as const,
    call: async (call: CallOf<K>) => (call.attempt < LAST_ATTEMPT ? waiting() : giveUp(call)),
    lookUp: async () => waiting(),
  };
}

async function declined(deps: PaymentEffectDeps, gateway: GatewayName, call: ChargeCall) {
  const { invoice_id, payment_id } = call.payload;
  const { state } = await deps.invoices.load(invoice_id);
  const payment = state.status === 'none' ? undefined : state.payments.find(({ id }) => id === payment_id);
  if (payment?.status === 'unknown') return gaveUp(notConfigured(gateway).error);
  return chargeTold(deps, call, notConfigured(gateway));
}

async function notSetUp({ billing }: PaymentEffectDeps, gateway: GatewayName, call: CallOf<typeof setUp>) {
  const { account_id, method_id: methodId } = call.payload;
  const failed = { outcome: 'failed' as const, error: notConfigured(gateway).error };
  const settled = await billing.run(
    account_id,
    { type: 'SettleMethod', methodId, done: failed },
    named(call, 'failed'),
  );
  return settled.ok ? done({ outcome: 'failed' }) : gaveUp(settled.refusal.message);
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
