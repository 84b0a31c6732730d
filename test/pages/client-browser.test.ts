import { afterAll, beforeAll, expect, it } from 'vitest';
import { must, placement } from '#test/support/backlinks';
import { expectReadable, inBrowser, type Person, person } from '#test/support/browser';
import { withMembers } from '#test/support/made-members';
import { withReports } from '#test/support/made-reports';
import { withMoney } from '#test/support/money';
import { type Houses, houses } from '#test/support/pages';

const ORDERS = 'services/backlink-orders/';

inBrowser('pages of clients in a browser', () => {
  let world: Houses;
  let order: number;
  const open = (looks: Parameters<typeof person>[1] = {}): Promise<Person> =>
    person(world.url, { token: world.tokens.client, ...looks });
  const proposed = async (n: number) => {
    const { tier: _, ...proposal } = placement(n, 'basic_guest_post', '40.00');
    return must(world.post(`${ORDERS}${order}/links/proposals/`, proposal), 201);
  };
  beforeAll(async () => {
    world = await withMembers(await withReports(await withMoney(await houses())));
    const lines = [{ tier: 'basic_guest_post', quantity: 3 }];
    const made = { site_id: 11, lines, placement_approval: 'client', brief_required: true };
    order = (await must(world.post(ORDERS, made), 201)).id;
    await must(world.post(`${ORDERS}${order}/approve/`, { on_behalf_of_client: true }));
    await must(world.post(`services/conversations/order/${order}/messages/`, { text: 'Shall we begin?' }), 201);
  }, 120_000);
  afterAll(() => world?.stop());

  const paths = (): readonly string[] => [
    'overview/',
    'approvals/',
    'approvals/order/1/',
    'orders/',
    `orders/${order}/`,
    `orders/${order}/brief/`,
    'subscriptions/1/',
    'invoices/',
    'invoices/1/',
    'reports/',
    'reports/1/',
    'reports/1/share/',
    'members/',
    'members/invite/',
    'members/1/remove/',
  ];

  it.each([
    [1440, 'light'],
    [360, 'dark'],
  ] as const)('can be read and used by anybody at %d px, %s', async (width, scheme) => {
    const ada = await open({ width, scheme });
    for (const path of paths()) {
      expect([path, await ada.go(`/app/${path}`)]).toEqual([path, 200]);
      await expectReadable(ada);
      const folder = process.env['PAGE_PICTURES'];
      if (folder) await ada.picture(`${folder}/${path.replaceAll('/', '-')}${width}-${scheme}.png`);
    }
    await ada.close();
  });

  it.each(['de', 'fr', 'pl', 'ja'])('fit on a phone in %s', async (languages) => {
    const ada = await open({ width: 360, languages });
    for (const path of ['overview/', 'approvals/order/1/', `orders/${order}/`, 'invoices/1/', 'members/invite/']) {
      expect([path, await ada.go(`/app/${path}`)]).toEqual([path, 200]);
      await expectReadable(ada);
      const folder = process.env['PAGE_PICTURES'];
      if (folder) await ada.picture(`${folder}/${path.replaceAll('/', '-')}360-${languages}.png`);
    }
    await ada.close();
  });

  it.each([360, 1440] as const)('mirror in Arabic at %d px', async (width) => {
    const ada = await open({ width, languages: 'ar' });
    for (const path of paths()) {
      await ada.go(`/app/${path}`);
      expect(await ada.tab.evaluate('getComputedStyle(document.querySelector("main")).direction')).toBe('rtl');
      await expectReadable(ada);
      const folder = process.env['PAGE_PICTURES'];
      if (folder) await ada.picture(`${folder}/${path.replaceAll('/', '-')}${width}-ar.png`);
    }
    await ada.close();
  });

  it('are enough to answer, approve and write on a phone, without any script', async () => {
    const ada = await open({ width: 360, script: false });
    await ada.go('/app/overview/');
    await ada.tab.getByRole('link', { name: `Answer the questions about order ${order}` }).click();
    await ada.tab.locator('[name="/answers/target_pages"]').fill('https://site11.example/');
    await ada.tab.locator('[name="/answers/anchors"]').fill('acorn');
    await ada.tab.getByLabel('My answers are complete').check();
    await ada.tab.getByRole('button', { name: 'Save the answers' }).click();
    // What is missing is said at its field, and what was typed is still there.
    await ada.tab.locator('[aria-invalid=true]').first().waitFor();
    expect(await ada.overflow()).toBeLessThanOrEqual(0);
    expect(await ada.tab.locator('[name="/answers/anchors"]').inputValue()).toBe('acorn');
    await ada.tab.locator('[name="/answers/audience"]').fill('families');
    await ada.tab.getByRole('button', { name: 'Save the answers' }).click();
    await ada.tab.getByText('Thank you. We begin now.').waitFor();
    const { id } = await proposed(1);
    await ada.go('/app/approvals/');
    await ada.tab.getByRole('button', { name: 'Approve' }).first().click();
    await ada.tab.getByText('Approved. Thank you.').waitFor();
    const { results } = await must(world.get(`${ORDERS}${order}/links/proposals/`));
    expect(results).toMatchObject([{ id, status: 'approved', approved_by: 'client' }]);
    await ada.go(`/app/orders/${order}/`);
    await ada.tab.getByLabel('Your message').fill('Please begin.');
    await ada.tab.getByRole('button', { name: 'Send' }).click();
    await ada.tab.locator('.message .text', { hasText: 'Please begin.' }).waitFor();
    await ada.close();
  });

  it('shows by itself what the team writes and places', async () => {
    const ada = await open();
    await ada.go(`/app/orders/${order}/`);
    await must(world.post(`services/conversations/order/${order}/messages/`, { text: 'It is placed.' }), 201);
    await ada.tab.locator('.message .text', { hasText: 'It is placed.' }).waitFor();
    await ada.close();
  });
});
