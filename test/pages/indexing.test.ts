import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must } from '#test/support/backlinks';
import { attribute, elements, type Got, type Houses, houses, Reader } from '#test/support/pages';
import { withWork } from '#test/support/work';

let world: Houses;
let maya: Reader;
let ada: Reader;
beforeAll(async () => {
  world = await houses();
  // Every service refuses, so that the requests fail and are to be looked at.
  for (const provider of ['speedyindex', 'omega', 'colossus', 'linkcentaur'])
    await must(world.post('sandbox/faults/', { provider, mode: 'refuse' }));
  await withWork(world);
  maya = new Reader(world.url, world.tokens.manager);
  ada = new Reader(world.url, world.tokens.admin);
}, 120_000);
afterAll(() => world?.stop());

const follow = ({ headers }: Got) =>
  maya.get(headers.get('location') ?? '', { cookie: (headers.get('set-cookie') ?? '').split(';')[0] ?? '' });

describe('indexing', () => {
  it('shows how it goes, and what needs review', async () => {
    const { html } = await maya.get('/app/indexing/?needs_review=true');
    expect(html).toContain('blog1.example/post');
    expect(html).not.toContain('blog2.example');
    expect(html).toContain('Median days');
    expect((await maya.get('/app/indexing/csv/')).html).toMatch(
      /^"id","status","service","checks","cost","submitted_at"/,
    );
  });

  it('tells of one request day by day, and has it reviewed with its error at the field', async () => {
    const { html } = await maya.get('/app/indexing/1/');
    expect(html).toMatch(/refused/);
    expect(html).toContain('Accept that it failed');
    const bare = await maya.fill('/app/indexing/1/', 'review');
    expect(bare.status).toBe(422);
    const outcome = elements(bare.html).find((each) => attribute(each, 'name') === '/outcome');
    expect(attribute(outcome ?? { nodeName: '' }, 'aria-invalid')).toBe('true');
    const done = await maya.fill('/app/indexing/1/', 'review', { '/outcome': 'retry', '/note': 'the page was slow' });
    expect(done.status).toBe(303);
    expect((await must(world.get('linker/indexing/requests/?site_id=11'))).count).toBe(2);
    expect((await maya.get('/app/indexing/1/')).html).not.toContain('Accept that it failed');
  });

  it('submits all of a site, and says what was refused', async () => {
    expect((await maya.fill('/app/indexing/submit/', 'submit', { '/site_id': '' })).status).toBe(422);
    const sent = await maya.fill('/app/indexing/submit/', 'submit', { '/site_id': '11' });
    expect(sent.status).toBe(303);
    expect((await follow(sent)).html).toContain('0 submitted');
    expect((await maya.fill('/app/indexing/submit/', 'submit', { '/site_id': '22' })).status).toBe(404);
  });
});

describe('gate usage', () => {
  it('tells admins what was refused and what it would have needed, and is taken along', async () => {
    expect((await maya.get('/app/gate-usage/')).status).toBe(404);
    const asked = await world.get('billing/features/check/white_label/?account_id=3&required_level=true');
    expect(asked.status, JSON.stringify(asked.body)).toBe(200);
    await world.advance('2026-06-17T12:30:00Z');
    const { html } = await ada.get('/app/gate-usage/');
    expect(html).toContain('White label');
    expect((await ada.get('/app/gate-usage/?by=plan')).html).toContain('Scale');
    expect((await ada.get('/app/gate-usage/csv/')).html).toMatch(
      /^"week","plan","feature","level","checks","refusals"/,
    );
  });
});
