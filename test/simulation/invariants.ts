import type { System } from '#app/system';
import type { SubscriptionId } from '#domain/kernel/ids';
import { ONBOARDING_STEPS } from '#domain/services/onboarding';
import { type RecordedEvent, START } from '#runtime/event-store';
import { EFFECTS, TIMERS } from '#runtime/machinery-tables';
import type { Outside } from './outside.ts';
import type { Disk } from './process.ts';

/** What must hold after every history, each in a sentence where it does not. */
export async function violations(
  system: System,
  disk: Disk,
  outside: Outside,
  acknowledged: ReadonlyMap<number, SubscriptionId>,
): Promise<string[]> {
  const events = await everything(disk);
  return [
    ...once(
      'e-mail',
      outside.mails.map(({ to, subject }) => `${to.join()} ${subject}`),
    ),
    ...once(
      'work request',
      outside.work.map(({ what }) => what),
    ),
    ...dense(events),
    ...(await onboarded(disk, events, acknowledged)),
    ...(await nothingOpen(system, disk)),
    ...(await rebuiltEqual(system)),
    ...once(
      'job run',
      events
        .filter(({ type }) => type === 'JobFinished')
        .map(({ data }) => `${String(data['job'])} ${String(data['occurrence'])}`),
    ),
  ];
}

export async function everything(disk: Disk): Promise<RecordedEvent[]> {
  const events: RecordedEvent[] = [];
  for (let place = START; ; ) {
    const page = await disk.store.readAll({ after: place, limit: 10_000 });
    events.push(...page.events);
    if (page.caughtUp) return events;
    place = page.next;
  }
}

export function once(what: string, all: readonly string[]): string[] {
  const seen = new Map<string, number>();
  for (const one of all) seen.set(one, (seen.get(one) ?? 0) + 1);
  return [...seen]
    .filter(([, times]) => times > 1)
    .map(([one, times]) => `${what} ${times} times: ${one.slice(0, 160)}`);
}

export function dense(events: readonly RecordedEvent[]): string[] {
  const next = new Map<string, number>();
  const ids = new Set<string>();
  const broken: string[] = [];
  events.forEach(({ position, stream, revision, id }, index) => {
    if (position !== index + 1) broken.push(`position ${position} at place ${index + 1}`);
    if (revision !== (next.get(stream) ?? 0)) broken.push(`${stream} jumps to revision ${revision}`);
    if (ids.has(id)) broken.push(`event id ${id} twice`);
    next.set(stream, revision + 1);
    ids.add(id);
  });
  return broken;
}

/** No step lost, none done twice; what was acknowledged is there, once per site. */
async function onboarded(
  disk: Disk,
  events: readonly RecordedEvent[],
  acknowledged: ReadonlyMap<number, SubscriptionId>,
): Promise<string[]> {
  const broken: string[] = [];
  const rows = await disk.readModels.tables('live').find('igny8_managed_service_subscriptions', {});
  broken.push(
    ...once(
      'living subscription of site',
      rows.filter((row) => row['status'] !== 'cancelled').map((row) => String(row['site_id'])),
    ),
  );
  for (const [site, id] of acknowledged) {
    const row = rows.find((found) => found['id'] === id);
    if (!row) {
      broken.push(`acknowledged subscription ${id} of site ${site} is gone`);
      continue;
    }
    const completed = events
      .filter(({ type, data }) => type === 'OnboardingStepCompleted' && data['subscription_id'] === id)
      .map(({ data }) => String(data['step']));
    broken.push(...once(`step of subscription ${id} completed`, completed));
    if (row['status'] === 'cancelled') continue;
    const missing = ONBOARDING_STEPS.filter((step) => !completed.includes(step));
    if (missing.length > 0)
      broken.push(`subscription ${id} is ${String(row['status'])} and lacks ${missing.join(', ')}`);
    if (row['status'] === 'pending') broken.push(`subscription ${id} was never activated`);
  }
  return broken;
}

export async function nothingOpen(system: System, disk: Disk): Promise<string[]> {
  const rows = disk.readModels.tables('live');
  const open = await rows.find(EFFECTS.name, { status: { in: ['requested', 'in_flight', 'retrying'] } });
  const timers = await rows.find(TIMERS.name, { due_at: { lte: system.around.clock.now() } });
  const parked = await system.projector.parked();
  return [
    ...open.map((row) => `effect ${String(row['saga'])} ${String(row['name'])} is still ${String(row['status'])}`),
    ...timers.map((row) => `timer ${String(row['name'])} is overdue`),
    ...parked.map((entry) => `${entry.projection} parked ${entry.stream}: ${entry.error}`),
  ];
}

export async function rebuiltEqual(system: System): Promise<string[]> {
  const broken: string[] = [];
  for (const { name } of system.projector.projections) {
    for (const { table, key, stored, replayed } of await system.projector.compare(name)) {
      broken.push(
        `${table} ${key}: live ${JSON.stringify(stored)?.slice(0, 200)} rebuilt ${JSON.stringify(replayed)?.slice(0, 200)}`,
      );
    }
  }
  return broken;
}
