import { describe, expect, it } from 'vitest';
import { treeOf } from '#adapters/reports/tree/build';
import type { Part, ReportTree, Section } from '#adapters/reports/tree/tree';
import type { Day } from '#domain/kernel/time';
import { labelsOf, UnknownLabel } from '#domain/reports/language/index';
import type { Language } from '#domain/reports/report-document';
import { arabicDocument, emptyDocument, longDocument, sampleDocument } from '../sample-document.ts';

const kinds = ({ parts }: ReportTree) => parts.map(({ kind }) => kind);
const sectionOf = (tree: ReportTree, key: string): Section => {
  const found = tree.parts.find((part): part is Section => part.kind === 'section' && part.key === key);
  if (!found) throw new Error(`no section ${key}`);
  return found;
};
function only<K extends Part['kind']>(tree: ReportTree, kind: K): Extract<Part, { kind: K }> {
  const found = tree.parts.find((part): part is Extract<Part, { kind: K }> => part.kind === kind);
  if (!found) throw new Error(`no ${kind}`);
  return found;
}

describe('the tree of a report', () => {
  const tree = treeOf(sampleDocument);

  it('begins with the verdict, the win, the priority, what is needed, the goals and the figures, in that order', () => {
    expect(kinds(tree).slice(0, 8)).toEqual([
      'masthead',
      'verdict',
      'highlights',
      'needs',
      'goals',
      'tiles',
      'comments',
      'contents',
    ]);
    expect(kinds(tree).slice(-2)).toEqual(['notes', 'log']);
    expect(only(tree, 'highlights').items.map(({ title }) => title)).toEqual(['Biggest win', 'Top priority']);
    expect(only(tree, 'verdict')).toMatchObject({ word: 'Improving', shade: 'good' });
    expect(only(tree, 'verdict').summary).toContain('four new links went live');
  });

  it('says in every section the flag and its rule, the claim, what shows it, what is next, and where it comes from', () => {
    const traffic = sectionOf(tree, 'organic_traffic');
    expect(traffic.flag).toEqual({ word: 'On track', shade: 'good' });
    expect(traffic.rule).toContain('They rose by 25.1 %');
    expect(traffic.parts.map(({ kind }) => kind)).toEqual([
      'claim',
      'figures',
      'chart',
      'chart',
      'table',
      'table',
      'next',
      'source',
    ]);
    expect(traffic.parts.at(-1)).toMatchObject({ text: 'Source: Google Search Console · data reach to 29 Oct 2026' });
    const keys = tree.parts.flatMap((part) => (part.kind === 'section' ? [part.key] : []));
    expect(keys).toEqual(Object.keys(sampleDocument.data.sections).filter((key) => key !== 'executive_summary'));
  });

  it('puts what the account manager says where it belongs', () => {
    expect(only(tree, 'comments').items).toEqual([
      { text: expect.stringContaining('A strong month'), by: 'Mara Lindqvist, 2 Nov 2026, 15:20 CET' },
    ]);
    expect(
      sectionOf(tree, 'backlink_campaign')
        .parts.map(({ kind }) => kind)
        .slice(-2),
    ).toEqual(['comments', 'source']);
  });

  it('names both compared periods, and says where one is not known', () => {
    const { figures, compared } = only(tree, 'tiles');
    expect(compared).toBe(
      '1 – 31 Oct 2026, compared with 1 – 30 Sept 2026 and, a year before, 1 – 31 Oct 2025.'.replaceAll(
        ' – ',
        '\u2009–\u2009',
      ),
    );
    expect(figures[0]).toMatchObject({
      value: '9,873',
      compared: [
        {
          against: 'vs Sept 2026',
          change: { absolute: '+1,983', percent: '+25.1%', direction: 'up', shade: 'good', word: null },
        },
        { against: 'vs Oct 2025', change: { absolute: '+5,663', percent: '+134.5%' } },
      ],
    });
    expect(figures.find(({ name }) => name === 'Links live')?.compared[1]).toEqual({
      change: null,
      against: 'year before not known',
    });
  });

  it('says nothing of a comparison where there is none to make', () => {
    const plan = sectionOf(tree, 'next_month_plan').parts.find((part) => part.kind === 'figures');
    expect(plan?.figures.map(({ name, compared }) => ({ name, compared }))).toEqual([
      { name: 'Actions for us', compared: [] },
      { name: 'Actions for you', compared: [] },
    ]);
  });

  it('turns what is better when it falls the right way round, in words too', () => {
    const { figures } = only(tree, 'tiles');
    expect(figures.find(({ name }) => name === 'Average position')?.compared[0]?.change).toMatchObject({
      direction: 'down',
      shade: 'good',
      word: 'better',
      absolute: '−1.8',
    });
    expect(figures.find(({ name }) => name === 'Pages with errors')?.compared[0]?.change).toMatchObject({
      direction: 'up',
      shade: 'bad',
      word: 'worse',
    });
    const rose = sectionOf(tree, 'keyword_rankings').parts.find((part) => part.kind === 'table');
    expect(rose?.rows[0]?.[3]).toMatchObject({ arrow: 'down', shade: 'good' });
  });

  it('is made of the log up to a position, and says so', () => {
    expect(only(tree, 'log').text).toContain('up to position 1,284,903');
    expect(only(tree, 'log').facts.map(({ value }) => value)).toEqual([
      '1,284,903',
      '4217',
      '2',
      '3 Nov 2026, 09:12 CET',
    ]);
    expect(tree.foot.log).toBe('Version 2 · Log position 1,284,903');
  });

  it('says why there is nothing, and draws no empty axis', () => {
    const empty = treeOf(emptyDocument);
    expect(only(empty, 'verdict').word).toBe('Not enough data yet');
    expect(sectionOf(empty, 'organic_traffic').parts.map(({ kind }) => kind)).toEqual(['empty', 'source']);
    expect(only(empty, 'tiles').figures[0]).toMatchObject({
      value: '–',
      compared: [{ change: null }, { change: null }],
    });
    const traffic = sampleDocument.data.sections.organic_traffic;
    if (!traffic) throw new Error('the sample has traffic');
    const charts = traffic.charts.map((chart) => ({
      ...chart,
      series: chart.series.map((one) => ({ ...one, values: one.values.map(() => null) })),
    }));
    const sections = { ...sampleDocument.data.sections, organic_traffic: { ...traffic, charts } };
    const drawn = sectionOf(
      treeOf({ ...sampleDocument, data: { ...sampleDocument.data, sections } }),
      'organic_traffic',
    );
    expect(drawn.parts.some(({ kind }) => kind === 'chart')).toBe(false);
  });

  it('names paused days and a period that was cut', () => {
    expect(only(treeOf(longDocument), 'verdict').remarks).toEqual([
      'Data end on 28 Oct 2026: 28 days of this period are compared with equally many days of the period before and of the year before.',
      'The service was paused on 2 days: 3 Oct 2026 and 4 Oct 2026.',
    ]);
    const { compared } = sampleDocument.data;
    const once = {
      ...sampleDocument,
      data: { ...sampleDocument.data, compared: { ...compared, paused: ['2026-10-03' as Day] } },
    };
    expect(only(treeOf(once), 'verdict').remarks).toEqual(['The service was paused on 3 Oct 2026.']);
  });

  it('makes links of what is needed only where there is a place for them to lead', () => {
    expect(only(tree, 'needs').items.map(({ href }) => href)).toEqual([
      'https://reports.example/app/approvals/order/91/',
      'https://reports.example/app/orders/44/brief/',
      null,
    ]);
    expect(only(treeOf({ ...sampleDocument, origin: null }), 'needs').items.every(({ href }) => href === null)).toBe(
      true,
    );
  });

  it('shows addresses of the site as paths, others whole, and both as links', () => {
    const links = sectionOf(tree, 'backlink_campaign').parts.find((part) => part.kind === 'table');
    expect(links?.rows[0]?.[1]).toMatchObject({
      text: expect.stringMatching(/^wohnblick-magazin\.de\//),
      href: expect.stringMatching(/^https:/),
    });
    expect(links?.rows[0]?.[2]).toMatchObject({
      text: '/magazine/standing-desk-berlin',
      href: expect.stringContaining('nordraum.example'),
    });
  });

  it('prints no raw key: what has no word is a mistake', () => {
    const figure = { key: 'wibble', value: 1, unit: 'count', better: 'up' } as const;
    const first_page = { ...sampleDocument.data.first_page, tiles: [figure] };
    expect(() => treeOf({ ...sampleDocument, data: { ...sampleDocument.data, first_page } })).toThrow(UnknownLabel);
  });

  it('falls back from no language to another', () => {
    expect(() => treeOf({ ...arabicDocument, language: 'xx' as Language }, undefined)).toThrow(/no dictionary/);
    const arabic = treeOf(arabicDocument, labelsOf('en'));
    expect(arabic.direction).toBe('rtl');
    expect(only(arabic, 'masthead').period).toContain('2026');
  });
});
