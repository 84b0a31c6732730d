import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientFacts, databaseUrl, drawingApi, type SandboxApi } from '#test/support/api';

const ROOT = join(import.meta.dirname, '../../..');
const SLOW_MS = 240_000;
type Ended = { readonly code: number; readonly out: string };

describe('reports on the command line', () => {
  let api: SandboxApi;
  let folder = '';
  const cli = (...args: string[]): Promise<Ended> =>
    new Promise((resolve) => {
      const env = {
        PATH: process.env['PATH'],
        SANDBOX: 'true',
        DATABASE_URL: databaseUrl(api.database),
        LOG_LEVEL: 'silent',
      };
      execFile(
        process.execPath,
        ['--import', 'tsx', join(ROOT, 'cli/main.ts'), 'reports', ...args],
        { cwd: ROOT, env },
        (error, stdout, stderr) =>
          resolve({ code: typeof error?.code === 'number' ? error.code : 0, out: stdout + stderr }),
      );
    });
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'igny8-reports-'));
    api = await drawingApi('2026-06-17T08:00:00Z');
    await api.post('platform/facts/', clientFacts(1, 11));
    const service_config = { reporting: { review: 'none', cadence: 'monthly' } };
    await api.post('services/subscriptions/', { account_id: 1, site_id: 11, tier: 'pro', service_config });
    await api.advance('2026-07-01T05:00:00Z');
  }, SLOW_MS);
  afterAll(async () => {
    await api.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it(
    'are asked for once, drawn by the server beside, and sent',
    async () => {
      const early = await cli('generate', '--subscription', '1', '--period', '2026-07-01');
      expect([early.code, early.out]).toEqual([1, expect.stringContaining('until it is over there is a preview')]);
      const made = await cli('generate', '--subscription', '1');
      expect(made.out).toContain('report 1 of 2026-06-01 is asked for\nreport 1 is ready');
      expect(await cli('send', '1')).toEqual({ code: 0, out: expect.stringContaining('its mails are on their way') });
      await api.advance('2026-07-01T05:10:00Z');
      expect((await api.get('services/reports/1/')).body).toMatchObject({ state: 'sent' });
    },
    SLOW_MS,
  );

  it(
    'are previewed into a file, and nothing is kept',
    async () => {
      const out = join(folder, 'july.pdf');
      const seen = await cli('preview', '--subscription', '1', '--period', '2026-07-01', '--out', out);
      expect(seen, seen.out).toMatchObject({ code: 0 });
      expect((await readFile(out)).subarray(0, 5).toString()).toBe('%PDF-');
      expect((await api.get('services/reports/')).body.count).toBe(1);
    },
    SLOW_MS,
  );

  it(
    'have their templates checked, by line and column',
    async () => {
      const [html, css] = [join(folder, 't.html'), join(folder, 't.css')];
      await writeFile(html, '<h1>{{ client.name }}</h1>\n<script>x</script>\n');
      await writeFile(css, 'h1 { color: #123456; }\n');
      const bad = await cli('template', 'check', html, css);
      expect(bad).toEqual({ code: 1, out: `${html}:2:1: <script> is not supported\n` });
    },
    SLOW_MS,
  );
});
