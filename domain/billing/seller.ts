/** Who issues the invoices, as the papers name it. Settings of whoever runs the system, so nothing of it is sealed. */
export type Seller = {
  readonly name: string;
  readonly address_lines: readonly string[];
  readonly tax_id: string | null;
  /** Where money is transferred to, line by line. */
  readonly bank: readonly string[];
  readonly email: string;
};
