import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { createInvoiceRenderer } from '#adapters/documents/invoice-document';
import { printable } from '#adapters/render/fonts';
import { linesOf } from '#adapters/render/lines';
import type { InvoiceDocument } from '#domain/billing/invoice-document';
import { readPdf } from '#test/support/pdf-reader';
import { brokenRules } from '#test/support/pdf-rules';

const line = (n: number) => ({
  description: `Managed Pro for site${n}.example, 2026-06-17 to 2026-06-30: 14 of 30 days`,
  detail: '399.00 × 14 ÷ 30, rounded once, half away from zero',
  amount: '186.20',
});
const invoice = (lines: number, more: Partial<InvoiceDocument> = {}): InvoiceDocument => ({
  kind: 'invoice',
  number: 'INV-2026-000123',
  refersTo: null,
  status: 'open',
  issuedOn: '2026-07-01',
  dueOn: '2026-07-15',
  periodStart: '2026-06-01',
  periodEnd: '2026-06-30',
  currency: 'USD',
  issuer: { name: 'Alorig', lines: ['Managed SEO'], bank: [], email: 'team@alorig.example' },
  recipient: { name: 'Łódź Привет Ελλάδα', lines: [], email: 'billing@client.example' },
  lines: Array.from({ length: lines }, (_, n) => line(n)),
  subtotal: '1033.33',
  taxRate: '19',
  tax: '196.33',
  credits: [],
  total: '1229.66',
  sums: [],
  amountDue: '1229.66',
  payments: [],
  reason: null,
  note: null,
  ...more,
});
const text = (pdf: Uint8Array) => Buffer.from(pdf).toString('latin1');
const pages = (pdf: Uint8Array) => text(pdf).match(/\/Type \/Page\b(?!s)/g)?.length ?? 0;
/** How often pages show text at all: real text, not pictures of it. */
function shown(pdf: Uint8Array): number {
  const all = Buffer.from(pdf);
  let count = 0;
  for (const match of text(pdf).matchAll(/\/FlateDecode\s*>>\s*stream\r?\n/g)) {
    const from = (match.index ?? 0) + match[0].length;
    try {
      count +=
        inflateSync(all.subarray(from))
          .toString('latin1')
          .match(/\bTJ\b|\bTj\b/g)?.length ?? 0;
    } catch {
      // A stream of another kind.
    }
  }
  return count;
}

describe('the PDF of an invoice', () => {
  const renderer = createInvoiceRenderer();

  it('is one tagged page of real text, with its title and language', async () => {
    const pdf = await renderer.pdf(invoice(2));
    expect(pages(pdf)).toBe(1);
    expect(text(pdf).slice(0, 8)).toBe('%PDF-1.7');
    expect(text(pdf)).toContain('/MarkInfo');
    expect(text(pdf)).toContain('/Lang (en)');
    expect(text(pdf)).toContain('/StructTreeRoot');
    // Line by line.
    expect(shown(pdf)).toBeGreaterThan(30);
    for (const tag of ['H1', 'TR', 'TH', 'TD', 'P']) expect(text(pdf)).toContain(`/S /${tag}`);
  });

  it.each([
    ['an invoice', {}],
    ['one with bank details and payments', { payments: [{ on: '2026-07-03', description: 'Card', amount: '9.00' }] }],
  ])('keeps the rules of PDF/UA as %s', async (_, more) => {
    expect(brokenRules(readPdf(await renderer.pdf(invoice(40, more))))).toEqual([]);
  });

  it('has the same bytes for the same invoice', async () => {
    const [a, b] = [await renderer.pdf(invoice(3)), await renderer.pdf(invoice(3))];
    expect(Buffer.compare(a, b)).toBe(0);
    expect(Buffer.compare(a, await renderer.pdf(invoice(3, { total: '1.00' })))).not.toBe(0);
  });

  it('goes over several pages when there are many lines', async () => {
    expect(pages(await renderer.pdf(invoice(60)))).toBeGreaterThan(2);
  });

  it.each([
    ['a void one', { status: 'void' as const }],
    [
      'a credit note',
      { kind: 'credit_note' as const, status: 'issued' as const, dueOn: null, reason: 'late', refersTo: 'INV-1' },
    ],
    [
      'hostile text',
      {
        recipient: { name: `${'W'.repeat(500)}\u202e😀\u0000漢字<b>`, lines: ['مرحبا'], email: null },
        note: '</text><script>',
      },
    ],
    ['no lines', { lines: [], note: 'x'.repeat(5000) }],
  ])('prints %s', async (_, more) => {
    expect(pages(await renderer.pdf(invoice(1, more)))).toBeGreaterThan(0);
  });
});

describe('text for paper', () => {
  it('is kept whole, without what cannot be seen', () => {
    expect(printable('Łódź Привет Ελλάδα ệ')).toBe('Łódź Привет Ελλάδα ệ');
    expect(printable('漢a\u202eb\u0000\nc')).toBe('漢ab c');
    expect(printable('x'.repeat(700))).toHaveLength(700);
  });
  it('is drawn in its order, with brackets that face the right way, and is read as it was written', () => {
    const [line] = linesOf('שלום (עולם) Alorig', 500, { size: 10, weight: 400 });
    expect(line?.rightToLeft).toBe(true);
    // The Latin word is last to be read, and stands on the left.
    expect(line?.runs[0]?.text).toBe('Alorig');
    expect(line?.runs.some(({ mirrored }) => mirrored.size > 0)).toBe(true);
  });
  it.each([
    ['Arabic', 'شركة النخيل للتجارة والتسويق الرقمي'],
    ['Japanese', '株式会社東京デジタルマーケティング・ホールディングス「第一営業部」御中'],
    ['Hindi', 'श्री गणेश डिजिटल विपणन प्राइवेट लिमिटेड'],
    ['Thai', 'บริษัทการตลาดดิจิทัลกรุงเทพมหานครจำกัดมหาชน'],
    ['emoji', 'Rocket 🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀 👩‍👩‍👧 & Söhne'],
    ['one long word', `${'漢'.repeat(90)}${'W'.repeat(90)}`],
  ])('wraps and is never cut: %s', (_, text) => {
    const lines = linesOf(text, 90, { size: 9.5, weight: 400 });
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.map((line) => line.text).join('')).toBe(text);
    for (const line of lines) expect(line.width).toBeLessThanOrEqual(90);
  });
});
