import { type Box, box } from '#adapters/render/box';
import type { Block, Pages } from '#adapters/render/pages';

/** A document with everything that pages can hold, for the tests of them. */
const WIDTH = 480;
export const LOGO = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
export const CHART = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 170"><defs><linearGradient id="g" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#1f4f8f" stop-opacity="0.35"/><stop offset="1" stop-color="#1f4f8f" stop-opacity="0"/></linearGradient></defs><line x1="30" y1="150" x2="470" y2="150" stroke="#dfe4ea"/><path d="M30,150 L30,100 L250,90 L470,30 L470,150 Z" fill="url(#g)"/><polyline points="30,100 250,90 470,30" fill="none" stroke="#1f4f8f" stroke-width="2"/><circle cx="470" cy="30" r="3" fill="#1f4f8f"/><text x="470" y="22" text-anchor="end" font-size="9" font-weight="700" fill="#1c2430">12,345</text><text x="250" y="164" text-anchor="middle" font-size="8" fill="#5d6878">أكتوبر 15</text></svg>`;
export const SENTENCE = 'Eleven of the guides that were published in August now stand on the first page of results. ';

export const paragraph = (text: string): Box =>
  box({ width: WIDTH, lineHeight: 1.5, wordBreak: 'break-word' }, text, { 'data-tag': 'P' });
export const heading = (title: string, level: 1 | 2 | 3): Block => ({
  box: box({ fontSize: 15, fontWeight: 700, paddingTop: 18, paddingBottom: 6 }, title, {
    'data-tag': `H${level}` as const,
  }),
  keepNext: 2,
  bookmark: { title, level: Math.max(1, level - 1) },
  anchor: title,
});
const line = (first: Box, second: Box): Box =>
  box({ width: WIDTH, paddingTop: 4, paddingBottom: 4, borderBottom: '1px solid #dfe4ea' }, [first, second], {
    'data-tag': 'TR',
  });
const right = { width: 180, justifyContent: 'flex-end', fontVariantNumeric: 'tabular-nums' };
export const head = (): Box =>
  line(box({ width: 300 }, 'Query', { 'data-tag': 'TH' }), box(right, 'Clicks', { 'data-tag': 'TH' }));
export const row = (name: string, clicks: number): Box =>
  line(
    box({ width: 300, wordBreak: 'break-word' }, name, { 'data-tag': 'TD' }),
    box(right, String(clicks), { 'data-tag': 'TD', 'data-num': true }),
  );
const contents =
  (titles: readonly string[]) =>
  (pageOf: (anchor: string) => number): Box =>
    box(
      { flexDirection: 'column', width: WIDTH },
      titles.map((title) =>
        box({ width: WIDTH, justifyContent: 'space-between' }, [
          box({}, title, { 'data-tag': 'P', 'data-href': `#${title}` }),
          box({ fontVariantNumeric: 'tabular-nums' }, String(pageOf(title)), { 'data-tag': 'P', 'data-num': true }),
        ]),
      ),
    );

export const pagesOf = (blocks: readonly Block[], more: Partial<Pages> = {}): Pages => ({
  blocks,
  header: () => box({ height: 50, alignItems: 'center', paddingLeft: 57, fontSize: 8 }, 'Bakery'),
  footer: (n, of) => box({ height: 46, alignItems: 'center', paddingLeft: 57, fontSize: 8 }, `${n} / ${of}`),
  info: { title: 'Report', author: 'Alorig', subject: 'October', lang: 'en', made: new Date('2026-11-01T00:00:00Z') },
  size: 'A4',
  margin: { top: 50, bottom: 46, sides: 57 },
  direction: 'ltr',
  ground: '#ffffff',
  style: { fontSize: 9.5, color: '#1c2430' },
  ...more,
});

export function sample(more: Partial<Pages> = {}): Pages {
  const table = head();
  const toc = contents(['Traffic', 'Queries', 'Text']);
  const cover = box(
    { flexDirection: 'column', width: 595, height: 841, background: '#1f4f8f', color: '#ffffff', padding: 57 },
    [
      box({ fontSize: 30, fontWeight: 700 }, 'SEO report', { 'data-tag': 'H1' }),
      box({ width: 60, height: 40 }, undefined, {
        'data-image': { type: 'image/png', base64: LOGO },
        'data-alt': 'Logo of Bakery',
      }),
    ],
  );
  const point = (text: string): Box =>
    box({}, [box({ width: 12 }, '•', { 'data-tag': 'Artifact' }), box({}, text)], { 'data-tag': 'LI' });
  return pagesOf(
    [
      { box: cover, bleed: true },
      { box: toc(() => 88), numbered: toc },
      heading('Traffic', 2),
      { box: paragraph(SENTENCE) },
      {
        box: box({ width: WIDTH, height: 170 }, undefined, {
          'data-chart': CHART,
          'data-alt': 'Clicks rose from 100 to 345.',
        }),
      },
      { box: box({ flexDirection: 'column', width: WIDTH }, [point('First action'), point('Second & <more>')]) },
      heading('Queries', 3),
      { box: table },
      ...Array.from({ length: 60 }, (_, n) => ({ box: row(`buy bread online ${n}`, 1000 + n * 37), header: table })),
      heading('Text', 2),
      { box: paragraph(SENTENCE.repeat(70)), flows: true },
      { box: box({ width: WIDTH }, 'See our site', { 'data-tag': 'P', 'data-href': 'https://bakery.example/' }) },
    ],
    more,
  );
}
