import { type Part, part, png, zip } from '../platform/files.ts';
import { CLEAN } from './clean-plugin.ts';

export const MAIN = 'igny8-seo/igny8-seo.php';
export const README = 'igny8-seo/readme.txt';
export const SETTINGS = 'igny8-seo/includes/class-igny8-settings.php';
export const CONNECTION = 'igny8-seo/includes/class-igny8-connection.php';
export const FUNCTIONS = 'igny8-seo/includes/functions.php';
export const TEMPLATE = 'igny8-seo/templates/settings.php';

export type Tree = Record<string, string | Buffer>;

const pictures = (): Record<string, Buffer> => ({
  'assets/banner-1544x500.png': png(1544, 500),
  'assets/banner-772x250.png': png(772, 250),
  'assets/icon-256x256.png': png(256, 256),
  'assets/icon-128x128.png': png(128, 128),
  ...Object.fromEntries(Array.from({ length: 8 }, (_, n) => [`assets/screenshot-${n + 1}.png`, png(1280, 800)])),
});

/** The clean plugin with its pictures; each test changes what it is about. */
export const cleanTree = (): Tree => ({ ...CLEAN, ...pictures() });

export const partsOfTree = (tree: Tree): Part[] =>
  Object.entries(tree).map(([name, content]) => ({ name, content: Buffer.from(content) }));
export const zipOf = (tree: Tree): Buffer => zip(partsOfTree(tree));

/** In that file the first place where the text stands is replaced; what is not there is a mistake of the test. */
export function change(tree: Tree, file: string, from: string | RegExp, to: string): Tree {
  const before = String(tree[file]);
  const after = before.replace(from, () => to);
  if (after === before) throw new Error(`${file} has no ${String(from)}`);
  return { ...tree, [file]: after };
}
/** Lines at the end of a file; answers the tree and the first one's number. */
export function append(tree: Tree, file: string, code: string): { readonly tree: Tree; readonly line: number } {
  const before = String(tree[file]);
  return { tree: { ...tree, [file]: before + code }, line: before.split('\n').length };
}
export function without(tree: Tree, file: string): Tree {
  const { [file]: gone, ...others } = tree;
  if (gone === undefined) throw new Error(`there is no ${file}`);
  return others;
}

/** The clean plugin as another version, with what its header demands. */
export function release(version: string, demands: { readonly php?: string; readonly wp?: string } = {}): Tree {
  let tree = cleanTree();
  for (const file of [MAIN, README]) {
    let text = String(tree[file]).replaceAll('1.2.0', version);
    if (demands.php !== undefined) text = text.replace(/(Requires PHP:\s+)\S+/, `$1${demands.php}`);
    if (demands.wp !== undefined) text = text.replace(/(Requires at least:\s+)\S+/, `$1${demands.wp}`);
    tree = { ...tree, [file]: text };
  }
  return tree;
}

export { part, zip };
