import Parser from 'php-parser';

/** A node as the parser makes it; what it holds besides depends on its kind. Read it by `at`, `list` and `word`. */
export type PhpNode = {
  readonly kind: string;
  readonly loc?: { readonly start: { readonly line: number; readonly offset: number } } | null;
  readonly [part: string]: unknown;
};

export type PhpFile = {
  /** Its name below the plugin's folder. */
  readonly name: string;
  readonly source: string;
  readonly program: PhpNode;
  /** All of it, each before what is in it. */
  readonly nodes: readonly PhpNode[];
  readonly parents: ReadonlyMap<PhpNode, PhpNode>;
};

const isNode = (value: unknown): value is PhpNode =>
  typeof value === 'object' && value !== null && typeof (value as { kind?: unknown }).kind === 'string';

/** The part of that name where it is a node. */
export const at = (node: PhpNode | null | undefined, part: string): PhpNode | null => {
  const value = node?.[part];
  return isNode(value) ? value : null;
};
/** The nodes of a part that is a list. */
export const list = (node: PhpNode | null | undefined, part: string): readonly PhpNode[] => {
  const value = node?.[part];
  return Array.isArray(value) ? value.filter(isNode) : [];
};
/** The text of a part; of an identifier its name. */
export const word = (node: PhpNode | null | undefined, part: string): string | null => {
  const value = node?.[part];
  if (typeof value === 'string') return value;
  return isNode(value) && typeof value['name'] === 'string' ? value['name'] : null;
};
export const lineOf = (node: PhpNode): number => node.loc?.start.line ?? 1;

/** Comments are nodes too, and hang on whatever stands beside them: they are not walked. */
const BESIDE = new Set(['leadingComments', 'trailingComments', 'comments', 'errors', 'loc', 'kind']);

function insideOf(node: PhpNode): PhpNode[] {
  const inside: PhpNode[] = [];
  for (const [part, value] of Object.entries(node)) {
    if (BESIDE.has(part)) continue;
    if (isNode(value)) inside.push(value);
    else if (Array.isArray(value)) inside.push(...value.filter(isNode));
  }
  return inside;
}

/** A node and all in it. A node that says where it stands is not walked twice. */
export function* within(root: PhpNode): Generator<PhpNode> {
  const open: PhpNode[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    yield node;
    open.push(...insideOf(node).reverse());
  }
}

/** What has a name is run by whoever calls it, and not where it stands. */
const DECLARED = new Set(['function', 'method', 'class', 'interface', 'trait', 'enum']);

/** All that is run where a scope is: of a file or a function without what is declared in it. */
export function* inScope(root: PhpNode): Generator<PhpNode> {
  const open: PhpNode[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    yield node;
    if (node === root || !DECLARED.has(node.kind)) open.push(...insideOf(node).reverse());
  }
}

/** What cannot be read as PHP, and where. */
export class PhpFault extends Error {
  readonly line: number;
  constructor(message: string, line: number) {
    super(message);
    this.line = line;
  }
}

/** Reads a file; throws `PhpFault` where it is none. */
export function parsePhp(name: string, source: string): PhpFile {
  const engine = new Parser.Engine({
    parser: { extractDoc: false, suppressErrors: false, version: '8.4' },
    ast: { withPositions: true },
    lexer: { short_tags: false, asp_tags: false },
  });
  let program: PhpNode;
  try {
    program = engine.parseCode(source, name) as unknown as PhpNode;
  } catch (error) {
    const { message, lineNumber } = error as { message?: string; lineNumber?: number };
    const why = (message ?? '').replace(/^Parse Error\s*:\s*/i, '').replace(/ on line \d+$/, '');
    throw new PhpFault(error instanceof RangeError ? 'it is nested too deeply' : why, lineNumber ?? 1);
  }
  const parents = new Map<PhpNode, PhpNode>();
  const nodes: PhpNode[] = [];
  for (const node of within(program)) {
    nodes.push(node);
    for (const inner of insideOf(node)) parents.set(inner, node);
  }
  return { name, source, program, nodes, parents };
}

/** From the nearest to the farthest. */
export function* above(file: PhpFile, node: PhpNode): Generator<PhpNode> {
  for (let up = file.parents.get(node); up !== undefined; up = file.parents.get(up)) yield up;
}
