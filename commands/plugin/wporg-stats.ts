import { dayOf, type Zone } from '#domain/kernel/calendar';
import { PLUGIN_SLUG } from '#domain/plugin/plugin-release-messages';
import { wporgStats } from '#domain/plugin/wporg-stats';
import type { Clock } from '#runtime/clock';
import type { CommandHandler } from '#runtime/command-handler';
import type { Job } from '#runtime/jobs';
import type { AskWporg } from './ports-plugin.ts';

/** Asks wordpress.org once a day how the plugin is doing there. Before it is listed there is nothing to ask. */
export function wporgStatsJob(deps: {
  readonly handler: CommandHandler;
  readonly clock: Pick<Clock, 'now'>;
  readonly zone: Zone;
  readonly ask: AskWporg;
}): Job {
  const { handler, clock, zone, ask } = deps;
  return {
    name: 'sync_wporg_stats',
    schedule: { kind: 'daily', at: '05:30' },
    patient: true,
    async run({ cause }) {
      const numbers = await ask(PLUGIN_SLUG);
      if (numbers === null) return `${PLUGIN_SLUG} is not listed at wordpress.org`;
      const day = dayOf(clock.now(), zone);
      const command = { type: 'Take' as const, day, numbers, now: clock.now() };
      await handler.handle(wporgStats, `wporg-stats-${PLUGIN_SLUG}-${day.slice(0, 4)}`, command, cause);
      return `${numbers.downloaded ?? 0} downloads, ${numbers.active_installs ?? 0} active installs`;
    },
  };
}
