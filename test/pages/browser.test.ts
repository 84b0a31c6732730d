import { afterAll, beforeAll, expect, it } from 'vitest';
import { fact } from '#test/support/api';
import { must } from '#test/support/backlinks';
import { expectReadable, inBrowser, type Person, person } from '#test/support/browser';
import { type Houses, houses } from '#test/support/pages';
import { NAMES } from './corpus.ts';

const PATHS = [
  '/app/services/',
  '/app/services/new/',
  '/app/services/1/',
  '/app/services/1/config/',
  '/app/services/1/content/',
  '/app/services/1/backlinks/',
  '/app/services/1/timeline/',
  '/app/services/1/cancel/',
  '/app/services/1/terms/?%2Fmonthly_price=300.00',
  '/app/clients/',
  '/app/clients/1/',
  '/app/clients/?search=nobody',
  '/app/margin/',
  '/app/nothing/',
];

inBrowser('pages in a browser', () => {
  let world: Houses;
  const open = (looks: Parameters<typeof person>[1] = {}): Promise<Person> =>
    person(world.url, { token: world.tokens.admin, ...looks });
  beforeAll(async () => {
    world = await houses();
  }, 120_000);
  afterAll(() => world?.stop());

  it.each([
    [1440, 'light'],
    [1440, 'dark'],
    [360, 'light'],
    [360, 'dark'],
  ] as const)('can be read and used by anybody at %d px, %s', async (width, scheme) => {
    const ada = await open({ width, scheme });
    for (const path of PATHS) {
      await ada.go(path);
      await expectReadable(ada);
    }
    await ada.close();
  });

  it('mirrors for languages that are written to the left, and needs no more room than 320 px', async () => {
    const ada = await open({ width: 360 });
    await ada.go('/app/clients/');
    await ada.tab.evaluate("document.documentElement.dir = 'rtl'");
    await expectReadable(ada);
    const [label, value] = (await ada.tab.evaluate(
      "[...document.querySelectorAll('td')].slice(1, 2).map((td) => [getComputedStyle(td, '::before').textAlign, td.querySelector('.in').getBoundingClientRect().left < td.getBoundingClientRect().left + 20])[0]",
    )) as [string, boolean];
    expect([label, value]).toEqual(['start', true]);
    await ada.tab.setViewportSize({ width: 320, height: 600 });
    expect(await ada.overflow()).toBeLessThanOrEqual(0);
    await ada.close();
  });

  it('is walked through by keyboard, and begins with a way past the navigation', async () => {
    const ada = await open();
    await ada.go('/app/services/');
    await ada.tab.keyboard.press('Tab');
    expect(await ada.tab.evaluate('document.activeElement.textContent')).toBe('Skip to content');
    await ada.tab.keyboard.press('Enter');
    await ada.tab.keyboard.press('Tab');
    expect(await ada.tab.evaluate("document.querySelector('main').contains(document.activeElement)")).toBe(true);
    await ada.close();
  });

  it('filters a list as it is filled in, keeps that in the address, and goes back', async () => {
    const ada = await open();
    await ada.go('/app/clients/');
    await ada.tab.selectOption('select[name=plan]', 'free');
    await ada.tab.waitForURL(/plan=free/);
    await ada.tab.getByText('Nothing matches these filters').waitFor();
    await ada.tab.goBack();
    await ada.tab.getByRole('link', { name: 'Client 2' }).waitFor();
    await ada.tab.reload();
    await ada.tab.getByRole('link', { name: 'Client 2' }).click();
    await ada.tab.waitForURL(/\/app\/clients\/2\//);
    await ada.close();
  });

  it('works without any script', async () => {
    const ada = await open({ script: false });
    await ada.go('/app/clients/');
    await ada.tab.fill('input[name=search]', 'Client 1');
    await ada.tab.getByRole('button', { name: 'Show' }).click();
    await ada.tab.waitForURL(/search=Client\+1/);
    expect(await ada.tab.getByRole('link', { name: 'Client 2' }).count()).toBe(0);
    await ada.tab.getByRole('button', { name: '1 day', exact: true }).click();
    await ada.tab.getByText('18 Jun 2026').waitFor();
    expect(ada.tab.url()).toMatch(/search=Client\+1/);
    await ada.close();
  });

  it('shows by itself what changes, marks it, and leaves the rest alone', async () => {
    const ada = await open();
    await ada.go('/app/services/');
    const mrr = ada.tab.locator('#figure-mrr');
    const price = async (monthly_price: string) => {
      const before = await mrr.textContent();
      await must(world.patch('services/subscriptions/1/', { monthly_price, override_reason: 'agreed' }));
      await expect.poll(() => mrr.textContent(), { timeout: 15_000 }).not.toBe(before);
    };
    // What changes before the page listens is shown as well; once it listens, what changes is marked.
    await price('450.00');
    await ada.tab.evaluate("window.kept = document.querySelector('#figure-clients')");
    await price('500.00');
    expect(await mrr.getAttribute('class')).toContain('changed');
    expect(await ada.tab.evaluate("window.kept === document.querySelector('#figure-clients')")).toBe(true);
    await ada.close();
  });

  it('moves nothing while it loads, and waits for no script', async () => {
    const ada = await open();
    for (const path of ['/app/services/', '/app/clients/']) {
      await ada.go(path);
      const shift = await ada.tab.evaluate(
        "new Promise((done) => { let sum = 0; new PerformanceObserver((list) => { for (const entry of list.getEntries()) if (!entry.hadRecentInput) sum += entry.value; }).observe({ type: 'layout-shift', buffered: true }); setTimeout(() => done(sum), 300); })",
      );
      expect(shift, path).toBeLessThan(0.02);
      expect(await ada.tab.evaluate("document.querySelectorAll('script:not([defer])').length")).toBe(0);
    }
    await ada.close();
  });

  it('runs nothing of what people type', async () => {
    await must(
      world.post(
        'platform/facts/',
        NAMES.map((name, n) =>
          fact('AccountRegistered', { account_id: 500 + n, name, email: `a${n}@example.com`, plan: 'scale' }),
        ),
      ),
    );
    for (const n of NAMES.keys()) {
      const site = { site_id: 5000 + n, account_id: 500 + n, domain: `many${n}.example` };
      await must(world.post('platform/facts/', [fact('SiteRegistered', site)]));
      await must(world.post('services/subscriptions/', { account_id: 500 + n, site_id: 5000 + n, tier: 'lite' }), 201);
    }
    const ada = await open();
    for (const path of [
      '/app/services/',
      '/app/clients/',
      `/app/clients/?search=${encodeURIComponent(NAMES[1] ?? '')}`,
    ]) {
      await ada.go(path);
      await ada.tab.waitForLoadState('load');
      expect(await ada.tab.evaluate('window.hacked'), path).toBeUndefined();
      expect(ada.tab.url()).toContain(world.url);
    }
    await ada.close();
  });
});
