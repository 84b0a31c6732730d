/**
 * The text of a readme as HTML that cannot do anything: everything is escaped first, and of its marks only headings, lists,
 * emphasis, code and links to the web become elements. A site's admin shows it as it is.
 */

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#039;',
};
export const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

/** Marks inside of a line. What is between backticks stays as it is. */
function inline(text: string): string {
  return text
    .split(/(`[^`]+`)/)
    .map((part) =>
      part.length > 2 && part.startsWith('`') && part.endsWith('`')
        ? `<code>${escaped(part.slice(1, -1))}</code>`
        : emphasized(part),
    )
    .join('');
}

const LINK = /(\[[^\]\n]{1,300}\]\(https?:\/\/[^\s()<>"']{1,2000}\))/;

function emphasized(text: string): string {
  return text
    .split(LINK)
    .map((part, at) => {
      if (at % 2 === 0) return emphasis(escaped(part));
      const turn = part.indexOf('](');
      const address = part.slice(turn + 2, -1);
      return `<a href="${escaped(address)}" rel="nofollow noopener">${emphasis(escaped(part.slice(1, turn)))}</a>`;
    })
    .join('');
}
const emphasis = (safe: string): string =>
  safe
    .replace(/\*\*(?=\S)([^*]+?)(?<=\S)\*\*/g, '<strong>$1</strong>')
    .replace(/(?<![\w*])\*(?=\S)([^*]+?)(?<=\S)\*(?![\w*])/g, '<em>$1</em>');

type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'ul' | 'ol'; readonly items: string[] }
  | { readonly kind: 'p'; readonly lines: string[] };

function blocksOf(text: string): readonly Block[] {
  const blocks: Block[] = [];
  let fresh = true;
  for (const raw of text.split('\n')) {
    const line = raw.trim();
    const last = blocks.at(-1);
    const heading = /^=\s*([^=].*?)\s*=$/.exec(line)?.[1];
    const [, mark, item] = /^([*+-]|\d{1,3}[.)])\s+(.+)$/.exec(line) ?? [];
    if (line === '') fresh = true;
    else if (heading !== undefined) blocks.push({ kind: 'heading', text: heading });
    else if (mark !== undefined && item !== undefined) {
      const kind = /^\d/.test(mark) ? 'ol' : 'ul';
      if (last?.kind === kind) last.items.push(item);
      else blocks.push({ kind, items: [item] });
    } else if (!fresh && last !== undefined && last.kind !== 'heading') {
      if (last.kind === 'p') last.lines.push(line);
      else last.items.push(`${last.items.pop() ?? ''} ${line}`);
    } else blocks.push({ kind: 'p', lines: [line] });
    if (line !== '') fresh = false;
  }
  return blocks;
}

/** A section of the readme. */
export const readmeHtml = (text: string): string =>
  blocksOf(text)
    .map((block) => {
      if (block.kind === 'heading') return `<h4>${inline(block.text)}</h4>`;
      if (block.kind === 'p') return `<p>${inline(block.lines.join(' '))}</p>`;
      return `<${block.kind}>${block.items.map((item) => `<li>${inline(item)}</li>`).join('')}</${block.kind}>`;
    })
    .join('\n');
