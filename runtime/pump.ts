/**
 * A part of the machinery that moves work along. `runOnce` does a bounded piece of it and says
 * whether there was any; everything can be driven by calling it, in one thread, on virtual time.
 */
export interface Pump {
  readonly name: string;
  runOnce(): Promise<boolean>;
}

/** Work that must be done by one process at a time. Economy only: safety lies in expected revisions. */
export interface Leases {
  /** True while this process holds the lease (taking it when it is free). */
  hold(name: string): Promise<boolean>;
  /** Whether a worker of that id still lives; its unfinished attempts are otherwise taken over. */
  isAlive(worker: string): Promise<boolean>;
  close(): Promise<void>;
}
