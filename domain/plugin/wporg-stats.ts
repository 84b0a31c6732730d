import { accept, type Decider, type DomainEvent } from '#domain/kernel/decider';
import type { Day, Instant } from '#domain/kernel/time';
import { PLUGIN_SLUG } from './plugin-release-messages.ts';

export type DayDownloads = { readonly day: Day; readonly downloads: number };

/** What wordpress.org said on a day. `downloads`: of days that it had not told of before, or told of otherwise. */
export type WporgStatsEvent = DomainEvent<
  'WporgStatsTaken',
  {
    readonly slug: string;
    readonly day: Day;
    readonly version: string | null;
    /** 0 to 100, as wordpress.org reckons it; null without ratings. */
    readonly rating: number | null;
    readonly num_ratings: number;
    /** Rounded by wordpress.org. */
    readonly active_installs: number | null;
    /** Since ever. */
    readonly downloaded: number | null;
    readonly downloads: readonly DayDownloads[];
  }
>;
export type WporgStatsCommand = {
  readonly type: 'Take';
  readonly day: Day;
  readonly numbers: Omit<WporgStatsEvent['data'], 'slug' | 'day'>;
  readonly now: Instant;
};
type State = { readonly day: Day | null; readonly downloads: Readonly<Record<string, number>> };

/** One stream a year. The numbers of a day are taken once; days of the past are told again only where they changed. */
export const wporgStats: Decider<WporgStatsCommand, State, WporgStatsEvent, never> = {
  initial: { day: null, downloads: {} },
  evolve: (state, { data }): State => ({
    day: data.day,
    downloads: {
      ...state.downloads,
      ...Object.fromEntries(data.downloads.map(({ day, downloads }) => [day, downloads])),
    },
  }),
  decide({ day, numbers, now: at }, state) {
    if (state.day === day) return accept();
    const downloads = numbers.downloads.filter((each) => state.downloads[each.day] !== each.downloads);
    return accept({ type: 'WporgStatsTaken', at, data: { slug: PLUGIN_SLUG, day, ...numbers, downloads } });
  },
};
