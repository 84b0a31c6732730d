import { describe, expect, it } from 'vitest';
import { canonicalJson } from '#domain/kernel/canonical-json';
import type { Day } from '#domain/kernel/time';
import { lightened, MOST_BYTES } from '#domain/reports/report-content';
import type { ReportData } from '#domain/reports/report-data';
import { newerFacts } from '#projections/reports/report-rows';
import { days, numbers, SITE, search, type Told, told } from '../numbers.ts';
import { article, conversion, live, lost, placed, STORIES } from '../stories.ts';

const NOVEMBER = ['2026-11-01', '2026-11-30'] as const;
const figureOf = (report: ReportData, section: keyof ReportData['sections'], key: string) =>
  report.sections[section]?.figures.find((each) => each.key === key);
const tableOf = (report: ReportData, section: keyof ReportData['sections'], key: string) =>
  report.sections[section]?.tables.find((each) => each.key === key);

describe('a report at a position', () => {
  it('is the same whenever it is made, also after facts that came later', async () => {
    const story = STORIES['links, then growth'] ?? [];
    const world = await numbers(story);
    const [then, at] = [await world.report(NOVEMBER), world.head()];
    await world.tell(
      { ...search('2026-11-03', 9_000), at: '2026-12-24T10:00:00.000Z' },
      conversion('2026-11-12', 900, 'paid'),
      told('UrlInspected', '2026-11-29', { url: 'https://site11.example/', verdict: 'error' }),
      told('SiteIntegrationDisconnected', '2026-11-29', {}),
      lost(1, '2026-11-28'),
      article(99, '2026-11-15'),
      told('KeywordRanked', '2026-11-20', { keyword: 'dentist', position: 2, date: '2026-11-20', source: 'gsc' }),
      told('AnnotationAdded', '2026-12-01', {
        annotation_id: 1,
        account_id: 1,
        date: '2026-11-09',
        text: 'Relaunch',
        visibility: 'client',
      }),
      told('SiteHealthMeasured', '2026-11-30', { completion: 40, authority_score: 9, clusters: [], gaps: [] }),
    );
    expect(await world.report(NOVEMBER, { at })).toEqual(then);
    const now = await world.report(NOVEMBER);
    expect(now).not.toEqual(then);
    expect([now.first_page.priority, then.first_page.priority]).toEqual([
      'The site is disconnected: until it is connected again, nothing can be published.',
      null,
    ]);
    expect(now.annotations).toEqual([{ number: 1, date: '2026-11-09', text: 'Relaunch' }]);
    expect(now.sections.organic_traffic?.charts[0]?.markers).toEqual([{ number: 1, at: '2026-11-09' }]);
    // The same log told anew from its beginning makes the same of both positions.
    const anew = await numbers(story);
    expect(canonicalJson(await anew.report(NOVEMBER))).toBe(canonicalJson(then));
    expect(await newerFacts(world.tables, SITE, ['2026-11-01' as Day, '2026-11-30' as Day], at)).toBe(9);
    expect(await newerFacts(world.tables, SITE, ['2026-11-01' as Day, '2026-11-30' as Day], world.head())).toBe(0);
  });

  it('takes of several facts of a day the latest by its own time, then the one that came last', async () => {
    const day = (clicks: number, time: string): Told => ({ ...search('2026-11-05', clicks), at: time });
    const world = await numbers([day(10, '2026-11-07T10:00:00.000Z'), day(12, '2026-11-09T10:00:00.000Z')]);
    const first = world.head();
    await world.tell(day(99, '2026-11-08T10:00:00.000Z'));
    expect(figureOf(await world.report(NOVEMBER), 'organic_traffic', 'clicks')?.value).toBe(12);
    await world.tell(day(13, '2026-11-09T10:00:00.000Z'));
    expect(figureOf(await world.report(NOVEMBER), 'organic_traffic', 'clicks')?.value).toBe(13);
    expect(figureOf(await world.report(NOVEMBER, { at: first }), 'organic_traffic', 'clicks')?.value).toBe(12);
    await world.tell(conversion('2026-11-05', 3), conversion('2026-11-05', 4), conversion('2026-11-05', 1, 'paid'));
    expect(figureOf(await world.report(NOVEMBER), 'conversions', 'conversions')?.value).toBe(5);
  });

  it('knows how pages stood at the end of each period, whatever order the looks at them came in', async () => {
    const look = (url: string, verdict: string, on: string) =>
      told('UrlInspected', on, { url: `https://site11.example/${url}`, verdict });
    const looks = [
      look('a', 'pending', '2026-10-10'),
      look('a', 'indexed', '2026-11-10'),
      look('a', 'error', '2026-12-02'),
      look('b', 'error', '2026-11-11'),
      look('c', 'indexed', '2025-11-02'),
    ];
    for (const order of [looks, [...looks].reverse()]) {
      const report = await (await numbers(order)).report(NOVEMBER);
      const of = (key: string) => figureOf(report, 'indexing_status', key);
      expect(of('pages_indexed')).toMatchObject({ value: 2, before: 1, change: 1, year_before: 1 });
      expect(of('pages_error')).toMatchObject({ value: 1, better: 'down' });
      expect(report.sections.indexing_status).toMatchObject({ flag: 'red' });
    }
    const report = await (await numbers(looks)).report(NOVEMBER);
    expect(figureOf(report, 'work_done', 'pages_newly_indexed')?.value).toBe(1);
  });
});

