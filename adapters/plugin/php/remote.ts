import { at, inScope, lineOf, type PhpFile, type PhpNode, within } from './ast.ts';
import { eachNode, found } from './rule.ts';
import { args, called, literal, namesOf, scopeOf, variable } from './words.ts';

/** Functions that read a file, or a page of another server where they are given its address. */
const READ = new Set(['file_get_contents', 'file', 'readfile', 'copy', 'simplexml_load_file', 'parse_ini_file']);
const OPEN = new Set(['fopen', 'fsockopen', 'pfsockopen', 'stream_socket_client']);
const REMOTE = /^(https?|ftps?):\/\//i;

/** Files of other servers read as if they were local; and ways around the HTTP API of WordPress. */
export const remoteFiles = eachNode((node, file) => {
  const name = called(node);
  if (name === null) return null;
  if (/^curl_(init|exec|multi_exec)$/.test(name))
    return name === 'curl_init' ? found('http_api', file, node, 'curl: use wp_remote_get() and its kin') : null;
  if (name !== 'fopen' && OPEN.has(name))
    return found('http_api', file, node, `${name}: use wp_remote_get() and its kin`);
  if (!READ.has(name) && name !== 'fopen') return null;
  const source = args(node)[0];
  const where = source ? whereIs(file, node, source) : 'local';
  if (where === 'remote' && name !== 'fopen')
    return found('remote_files', file, node, `${name} reads from another server`);
  if (where === 'remote') return found('http_api', file, node, 'fopen of an address: use wp_remote_get() and its kin');
  return where === 'unknown' && name === 'file_get_contents'
    ? found(
        'http_api',
        file,
        node,
        'file_get_contents of what may be an address: use wp_remote_get(), or a path of the plugin',
      )
    : null;
});

type Where = 'remote' | 'local' | 'unknown';
/** What makes a path of this server. */
const PATHS = namesOf(`
  plugin_dir_path dirname get_template_directory get_stylesheet_directory wp_upload_dir wp_tempnam
  get_temp_dir sys_get_temp_dir trailingslashit path_join wp_normalize_path realpath get_attached_file
  download_url tempnam get_home_path
`);

function whereIs(file: PhpFile, call: PhpNode, source: PhpNode, steps = 3): Where {
  const inside = [...within(source)];
  if (inside.some((node) => REMOTE.test(literal(node) ?? ''))) return 'remote';
  if (literal(source) !== null) return 'local';
  const isPath = (node: PhpNode) =>
    PATHS.has(called(node) ?? '') ||
    (node.kind === 'magic' && /__(DIR|FILE)__/.test(String(node['value']))) ||
    (node.kind === 'name' && /(ABSPATH|_DIR|_PATH|_FILE)$/.test(String(node['name'])));
  if (inside.some(isPath)) return 'local';
  const name = variable(source);
  if (name === null || steps === 0) return 'local';
  // What the variable was last given before, in the same function.
  const scope = scopeOf(file, call);
  const given = [...inScope(scope)].filter(
    (node) => node.kind === 'assign' && variable(at(node, 'left')) === name && lineOf(node) <= lineOf(call),
  );
  const value = at(given.at(-1), 'right');
  if (value !== null) return whereIs(file, call, value, steps - 1);
  // Of what comes from elsewhere only its name tells.
  return /url|uri|link|endpoint|remote/i.test(name) ? 'unknown' : 'local';
}
