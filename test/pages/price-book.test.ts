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
    const name = '/changes/tiers.basic_guest_post.price.low';
    expect((await ada.get(FIGURE)).html).toContain('open orders that keep theirs: 2');
    const wrong = await ada.fill(FIGURE, 'change', { [name]: 'much', '/reason': 'vendor prices rose' });
    expect(wrong.status).toBe(422);
    const field = elements(wrong.html).find((each) => attribute(each, 'name') === name);
    expect(attribute(field ?? { nodeName: '' }, 'aria-invalid')).toBe('true');
    expect(attribute(field ?? { nodeName: '' }, 'value')).toBe('much');
    const done = await ada.fill(FIGURE, 'change', { [name]: '160.00', '/reason': 'vendor prices rose' });
    expect(done.status).toBe(303);
    const { html } = await maya.get('/app/price-book/');
    expect(html).toContain('150.00 → 160.00');
    expect(html).toContain('vendor prices rose');
  });
});
