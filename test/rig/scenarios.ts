import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { ADMIN, clientFacts } from '#test/support/api';
import { type Served, served } from '#test/support/child';
import { broken } from './check.ts';
import { cut, type Database, openDatabase, postmasterOf, signalAll, socketOf, urlOf } from './database.ts';
import { Load } from './load.ts';
import { openProxy } from './proxy.ts';

/** What came of a scenario; nothing is wrong where `wrong` is empty. */
export type Outcome = {
  readonly wrong: readonly string[];
  readonly acknowledged: number;
  readonly statuses: Readonly<Record<number, number>>;
  readonly slowestMs: number;
  /** What the scenario did, so that a run that did nothing is seen. */
  readonly done: Readonly<Record<string, number>>;
};

type Done = Record<string, number>;
type Proxy = Awaited<ReturnType<typeof openProxy>>;
export type Scenario = (milliseconds: number) => Promise<Outcome>;

const CLOCK = { SANDBOX: 'true', SANDBOX_CLOCK: '2026-06-17T08:00:00Z' };
const CLIENTS = 12;
/** So long may the product take, in milliseconds, until it says that it is ready again. */
const BACK_MS = 30_000;
const CUT_EVERY_MS = 1_500;
const CUTTING_MS = 4_000;
/** Of so many answers to written batches one is lost. */
const LOSE_EVERY = 25;
/** Longer than anybody waits. */
const FROZEN_MS = 6_500;
let firstAccount = 1_000;

function load(processes: readonly Served[]): Load {
  firstAccount += 1_000_000;
  return new Load({ urls: processes.map(({ api }) => api.url), clients: CLIENTS, firstAccount }).start();
}

/** Waits until every process says that it is ready, ends the load, and holds what came of it against the log. */
async function settled(
  processes: readonly Served[],
  config: pg.ClientConfig,
  under: Load,
  done: Done,
): Promise<Outcome> {
  const wrong: string[] = [];
  for (const { api, child } of processes) {
    for (const began = performance.now(); ; await pause(100)) {
      if (child.exitCode !== null || child.signalCode !== null) {
        wrong.push(`a process ended with ${child.exitCode ?? child.signalCode}`);
        break;
      }
      const ready = await api.get('/readyz', { token: null }).catch(() => null);
      if (ready?.status === 200) break;
      if (performance.now() - began < BACK_MS) continue;
      wrong.push(`not ready after ${BACK_MS} ms: ${JSON.stringify(ready?.body)}`);
      break;
    }
  }
  // Served again, and by everyone.
  await pause(500);
  await under.stop();
  const [first] = processes;
  if (first && wrong.length === 0) {
    wrong.push(...(await broken(config, under)));
    for (const token of [...under.acknowledged.tokens.values()].slice(-20)) {
      const { status } = await first.api.get('ops/flags/', { token });
      if (status !== 200) wrong.push(`a token that was issued is answered ${status}`);
    }
    const replayed = await first.api.post('audit/replay/', { read_model: 'igny8_platform_directory' });
    if (replayed.body.equal !== true) wrong.push(`a read model is not what the log makes of it: ${replayed.status}`);
  }
  return {
    wrong: [...under.wrong, ...wrong],
    acknowledged: under.count,
    statuses: under.statuses,
    slowestMs: Math.round(under.slowest),
    done,
  };
}

/** The product on a server of the rig's own, by way of a proxy. */
async function onDatabase(
  processes: number,
  work: (database: Database, served: Served[], proxy: Proxy) => Promise<Outcome>,
): Promise<Outcome> {
  const database = await openDatabase();
  const proxy = await openProxy(socketOf(database));
  const started: Served[] = [];
  try {
    const env = { ...CLOCK, DATABASE_URL: urlOf(database, proxy.port) };
    for (let n = 0; n < processes; n++) started.push(await served(env));
    await started[0]?.api.post('platform/facts/', clientFacts(1, 11, 'scale'));
    return await work(database, started, proxy);
  } finally {
    for (const { child } of started) child.kill('SIGCONT');
    for (const { kill } of started) await kill();
    await proxy.close();
    await database.end();
  }
}

/** Every connection is cut again and again, and the answers to written batches are lost in between. */
async function cutting(milliseconds: number, { server }: Database, proxy: Proxy, done: Done): Promise<void> {
  proxy.loseEvery(LOSE_EVERY);
  for (const began = performance.now(); performance.now() - began < milliseconds; await pause(CUT_EVERY_MS))
    done['cuts'] = (done['cuts'] ?? 0) + ((await cut(server.config)) > 0 ? 1 : 0);
  proxy.loseEvery(0);
  done['lost'] = proxy.lost();
}

