import { at, inScope, lineOf, list, type PhpNode, within, word } from './ast.ts';
import type { Hook, PhpProgram, PhpScope } from './program.ts';
import { type Found, found, type Rule } from './rule.ts';
import { args, called, calledMethod, literal, scopeOf, variable } from './words.ts';

const ENQUEUES = new Set(['wp_enqueue_script', 'wp_enqueue_style', 'wp_register_script', 'wp_register_style']);
const isEnqueue = (node: PhpNode): boolean => ENQUEUES.has(called(node) ?? '');
/** Where scripts may be enqueued; those of single pages are named after them. */
const IN_HOOKS =
  /^(wp_enqueue_scripts|admin_enqueue_scripts|login_enqueue_scripts|enqueue_block_(editor_)?assets|customize_controls_enqueue_scripts|admin_print_(scripts|styles)-.+|load-.+)$/;
const REMOTE = /^(https?:)?\/\//i;
const TAG = /<script\b[^>]*>|<link\b[^>]*rel\s*=\s*\\?["']?stylesheet[^>]*>/gi;

/** Scripts and styles come by enqueueing, in the hooks for it, and from the plugin itself. */
export const enqueue: Rule = (program) => {
  const inHooks = new Set(
    program.hooks.filter(({ name }) => IN_HOOKS.test(name)).flatMap((hook) => reached(hook, program)),
  );
  const shortcodes = new Set(shortcodeScopes(program).flatMap((scope) => allReached(scope, program)));
  return [
    ...program.files.flatMap((file) =>
      file.nodes.flatMap((node): readonly Found[] => {
        if (isEnqueue(node)) {
          const source = literal(args(node)[1]);
          if (source !== null && REMOTE.test(source))
            return [
              found('enqueue', file, node, `${called(node)}() loads from another server: put the file into the plugin`),
            ];
          const scope = scopeOf(file, node);
          return inHooks.has(scope) || shortcodes.has(scope)
            ? []
            : [found('enqueue', file, node, `${called(node)}() outside of the hooks for it`)];
        }
        if (node.kind !== 'inline' && node.kind !== 'string' && node.kind !== 'nowdoc') return [];
        const text = word(node, 'value') ?? '';
        return [...text.matchAll(TAG)].map(({ index }) => {
          const line = lineOf(node) + (text.slice(0, index).match(/\n/g)?.length ?? 0);
          return found('enqueue', file, line, 'a script or style sheet that is printed: enqueue it');
        });
      }),
    ),
    ...program.hooks
      .filter(({ name }) => name === 'admin_enqueue_scripts')
      .flatMap((hook) => everywhere(hook, program)),
  ];
};

/** Nodes of every function that a hook leads to, in the plugin. */
const reached = ({ handlers }: Hook, program: PhpProgram): readonly PhpNode[] =>
  handlers.flatMap((scope) => allReached(scope, program));

function allReached(scope: PhpScope, program: PhpProgram, steps = 3): readonly PhpNode[] {
  const onward =
    steps === 0
      ? []
      : [...inScope(scope.node)].flatMap((node) => {
          const name = called(node) ?? calledMethod(node);
          return name === null ? [] : program.named(name).flatMap((next) => allReached(next, program, steps - 1));
        });
  return [scope.node, ...onward];
}

/** What draws a shortcode or a block is run only where that stands. */
function shortcodeScopes(program: PhpProgram): readonly PhpScope[] {
  return program.files.flatMap((file) =>
    file.nodes.flatMap((node) => {
      if (called(node) !== 'add_shortcode') return [];
      const callback = args(node)[1];
      const method = callback?.kind === 'array' ? literal(at(list(callback, 'items')[1], 'value')) : literal(callback);
      return method === null ? [] : program.named(method);
    }),
  );
}

/** A callback of the admin that enqueues without looking at which page it is. */
function everywhere({ handlers, file, call }: Hook, program: PhpProgram): readonly Found[] {
  return handlers.flatMap((scope): readonly Found[] => {
    const isEnqueueing = program.reaches(scope, isEnqueue);
    if (!isEnqueueing || looksAtPage(scope)) return [];
    const place = scope.name === null ? { file, node: call } : { file: scope.file, node: scope.node };
    return [
      found(
        'enqueue_where_needed',
        place.file,
        place.node,
        'enqueues on every page of the admin: look at the hook suffix first',
      ),
    ];
  });
}

function looksAtPage({ node }: PhpScope): boolean {
  const hook = word(list(node, 'arguments')[0], 'name');
  const body = at(node, 'body');
  if (body === null) return false;
  return [...within(body)].some(
    (inner) => (hook !== null && variable(inner) === hook) || called(inner) === 'get_current_screen',
  );
}
