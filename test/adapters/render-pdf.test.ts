import { Resvg } from '@resvg/resvg-js';
import { beforeAll, describe, expect, it } from 'vitest';
import { box } from '#adapters/render/box';
import { setDocument } from '#adapters/render/document';
import { toPdf } from '#adapters/render/pdf';
import { toPng } from '#adapters/render/png';
import { isDict, type Pdf, readPdf, type Structure } from '#test/support/pdf-reader';
import { brokenRules, readOut } from '#test/support/pdf-rules';
import { head, heading, pagesOf, paragraph, row, SENTENCE, sample } from '#test/support/render-sample';

const drawn = async (pages: Parameters<typeof setDocument>[0]) => readPdf(await toPdf(await setDocument(pages)));
const found = (structure: Structure, tag: string): Structure[] => [
  ...(structure.tag === tag ? [structure] : []),
  ...structure.kids.flatMap((kid) => found(kid, tag)),
];

describe('a document on pages', () => {
  let pdf: Pdf;
  let structure: Structure;
  let bytes: Uint8Array;
  beforeAll(async () => {
    bytes = await toPdf(await setDocument(sample()));
    pdf = readPdf(bytes);
    structure = pdf.structure();
  });

  it('keeps the rules of PDF/UA that a program can see', () => expect(brokenRules(pdf)).toEqual([]));

  it('is read in order: headings, lists, figures in words, a table whole over its pages', () => {
    const told = readOut(structure);
    const places = [
      'H1 SEO report',
      'H2 Traffic',
      `P ${SENTENCE.trim()}`,
      'LBody First action',
      'LBody Second & <more>',
      'H3 Queries',
      'TD buy bread online 59',
      'H2 Text',
      'Link See our site',
    ];
    const at = places.map((place) => told.indexOf(place));
    expect(at).not.toContain(-1);
    expect([...at].sort((a, b) => a - b)).toEqual(at);
    const [table, ...others] = found(structure, 'Table');
    expect(others).toEqual([]);
    expect(table?.kids.map(({ tag, kids }) => `${tag} ${kids.length}`)).toEqual(['THead 1', 'TBody 60']);
    expect(found(structure, 'Figure').map(({ dict }) => dict.dict.get('Alt'))).toEqual([
      'Logo of Bakery',
      'Clicks rose from 100 to 345.',
    ]);
  });

  it('has every word of a paragraph that goes over pages, apart from each other', () => {
    const long = found(structure, 'P').find(({ text }) => text.length > 1000);
    expect(long?.text).toBe(SENTENCE.repeat(70).trim());
  });

  it('repeats the head of a table, the head and the foot of the page as what they are', () => {
    const heads = pdf.pieces.filter(({ text }) => text === 'Query');
    expect(heads.length).toBeGreaterThan(1);
    expect(heads.filter(({ mark }) => mark === 'Artifact /Pagination')).toHaveLength(heads.length - 1);
    const feet = pdf.pieces.filter(({ text, at: [, y] }) => y < 46 && text.trim() !== '');
    expect(new Set(feet.map(({ mark }) => mark))).toEqual(new Set(['Artifact /Pagination']));
    expect(pdf.pieces.some(({ page, mark }) => page === 0 && mark === 'Artifact /Pagination')).toBe(false);
  });

  it('has a contents page whose numbers are where the headings are, and whose lines lead there', () => {
    const names = pdf.list(pdf.at(pdf.catalog, 'Names', 'Dests', 'Names'));
    const pageOf = (name: string): number => {
      const [page] = pdf.list(names[names.indexOf(name) + 1]);
      return pdf.pageNumber(page) + 1;
    };
    for (const title of ['Traffic', 'Queries', 'Text']) {
      const shown = pdf.pieces.findIndex(({ text, page }) => text === title && page === 1);
      expect(Number(pdf.pieces.slice(shown).find(({ text }) => /^\d+$/.test(text))?.text)).toBe(pageOf(title));
      const drawnOn = pdf.pieces.filter(({ text }) => text === title).map(({ page }) => page + 1);
      expect(drawnOn).toContain(pageOf(title));
    }
    const goals = pdf.pages.flatMap((page) =>
      pdf.list(pdf.raw(page, 'Annots')).map((each) => pdf.at(each, 'A', 'D') ?? pdf.at(each, 'A', 'URI')),
    );
    expect(goals).toEqual(['Traffic', 'Queries', 'Text', 'https://bakery.example/']);
  });

  it('has an outline, in levels', () => {
    const below = (item: unknown): string[] => {
      const titles: string[] = [];
      for (let each = item as ReturnType<Pdf['get']>; isDict(each); each = pdf.at(each, 'Next'))
        titles.push(String(pdf.at(each, 'Title')), ...below(pdf.at(each, 'First')).map((title) => `- ${title}`));
      return titles;
    };
    expect(below(pdf.at(pdf.catalog, 'Outlines', 'First'))).toEqual(['Traffic', '- Queries', 'Text']);
  });

  it('has the same bytes for the same document', async () => {
    expect(Buffer.compare(bytes, await toPdf(await setDocument(sample())))).toBe(0);
    expect(Buffer.compare(bytes, await toPdf(await setDocument(sample({ ground: '#101418' }))))).not.toBe(0);
  });

  it('is set on Letter, and from right to left', async () => {
    const other = await drawn(
      sample({
        size: 'Letter',
        direction: 'rtl',
        info: { title: 'تقرير', author: 'Alorig', subject: '', lang: 'ar', made: new Date(0) },
      }),
    );
    expect(other.list(other.at(other.pages[0] ?? null, 'MediaBox'))).toEqual([0, 0, 612, 792]);
    expect(brokenRules(other)).toEqual([]);
    const query = (all: Pdf) => all.pieces.find(({ text }) => text === 'Query')?.at[0] ?? 0;
    const clicks = (all: Pdf) => all.pieces.find(({ text }) => text === 'Clicks')?.at[0] ?? 0;
    expect(query(pdf)).toBeLessThan(clicks(pdf));
    expect(query(other)).toBeGreaterThan(clicks(other));
  });
});

