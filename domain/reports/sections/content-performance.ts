import { barsOf } from '../charts.ts';
import { contentTarget } from '../content-target.ts';
import { figure, measured, plain } from '../figures.ts';
import { contentFlag } from '../judged.ts';
import type { Article } from '../report-inputs.ts';
import { emptySection, filledSection, latestOf, type Section } from '../section.ts';
import { together } from '../sentences.ts';
import { present, sumsBy, tableOf } from '../tables.ts';

const words = (list: readonly Article[]): number => list.reduce((sum, each) => sum + (each.words ?? 0), 0);
const images = (list: readonly Article[]): number => list.reduce((sum, each) => sum + (each.images ?? 0), 0);

/** What was published: how much of what kind, against what was agreed. */
export const contentPerformance: Section = ({ inputs, say }) => {
  const { now, before, year } = inputs.articles;
  const target = contentTarget(inputs);
  const source = say('source_articles');
  if (now.length === 0 && (target ?? 0) === 0)
    return emptySection(
      source,
      say('content_none'),
      say(target === null ? 'content_none_reason' : 'content_not_due_reason'),
    );
  const published = now.length;
  // Nothing of an earlier period is nothing published then only where something was ever known of it.
  const known = { now, before: before.length === 0 ? null : before, year: year.length === 0 ? null : year };
  const of = (measure: (list: readonly Article[]) => number) => measured(known, (list) => list && measure(list));
  const types = sumsBy(
    now,
    ({ type }) => type,
    () => 1,
  );
  const sorted = [...now].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.content_id - b.content_id));
  return filledSection({
    flag: target === null ? null : contentFlag(published, target),
    rule: target === null ? null : say('content_rule'),
    claim: together(
      say,
      published === 0 ? say('content_nothing') : say('content_published', { count: published }),
      target === null
        ? null
        : published >= target
          ? say('content_target_met', { target })
          : say('content_target_missed', { count: target - published, target }),
    ),
    next: say(target !== null && published < target ? 'content_next_behind' : 'content_next'),
    source,
    dataTo: latestOf(now.map(({ date }) => date)) ?? inputs.windows.period[1],
    figures: [
      figure(
        'articles',
        'count',
        'up',
        of((list) => list.length),
      ),
      ...(target === null ? [] : [plain('article_target', 'count', target)]),
      figure('words', 'words', 'up', of(words)),
      figure('images', 'count', 'up', of(images)),
    ],
    charts: present(barsOf('articles_by_type', 'articles', types)),
    tables: present(
      tableOf(
        'articles',
        [
          ['date', 'day'],
          ['title', 'text'],
          ['type', 'word'],
          ['words', 'count'],
          ['url', 'url'],
        ],
        sorted,
        (each) => [each.date, each.title ?? each.url ?? '', each.type, each.words, each.url],
      ),
    ),
  });
};
