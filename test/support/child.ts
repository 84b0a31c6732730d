import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ADMIN, Client } from './api.ts';
import { compiled } from './compiled.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export type Served = {
  readonly api: Client;
  readonly child: ChildProcess;
  kill(): Promise<void>;
  stop(): Promise<number | null>;
};

/**
 * The product as a process of its own, compiled, as an operator would start it; ready once `/readyz` says so. `stderr` is a file
 * descriptor that its log goes to.
 */
export async function served(env: Record<string, string>, stderr: 'pipe' | number = 'pipe'): Promise<Served> {
  const child = spawn(process.execPath, [compiled(), 'serve'], {
    cwd: ROOT,
    env: {
      PATH: process.env['PATH'],
      PORT: '0',
      BOOTSTRAP_ADMIN_TOKEN: ADMIN,
      LOG_LEVEL: 'error',
      RATE_LIMIT_PER_MINUTE: '100000',
      ...env,
    },
    stdio: ['ignore', 'pipe', stderr],
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  let told = '';
  const url = await new Promise<string>((resolve, reject) => {
    child.stderr?.on('data', (chunk) => {
      told += String(chunk);
    });
    child.stdout?.on('data', (chunk) => {
      const found = /ready at (\S+)/.exec(String(chunk));
      if (found?.[1]) resolve(found[1]);
    });
    void ended.then((code) => reject(new Error(`ended with ${code}: ${told}`)));
  });
  return {
    api: new Client(url),
    child,
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
    async stop() {
      child.kill('SIGTERM');
      return ended;
    },
  };
}
