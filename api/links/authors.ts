import type { Principal } from '#api/http/principal';
import type { Approver } from '#domain/links/backlink-order-messages';
import { accountSubject, userSubject } from '#domain/log/personal-data';

/** Whose key a text is sealed under that this caller writes: the user's, else the account's that they speak for. */
export const authorOf = ({ role, accountId, userId }: Principal, account: number): string => {
  const speaksFor = role === 'client' || role === 'agency' ? accountId : null;
  if (speaksFor === null && userId !== null) return userSubject(userId);
  return accountSubject(speaksFor ?? account);
};
/** Who decides, as events name them. */
export const deciderOf = ({ role, userId, name }: Principal): Approver => ({ role, id: userId ?? name });
