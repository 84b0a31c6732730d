import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

export const ROOT = join(import.meta.dirname, '../..');
/** The same rooms, by the same names, stand in each of these layers. */
export const IN_ROOMS = ['domain', 'commands', 'projections', 'sagas', 'api'];
/** From left to right: a room imports from those before it. */
export const ROW = ['kernel', 'log', 'platform', 'plans', 'services', 'links', 'billing', 'proof', 'reports'];
/** The plugin stands beside the row, on platform alone. */
export const ROOMS = [...ROW, 'plugin'];

const filesIn = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length + 1));
export const allFiles = (folder: string): string[] => filesIn(folder).filter((file) => !file.includes('node_modules/'));
/** Of a folder what is compiled. */
export const files = (folder: string): string[] => filesIn(folder).filter((file) => /\.tsx?$/.test(file));
export const text = (file: string): string => readFileSync(join(ROOT, file), 'utf8');
/** What is delivered and runs. */
export const sources: readonly string[] = [...IN_ROOMS, 'runtime', 'adapters', 'app', 'cli'].flatMap(files);
export const name = (file: string): string =>
  file
    .split('/')
    .at(-1)
    ?.replace(/\.tsx?$/, '') ?? '';

export const parsed = (file: string, source: string): ts.SourceFile =>
  ts.createSourceFile(file, source, ts.ScriptTarget.ESNext, true);

/** Every node of a file that is one of those. */
export function nodesOf<N extends ts.Node>(root: ts.Node, is: (node: ts.Node) => node is N): N[] {
  const found: N[] = [];
  const visit = (node: ts.Node): void => {
    if (is(node)) found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(root);
  return found;
}
