import type { Day, Instant } from '#domain/kernel/time';
import type { ReportData, SectionData, Table } from '#domain/reports/report-data';
import type { Language, Look, ReportDocument } from '#domain/reports/report-document';

/** Languages with pictures of their own: one with long words, one from right to left, one without spaces. */
export const LANGUAGES_SHOWN: readonly Language[] = ['en', 'de', 'ar', 'ja'];

const HOUSE: Look = {
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
const agency = (primary: string): Look => ({
  white_label: true,
  name: 'Halden & Partner',
  primary,
  secondary: '#475569',
  logo: null,
  contact_email: 'hello@halden-partner.example',
  contact_phone: '+49 30 1234567',
  website_url: 'https://halden-partner.example/',
  footer_text: 'Halden & Partner, reports for our clients',
});

export const documentOf = (data: ReportData, more: Partial<ReportDocument>): ReportDocument => ({
  id: 12,
  version: 2,
  type: 'monthly',
  period_start: '2026-06-01' as Day,
  period_end: '2026-06-30' as Day,
  made_at: '2026-07-01T06:00:00.000Z' as Instant,
  position: 4_100,
  client_name: 'Acorn Dental',
  site_name: 'Acorn Dental',
  site_domain: 'acorn.example',
  language: 'en',
  theme: 'light',
  page_size: 'A4',
  time_zone: 'UTC',
  look: HOUSE,
  origin: null,
  comments: [
    {
      section: null,
      author: 'Maya',
      at: '2026-07-01T08:20:00.000Z' as Instant,
      text: 'A good month. The guides on implants and braces are what people come for; July brings the ones on crowns.',
    },
  ],
  data,
  template: null,
  ...more,
});

const LONG_NAME =
  `${'The Acorn Family Dental Practice and Implant Centre of Leeds, Bradford and Harrogate, '.repeat(3)}`.slice(0, 200);

/** The same report in looks that are hard to set. */
export const VARIANTS = (data: ReportData): Readonly<Record<string, ReportDocument>> => ({
  light: documentOf(data, {}),
  dark: documentOf(data, { theme: 'dark' }),
  'pale-yellow': documentOf(data, { look: agency('#fff59d') }),
  black: documentOf(data, { look: agency('#000000') }),
  red: documentOf(data, { look: agency('#ff0000') }),
  'long-name': documentOf(data, { site_name: LONG_NAME, client_name: LONG_NAME }),
});

const emptySection = (section: SectionData): SectionData => ({
  ...section,
  flag: null,
  rule: null,
  claim: '',
  next: null,
  data_to: null,
  empty_reason: 'Nothing was reported for this period yet. As soon as it is, this section fills.',
  figures: [],
  charts: [],
  tables: [],
});
/** A client of whom nothing is known yet. */
export const emptied = (data: ReportData): ReportData => ({
  ...data,
  first_page: {
    ...data.first_page,
    verdict: null,
    reason: 'There is not enough data yet.',
    win: null,
    priority: null,
    needs: [],
    goals: [],
    tiles: [],
  },
  sections: Object.fromEntries(Object.entries(data.sections).map(([key, section]) => [key, emptySection(section)])),
  annotations: [],
});

/** So many keywords that rose. */
export function withKeywords(data: ReportData, count: number): ReportData {
  const { keyword_rankings: rankings } = data.sections;
  if (!rankings) return data;
  const more = (table: Table): Table => {
    const rows = Array.from({ length: count }, (_, n) => table.rows[n % table.rows.length] ?? []);
    return table.key === 'keyword_winners' ? { ...table, rows, total: count } : table;
  };
  return {
    ...data,
    sections: { ...data.sections, keyword_rankings: { ...rankings, tables: rankings.tables.map(more) } },
  };
}