describe('what is read for a report', () => {
  it('is no more for a client of three years than for one of the months that are compared', async () => {
    const weekly = (date: string): Told[] => [
      told('UrlInspected', date, { url: 'https://site11.example/a', verdict: 'indexed' }),
      told('SocialEngagementMeasured', date, {
        post_id: 1,
        likes: Number(date.slice(8)),
        comments: 0,
        shares: 0,
        measured_at: `${date}T11:00:00.000Z`,
      }),
      told('SiteHealthMeasured', date, { completion: 60, authority_score: 30, clusters: [], gaps: [] }),
    ];
    const history = (from: string): Told[] => [
      ...days(from, '2026-11-30').flatMap((date) => [
        search(date, 40, 800, 8, {
          top_queries: [{ query: 'dentist', clicks: 2, impressions: 40, position: 4 }],
          top_pages: [{ page: '/a', clicks: 9, impressions: 90 }],
        }),
        conversion(date, 1),
        told('KeywordRanked', date, { keyword: 'implants', position: 12, date, source: 'gsc' }),
        ...(Number(date.slice(8)) % 7 === 1 ? weekly(date) : []),
      ]),
    ];
    const post = told('SocialPostPublished', '2023-11-02', {
      post_id: 1,
      platform: 'x',
      published_at: '2023-11-02T10:00:00.000Z',
    });
    const compared = [...days('2025-11-01', '2025-11-30'), ...days('2026-10-01', '2026-11-30')];
    const short = await numbers([
      post,
      ...history('2025-11-01').filter(({ at }) =>
        compared.some((day) => at.startsWith(day) || at.startsWith(day.slice(0, 8))),
      ),
    ]);
    const long = await numbers([post, ...history('2023-11-01')]);
    await short.report(NOVEMBER);
    await long.report(NOVEMBER);
    expect(long.head()).toBeGreaterThan(3_500);
    expect(long.read.questions).toBe(short.read.questions);
    expect(long.read.rows).toBeLessThanOrEqual(short.read.rows + 12);
    expect(long.read.rows).toBeGreaterThan(300);
  });
});

