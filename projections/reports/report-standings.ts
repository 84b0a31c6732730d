import { dayOf, type Zone } from '#domain/kernel/calendar';
import type { DomainEvent } from '#domain/kernel/decider';
import type { Day } from '#domain/kernel/time';
import type { Projected } from '#runtime/projection';
import type { RowOf } from '#runtime/table';
import type { UnitOfWork } from '#runtime/unit-of-work';
import { HAPPENINGS, NEVER, NEVER_DAY, type Shown, STANDINGS } from './report-facts-tables.ts';

type Event = Projected<DomainEvent>;
type StandingKind = RowOf<typeof STANDINGS>['kind'];
type Standing = {
  readonly siteId: number;
  readonly kind: StandingKind;
  readonly subject: string;
  readonly value: Shown;
  readonly open?: boolean;
};

/** How it stands now, by the newest of its rows; undefined where nothing is known of it. */
export async function standingNow(
  rows: UnitOfWork,
  { siteId, kind, subject }: Pick<Standing, 'siteId' | 'kind' | 'subject'>,
) {
  const found = await rows.find(STANDINGS, { site_id: siteId, kind, subject, until_position: NEVER });
  return found[0];
}

/** Puts down how something stands from an event on. One that comes late stands behind what is known already. */
export async function stands(
  rows: UnitOfWork,
  zone: Zone,
  { at, position }: Pick<Event, 'at' | 'position'>,
  standing: Standing,
): Promise<void> {
  const { siteId: site_id, kind, subject, value, open = true } = standing;
  const day = dayOf(at, zone);
  const newest = await standingNow(rows, standing);
  const late = newest !== undefined && newest.at > at;
  rows.put(STANDINGS, {
    position,
    site_id,
    kind,
    subject,
    day,
    at,
    open,
    value,
    until_day: late ? newest.day : (NEVER_DAY as Day),
    until_position: late ? newest.position : NEVER,
  });
  if (newest !== undefined && !late) rows.put(STANDINGS, { ...newest, until_day: day, until_position: position });
}

type Happening = {
  readonly siteId: number;
  readonly kind: RowOf<typeof HAPPENINGS>['kind'];
  readonly subject: string | number;
  readonly value?: Shown;
  /** By default the day of the event. */
  readonly day?: Day;
};
export const happens = (
  rows: UnitOfWork,
  zone: Zone,
  { at, position }: Pick<Event, 'at' | 'position'>,
  { siteId, kind, subject, value = {}, day }: Happening,
): void =>
  rows.put(HAPPENINGS, {
    position,
    site_id: siteId,
    kind,
    subject: String(subject),
    day: day ?? dayOf(at, zone),
    at,
    value,
    until_position: NEVER,
  });
