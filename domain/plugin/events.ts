import type { PluginChecksEvent } from './plugin-checks.ts';
import type { PluginReleaseEvent } from './plugin-release-messages.ts';
import type { WporgStatsEvent } from './wporg-stats.ts';

/** Every event of the room. */
export type PluginEvent = PluginChecksEvent | PluginReleaseEvent | WporgStatsEvent;

/** Listed by type so that the compiler demands one entry for each. */
const LISTED: Readonly<Record<PluginEvent['type'], true>> = {
  PluginChecksCounted: true,
  PluginErrorsNoted: true,
  PluginReleaseChecked: true,
  PluginReleasePublished: true,
  PluginReleaseWithdrawn: true,
  PluginRolloutChanged: true,
  PluginRolloutStopped: true,
  WporgStatsTaken: true,
};
export const PLUGIN_EVENT_TYPES: readonly string[] = Object.keys(LISTED);
