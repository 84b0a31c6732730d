import type { ChecklistItemName } from '#domain/plugin/checklist';
import { captions, listed, subsections } from '#domain/plugin/readme';
import type { PluginTree, TreeFound } from './tree.ts';

/** So much of a readme is kept and shown. */
export const MOST_README = 64 * 1024;
const LONGEST_SHORT = 150;
const MOST_TAGS = 5;
const LONGEST_NOTICE = 300;
const HEADERS = ['Contributors', 'Requires at least', 'Tested up to', 'Requires PHP', 'Stable tag', 'License'];
const SECTIONS = ['Description', 'Installation', 'FAQ', 'Screenshots', 'Changelog'];
const NUMBERS = /^\d+(\.\d+){1,2}$/;

/** `readme.txt` as WordPress.org demands it, and its limits. */
export function readmeFile(tree: PluginTree): readonly TreeFound[] {
  const { readme } = tree;
  if (readme === null) return [{ item: 'readme', file: `${tree.folder}readme.txt`, message: 'there is no readme.txt' }];
  const { name: file, parsed, source } = readme;
  const { headers, short, sections } = parsed;
  const told = (item: ChecklistItemName, message: string, line?: number): TreeFound =>
    line === undefined ? { item, file, message } : { item, file, line, message };
  const missing = [
    ...(parsed.name === null ? [told('readme', 'it does not begin with === Name ===', 1)] : []),
    ...HEADERS.filter((name) => !headers.get(name.toLowerCase())?.text).map((name) =>
      told('readme', `no header ${name}`),
    ),
    ...(short === null ? [told('readme', 'no short description below the headers')] : []),
    ...SECTIONS.filter((name) => !sections.get(name.toLowerCase())?.text).map((name) =>
      told('readme', `no section ${name}, or nothing in it`),
    ),
    ...(Buffer.byteLength(source) > MOST_README ? [told('readme', `it is longer than ${MOST_README} bytes`)] : []),
  ];
  return [...missing, ...values(tree, told), ...limits(tree, told)];
}

type Told = (item: ChecklistItemName, message: string, line?: number) => TreeFound;

function values({ readme, header }: PluginTree, told: Told): readonly TreeFound[] {
  const { headers = new Map(), sections = new Map() } = readme?.parsed ?? {};
  const found: TreeFound[] = [];
  for (const name of ['requires at least', 'tested up to', 'requires php']) {
    const line = headers.get(name);
    const spoken = name === 'requires php' ? 'Requires PHP' : name.charAt(0).toUpperCase() + name.slice(1);
    if (!line?.text) continue;
    if (!NUMBERS.test(line.text)) found.push(told('readme', `${spoken} is no version: ${line.text}`, line.line));
    const own = header.get(name);
    if (own && own.text !== line.text)
      found.push(told('readme', `${spoken} is ${line.text} here and ${own.text} in the plugin’s header`, line.line));
  }
  const version = header.get('version')?.text;
  const changelog = sections.get('changelog');
  const isTold = version !== undefined && (changelog?.text ?? '').includes(version);
  if (changelog?.text && version !== undefined && !isTold)
    found.push(told('readme', `the changelog says nothing of ${version}`, changelog.line));
  return found;
}

function limits({ readme }: PluginTree, told: Told): readonly TreeFound[] {
  if (readme === null) return [];
  const { short, headers, sections } = readme.parsed;
  const tags = headers.get('tags');
  const notice = sections.get('upgrade_notice');
  const found: TreeFound[] = [];
  if (short && [...short.text].length > LONGEST_SHORT)
    found.push(told('readme_limits', `the short description has more than ${LONGEST_SHORT} characters`, short.line));
  if (tags && listed(tags.text).length > MOST_TAGS)
    found.push(told('readme_limits', `more than ${MOST_TAGS} tags: the directory shows the first ones`, tags.line));
  if (notice && subsections(notice.text).some(({ text }) => text.length > LONGEST_NOTICE))
    found.push(told('readme_limits', `an upgrade notice of more than ${LONGEST_NOTICE} characters`, notice.line));
  return found;
}

/** Captions by number, and where their section begins. */
export function screenshotCaptions({ readme }: PluginTree) {
  const section = readme?.parsed.sections.get('screenshots');
  return { captions: captions(section?.text ?? ''), line: section?.line };
}
