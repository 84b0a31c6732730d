export type HeaderLink = { readonly target: string; readonly rel: string };

/** The links of a `Link` header (RFC 8288) that are of this page; those with an anchor of their own are of another. */
export function headerLinks(header: string): HeaderLink[] {
  const links: HeaderLink[] = [];
  const link = /\s*,?\s*<([^>]*)>((?:\s*;\s*[\w!#$&+\-.^`|~*]+(?:\s*=\s*(?:"(?:[^"\\]|\\.)*"|[^\s;,"]*))?)*)/gy;
  for (const [, target = '', parameters = ''] of header.matchAll(link)) {
    const named = new Map<string, string>();
    for (const [, name = '', quoted, bare] of parameters.matchAll(
      /;\s*([\w!#$&+\-.^`|~*]+)(?:\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;,"]*)))?/g,
    ))
      if (!named.has(name.toLowerCase())) named.set(name.toLowerCase(), quoted ?? bare ?? '');
    if (!named.has('anchor')) links.push({ target, rel: named.get('rel') ?? '' });
  }
  return links;
}
