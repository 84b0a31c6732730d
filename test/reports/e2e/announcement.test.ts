import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LANGUAGES } from '#domain/kernel/language';
import { clientFacts, fact, type SandboxApi, sandboxApi } from '#test/support/api';
import { must } from '#test/support/backlinks';

const ANNOUNCEMENTS = 'ops/announcements/';
const texts = Object.fromEntries(
  LANGUAGES.map((language) => [
    language,
    { subject: `News (${language})`, text: `It is here.\n\nWritten in ${language}.` },
  ]),
);
type Mail = {
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly headers: Record<string, string>;
};
const newsIn = (mails: readonly Mail[]) => mails.filter(({ subject }) => subject.startsWith('News'));

describe('whom an announcement goes to', () => {
  let api: SandboxApi;
  beforeAll(async () => {
    api = await sandboxApi('2026-06-17T08:00:00Z');
    await must(
      api.post('platform/facts/', [
        ...clientFacts(1, 11),
        ...clientFacts(2, 22, 'growth'),
        ...clientFacts(3, 33),
        ...[1, 2, 3].map((n) =>
          fact('UserRegistered', { user_id: n, account_id: n, name: `U ${n}`, email: `u${n}@example.com` }),
        ),
      ]),
    );
    const german = { account_id: 3, site_id: 33, tier: 'lite', service_config: { reporting: { language: 'de' } } };
    await must(api.post('services/subscriptions/', german), 201);
  });
  afterAll(() => api.stop());

  const draft = async (more: object = {}) =>
    (await must(api.post(ANNOUNCEMENTS, { texts, ...more }), 201)).id as number;
  const sent = async (id: number) => {
    await must(api.post(`${ANNOUNCEMENTS}${id}/start/`, {}));
    await api.post('sandbox/clock/advance/', { by: '5m' });
    return must(api.get(`${ANNOUNCEMENTS}${id}/`));
  };
  const news = async () => newsIn((await must(api.get('sandbox/mail/'))).results) as Mail[];

  it('is written to in the language that they read, with one click to get no more', async () => {
    const id = await draft();
    const preview = await must(api.get(`${ANNOUNCEMENTS}${id}/preview/?language=ar`));
    expect(preview.html).toContain('dir="rtl"');
    expect(await sent(id)).toMatchObject({ status: 'sent', outcomes: { accepted: 3 } });
    const mails = await news();
    expect(mails.find(({ to }) => to[0] === 'u3@example.com')?.subject).toBe('News (de)');
    const first = mails.find(({ to }) => to[0] === 'u1@example.com');
    const url = /<(.*)>/.exec(first?.headers['List-Unsubscribe'] ?? '')?.[1] ?? '';
    expect(first?.headers['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click');
    expect(first?.text).toContain(url);
    const path = new URL(url).pathname;
    expect((await api.get(path, { token: null })).body).toContain('Announcements by e-mail');
    const click = await fetch(`${api.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'List-Unsubscribe=One-Click',
    });
    expect(click.status).toBe(200);
    // Announcements are a topic of their own, and the next one passes them over.
    expect(await sent(await draft())).toMatchObject({ addressed: 3, outcomes: { accepted: 2, unsubscribed: 1 } });
  });

  it('is of the plans that are named, and of the languages that are written', async () => {
    expect(await sent(await draft({ audience: { plans: ['growth'] } }))).toMatchObject({ addressed: 1 });
    const english = { texts: { en: texts['en'] } };
    const id = await draft(english);
    const refused = await api.post(`${ANNOUNCEMENTS}${id}/start/`, {});
    expect([refused.status, refused.body.detail]).toEqual([409, expect.stringContaining('de, fr')]);
    const some = await draft({ ...english, audience: { written_languages_only: true } });
    expect(await sent(some)).toMatchObject({ outcomes: { other_language: 1 } });
  });

  it('names no house where it goes out in an agency’s name', async () => {
    const house = { en: { subject: 'News of IGNY8', text: 'x' } };
    const refused = await api.post(ANNOUNCEMENTS, { texts: house, audience: { white_label: 'in_agency_name' } });
    expect([refused.status, refused.body.errors[0].pointer]).toEqual([422, '/texts/en']);
    await draft({ texts: house });
  });

  it('is stopped for good', async () => {
    const id = await draft();
    expect(await must(api.post(`${ANNOUNCEMENTS}${id}/stop/`, { reason: 'wrong price' }))).toMatchObject({
      status: 'stopped',
      stopped_reason: 'wrong price',
    });
    expect((await api.post(`${ANNOUNCEMENTS}${id}/start/`, {})).status).toBe(409);
    expect((await api.post(`${ANNOUNCEMENTS}${id}/stop/`, { reason: 'again' })).status).toBe(409);
    expect((await must(api.get(ANNOUNCEMENTS))).count).toBeGreaterThan(3);
  });
});
