import type { DisputeCommands } from '#commands/billing/dispute';
import { type DisputeAnswer, GATEWAYS, type GatewayName, type PaymentGateways } from '#commands/billing/ports-payments';
import type { PersonalData } from '#commands/log/ports-personal-data';
import type { DisputeId, InvoiceId } from '#domain/kernel/ids';
import type { EffectCall, EffectHandler, EffectOutcome } from '#runtime/effect-handler';

export type DisputeEffectDeps = {
  readonly gateways: PaymentGateways;
  readonly disputes: DisputeCommands;
  /** The fields for the card network in the bundle of that hash, sealed as they stand there. */
  readonly fields: (sha256: string) => Promise<Readonly<Record<string, string>> | null>;
  readonly personal: Pick<PersonalData, 'open'>;
};

/** What is done at card networks. Both calls say how things shall stand, so one whose answer was lost is simply made again. */
export function disputeEffects({
  gateways,
  disputes,
  fields,
  personal,
}: DisputeEffectDeps): Record<string, EffectHandler> {
  const all: Record<string, EffectHandler> = {};
  for (const name of GATEWAYS) {
    all[`submit_evidence_${name}`] = {
      whenLost: 'resend',
      call: async (call) => {
        const submit = gateways[name]?.submitEvidence;
        if (!submit) return byHand(name, 'the evidence is to be handed in');
        const sealed = await fields(String(call.payload['sha256']));
        if (!sealed) return gaveUp('the bundle is not there');
        const opened = Object.entries(sealed).map(async ([key, text]) => [key, await personal.open(text)] as const);
        const told = await submit(
          String(call.payload['provider_dispute']),
          Object.fromEntries(await Promise.all(opened)),
        );
        if (told.outcome !== 'done') return troubled(told);
        await disputes.markSubmitted(invoiceOf(call), disputeOf(call), call.cause);
        return { outcome: 'succeeded', result: {} };
      },
    };
    all[`accept_dispute_${name}`] = {
      whenLost: 'resend',
      call: async (call) => {
        const accept = gateways[name]?.acceptDispute;
        if (!accept) return byHand(name, 'the dispute is to be accepted');
        const told = await accept(String(call.payload['provider_dispute']));
        return told.outcome === 'done' ? { outcome: 'succeeded', result: {} } : troubled(told);
      },
    };
  }
  return all;
}

const invoiceOf = ({ payload }: EffectCall) => Number(payload['invoice_id']) as InvoiceId;
const disputeOf = ({ payload }: EffectCall) => Number(payload['dispute_id']) as DisputeId;
const gaveUp = (error: string): EffectOutcome => ({ outcome: 'failed', error, retry: false });
/** Shown under overdue until somebody has done it. */
const byHand = (gateway: GatewayName, what: string): EffectOutcome => gaveUp(`${what} at ${gateway} by hand`);
const troubled = (told: Exclude<DisputeAnswer, { outcome: 'done' }>): EffectOutcome =>
  told.outcome === 'unknown' ? told : { outcome: 'failed', error: told.error, retry: told.outcome === 'temporary' };
