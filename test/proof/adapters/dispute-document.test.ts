import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { createDisputeRenderer } from '#adapters/documents/dispute-document';
import { address, told, valued, verdictOn } from '#adapters/documents/dispute-words';
import type { DisputeDocument, DisputedLine } from '#domain/proof/dispute-document';
import { readPdf } from '#test/support/pdf-reader';
import { brokenRules } from '#test/support/pdf-rules';

const line = (n: number): DisputedLine => ({
  lineId: n + 1,
  rule: 'subscription.prorated_days',
  amount: '186.20',
  recomputed: '186.20',
  why: null,
  description: `Managed Pro for site${n}.example, 2026-06-17 to 2026-06-30: 14 of 30 days`,
  steps: [
    { text: 'billable days from 2026-06-17 to 2026-06-30', value: '14 of 30' },
    { text: '399.00 × 14 ÷ 30, rounded once, half away from zero', value: '186.20' },
  ],
  causes: [{ on: '2026-06-17T09:12:30.000Z', summary: 'The subscription became active.', actor: 'admin 3' }],
});
const moment = (n: number) => ({
  at: `2026-06-${String(1 + (n % 30)).padStart(2, '0')}T08:00:00.000Z`,
  actor: 'client',
  summary: `Moment number ${n} of the story.`,
});
const link = (sourceUrl: string) => ({
  sourceUrl,
  targetUrl: 'https://bakery.example/sourdough/',
  status: 'live',
  liveAt: '2026-06-18T10:00:00.000Z',
  lastCheck: '2026-07-18T10:05:00.000Z',
});
const dispute = (lines: number, moments: number, more: Partial<DisputeDocument> = {}): DisputeDocument => ({
  dispute: {
    id: 7,
    status: 'open',
    openedBy: 'card_network',
    openedOn: '2026-08-03',
    dueBy: '2026-08-17',
    reason: 'product not received',
    amount: '186.20',
  },
  account: 'Account 12',
  currency: 'USD',
  recomputedTotal: '1229.66',
  issuer: { bank: [], name: 'Alorig', lines: ['Managed SEO'], email: 'team@alorig.example' },
  invoice: {
    number: 'INV-2026-000123',
    issuedOn: '2026-07-01',
    dueOn: '2026-07-15',
    status: 'paid',
    periodStart: '2026-06-01',
    periodEnd: '2026-06-30',
    subtotal: '1041.73',
    taxRate: '19',
    tax: '197.93',
    accountCredit: '-10.00',
    total: '1229.66',
    sums: [{ name: 'Paid', amount: '-1229.66' }],
    amountDue: '0.00',
  },
  lines: Array.from({ length: lines }, (_, n) => line(n)),
  timeline: Array.from({ length: moments }, (_, n) => moment(n)),
  deliverables: {
    links: [link('https://blog.example/bread/')],
    articles: [{ title: 'Sourdough for beginners', url: null, publishedOn: '2026-06-20' }],
    reports: [{ title: 'June 2026', sentOn: null }],
  },
  proof: {
    logId: 'log-1',
    treeSize: 18_234,
    rootHash: 'ab'.repeat(32),
    issuedAt: '2026-08-04T09:00:12.000Z',
    keyId: '3c6ee0d0b7a1f2c4',
    events: 143,
    positions: { from: 1021, to: 17_998 },
  },
  verify: ['Run “node verify.mjs bundle.zip”.'],
  ...more,
});
const without = { links: [], articles: [], reports: [] };

const tight = (text: string) => text.replaceAll(/\s/g, '');
const latin = (pdf: Uint8Array) => Buffer.from(pdf).toString('latin1');

/** Where the foot of a page begins, in points from below, and where the margin does. */
const FOOT = 46;
const RIGHT = 595 - 52;

type Page = { readonly said: string; readonly lowest: readonly number[]; readonly rightmost: number };

/** What each page says, as a reader would copy it, through the fonts' own tables; white space left out. And the baselines that are
 *  in the foot of the page, and how far to the right a run begins. */
