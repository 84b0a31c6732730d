import type { Inside, Pages } from '#api/http/app';
import { sessionCookie } from '#api/http/session-cookie';
import { openAssets } from './assets.ts';
import type { Brands } from './brand.ts';
import { clientPages } from './client/index.ts';
import type { PagesDeps } from './frame.ts';
import { problemPages } from './problem-page.tsx';
import { routesOfPage } from './routes.ts';
import { sandboxPages } from './sandbox.tsx';
import { type SignInPages, signInPages } from './sign-in/routes.ts';
import { firstPage } from './start.tsx';
import { teamPages } from './team/index.ts';
import { together } from './together.ts';

export type PagesGiven = Omit<PagesDeps, 'inside' | 'pages' | 'assets' | 'brands' | 'goOn'> & {
  readonly signIn: Omit<SignInPages, 'assets' | 'languageOf'>;
  readonly ownBrandingOf: Brands['ownBrandingOf'];
};

/** All pages for people, on the API inside this process. */
export const openPages =
  (given: PagesGiven) =>
  (inside: Inside): Pages => {
    const assets = openAssets(given.charts);
    const pages = [firstPage, ...teamPages, ...clientPages, ...(given.sandbox === null ? [] : sandboxPages)];
    const deps: PagesDeps = {
      ...given,
      inside,
      pages,
      assets,
      goOn: async (id, cause) => {
        const begun = await given.signIn.sessions.goOn(id, cause);
        return begun === null ? null : sessionCookie(begun.secret);
      },
      brands: { ...given.signIn, ownBrandingOf: given.ownBrandingOf },
    };
    return {
      features: [
        { name: 'pages', routes: [...assets.routes, ...together(pages).flatMap((page) => routesOfPage(page, deps))] },
        signInPages({ ...given.signIn, languageOf: given.languageOf, assets }),
      ],
      problem: problemPages(deps),
    };
  };
