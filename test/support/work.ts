import { must, placement, urlOf } from './backlinks.ts';
import type { Houses } from './pages.ts';

/** The page of link `n`, with a link to that site. */
const page = (n: number, site: number) => ({
  url: urlOf(n),
  html: `<p>Read <a href="https://site${site}.example/">anchor ${n}</a></p>`,
});

/**
 * Work in two houses: order 1 with its link 1 is account 1's, order 2 with link 2 account 2's. Both orders are approved, and both links
 * are submitted for indexing as soon as they are live.
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
  return world;
}
