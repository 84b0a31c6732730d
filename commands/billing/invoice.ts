import type { Collection } from '#domain/billing/billing-account-messages';
import { invoice } from '#domain/billing/invoice';
import type { InvoiceCommand, InvoiceRefusal, PaymentNews, RefundNews } from '#domain/billing/invoice-commands';
import { consequences, type InvoiceDryRun, invoiceDryRun } from '#domain/billing/invoice-dry-run';
import type { Invoice, InvoiceEvent, Recipient } from '#domain/billing/invoice-messages';
import type { Seller } from '#domain/billing/seller';
import { dayOf, type Zone } from '#domain/kernel/calendar';
import type { CreditNoteId, DisputeId, InvoiceId, PaymentId, RefundId } from '#domain/kernel/ids';
import type { Cents } from '#domain/kernel/money';
import type { Day, Instant } from '#domain/kernel/time';
import type { Clock } from '#runtime/clock';
import type { CommandHandler, Handled, HandleOptions } from '#runtime/command-handler';
import type { IdAllocator } from '#runtime/ids';
import type { Cause } from '#runtime/metadata';
import { uuidFrom } from '#runtime/random';
import type { BillingAccountCommands } from './billing-account.ts';
import { documentNumberCommands } from './document-number.ts';

export type InvoiceResult = Handled<Invoice, InvoiceEvent, InvoiceRefusal>;
export type InvoiceDryRunResult =
  | { readonly ok: true; readonly dryRun: InvoiceDryRun; readonly revision: number }
  | { readonly ok: false; readonly refusal: InvoiceRefusal; readonly revision: number };
export type InvoiceCommands = ReturnType<typeof invoiceCommands>;
type Without<C> = C extends unknown ? Omit<C, 'now' | 'today'> : never;
type NewCreditNote = {
  readonly amount: Cents | null;
  readonly lines: readonly { readonly lineId: number; readonly amount: Cents }[];
  readonly reason: string;
  readonly refund: boolean;
};

const stream = (id: number): string => `invoice-${id}`;
/** Payments of one invoice that a credit note can give back of. */
const MOST_REFUNDS = 5;

