import type { Day, Instant } from '#domain/kernel/time';
import type { FirstPage, ReportData, SectionData } from '#domain/reports/report-data';
import type { Look, ReportDocument } from '#domain/reports/report-document';
import { REPORT_SECTIONS } from '#domain/services/service-config';
import { sampleLogo } from './sample-logo.ts';
import { clicksChart, END, figure, START } from './sample-parts.ts';
import { sampleSections } from './sample-sections.ts';

const house: Look = {
  white_label: false,
  name: 'IGNY8',
  primary: '#1d4ed8',
  secondary: '#0f766e',
  logo: null,
  contact_email: 'reports@igny8.example',
  contact_phone: null,
  website_url: 'https://igny8.example',
  footer_text: null,
};
/** An agency's look in that colour, with a logo of that size in pixels. */
export const agency = (primary: string, width = 420, height = 120): Look => ({
  white_label: true,
  name: 'Halden & Partner Digital',
  primary,
  secondary: '#334155',
  logo: sampleLogo(width, height),
  contact_email: 'hello@halden-partner.example',
  contact_phone: '+49 30 1234567',
  website_url: 'https://halden-partner.example/',
  footer_text: 'Halden & Partner Digital GmbH, Torstraße 101, 10119 Berlin',
});

const firstPage: FirstPage = {
  verdict: 'improving',
  reason:
    'Clicks rose by 25.1 %, the average position improved by 1.8, and seven more links are live than a month ago.',
  win: '“standing desk berlin” entered the top 3: from position 6.4 to 2.8, with 8,140 impressions.',
  priority:
    'Replace the link from gesund-sitzen.ch that was lost on 24 October. It is covered by the guarantee until 9 November.',
  needs: [
    {
      kind: 'approval',
      id: 91,
      text: 'Approve the November link order: 8 links, $2,960.00',
      href: '/app/approvals/order/91/',
      since: '2026-10-28' as Day,
    },
    {
      kind: 'brief',
      id: 44,
      text: 'Answer the brief on meeting rooms (6 questions)',
      href: '/app/orders/44/brief/',
      since: '2026-10-26' as Day,
    },
    {
      kind: 'connection',
      id: 3,
      text: 'Pinterest has been disconnected; posts to it wait',
      href: null,
      since: '2026-10-22' as Day,
    },
  ],
  goals: [
    { id: 1, metric: 'clicks', baseline: 4_000, target: 12_000, by: '2026-12-31' as Day, value: 9_310, pace: 'ahead' },
    { id: 2, metric: 'position', baseline: 22.8, target: 10, by: '2027-03-31' as Day, value: 14.2, pace: 'on_track' },
    { id: 3, metric: 'conversions', baseline: 12, target: 60, by: '2026-12-31' as Day, value: 42, pace: 'behind' },
  ],
  tiles: [
    figure('clicks', 9_873, 7_890, 4_210),
    figure('impressions', 312_450, 268_900, 142_000),
    figure('position', 14.2, 16, 22.8, { unit: 'position', better: 'down' }),
    figure('keywords_top_10', 56, 48, 19),
    figure('links_live', 41, 34, null),
    figure('conversions', 42, 33, 14),
    figure('articles', 15, 12, 6),
    figure('pages_error', 4, 2, null, { better: 'down' }),
  ],
};

const data: ReportData = {
  compared: {
    period: [START, END],
    before: ['2026-09-01' as Day, '2026-09-30' as Day],
    year_before: ['2025-10-01' as Day, '2025-10-31' as Day],
    paused: [],
  },
  first_page: firstPage,
  sections: sampleSections(),
  annotations: [
    { number: 1, date: '2026-10-09' as Day, text: 'Four new links went live' },
    { number: 2, date: '2026-10-10' as Day, text: 'The guide to standing desks was published' },
    { number: 3, date: '2026-10-22' as Day, text: 'The shop moved to a new address; redirects are in place' },
  ],
};

/** A Pro client's October with all sections. */
export const sampleDocument: ReportDocument = {
  id: 4_217,
  version: 2,
  type: 'monthly',
  period_start: START,
  period_end: END,
  made_at: '2026-11-03T08:12:00.000Z' as Instant,
  position: 1_284_903,
  client_name: 'Nordraum Office Furniture GmbH',
  site_name: 'Nordraum',
  site_domain: 'www.nordraum.example',
  language: 'en',
  theme: 'light',
  page_size: 'A4',
  time_zone: 'Europe/Berlin',
  look: house,
  origin: 'https://reports.example',
  comments: [
    {
      section: null,
      author: 'Mara Lindqvist',
      at: '2026-11-02T14:20:00.000Z' as Instant,
      text: 'A strong month. I would put the budget for November into guides rather than case studies; let us talk about it on Thursday.',
    },
    {
      section: 'backlink_campaign',
      author: 'Mara Lindqvist',
      at: '2026-11-02T14:26:00.000Z' as Instant,
      text: 'The lost link was on a page that the magazine took down. Two candidates for its replacement have been asked already.',
    },
  ],
  data,
  template: null,
};
const variant = (more: Partial<ReportDocument>): ReportDocument => ({ ...sampleDocument, ...more });
const withoutData = (reason: string): SectionData => ({
  flag: null,
  rule: null,
  claim: '',
  next: null,
  source: 'Google Search Console',
  data_to: null,
  empty_reason: reason,
  figures: [],
  charts: [],
  tables: [],
});

