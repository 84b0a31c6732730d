import type { DisputeCommands } from '#commands/billing/dispute';
import { type DisputeAnswer, GATEWAYS, type GatewayName, type PaymentGateways } from '#commands/billing/ports-payments';
import type { PersonalData } from '#commands/log/ports-personal-data';
import { acceptDispute, submitEvidence } from '#domain/proof/effects';
import { type CallOf, done, gaveUp, type HandlerOf, type Handlers, handlersOf } from '#runtime/typed-effects';

export type DisputeEffectDeps = {
  readonly gateways: PaymentGateways;
  readonly disputes: DisputeCommands;
  /** The fields for the card network in the bundle of that hash, sealed as they stand there. */
  readonly fields: (sha256: string) => Promise<Readonly<Record<string, string>> | null>;
  readonly personal: Pick<PersonalData, 'open'>;
};

/** What is done at card networks. Both calls say how things shall stand, so one whose answer was lost is simply made again. */
export function disputeEffects(deps: DisputeEffectDeps): Handlers {
  const submits: Record<string, HandlerOf<typeof submitEvidence>> = {};
  const accepts: Record<string, HandlerOf<typeof acceptDispute>> = {};
  for (const gateway of GATEWAYS) {
    submits[gateway] = { whenLost: 'resend', call: (call) => submitted(deps, gateway, call) };
    accepts[gateway] = { whenLost: 'resend', call: (call) => accepted(deps, gateway, call) };
  }
  return handlersOf([submitEvidence, acceptDispute], { submit_evidence: submits, accept_dispute: accepts });
}

async function submitted(
  { gateways, fields, personal, disputes }: DisputeEffectDeps,
  gateway: GatewayName,
  { payload, cause }: CallOf<typeof submitEvidence>,
) {
  const submit = gateways[gateway]?.submitEvidence;
  if (!submit) return byHand(gateway, 'the evidence is to be handed in');
  const sealed = await fields(payload.sha256);
  if (!sealed) return gaveUp('the bundle is not there');
  const opened = Object.entries(sealed).map(async ([key, text]) => [key, await personal.open(text)] as const);
  const told = await submit(payload.provider_dispute, Object.fromEntries(await Promise.all(opened)));
  if (told.outcome !== 'done') return troubled(told);
  await disputes.markSubmitted(payload.invoice_id, payload.dispute_id, cause);
  return done({});
}

async function accepted(
  { gateways }: DisputeEffectDeps,
  gateway: GatewayName,
  { payload }: CallOf<typeof acceptDispute>,
) {
  const accept = gateways[gateway]?.acceptDispute;
  if (!accept) return byHand(gateway, 'the dispute is to be accepted');
  const told = await accept(payload.provider_dispute);
  return told.outcome === 'done' ? done({}) : troubled(told);
}

/** Shown under overdue until somebody has done it. */
const byHand = (gateway: GatewayName, what: string) => gaveUp(`${what} at ${gateway} by hand`);
const troubled = (told: Exclude<DisputeAnswer, { outcome: 'done' }>) =>
  told.outcome === 'unknown'
    ? told
    : { outcome: 'failed' as const, error: told.error, retry: told.outcome === 'temporary' };
