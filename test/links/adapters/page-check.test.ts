import { describe, expect, it } from 'vitest';
import { type Egress, EgressFailed, EgressRefused } from '#adapters/egress';
import { createPageCheck } from '#adapters/page-check';
import type { Instant } from '#domain/kernel/time';

const URL_ = 'https://blog.example/posts/one';
const TARGET = 'https://acorn.example/savings';

type Given = {
  html?: string | Buffer;
  status?: number;
  headers?: Record<string, string>;
  url?: string;
  redirects?: number;
};

const check = async ({ html = '', status = 200, headers = {}, url = URL_, redirects = 0 }: Given, target = TARGET) => {
  const body = typeof html === 'string' ? Buffer.from(html) : html;
  const answer = { status, headers: { 'content-type': 'text/html; charset=utf-8', ...headers }, body, url, redirects };
  const egress: Egress = { get: async () => answer, post: async () => answer };
  return createPageCheck(egress)({ url, target });
};
const found = async (html: string, target = TARGET) => (await check({ html }, target)).link_found;

describe('a link is found', () => {
  it.each([
    '<a href="https://acorn.example/savings">x</a>',
    "<A HREF='https://acorn.example/savings'>x</A>",
    '<a href=https://acorn.example/savings>x</a>',
    '<a class="b" data-x=1 rel="noopener" href = "https://acorn.example/savings" title="t">x</a>',
    '<a href="https://ACORN.example:443/savings/">x</a>',
    '<a href="http://acorn.example/savings">x</a>',
    '<a href="//acorn.example/savings">x</a>',
    '<a href="https://acorn.example/savings#top">x</a>',
    '<a href="https://acorn.example/savings?utm_source=blog&utm_medium=post">x</a>',
    '<a href="&#104;ttps://acorn.example/savings">x</a>',
    '<a href="  https://acorn.example/savings  ">x</a>',
    '<p><b><i><a href="https://acorn.example/savings"><img src="x"></a></i>',
  ])('in %s', async (html) => expect(await found(html)).toBe(true));

  it('by a relative address, of the page or of its base', async () => {
    expect(await found('<a href="/savings">x</a>', 'https://blog.example/savings')).toBe(true);
    expect(await found('<a href="two">x</a>', 'https://blog.example/posts/two')).toBe(true);
    expect(await found('<base href="https://acorn.example/"><a href="savings">x</a>')).toBe(true);
    expect(await found('<a href="savings">x</a><base href="https://acorn.example/">')).toBe(true);
    const moved = await check({ html: '<a href="savings">x</a>', url: 'https://acorn.example/', redirects: 2 });
    expect(moved).toMatchObject({ link_found: true, final_url: 'https://acorn.example/', redirects: 2 });
  });
});

describe('a link is not found', () => {
  it.each([
    ['in a comment', '<!-- <a href="https://acorn.example/savings">x</a> -->'],
    ['in a script', '<script>"<a href=\'https://acorn.example/savings\'>x</a>"</script>'],
    ['in a template', '<template><a href="https://acorn.example/savings">x</a></template>'],
    ['in noscript', '<noscript><a href="https://acorn.example/savings">x</a></noscript>'],
    ['in a text area', '<textarea><a href="https://acorn.example/savings">x</a></textarea>'],
    ['in a title', '<title><a href="https://acorn.example/savings">x</a></title>'],
    ['in an attribute', '<div data-x=\'<a href="https://acorn.example/savings">\'></div>'],
    ['as plain text', 'https://acorn.example/savings'],
    ['as another tag', '<link href="https://acorn.example/savings"><area href="https://acorn.example/savings">'],
    ['without its attribute', '<a name="https://acorn.example/savings">x</a>'],
    ['at another path', '<a href="https://acorn.example/other">x</a>'],
    ['on another host', '<a href="https://www.acorn.example/savings">x</a>'],
    ['with another query', '<a href="https://acorn.example/savings?plan=2">x</a>'],
    ['with another scheme', '<a href="javascript:https://acorn.example/savings">x</a>'],
  ])('%s', async (_, html) => expect(await found(html)).toBe(false));
});

