import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SandboxApi, sandboxApi } from '#test/support/api';

const ROOT = join(import.meta.dirname, '../..');
const TOKEN = 'my-first-admin-token';
const [before = '', ...jobs] = readFileSync(join(ROOT, 'docs/api-guide.md'), 'utf8').split(/^## (?=\d+\. )/m);

/** Blocks of a language, each with the block of what it answers. */
const blocks = (text: string, language: 'sh' | 'ts', answers: string) =>
  [
    ...text.matchAll(
      new RegExp(`\`\`\`${language}\\n((?:(?!\`\`\`)[\\s\\S])*)\`\`\`\\n\`\`\`${answers}\\n([^\`]*)\`\`\``, 'g'),
    ),
  ].map(([, source = '', answer = '']) => ({ source, answer }));
const helper = /^api\(\) \{[\s\S]*?; echo; \}/m.exec(before)?.[0] ?? '';
const opening = /```ts\n([^`]*)```/.exec(before)?.[1] ?? '';
/** The fields that an answer shows whole; what it leaves out is not looked for. */
const shown = (answer: string): string[] =>
  [...answer.matchAll(/"\w+":(?:"[^"…]*"|-?[\d.]+|true|false|null|\[\])(?=[,}\]\n])/g)].map(([field]) => field);

describe('the guide of the API', () => {
  let api: SandboxApi;
  const folder = mkdtempSync(join(tmpdir(), 'igny8-guide-'));
  beforeAll(async () => {
    api = await sandboxApi('2026-06-17T08:00:00Z', { BOOTSTRAP_ADMIN_TOKEN: TOKEN });
  }, 120_000);
  afterAll(async () => {
    await api?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const run = (command: string, args: readonly string[]): Promise<string> =>
    new Promise((resolve, reject) => {
      const env = { PATH: process.env['PATH'], IGNY8_URL: api.url, IGNY8_TOKEN: TOKEN };
      const child = spawn(command, args, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] });
      let output = '';
      child.stdout.on('data', (data) => (output += data));
      child.stderr.on('data', (data) => (output += data));
      child.on('error', reject);
      child.on('close', () => resolve(output));
    });
  const inShell = (source: string) =>
    run('bash', ['-c', `${helper}\n${source}`.replaceAll('http://127.0.0.1:3000', api.url)]);
  const byClient = (source: string, name: string) => {
    const file = join(folder, `${name}.mts`);
    const client = JSON.stringify(pathToFileURL(join(ROOT, 'client/src/index.ts')).href);
    writeFileSync(file, `${opening}\n${source}`.replaceAll("'@igny8/business-client'", client));
    return run(process.execPath, ['--import', 'tsx', file]);
  };
  const answersAsShown = async ({ source, answer }: { source: string; answer: string }): Promise<void> => {
    const output = await inShell(source);
    const wanted = shown(answer);
    expect(wanted.length, source).toBeGreaterThan(0);
    expect(
      wanted.filter((field) => !output.includes(field)),
      output.slice(0, 4000),
    ).toEqual([]);
  };

  it('begins with a sandbox that knows two clients', async () => {
    const [facts] = blocks(before, 'sh', 'json');
    if (!facts) throw new Error('the guide tells of no facts');
    await answersAsShown(facts);
  });

  it('has every main job, by curl and by the client', () => {
    expect(jobs).toHaveLength(8);
    for (const job of jobs) {
      expect(blocks(job, 'sh', 'json'), job).toHaveLength(1);
      expect(blocks(job, 'ts', ''), job).toHaveLength(1);
    }
  });

  it.each(jobs.map((job) => [job.slice(0, job.indexOf('\n')), job] as const))(
    '%s',
    async (title, job) => {
      for (const block of blocks(job, 'sh', 'json')) await answersAsShown(block);
      for (const { source, answer } of blocks(job, 'ts', ''))
        expect(await byClient(source, title.slice(0, 1))).toBe(answer);
    },
    60_000,
  );
});
