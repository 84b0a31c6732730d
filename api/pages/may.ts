import type { Principal } from '#api/http/principal';
import type { May } from '#domain/platform/member';

/** What somebody may do for their account; whoever is no member of one holds all of it. */
export const mayDo =
  ({ may }: Pick<Principal, 'may'>) =>
  (what: May): boolean =>
    may.includes(what);