describe('what is told of the link', () => {
  it('is its rel, in lower case and once each, and what of it takes its worth', async () => {
    expect(await check({ html: `<a rel="NoFollow  noopener nofollow UGC" href="${TARGET}">x</a>` })).toMatchObject({
      rel: ['nofollow', 'noopener', 'ugc'],
      flags: ['nofollow', 'ugc'],
    });
  });
  it('is the best of several', async () => {
    const html = `<a rel="nofollow sponsored" href="${TARGET}">x</a><a rel="ugc" href="${TARGET}">x</a><a rel="ugc nofollow" href="${TARGET}">x</a>`;
    expect(await check({ html })).toMatchObject({ rel: ['ugc'], flags: ['ugc'] });
  });
  it.each([
    ['<meta name="robots" content="noindex, NOFOLLOW">', {}, ['noindex'], ['nofollow']],
    ['<meta content="none" name="Googlebot">', {}, ['noindex'], ['nofollow']],
    ['', { 'x-robots-tag': 'noindex' }, ['noindex'], []],
    ['<link rel="canonical" href="/posts/other">', {}, ['canonical_elsewhere'], []],
    ['<link rel="canonical" href="https://blog.example/posts/one/">', {}, [], []],
    ['', { link: '<https://blog.example/x>; rel="canonical"' }, ['canonical_elsewhere'], []],
    ['<meta name="robots" content="index,follow">', {}, [], []],
  ])('with %s and %j: signals %j, flags %j', async (head, headers, signals, flags) => {
    const answer = await check({ html: `<head>${head}</head><a href="${TARGET}">x</a>`, headers });
    expect(answer).toMatchObject({ link_found: true, signals, flags });
  });
});

describe('a page', () => {
  it('that does not answer 200, or is not HTML, has no link', async () => {
    const html = `<a href="${TARGET}">x</a>`;
    expect(await check({ html, status: 404 })).toMatchObject({ http_status: 404, link_found: false, error: null });
    expect(await check({ html, headers: { 'content-type': 'application/pdf' } })).toMatchObject({
      link_found: false,
      error: 'the page is not HTML but application/pdf',
    });
  });
  it('is read in the charset that it names', async () => {
    const target = 'https://acorn.example/käse';
    const latin = Buffer.from('<a href="https://acorn.example/käse">x</a>', 'latin1');
    const answer = await check({ html: latin, headers: { 'content-type': 'text/html; charset=iso-8859-1' } }, target);
    expect(answer.link_found).toBe(true);
    const meta = Buffer.concat([Buffer.from('<meta charset="iso-8859-1">'), latin]);
    expect((await check({ html: meta, headers: { 'content-type': 'text/html' } }, target)).link_found).toBe(true);
  });
  it('that cannot be fetched says why in plain words', async () => {
    const failing = (error: Error): Egress => ({ get: () => Promise.reject(error), post: () => Promise.reject(error) });
    const refused = await createPageCheck(failing(new EgressRefused('127.0.0.1 is not a public address')))({
      url: URL_,
      target: TARGET,
    });
    expect(refused).toMatchObject({
      http_status: null,
      link_found: false,
      error: 'may not be fetched: 127.0.0.1 is not a public address',
    });
    const late = await createPageCheck(failing(new EgressFailed('timeout', 'no whole answer within 10000 ms')))({
      url: URL_,
      target: TARGET,
    });
    expect(late.error).toBe('no whole answer within 10000 ms');
  });
  it('may be nested as deeply and be as long as it likes', async () => {
    const deep = `${'<div>'.repeat(50_000)}<a href="${TARGET}">x</a>`;
    expect((await check({ html: deep })).link_found).toBe(true);
    const wide = `${'<a href=x>x</a>'.repeat(130_000)}<a href="${TARGET}">x</a>`;
    expect((await check({ html: wide })).link_found).toBe(true);
  }, 20_000);
});

