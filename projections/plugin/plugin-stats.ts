import type { Day } from '#domain/kernel/time';
import type { PluginChecksEvent } from '#domain/plugin/plugin-checks';
import type { WporgStatsEvent } from '#domain/plugin/wporg-stats';
import { type Projection, projection } from '#runtime/projection';
import type { ReadTables } from '#runtime/read-model';
import { day, integer, type RowOf, table, text } from '#runtime/table';
import { typed } from '#runtime/table-reads';
import type { UnitOfWork } from '#runtime/unit-of-work';

/** What sites ask here, by day and by the version that they have. */
export const PLUGIN_CHECKS = table(
  'igny8_plugin_checks',
  { day, version: text, checks: integer, sites: integer, offered: integer, downloads: integer },
  { key: ['day', 'version'] },
);
export type PluginChecksRow = RowOf<typeof PLUGIN_CHECKS>;

/** What wordpress.org tells, by day; what it did not tell of a day is null. */
export const WPORG_STATS = table(
  'igny8_plugin_wporg_stats',
  {
    day,
    downloads: integer.orNull,
    rating: integer.orNull,
    num_ratings: integer.orNull,
    active_installs: integer.orNull,
    downloaded: integer.orNull,
    version: text.orNull,
  },
  { key: ['day'] },
);
export type WporgStatsRow = RowOf<typeof WPORG_STATS>;

export const pluginStats: Projection = projection<PluginChecksEvent | WporgStatsEvent>({
  name: 'igny8_plugin_stats',
  version: 1,
  tables: [PLUGIN_CHECKS, WPORG_STATS],
  on: {
    async PluginChecksCounted(rows, { data: { day: on, counts } }) {
      for (const { version, checks, sites, offered, downloads } of counts) {
        const known = await rows.get(PLUGIN_CHECKS, { day: on, version });
        rows.put(PLUGIN_CHECKS, {
          day: on,
          version,
          checks: checks + (known?.checks ?? 0),
          sites: sites + (known?.sites ?? 0),
          offered: offered + (known?.offered ?? 0),
          downloads: downloads + (known?.downloads ?? 0),
        });
      }
    },
    async WporgStatsTaken(rows, { data }) {
      const { rating, num_ratings, active_installs, downloaded, version } = data;
      for (const each of data.downloads)
        rows.put(WPORG_STATS, { ...(await ofDay(rows, each.day)), downloads: each.downloads });
      const today = await ofDay(rows, data.day);
      rows.put(WPORG_STATS, { ...today, rating, num_ratings, active_installs, downloaded, version });
    },
  },
});

const ofDay = async (rows: UnitOfWork, on: Day): Promise<WporgStatsRow> =>
  (await rows.get(WPORG_STATS, { day: on })) ?? {
    day: on,
    downloads: null,
    rating: null,
    num_ratings: null,
    active_installs: null,
    downloaded: null,
    version: null,
  };

/** Days behind that one, the oldest first. */
export const pluginStatsReader = (tables: ReadTables) => ({
  wporg: async (after: Day): Promise<readonly WporgStatsRow[]> =>
    [...(await typed(tables).find(WPORG_STATS, { day: { gt: after } }))].sort((a, b) => (a.day < b.day ? -1 : 1)),
  checks: async (after: Day): Promise<readonly PluginChecksRow[]> =>
    [...(await typed(tables).find(PLUGIN_CHECKS, { day: { gt: after } }))].sort((a, b) =>
      a.day === b.day ? (a.version < b.version ? -1 : 1) : a.day < b.day ? -1 : 1,
    ),
});
export type PluginStatsReader = ReturnType<typeof pluginStatsReader>;
