import { type Logger, pino } from 'pino';

/** Bytes that wait at most for a destination that takes none; what comes on top is dropped. */
const WAITING_BYTES = 1_000_000;

type Destination = ReturnType<typeof pino.destination>;
export type LogOptions = {
  readonly level: string;
  readonly redact: string[];
  /** A file descriptor or a path; 2 is the standard error. */
  readonly dest?: number | string;
};

/**
 * The log of this process. A destination that cannot be written to (a full disk, a pipe that nobody reads any more)
 * costs the lines that are written meanwhile and nothing else; once it takes them again it goes on.
 */
export function createLog({ level, redact, dest = 2 }: LogOptions): { log: Logger; destination: Destination } {
  const destination = pino.destination({ dest, sync: false, maxLength: WAITING_BYTES });
  // There is nobody to tell: this is where one would.
  destination.on('error', () => undefined);
  const flush = destination.flushSync.bind(destination);
  // At the end of the process what is left is written at once, or it is lost.
  destination.flushSync = () => {
    try {
      flush();
    } catch {
      // As above.
    }
  };
  return { log: pino({ level, redact }, destination), destination };
}