function pagesOf(pdf: Uint8Array): Page[] {
  const objects = new Map<string, { readonly head: string; readonly stream: string }>();
  for (const match of latin(pdf).matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)(?:endobj|stream\r?\n)/g)) {
    const [whole, number = '', head = ''] = match;
    const raw = Buffer.from(pdf).subarray((match.index ?? 0) + whole.length);
    const stream =
      head.includes('/FlateDecode') && !head.includes('/Length1') ? inflateSync(raw).toString('latin1') : '';
    objects.set(number, { head, stream });
  }
  const of = (number: string | undefined) => objects.get(number ?? '') ?? { head: '', stream: '' };
  const fonts = new Map<string, ReadonlyMap<string, string>>();
  for (const [, name = '', number] of latin(pdf).matchAll(/\/(F\d+) (\d+) 0 R/g))
    fonts.set(name, charactersOf(of(/\/ToUnicode (\d+)/.exec(of(number).head)?.[1]).stream));
  const pages = [...objects.values()].filter(({ head }) => /\/Type \/Page\n/.test(head));
  return pages.map(({ head }) => {
    let font: ReadonlyMap<string, string> = new Map();
    let said = '';
    const content = of(/\/Contents (\d+)/.exec(head)?.[1]).stream;
    for (const [, name, hex = ''] of content.matchAll(/\/(F\d+) [\d.]+ Tf|<([0-9a-f]+)>/g)) {
      if (name === undefined) for (const glyph of hex.match(/.{4}/g) ?? []) said += font.get(glyph) ?? '\ufffd';
      else font = fonts.get(name) ?? font;
    }
    const begins = [...content.matchAll(/1 0 0 1 ([\d.-]+) ([\d.-]+) Tm/g)].map(
      ([, x, y]) => [Number(x), Number(y)] as const,
    );
    return {
      said: tight(said),
      lowest: [...new Set(begins.flatMap(([, y]) => (y < FOOT ? [y] : [])))],
      rightmost: Math.max(...begins.map(([x]) => x)),
    };
  });
}

function charactersOf(table: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [, first = '', list = ''] of table.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/g))
    for (const [n, [, units = '']] of [...list.matchAll(/<([0-9a-f ]+)>/g)].entries()) {
      const codes = units.replaceAll(' ', '').match(/.{4}/g) ?? [];
      const glyph = (Number.parseInt(first, 16) + n).toString(16).padStart(4, '0');
      found.set(glyph, String.fromCharCode(...codes.map((code) => Number.parseInt(code, 16))));
    }
  return found;
}

describe('the summary of a dispute', () => {
  const renderer = createDisputeRenderer();
  /** What the pages say. Nothing but the one line of the foot may stand in it, and nothing in the margin. */
  const said = async (document: DisputeDocument) => {
    const pages = pagesOf(await renderer.pdf(document));
    expect(pages.filter(({ lowest, rightmost }) => lowest.length !== 1 || rightmost > RIGHT)).toEqual([]);
    return pages.map((page) => page.said);
  };

  it('keeps the rules of PDF/UA', async () => {
    expect(brokenRules(readPdf(await renderer.pdf(dispute(4, 40))))).toEqual([]);
  });

  it('is tagged, with its title and language', async () => {
    const text = latin(await renderer.pdf(dispute(2, 3)));
    expect(text.slice(0, 8)).toBe('%PDF-1.7');
    for (const mark of ['/MarkInfo', '/Lang (en)', '/StructTreeRoot']) expect(text).toContain(mark);
    expect(text).toContain('(Dispute 7 of invoice INV-2026-000123)');
    for (const tag of ['H1', 'H2', 'TR', 'TH', 'TD', 'P']) expect(text).toContain(`/S /${tag}`);
  });

  it('says on its cover what is disputed, what came of it, and where the rest stands', async () => {
    const pages = await said(dispute(2, 3));
    const [cover = ''] = pages;
    for (const text of ['Billing dispute 7', 'Account 12', '186.20 USD', 'product not received', 'the card network'])
      expect(cover).toContain(tight(text));
    expect(cover).toContain(tight('Yes. Every one of the 2 lines was computed again from the recorded events'));
    const titles = ['The invoice, line by line', 'Why each line is what it is', 'What happened, in order'];
    for (const title of [
      ...titles,
      'What was delivered',
      'Proof that the records are unchanged',
      'How to check it yourself',
    ]) {
      const page = pages.findIndex((text, n) => n > 0 && text.includes(tight(title))) + 1;
      expect(page).toBeGreaterThan(1);
      expect(cover).toContain(`${tight(title)}${page}`);
    }
  });

  it('holds the steps, the causes, the deliverables and the proof as text', async () => {
    const all = (await said(dispute(2, 3))).join('');
    for (const text of [
      '399.00 × 14 ÷ 30, rounded once, half away from zero',
      'The subscription became active.',
      'Monthly price × active days ÷ days of the month',
      'Moment number 2 of the story.',
      'https://blog.example/bread/',
      'Sourdough for beginners',
      'ab'.repeat(32),
      'node verify.mjs bundle.zip',
    ])
      expect(all).toContain(tight(text));
    expect(all).not.toContain('\ufffd');
  });

  it('has the same bytes for the same dispute', async () => {
    const [a, b] = [await renderer.pdf(dispute(3, 5)), await renderer.pdf(dispute(3, 5))];
    expect(Buffer.compare(a, b)).toBe(0);
    expect(Buffer.compare(a, await renderer.pdf(dispute(3, 6)))).not.toBe(0);
  });

  it('goes over many pages, leaves no row out below its caps, and says how many it leaves out above them', async () => {
    const pages = await said(dispute(12, 260));
    expect(pages.length).toBeGreaterThan(12);
    const all = pages.join('');
    for (let n = 0; n < 260; n++) expect(all).toContain(tight(`Moment number ${n} of the story.`));
    for (let n = 1; n <= 12; n++) expect(all).toContain(tight(`Line ${n}: Managed Pro for site${n - 1}.example`));
    for (const page of pages.slice(1)) expect(page).toContain(tight('Dispute 7 of invoice INV-2026-000123'));
    const capped = (await said(dispute(0, 420))).join('');
    expect(capped).toContain(tight('… and 120 more, in events.jsonl'));
    expect(capped).toContain(tight('Moment number 199 of'));
    expect(capped).not.toContain(tight('Moment number 200 of'));
    expect(capped).toContain(tight('Moment number 419 of'));
  }, 60_000);

  it('wraps long addresses and cuts none', async () => {
    const long = `https://magazine.example/${'a-long-path/'.repeat(60)}?q=${'x'.repeat(700)}#end`;
    const longer = `https://paper.example/${'y'.repeat(3900)}/end`;
    const links = [link(long), link(longer), link('https://bakery.example/брот/漢字')];
    const all = (await said(dispute(1, 1, { deliverables: { ...without, links } }))).join('');
    expect(all).toContain(long);
    expect(all).toContain(longer.slice(0, 1500));
    expect(all.split('y').length - 1).toBeGreaterThanOrEqual(3900);
    expect(all).toContain('https://bakery.example/%D0%B1%D1%80%D0%BE%D1%82/%E6%BC%A2%E5%AD%97');
  }, 30_000);

  it('keeps a long reason, and points to where the end of it is', async () => {
    const reason = `${'We never saw the links. '.repeat(90)}`;
    const all = (await said(dispute(1, 1, { dispute: { ...dispute(0, 0).dispute, reason } }))).join('');
    expect(all).toContain(tight('(in full in dispute.json)'));
    expect(all).toContain(tight('We never saw the links. '.repeat(60)));
  });

  it.each([
    ['nothing at all', dispute(0, 0, { deliverables: without, verify: [], recomputedTotal: '0.00' })],
    [
      'hostile text',
      dispute(1, 1, {
        lines: [
          {
            ...line(0),
            description: 'D'.repeat(900),
            rule: 'x'.repeat(200),
            recomputed: null,
            why: 'w '.repeat(300),
            steps: [1, 2, 3].map(() => ({ text: 'W'.repeat(900), value: 'V'.repeat(90) })),
          },
        ],
        timeline: [{ at: '', summary: `${'W'.repeat(900)}\u202e😀\u0000漢字<b>&amp;`, actor: 'مرحبا' }],
        verify: ['</text><script>', 'x'.repeat(5000)],
      }),
    ],
  ])('prints %s', async (_, document) => {
    expect((await said(document)).length).toBeGreaterThan(2);
  });
});

