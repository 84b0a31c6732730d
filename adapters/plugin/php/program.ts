import { at, inScope, list, type PhpFile, type PhpNode, word } from './ast.ts';
import { args, called, calledMethod, literal, scopeOf } from './words.ts';

/** A function or method of the plugin, or a file's top level. */
export type PhpScope = { readonly file: PhpFile; readonly node: PhpNode; readonly name: string | null };
/** What is to be called where WordPress comes by. */
export type Hook = {
  readonly file: PhpFile;
  readonly call: PhpNode;
  readonly name: string;
  /** The functions it may be; none where it is not the plugin's, or cannot be found. */
  readonly handlers: readonly PhpScope[];
  /** It is named in a way that is followed here. */
  readonly followed: boolean;
};

/** All PHP of the plugin, and who calls whom in it, as far as names tell. */
export type PhpProgram = {
  readonly files: readonly PhpFile[];
  readonly hooks: readonly Hook[];
  /** Functions and methods by name, in lower case. */
  named(name: string): readonly PhpScope[];
  /** Literals of constants, by name. */
  readonly constants: ReadonlyMap<string, string>;
  /** Where a function or method of that name is called. */
  callsOf(name: string): readonly { readonly file: PhpFile; readonly call: PhpNode }[];
  /** Whether that holds of what is in the scope, or of a function of the plugin that it calls, some steps on. */
  reaches(scope: PhpScope, holds: (node: PhpNode) => boolean): boolean;
};

const STEPS = 3;

export function programOf(files: readonly PhpFile[]): PhpProgram {
  const scopes = new Map<string, PhpScope[]>();
  const calls = new Map<string, { file: PhpFile; call: PhpNode }[]>();
  const constants = new Map<string, string>();
  for (const file of files)
    for (const node of file.nodes) {
      if (node.kind === 'function' || node.kind === 'method') {
        const name = word(node, 'name')?.toLowerCase() ?? '';
        scopes.set(name, [...(scopes.get(name) ?? []), { file, node, name }]);
      }
      const name = called(node) ?? calledMethod(node);
      if (name !== null) calls.set(name, [...(calls.get(name) ?? []), { file, call: node }]);
      for (const [constant, value] of constantsIn(node)) constants.set(constant, value);
    }
  const named = (name: string) => scopes.get(name.toLowerCase()) ?? [];

  function reaches(scope: PhpScope, holds: (node: PhpNode) => boolean, steps = STEPS): boolean {
    const onward: string[] = [];
    for (const node of inScope(scope.node)) {
      if (holds(node)) return true;
      const name = called(node) ?? calledMethod(node);
      if (name !== null && scopes.has(name)) onward.push(name);
    }
    return steps > 0 && onward.some((name) => named(name).some((next) => reaches(next, holds, steps - 1)));
  }

  const hooks = files.flatMap((file) =>
    file.nodes.flatMap((call): Hook[] => {
      const kind = called(call);
      if (kind !== 'add_action' && kind !== 'add_filter') return [];
      const [hook, callback] = args(call);
      const name = literal(hook);
      if (name === null || !callback) return [];
      return [{ file, call, name, ...handlersOf(file, callback, named) }];
    }),
  );
  return { files, hooks, named, constants, callsOf: (name) => calls.get(name.toLowerCase()) ?? [], reaches };
}

function constantsIn(node: PhpNode): readonly (readonly [string, string])[] {
  if (called(node) === 'define') {
    const [name, value] = args(node).map(literal);
    return name !== null && name !== undefined && value !== null && value !== undefined ? [[name, value]] : [];
  }
  if (node.kind !== 'constantstatement' && node.kind !== 'classconstant') return [];
  return list(node, 'constants').flatMap((each): [string, string][] => {
    const [name, value] = [word(each, 'name'), literal(at(each, 'value'))];
    return name === null || value === null ? [] : [[name, value]];
  });
}

/** `'name'`, `'Class::name'`, `[ $this, 'name' ]`, a function in its place, `$this->name( ... )`. */
function handlersOf(
  file: PhpFile,
  callback: PhpNode,
  named: (name: string) => readonly PhpScope[],
): Pick<Hook, 'handlers' | 'followed'> {
  if (callback.kind === 'closure' || callback.kind === 'arrowfunc')
    return { handlers: [{ file, node: callback, name: null }], followed: true };
  const items = callback.kind === 'array' ? list(callback, 'items') : [];
  const method = items.length === 2 ? literal(at(items[1], 'value')) : null;
  const firstClass = callback.kind === 'call' ? (called(callback) ?? calledMethod(callback)) : null;
  const name = literal(callback)?.split('::').at(-1) ?? method ?? firstClass;
  return name === null ? { handlers: [], followed: false } : { handlers: named(name), followed: true };
}

/** The scope that a node stands in, as one. */
export function scopeAround(file: PhpFile, node: PhpNode): PhpScope {
  const scope = scopeOf(file, node);
  return { file, node: scope, name: word(scope, 'name')?.toLowerCase() ?? null };
}
