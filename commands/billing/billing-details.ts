import type { PersonalData } from '#commands/log/ports-personal-data';
import type { BillingDetails } from '#domain/billing/billing-account-messages';
import { accountSubject, ERASED } from '#domain/log/personal-data';
import type { Cause } from '#runtime/metadata';
import type { BillingAccountCommands, BillingResult } from './billing-account.ts';

export type BillingDetailsCommands = ReturnType<typeof billingDetailsCommands>;
type Sealer = (text: string) => Promise<string>;

const changed = async (details: BillingDetails, personal: Sealer, address: Sealer): Promise<BillingDetails> => {
  const lines: string[] = [];
  for (const line of details.address_lines) lines.push(await personal(line));
  return {
    name: details.name === null ? null : await personal(details.name),
    address_lines: lines,
    tax_id: details.tax_id === null ? null : await personal(details.tax_id),
    email: details.email === null ? null : await address(details.email),
    country: details.country,
  };
};
const known = (text: string | null): string | null => (text === ERASED ? null : text);

/** What an account wants on its invoices. It is sealed before anything is decided: under the account's key, its address under its own. */
export function billingDetailsCommands({
  billing,
  personal,
}: {
  readonly billing: Pick<BillingAccountCommands, 'load' | 'run'>;
  readonly personal: Pick<PersonalData, 'seal' | 'open'>;
}) {
  const sealed = (under: string) => (text: string) => personal.seal({ under }, text);
  return {
    /** The same details once more are no news. */
    async set(account: number, details: BillingDetails, cause: Cause): Promise<BillingResult> {
      const tokens = await changed(details, sealed(accountSubject(account)), sealed('address'));
      return billing.run(account, { type: 'SetBillingDetails', details: tokens }, cause);
    },

    /** As they can be read now; null where none were given, or all of them were erased. */
    async of(account: number): Promise<BillingDetails | null> {
      const { details = null } = (await billing.load(account)).state;
      if (details === null) return null;
      const open = (text: string) => personal.open(text);
      const read = await changed(details, open, open);
      const lines = read.address_lines.filter((line) => line !== ERASED);
      return {
        ...read,
        name: known(read.name),
        address_lines: lines,
        tax_id: known(read.tax_id),
        email: known(read.email),
      };
    },
  };
}
