import { InvalidArgumentError, Option } from 'commander';
import { type Config, loadConfig } from '#app/config';
import { type Running, start } from '#app/main';
import type { Cause } from '#runtime/metadata';
import { systemRandom } from '#runtime/random';
import { environment } from './environment.ts';
import { say } from './serve.ts';
import { table } from './table.ts';

/** Opens the system without serving, lets `work` use it, and closes it again. */
export async function opened(work: (running: Running, config: Config) => Promise<void>): Promise<void> {
  const config = loadConfig(environment(say));
  const running = await start(config, { listen: false, note: say });
  try {
    await work(running, config);
  } finally {
    await running.stop();
  }
}

export const byHand = (): Cause => {
  const id = systemRandom.uuid();
  return { commandId: id, correlationId: id, causationId: id, actor: { kind: 'admin', id: 'command line' } };
};
export const positive = (text: string): number => {
  if (!/^[1-9]\d{0,9}$/.test(text)) throw new InvalidArgumentError('must be a positive whole number');
  return Number(text);
};
/** A place in the log: 0 is before the first event. */
export const position = (text: string): number => {
  if (!/^\d{1,15}$/.test(text)) throw new InvalidArgumentError('must be a whole number, 0 or more');
  return Number(text);
};
export const print = (rows: readonly Readonly<Record<string, unknown>>[], json: boolean | undefined): void =>
  console.log(json ? JSON.stringify(rows, null, 2) : table(rows));
export const json = () => new Option('--json', 'print JSON instead of a table');
