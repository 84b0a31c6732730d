import type { Principal } from '#api/http/principal';
import type { May } from '#domain/platform/member';

/** What somebody may do; who is no member of an account may do all of it. */
export const mayDo =
  ({ may }: Pick<Principal, 'may'>) =>
  (what: May): boolean =>
    may.includes(what);
