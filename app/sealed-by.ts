import type { Principal } from '#api/http/principal';
import type { PersonalData } from '#commands/log/ports-personal-data';
import { accountSubject, memberSubject, userSubject } from '#domain/log/personal-data';

/** What somebody writes, sealed under them; under the account where nobody is known to have written it. */
export const sealedBy =
  (personal: Pick<PersonalData, 'seal'>) =>
  (
    { userId, memberId = null }: Pick<Principal, 'userId'> & { readonly memberId?: Principal['memberId'] },
    account: number,
    text: string,
  ): Promise<string> => {
    const author = memberId === null ? accountSubject(account) : memberSubject(memberId);
    return personal.seal({ under: userId === null ? author : userSubject(userId) }, text);
  };