/** Invoices, their numbers and all their money; one stream an invoice. */
export function invoiceCommands(deps: {
  readonly handler: CommandHandler;
  readonly ids: IdAllocator;
  readonly clock: Clock;
  readonly zone: Zone;
  readonly billing: BillingAccountCommands;
  /** Whom an invoice of the account is made out to, sealed until it need not be kept any longer. */
  readonly recipient: (account: number, invoiceId: number, issuedOn: Day) => Promise<Recipient | null>;
  readonly seller: Seller;
}) {
  const { handler, ids, clock, zone, billing } = deps;
  const numbers = documentNumberCommands({ handler, clock, zone });
  const load = (id: number) => handler.load(invoice, stream(id));
  const run = async (
    id: number,
    command: Without<InvoiceCommand>,
    cause: Cause,
    options?: HandleOptions,
    today: Day = dayOf(clock.now(), zone),
  ): Promise<InvoiceResult> =>
    handler.handle(invoice, stream(id), { ...command, now: clock.now(), today } as InvoiceCommand, cause, options);
  const allocate = <T>(kind: string, name: string) => ids.allocate(kind, uuidFrom(kind, name)) as Promise<T>;

  /** What a note leaves as credit is the account's with the answer; after a crash in between the saga sees to it. */
  async function creditKept(state: Invoice, noteId: CreditNoteId, cause: Cause): Promise<number> {
    const note = state.status === 'none' ? undefined : state.notes.find(({ note_id }) => note_id === noteId);
    if (state.status === 'none' || !note?.number || note.credit_cents === 0) return 0;
    const { account_id, invoice_id: invoiceId } = state.content;
    const { number: given, credit_cents: amount } = note;
    const command = { type: 'GrantCredit' as const, noteId, number: given, invoiceId, amount };
    const named = { ...cause, commandId: uuidFrom('account-credit', noteId) };
    const granted = await billing.run(account_id, command, named);
    return granted.ok ? granted.position : 0;
  }

  return {
    load,
    run,

    /** What a command would come to, by the same decider; nothing is recorded and no id is taken. */
    async dryRun(id: number, command: Without<InvoiceCommand>): Promise<InvoiceDryRunResult> {
      const { state, revision } = await load(id);
      const today = dayOf(clock.now(), zone);
      if (state.status === 'none')
        return { ok: false, refusal: { code: 'not_found', message: 'there is no such invoice' }, revision };
      const decision = invoiceDryRun({ ...command, now: clock.now(), today } as InvoiceCommand, state);
      if (!decision.accepted) return { ok: false, refusal: decision.refusal, revision };
      return { ok: true, dryRun: consequences(decision.events, state, today), revision };
    },

    /** Issues what was drafted, under the next number; once, however often it is asked. */
    async issue(account: number, invoiceId: number, cause: Cause): Promise<void> {
      if ((await load(invoiceId)).state.status !== 'none') return;
      const drafted = await billing.draft(account, invoiceId);
      if (!drafted) throw new Error(`account ${account} has no draft ${invoiceId}`);
      const { keys: _, credits: __, replaces: ___, ...content } = drafted.draft;
      const document = { series: 'INV' as const, id: invoiceId, since: drafted.event };
      const { number: given, on } = await numbers.numberOf(document, { ...cause, accountId: account });
      const paymentId = await allocate<PaymentId>('payment', `issue-${invoiceId}`);
      const recipient = await deps.recipient(account, invoiceId, on);
      const command = { type: 'Issue' as const, content, number: given, recipient, seller: deps.seller, paymentId };
      const named = { ...cause, accountId: account, commandId: uuidFrom('issue-invoice', invoiceId) };
      const done = await run(invoiceId, command, named, undefined, on);
      if (!done.ok) throw new Error(done.refusal.message);
    },

    /** Voids what ran out unpaid; what was received of it goes back. */
    async expire(id: number, reason: string, cause: Cause): Promise<InvoiceResult> {
      const refundIds: RefundId[] = [];
      for (let n = 0; n < MOST_REFUNDS; n++) refundIds.push(await allocate<RefundId>('refund', `expired-${id}-${n}`));
      return run(id, { type: 'Void', reason, refundIds }, cause);
    },

    async startPayment(
      id: number,
      collection: Collection,
      cause: Cause,
      options: HandleOptions & { ifDue?: boolean } = {},
    ) {
      const paymentId = await allocate<PaymentId>('payment', cause.commandId);
      const { ifDue = false, ...rest } = options;
      return { ...(await run(id, { type: 'StartPayment', paymentId, collection, ifDue }, cause, rest)), paymentId };
    },

    async recordManual(
      id: number,
      input: { readonly amount: Cents; readonly receivedOn: Day; readonly reference: string | null },
      cause: Cause,
      options?: HandleOptions,
    ) {
      const paymentId = await allocate<PaymentId>('payment', cause.commandId);
      return { ...(await run(id, { type: 'RecordManualPayment', paymentId, ...input }, cause, options)), paymentId };
    },

    /** What a gateway says of a payment; told as often as it likes. */
    async recordPayment(id: number, paymentId: PaymentId, news: PaymentNews, cause: Cause): Promise<InvoiceResult> {
      const refundId = await allocate<RefundId>('refund', `overpaid-${paymentId}`);
      return run(id, { type: 'RecordPayment', paymentId, refundId, news }, cause);
    },
    recordRefund: (id: number, refundId: RefundId, news: RefundNews, cause: Cause): Promise<InvoiceResult> =>
      run(id, { type: 'RecordRefund', refundId, news }, cause),

    /** What was given back at the gateway by other hands; told as often as it likes. */
    async recordRefundElsewhere(
      id: number,
      input: { readonly gateway: string } & Omit<
        Extract<InvoiceCommand, { type: 'RecordRefundElsewhere' }>,
        'type' | 'refundId' | 'noteId' | 'now' | 'today'
      >,
      cause: Cause,
    ): Promise<InvoiceResult> {
      const { gateway, ...rest } = input;
      const name = `elsewhere-${gateway}-${rest.reference}`;
      const refundId = await allocate<RefundId>('refund', name);
      const noteId = await allocate<CreditNoteId>('credit-note', name);
      return run(id, { type: 'RecordRefundElsewhere', refundId, noteId, ...rest }, cause);
    },

    async refund(
      id: number,
      input: Omit<Extract<InvoiceCommand, { type: 'Refund' }>, 'type' | 'refundId' | 'now' | 'today'>,
      cause: Cause,
      options?: HandleOptions,
    ) {
      const refundId = await allocate<RefundId>('refund', cause.commandId);
      return { ...(await run(id, { type: 'Refund', refundId, ...input }, cause, options)), refundId };
    },

    /** Issues a credit note, gives it its number and the account its credit; a crash in between leaves that to the saga. */
    async creditNote(id: number, input: NewCreditNote, cause: Cause, options?: HandleOptions) {
      const noteId = await allocate<CreditNoteId>('credit-note', cause.commandId);
      const refundIds: RefundId[] = [];
      for (let n = 0; input.refund && n < MOST_REFUNDS; n++)
        refundIds.push(await allocate<RefundId>('refund', `${cause.commandId}-${n}`));
      const issued = await run(id, { type: 'IssueCreditNote', noteId, refundIds, ...input }, cause, options);
      if (!issued.ok) return { ...issued, noteId };
      const numbered = await this.numberCreditNote(id, noteId, cause);
      if (!numbered.ok) return { ...numbered, noteId };
      const kept = await creditKept(numbered.state, noteId, cause);
      return { ...numbered, position: Math.max(numbered.position, kept), noteId };
    },
    /** Credits, and refunds where that is wanted, what follows from events; once for that cause, and never more than is left. */
    async giveBack(
      id: number,
      input: Pick<Extract<InvoiceCommand, { type: 'GiveBack' }>, 'give' | 'reason' | 'refund'>,
      cause: Cause,
    ): Promise<InvoiceResult> {
      const noteId = await allocate<CreditNoteId>('credit-note', cause.commandId);
      const refundIds: RefundId[] = [];
      for (let n = 0; input.refund && n < MOST_REFUNDS; n++)
        refundIds.push(await allocate<RefundId>('refund', `${cause.commandId}-${n}`));
      return run(id, { type: 'GiveBack', noteId, refundIds, ...input }, cause);
    },
    async numberCreditNote(id: number, noteId: CreditNoteId, cause: Cause): Promise<InvoiceResult> {
      const { state, history } = await load(id);
      const named = { ...cause, commandId: uuidFrom('number-credit-note', noteId) };
      const since = history.find(({ type, data }) => type === 'CreditNoteIssued' && data['note_id'] === noteId);
      if (state.status === 'none' || !since) return run(id, { type: 'NumberCreditNote', noteId, number: '' }, named);
      const document = { series: 'CN' as const, id: noteId, since };
      const { number: given } = await numbers.numberOf(document, { ...cause, accountId: state.content.account_id });
      return run(id, { type: 'NumberCreditNote', noteId, number: given }, named);
    },

    async openDispute(
      id: InvoiceId,
      input: {
        readonly paymentId: PaymentId;
        readonly providerDispute: string;
        readonly amount: Cents;
        readonly reason: string;
        readonly dueBy: Instant | null;
      },
      cause: Cause,
    ): Promise<InvoiceResult> {
      const disputeId = await allocate<DisputeId>('dispute', input.providerDispute);
      return run(id, { type: 'OpenDispute', disputeId, ...input }, cause);
    },
    /** What a card network decided. */
    async closeDispute(
      id: InvoiceId,
      input: Omit<Extract<InvoiceCommand, { type: 'CloseDispute' }>, 'type' | 'noteId' | 'now' | 'today'>,
      cause: Cause,
    ): Promise<InvoiceResult> {
      const noteId = await allocate<CreditNoteId>('credit-note', `dispute-${input.providerDispute}`);
      return run(id, { type: 'CloseDispute', noteId, ...input }, cause);
    },
  };
}
