import { must, placement, urlOf } from './backlinks.ts';
import type { Houses } from './pages.ts';

/** The page of link `n`, with a link to that site. */
const page = (n: number, site: number) => ({
  url: urlOf(n),
  html: `<p>Read <a href="https://site${site}.example/">anchor ${n}</a></p>`,
});

/**
 * Work in two houses: order 1 with its link 1 is account 1's, order 2 with link 2 account 2's. Both orders are approved, and both links
 * are live and submitted for indexing: requests 1 and 2.
 */
export async function withWork(world: Houses): Promise<Houses> {
  for (const [account, site] of [
    [1, 11],
    [2, 22],
  ] as const) {
    await must(world.post(`services/backlink-orders/${account}/approve/`, { on_behalf_of_client: true }));
    await must(world.post('sandbox/pages/', page(account, site)));
    const placed = { ...placement(account, 'basic_guest_post', '62.50'), target_url: `https://site${site}.example/` };
    await must(world.post(`services/backlink-orders/${account}/links/`, placed), 201);
  }
  await world.advance('2026-06-17T12:00:00Z');
  return world;
}

/** After that, in the week that follows: report 1 is of account 1's site, report 2 of account 2's. */
export async function withWeeklyReports(world: Houses): Promise<Houses> {
  await world.advance('2026-06-22T12:00:00Z');
  // The week of the Pro service was reported by itself, that of the Lite one is asked for.
  const asked = { subscription_id: 2, report_type: 'weekly', period_start: '2026-06-15' };
  await must(world.post('services/reports/generate/', asked), 202);
  await world.advance('2026-06-22T12:05:00Z');
  return world;
}
