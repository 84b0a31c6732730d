import type { ChecklistItemName, Finding } from '#domain/plugin/checklist';
import { parseReadme, type Readme } from '#domain/plugin/readme';
import { ASSETS, FOLDER, MAIN_FILE } from '../names.ts';

/** A line of the main file's header, as WordPress finds it. */
export type HeaderLine = { readonly text: string; readonly line: number };
/** What lies in an uploaded archive, by its part. */
export type PluginTree = {
  /** Ends in `/`: as it is, also where it is called otherwise than it should. */
  readonly folder: string;
  /** Names below the archive, with the folder. */
  readonly files: ReadonlyMap<string, Buffer>;
  readonly assets: ReadonlyMap<string, Buffer>;
  /** What belongs to neither. */
  readonly others: readonly string[];
  readonly main: string;
  readonly header: ReadonlyMap<string, HeaderLine>;
  readonly readme: { readonly name: string; readonly source: string; readonly parsed: Readme } | null;
};

export type TreeFound = Finding & { readonly item: ChecklistItemName };

/** WordPress looks for headers in so many bytes. */
const HEADER_BYTES = 8 * 1024;
const HEADERS = [
  'Plugin Name',
  'Plugin URI',
  'Version',
  'Description',
  'Author',
  'Author URI',
  'Text Domain',
  'License',
  'Requires at least',
  'Tested up to',
  'Requires PHP',
];

/** The headers of a main file by their name in lower case; WordPress finds them the same way. */
export function headersOf(source: string): ReadonlyMap<string, HeaderLine> {
  const head = source.slice(0, HEADER_BYTES).replaceAll('\r', '\n');
  const found = new Map<string, HeaderLine>();
  for (const name of HEADERS) {
    const match = new RegExp(`^(?:[ \\t]*<\\?php)?[ \\t/*#@]*${name}:(.*)$`, 'im').exec(head);
    const text = match?.[1]?.replace(/\s*(?:\*\/|\?>).*/, '').trim() ?? '';
    if (match && text !== '')
      found.set(name.toLowerCase(), { text, line: head.slice(0, match.index).split('\n').length });
  }
  return found;
}

/** The plugin in an archive; null where nothing in it has the header of one. */
export function treeOf(parts: ReadonlyMap<string, Buffer>): PluginTree | null {
  const names = [...parts.keys()].filter((name) => !name.endsWith('/'));
  const mains = names
    .filter((name) => /^[^/]+\/[^/]+\.php$/i.test(name) && !name.startsWith(ASSETS))
    .map((name) => ({ name, header: headersOf(parts.get(name)?.toString('utf8') ?? '') }))
    .filter(({ header }) => header.has('plugin name'));
  const main = mains.find(({ name }) => name === FOLDER + MAIN_FILE) ?? mains[0];
  if (main === undefined) return null;
  const folder = main.name.slice(0, main.name.indexOf('/') + 1);
  const below = (start: string) =>
    new Map(names.filter((name) => name.startsWith(start)).map((name) => [name, parts.get(name) as Buffer]));
  const files = below(folder);
  const readmeName = [...files.keys()].find((name) => name.slice(folder.length).toLowerCase() === 'readme.txt');
  const source = readmeName === undefined ? null : (files.get(readmeName)?.toString('utf8') ?? '');
  return {
    folder,
    files,
    assets: below(ASSETS),
    others: names.filter((name) => !name.startsWith(folder) && !name.startsWith(ASSETS)),
    main: main.name,
    header: main.header,
    readme:
      readmeName === undefined || source === null ? null : { name: readmeName, source, parsed: parseReadme(source) },
  };
}
