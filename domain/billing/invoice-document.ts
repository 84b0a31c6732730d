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
  readonly issuer: { readonly name: string; readonly lines: readonly string[]; readonly email: string };
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
  readonly paid: string;
  readonly credited: string;
  readonly refunded: string;
  readonly amountDue: string;
  readonly payments: readonly { readonly on: string; readonly description: string; readonly amount: string }[];
  readonly reason: string | null;
  readonly note: string | null;
};
