import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must } from '#test/support/backlinks';
import { withReports } from '#test/support/made-reports';
import { type Houses, houses, Reader } from '#test/support/pages';

let world: Houses;
let client: Reader;
beforeAll(async () => {
  world = await withReports(await houses());
  client = new Reader(world.url, world.tokens.client);
}, 120_000);
afterAll(() => world?.stop());

describe('reports of clients', () => {
  it('are listed, read as a page, and downloaded', async () => {
    const { html } = await client.get('/app/reports/');
    expect(html).toContain('May 2026');
    expect(html).not.toMatch(/site22/);
    const one = await client.get('/app/reports/1/');
    expect(one.html).toContain('Report for site11.example, May 2026');
    expect(one.html).toMatch(/Improving|Stable|Declining|Not enough data yet/);
    const page = await client.get('/app/reports/1/page/');
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src .*form-action 'none'/);
    expect((await client.get('/app/reports/1/pdf/')).headers.get('content-type')).toBe('application/pdf');
    for (const part of ['', 'page/', 'pdf/', 'share/'])
      expect((await client.get(`/app/reports/2/${part}`)).status).toBe(404);
  });

  it('are shared by a link whose address is said once, and revoked', async () => {
    const at = '/app/reports/1/share/';
    const past = await client.fill(at, 'share', { '/expires_at': '2020-01-01' });
    expect(past.status).toBe(422);
    expect(past.html).toContain('aria-invalid="true"');
    const done = await client.fill(at, 'share', { '/sections': ['organic_traffic'], '/password': 'for Ada only' });
    expect(done.headers.get('location')).toBe('/app/reports/1/');
    const cookie = (done.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    const { html } = await client.get('/app/reports/1/', { cookie });
    const address = /shared\/[\w-]+\//.exec(html)?.[0];
    expect(address).toBeDefined();
    expect((await fetch(`${world.url}/${address}`)).status).toBe(200);
    expect((await client.get('/app/reports/1/')).html).not.toContain('shared/');
    expect(html).toContain('with a password');
    const { shares } = await must(world.get('services/reports/1/'));
    expect(shares).toMatchObject([{ sections: ['organic_traffic'], has_password: true }]);
    expect((await client.fill('/app/reports/1/', 'revoke')).status).toBe(303);
    expect((await fetch(`${world.url}/${address}`)).status).toBe(410);
    expect((await client.get('/app/reports/1/')).html).toContain('ended');
  });
});
