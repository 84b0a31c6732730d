import type { Context } from 'hono';
import { languagesAsked } from '#api/http/languages';
import { fits } from '#api/http/people';
import type { Principal } from '#api/http/principal';
import { Problem } from '#api/http/problem';
import { ANYONE_OF, defineRoute, type FeatureRoutes, type HttpEnv, type Reply } from '#api/http/routes';
import { keepsSecrets } from '#api/http/secure';
import { localPath, NO_SESSION, SIGN_IN, sessionCookie, sessionSecret } from '#api/http/session-cookie';
import type { BrandLook } from '#api/reports/small-pages';
import type { BrandingOf, LanguageOf } from '#commands/platform/member';
import { asCredential, type SessionCommands } from '#commands/platform/session';
import type { SignInCommands } from '#commands/platform/sign-in';
import { isEmail } from '#domain/kernel/email';
import { type Language, languageWanted } from '#domain/kernel/language';
import type { SignedInAs } from '#domain/platform/session';
import type { SignInLink } from '#domain/platform/sign-in';
import type { Cause } from '#runtime/metadata';
import type { Assets } from '../assets.ts';
import { colorsOf, NOBODY } from '../brand.ts';
import { languageFor } from '../frame.ts';
import { comesFromHere } from '../guard.ts';
import { type Say, sayIn } from '../language/index.ts';
import { htmlReply as html, PAGE_HEADERS } from '../layout.tsx';
import type { PageLook } from './layout.tsx';
import * as views from './write.tsx';

export type SignInPages = {
  readonly sessions: SessionCommands;
  readonly signIn: SignInCommands;
  readonly brandingOf: BrandingOf;
  readonly languageOf: LanguageOf;
  readonly look: BrandLook;
  /** Whom a token or a JWT names; throws `unauthorized` where it is not accepted. */
  readonly identify: (token: string) => Promise<Principal>;
  /** The name of an account. */
  readonly nameOf: (account: number) => Promise<string>;
  readonly publicUrl: string | null;
  readonly pause: (ms: number) => Promise<unknown>;
  readonly assets: Assets;
};

type Ctx = Context<HttpEnv>;
const FORM = 'application/x-www-form-urlencoded';
const HOME = '/app/';
const OUT = '/app/sign-out/';
/** An answer takes at least so long (ms), so that nobody tells by it whether an address is known. */
const AT_LEAST_MS = 250;
/** What fits into a form with the longest JWT. */
const FORM_BYTES = 16 * 1024;
const { 'Cache-Control': cached, 'Referrer-Policy': referrer } = PAGE_HEADERS;
const ONWARDS = { 'Cache-Control': cached, 'Referrer-Policy': referrer };

