import { appended, changed } from '#domain/kernel/fold';
import { add, type Cents, cents } from '#domain/kernel/money';
import { type Day, daysBetween } from '#domain/kernel/time';
import type { InvoiceDispute } from './dispute-messages.ts';
import type {
  Dunning,
  Invoice,
  InvoiceEvent,
  InvoicePayment,
  InvoiceRefund,
  IssuedInvoice,
} from './invoice-messages.ts';

const NO_DUNNING: Dunning = { status: 'none', day0: null, stopped_days: 0, stopped_on: null, steps: [] };

/** The invoice after an event. What was received counts, whatever was thought of it before. */
export function evolve(state: Invoice, event: InvoiceEvent): Invoice {
  if (event.type === 'InvoiceIssued') return issued(event);
  if (state.status === 'none') return state;
  switch (event.type) {
    case 'InvoicePaymentStarted': {
      const { payment_id: id, gateway, amount_cents, customer, method } = event.data;
      const fresh = { status: 'pending' as const, reversed_cents: cents(0), reference: null, object: null };
      const more = { approve_url: null, started_at: event.at, at: event.at, received_on: null, error: null };
      return {
        ...state,
        payments: appended(state.payments, { id, gateway, amount_cents, customer, method, ...fresh, ...more }),
      };
    }
    case 'InvoicePaymentAwaitingPayer': {
      const { object, approve_url } = event.data;
      return onPayment(state, event, { status: 'awaiting_payer', object, approve_url });
    }
    case 'InvoicePaymentApproved':
      return onPayment(state, event, { status: 'pending', object: event.data.object });
    case 'InvoicePaymentUnknown':
      return onPayment(state, event, { status: 'unknown', error: event.data.error });
    case 'InvoicePaymentFailed':
      return onPayment(state, event, { status: 'failed', error: event.data.error });
    case 'InvoicePaymentSucceeded':
      return succeeded(state, event);
    case 'InvoicePaymentReversed':
      return reversed(state, event);
    case 'InvoicePaid':
      return { ...state, status: 'paid', dunning: ended(state.dunning) };
    case 'InvoiceBecamePastDue':
      return { ...state, status: 'past_due', dunning: begun(state.dunning, event.data.on) };
    case 'DunningStepTaken':
      return { ...state, dunning: { ...state.dunning, steps: appended(state.dunning.steps, stepName(event.data)) } };
    case 'DunningHeld':
      return { ...state, dunning: stop(state.dunning, 'held', event.data.on) };
    case 'DunningReleased':
      return { ...state, dunning: goOn(state.dunning, event.data.on) };
    case 'InvoiceMarkedUncollectible':
      return { ...state, status: 'uncollectible', dunning: ended(state.dunning) };
    case 'InvoiceVoided':
      return { ...state, status: 'void', dunning: ended(state.dunning) };
    case 'CreditNoteIssued':
      return { ...state, notes: appended(state.notes, { ...event.data, number: null }) };
    case 'CreditNoteNumbered': {
      const { note_id, number } = event.data;
      const numbered = changed(
        state.notes,
        (note) => note.note_id === note_id,
        (note) => ({ ...note, number }),
      );
      return { ...state, notes: numbered };
    }
    case 'InvoiceRefundStarted': {
      const { refund_id: id, payment_id, gateway, amount_cents, reason, note_id, elsewhere = null } = event.data;
      const fresh = { status: 'pending' as const, started_at: event.at, at: event.at, error: null };
      const told = { reference: elsewhere?.reference ?? null, elsewhere };
      const refund: InvoiceRefund = { id, payment_id, gateway, amount_cents, reason, note_id, ...told, ...fresh };
      return { ...state, refunds: appended(state.refunds, refund) };
    }
    case 'InvoiceRefundSucceeded':
      return onRefund(state, event, { status: 'succeeded', reference: event.data.reference });
    case 'InvoiceRefundFailed': {
      const { error, reference } = event.data;
      return onRefund(state, event, { status: 'failed', error, ...(reference === undefined ? {} : { reference }) });
    }
    case 'InvoiceDisputeOpened': {
      const { dispute_id: id, provider_dispute, payment_id, amount_cents, reason, due_by, on } = event.data;
      const none = { evidence: null, reversed_cents: cents(0), confirmed: [], unclear: null };
      const dispute = { id, provider_dispute, payment_id, amount_cents, reason, due_by, ...none };
      const { gateway, opened_by = 'card_network' } = event.data;
      const fresh = { gateway, opened_by, opened_at: event.at, status: 'open' as const };
      const disputes = appended(state.disputes, { ...dispute, ...fresh });
      // What is paid or written off is not dunned for, so there is no clock that could stand still.
      const unpaid = state.status === 'open' || state.status === 'past_due';
      return { ...state, disputes, dunning: unpaid ? stop(state.dunning, 'suspended', on) : state.dunning };
    }
    case 'DisputeEvidencePrepared': {
      const { generated_at, sha256, size_bytes, tree_size } = event.data;
      return onDispute(state, event.data.dispute_id, ({ status }) => ({
        evidence: { generated_at, sha256, size_bytes, tree_size },
        status: status === 'open' ? 'evidence_ready' : status,
      }));
    }
    case 'DisputeEvidenceSubmitted':
      return onDispute(state, event.data.dispute_id, () => ({ status: 'submitted' }));
    case 'DisputeOutcomeUnclear':
      return onDispute(state, event.data.dispute_id, () => ({ unclear: event.data.outcome }));
    case 'InvoiceDisputeClosed': {
      const { dispute_id, outcome, on } = event.data;
      const after = onDispute(state, dispute_id, () => ({ status: outcome }));
      return { ...after, dunning: after.disputes.some(isOpenDispute) ? state.dunning : goOn(state.dunning, on) };
    }
  }
}

