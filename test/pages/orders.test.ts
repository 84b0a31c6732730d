import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must, urlOf } from '#test/support/backlinks';
import { attribute, elements, formOf, type Got, type Houses, houses, Reader } from '#test/support/pages';
import { withWork } from '#test/support/work';

let world: Houses;
let ada: Reader;
let maya: Reader;
beforeAll(async () => {
  world = await withWork(await houses());
  ada = new Reader(world.url, world.tokens.admin);
  maya = new Reader(world.url, world.tokens.manager);
}, 120_000);
afterAll(() => world?.stop());

const field = (html: string, name: string) => elements(html).find((each) => attribute(each, 'name') === name);
const follow = (reader: Reader, { headers }: Got) =>
  reader.get(headers.get('location') ?? '', { cookie: (headers.get('set-cookie') ?? '').split(';')[0] ?? '' });
const PLACED = {
  '/vendor': 'fatgrid',
  '/target_url': 'https://site11.example/',
  '/anchor_text': 'savings calculator',
  '/tier': 'basic_guest_post',
  '/cost': '62.50',
};

describe('the list of orders', () => {
  it('shows a manager those of the clients that are theirs, with filters in the address, and takes them along', async () => {
    const all = await ada.get('/app/orders/');
    expect(all.html).toContain('site22.example');
    const own = await maya.get('/app/orders/');
    expect(own.html).toContain('site11.example');
    expect(own.html).not.toContain('site22.example');
    const none = await maya.get('/app/orders/?status=cancelled&package=growth');
    expect(none.html).toContain('Nothing matches these filters.');
    const csv = await maya.get('/app/orders/csv/?status=in_progress');
    expect(csv.html).toMatch(/^"id","client","status","package","links","due_date","client_price","margin"\r?\n"?1"?,/);
  });
});

describe('a new order', () => {
  const asked = (values: Readonly<Record<string, string>>) => `/app/orders/new/?${new URLSearchParams(values)}`;
  const WANTED = {
    '/site_id': '11',
    '/order_type': 'one_time',
    '/pricing_mode': 'tiers',
    '/niche': 'finance_insurance',
    '/lines/basic_guest_post/quantity': '2',
    '/lines/basic_guest_post/dr': '40',
  };

  it('is quoted with every step, and drafted as it was looked at', async () => {
    const { html } = await maya.get(asked(WANTED));
    expect(html).toContain('$675.00');
    expect(html).toContain('expected margin');
    expect((await must(world.get('services/backlink-orders/?site_id=11'))).count).toBe(1);
    const drafted = await maya.send(asked(WANTED), formOf(html, 'draft').fields);
    expect(drafted.status).toBe(303);
    const shown = await follow(maya, drafted);
    expect(shown.html).toContain('It waits for its client’s approval');
    expect(shown.html).toContain('Basic guest post');
    expect((await maya.get('/app/orders/')).html).toContain('$675.00');
  });

  it('says what is wrong, at the field where there is one', async () => {
    const wrong = await maya.get(asked({ ...WANTED, '/niche_surcharge': '1.555' }));
    expect(attribute(field(wrong.html, '/niche_surcharge') ?? { nodeName: '' }, 'aria-invalid')).toBe('true');
    expect(wrong.html).not.toContain('value="draft"');
    const nothing = await maya.get(asked({ ...WANTED, '/lines/basic_guest_post/quantity': '' }));
    expect(nothing.html).toContain('notice bad');
    const many = await maya.get(asked({ ...WANTED, '/lines/basic_guest_post/quantity': 'many' }));
    expect(many.html).toContain('lines › 0 › quantity');
  });

  it('is approved for its client by an admin alone', async () => {
    const drafts = await must(world.get('services/backlink-orders/?status=draft&site_id=11'));
    const { id } = drafts.results[0];
    expect((await maya.get(`/app/orders/${id}/approve/`)).status).toBe(404);
    const page = await ada.get(`/app/orders/${id}/approve/`);
    expect(page.html).toContain('Its quote of $675.00 is frozen');
    expect((await ada.fill(`/app/orders/${id}/approve/`, 'approve')).status).toBe(303);
    const shown = await ada.get(`/app/orders/${id}/`);
    expect(shown.html).toContain('admin, for the client');
    expect((await ada.get(`/app/orders/${id}/approve/`)).html).toContain('cannot be approved');
  });
});

