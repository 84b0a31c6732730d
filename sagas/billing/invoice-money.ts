import type { InvoiceContent } from '#domain/billing/billing-account-messages';
import type { InvoiceEvent } from '#domain/billing/invoice-messages';
import type { DomainEvent } from '#domain/kernel/decider';
import { appended, put } from '#domain/kernel/fold';
import { plusHours } from '#domain/kernel/time';
import type { JsonObject } from '#runtime/event-store';
import { type SagaInput, type SagaStep, saga } from '#runtime/saga';

/** Payments that were noted as of unknown outcome. */
type Money = {
  readonly unknown: readonly string[];
  readonly ids: JsonObject;
  /** What a prepaid invoice pays for. */
  readonly bought: { readonly purchase_id: number | null; readonly order_id: number | null };
  /** What a purchase gave was asked back. */
  readonly revoked: boolean;
  /** How often each refund was asked for, by its gateway's effect. */
  readonly refunds: Readonly<Record<string, number>>;
};
type Data<T extends InvoiceEvent['type']> = Extract<InvoiceEvent, { type: T }>['data'];

const ofInvoice = (data: JsonObject) => `invoice:${String(data['invoice_id'])}`;
const idsOf = (data: JsonObject): JsonObject => ({
  invoice_id: data['invoice_id'] ?? 0,
  account_id: data['account_id'] ?? 0,
});
const effect = (name: string, kind: string, key: string, payload: JsonObject): SagaStep => ({
  do: 'effect',
  name,
  kind,
  key,
  payload,
});
const mail = (template: string, input: SagaInput, more: JsonObject = {}): SagaStep =>
  effect(`mail/${input.id}`, 'billing_email', `billing-mail-${input.id}`, {
    ...idsOf(input.data),
    template,
    ...more,
  });

/** So often, and so many hours after it was given up, is a refund tried again. */
const AGAIN_HOURS = 6;
const MOST_TRIES = 60;

/**
 * What follows from an invoice's events: its number, the calls to the gateway that charge and refund it, what a void one
 * releases, what a credit note leaves as credit. One instance an invoice; every intent is on the invoice before its call is made.
 */
export const invoiceMoney = saga<Money, DomainEvent>({
  name: 'invoice-money',
  starts: {
    InvoiceDrafted: (data) => ({ instance: String(data['invoice_id']), keys: [ofInvoice(data)] }),
  },
  listens: {
    InvoiceIssued: ofInvoice,
    InvoicePaymentStarted: ofInvoice,
    InvoicePaymentApproved: ofInvoice,
    InvoicePaymentFailed: ofInvoice,
    InvoiceRefundStarted: ofInvoice,
    InvoicePaymentReversed: ofInvoice,
    InvoiceMarkedUncollectible: ofInvoice,
    CreditNoteIssued: ofInvoice,
    CreditNoteNumbered: ofInvoice,
    InvoiceVoided: ofInvoice,
  },
  initial: { unknown: [], ids: {}, bought: { purchase_id: null, order_id: null }, revoked: false, refunds: {} },
  evolve: (state, entry) => {
    if (entry.kind === 'event') {
      const { name, kind } = entry.event.data as { readonly name?: string; readonly kind?: string };
      if (entry.event.type === 'EffectRequested' && name?.startsWith('refund/')) {
        const what = `${name.split('#')[0]} ${kind}`;
        return { ...state, refunds: put(state.refunds, what, (state.refunds[what] ?? 0) + 1) };
      }
      if (entry.event.type === 'EffectRequested' && name === 'revoke') return { ...state, revoked: true };
      const marked = entry.event.type === 'EffectRequested' && name?.startsWith('unknown/');
      return marked ? { ...state, unknown: appended(state.unknown, name ?? '') } : state;
    }
    if (entry.input.type !== 'InvoiceDrafted') return state;
    const { purchase_id, order_id } = entry.input.data as unknown as InvoiceContent;
    return { ...state, ids: idsOf(entry.input.data), bought: { purchase_id, order_id } };
  },
  react: (input, state): readonly SagaStep[] => {
    const { type, data } = input;
    const ids = idsOf(data);
    switch (type) {
      case 'InvoiceDrafted':
        return [effect('issue', 'issue_invoice', `issue-${String(data['invoice_id'])}`, ids)];
      case 'InvoiceIssued': {
        const { kind, total_cents } = data as unknown as Data<'InvoiceIssued'>;
        return kind === 'regular' && total_cents > 0
          ? [mail('invoice_issued', input, { amount_cents: total_cents })]
          : [];
      }
      case 'InvoicePaymentStarted':
      case 'InvoicePaymentApproved':
        return money(input, state);
      case 'InvoicePaymentFailed':
        return data['code'] === 'not_due' ? [] : [mail('payment_failed', input)];
      case 'InvoiceRefundStarted':
        return refund(input);
      case 'CreditNoteIssued': {
        const { note_id, purchase_id, order_id } = data as unknown as Data<'CreditNoteIssued'>;
        const number = effect(`number/${note_id}`, 'number_credit_note', `credit-note-${note_id}`, { ...ids, note_id });
        return [number, ...takeBack(`credited/${note_id}`, `credited-${note_id}`, ids, { purchase_id, order_id })];
      }
      // The money is gone as by a credit note: what it bought and nobody has used yet goes back too.
      case 'InvoicePaymentReversed':
      case 'InvoiceMarkedUncollectible':
        return data['because'] === 'dunning'
          ? []
          : takeBack(`charged_back/${input.id}`, `charged-back-${input.id}`, ids, state.bought);
      case 'CreditNoteNumbered': {
        const { note_id, number, credit_cents } = data as unknown as Data<'CreditNoteNumbered'>;
        const payload = { ...ids, note_id, number, amount_cents: credit_cents };
        return credit_cents === 0
          ? []
          : [effect(`credit/${note_id}`, 'grant_account_credit', `account-credit-${note_id}`, payload)];
      }
      case 'InvoiceVoided':
        return [effect('release', 'release_invoice', `release-${String(data['invoice_id'])}`, ids)];
      default:
        return onAnswer(input, state);
    }
  },
});

