import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

/** Compiles to dist/, gives it a package.json whose subpath imports name the compiled files, and what bundles carry. */
rmSync('dist', { recursive: true, force: true });
const compiled = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'], {
  stdio: 'inherit',
});
if (compiled.status !== 0) process.exit(compiled.status ?? 1);
const { imports, version } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  imports: Record<string, string>;
  version: string;
};
const built = Object.fromEntries(
  Object.entries(imports).map(([name, target]) => [name, target.replace(/\.ts$/, '.js')]),
);
writeFileSync('dist/package.json', `${JSON.stringify({ type: 'module', version, imports: built }, null, 2)}\n`);
for (const name of ['verify.mjs', 'FORMAT.md', 'in-browser.js', 'in-page.js'])
  cpSync(`docs/verify/${name}`, `dist/docs/verify/${name}`);
