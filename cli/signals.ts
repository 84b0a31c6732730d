import { stopEmbeddedAtOnce } from '#adapters/embedded-postgres';

/** So long may an orderly stop take. */
const ORDERLY_MS = 30_000;
/** As a shell names a process that a signal ended. */
const CODES = { SIGINT: 130, SIGTERM: 143 } as const;

let orderly: (() => void) | null = null;
let outputMatters = true;

/** The next signal is answered by `stop` instead of an end at once; a second one, or half a minute, ends all the same. */
export function whenAskedToStop(stop: () => void): void {
  orderly = stop;
}

/** For what is served beside what is printed: lost output is no reason to end. */
export function goOnWithoutOutput(): void {
  outputMatters = false;
}

/** However this process is asked to end, the database that it brought along is not left behind. */
export function attendToSignals(): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      const stop = orderly;
      orderly = null;
      if (stop === null) return void endAtOnce(CODES[signal]);
      setTimeout(() => void endAtOnce(1), ORDERLY_MS).unref();
      stop();
    });
  // Nobody reads any more, or the disk is full.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (!outputMatters) return;
    if (error.code !== 'EPIPE') process.stderr.write(`the output cannot be written: ${error.message}\n`);
    void endAtOnce(1);
  });
  process.stderr.on('error', () => undefined);
}

async function endAtOnce(code: number): Promise<void> {
  await stopEmbeddedAtOnce();
  process.exit(code);
}
