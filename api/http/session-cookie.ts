/**
 * The browser's part of a session. `__Host-`: only this very host can set it, for all of its paths and by TLS (spec 13, 1.13);
 * browsers count loopback as that.
 */
const NAME = '__Host-session';
const SECRET = /^[\w-]{43}$/;
const KEPT = 'Path=/; Secure; HttpOnly; SameSite=Lax';

/** The secret in a request's cookie; null where there is none that could be one of ours. */
export function sessionSecret(request: Request): string | null {
  const cookies = (request.headers.get('cookie') ?? '').split(';').map((pair) => pair.trim().split('='));
  const [, value = ''] = cookies.find(([name]) => name === NAME) ?? [];
  return SECRET.test(value) ? value : null;
}
/** What `Set-Cookie` says: until the browser is closed, or the session ends here. */
export const sessionCookie = (secret: string): string => `${NAME}=${secret}; ${KEPT}`;
export const NO_SESSION = `${NAME}=; Max-Age=0; ${KEPT}`;

export const SIGN_IN = '/app/sign-in/';
const LONGEST = 1_000;

/**
 * A path of ours that somebody may be sent to, as it was given; null for any other text. Browsers take `//host`, `/\host` and
 * such with tabs in them for other hosts, so whatever is not plainly a path of pages is none.
 */
export function localPath(text: string | null | undefined): string | null {
  if (text === null || text === undefined || text.length > LONGEST) return null;
  return /^\/app\/[\x21-\x5b\x5d-\x7e]*$/.test(text) && !/\/\/|\/\.{1,2}(\/|$|[?#])/.test(text.replace(/[?#].*$/s, ''))
    ? text
    : null;
}

const STREAM = 'text/event-stream';
/** Of a stream of a page, by the name that the page leaves it at: nobody is signed in any more, and it need not come back. */
export const ENDED = 'ended';
export const ENDED_EVENT = new TextEncoder().encode(`event: ${ENDED}\ndata: <i></i>\n\n`);
const endedStream = (): Response =>
  new Response(ENDED_EVENT, {
    headers: { 'Content-Type': `${STREAM}; charset=utf-8`, 'Cache-Control': 'no-store' },
  });

/** Where whoever is not signed in goes from a page; what they wanted is remembered where it can be asked for again. */
export function toSignIn(request: Request): Response {
  // A browser that is led from a stream to a page asks for it again and again.
  if (request.headers.get('accept')?.includes(STREAM)) return endedStream();
  const url = new URL(request.url);
  const referer = request.headers.get('referer');
  const from = request.method === 'GET' || request.method === 'HEAD' ? url : referer === null ? null : asUrl(referer);
  const next = from !== null && from.host === url.host ? localPath(from.pathname + from.search) : null;
  const location = next === null ? SIGN_IN : `${SIGN_IN}?next=${encodeURIComponent(next)}`;
  // htmx would put the form where a part of the page was.
  const [status, header] = request.headers.has('hx-request') ? [401, 'HX-Redirect'] : [303, 'Location'];
  return new Response(null, { status, headers: { [header]: location, 'Cache-Control': 'no-store' } });
}

function asUrl(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}
