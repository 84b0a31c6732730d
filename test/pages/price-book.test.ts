import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attribute, elements, type Houses, houses, Reader } from '#test/support/pages';

let world: Houses;
beforeAll(async () => {
  world = await houses();
}, 120_000);
afterAll(() => world?.stop());

const FIGURE = '/app/price-book/?figure=tiers.basic_guest_post.price.low';

describe('the price book', () => {
  it('is read by the team, and changed by admins with why, the error at the field', async () => {
    const maya = new Reader(world.url, world.tokens.manager);
    const ada = new Reader(world.url, world.tokens.admin);
    const read = await maya.get('/app/price-book/');
    expect(read.html).toContain('Basic guest post · Price · Low');
    expect(read.html).not.toContain('?figure=');
    expect((await maya.get(FIGURE)).html).not.toContain('value="change"');
    expect((await ada.get(FIGURE)).html).toContain('open orders that keep theirs: 2');
    const wrong = await ada.get(`${FIGURE}&value=much`);
    const field = elements(wrong.html).find((each) => attribute(each, 'name') === 'value');
    expect(attribute(field ?? { nodeName: '' }, 'aria-invalid')).toBe('true');
    expect(attribute(field ?? { nodeName: '' }, 'value')).toBe('much');
    expect(wrong.html).not.toContain('value="change"');
    // Whom it concerns stands there before it is made, and leaves as a table.
    const looked = await ada.get(`${FIGURE}&value=180.00`);
    expect(looked.html).toContain('Accounts for which something changes: 2');
    expect(looked.html).toContain('Quote 450.00 → 540.00');
    expect(looked.html).toContain('Change Basic guest post · Price · Low from 150.00 to 180.00?');
    const table = elements(looked.html).find((each) => attribute(each, 'href')?.startsWith('/app/price-book/csv/'));
    const csv = await ada.get(attribute(table ?? { nodeName: '' }, 'href') ?? '');
    expect(csv.html).toContain('quote: 450.00 → 540.00');
    expect((await maya.get('/app/price-book/csv/?figure=tiers.basic_guest_post.price.low&value=180.00')).status).toBe(
      404,
    );
    const unsaid = await ada.fill(`${FIGURE}&value=160.00`, 'change', { '/reason': '' });
    expect(unsaid.status).toBe(422);
    const done = await ada.fill(`${FIGURE}&value=160.00`, 'change', { '/reason': 'vendor prices rose' });
    expect(done.status).toBe(303);
    const { html } = await maya.get('/app/price-book/');
    expect(html).toContain('150.00 → 160.00');
    expect(html).toContain('vendor prices rose');
  });
});
