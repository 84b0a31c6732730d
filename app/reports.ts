import type { Zone } from '#domain/kernel/calendar';
import type { Projection } from '#runtime/projection';
import type { Machine } from './machine.ts';
import { openReportData, reportDataProjections } from './report-data.ts';
import type { Room } from './room.ts';

export const reportsProjections = (zone: Zone): readonly Projection[] => [...reportDataProjections(zone)];

/** Reports: made, read before they go out, sent; under whose name, and what they are measured by. */
export function openReports(machine: Machine) {
  const data = openReportData(machine);
  return {
    commands: { ...data.commands },
    sagas: [],
    effects: [],
    jobs: [...data.jobs],
    routes: (http) => [...data.routes(http)],
  } satisfies Room & Record<string, unknown>;
}
export type ReportsRoom = ReturnType<typeof openReports>;
