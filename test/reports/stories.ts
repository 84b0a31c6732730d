import { days, search, type Told, told } from './numbers.ts';

const link = (id: number, more: object = {}) => ({ backlink_id: id, order_id: 1, account_id: 1, ...more });
export const placed = (id: number, on: string, dr = 50): Told[] => [
  told(
    'BacklinkPlaced',
    on,
    link(id, {
      vendor: 'fatgrid',
      vendor_reference: null,
      source_url: `https://blog${id}.example/post`,
      source_domain: `blog${id}.example`,
      target_url: 'https://site11.example/',
      anchor_text: `anchor ${id}`,
      cost_cents: 9_000,
      replaces_id: null,
      tier: 'standard_guest_post',
      dr_floor: 30,
      campaign_id: null,
    }),
  ),
  told('BacklinkQualityChecked', on, link(id, { source_dr: dr, source_traffic: 900, quality_score: 70, warnings: [] })),
];
export const live = (id: number, on: string): Told =>
  told('BacklinkWentLive', on, link(id, { guaranteed_until: '2027-02-09T00:00:00.000Z' }));
export const lost = (id: number, on: string, owed = true): Told =>
  told(
    'BacklinkLost',
    on,
    link(id, {
      because: 'missing',
      reason: null,
      replacement_owed: owed,
      guaranteed_until: '2027-02-09T00:00:00.000Z',
    }),
  );
export const article = (id: number, on: string): Told =>
  told('ArticlePublished', on, {
    content_id: id,
    type: 'post',
    title: `Article ${id}`,
    url: `https://site11.example/a${id}`,
    words: 1200,
    images: 2,
    published_at: `${on}T09:00:00.000Z`,
  });
export const conversion = (date: string, count: number, channel = 'organic'): Told =>
  told('ConversionsRecorded', date, { date, goal: 'contact form', count, channel, value: '50.00' });

const month = (from: string, to: string, clicks: (index: number) => number, position = 8): Told[] =>
  days(from, to).map((date, index) => search(date, clicks(index), 2_000, position));

/** Six months as clients have them, each reported for November 2026. */
export const STORIES: Readonly<Record<string, readonly Told[]>> = {
  'links, then growth': [
    ...month('2025-11-01', '2025-11-30', () => 70),
    ...month('2026-10-01', '2026-10-31', () => 80),
    ...[1, 2, 3, 4].flatMap((id) => placed(id, '2026-11-05', 40 + id)),
    ...[1, 2, 3, 4].map((id) => live(id, '2026-11-09')),
    ...month('2026-11-01', '2026-11-30', (index) => (index < 9 ? 82 : 104), 7.4),
    ...[1, 2, 3].map((id) => article(id, `2026-11-1${id}`)),
    conversion('2026-10-10', 20),
    conversion('2026-11-10', 31),
  ],
  'a fall with an approval open': [
    ...month('2025-11-01', '2025-11-30', () => 60),
    ...month('2026-10-01', '2026-10-31', () => 100),
    ...month('2026-11-01', '2026-11-30', () => 81, 9.1),
    told('ArticleAwaitingReview', '2026-11-12', { content_id: 7, title: 'Dental implants' }),
  ],
  quiet: [
    ...month('2026-10-01', '2026-10-31', () => 50),
    ...month('2026-11-01', '2026-11-28', () => 52),
    article(1, '2026-11-20'),
  ],
  'the first month': [...month('2026-11-08', '2026-11-30', () => 3)],
  'no search data': [article(1, '2026-11-20'), article(2, '2026-11-21')],
  'nothing at all': [],
};
