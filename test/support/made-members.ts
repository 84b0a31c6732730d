import { must } from './backlinks.ts';
import type { Houses } from './pages.ts';

/** Somebody of each of two houses who was invited: member 1 is account 1's, member 2 account 2's. */
export async function withMembers(world: Houses): Promise<Houses> {
  for (const account_id of [1, 2]) {
    const who = { account_id, name: `Member of ${account_id}`, email: `member${account_id}@example.com` };
    await must(world.post('services/members/', { ...who, may: ['reports', 'orders'] }), 201);
  }
  return world;
}
