import { above, at, inScope, list, type PhpFile, type PhpNode, word } from './ast.ts';
import { args, beginning, called, calledMethod, literal, scopeOf } from './words.ts';

/** A function or method of the plugin, or a file's top level. */
export type PhpScope = { readonly file: PhpFile; readonly node: PhpNode; readonly name: string | null };
/** What is to be called where WordPress comes by. */
export type Hook = {
  readonly file: PhpFile;
  readonly call: PhpNode;
  /** Of a name that is made at run time its beginning and a star. */
  readonly name: string;
  /** The functions it may be; none where it is not the plugin's, or cannot be found. */
  readonly handlers: readonly PhpScope[];
  /** It is named in a way that is followed here. */
  readonly followed: boolean;
};

/** What is asked of a node; give the same function each time, as its answers are remembered. */
export type Holds = (node: PhpNode) => boolean;

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
  /** The functions that a callback may be. */
  handlersIn(file: PhpFile, callback: PhpNode): readonly PhpScope[];
  /** The scope itself and the plugin's own functions that it leads to, some steps on. */
  leadsTo(scope: PhpScope): Iterable<PhpScope>;
  /** Whether that holds of what is in the scope, or of a function of the plugin that it calls, some steps on. */
  reaches(scope: PhpScope, holds: Holds): boolean;
  /** The functions of the plugin that a call may be of. */
  calledBy(file: PhpFile, call: PhpNode): readonly PhpScope[];
};

const STEPS = 3;

export function programOf(files: readonly PhpFile[]): PhpProgram {
  const scopes = new Map<string, PhpScope[]>();
  const calls = new Map<string, { file: PhpFile; call: PhpNode }[]>();
  const constants = new Map<string, string>();
  const methods = new Map<PhpNode, Map<string, PhpScope>>();
  for (const file of files)
    for (const node of file.nodes) {
      if (node.kind === 'function' || node.kind === 'method') {
        const name = word(node, 'name')?.toLowerCase() ?? '';
        const scope = { file, node, name };
        pushed(scopes, name, scope);
        const owner = node.kind === 'method' ? file.parents.get(node) : undefined;
        if (owner) methods.set(owner, (methods.get(owner) ?? new Map<string, PhpScope>()).set(name, scope));
      }
      const name = called(node) ?? calledMethod(node);
      if (name !== null) pushed(calls, name, { file, call: node });
      for (const [constant, value] of constantsIn(node)) constants.set(constant, value);
    }
  const named = (name: string) => scopes.get(name.toLowerCase()) ?? [];

  const onward = new Map<PhpNode, readonly PhpScope[]>();
  /** The plugin's own functions that a scope calls, each once; found out once. */
  function next({ file, node: root }: PhpScope): readonly PhpScope[] {
    const known = onward.get(root);
    if (known !== undefined) return known;
    const found = new Set<PhpScope>();
    for (const node of inScope(root)) for (const scope of calledBy(file, node)) found.add(scope);
    onward.set(root, [...found]);
    return [...found];
  }
  /** Of its own class where it says so, else any of that name. */
  function calledBy(file: PhpFile, call: PhpNode): readonly PhpScope[] {
    const name = called(call) ?? calledMethod(call);
    if (name === null) return [];
    const own = isOwnMethod(call) ? methods.get(classAround(file, call) ?? call)?.get(name) : undefined;
    return own === undefined ? named(name) : [own];
  }

  /** Scopes that one leads to, each once and the nearest first. */
  function* leadsTo(first: PhpScope): Generator<PhpScope> {
    const seen = new Set<PhpNode>([first.node]);
    let front: readonly PhpScope[] = [first];
    for (let steps = 0; front.length > 0; steps++) {
      yield* front;
      const further = steps < STEPS ? front.flatMap(next) : [];
      front = further.filter(({ node }) => !seen.has(node) && seen.add(node));
    }
  }
  const direct = new Map<Holds, Map<PhpNode, boolean>>();
  const answers = new Map<Holds, Map<PhpNode, boolean>>();
  const holdsIn = (root: PhpNode, holds: Holds): boolean =>
    remembered(direct, holds, root, () => {
      for (const inner of inScope(root)) if (holds(inner)) return true;
      return false;
    });
  const reaches = (scope: PhpScope, holds: Holds): boolean =>
    remembered(answers, holds, scope.node, () => {
      for (const { node } of leadsTo(scope)) if (holdsIn(node, holds)) return true;
      return false;
    });

  const hooks = files.flatMap((file) =>
    file.nodes.flatMap((call): Hook[] => {
      const kind = called(call);
      if (kind !== 'add_action' && kind !== 'add_filter') return [];
      const [hook, callback] = args(call);
      const name = literal(hook) ?? `${beginning(hook)}*`;
      if (name === '*' || !callback) return [];
      return [{ file, call, name, ...handlersOf(file, callback, named) }];
    }),
  );
  const handlersIn = (file: PhpFile, callback: PhpNode) => handlersOf(file, callback, named).handlers;
  const callsOf = (name: string) => calls.get(name.toLowerCase()) ?? [];
  return { files, hooks, named, constants, callsOf, calledBy, leadsTo, reaches, handlersIn };
}

function pushed<V>(lists: Map<string, V[]>, name: string, value: V): void {
  const known = lists.get(name);
  if (known === undefined) lists.set(name, [value]);
  else known.push(value);
}

function remembered(all: Map<Holds, Map<PhpNode, boolean>>, holds: Holds, node: PhpNode, find: () => boolean): boolean {
  const answers = all.get(holds) ?? new Map<PhpNode, boolean>();
  all.set(holds, answers);
  const known = answers.get(node) ?? find();
  answers.set(node, known);
  return known;
}

/** `$this->save()`, `self::save()`, `static::save()`. */
function isOwnMethod(call: PhpNode): boolean {
  const of = at(at(call, 'what'), 'what');
  return (of?.kind === 'variable' && word(of, 'name') === 'this') || /^(self|static)reference$/.test(of?.kind ?? '');
}
function classAround(file: PhpFile, node: PhpNode): PhpNode | null {
  for (const up of above(file, node)) if (/^(class|trait|enum)$/.test(up.kind)) return up;
  return null;
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
