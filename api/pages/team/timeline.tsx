import type { FC } from 'hono/jsx';
import type { Schemas } from '#client/types';
import type { Backend } from '../backend.ts';
import type { Visit } from '../page.ts';
import { Live } from '../parts/live.tsx';
import { Empty } from '../parts/show.tsx';

export type Entry = Schemas['TimelineEntry'];
const PAGE = 200;
const MOST_PAGES = 25;

/** Every event of a managed service, newest first. */
export async function entriesOf(backend: Backend, id: number): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  let after: number | null = 0;
  for (let page = 0; after !== null && page < MOST_PAGES; page++) {
    const { data }: { data: Schemas['TimelineEntryList'] } = await backend.get(
      'services/subscriptions/{id}/timeline/',
      {
        path: { id },
        query: { after, limit: PAGE },
      },
    );
    entries.push(...data.results);
    after = data.next_after;
  }
  return entries.reverse();
}

/** Every event of an order, of its links and of their indexing, newest first. */
export async function entriesOfOrder(backend: Backend, id: number): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  let after: number | null = 0;
  for (let page = 0; after !== null && page < MOST_PAGES; page++) {
    const { data }: { data: Schemas['TimelineEntryList'] } = await backend.get(
      'services/backlink-orders/{id}/timeline/',
      { path: { id }, query: { after, limit: PAGE } },
    );
    entries.push(...data.results);
    after = data.next_after;
  }
  return entries.reverse();
}

type Props = {
  readonly visit: Visit;
  readonly entries: readonly Entry[];
  readonly most: number;
  readonly empty: string;
};
/** What happened, when, and by whom, in sentences. */
export const Timeline: FC<Props> = ({ visit, entries, most, empty }) =>
  entries.length === 0 ? (
    <Empty title="Nothing happened yet" text={empty} />
  ) : (
    <>
      <Live of={visit.live} id="timeline" as="ul" class="timeline">
        {entries.slice(0, most).map(({ event_id, occurred_at, summary, actor }) => (
          <Live of={visit.live} id={`event-${event_id}`} as="li">
            <time datetime={occurred_at}>{visit.moment(occurred_at)}</time>
            <span>
              {summary}
              <span class="quiet small">{` · ${actor.kind.replaceAll('_', ' ')}`}</span>
            </span>
          </Live>
        ))}
      </Live>
      {entries.length > most && <p class="quiet small">{`The newest ${most} of ${entries.length}.`}</p>}
    </>
  );
