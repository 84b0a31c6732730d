import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fact } from '#test/support/api';
import { must, placement } from '#test/support/backlinks';
import { formOf, type Houses, houses, Reader } from '#test/support/pages';

const ORDERS = 'services/backlink-orders/';
const SECRET = /fatgrid|\$40\.00|\bmargin\b|vendor|site22|Client 2\b/i;
const text = (html: string): string => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

let world: Houses;
let client: Reader;
beforeAll(async () => {
  world = await houses();
  client = new Reader(world.url, world.tokens.client);
}, 120_000);
afterAll(() => world?.stop());

/** An order of account 1 that is approved. */
async function ordered(more: object = {}): Promise<number> {
  const lines = [{ tier: 'basic_guest_post', quantity: 3 }];
  const { id } = await must(world.post(ORDERS, { site_id: 11, lines, ...more }), 201);
  await must(world.post(`${ORDERS}${id}/approve/`, { on_behalf_of_client: true }));
  return id;
}
async function proposed(order: number, n: number): Promise<number> {
  const { tier: _, ...proposal } = placement(n, 'basic_guest_post', '40.00');
  return (await must(world.post(`${ORDERS}${order}/links/proposals/`, proposal), 201)).id;
}

describe('the overview', () => {
  it('shows what is included, the month against its target and what waits', async () => {
    const { html } = await client.get('/app/overview/');
    expect(html).toContain('Service for site11.example');
    expect(html).toContain('Articles each month: 30');
    expect(html).toContain('$399.00');
    expect(html).toContain('Approve the plan of site11.example');
    expect(html).toMatch(/href="\/app\/approvals\/order\/\d+\/"/);
    expect(html).not.toMatch(SECRET);
  });

  it('is where clients and agencies are led', async () => {
    expect((await client.get('/app/')).headers.get('location')).toBe('/app/overview/');
    const { html } = await new Reader(world.url, world.tokens.agency).get('/app/overview/');
    expect(html).toContain('No services yet');
  });
});

describe('approvals', () => {
  it('say what a yes does, take one, and are gone then', async () => {
    const { id } = await must(
      world.post(ORDERS, { site_id: 11, lines: [{ tier: 'basic_guest_post', quantity: 2 }] }),
      201,
    );
    const at = `/app/approvals/order/${id}/`;
    expect(text((await client.get(at)).html)).toMatch(/Links: 2 for site11\.example: \$\d+\.00\. With your approval/);
    const done = await client.fill(at, 'approve', { '/note': 'go' });
    expect([done.status, done.headers.get('location')]).toEqual([303, '/app/approvals/']);
    expect((await must(world.get(`${ORDERS}${id}/`))).approved_by).toMatchObject({ role: 'client' });
    expect((await client.get(at)).status).toBe(404);
    expect((await new Reader(world.url, world.tokens.otherClient).get('/app/approvals/order/1/')).status).toBe(404);
  });

  it('of placements show the page and the day of silence, never cost or vendor, and ask why not', async () => {
    const order = await ordered({ placement_approval: 'client' });
    const [one, two] = [await proposed(order, 1), await proposed(order, 2)];
    await world.advance('2026-06-17T12:00:00Z');
    const { html } = await client.get('/app/approvals/');
    expect(text(html)).toContain('blog1.example');
    expect(text(html)).toMatch(/Say nothing, and it counts as approved 24 Jun 2026/);
    expect(html).not.toMatch(SECRET);
    const refused = await client.fill(`/app/approvals/placement/${two}/`, 'reject', { '/note': '' });
    expect(refused.status).toBe(422);
    expect(formOf(refused.html, 'reject').fields.get('_key')).toMatch(/./);
    expect(refused.html).toContain('say why');
    expect((await client.fill(`/app/approvals/placement/${two}/`, 'reject', { '/note': 'a rival' })).status).toBe(303);
    const { action, fields } = formOf(html, 'approve');
    expect(fields.get('id')).toBe(String(one));
    expect((await client.send(action, fields)).status).toBe(303);
    const all = (await must(world.get(`${ORDERS}${order}/links/proposals/`))).results as {
      id: number;
      status: string;
    }[];
    expect(all.map(({ id, status }) => [id, status])).toEqual(
      expect.arrayContaining([
        [one, 'approved'],
        [two, 'rejected'],
      ]),
    );
  });

  it('of articles ask for changes instead', async () => {
    await must(
      world.post('platform/facts/', [
        fact('ArticleAwaitingReview', { site_id: 11, content_id: 501, title: 'Saving <b>more</b>' }),
      ]),
    );
    const at = '/app/approvals/content/501/';
    expect((await client.get(at)).html).toContain('Article: Saving &lt;b&gt;more&lt;/b&gt;');
    expect((await client.fill(at, 'reject', { '/note': 'shorter' })).status).toBe(303);
  });
});