/**
 * The whole server stands still, every other time but for some of its sessions; readiness says so. Answers what was wrong.
 */
async function freezing({ server }: Database, { api }: Served, under: Load, done: Done): Promise<string[]> {
  const postmaster = postmasterOf(server.folder);
  const freezes = (done['freezes'] ?? 0) + 1;
  done['freezes'] = freezes;
  const whole = freezes % 2 === 1;
  signalAll(postmaster, 'SIGSTOP', whole ? 1 : 3);
  const asking = performance.now();
  try {
    const ready = await api.get('/readyz', { token: null });
    const took = Math.round(performance.now() - asking);
    const right = (ready.status === 503 || !whole) && under.inTime(api.url, asking);
    return right ? [] : [`readiness: ${ready.status} after ${took} ms`];
  } finally {
    await pause(Math.max(0, FROZEN_MS - (performance.now() - asking)));
    signalAll(postmaster, 'SIGCONT');
  }
}

/** A dashboard that is open all the while, and opened again whenever it ends. */
async function watched({ api }: Served, signal: AbortSignal): Promise<void> {
  const headers = { authorization: `Bearer ${ADMIN}`, accept: 'text/event-stream' };
  const url = `${api.url}/api/v1/services/dashboard/stream/`;
  for (; !signal.aborted; await pause(200))
    await fetch(url, { headers, signal }).then(
      (answer) => answer.text().catch(() => ''),
      () => '',
    );
}

/** A database that is away for moments and for seconds: nobody waits for it, and afterwards everything goes on. */
export const database: Scenario = (milliseconds) =>
  onDatabase(1, async (database, processes, proxy) => {
    const [process] = processes;
    if (!process) throw new Error('a process is needed');
    const under = load(processes);
    const done: Done = {};
    const wrong: string[] = [];
    const leaving = new AbortController();
    const looking = watched(process, leaving.signal);
    for (const began = performance.now(); performance.now() - began < milliseconds; ) {
      await cutting(CUTTING_MS, database, proxy, done);
      wrong.push(...(await freezing(database, process, under, done)));
      // Some time in which it is served.
      await pause(1_000);
    }
    leaving.abort();
    await looking;
    const outcome = await settled(processes, database.server.config, under, done);
    return { ...outcome, wrong: [...wrong, ...outcome.wrong] };
  });

/** The postmaster of the server that the product brought along is killed; the product brings it back. */
export const kills: Scenario = async (milliseconds) => {
  const folder = mkdtempSync(join(tmpdir(), 'igny8-rig-'));
  chmodSync(folder, 0o755);
  const dataDir = join(folder, 'data');
  const process = await served({ ...CLOCK, DATA_DIR: dataDir });
  try {
    await process.api.post('platform/facts/', clientFacts(1, 11, 'scale'));
    const config = { host: join(dataDir, 'run'), port: 5432, user: 'igny8', database: 'igny8' };
    const under = load([process]);
    const done = { kills: 0 };
    for (const began = performance.now(); performance.now() - began < milliseconds; ) {
      const count = under.count;
      killPostmaster(dataDir);
      done.kills += 1;
      // The next one only when it has gone on.
      for (const since = performance.now(); under.count <= count + CLIENTS && performance.now() - since < BACK_MS; )
        await pause(100);
    }
    const outcome = await settled([process], config, under, done);
    const code = await process.stop();
    const left = outcome.wrong.length === 0 && code === 0 ? [] : [`stopped with ${code}`];
    return { ...outcome, wrong: [...outcome.wrong, ...left] };
  } finally {
    await process.kill();
    try {
      killPostmaster(dataDir);
    } catch {
      // It was stopped in order.
    }
    rmSync(folder, { recursive: true, force: true });
  }
};

function killPostmaster(dataDir: string): void {
  globalThis.process.kill(postmasterOf(dataDir), 'SIGKILL');
}

/** Of two processes on one store the one that holds the leases stands still; the other one answers rightly, or not yet. */
export const frozenHolder: Scenario = (milliseconds) =>
  onDatabase(2, async ({ server }, processes) => {
    const [holder, other] = processes;
    if (!holder || !other) throw new Error('two processes are needed');
    const done = { frozen: 0 };
    // The first one holds them all: it was there first.
    const under = load([other]);
    await pause(1_000);
    holder.child.kill('SIGSTOP');
    done.frozen += 1;
    await pause(milliseconds);
    holder.child.kill('SIGCONT');
    return settled(processes, server.config, under, done);
  });

export const SCENARIOS = { database, kills, 'frozen-holder': frozenHolder } as const;
