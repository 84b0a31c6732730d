/** An element as selectors see it: who it is, and where it stands among its siblings. */
export type Seen = {
  readonly tag: string;
  readonly classes: readonly string[];
  /** From 1. */
  readonly index: number;
  readonly siblings: number;
  readonly parent: Seen | null;
};
type Compound = { readonly child: boolean; readonly tests: readonly ((seen: Seen) => boolean)[] };
/** Its weight: classes before tags, as CSS has it. */
export type Selector = { readonly parts: readonly Compound[]; readonly weight: number };

const COMPOUND =
  /^([a-z][a-z0-9]*|\*)?((?:\.[a-z_-][a-z0-9_-]*|:(?:first-child|last-child|nth-child\((?:odd|even|\d{1,3})\)))*)$/i;

/** Names, classes, `:first-child`, `:last-child`, `:nth-child(odd)`, within each other or children of each other; null for any other. */
export function selectorOf(text: string): Selector | null {
  const parts: Compound[] = [];
  let [weight, child] = [0, false];
  for (const word of text
    .trim()
    .replace(/\s*>\s*/g, ' > ')
    .split(/\s+/)) {
    if (word === '>') {
      if (child || parts.length === 0) return null;
      child = true;
      continue;
    }
    const [whole, tag, rest = ''] = COMPOUND.exec(word) ?? [];
    if (!whole) return null;
    const more = rest.match(/\.[^.:]+|:[^.:]+/g) ?? [];
    const named = tag === undefined || tag === '*' ? [] : [(seen: Seen) => seen.tag === tag.toLowerCase()];
    parts.push({ child, tests: [...named, ...more.map(testOf)] });
    weight += more.length * 1000 + named.length;
    child = false;
  }
  return child || parts.length === 0 || parts.length > 8 ? null : { parts, weight };
}

function testOf(part: string): (seen: Seen) => boolean {
  if (part.startsWith('.')) return ({ classes }) => classes.includes(part.slice(1));
  if (part === ':first-child') return ({ index }) => index === 1;
  if (part === ':last-child') return ({ index, siblings }) => index === siblings;
  const which = part.slice(':nth-child('.length, -1).toLowerCase();
  if (which === 'odd' || which === 'even') return ({ index }) => index % 2 === (which === 'odd' ? 1 : 0);
  return ({ index }) => index === Number(which);
}

export function isMatch({ parts }: Selector, seen: Seen, at = parts.length - 1): boolean {
  const part = parts[at];
  if (!part?.tests.every((test) => test(seen))) return false;
  if (at === 0) return true;
  for (let above = seen.parent; above !== null; above = above.parent) {
    if (isMatch({ parts, weight: 0 }, above, at - 1)) return true;
    if (part.child) return false;
  }
  return false;
}
