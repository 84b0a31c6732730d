import { billingEmail, dunningCancel, dunningPause, dunningResume } from '#domain/billing/effects';
import type { InvoiceEvent } from '#domain/billing/invoice-messages';
import { ask, saga } from '#runtime/typed-saga';

type Event<T extends InvoiceEvent['type']> = Extract<InvoiceEvent, { type: T }>;
/** What makes an invoice owe less. */
type Lessens = Event<'InvoicePaid'> | Event<'InvoicePaymentSucceeded'> | Event<'CreditNoteIssued'>;
type Types = {
  state: null;
  starts: Event<'InvoiceBecamePastDue'>;
  listens: Event<'DunningStepTaken'> | Lessens;
  own: never;
  timers: Record<never, never>;
};

const ofAccount = ({ account_id }: { readonly account_id: number }) => `account:${account_id}`;
const TEMPLATES = { remind: 'payment_reminder', pause: 'service_paused', cancel: 'service_cancelled' } as const;
const STEPS = { pause: dunningPause, cancel: dunningCancel } as const;

/** Also where a part is left: less than is dunned for pauses nothing. */
const resume = (_: null, { id, data: { invoice_id, account_id } }: { id: string; data: Lessens['data'] }) => [
  ask(dunningResume, { name: `resume/${id}`, key: `dunning-resume-${id}`, payload: { invoice_id, account_id } }),
];

/** Tells a client who does not pay, pauses and ends what the account has, and lets it go on once it is paid (spec 4.5). One instance an account. */
export const dunning = saga<Types>()({
  name: 'dunning',
  asks: [dunningPause, dunningCancel, dunningResume, billingEmail],
  timers: {},
  starts: {
    InvoiceBecamePastDue: (data) => ({ instance: String(data.account_id), keys: [ofAccount(data)] }),
  },
  listens: {
    DunningStepTaken: ofAccount,
    InvoicePaid: ofAccount,
    InvoicePaymentSucceeded: ofAccount,
    CreditNoteIssued: ofAccount,
  },
  initial: null,
  evolve: (state) => state,
  on: {
    InvoiceBecamePastDue: () => [],
    DunningStepTaken(_, { id, data: { invoice_id, account_id, action, amount_due_cents } }) {
      const payload = { invoice_id, account_id };
      const told = ask(billingEmail, {
        name: `mail/${id}`,
        key: `dunning-mail-${id}`,
        payload: { ...payload, template: TEMPLATES[action], amount_cents: amount_due_cents },
      });
      if (action === 'remind') return [told];
      return [ask(STEPS[action], { name: `${action}/${id}`, key: `dunning-${action}-${id}`, payload }), told];
    },
    InvoicePaid: resume,
    InvoicePaymentSucceeded: resume,
    CreditNoteIssued: resume,
  },
  fired: {},
});
