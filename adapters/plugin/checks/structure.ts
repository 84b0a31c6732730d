import { FOLDER } from '../names.ts';
import type { PluginTree, TreeFound } from './tree.ts';

/** What tools leave behind, what runs on a server by itself, and archives that nobody looks into. */
const STRANGE: readonly (readonly [pattern: RegExp, why: string])[] = [
  [/(^|\/)(\.git|\.svn|\.hg|\.idea|\.vscode|node_modules|__MACOSX)\//, 'belongs to a tool, and not to the plugin'],
  [/(^|\/)(\.[^/]+|Thumbs\.db)$/, 'is a hidden file'],
  [/\.(exe|dll|so|phar|sh|bat|cmd|com|jar|msi|scr)$/i, 'is a program'],
  [/\.(zip|gz|tgz|tar|rar|7z|bz2)$/i, 'is an archive in the archive'],
];
const DEMANDED = ['Description', 'Version'];

export function structure({ folder, files, others, main, header }: PluginTree): readonly TreeFound[] {
  const found = (file: string, message: string): TreeFound => ({ item: 'structure', file, message });
  return [
    ...(folder === FOLDER ? [] : [found(folder, `the folder must be called ${FOLDER}`)]),
    ...DEMANDED.filter((name) => !header.has(name.toLowerCase())).map((name) =>
      found(main, `its header has no ${name}`),
    ),
    ...others.map((name) => found(name, 'stands outside of the plugin’s folder')),
    ...[...files.keys()].flatMap((name) => {
      const why = STRANGE.find(([pattern]) => pattern.test(name))?.[1];
      return why === undefined ? [] : [found(name, why)];
    }),
  ];
}
