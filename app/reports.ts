import type { Projection } from '#runtime/projection';
import type { Machine } from './machine.ts';
import type { PlansRoom } from './plans.ts';
import type { Room } from './room.ts';
import type { ServicesRoom } from './services.ts';
import { openWhiteLabel, whiteLabelProjections } from './white-label.ts';

export const reportsProjections: readonly Projection[] = [...whiteLabelProjections];

type Left = { readonly plans: PlansRoom; readonly services: ServicesRoom };

/** Reports: made, read before they go out, sent; under whose name, and what they are measured by. */
export function openReports(machine: Machine, { plans, services }: Left) {
  const whiteLabel = openWhiteLabel(machine, { plans, services });
  return {
    commands: { ...whiteLabel.commands },
    sagas: [...whiteLabel.sagas],
    effects: [...whiteLabel.effects],
    jobs: [...whiteLabel.jobs],
    routes: (http) => [...whiteLabel.routes(http)],
  } satisfies Room & Record<string, unknown>;
}
export type ReportsRoom = ReturnType<typeof openReports>;
