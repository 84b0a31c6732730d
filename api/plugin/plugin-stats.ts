import { z } from 'zod';
import { integerParam } from '#api/http/query';
import { ANYONE_OF, defineRoute, type FeatureRoutes } from '#api/http/routes';
import { type Day, plusDays } from '#domain/kernel/time';
import { PLUGIN_SLUG } from '#domain/plugin/plugin-release-messages';
import type { PluginStatsReader } from '#projections/plugin/plugin-stats';
import { PLUGIN_BASE, PLUGIN_TAG } from './plugin-distribution.ts';
import { checksSchema, wporgSchema } from './plugin-schemas.ts';

const days = z.strictObject({
  days: integerParam(1, 730).default(90).meta({ description: 'so many days, today the last' }),
});

/** How the plugin is doing: at wordpress.org, which everybody may see, and here. */
export const pluginStatsApi = ({
  reader,
  today,
}: {
  readonly reader: PluginStatsReader;
  readonly today: () => Day;
}): FeatureRoutes => ({
  name: 'plugin-stats',
  routes: [
    defineRoute({
      method: 'get',
      path: `${PLUGIN_BASE}stats/`,
      operationId: 'getPluginStats',
      tag: PLUGIN_TAG,
      summary: 'Downloads, rating and active installs at wordpress.org, day by day',
      roles: 'public',
      query: days,
      answers: [{ status: 200, description: 'the oldest day first', schema: wporgSchema }],
      handle: async ({ query }) => {
        const rows = await reader.wporg(plusDays(today(), -query.days));
        const last = rows.findLast(({ num_ratings }) => num_ratings !== null);
        return {
          status: 200,
          headers: { 'Cache-Control': 'public, max-age=3600' },
          body: {
            slug: PLUGIN_SLUG,
            active_installs: last?.active_installs ?? null,
            rating: last?.rating ?? null,
            num_ratings: last?.num_ratings ?? null,
            downloaded: last?.downloaded ?? null,
            days: rows.map(({ version: _, ...row }) => row),
          },
        };
      },
    }),
    defineRoute({
      method: 'get',
      path: `${PLUGIN_BASE}checks/`,
      operationId: 'listPluginChecks',
      tag: PLUGIN_TAG,
      summary: 'How often sites asked for updates here, by day and version',
      roles: ANYONE_OF.staff,
      query: days,
      answers: [{ status: 200, description: 'the oldest day first', schema: checksSchema }],
      handle: async ({ query }) => ({
        status: 200,
        body: { days: await reader.checks(plusDays(today(), -query.days)) },
      }),
    }),
  ],
});