describe('a link in another spelling', () => {
  const wanted = 'https://acorn.example/%D8%B3%D9%84%D8%A7%D9%85/?q=caf%C3%A9';
  it.each([
    '<a href="https://acorn.example/%d8%b3%d9%84%d8%a7%d9%85/?q=caf%c3%a9">x</a>',
    '<a href="https://acorn.example/سلام?q=café">x</a>',
    '<a href="https://ACORN.example/%D8%B3%d9%84%D8%A7%d9%85/?%71=%63af%c3%A9">x</a>',
  ])('is the link: %s', async (html) => expect(await found(html, wanted)).toBe(true));

  it.each([
    ['https://acorn.example/s?a=b%26c', 'https://acorn.example/s?a=b&c'],
    ['https://acorn.example/s?a=b%3Dc', 'https://acorn.example/s?a=b=c&d'],
    ['https://acorn.example/s?a=1%2B1', 'https://acorn.example/s?a=1+1'],
    ['https://acorn.example/a%2Fb', 'https://acorn.example/a/b'],
    ['https://acorn.example/50%25', 'https://acorn.example/50%2525'],
    ['https://acorn.example/Case', 'https://acorn.example/case'],
  ])('is another where a delimiter is escaped or not: %s, %s', async (one, other) => {
    expect([await found(`<a href="${one}">x</a>`, other), await found(`<a href="${other}">x</a>`, one)]).toEqual([
      false,
      false,
    ]);
    expect(await found(`<a href="${one}">x</a>`, one)).toBe(true);
  });

  it('names the page itself as canonical', async () => {
    const url = 'https://blog.example/%d8%b3-one/?p=%2f';
    const own = '<link rel="canonical" href="https://blog.example/%D8%B3%2Done?p=%2F">';
    expect(await check({ html: own, url })).toMatchObject({ signals: [] });
    const other = '<link rel="canonical" href="https://blog.example/%D8%B3-one?p=/">';
    expect(await check({ html: other, url })).toMatchObject({ signals: ['canonical_elsewhere'] });
  });
});

describe('the rel of a link', () => {
  it.each([
    ['ugc,sponsored', ['ugc', 'sponsored'], ['sponsored', 'ugc']],
    ['nofollow, noopener', ['nofollow', 'noopener'], ['nofollow']],
    ['NOOPENER,,UGC ,nofollow', ['noopener', 'ugc', 'nofollow'], ['nofollow', 'ugc']],
    ['nofollow-not', ['nofollow-not'], []],
  ])('%s', async (rel, words, flags) =>
    expect(await check({ html: `<a rel="${rel}" href="${TARGET}">x</a>` })).toMatchObject({ rel: words, flags }),
  );
});