describe('sections', () => {
  it('count links, what they cost their client, and nothing of ours', async () => {
    const terms = {
      order_type: 'one_time',
      pricing_mode: 'tiers',
      package: null,
      request: { pricing_mode: 'tiers' },
      price_book_version: 1,
      markup_percent: 20,
      budget_cents: 100_000,
      managed_subscription_id: null,
      campaign_id: null,
      override_reason: null,
      quote: {
        lines: [
          {
            id: 1,
            tier: 'standard_guest_post',
            package: null,
            quantity: 3,
            dr: null,
            unit_price_cents: 30_000,
            niche_surcharge: 100,
            amount_cents: 90_000,
          },
        ],
        client_price_cents: 90_000,
        links_ordered: 3,
        niche: 'general',
        niche_surcharge: 100,
        expected_cost: null,
        steps: [],
      },
    };
    const order = { order_id: 1, account_id: 1 };
    const delivered = (id: number, on: string, replaces: number | null = null): Told[] => [
      told('OrderLinkPlaced', on, {
        ...order,
        backlink_id: id,
        line_id: 1,
        tier: 'standard_guest_post',
        dr_floor: 30,
        campaign_id: null,
        override_reason: null,
        vendor: 'fatgrid',
        vendor_reference: null,
        source_url: `https://blog${id}.example/post`,
        source_domain: `blog${id}.example`,
        target_url: 'https://site11.example/',
        anchor_text: 'a',
        cost_cents: 11_111,
        replaces_id: replaces,
      }),
      ...placed(id, on, 55),
      told('OrderLinkDelivered', on, { ...order, backlink_id: id }),
    ];
    const world = await numbers([
      told('BacklinkOrderDrafted', '2026-10-20', {
        ...order,
        terms,
        billing: 'on_completion',
        due_date: null,
        notes: null,
        predecessor_id: null,
        created_by: null,
      }),
      told('BacklinkOrderApproved', '2026-10-28', {
        ...order,
        on: '2026-10-28',
        due_date: '2026-11-27',
        client_price_cents: 90_000,
        approved_by: { role: 'client', id: 1 },
        on_behalf_of_client: false,
        standing_approval: false,
        anchor: null,
        month: 0,
        renews_on: null,
      }),
      ...delivered(1, '2026-11-04'),
      ...delivered(2, '2026-11-05'),
      live(1, '2026-11-09'),
      live(2, '2026-11-10'),
      lost(2, '2026-11-20'),
    ]);
    const report = await world.report(NOVEMBER);
    expect(
      Object.fromEntries((report.sections.backlink_campaign?.figures ?? []).map(({ key, value }) => [key, value])),
    ).toMatchObject({
      links_built: 2,
      links_lost: 1,
      links_live: 1,
      spent: '600.00',
      budget: '1000.00',
      average_dr: 55,
      replacements_owed: 1,
    });
    expect(report.sections.backlink_campaign?.flag).toBe('red');
    expect(report.first_page.priority).toBe('A lost link is to be replaced under its guarantee.');
    expect(tableOf(report, 'backlink_campaign', 'links')?.rows).toEqual([
      ['https://blog1.example/post', 'https://site11.example/', 'anchor 1', 55, 'live', 'none', '2027-02-09'],
      [
        'https://blog2.example/post',
        'https://site11.example/',
        'anchor 2',
        55,
        'replacement_owed',
        'none',
        '2027-02-09',
      ],
    ]);
    expect(canonicalJson(report)).not.toMatch(/fatgrid|111\.11|11111|90\.00|9000\b|margin|vendor|cost/);
    // The replacement is no second delivery, and owes nothing more.
    await world.tell(...delivered(3, '2026-11-25', 2));
    expect(figureOf(await world.report(NOVEMBER), 'backlink_campaign', 'spent')?.value).toBe('600.00');
  });

  it('rank keywords by their last position, Search Console before Ahrefs, and tell who rose', async () => {
    const ranked = (keyword: string, position: number, date: string, source = 'gsc') =>
      told('KeywordRanked', date, { keyword, position, date, source });
    const world = await numbers([
      ranked('implants', 12, '2026-10-20'),
      ranked('implants', 2.9, '2026-11-20'),
      ranked('implants', 40, '2026-11-28', 'ahrefs'),
      ranked('braces', 5, '2026-10-20'),
      ranked('braces', 11, '2026-11-21'),
      ranked('whitening', 30, '2026-11-21', 'ahrefs'),
      ranked('crowns', 3.4, '2026-10-20'),
      ranked('crowns', 3.5, '2026-11-20'),
      search('2026-11-20', 50, 900, 8, {
        top_queries: [{ query: 'veneers', clicks: 1, impressions: 70, position: 9 }],
      }),
    ]);
    const report = await world.report(NOVEMBER);
    expect(
      Object.fromEntries(
        (report.sections.keyword_rankings?.figures ?? []).map((each) => [each.key, [each.before ?? null, each.value]]),
      ),
    ).toEqual({
      keywords_top_3: [1, 1],
      keywords_top_10: [2, 3],
      keywords_top_20: [3, 4],
      keywords_top_50: [3, 5],
      keywords_new: [null, 2],
    });
    expect(report.sections.keyword_rankings?.charts[0]?.series[0]?.values).toEqual([1, 2, 1, 1]);
    expect(tableOf(report, 'keyword_rankings', 'keyword_winners')?.rows[0]).toEqual(['implants', 12, 2.9, 9.1, null]);
    expect(tableOf(report, 'keyword_rankings', 'keyword_losers')?.rows[0]).toEqual(['braces', 5, 11, -6, null]);
    expect(report.first_page.win).toBe('“implants” has reached the top 3: it now stands at place 3.');
    expect(report.sections.keyword_rankings?.flag).toBe('green');
  });

  it('compare the first days of both periods where search data end early, and say so', async () => {
    const report = await (await numbers(STORIES['quiet'] ?? [])).report(NOVEMBER);
    expect(report.compared).toEqual({
      period: ['2026-11-01', '2026-11-28'],
      before: ['2026-10-01', '2026-10-28'],
      year_before: ['2025-11-01', '2025-11-28'],
      paused: [],
    });
    expect(figureOf(report, 'organic_traffic', 'clicks')).toMatchObject({
      value: 28 * 52,
      before: 28 * 50,
      year_before: null,
      year_change: null,
    });
    expect(report.sections.organic_traffic?.claim).toContain(
      'Search data reach to 28 Nov 2026, so the first 28 days of each period are compared.',
    );
    expect(report.sections.organic_traffic?.claim).toContain('What it was a year before is not known.');
  });

  it('tell what social posts gained within the period, and nothing from before', async () => {
    const measured = (on: string, likes: number) =>
      told('SocialEngagementMeasured', on, {
        post_id: 1,
        likes,
        comments: 0,
        shares: 1,
        measured_at: `${on}T11:00:00.000Z`,
      });
    const world = await numbers([
      told('SocialPostPublished', '2026-10-10', {
        post_id: 1,
        platform: 'linkedin',
        published_at: '2026-10-10T10:00:00.000Z',
      }),
      measured('2026-10-20', 10),
      measured('2026-11-10', 25),
      measured('2026-12-03', 90),
    ]);
    expect(figureOf(await world.report(NOVEMBER), 'social_media', 'engagement')).toMatchObject({
      value: 15,
      before: 11,
    });
  });

  it('never stand empty without a reason, and hold no more than they may', async () => {
    const bare = await (await numbers()).report(NOVEMBER);
    for (const [key, section] of Object.entries(bare.sections))
      if (key !== 'executive_summary')
        expect([key, section.empty_reason, section.flag]).toEqual([key, expect.stringMatching(/\w{3,}.*\.$/), null]);
    const text = 'x'.repeat(1_900);
    const full = await numbers(
      days('2026-11-01', '2026-11-30').flatMap((date) =>
        Array.from({ length: 9 }, (_, n) => [
          told('TechnicalWorkDone', date, {
            date,
            kind: 'fix',
            title: `${n} ${text.slice(0, 290)}`,
            url: `https://site11.example/${text}`,
          }),
          told('UrlInspected', date, { url: `https://site11.example/${date}/${n}/${text}`, verdict: 'error' }),
          article(Number(date.slice(8)) * 10 + n, date),
        ]).flat(),
      ),
    );
    const report = await full.report(NOVEMBER);
    expect(new TextEncoder().encode(canonicalJson(report)).length).toBeLessThanOrEqual(MOST_BYTES);
    expect(tableOf(report, 'content_performance', 'articles')).toMatchObject({ total: 270 });
    expect(report.sections.work_done?.tables[0]?.rows.length).toBeLessThanOrEqual(50);
    expect(lightened(report)).toEqual(report);
  });
});

