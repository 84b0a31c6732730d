import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadConfig } from '#app/config';
import { start } from '#app/main';
import type { Instant } from '#domain/kernel/time';
import { TestClock } from '#runtime/clock';
import { START } from '#runtime/event-store';
import { ADMIN, clientFacts, databaseUrl, fact, type SandboxApi, sandboxApi } from '#test/support/api';
import { must } from '#test/support/backlinks';
import { Visitor } from '#test/support/visitor';

const SIGN_IN = '/app/sign-in/';
const OUT = '/app/sign-out/';
const MEMBERS = 'services/members/';
type Mail = { readonly to: readonly string[]; readonly subject: string; readonly text: string };

describe('signing in, over HTTP', () => {
  let api: SandboxApi;
  let visitors = 0;
  let now = '2026-06-17T08:00:00.000Z';
  const advance = async (by: number) => {
    now = new Date(Date.parse(now) + by).toISOString();
    await api.advance(now);
  };
  const MINUTE = 60_000;
  const HOUR = 60 * MINUTE;
  const mails = async (to: string): Promise<Mail[]> =>
    (await must(api.get('sandbox/mail/'))).results.filter((mail: Mail) => mail.to.includes(to));
  const linksTo = async (to: string): Promise<string[]> =>
    (await mails(to)).flatMap(({ text }) => /\/app\/sign-in\/[\w-]{60,}\//.exec(text)?.[0] ?? []);
  const visitor = () => new Visitor(api.running.url);
  const someone = async (more: object = {}): Promise<{ id: number; email: string }> => {
    visitors += 1;
    const email = `person${visitors}@client.example`;
    const body = { account_id: 1, name: `Person ${visitors}`, email, may: ['reports'], ...more };
    return { id: (await must(api.post(MEMBERS, body), 201)).id, email };
  };
  const askedFor = async (email: string, from = visitor(), next?: string): Promise<string> => {
    const before = (await linksTo(email)).length;
    const answer = await from.post(SIGN_IN, { email, ...(next === undefined ? {} : { next }) });
    expect(answer.status).toBe(303);
    await advance(1);
    return (await linksTo(email))[before] ?? '';
  };
  const signedIn = async (email: string): Promise<Visitor> => {
    const person = visitor();
    const link = await askedFor(email, person);
    expect((await person.post(link)).status).toBe(303);
    return person;
  };
  const isIn = async (person: Visitor): Promise<boolean> => (await person.get(OUT)).status === 200;

  beforeAll(async () => {
    api = await sandboxApi(now);
    await must(
      api.post('platform/facts/', [
        ...clientFacts(1, 11),
        ...clientFacts(2, 22),
        fact('AccountRegistered', {
          account_id: 5,
          name: 'Agency',
          email: 'a@agency.example',
          plan: 'scale',
          kind: 'agency',
        }),
      ]),
    );
    await must(api.post(MEMBERS, { account_id: 1, name: 'Ada', email: 'ada@client.example', may: ['approve'] }), 201);
  });
  afterAll(() => api.stop());

  it('by a link that is sent to a member, shows a button and acts once', async () => {
    const { id, email } = await someone();
    const person = visitor();
    await person.post(SIGN_IN, { email: ` ${email.toUpperCase()}`, next: '/app/orders/?status=active' });
    await advance(1);
    const [link = ''] = await linksTo(email);
    expect(link).not.toBe('');
    const shown = await person.get(link);
    expect([shown.status, shown.headers['content-security-policy']]).toEqual([
      200,
      expect.stringContaining("form-action 'self'"),
    ]);
    expect(shown.headers['referrer-policy']).toBe('same-origin');
    // Whoever only looks at it has not signed in, and used nothing up.
    expect(person.session).toBeUndefined();
    expect((await must(api.get(`${MEMBERS}${id}/`))).status).toBe('invited');
    const done = await person.post(link, { choice: '0' });
    expect([done.status, done.headers['location']]).toEqual([303, '/app/orders/?status=active']);
    expect(done.headers['set-cookie']).toMatch(/^__Host-session=[\w-]{43}; Path=\/; Secure; HttpOnly; SameSite=Lax$/);
    expect(await isIn(person)).toBe(true);
    await advance(1);
    expect(await must(api.get(`${MEMBERS}${id}/`))).toMatchObject({
      status: 'active',
      last_sign_in_at: expect.any(String),
    });
    const again = visitor();
    expect([(await again.get(link)).status, (await again.post(link)).status, again.session]).toEqual([
      410,
      410,
      undefined,
    ]);
  });

  it('by links that end after 15 minutes, and by none that was made up', async () => {
    const { email } = await someone();
    const link = await askedFor(email);
    await advance(15 * MINUTE);
    expect((await visitor().post(link)).status).toBe(410);
    const made = `${link.slice(0, -10)}AAAAAAAAA/`;
    expect((await visitor().post(made)).status).toBe(410);
  });

  it('tells nobody whether an address is known, and sends five links an hour', async () => {
    const { email } = await someone();
    const [known, unknown] = [
      await visitor().post(SIGN_IN, { email }),
      await visitor().post(SIGN_IN, { email: 'nobody@else.example' }),
    ];
    const told = ({ status, headers, text }: typeof known) => [
      status,
      headers['location'],
      headers['set-cookie'],
      text,
    ];
    expect(told(known)).toEqual(told(unknown));
    for (let n = 0; n < 6; n++) await visitor().post(SIGN_IN, { email });
    await advance(1);
    expect([(await linksTo(email)).length, (await linksTo('nobody@else.example')).length]).toEqual([5, 0]);
    // Their last link is good, and an hour after the first there is another one.
    await advance(HOUR);
    expect(await askedFor(email)).not.toBe('');
    expect((await visitor().post(SIGN_IN, { email: 'not an address' })).status).toBe(422);
  });

  it('with a session of its own each time: one that was planted is never taken', async () => {
    const { email } = await someone();
    const person = visitor();
    const planted = 'p'.repeat(43);
    person.cookies.set('__Host-session', planted);
    const link = await askedFor(email, person);
    await person.post(link);
    const first = person.session ?? '';
    expect(first).not.toBe(planted);
    const other = visitor();
    other.cookies.set('__Host-session', planted);
    expect(await isIn(other)).toBe(false);
    // Whoever signs in again has another one, and the one before has ended.
    await person.post(await askedFor(email, person));
    expect(person.session).not.toBe(first);
    other.cookies.set('__Host-session', first);
    expect([await isIn(other), await isIn(person)]).toEqual([false, true]);
  });

  it('for twelve hours without a request, and for a week in any case', async () => {
    const { email } = await someone();
    const person = await signedIn(email);
    await advance(11.9 * HOUR);
    expect(await isIn(person)).toBe(true);
    await advance(11.9 * HOUR);
    expect(await isIn(person)).toBe(true);
    await advance(12 * HOUR);
    expect(await isIn(person)).toBe(false);
    const steady = await signedIn(email);
    for (let n = 0; n < 15; n++) {
      await advance(11 * HOUR);
      expect(await isIn(steady)).toBe(true);
    }
    await advance(4 * HOUR);
    expect(await isIn(steady)).toBe(false);
  }, 60_000);

  it('and what keeps a session alive appends nothing', async () => {
    const { email } = await someone();
    const person = await signedIn(email);
    const head = async () => (await api.running.system.around.store.head()).position;
    await advance(20 * MINUTE);
    const before = await head();
    for (let n = 0; n < 5; n++) expect(await isIn(person)).toBe(true);
    expect(await head()).toBe(before);
  });

  it('until they sign out: here, or everywhere', async () => {
    const { email } = await someone();
    const [desk, phone] = [await signedIn(email), await signedIn(email)];
    const kept = desk.session ?? '';
    expect((await desk.post(OUT)).headers['location']).toBe(SIGN_IN);
    expect(desk.session).toBeUndefined();
    desk.cookies.set('__Host-session', kept);
    expect([await isIn(desk), await isIn(phone)]).toEqual([false, true]);
    const [third, fourth] = [await signedIn(email), await signedIn(email)];
    await third.post(OUT, { everywhere: 'yes' });
    expect([await isIn(phone), await isIn(third), await isIn(fourth)]).toEqual([false, false, false]);
    expect(await isIn(await signedIn(email))).toBe(true);
  });

  it('in every process, and after a restart', async () => {
    const { email } = await someone();
    const person = await signedIn(email);
    const config = loadConfig({
      SANDBOX: 'true',
      DATABASE_URL: databaseUrl(api.database),
      BOOTSTRAP_ADMIN_TOKEN: ADMIN,
      LOG_LEVEL: 'silent',
    });
    const second = await start(config, { listen: false });
    try {
      const { sessions } = second.system.commands;
      expect(await sessions.find(person.session ?? '')).toMatchObject({
        kind: 'session',
        accountId: 1,
        may: ['reports'],
      });
      // What one process saw of it is known to the other: 11 hours later than it would else have ended.
      await advance(11 * HOUR);
      expect(await isIn(person)).toBe(true);
      await advance(11 * HOUR);
      const { clock } = second.system.around;
      if (clock instanceof TestClock) clock.set(now as Instant);
      expect(await sessions.find(person.session ?? '')).not.toBeNull();
      const kept = person.session ?? '';
      await person.post(OUT, { everywhere: 'yes' });
      expect(await sessions.find(kept)).toBeNull();
    } finally {
      await second.stop();
    }
  });

  it('as long as what they signed in by is there', async () => {
    const { id, email } = await someone();
    const person = await signedIn(email);
    await must(api.delete(`${MEMBERS}${id}/`), 204);
    expect(await isIn(person)).toBe(false);
    expect(await askedFor(email)).toBe('');

    const issued = await must(api.post('auth/tokens/', { role: 'client', account_id: 1 }), 201);
    const holder = visitor();
    const done = await holder.post(`${SIGN_IN}token/`, { token: issued.token });
    expect([done.status, done.headers['location'], await isIn(holder)]).toEqual([303, '/app/', true]);
    await must(api.delete(`auth/tokens/${issued.id}/`), 204);
    expect(await isIn(holder)).toBe(false);
    const refused = await visitor().post(`${SIGN_IN}token/`, { token: issued.token });
    expect([refused.status, refused.headers['set-cookie']]).toEqual([403, undefined]);

    const { email: theirs } = await someone({ account_id: 2 });
    const [member, registered] = [await signedIn(theirs), await signedIn('client2@example.com')];
    expect([await isIn(member), await isIn(registered)]).toEqual([true, true]);
    await must(api.delete('audit/subjects/account/2/'));
    expect([await isIn(member), await isIn(registered)]).toEqual([false, false]);
    expect([await askedFor(theirs), await askedFor('client2@example.com')]).toEqual(['', '']);
  });

  it('is never a key to the API, and pages send whoever has none to sign in', async () => {
    const person = await signedIn((await someone()).email);
    expect((await person.get('/api/v1/services/members/')).status).toBe(401);
    const sent = await visitor().get('/app/sign-out/?a=1');
    expect([sent.status, sent.headers['location']]).toEqual([303, `${SIGN_IN}?next=%2Fapp%2Fsign-out%2F%3Fa%3D1`]);
    const page = await visitor().get(sent.headers['location'] ?? '');
    expect(page.text.match(/name="next" value="\/app\/sign-out\/\?a=1"/g)).toHaveLength(2);
    const fragment = await visitor().get(OUT, { headers: { 'hx-request': 'true' } });
    expect([fragment.status, fragment.headers['hx-redirect']]).toEqual([401, expect.stringContaining(SIGN_IN)]);
    // Whoever shows a token is told that it is wrong, not sent anywhere.
    expect((await visitor().get(OUT, { headers: { authorization: 'Bearer igny8_x_1_y' } })).status).toBe(401);
  });

  it('takes no form that another site sent', async () => {
    const { email } = await someone();
    const person = await signedIn(email);
    const foreign = [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ];
    const link = await askedFor(email);
    for (const headers of foreign) {
      expect((await person.post(OUT, {}, { headers })).status).toBe(403);
      expect((await visitor().post(SIGN_IN, { email }, { headers })).status).toBe(403);
      const victim = visitor();
      expect([(await victim.post(link, {}, { headers })).status, victim.session]).toEqual([403, undefined]);
    }
    expect(await isIn(person)).toBe(true);
    const own = { origin: api.running.url, 'sec-fetch-site': 'same-origin' };
    expect((await visitor().post(link, {}, { headers: own })).status).toBe(303);
  });

  it.each([
    '//evil.example/',
    '/\\evil.example',
    'https://evil.example/app/',
    '/app/../../evil',
    '/app//evil.example',
    '/%09/evil.example',
    '/app/\t/evil',
    '\\\\evil.example',
    'javascript:alert(1)',
    '/app/./x',
    '/api/v1/',
    '/app',
    '/app/x\r\nSet-Cookie: a=b',
    ' /app/',
    '/app/é',
  ])('leads nowhere else by next=%j', async (next) => {
    const page = await visitor().get(`${SIGN_IN}?next=${encodeURIComponent(next)}`);
    expect([page.status, page.text.includes('name="next"')]).toEqual([200, false]);
    const admin = visitor();
    const done = await admin.post(`${SIGN_IN}token/`, { token: 'first-admin-token', next });
    expect(done.headers['location']).toBe('/app/');
  });

  it('works over https or on this machine alone, and says so', async () => {
    const far = new Visitor(api.running.url, 'business.example');
    const page = await far.get(SIGN_IN);
    expect([page.status, page.text]).toEqual([403, expect.stringContaining('https')]);
    const done = await far.post(`${SIGN_IN}token/`, { token: 'first-admin-token' });
    expect([done.status, done.headers['set-cookie'], far.session]).toEqual([403, undefined, undefined]);
    for (const host of ['localhost:1234', '127.0.0.1', '[::1]:80', 'demo.localhost'])
      expect((await new Visitor(api.running.url, host).get(SIGN_IN)).status).toBe(200);
    for (const host of ['localhost.evil.example', '127.0.0.1.evil.example', 'xlocalhost'])
      expect((await new Visitor(api.running.url, host).get(SIGN_IN)).status).toBe(403);
  });

  it('offers whom an address stands for, each by its own name', async () => {
    const email = 'both@client.example';
    for (const account_id of [1, 5])
      await must(api.post(MEMBERS, { account_id, name: 'Both', email, may: ['reports'] }), 201);
    await must(api.post(MEMBERS, { name: 'Both', email, role: 'admin' }), 201);
    const link = await askedFor(email);
    const page = await visitor().get(link);
    expect(page.text).toContain('Sign in for Agency');
    expect(page.text).toContain('Sign in for Client 1');
    expect(page.text).toContain('Sign in to the team');
    expect((await visitor().post(link, { choice: '7' })).status).toBe(410);
    expect((await visitor().post(link, { choice: '1' })).status).toBe(303);
  });

  it('is for people: a token of the platform signs nobody in', async () => {
    const { token } = await must(api.post('auth/tokens/', { role: 'platform' }), 201);
    const done = await visitor().post(`${SIGN_IN}token/`, { token });
    expect([done.status, done.text]).toEqual([403, expect.stringContaining('for programs')]);
  });

  it('keeps no address and no secret in the log', async () => {
    const { email } = await someone();
    const link = await askedFor(email);
    const { store } = api.running.system.around;
    const { events } = await store.readAll({ after: START, limit: 100_000 });
    const text = events.map(({ dataText }) => dataText).join('\n');
    expect(text).toContain('token_sha256');
    expect(text).not.toContain(email);
    expect(text).not.toContain(link.slice(13, -1));
  });
});
