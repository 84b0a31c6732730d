import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import type { CheckPage, PageEvidence } from '#commands/ports-backlinks';
import { type Egress, type EgressAnswer, EgressRefused } from './egress.ts';

const FLAGS = ['nofollow', 'sponsored', 'ugc'];
const HTML = /^\s*(text\/html|application\/xhtml\+xml)\b/i;

/** Looks for a link on a page. Only what a reader of the page would find counts: an `<a href>` of the parsed document. */
export function createPageCheck(egress: Egress): CheckPage {
  return async ({ url, target }) => {
    try {
      return evidenceOf(await egress.get(url, { accept: HTML, maxRedirects: 5 }), target);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      const told = error instanceof EgressRefused ? `may not be fetched: ${message}` : message;
      return { ...NOTHING, error: told };
    }
  };
}

const NOTHING: PageEvidence = {
  http_status: null,
  final_url: null,
  redirects: 0,
  link_found: false,
  rel: [],
  flags: [],
  signals: [],
  error: null,
};

function evidenceOf(answer: EgressAnswer, target: string): PageEvidence {
  const base = { ...NOTHING, http_status: answer.status, final_url: answer.url, redirects: answer.redirects };
  if (answer.status !== 200) return base;
  if (!HTML.test(answer.headers['content-type'] ?? ''))
    return { ...base, error: `the page is not HTML but ${answer.headers['content-type'] ?? 'of no known type'}` };
  const page = read(parse(textOf(answer)), answer);
  const wanted = sameForm(target);
  const links = page.links
    .filter(({ href }) => sameForm(href) === wanted)
    .map(({ rel }) => ({ rel, flags: flagsOf(rel, page.nofollow) }))
    .sort((a, b) => a.flags.length - b.flags.length);
  const [best] = links;
  const signals = [...(page.noindex ? ['noindex'] : []), ...(page.canonicalElsewhere ? ['canonical_elsewhere'] : [])];
  return { ...base, link_found: best !== undefined, rel: best?.rel ?? [], flags: best?.flags ?? [], signals };
}

/** A page that asks for no link to be followed says it of this one too. */
const flagsOf = (rel: readonly string[], pageNofollow: boolean): string[] =>
  FLAGS.filter((flag) => rel.includes(flag) || (flag === 'nofollow' && pageNofollow));

/** By the charset of the header, of the first bytes of the document, or UTF-8. */
function textOf({ headers, body }: EgressAnswer): string {
  const named = /charset=["']?([\w-]+)/i.exec(headers['content-type'] ?? '')?.[1];
  const declared = /<meta[^>]+charset=["']?([\w-]+)/i.exec(body.subarray(0, 2048).toString('latin1'))?.[1];
  try {
    return new TextDecoder(named ?? declared ?? 'utf-8').decode(body);
  } catch {
    return body.toString('utf8');
  }
}

type Link = { readonly href: string; readonly rel: readonly string[] };
type Page = { links: Link[]; nofollow: boolean; noindex: boolean; canonicalElsewhere: boolean };

/**
 * Everything of use in the document. The parser knows what only looks like a link: comments, scripts and templates
 * are none. With scripting on, as browsers and crawlers parse, the content of `noscript` is text and counts for nothing.
 */
function read(document: Tree.Document, { url, headers }: EgressAnswer): Page {
  const robots = (headers['x-robots-tag'] ?? '').toLowerCase();
  const page: Page = {
    links: [],
    nofollow: /\b(nofollow|none)\b/.test(robots),
    noindex: /\b(noindex|none)\b/.test(robots),
    canonicalElsewhere: false,
  };
  const raw: { href: string; rel: string[] }[] = [];
  let base = url;
  let canonical = /<([^>]+)>\s*;[^,]*rel="?canonical"?/i.exec(headers['link'] ?? '')?.[1];
  const pending: Tree.ChildNode[] = [...document.childNodes].reverse();
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (!('tagName' in node)) continue;
    const attributes = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]));
    const { href, rel = '', name = '', content = '' } = attributes;
    if (node.tagName === 'base' && href !== undefined && base === url) base = resolved(href, url) ?? url;
    if (node.tagName === 'a' && href !== undefined) raw.push({ href, rel: tokens(rel) });
    if (node.tagName === 'link' && href !== undefined && tokens(rel).includes('canonical')) canonical ??= href;
    if (node.tagName === 'meta' && /^(robots|googlebot)$/i.test(name)) {
      const said = content.toLowerCase();
      if (/\b(nofollow|none)\b/.test(said)) page.nofollow = true;
      if (/\b(noindex|none)\b/.test(said)) page.noindex = true;
    }
    // In the document's order, however many children there are.
    for (let child = node.childNodes.length - 1; child >= 0; child--) {
      const next = node.childNodes[child];
      if (next) pending.push(next);
    }
  }
  page.links = raw.flatMap(({ href, rel }) => {
    const absolute = resolved(href, base);
    return absolute === null ? [] : [{ href: absolute, rel }];
  });
  const elsewhere = canonical === undefined ? null : resolved(canonical, base);
  page.canonicalElsewhere = elsewhere !== null && sameForm(elsewhere) !== sameForm(url);
  return page;
}

const tokens = (rel: string): string[] => [...new Set(rel.toLowerCase().split(/\s+/).filter(Boolean))];
const resolved = (href: string, base: string): string | null =>
  URL.canParse(href, base) ? new URL(href, base).href : null;

/** Addresses that lead to the same page are one: scheme, case of the host, port, fragment, last slash and utm_ parameters aside. */
export function sameForm(address: string): string {
  if (!URL.canParse(address)) return address;
  const url = new URL(address);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return address;
  const query = [...url.searchParams].filter(([name]) => !/^utm_/i.test(name)).map(([k, v]) => `${k}=${v}`);
  const path = url.pathname.replace(/\/$/, '');
  const port = url.port === '80' || url.port === '443' ? '' : url.port;
  return `${url.hostname.replace(/\.$/, '')}:${port}${path}?${query.join('&')}`;
}
