import type { PersonalData } from '#commands/log/ports-personal-data';
import type { Recipient } from '#domain/billing/invoice-messages';
import { type Day, lastDay, type Month } from '#domain/kernel/time';
import { recipientSubject } from '#domain/log/personal-data';

/** Whom an invoice is made out to, under a key of its own that outlives the account's, to the end of the last year it must. */
export const sealedRecipient =
  (deps: {
    readonly directory: { account(id: number): Promise<Recipient | null> };
    readonly personal: Pick<PersonalData, 'seal'>;
    readonly retentionYears: number;
  }) =>
  async (accountId: number, invoiceId: number, issuedOn: Day): Promise<Recipient | null> => {
    const account = await deps.directory.account(accountId);
    if (!account) return null;
    const until = lastDay(`${Number(issuedOn.slice(0, 4)) + deps.retentionYears}-12` as Month);
    const under = recipientSubject(invoiceId);
    const seal = (text: string) => (text === '' ? text : deps.personal.seal({ under }, text, until));
    return { name: await seal(account.name), email: await seal(account.email) };
  };
