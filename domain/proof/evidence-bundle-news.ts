import type { LeafEvent } from '#domain/log/event-leaf';
import {
  count,
  day,
  fail,
  maybe,
  object,
  optional,
  quoted,
  type Shape,
  shaped,
  text,
  that,
} from './evidence-bundle-shape.ts';

/** What an event of an invoice's stream must have; `begins` names the field whose value nothing before it may have begun. */
type News = {
  readonly fields: Readonly<Record<string, Shape>>;
  readonly begins?: string;
  /** It begins that only where nothing before it did, as a payment by hand does. */
  readonly orGoesOn?: boolean;
};
const payment = { payment_id: count };
const refund = { refund_id: count };
const dispute = { dispute_id: count };
const NEWS: Readonly<Record<string, News>> = {
  InvoiceIssued: { fields: {} },
  InvoicePaymentStarted: { fields: { ...payment, amount_cents: count }, begins: 'payment_id' },
  InvoicePaymentAwaitingPayer: { fields: payment },
  InvoicePaymentApproved: { fields: payment },
  InvoicePaymentUnknown: { fields: payment },
  InvoicePaymentFailed: { fields: payment },
  InvoicePaymentSucceeded: {
    fields: { ...payment, amount_cents: count },
    begins: 'payment_id',
    orGoesOn: true,
  },
  InvoicePaymentReversed: { fields: { ...payment, amount_cents: count } },
  InvoicePaid: { fields: {} },
  InvoiceBecamePastDue: { fields: { on: day } },
  DunningStepTaken: { fields: {} },
  DunningHeld: { fields: { on: day } },
  DunningReleased: { fields: { on: day } },
  InvoiceMarkedUncollectible: { fields: {} },
  InvoiceVoided: { fields: {} },
  CreditNoteIssued: { fields: { note_id: count, total_cents: count, credit_cents: count }, begins: 'note_id' },
  CreditNoteNumbered: { fields: { note_id: count } },
  InvoiceRefundStarted: { fields: { ...refund, payment_id: count, amount_cents: count }, begins: 'refund_id' },
  InvoiceRefundSucceeded: { fields: refund },
  InvoiceRefundFailed: { fields: refund },
  InvoiceDisputeOpened: {
    fields: {
      ...dispute,
      amount_cents: count,
      reason: text,
      due_by: maybe(text),
      on: day,
      opened_by: optional(that((value) => value === 'card_network' || value === 'client' || value === 'admin')),
    },
    begins: 'dispute_id',
  },
  DisputeEvidencePrepared: { fields: dispute },
  DisputeEvidenceSubmitted: { fields: dispute },
  DisputeOutcomeUnclear: { fields: dispute },
  InvoiceDisputeClosed: {
    fields: {
      ...dispute,
      on: day,
      outcome: that((value) => value === 'won' || value === 'lost' || value === 'credited'),
    },
  },
};
/** Of an event of an invoice's stream: what it begins, such as `payment_id 7`. Throws `Broken` where it is malformed or of no known type. */
export function asNews({ id, type, data }: LeafEvent): { readonly begins: string | null; readonly orGoesOn: boolean } {
  const news = Object.hasOwn(NEWS, type) ? NEWS[type] : undefined;
  if (!news) return fail(`event ${quoted(id)} of the invoice is a ${quoted(type)}, which is not known`);
  shaped<unknown>(object(news.fields), `the data of ${type}`)(data);
  const { begins, orGoesOn = false } = news;
  return { begins: begins === undefined ? null : `${begins} ${String(data[begins])}`, orGoesOn };
}
