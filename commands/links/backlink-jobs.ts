import type { OrderVisits } from '#commands/services/service-jobs';
import { dayOf, type Zone } from '#domain/kernel/calendar';
import type { IndexingRequestId } from '#domain/kernel/ids';
import { type Day, type Instant, plusHours } from '#domain/kernel/time';
import type { Clock } from '#runtime/clock';
import type { Job, JobContext } from '#runtime/jobs';
import { uuidFrom } from '#runtime/random';
import type { BacklinkCommands } from './backlink.ts';
import type { BacklinkOrderCommands } from './backlink-order.ts';

export type LinksToVisit = {
  unindexed(siteId: number | null, after: number, limit: number): Promise<readonly number[]>;
  missedChecks(
    since: Instant,
    limit: number,
  ): Promise<readonly { readonly request_id: number; readonly backlink_id: number }[]>;
  dueForRenewal(today: Day): Promise<readonly number[]>;
  runningOrders(): Promise<readonly number[]>;
};

type Deps = {
  readonly orders: BacklinkOrderCommands;
  readonly backlinks: BacklinkCommands;
  readonly visit: LinksToVisit;
  readonly clock: Clock;
  readonly zone: Zone;
};

/** Links looked up at a time: thousands are worked through without being held in memory at once. */
const PAGE = 500;
/** A check that should have been made so long ago was missed. */
const MISSED_HOURS = 20;

/** One command for each id; one that fails does not keep the others from their turn. Answers how many changed anything. */
async function each(
  { cause }: JobContext,
  what: string,
  ids: readonly number[],
  command: (
    id: number,
    own: JobContext['cause'],
  ) => Promise<{ readonly ok: boolean; readonly unchanged?: boolean } | null>,
): Promise<number> {
  let changed = 0;
  const failures: string[] = [];
  for (const id of ids) {
    try {
      const done = await command(id, { ...cause, commandId: uuidFrom(cause.commandId, what, id) });
      if (done?.ok && !done.unchanged) changed += 1;
    } catch (error) {
      failures.push(`${what} ${id}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  if (failures.length > 0)
    throw new Error(`${changed} done, ${failures.length} failed: ${failures.slice(0, 5).join('; ')}`);
  return changed;
}

/** What the shared jobs do for orders. */
export function orderVisits({ orders, visit, clock, zone }: Deps): OrderVisits {
  return {
    renewDue: async (context) =>
      each(context, 'order', await visit.dueForRenewal(dayOf(clock.now(), zone)), (id, cause) =>
        orders.renew(id, cause),
      ),
    checkDelivery: async (context) =>
      each(context, 'order', await visit.runningOrders(), (id, cause) =>
        orders.run(id, { type: 'CheckDelivery' }, cause),
      ),
  };
}

/** The scheduled jobs of links (spec 2.5): they take up what events have not led to already. */
export function backlinkJobs({ backlinks, visit, clock }: Deps): Job[] {
  return [
    {
      name: 'submit_backlinks_for_indexing',
      schedule: { kind: 'daily', at: '02:00' },
      run: async (context) => {
        let [opened, seen, after] = [0, 0, 0];
        const known = backlinks.occasion();
        for (;;) {
          const page = await visit.unindexed(null, after, PAGE);
          opened += await each(context, 'backlink', page, (id, cause) =>
            backlinks.requestIndexing(id, 'submitted', cause, known),
          );
          seen += page.length;
          after = page.at(-1) ?? 0;
          if (page.length < PAGE) return `${seen} live links without a request, ${opened} opened or refused anew`;
        }
      },
    },
    {
      name: 'check_indexing_status',
      schedule: { kind: 'daily', at: '04:00' },
      run: async (context) => {
        const missed = await visit.missedChecks(plusHours(clock.now(), -MISSED_HOURS), PAGE);
        const requests = new Map(missed.map(({ backlink_id, request_id }) => [backlink_id, request_id]));
        const asked = await each(context, 'backlink', [...requests.keys()], (id, cause) => {
          const requestId = requests.get(id) as IndexingRequestId;
          return backlinks.run(id, { type: 'AskForIndexCheck', requestId }, cause);
        });
        return `${asked} missed checks asked for again`;
      },
    },
  ];
}
