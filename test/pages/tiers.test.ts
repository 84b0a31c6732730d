import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must } from '#test/support/backlinks';
import { formOf, type Houses, houses, Reader } from '#test/support/pages';

let world: Houses;
beforeAll(async () => {
  world = await houses();
}, 120_000);
afterAll(() => world?.stop());

const TIERS = '/app/services/tiers/';

describe('tiers of many services', () => {
  it('are shown with what they come to for each client, and then changed', async () => {
    const ada = new Reader(world.url, world.tokens.admin);
    expect((await ada.get('/app/services/')).html).toContain(`href="${TIERS}"`);
    const offered = await ada.get(`${TIERS}?tier=lite`);
    expect(offered.html).toContain('site11.example (Client 1)');
    expect(offered.html).not.toContain('site22.example');
    expect(offered.html).not.toContain('value="change"');
    const AT = `${TIERS}?tier=lite&service=1&service=99`;
    const looked = await ada.get(AT);
    for (const words of [
      'Would be refused: 1',
      'Service 99',
      'Accounts for which something changes: 1. Of these, accounts that have less of something: 1.',
      'Tier pro → lite',
      'Articles per month 30 → 10',
      'Change 1 services to Managed Lite as shown?',
    ])
      expect(looked.html).toContain(words);
    expect(formOf(looked.html, 'change').fields.get('change')).toMatch(/^1@\d+$/);
    expect((await ada.get(`${TIERS}csv/?tier=lite&service=1`)).html).toContain('service 1 tier: pro → lite');
    const told = await must(
      world.post('services/subscriptions/tier-changes/', {
        changes: [{ subscription_id: 1, tier: 'lite' }],
        dry_run: true,
      }),
    );
    const done = await ada.fill(AT, 'change', {});
    expect(done.status).toBe(303);
    expect(await must(world.get('services/subscriptions/1/'))).toMatchObject({ tier: 'lite', monthly_price: '100.00' });
    const { after } = await must(world.post('billing/accounts/1/next-invoice/', {}));
    expect(after.total).toBe(told.results[0].next_invoice.after.total);
  });

  it('are changed by an account manager for their own services alone, and by nobody else', async () => {
    const maya = new Reader(world.url, world.tokens.manager);
    const looked = await maya.get(`${TIERS}?tier=pro&service=2`);
    expect(looked.html).toContain('Would be refused: 1');
    expect(looked.html).not.toContain('value="change"');
    const client = new Reader(world.url, world.tokens.client);
    expect((await client.get(TIERS)).status).toBe(404);
  });
});
