import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fact } from '#test/support/api';
import { must } from '#test/support/backlinks';
import { attribute, elements, formOf, type Got, type Houses, houses, Reader } from '#test/support/pages';

let world: Houses;
let maya: Reader;
let at = '';
const day = (n: number): string => `2026-06-${String(n).padStart(2, '0')}`;
beforeAll(async () => {
  world = await houses('2026-06-29T08:00:00Z');
  const search = (n: number) =>
    fact('SearchMetricsRecorded', {
      site_id: 11,
      date: day(n),
      clicks: 40 + n,
      impressions: 900 + 10 * n,
      position: 12.5,
    });
  await must(
    world.post('platform/facts/', [
      ...Array.from({ length: 28 }, (_, n) => search(n + 1)),
      fact('TechnicalWorkDone', { site_id: 11, date: day(29), kind: 'speed', title: 'oak <b>tables</b> load faster' }),
    ]),
  );
  await world.advance('2026-06-29T09:00:00Z');
  await must(
    world.patch('services/subscriptions/1/', { service_config: { reporting: { recipients: ['ann@client.example'] } } }),
  );
  await world.advance('2026-07-01T12:00:00Z');
  maya = new Reader(world.url, world.tokens.manager);
}, 180_000);
afterAll(() => world?.stop());

const follow = ({ headers }: Got) =>
  maya.get(headers.get('location') ?? '', { cookie: (headers.get('set-cookie') ?? '').split(';')[0] ?? '' });
const field = (html: string, name: string) => elements(html).find((each) => attribute(each, 'name') === name);

describe('reports of the team', () => {
  it('stand in the list by what is next', async () => {
    const review = await maya.get('/app/reports/?state=in_review');
    expect(review.html).toContain('site11.example, Jun 2026');
    expect(review.html).not.toContain('site22.example');
    expect((await maya.get('/app/reports/?state=sent')).html).toContain('Nothing matches these filters.');
    expect((await maya.get('/app/reports/csv/')).html).toMatch(/^"id","client","state","due_on","sent_at"/);
    const { results } = await must(world.get('services/reports/?site_id=11'));
    at = `/app/reports/${results[0].id}/`;
    const foreign = await must(world.get('services/reports/?site_id=22'));
    expect((await maya.get(`/app/reports/${foreign.results[0].id}/`)).status).toBe(404);
  });

  it('are read section by section, with figures, charts and tables of the report itself', async () => {
    const { html } = await maya.get(at);
    for (const text of ['First page', 'Organic traffic', 'Keyword rankings', '<svg', 'Versions'])
      expect(html).toContain(text);
    expect(html).toContain('oak &lt;b&gt;tables');
    expect(html).not.toContain('oak <b>');
  });

  it('are written into, which makes a version that is read again; nobody approves another than they read', async () => {
    const old = formOf((await maya.get(`${at}approve/`)).html, 'approve').fields;
    const empty = await maya.fill(at, 'comment', { '/section': 'organic_traffic', '/text': '' });
    expect(empty.status).toBe(422);
    expect(attribute(field(empty.html, '/text') ?? { nodeName: '' }, 'aria-invalid')).toBe('true');
    const said = { '/section': 'organic_traffic', '/text': 'The relaunch explains the dip.' };
    const written = await maya.fill(at, 'comment', said);
    expect(written.status).toBe(303);
    await world.advance('2026-07-01T12:10:00Z');
    const shown = await maya.get(at);
    expect(shown.html).toContain('The relaunch explains the dip.');
    expect(shown.html).toContain('version 1');
    old.delete('_etag');
    const stale = await maya.send(`${at}approve/`, old);
    expect(stale.status).toBe(409);
  });

  it('are rejected with why, made anew, approved, sent and shared', async () => {
    const bare = await maya.fill(`${at}reject/`, 'reject');
    expect(bare.status).toBe(422);
    expect((await maya.fill(`${at}reject/`, 'reject', { '/reason': 'one week is missing' })).status).toBe(303);
    expect((await maya.fill(at, 'regenerate')).status).toBe(303);
    await world.advance('2026-07-01T12:20:00Z');
    expect((await maya.get(`${at}send/`)).html).toContain('cannot be sent');
    const approve = await maya.get(`${at}approve/`);
    expect(approve.html).toContain('It goes out on 3 Jul 2026');
    expect((await maya.fill(`${at}approve/`, 'approve')).status).toBe(303);
    const wrong = await maya.fill(`${at}send/`, 'send', { '/to': 'nobody' });
    expect(wrong.status).toBe(422);
    expect((await maya.fill(`${at}send/`, 'send')).status).toBe(303);
    await world.advance('2026-07-01T12:30:00Z');
    const sent = await maya.get(at);
    expect(sent.html).toContain('ann@client.example');
    expect(sent.html).toContain('accepted');
    const shared = await maya.fill(`${at}share/`, 'share', {
      '/sections': ['organic_traffic'],
      '/password': 'a long one',
    });
    expect(shared.status).toBe(303);
    const seen = await follow(shared);
    expect(seen.html).toMatch(/said this once: http\S+\/shared\//);
    expect(seen.html).toContain('with password, 1 sections');
    expect((await maya.fill(`${at}share/?revoke=1`, 'revoke')).status).toBe(303);
    expect((await maya.get(at)).html).toContain('revoked');
  });

  it('are looked at before they are made', async () => {
    const asked = (start: string) =>
      `/app/reports/generate/?${new URLSearchParams({ '/subscription_id': '1', '/report_type': 'quarterly', '/period_start': start, '/sections': 'organic_traffic' })}`;
    const before = (await must(world.get('services/reports/'))).count;
    const { html } = await maya.get(asked('2026-04-01'));
    expect(html).toContain('Organic traffic');
    expect(html).not.toContain('id="keyword_rankings"');
    expect((await must(world.get('services/reports/'))).count).toBe(before);
    const made = await maya.send(asked('2026-04-01'), formOf(html, 'generate').fields);
    expect(made.status).toBe(303);
    expect((await must(world.get('services/reports/'))).count).toBe(before + 1);
    const looks = '%2Fsubscription_id=1&%2Ftheme=dark&%2Fpage_size=Letter';
    const dark = (await maya.get(`/app/reports/generate/?${looks}`)).html.replaceAll('&amp;', '&');
    expect(dark).toContain(`src="/app/reports/generate/picture/?${looks}"`);
    expect(dark).toMatch(/<img class="sheet"[^>]*width="420" height="544"/);
    const picture = await maya.get(`/app/reports/generate/picture/?${looks}`);
    expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/png']);
    // The theme goes to whoever draws it: one that is none is refused there.
    expect((await maya.get(`/app/reports/generate/picture/?${looks.replace('dark', 'loud')}`)).status).toBe(422);
    const wrong = await maya.get(asked('2026-04-02'));
    expect(wrong.html).toContain('notice bad');
    const foreign = await maya.get('/app/reports/generate/?%2Fsubscription_id=2');
    expect(foreign.html).not.toContain('site22.example');
    expect(foreign.html).toContain('notice bad');
  });
});
