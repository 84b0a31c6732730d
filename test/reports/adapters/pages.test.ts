import { describe, expect, it } from 'vitest';
import { type SetDocument, setDocument } from '#adapters/render/document';
import { reportPages } from '#adapters/reports/report-pages';
import { labelsOf } from '#domain/reports/language/index';
import { arabicDocument, longDocument, sampleDocument } from '../sample-document.ts';

const textsOf = ({ pages }: SetDocument) =>
  pages.flatMap(({ drawn }, page) =>
    drawn.flatMap(({ item }) => {
      if (item.kind !== 'text') return [];
      const spaced = item.spacing * item.text.length;
      const wide = item.runs.reduce((sum, run) => Math.max(sum, run.x + run.width), 0) + spaced;
      return [{ page, text: item.text, left: item.at[0], right: item.at[0] + wide, y: item.at[1], size: item.size }];
    }),
  );

/** Laid out once for all that is asked of it. */
let laid: Promise<SetDocument> | null = null;
const sample = (): Promise<SetDocument> => (laid ??= setDocument(reportPages(sampleDocument)));

describe('the report on pages', () => {
  it('has all sections in its outline, in order, on 8 to 12 pages', async () => {
    const set = await sample();
    expect(set.pages.length).toBeGreaterThanOrEqual(8);
    expect(set.pages.length).toBeLessThanOrEqual(12);
    const marks = set.pages.flatMap(({ bookmarks }) => bookmarks.map(({ title }) => title));
    expect(marks).toEqual([
      'Monthly SEO report',
      'Work done',
      'Content',
      'Indexing',
      'Keyword rankings',
      'Organic traffic',
      'Conversions',
      'Backlink campaign',
      'Social media',
      'Site health',
      'What comes next',
      'What happened when',
      'Where these numbers come from',
    ]);
    const first = textsOf(set).filter(({ page }) => page === 0);
    for (const word of ['Improving', '9,873', '312,450', '42'])
      expect(
        first.some(({ text }) => text.includes(word)),
        word,
      ).toBe(true);
  });

  it('keeps every text within the page, in whatever language and however long', async () => {
    for (const document of [sampleDocument, longDocument, arabicDocument]) {
      const set =
        document === sampleDocument ? await sample() : await setDocument(reportPages(document, labelsOf('en')));
      for (const { page, text, left, right, y } of textsOf(set)) {
        const where = `“${text}” on page ${page + 1} of ${document.language}`;
        expect(left, where).toBeGreaterThanOrEqual(20);
        expect(right, where).toBeLessThanOrEqual(set.width - 20);
        expect(y, where).toBeGreaterThan(0);
        expect(y, where).toBeLessThan(set.height);
      }
    }
  });

  it('counts its pages in the contents as they are', async () => {
    const set = await sample();
    const at = set.pages.findIndex(({ anchors }) => anchors.some(({ name }) => name === 's-log'));
    const texts = textsOf(set);
    const line = texts.find(({ page, text }) => page < 3 && text.startsWith('Where'));
    const beside = texts.filter(({ page, y }) => page === line?.page && Math.abs(y - (line?.y ?? 0)) < 3);
    expect(beside.map(({ text }) => text).join(' ')).toContain(String(at + 1));
  });
});
