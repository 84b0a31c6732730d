import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { loadConfig } from '#app/config';
import { type Running, start } from '#app/main';
import { createClient } from '#client/index';
import type { Day } from '#domain/kernel/time';
import { keptWorld } from './demo/kept.ts';
import { month } from './demo/month.ts';
import { BEGIN } from './demo/six-months.ts';
import { monthlyReport, stageOf } from './demo/stage.ts';
import { say } from './serve.ts';
import { goOnWithoutOutput, whenAskedToStop } from './signals.ts';
import { table } from './table.ts';

const ADMIN = 'demo-admin-token';
const JUNE = '2026-06-01' as Day;
type Options = { readonly keep?: boolean; readonly port?: string };

/** A sandbox driven over HTTP: a month that ends with a report on disk, or with `--keep` six months to look around in. */
export function demoCommand(): Command {
  return new Command('demo')
    .description('drive a full month in a throw-away sandbox, print what came of it and write a report')
    .option('--keep', 'fill a sandbox with six months of seven made-up clients instead, and leave it running')
    .option('--port <port>', 'port of the sandbox that is left running', '0')
    .action(async ({ keep = false, port = '0' }: Options) => {
      const folder = await mkdtemp(join(tmpdir(), 'igny8-demo-'));
      await chmod(folder, 0o755); // The server may run as another user.
      const data = join(folder, 'data');
      const config = loadConfig({
        SANDBOX: 'true',
        SANDBOX_CLOCK: keep ? BEGIN : '2026-06-17T08:00:00Z',
        PORT: keep ? port : '0',
        DATA_DIR: data,
        BOOTSTRAP_ADMIN_TOKEN: ADMIN,
        WHITE_LABEL_MAIL_FROM: 'reports@client-reports.example',
        RATE_LIMIT_PER_MINUTE: '1000000',
        LOG_LEVEL: 'error',
      });
      const began = performance.now();
      const took = () => `${((performance.now() - began) / 1000).toFixed(1)} s`;
      say('starting a sandbox …');
      const running = await start(config, { note: say });
      const leave = async () => {
        await running.stop();
        await rm(keep ? folder : data, { recursive: true, force: true });
      };
      try {
        if (keep) await stay(running, took);
        else say(`${await once(running, folder)}\n\ndone in ${took()}`);
      } finally {
        await leave();
      }
    });
}

/** The month; answers where its report is. */
async function once(running: Running, folder: string): Promise<string> {
  const client = createClient({ baseUrl: running.url, token: ADMIN });
  const pdf = await monthlyReport(client, await month(client), JUNE);
  if (!pdf) throw new Error('the report of June was not made');
  const path = join(folder, 'acorn-dental-2026-06.pdf');
  await writeFile(path, pdf);
  return `\nAcorn Dental’s report of June, as a PDF: ${path}`;
}

/** Six months, then until it is told to stop. */
async function stay(running: Running, took: () => string): Promise<void> {
  goOnWithoutOutput();
  const asked = new Promise<void>((resolve) => whenAskedToStop(resolve));
  const client = createClient({ baseUrl: running.url, token: ADMIN });
  say('six months of seven clients, some minutes …');
  const told = await Promise.race([keptWorld(stageOf(client), say), asked]);
  if (!told) return;
  const { results } = (await client.get('services/reports/', { query: { page_size: 100 } })).data;
  console.log(
    table(
      told.map(({ site, subscription }) => ({
        subscription,
        account: site.account_id,
        client: site.account,
        tier: site.tier,
        agency: site.agency,
        reports: results.filter(({ site_id }) => site_id === site.site_id).length,
      })),
    ),
  );
  console.log(`\na sandbox with six months of seven clients, made in ${took()}: ${running.url}`);
  console.log(
    `pages: ${running.url}/app/\nAPI documents: ${running.url}/docs\nadmin token: ${ADMIN}\nCtrl-C ends it and deletes its data`,
  );
  await asked;
  say('stopping …');
}
