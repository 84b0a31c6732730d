import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { allFiles, files, nodesOf, parsed, sources, text } from './sources.ts';

/** Where bytes become values: what is read there is taken at its word. */
const AT_THE_EDGE = /^(runtime|adapters)\//;
const COMPILED = [...sources, ...['test', 'bench', 'scripts'].flatMap(files)];

/** Casts that hide a type from the compiler. */
const castsIn = (source: string): number => source.match(/\bas (unknown as|never|any)\b/g)?.length ?? 0;
/** Data read by a name in quotes, of whatever type it may be. */
const untypedIn = (source: string): number => source.match(/\b(data|payload|result)\['/g)?.length ?? 0;

/** Literals spread into literals, which say nothing: `{ a, ...{ b, c } }`, `[a, ...[b]]`. */
function tricksIn(source: string): number {
  if (!/\.\.\.[[{]/.test(source)) return 0;
  const spreads = nodesOf(parsed('any.tsx', source), (node) => ts.isSpreadAssignment(node) || ts.isSpreadElement(node));
  return spreads.filter(
    ({ expression, parent }) =>
      (ts.isObjectLiteralExpression(expression) && ts.isObjectLiteralExpression(parent)) ||
      (ts.isArrayLiteralExpression(expression) && ts.isArrayLiteralExpression(parent)),
  ).length;
}
const total = (of: readonly string[], count: (source: string) => number): number =>
  of.reduce((sum, file) => sum + count(text(file)), 0);

/** So many there are. A number here may only become less: whoever takes some away writes down how many are left. */
const CASTS_LEFT = 16;
const UNTYPED_LEFT = 15;

describe('the style', () => {
  it('hides no more types than it did', () => {
    const inside = sources.filter((file) => !AT_THE_EDGE.test(file));
    expect(total(inside, castsIn)).toBe(CASTS_LEFT);
    expect(castsIn('const a = b as unknown as C; f(d as never); (e as any).f; g as known')).toBe(3);
  });

  it('reads no more data by names in quotes than it did', () => {
    const told = sources.filter((file) => /^(sagas|commands)\//.test(file));
    expect(total(told, untypedIn)).toBe(UNTYPED_LEFT);
    expect(untypedIn("f(event.data['x'], call.payload['y'], data.z)")).toBe(2);
  });

  it('writes objects as objects: nothing is spread only to stand on one line', () => {
    expect(COMPILED.filter((file) => tricksIn(text(file)) > 0)).toEqual([]);
    expect(tricksIn('f({ a, ...{ b, c } }, [d, ...[e]]); g({ ...h }, ...[i], [...j.map(k)])')).toBe(2);
  });

  it('counts the files of a feature as the walks of the architecture do', () => {
    const doc = text('docs/ARCHITECTURE.md');
    const walk = (heading: string): string[] => {
      const [, after = ''] = doc.split(`### ${heading}\n`);
      const [section = ''] = after.split('\n## ')[0]?.split('\n### ') ?? [];
      return [...section.matchAll(/^- `([^`]+)`/gm)].map(([, file = '']) => file).sort();
    };
    // Pages are a walk of their own: docs/pages.md.
    const named = [...sources, ...allFiles('test')].filter(
      (file) => /\/price-book[^/]*\.ts$/.test(file) && !file.startsWith('test/pages/'),
    );
    const wired = sources.filter((file) => file.startsWith('app/') && text(file).includes("/price-book'"));
    const listed = sources.filter((file) => file.endsWith('/events.ts') && text(file).includes('PriceBookRevised'));
    expect(walk('An aggregate with API and projection')).toEqual(
      [...named, ...wired, ...listed, 'test/golden-events/PriceBookRevised.json'].sort(),
    );
    const asked = sources.filter((file) => /\bdunningResume\b|\bdunning_resume\b/.test(text(file)));
    expect(walk('A saga step with a new effect')).toEqual(asked.sort());
  });
});