describe('the summary', () => {
  it.each(Object.entries(STORIES))('of %s is two to five sentences', async (_, story) => {
    const { sections } = await (await numbers(story)).report(NOVEMBER);
    const sentences = sections.executive_summary?.claim.split(/(?<=\.) (?=[A-Z0-9])/) ?? [];
    expect(sentences.length).toBeGreaterThanOrEqual(2);
    expect(sentences.length).toBeLessThanOrEqual(5);
    expect(sections.executive_summary?.claim).not.toMatch(/because|thanks to|due to|led to|caused/i);
  });

  it('names what came before a change only where the days say so', async () => {
    const of = async (name: string) =>
      (await (await numbers(STORIES[name] ?? [])).report(NOVEMBER)).sections.executive_summary?.claim ?? '';
    expect(await of('links, then growth')).toContain(
      'On 9 Nov, 4 new links went live; in the week after, clicks were about 27% above the week before.',
    );
    const flat = (STORIES['links, then growth'] ?? []).map((each) =>
      each.type === 'SearchMetricsRecorded' && each.at >= '2026-11'
        ? { ...each, data: { ...each.data, clicks: 90 } }
        : each,
    );
    expect((await (await numbers(flat)).report(NOVEMBER)).sections.executive_summary?.claim).not.toContain('went live');
  });
});
