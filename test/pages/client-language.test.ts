import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PAGE_WORDS } from '#api/pages/language/index';
import { LANGUAGES, type Language } from '#domain/kernel/language';
import { must } from '#test/support/backlinks';
import { withMembers } from '#test/support/made-members';
import { withMoney } from '#test/support/money';
import { elements, formOf, type Houses, houses, Reader, textOf } from '#test/support/pages';
import { Visitor } from '#test/support/visitor';
import { SAMPLES } from './samples.ts';

let world: Houses;
beforeAll(async () => {
  world = await withMembers(await withMoney(await houses()));
}, 120_000);
afterAll(() => world?.stop());

const reader = (language: string): Reader =>
  new Reader(world.url, world.tokens.client, { 'accept-language': language });
const shown = (html: string): string =>
  elements(html)
    .filter(({ tagName }) => tagName === 'body')
    .map(textOf)
    .join(' ')
    .replaceAll(/\s+/g, ' ');
/** Of English, what is no word that another language may have, too. */
const SENTENCES = Object.values(PAGE_WORDS.en)
  .flatMap((phrase) => (typeof phrase === 'string' ? [phrase] : Object.values(phrase)))
  .flatMap((text) => text.split(/\{\w+\}/))
  .map((text) => text.trim())
  .filter((text) => text.split(' ').length >= 3);
const KEYS = Object.keys(PAGE_WORDS.en);

/** Every page that a client is shown, by an address of account 1. */
const pages = (): string[] =>
  world.running.app.routes
    .filter(
      ({ page, method, roles, path }) =>
        page &&
        method === 'get' &&
        path.startsWith('/app/') &&
        (roles as readonly string[]).includes('client') &&
        !/\/(live|csv|pdf|page)\/$/.test(path),
    )
    .map(({ path }) => {
      const [known] = Object.keys(SAMPLES)
        .filter((each) => path.startsWith(each))
        .sort((a, b) => b.length - a.length);
      return known === undefined ? path : path.replace(known, SAMPLES[known]?.own ?? '');
    });

describe('pages of clients', () => {
  it.each(LANGUAGES.filter((each) => each !== 'en'))('say nothing in English to who reads %s', async (language) => {
    const ada = reader(language);
    const seen: string[] = [];
    for (const path of pages()) {
      const { status, html } = await ada.get(path);
      const text = shown(html);
      expect([path, SENTENCES.filter((each) => text.includes(each))]).toEqual([path, []]);
      expect([path, KEYS.filter((each) => each.includes('.') && text.includes(each))]).toEqual([path, []]);
      expect([path, /\{\w+\}/.exec(text)?.[0]]).toEqual([path, undefined]);
      if (status !== 200) continue;
      seen.push(path);
      const direction = language === 'ar' ? 'rtl' : 'ltr';
      expect(html, path).toMatch(new RegExp(`<html lang="${language}" dir="${direction}"`));
    }
    expect(seen).toEqual(
      expect.arrayContaining(['/app/overview/', '/app/orders/1/', '/app/invoices/1/', '/app/members/1/']),
    );
  });

  it('begin with a page for signing in, in the language that the browser asks for', async () => {
    const nobody = new Reader(world.url, null, { 'accept-language': 'ja' });
    const { html } = await nobody.get('/app/sign-in/');
    expect(html).toContain('<html lang="ja" dir="ltr"');
    expect(html).toContain('メールのリンクでログイン');
    expect((await nobody.get('/app/sign-in/wrong/')).html).toContain('このリンクは無効です');
  });

  it('say what is wrong with a form in its reader’s language', async () => {
    const ada = reader('de');
    const invited = await ada.fill('/app/members/invite/', 'invite', { '/name': 'Ada', '/email': 'nobody' });
    expect(invited.status).toBe(422);
    expect(invited.html).toContain('muss eine E-Mail-Adresse sein');
    const twice = { '/name': 'Ada', '/email': 'member1@example.com', '/may': ['reports'] };
    expect((await ada.fill('/app/members/invite/', 'invite', twice)).html).toContain('bereits jemand Mitglied');
    const disputed = await ada.fill('/app/invoices/1/dispute/', 'dispute', { '/reason': '' });
    expect(shown(disputed.html)).not.toMatch(/expected|must|dispute \d/);
  });

  it('are in the language that was asked for, and else in that of the account’s reports', async () => {
    expect((await reader('fr;q=0.4, de-AT;q=0.9').get('/app/overview/')).html).toContain('lang="de"');
    expect((await reader('sv').get('/app/overview/')).html).toContain('lang="en"');
    const reporting = { language: 'es' satisfies Language };
    await must(world.patch('services/subscriptions/2/', { service_config: { reporting } }));
    const other = new Reader(world.url, world.tokens.otherClient, { 'accept-language': 'sv' });
    expect((await other.get('/app/overview/')).html).toContain('lang="es"');
  });

  it('are chosen at the foot of every page: by who is no member for their browser, by a member for good', async () => {
    const ada = reader('fr');
    const form = formOf((await ada.get('/app/orders/')).html, 'language');
    form.fields.set('/language', 'de');
    const done = await ada.send(form.action, form.fields);
    expect([done.status, done.headers.get('location')]).toEqual([303, '/app/orders/']);
    const cookie = (done.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    expect(cookie).toBe('language=de');
    expect((await ada.get('/app/orders/', { cookie })).html).toContain('lang="de"');
    expect((await ada.get('/app/no-such-page/', { cookie })).html).toContain('Diese Seite gibt es nicht');
    form.fields.set('/language', 'xx');
    form.fields.set('_key', 'another');
    expect((await ada.send(form.action, form.fields)).status).toBe(422);

    const visitor = new Visitor(world.url);
    await visitor.post('/app/sign-in/', { email: 'member1@example.com' });
    const { now } = await must(world.get('sandbox/clock/'));
    await world.advance(new Date(Date.parse(now) + 60_000).toISOString());
    const { results } = await must(world.get('sandbox/mail/'));
    const mail = (results as { to: string[]; text: string }[]).findLast(({ to }) => to.includes('member1@example.com'));
    await visitor.post(/\/app\/sign-in\/[\w.-]+\//.exec(mail?.text ?? '')?.[0] ?? '', { choice: '0' });
    const { text } = await visitor.get('/app/overview/');
    const own = formOf(text, 'language');
    own.fields.set('/language', 'fr');
    await visitor.post(own.action, Object.fromEntries(own.fields));
    expect(await must(world.get('services/members/1/'))).toMatchObject({ language: 'fr' });
    expect((await visitor.get('/app/overview/')).text).toContain('lang="fr"');
  });
});

it('the team reads English, whatever its browsers ask for', async () => {
  const admin = new Reader(world.url, world.tokens.admin, { 'accept-language': 'de' });
  expect((await admin.get('/app/services/')).html).toContain('lang="en"');
});
