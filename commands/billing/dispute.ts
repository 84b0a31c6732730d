import type { DisputeEvidence, DisputeOutcome } from '#domain/billing/dispute-messages';
import type { CreditNoteId, DisputeId, InvoiceId, RefundId } from '#domain/kernel/ids';
import type { Cents } from '#domain/kernel/money';
import type { HandleOptions } from '#runtime/command-handler';
import type { IdAllocator } from '#runtime/ids';
import type { Cause } from '#runtime/metadata';
import { uuidFrom } from '#runtime/random';
import type { InvoiceCommands, InvoiceResult } from './invoice.ts';

export type DisputeCommands = ReturnType<typeof disputeCommands>;
/** Payments of one invoice that a settlement can give back of. */
const MOST_REFUNDS = 5;

/** Disputes that people open and settle; those of card networks come with their webhooks. All of them stand on the invoice. */
export function disputeCommands({ invoices, ids }: { readonly invoices: InvoiceCommands; readonly ids: IdAllocator }) {
  const allocate = <T>(kind: string, ...of: (string | number)[]) =>
    ids.allocate(kind, uuidFrom(kind, ...of)) as Promise<T>;

  return {
    /** `amount` null: all that can be disputed. */
    async raise(
      invoiceId: InvoiceId,
      input: { readonly amount: Cents | null; readonly reason: string; readonly openedBy: 'client' | 'admin' },
      cause: Cause,
    ): Promise<InvoiceResult & { readonly disputeId: DisputeId }> {
      const disputeId = await allocate<DisputeId>('dispute', cause.commandId);
      return { ...(await invoices.run(invoiceId, { type: 'RaiseDispute', disputeId, ...input }, cause)), disputeId };
    },

    /** A credit note gets its number at once; a crash in between leaves that to the saga. */
    async settle(
      invoiceId: InvoiceId,
      input: { readonly disputeId: DisputeId; readonly outcome: DisputeOutcome; readonly note: string },
      cause: Cause,
      options?: HandleOptions,
    ): Promise<InvoiceResult & { readonly noteId: CreditNoteId | null; readonly refundId: RefundId | null }> {
      const moves = input.outcome !== 'won';
      const noteId = moves ? await allocate<CreditNoteId>('credit-note', cause.commandId) : (0 as CreditNoteId);
      const refundIds: RefundId[] = [];
      for (let n = 0; moves && n < MOST_REFUNDS; n++)
        refundIds.push(await allocate<RefundId>('refund', cause.commandId, n));
      const command = { type: 'SettleDispute' as const, noteId, refundIds, ...input };
      const settled = await invoices.run(invoiceId, command, cause, options);
      if (!settled.ok) return { ...settled, noteId: null, refundId: null };
      const refund = settled.events.find((event) => event.type === 'InvoiceRefundStarted');
      const refundId = refund?.data.refund_id ?? null;
      if (input.outcome !== 'credited') return { ...settled, noteId: null, refundId };
      return { ...(await invoices.numberCreditNote(invoiceId, noteId, cause)), noteId, refundId };
    },

    recordEvidence: (
      invoiceId: InvoiceId,
      disputeId: DisputeId,
      evidence: DisputeEvidence & { readonly submit: boolean },
      cause: Cause,
    ): Promise<InvoiceResult> => invoices.run(invoiceId, { type: 'RecordEvidence', disputeId, ...evidence }, cause),
    markSubmitted: (invoiceId: InvoiceId, disputeId: DisputeId, cause: Cause): Promise<InvoiceResult> =>
      invoices.run(invoiceId, { type: 'MarkEvidenceSubmitted', disputeId }, cause),
  };
}
