import type { PersonalData } from '#commands/log/ports-personal-data';
import type { BillingDetails } from '#domain/billing/billing-account-messages';
import type { Recipient } from '#domain/billing/invoice-messages';
import { type Day, lastDay, type Month } from '#domain/kernel/time';
import { ERASED, recipientSubject } from '#domain/log/personal-data';

/** Whom an invoice is made out to: as the account wants it, else as it is known. */
export const recipientOf = (account: Pick<Recipient, 'name' | 'email'>, details: BillingDetails | null): Recipient => ({
  name: details?.name ?? account.name,
  email: details?.email ?? account.email,
  ...(details && details.address_lines.length > 0 ? { address_lines: details.address_lines } : {}),
  ...(details?.tax_id ? { tax_id: details.tax_id } : {}),
  ...(details?.country ? { country: details.country } : {}),
});

/** One text after the other: of a subject without a key the first one makes it. */
async function eachText(recipient: Recipient, to: (text: string) => Promise<string>): Promise<Recipient> {
  const { name, email, address_lines, tax_id } = recipient;
  const first = await to(name);
  const lines: string[] = [];
  for (const line of address_lines ?? []) lines.push(await to(line));
  return {
    ...recipient,
    name: first,
    email: await to(email),
    ...(address_lines === undefined ? {} : { address_lines: lines }),
    ...(tax_id === undefined ? {} : { tax_id: await to(tax_id) }),
  };
}

/** An issued invoice's recipient as it can be read; what was erased is left out. */
export async function openedRecipient(
  sealed: Recipient,
  unnamed: string,
  open: (text: string) => Promise<string>,
): Promise<Recipient> {
  const { tax_id, address_lines, ...read } = await eachText(sealed, open);
  const lines = (address_lines ?? []).filter((line) => line !== ERASED);
  return {
    ...read,
    name: read.name === ERASED ? unnamed : read.name,
    email: read.email === ERASED ? '' : read.email,
    ...(lines.length > 0 ? { address_lines: lines } : {}),
    ...(tax_id === undefined || tax_id === ERASED ? {} : { tax_id }),
  };
}

/** Whom an invoice is made out to, under a key of its own that outlives the account's, to the end of the last year it must. */
export const sealedRecipient =
  (deps: {
    readonly directory: { account(id: number): Promise<Pick<Recipient, 'name' | 'email'> | null> };
    /** What the account wants on its invoices, as it can be read now. */
    readonly details: (account: number) => Promise<BillingDetails | null>;
    readonly personal: Pick<PersonalData, 'seal'>;
    readonly retentionYears: number;
  }) =>
  async (accountId: number, invoiceId: number, issuedOn: Day): Promise<Recipient | null> => {
    const account = await deps.directory.account(accountId);
    if (!account) return null;
    const until = lastDay(`${Number(issuedOn.slice(0, 4)) + deps.retentionYears}-12` as Month);
    const under = recipientSubject(invoiceId);
    const seal = async (text: string) => (text === '' ? text : deps.personal.seal({ under }, text, until));
    return eachText(recipientOf(account, await deps.details(accountId)), seal);
  };
