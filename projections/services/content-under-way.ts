import { dayOf, startOfDay, type Zone } from '#domain/kernel/calendar';
import { type Day, firstDay, type Instant, type Month, monthOf, plusDays } from '#domain/kernel/time';
import type { FactData, FactEvent } from '#domain/platform/fact';
import { type Heard, type Projected, type Projection, projection } from '#runtime/projection';
import type { ReadTables } from '#runtime/read-model';
import { boolean, day, instant, integer, table } from '#runtime/table';
import { typed } from '#runtime/table-reads';
import type { UnitOfWork } from '#runtime/unit-of-work';

const UNDER_WAY = table(
  'igny8_managed_service_content_under_way',
  { site_id: integer, content_id: integer, planned_for: day.orNull, seen_at: instant, published: boolean },
  { key: ['site_id', 'content_id'], indexes: [['site_id', 'published']] },
);

const isDay = (text: string): text is Day => /^\d{4}-\d{2}-\d{2}$/.test(text);

type OfContent = Heard<FactEvent, 'ContentQueued' | 'ArticleAwaitingReview' | 'ArticleReviewed' | 'ArticlePublished'>;

/** Articles as far as the platform tells of them: those that are queued or under review are on their way until they are published. */
export const contentOnItsWay = (zone: Zone): Projection => {
  const told =
    (plannedFor: (data: FactData) => Day | null) => async (rows: UnitOfWork, event: Projected<OfContent>) => {
      const fact = event.data as FactData;
      const key = { site_id: Number(fact['site_id']), content_id: Number(fact['content_id']) };
      const known = await rows.get(UNDER_WAY, key);
      // Facts may come in any order: what is published stays so.
      if (known?.published) return;
      rows.put(UNDER_WAY, { ...key, planned_for: plannedFor(fact), seen_at: event.at, published: false });
    };
  return projection<OfContent>({
    name: UNDER_WAY.name,
    version: 1,
    tables: [UNDER_WAY],
    on: {
      // What is queued for a later month is not on its way yet; under review it is, whatever it was queued for.
      ContentQueued: told(({ planned_for: planned }) =>
        typeof planned === 'string' ? (isDay(planned) ? planned : dayOf(planned as Instant, zone)) : null,
      ),
      ArticleAwaitingReview: told(() => null),
      ArticleReviewed: told(() => null),
      ArticlePublished(rows, { data, at }) {
        const { site_id, content_id } = data as FactData;
        const key = { site_id: Number(site_id), content_id: Number(content_id) };
        rows.put(UNDER_WAY, { ...key, planned_for: null, seen_at: at, published: true });
      },
    },
  });
};

/** How many articles are on their way to be published in a month; of what has not moved since a month before it nothing is expected. */
export const contentUnderWay =
  (tables: ReadTables, zone: Zone) =>
  async (siteId: number, month: Month): Promise<number> => {
    const since = startOfDay(plusDays(firstDay(month), -30), zone);
    const rows = await typed(tables).find(UNDER_WAY, { site_id: siteId, published: false, seen_at: { gt: since } });
    return rows.filter(({ planned_for: on }) => on === null || monthOf(on) <= month).length;
  };
