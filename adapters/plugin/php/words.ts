import { at, list, type PhpFile, type PhpNode, word } from './ast.ts';

/** The function that is called by its name, in lower case and without namespace; null for methods and what is computed. */
export function called(node: PhpNode): string | null {
  if (node.kind !== 'call') return null;
  const what = at(node, 'what');
  return what?.kind === 'name' ? plainName(word(what, 'name') ?? '') : null;
}
const plainName = (name: string): string => (name.split('\\').at(-1) ?? '').toLowerCase();

/** The method that is called, in lower case, whosever it is. */
export function calledMethod(node: PhpNode): string | null {
  if (node.kind !== 'call') return null;
  const what = at(node, 'what');
  return what !== null && /^(nullsafe)?propertylookup$|^staticlookup$/.test(what.kind)
    ? (word(what, 'offset')?.toLowerCase() ?? null)
    : null;
}

export const args = (call: PhpNode): readonly PhpNode[] => list(call, 'arguments');

/** The text of a literal; null for whatever is made at run time. */
export function literal(node: PhpNode | null | undefined): string | null {
  if (!node) return null;
  if (node.kind === 'string' || node.kind === 'nowdoc') return word(node, 'value');
  if (node.kind === 'bin' && word(node, 'type') === '.') {
    const [left, right] = [literal(at(node, 'left')), literal(at(node, 'right'))];
    return left === null || right === null ? null : left + right;
  }
  return null;
}

/** What a text begins with, as far as it is literal. */
export function beginning(node: PhpNode | null | undefined): string {
  const whole = literal(node);
  if (whole !== null || !node) return whole ?? '';
  if (node.kind === 'bin' && word(node, 'type') === '.') return beginning(at(node, 'left'));
  return node.kind === 'encapsed' ? beginning(at(list(node, 'value')[0], 'expression')) : '';
}

const SUPERGLOBALS = new Set(['_GET', '_POST', '_REQUEST', '_COOKIE', '_SERVER', '_FILES']);
/** The name of a superglobal that holds what somebody sent; without its underscore. */
export function superglobal(node: PhpNode | null): string | null {
  const name = node?.kind === 'variable' ? word(node, 'name') : null;
  return name !== null && SUPERGLOBALS.has(name) ? name.slice(1) : null;
}

const SCOPES = new Set(['function', 'method', 'closure', 'arrowfunc', 'program']);
/** The function that a node stands in; the file itself at its top level. */
export function scopeOf(file: PhpFile, node: PhpNode): PhpNode {
  let up: PhpNode | undefined = node;
  do up = file.parents.get(up);
  while (up !== undefined && !SCOPES.has(up.kind));
  return up ?? file.program;
}

/** A variable's name; null for anything else. */
export const variable = (node: PhpNode | null): string | null =>
  node?.kind === 'variable' ? word(node, 'name') : null;

/** Names of functions, as they stand in a text with blanks between. */
export const namesOf = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));
