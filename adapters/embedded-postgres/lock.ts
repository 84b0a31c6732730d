import { randomBytes } from 'node:crypto';
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { EmbeddedPostgresUnavailable } from './unavailable.ts';

/** Longer than any holder keeps it: making a cluster, a start and a stop are all bounded. */
const NEVER_HELD_SO_LONG_MS = 15 * 60_000;
/** A file without a holder's name is being written just now, or its writer died while writing it. */
const HALF_WRITTEN_MS = 10_000;

/**
 * Only one process at a time makes, boots or stops the cluster of a data folder. A lock whose holder
 * died is taken over. Answers the function that gives it back.
 */
export async function lock(file: string, patienceMs: number): Promise<() => void> {
  const mine = `${process.pid} ${birthOf(process.pid)} ${randomBytes(6).toString('hex')}`;
  for (const began = performance.now(); performance.now() - began < patienceMs; await pause(25)) {
    try {
      writeFileSync(file, mine, { flag: 'wx' });
      return () => {
        if (contentOf(file) === mine) rmSync(file, { force: true });
      };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const held = contentOf(file);
      if (held !== null && isAbandoned(file, held)) remove(file, held);
    }
  }
  throw new EmbeddedPostgresUnavailable(
    `another process (${contentOf(file)?.split(' ')[0]}) has been starting or stopping the database for long; if it does not exist, remove ${file}`,
  );
}

function isAbandoned(file: string, held: string): boolean {
  const [pid = '', birth = ''] = held.split(' ');
  const age = ageOf(file);
  if (!/^\d+$/.test(pid)) return age > HALF_WRITTEN_MS;
  try {
    process.kill(Number(pid), 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return true;
  }
  // The number may be another process's by now: in a restarted container it is even likely to be our own.
  return birth !== birthOf(Number(pid)) || age > NEVER_HELD_SO_LONG_MS;
}

/** One at a time looks again and removes, so that nobody removes the lock of whoever took it over before. */
function remove(file: string, held: string): void {
  const guard = `${file}.takeover`;
  try {
    writeFileSync(guard, '', { flag: 'wx' });
  } catch {
    if (ageOf(guard) > HALF_WRITTEN_MS) rmSync(guard, { force: true });
    return;
  }
  if (contentOf(file) === held) rmSync(file, { force: true });
  rmSync(guard, { force: true });
}

/** When the process began, and since which start of the machine: with the number it names one process for ever. */
function birthOf(pid: number): string {
  const boot = contentOf('/proc/sys/kernel/random/boot_id')?.trim();
  const ticks = contentOf(`/proc/${pid}/stat`)
    ?.replace(/^.*\) /s, '')
    .split(' ')[19];
  return boot && ticks ? `${boot}/${ticks}` : '-';
}

const ageOf = (file: string): number => Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());

function contentOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
