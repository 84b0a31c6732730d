import { describe, expect, it } from 'vitest';
import { createInMemoryReadModels } from '#adapters/read-model-in-memory';
import { UTC } from '#domain/kernel/calendar';
import { MRR_CHANGES, mrrChanges } from '#projections/billing/margin';
import type { JsonObject } from '#runtime/event-store';
import { UnitOfWork } from '#runtime/unit-of-work';

type Told = readonly [type: string, on: string, data: JsonObject];
const ORDER = { order_id: 4, account_id: 1, site_id: 11 };
const approved = (order_id: number, on: string, price = 80_000): Told => [
  ...(['BacklinkOrderApproved', on] as const),
  { ...ORDER, order_id, on, client_price_cents: price, anchor: '2026-06-10', renews_on: '2026-07-10', month: 0 },
];
const completed = (on: string): Told => ['BacklinkOrderCompleted', on, ORDER];

/** What all of it adds to MRR, by the end of each of these days. */
async function mrr(events: readonly Told[], days: readonly string[]): Promise<number[]> {
  const definition = mrrChanges(UTC);
  const models = createInMemoryReadModels();
  await models.setUp([definition]);
  const rows = new UnitOfWork(definition.tables, models.tables('live'));
  for (const [index, [type, on, data]] of events.entries()) {
    const handler = definition.on[type] as ((rows: UnitOfWork, event: object) => Promise<void>) | undefined;
    await handler?.(rows, { id: `event-${index}`, type, at: `${on}T10:00:00.000Z`, data });
  }
  const changes = await rows.find(MRR_CHANGES.name, {});
  return days.map((day) =>
    changes
      .filter((row) => String(row['on_day']) <= day)
      .reduce((sum, row) => sum + Math.round(Number(row['change']) * 100), 0),
  );
}

describe('MRR of a monthly order', () => {
  it('goes on when the order is completed and will renew, until the next one takes its place', async () => {
    const renewed: Told = ['BacklinkOrderRenewed', '2026-07-10', { ...ORDER, successor_id: 5, on: '2026-07-10' }];
    const events = [approved(4, '2026-06-10'), completed('2026-06-20'), renewed, approved(5, '2026-07-10', 90_000)];
    expect(await mrr(events, ['2026-06-09', '2026-06-10', '2026-06-20', '2026-07-09', '2026-07-10'])).toEqual([
      0, 80_000, 80_000, 80_000, 90_000,
    ]);
  });

  it('ends with its renewal, also where it was completed before', async () => {
    const ended: Told = ['BacklinkOrderRenewalEnded', '2026-07-02', { ...ORDER, reason: 'enough' }];
    const events = [approved(4, '2026-06-10'), completed('2026-06-20'), ended];
    expect(await mrr(events, ['2026-07-01', '2026-07-02'])).toEqual([80_000, 0]);
    const running = [approved(4, '2026-06-10'), ended, completed('2026-07-05')];
    expect(await mrr(running, ['2026-07-01', '2026-07-02', '2026-07-05'])).toEqual([80_000, 0, 0]);
  });

  it('goes on while its renewal is held back, and waits for a prepaid one to be paid', async () => {
    const held: Told = ['BacklinkOrderRenewalHeld', '2026-07-10', { ...ORDER, because: 'past_due' }];
    const renewed: Told = ['BacklinkOrderRenewed', '2026-07-14', { ...ORDER, successor_id: 5, on: '2026-07-14' }];
    const events = [approved(4, '2026-06-10'), completed('2026-06-20'), held, renewed, approved(5, '2026-07-16')];
    expect(await mrr(events, ['2026-07-12', '2026-07-14', '2026-07-15', '2026-07-16'])).toEqual([80_000, 0, 0, 80_000]);
  });

  it('is nothing of an order that is not monthly', async () => {
    const [type, on, data] = approved(4, '2026-06-10');
    expect(await mrr([[type, on, { ...data, anchor: null }]], ['2026-06-10'])).toEqual([0]);
  });
});
