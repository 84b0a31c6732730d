import { at, type PhpNode, within } from './ast.ts';
import { eachNode, found } from './rule.ts';
import { args, called, literal } from './words.ts';

const RUNS_COMMANDS = new Set(['exec', 'shell_exec', 'system', 'passthru', 'popen', 'proc_open', 'pcntl_exec']);
const DECODES = new Set(['base64_decode', 'gzinflate', 'gzuncompress', 'gzdecode', 'str_rot13', 'hex2bin']);

/** Code that is made or hidden at run time: nobody can review it. */
export const hiddenCode = eachNode((node, file) => {
  const why = reasonOf(node);
  return why === null ? null : found('eval', file, node, why);
});

function reasonOf(node: PhpNode): string | null {
  if (node.kind === 'eval') return 'eval runs code that nobody can review';
  if (node.kind === 'encapsed' && node['type'] === 'shell') return 'backticks run commands of the server';
  if (node.kind === 'include') return includeReason(at(node, 'target'));
  const name = called(node);
  const [first] = node.kind === 'call' ? args(node) : [];
  if (name === 'create_function') return 'create_function makes code at run time, as eval does';
  if (name === 'assert' && first && isText(first)) return 'assert runs a text as code, as eval does';
  if (name === 'preg_replace' && /^(.).*\1[a-z]*e[a-z]*$/s.test(literal(first) ?? ''))
    return 'preg_replace with the modifier e runs what it has found as code';
  if (name !== null && RUNS_COMMANDS.has(name)) return `${name} runs commands of the server`;
  if (
    name !== null &&
    DECODES.has(name) &&
    first &&
    [...within(first)].some((inner) => DECODES.has(called(inner) ?? ''))
  )
    return `${name} of something decoded hides code`;
  return null;
}

function includeReason(target: PhpNode | null): string | null {
  if (target === null) return null;
  const inside = [...within(target)];
  if (inside.some((node) => DECODES.has(called(node) ?? ''))) return 'an included file whose name is hidden';
  const isElsewhere = inside.some((node) => /^(https?|ftp|data|php):/i.test(literal(node) ?? ''));
  return isElsewhere ? 'an included file that is not the plugin’s own' : null;
}

/** What comes as a text, and not as a comparison. */
const isText = ({ kind }: PhpNode): boolean =>
  ['string', 'encapsed', 'nowdoc', 'variable', 'offsetlookup', 'propertylookup'].includes(kind);
