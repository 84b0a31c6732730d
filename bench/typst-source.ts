import { type DefaultTreeAdapterTypes, parse, serializeOuter } from 'parse5';

type Node = DefaultTreeAdapterTypes.ChildNode | DefaultTreeAdapterTypes.Document;
type Element = DefaultTreeAdapterTypes.Element;
const isElement = (node: Node): node is Element => 'tagName' in node;
const childrenOf = (node: Node): Node[] => ('childNodes' in node ? node.childNodes : []);
const textOf = (node: Node): string => ('value' in node ? node.value : childrenOf(node).map(textOf).join(' '));
const quoted = (text: string): string => JSON.stringify(text.replace(/\s+/g, ' ').trim());

const HEAD = `#set page(paper: "a4", margin: 36pt, numbering: "1 / 1")
#set text(font: "Inter", size: 9.5pt)
#set heading(numbering: none)
#show heading: set text(fill: rgb("#1d4ed8"))
#outline()
`;

/** The same words, tables and charts as the HTML has them, in typst's language and its own plain look. */
export function typstSource(html: string): string {
  const out: string[] = [HEAD];
  const walk = (node: Node): void => {
    if (!isElement(node)) {
      if ('value' in node && node.value.trim() !== '' && node.nodeName === '#text')
        out.push(`#text(${quoted(node.value)})\n`);
      else for (const child of childrenOf(node)) walk(child);
      return;
    }
    const { tagName: name } = node;
    const classes = node.attrs.find((each) => each.name === 'class')?.value ?? '';
    if (name === 'head' || name === 'script' || name === 'style' || /\bnarrow\b/.test(classes)) return;
    if (name === 'svg') out.push(picture(node));
    else if (name === 'table') out.push(table(node));
    else if (/^h[1-4]$/.test(name)) out.push(`#heading(level: ${name.slice(1)})[#${quoted(textOf(node))}]\n`);
    else if (name === 'p' || name === 'li' || name === 'dd' || name === 'dt')
      out.push(`#par[#${quoted(textOf(node))}]\n`);
    else for (const child of childrenOf(node)) walk(child);
  };
  walk(parse(html));
  return out.join('\n');
}

/** Colours that the page looks up are looked up nowhere else: drawings keep their shapes. */
function picture(node: Element): string {
  const svg = serializeOuter(node).replace('<svg', '<svg xmlns="http://www.w3.org/2000/svg"');
  const box = node.attrs.find(({ name }) => name.toLowerCase() === 'viewbox')?.value.split(/[ ,]+/) ?? [];
  const wide = Math.min(100, (Number(box[2] ?? 20) / 523) * 100);
  return `#image(bytes(${JSON.stringify(svg)}), format: "svg", width: ${wide.toFixed(1)}%)\n`;
}

function table(node: Element): string {
  const rows: Element[] = [];
  const walk = (each: Node): void => {
    if (isElement(each) && each.tagName === 'tr') rows.push(each);
    else for (const child of childrenOf(each)) walk(child);
  };
  walk(node);
  const cells = rows.map((row) => childrenOf(row).filter(isElement));
  const columns = Math.max(1, ...cells.map(({ length }) => length));
  const written = cells.flatMap((row) =>
    Array.from({ length: columns }, (_, n) => `[#${quoted(row[n] === undefined ? '' : textOf(row[n]))}]`),
  );
  const [head, body] = [written.slice(0, columns), written.slice(columns)];
  return `#table(columns: ${columns}, stroke: 0.5pt, table.header(${head.join(', ')}), ${body.join(', ')})\n`;
}
