import { readFile, writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { Command, InvalidArgumentError, Option } from 'commander';
import { checkTemplate } from '#adapters/report-templates/check';
import type { Running } from '#app/main';
import { dayOf } from '#domain/kernel/calendar';
import type { SiteId, SubscriptionId } from '#domain/kernel/ids';
import { type Day, parseDay, plusDays } from '#domain/kernel/time';
import { LANGUAGES, type Language, REPORT_TYPES, type ReportType } from '#domain/reports/report-document';
import { periodOf } from '#domain/reports/report-settings';
import { REPORTS } from '#projections/reports/report-tables';
import { typed } from '#runtime/table-reads';
import { byHand, opened, positive } from './opened.ts';
import { countingBar } from './progress.ts';

const BY = { role: 'admin', id: null } as const;
const LOOK_MS = 500;
/** Where nothing moves for so long, nobody draws. */
const PATIENCE_MS = 60_000;

const period = (text: string): Day => {
  const day = parseDay(text);
  if (day === null) throw new InvalidArgumentError('must be a day such as 2026-06-01');
  return day;
};
type Of = { readonly subscription?: number; readonly site?: number };
function subjectOf({ subscription, site }: Of) {
  if ((subscription === undefined) === (site === undefined))
    throw new InvalidArgumentError('name either --subscription or --site');
  return subscription === undefined
    ? { siteId: (site ?? 0) as SiteId }
    : { subscriptionId: subscription as SubscriptionId };
}
const todayOf = ({ system: { around } }: Running): Day => dayOf(around.clock.now(), around.zone);
/** The first day of the last period of that type that is over. */
const lastOver = (type: ReportType, today: Day): Day => periodOf(type, plusDays(periodOf(type, today), -1));

/** Shows how many are drawn until all are. Throws where nobody draws them. */
async function drawn(
  look: () => Promise<{ total: number; done: number; failed: number }>,
  upToDate: () => Promise<void>,
) {
  const bar = countingBar('reports');
  let [before, since] = [-1, performance.now()];
  try {
    for (;;) {
      await upToDate();
      const { total, done, failed } = await look();
      bar.step(done + failed, total);
      if (done + failed === total) return { total, done, failed };
      if (done + failed !== before) [before, since] = [done + failed, performance.now()];
      if (performance.now() - since > PATIENCE_MS)
        throw new InvalidArgumentError(
          'asked for, and nobody draws them: is the server running? --no-wait does not wait',
        );
      await pause(LOOK_MS);
    }
  } finally {
    bar.stop();
  }
}

type Generate = Of & { all?: boolean; type: ReportType; period?: Day; wait: boolean };
/** One report: asked for, and drawn by the server that runs beside. */
async function generate(running: Running, options: Generate): Promise<void> {
  const { system } = running;
  await system.upToDate();
  const periodStart = options.period ?? lastOver(options.type, todayOf(running));
  const wanted = { subject: subjectOf(options), type: options.type, periodStart, chosen: {}, by: BY, batch: null };
  const made = await system.commands.reports.generate(wanted, byHand());
  if (!made.ok) throw new InvalidArgumentError(made.refusal.message);
  console.log(`report ${made.id} of ${periodStart} is asked for`);
  if (!options.wait) return;
  const rows = typed(system.around.readModels.tables('live'));
  const look = async () => {
    const status = (await rows.get(REPORTS, { id: made.id ?? 0 }))?.status;
    return { total: 1, done: status === 'ready' ? 1 : 0, failed: status === 'failed' ? 1 : 0 };
  };
  const { failed } = await drawn(look, system.upToDate);
  const problem = failed === 0 ? null : (await rows.get(REPORTS, { id: made.id ?? 0 }))?.problem;
  if (failed > 0) throw new InvalidArgumentError(`report ${made.id} cannot be made: ${JSON.stringify(problem)}`);
  console.log(`report ${made.id} is ready`);
}
/** Those of all clients that are due one, as the job makes them. */
async function generateAll({ system }: Running, { type, wait }: Generate): Promise<void> {
  const { jobs } = system.runtime.parts;
  const name = `generate_${type}_reports`;
  const status = async () => (await jobs.status()).find(({ job }) => job.name === name);
  if (!(await status())) throw new InvalidArgumentError('--all makes weekly and monthly reports');
  await system.upToDate();
  await jobs.runNow(name);
  await system.upToDate();
  console.log(`${name}: ${String((await status())?.last?.detail)}`);
  if (!wait) return;
  const look = async () => (await status())?.progress ?? { total: 0, done: 0, failed: 0 };
  const { done, failed } = await drawn(look, system.upToDate);
  console.log(`${done} ready, ${failed} failed`);
  if (failed > 0) process.exitCode = 1;
}

const ofOptions = (command: Command): Command =>
  command
    .option('--subscription <id>', 'of that managed subscription', positive)
    .option('--site <id>', 'of a site without one', positive)
    .addOption(new Option('--type <type>', 'which').choices(REPORT_TYPES).default('monthly'))
    .option('--period <day>', 'first day of the period', period);

/** Reports from the command line, beside a running server, which draws and sends them. */
export function reportsCommand(): Command {
  const command = new Command('reports').description('what clients are told of their sites');
  ofOptions(command.command('generate'))
    .description('make a report of a period that is over; the last one where none is named')
    .option('--all', 'of every client that is due one')
    .option('--no-wait', 'do not wait until it is drawn')
    .action((options: Generate) =>
      opened((running) => (options.all ? generateAll(running, options) : generate(running, options))),
    );
  ofOptions(command.command('preview'))
    .description('a report as it would be now, of a period that may still run; nothing of it is kept')
    .requiredOption('--out <file>', 'where its PDF is written')
    .addOption(new Option('--language <language>', 'in place of the client’s').choices(LANGUAGES))
    .addOption(new Option('--theme <theme>', 'in place of the client’s').choices(['light', 'dark']))
    .action((options: Preview) => opened((running) => preview(running, options)));
  command
    .command('send')
    .description('send a version that was approved, now')
    .argument('<id>', 'the report', positive)
    .option('--report-version <n>', 'the version; the newest where it is left out', positive)
    .option('--to <addresses...>', 'in place of its recipients')
    .option('--again', 'also to whoever had it')
    .action((id: number, options: { reportVersion?: number; to?: string[]; again?: boolean }) =>
      opened(async ({ system }) => {
        const { reportVersion: version = null, to = null, again = false } = options;
        const sending = await system.commands.reports.send(id, { version, to, again, by: BY }, byHand());
        if (!sending.ok) throw new InvalidArgumentError(sending.refusal.message);
        console.log(sending.unchanged ? 'it was sent before' : 'its mails are on their way');
      }),
    );
  command
    .command('template')
    .description('look after templates')
    .command('check')
    .description('what of a template may not be, by line and column; needs no database')
    .argument('<html>', 'its HTML file')
    .argument('[css]', 'its CSS file')
    .action(templateCheck);
  return command;
}

type Preview = Of & { type: ReportType; period?: Day; out: string; language?: Language; theme?: 'light' | 'dark' };
async function preview({ system }: Running, options: Preview): Promise<void> {
  const { type, period: start = null, out, language, theme } = options;
  const chosen = { ...(language ? { language } : {}), ...(theme ? { theme } : {}) };
  const found = await system.commands.reportPreview.of(subjectOf(options), type, start, chosen, byHand());
  if ('refusal' in found) throw new InvalidArgumentError(found.refusal.message);
  if ('problem' in found) throw new InvalidArgumentError(found.detail);
  await writeFile(out, await system.commands.reportPreview.pdf(found.document));
  console.log(`written: ${out}`);
}

/** Prints what is wrong as compilers do, and ends with 1 where something is. */
async function templateCheck(htmlFile: string, cssFile: string | undefined): Promise<void> {
  const css = cssFile === undefined ? '' : await readFile(cssFile, 'utf8');
  const faults = checkTemplate({ html: await readFile(htmlFile, 'utf8'), css });
  for (const { source, line, column, message } of faults)
    console.log(`${source === 'html' ? htmlFile : cssFile}:${line}:${column}: ${message}`);
  if (faults.length > 0) process.exitCode = 1;
  else console.log('nothing is wrong with it');
}
