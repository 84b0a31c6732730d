import { describe, expect, it } from 'vitest';
import type { AccountId, BrandingId } from '#domain/kernel/ids';
import { LANGUAGES } from '#domain/kernel/language';
import { type Instant, plusMinutes } from '#domain/kernel/time';
import { invitationMail, signInLinkMail } from '#domain/platform/member-mail';
import { LINKS_AN_HOUR, type SignInLinkCommand, signInLinks } from '#domain/platform/sign-in';
import { spec } from '#test/support/spec';

const { given, lived } = spec(signInLinks);
const start = '2026-06-17T10:00:00.000Z' as Instant;
const at = (minutes: number): Instant => plusMinutes(start, minutes);
type Request = Extract<SignInLinkCommand, { type: 'Request' }>;
const request = (n: number, minutes = 0, more: Partial<Request> = {}): SignInLinkCommand => ({
  type: 'Request',
  link: `link-${n}`,
  begins: 'a202606',
  tokenSha256: `hash-${n}`,
  address: 'sealed:v1:address-a:1:bWFpbA',
  as: [{ kind: 'account', account_id: 1 as AccountId }],
  branding_id: null,
  language: 'en',
  next: null,
  earlier: [],
  now: at(minutes),
  ...more,
});
const use = (n: number, minutes = 0): SignInLinkCommand => ({ type: 'Use', link: `link-${n}`, now: at(minutes) });
const five = Array.from({ length: LINKS_AN_HOUR }, (_, n) => request(n, n));

describe('a link for signing in', () => {
  it('is good for 15 minutes and works once; the log knows the hash of its secret', () => {
    given()
      .when(request(1))
      .answers({ type: 'SignInLinkRequested', data: { link: 'link-1', token_sha256: 'hash-1', expires_at: at(15) } });
    given(...lived(request(1)))
      .when(use(1, 14.99))
      .answers({ type: 'SignInLinkUsed', data: { link: 'link-1' } });
    given(...lived(request(1)))
      .when(use(1, 15))
      .refused('link_over');
    given(...lived(request(1), use(1)))
      .when(use(1))
      .refused('link_over');
    given(...lived(request(1)))
      .when(use(2))
      .refused('link_over');
  });

  it('is one of five in any hour, used or not', () => {
    given(...lived(...five, use(1, 5)))
      .when(request(9, 59.99))
      .refused('rate_limited');
    given(...lived(...five))
      .when(request(9, 60))
      .answers('SignInLinkRequested');
    // The second of the five is an hour old a minute later.
    given(...lived(...five, request(9, 60)))
      .when(request(10, 60))
      .refused('rate_limited');
    given(...lived(...five, request(9, 60)))
      .when(request(10, 61))
      .answers('SignInLinkRequested');
  });

  it('counts those of the month before, too, and not those under another name', () => {
    const earlier = five.map((_, n) => ({ at: at(-n), branding_id: null }));
    given()
      .when(request(1, 10, { earlier }))
      .refused('rate_limited');
    given()
      .when(request(1, 60, { earlier }))
      .answers('SignInLinkRequested');
    given(...lived(...five))
      .when(request(9, 10, { branding_id: 3 as BrandingId }))
      .answers('SignInLinkRequested');
  });
});

describe('mails about signing in', () => {
  const of = { brand: 'Acorn <Agency>', address: 'https://a.example/app/sign-in/t/', contact: 'hello@acorn.example' };

  it.each(LANGUAGES)('are there in %s, with nothing left open and nobody else named', (language) => {
    for (const mail of [invitationMail, signInLinkMail])
      for (const name of ['Ada', null]) {
        const { subject, text, html } = mail({ ...of, language, name });
        expect(`${subject}\n${text}`).not.toMatch(/[{}]|undefined|igny8|alorig/i);
        expect(subject).toContain('Acorn');
        expect(text).toContain(of.address);
        expect(html).toContain(`<html lang="${language}"${language === 'ar' ? ' dir="rtl"' : ''}>`);
        expect(html).toContain(`<a href="${of.address}">`);
        expect(html).not.toContain('<Agency>');
      }
    expect(invitationMail({ ...of, language, name: 'Ada' }).text).toContain('Ada');
    expect(invitationMail({ ...of, language, name: null, contact: null }).text).not.toContain('hello@');
  });

  it('are of a language each', () => {
    const texts = LANGUAGES.map((language) => signInLinkMail({ ...of, language, name: null }).text);
    expect(new Set(texts).size).toBe(LANGUAGES.length);
  });
});
