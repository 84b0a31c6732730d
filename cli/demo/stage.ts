import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from '#client/index';
import type { Day } from '#domain/kernel/time';
import { batches, type Fact } from './fact.ts';

/** What the demo drives a sandbox with. */
export type Stage = {
  readonly client: Client;
  readonly tell: (facts: readonly Fact[]) => Promise<void>;
  /** Moves the test clock; everything due on the way has run when it answers. */
  readonly until: (instant: string) => Promise<void>;
};

/** Throws where the platform's word is refused: then the demo is wrong, and what follows would be too. */
export function stageOf(client: Client): Stage {
  return {
    client,
    async tell(facts) {
      for (const body of batches(facts)) {
        const { results } = (await client.post('platform/facts/', { body })).data;
        const refused = results.find(({ outcome }) => outcome === 'refused');
        if (refused) throw new Error(`the fact ${refused.id} was refused: ${refused.problem?.detail}`);
      }
    },
    async until(to) {
      await client.post('sandbox/clock/advance/', { body: { to } });
    },
  };
}

const TRIES = 240;
const BETWEEN_MS = 250;
/** The PDF of a subscription's monthly report, once it is drawn; null where there is none or it cannot be made. */
export async function monthlyReport(client: Client, subscription: number, month: Day): Promise<Uint8Array | null> {
  const query = { managed_subscription_id: subscription, report_type: 'monthly' as const };
  for (let tries = 0; tries < TRIES; tries += 1) {
    const { results } = (await client.get('services/reports/', { query })).data;
    const found = results.find(({ period_start }) => period_start === month);
    if (found === undefined || found.status === 'failed') return null;
    if (found.status === 'ready') {
      const pdf = await client.download('services/reports/{id}/pdf/', { path: { id: found.id } });
      return new Uint8Array(await pdf.data.arrayBuffer());
    }
    // It is drawn in a thread of its own, which the test clock does not wait for.
    await pause(BETWEEN_MS);
  }
  return null;
}
/** Until no report is being made any more. */
export async function reportsMade(client: Client): Promise<void> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const { count } = (await client.get('services/reports/', { query: { state: 'generating', page_size: 1 } })).data;
    if (count === 0) return;
    await pause(BETWEEN_MS);
  }
}
