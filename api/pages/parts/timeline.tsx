import type { FC } from 'hono/jsx';
import type { Schemas } from '#client/types';
import type { Visit } from '../page.ts';
import { eventWords, whoDid } from './money-words.ts';

type Entry = Pick<Schemas['TimelineEntry'], 'event_id' | 'type' | 'summary' | 'actor' | 'occurred_at'>;
/** What happened, newest first: in words, when, and who did it. */
export const Timeline: FC<{ readonly visit: Visit; readonly entries: readonly Entry[] }> = ({ visit, entries }) => (
  <ol class="timeline">
    {entries.toReversed().map(({ type, summary, actor, occurred_at }) => (
      <li>
        <time datetime={occurred_at}>{visit.moment(occurred_at)}</time>
        <span>
          {summary ?? eventWords(type)} <span class="quiet small">{whoDid(actor)}</span>
        </span>
      </li>
    ))}
  </ol>
);
