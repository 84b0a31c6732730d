import type { Sent } from '../forms.ts';
import type { Page, Visit } from '../page.ts';
import { fieldsOf } from '../schema-fields.ts';
import { AT } from '../where.ts';
import { type Choice, type Chosen, type Invoice, invoiceCommand } from './invoice-command.tsx';

const BILLING = 'billing/invoices/{id}/';
type Route = `${typeof BILLING}${'credit-notes/' | 'payments/' | 'refunds/' | 'void/' | 'dunning/hold/'}`;
/** Fields of the command’s own schema, each with what is said of it besides. */
const fields = (visit: Visit, route: Route, more: Readonly<Record<string, Omit<Choice, 'field'>>>): readonly Choice[] =>
  fieldsOf(visit.schema('post', route), Object.keys(more)).map((field) => ({ field, ...more[field.name] }));
const given = (chosen: Chosen, name: string): string | undefined => chosen(name) || undefined;
const money = ({ formats }: Visit, value: string | null | undefined): string => formats.number(value ?? '0', 'usd');
const call = (visit: Visit, sent: Sent) => ({
  path: { id: visit.id },
  idempotencyKey: sent.key,
  ...(sent.etag === undefined ? {} : { ifMatch: sent.etag }),
});
const back = (visit: Visit, notice: string) => ({ to: AT.invoice(visit.id), notice });
const reason = (visit: Visit, route: Route): readonly Choice[] =>
  fields(visit, route, { '/reason': { hint: 'Stands on the document or in the log, for good: write no names here.' } });

/** Lines that can be credited each by itself; the name of a field says which line it is. */
const lineField = (line: number): string => `/line-${line}`;
const creditable = ({ lines }: Invoice) => lines.filter(({ kind }) => kind !== 'tax' && kind !== 'credit');
function linesChosen(chosen: Chosen, invoice: Invoice) {
  const lines = creditable(invoice).flatMap(({ id }) => {
    const amount = chosen(lineField(id));
    return amount === '' ? [] : [{ line_id: id, amount }];
  });
  return lines.length === 0 ? undefined : lines;
}

const creditNotePage = invoiceCommand({
  name: 'invoiceCreditNote',
  path: '/app/invoices/{id}/credit-note/',
  summary: 'Credits a part or all of an invoice, after showing what that does',
  title: 'Credit note',
  about:
    'An issued invoice is never edited. A credit note first lowers what is due; what exceeds that goes back, or is kept as credit of the client.',
  choices: (visit, invoice) => [
    ...fields(visit, `${BILLING}credit-notes/`, {
      '/amount': {
        label: 'Amount, with its tax',
        hint: `At most ${money(visit, leftOf(invoice))} is left to be credited.`,
      },
    }),
    ...creditable(invoice).map(
      ({ id, description, amount }): Choice => ({
        field: { name: lineField(id), label: '', kind: 'money', required: false, nullable: false },
        label: `Or of line ${id}, without tax`,
        hint: `${description}: ${money(visit, amount)}`,
      }),
    ),
    ...fields(visit, `${BILLING}credit-notes/`, {
      '/refund': {
        label: 'Pay back what exceeds what is due',
        hint: 'Else it is kept as credit for the next invoices.',
      },
    }),
  ],
  tries: (chosen, invoice) => {
    const amount = given(chosen, '/amount');
    const lines = linesChosen(chosen, invoice);
    if (amount === undefined && lines === undefined) return null;
    const what = amount === undefined ? { lines } : { amount };
    return { do: 'credit_note', ...what, refund: chosen('/refund') === 'on' };
  },
  waits: 'Say how much, and it stands here what that does.',
  words: (visit) => reason(visit, `${BILLING}credit-notes/`),
  submit: (visit, { will }) =>
    `Issue the credit note of ${money(visit, will.find(({ kind }) => kind === 'credit_note')?.amount)}`,
  danger: true,
  async act(visit, sent) {
    const { data: invoice } = await visit.backend.get(BILLING, { path: { id: visit.id } });
    const chosen: Chosen = (name) => sent.text(name);
    const amount = given(chosen, '/amount');
    const lines = amount === undefined ? linesChosen(chosen, invoice) : undefined;
    const body = {
      reason: sent.text('/reason'),
      refund: sent.text('/refund') === 'on',
      ...(amount === undefined ? {} : { amount }),
      ...(lines === undefined ? {} : { lines }),
    };
    const { data: note } = await visit.backend.post(`${BILLING}credit-notes/`, { ...call(visit, sent), body });
    return back(visit, `Credit note ${note.number ?? note.id} of ${money(visit, note.total)} is issued.`);
  },
});
const leftOf = ({ total, credited }: Invoice): string => (Number(total) - Number(credited)).toFixed(2);

