import { StoreUnavailable } from './event-store.ts';

/**
 * Codes of trouble that passes, or that lies with the database or the way to it: lost connections (08), no room (53), an
 * operator's intervention (57P), the system (58), what sockets say, read-only after a failover, serialisation
 * failures, deadlocks, and the time limits.
 */
const CODES =
  /^(08|53|57P|58|ECONN|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENETDOWN|ENOTFOUND|EAI_AGAIN|25006|25P03|40001|40P01|55P03|57014|EMFILE|ENFILE)/;

/** What the driver says without a code, each from the beginning of its message. */
const MESSAGES =
  /^(Connection terminated|timeout exceeded when trying to connect|timeout expired|Query read timeout|Client was closed|Client has encountered a connection error|Cannot use a pool after calling end)/;

/**
 * True for trouble with the store or the way to it, as against with what was asked: the same question may well be
 * answered later. False for anything that is not an error.
 */
export function isUnavailable(error: unknown): boolean {
  if (error instanceof StoreUnavailable) return true;
  if (!(error instanceof Error)) return false;
  const { code, syscall } = error as { code?: unknown; syscall?: unknown };
  if (typeof code !== 'string') return MESSAGES.test(error.message);
  // A socket that is not there: of a server that does not run. Any other file that is missing is somebody's mistake.
  return CODES.test(code) || ((code === 'ENOENT' || code === 'EACCES') && syscall === 'connect');
}

/** What was thrown, as `StoreUnavailable` where that is what it means. */
export const asUnavailable = (error: unknown): unknown =>
  isUnavailable(error) && !(error instanceof StoreUnavailable)
    ? new StoreUnavailable(`the database does not answer: ${String(error)}`, { cause: error })
    : error;
