import type { System } from '#app/system';
import { ORDERS } from '#projections/links/backlink-order-table';
import { BACKLINKS, type BacklinkRow } from '#projections/links/backlink-tables';
import { INDEXING_REQUESTS } from '#projections/links/indexing-request-tables';
import type { RecordedEvent } from '#runtime/event-store';
import { EFFECTS } from '#runtime/machinery-tables';
import { typed } from '#runtime/table-reads';
import { dense, everything, nothingOpen, once, rebuiltEqual } from './invariants.ts';
import type { Outside } from './outside.ts';
import type { Disk } from './process.ts';

/** What must hold after every history of links, each in a sentence where it does not. */
export async function linkViolations(
  system: System,
  disk: Disk,
  outside: Outside,
  order: number,
  acknowledged: readonly number[],
): Promise<string[]> {
  const events = await everything(disk);
  const rows = typed(disk.readModels.tables('live'));
  const links = await rows.find(BACKLINKS, {});
  const requests = await rows.find(INDEXING_REQUESTS, {});
  const broken = [
    ...dense(events),
    ...(await nothingOpen(system, disk)),
    ...(await rebuiltEqual(system)),
    ...paidOnce(outside),
    ...nothingLost(outside, events),
    ...once(
      'mail',
      outside.mails.map(({ messageId }) => messageId),
    ),
    ...once(
      'link placed',
      events.filter(({ type }) => type === 'BacklinkPlaced').map(({ data }) => String(data['backlink_id'])),
    ),
  ];
  for (const id of acknowledged)
    if (!links.some((row) => row.id === id)) broken.push(`acknowledged link ${id} is gone`);
  for (const { id, status, next_step, next_due_at, attempts, checks } of requests) {
    if (!['indexed', 'failed', 'cancelled'].includes(status))
      broken.push(`request ${id} is still ${status}, next ${next_step} ${next_due_at}`);
    const steps = attempts
      .filter(({ outcome }) => outcome === 'accepted' || outcome === 'unknown_outcome')
      .map(({ step }) => step);
    broken.push(...once(`request ${id} step made`, steps));
    const days = checks.map(({ day }) => String(day));
    broken.push(...once(`request ${id} day checked`, days));
  }
  for (const row of links)
    if (row.status === 'live' && row.indexing_status === 'none') broken.push(`live link ${row.id} was never submitted`);
  return [...broken, ...(await orderAgrees(disk, order, links)), ...(await noStuckEffects(disk))];
}

/** No step of a link is ever taken twice by a service, and no request has more than two. */
function paidOnce({ indexing }: Outside): string[] {
  const perRequest = new Map<string, number>();
  for (const { reference } of indexing.taken) {
    const request = reference.replace(/-(submit|resubmit)$/, '');
    perRequest.set(request, (perRequest.get(request) ?? 0) + 1);
  }
  return [
    ...once(
      'submission',
      indexing.taken.map(({ reference }) => reference),
    ),
    ...[...perRequest].filter(([, n]) => n > 2).map(([request, n]) => `${request} was submitted ${n} times`),
  ];
}

/** What a service took is in the log, as accepted or as of unknown outcome; unless the link was lost meanwhile. */
function nothingLost({ indexing }: Outside, events: readonly RecordedEvent[]): string[] {
  const known = new Set(
    events
      .filter(
        ({ type, data }) =>
          type === 'IndexingAttempted' && ['accepted', 'unknown_outcome'].includes(String(data['outcome'])),
      )
      .map(({ data }) => `indexing-${String(data['request_id'])}-${String(data['step'])}`),
  );
  const stopped = new Set(
    events.filter(({ type }) => type === 'IndexingStopped').map(({ data }) => `indexing-${String(data['request_id'])}`),
  );
  return indexing.taken
    .filter(({ reference }) => !known.has(reference) && !stopped.has(reference.replace(/-(submit|resubmit)$/, '')))
    .map(({ reference }) => `${reference} was taken and is not in the log`);
}

/** The order's counters are those of its links' own rows. */
async function orderAgrees(disk: Disk, order: number, links: readonly BacklinkRow[]): Promise<string[]> {
  const row = await typed(disk.readModels.tables('live')).get(ORDERS, { id: order });
  if (!row) return [`order ${order} is gone`];
  const broken: string[] = [];
  const expect = (what: string, found: unknown, wanted: unknown) => {
    if (String(found) !== String(wanted))
      broken.push(`order: ${what} is ${String(found)}, its links say ${String(wanted)}`);
  };
  expect('links_live', row.links_live, links.filter(({ status }) => status === 'live').length);
  const cost = links.reduce((sum, link) => sum + Math.round(Number(link.cost) * 100), 0);
  expect('actual_cost', row.actual_cost, (cost / 100).toFixed(2));
  if (row.links_delivered > row.links_ordered) broken.push('more delivered than ordered');
  return broken;
}

async function noStuckEffects(disk: Disk): Promise<string[]> {
  const parked = await disk.readModels.tables('live').find(EFFECTS.name, { status: 'parked' });
  return parked
    .filter(({ kind }) => kind !== 'team_email')
    .map((row) => `effect ${String(row['name'])} is parked: ${String(row['last_error'])}`);
}