const WORD = 'Rechtsschutzversicherungsgesellschaftenvergleichsportal';
const LONG_NAME = `${'The Office and Home Furniture Trading Company of Northern Germany, '.repeat(3)}Ltd.`.slice(
  0,
  200,
);

export const darkDocument = variant({ theme: 'dark' });
export const whiteLabelDocument = variant({ look: agency('#0f766e') });
/** Colours and logos that are hard to set. */
export const hardLooks: Readonly<Record<string, ReportDocument>> = {
  yellow: variant({ look: agency('#fff59d', 1600, 90) }),
  black: variant({ look: agency('#000000', 90, 700) }),
  red: variant({ look: agency('#ff0000') }),
  white: variant({ look: agency('#ffffff', 300, 300) }),
  black_dark: variant({ look: agency('#000000'), theme: 'dark' }),
  yellow_dark: variant({ look: agency('#fff59d'), theme: 'dark' }),
};
/** A new client of whom nothing is known. */
export const emptyDocument = variant({
  version: 1,
  comments: [],
  data: {
    ...data,
    first_page: {
      verdict: null,
      reason: 'Search data have not arrived yet, so nothing can be compared.',
      win: null,
      priority: null,
      needs: [],
      goals: [],
      tiles: [figure('clicks', null, null, null), figure('links_live', 0, 0, null), figure('articles', 0, null, null)],
    },
    sections: Object.fromEntries(
      REPORT_SECTIONS.map((key) => [
        key,
        withoutData(
          'Google Search Console is not connected. As soon as it is, this section fills from the first day of data on.',
        ),
      ]),
    ),
    annotations: [],
  },
});
/** Names, words and tables as long as they may be; days paused; data that end early. */
export const longDocument = variant({
  page_size: 'Letter',
  site_name: LONG_NAME,
  site_domain: `${'a-very-long-subdomain-name.'.repeat(6)}example`,
  client_name: LONG_NAME,
  data: {
    ...data,
    compared: {
      period: [START, '2026-10-28' as Day],
      before: ['2026-09-01' as Day, '2026-09-28' as Day],
      year_before: ['2025-10-01' as Day, '2025-10-28' as Day],
      paused: ['2026-10-03' as Day, '2026-10-04' as Day],
    },
    first_page: { ...firstPage, win: `${firstPage.win} ${'It is the first keyword of its kind there. '.repeat(5)}` },
    sections: {
      ...sampleSections(60),
      conversions: {
        ...withoutData(''),
        empty_reason: null,
        claim: `${WORD} and <b>markup</b> & "quotes" stay as they are written.`,
        charts: [
          {
            ...clicksChart,
            key: 'conversions_by_channel',
            kind: 'bar',
            x_kind: 'name',
            x: [WORD, `${WORD} ${WORD}`, 'a'],
            series: [{ key: 'conversions', style: 'solid', values: [3, 2, 1] }],
            markers: [],
          },
        ],
        tables: [
          {
            key: 'conversion_goals',
            total: 2,
            columns: [
              { key: 'goal', kind: 'text' },
              { key: 'count', kind: 'count' },
            ],
            rows: [
              [WORD, 3],
              [`https://example.com/${'very-long-path/'.repeat(12)}`, 2],
            ],
          },
        ],
      },
    },
  },
});
/** In other directions and scripts; texts of people stay as they wrote them. */
export const arabicDocument = variant({
  language: 'ar',
  site_name: 'نوردراوم للأثاث المكتبي',
  client_name: 'شركة نوردراوم',
});
export const japaneseDocument = variant({
  language: 'ja',
  site_name: 'ノルドラウム・オフィス家具',
  client_name: '株式会社ノルドラウム 東京支店',
});
export const germanDocument = variant({
  language: 'de',
  site_name: 'Nordraum Büroeinrichtungsfachhandelsgesellschaft',
  client_name: 'Nordraum Büromöbel GmbH',
});

export const sampleVariants: Readonly<Record<string, ReportDocument>> = {
  light: sampleDocument,
  dark: darkDocument,
  white_label: whiteLabelDocument,
  ...hardLooks,
  empty: emptyDocument,
  long: longDocument,
  ar: arabicDocument,
  ja: japaneseDocument,
  de: germanDocument,
};
