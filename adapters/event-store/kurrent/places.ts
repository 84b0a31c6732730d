import { type Position, START as START_OF_LOG } from '@eventstore/db-client';
import { type Place, START } from '#runtime/event-store';

/**
 * A place in the log keeps both halves of the server's position: a position made from the commit
 * half alone is none to the server wherever the two differ, and readers have lost events by it.
 */
export function placeOf(position: Position | undefined): Place {
  const commit = position?.commit;
  if (position === undefined || commit === undefined || commit > BigInt(Number.MAX_SAFE_INTEGER))
    throw new Error('the server gives events no position: EventStoreDB 22.6 or newer is needed');
  return { position: Number(commit), checkpoint: `C:${commit}/P:${position.prepare}` };
}

export function positionOf(place: Place): Position | typeof START_OF_LOG {
  if (place.checkpoint === START.checkpoint) return START_OF_LOG;
  const [, commit, prepare] = /^C:(\d+)\/P:(\d+)$/.exec(place.checkpoint) ?? [];
  if (commit === undefined || prepare === undefined) throw new TypeError(`not a checkpoint: ${place.checkpoint}`);
  return { commit: BigInt(commit), prepare: BigInt(prepare) };
}
