import { describe, expect, it } from 'vitest';
import { type Egress, EgressFailed, EgressRefused } from '#adapters/egress';
import { createPageCheck, sameForm } from '#adapters/page-check';

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
      ...{ rel: ['nofollow', 'noopener', 'ugc'], flags: ['nofollow', 'ugc'] },
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
      ...{ link_found: false, error: 'the page is not HTML but application/pdf' },
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
      ...{ url: URL_, target: TARGET },
    });
    expect(refused).toMatchObject({
      ...{ http_status: null, link_found: false, error: 'may not be fetched: 127.0.0.1 is not a public address' },
    });
    const late = await createPageCheck(failing(new EgressFailed('timeout', 'no whole answer within 10000 ms')))({
      ...{ url: URL_, target: TARGET },
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

it('addresses that lead to the same page are one', () => {
  expect(sameForm('https://a.example')).toBe(sameForm('http://A.example:80/#x'));
  expect(sameForm('https://a.example/x?b=1&utm_campaign=z')).toBe(sameForm('https://a.example/x/?b=1'));
  expect(sameForm('https://a.example:8443/')).not.toBe(sameForm('https://a.example/'));
});
