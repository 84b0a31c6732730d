import fc from 'fast-check';
import { type DefaultTreeAdapterMap, type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { describe, expect, it } from 'vitest';
import { checkTemplate } from '#adapters/report-templates/check';
import { previewOfTemplate } from '#adapters/report-templates/preview';

const first = (html: string, css = '') => checkTemplate({ html, css })[0];
const faultsOf = (html: string, css = '') =>
  checkTemplate({ html, css })
    .map(({ message }) => message)
    .join(' | ');

const GOOD_HTML = `<header class="top">
  <img data-asset="logo" alt="{{ brand.name }}">
  <h1>{{ client.name }} <small>{{report.period_start}} – {{ report.period_end }}</small></h1>
</header>
<!-- what the month was like -->
<section data-section="executive_summary" class="first"></section>
<div data-break="before"><section data-section="organic_traffic"></section></div>
<table><tr><th scope="col">A</th><td colspan="2">B</td></tr></table>
<p style="color: #333; margin-top: 12px">Ask <a href="mailto:{{ brand.contact_email }}">us</a> or <a href="{{ brand.website_url }}">look</a>.<br>
5 &lt; 6 &amp; so on</p>`;
const GOOD_CSS = `/* ours */
.top { display: flex; gap: 12px; background: linear-gradient(90deg, #fff, rgba(0, 0, 0, .1)); --line: 1px solid #ddd; border-bottom: var(--line) }
.top > h1:first-child, td:nth-child(odd) { font-size: calc(12px + 1em); width: min(100%, 40px) }
@media print { .first { color: black } }`;

describe('a template', () => {
  it('that keeps to what is supported has no faults', () => {
    expect(checkTemplate({ html: GOOD_HTML, css: GOOD_CSS })).toEqual([]);
    const page = previewOfTemplate({ html: GOOD_HTML, css: GOOD_CSS });
    expect(page).toContain('<h1>Example Client <small>2026-10-01 – 2026-10-31</small></h1>');
    expect(page).toContain('href="mailto:contact@agency.example" rel="noopener noreferrer nofollow"');
    expect(page).toContain('.report-template .top > h1:first-child,.report-template td:nth-child(odd){');
    expect(page).toContain('5 &lt; 6 &amp; so on');
    expect(page).not.toContain('ours');
  });

  it('is told of faults where they stand', () => {
    expect(first('<p>ok</p>\n<div>\n  <blink>x</blink></div>')).toEqual({
      source: 'html',
      line: 3,
      column: 3,
      message: '<blink> is not supported',
    });
    expect(first('<p>{{ client.name }} and\n {{ client.secret }}</p>')).toMatchObject({ line: 2, column: 2 });
    expect(first('<p title="{{ x }}">a</p>')).toMatchObject({ line: 1, column: 4 });
    expect(first('<p style="color:red;\nzoom:2">a</p>')).toMatchObject({ source: 'html', line: 1, column: 4 });
    expect(first('', 'p { color: red }\n\nq {\n  colour: red }')).toMatchObject({ source: 'css', line: 4, column: 3 });
    expect(first('', 'p { color: red')).toMatchObject({ source: 'css', line: 1, column: 1 });
    expect(checkTemplate({ html: '<x></x>'.repeat(500), css: '' })).toHaveLength(50);
  });
});

/** What somebody might try, and what is said to it. */
const HTML: readonly (readonly [string, string])[] = [
  ['<script>alert(1)</script>', '<script>'],
  ['<SCRIPT SRC=//x.example></SCRIPT>', '<script>'],
  ['<style>@import url(//x)</style>', '<style>'],
  ['<iframe src="//x"></iframe>', '<iframe>'],
  ['<form action="//x"><input></form>', '<form>'],
  ['<object data="x"></object>', '<object>'],
  ['<embed src="x">', '<embed>'],
  ['<link rel="stylesheet" href="//x">', '<link>'],
  ['<meta http-equiv="refresh" content="0">', '<meta>'],
  ['<base href="//x">', '<base>'],
  ['<template><script>x</script></template>', '<template>'],
  ['<noscript><p>x</p></noscript>', '<noscript>'],
  ['<svg><script>x</script></svg>', '<svg>'],
  ['<svg><image href="/etc/passwd"/></svg>', '<svg>'],
  ['<math><mtext><p>x</p></mtext></math>', '<math>'],
  ['<svg></p><style><a id="</style><img src=1 onerror=alert(1)>">', '<svg>'],
  ['<plaintext>', '<plaintext>'],
  ['<xmp><script></xmp>', '<xmp>'],
  ['<textarea></textarea>', '<textarea>'],
  ['<video src="x"></video>', '<video>'],
  ['<x-y></x-y>', '<x-y>'],
  ['<p onclick="x()">a</p>', 'onclick'],
  ['<p/onmouseover=x>a</p>', 'onmouseover'],
  ['<p id="cookie">a</p>', 'attribute id'],
  ['<img src="https://x.example/p.png" alt="">', 'attribute src'],
  ['<img alt="" srcset="x">', 'attribute srcset'],
  ['<img alt="">', 'data-asset="logo"'],
  ['<img data-asset="../../etc/passwd" alt="">', 'value of data-asset'],
  ['<p background="x">a</p>', 'attribute background'],
  ['<a href="javascript:alert(1)">a</a>', 'value of href'],
  ['<a href="java&#10;script:alert(1)">a</a>', 'value of href'],
  ['<a href="&#106;avascript:x">a</a>', 'value of href'],
  ['<a href="data:text/html,x">a</a>', 'value of href'],
  ['<a href="//x.example">a</a>', 'value of href'],
  ['<a href="{{ client.name }}">a</a>', 'value of href'],
  ['<a href="https://x.example/" target="_top">a</a>', 'attribute target'],
  ['<p href="https://x.example/">a</p>', 'href stands on <a>'],
  ['<p style="background:url(//x)">a</p>', 'url()'],
  ['<p style="color:red}body{color:blue">a</p>', 'rule'],
  ['<p style="color:red/*">a</p>', 'Unclosed comment'],
  ['<p style="position:fixed">a</p>', 'position is static'],
  ['<p style="width:{{ client.name }}">a</p>', 'style holds no placeholder'],
  ['<p style="c\\6flor:red">a</p>', 'not a property'],
  ['<p>a', '<p> is not closed'],
  ['<div><p>a</div>', '<p> is not closed'],
  ['<p title="a" title="b">a</p>', 'duplicate attribute'],
  ['<p title="a>b</p>', 'not well-formed'],
  ['<!--><script>x</script>-->', 'not well-formed'],
  ['<p>\0</p>', 'not well-formed'],
  ['<?php x ?>', 'not well-formed'],
  ['<![CDATA[x]]>', 'not well-formed'],
  ['<p>{{ constructor.name }}</p>', 'no placeholder "constructor.name"'],
  ['<p>{{ __proto__ }}</p>', 'no placeholder'],
  ['<p>{{ client.name | upcase }}</p>', 'no placeholder'],
  ['<p>{{ client.name</p>', 'not closed'],
  ['<p>&#123;&#123; client.secret }}</p>', 'no placeholder "client.secret"'],
  ['<p>{% for x in y %}{{ x }}{% endfor %}</p>', 'no placeholder "x"'],
  ['<section data-section="passwords"></section>', 'no section "passwords"'],
  ['<section data-section="organic_traffic"><p>x</p></section>', 'leave it empty'],
  ['<p class="a{{ client.name }}">a</p>', 'value of class'],
  ['<p>Powered by IGNY8</p>', 'must not name IGNY8'],
  [`${'<div>'.repeat(33)}x${'</div>'.repeat(33)}`, '32 deep'],
  [`${'<div>'.repeat(6000)}`, 'elements'],
  ['<p>a</p>'.repeat(1001), '2000 nodes'],
  [`${Array.from({ length: 400 }, (_, n) => `<b class="c${n}">`).join('')}${'<p>'.repeat(4000)}`, 'elements'],
  [`<p>${'a'.repeat(65_537)}</p>`, '64 KiB'],
];
const CSS: readonly (readonly [string, string])[] = [
  ['@import "//x";', '@import'],
  ['@import url(//x);', '@import'],
  ['@font-face { font-family: x; src: url(//x) }', '@font-face'],
  ['@charset "utf-7";', '@charset'],
  ['@namespace x url(//x);', '@namespace'],
  ['@page { margin: 0 }', '@page'],
  ['@media (min-width: 1px) { @media print { p { color: red } } }', '@media stands in the sheet'],
  ['@media screen and (device-aspect-ratio: 1/1) { p { color: red } }', '@media takes'],
  ['@supports (x: y) { p { color: red } }', '@supports'],
  ['@keyframes x { from { top: 0 } }', '@keyframes'],
  ['p { background: url(https://x.example/a.png) }', 'url()'],
  ['p { background: URL( "//x" ) }', 'url()'],
  ['p { background: u\\72l(//x) }', 'character that is not taken'],
  ['p { background: ur/**/l(//x) }', 'comment'],
  ['p { background/**/: red }', 'comment'],
  ['p { background: image-set("//x" 1x) }', 'image-set()'],
  ['p { background: -webkit-image-set("//x" 1x) }', '-webkit-image-set()'],
  ['p { background: element(#x) }', 'element()'],
  ['p { width: expression(alert(1)) }', 'expression()'],
  ['p { width: attr(data-x) }', 'attr()'],
  ['p { width: env(x) }', 'env()'],
  ['p { color: https:x }', 'Missed semicolon'],
  ['p { behavior: x }', 'behavior is not a property'],
  ['p { -moz-binding: x }', 'not a property'],
  ['p { content: "IGNY8" }', 'must not name'],
  ['p { content: "x" }', 'content is not a property'],
  ['p { cursor: pointer }', 'cursor is not a property'],
  ['p { position: fixed }', 'position is static'],
  ['p { position: sticky }', 'position is static'],
  ['p { color: red !important }', '!important'],
  ['p { width: 1e9px }', 'too large'],
  ['p { grid-template-columns: repeat(100000, 1px) }', 'repeat()'],
  ['p { --a: 1px; --b: var(--a) var(--a) }', 'custom property'],
  [`p { width: ${'calc('.repeat(20)}1px${')'.repeat(20)} }`, 'nested too deeply'],
  ['p { width: calc(1px }', 'Unclosed'],
  [`p { width: ${'1px '.repeat(400)} }`, 'longer than'],
  ['p { color: red; q { color: blue } }', 'rules within rules'],
  ['p { color: red } } body { color: red }', 'Unexpected }'],
  ['</style><script>alert(1)</script> { color: red }', 'not a selector'],
  ['body + .x ~ p { color: red }', 'not a selector'],
  ['> p { color: red }', 'not a selector'],
  ['p::before { color: red }', 'not a selector'],
  ['a[href^="x"] { color: red }', 'not a selector'],
  ['p:hover { color: red }', 'p:hover is not a selector'],
  ['\\70 { color: red }', 'not a selector'],
  ['p, /* x */ q { color: red }', 'comment'],
  ['color: red', 'stands in a rule'],
  ['p { "a": b }', 'not a property'],
  ['<!-- p { color: red } -->', 'Unknown word'],
  [`${'p{color:red}'.repeat(1001)}`, '1000 rules'],
  [`${'a{'.repeat(20_000)}`, 'Unclosed block'],
  ['/*# sourceMappingURL=/etc/passwd */ p { colour: x }', 'not a property'],
];

describe('what a template may not be', () => {
  it.each(HTML)('HTML %#: %j', (html, reason) => {
    expect(faultsOf(html)).toContain(reason);
  });
  it.each(CSS)('CSS %#: %j', (css, reason) => {
    expect(faultsOf('<p>x</p>', css)).toContain(reason);
  });
  it.each([
    ['<!DOCTYPE html><p>a</p>', '<p>a</p>'],
    ['<p>a</p></div></body>', '<p>a</p>'],
    ['<!-- [if IE]><script>x</script><![endif] --><p>a</p>', '<p>a</p>'],
    ['<p>{{{ client.name }}}</p>', '<p>{Example Client}</p>'],
    ['<html><body><p>a</p></body></html>', '<p>a</p>'],
    ['<p>&lt;script&gt;</p>', '<p>&lt;script&gt;</p>'],
  ])('%j comes to nothing', (html, shown) => {
    expect(faultsOf(html)).toBe('');
    expect(previewOfTemplate({ html, css: '' })).toContain(`<div class="report-template">${shown}</div>`);
  });
  it('asks for no file: not for the map that a sheet names', () => {
    const map = Buffer.from(JSON.stringify({ version: 3, sources: ['/etc/passwd'], names: [], mappings: '' })).toString(
      'base64',
    );
    expect(faultsOf('', `p{color:red}\n/*# sourceMappingURL=data:application/json;base64,${map} */`)).toBe('');
    expect(faultsOf('', 'p{color:red}\n/*# sourceMappingURL=../../package.json */')).toBe('');
  });
});

describe('what comes of a template', () => {
  const tags = fc.constantFrom(
    'p',
    'div',
    'script',
    'b',
    'table',
    'td',
    'a',
    'svg',
    'style',
    'img',
    'h1',
    'template',
    'section',
  );
  const bits = fc.oneof(
    tags.map((tag) => `<${tag}>`),
    tags.map((tag) => `</${tag}>`),
    fc.constantFrom(
      '<',
      '>',
      '"',
      "'",
      '&',
      '&lt;',
      '&#60;script&#62;',
      '<!--',
      '-->',
      '{{',
      '}}',
      '{{ client.name }}',
      '{{ brand.footer_text }}',
      '<p title="{{ client.name }}">',
      '<a href="{{ brand.website_url }}">',
      '<img data-asset="logo" alt="">',
      ' onload=x ',
      '\0',
      '\n',
    ),
    fc.string({ maxLength: 5 }),
  );
  it('is refused, or holds nothing but what a template may hold', () => {
    let taken = 0;
    fc.assert(
      fc.property(fc.array(bits, { maxLength: 12 }), (parts) => {
        const html = parts.join('');
        if (checkTemplate({ html, css: '' }).length > 0) return;
        taken += 1;
        const page = previewOfTemplate({ html, css: '' });
        const body = page.slice(page.indexOf('<body>') + 6, page.indexOf('</body>'));
        const seen = (node: DefaultTreeAdapterTypes.ChildNode): void => {
          if (!('tagName' in node)) return;
          expect(node.tagName).not.toMatch(/^(script|style|svg|template|iframe)$/);
          for (const { name, value } of node.attrs) {
            expect(name).not.toMatch(/^on|^id$|^srcset$/);
            if (name === 'src') expect(value).toMatch(/^data:image\/png;base64,/);
            if (name === 'href') expect(value).toMatch(/^(https:|mailto:|tel:|#)/);
          }
          node.childNodes.forEach(seen);
        };
        parseFragment<DefaultTreeAdapterMap>(body).childNodes.forEach(seen);
      }),
      { numRuns: 500 },
    );
    expect(taken).toBeGreaterThan(20);
  });

  it('shows what people typed as text, whatever they typed', async () => {
    const { templateHtml } = await import('#adapters/report-templates/to-html');
    const { example } = await import('#adapters/report-templates/preview');
    const evil = `"><script>alert(1)</script>{{ brand.name }}<img src=x onerror='x'>`;
    const template = {
      html: '<p title="{{ client.name }}">{{ client.name }}</p><a href="{{ brand.website_url }}">x</a>',
      css: '',
    };
    const document = example(template);
    const made = templateHtml(
      { ...document, client_name: evil, look: { ...document.look, website_url: 'javascript:alert(1)' } },
      () => '',
    );
    expect(made?.html).not.toMatch(/<script|<img|javascript:/);
    // It is not looked at for placeholders once more.
    expect(made?.html).toContain('{{ brand.name }}');
    expect(templateHtml({ ...document, template: null }, () => '')).toBeNull();
    expect(() => templateHtml({ ...document, template: { html: '<script></script>', css: '' } }, () => '')).toThrow(
      'html, line 1',
    );
  });
});
