import { afterAll, beforeAll, expect, it } from 'vitest';
import { must } from '#test/support/backlinks';
import { expectReadable, inBrowser, type Person, person } from '#test/support/browser';
import { withMoney } from '#test/support/money';
import { type Houses, houses } from '#test/support/pages';
import { CORPUS } from './corpus.ts';

inBrowser('money in a browser', () => {
  let world: Houses;
  let due = 0;
  const open = (looks: Parameters<typeof person>[1] = {}): Promise<Person> =>
    person(world.url, { token: world.tokens.admin, ...looks });
  const at = (rest: string) => `/app/invoices/${due}/${rest}`;
  beforeAll(async () => {
    world = await withMoney(await houses('2026-06-30T12:00:00Z'));
    await must(world.delete('billing/accounts/2/payment-methods/2/'), 204);
    await must(world.put('billing/accounts/2/tax-rate/', { tax_rate: '19' }));
    await world.advance('2026-07-01T06:00:00Z');
    const { results } = await must(world.get('billing/invoices/?status=open'));
    due = results[0].id;
  }, 120_000);
  afterAll(() => world?.stop());

  it.each([
    [1440, 'light'],
    [360, 'dark'],
  ] as const)('can be read and used by anybody at %d px, %s', async (width, scheme) => {
    const ada = await open({ width, scheme });
    const chosen = new URLSearchParams({ '/amount': '1.00' });
    for (const path of [
      '/app/invoices/',
      at(''),
      at('explanation/'),
      at(`credit-note/?${chosen}`),
      at('payment/'),
      '/app/disputes/',
      '/app/disputes/1/settle/',
    ]) {
      await ada.go(path);
      await expectReadable(ada);
    }
    await ada.close();
  });

  it('shows what a credit note does while it is filled in, goes back, and issues it', async () => {
    const ada = await open();
    await ada.go(at('credit-note/'));
    await ada.tab.fill('input[name="/amount"]', '1.00');
    await ada.tab.keyboard.press('Tab');
    await ada.tab.getByText('A credit note of $1.00 is issued').waitFor();
    await ada.tab.fill('input[name="/amount"]', '99.00');
    await ada.tab.keyboard.press('Tab');
    await ada.tab.getByText('This cannot be done as things stand.').waitFor();
    expect(await ada.tab.getAttribute('input[name="/amount"]', 'aria-invalid')).toBe('true');
    await ada.tab.goBack();
    await ada.tab.getByText('A credit note of $1.00 is issued').waitFor();
    await ada.tab.fill('textarea[name="/reason"]', 'a day late');
    await ada.tab.getByRole('button', { name: 'Issue the credit note of $1.00' }).click();
    await ada.tab.getByText('Credit note CN-2026-000001 of $1.00 is issued.').waitFor();
    await ada.close();
  });

  it('works without any script, and shows by itself what somebody else does meanwhile', async () => {
    const bob = await open();
    await bob.go(at(''));
    const ada = await open({ script: false, width: 360 });
    await ada.go(at('payment/'));
    await ada.tab.fill('input[name="/amount"]', '1.00');
    await ada.tab.getByRole('button', { name: 'Show what it does' }).click();
    await ada.tab.getByRole('button', { name: 'Record $1.00' }).click();
    await ada.tab.getByText('$1.00 is received.').waitFor();
    await bob.tab.locator('#payments').getByText('succeeded').waitFor();
    await bob.tab.locator('#sums').getByText('-$1.00').first().waitFor();
    await ada.close();
    await bob.close();
  });

  it('runs nothing of what people write down with money', async () => {
    const all = CORPUS.join(' ').slice(0, 480);
    await must(world.post(`billing/invoices/${due}/credit-notes/`, { amount: '0.10', reason: all }), 201);
    const paid = { gateway: 'manual', amount: '0.10', received_on: '2026-07-01', reference: all.slice(0, 190) };
    await must(world.post(`billing/invoices/${due}/payments/`, paid), 201);
    const { id } = await must(world.post('audit/disputes/', { invoice_id: due, reason: all }), 201);
    await must(world.post(`audit/disputes/${id}/evidence/`, {}));
    const ada = await open();
    for (const path of [
      at(''),
      at('explanation/'),
      '/app/disputes/',
      `/app/disputes/${id}/`,
      `/app/disputes/${id}/settle/`,
    ]) {
      await ada.go(path);
      await ada.tab.waitForLoadState('load');
      expect(await ada.tab.evaluate('window.hacked'), path).toBeUndefined();
    }
    await ada.go(`/app/disputes/${id}/`);
    await ada.tab.getByRole('button', { name: 'Check the evidence here' }).click();
    await ada.tab.getByText('It holds.').waitFor();
    expect(await ada.tab.evaluate('window.hacked')).toBeUndefined();
    await ada.close();
  });
});
