import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { reportHtml } from '#adapters/reports/report-html';
import { reportMail } from '#adapters/reports/report-mail';
import { labelsOf } from '#domain/reports/language/index';
import {
  arabicDocument,
  longDocument,
  sampleDocument,
  sampleVariants,
  whiteLabelDocument,
} from '../sample-document.ts';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;
const parsed = (html: string) => {
  const errors: string[] = [];
  const document = parse(html, { sourceCodeLocationInfo: true, onParseError: ({ code }) => errors.push(code) });
  const all: Element[] = [];
  const walk = (node: Node): void => {
    if ('tagName' in node) all.push(node);
    if ('childNodes' in node) node.childNodes.forEach(walk);
  };
  walk(document);
  return { all, errors };
};
const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((each) => each.name === name)?.value;
const textOf = (node: Node): string =>
  'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
const links = {
  pdf: 'https://reports.example/a.pdf',
  page: 'https://reports.example/s/1',
  unsubscribe: 'https://reports.example/u/1',
};
const pages = Object.entries(sampleVariants).map(
  ([name, document]) => [name, reportHtml(document, links, labelsOf('en'))] as const,
);

describe('the report for a browser', () => {
  it('is valid, whole, and fetches and runs nothing', () => {
    for (const [name, html] of pages) {
      const { all, errors } = parsed(html);
      expect(errors, name).toEqual([]);
      expect(all.filter(({ tagName }) => ['script', 'iframe', 'link', 'object', 'form'].includes(tagName))).toEqual([]);
      expect(all.flatMap(({ attrs }) => attrs).filter((each) => /^on|^style$/.test(each.name))).toEqual([]);
      for (const image of all.filter(({ tagName }) => tagName === 'img'))
        expect(attribute(image, 'src')).toMatch(/^data:image\/(png|jpeg);base64,/);
      expect(html).not.toMatch(/@import|url\((?!#)/);
      const ids = all.flatMap((element) => attribute(element, 'id') ?? []);
      expect(new Set(ids).size, name).toBe(ids.length);
    }
  });

  it('has headings in order, heads of tables with their scope, and pictures with words', () => {
    for (const [name, html] of pages) {
      const { all } = parsed(html);
      const levels = all.filter(({ tagName }) => /^h[1-6]$/.test(tagName)).map(({ tagName }) => Number(tagName[1]));
      expect(levels[0]).toBe(1);
      expect(levels.filter((level) => level === 1)).toHaveLength(1);
      for (const [n, level] of levels.entries()) expect(level - (levels[n - 1] ?? 0), name).toBeLessThanOrEqual(1);
      const heads = all.filter(({ tagName }) => tagName === 'th');
      for (const head of heads) expect(attribute(head, 'scope')).toMatch(/^(col|row)$/);
      for (const table of all.filter(({ tagName }) => tagName === 'table'))
        expect(table.childNodes.some((child) => child.nodeName === 'caption')).toBe(true);
      for (const svg of all.filter((element) => element.tagName === 'svg')) {
        const told =
          attribute(svg, 'aria-hidden') === 'true' ||
          ['title', 'desc'].every((tag) => svg.childNodes.some((child) => child.nodeName === tag));
        expect(told).toBe(true);
      }
    }
  });

  it('leads from its contents to every section', () => {
    const { all } = parsed(reportHtml(sampleDocument, links));
    const ids = new Set(all.map((element) => attribute(element, 'id')));
    const targets = all.flatMap((element) => attribute(element, 'href') ?? []).filter((href) => href.startsWith('#'));
    expect(targets.length).toBeGreaterThan(11);
    for (const target of targets) expect(ids).toContain(target.slice(1));
  });

  it('is dark by the theme, and a light one for who prefers it; it turns round for Arabic', () => {
    expect(pages.find(([name]) => name === 'light')?.[1]).toContain('prefers-color-scheme:dark');
    expect(pages.find(([name]) => name === 'dark')?.[1]).not.toContain('prefers-color-scheme');
    expect(reportHtml(arabicDocument, links, labelsOf('en'))).toContain('<html lang="ar" dir="rtl">');
  });

  it('writes what people wrote as they wrote it', () => {
    const name = '<img src=x onerror=alert(1)> & "Söhne"';
    const hostile = {
      ...longDocument,
      site_name: name,
      look: { ...longDocument.look, name, website_url: 'javascript:alert(1)' },
    };
    const { all } = parsed(reportHtml(hostile, { pdf: 'javascript:alert(1)' }));
    expect(textOf(all.find(({ tagName }) => tagName === 'h1') as Element)).toBe(name);
    expect(all.filter(({ tagName }) => tagName === 'img')).toEqual([]);
    expect(all.filter((element) => attribute(element, 'href')?.startsWith('javascript'))).toEqual([]);
    expect(all.filter(({ tagName }) => tagName === 'b').map(textOf)).not.toContain('markup');
  });

  it('names nobody but the agency', () => {
    expect(reportHtml(whiteLabelDocument, links)).not.toMatch(/igny8|alorig/i);
  });
});

describe('the mail of a report', () => {
  it('has three figures, one picture, and where to read on, get the PDF and refuse further mails', async () => {
    const mail = await reportMail(sampleDocument, links);
    const { all, errors } = parsed(mail.html);
    expect(errors).toEqual([]);
    expect(mail.subject).toBe('Nordraum: Monthly SEO report, 1\u2009–\u200931 Oct 2026'.replaceAll('\u2009', ' '));
    const images = all.filter(({ tagName }) => tagName === 'img');
    expect(images.map((image) => attribute(image, 'src'))).toEqual(['cid:figures']);
    expect(attribute(images[0] as Element, 'alt')).toContain('Clicks from search. This period: from');
    for (const address of Object.values(links))
      expect(all.some((element) => attribute(element, 'href') === address)).toBe(true);
    expect(mail.html).not.toMatch(/<style|<script|class=/);
    expect([...mail.figures.slice(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47]);
    for (const word of [
      'Clicks: 9,873',
      'Improving',
      links.page,
      links.pdf,
      links.unsubscribe,
      'Log position 1,284,903',
    ])
      expect(mail.text).toContain(word);
    expect(mail.text).not.toMatch(/[<>]/);
    expect(mail.text.match(/^- .*vs Sept 2026/gm)).toHaveLength(3);
  });

  it('names nobody but the agency, and keeps what people wrote as it is', async () => {
    const mail = await reportMail(
      { ...whiteLabelDocument, origin: null, site_name: 'A <b>&\r\nBcc: x' },
      { pdf: null, page: null, unsubscribe: null },
    );
    expect(`${mail.subject}${mail.html}${mail.text}`).not.toMatch(/igny8|alorig/i);
    expect(mail.subject).not.toMatch(/[\r\n]/);
    expect(parsed(mail.html).all.filter(({ tagName }) => tagName === 'b')).toEqual([]);
  });
});
