import type { Instant } from '#domain/kernel/time';
import type { Language, Look, PageSize } from './report-document.ts';

/** Where a press release of an order stands; whoever placed it there is nobody's concern. */
export type Placement = {
  readonly outlet: string;
  readonly url: string;
  readonly target: string;
  readonly state: 'placed' | 'live' | 'lost';
  /** The day on which it was first seen there. */
  readonly live_on: string | null;
  readonly in_index: boolean;
};
/** All that a report on a PR distribution is made of. */
export type DistributionDocument = {
  readonly order_id: number;
  readonly made_at: Instant;
  /** The place in the log that it follows from. */
  readonly position: number;
  readonly client_name: string;
  readonly site_name: string;
  readonly site_domain: string;
  readonly language: Language;
  readonly page_size: PageSize;
  readonly look: Look;
  readonly placements: readonly Placement[];
};
