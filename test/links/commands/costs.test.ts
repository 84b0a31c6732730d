import { describe, expect, it } from 'vitest';
import { createInMemoryAhrefsCache } from '#adapters/ahrefs-cache';
import { createInMemoryVault } from '#adapters/vault';
import type { AhrefsAnswer, AhrefsClient } from '#commands/links/ports-ahrefs';
import { world } from '#test/support/world';

/** Each call costs 1,250 units; what proves a key is free. */
const client: AhrefsClient = {
  estimate: () => 1250,
  call: async (_, endpoint): Promise<AhrefsAnswer> => ({
    ok: true,
    data: { subscription: 'enterprise' },
    rows: 1,
    cache: 'miss',
    units: endpoint === 'limits-and-usage' ? 0 : 1250,
  }),
};

describe('units of Ahrefs', () => {
  it('are costs from the day on which the price book has a price for them', async () => {
    const ahrefs = {
      client,
      vault: createInMemoryVault(),
      cache: createInMemoryAhrefsCache(),
      pause: async () => undefined,
    };
    const w = await world('2026-06-17T10:00:00Z', { ahrefs });
    await w.client({ account: 1, site: 11 });
    expect(await w.commands.ahrefs.connect(1, { apiKey: 'key', budget: null }, w.cause())).toMatchObject({ ok: true });
    const ask = async () => {
      const params = { target: 'acorn.example', date: '2026-06-17' };
      const asked = await w.commands.ahrefs.query(1, 'domain-rating', params, { fresh: true }, w.cause());
      expect(asked).toMatchObject({ ok: true, units: 1250 });
      await w.settle();
    };
    await ask();
    expect(await w.rows('igny8_costs')).toEqual([]);
    const price = { 'ahrefs.thousand_units.booked': '0.7500' };
    expect(await w.commands.priceBook.revise(price, 'the contract of 2026', w.cause())).toMatchObject({ ok: true });
    await ask();
    await ask();
    expect(await w.rows('igny8_costs')).toMatchObject([
      { account_id: 1, kind: 'ahrefs_units', amount: '0.9375', on_day: '2026-06-17', month: '2026-06' },
      { account_id: 1, kind: 'ahrefs_units', amount: '0.9375' },
    ]);
  });
});
