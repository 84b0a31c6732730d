import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchCommand, subscriptionsCommand } from '#cli/launch';
import { contractsOfSheet } from '#domain/services/contract-sheet';
import { type SandboxApi, sandboxApi } from '#test/support/api';

const ROOT = join(import.meta.dirname, '../..');
const guide = readFileSync(join(ROOT, 'docs/launch.md'), 'utf8');
const [before = '', ...parts] = guide.split(/^## (?=\d+\. )/m);
/** Blocks of commands, each with the answer that stands under it. */
const blocks = (text: string) =>
  [...text.matchAll(/```sh\n([^`]*)```\n```json\n([^`]*)```/g)].map(([, commands = '', answer = '']) => ({
    commands,
    answer,
  }));
/** The helper and the facts, as they stand at the beginning. */
const [first] = blocks(before);
const helper = first?.commands.split('\n').slice(0, 3).join('\n') ?? '';
/** The fields that an answer shows whole; what it leaves out is not looked for. */
const shown = (answer: string): string[] =>
  [...answer.matchAll(/"\w+":(?:"[^"…]*"|-?[\d.]+|true|false|null)(?=[,}\]\n])/g)].map(([field]) => field);

describe('the runbook of the launch', () => {
  let api: SandboxApi;
  const folder = mkdtempSync(join(tmpdir(), 'igny8-launch-'));
  beforeAll(async () => {
    api = await sandboxApi('2026-06-17T08:00:00Z', { BOOTSTRAP_ADMIN_TOKEN: 'my-first-admin-token' });
    await run(first?.commands.split('\n').slice(3).join('\n') ?? '');
  });
  afterAll(async () => {
    await api.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  const run = (commands: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const script = `${helper}\n${commands}`.replaceAll('http://127.0.0.1:3000', api.url);
      const shell = spawn('bash', ['-c', script], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
      let output = '';
      shell.stdout.on('data', (data) => (output += data));
      shell.stderr.on('data', (data) => (output += data));
      shell.on('error', reject);
      shell.on('close', () => resolve(output));
    });

  it('has its parts', () => {
    expect(helper).toContain('curl');
    expect(parts).toHaveLength(8);
  });

  it.each(parts.map((part) => [part.split('\n', 1)[0] ?? '', part] as const))(
    '%s',
    async (_, part) => {
      for (const { commands, answer } of blocks(part)) {
        const output = await run(commands);
        const missing = shown(answer).filter((field) => !output.includes(field));
        expect(missing, `${commands}\n${output.slice(0, 3000)}`).toEqual([]);
      }
    },
    120_000,
  );

  it('names commands and a sheet that there are', () => {
    const known = [launchCommand(), subscriptionsCommand()];
    const named = [...guide.matchAll(/^npm run cli -- (launch|subscriptions) (\S+)([^#\n]*)/gm)];
    expect(named.length).toBeGreaterThan(2);
    for (const [, group, name, given = ''] of named) {
      const command = known.find((each) => each.name() === group)?.commands.find((each) => each.name() === name);
      expect(command, name).toBeDefined();
      for (const [option] of given.matchAll(/--[a-z-]+/g))
        expect(
          command?.options.some(({ long }) => long === option),
          option,
        ).toBe(true);
    }
    const sheet = contractsOfSheet(/```csv\n([^`]+)```/.exec(guide)?.[1] ?? '');
    expect(sheet.problems).toEqual([]);
    expect(sheet.contracts).toHaveLength(2);
  });
});
