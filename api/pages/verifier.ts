import { readFileSync } from 'node:fs';

/** What checks evidence in a page: the address of its module, and what the published program hashes to (lower-case hex). */
export type Verifier = { readonly module: string; readonly sha256: string };

export const verifierFile = (name: 'verify.mjs' | 'in-browser.js' | 'in-page.js'): string =>
  readFileSync(new URL(`../../docs/verify/${name}`, import.meta.url), 'utf8');

const IMPORT = /^import (?:\{ ([^}]+) \}|(\w+)) from 'node:\w+';\n/gm;

/**
 * verify.mjs as it stands, but for where it takes what Node has: from `host`, which has it for browsers.
 * @throws where it takes nothing of Node, and so is not the file that this was written for
 */
export function forBrowsers(program: string, host: string): string {
  const names = [...program.matchAll(IMPORT)].map(([, several, one]) => several ?? one ?? '');
  if (names.length === 0) throw new Error('verify.mjs imports nothing of Node');
  const [first = ''] = program.match(IMPORT) ?? [];
  const line = `import { Buffer, ${names.join(', ')} } from '${host}';\n`;
  return program.replace(first, line).replaceAll(IMPORT, '');
}