describe('robots rules', () => {
  const now = () => '2026-06-20T12:00:00.000Z' as Instant;
  const seen = async (head: string, robots: string | readonly string[]) => {
    const repeated = typeof robots === 'string' ? {} : { repeated: { 'x-robots-tag': robots } };
    const answer = {
      status: 200,
      body: Buffer.from(`<head>${head}</head><a href="${TARGET}">x</a>`),
      url: URL_,
      redirects: 0,
      headers: { 'content-type': 'text/html', 'x-robots-tag': typeof robots === 'string' ? robots : robots.join(', ') },
      ...repeated,
    };
    const told = await createPageCheck(
      { get: async () => answer, post: async () => answer },
      now,
    )({
      url: URL_,
      target: TARGET,
    });
    return [...told.signals, ...told.flags];
  };

  it.each([
    ['max-image-preview:none', []],
    ['max-image-preview: none, nosnippet, max-snippet: -1', []],
    ['max-snippet:-1 noindex', ['noindex']],
    ['none', ['noindex', 'nofollow']],
    ['NoIndex', ['noindex']],
    ['index, follow', []],
    ['noindexing, nofollower', []],
    ['noimageindex, noarchive', []],
    ['unavailable_after: 2026-06-19', ['noindex']],
    ['unavailable_after: 2026-06-21', []],
    ['unavailable_after: Sat, 20 Jun 2026 11:59:00 GMT, nofollow', ['noindex', 'nofollow']],
    ['unavailable_after: Saturday, 20-Jun-26 13:00:00 GMT', []],
    ['unavailable_after: 20 Jun 2026 06:00:00 PST', []],
    ['unavailable_after: 20 Jun 2026 06:00:00 EST', ['noindex']],
    ['unavailable_after: 20 Jun 2026 11:00:00', ['noindex']],
    ['unavailable_after: some day', []],
  ])('%s: %j, in a meta element and in a header', async (rules, expected) => {
    expect(await seen(`<meta name="robots" content="${rules}">`, '')).toEqual(expected);
    expect(await seen('', rules)).toEqual(expected);
  });

  it.each([
    ['googlebot: noindex', ['noindex']],
    ['GoogleBot: nofollow, noindex', ['noindex', 'nofollow']],
    ['bingbot: noindex', []],
    ['otherbot: noindex, nofollow', []],
    ['otherbot: noindex, googlebot: nofollow', ['nofollow']],
    ['nofollow, otherbot: none', ['nofollow']],
    ['googlebot: unavailable_after: 1 Jan 2026 00:00:00 GMT', ['noindex']],
    ['otherbot: unavailable_after: 1 Jan 2026 00:00:00 GMT', []],
  ])('a header is for the agents that it names: %s: %j', async (header, expected) =>
    expect(await seen('', header)).toEqual(expected),
  );

  it('each header is a list of its own', async () => {
    expect(await seen('', ['otherbot: nofollow', 'noindex'])).toEqual(['noindex']);
    expect(await seen('', ['otherbot: nofollow, noindex'])).toEqual([]);
  });

  it.each([
    ['googlebot-news', []],
    ['bingbot', []],
    ['description', []],
    [' Robots ', ['noindex']],
  ])('a meta element named %j: %j', async (name, expected) =>
    expect(await seen(`<meta name="${name}" content="noindex">`, '')).toEqual(expected),
  );
});

describe('a canonical in a header', () => {
  it.each([
    ['<https://blog.example/posts/one>; rel="canonical"', []],
    ['</posts/two>; rel=canonical', ['canonical_elsewhere']],
    [
      '<https://blog.example/a>; rel="next", <https://blog.example/b>; rel="shortlink canonical"',
      ['canonical_elsewhere'],
    ],
    ['<https://blog.example/b>; rel="canonical2"', []],
    ['<https://blog.example/b>; title="rel=canonical"; rel="next"', []],
    ['<https://blog.example/b>; rel="canonical"; anchor="https://blog.example/c"', []],
  ])('%s: %j', async (link, signals) =>
    expect(await check({ html: '<base href="https://acorn.example/x/">', headers: { link } })).toMatchObject({
      signals,
    }),
  );
});

describe('the charset', () => {
  const WANTED = 'https://acorn.example/käse';
  const LINK = '<a href="https://acorn.example/käse">x</a>';
  const latin = (html: string) => Buffer.from(html, 'latin1');
  const utf16 = (html: string) => Buffer.from(`\ufeff${html}`, 'utf16le');
  const padding = ' '.repeat(1100);
  it.each<[string, string, Buffer]>([
    ['a mark before the header', 'text/html; charset=iso-8859-1', Buffer.from(`\ufeff${LINK}`)],
    ['a mark of UTF-16, little end', 'text/html; charset=utf-8', utf16(LINK)],
    ['a mark of UTF-16, big end', 'text/html', utf16(LINK).swap16()],
    ['the header before the document', 'text/html; charset="UTF-8"', Buffer.from(`<meta charset=latin1>${LINK}`)],
    ['an unknown header passed over', 'text/html; charset=none-such', latin(`<meta charset=latin1>${LINK}`)],
    ['a meta element', 'text/html', latin(`<head><META data-x="<b>" CharSet = 'ISO-8859-1' >${LINK}`)],
    [
      'a meta element that stands for a header',
      'text/html',
      latin(`<meta content="text/html; charset=windows-1252" http-equiv="Content-Type">${LINK}`),
    ],
    ['none in a comment', 'text/html', Buffer.from(`<!-- <meta charset=latin1> --><meta charset=utf-8>${LINK}`)],
    [
      'none in a script',
      'text/html',
      Buffer.from(`<script>"<meta charset=latin1>"</script><meta charset=utf-8>${LINK}`),
    ],
    ['none in a title', 'text/html', Buffer.from(`<title><meta charset=latin1></title><meta charset=utf-8>${LINK}`)],
    [
      'none in an attribute',
      'text/html',
      Buffer.from(`<p title="<meta charset=latin1>"><meta charset="utf-8">${LINK}`),
    ],
    ['none of another meta element', 'text/html', Buffer.from(`<meta name=x content="charset=latin1">${LINK}`)],
    ['UTF-16 that is declared in ASCII is UTF-8', 'text/html', Buffer.from(`<meta charset="utf-16">${LINK}`)],
    ['UTF-16BE likewise', 'text/html', Buffer.from(`<meta charset="UTF-16BE">${LINK}`)],
    ['none behind the first 1,024 bytes', 'text/html', Buffer.from(`${padding}<meta charset=latin1>${LINK}`)],
    ['UTF-8 where nothing is declared', 'text/html', Buffer.from(LINK)],
    ['windows-1252 where it cannot be UTF-8', 'text/html', latin(LINK)],
    [
      'of an XML declaration',
      'application/xhtml+xml',
      latin(`<?xml version="1.0" encoding="ISO-8859-1"?><html>${LINK}</html>`),
    ],
  ])('%s', async (_, type, html) =>
    expect((await check({ html, headers: { 'content-type': type } }, WANTED)).link_found).toBe(true),
  );
});

