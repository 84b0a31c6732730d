import type { Projection } from '#runtime/projection';
import type { Machine } from './machine.ts';
import type { Room } from './room.ts';

export const reportsProjections: readonly Projection[] = [];

/** Reports: made, read before they go out, sent; under whose name, and what they are measured by. */
export function openReports(_machine: Machine) {
  return {
    commands: {},
    sagas: [],
    effects: [],
    jobs: [],
    routes: () => [],
  } satisfies Room & Record<string, unknown>;
}
export type ReportsRoom = ReturnType<typeof openReports>;
