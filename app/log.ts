import { personalDataApi } from '#api/log/personal-data';
import { erasureEffects, expiredRecipientsJob, personalDataCommands } from '#commands/log/personal-data';
import { readAccessCommands } from '#commands/log/read-access';
import { storeIdentityCommands } from '#commands/log/store-identity';
import { treeHeadCommands, treeHeadEffects, treeHeadJob } from '#commands/log/tree-head';
import { jobRuns } from '#runtime/jobs';
import type { Projection } from '#runtime/projection';
import { erasure } from '#sagas/log/erasure';
import { treeHead } from '#sagas/log/tree-head';
import type { Machine } from './machine.ts';
import type { Room } from './room.ts';

export const logProjections: readonly Projection[] = [jobRuns];

/** The log itself: whose it is, who read what, heads that others keep, and people's data in it. */
export function openLog(machine: Machine) {
  const { handler, store, codec, clock, zone, personal, proof, forgetOutside } = machine;
  const { log, sinks } = proof;
  const reads = readAccessCommands({ store, codec, clock, log });
  const heads = treeHeadCommands({ handler, clock, log, sinks });
  const personalData = personalDataCommands({ handler, store, log, personal, clock, zone, forgetOutside });
  return {
    reads,
    commands: { store: storeIdentityCommands(handler), reads, heads, personalData },
    sagas: [erasure, treeHead],
    effects: [treeHeadEffects(proof), erasureEffects(personal)],
    jobs: [...(sinks.length === 0 ? [] : [treeHeadJob(heads)]), expiredRecipientsJob(personalData, machine)],
    routes: () => [personalDataApi({ personalData })],
  } satisfies Room & Record<string, unknown>;
}
export type LogRoom = ReturnType<typeof openLog>;
