import { type Day, daysBetween, plusDays } from '#domain/kernel/time';
import { contentTarget } from './content-target.ts';
import { goalSentence } from './goal-words.ts';
import type { Say } from './language/claims.ts';
import type { Action } from './plan.ts';
import type { Need } from './report-data.ts';
import type { ReportInputs } from './report-inputs.ts';
import { gained, gainedPercent, pageMoves, type SearchView } from './search.ts';
import { owed } from './sections/backlink-campaign.ts';
import { errorShare, saidShare } from './sections/indexing-status.ts';

type Asked = {
  readonly inputs: ReportInputs;
  readonly search: SearchView;
  readonly needs: readonly Need[];
  readonly actions: readonly Action[];
  readonly say: Say;
};

/** The top priority: the first of these that there is (spec 13, 3.3). Null where nothing presses. */
export function priorityOf({ inputs, search, needs, actions, say }: Asked): string | null {
  const { goals, urls, links, connected, windows, articles } = inputs;
  if (connected === false) return say('priority_disconnected');
  const late = goals.find(({ pace }) => pace === 'missed') ?? goals.find(({ pace }) => pace === 'behind');
  if (late) return goalSentence(say, late.pace === 'missed' ? 'missed' : 'behind', late);
  const share = errorShare(urls.now);
  if (share > 5)
    return say('priority_indexing', {
      count: urls.now.filter(({ verdict }) => verdict === 'error').length,
      percent: say.percent(saidShare(share)),
    });
  const [falling] = pageMoves(inputs, search)
    .filter((move) => gained(move) <= -10 && gainedPercent(move) <= -20)
    .sort((a, b) => gained(a) - gained(b) || (a.page < b.page ? -1 : 1));
  if (falling) return say('priority_page', { page: falling.page, count: -gained(falling) });
  if (owed(links) > 0) return say('priority_replacement', { count: owed(links) });
  // Reports are made on the day after their period.
  const made: Day = plusDays(windows.period[1], 1);
  const old = needs.find(({ kind, since }) => kind === 'approval' && daysBetween(since, made) > 7);
  if (old) return say('priority_approval', { what: old.text, day: say.day(old.since) });
  const target = contentTarget(inputs);
  if (target !== null && articles.now.length < target)
    return say('priority_content', { count: target - articles.now.length, target });
  const [first] = actions;
  return first
    ? say(first.owner === 'us' ? 'priority_action_us' : 'priority_action_you', {
        action: first.text,
        day: say.day(first.on),
      })
    : null;
}
