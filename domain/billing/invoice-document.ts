import type { PrintedSum } from './invoice-sums.ts';
import type { Seller } from './seller.ts';

/** What an invoice or a credit note says on paper. Amounts are decimal text, days `YYYY-MM-DD`. */
export type InvoiceDocument = {
  readonly kind: 'invoice' | 'credit_note';
  readonly number: string;
  /** Of a credit note: the invoice's number. */
  readonly refersTo: string | null;
  readonly status: 'draft' | 'open' | 'past_due' | 'paid' | 'uncollectible' | 'void' | 'issued';
  readonly issuedOn: string;
  readonly dueOn: string | null;
  readonly periodStart: string | null;
  readonly periodEnd: string | null;
  readonly issuer: {
    readonly name: string;
    /** The address, then the tax id. */
    readonly lines: readonly string[];
    readonly bank: readonly string[];
    readonly email: string;
  };
  readonly recipient: { readonly name: string; readonly lines: readonly string[]; readonly email: string | null };
  readonly currency: 'USD';
  readonly lines: readonly {
    readonly description: string;
    readonly detail: string | null;
    readonly amount: string;
  }[];
  readonly subtotal: string;
  /** Percent; `0` where there is no tax. */
  readonly taxRate: string;
  readonly tax: string;
  readonly credits: readonly { readonly description: string; readonly amount: string }[];
  readonly total: string;
  /** What stands between the total and what is due; added as they are. None of a credit note. */
  readonly sums: readonly PrintedSum[];
  readonly amountDue: string;
  /** What was received, and what went back: negative. */
  readonly payments: readonly { readonly on: string; readonly description: string; readonly amount: string }[];
  readonly reason: string | null;
  readonly note: string | null;
};

/** The seller as papers name it. */
export const issuerOf = ({ name, address_lines, tax_id, bank, email }: Seller): InvoiceDocument['issuer'] => ({
  name,
  lines: [...address_lines, ...(tax_id === null ? [] : [`Tax ID ${tax_id}`])],
  bank,
  email,
});
