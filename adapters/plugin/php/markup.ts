import { type PhpFile, type PhpNode, word } from './ast.ts';

/** A tag that the plugin writes, as it stands in its source, with the PHP in it left out. */
export type Tag = { readonly node: PhpNode; readonly line: number; readonly text: string };

const HOLDS = new Set(['inline', 'string', 'nowdoc']);
/** No tag of a person is longer. */
const LONGEST = 2_000;

/** Tags of these names in HTML and in texts of HTML, wherever they are written. */
export function tagsOf(file: PhpFile, names: readonly string[]): readonly Tag[] {
  const begins = new RegExp(`<(?:${names.join('|')})\\b`, 'gi');
  return file.nodes.flatMap((node) => {
    if (!HOLDS.has(node.kind)) return [];
    let from = node.loc?.start.offset ?? 0;
    return [...(word(node, 'value') ?? '').matchAll(begins)].flatMap(([start]): Tag[] => {
      const at = file.source.indexOf(start, from);
      if (at === -1) return [];
      from = at + start.length;
      const line = file.source.slice(0, at).split('\n').length;
      return [{ node, line, text: tagFrom(file.source.slice(at, at + LONGEST)) }];
    });
  });
}

/** Up to the end of the tag: neither an arrow of PHP ends it, nor the end of a piece of PHP in it. */
function tagFrom(source: string): string {
  const html = source.replace(/<\?(php|=)[\s\S]*?(\?>|$)/g, '');
  return /^[\s\S]*?[^-=?]>/.exec(html)?.[0] ?? html;
}