describe('its words', () => {
  const differing = { ...line(2), recomputed: '180.00' };
  const unknown = { ...line(4), recomputed: null, why: 'an event is not there' };

  it('name the lines that do not hold', () => {
    const lines = [line(0), line(1), differing, line(3), unknown];
    expect(verdictOn(dispute(0, 0, { lines, recomputedTotal: null }))).toEqual({
      tone: 'red',
      text: 'Not in full. 2 of 5 lines could not be confirmed: line 3 is 186.20 on the invoice and 180.00 by the events; line 5 of 186.20 cannot be computed again (an event is not there). The other 3 are equal to the invoice.',
    });
    const all = Array.from({ length: 5 }, () => differing);
    expect(verdictOn(dispute(0, 0, { lines: all })).text).toMatch(
      /^Not in full. 5 of 5 lines .*and 2 more, listed below\.$/,
    );
  });

  it('do not say yes where the sum is another, or where there is nothing', () => {
    expect(verdictOn(dispute(3, 0, { recomputedTotal: '1229.65' })).text).toContain('together they come to 1,229.65');
    expect(verdictOn(dispute(3, 0, { recomputedTotal: null })).tone).toBe('red');
    expect(verdictOn(dispute(0, 0)).tone).toBe('red');
    expect(verdictOn(dispute(1, 0)).text).toMatch(/^Yes. The one line /);
  });

  it('show no sealed data, and values as amounts where they are amounts', () => {
    expect(told('Sent to sealed:v1:QmFz+ZTY0/x=. Thanks')).toBe('Sent to [sealed]. Thanks');
    expect(told('(sealed:abc), unsealed: no')).toBe('([sealed]), unsealed: no');
    expect(['1250.00', '-3.50', '14 of 30', '7'].map(valued)).toEqual(['1,250.00', '−3.50', '14 of 30', '7']);
    expect(address('https://a.example/ü')).toBe('https://a.example/ü');
    expect(address('no address 漢')).toBe('no address 漢');
  });
});
