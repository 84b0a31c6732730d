import type { Faults } from './faults.ts';
import type { Log } from './log.ts';

type OpenCall = { emit(event: 'error', error: Error): unknown; end(): unknown };
/** What the handlers of the calls share. */
export type Serving = {
  readonly log: Log;
  readonly faults: Faults;
  readonly calls: Record<'append' | 'batchAppend' | 'read' | 'subscribe' | 'features' | 'gossip', number>;
  /** Reads and subscriptions that have not ended. */
  readonly open: Set<OpenCall>;
  readonly following: boolean;
  readonly leader: { host: string; port: number };
  readonly sendsCaughtUp: boolean;
};
