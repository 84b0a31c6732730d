import { pluginDistributionApi } from '#api/plugin/plugin-distribution';
import { pluginReleaseApi } from '#api/plugin/plugin-release';
import { pluginStatsApi } from '#api/plugin/plugin-stats';
import { pluginCheckCounts } from '#commands/plugin/plugin-checks';
import { pluginEffects } from '#commands/plugin/plugin-effects';
import { pluginReleaseCommands } from '#commands/plugin/plugin-release';
import { wporgStatsJob } from '#commands/plugin/wporg-stats';
import { plusDays } from '#domain/kernel/time';
import { type PluginReleaseRow, pluginReleases, releaseRows } from '#projections/plugin/plugin-release';
import { pluginStats, pluginStatsReader } from '#projections/plugin/plugin-stats';
import { Kept } from '#runtime/kept';
import type { Projection } from '#runtime/projection';
import { pluginErrors } from '#sagas/plugin/plugin-errors';
import type { Machine } from './machine.ts';
import type { Room } from './room.ts';

export const pluginProjections: readonly Projection[] = [pluginReleases, pluginStats];

/** Packages that are downloaded again and again are kept in memory, this many bytes of them. */
const MOST_PACKAGES = 64 * 1024 * 1024;
const PACKAGE_LASTS_MS = 600_000;
/** So far back is looked for what wordpress.org told last. */
const STANDING_DAYS = 30;

/** Releases of the plugin: looked through, published, offered to sites, and how they are doing. */
export function openPlugin(machine: Machine) {
  const { handler, clock, zone, random, tables, monotonicMs, plugin, proof } = machine;
  const { objects, check, placeOf, askWporg } = plugin;
  const releases = pluginReleaseCommands({ handler, clock, objects, check, sign: (text) => proof.log.sign(text) });
  const counts = pluginCheckCounts({ handler, clock, zone, newId: () => random.uuid() });
  const rows = releaseRows(tables);
  const stats = pluginStatsReader(tables);
  const packages = new Kept<Uint8Array>({
    mostBytes: MOST_PACKAGES,
    lastsMs: PACKAGE_LASTS_MS,
    bytesOf: ({ byteLength }) => byteLength,
    monotonicMs,
  });
  return {
    commands: { pluginReleases: releases },
    sagas: [pluginErrors],
    effects: [pluginEffects(releases)],
    jobs: [wporgStatsJob({ handler, clock, zone, ask: askWporg })],
    pumps: [counts.pump],
    lastly: counts.tellAll,
    routes: ({ today, position }) => [
      pluginDistributionApi({
        releases: sharedRows(rows, position),
        package: (sha256) => packages.get(sha256, () => releases.package(sha256)),
        asset: releases.asset,
        standing: async () =>
          (await stats.wporg(plusDays(today(), -STANDING_DAYS))).findLast((row) => row.num_ratings !== null) ?? null,
        placeOf,
        counts,
        publicUrl: machine.publicUrl ?? null,
      }),
      pluginReleaseApi({ releases, rows }),
      pluginStatsApi({ reader: stats, today }),
    ],
  } satisfies Room & Record<string, unknown>;
}

/**
 * Read once for all who ask before the read models move: sites ask by the thousand, and releases are few. Another process may have moved
 * them: how far they are is looked up every half second.
 */
function sharedRows(read: () => Promise<readonly PluginReleaseRow[]>, position: () => Promise<number>) {
  let known: { readonly at: number; readonly rows: Promise<readonly PluginReleaseRow[]> } | null = null;
  return async (): Promise<readonly PluginReleaseRow[]> => {
    const at = await position();
    if (known === null || known.at !== at) {
      const rows = read();
      known = { at, rows };
      // What could not be read is asked for again.
      rows.catch(() => {
        known = null;
      });
    }
    return known.rows;
  };
}