function issued({ data, at }: Extract<InvoiceEvent, { type: 'InvoiceIssued' }>): IssuedInvoice {
  const { number, issued_on, due_on, recipient = null, seller = null, ...content } = data;
  return {
    status: 'open',
    content,
    number,
    issuedOn: issued_on,
    dueOn: due_on,
    issuedAt: at,
    recipient,
    seller,
    payments: [],
    refunds: [],
    notes: [],
    disputes: [],
    dunning: NO_DUNNING,
  };
}

type PaymentEvent = Extract<InvoiceEvent, { data: { payment_id: unknown } }>;
const onPayment = (state: IssuedInvoice, { data, at }: PaymentEvent, to: Partial<InvoicePayment>): IssuedInvoice => ({
  ...state,
  payments: changed(
    state.payments,
    ({ id }) => id === data.payment_id,
    (payment) => ({ ...payment, ...to, at }),
  ),
});

/** One payment may be disputed more than once, each time over a part. */
const reversed = (state: IssuedInvoice, event: Extract<InvoiceEvent, { type: 'InvoicePaymentReversed' }>) => {
  const { payment_id, amount_cents, dispute_id, confirmed } = event.data;
  const before = state.payments.find(({ id }) => id === payment_id)?.reversed_cents ?? cents(0);
  const after = onPayment(state, event, { reversed_cents: add(before, amount_cents) });
  return onDispute(after, dispute_id, (dispute) => ({
    reversed_cents: add(dispute.reversed_cents, amount_cents),
    confirmed: confirmed === undefined ? dispute.confirmed : [...dispute.confirmed, confirmed],
  }));
};

/** A manual payment has no start of its own. */
function succeeded(
  state: IssuedInvoice,
  event: Extract<InvoiceEvent, { type: 'InvoicePaymentSucceeded' }>,
): IssuedInvoice {
  const { payment_id: id, gateway, amount_cents, reference, object, received_on } = event.data;
  const to = { status: 'succeeded' as const, amount_cents, reference, object, received_on, error: null };
  if (state.payments.some((payment) => payment.id === id)) return onPayment(state, event, to);
  const fresh = { reversed_cents: cents(0), approve_url: null, customer: null, method: null };
  const payment = { id, gateway, ...to, ...fresh, started_at: event.at, at: event.at };
  return { ...state, payments: appended(state.payments, payment) };
}

const onDispute = (
  state: IssuedInvoice,
  id: number,
  to: (dispute: InvoiceDispute) => Partial<InvoiceDispute>,
): IssuedInvoice => ({
  ...state,
  disputes: changed(
    state.disputes,
    (dispute) => dispute.id === id,
    (dispute) => ({ ...dispute, ...to(dispute) }),
  ),
});
/** Not decided yet. */
export const isOpenDispute = ({ status }: Pick<InvoiceDispute, 'status'>): boolean =>
  status === 'open' || status === 'evidence_ready' || status === 'submitted';

