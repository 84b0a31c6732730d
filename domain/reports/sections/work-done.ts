import { plain } from '../figures.ts';
import type { FigureKey } from '../keys.ts';
import type { Work } from '../report-inputs.ts';
import { emptySection, filledSection, latestOf, type Section } from '../section.ts';
import { together } from '../sentences.ts';
import { present, tableOf } from '../tables.ts';

const COUNTED: readonly (readonly [Work['kind'], FigureKey])[] = [
  ['article', 'articles'],
  ['link_live', 'links_live'],
  ['link_replaced', 'links_replaced'],
  ['page_indexed', 'pages_newly_indexed'],
  ['schema', 'pages_with_schema'],
  ['technical', 'technical_works'],
];

/** Pages that came into the index are told in one row, on the last day that brought some: their addresses stand where they were published. */
function inTable(work: readonly Work[]): Work[] {
  const indexed = work.filter(({ kind }) => kind === 'page_indexed');
  const [first] = indexed;
  const others = work.filter(({ kind }) => kind !== 'page_indexed');
  const date = latestOf(indexed.map((each) => each.date));
  if (!first || date === null) return others;
  return [...others, { ...first, date, url: indexed.length === 1 ? first.url : null, count: indexed.length }];
}

/** What was done, with dates and addresses: from events, typed in by nobody. */
export const workDone: Section = ({ inputs: { work }, say }) => {
  const source = say('source_work');
  if (work.length === 0) return emptySection(source, say('work_none'), say('work_none_reason'));
  const kinds = COUNTED.flatMap(([kind, key]) => {
    const of = work.filter((each) => each.kind === kind);
    return of.length === 0 ? [] : [{ kind, key, count: of.reduce((sum, each) => sum + each.count, 0) }];
  });
  const sorted = inTable(work).sort((a, b) =>
    a.date !== b.date ? (a.date < b.date ? -1 : 1) : a.title < b.title ? -1 : 1,
  );
  const days = new Set(work.map(({ date }) => date)).size;
  return filledSection({
    claim: together(
      say,
      say('work_days', { count: days }),
      ...kinds.slice(0, 2).map(({ kind, count }) => say(`work_${kind}`, { count })),
    ),
    next: say('work_next'),
    source,
    dataTo: latestOf(work.map(({ date }) => date)),
    figures: kinds.map(({ key, count }) => plain(key, 'count', count)),
    tables: present(
      tableOf(
        'work_done',
        [
          ['date', 'day'],
          ['kind', 'word'],
          ['title', 'text'],
          ['url', 'url'],
        ],
        sorted,
        (each) => [
          each.date,
          each.kind,
          each.kind === 'schema' || each.kind === 'page_indexed'
            ? say(`work_${each.kind}`, { count: each.count })
            : each.title,
          each.url,
        ],
      ),
    ),
  });
};