/** Pages for signing in and out (spec 13, 1.13 and 4.6). Nothing is done by looking at one. */
export function signInPages(api: SignInPages): FeatureRoutes {
  const { sessions, signIn, brandingOf, languageOf, look, identify, nameOf, publicUrl, pause, assets } = api;

  const lookOf = async (c: Ctx, branding?: number | null): Promise<PageLook> => {
    const host = c.get('host');
    const brand = branding ?? (host?.neutral ? host.branding : null);
    if (brand !== null) {
      const found = await look(brand);
      return found === null ? NOBODY : { name: found.name, logo: found.logo, colors: colorsOf(found) };
    }
    // A host that names nobody does not name the house, either.
    return host?.neutral ? NOBODY : null;
  };
  /** Whoever is not known reads what their browser asks for; whoever came by a link, what its mail was in. */
  const around = async (c: Ctx, of: { branding?: number | null; language?: Language } = {}) => {
    const { branding, language = wantedIn(c) } = of;
    return { language, say: sayIn(language), assets, look: await lookOf(c, branding) };
  };
  /** Why nobody can sign in here; null where somebody can. */
  const insecure = async (c: Ctx): Promise<Reply | null> =>
    keepsSecrets(c, publicUrl) ? null : html(await views.insecure(await around(c)), 403);
  const demandOwn = (c: Ctx): void => {
    if (!comesFromHere(c)) throw new Problem('forbidden', 'this form was sent by the page of another site');
  };
  /** Signs somebody in, with a session that the browser did not have before. */
  const enter = async (c: Ctx, as: SignedInAs, next: string | null, cause: Cause): Promise<Reply | null> => {
    const begun = await sessions.begin(as, sessionSecret(c.req.raw), cause);
    if (begun === null) return null;
    const headers = { ...ONWARDS, 'Set-Cookie': sessionCookie(begun.secret) };
    return { status: 303, location: localPath(next) ?? HOME, headers };
  };
  /** The link in the address, where this host may show whose it is. */
  const linkIn = async (c: Ctx, token: string): Promise<SignInLink | null> => {
    const link = await signIn.find(token);
    return link !== null && fits(c.get('host'), link.branding_id) ? link : null;
  };
  const over = async (c: Ctx): Promise<Reply> => html(await views.over(await around(c)), 410);
  const labelOf = async (as: SignedInAs, one: boolean, say: Say): Promise<string> => {
    if (one) return say('sign_in.confirm');
    return as.account_id === null ? say('sign_in.as_team') : say('sign_in.as', { name: await nameOf(as.account_id) });
  };

  const common = { tag: 'Pages', page: true, everyHost: true } as const;
  const form = { rawBody: [FORM], bodyLimit: FORM_BYTES } as const;
  const shown = { status: 200, description: 'a page', contentType: 'text/html' } as const;
  const onwards = { status: 303, description: 'to the next page' } as const;

  return {
    name: 'sign-in',
    routes: [
      defineRoute({
        ...common,
        method: 'get',
        path: SIGN_IN,
        operationId: 'signInPage',
        summary: 'The page for signing in',
        roles: 'public',
        answers: [shown],
        handle: async ({ c }) => {
          const asked = new URL(c.req.raw.url).searchParams;
          const shows = { ...(await around(c)), next: localPath(asked.get('next')), sent: asked.has('sent') };
          return (await insecure(c)) ?? html(await views.signIn(shows));
        },
      }),
      defineRoute({
        ...common,
        ...form,
        method: 'post',
        path: SIGN_IN,
        operationId: 'requestSignInLink',
        summary: 'Ask for a link by mail',
        roles: 'public',
        answers: [onwards, shown],
        handle: async ({ c, bytes, cause }) => {
          demandOwn(c);
          const blocked = await insecure(c);
          if (blocked) return blocked;
          const say = sayIn(wantedIn(c));
          const { email = '', next: wanted } = fieldsOf(bytes);
          const next = localPath(wanted);
          const address = email.trim();
          if (!isEmail(address)) {
            const wrong = { field: 'email', text: say('sign_in.not_an_address'), typed: email.slice(0, 320) } as const;
            return html(await views.signIn({ ...(await around(c)), next, wrong }), 422);
          }
          const fitting = (brand: number | null) => fits(c.get('host'), brand);
          await Promise.all([signIn.request({ email: address, next, fits: fitting }, cause), pause(AT_LEAST_MS)]);
          const location = next === null ? `${SIGN_IN}?sent=1` : `${SIGN_IN}?sent=1&next=${encodeURIComponent(next)}`;
          return { status: 303, location, headers: ONWARDS };
        },
      }),
      defineRoute({
        ...common,
        ...form,
        method: 'post',
        path: `${SIGN_IN}token/`,
        operationId: 'signInByToken',
        summary: 'Sign in by an access token, or by a JWT of the platform',
        roles: 'public',
        answers: [onwards, shown],
        handle: async ({ c, bytes, cause }) => {
          demandOwn(c);
          const blocked = await insecure(c);
          if (blocked) return blocked;
          const say = sayIn(wantedIn(c));
          const { token = '', next: wanted } = fieldsOf(bytes);
          const next = localPath(wanted);
          const refused = async (text: string): Promise<Reply> => {
            const wrong = { field: 'token', text } as const;
            return html(await views.signIn({ ...(await around(c)), next, wrong }), 403);
          };
          const caller = await identify(token.trim()).catch(orNull);
          if (caller === null) return refused(say('sign_in.not_accepted'));
          if (caller.role === 'platform') return refused(say('sign_in.not_for_people'));
          const brand = caller.accountId === null ? null : await brandingOf(caller.accountId);
          const as = fits(c.get('host'), brand) ? asCredential(caller) : null;
          return (as && (await enter(c, as, next, cause))) ?? refused(say('sign_in.not_accepted'));
        },
      }),
      defineRoute({
        ...common,
        method: 'get',
        path: `${SIGN_IN}{token}/`,
        operationId: 'signInLinkPage',
        summary: 'What a link from a mail leads to: a button',
        roles: 'public',
        answers: [shown, { status: 410, description: 'the link has ended', contentType: 'text/html' }],
        handle: async ({ c, params }) => {
          const blocked = await insecure(c);
          if (blocked) return blocked;
          const link = await linkIn(c, params.token);
          if (link === null) return over(c);
          const choices = await Promise.all(
            link.as.map((as) => labelOf(as, link.as.length === 1, sayIn(link.language))),
          );
          return html(
            await views.link({
              ...(await around(c, { branding: link.branding_id, language: link.language })),
              choices,
            }),
          );
        },
      }),
      defineRoute({
        ...common,
        ...form,
        method: 'post',
        path: `${SIGN_IN}{token}/`,
        operationId: 'signInByLink',
        summary: 'Sign in by the link',
        roles: 'public',
        answers: [onwards, { status: 410, description: 'the link has ended', contentType: 'text/html' }],
        handle: async ({ c, params, bytes, cause }) => {
          demandOwn(c);
          const blocked = await insecure(c);
          if (blocked) return blocked;
          const choice = Number(fieldsOf(bytes).choice ?? '0');
          if ((await linkIn(c, params.token)) === null) return over(c);
          const used = await signIn.use(params.token, choice, cause);
          return (used && (await enter(c, used.as, used.next, cause))) ?? over(c);
        },
      }),
      defineRoute({
        ...common,
        method: 'get',
        path: OUT,
        operationId: 'signOutPage',
        summary: 'The page for signing out',
        roles: ANYONE_OF.readers,
        needs: null,
        answers: [shown],
        handle: async ({ c, principal }) => {
          const { role, accountId } = principal;
          // Whoever is signed in is known, and with them whose name stands around the page.
          const isTheirs = (role === 'client' || role === 'agency') && accountId !== null;
          const branding = isTheirs ? await brandingOf(accountId) : null;
          const language = await languageFor(principal, languagesAsked(c.req.raw), { languageOf });
          return html(await views.signOut(await around(c, { branding, language })));
        },
      }),
      defineRoute({
        ...common,
        ...form,
        method: 'post',
        path: OUT,
        operationId: 'signOut',
        summary: 'Sign out, here or everywhere',
        roles: ANYONE_OF.readers,
        needs: null,
        // Whoever may only read may leave.
        scope: 'read',
        answers: [onwards],
        handle: async ({ c, principal, bytes, cause }) => {
          demandOwn(c);
          const { sessionId } = principal;
          const everywhere = fieldsOf(bytes).everywhere !== undefined;
          if (sessionId !== null && everywhere) await sessions.endEverywhere(sessionId, cause);
          else if (sessionId !== null) await sessions.end(sessionId, 'asked', cause);
          return { status: 303, location: SIGN_IN, headers: { ...ONWARDS, 'Set-Cookie': NO_SESSION } };
        },
      }),
    ],
  };
}

const wantedIn = (c: Ctx): Language => languageWanted(languagesAsked(c.req.raw)) ?? 'en';

const fieldsOf = (bytes: Uint8Array): Partial<Record<'email' | 'next' | 'token' | 'choice' | 'everywhere', string>> =>
  Object.fromEntries(new URLSearchParams(new TextDecoder().decode(bytes)));

const orNull = (error: unknown): null => {
  if (error instanceof Problem && error.code === 'unauthorized') return null;
  throw error;
};
