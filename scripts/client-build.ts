import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/**
 * Compiles client/ to client/dist, or to the folder that is named: ES modules with their types. The schema is types only
 * and goes along as it is.
 */
const client = join(import.meta.dirname, '../client');
const dist = resolve(process.argv[2] ?? join(client, 'dist'));
rmSync(dist, { recursive: true, force: true });
const tsc = join(import.meta.dirname, '../node_modules/typescript/bin/tsc');
const compiled = spawnSync(process.execPath, [tsc, '-p', client, '--outDir', dist], { stdio: 'inherit' });
if (compiled.status !== 0) process.exit(compiled.status ?? 1);
// The compiler leaves the names of modules in declarations as they are.
for (const file of readdirSync(dist).filter((name) => name.endsWith('.d.ts'))) {
  const declared = readFileSync(join(dist, file), 'utf8');
  writeFileSync(join(dist, file), declared.replace(/(from '\.\/\w+)\.ts'/g, "$1.js'"));
}
cpSync(join(client, 'src/schema.d.ts'), join(dist, 'schema.d.ts'));
