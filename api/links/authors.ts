import type { Principal } from '#api/http/principal';
import type { Approver } from '#domain/links/backlink-order-messages';
import { accountSubject, memberSubject, userSubject } from '#domain/log/personal-data';

/** Whose key a text is sealed under that this caller writes: the member's or the user's, else the account's that they speak for. */
export const authorOf = ({ role, accountId, userId, memberId }: Principal, account: number): string => {
  if (memberId !== null && userId === null) return memberSubject(memberId);
  const speaksFor = role === 'client' || role === 'agency' ? accountId : null;
  if (speaksFor === null && userId !== null) return userSubject(userId);
  return accountSubject(speaksFor ?? account);
};
/** Who decides, as events name them. */
export const deciderOf = ({ role, userId, name }: Principal): Approver => ({ role, id: userId ?? name });
