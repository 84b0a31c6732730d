import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SandboxApi, sandboxApi } from '#test/support/api';

const ROOT = join(import.meta.dirname, '../..');
const TOKEN = 'my-first-admin-token';
const section = readFileSync(join(ROOT, 'README.md'), 'utf8')
  .split(/^## /m)
  .find((part) => part.startsWith('A walk through the sandbox'));

type Step = { readonly title: string; readonly commands: string; readonly answer: string };
/** The blocks of commands, each with the answer that stands under it, under the sentence that they belong to. */
const steps: Step[] = [...(section ?? '').matchAll(/```sh\n([^`]*)```\n```(?:json)?\n([^`]*)```/g)].map((found) => ({
  title: /\*\*(\d+\. [^*]+)\*\*(?![\s\S]*\*\*\d+\.)/.exec((section ?? '').slice(0, found.index))?.[1] ?? '',
  commands: found[1] ?? '',
  answer: found[2] ?? '',
}));
/** The helper that the walk calls everything with, as it stands in the walk. */
const helper = /```sh\n(api\(\) \{[^`]*)```/.exec(section ?? '')?.[1] ?? '';

/** What another run has otherwise: counts of the machinery, positions and hashes. */
const CHANGES = /^"(ran|timers|jobs|effects|events|event_id|position|sha256|size_bytes|tree_size|reference)":/;
/** The fields that an answer of the walk shows whole, as they stand in it; what it leaves out is not looked for. */
const shown = (answer: string): string[] =>
  [...answer.matchAll(/"\w+":(?:"[^"…]*"|-?[\d.]+|true|false|null)(?=[,}\]\n])/g)]
    .map(([field]) => field)
    .filter((field) => !CHANGES.test(field));

describe('the walk of the README', () => {
  let api: SandboxApi;
  const folder = mkdtempSync(join(tmpdir(), 'igny8-walk-'));
  beforeAll(async () => {
    api = await sandboxApi('2026-06-17T08:00:00Z', { BOOTSTRAP_ADMIN_TOKEN: TOKEN });
  });
  afterAll(async () => {
    await api.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const run = (commands: string): Promise<string> => {
    const script = `${helper}\n${commands}`
      .replaceAll('http://127.0.0.1:3000', api.url)
      .replaceAll('node docs/', `node ${ROOT}/docs/`)
      .replaceAll('npm run cli --', `node --import ${ROOT}/node_modules/tsx/dist/esm/index.mjs ${ROOT}/cli/main.ts`);
    return new Promise((resolve, reject) => {
      const shell = spawn('bash', ['-c', script], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
      let output = '';
      shell.stdout.on('data', (data) => (output += data));
      shell.stderr.on('data', (data) => (output += data));
      shell.on('error', reject);
      shell.on('close', () => resolve(output));
    });
  };

  it('has its steps', () => {
    expect(helper).toContain('curl');
    expect(steps.length).toBeGreaterThan(12);
  });

  it.each(steps.map((step) => [step.title, step] as const))(
    '%s',
    async (_, { commands, answer }) => {
      const output = await run(commands);
      const looked = shown(answer);
      expect(
        looked.filter((field) => !output.includes(field)),
        output.slice(0, 4000),
      ).toEqual([]);
    },
    120_000,
  );
});