const paymentPage = invoiceCommand({
  name: 'invoicePayment',
  path: '/app/invoices/{id}/payment/',
  summary: 'Records a payment by hand, or has what is due charged, after showing what that does',
  title: 'Payment',
  about:
    'Record what came in another way, have the saved card charged, or ask for approval at PayPal. While a payment is on its way, no other is taken.',
  choices: (visit, { amount_due, lines: _ }) =>
    fields(visit, `${BILLING}payments/`, {
      '/gateway': {
        label: 'How',
        value: 'manual',
        words: { manual: 'By hand: it was received already', stripe: 'Charge the saved card', paypal: 'By PayPal' },
      },
      '/amount': {
        label: 'Amount received',
        value: amount_due,
        hint: 'Of a payment by hand; a card is charged what is due.',
      },
      '/received_on': { label: 'Received on', hint: 'Left empty: today.' },
    }),
  tries: (chosen) => {
    const gateway = chosen('/gateway');
    const on = given(chosen, '/received_on');
    if (gateway !== 'manual') return { do: 'payment', gateway };
    return {
      do: 'payment',
      gateway,
      ...(chosen('/amount') === '' ? {} : { amount: chosen('/amount') }),
      ...(on === undefined ? {} : { received_on: on }),
    };
  },
  words: (visit) =>
    fields(visit, `${BILLING}payments/`, {
      '/reference': { hint: 'What the transfer says, so that it can be found again. Of a payment by hand only.' },
    }),
  submit: (visit, { will }) => {
    const first = will.find(({ kind }) => kind === 'payment' || kind === 'charge' || kind === 'approve');
    const words = { payment: 'Record', charge: 'Charge', approve: 'Ask PayPal for' } as const;
    return `${words[first?.kind as keyof typeof words] ?? 'Pay'} ${money(visit, first?.amount)}`;
  },
  async act(visit, sent) {
    const gateway = sent.text('/gateway') as 'manual' | 'stripe' | 'paypal';
    const typed = sent.body(visit.schema('post', `${BILLING}payments/`), ['/amount', '/received_on', '/reference']);
    const body = gateway === 'manual' ? { ...typed, gateway } : { gateway };
    const { data: payment } = await visit.backend.post(`${BILLING}payments/`, { ...call(visit, sent), body });
    const much = money(visit, payment.amount);
    const said: Readonly<Record<string, string>> = {
      succeeded: `${much} is received.`,
      failed: `The charge of ${much} was declined${payment.error === null ? '' : `: ${payment.error}`}.`,
      awaiting_payer: `PayPal waits for the client’s approval of ${much}; the page for it stands with the payment.`,
      pending: `The payment of ${much} is on its way.`,
      unknown: `Nobody knows yet what became of the charge of ${much}; it is being found out.`,
    };
    return back(visit, said[payment.status] ?? `The payment of ${much} is ${payment.status}.`);
  },
});

const refundPage = invoiceCommand({
  name: 'invoiceRefund',
  path: '/app/invoices/{id}/refund/',
  summary: 'Gives money back, or records that it was, after showing what that does',
  title: 'Refund',
  about:
    'Money goes back the way it came, where a credit note or an overpayment leaves it owed. To give back what is owed by nothing yet, issue a credit note with a refund instead.',
  choices: (visit, { payments }) =>
    fields(visit, `${BILLING}refunds/`, {
      '/amount': { hint: 'At most what was received beyond what is owed.' },
      '/payment_id': {
        label: 'Of payment',
        hint: `Left empty: of the newest that holds as much. There ${payments.length === 1 ? 'is payment' : 'are payments'} ${payments.map(({ id }) => id).join(', ')}.`,
      },
      '/gateway': {
        label: 'How',
        words: { manual: 'By hand: it was given back another way' },
        hint: 'Left empty: the way it came.',
      },
    }),
  tries: (chosen) => {
    const amount = given(chosen, '/amount');
    const [payment, gateway] = [given(chosen, '/payment_id'), given(chosen, '/gateway')];
    if (amount === undefined) return null;
    return {
      do: 'refund',
      amount,
      ...(payment === undefined ? {} : { payment_id: Number(payment) }),
      ...(gateway === undefined ? {} : { gateway }),
    };
  },
  waits: 'Say how much, and it stands here what that does.',
  words: (visit) =>
    fields(visit, `${BILLING}refunds/`, {
      '/reason': { hint: 'Stands on the record for good: write no names here.' },
      '/reference': { hint: 'Of one that is given back by hand.' },
    }),
  submit: (visit, { will }) => `Give back ${money(visit, will.find(({ kind }) => kind === 'refund')?.amount)}`,
  danger: true,
  async act(visit, sent) {
    const typed = sent.body(visit.schema('post', `${BILLING}refunds/`));
    const body = { amount: sent.text('/amount'), reason: sent.text('/reason'), ...typed };
    const { data: refund } = await visit.backend.post(`${BILLING}refunds/`, { ...call(visit, sent), body });
    return back(visit, `${money(visit, refund.amount)} is on its way back.`);
  },
});

