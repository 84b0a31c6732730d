import { at, list, type PhpNode, within, word } from './ast.ts';
import { tagsOf } from './markup.ts';
import type { Hook, PhpProgram, PhpScope } from './program.ts';
import { type Found, found, type Rule } from './rule.ts';
import { args, called, literal, scopeOf, variable } from './words.ts';

const isEnqueue = (node: PhpNode): boolean => /^wp_enqueue_(script|style)$/.test(called(node) ?? '');
const isRegister = (node: PhpNode): boolean => /^wp_register_(script|style)$/.test(called(node) ?? '');
/** Where scripts may be enqueued; those of single pages are named after them. */
const IN_HOOKS =
  /^(wp_enqueue_scripts|admin_enqueue_scripts|login_enqueue_scripts|enqueue_block_(editor_)?assets|customize_controls_enqueue_scripts|admin_print_(scripts|styles)-.+|load-.+)$/;
const REMOTE = /^(https?:)?\/\//i;
/** Data for whoever reads the page, and pieces of HTML: nothing of it is run. */
const DATA = /type\s*=\s*\\?["']?(application\/(ld\+)?json|text\/(template|html|x-\w+)|speculationrules)/i;
const isSheet = (tag: string): boolean => /^<link/i.test(tag) && /rel\s*=\s*\\?["']?stylesheet/i.test(tag);

/** Scripts and styles come by enqueueing, in the hooks for it, and from the plugin itself. */
export const enqueue: Rule = (program) => {
  const inHooks = new Set(
    program.hooks.filter(({ name }) => IN_HOOKS.test(name)).flatMap((hook) => reached(hook, program)),
  );
  const onPages = new Set(pageScopes(program).flatMap((scope) => allReached(scope, program)));
  return [
    ...program.files.flatMap((file) =>
      file.nodes.flatMap((node): readonly Found[] => {
        if (!isEnqueue(node) && !isRegister(node)) return [];
        const source = literal(args(node)[1]);
        if (source !== null && REMOTE.test(source))
          return [
            found('enqueue', file, node, `${called(node)}() loads from another server: put the file into the plugin`),
          ];
        const scope = scopeOf(file, node);
        return isRegister(node) || inHooks.has(scope) || onPages.has(scope)
          ? []
          : [found('enqueue', file, node, `${called(node)}() outside of the hooks for it`)];
      }),
    ),
    ...program.files.flatMap((file) =>
      tagsOf(file, ['script', 'link'])
        .filter(({ text }) => (/^<script/i.test(text) ? !DATA.test(text) : isSheet(text)))
        .map(({ line }) => found('enqueue', file, line, 'a script or style sheet that is printed: enqueue it')),
    ),
    ...program.hooks
      .filter(({ name }) => name === 'admin_enqueue_scripts')
      .flatMap((hook) => everywhere(hook, program)),
  ];
};

/** Nodes of every function that a hook leads to, in the plugin. */
const reached = ({ handlers }: Hook, program: PhpProgram): readonly PhpNode[] =>
  handlers.flatMap((scope) => allReached(scope, program));

const allReached = (scope: PhpScope, program: PhpProgram): readonly PhpNode[] =>
  [...program.leadsTo(scope)].map(({ node }) => node);

const DRAWS =
  /^(add_shortcode|add_(menu|submenu|options|management|theme|plugins|users|dashboard|posts|media|links|pages|comments)_page|add_meta_box|register_block_type)$/;

/** What draws a shortcode, a block or a page of the admin is run only where that stands. */
function pageScopes(program: PhpProgram): readonly PhpScope[] {
  const drawn = program.files.flatMap((file) =>
    file.nodes.flatMap((node) =>
      DRAWS.test(called(node) ?? '')
        ? args(node).flatMap((each) => [each, ...callbacksIn(each)].flatMap((one) => program.handlersIn(file, one)))
        : [],
    ),
  );
  return [...drawn, ...program.named('widget'), ...program.named('render_callback')];
}
/** `'render_callback' => …` of a block. */
const callbacksIn = (settings: PhpNode): readonly PhpNode[] =>
  settings.kind === 'array'
    ? list(settings, 'items').flatMap((item) =>
        literal(at(item, 'key')) === 'render_callback' ? (at(item, 'value') ?? []) : [],
      )
    : [];

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
