import { must } from './backlinks.ts';
import type { Houses } from './pages.ts';

/**
 * Money in two houses: invoice 1 and dispute 1 are account 1's, invoice 2 and dispute 2 account 2's. Each is a Boost of ten
 * credits, paid by card.
 */
export async function withMoney(world: Houses): Promise<Houses> {
  for (const account of [1, 2]) {
    await must(world.post(`billing/accounts/${account}/payment-methods/`, { gateway: 'stripe', test_card: 'ok' }), 201);
    const wanted = { account_id: account, payment_method: 'stripe', quantity: 10 };
    const { invoice_id } = await must(world.post('billing/add-ons/indexing-boost/', wanted), 201);
    const disputed = { invoice_id, amount: '0.50', reason: `credits of account ${account}` };
    await must(world.post('audit/disputes/', disputed), 201);
  }
  return world;
}
