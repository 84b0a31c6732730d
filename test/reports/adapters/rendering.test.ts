import { createHash } from 'node:crypto';
import { afterAll, describe, expect, it } from 'vitest';
import { setDocument } from '#adapters/render/document';
import { toPdf } from '#adapters/render/pdf';
import { createRendering } from '#adapters/reports/rendering';
import { reportPages } from '#adapters/reports/report-pages';
import { labelsOf } from '#domain/reports/language/index';
import { readPdf } from '#test/support/pdf-reader';
import { brokenRules, readOut } from '#test/support/pdf-rules';
import { arabicDocument, longDocument, sampleDocument } from '../sample-document.ts';

/** A thread reads its modules and fonts before its first document. */
const COLD_MS = 180_000;
const rendering = createRendering(1);
afterAll(() => rendering.close());
const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const links = { pdf: 'https://reports.example/r/1.pdf', page: 'https://reports.example/r/1', unsubscribe: null };
/** Width and height of a PNG, in pixels. */
const sizeOf = (png: Uint8Array) => [Buffer.from(png).readUInt32BE(16), Buffer.from(png).readUInt32BE(20)];

describe('a report, drawn in a thread of its own', () => {
  it(
    'has the same bytes as one that is drawn elsewhere, keeps the rules of PDF/UA, and says all of itself in order',
    async () => {
      const { bytes, pages } = await rendering.reports.pdf(sampleDocument);
      expect(hash(bytes)).toBe(hash(await toPdf(await setDocument(reportPages(sampleDocument)))));
      const pdf = readPdf(bytes);
      expect(pdf.pages).toHaveLength(pages);
      expect(brokenRules(pdf)).toEqual([]);
      const told = readOut(pdf.structure());
      expect(told.filter((line) => line.startsWith('H1'))).toHaveLength(1);
      expect(told.filter((line) => line.startsWith('H2')).length).toBeGreaterThan(3);
      expect(told.findIndex((line) => line.startsWith('H1'))).toBeLessThan(
        told.findIndex((line) => line.startsWith('H2')),
      );
    },
    COLD_MS,
  );
  it.each([
    ['a long one', longDocument],
    ['a dark one on Letter', { ...sampleDocument, theme: 'dark' as const, page_size: 'Letter' as const }],
  ])('keeps the rules as %s, with nothing in the margins', async (_, document) => {
    const { bytes } = await rendering.reports.pdf(document);
    const pdf = readPdf(bytes);
    expect(brokenRules(pdf)).toEqual([]);
    const outside = pdf.pieces.filter(
      ({ text, mark, at: [x, y] }) => typeof mark === 'number' && text.trim() !== '' && (x < 15 || x > 600 || y < 20),
    );
    expect(outside).toEqual([]);
  });
  it('keeps the rules from right to left', async () => {
    const set = await setDocument(reportPages(arabicDocument, labelsOf('en')));
    expect(brokenRules(readPdf(await toPdf(set)))).toEqual([]);
  });
  it('is shown as pictures of its pages, for browsers and for mails', async () => {
    const png = await rendering.reports.png(sampleDocument, 2, 600);
    expect(sizeOf(png)).toEqual([600, 849]);
    expect(hash(png)).toBe(hash(await rendering.reports.png(sampleDocument, 2, 600)));
    await expect(rendering.reports.png(sampleDocument, 99, 600)).rejects.toThrow('there is no page 99');
    expect(await rendering.reports.html(sampleDocument, links)).toContain('<html lang="en"');
    expect((await rendering.reports.mail(sampleDocument, links)).figures.length).toBeGreaterThan(1000);
  });
});
