import { createCircuit } from '#adapters/circuit';
import type { IndexingPort, IndexingService, IndexingServiceName } from '#commands/links/ports-backlinks';
import type { Clock } from '#runtime/clock';
import { type ColossusOptions, createColossus } from './colossus.ts';
import { createIndexNow, type IndexNowOptions } from './indexnow.ts';
import { createLinkCentaur, type LinkCentaurOptions } from './linkcentaur.ts';
import { manual } from './manual.ts';
import { createOmega, type OmegaOptions } from './omega.ts';
import { createSpeedyIndex, createSpeedyIndexChecker, type SpeedyIndexOptions } from './speedyindex.ts';

/** What is configured of one service; the rest is the same for all. */
type Own<T> = Omit<T, 'circuit' | 'clock' | 'timeoutMs'>;

export type IndexingOptions = {
  readonly order: readonly IndexingServiceName[];
  readonly speedyindex?: Own<SpeedyIndexOptions> | undefined;
  readonly omega?: Own<OmegaOptions> | undefined;
  readonly linkcentaur?: Own<LinkCentaurOptions> | undefined;
  readonly colossus?: Own<ColossusOptions> | undefined;
  readonly indexNow: Own<IndexNowOptions>;
  readonly clock: Clock;
  /** For one exchange; 15 s unless told. */
  readonly timeoutMs?: number | undefined;
};

/**
 * The indexing services that are configured, each behind a circuit of its own. One that is named in `order` and not
 * configured is not in `services`; one that is configured and not named can still be asked what it took.
 * Throws where a base is not an address.
 */
export function createIndexing(options: IndexingOptions): IndexingPort {
  const { order, speedyindex, omega, linkcentaur, colossus, clock, timeoutMs = 15_000 } = options;
  const line = () => ({ circuit: createCircuit({ clock }), timeoutMs });
  const services: Partial<Record<IndexingServiceName, IndexingService>> = {
    ...(speedyindex && { speedyindex: createSpeedyIndex({ ...speedyindex, ...line(), clock }) }),
    ...(omega && { omega: createOmega({ ...omega, ...line() }) }),
    ...(linkcentaur && { linkcentaur: createLinkCentaur({ ...linkcentaur, ...line() }) }),
    ...(colossus && { colossus: createColossus({ ...colossus, ...line() }) }),
    manual,
  };
  return {
    order,
    services,
    checker: speedyindex ? createSpeedyIndexChecker({ ...speedyindex, ...line(), clock }) : null,
    indexNow: createIndexNow({ ...options.indexNow, ...line() }),
  };
}