describe('a page in XHTML', () => {
  const xhtml = async (inner: string) =>
    (
      await check({
        html: `<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x.dtd"><html xmlns="http://www.w3.org/1999/xhtml" xmlns:h="http://www.w3.org/1999/xhtml">${inner}</html>`,
        headers: { 'content-type': 'application/xhtml+xml' },
      })
    ).link_found;
  const LINK = `<a href="${TARGET}">x</a>`;
  it.each([
    ['behind a script that closes itself', `<head><script src="a.js"/></head><body>${LINK}</body>`],
    ['behind a title and a frame that do', `<head><title/></head><body><iframe src="y" />${LINK}</body>`],
    ['behind an anchor that does', `<body><a name="top"/>${LINK}</body>`],
    ['behind CDATA that looks like a script', `<body><![CDATA[<script>]]>${LINK}</body>`],
    ['behind a script in CDATA', `<script><![CDATA[ if (a < b) "</x>" ]]></script>${LINK}`],
    ['under a prefix', `<h:body><h:a href="${TARGET}">x</h:a></h:body>`],
    ['behind an instruction', `<?php echo "<script>" ?>${LINK}`],
  ])('has its link %s', async (_, inner) => expect(await xhtml(inner)).toBe(true));
  it.each([
    ['in CDATA', `<body><![CDATA[${LINK}]]></body>`],
    ['in a comment', `<body><!-- > ${LINK} --></body>`],
    ['in a script', `<script><x>${LINK}</x></script>`],
    ['in noscript', `<body><noscript><p>${LINK}</p></noscript></body>`],
    ['in a template', `<template><template/>${LINK}</template>`],
    ['of a foreign prefix', `<body xmlns:z="urn:z"><z:a href="${TARGET}">x</z:a></body>`],
  ])('has none %s', async (_, inner) => expect(await xhtml(inner)).toBe(false));
});

describe('the base of a page', () => {
  const FIRST = '<base target="_top"><base href="https://acorn.example/"><base href="https://other.example/">';
  it.each([
    ['is the first that has an address', FIRST, true],
    ['is the first even where that is of the page itself', `<base href="${URL_}">${FIRST}`, false],
    ['is the first even where that cannot be read', `<base href="http://[">${FIRST}`, false],
    ['is none where it leads nowhere', `<base href="data:text/html,x">${FIRST}`, false],
    [
      'is not in a drawing',
      '<svg><base href="https://other.example/"/></svg><base href="https://acorn.example/">',
      true,
    ],
  ])('%s', async (_, head, expected) => expect(await found(`${head}<a href="savings">x</a>`)).toBe(expected));
});
