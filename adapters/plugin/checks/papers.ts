import { TEXT_DOMAIN } from '../names.ts';
import { at, lineOf, list, type PhpFile, type PhpNode, word } from '../php/ast.ts';
import type { PhpProgram } from '../php/program.ts';
import { args, called, literal } from '../php/words.ts';
import type { PluginTree, TreeFound } from './tree.ts';

const GPL = /^GPL[- ]?v?2(\.0)?(-or-later|\+|,?\s+or\s+(any\s+)?later(\s+version)?)$/i;
const LICENCE_FILE = /^(licen[cs]e|copying)(\.(txt|md))?$/i;

/** GPL-2.0-or-later, said in both headers, with its text. */
export function license({ folder, files, main, header, readme }: PluginTree): readonly TreeFound[] {
  const found: TreeFound[] = [];
  const told = (file: string, message: string, line?: number) =>
    found.push(line === undefined ? { item: 'license', file, message } : { item: 'license', file, line, message });
  const own = header.get('license');
  if (own === undefined) told(main, 'its header has no License: GPL-2.0-or-later');
  else if (!GPL.test(own.text)) told(main, `License is ${own.text} and not GPL-2.0-or-later`, own.line);
  const listed = readme?.parsed.headers.get('license');
  if (readme && listed && !GPL.test(listed.text))
    told(readme.name, `License is ${listed.text} and not GPL-2.0-or-later`, listed.line);
  const paper = [...files.keys()].find((name) => LICENCE_FILE.test(name.slice(folder.length)));
  if (paper === undefined) told(`${folder}license.txt`, 'there is no file with the text of the licence');
  else if (!isGpl2(files.get(paper)?.toString('utf8') ?? ''))
    told(paper, 'it is not the GNU General Public License, version 2 or later');
  return found;
}

/** The licence itself, or a notice that names it. */
function isGpl2(text: string): boolean {
  if (!/GNU\s+GENERAL\s+PUBLIC\s+LICEN[CS]E|\bGPL/i.test(text)) return false;
  return !/version\s+3/i.test(text) || /version\s+2|GPL-?v?2|or\s+later/i.test(text);
}

/** One version in the header, as the stable tag, and in a constant. */
export function versions({ main, header, readme }: PluginTree, { files }: PhpProgram): readonly TreeFound[] {
  const version = header.get('version')?.text;
  if (version === undefined) return [];
  const found: TreeFound[] = [];
  const stable = readme?.parsed.headers.get('stable tag');
  if (readme && stable && stable.text !== version)
    found.push({
      item: 'versions',
      file: readme.name,
      line: stable.line,
      message: `the stable tag is ${stable.text}, the header says ${version}`,
    });
  const constants = versionConstants(files, main);
  if (constants.length === 0)
    found.push({ item: 'versions', file: main, message: 'no constant whose name ends in VERSION' });
  for (const { file, line, name, value } of constants)
    if (value !== version)
      found.push({ item: 'versions', file, line, message: `${name} is ${value}, the header says ${version}` });
  return found;
}

type VersionConstant = { readonly file: string; readonly line: number; readonly name: string; readonly value: string };
/** Versions of something else: of the database, of what is needed. */
const OTHERS = /(^|_)(MIN|MINIMUM|REQUIRED|REQUIRES|PHP|WP|WORDPRESS|DB|API|SCHEMA|TESTED)(_|$)/;

/** The plugin's own; what it brings along has its own. */
function versionConstants(files: readonly PhpFile[], main: string): readonly VersionConstant[] {
  const all = files.flatMap((file) =>
    file.nodes.flatMap((node) =>
      named(node).flatMap(([name, value, place]) =>
        /VERSION$/i.test(name) && !OTHERS.test(name) && value !== null
          ? [{ file: file.name, line: lineOf(place), name, value }]
          : [],
      ),
    ),
  );
  const own = all.filter(({ name }) => /^igny8/i.test(name));
  return own.length > 0 ? own : all.filter(({ file }) => file === main);
}

function named(node: PhpNode): readonly (readonly [string, string | null, PhpNode])[] {
  if (called(node) === 'define') return [[literal(args(node)[0]) ?? '', literal(args(node)[1]), node]];
  if (node.kind !== 'constantstatement' && node.kind !== 'classconstant') return [];
  return list(node, 'constants').map((each) => [word(each, 'name') ?? '', literal(at(each, 'value')), each] as const);
}

/** The header's text domain is the one that every call names. */
export function headerDomain({ main, header }: PluginTree): readonly TreeFound[] {
  const own = header.get('text domain');
  if (own === undefined)
    return [{ item: 'text_domain', file: main, message: `its header has no Text Domain: ${TEXT_DOMAIN}` }];
  return own.text === TEXT_DOMAIN
    ? []
    : [
        {
          item: 'text_domain',
          file: main,
          line: own.line,
          message: `Text Domain is ${own.text} and not ${TEXT_DOMAIN}`,
        },
      ];
}

const SOURCES: Readonly<Record<string, readonly string[]>> = {
  js: ['js', 'mjs', 'ts', 'tsx', 'jsx'],
  css: ['css', 'scss', 'sass', 'less'],
};
/** No person writes lines of that length. */
const LONGEST_LINE = 3_000;

/** Whoever reads a plugin can read all of it. */
export function sources({ files }: PluginTree): readonly TreeFound[] {
  const names = [...files.keys()];
  const baseOf = (name: string) => (name.split('/').at(-1) ?? '').replace(/\.[^.]+$/, '');
  return names.flatMap((name): TreeFound[] => {
    const [, base, minified, ending] = /([^/]+?)([.-]min)?\.(js|css)$/i.exec(name) ?? [];
    if (base === undefined || ending === undefined) return [];
    const looks = minified === undefined && longestLine(files.get(name)) > LONGEST_LINE;
    if (minified === undefined && !looks) return [];
    const endings = SOURCES[ending.toLowerCase()] ?? [];
    const hasSource = names.some(
      (other) =>
        other !== name && baseOf(other) === base && endings.includes(other.split('.').at(-1)?.toLowerCase() ?? ''),
    );
    return hasSource
      ? []
      : [{ item: 'sources', file: name, message: 'is minified, and its source is not in the plugin' }];
  });
}
const longestLine = (content: Buffer | undefined): number =>
  Math.max(0, ...(content?.toString('utf8').split('\n') ?? []).map((line) => line.length));
