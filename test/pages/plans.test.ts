import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must } from '#test/support/backlinks';
import { attribute, elements, formOf, type Houses, houses, Reader } from '#test/support/pages';

let world: Houses;
beforeAll(async () => {
  world = await houses();
}, 120_000);
afterAll(() => world?.stop());

const CELL = '/app/plans/?plan=scale&feature=ahrefs_level';

describe('plans', () => {
  it('are read by the team, level by level; only admins are led to change one', async () => {
    const maya = new Reader(world.url, world.tokens.manager);
    const { html } = await maya.get('/app/plans/');
    for (const words of ['Growth', 'Scale', 'Ahrefs level', '$349.00', 'no limit', 'lite pro'])
      expect(html).toContain(words);
    expect(html).not.toContain('?plan=');
    expect((await maya.get(CELL)).html).not.toContain('value="revise"');
    expect((await maya.get('/app/price-book/')).html).toContain('href="/app/plans/"');
    const client = new Reader(world.url, world.tokens.client);
    expect((await client.get('/app/plans/')).status).toBe(404);
  });

  it('are changed with why, once it is seen whom that concerns; accounts keep what they bought', async () => {
    const ada = new Reader(world.url, world.tokens.admin);
    const { html } = await ada.get(CELL);
    expect(html).toContain('Accounts on it now: 3');
    expect(html).not.toContain('value="revise"');
    const wrong = await ada.get(`${CELL}&level=bogus`);
    expect(wrong.html).toContain('aria-invalid="true"');
    expect(wrong.html).not.toContain('value="revise"');
    const kept = await ada.get(`${CELL}&level=readonly`);
    expect(kept.html).toContain('Nobody is concerned');
    expect(formOf(kept.html, 'revise').fields.get('/level')).toBe('readonly');
    const done = await ada.fill(`${CELL}&level=readonly`, 'revise', { '/reason': 'vendor prices rose' });
    expect(done.status).toBe(303);
    const level = async () =>
      (await must(world.get('billing/accounts/1/entitlements/'))).features.ahrefs_level.level as string;
    expect(await level()).toBe('full');
    const looked = await ada.get(`${CELL}&level=none&move=on`);
    expect(looked.html).toContain(
      'Accounts for which something changes: 3. Of these, accounts that have less of something: 3.',
    );
    expect(looked.html).toContain('Ahrefs level full → none');
    const csv = await ada.get('/app/plans/csv/?plan=scale&feature=ahrefs_level&level=none&move=on');
    expect(csv.html).toContain('"ahrefs_level: full → none"');
    expect((await ada.get('/app/plans/csv/')).status).toBe(303);
    const moved = await ada.fill(`${CELL}&level=none&move=on`, 'revise', { '/reason': 'the vendor is gone' });
    expect(moved.status).toBe(303);
    expect(await level()).toBe('none');
    const cell = elements((await ada.get('/app/plans/')).html).find(
      (each) => attribute(each, 'aria-label') === 'Ahrefs level of Scale: –, change',
    );
    expect(cell).toBeDefined();
  });
});
