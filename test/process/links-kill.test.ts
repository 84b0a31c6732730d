import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { databaseUrl } from '#test/support/api';
import { begin, day, must, placement, START, urlOf } from '#test/support/backlinks';
import { type Served, served } from '#test/support/child';
import { testDatabase } from '#test/support/postgres';

/** Kills by counting events since the last start, and the fault that the next life meets. */
const LIVES: readonly { readonly killAfter: number; readonly faults: readonly [string, string, number][] }[] = [
  { killAfter: 7, faults: [['pages', 'down', 1]] },
  { killAfter: 16, faults: [['speedyindex', 'lose_answer', 1]] },
  { killAfter: 9, faults: [['speedyindex', 'down', 2]] },
  { killAfter: 23, faults: [['pages', 'half_answer', 1]] },
  { killAfter: 41, faults: [['speedyindex', 'half_answer', 2]] },
  { killAfter: 60, faults: [['speedyindex', 'slow', 1]] },
  {
    killAfter: 110,
    faults: [
      ['speedyindex', 'refuse', 2],
      ['omega', 'down', 1],
    ],
  },
  { killAfter: 90, faults: [['pages', 'slow', 1]] },
  { killAfter: 37, faults: [['omega', 'lose_answer', 1]] },
  { killAfter: 12, faults: [['pages', 'refuse', 1]] },
];

describe('a process that is killed while links are delivered and indexed, with every fault of the providers', () => {
  it('submits each link once and re-submits it once, and comes to the same end', async () => {
    const database = await testDatabase();
    const env = { DATABASE_URL: databaseUrl(database), SANDBOX: 'true', SANDBOX_CLOCK: START };
    const watcher = new pg.Client(database.config);
    await watcher.connect();
    const position = async () =>
      Number((await watcher.query('SELECT position FROM event_store.head')).rows[0].position);

    let process: Served = await served(env);
    await begin(process.api, 3);
    const lines = ['basic_guest_post', 'standard_guest_post', 'pr_basic'].map((tier) => ({ tier, quantity: 1 }));
    const order = { site_id: 11, pricing_mode: 'tiers', niche: 'finance_insurance', lines };
    await must(process.api.post('services/backlink-orders/', order), 201);
    await must(process.api.post('services/backlink-orders/1/approve/', { on_behalf_of_client: true }));
    await process.api.post('sandbox/index/', { url: urlOf(1), indexed: true, from: day(8, '20:00:00') });
    await process.api.post('sandbox/index/', { url: urlOf(2), indexed: true, from: day(15, '20:00:00') });
    const costs = ['62.50', '210.10', '149.00'];
    const place = async () => {
      for (const [index, { tier }] of lines.entries()) {
        const body = placement(index + 1, tier, costs[index] ?? '0.00');
        const headers = { 'idempotency-key': `place-${index}` };
        let status = 409;
        while (status === 409)
          status = (await process.api.post('services/backlink-orders/1/links/', body, { headers })).status;
        expect(status).toBe(201);
      }
      await process.api.advance(day(31));
    };

    for (const { killAfter, faults } of LIVES) {
      for (const [provider, mode, times] of faults)
        await must(process.api.post('sandbox/faults/', { provider, mode, times }));
      const begun = await position();
      const work = place().catch(() => null);
      for (let looks = 0; (await position()) < begun + killAfter && looks < 4000; looks++) await pause(2);
      await process.kill();
      await work;
      process = await served(env);
    }
    await place();

    const { api } = process;
    type Request = { id: number; backlink_id: number; status: string; indexed_on_day: number | null };
    const requests = (await must(api.get('linker/indexing/requests/'))).results as Request[];
    const byLink = requests.sort((a, b) => a.backlink_id - b.backlink_id);
    expect(byLink.map(({ status, indexed_on_day }) => [status, indexed_on_day])).toEqual([
      ['indexed', 9],
      ['indexed', 16],
      ['failed', null],
    ]);
    await must(api.post(`linker/indexing/requests/${byLink[2]?.id}/review/`, { outcome: 'accept_failure' }));
    await api.advance(day(32));
    expect(await must(api.get('services/backlink-orders/1/'))).toMatchObject({
      status: 'completed',
      links_delivered: 3,
      links_live: 3,
      links_indexed: 2,
      client_price: '1575.00',
      actual_cost: '421.60',
      margin: '1153.40',
    });
    const ledger = (await must(api.get('sandbox/ledger/'))).results as {
      provider: string;
      operation: string;
      outcome: string;
      request: { urls?: string[] };
    }[];
    const submitted = ledger
      .filter(({ operation, outcome }) => operation === 'submit' && outcome === 'accepted')
      .flatMap(({ request }) => request.urls ?? []);
    expect(submitted.sort()).toEqual([1, 2, 2, 3, 3].map(urlOf));
    expect(await process.stop()).toBe(0);
    await watcher.end();
    await database.drop();
  }, 240_000);
});
