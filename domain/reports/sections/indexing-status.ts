import { chartOf } from '../charts.ts';
import { figure, measured, plain } from '../figures.ts';
import { errorFlag } from '../judged.ts';
import type { UrlVerdict } from '../report-inputs.ts';
import { emptySection, filledSection, latestOf, type Section } from '../section.ts';
import { together } from '../sentences.ts';
import { present, tableOf } from '../tables.ts';

const VERDICTS = ['indexed', 'pending', 'error'] as const;
const count = (list: readonly UrlVerdict[], verdict: UrlVerdict['verdict']): number =>
  list.filter((each) => each.verdict === verdict).length;

/** Of all inspected pages, in percent; 0 where none was. */
export const errorShare = (urls: readonly UrlVerdict[]): number =>
  urls.length === 0 ? 0 : (count(urls, 'error') / urls.length) * 100;
const LIMITS = [2, 5] as const;
/** As it is said, in tenths: a little more than a limit of its flag is never said to be the limit. */
export function saidShare(share: number): number {
  const rounded = Math.round(share * 10) / 10;
  return LIMITS.some((limit) => share > limit && rounded <= limit) ? Math.ceil(share * 10) / 10 : rounded;
}

/** Which pages search knows, by the latest verdict of each at the end of the period. */
export const indexingStatus: Section = ({ inputs: { urls }, say }) => {
  const source = say('source_indexing');
  if (urls.now.length === 0) return emptySection(source, say('indexing_none'), say('indexing_none_reason'));
  const known = {
    now: urls.now,
    before: urls.before.length === 0 ? null : urls.before,
    year: urls.year.length === 0 ? null : urls.year,
  };
  const of = (verdict: UrlVerdict['verdict']) => measured(known, (list) => list && count(list, verdict));
  const [indexed, errors, pending] = [of('indexed'), count(urls.now, 'error'), count(urls.now, 'pending')];
  const share = errorShare(urls.now);
  const more = indexed.before === null ? null : (indexed.now ?? 0) - indexed.before;
  const trend = (
    [
      ['year_before', indexed.year],
      ['period_before', indexed.before],
      ['this_period', indexed.now],
    ] as const
  ).filter(([, value]) => value !== null);
  return filledSection({
    flag: errorFlag(share),
    rule: say('indexing_rule'),
    claim: together(
      say,
      say('indexing_indexed', { count: indexed.now ?? 0, inspected: urls.now.length }),
      more === null || more === 0
        ? null
        : say(more > 0 ? 'indexing_more' : 'indexing_fewer', { count: Math.abs(more) }),
      errors > 0 ? say('indexing_errors', { count: errors, percent: say.percent(saidShare(share)) }) : null,
    ),
    next: say(errors > 0 ? 'indexing_next_errors' : pending > 0 ? 'indexing_next_pending' : 'indexing_next'),
    source,
    dataTo: latestOf(urls.now.map(({ date }) => date)),
    figures: [
      figure('pages_indexed', 'count', 'up', indexed),
      figure('pages_pending', 'count', 'down', of('pending')),
      figure('pages_error', 'count', 'down', of('error')),
      plain('pages_inspected', 'count', urls.now.length),
    ],
    charts: present(
      chartOf('index_verdicts', 'donut', 'name', VERDICTS, [
        { key: 'pages', style: 'solid', values: VERDICTS.map((verdict) => count(urls.now, verdict)) },
      ]),
      trend.length < 2
        ? null
        : chartOf(
            'pages_indexed_over_time',
            'bar',
            'name',
            trend.map(([name]) => name),
            [{ key: 'pages', style: 'solid', values: trend.map(([, value]) => value) }],
          ),
    ),
    tables: present(
      tableOf(
        'pages_with_errors',
        [
          ['page', 'url'],
          ['reason', 'text'],
          ['date', 'day'],
        ],
        urls.now.filter(({ verdict }) => verdict === 'error').sort((a, b) => (a.url < b.url ? -1 : 1)),
        (each) => [each.url, each.coverage_state, each.date],
      ),
    ),
  });
};
