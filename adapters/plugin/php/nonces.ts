import { above, at, inScope, lineOf, type PhpFile, type PhpNode, within, word } from './ast.ts';
import { tagsOf } from './markup.ts';
import { type PhpProgram, scopeAround } from './program.ts';
import { type Found, found, type Rule } from './rule.ts';
import { args, called, calledMethod, literal, scopeOf, superglobal, variable } from './words.ts';

const VERIFIES = new Set(['wp_verify_nonce', 'check_admin_referer', 'check_ajax_referer']);
export const verifiesNonce = (node: PhpNode): boolean => VERIFIES.has(called(node) ?? '');
const asksMay = (node: PhpNode): boolean =>
  ['current_user_can', 'user_can', 'current_user_can_for_site'].includes(called(node) ?? '');
/** What puts a nonce into a form. */
const FIELDS = new Set([
  'wp_nonce_field',
  'settings_fields',
  'wp_create_nonce',
  'wp_comment_form_unfiltered_html_nonce',
]);

const putsField = (node: PhpNode): boolean => FIELDS.has(called(node) ?? '');

/** Forms carry a nonce, handlers verify it, and what was sent is not looked at before. */
export const nonces: Rule = (program) => [
  ...program.files.flatMap((file) => [...formsOf(file, program), ...readsOf(file, program)]),
  ...handlersOf(program),
];

/** Forms that are posted, in HTML and in texts of HTML. */
function formsOf(file: PhpFile, program: PhpProgram): readonly Found[] {
  return tagsOf(file, ['form']).flatMap(({ node, line, text }): Found[] => {
    if (!/method\s*=\s*\\?["']?post/i.test(text)) return [];
    const hasField = program.reaches(scopeAround(file, node), putsField);
    return hasField ? [] : [found('nonces', file, line, 'a form without a nonce: use wp_nonce_field()')];
  });
}

/** `admin_post_` and AJAX: whoever is signed in can be made to call them. */
const HANDLER = /^(wp_ajax_(nopriv_)?|admin_post_(nopriv_)?)./;
function handlersOf(program: PhpProgram): readonly Found[] {
  const seen = new Set<PhpNode>();
  return program.hooks.flatMap(({ file, call, name, handlers, followed }): Found[] => {
    const [, , open, opened] = HANDLER.exec(name) ?? [];
    if (!HANDLER.test(name)) return [];
    if (handlers.length === 0)
      return [
        found('nonces', file, call, `the handler of ${name} is ${followed ? 'not in the plugin' : 'not to be found'}`),
      ];
    return handlers.flatMap((handler): Found[] => {
      if (seen.has(handler.node)) return [];
      seen.add(handler.node);
      const place = handler.name === null ? call : handler.node;
      const of = handler.name === null ? `the handler of ${name}` : `${handler.name}(), the handler of ${name},`;
      const isOpen = open !== undefined || opened !== undefined;
      return [
        ...(program.reaches(handler, verifiesNonce)
          ? []
          : [found('nonces', handler.file, place, `${of} verifies no nonce`)]),
        ...(isOpen || program.reaches(handler, asksMay)
          ? []
          : [found('capabilities', handler.file, place, `${of} does not ask current_user_can()`)]),
      ];
    });
  });
}

/** What leaves something behind: an address that leads to it does so for whoever is made to follow it. */
const CHANGES =
  /^((update|add|delete|set)_(option|site_option|transient|site_transient|user_meta|post_meta|term_meta|comment_meta)|wp_(insert|update|delete|trash)_\w+|wp_set_\w+|wp_mail|wp_schedule_\w+|wp_clear_scheduled_\w+|(de)?activate_plugins?|unlink|wp_delete_file)$/;
const OF_DATABASE = new Set(['insert', 'update', 'delete', 'replace', 'query']);
const changes = (node: PhpNode): boolean => {
  const what = node.kind === 'call' ? at(node, 'what') : null;
  return (
    CHANGES.test(called(node) ?? '') ||
    (OF_DATABASE.has(calledMethod(node) ?? '') && variable(at(what, 'what')) === 'wpdb')
  );
};

/**
 * What was sent is looked at only after a nonce was verified, in the same function or by one that it calls before. What an address
 * tells may be shown without one, and not acted upon.
 */
function readsOf(file: PhpFile, program: PhpProgram): readonly Found[] {
  const told = new Set<PhpNode>();
  return file.nodes.flatMap((node): Found[] => {
    const source = superglobal(node);
    if (source === null || source === 'SERVER' || source === 'COOKIE') return [];
    const scope = scopeOf(file, node);
    if (told.has(scope) || isAskedFor(file, node) || isNonce(file, node, scope)) return [];
    const isSent = source === 'POST' || source === 'FILES';
    if (!isSent && !program.reaches(scopeAround(file, node), changes)) return [];
    // Where a nonce is verified at all, what was asked besides may be for showing.
    const before = [...inScope(scope)].filter((each) => !isSent || lineOf(each) <= lineOf(node));
    const isVerified = before.some(
      (each) =>
        verifiesNonce(each) || program.calledBy(file, each).some((next) => program.reaches(next, verifiesNonce)),
    );
    if (isVerified || isOfVerifier(scope, program)) return [];
    told.add(scope);
    return [found('nonces', file, node, `$_${source} is read before a nonce is verified`)];
  });
}

/** It is the nonce that is read, by its name or because it is verified afterwards. */
function isNonce(file: PhpFile, node: PhpNode, scope: PhpNode): boolean {
  const up = file.parents.get(node);
  if (up?.kind === 'offsetlookup' && /nonce|^security$/i.test(literal(at(up, 'offset')) ?? '')) return true;
  let name: string | null = null;
  for (const each of above(file, node)) {
    if (each.kind === 'assign') name = variable(at(each, 'left'));
    if (name !== null || each === scope) break;
  }
  if (name === null) return false;
  return [...inScope(scope)].some(
    (each) => verifiesNonce(each) && [...within(each)].some((inner) => variable(inner) === name),
  );
}

/** Whether it is there, or the nonce itself. */
function isAskedFor(file: PhpFile, node: PhpNode): boolean {
  for (let up = file.parents.get(node); up !== undefined; up = file.parents.get(up)) {
    if (up.kind === 'isset' || up.kind === 'empty' || verifiesNonce(up)) return true;
    if (/statement$|^(if|return|echo|block|method|function|closure|program)$/.test(up.kind)) return false;
  }
  return false;
}

/** It is called by what has verified one: its callers all do so before. */
function isOfVerifier(scope: PhpNode, program: PhpProgram): boolean {
  const name = word(scope, 'name');
  if (name === null) return false;
  const calls = program.callsOf(name);
  return (
    calls.length > 0 &&
    calls.every(({ file: of, call }) =>
      [...inScope(scopeOf(of, call))].some((each) => lineOf(each) <= lineOf(call) && verifiesNonce(each)),
    )
  );
}

/** REST routes say who may call them. */
export const restRoutes: Rule = ({ files }) =>
  files.flatMap((file) =>
    file.nodes.flatMap((node) => {
      if (called(node) !== 'register_rest_route') return [];
      const settings = args(node)[2];
      const says =
        settings !== undefined &&
        [...within(settings)].some((inner) => literal(keyOf(inner)) === 'permission_callback');
      const isElsewhere = settings !== undefined && settings.kind !== 'array';
      return says || isElsewhere
        ? []
        : [found('capabilities', file, node, 'register_rest_route() without a permission_callback')];
    }),
  );
const keyOf = (node: PhpNode): PhpNode | null =>
  node.kind === 'entry' ? ((node['key'] as PhpNode | null) ?? null) : null;