const voidPage = invoiceCommand({
  name: 'invoiceVoid',
  path: '/app/invoices/{id}/void/',
  summary: 'Voids an open invoice, after showing what that does',
  title: 'Void the invoice',
  about: 'For an invoice that should not have been issued at all, and on which nothing was paid or credited.',
  tries: () => ({ do: 'void' }),
  words: (visit) => reason(visit, `${BILLING}void/`),
  submit: (visit, _, { number, total }) => `Void ${number ?? 'it'} over ${money(visit, total)}`,
  danger: true,
  async act(visit, sent) {
    const body = { reason: sent.text('/reason') };
    const { data } = await visit.backend.post(`${BILLING}void/`, { ...call(visit, sent), body });
    return back(visit, `${data.number ?? 'The invoice'} is void. What it billed can be billed again.`);
  },
});

const dunningPage = invoiceCommand({
  name: 'invoiceDunning',
  path: '/app/invoices/{id}/dunning/',
  summary: 'Holds dunning of an invoice back, or lets it go on, after showing what that does',
  title: 'Dunning by hand',
  about: 'Held back, the clock stands still: no reminder is sent, nothing is paused, nothing ends.',
  tries: (_, { dunning }) => ({ do: dunning.status === 'held' ? 'release' : 'hold' }),
  words: (visit) => reason(visit, `${BILLING}dunning/hold/`),
  submit: (_, __, { dunning }) => (dunning.status === 'held' ? 'Let dunning go on' : 'Hold dunning back'),
  async act(visit, sent) {
    const { data: invoice } = await visit.backend.get(BILLING, { path: { id: visit.id } });
    const isHeld = invoice.dunning.status === 'held';
    const why = sent.text('/reason');
    if (isHeld) {
      const body = why === '' ? {} : { reason: why };
      await visit.backend.post(`${BILLING}dunning/release/`, { ...call(visit, sent), body });
    } else await visit.backend.post(`${BILLING}dunning/hold/`, { ...call(visit, sent), body: { reason: why } });
    return back(visit, isHeld ? 'Dunning goes on with the days already run.' : 'Dunning is held back.');
  },
});

const disputePage = invoiceCommand({
  name: 'invoiceDispute',
  path: '/app/invoices/{id}/dispute/',
  summary: 'Puts on record that an invoice is disputed, after showing what that does',
  title: 'Open a dispute',
  about:
    'For a client who says that the invoice is wrong, or for ourselves. What was paid can be disputed; of an unpaid invoice, what is due. Card networks open theirs themselves.',
  choices: (visit) =>
    fieldsOf(visit.schema('post', 'audit/disputes/'), ['/amount']).map((field) => ({
      field,
      hint: 'Left empty: all that can be disputed.',
    })),
  tries: (chosen) => {
    const amount = given(chosen, '/amount');
    return { do: 'dispute', ...(amount === undefined ? {} : { amount }) };
  },
  words: (visit) =>
    fieldsOf(visit.schema('post', 'audit/disputes/'), ['/opened_by', '/reason']).map((field) =>
      field.name === '/opened_by'
        ? { field, label: 'Who disputes it', value: 'client', words: { client: 'The client', admin: 'We ourselves' } }
        : { field, hint: 'What is wrong. The client reads it; write no names here.' },
    ),
  submit: (visit, { will }) =>
    `Open the dispute over ${money(visit, will.find(({ kind }) => kind === 'dispute_opened')?.amount)}`,
  async act(visit, sent) {
    const typed = sent.body(visit.schema('post', 'audit/disputes/'), ['/amount', '/opened_by', '/reason']);
    const body = { invoice_id: visit.id, reason: sent.text('/reason'), ...typed };
    const { data } = await visit.backend.post('audit/disputes/', { body, idempotencyKey: sent.key });
    return { to: AT.dispute(data.id), notice: `Dispute ${data.id} is open.` };
  },
});

export const invoiceCommandPages: readonly Page[] = [
  creditNotePage,
  paymentPage,
  refundPage,
  voidPage,
  dunningPage,
  disputePage,
];
