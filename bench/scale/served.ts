import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const TOKEN = 'bench-admin-token';
/** From the first statement's time on, nothing waits for a person. */
export const FOUNDED = '2026-05-20T08:00:00.000Z';

/** A checkout of this product that serves a sandbox of its own, in a process of its own. */
export type Served = {
  readonly name: string;
  readonly url: string;
  /** An admin's token that is not the bootstrap one: what callers have. */
  readonly token: string;
  call<T>(method: string, path: string, body?: unknown): Promise<T>;
  /** Kilobytes that the process holds, as Linux counts them. */
  residentKb(): number;
  /** SQL statements that the process has sent so far; NaN where it does not count them. */
  statements(): Promise<number>;
  stop(): Promise<void>;
};

const env = (folder: string) => ({
  PATH: process.env.PATH,
  SANDBOX: 'true',
  SANDBOX_CLOCK: FOUNDED,
  DATA_DIR: join(folder, 'data'),
  LOG_LEVEL: 'error',
  BOOTSTRAP_ADMIN_TOKEN: TOKEN,
  RATE_LIMIT_PER_MINUTE: '1000000',
});

function ready(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    if (child.stdout === null) throw new Error('no output');
    createInterface({ input: child.stdout }).on('line', (line) => {
      const url = /ready at (\S+)/.exec(line)?.[1];
      if (url !== undefined) resolve(url);
    });
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
  });
}

/** Starts what stands in `checkout` on an empty store. */
export async function serve(name: string, checkout: string): Promise<Served> {
  const folder = mkdtempSync(join(tmpdir(), 'igny8-bench-'));
  chmodSync(folder, 0o755); // The database may run as another user.
  const counter = new URL('statements.mjs', import.meta.url).href;
  const counted = join(folder, 'statements');
  const child = spawn(
    process.execPath,
    ['--import', counter, '--import', 'tsx', 'cli/main.ts', 'serve', '--port', '0'],
    { cwd: checkout, env: { ...env(folder), BENCH_STATEMENTS: counted }, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const url = await ready(child);
  const asking = (token: string) =>
    async function call<T>(method: string, path: string, body?: unknown): Promise<T> {
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
      const content = body === undefined ? {} : { body: JSON.stringify(body) };
      const response = await fetch(`${url}/api/v1/${path}`, { method, headers, ...content });
      const text = await response.text();
      if (!response.ok) throw new Error(`${name}: ${method} ${path}: ${response.status} ${text}`);
      return JSON.parse(text) as T;
    };
  const { token } = await asking(TOKEN)<{ token: string }>('POST', 'auth/tokens/', { role: 'admin' });
  return {
    name,
    url,
    token,
    call: asking(token),
    residentKb: () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]),
    async statements() {
      child.kill('SIGUSR2');
      while (!existsSync(counted)) await new Promise((resolve) => setTimeout(resolve, 5));
      const count = Number(readFileSync(counted, 'utf8'));
      rmSync(counted);
      return count;
    },
    async stop() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
