import { Command } from 'commander';
import { median } from '../measure.ts';
import { type Call, load } from './load.ts';
import { bareHono } from './reference.ts';
import { type Served, serve } from './served.ts';
import { subscriptions } from './world.ts';

/**
 * What the product does over HTTP, of this checkout and of another one beside it (`--ab <checkout>`), cell by cell in turn, so that a busy
 * minute slows both alike; and of a bare Hono route, as the most that there is to have.
 */
const { ab, rounds, ms, only } = new Command('bench')
  .option('--ab <checkout>', 'a folder with another version of this product, installed')
  .option('--rounds <n>', 'how often each cell is measured', Number, 3)
  .option('--ms <n>', 'milliseconds of each', Number, 2000)
  .option('--only <text>', 'cells whose name has that in it')
  .parse()
  .opts<{ ab?: string; rounds: number; ms: number; only?: string }>();
const SUBSCRIPTIONS = 64;
/** Connections of the reference. */
const SO_MANY = 64;

const figures = new Map<string, number[]>();
const note = (who: string, what: string, value: number): void => {
  const key = `${what}|${who}`;
  figures.set(key, [...(figures.get(key) ?? []), value]);
};

type Cell = {
  readonly name: string;
  readonly connections: readonly number[];
  readonly next: (c: number, t: number) => Call;
};
const V1 = '/api/v1/';
const cells: readonly Cell[] = [
  { name: 'healthz', connections: [SO_MANY], next: () => ({ method: 'GET', path: '/healthz' }) },
  {
    name: 'GET of a subscription',
    connections: [1, 64],
    next: (c) => ({ method: 'GET', path: `${V1}services/subscriptions/${(c % SUBSCRIPTIONS) + 1}/` }),
  },
  {
    name: 'gate check',
    connections: [1, 64, 256],
    next: (c) => ({
      method: 'GET',
      path: `${V1}billing/features/check/ahrefs_level/?account_id=${(c % SUBSCRIPTIONS) + 1}`,
    }),
  },
  {
    name: '100 gate checks in one',
    connections: [8],
    next: (c) => ({
      method: 'POST',
      path: `${V1}billing/features/check/`,
      body: JSON.stringify({
        account_id: (c % SUBSCRIPTIONS) + 1,
        checks: Array.from({ length: 100 }, () => ({ feature: 'ahrefs_level' })),
      }),
    }),
  },
  {
    name: 'pause, resume',
    connections: [1, 8, 32],
    next: (c, turn) => ({
      method: 'POST',
      path: `${V1}services/subscriptions/${c + 1}/${turn % 2 === 0 ? 'pause' : 'resume'}/`,
      body: JSON.stringify(turn % 2 === 0 ? { reason: 'asked for' } : {}),
    }),
  },
];

async function measure(served: readonly Served[]): Promise<void> {
  const bare = await bareHono();
  try {
    for (let round = 0; round <= rounds; round++)
      for (const { name, connections, next } of cells.filter((cell) => only === undefined || cell.name.includes(only)))
        for (const so of connections) {
          const what = `${name}, ${so} at once`;
          if (name === 'healthz') note('bare Hono', what, (await load(bare.url, '', so, ms / 4, next)).perSecond);
          for (const one of served) {
            await settled(one);
            const before = await one.statements();
            const { perSecond, p50, p99 } = await load(one.url, one.token, so, round === 0 ? ms / 4 : ms, next);
            if (round === 0) continue;
            note(one.name, what, perSecond);
            note(one.name, `${what}: p50 ms`, p50);
            note(one.name, `${what}: p99 ms`, p99);
            await settled(one);
            note(one.name, `${what}: statements each`, ((await one.statements()) - before) / ((perSecond * ms) / 1000));
            console.error(
              `${one.name}: ${what}: ${perSecond.toFixed(0)}/s, p50 ${p50.toFixed(1)}, p99 ${p99.toFixed(1)} ms`,
            );
          }
        }
  } finally {
    bare.stop();
  }
}

/** Waits until what a load left to do is done: nothing of it belongs to the next cell. */
async function settled(served: Served): Promise<void> {
  for (let last = -1, still = 0; still < 3; ) {
    await new Promise((resolve) => setTimeout(resolve, 150));
    const now = await served.statements();
    still = now - last < 40 ? still + 1 : 0;
    last = now;
  }
}

const all = [await serve('this', process.cwd())];
if (ab !== undefined) all.push(await serve('other', ab));
try {
  for (const one of all) {
    const began = performance.now();
    await subscriptions(one, SUBSCRIPTIONS);
    console.error(
      `${one.name}: ${SUBSCRIPTIONS} subscriptions in ${((performance.now() - began) / 1000).toFixed(1)} s`,
    );
  }
  await measure(all);
  const whats = [...new Set([...figures.keys()].map((key) => key.slice(0, key.lastIndexOf('|'))))];
  const number = (value: number) =>
    Number.isNaN(value) ? '–' : value < 100 ? value.toFixed(1) : Math.round(value).toLocaleString('en');
  const [mine, theirs] = [all[0]?.name, all[1]?.name ?? 'bare Hono'];
  console.log(`| what | ${mine} min / median / max | ${theirs} | ratio |\n|---|--:|--:|--:|`);
  for (const [what, rates] of figures)
    if (what.endsWith('|bare Hono')) console.log(`| a bare route, ${SO_MANY} at once | ${number(median(rates))} | | |`);
  for (const what of whats) {
    const ours = figures.get(`${what}|${mine}`) ?? [];
    const other = figures.get(`${what}|${theirs}`) ?? [];
    const spread = [Math.min(...ours), median(ours), Math.max(...ours)].map(number).join(' / ');
    console.log(`| ${what} | ${spread} | ${number(median(other))} | ${number(median(ours) / median(other))} |`);
  }
} finally {
  await Promise.all(all.map((one) => one.stop()));
}
