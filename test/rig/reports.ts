import { setTimeout as pause } from 'node:timers/promises';
import { Command } from 'commander';
import type { Served } from '#test/support/child';
import { type Life, reportRun } from '#test/support/report-run';
import { openDatabase, urlOf } from './database.ts';

/** The reports of a month for many clients under kills and trouble with mails, and what the API's answers took meanwhile. */
const { clients } = new Command('rig:reports')
  .option('--clients <n>', 'how many', (text) => Number(text), 200)
  .parse()
  .opts<{ clients: number }>();

/**
 * Kills by how many events of reports each life saw: three a report until it is made, at six in the morning, three more until both
 * its mails are out, at nine. So trouble with mails belongs into lives that see the second half.
 */
const LIVES: readonly Life[] = [
  { killAfter: Math.ceil(clients * 1.2), mail: null },
  { killAfter: Math.ceil(clients * 1.2), mail: null },
  { killAfter: Math.ceil(clients * 1.4), mail: ['lose_answer', 5] },
  { killAfter: Math.ceil(clients * 0.6), mail: ['refuse', 5] },
  { killAfter: Math.ceil(clients * 0.6), mail: ['down', 20] },
  { killAfter: Math.ceil(clients * 0.5), mail: ['slow', 50] },
];
const ASKED = [
  'services/subscriptions/?page_size=20',
  'services/reports/?page_size=20',
  'services/dashboard/overdue/',
  'services/subscriptions/1/',
];
const APART_MS = 25;
const IDLE_MS = 15_000;
/** So long after its start a process has everything loaded and compiled that is asked for. */
const WARM_MS = 3_000;
type Answer = { readonly since: number; readonly took: number };

/** How long each answer took, one question after the other, until told to stop or the process is gone. */
async function asking({ api }: Served, into: Answer[], going: () => boolean): Promise<void> {
  const first = performance.now();
  for (let n = 0; going(); n++) {
    const began = performance.now();
    const answer = await api.get(ASKED[n % ASKED.length] ?? '').catch(() => null);
    if (answer === null) return;
    into.push({ since: began - first, took: performance.now() - began });
    if (answer.status !== 200) throw new Error(`${answer.status} of ${ASKED[n % ASKED.length]}`);
    await pause(APART_MS);
  }
}
const quantile = (values: readonly number[], q: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * q))] ?? Number.NaN;
const shown = (answers: readonly Answer[]) => {
  const values = answers.map(({ took }) => took);
  const [half, nearly, all] = [0.5, 0.99, 1].map((q) => Math.round(quantile(values, q) * 10) / 10);
  return `p50 ${half} ms, p99 ${nearly} ms, longest ${all} ms (${values.length} answers)`;
};

const database = await openDatabase();
const [idle, busy]: [Answer[], Answer[]] = [[], []];
const p99 = (answers: readonly Answer[]): number =>
  quantile(
    answers.map(({ took }) => took),
    0.99,
  );
const began = performance.now();
let wrong = true;
try {
  const outcome = await reportRun({
    clients,
    lives: LIVES,
    database: { url: urlOf(database), config: database.server.config },
    env: { RENDER_WORKERS: '1' },
    async before(process) {
      console.log(`${clients} clients after ${Math.round((performance.now() - began) / 1000)} s`);
      const until = performance.now() + IDLE_MS;
      await asking(process, idle, () => performance.now() < until);
    },
    during: (process, working) => asking(process, busy, working),
  });
  const { reports, mails, refused, kills, progress, mostMb } = outcome;
  const warm = busy.filter(({ since }) => since >= WARM_MS);
  const times = (answers: readonly Answer[]) => (p99(answers) / p99(idle)).toFixed(1);
  console.log(`${reports} reports, ${mails} mails (${refused} refused and sent again), ${kills} kills`);
  console.log(`idle: ${shown(idle)}`);
  console.log(`busy: ${shown(busy)}; p99 is ${times(busy)} of the idle one`);
  console.log(`of these later than ${WARM_MS / 1000} s after a start: ${shown(warm)}; ${times(warm)} of the idle one`);
  console.log(
    `progress as it was shown: ${[...new Set(progress.map(({ done, total }) => `${done}/${total}`))].join(' ')}`,
  );
  console.log(`most memory of the process: ${mostMb} MiB; ${Math.round((performance.now() - began) / 1000)} s in all`);
  for (const line of outcome.wrong.slice(0, 20)) console.log(`  ${line}`);
  console.log(
    outcome.wrong.length === 0 ? 'each report once, each mail once' : `${outcome.wrong.length} things were wrong`,
  );
  wrong = outcome.wrong.length > 0;
} finally {
  await database.end();
}
process.exitCode = wrong ? 1 : 0;
