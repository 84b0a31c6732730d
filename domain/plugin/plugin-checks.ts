import { accept, type Decider, type DomainEvent } from '#domain/kernel/decider';
import type { Day, Instant } from '#domain/kernel/time';
import { PLUGIN_SLUG } from './plugin-release-messages.ts';

/** Of versions that nobody published, and of those who name none. */
export const OTHER_VERSION = 'other';

/** What was asked of one version since the last count. Nothing of it says who asked. */
export type VersionCount = {
  /** The version that is installed, or that was downloaded. */
  readonly version: string;
  readonly checks: number;
  /** Sites that had not asked before on that day, of this process. */
  readonly sites: number;
  /** Checks that were offered something. */
  readonly offered: number;
  readonly downloads: number;
};

export type PluginChecksEvent = DomainEvent<
  'PluginChecksCounted',
  { readonly slug: string; readonly day: Day; readonly counts: readonly VersionCount[] }
>;
export type PluginChecksCommand = {
  readonly type: 'Count';
  readonly day: Day;
  readonly counts: readonly VersionCount[];
  readonly now: Instant;
};

/** One stream a day, with a sum for each hour in which anybody asked: never an event for each who does. */
export const pluginChecks: Decider<PluginChecksCommand, null, PluginChecksEvent, never> = {
  initial: null,
  evolve: () => null,
  decide: ({ day, counts, now: at }) =>
    counts.length === 0
      ? accept()
      : accept({ type: 'PluginChecksCounted', at, data: { slug: PLUGIN_SLUG, day, counts } }),
};
