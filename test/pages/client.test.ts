import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must } from '#test/support/backlinks';
import { type Houses, houses, Reader } from '#test/support/pages';

let world: Houses;
let client: Reader;
beforeAll(async () => {
  world = await houses();
  client = new Reader(world.url, world.tokens.client);
}, 120_000);
afterAll(() => world?.stop());

/** Somebody of account 1 who holds these rights and no others. */
describe('the overview', () => {
  it('shows what is included, the month against its target and what waits', async () => {
    const { html } = await client.get('/app/overview/');
    expect(html).toContain('Service for site11.example');
    expect(html).toContain('Articles each month: 30');
    expect(html).toContain('$399.00');
    expect(html).toMatch(/href="\/app\/approvals\/order\/\d+\/"/);
    expect(html).not.toMatch(/site22|margin|vendor/i);
  });
  it('is where clients and agencies are led', async () => {
    expect((await client.get('/app/')).headers.get('location')).toBe('/app/overview/');
    const { html } = await new Reader(world.url, world.tokens.agency).get('/app/overview/');
    expect(html).toContain('No services yet');
  });
});
void must;
