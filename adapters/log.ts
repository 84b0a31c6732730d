import { openSync, write, writeSync } from 'node:fs';
import { type DestinationStream, type Logger, pino } from 'pino';

/** Characters that wait at most for a destination that takes none; what comes on top is dropped. */
const WAITING = 1_000_000;
/** A pipe that is full takes more after a while. */
const BUSY_MS = 50;
const BUSY_AT_THE_END = 20;
const isBusy = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'EAGAIN';

/**
 * Where lines are written, beside everything else that is done. A destination that takes none (a full disk, a pipe that
 * nobody reads any more) costs the lines that there is no room for and nothing else: it is tried again with every line.
 * The destination that pino brings tries for ever at the end of the process, which then does not end.
 */
export class LogDestination implements DestinationStream {
  readonly #fd: number;
  #lines: string[] = [];
  #length = 0;
  /** What is on its way, or was refused and is tried again. */
  #next: Buffer = Buffer.alloc(0);
  #writing = false;
  #refused = 0;

  constructor(fd: number) {
    this.#fd = fd;
  }

  /** How often the destination took nothing. */
  get refused(): number {
    return this.#refused;
  }

  write(line: string): void {
    if (this.#length + line.length <= WAITING) {
      this.#lines.push(line);
      this.#length += line.length;
    }
    if (!this.#writing) this.#go();
  }

  /** Writes what is left, as far as it is taken: at the end of the process. */
  flush(): void {
    let left = this.#writing ? this.#take() : Buffer.concat([this.#next, this.#take()]);
    for (let busy = 0; left.length > 0; )
      try {
        left = left.subarray(writeSync(this.#fd, left));
      } catch (error) {
        if (!isBusy(error) || ++busy > BUSY_AT_THE_END) return;
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, BUSY_MS);
      }
  }

  #take(): Buffer {
    const all = Buffer.from(this.#lines.join(''));
    this.#lines = [];
    this.#length = 0;
    return all;
  }

  #go(): void {
    if (this.#next.length === 0) this.#next = this.#take();
    this.#writing = this.#next.length > 0;
    if (!this.#writing) return;
    write(this.#fd, this.#next, (error, written) => {
      if (!error) {
        this.#next = this.#next.subarray(written);
        this.#go();
      } else if (isBusy(error)) setTimeout(() => this.#go(), BUSY_MS).unref();
      else {
        this.#refused += 1;
        this.#writing = false;
      }
    });
  }
}

export type LogOptions = {
  readonly level: string;
  readonly redact: string[];
  /** A path; left out it is the standard error. */
  readonly file?: string;
};

let standardError: LogDestination | undefined;

/** The log of this process. */
export function createLog({ level, redact, file }: LogOptions): { log: Logger; destination: LogDestination } {
  const destination = file === undefined ? theStandardError() : new LogDestination(openSync(file, 'a'));
  return { log: pino({ level, redact }, destination), destination };
}

function theStandardError(): LogDestination {
  if (standardError) return standardError;
  const made = new LogDestination(process.stderr.fd);
  process.on('exit', () => made.flush());
  standardError = made;
  return made;
}
