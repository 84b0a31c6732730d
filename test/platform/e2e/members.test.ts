import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { introduce } from '#api/http/inside';
import { MEMBERS as MEMBER_ROWS } from '#projections/platform/member';
import { typed } from '#runtime/table-reads';
import { type Answer, type Client, clientFacts, fact, type SandboxApi, sandboxApi } from '#test/support/api';
import { begin, day, must, placement, START } from '#test/support/backlinks';
import { houseWordsIn } from '#test/support/house-words';
import { Visitor } from '#test/support/visitor';

const MEMBERS = 'services/members/';
const EVERYTHING = ['reports', 'orders', 'invoices', 'approve', 'buy'];
type Row = { readonly id: number; readonly email: string; readonly account_id: number | null };
type Mail = { readonly to: readonly string[]; readonly subject: string; readonly text: string; readonly html: string };
type Caller = (method: string, path: string, body?: object, headers?: Record<string, string>) => Promise<Answer>;

describe('members of accounts, over HTTP', () => {
  let api: SandboxApi;
  let agency: Client;
  let child: Client;
  let other: Client;
  let manager: Client;
  let now = START;
  let people = 0;
  const advance = async (ms: number) => {
    now = new Date(Date.parse(now) + ms).toISOString();
    await api.advance(now);
  };
  const token = async (body: object) => api.as((await must(api.post('auth/tokens/', body), 201)).token);
  const nobody = (): string => {
    people += 1;
    return `p${people}@people.example`;
  };
  const invited = async (more: object = {}, by: Client = api): Promise<Row> =>
    must(by.post(MEMBERS, { account_id: 1, name: 'Somebody', email: nobody(), may: ['reports'], ...more }), 201);
  const mailsTo = async (to: string): Promise<Mail[]> =>
    (await must(api.get('sandbox/mail/'))).results.filter((mail: Mail) => mail.to.includes(to));
  const linksTo = async (to: string): Promise<string[]> =>
    (await mailsTo(to)).flatMap(({ text }) => /\/app\/sign-in\/[\w-]{60,}\//.exec(text)?.[0] ?? []);
  const idsOf = async (by: Client, query = ''): Promise<number[]> =>
    (await must(by.get(`${MEMBERS}?page_size=100${query}`))).results.map(({ id }: Row) => id);

  /** Somebody signed in, as their pages call the API. */
  const signedIn = async ({ email }: Row): Promise<Caller> => {
    const browser = new Visitor(api.running.url);
    await browser.post('/app/sign-in/', { email });
    await advance(1);
    const link = await linksTo(email);
    expect((await browser.post(link.at(-1) ?? '')).status).toBe(303);
    const principal = await api.running.system.commands.sessions.find(browser.session ?? '');
    if (!principal) throw new Error('nobody signed in');
    return async (method, path, body, headers = {}) => {
      const content = body === undefined ? {} : { body: JSON.stringify(body) };
      const all = { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) };
      const request = new Request(`http://inside/api/v1/${path}`, { method, headers: all, ...content });
      const answer = await api.running.app.fetch(introduce(request, principal));
      const text = await answer.text();
      return { status: answer.status, headers: answer.headers, body: text.startsWith('{') ? JSON.parse(text) : text };
    };
  };

  beforeAll(async () => {
    api = await sandboxApi(START, {
      WHITE_LABEL_MAIL_FROM: 'mail@neutral.example',
      WHITE_LABEL_URL: 'https://neutral.example',
    });
    await begin(api, 4);
    const account = (account_id: number, more: object) =>
      fact('AccountRegistered', {
        account_id,
        name: `A${account_id}`,
        email: `a${account_id}@x.example`,
        plan: 'scale',
        ...more,
      });
    const [, ...site] = clientFacts(4, 44);
    await must(
      api.post('platform/facts/', [
        account(5, { kind: 'agency', name: 'Acorn' }),
        account(4, { parent_account_id: 5, name: 'Child' }),
        account(6, { parent_account_id: 5, name: 'Sibling' }),
        ...site,
        ...clientFacts(2, 22),
        fact('UserRegistered', { user_id: 900, account_id: 1, name: 'Maya', email: 'maya@team.example' }),
      ]),
    );
    agency = await token({ role: 'agency', account_id: 5 });
    child = await token({ role: 'client', account_id: 4 });
    other = await token({ role: 'client', account_id: 2 });
    manager = await token({ role: 'account_manager', user_id: 900 });
    const body = { account_id: 1, site_id: 11, tier: 'pro', account_manager_id: 900 };
    const service_config = { backlinks: { placement_approval: 'client' } };
    await must(api.post('services/subscriptions/', { ...body, service_config }), 201);
    await advance(1);
  }, 60_000);
  afterAll(() => api.stop());

  it('are seen by their account, its agency and its manager, and by nobody else', async () => {
    const of = { one: await invited(), two: await invited({ account_id: 2 }) };
    const five = await invited({ account_id: undefined }, agency);
    const four = await invited({ account_id: 4 }, agency);
    const six = await invited({ account_id: 6 }, agency);
    const staff = await must(api.post(MEMBERS, { name: 'Max', email: nobody(), role: 'admin' }), 201);
    const all = [of.one, of.two, five, four, six, staff].map(({ id }: Row) => id);
    const seen = async (by: Client) => (await idsOf(by)).filter((id) => all.includes(id));
    expect(await seen(api)).toEqual(all);
    expect(await seen(agency)).toEqual([five.id, four.id, six.id]);
    expect(await seen(child)).toEqual([four.id]);
    expect(await seen(other)).toEqual([of.two.id]);
    expect(await seen(manager)).toEqual([of.one.id]);
    for (const [by, hidden] of [
      [child, [five.id, six.id, of.one.id, staff.id]],
      [other, [of.one.id, staff.id]],
      [agency, [of.one.id, staff.id]],
      [manager, [of.two.id, staff.id]],
    ] as const)
      for (const id of hidden) {
        expect((await by.get(`${MEMBERS}${id}/`)).status).toBe(404);
        expect((await by.delete(`${MEMBERS}${id}/`)).status).toBe(404);
        expect((await by.patch(`${MEMBERS}${id}/`, { language: 'fr' })).status).toBe(404);
      }
    for (const by of [child, other, manager])
      expect((await by.post(MEMBERS, { account_id: 5, name: 'x', email: nobody(), may: [] })).status).toBe(404);
    expect(await must(api.get(`${MEMBERS}${five.id}/`))).toMatchObject({ account_id: 5, role: null, may: ['reports'] });
  });

  it('have names and addresses that are sealed, and one membership an address and account', async () => {
    const row = await invited({ email: 'Grace@people.example', name: 'Grace Hopper' });
    expect(await must(api.get(`${MEMBERS}${row.id}/`))).toMatchObject({
      name: 'Grace Hopper',
      email: 'Grace@people.example',
      status: 'invited',
      last_sign_in_at: null,
    });
    const again = await api.post(MEMBERS, { account_id: 1, name: 'G', email: 'grace@PEOPLE.example', may: [] });
    expect([again.status, again.body.code, again.body.existing_id]).toEqual([409, 'duplicate', row.id]);
    await invited({ account_id: 2, email: 'grace@people.example' });
    const kept = await typed(api.running.system.around.readModels.tables('live')).get(MEMBER_ROWS, { id: row.id });
    expect(JSON.stringify(kept)).not.toMatch(/grace|hopper/i);
    expect(kept?.name).toMatch(/^sealed:v1:member-/);
    await must(api.delete(`${MEMBERS}${row.id}/`), 204);
    const anew = await invited({ email: 'grace@people.example' });
    expect(anew.id).not.toBe(row.id);
    expect((await must(api.get(`${MEMBERS}${row.id}/`))).status).toBe('removed');
    await must(api.delete(`audit/subjects/member/${anew.id}/`));
    expect(await must(api.get(`${MEMBERS}${anew.id}/`))).toMatchObject({ name: '[erased]', email: '[erased]' });
  });

  it('are staff where admins say so, with a role instead of rights', async () => {
    const staff = { name: 'Sam', email: nobody(), role: 'account_manager' };
    expect((await api.post(MEMBERS, staff)).status).toBe(422);
    expect((await api.post(MEMBERS, { ...staff, user_id: 900, may: ['buy'] })).status).toBe(422);
    expect((await api.post(MEMBERS, { ...staff, user_id: 900, account_id: 1 })).status).toBe(422);
    for (const by of [manager, agency, child])
      expect((await by.post(MEMBERS, { ...staff, user_id: 900 })).status).toBe(403);
    const sam = await must(api.post(MEMBERS, { ...staff, user_id: 900 }), 201);
    expect(sam).toMatchObject({ account_id: null, role: 'account_manager', user_id: 900, may: [] });
    const asSam = await signedIn(sam);
    const { results } = (await asSam('GET', 'services/subscriptions/')).body;
    expect(results.map(({ account_id }: Row) => account_id)).toEqual([1]);
    expect((await asSam('GET', 'auth/tokens/')).status).toBe(403);
  });

  it('give no right that they do not hold, and change people only where they may approve', async () => {
    const may = ['reports', 'approve'];
    const boss = await invited({ may });
    const clerk = await invited();
    const [asBoss, asClerk] = [await signedIn(boss), await signedIn(clerk)];
    const wanted = (more: object) => ({ name: 'New', email: nobody(), may: ['reports'], ...more });
    expect((await asBoss('POST', MEMBERS, wanted({}))).status).toBe(201);
    const refused = [
      await asBoss('POST', MEMBERS, wanted({ may: ['buy'] })),
      await asBoss('PATCH', `${MEMBERS}${clerk.id}/`, { may: ['reports', 'invoices'] }),
      await asClerk('POST', MEMBERS, wanted({})),
      await asClerk('PATCH', `${MEMBERS}${clerk.id}/`, { may: ['reports', 'approve'] }),
      await asClerk('PATCH', `${MEMBERS}${boss.id}/`, { language: 'fr' }),
      await asClerk('DELETE', `${MEMBERS}${boss.id}/`),
    ];
    expect(refused.map(({ status, body }) => [status, body.code])).toEqual(refused.map(() => [403, 'not_permitted']));
    expect((await asBoss('POST', MEMBERS, wanted({ account_id: 2 }))).status).toBe(404);
    // Their own language, and leaving, are everybody's.
    expect((await asClerk('PATCH', `${MEMBERS}${clerk.id}/`, { language: 'ja' })).body).toMatchObject({
      language: 'ja',
    });
    expect((await asClerk('DELETE', `${MEMBERS}${clerk.id}/`)).status).toBe(204);
    // Rights end for whoever is signed in already, too.
    await must(api.patch(`${MEMBERS}${boss.id}/`, { may: ['reports'] }));
    expect((await (await signedIn(boss))('POST', MEMBERS, wanted({}))).body.code).toBe('not_permitted');
  });

  it('always have somebody among them who may approve, unless staff decides otherwise', async () => {
    const last = await invited({ account_id: 6, may: ['approve'] }, agency);
    const asLast = await signedIn(last);
    const one = `${MEMBERS}${last.id}/`;
    const refused = [
      await asLast('DELETE', one),
      await asLast('PATCH', one, { may: [] }),
      await agency.delete(one),
      await agency.patch(one, { may: [] }),
    ];
    expect(refused.map(({ status, body }) => [status, body.code])).toEqual(refused.map(() => [409, 'last_approver']));
    const second = await invited({ account_id: 6, may: ['approve'] }, agency);
    await must(agency.patch(one, { may: ['reports'] }));
    expect((await agency.delete(`${MEMBERS}${second.id}/`)).body.code).toBe('last_approver');
    await must(api.delete(`${MEMBERS}${second.id}/`), 204);
  });

  it('are changed as whoever changes them saw them', async () => {
    const row = await invited();
    const tag = (await api.get(`${MEMBERS}${row.id}/`)).headers.get('etag') ?? '';
    await invited();
    const match = { headers: { 'if-match': tag } };
    const changed = await api.patch(`${MEMBERS}${row.id}/`, { may: ['orders'] }, match);
    expect([changed.status, changed.headers.get('etag') === tag]).toEqual([200, false]);
    expect((await api.patch(`${MEMBERS}${row.id}/`, { may: [] }, match)).status).toBe(412);
    expect((await api.delete(`${MEMBERS}${row.id}/`, match)).status).toBe(412);
    const newest = { headers: { 'if-match': changed.headers.get('etag') ?? '' } };
    expect((await api.delete(`${MEMBERS}${row.id}/`, newest)).status).toBe(204);
  });

  it('are told of placements where they may approve; else the account’s address is', async () => {
    const order = async (): Promise<number> => {
      const lines = [{ tier: 'basic_guest_post', quantity: 1, unit_price: '200.00' }];
      const { id } = await must(api.post('services/backlink-orders/', { site_id: 11, lines }), 201);
      await must(api.post(`services/backlink-orders/${id}/approve/`, { on_behalf_of_client: true }));
      return id;
    };
    const propose = async (n: number) => {
      const { tier: _, ...proposal } = placement(n, 'basic_guest_post', '40.00');
      await must(manager.post(`services/backlink-orders/${await order()}/links/proposals/`, proposal), 201);
      await advance(1000);
    };
    const told = async (to: string) =>
      (await mailsTo(to)).filter(({ subject }) => /approve a link/.test(subject)).length;
    for (const row of (await must(api.get(`${MEMBERS}?account_id=1&page_size=100`))).results)
      if (row.may.includes('approve') && row.status !== 'removed') await must(api.delete(`${MEMBERS}${row.id}/`), 204);
    await propose(1);
    expect(await told('client1@example.com')).toBe(1);
    const [first, second, not] = [
      await invited({ may: ['approve'] }),
      await invited({ may: ['approve'] }),
      await invited(),
    ];
    await propose(2);
    expect(await Promise.all([first, second, not].map(({ email }) => told(email)))).toEqual([1, 1, 0]);
    expect(await told('client1@example.com')).toBe(1);
  });

  it('of a white-labelled account are written to in its brand, and cannot hold what would name the seller', async () => {
    const branding = await must(
      agency.post('services/branding/', { brand_name: 'Acorn Agency', contact_email: 'hi@acorn.example' }),
      201,
    );
    expect(branding.id).toBeGreaterThan(0);
    await advance(1);
    for (const may of [['invoices'], ['reports', 'buy']])
      for (const by of [api, agency, child]) {
        const answer = await by.post(MEMBERS, { account_id: 4, name: 'X', email: nobody(), may });
        expect([answer.status, answer.body.errors?.[0]?.pointer]).toEqual([422, '/may']);
      }
    const row = await invited(
      { account_id: 4, name: 'Zoé', language: 'fr', may: ['reports', 'orders', 'approve'] },
      child,
    );
    const asMember = await signedIn(row);
    const mails = await mailsTo(row.email);
    expect(mails.map(({ subject }) => subject)).toEqual([
      'Vous êtes invité(e) sur Acorn Agency',
      'Votre lien de connexion à Acorn Agency',
    ]);
    expect(mails[0]?.text).toContain('Bonjour Zoé');
    expect(houseWordsIn(Object.fromEntries(mails.map((mail, n) => [`mail ${n}`, JSON.stringify(mail)])))).toEqual([]);
    expect((await asMember('GET', 'billing/invoices/')).body.code).toBe('not_permitted');
    // Whoever reads the account's own address may everything but that.
    const owner = await signedIn({ id: 0, email: 'a4@x.example', account_id: 4 });
    expect([
      (await owner('GET', 'services/backlink-orders/')).status,
      (await owner('GET', 'billing/invoices/')).status,
    ]).toEqual([200, 403]);
    const [ours] = await mailsTo((await invited()).email);
    expect(ours?.subject ?? (await advance(1))).toBeUndefined();
  });

  it('of a white-labelled account sign in on hosts that name nobody, and nobody else does there', async () => {
    const [theirs, ours] = [await invited({ account_id: 4 }, child), await invited()];
    const there = () => new Visitor(api.running.url, 'neutral.example');
    const page = await there().get('/app/sign-in/');
    expect([page.status, houseWordsIn({ page: page.text, headers: page.rawHeaders.join('\n') })]).toEqual([200, []]);
    const style = /href="(\/app\/assets\/style[^"]+)"/.exec(page.text)?.[1] ?? '';
    expect((await there().get(style)).status).toBe(200);
    for (const { email } of [theirs, ours]) expect((await there().post('/app/sign-in/', { email })).status).toBe(303);
    await advance(1);
    expect(await linksTo(ours.email)).toEqual([]);
    const [link = ''] = await linksTo(theirs.email);
    const shown = await there().get(link);
    expect([shown.status, shown.text.includes('Acorn Agency'), houseWordsIn({ shown: shown.text })]).toEqual([
      200,
      true,
      [],
    ]);
    const person = there();
    expect((await person.post(link)).status).toBe(303);
    expect(person.session).toBeDefined();
    // A token of somebody else's is not accepted there, and links of others have no host of an agency's.
    const { token: foreign } = await must(api.post('auth/tokens/', { role: 'client', account_id: 1 }), 201);
    expect((await there().post('/app/sign-in/token/', { token: foreign })).status).toBe(403);
    await new Visitor(api.running.url).post('/app/sign-in/', { email: ours.email });
    await advance(1);
    const [own = ''] = await linksTo(ours.email);
    expect([(await there().get(own)).status, (await new Visitor(api.running.url).get(own)).status]).toEqual([410, 200]);
  });

  it('may what they are allowed to: every route says which right it needs, or that it needs none', async () => {
    const routes = api.running.app.routes.filter(
      ({ roles, path }) =>
        path.startsWith('/api/') && roles !== 'public' && (roles.includes('client') || roles.includes('agency')),
    );
    expect(routes.length).toBeGreaterThan(100);
    expect(routes.filter(({ needs }) => needs === undefined).map(({ operationId }) => operationId)).toEqual([]);
    expect(new Set(routes.flatMap(({ needs }) => needs ?? []))).toEqual(new Set(EVERYTHING));
    // One without rights, and for each right one who has all others.
    const lists = routes.filter(({ method, path }) => method === 'get' && !path.includes('{'));
    for (const lacking of [...EVERYTHING, null]) {
      const may = lacking === null ? [] : EVERYTHING.filter((each) => each !== lacking);
      const caller = await signedIn(await invited({ account_id: 2, may }));
      for (const { path, needs, operationId, roles } of lists) {
        if (!roles.includes('client')) continue;
        const { body } = await caller('GET', path.replace('/api/v1/', ''));
        const isRefused = body.code === 'not_permitted';
        expect([operationId, isRefused]).toEqual([operationId, needs != null && !may.includes(needs)]);
      }
    }
    expect(day(0)).toContain('2026');
  }, 60_000);
});
