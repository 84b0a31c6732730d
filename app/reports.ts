import type { Zone } from '#domain/kernel/calendar';
import type { Projection } from '#runtime/projection';
import type { Machine } from './machine.ts';
import type { PlansRoom } from './plans.ts';
import type { PlatformRoom } from './platform.ts';
import { openReportData, reportDataProjections } from './report-data.ts';
import { openReportLife, reportLifeProjections } from './report-life.ts';
import type { Room } from './room.ts';
import type { ServicesRoom } from './services.ts';
import { openWhiteLabel, whiteLabelProjections } from './white-label.ts';

export const reportsProjections = (zone: Zone): readonly Projection[] => [
  ...whiteLabelProjections,
  ...reportDataProjections(zone),
  ...reportLifeProjections,
];

type Left = { readonly platform: PlatformRoom; readonly plans: PlansRoom; readonly services: ServicesRoom };

/** Reports: made, read before they go out, sent; under whose name, and what they are measured by. */
export function openReports(machine: Machine, { platform, plans, services }: Left) {
  const whiteLabel = openWhiteLabel(machine, { platform, plans, services });
  const data = openReportData(machine);
  const life = openReportLife(
    machine,
    { platform, plans, services },
    {
      ...whiteLabel,
      collect: data.collect,
      async ownerOf(branding) {
        const { state } = await whiteLabel.commands.brandings.load(branding);
        return state.status === 'there' ? state.accountId : null;
      },
      newerFacts: ({ site_id, period_start, period_end }, position) =>
        data.newerFacts(site_id, [period_start, period_end], position),
    },
  );
  const parts = [whiteLabel, data, life] as const;
  return {
    commands: { ...whiteLabel.commands, ...data.commands, ...life.commands },
    sagas: [...whiteLabel.sagas, ...life.sagas],
    effects: [...whiteLabel.effects, ...life.effects],
    jobs: [...whiteLabel.jobs, ...data.jobs, ...life.jobs],
    overdue: life.overdue,
    routes: (http) => parts.flatMap((part) => part.routes(http)),
  } satisfies Room & Record<string, unknown>;
}
export type ReportsRoom = ReturnType<typeof openReports>;
