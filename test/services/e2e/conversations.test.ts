import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADMIN, type Client, clientFacts, fact, type SandboxApi, sandboxApi } from '#test/support/api';
import { must } from '#test/support/backlinks';
import { sendFile as send } from '#test/support/send-file';
import { docx, png } from '../../platform/files.ts';

const ORDER = 'services/backlink-orders/';
const about = (kind: string, id: number) => `services/conversations/${kind}/${id}/`;

describe('conversations', () => {
  let api: SandboxApi;
  const tokens: Record<string, string> = {};
  const as = (who: string) => api.as(tokens[who] as string);
  /** Mails about conversations; of what else goes out (welcomes, reports) this file says nothing, and not when. */
  const mails = async () =>
    (
      (await api.get('sandbox/mail/')).body.results as {
        to: string[];
        subject: string;
        text: string;
        html: string;
        from?: string;
        headers?: Record<string, string>;
      }[]
    ).filter(({ subject }) => /message|nachricht/i.test(subject));
  const about12 = () => about('order', order);
  let order = 0;
  let subscription = 0;

  beforeAll(async () => {
    api = await sandboxApi('2026-06-17T08:00:00Z', {
      PUBLIC_URL: 'http://127.0.0.1:9',
      WHITE_LABEL_MAIL_FROM: 'hello@neutral.example',
      WHITE_LABEL_URL: 'https://neutral.example',
    });
    await must(
      api.post('platform/facts/', [
        fact('AccountRegistered', {
          account_id: 1,
          name: 'Acorn',
          email: 'a@acorn.example',
          plan: 'scale',
          kind: 'agency',
        }),
        fact('AccountRegistered', {
          account_id: 4,
          name: 'Child',
          email: 'child@child.example',
          plan: 'scale',
          parent_account_id: 1,
        }),
        fact('SiteRegistered', { site_id: 44, account_id: 4, domain: 'child.example' }),
        fact('SiteIntegrationConnected', { site_id: 44, platform: 'wordpress' }),
        fact('BlueprintGenerated', { site_id: 44, blueprint_id: 44 }),
        ...clientFacts(2, 22),
        ...clientFacts(3, 33),
        fact('UserRegistered', { user_id: 700, account_id: 2, name: 'Carla Client', email: 'carla@client.example' }),
        fact('UserRegistered', { user_id: 900, account_id: 1, name: 'Maya Manager', email: 'maya@team.example' }),
        fact('UserRegistered', { user_id: 901, account_id: 1, name: 'Otto Other', email: 'otto@team.example' }),
      ]),
    );
    const token = async (who: string, role: string, more: object) => {
      tokens[who] = (await must(api.post('auth/tokens/', { role, ...more }), 201)).token;
    };
    await token('client', 'client', { account_id: 2, user_id: 700 });
    await token('neighbour', 'client', { account_id: 3 });
    await token('child', 'client', { account_id: 4, user_id: 704 });
    await token('agency', 'agency', { account_id: 1 });
    await token('maya', 'account_manager', { user_id: 900 });
    await token('otto', 'account_manager', { user_id: 901 });
    tokens['admin'] = ADMIN;
    const sub = {
      account_id: 2,
      site_id: 22,
      tier: 'pro',
      account_manager_id: 900,
      service_config: { reporting: { language: 'de' } },
    };
    subscription = (await must(api.post('services/subscriptions/', sub), 201)).id;
    const draft = { site_id: 22, lines: [{ tier: 'basic_guest_post', quantity: 1, unit_price: '200.00' }] };
    const made = await api.post(ORDER, draft);
    expect(made.status, JSON.stringify(made.body)).toBe(201);
    order = made.body.id;
    await api.post('sandbox/clock/advance/', { by: '2m' });
  }, 120_000);
  afterAll(() => api?.stop());

  it('are for those who see what they are about, by role, tenant and visibility', async () => {
    const post = (who: string, path: string, body: object) => as(who).post(`${path}messages/`, body);
    const first = await must(post('client', about12(), { text: 'Is the draft <b>ready</b>?' }), 201);
    expect(first).toMatchObject({
      kind: 'order',
      subject_id: order,
      visibility: 'client',
      text: 'Is the draft <b>ready</b>?',
      author: { kind: 'client', id: 700 },
      files: [],
      read_at: null,
    });
    await must(post('maya', about12(), { text: 'Among us: late again', visibility: 'team' }), 201);
    await must(post('maya', about12(), { text: 'Tomorrow.' }), 201);
    expect((await post('client', about12(), { text: 'x', visibility: 'team' })).status).toBe(403);
    const read = async (who: string) => {
      const answer = await as(who).get(`${about12()}messages/`);
      return answer.status === 200 ? answer.body.results.map(({ text }: { text: string }) => text) : answer.status;
    };
    const both = ['Is the draft <b>ready</b>?', 'Tomorrow.'];
    const all = [both[0], 'Among us: late again', both[1]];
    expect({
      client: await read('client'),
      neighbour: await read('neighbour'),
      child: await read('child'),
      agency: await read('agency'),
      maya: await read('maya'),
      otto: await read('otto'),
      admin: await read('admin'),
    }).toEqual({ client: both, neighbour: 404, child: 404, agency: 404, maya: all, otto: 404, admin: all });
    for (const who of ['neighbour', 'otto', 'agency', 'child'])
      expect((await post(who, about12(), { text: 'x' })).status, who).toBe(404);
    expect((await as('client').get(`${about12()}messages/?visibility=team`)).body.results).toEqual([]);
    expect((await as('maya').get(`${about12()}messages/?visibility=team`)).body.count).toBe(1);
    for (const path of [about('order', 999), about('cake', 1), about('report', order), about('invoice', 1)])
      expect((await as('client').get(`${path}messages/`)).status, path).toBe(404);
  });

  it('count what each side has not read, and note when it was', async () => {
    const one = await as('client').get(about12());
    expect(one.body).toMatchObject({ messages: 2, unread: 1 });
    expect((await as('maya').get(about12())).body).toMatchObject({ messages: 3, unread: 1 });
    expect((await api.get('services/dashboard/')).body.unread_messages).toBe(1);
    const list = (await as('client').get('services/conversations/?unread=true')).body;
    expect(
      list.results.map(({ kind, subject_id }: { kind: string; subject_id: number }) => [kind, subject_id]),
    ).toEqual([['order', order]]);
    expect((await as('otto').get('services/conversations/')).body.count).toBe(0);
    const messages = (await as('client').get(`${about12()}messages/`)).body.results;
    const last = messages.at(-1).id;
    expect((await as('client').post(`${about12()}read/`, { through: last + 90 })).status).toBe(404);
    const teamOnly = (await as('maya').get(`${about12()}messages/?visibility=team`)).body.results[0].id;
    expect((await as('client').post(`${about12()}read/`, { through: teamOnly })).status).toBe(404);
    const stale = { headers: { 'if-match': one.headers.get('etag') as string } };
    await must(as('maya').post(`${about12()}messages/`, { text: 'One more.' }), 201);
    expect((await as('client').post(`${about12()}read/`, { through: last }, stale)).status).toBe(412);
    expect(await must(as('client').post(`${about12()}read/`, { through: last }))).toMatchObject({ unread: 1 });
    const after = (await as('client').get(`${about12()}messages/`)).body.results;
    expect(after.map(({ read_at }: { read_at: string | null }) => read_at !== null)).toEqual([false, true, false]);
    // Once read is read: again changes nothing.
    const again = await as('client').post(`${about12()}read/`, { through: last });
    expect(again.body).toMatchObject({ unread: 1 });
  });

  it('stand in timelines for both sides, and reach customers’ systems, without what the team says to itself', async () => {
    for (const who of ['client', 'maya']) {
      const { results } = (await as(who).get(`${ORDER}${order}/timeline/`)).body;
      const told = results.filter(({ type }: { type: string }) => type === 'MessagePosted');
      expect(
        told.map(({ summary }: { summary: string }) => summary),
        who,
      ).toEqual([
        'The client wrote a message.',
        'The account manager wrote a message.',
        'The account manager wrote a message.',
      ]);
      if (who === 'client') expect(JSON.stringify(told)).not.toContain('draft');
    }
    const types = ['MessagePosted'];
    const own = await must(
      as('client').post('webhooks/', { url: 'https://client.example/hook', event_types: types }),
      201,
    );
    const ours = await must(api.post('webhooks/', { url: 'https://ours.example/hook', event_types: types }), 201);
    await must(
      as('maya').post(`${about('subscription', subscription)}messages/`, { text: 'Inside', visibility: 'team' }),
      201,
    );
    await must(as('maya').post(`${about('subscription', subscription)}messages/`, { text: 'Outside' }), 201);
    await api.post('sandbox/clock/advance/', { by: '1m' });
    const deliveries = async (id: number, client: Client) =>
      (await client.get(`webhooks/${id}/deliveries/`)).body.results.length;
    expect([await deliveries(own.id, as('client')), await deliveries(ours.id, api)]).toEqual([1, 2]);
  });

  it('are told to the other side by one mail, once they are quiet, in its language', async () => {
    await api.post('sandbox/clock/advance/', { by: '2h' });
    const before = (await mails()).length;
    const path = `${about12()}messages/`;
    await must(as('maya').post(path, { text: 'First line\nsecond <script>alert(1)</script>' }), 201);
    await api.post('sandbox/clock/advance/', { by: '14m' });
    await must(as('maya').post(path, { text: 'And another' }), 201);
    await api.post('sandbox/clock/advance/', { by: '14m' });
    expect((await mails()).length).toBe(before);
    await api.post('sandbox/clock/advance/', { by: '2m' });
    const [mail, ...more] = (await mails()).slice(before);
    expect(more).toEqual([]);
    expect(mail?.to).toEqual(['client2@example.com']);
    expect(mail?.subject).toBe(`Neue Nachrichten zu Bestellung ${order} (site22.example)`);
    for (const part of ['Maya Manager', 'First line', 'And another', `http://127.0.0.1:9/app/orders/${order}/`])
      expect(mail?.text).toContain(part);
    expect(mail?.html).not.toContain('<script>');
    expect(mail?.text).not.toContain('Among us');
    // The client answers: the manager is told; what was read meanwhile is told to nobody.
    await must(as('client').post(path, { text: 'Danke' }), 201);
    await api.post('sandbox/clock/advance/', { by: '16m' });
    expect((await mails()).at(-1)?.to).toEqual(['maya@team.example']);
    const count = (await mails()).length;
    const said = await must(as('maya').post(path, { text: 'Read at once' }), 201);
    await must(as('client').post(`${about12()}read/`, { through: said.id }));
    await must(as('maya').post(path, { text: 'Team only', visibility: 'team' }), 201);
    await api.post('sandbox/clock/advance/', { by: '2h' });
    expect((await mails()).length).toBe(count);
  }, 60_000);

  it('of an agency’s client go out under the agency’s brand, and name the house nowhere', async () => {
    const brand = await must(
      as('agency').post('services/branding/', { brand_name: 'Acorn Agency', contact_email: 'hello@acorn.example' }),
      201,
    );
    const body = {
      account_id: 4,
      site_id: 44,
      tier: 'pro',
      account_manager_id: 900,
      service_config: { reporting: { branding_id: brand.id, language: 'fr' } },
    };
    const { id } = await must(api.post('services/subscriptions/', body), 201);
    const path = `${about('subscription', id)}messages/`;
    const refused = await as('maya').post(path, { text: 'Install the IGNY8 plugin' });
    expect([refused.status, refused.body.errors[0].pointer]).toEqual([422, '/text']);
    const file = (await send(api, tokens['maya'] as string, 'alorig.png', png(), { account_id: '4' })).body;
    const named = await as('maya').post(path, { text: 'Voilà', files: [file.id] });
    expect([named.status, named.body.errors?.[0].pointer]).toEqual([422, '/files/0']);
    await must(as('child').post(path, { text: 'What is IGNY8?' }), 201);
    await must(as('agency').post(path, { text: 'We write what we like: IGNY8' }), 201);
    const before = (await mails()).length;
    await must(as('maya').post(path, { text: 'Le plan est prêt.' }), 201);
    await api.post('sandbox/clock/advance/', { by: '16m' });
    const mail = (await mails()).slice(before).find(({ to }) => to[0] === 'child@child.example');
    expect(mail?.subject).toBe(`Nouveaux messages : contrat ${id} (child.example)`);
    expect(JSON.stringify(mail)).toContain('Acorn Agency');
    expect(JSON.stringify(mail).replaceAll(/https?:\/\/127[^ "<]*/g, '')).not.toMatch(/igny8|alorig/i);
  }, 60_000);

  it('carry files of whoever sent them, by links that open for a quarter of an hour', async () => {
    const bytes = await docx();
    const key = { 'idempotency-key': 'file-1' };
    const sent = await send(api, tokens['client'] as string, '../..\\Briefing\u202e.docx', bytes, {}, key);
    expect(sent.status, JSON.stringify(sent.body)).toBe(201);
    expect(sent.body).toMatchObject({ name: 'Briefing.docx', size: bytes.byteLength });
    const again = await send(api, tokens['client'] as string, '../..\\Briefing\u202e.docx', bytes, {}, key);
    expect([again.body.id, again.headers.get('idempotency-replayed')]).toEqual([sent.body.id, 'true']);
    expect((await send(api, tokens['client'] as string, 'other.docx', bytes, {}, key)).status).toBe(422);
    const path = `${about12()}messages/`;
    const foreign = (await send(api, tokens['neighbour'] as string, 'a.png', png())).body;
    for (const id of [foreign.id, 4_000]) {
      const answer = await as('client').post(path, { text: 'x', files: [id] });
      expect([answer.status, answer.body.errors[0].pointer]).toEqual([422, '/files/0']);
    }
    // Another of the same account has not sent it either.
    expect((await as('maya').post(path, { text: 'x', files: [sent.body.id] })).status).toBe(422);
    const message = await must(as('client').post(path, { text: 'Here', files: [sent.body.id] }), 201);
    expect(message.files).toEqual([sent.body]);
    const link = `${about12()}messages/${message.id}/files/${sent.body.id}/link/`;
    expect((await as('neighbour').post(link, {})).status).toBe(404);
    expect((await as('otto').post(link, {})).status).toBe(404);
    const { url } = await must(as('maya').post(link, {}), 201);
    const open = (address: string) => fetch(address.replace('http://127.0.0.1:9', api.url));
    const opened = await open(url);
    expect([opened.status, Buffer.from(await opened.arrayBuffer()).equals(bytes)]).toEqual([200, true]);
    const header = (name: string) => opened.headers.get(name);
    expect(header('content-disposition')).toBe(`attachment; filename="Briefing.docx"; filename*=UTF-8''Briefing.docx`);
    expect([header('x-content-type-options'), header('cache-control')]).toEqual(['nosniff', 'private, no-store']);
    expect((await open(`${url.slice(0, -3)}x/`)).status).toBe(404);
    await api.post('sandbox/clock/advance/', { by: '15m' });
    expect((await open(url)).status).toBe(404);
    // Of a message among the team a client has no link.
    const inside = (await send(api, tokens['maya'] as string, 'a.png', png(), { account_id: '2' })).body;
    const secret = await must(as('maya').post(path, { text: 'inside', visibility: 'team', files: [inside.id] }), 201);
    expect((await as('client').post(`${about12()}messages/${secret.id}/files/${inside.id}/link/`, {})).status).toBe(
      404,
    );
  }, 60_000);

  it('take files of the right account only, of the right size and sort', async () => {
    const status = async (...args: Parameters<typeof send>) => (await send(...args)).status;
    const client = tokens['client'] as string;
    expect(await status(api, null, 'a.png', png())).toBe(422);
    expect(await status(api, client, 'a.png', png(), { account_id: '3' })).toBe(404);
    expect(await status(api, tokens['agency'] as string, 'a.png', png(), { account_id: '4' })).toBe(201);
    expect(await status(api, tokens['otto'] as string, 'a.png', png(), { account_id: '2' })).toBe(404);
    expect(await status(api, client, 'a.exe', Buffer.from('MZ\u0000\u0001'))).toBe(422);
    expect(await status(api, client, 'big.txt', Buffer.alloc(10 * 1024 * 1024 + 1, 'a'))).toBe(413);
    expect(await status(api, client, 'full.txt', Buffer.alloc(10 * 1024 * 1024, 'a'))).toBe(201);
    expect((await api.as(client).post('files/', { file: 'x' })).status).toBe(415);
  }, 60_000);

  it('keep no file that nothing has used for a day, and nothing of whom was erased', async () => {
    const unused = (await send(api, tokens['client'] as string, 'unused.txt', Buffer.from('nobody wants me'))).body;
    await api.post('sandbox/clock/advance/', { by: '25h' });
    const late = await as('client').post(`${about12()}messages/`, { text: 'x', files: [unused.id] });
    expect([late.status, late.body.errors[0].pointer]).toEqual([422, '/files/0']);
    const messages = () => as('client').get(`${about12()}messages/?page_size=200`);
    const withFile = (await messages()).body.results.find(({ files }: { files: unknown[] }) => files.length > 0);
    const link = `${about12()}messages/${withFile.id}/files/${withFile.files[0].id}/link/`;
    const { url } = await must(as('client').post(link, {}), 201);
    await must(api.delete('audit/subjects/user/700/'));
    const read = (await messages()).body.results;
    expect(read.find(({ id }: { id: number }) => id === withFile.id)).toMatchObject({
      text: '[erased]',
      files: [{ name: '[erased]' }],
    });
    expect(read.some(({ text }: { text: string }) => text === 'Tomorrow.')).toBe(true);
    await must(api.delete('audit/subjects/account/2/'));
    await api.post('sandbox/clock/advance/', { by: '2m' });
    expect((await fetch(url.replace('http://127.0.0.1:9', api.url))).status).toBe(404);
  }, 60_000);
});
