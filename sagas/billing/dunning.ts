import type { InvoiceEvent } from '#domain/billing/invoice-messages';
import type { DomainEvent } from '#domain/kernel/decider';
import type { JsonObject } from '#runtime/event-store';
import { type SagaInput, type SagaStep, saga } from '#runtime/saga';

type Step = Extract<InvoiceEvent, { type: 'DunningStepTaken' }>['data'];
const ofAccount = (data: JsonObject) => `account:${String(data['account_id'])}`;

/** Tells a client who does not pay, pauses and ends what the account has, and lets it go on once it is paid (spec 4.5). One instance an account. */
export const dunning = saga<null, DomainEvent>({
  name: 'dunning',
  starts: {
    InvoiceBecamePastDue: (data) => ({ instance: String(data['account_id']), keys: [ofAccount(data)] }),
  },
  listens: {
    DunningStepTaken: ofAccount,
    InvoicePaid: ofAccount,
    InvoicePaymentSucceeded: ofAccount,
    CreditNoteIssued: ofAccount,
  },
  initial: null,
  evolve: (state) => state,
  react: (input): readonly SagaStep[] => {
    if (input.type === 'DunningStepTaken') return taken(input);
    // Also where a part is left: less than is dunned for pauses nothing.
    return LESSENS.has(input.type) ? [effect(input, 'resume', 'dunning_resume')] : [];
  },
});

/** What makes an invoice owe less. */
const LESSENS: ReadonlySet<string> = new Set(['InvoicePaid', 'InvoicePaymentSucceeded', 'CreditNoteIssued']);
const effect = ({ id, data }: SagaInput, name: string, kind: string, more: JsonObject = {}): SagaStep => ({
  do: 'effect',
  name: `${name}/${id}`,
  kind,
  key: `dunning-${name}-${id}`,
  payload: { invoice_id: data['invoice_id'] ?? 0, account_id: data['account_id'] ?? 0, ...more },
});
const TEMPLATES = { remind: 'payment_reminder', pause: 'service_paused', cancel: 'service_cancelled' } as const;

function taken(input: SagaInput): SagaStep[] {
  const { action, amount_due_cents } = input.data as unknown as Step;
  const told = effect(input, 'mail', 'billing_email', {
    template: TEMPLATES[action],
    amount_cents: amount_due_cents,
  });
  return action === 'remind' ? [told] : [effect(input, action, `dunning_${action}`), told];
}
