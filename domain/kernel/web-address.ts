/**
 * Addresses of the web as RFC 3986 compares them (6.2.2): the case of the scheme, of the host and of escapes does not
 * matter, nor whether an unreserved character is escaped. A delimiter and its escape are two different things: `?a=b%26c`
 * is not `?a=b&c`, and `%2F` is no slash.
 */
const UNRESERVED = /[A-Za-z0-9\-._~]/;
/** What may stand in a path or a query as it is; the parser leaves a few others, which can only mean their escape. */
const UNESCAPED = /[^A-Za-z0-9\-._~!$&'()*+,;=:@/?%]/g;

const escaped = (text: string): string =>
  [...new TextEncoder().encode(text)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');

/** A path or a query in its one spelling. */
const spelt = (text: string): string =>
  text
    .replace(/%(?![0-9a-f]{2})/gi, '%25')
    .replace(/%[0-9a-f]{2}/gi, (triplet) => {
      const character = String.fromCharCode(Number.parseInt(triplet.slice(1), 16));
      return UNRESERVED.test(character) ? character : triplet.toUpperCase();
    })
    .replace(UNESCAPED, escaped);

/** A host in its one spelling: lower case, A-labels, IPv4 as four numbers, no last dot. */
const plainHost = (url: URL): string => url.hostname.replace(/\.$/, '');

/**
 * Null where the text is no address. `URL.canParse` is not asked: once V8 has compiled a call of it, Node 20 denies
 * addresses with a host beyond ASCII.
 */
export function parsedUrl(text: string, base?: string): URL | null {
  try {
    return new URL(text, base);
  } catch {
    return null;
  }
}

/** Null where the text is no http or https address. */
export function webAddress(text: string): URL | null {
  const url = parsedUrl(text);
  return url !== null && /^https?:$/.test(url.protocol) ? url : null;
}

type Parts = { readonly origin: string; readonly host: string; readonly path: string; readonly query: string };

function partsOf(url: URL): Parts {
  const user = url.username === '' && url.password === '' ? '' : `${spelt(`${url.username}:${url.password}`)}@`;
  const host = `${user}${plainHost(url)}${url.port === '' ? '' : `:${url.port}`}`;
  return { origin: `${url.protocol}//${host}`, host, path: spelt(url.pathname), query: spelt(url.search.slice(1)) };
}

/** An http or https address in its one spelling, without its fragment; any other text as it is. */
export function spelling(address: string): string {
  const url = webAddress(address);
  if (url === null) return address;
  const { origin, path, query } = partsOf(url);
  return `${origin}${path}${query === '' ? '' : `?${query}`}`;
}

/**
 * What addresses that lead to the same page have in common: their spelling, with the scheme, the last slash of the path
 * and parameters named `utm_…` set aside. Text that is no http or https address stands for itself.
 */
export function pageForm(address: string): string {
  const url = webAddress(address);
  if (url === null) return address;
  const { host, path, query } = partsOf(url);
  const parameters = query === '' ? [] : query.split('&').filter((each) => !/^utm_/i.test(each));
  return `${host}${path.replace(/\/$/, '')}?${parameters.join('&')}`;
}

/** Whether two addresses lead to the same page. */
export const isSamePage = (one: string, other: string): boolean => pageForm(one) === pageForm(other);

/** The ways to write one address that differ in the case of its escapes only: for those who compare text as it stands. */
export function spellingsOf(address: string): string[] {
  const inCase = (change: (triplet: string) => string) => (text: string) => text.replace(/%[0-9a-f]{2}/gi, change);
  const upper = inCase((triplet) => triplet.toUpperCase());
  const lower = inCase((triplet) => triplet.toLowerCase());
  const forms = [address, spelling(address)];
  return [...new Set(forms.flatMap((form) => [form, upper(form), lower(form)]))];
}

/** The host of an address, or of a bare `host[:port]`, in its one spelling; null where there is none. */
export function hostForm(text: string): string | null {
  const url = webAddress(text.includes('://') ? text : `http://${text}`);
  return url === null ? null : plainHost(url);
}

/** Host and port as they tell servers apart (the scheme's own port is left out); null where the text is no web address. */
export function siteForm(address: string): string | null {
  const url = webAddress(address);
  return url === null ? null : `${plainHost(url)}${url.port === '' ? '' : `:${url.port}`}`;
}

/** The host under which a page is known: without `www.`. */
export const domainForm = (text: string): string | null => hostForm(text)?.replace(/^www\./, '') ?? null;
