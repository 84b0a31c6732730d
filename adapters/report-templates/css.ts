import postcss, {
  type AtRule,
  type ChildNode,
  type CssSyntaxError,
  type Declaration,
  type Root,
  type Rule,
} from 'postcss';
import { isProperty } from './allowed.ts';
import { valueFault } from './css-values.ts';
import { MOST_FAULTS, placeOf, type TemplateFault } from './limits.ts';
import { selectorOf } from './selectors.ts';

const MOST_RULES = 1_000;
const MOST_DECLARATIONS = 4_000;
const MEDIA = /^(print|screen|(screen and )?\((min|max)-width: ?\d{1,4}px\))$/;

export type CheckedCss = { readonly faults: readonly TemplateFault[]; readonly root: Root | null };

/**
 * The sheet, and what of it is not supported, where. It is never asked for the map of what it was made from: that would be a file
 * of this machine.
 */
export function checkedCss(css: string): CheckedCss {
  let root: Root;
  try {
    root = postcss.parse(css, { map: false });
  } catch (error) {
    const { line = 1, column = 1, reason } = error as CssSyntaxError;
    return { faults: [{ source: 'css', line, column, message: reason ?? 'this cannot be read as CSS' }], root: null };
  }
  const faults: TemplateFault[] = [];
  const count = { rules: 0, declarations: 0 };
  const say = (node: ChildNode, message: string) => {
    const { line = 1, column = 1 } = node.source?.start ?? {};
    faults.push({ source: 'css', line, column, message });
  };
  const walk = (nodes: readonly ChildNode[], within: 'sheet' | 'media' | 'rule'): void => {
    for (const node of nodes) {
      if (faults.length >= MOST_FAULTS) return;
      if (node.type === 'comment') continue;
      if (node.type === 'decl') checkDeclaration(node, within);
      else if (node.type === 'rule') checkRule(node, within);
      else checkAtRule(node, within);
    }
  };
  function checkDeclaration(node: Declaration, within: string): void {
    if (within !== 'rule') return void say(node, 'a declaration stands in a rule');
    count.declarations += 1;
    if (count.declarations === MOST_DECLARATIONS) return void say(node, `more than ${MOST_DECLARATIONS} declarations`);
    const name = node.prop.startsWith('--') ? node.prop : node.prop.toLowerCase();
    if (!isProperty(name)) return void say(node, `${node.prop.slice(0, 60)} is not a property that is supported`);
    const before = (node.raws.between ?? '') + (node.raws.value?.raw ?? '') + (node.raws.important ?? '');
    if (node.important) return void say(node, '!important is not supported');
    const fault = /\/\*/.test(before) ? `the value of ${name} holds a comment` : valueFault(name, node.value);
    if (fault !== null) say(node, fault);
  }
  function checkRule(node: Rule, within: string): void {
    count.rules += 1;
    if (count.rules === MOST_RULES) return void say(node, `more than ${MOST_RULES} rules`);
    if (within === 'rule') return void say(node, 'rules within rules are not supported');
    const fault = selectorFault(node);
    if (fault !== null) say(node, fault);
    walk(node.nodes, 'rule');
  }
  function checkAtRule(node: AtRule, within: string): void {
    if (node.name.toLowerCase() !== 'media') return void say(node, `@${node.name.slice(0, 40)} is not supported`);
    if (within !== 'sheet') return void say(node, '@media stands in the sheet itself');
    if (!MEDIA.test(node.params.trim().toLowerCase()))
      return void say(node, '@media takes print, screen, (min-width: …px) or (max-width: …px)');
    walk(node.nodes ?? [], 'media');
  }
  walk(root.nodes, 'sheet');
  return { faults, root };
}

function selectorFault({ selector, raws }: Rule): string | null {
  if (selector.length > 300) return 'a selector has at most 300 characters';
  if (raws.selector && raws.selector.raw !== selector) return 'a selector holds no comment';
  const strange = selector.split(',').find((each) => selectorOf(each) === null);
  return strange === undefined
    ? null
    : `${strange.trim().slice(0, 60)} is not a selector that is supported: names, .classes, > and :first-child, :last-child, :nth-child(odd)`;
}

/** Faults of a `style` attribute, where its text begins at that place of the HTML. */
export function styleFaults(style: string, html: string, offset: number): readonly TemplateFault[] {
  const { faults } = checkedCss(`*{${style}\n}`);
  const place = placeOf(html, offset);
  return faults.map(({ message }) => ({ source: 'html', ...place, message }));
}

/** Each selector of the sheet below this one, comments left out: what it says, it says of the report alone. */
export function scopedCss(root: Root, scope: string): string {
  const written = (nodes: readonly ChildNode[]): string =>
    nodes
      .map((node) => {
        if (node.type === 'rule') {
          const inner = node.nodes.flatMap((each) => (each.type === 'decl' ? [`${each.prop}:${each.value}`] : []));
          return `${scope === '' ? node.selector : node.selectors.map((each) => `${scope} ${each}`).join(',')}{${inner.join(';')}}`;
        }
        return node.type === 'atrule' ? `@media ${node.params}{${written(node.nodes ?? [])}}` : '';
      })
      .join('');
  return written(root.nodes);
}
