import { at, list, type PhpFile, type PhpNode, within } from './ast.ts';
import { found, type Rule } from './rule.ts';
import { args, called, literal } from './words.ts';

/** Constants that are there only where WordPress has loaded the file. */
const LOADED = new Set(['ABSPATH', 'WPINC', 'WP_UNINSTALL_PLUGIN']);
/** What may stand before the guard: it does nothing. */
const HARMLESS = new Set(['declare', 'usegroup', 'noop', 'commentblock', 'commentline']);

/** Every PHP file that has anything in it begins by leaving where WordPress has not loaded it. */
export const abspath: Rule = ({ files }) =>
  files.flatMap((file) => {
    const first = statementsOf(file).find((statement) => !HARMLESS.has(statement.kind));
    return first === undefined || isGuard(first)
      ? []
      : [found('abspath', file, first, 'begins without leaving where ABSPATH is not defined')];
  });

function statementsOf({ program }: PhpFile): readonly PhpNode[] {
  return list(program, 'children')
    .flatMap((node) => (node.kind === 'namespace' ? list(node, 'children') : [node]))
    .filter((node) => node.kind !== 'inline' || String(node['value']).trim() !== '')
    .filter((node) => node.kind !== 'declare' || list(node, 'children').length === 0);
}

function isGuard(statement: PhpNode): boolean {
  if (statement.kind === 'if')
    return (
      asksWhetherLoaded(at(statement, 'test')) &&
      leaves(at(statement, 'body')) &&
      at(statement, 'test')?.kind !== 'call'
    );
  const expression = at(statement, 'expression');
  return (
    expression?.kind === 'bin' &&
    ['||', 'or'].includes(String(expression['type'])) &&
    asksWhetherLoaded(at(expression, 'left')) &&
    leaves(at(expression, 'right'))
  );
}

const asksWhetherLoaded = (test: PhpNode | null): boolean =>
  test !== null &&
  [...within(test)].some((node) => called(node) === 'defined' && LOADED.has(literal(args(node)[0]) ?? ''));
const leaves = (node: PhpNode | null): boolean =>
  node !== null && [...within(node)].some(({ kind }) => kind === 'exit' || kind === 'return');
