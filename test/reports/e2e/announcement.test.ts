import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadConfig } from '#app/config';
import { type Running, start } from '#app/main';
import { LANGUAGES } from '#domain/kernel/language';
import { ADMIN, Client, clientFacts, databaseUrl, fact, type SandboxApi, sandboxApi } from '#test/support/api';
import { must } from '#test/support/backlinks';
import { plainReports } from '#test/support/plain-reports';
import { type TestDatabase, testDatabase } from '#test/support/postgres';

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

describe('an announcement to a thousand users, of a process that is killed in between', () => {
  const USERS = 1000;
  const ACCOUNTS = 20;
  let database: TestDatabase;
  let running: Running;
  let api: Client;
  const open = async () => {
    running = await start(
      loadConfig({
        SANDBOX: 'true',
        SANDBOX_CLOCK: '2026-06-17T08:00:00Z',
        PORT: '0',
        DATABASE_URL: databaseUrl(database),
        BOOTSTRAP_ADMIN_TOKEN: ADMIN,
        LOG_LEVEL: 'silent',
        RATE_LIMIT_PER_MINUTE: '100000',
      }),
      { drawReports: plainReports },
    );
    api = new Client(running.url);
  };
  beforeAll(async () => {
    database = await testDatabase();
    await open();
    const accounts = Array.from({ length: ACCOUNTS }, (_, n) =>
      fact('AccountRegistered', {
        account_id: n + 1,
        name: `Client ${n + 1}`,
        email: `client${n + 1}@example.com`,
        plan: 'scale',
      }),
    );
    const users = Array.from({ length: USERS }, (_, n) =>
      fact('UserRegistered', {
        user_id: n + 1,
        account_id: (n % ACCOUNTS) + 1,
        name: `User ${n + 1}`,
        email: `user${n + 1}@example.com`,
      }),
    );
    await must(api.post('platform/facts/', accounts));
    for (let from = 0; from < USERS; from += 500)
      await must(api.post('platform/facts/', users.slice(from, from + 500)));
    // The same person under a second user, in other letters: one copy.
    await must(
      api.post('platform/facts/', [
        fact('UserRegistered', { user_id: USERS + 1, account_id: 1, name: 'Again', email: 'USER1@example.com' }),
      ]),
    );
  });
  afterAll(async () => {
    await running.stop();
    await database.drop();
  });

  it('reaches each of them once', async () => {
    const { id } = await must(api.post(ANNOUNCEMENTS, { texts }), 201);
    await must(api.post(`${ANNOUNCEMENTS}${id}/start/`, {}));
    expect((await api.post(`${ANNOUNCEMENTS}${id}/start/`, {})).status).toBe(409);
    const look = async () => must(api.get(`${ANNOUNCEMENTS}${id}/`));
    const half: number[] = [];
    for (let kills = 0; ; kills++) {
      const seen = await look();
      if (seen.status === 'sent') {
        expect(half.length).toBeGreaterThan(1);
        break;
      }
      if (kills < 4) {
        // Killed where it stands: what was under way is not waited for.
        if (seen.settled < USERS) half.push(seen.settled);
        await running.stop();
        await open();
      }
      if (kills >= 4) await api.post('sandbox/clock/advance/', { by: '1m' });
      expect(kills).toBeLessThan(60);
    }
    const done = await look();
    expect(done).toMatchObject({
      addressed: USERS,
      settled: USERS,
      all_addressed: true,
      outcomes: { accepted: USERS },
    });
    const mails = newsIn((await must(api.get('sandbox/mail/'))).results);
    const to = mails.map((mail) => mail.to.join());
    expect(new Set(to).size).toBe(USERS);
    expect(to).toHaveLength(USERS);
    // A thousand mails and four restarts: long where the machine is busy.
  }, 240_000);
});

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
