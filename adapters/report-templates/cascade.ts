import postcss, { type ChildNode, type Root } from 'postcss';
import { isMatch, type Seen, type Selector, selectorOf } from './selectors.ts';

/** What an element is to look like on a page: properties as they were written, those of its ancestors that go down among them. */
export type Computed = Readonly<Record<string, string>>;
type Ruling = {
  readonly selector: Selector;
  readonly order: number;
  readonly declarations: readonly (readonly [string, string])[];
};

const INHERITED = new Set(
  'color direction font-size font-style font-variant-numeric font-weight letter-spacing line-height text-align text-transform'.split(
    ' ',
  ),
);
const goesDown = (property: string): boolean => INHERITED.has(property) || property.startsWith('--');

/** The rules of a checked sheet that are for paper, in the order of the sheet. */
export function rulingsOf(root: Root | null): readonly Ruling[] {
  const rulings: Ruling[] = [];
  const walk = (nodes: readonly ChildNode[]): void => {
    for (const node of nodes) {
      if (node.type === 'atrule' && node.params.trim().toLowerCase() === 'print') walk(node.nodes ?? []);
      if (node.type !== 'rule') continue;
      for (const text of node.selectors) {
        const selector = selectorOf(text);
        if (selector) rulings.push({ selector, order: rulings.length, declarations: declarationsOf(node.nodes) });
      }
    }
  };
  walk(root?.nodes ?? []);
  return rulings;
}

const declarationsOf = (nodes: readonly ChildNode[]): (readonly [string, string])[] =>
  nodes.flatMap((node) =>
    node.type === 'decl'
      ? [[node.prop.startsWith('--') ? node.prop : node.prop.toLowerCase(), node.value] as const]
      : [],
  );

/** Rules by their weight and order, then the element's own `style`; names that stand for values are filled in. */
export function computed(seen: Seen, style: string | undefined, rulings: readonly Ruling[], above: Computed): Computed {
  const matching = rulings.filter(({ selector }) => isMatch(selector, seen));
  matching.sort((a, b) => a.selector.weight - b.selector.weight || a.order - b.order);
  const own =
    style === undefined
      ? []
      : declarationsOf(
          postcss
            .parse(`*{${style}\n}`, { map: false })
            .nodes.flatMap((node) => (node.type === 'rule' ? node.nodes : [])),
        );
  const down = Object.entries(above).filter(([property]) => goesDown(property));
  const all = Object.fromEntries([...down, ...matching.flatMap(({ declarations }) => declarations), ...own]);
  return Object.fromEntries(
    Object.entries(all).map(([property, value]) => [
      property,
      value.replace(
        /var\(\s*(--[a-z0-9-]+)\s*(?:,([^()]*))?\)/gi,
        (_, name: string, other?: string) => all[name] ?? other ?? '',
      ),
    ]),
  );
}
