import { at, list, type PhpFile, type PhpNode, word } from './ast.ts';
import type { PhpProgram } from './program.ts';
import { type Found, found, type Rule } from './rule.ts';
import { args, called, literal, namesOf, variable } from './words.ts';

/** What makes a text safe for the place that its name says. */
const ESCAPES =
  /^(esc_(html|attr|url|js|textarea|xml)(__|_x)?|wp_kses.*|absint|intval|floatval|wp_json_encode|number_format(_i18n)?|count|sizeof|strlen|time|sanitize_html_class|sanitize_key|sanitize_hex_color|tag_escape|rawurlencode|urlencode)$/;
/** What WordPress escapes by itself, or what says one of a few words. */
const SAFE = namesOf(`
  do_shortcode wp_nav_menu get_the_post_thumbnail wp_get_attachment_link get_the_date
  checked selected disabled readonly wp_readonly wp_nonce_field wp_create_nonce get_avatar get_the_id
  get_search_query get_search_form wp_get_attachment_image paginate_links get_submit_button
  wp_dropdown_pages wp_dropdown_categories wp_dropdown_users wp_nonce_url get_bloginfo is_rtl
`);
const REPORTS = new Set(['_e', '_ex']);

/** What goes out is escaped where it goes out. */
export const outputs: Rule = (program) =>
  program.files.flatMap((file) =>
    file.nodes
      .flatMap((node) => printed(node).flatMap((part) => unsafe(part, program).map((each) => report(file, each))))
      .concat(...file.nodes.filter((node) => REPORTS.has(called(node) ?? '')).map((node) => reportEcho(file, node))),
  );

/** What a statement prints, part by part. */
function printed(node: PhpNode): readonly PhpNode[] {
  if (node.kind === 'echo') return list(node, 'expressions');
  if (node.kind === 'print' || node.kind === 'exit') return [at(node, 'expression')].flatMap((each) => each ?? []);
  const name = called(node);
  if (name === 'printf' || name === 'vprintf') return args(node);
  return name === 'wp_die' ? args(node).slice(0, 1) : [];
}

const report = (file: PhpFile, node: PhpNode): Found =>
  found('outputs', file, node, `${spelt(node)} is printed without being escaped`);
const reportEcho = (file: PhpFile, node: PhpNode): Found[] => [
  found(
    'outputs',
    file,
    node,
    `${called(node)}() prints a translation without escaping it: use esc_html${called(node)}()`,
  ),
];

function spelt(node: PhpNode): string {
  const name = variable(node);
  if (name !== null) return `$${name}`;
  const function_ = called(node);
  return function_ === null ? 'a value' : `${function_}()`;
}

/** The parts of an expression that may hold anything. */
function unsafe(node: PhpNode | null, program: PhpProgram): readonly PhpNode[] {
  if (node === null) return [];
  const of = (...parts: (PhpNode | null)[]) => parts.flatMap((part) => unsafe(part, program));
  switch (node.kind) {
    case 'string':
    case 'nowdoc':
    case 'number':
    case 'boolean':
    case 'nullkeyword':
    case 'magic':
    case 'variadicplaceholder':
      return [];
    case 'encapsed':
      return of(...list(node, 'value').map((part) => at(part, 'expression')));
    case 'bin':
      return /^[.?]/.test(String(node['type'])) ? of(at(node, 'left'), at(node, 'right')) : [];
    case 'unary':
      return [];
    case 'retif':
      return of(at(node, 'trueExpr') ?? at(node, 'test'), at(node, 'falseExpr'));
    case 'cast':
      return /^(int|integer|float|double|bool|boolean)$/.test(String(node['type'])) ? [] : of(at(node, 'expr'));
    case 'array':
      return of(...list(node, 'items').map((item) => at(item, 'value')));
    case 'match':
      return of(...list(node, 'arms').map((arm) => at(arm, 'body')));
    case 'name':
    case 'staticlookup':
      return program.constants.has(word(node, node.kind === 'name' ? 'name' : 'offset') ?? '') || isWord(node)
        ? []
        : [node];
    case 'offsetlookup':
      // What a theme lays around a widget.
      return /^(before|after)_(widget|title)$/.test(literal(at(node, 'offset')) ?? '') ? [] : [node];
    case 'call':
      return ofCall(node, program);
    default:
      return [node];
  }
}

/** `true`, and constants of PHP that hold no text of anybody's. */
const isWord = (node: PhpNode): boolean => /^(PHP_EOL|PHP_VERSION|true|false|null)$/i.test(word(node, 'name') ?? '');

function ofCall(node: PhpNode, program: PhpProgram): readonly PhpNode[] {
  const name = called(node) ?? '';
  if (ESCAPES.test(name) || SAFE.has(name)) return [];
  const given = args(node);
  if (name === 'sprintf' || name === 'vsprintf') return given.flatMap((each) => unsafe(each, program));
  if (name === 'implode' || name === 'join') {
    const mapped = given.find((each) => called(each) === 'array_map');
    const by = mapped ? literal(args(mapped)[0]) : null;
    if (by !== null && ESCAPES.test(by))
      return given.filter((each) => each !== mapped).flatMap((each) => unsafe(each, program));
  }
  return [node];
}
