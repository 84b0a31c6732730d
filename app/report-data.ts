import { annotationApi } from '#api/reports/annotation';
import { goalApi } from '#api/reports/goal';
import { annotationCommands } from '#commands/reports/annotation';
import { collectReport } from '#commands/reports/collect-report';
import { goalCommands, goalJob, type ValueOf } from '#commands/reports/goal';
import type { Zone } from '#domain/kernel/calendar';
import type { Window } from '#domain/reports/windows';
import { backlinkReader } from '#projections/links/backlink-reader';
import { aimsReader } from '#projections/reports/aims-reader';
import { annotations } from '#projections/reports/annotation';
import { goals, goalVisits } from '#projections/reports/goal';
import { goalValues } from '#projections/reports/goal-values';
import { LATEST } from '#projections/reports/report-facts-tables';
import { reportInputs } from '#projections/reports/report-inputs';
import { reportNumbers } from '#projections/reports/report-numbers';
import { newerFacts } from '#projections/reports/report-rows';
import type { Projection } from '#runtime/projection';
import type { Machine } from './machine.ts';
import type { Room } from './room.ts';
import { sealedBy } from './sealed-by.ts';

/** What reports count, and what they are measured by. */
export const reportDataProjections = (zone: Zone): readonly Projection[] => [reportNumbers(zone), goals, annotations];

/** What reports are made of: their numbers up to a position, goals, notes; part of the room of reports. */
export function openReportData({ handler, ids, clock, zone, tables, upToDate, personal }: Machine) {
  const valueAt = goalValues(tables);
  const measure: ValueOf = (goal, through) => valueAt(goal, through, LATEST);
  const commands = {
    goals: goalCommands({ handler, ids, clock, zone, measure }),
    annotations: annotationCommands({ handler, ids, clock }),
  };
  const open = async () => {
    await upToDate();
    return goalVisits(tables).open();
  };
  return {
    commands,
    collect: collectReport({ inputs: reportInputs(tables) }),
    newerFacts: (siteId: number, days: Window, position: number) => newerFacts(tables, siteId, days, position),
    sagas: [],
    effects: [],
    jobs: [goalJob({ goals: commands.goals, open })],
    routes: ({ reads, today }) => {
      const reader = aimsReader(reads);
      const { site } = backlinkReader(reads);
      return [
        goalApi({ commands: commands.goals, reader, measure, site, today }),
        annotationApi({ commands: commands.annotations, sealed: sealedBy(personal), reader, site }),
      ];
    },
  } satisfies Room & Record<string, unknown>;
}
