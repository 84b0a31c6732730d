import type { Context } from 'hono';
import type { Principal } from '#api/http/principal';
import type { HttpEnv } from '#api/http/routes';

/** Seals and opens texts with a key of this process's secrets (`createTickets`). */
export type Seals = { seal(content: object): string; open(ticket: string): unknown };

/** What keeps forms their readers' own: tokens bound to a session, and where a request came from. */
export type FormGuard = {
  token(session: string): string;
  isToken(session: string, token: string): boolean;
  /** What is said once on the next page, for the same session alone. */
  keepNotice(session: string, text: string): string;
  notice(session: string, kept: string): string | null;
};

/** What forms of somebody are bound to: the session where there is one. */
export const boundTo = ({ sessionId, name }: Pick<Principal, 'sessionId' | 'name'>): string => sessionId ?? name;

export const createFormGuard = (seals: Seals): FormGuard => {
  const opened = (ticket: string): Partial<Record<string, unknown>> => {
    const content = seals.open(ticket);
    return typeof content === 'object' && content !== null ? content : {};
  };
  return {
    token: (session) => seals.seal({ what: 'form', session }),
    isToken(session, token) {
      const { what, session: of } = opened(token);
      return what === 'form' && of === session;
    },
    keepNotice: (session, text) => seals.seal({ what: 'notice', session, text }),
    notice(session, kept) {
      const { what, session: of, text } = opened(kept);
      return what === 'notice' && of === session && typeof text === 'string' ? text : null;
    },
  };
};

/**
 * False for what a page of another site has sent. Browsers say where a request comes from; one that says nothing of it is held
 * by the token of the form alone.
 */
export function comesFromHere(c: Context<HttpEnv>): boolean {
  const site = c.req.header('sec-fetch-site');
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  const origin = c.req.header('origin');
  if (origin === undefined) return true;
  return hostOf(origin) === (c.req.header('host') ?? '').toLowerCase();
}
const hostOf = (origin: string): string | null => /^https?:\/\/([^/]+)$/i.exec(origin)?.[1]?.toLowerCase() ?? null;

export const NOTICE_COOKIE = 'notice';
export function cookieIn(c: Context<HttpEnv>, name: string): string | null {
  for (const pair of (c.req.raw.headers.get('cookie') ?? '').split(';')) {
    const [key, ...value] = pair.trim().split('=');
    if (key === name) return value.join('=');
  }
  return null;
}
