import { describe, expect, it } from 'vitest';
import { reportHtml } from '#adapters/reports/report-html';
import { reportPages } from '#adapters/reports/report-pages';
import type { ReportDocument } from '#domain/reports/report-document';
import { agency, sampleDocument } from '../sample-document.ts';

const template = {
  html: `<header class="top"><img data-asset="logo" alt=""><h1>For {{ client.name }}</h1><p class="when">{{ report.period_start }}</p></header>
<div class="part"><h2>Search</h2><section data-section="organic_traffic"></section></div>
<section data-section="executive_summary" data-break="before"></section>
<p data-keep>By <b>{{ brand.name }}</b></p>`,
  css: '.top > h1 { color: #14532d; font-size: 40px } .when { --w: 700; font-weight: var(--w) } h1 { color: red } @media screen { h1 { color: blue } }',
};
const document: ReportDocument = { ...sampleDocument, look: agency('#14532d'), template };
const textOf = (value: unknown): string => JSON.stringify(value);

describe('a report in an agency’s own frame', () => {
  it('has on its pages what the frame says, where it says it, in its style', () => {
    const { blocks } = reportPages(document);
    const at = (text: string) => blocks.findIndex((block) => textOf(block.box).includes(text));
    expect(at(`For ${document.client_name}`)).toBe(0);
    const [top] = blocks;
    // The sheet of the more exact selector wins, a pixel is three quarters of a point; what is for screens is not for paper.
    const styles = textOf(top?.box).match(/\{[^{}]*"fontSize":30[^{}]*\}/g) ?? [];
    expect(styles.length === 1 && styles[0]?.includes('"color":"#14532d"')).toBe(true);
    expect(textOf(top?.box)).toContain('"fontWeight":700');
    expect(textOf(top?.box)).toContain('data-image');
    const [search, traffic, summary] = [
      at('"Search"'),
      blocks.findIndex(({ bookmark }) => bookmark?.title === 'Organic traffic'),
      blocks.findIndex(({ breakBefore }) => breakBefore === true),
    ];
    expect([search > 0, traffic > search, summary > traffic]).toEqual([true, true, true]);
    expect(at(`By ${document.look.name}`)).toBeGreaterThan(summary);
    // Sections that the frame does not name are not in it; where the numbers come from always is.
    expect(blocks.some(({ bookmark }) => bookmark?.title === 'Backlink campaign')).toBe(false);
    expect(textOf(blocks)).toContain(String(document.position).slice(-3));
    expect(
      reportPages({ ...document, template: null }).blocks.some(
        ({ bookmark }) => bookmark?.title === 'Backlink campaign',
      ),
    ).toBe(true);
  });

  it('has the same in a browser, and neither script nor anything remote', () => {
    const html = reportHtml(document, { pdf: null });
    expect(html).toContain(`<h1>For ${document.client_name}</h1>`);
    expect(html).toContain('.report-template .top > h1{color:#14532d');
    expect(html.indexOf('id="s-organic-traffic"')).toBeLessThan(html.indexOf('class="card verdict"'));
    expect(html).not.toMatch(/<script|src="http|@import|url\((?!#)/);
    expect(html).not.toMatch(/igny8|alorig/i);
  });
});
