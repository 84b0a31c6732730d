import { execFile, type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCustomerWebhooks, webhookSecret } from '#adapters/customer-webhooks';
import { loadSecrets } from '#adapters/secrets';
import { VERSION } from '#app/version';
import { ADMIN, type SandboxApi, sandboxApi } from '#test/support/api';

const ROOT = join(import.meta.dirname, '../..');
const CLIENT = join(ROOT, 'client');
const readme = readFileSync(join(CLIENT, 'README.md'), 'utf8');
/** The examples, each with what it prints, by their headings. */
const examples = readme
  .split(/^## (?=\d\. )/m)
  .slice(1)
  .map((part) => ({
    title: part.slice(0, part.indexOf('\n')),
    source: /```js\n([\s\S]*?)```/.exec(part)?.[1] ?? '',
    prints: /```js\n[\s\S]*?```\n```\n([\s\S]*?)```/.exec(part)?.[1] ?? null,
  }));
const run = promisify(execFile);

/** The package as it would be published, installed in a folder of somebody else's. */
describe('the package of the client', () => {
  const folder = mkdtempSync(join(tmpdir(), 'igny8-client-'));
  const [source, modules] = [join(folder, 'source'), join(folder, 'user/node_modules')];
  const installed = join(modules, '@igny8/business-client');
  const user = (file: string) => join(folder, 'user', file);
  let api: SandboxApi;
  let packed: string[] = [];

  beforeAll(async () => {
    api = await sandboxApi();
    cpSync(CLIENT, source, { recursive: true, filter: (file) => !/\/(dist|node_modules)$/.test(file) });
    await run(process.execPath, ['--import', 'tsx', 'scripts/client-build.ts', join(source, 'dist')], { cwd: ROOT });
    const { stdout } = await run('npm', ['pack', '--ignore-scripts', '--json'], { cwd: source });
    const [archive] = JSON.parse(stdout) as { filename: string; files: { path: string }[] }[];
    packed = archive?.files.map(({ path }) => path).sort() ?? [];
    mkdirSync(installed, { recursive: true });
    await run('tar', ['-xzf', join(source, archive?.filename ?? ''), '--strip-components=1', '-C', installed]);
    for (const name of ['openapi-fetch', 'openapi-typescript-helpers']) {
      mkdirSync(dirname(join(modules, name)), { recursive: true });
      symlinkSync(join(ROOT, 'node_modules', name), join(modules, name));
    }
    for (const [index, example] of examples.entries()) writeFileSync(user(`${index + 1}.mjs`), example.source);
  }, 120_000);
  afterAll(async () => {
    await api.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('holds what is compiled, its types, what it is and may be used for, and nothing else', () => {
    const names = readdirSync(join(CLIENT, 'src')).map((file) => file.replace(/(\.d)?\.ts$/, ''));
    const compiled = names.flatMap((name) => (name === 'schema' ? [] : [`dist/${name}.js`]));
    const declared = names.map((name) => `dist/${name}.d.ts`);
    expect(packed).toEqual(['LICENSE', 'README.md', 'package.json', ...compiled, ...declared].sort());
    expect(readFileSync(join(installed, 'LICENSE'), 'utf8')).toBe(readFileSync(join(ROOT, 'LICENSE'), 'utf8'));
    const manifest = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
    expect(manifest).toMatchObject({ name: '@igny8/business-client', version: VERSION, license: 'Apache-2.0' });
    expect(packed).toContain(manifest.exports['.'].default.slice(2));
    expect(packed).toContain(manifest.exports['.'].types.slice(2));
  });

  it('needs nothing that browsers do not have', () => {
    const sources = packed
      .filter((file) => file.endsWith('.js'))
      .map((file) => readFileSync(join(installed, file), 'utf8'));
    const imported = sources.flatMap((text) => [...text.matchAll(/from ['"]([^'"]+)['"]/g)].map(([, name]) => name));
    expect([...new Set(imported)].filter((name) => !name?.startsWith('./'))).toEqual(['openapi-fetch']);
    expect(sources.join('\n')).not.toMatch(/\b(process|Buffer|require|setImmediate)\b[.(]/);
  });

  it('has types without a fault, and examples that they take', () => {
    expect(examples).toHaveLength(5);
    const mine = [...examples.keys()].map((index) => user(`${index + 1}.mjs`));
    const program = ts.createProgram(mine, {
      noEmit: true,
      allowJs: true,
      checkJs: true,
      strict: true,
      module: ts.ModuleKind.NodeNext,
      target: ts.ScriptTarget.ES2023,
      types: ['node'],
      typeRoots: [join(ROOT, 'node_modules/@types')],
    });
    // Of the declarations only those of the package: the compiler's own would take longer than all of this file.
    const looked = program.getSourceFiles().filter(({ fileName }) => /user\/\d\.mjs$|business-client/.test(fileName));
    const found = looked.flatMap((file) => [
      ...program.getSyntacticDiagnostics(file),
      ...program.getSemanticDiagnostics(file),
    ]);
    expect(found.map(({ file, messageText }) => [file?.fileName, messageText])).toEqual([]);
    const declared = packed.filter((file) => file.endsWith('.d.ts'));
    expect(looked).toHaveLength(mine.length + declared.length);
  }, 120_000);

  const started = (index: number, env: Record<string, string> = {}) => {
    const options: SpawnOptions = { stdio: ['ignore', 'pipe', 'pipe'], env: { PATH: process.env['PATH'], ...env } };
    const child = spawn(process.execPath, [user(`${index + 1}.mjs`)], options);
    let output = '';
    child.stdout?.on('data', (data) => (output += data));
    child.stderr?.on('data', (data) => (output += data));
    return { child, output: () => output };
  };
  const printing = examples.flatMap((example, index) => (example.prints === null ? [] : [{ ...example, index }]));

  it.each(printing)(
    '$title',
    async ({ index, prints }) => {
      const { child, output } = started(index, { IGNY8_URL: api.url, IGNY8_TOKEN: ADMIN });
      await once(child, 'close');
      expect(output()).toBe(prints);
    },
    60_000,
  );

  it('5. Webhooks', async () => {
    const secrets = loadSecrets(Buffer.alloc(32, 7).toString('base64'), '');
    const deliver = createCustomerWebhooks(secrets, { allowLoopback: true });
    const { child, output } = started(4, { PORT: '0', WEBHOOK_SECRET: webhookSecret(secrets, 'mine') });
    try {
      while (!output().includes('listening')) await once(child.stdout ?? child, 'data');
      const url = `http://127.0.0.1:${/port: (\d+)/.exec(output())?.[1]}/`;
      const body = JSON.stringify({
        type: 'InvoiceIssued',
        timestamp: '2026-06-17T08:00:00Z',
        data: { account_id: 1 },
      });
      expect(await deliver({ id: 'msg-1', url, salt: 'mine', body })).toEqual({ outcome: 'accepted' });
      const forged = await deliver({ id: 'msg-2', url, salt: 'other', body });
      expect(forged).toMatchObject({ outcome: 'rejected', error: 'the receiver answered 401' });
      expect(output()).toContain('msg-1: InvoiceIssued of account 1\n');
      expect(output()).not.toContain('msg-2');
    } finally {
      child.kill();
    }
  }, 60_000);
});
