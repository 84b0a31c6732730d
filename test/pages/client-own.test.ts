import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must, placement } from '#test/support/backlinks';
import { formOf, type Houses, houses, Reader } from '#test/support/pages';

const text = (html: string): string => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

let world: Houses;
let client: Reader;
let other: Reader;
beforeAll(async () => {
  world = await houses();
  client = new Reader(world.url, world.tokens.client);
  other = new Reader(world.url, world.tokens.otherClient);
}, 120_000);
afterAll(() => world?.stop());

describe('what clients keep themselves', () => {
  it('a monthly order ends its renewal, once it is seen what that comes to; the order goes on', async () => {
    const wanted = { site_id: 11, order_type: 'monthly', pricing_mode: 'package', package: 'starter' };
    const { id } = await must(world.post('services/backlink-orders/', wanted), 201);
    const at = `/app/orders/${id}/cancel/`;
    expect((await client.get(at)).headers.get('location')).toBe(`/app/orders/${id}/`);
    await must(world.post(`services/backlink-orders/${id}/approve/`, { on_behalf_of_client: true }));
    expect((await client.get(`/app/orders/${id}/`)).html).toContain(`href="${at}"`);
    const { html } = await client.get(at);
    expect(text(html)).toContain(`No new order follows on 17 Jul 2026, and $800.00 is not billed then.`);
    expect((await other.get(at)).status).toBe(404);
    expect((await other.send(at, formOf(html, 'renewal').fields)).status).toBe(404);
    const done = await client.fill(at, 'renewal', { '/reason': 'enough for now' });
    expect([done.status, done.headers.get('location')]).toEqual([303, `/app/orders/${id}/`]);
    expect(await must(world.get(`services/backlink-orders/${id}/`))).toMatchObject({
      status: 'approved',
      renews_on: null,
    });
  });

  it('domains are blocked and allowed again, and what is proposed there is refused', async () => {
    const at = '/app/blocked-domains/';
    expect((await client.get('/app/orders/')).html).toContain(`href="${at}"`);
    expect(text((await client.get(at)).html)).toContain('No domain is blocked');
    const wrong = await client.fill(at, 'block', { '/domain': 'no domain at all' });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('value="no domain at all"');
    expect((await client.fill(at, 'block', { '/domain': 'blog4.example', '/reason': 'a rival' })).status).toBe(303);
    expect(text((await client.get(at)).html)).toMatch(/blog4\.example a rival/);
    expect(text((await other.get(at)).html)).not.toContain('blog4.example');
    await must(world.post('services/backlink-orders/1/approve/', { on_behalf_of_client: true }));
    const refused = await world.post('services/backlink-orders/1/links/', placement(4, 'basic_guest_post', '40.00'));
    expect(refused.body.code).toBe('domain_blocked');
    const { fields, action } = formOf((await client.get(at)).html, 'allow');
    expect((await other.send(action, fields)).status).toBe(404);
    expect((await client.send(action, fields)).status).toBe(303);
    expect(text((await client.get(at)).html)).toContain('No domain is blocked');
  });

  it('billing details are changed, errors at their fields, and stand on what is issued then', async () => {
    const at = '/app/billing-details/';
    expect((await client.get('/app/invoices/')).html).toContain(`href="${at}"`);
    const given = {
      '/name': 'Acorn Ltd',
      '/address_lines': '1 High Street\r\nLeeds',
      '/tax_id': 'GB123',
      '/country': 'gb',
    };
    const wrong = await client.fill(at, 'details', given);
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('aria-invalid="true"');
    expect(
      (await client.fill(at, 'details', { ...given, '/country': 'GB', '/email': 'bills@acorn.example' })).status,
    ).toBe(303);
    expect(await must(world.get('billing/accounts/1/billing-details/'))).toMatchObject({
      name: 'Acorn Ltd',
      address_lines: ['1 High Street', 'Leeds'],
      tax_id: 'GB123',
      email: 'bills@acorn.example',
      country: 'GB',
    });
    expect(formOf((await client.get(at)).html, 'details').fields.get('/tax_id')).toBe('GB123');
    expect((await other.get(`${at}?account=1`)).status).toBe(404);
    expect((await other.get(at)).html).not.toContain('GB123');
  });
});