describe('what does not fit', () => {
  it('is cut between lines where it is a row, under the head of its table', async () => {
    const table = head();
    const pdf = await drawn(
      pagesOf([
        heading('T', 1),
        { box: table },
        ...[1, 2].map((n) => ({ box: row(SENTENCE.repeat(60).trim(), n), header: table })),
      ]),
    );
    expect(brokenRules(pdf)).toEqual([]);
    expect(found(pdf.structure(), 'TD').map(({ text }) => text)).toEqual([
      SENTENCE.repeat(60).trim(),
      '1',
      SENTENCE.repeat(60).trim(),
      '2',
    ]);
    const lowest = Math.min(...pdf.pieces.filter(({ mark }) => typeof mark === 'number').map(({ at: [, y] }) => y));
    expect(lowest).toBeGreaterThan(46);
  });
  it('is made smaller where it is a picture, and refused in words where nobody could read it', async () => {
    const chart = (height: number) => ({
      box: box({ width: 480, height }, undefined, {
        'data-chart': '<svg viewBox="0 0 10 10"><rect width="10" height="10" fill="#ff0000"/></svg>',
        'data-alt': 'Red.',
      }),
    });
    expect((await drawn(pagesOf([chart(1000)]))).pages).toHaveLength(1);
    await expect(setDocument(pagesOf([chart(5000)]))).rejects.toThrow(
      'a block of 5000 points does not fit on a page of 745',
    );
  });
  it('refuses what a picture cannot hold, and an anchor that nothing has', async () => {
    const chart = box({ width: 10, height: 10 }, undefined, {
      'data-chart': '<svg viewBox="0 0 1 1"><foreignObject/></svg>',
      'data-alt': 'x',
    });
    await expect(setDocument(pagesOf([{ box: chart }]))).rejects.toThrow('a picture cannot hold <foreignObject>');
    const lost = {
      box: paragraph('1'),
      numbered: (pageOf: (anchor: string) => number) => paragraph(String(pageOf('nowhere'))),
    };
    await expect(setDocument(pagesOf([lost]))).rejects.toThrow('no block has the anchor nowhere');
  });
});

describe('text in any script', () => {
  const TEXTS = {
    Arabic: 'شركة النخيل للتجارة والتسويق الرقمي (2026)',
    Hebrew: 'שלום (עולם) Alorig 12,345',
    Japanese: '株式会社東京デジタルマーケティング「第一営業部」',
    Hindi: 'श्री गणेश डिजिटल विपणन',
    Thai: 'บริษัทการตลาดดิจิทัล',
    emoji: 'Rocket 🚀 and 👩‍👩‍👧 & Söhne',
    none: 'Unassigned 𐏿 and 𓀀 here',
  };
  it('is read as it was written, and every sign of it is drawn', async () => {
    const texts = Object.values(TEXTS);
    const pdf = await drawn(pagesOf([heading('Any', 1), ...texts.map((text) => ({ box: paragraph(text) }))]));
    expect(brokenRules(pdf)).toEqual([]);
    expect(found(pdf.structure(), 'P').map(({ text }) => text.replaceAll(/\s+/g, ' ').trim())).toEqual(texts);
  });
});

/** The pixels of a PNG, as red, green, blue and opacity. */
function pixelsOf(png: Uint8Array, size: number): Uint8Array {
  const href = `data:image/png;base64,${Buffer.from(png).toString('base64')}`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}"><image href="${href}" width="${size}" height="${size}" preserveAspectRatio="xMinYMin slice"/></svg>`;
  return new Uint8Array(new Resvg(svg).render().pixels);
}
describe('the picture of a page', () => {
  it('shows the same as the page: grounds, charts where they are, words in any script', async () => {
    const chart = '<svg viewBox="0 0 10 10"><rect width="10" height="10" fill="#ff0000"/></svg>';
    const set = await setDocument(
      pagesOf(
        [
          { box: box({ width: 481, height: 100 }, undefined, { 'data-chart': chart, 'data-alt': 'Red.' }) },
          { box: box({ width: 481, fontSize: 40, color: '#0000ff' }, 'Ab 東京 متجر', { 'data-tag': 'P' }) },
        ],
        { ground: '#101418', header: () => null, footer: () => null },
      ),
    );
    const pixels = pixelsOf(toPng(set, 1, 595), 595);
    const at = (x: number, y: number) => [...pixels.subarray(4 * (595 * y + x), 4 * (595 * y + x) + 3)];
    expect(at(5, 5)).toEqual([16, 20, 24]);
    expect(at(297, 100)).toEqual([255, 0, 0]);
    expect(at(200, 100)).toEqual([16, 20, 24]);
    const inks = [0, 0, 0];
    for (let y = 152; y < 215; y++)
      for (let x = 57; x < 357; x++) if ((at(x, y)[2] ?? 0) > 200) inks[Math.floor((x - 57) / 100)] = 1;
    expect(inks).toEqual([1, 1, 1]);
  });
});
