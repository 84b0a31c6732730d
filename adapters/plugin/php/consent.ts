import { above, at, inScope, lineOf, list, type PhpFile, type PhpNode, within, word } from './ast.ts';
import { verifiesNonce } from './nonces.ts';
import { type PhpProgram, scopeAround } from './program.ts';
import { found, type Rule } from './rule.ts';
import { args, called, calledMethod, scopeOf, variable } from './words.ts';

const CALLS = /^wp_(safe_)?remote_(get|post|request|head)$/;
const OPTIONS = new Set([
  'get_option',
  'get_site_option',
  'get_network_option',
  'get_user_meta',
  'get_theme_mod',
  'get_transient',
]);
const OWN = new Set(['home_url', 'site_url', 'get_home_url', 'get_site_url', 'admin_url', 'rest_url', 'get_rest_url']);
const readsOption = (node: PhpNode): boolean => OPTIONS.has(called(node) ?? '');
/** How many callers back a guard is looked for. */
const STEPS = 3;

/** Nothing is sent anywhere that somebody has not agreed to: by a setting that is asked, or by the button that they pressed. */
export const consent: Rule = (program) =>
  program.files.flatMap((file) =>
    file.nodes
      .filter((node) => CALLS.test(called(node) ?? ''))
      .filter((node) => !isOwn(node) && !isGuarded(file, node, program, STEPS))
      .map((node) => found('consent', file, node, `${called(node)}() without asking for consent before`)),
  );

/** A request of the site to itself tells nobody anything. */
const isOwn = (call: PhpNode): boolean => {
  const [address] = args(call);
  return address !== undefined && [...within(address)].some((node) => OWN.has(called(node) ?? ''));
};

function isGuarded(file: PhpFile, call: PhpNode, program: PhpProgram, steps: number): boolean {
  const scope = scopeOf(file, call);
  if (program.reaches(scopeAround(file, call), verifiesNonce)) return true;
  if (isBehindSetting(file, call, scope, program)) return true;
  const name = scopeAround(file, call).name;
  if (name === null || steps === 0) return false;
  const calls = program.callsOf(name);
  return calls.length > 0 && calls.every(({ file: of, call: from }) => isGuarded(of, from, program, steps - 1));
}

/** A condition on a setting stands around the call, or leaves the function before it. */
function isBehindSetting(file: PhpFile, call: PhpNode, scope: PhpNode, program: PhpProgram): boolean {
  const settings = settingsIn(scope, program);
  const asks = (test: PhpNode | null) =>
    test !== null && [...within(test)].some((node) => isSetting(node, program) || settings.has(variable(node) ?? ''));
  for (const up of above(file, call)) {
    if (up === scope) break;
    if ((up.kind === 'if' || up.kind === 'retif') && asks(at(up, 'test'))) return true;
    if (up.kind === 'bin' && /^(&&|and|\|\||or)$/.test(String(up['type'])) && asks(at(up, 'left'))) return true;
  }
  return [...inScope(scope)].some(
    (node) => node.kind === 'if' && lineOf(node) < lineOf(call) && asks(at(node, 'test')) && leaves(at(node, 'body')),
  );
}

/** Variables that were given a setting in that function. */
function settingsIn(scope: PhpNode, program: PhpProgram): ReadonlySet<string> {
  const names = new Set<string>();
  for (const node of inScope(scope))
    if (node.kind === 'assign') {
      const name = variable(at(node, 'left'));
      const right = at(node, 'right');
      if (name !== null && right !== null && [...within(right)].some((inner) => isSetting(inner, program)))
        names.add(name);
    }
  return names;
}

/** It reads a setting, or calls a function of the plugin that does. */
function isSetting(node: PhpNode, program: PhpProgram): boolean {
  if (/propertylookup$|^staticlookup$/.test(node.kind) && settingProperties(program).has(word(node, 'offset') ?? ''))
    return true;
  const name = called(node) ?? calledMethod(node);
  if (name === null) return false;
  if (OPTIONS.has(name)) return true;
  return program.named(name).some((scope) => program.reaches(scope, readsOption));
}

const properties = new WeakMap<PhpProgram, ReadonlySet<string>>();
/** Properties of the plugin's classes that are given a setting somewhere. */
function settingProperties(program: PhpProgram): ReadonlySet<string> {
  const known = properties.get(program);
  if (known !== undefined) return known;
  const names = new Set<string>();
  for (const { nodes } of program.files)
    for (const node of nodes) {
      const [left, right] = node.kind === 'assign' ? [at(node, 'left'), at(node, 'right')] : [null, null];
      if (left === null || right === null || !/lookup$/.test(left.kind)) continue;
      if ([...within(right)].some((inner) => OPTIONS.has(called(inner) ?? ''))) names.add(word(left, 'offset') ?? '');
    }
  properties.set(program, names);
  return names;
}

const leaves = (body: PhpNode | null): boolean =>
  body !== null &&
  [body, ...list(body, 'children')].some(
    (node) => ['return', 'throw', 'continue', 'break'].includes(node.kind) || at(node, 'expression')?.kind === 'exit',
  );
