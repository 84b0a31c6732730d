import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Box, box } from '#adapters/render/box';
import { boxLaidOut } from '#adapters/render/boxes';
import { cssLaidOut } from '#adapters/render/css-layout';
import type { Laid, Node } from '#adapters/render/laid';
import { laidOut } from '#adapters/render/layout';
import { tries } from '#test/support/depth';

/** Two engines round at other places, and one shapes a line where the other shapes words. */
const NEAR = 0.6;
const setting = { width: 400, style: { fontSize: 9.5, color: '#1c2430' }, direction: 'ltr' as const };

const WORDS = 'Links that went live this month: https://example.org/a-long-path/of-a-page 1,250 and “more”, whatever';
const text = fc
  .nat({ max: WORDS.length - 1 })
  .chain((from) => fc.nat({ max: 60 }).map((n) => WORDS.slice(from, from + n)));
const size = fc.double({ min: 30, max: 160, noNaN: true }).map((value) => Math.round(value * 10) / 10);
const optional = <T>(name: string, value: fc.Arbitrary<T>) =>
  fc.option(value, { nil: undefined }).map((each) => (each === undefined ? {} : { [name]: each }));
const all = (...parts: readonly fc.Arbitrary<object>[]) => fc.tuple(...parts).map((each) => Object.assign({}, ...each));
const room = (name: string) => optional(name, fc.constantFrom(0, 2.5, 7, 12));
const style = all(
  optional('height', size),
  optional('flexShrink', fc.constant(0)),
  optional('flexGrow', fc.constant(1)),
  optional('boxSizing', fc.constant('border-box')),
  optional('alignSelf', fc.constantFrom('flex-start', 'center', 'flex-end')),
  room('paddingLeft'),
  room('paddingTop'),
  room('marginLeft'),
  room('marginBottom'),
);
const around = all(
  style,
  optional('width', size),
  optional('flexDirection', fc.constantFrom('column', 'row', 'row-reverse')),
  optional('alignItems', fc.constantFrom('flex-start', 'center', 'flex-end', 'stretch')),
  optional('justifyContent', fc.constantFrom('center', 'flex-end', 'space-between')),
  optional('gap', fc.constantFrom(3, 8)),
);
const leaf = fc.tuple(
  style,
  all(
    optional('width', size),
    optional('fontSize', fc.constantFrom(7.5, 11, 18)),
    optional('fontWeight', fc.constantFrom(400, 600, 700)),
    optional('lineHeight', fc.constantFrom(1.3, 1.45)),
    optional('letterSpacing', fc.constantFrom(-0.3, 0.6)),
    optional('wordBreak', fc.constant('break-word')),
    optional('textAlign', fc.constantFrom('right', 'center')),
    optional('justifyContent', fc.constantFrom('center', 'flex-end')),
  ),
  text,
);
const tree = fc.letrec<{ node: Box }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    leaf.map(([outer, inner, said]) => box({ ...outer, ...inner }, said)),
    fc
      .tuple(around, fc.array(tie('node'), { minLength: 1, maxLength: 4 }))
      .map(([outer, children]) => box(outer, children)),
  ),
})).node;

const rectsOf = (node: Node): number[][] => [
  [node.left, node.top, node.width, node.height],
  ...node.children.flatMap(rectsOf),
];
/** Whether each box stands within the one around it: what is too large goes over its edge in either engine, each in its own way. */
const fits = ({ children, ...around }: Node): boolean =>
  children.every(
    (child) =>
      child.left >= around.left - 0.2 &&
      child.top >= around.top - 0.2 &&
      child.left + child.width <= around.left + around.width + 0.2 &&
      child.top + child.height <= around.top + around.height + 0.2 &&
      fits(child),
  );
/** Where each line of text begins, from top to bottom: one engine tells lines, the other words. */
function linesOf({ items }: Laid): string[] {
  const lines = new Map<string, string>();
  for (const { item } of items) {
    if (item.kind !== 'text') continue;
    const at = `${Math.round(item.at[1])}`;
    lines.set(at, (lines.get(at) ?? '') + item.text.replace(/\s/g, ''));
  }
  return [...lines].map(([at, said]) => `${at} ${[...said].sort().join('')}`).sort();
}

describe('boxes in rows and columns', () => {
  it('stand where the engine that knows all of CSS puts them, as far as they have room', async () => {
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(tree, { minLength: 4, maxLength: 4 }), async (blocks) => {
        const theirs = await cssLaidOut(blocks, setting);
        for (const [n, block] of blocks.entries()) {
          const ours = boxLaidOut(block, setting);
          if (ours === null) throw new Error('it is made of what is known');
          if (!fits(ours.root)) continue;
          compared += 1;
          const [own, other] = [rectsOf(ours.root), rectsOf((theirs[n] as Laid).root)];
          for (const [at, rect] of own.entries())
            for (const [side, value] of rect.entries())
              expect(
                Math.abs(value - (other[at]?.[side] ?? Number.NaN)),
                JSON.stringify({ block, rect, of: other[at] }),
              ).toBeLessThan(NEAR);
        }
      }),
      { numRuns: tries(40, 2000) },
    );
    expect(compared).toBeGreaterThan(60);
  });

  it('have the same lines of text', async () => {
    const widths = [60, 90.5, 133, 240];
    const blocks = widths.flatMap((width) =>
      ['left', 'right'].map((textAlign) => box({ width, wordBreak: 'break-word', lineHeight: 1.4, textAlign }, WORDS)),
    );
    const theirs = await cssLaidOut(blocks, setting);
    for (const [n, block] of blocks.entries())
      expect(linesOf(boxLaidOut(block, setting) as Laid)).toEqual(linesOf(theirs[n] as Laid));
  });

  it('that ask for more are laid out by that engine, and stand in their order', async () => {
    const blocks = [
      box({ height: 10 }),
      box({ flexWrap: 'wrap', width: 100 }, [box({ width: 60, height: 20 }), box({ width: 60, height: 20 })]),
      box({ height: 30 }),
    ];
    expect(boxLaidOut(blocks[1] as Box, setting)).toBeNull();
    expect((await laidOut(blocks, setting)).map(({ height }) => height)).toEqual([10, 40, 30]);
  });
});
