import type { FC } from 'hono/jsx';
import type { Schemas } from '#client/types';
import type { Backend } from '../backend.ts';
import type { Visit } from '../page.ts';
import { Live } from '../parts/live.tsx';
import { Empty } from '../parts/show.tsx';

export type Entry = Schemas['TimelineEntry'];
/** So many a page: one read each. */
export const SHOWN = 100;

export type Stretch = {
  readonly entries: readonly Entry[];
  /** Where what is older goes on; null where there is nothing older. */
  readonly older: number | null;
};
/** What happened last with a managed service, newest first; `before` is where a page before this one ended. */
export async function entriesOf(
  backend: Backend,
  id: number,
  { before = 0, limit = SHOWN, type }: { before?: number; limit?: number; type?: string[] } = {},
): Promise<Stretch> {
  const query = { after: before, limit, ordering: '-position' as const, ...(type === undefined ? {} : { type }) };
  const { data } = await backend.get('services/subscriptions/{id}/timeline/', { path: { id }, query });
  return { entries: data.results, older: data.next_after };
}

/** What happened last with an order, its links and their indexing, newest first. */
export async function entriesOfOrder(backend: Backend, id: number): Promise<Stretch> {
  const query = { limit: SHOWN, ordering: '-position' as const };
  const { data } = await backend.get('services/backlink-orders/{id}/timeline/', { path: { id }, query });
  return { entries: data.results, older: data.next_after };
}

type Props = {
  readonly visit: Visit;
  readonly of: Stretch;
  /** The address of the page that shows what is older: its end is put behind it. Left out, the rest is only said to be there. */
  readonly olderAt?: string;
  readonly empty: string;
};
/** What happened, when, and by whom, in sentences. */
export const Timeline: FC<Props> = ({ visit, of: { entries, older }, olderAt, empty }) =>
  entries.length === 0 ? (
    <Empty title="Nothing happened yet" text={empty} />
  ) : (
    <>
      <Live of={visit.live} id="timeline" as="ul" class="timeline">
        {entries.map(({ event_id, occurred_at, summary, actor }) => (
          <Live of={visit.live} id={`event-${event_id}`} as="li">
            <time datetime={occurred_at}>{visit.moment(occurred_at)}</time>
            <span>
              {summary}
              <span class="quiet small">{` · ${actor.kind.replaceAll('_', ' ')}`}</span>
            </span>
          </Live>
        ))}
      </Live>
      {older !== null && olderAt === undefined && <p class="quiet small">{`The newest ${entries.length}.`}</p>}
      {older !== null && olderAt !== undefined && (
        <nav class="pages" aria-label="Older and newer">
          <span />
          <a class="button tiny" rel="next" href={`${olderAt}?before=${older}`}>
            Older
          </a>
        </nav>
      )}
    </>
  );
