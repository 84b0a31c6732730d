import { afterAll, beforeAll, it } from 'vitest';
import { expectReadable, inBrowser, person } from '#test/support/browser';
import { type Houses, houses } from '#test/support/pages';
import { withWeeklyReports, withWork } from '#test/support/work';

const QUOTED = new URLSearchParams({
  '/site_id': '11',
  '/order_type': 'one_time',
  '/pricing_mode': 'tiers',
  '/niche': 'crypto_casino',
  '/lines/basic_guest_post/quantity': '2',
});
const PATHS = [
  '/app/orders/',
  '/app/orders/1/',
  '/app/orders/1/cancel/',
  '/app/orders/1/place/',
  `/app/orders/new/?${QUOTED}`,
  '/app/backlinks/1/',
  '/app/backlinks/1/cost/',
  '/app/operations/',
  '/app/operations/read-models/',
  '/app/operations/jobs/',
  '/app/operations/webhooks/',
  '/app/operations/flags/',
  '/app/operations/launch/',
  '/app/operations/announcements/',
  '/app/operations/announcements/new/',
  '/app/operations/announcements/1/',
  `/app/services/import/?${new URLSearchParams({ sheet: 'reference,account_id,site_id,tier,started_on\ncrm-1,3,33,lite,2026-06-09' })}`,
  '/app/reports/',
  '/app/reports/1/',
  '/app/reports/1/share/',
  '/app/indexing/',
  '/app/indexing/1/',
  '/app/gate-usage/',
  '/app/price-book/',
  '/app/price-book/?figure=niches.crypto_casino.low',
  '/app/reports/generate/?%2Fsubscription_id=1',
];

inBrowser('pages of the team’s work in a browser', () => {
  let world: Houses;
  beforeAll(async () => {
    world = await withWeeklyReports(await withWork(await houses()));
  }, 120_000);
  afterAll(() => world?.stop());

  it.each([
    [1440, 'light'],
    [1440, 'dark'],
    [360, 'light'],
    [360, 'dark'],
  ] as const)('can be read and used by anybody at %d px, %s', async (width, scheme) => {
    const ada = await person(world.url, { token: world.tokens.admin, width, scheme });
    for (const path of PATHS) {
      await ada.go(path);
      await expectReadable(ada);
    }
    await ada.close();
  });
});
