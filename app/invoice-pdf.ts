import { invoiceDocument } from '#api/billing/invoice-document';
import { ERASED } from '#domain/log/personal-data';
import { billingReader } from '#projections/billing/billing-reader';
import type { InvoiceRow } from '#projections/billing/billing-rows';
import type { PlatformDirectory } from '#projections/platform/platform-directory';
import type { ReadScope } from '#projections/platform/reads';
import type { Machine } from './machine.ts';
import type { Http } from './room.ts';

type Directory = Pick<PlatformDirectory, 'account'>;

/** An invoice or one of its credit notes as a document, made out to whom it was issued to. */
export function invoicePdf({ personal, teamAddress }: Machine, directory: Directory, { reads, outside }: Http) {
  const reader = billingReader(reads);
  /** Whom the invoice was made out to when it was issued; of a draft whoever the account is now. */
  const recipient = async ({ account_id, state }: InvoiceRow) => {
    if (!state?.recipient) return (await directory.account(account_id)) ?? { name: `Account ${account_id}`, email: '' };
    const [name, email] = [await personal.open(state.recipient.name), await personal.open(state.recipient.email)];
    return { name: name === ERASED ? `Account ${account_id}` : name, email: email === ERASED ? '' : email };
  };
  return async (invoice: InvoiceRow, creditNoteId: number | null, scope: ReadScope): Promise<Uint8Array> => {
    const { lines, notes } = await reader.parts(scope, [invoice.id]);
    const note = notes.find(({ id }) => id === creditNoteId) ?? null;
    const to = await recipient(invoice);
    return outside.documents.pdf(invoiceDocument(invoice, lines, note, to, teamAddress));
  };
}