/** What a prepaid invoice paid for ends, where nothing of its money is left. */
function takeBack(name: string, key: string, ids: JsonObject, bought: Money['bought']): SagaStep[] {
  const { purchase_id, order_id } = bought;
  if (purchase_id !== null) return [effect(name, 'refund_purchase', key, { ...ids, purchase_id })];
  return order_id === null ? [] : [effect(name, 'end_credited_renewal', key, { ...ids, order_id })];
}

/** The call that takes the money; a payer's approval makes a second one. */
function money({ type, data }: SagaInput, { ids }: Money): SagaStep[] {
  const payment_id = Number(data['payment_id']);
  const approved = type === 'InvoicePaymentApproved';
  const kind = approved ? 'capture_paypal' : `charge_${String(data['gateway'])}`;
  const name = `${approved ? 'capture' : 'charge'}/${payment_id}`;
  return [effect(name, kind, `payment-${payment_id}`, { ...ids, payment_id })];
}

function refund(input: SagaInput): SagaStep[] {
  const { refund_id, gateway, amount_cents, elsewhere } = input.data as unknown as Data<'InvoiceRefundStarted'>;
  if (gateway === 'manual' || elsewhere !== undefined) return [];
  const payload = { ...idsOf(input.data), refund_id };
  return [
    effect(`refund/${refund_id}`, `refund_${gateway}`, `refund-${refund_id}`, payload),
    mail('refund_made', input, { amount_cents }),
  ];
}

/** A refund that was given up is taken up again: the money is owed, whatever the gateway's trouble. */
function refundAgain(name: string, { refunds, ids }: Money): SagaStep[] {
  const found = Object.entries(refunds).find(([what]) => what.startsWith(`${name} `));
  if (!found) return [];
  const [what, times] = found;
  const refund_id = Number(name.split('/')[1]);
  const kind = what.slice(name.length + 1);
  return [effect(`${name}#${times + 1}`, kind, `refund-${refund_id}`, { ...ids, refund_id })];
}

function onAnswer({ type, data, at }: SagaInput, state: Money): SagaStep[] {
  const name = String(data['name'] ?? '');
  const [what, id] = name.split('/');
  if (type === 'TimerFired' && what === 'again') return refundAgain(name.slice('again/'.length), state);
  if (what === 'refund' && (type === 'EffectParked' || type === 'EffectOutcomeUnknown')) {
    const refund = name.split('#')[0] ?? name;
    const times = Object.entries(state.refunds).find(([each]) => each.startsWith(`${refund} `))?.[1] ?? 0;
    return times < MOST_TRIES ? [{ do: 'timer', name: `again/${refund}`, at: plusHours(at, AGAIN_HOURS) }] : [];
  }
  const result = (data['result'] ?? {}) as JsonObject;
  const ended = what === 'credited' || what === 'charged_back';
  const boost = result['full'] === true && result['boost'] === true;
  if (type === 'EffectSucceeded' && ended && boost && !state.revoked)
    return [
      effect('revoke', 'revoke_credits', `revoke-${String(state.ids['invoice_id'])}`, {
        ...state.ids,
        purchase_id: result['purchase_id'] ?? 0,
      }),
    ];
  const lost = type === 'EffectOutcomeUnknown' || (type === 'EffectAttemptFailed' && data['lost'] === true);
  const marked = `unknown/${id}`;
  if (!lost || (what !== 'charge' && what !== 'capture') || state.unknown.includes(marked)) return [];
  const payload = { ...state.ids, payment_id: Number(id), error: data['error'] ?? 'no answer' };
  return [effect(marked, 'mark_payment_unknown', `unknown-${id}`, payload)];
}
