import type { InvoiceEvent } from '#domain/billing/invoice-messages';
import type { DomainEvent } from '#domain/kernel/decider';
import type { JsonObject } from '#runtime/event-store';
import { type SagaStep, saga } from '#runtime/saga';

type Data<T extends InvoiceEvent['type']> = Extract<InvoiceEvent, { type: T }>['data'];
const ofDispute = (data: JsonObject) => `dispute:${String(data['dispute_id'])}`;

/** Hands evidence to the card network, or tells it that a dispute is given up. One instance a dispute. */
export const dispute = saga<null, DomainEvent>({
  name: 'dispute',
  starts: {
    InvoiceDisputeOpened: (data) => ({ instance: String(data['dispute_id']), keys: [ofDispute(data)] }),
  },
  listens: { DisputeEvidencePrepared: ofDispute, InvoiceDisputeClosed: ofDispute },
  initial: null,
  evolve: (state) => state,
  react: ({ id, type, data }): readonly SagaStep[] => {
    const effect = (name: string, gateway: string, more: JsonObject): SagaStep => ({
      do: 'effect',
      name: `${name}/${id}`,
      kind: `${name}_${gateway}`,
      key: `${name}-${id}`,
      payload: { invoice_id: data['invoice_id'] ?? 0, dispute_id: data['dispute_id'] ?? 0, ...more },
    });
    if (type === 'DisputeEvidencePrepared') {
      const { submit, gateway, provider_dispute, sha256 } = data as unknown as Data<'DisputeEvidencePrepared'>;
      return submit ? [effect('submit_evidence', gateway, { provider_dispute, sha256 })] : [];
    }
    if (type === 'InvoiceDisputeClosed') {
      const { accept } = data as unknown as Data<'InvoiceDisputeClosed'>;
      return accept ? [effect('accept_dispute', accept.gateway, { provider_dispute: accept.provider_dispute })] : [];
    }
    return [];
  },
});
