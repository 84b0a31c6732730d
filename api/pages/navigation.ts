import type { Principal } from '#api/http/principal';
import type { Say } from './language/index.ts';
import { mayDo } from './may.ts';
import type { Page } from './page.ts';

export type NavItem = { readonly href: string; readonly label: string };

/** The pages that stand in the navigation of somebody of that role and with those rights, in their order. */
export const navigation = (pages: readonly Page[], principal: Principal, say: Say): readonly NavItem[] =>
  pages
    .flatMap(({ nav, roles, path, may }) => {
      const right = nav?.may ?? may;
      const theirs = roles.includes(principal.role) && (right === undefined || mayDo(principal)(right));
      return nav && theirs ? [{ at: nav.at, href: path, label: nav.label(say) }] : [];
    })
    .sort((a, b) => a.at - b.at)
    .map(({ href, label }) => ({ href, label }));
