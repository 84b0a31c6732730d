import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Client, clientFacts, fact, type SandboxApi, sandboxApi } from '#test/support/api';
import { begin, day, must, placement, START, urlOf } from '#test/support/backlinks';

const ORDERS = 'services/backlink-orders/';
const BLOCKED = 'services/blocked-domains/';
const APPROVALS = 'services/approvals/';
type Listed = { readonly id: number; readonly kind?: string };
const ids = ({ results }: { readonly results: readonly Listed[] }) => results.map(({ id }) => id);

describe('what an order and its client agree on, over HTTP', () => {
  let api: SandboxApi;
  let client: Client;
  let other: Client;
  let agency: Client;
  let manager: Client;
  const token = async (body: object) =>
    api.as((await must(api.post('auth/tokens/', { scopes: ['read', 'write'], ...body }), 201)).token);
  const lines = [{ tier: 'basic_guest_post', quantity: 2, unit_price: '200.00' }];
  const ordered = async (more: object = {}): Promise<number> => {
    const { id } = await must(api.post(ORDERS, { site_id: 11, lines, ...more }), 201);
    await must(client.post(`${ORDERS}${id}/approve/`, {}));
    return id;
  };
  const proposal = (n: number) => {
    const { vendor, source_url, target_url, anchor_text, cost } = placement(n, 'basic_guest_post', '40.00');
    return { vendor, source_url, target_url, anchor_text, cost, metrics: { dr: 42 } };
  };
  const propose = async (order: number, n: number) =>
    must(manager.post(`${ORDERS}${order}/links/proposals/`, proposal(n)), 201);
  const row = (list: { results: readonly Listed[] }, id: number) => list.results.find((each) => each.id === id);

  beforeAll(async () => {
    api = await sandboxApi(START);
    await begin(api, 8);
    await api.post('platform/facts/', [
      fact('AccountRegistered', {
        account_id: 5,
        name: 'Agency',
        email: 'agency@example.com',
        plan: 'scale',
        kind: 'agency',
      }),
      ...clientFacts(2, 22, 'scale'),
      fact('UserRegistered', { user_id: 900, account_id: 1, name: 'Maya', email: 'maya@team.example' }),
    ]);
    client = await token({ role: 'client', account_id: 1 });
    other = await token({ role: 'client', account_id: 2 });
    agency = await token({ role: 'agency', account_id: 5 });
    manager = await token({ role: 'account_manager', user_id: 900 });
    await must(
      api.post('services/subscriptions/', {
        account_id: 1,
        site_id: 11,
        tier: 'pro',
        account_manager_id: 900,
        service_config: { backlinks: { placement_approval: 'client' } },
      }),
      201,
    );
    await api.advance(day(0, '10:00:00'));
  });
  afterAll(() => api.stop());

  it('has placements proposed where the site’s subscription says so, without vendor and cost for the client', async () => {
    const id = await ordered();
    expect(await must(api.get(`${ORDERS}${id}/`))).toMatchObject({
      placement_approval: 'client',
      guarantee: { days: 90 },
    });
    const { id: plain } = await must(api.post(ORDERS, { site_id: 11, lines, placement_approval: 'none' }), 201);
    expect((await must(api.get(`${ORDERS}${plain}/`))).placement_approval).toBe('none');
    const one = await propose(id, 1);
    expect(one).toMatchObject({ status: 'proposed', vendor: 'fatgrid', cost: '40.00', source_domain: 'blog1.example' });
    const path = `${ORDERS}${id}/links/proposals/`;
    for (const seen of [row(await must(client.get(path)), one.id), row(await must(client.get(path)), one.id)]) {
      expect(seen).toMatchObject({ status: 'proposed', anchor_text: 'anchor 1' });
      expect(seen).not.toHaveProperty('vendor');
      expect(seen).not.toHaveProperty('cost');
    }
    expect(JSON.stringify(await must(client.get(`${ORDERS}${id}/timeline/`)))).not.toMatch(/fatgrid|cost_cents|40\.00/);
    for (const stranger of [other, agency]) {
      expect((await stranger.get(path)).status).toBe(404);
      expect((await stranger.post(`${path}${one.id}/approve/`, {})).status).toBe(404);
    }
    expect((await client.post(path, proposal(2))).status).toBe(403);
    expect((await manager.post(`${path}${one.id}/approve/`, {})).status).toBe(403);
    expect((await client.post(`${path}${one.id}/withdraw/`, {})).status).toBe(403);
    expect((await client.post(`${path}${one.id}/reject/`, {})).status).toBe(422);
    expect((await manager.post(path, { ...proposal(2), domain: 'x.example' })).status).toBe(422);

    const link = { ...placement(1, 'basic_guest_post', '40.00'), proposal_id: one.id };
    expect((await manager.post(`${ORDERS}${id}/links/`, link)).body.code).toBe('not_as_approved');
    const approved = await must(client.post(`${path}${one.id}/approve/`, {}));
    expect(approved).toMatchObject({ status: 'approved', approved_by: 'client', silent_on: null });
    expect(approved).not.toHaveProperty('cost');
    const changed = { ...link, anchor_text: 'another' };
    expect(await manager.post(`${ORDERS}${id}/links/`, changed)).toMatchObject({
      status: 409,
      body: { code: 'not_as_approved' },
    });
    const placed = await must(manager.post(`${ORDERS}${id}/links/`, link), 201);
    expect(row(await must(client.get(path)), one.id)).toMatchObject({ status: 'placed', backlink_id: placed.id });
    const two = await propose(id, 2);
    await must(client.post(`${path}${two.id}/reject/`, { reason: 'Mrs Miller knows this blog' }));
    expect(row(await must(manager.get(path)), two.id)).toMatchObject({
      status: 'rejected',
      reason: 'Mrs Miller knows this blog',
    });
    const { rows } = await api.running.system.around.store
      .readStream(`backlink-order-${id}`)
      .then((events) => ({ rows: events.map(({ dataText }) => dataText).join('\n') }));
    expect(rows).not.toContain('Miller');
  });

  it('takes seven days of silence after the mail for a yes, but for the days in which the services are paused', async () => {
    const id = await ordered();
    const one = await propose(id, 3);
    await api.advance(day(0, '11:00:00'));
    const mails = (await must(api.get('sandbox/mail/'))).results as { to: string[]; subject: string; text: string }[];
    const mail = mails.filter(({ subject }) => subject.includes('blog3.example'));
    expect(mail).toMatchObject([{ to: ['client1@example.com'] }]);
    expect(mail[0]?.text).toContain('If we hear nothing from you for 7 days');
    expect(mail[0]?.text).not.toMatch(/fatgrid|40\.00/i);
    const path = `${ORDERS}${id}/links/proposals/`;
    const first = row(await must(client.get(path)), one.id) as { silent_on?: string } | undefined;
    expect(first?.silent_on?.slice(0, 10)).toBe(day(7).slice(0, 10));
    const waits = await must(client.get(`${APPROVALS}?kind=placement`));
    expect(row(waits, one.id)).toMatchObject({ kind: 'placement', waiting_for: 'client', silent_on: first?.silent_on });
    const overdue = await must(manager.get('services/dashboard/overdue/?kind=placement'));
    expect(row(overdue, one.id)).toMatchObject({ waiting_for: 'client' });

    await must(api.post('services/subscriptions/1/pause/', { reason: 'holidays' }));
    await api.advance(day(0, '11:30:00'));
    expect(row(await must(client.get(path)), one.id)).toMatchObject({ silent_on: null });
    await api.advance(day(3));
    await must(api.post('services/subscriptions/1/resume/', {}));
    await api.advance(day(9, '10:00:00'));
    expect(row(await must(client.get(path)), one.id)).toMatchObject({ status: 'proposed' });
    await api.advance(day(10, '13:00:00'));
    expect(row(await must(client.get(path)), one.id)).toMatchObject({ status: 'approved', approved_by: 'silence' });
    expect((await client.post(`${path}${one.id}/reject/`, { reason: 'too late' })).body).toMatchObject({
      code: 'invalid_state',
      current_state: 'approved',
    });
    const link = { ...placement(3, 'basic_guest_post', '40.00'), proposal_id: one.id };
    await must(manager.post(`${ORDERS}${id}/links/`, link), 201);
    // 30 days from its approval, and ten for which the client was waited for.
    expect((await must(api.get(`${ORDERS}${id}/`))).due_date).toBe(day(40).slice(0, 10));
  });

  it('refuses domains that the account has blocked, also for staff, and withdraws what is open there', async () => {
    const id = await ordered();
    const open = await propose(id, 4);
    const blocked = await must(client.post(BLOCKED, { domain: 'Blog4.example', reason: 'not our brand' }), 201);
    expect(blocked).toMatchObject({ account_id: 1, domain: 'blog4.example', reason: 'not our brand' });
    await api.advance(day(10, '14:00:00'));
    const path = `${ORDERS}${id}/links/proposals/`;
    expect(row(await must(manager.get(path)), open.id)).toMatchObject({
      status: 'withdrawn',
      reason: 'domain_blocked',
    });
    const sub = { ...proposal(4), source_url: 'https://www.news.blog4.example/post' };
    expect(await manager.post(path, sub)).toMatchObject({ status: 409, body: { code: 'domain_blocked' } });
    const none = await ordered({ placement_approval: 'none' });
    const link = placement(4, 'basic_guest_post', '40.00');
    expect((await api.post(`${ORDERS}${none}/links/`, link)).body.code).toBe('domain_blocked');
    expect((await client.post(BLOCKED, { domain: 'blog4.example' })).body).toMatchObject({
      code: 'duplicate',
      existing_id: blocked.id,
    });
    for (const domain of ['com', 'https://a.example/x', 'not a domain'])
      expect((await client.post(BLOCKED, { domain })).status, domain).toBe(422);
    expect((await must(client.post(BLOCKED, { domain: 'bücher.example' }), 201)).domain).toBe('xn--bcher-kva.example');
    expect((await other.post(BLOCKED, { account_id: 1, domain: 'x.example' })).status).toBe(404);
    expect(ids(await must(other.get(BLOCKED)))).toEqual([]);
    expect((await other.delete(`${BLOCKED}${blocked.id}/`)).status).toBe(404);
    expect(ids(await must(manager.get(BLOCKED)))).toContain(blocked.id);
    expect((await client.delete(`${BLOCKED}${blocked.id}/`)).status).toBe(204);
    await must(api.post(`${ORDERS}${none}/links/`, link), 201);
  });

  it('asks for a brief, and counts its days from when it is complete', async () => {
    const id = await ordered({ brief_required: true, placement_approval: 'none' });
    const path = `${ORDERS}${id}/brief/`;
    expect(await must(client.get(path))).toMatchObject({ status: 'waiting', waiting_for: 'client', due_date: null });
    expect((await must(manager.get('services/dashboard/overdue/?kind=brief'))).results).toMatchObject([
      { id, waiting_for: 'client' },
    ]);
    const link = placement(5, 'basic_guest_post', '40.00');
    expect((await manager.post(`${ORDERS}${id}/links/`, link)).body.code).toBe('brief_incomplete');
    const answers = {
      target_pages: ['https://site11.example/'],
      anchors: ['acorn'],
      audience: 'Mrs Miller and friends',
    };
    expect((await client.put(path, { answers: { audience: 'x' }, complete: true })).body.errors).toMatchObject([
      { pointer: '/answers/target_pages' },
    ]);
    expect((await client.put(path, { answers: { audience: 5 } })).status).toBe(422);
    expect((await client.put(path, { answers: { colour: 'red' } })).body.errors).toMatchObject([
      { pointer: '/answers/colour' },
    ]);
    expect((await other.get(path)).status).toBe(404);
    await api.advance(day(12));
    const done = await must(client.put(path, { answers, complete: true }));
    expect(done).toMatchObject({ status: 'complete', waiting_for: 'us', answers, due_date: day(42).slice(0, 10) });
    expect((await client.put(path, { answers: { ...answers, audience: 'all' } })).status).toBe(409);
    await must(manager.post(`${ORDERS}${id}/links/`, link), 201);
    const events = await api.running.system.around.store.readStream(`backlink-order-${id}`);
    expect(events.map(({ dataText }) => dataText).join()).not.toContain('Miller');
    expect((await client.get(`${ORDERS}1/brief/`)).status).toBe(404);
  });

  it('has the guarantee claimed, proved by looks, and remedied', async () => {
    const id = await ordered({ placement_approval: 'none' });
    const path = `${ORDERS}${id}/guarantee-claims/`;
    const link = await must(manager.post(`${ORDERS}${id}/links/`, placement(6, 'basic_guest_post', '40.00')), 201);
    await api.advance(day(12, '14:00:00'));
    const claim = (reason: string, by: Client = client) =>
      by.post(path, { backlink_id: link.id, reason, note: 'gone?' });
    expect((await claim('page_dead')).body.errors).toMatchObject([{ pointer: '/reason' }]);
    expect((await claim('lost', other)).status).toBe(404);
    const one = await must(claim('lost'), 201);
    expect(one).toMatchObject({ status: 'open', claimed_by: 'client', note: 'gone?' });
    expect((await claim('lost')).body).toMatchObject({ code: 'duplicate' });
    await api.advance(day(12, '15:00:00'));
    expect(row(await must(client.get(path)), one.id)).toMatchObject({
      status: 'refused',
      check_id: expect.any(String),
    });

    await api.post('sandbox/pages/', { url: urlOf(6), html: '<p>nothing here</p>' });
    const two = await must(claim('lost'), 201);
    await api.advance(day(13, '12:00:00'));
    expect((await must(manager.get('services/dashboard/overdue/?kind=claim'))).results).toMatchObject([
      { id: two.id, waiting_for: 'us' },
    ]);
    await api.advance(day(14));
    expect(row(await must(client.get(path)), two.id)).toMatchObject({ status: 'accepted', remedy: 'replacement' });
    const again = { ...placement(7, 'basic_guest_post', '40.00'), replaces_id: link.id };
    const replacement = await must(manager.post(`${ORDERS}${id}/links/`, again), 201);
    expect(row(await must(client.get(path)), two.id)).toMatchObject({
      status: 'remedied',
      replacement_id: replacement.id,
    });
    expect(await must(client.get(path))).toMatchObject({ count: 2 });
    expect((await client.post(`${path}${two.id}/`, { outcome: 'accepted', note: 'x' })).status).toBe(403);
  });

  it('stands in one list of approvals, each decided by who may', async () => {
    const { id } = await must(api.post(ORDERS, { site_id: 11, lines }), 201);
    const { id: unwanted } = await must(api.post(ORDERS, { site_id: 11, lines }), 201);
    await api.post('platform/facts/', [
      fact('BlueprintGenerated', { site_id: 11, blueprint_id: 77 }, day(14)),
      fact('ArticleAwaitingReview', { site_id: 11, content_id: 501, title: 'Saving' }, day(14)),
    ]);
    const list = await must(client.get(APPROVALS));
    expect(new Set(list.results.map(({ kind }: { kind: string }) => kind))).toEqual(
      new Set(['order', 'blueprint', 'content']),
    );
    expect(ids(await must(other.get(APPROVALS)))).not.toContain(id);
    expect((await other.post(`${APPROVALS}order/${id}/`, { outcome: 'approved' })).status).toBe(404);
    expect((await manager.post(`${APPROVALS}order/${id}/`, { outcome: 'approved' })).status).toBe(403);
    expect((await client.post(`${APPROVALS}order/${id}/`, { outcome: 'changes_requested', note: 'x' })).status).toBe(
      422,
    );
    expect((await client.post(`${APPROVALS}order/${id}/`, { outcome: 'rejected' })).status).toBe(422);
    await must(client.post(`${APPROVALS}order/${id}/`, { outcome: 'approved' }));
    await must(client.post(`${APPROVALS}order/${unwanted}/`, { outcome: 'rejected', note: 'too dear' }));
    expect(await must(api.get(`${ORDERS}${id}/`))).toMatchObject({
      status: 'approved',
      approved_by: { role: 'client' },
    });
    expect((await must(api.get(`${ORDERS}${unwanted}/`))).status).toBe('cancelled');

    await must(client.post(`${APPROVALS}blueprint/77/`, { outcome: 'approved' }));
    await must(client.post(`${APPROVALS}content/501/`, { outcome: 'changes_requested', note: 'shorter, please' }));
    expect((await client.post(`${APPROVALS}content/501/`, { outcome: 'approved' })).status).toBe(404);
    const asked = (await must(api.get('platform/work-requests/'))).results as { kind: string; payload: object }[];
    expect(asked.filter(({ kind }) => kind === 'content.review')).toMatchObject([
      { payload: { content_id: 501, outcome: 'changes_requested', note: 'shorter, please' } },
    ]);
    expect(asked.filter(({ kind }) => kind === 'blueprint.approve')).toMatchObject([{ payload: { blueprint_id: 77 } }]);
    // Written anew it is asked about once more.
    await api.post('platform/facts/', [
      fact('ArticleReviewed', { site_id: 11, content_id: 501, outcome: 'changes_requested' }, day(15)),
      fact('ArticleAwaitingReview', { site_id: 11, content_id: 501, title: 'Saving' }, day(16)),
    ]);
    await must(client.post(`${APPROVALS}content/501/`, { outcome: 'approved' }));
  });

  it('is told again by its events alone: read models, streams, and as it was', async () => {
    for (const read_model of [
      'igny8_backlink_service_orders',
      'igny8_backlink_placement_proposals',
      'igny8_backlink_guarantee_claims',
      'igny8_blocked_link_domains',
      'igny8_platform_approvals',
      'igny8_sag_backlinks',
    ])
      expect(await must(api.post('audit/replay/', { read_model })), read_model).toMatchObject({ equal: true });
    const { state } = await must(client.get('audit/as-of/order/1/'));
    expect(state).toMatchObject({ placement_approval: 'client', brief_status: 'none', guarantee: { days: 90 } });
    expect(JSON.stringify(state)).not.toMatch(/fatgrid|cost/);
  });
});
