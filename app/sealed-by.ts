import type { Principal } from '#api/http/principal';
import type { PersonalData } from '#commands/log/ports-personal-data';
import { accountSubject, userSubject } from '#domain/log/personal-data';

/** What somebody writes, sealed under them; under the account where nobody is known to have written it. */
export const sealedBy =
  (personal: Pick<PersonalData, 'seal'>) =>
  ({ userId }: Pick<Principal, 'userId'>, account: number, text: string): Promise<string> =>
    personal.seal({ under: userId === null ? accountSubject(account) : userSubject(userId) }, text);
