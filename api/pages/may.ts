import type { Principal } from '#api/http/principal';
import type { May } from './page.ts';

const isMember = (principal: Principal): principal is Principal & { readonly may: readonly string[] } =>
  'may' in principal && Array.isArray(principal.may);
/** What somebody may do; null in place of a list stands for everything. */
export const mayDo =
  (principal: Principal) =>
  (what: May): boolean =>
    !isMember(principal) || principal.may.includes(what);
