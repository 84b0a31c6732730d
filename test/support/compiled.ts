import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** Within reach of the packages, and kept from one run to the next. */
const INTO = join(ROOT, 'node_modules/.cache/igny8-business');
/** What the build compiles, this compiles. */
const FOLDERS = (
  JSON.parse(readFileSync(join(ROOT, 'tsconfig.build.json'), 'utf8')) as { include: string[] }
).include.map((pattern) => pattern.replace('/**/*', ''));
const ALONGSIDE = ['verify.mjs', 'FORMAT.md', 'in-browser.js', 'in-page.js'].map((name) => `docs/verify/${name}`);

/** Whole or not at all: others may be at the same. */
function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  const made = `${file}.${process.pid}`;
  writeFileSync(made, text);
  renameSync(made, file);
}

const options: ts.CompilerOptions = {
  module: ts.ModuleKind.ESNext,
  target: ts.ScriptTarget.ES2023,
  rewriteRelativeImportExtensions: true,
  verbatimModuleSyntax: true,
  jsx: ts.JsxEmit.ReactJSX,
  jsxImportSource: 'hono/jsx',
};

/**
 * The product as JavaScript, made from what has changed since the last time; answers the file that starts it. A process
 * starts from it in half the time that it takes from the sources.
 */
export const compiled = (): string => (made ??= compileAll());
/** What is compiled stays so while the tests run. */
let made: string | undefined;
function compileAll(): string {
  for (const folder of FOLDERS)
    for (const name of readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })) {
      const source = join(ROOT, folder, name);
      if (!/\.tsx?$/.test(name) || name.endsWith('.d.ts')) continue;
      const target = join(INTO, folder, name.replace(/\.tsx?$/, '.js'));
      const text = readFileSync(source, 'utf8');
      const mark = `// ${createHash('sha256').update(text).digest('hex')}\n`;
      if (existsSync(target) && readFileSync(target, 'utf8').startsWith(mark)) continue;
      write(target, mark + ts.transpileModule(text, { compilerOptions: options, fileName: source }).outputText);
    }
  for (const name of ALONGSIDE) write(join(INTO, name), readFileSync(join(ROOT, name), 'utf8'));
  const { imports, version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  write(
    join(INTO, 'package.json'),
    JSON.stringify({
      type: 'module',
      version,
      imports: JSON.parse(JSON.stringify(imports).replaceAll('.ts"', '.js"')),
    }),
  );
  return join(INTO, 'cli/main.js');
}
