import { describe, expect, it } from 'vitest';
import { collectReport, type WriteSummary } from '#commands/reports/collect-report';
import type { AccountId, SiteId } from '#domain/kernel/ids';
import type { Day } from '#domain/kernel/time';
import type { Language } from '#domain/reports/report-document';
import { reportInputs } from '#projections/reports/report-inputs';
import { numbers, search, type Told, told } from '../numbers.ts';
import { article, conversion, live, lost, placed } from '../stories.ts';

const NOVEMBER = ['2026-11-01', '2026-11-30'] as const;
const page = (date: string, clicks: number): Told =>
  search(date, 30, 900, 8, { top_pages: [{ page: '/prices', clicks, impressions: 900 }] });
const ranked = (keyword: string, position: number, date: string) =>
  told('KeywordRanked', date, { keyword, position, date, source: 'gsc' });
const GOAL = { goal_id: 1, account_id: 1 };
const aim = told('GoalSet', '2026-11-01', {
  ...GOAL,
  metric: 'clicks',
  baseline: 10,
  target: 900,
  by: '2026-12-31',
  on: '2026-11-01',
});

/** Tells more and more, each of which comes before all that was told; answers what is said after each. */
async function said(steps: readonly (readonly Told[])[], what: 'win' | 'priority'): Promise<(string | null)[]> {
  const world = await numbers();
  const answers: (string | null)[] = [];
  for (const step of steps) {
    await world.tell(...step);
    answers.push((await world.report(NOVEMBER)).first_page[what]);
  }
  return answers;
}

describe('the biggest win (13, 3.2)', () => {
  it('is the first of its list that there is', async () => {
    const wins = await said(
      [
        [],
        [article(1, '2026-11-10')],
        [...placed(1, '2026-11-05', 40), ...placed(2, '2026-11-05', 61), live(1, '2026-11-09'), live(2, '2026-11-10')],
        [page('2026-10-05', 100), page('2026-11-05', 109)],
        [page('2026-11-05', 110)],
        [ranked('braces', 11, '2026-10-05'), ranked('braces', 10, '2026-11-05')],
        [ranked('implants', 4, '2026-10-05'), ranked('implants', 3, '2026-11-05')],
        [conversion('2026-10-05', 50), conversion('2026-11-05', 54)],
        [conversion('2026-11-05', 55)],
        [aim, told('GoalMet', '2026-11-20', { ...GOAL, on: '2026-11-19', value: 900 })],
      ],
      'win',
    );
    const link = 'A link from a strong site went live: https://blog2.example/post, with a domain rating of 61.';
    expect(wins).toEqual([
      null,
      'A new article was published.',
      link,
      link,
      '/prices brought 10 more clicks than before.',
      '“braces” has reached the first page of results: it now stands at place 10.',
      '“implants” has reached the top 3: it now stands at place 3.',
      '“implants” has reached the top 3: it now stands at place 3.',
      'Conversions rose by 10%, to 55.',
      'The goal for clicks in 28 days (900) was reached on 19 Nov 2026.',
    ]);
  });
});

describe('the top priority (13, 3.3)', () => {
  it('is the first of its list that there is', async () => {
    const look = (n: number, verdict: string) =>
      told('UrlInspected', '2026-11-10', { url: `https://site11.example/${n}`, verdict });
    const twenty = Array.from({ length: 19 }, (_, n) => look(n, 'indexed'));
    const waits = (id: number, on: string) =>
      told('ArticleAwaitingReview', on, { content_id: id, title: `Text ${id}` });
    const priorities = await said(
      [
        [],
        [
          told('ContentQueued', '2026-11-20', {
            content_id: 9,
            type: 'post',
            title: 'Crowns',
            planned_for: '2026-12-05',
          }),
        ],
        [waits(1, '2026-11-24')],
        [waits(2, '2026-11-23')],
        [...placed(1, '2026-11-05'), live(1, '2026-11-09'), lost(1, '2026-11-20')],
        [page('2026-10-05', 50), page('2026-11-05', 41)],
        [page('2026-11-05', 40)],
        [...twenty, look(99, 'error')],
        [look(98, 'error')],
        [aim],
        [told('SiteIntegrationDisconnected', '2026-11-20', {})],
      ],
      'priority',
    );
    const owed = 'A lost link is to be replaced under its guarantee.';
    const falling = '/prices lost 10 clicks and should be looked at first.';
    expect(priorities).toEqual([
      null,
      'Next on our side, by 5 Dec 2026: Publish “Crowns”.',
      'Next on your side, by 1 Dec 2026: Review the article “Text 1” before it is published.',
      'Waiting for you since 23 Nov 2026: Review the article “Text 2” before it is published.',
      owed,
      owed,
      falling,
      falling,
      '2 pages cannot be indexed, 9.5% of those inspected: that comes first.',
      'The goal for clicks in 28 days (900 by 31 Dec 2026) is behind its pace; the value now is 30.',
      'The site is disconnected: until it is connected again, nothing can be published.',
    ]);
  });
});

describe('a summary that is written elsewhere', () => {
  const asked = {
    account_id: 1 as AccountId,
    site_id: 11 as SiteId,
    subscription_id: null,
    report_type: 'monthly',
    period_start: NOVEMBER[0] as Day,
    period_end: NOVEMBER[1] as Day,
    sections: ['executive_summary', 'organic_traffic'],
    language: 'en',
    position: 1,
  } as const;
  const written = async (writeSummary: WriteSummary) => {
    const world = await numbers([search('2026-11-05', 30)]);
    const { summary_by, sections } = await collectReport({ inputs: reportInputs(world.tables), writeSummary })(asked);
    return [summary_by, sections.executive_summary?.claim];
  };

  it('is marked as such, and the rules’ own stands where there is none', async () => {
    expect(await written(async ({ claims }) => `Told of ${claims.length} sections.`)).toEqual([
      'llm',
      'Told of 2 sections.',
    ]);
    const own = [undefined, expect.stringContaining('This is the first period with search data')];
    expect(await written(async () => null)).toEqual(own);
    expect(await written(async () => Promise.reject(new Error('away')))).toEqual(own);
  });

  it('is asked for in a language that has sentences, or not at all', async () => {
    const world = await numbers();
    const collect = collectReport({ inputs: reportInputs(world.tables) });
    const language = 'xx' as Language;
    await expect(collect({ ...asked, language })).rejects.toThrow('there are no sentences in the language xx');
  });
});