const onRefund = (
  state: IssuedInvoice,
  { data, at }: Extract<InvoiceEvent, { data: { refund_id: unknown } }>,
  to: Partial<InvoiceRefund>,
): IssuedInvoice => ({
  ...state,
  refunds: changed(
    state.refunds,
    ({ id }) => id === data.refund_id,
    (refund) => ({ ...refund, ...to, at }),
  ),
});

export const stepName = (step: { readonly day: number; readonly action: string }): string =>
  `${step.action}/${step.day}`;
const ended = (dunning: Dunning): Dunning =>
  dunning.status === 'none' ? dunning : { ...dunning, status: 'ended', stopped_on: null };

/** Held back or disputed already, the clock begins standing still. */
const begun = (dunning: Dunning, day0: Day): Dunning =>
  dunning.stopped_on === null
    ? { ...NO_DUNNING, status: 'running', day0 }
    : { ...dunning, day0, stopped_days: 0, stopped_on: day0 };

function stop(dunning: Dunning, status: 'held' | 'suspended', on: Day): Dunning {
  if (dunning.status === 'ended') return dunning;
  return { ...dunning, status, stopped_on: dunning.stopped_on ?? on };
}
function goOn(dunning: Dunning, on: Day): Dunning {
  if (dunning.stopped_on === null) return dunning;
  const stopped = dunning.day0 === null ? 0 : Math.max(0, daysBetween(dunning.stopped_on, on));
  const status = dunning.day0 === null ? 'none' : 'running';
  return { ...dunning, status, stopped_on: null, stopped_days: dunning.stopped_days + stopped };
}

const sum = (amounts: readonly Cents[]): Cents => add(...amounts);

/** The money of an invoice, in one place (ruling 1.7). */
export function balance(state: IssuedInvoice) {
  const total = state.status === 'void' ? cents(0) : state.content.total_cents;
  const paid = sum(state.payments.filter(({ status }) => status === 'succeeded').map((p) => p.amount_cents));
  const reversed = sum(state.payments.map((payment) => payment.reversed_cents));
  // One that is on its way counts: it will be given back.
  const refunded = sum(state.refunds.filter(({ status }) => status !== 'failed').map((r) => r.amount_cents));
  const credited = sum(state.notes.map((note) => note.total_cents));
  const kept = sum(state.notes.map((note) => note.credit_cents));
  const net = cents(paid - refunded - reversed);
  const owed = cents(Math.max(0, total - credited));
  return {
    total,
    paid,
    reversed,
    refunded,
    credited,
    amountDue: cents(Math.max(0, total - credited - net)),
    /** Received beyond what is owed and not kept as credit of the account. */
    refundable: cents(Math.max(0, net - owed - kept)),
  };
}

/** What may still be given back of a payment. */
export const refundableOf = (state: IssuedInvoice, payment: InvoicePayment): Cents => {
  const back = state.refunds.filter(({ payment_id, status }) => payment_id === payment.id && status !== 'failed');
  const left = payment.amount_cents - payment.reversed_cents - sum(back.map((refund) => refund.amount_cents));
  return payment.status === 'succeeded' ? cents(Math.max(0, left)) : cents(0);
};

/** A payment whose money may be moving. One that waits for its payer moves none. */
export const inFlight = (state: IssuedInvoice): InvoicePayment | null =>
  state.payments.find(({ status }) => status === 'pending' || status === 'unknown') ?? null;

/** Of what is due, what nobody disputes. */
export const undisputedDue = (state: IssuedInvoice): Cents => {
  const disputed = sum(state.disputes.filter(isOpenDispute).map((d) => d.amount_cents));
  const unpaid = state.disputes.some(({ payment_id }) => Number(payment_id) === 0) ? disputed : cents(0);
  return cents(Math.max(0, balance(state).amountDue - unpaid));
};

/** Days that the dunning clock has run, and what it does next; null where it does not run. */
export function dunningDay({ dunning }: IssuedInvoice, today: Day): number | null {
  if (dunning.day0 === null || dunning.status === 'none' || dunning.status === 'ended') return null;
  const until = dunning.stopped_on ?? today;
  return Math.max(0, daysBetween(dunning.day0, until) - dunning.stopped_days);
}
