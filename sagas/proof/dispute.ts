import type { InvoiceEvent } from '#domain/billing/invoice-messages';
import { acceptDispute, submitEvidence } from '#domain/proof/effects';
import { ask, saga } from '#runtime/typed-saga';

type Event<T extends InvoiceEvent['type']> = Extract<InvoiceEvent, { type: T }>;
type Types = {
  state: null;
  starts: Event<'InvoiceDisputeOpened'>;
  listens: Event<'DisputeEvidencePrepared'> | Event<'InvoiceDisputeClosed'>;
  own: never;
  timers: Record<never, never>;
};

const ofDispute = ({ dispute_id }: { readonly dispute_id: number }) => `dispute:${dispute_id}`;

/** Hands evidence to the card network, or tells it that a dispute is given up. One instance a dispute. */
export const dispute = saga<Types>()({
  name: 'dispute',
  asks: [submitEvidence, acceptDispute],
  timers: {},
  starts: {
    InvoiceDisputeOpened: (data) => ({ instance: String(data.dispute_id), keys: [ofDispute(data)] }),
  },
  listens: { DisputeEvidencePrepared: ofDispute, InvoiceDisputeClosed: ofDispute },
  initial: null,
  evolve: (state) => state,
  on: {
    InvoiceDisputeOpened: () => [],
    DisputeEvidencePrepared(_, { id, data: { invoice_id, dispute_id, submit, gateway, provider_dispute, sha256 } }) {
      if (!submit) return [];
      const payload = { invoice_id, dispute_id, provider_dispute, sha256 };
      return [
        ask(submitEvidence, { name: `submit_evidence/${id}`, key: `submit_evidence-${id}`, member: gateway, payload }),
      ];
    },
    InvoiceDisputeClosed(_, { id, data: { invoice_id, dispute_id, accept } }) {
      if (!accept) return [];
      const { gateway, provider_dispute } = accept;
      const payload = { invoice_id, dispute_id, provider_dispute };
      return [
        ask(acceptDispute, { name: `accept_dispute/${id}`, key: `accept_dispute-${id}`, member: gateway, payload }),
      ];
    },
  },
  fired: {},
});
