/** Elements that HTML knows to be empty; of any other one that closes itself HTML would wait for the end. */
const EMPTY = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));
/** What stands in these is shown to nobody as a link: program text, and what is there for other readers. */
const UNSEEN = new Set(
  'script style template noscript textarea title iframe noembed noframes xmp plaintext'.split(' '),
);
const XHTML = 'http://www.w3.org/1999/xhtml';

const PIECE =
  /<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[([\s\S]*?)(?:\]\]>|$)|<\?[\s\S]*?(?:\?>|$)|<!(?:[^[>]|\[[\s\S]*?\])*>?|<(\/?)([^\s/>]+)((?:"[^"]*"|'[^']*'|[^"'>])*)>/g;

/**
 * An XML page in the words of an HTML parser, which knows neither elements that close themselves (`<script/>` would
 * swallow the rest of the page), nor CDATA, nor processing instructions, nor prefixes of names.
 */
export function htmlOfXhtml(xml: string): string {
  const prefixes = [...xml.matchAll(/\bxmlns:([\w.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)];
  const own = new Set(prefixes.flatMap(([, prefix, a, b]) => ((a ?? b) === XHTML ? [`${prefix}:`] : [])));
  const plain = (name: string): string => {
    const prefix = name.slice(0, name.indexOf(':') + 1);
    return own.has(prefix) ? name.slice(prefix.length) : name;
  };
  let html = '';
  let from = 0;
  let unseen: { readonly name: string; depth: number } | null = null;
  for (const piece of xml.matchAll(PIECE)) {
    const [all, cdata, closing, tag, attributes = ''] = piece;
    const between = xml.slice(from, piece.index);
    from = piece.index + all.length;
    if (unseen === null) html += between;
    if (tag === undefined) {
      if (cdata !== undefined && unseen === null) html += cdata.replace(/&/g, '&amp;').replace(/</g, '&lt;');
      continue;
    }
    const name = plain(tag);
    const closesItself = attributes.endsWith('/');
    if (unseen !== null) {
      if (name === unseen.name && !closesItself) unseen.depth += closing === '' ? 1 : -1;
      if (unseen.depth === 0) unseen = null;
    } else if (UNSEEN.has(name)) {
      if (closing === '' && !closesItself) unseen = { name, depth: 1 };
    } else if (closing !== '') html += `</${name}>`;
    else {
      html += `<${name}${closesItself ? attributes.slice(0, -1) : attributes}>`;
      if (closesItself && !EMPTY.has(name)) html += `</${name}>`;
    }
  }
  return unseen === null ? html + xml.slice(from) : html;
}
