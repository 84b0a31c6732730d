import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { textOf } from '#adapters/page-check/charset';
import { headerLinks } from '#adapters/page-check/link-header';
import { headerRules, metaRules } from '#adapters/page-check/robots';
import { htmlOfXhtml } from '#adapters/page-check/xhtml';
import type { CheckPage, PageEvidence } from '#commands/links/ports-backlinks';
import type { Instant } from '#domain/kernel/time';
import { isSamePage, pageForm, parsedUrl } from '#domain/kernel/web-address';
import { systemClock } from '#runtime/clock';
import { type Egress, type EgressAnswer, EgressRefused } from './egress.ts';

const FLAGS = ['nofollow', 'sponsored', 'ugc'];
const HTML = /^\s*(text\/html|application\/xhtml\+xml)\b/i;
const XHTML = /^\s*application\/xhtml\+xml\b/i;
const HTML_NAMESPACE = 'http://www.w3.org/1999/xhtml';

/**
 * Looks for a link on a page. Only what a reader of the page would find counts: an `<a href>` of the parsed document.
 * `now` decides whether a page that asks to be forgotten after a date is past it.
 */
export function createPageCheck(egress: Egress, now: () => Instant = systemClock.now): CheckPage {
  return async ({ url, target }) => {
    try {
      return evidenceOf(await egress.get(url, { accept: HTML, maxRedirects: 5 }), target, now());
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

function evidenceOf(answer: EgressAnswer, target: string, now: Instant): PageEvidence {
  const base = { ...NOTHING, http_status: answer.status, final_url: answer.url, redirects: answer.redirects };
  if (answer.status !== 200) return base;
  if (!HTML.test(answer.headers['content-type'] ?? ''))
    return { ...base, error: `the page is not HTML but ${answer.headers['content-type'] ?? 'of no known type'}` };
  const page = read(parse(htmlOf(answer)), answer, now);
  const wanted = pageForm(target);
  const links = page.links
    .filter(({ href }) => pageForm(href) === wanted)
    .map(({ rel }) => ({ rel, flags: flagsOf(rel, page.nofollow) }))
    .sort((a, b) => a.flags.length - b.flags.length);
  const [best] = links;
  const signals = [...(page.noindex ? ['noindex'] : []), ...(page.canonicalElsewhere ? ['canonical_elsewhere'] : [])];
  return { ...base, link_found: best !== undefined, rel: best?.rel ?? [], flags: best?.flags ?? [], signals };
}

/** A page that asks for no link to be followed says it of this one too. */
const flagsOf = (rel: readonly string[], pageNofollow: boolean): string[] =>
  FLAGS.filter((flag) => rel.includes(flag) || (flag === 'nofollow' && pageNofollow));

type Link = { readonly href: string; readonly rel: readonly string[] };
type Page = { links: Link[]; nofollow: boolean; noindex: boolean; canonicalElsewhere: boolean };

/** The page's text for an HTML parser. */
function htmlOf({ headers, body }: EgressAnswer): string {
  const type = headers['content-type'] ?? '';
  const isXml = XHTML.test(type);
  const text = textOf(body, type, isXml);
  return isXml ? htmlOfXhtml(text) : text;
}

/**
 * Everything of use in the document. The parser knows what only looks like a link: comments, scripts and templates
 * are none. With scripting on, as browsers and crawlers parse, the content of `noscript` is text and counts for nothing.
 */
function read(document: Tree.Document, answer: EgressAnswer, now: Instant): Page {
  const { url } = answer;
  const page: Page = { links: [], ...headerRules(linesOf(answer, 'x-robots-tag'), now), canonicalElsewhere: false };
  const raw: { href: string; rel: string[] }[] = [];
  let base: string | null = null;
  let canonical: string | null = null;
  const pending: Tree.ChildNode[] = [...document.childNodes].reverse();
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (!('tagName' in node)) continue;
    const { href, rel = '', name = '', content = '' } = attributesOf(node);
    const isOfHtml = node.namespaceURI === HTML_NAMESPACE;
    // The first that has an address counts, even where that address is of no use.
    if (isOfHtml && node.tagName === 'base' && href !== undefined) base ??= baseOf(href, url);
    if (node.tagName === 'a' && href !== undefined) raw.push({ href, rel: tokens(rel) });
    if (isOfHtml && node.tagName === 'link' && href !== undefined && tokens(rel).includes('canonical'))
      canonical ??= href;
    if (isOfHtml && node.tagName === 'meta') {
      const { noindex, nofollow } = metaRules(name, content, now);
      page.noindex ||= noindex;
      page.nofollow ||= nofollow;
    }
    // In the document's order, however many children there are.
    for (let child = node.childNodes.length - 1; child >= 0; child--) {
      const next = node.childNodes[child];
      if (next) pending.push(next);
    }
  }
  page.links = raw.flatMap(({ href, rel }) => {
    const absolute = resolved(href, base ?? url);
    return absolute === null ? [] : [{ href: absolute, rel }];
  });
  const inHeader = linesOf(answer, 'link')
    .flatMap(headerLinks)
    .find((link) => tokens(link.rel).includes('canonical'));
  const told = inHeader ? resolved(inHeader.target, url) : canonical === null ? null : resolved(canonical, base ?? url);
  page.canonicalElsewhere = told !== null && /^https?:/.test(told) && !isSamePage(told, url);
  return page;
}

/** The values of a header, one for each time that it was sent. */
const linesOf = ({ headers, repeated = {} }: EgressAnswer, name: string): readonly string[] =>
  repeated[name] ?? (headers[name] === undefined ? [] : [headers[name]]);

const attributesOf = (node: Tree.Element): Partial<Record<string, string>> =>
  Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]));

/** As the HTML Standard freezes it: an address that cannot be read, or whose scheme leads nowhere, leaves the page's own. */
function baseOf(href: string, url: string): string {
  const base = resolved(href, url);
  return base === null || /^(data|javascript):/.test(base) ? url : base;
}

/** Words of a `rel`: between spaces as the standard has it, or commas as search engines take them. */
const tokens = (rel: string): string[] => [
  ...new Set(
    rel
      .toLowerCase()
      .split(/[\s,]+/)
      .filter(Boolean),
  ),
];
const resolved = (href: string, base: string): string | null => parsedUrl(href, base)?.href ?? null;
