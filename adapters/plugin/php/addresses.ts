import { at, inScope, type PhpFile, type PhpNode, within } from './ast.ts';
import type { PhpProgram } from './program.ts';
import { found, type Rule } from './rule.ts';
import { args, called, calledMethod, literal, scopeOf, superglobal, variable } from './words.ts';

const KEYS = /^(REMOTE_ADDR|HTTP_X_FORWARDED_FOR|HTTP_CLIENT_IP|HTTP_X_REAL_IP|HTTP_CF_CONNECTING_IP|HTTP_FORWARDED)$/;
/** Functions that keep what they are given, or send it on. */
const KEEPS =
  /^((update|add|set)_(option|site_option|network_option|transient|site_transient|user_meta|post_meta|term_meta|comment_meta|metadata)|file_put_contents|fwrite|fputs|error_log|wp_insert_\w+|wp_(safe_)?remote_(get|post|request)|wp_cache_set)$/;
/** Of `$wpdb`. */
const METHODS = new Set(['insert', 'update', 'replace', 'query', 'prepare', 'insert_or_update']);
/** What makes of an address something that is none. */
const FORGETS = new Set([
  'wp_privacy_anonymize_ip',
  'wp_hash',
  'hash',
  'hash_hmac',
  'md5',
  'sha1',
  'crc32',
  'wp_hash_password',
]);

/** Addresses of visitors are not kept: neither directly, nor through a variable of the function that keeps them. */
export const addresses: Rule = (program) =>
  program.files.flatMap((file) =>
    file.nodes.flatMap((node) => {
      const keeps = KEEPS.test(called(node) ?? '') || METHODS.has(calledMethod(node) ?? '');
      if (!keeps) return [];
      const tainted = taintedIn(file, node, program);
      return args(node).some((given) => holdsAddress(given, tainted, program))
        ? [
            found(
              'addresses',
              file,
              node,
              `${called(node) ?? `$wpdb->${calledMethod(node)}`}() keeps the address of a visitor`,
            ),
          ]
        : [];
    }),
  );

function taintedIn(file: PhpFile, node: PhpNode, program: PhpProgram): ReadonlySet<string> {
  const names = new Set<string>();
  for (const inner of inScope(scopeOf(file, node)))
    if (inner.kind === 'assign') {
      const name = variable(at(inner, 'left')) ?? variable(at(at(inner, 'left'), 'what'));
      const right = at(inner, 'right');
      if (name !== null && right !== null && holdsAddress(right, names, program)) names.add(name);
    }
  return names;
}

function holdsAddress(node: PhpNode, tainted: ReadonlySet<string>, program: PhpProgram, steps = 2): boolean {
  if (FORGETS.has(called(node) ?? '')) return false;
  if (node.kind === 'offsetlookup' && superglobal(at(node, 'what')) === 'SERVER')
    return KEYS.test(literal(at(node, 'offset')) ?? '');
  if (tainted.has(variable(node) ?? '')) return true;
  const name = called(node) ?? calledMethod(node);
  const own = name === null || steps === 0 ? [] : program.named(name);
  if (own.some((scope) => answersAddress(scope.node, program, steps - 1))) return true;
  return partsOf(node).some((part) => holdsAddress(part, tainted, program, steps));
}

/** A function of the plugin that answers one. */
const answersAddress = (scope: PhpNode, program: PhpProgram, steps: number): boolean =>
  [...within(scope)].some((node) => {
    const answer = node.kind === 'return' ? at(node, 'expr') : null;
    return answer !== null && holdsAddress(answer, new Set(), program, steps);
  });

function partsOf(node: PhpNode): readonly PhpNode[] {
  return Object.entries(node).flatMap(([part, value]) => {
    if (part === 'loc' || part.endsWith('omments')) return [];
    const all: readonly unknown[] = Array.isArray(value) ? value : [value];
    return all.filter((each): each is PhpNode => typeof each === 'object' && each !== null && 'kind' in each);
  });
}