describe('an order, link by link', () => {
  it('shows what is delivered, live, submitted, and what it earns', async () => {
    const { html } = await maya.get('/app/orders/1/');
    for (const text of ['blog1.example', 'link found', 'until', '$62.50', 'What was agreed', 'Price ÷ cost'])
      expect(html).toContain(text);
    expect((await maya.get('/app/orders/2/')).status).toBe(404);
  });

  it('places a link, with what is refused at its field, and has its warnings decided', async () => {
    const wrong = await maya.fill('/app/orders/1/place/', 'place', { ...PLACED, '/source_url': 'no address' });
    expect(wrong.status).toBe(422);
    expect(attribute(field(wrong.html, '/source_url') ?? { nodeName: '' }, 'aria-invalid')).toBe('true');
    expect(formOf(wrong.html, 'place').fields.get('/anchor_text')).toBe('savings calculator');
    const placed = await maya.fill('/app/orders/1/place/', 'place', { ...PLACED, '/source_url': `${urlOf(1)}-2` });
    expect(placed.status).toBe(303);
    const at = placed.headers.get('location') ?? '';
    await world.advance('2026-06-17T12:30:00Z');
    expect((await maya.get(at)).html).toContain('domain used recently');
    expect((await maya.get('/app/orders/1/')).html).toContain('1 to decide');
    const decided = await maya.fill(at, 'warnings', { '/warnings/domain_used_recently': 'reject' });
    expect(decided.status).toBe(303);
    await world.advance('2026-06-17T12:31:00Z');
    expect((await maya.get(at)).html).toMatch(/rejected/);
  });

  it('has a cost corrected, with the margin that follows', async () => {
    expect((await maya.get('/app/backlinks/1/cost/')).html).toContain('the margin, now');
    const wrong = await maya.fill('/app/backlinks/1/cost/', 'cost', { '/cost': 'cheap' });
    expect(attribute(field(wrong.html, '/cost') ?? { nodeName: '' }, 'aria-invalid')).toBe('true');
    const done = await maya.fill('/app/backlinks/1/cost/', 'cost', { '/cost': '70.00', '/reason': 'vendor’s invoice' });
    expect(done.status).toBe(303);
    expect((await maya.get('/app/orders/1/')).html).toContain('$70.00');
  });

  it('has a page looked at, a link marked lost, and its replacement placed', async () => {
    expect((await maya.fill('/app/backlinks/1/', 'check')).status).toBe(303);
    // What the look found changes the link, also while somebody has its page open.
    await world.advance('2026-06-17T12:32:00Z');
    const says = await maya.get('/app/backlinks/1/lost/');
    expect(says.html).toMatch(/under the guarantee until .* 2026/);
    expect((await maya.fill('/app/backlinks/1/lost/', 'lost', { '/reason': 'the post is gone' })).status).toBe(303);
    const shown = await maya.get('/app/backlinks/1/');
    expect(shown.html).toContain('Place the replacement');
    const place = await maya.get('/app/orders/1/place/?replaces=1');
    expect(formOf(place.html, 'place').fields.get('/replaces_id')).toBe('1');
  });

  it('is cancelled with what it costs said before, and changes nothing by being looked at', async () => {
    const before = await must(world.get('services/backlink-orders/2/'));
    const { html } = await ada.get('/app/orders/2/cancel/');
    expect(html).toMatch(/1 of 3 links are delivered: \$150\.00 of \$450\.00 are owed\./);
    expect(await must(world.get('services/backlink-orders/2/'))).toEqual(before);
    expect((await ada.fill('/app/orders/2/cancel/', 'order', { '/reason': 'campaign ended' })).status).toBe(303);
    expect((await must(world.get('services/backlink-orders/2/'))).status).toBe('cancelled');
    const cancelled = (await must(world.get('services/backlink-orders/2/timeline/'))).results;
    expect(JSON.stringify(cancelled)).toContain('150.00');
    expect((await ada.get('/app/orders/2/cancel/')).html).toContain('cannot be cancelled');
  });
});

describe('placements that a client is asked about', () => {
  it('are proposed, decided for them by an admin, placed as approved, and withdrawn', async () => {
    const lines = [{ tier: 'basic_guest_post', quantity: 2 }];
    const { id } = await must(
      world.post('services/backlink-orders/', { site_id: 11, lines, placement_approval: 'client' }),
      201,
    );
    await must(world.post(`services/backlink-orders/${id}/approve/`, { on_behalf_of_client: true }));
    const { '/tier': _, ...proposed } = PLACED;
    for (const n of [7, 8]) {
      const sent = await maya.fill(`/app/orders/${id}/propose/`, 'propose', { ...proposed, '/source_url': urlOf(n) });
      expect(sent.status).toBe(303);
    }
    const { html } = await maya.get(`/app/orders/${id}/`);
    expect(html).toContain('blog7.example');
    const { results } = await must(world.get(`services/backlink-orders/${id}/links/proposals/?ordering=id`));
    const [first, second] = results;
    const one = `/app/orders/${id}/proposals/?proposal=${first.id}`;
    expect((await maya.get(one)).html).not.toContain('value="approve"');
    expect((await ada.fill(one, 'approve')).status).toBe(303);
    const place = await maya.get(`/app/orders/${id}/place/?proposal=${first.id}`);
    const { fields } = formOf(place.html, 'place');
    expect([fields.get('/source_url'), fields.get('/proposal_id')]).toEqual([urlOf(7), String(first.id)]);
    fields.set('/anchor_text', 'another anchor');
    fields.set('/tier', 'basic_guest_post');
    const refused = await maya.send(`/app/orders/${id}/place/`, fields);
    expect(refused.status).toBe(409);
    const other = `/app/orders/${id}/proposals/?proposal=${second.id}`;
    const unsaid = await ada.fill(other, 'reject');
    expect(unsaid.status).toBe(422);
    expect((await maya.fill(other, 'withdraw', { '/reason': 'too dear' })).status).toBe(303);
    expect((await maya.get(other)).html).toContain('withdrawn');
  });
});
