import { invoiceDocument } from '#api/billing/invoice-document';
import type { BillingDetailsCommands } from '#commands/billing/billing-details';
import { openedRecipient, recipientOf } from '#commands/billing/sealed-recipient';
import { billingReader } from '#projections/billing/billing-reader';
import type { InvoiceRow } from '#projections/billing/invoice-tables';
import type { PlatformDirectory } from '#projections/platform/platform-directory';
import type { ReadScope } from '#runtime/table-reads';
import type { Machine } from './machine.ts';
import type { Http } from './room.ts';

type Asked = {
  readonly directory: Pick<PlatformDirectory, 'account'>;
  readonly details: Pick<BillingDetailsCommands, 'of'>;
};

/** An invoice or one of its credit notes as a document, made out to whom it was issued to. */
export function invoicePdf({ personal, seller }: Machine, { directory, details }: Asked, { reads, outside }: Http) {
  const reader = billingReader(reads);
  /** Whom the invoice was made out to when it was issued; of a draft whoever the account is now. */
  const recipient = async ({ account_id, state }: InvoiceRow) => {
    const unnamed = `Account ${account_id}`;
    if (!state?.recipient) {
      const account = await directory.account(account_id);
      return recipientOf(account ?? { name: unnamed, email: '' }, await details.of(account_id));
    }
    return openedRecipient(state.recipient, unnamed, (text) => personal.open(text));
  };
  return async (invoice: InvoiceRow, creditNoteId: number | null, scope: ReadScope): Promise<Uint8Array> => {
    const { lines, notes } = await reader.parts(scope, [invoice.id]);
    const note = notes.find(({ id }) => id === creditNoteId) ?? null;
    return outside.documents.pdf(invoiceDocument(invoice, lines, note, await recipient(invoice), seller));
  };
}
