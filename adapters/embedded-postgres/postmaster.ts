import { existsSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';

export type Postmaster = { readonly pid: number; readonly socketDir: string };

/** No system gives this number to a process. */
const NO_PROCESS = 2 ** 22 + 1;

/** The server that runs on the cluster, by the file it keeps there; null where that file is missing or left over. */
export function postmasterOf(pgdata: string): Postmaster | null {
  const lines = linesOf(pgdata);
  const pid = Number(lines?.[0]);
  if (!Number.isInteger(pid) || pid <= 0 || !isServing(pid, pgdata)) return null;
  return { pid, socketDir: lines?.[4]?.trim() ?? '' };
}

/**
 * After a power cut, or in a restarted container, the number in a left-over file may belong to another
 * process, and PostgreSQL would refuse to start. The number is made void. The rest of the file stays, for by
 * it PostgreSQL sees that processes of the former server still use the data.
 */
export function voidLeftOver(pgdata: string): void {
  const lines = linesOf(pgdata);
  if (!lines || !existsSync('/proc/self') || postmasterOf(pgdata)) return;
  writeFileSync(`${pgdata}/postmaster.pid`, [NO_PROCESS, ...lines.slice(1)].join('\n'));
}

function linesOf(pgdata: string): string[] | null {
  try {
    return readFileSync(`${pgdata}/postmaster.pid`, 'utf8').split('\n');
  } catch {
    return null;
  }
}

function isServing(pid: number, pgdata: string): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  if (!existsSync('/proc/self')) return true;
  try {
    const args = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    const folder = args[args.indexOf('-D') + 1];
    return args.includes('-D') && folder !== undefined && realpathSync(folder) === realpathSync(pgdata);
  } catch {
    return false; // It ended just now.
  }
}
