import { above, at, type PhpFile, type PhpNode, within, word } from './ast.ts';
import { eachNode, found } from './rule.ts';
import { args, called, calledMethod, literal, namesOf, superglobal } from './words.ts';

/** What makes what somebody sent into what was asked for. */
const SANITIZERS = namesOf(`
  absint intval floatval doubleval boolval is_numeric is_email esc_url_raw esc_url
  rest_sanitize_boolean wp_validate_boolean rest_sanitize_array wp_parse_id_list wp_verify_nonce
  check_admin_referer check_ajax_referer esc_html esc_attr esc_textarea esc_js balanceTags filter_var
  wp_strip_all_tags validate_file wp_validate_redirect wp_sanitize_redirect hash_equals
  array_key_exists in_array count is_array is_string ctype_digit wp_handle_upload media_handle_upload
`);
export const isSanitizer = (name: string): boolean =>
  SANITIZERS.has(name) || /saniti[sz]e/.test(name) || name.startsWith('wp_kses');
/** What hands a value on as it is. */
const HANDS_ON = new Set([
  'wp_unslash',
  'stripslashes',
  'stripslashes_deep',
  'trim',
  'strtolower',
  'strtoupper',
  'rawurldecode',
  'urldecode',
]);
const COMPARES = new Set([
  '==',
  '===',
  '!=',
  '!==',
  '<',
  '>',
  '<=',
  '>=',
  '<=>',
  '&&',
  '||',
  'and',
  'or',
  'instanceof',
]);

/** What comes in is sanitized where it is taken: nothing of it lies about as it was sent. */
export const inputs = eachNode((node, file) => {
  if (called(node) === 'filter_input') return filterInput(node, file);
  const source = superglobal(node);
  if (source === null || isFine(file, node)) return null;
  return found('inputs', file, node, `$_${source}${keyOf(file, node)} is used without being sanitized`);
});

function filterInput(node: PhpNode, file: PhpFile) {
  const filter = args(node)[2];
  const isRaw = filter === undefined || /FILTER_(DEFAULT|UNSAFE_RAW)$/.test(word(filter, 'name') ?? '');
  return isRaw ? found('inputs', file, node, 'filter_input without a filter is used without being sanitized') : null;
}

function keyOf(file: PhpFile, node: PhpNode): string {
  const up = file.parents.get(node);
  const key = up?.kind === 'offsetlookup' ? literal(at(up, 'offset')) : null;
  return key === null ? '' : `['${key}']`;
}

/** Climbs from the input to whatever takes it. */
function isFine(file: PhpFile, node: PhpNode): boolean {
  let inner = node;
  for (const up of above(file, node)) {
    const verdict = step(up, inner);
    if (verdict !== 'on') return verdict === 'fine';
    inner = up;
  }
  return false;
}

function step(up: PhpNode, inner: PhpNode): 'fine' | 'raw' | 'on' {
  switch (up.kind) {
    case 'isset':
    case 'empty':
    case 'unset':
      return 'fine';
    case 'offsetlookup':
      return at(up, 'what') === inner ? 'on' : 'raw';
    case 'cast':
      return /^(int|integer|float|double|bool|boolean)$/.test(String(up['type'])) ? 'fine' : 'on';
    case 'unary':
      return up['type'] === '!' ? 'fine' : 'on';
    case 'bin':
      return COMPARES.has(String(up['type'])) ? 'fine' : up['type'] === '??' ? 'on' : 'raw';
    case 'retif':
    case 'if':
    case 'while':
      return at(up, 'test') === inner && !(up.kind === 'retif' && at(up, 'trueExpr') === null) ? 'fine' : 'on';
    case 'switch':
      return 'fine';
    case 'match':
      return at(up, 'cond') === inner ? 'fine' : 'on';
    case 'matcharm':
      return 'on';
    case 'assign':
      // Something is put into it, and nothing taken from it.
      return at(up, 'left') === inner ? 'fine' : 'raw';
    case 'silent':
    case 'array':
    case 'entry':
    case 'namedargument':
      return 'on';
    case 'call':
      return throughCall(up, inner);
    default:
      return 'raw';
  }
}

function throughCall(call: PhpNode, inner: PhpNode): 'fine' | 'raw' | 'on' {
  const name = called(call) ?? calledMethod(call) ?? '';
  if (isSanitizer(name)) return 'fine';
  if (name === 'array_map' || name === 'map_deep' || name === 'array_walk') {
    const by = args(call).find((each) => each !== inner);
    if (by === undefined) return 'raw';
    // A function in its place, or one of the plugin's own, is looked into, or known by its name.
    const isMade = [...within(by)].some((each) => isSanitizer(called(each) ?? literal(each) ?? ''));
    return isMade ? 'fine' : HANDS_ON.has(literal(by) ?? '') ? 'on' : 'raw';
  }
  return HANDS_ON.has(name) ? 'on' : 'raw';
}