describe('orders', () => {
  it('are listed with their progress, and each shows its links and its guarantee', async () => {
    const order = await ordered({ placement_approval: 'none' });
    const link = await must(world.post(`${ORDERS}${order}/links/`, placement(3, 'basic_guest_post', '40.00')), 201);
    const list = await client.get('/app/orders/?status=in_progress');
    expect(text(list.html)).toContain(`Order ${order}`);
    const { html } = await client.get(`/app/orders/${order}/`);
    expect(text(html)).toMatch(/blog3\.example .*placed/);
    expect(text(html)).toContain('For 90 days after a link goes live. It covers: the link is gone');
    expect(`${list.html}${html}`).not.toMatch(SECRET);
    const csv = await client.get('/app/orders/csv/');
    expect(csv.headers.get('content-type')).toContain('text/csv');
    expect(csv.html).toMatch(/^"order","site","status"/);
    expect(csv.html).not.toMatch(SECRET);
    expect(link.status).toBe('placed');
  });

  it('have their guarantee claimed, with what is wrong at its field', async () => {
    const order = await ordered({ placement_approval: 'none' });
    const link = await must(world.post(`${ORDERS}${order}/links/`, placement(4, 'basic_guest_post', '40.00')), 201);
    await must(world.post('sandbox/pages/', { url: 'https://blog4.example/post', html: '<p>nothing</p>' }));
    const at = `/app/orders/${order}/claim/?link=${link.id}`;
    const early = await client.fill(at, 'claim', { '/reason': '', '/note': 'gone' });
    expect(early.status).toBe(422);
    expect(early.html).toContain('aria-invalid="true"');
    expect(formOf(early.html, 'claim').fields.get('/note')).toBe('gone');
    expect((await client.get('/app/orders/1/claim/')).status).toBe(303);
  });

  it('ask their questions in a form, and begin when the answers are complete', async () => {
    const order = await ordered({ brief_required: true, placement_approval: 'none' });
    const at = `/app/orders/${order}/brief/`;
    expect((await client.get('/app/overview/')).html).toContain(`href="${at}"`);
    expect((await client.get(`/app/orders/${order}/`)).html).toContain('We wait for your answers');
    const half = { '/answers/audience': 'families' };
    const early = await client.fill(at, 'brief', { ...half, '/complete': 'on' });
    expect(early.status).toBe(422);
    expect(formOf(early.html, 'brief').fields.get('/answers/audience')).toBe('families');
    expect(early.html).toContain('href="#brief-answers-target_pages"');
    expect((await client.fill(at, 'brief', half)).headers.get('location')).toBe(at);
    expect(formOf((await client.get(at)).html, 'brief').fields.get('/answers/audience')).toBe('families');
    const whole = { '/answers/target_pages': 'https://site11.example/\n', '/answers/anchors': 'acorn\noak' };
    const done = await client.fill(at, 'brief', { ...whole, '/complete': 'on' });
    expect(done.headers.get('location')).toBe(`/app/orders/${order}/`);
    expect(await must(world.get(`${ORDERS}${order}/brief/`))).toMatchObject({
      status: 'complete',
      answers: { anchors: ['acorn', 'oak'], audience: 'families' },
    });
    expect(text((await client.get(at)).html)).toMatch(/acorn oak/);
    expect((await client.get('/app/orders/1/brief/')).headers.get('location')).toBe('/app/orders/1/');
  });
});

describe('the conversation about an order', () => {
  const PNG = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  const page = (order: number) => `/app/orders/${order}/`;
  /** Sends the form with a file, as a browser does. */
  async function withFile(order: number, name: string, bytes: Uint8Array): Promise<Response> {
    const { fields } = formOf((await client.get(page(order))).html, 'message');
    const form = new FormData();
    for (const [key, value] of fields) if (key !== '/files') form.set(key, value);
    form.set('/text', 'here it is');
    form.set('/files', new File([new Uint8Array(bytes)], name));
    const headers = { authorization: `Bearer ${world.tokens.client}` };
    return fetch(world.url + page(order), { method: 'POST', body: form, headers, redirect: 'manual' });
  }

  it('is written to with files, whose names run nothing, and read by both sides', async () => {
    const order = await ordered({ placement_approval: 'none' });
    expect((await withFile(order, 'no picture.png', new Uint8Array([77, 90, 0, 1, 255]))).status).toBe(422);
    const sent = await withFile(order, '<img src=x onerror=alert(1)>.png', PNG);
    expect([sent.status, sent.headers.get('location')]).toEqual([303, `${page(order)}#conversation`]);
    await must(
      world.post(`services/conversations/order/${order}/messages/`, { text: 'among ourselves', visibility: 'team' }),
      201,
    );
    await must(world.post(`services/conversations/order/${order}/messages/`, { text: 'Thank <b>you</b>' }), 201);
    const { html } = await client.get(page(order));
    expect(html).toContain('here it is');
    expect(html).toContain('Thank &lt;b&gt;you&lt;/b&gt;');
    expect(html).not.toContain('among ourselves');
    expect(html).not.toMatch(/<img src=x/);
    const href = /href="(\/files\/[^"]+)"/.exec(html)?.[1] ?? '';
    expect((await fetch(world.url + href)).headers.get('content-disposition')).toMatch(/^attachment/);
    expect(html).toMatch(/class="badge accent">new/);
    expect((await client.get(page(order))).html).not.toMatch(/class="badge accent">new/);
    const empty = await client.fill(page(order), 'message', { '/text': '' });
    expect(empty.status).toBe(422);
  });
});
