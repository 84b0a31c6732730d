import { describe, expect, it } from 'vitest';
import type { IssuedInvoice } from '#domain/billing/invoice-messages';
import type { AccountId, InvoiceId, SiteId } from '#domain/kernel/ids';
import { INVOICES } from '#projections/billing/invoice-tables';
import { type World, world } from '#test/support/world';

/** A client without a card who was billed for a part of June. */
async function billed(): Promise<{ w: World; first: InvoiceId }> {
  const w = await world('2026-06-17T08:00:00Z');
  await w.client({ account: 1, site: 11 });
  const created = await w.commands.subscriptions.create(
    {
      accountId: 1 as AccountId,
      siteId: 11 as SiteId,
      tier: 'lite',
      accountManagerId: null,
      given: {},
      monthlyPrice: null,
      createdBy: null,
      overrideReason: null,
      mayOverride: true,
    },
    w.cause(),
  );
  if (!created.ok) throw new Error(created.refusal.message);
  await w.advance('2026-07-01T09:00:00Z');
  const [row] = await w.rows(INVOICES.name, { account_id: 1 });
  return { w, first: Number(row?.['id']) as InvoiceId };
}
const voided = async ({ commands, cause }: World, id: InvoiceId) => {
  const done = await commands.invoices.run(id, { type: 'Void', reason: 'wrong address', refundIds: null }, cause());
  expect(done.ok).toBe(true);
};
const invoiceOf = async (w: World, id: number) => (await w.commands.invoices.load(id)).state as IssuedInvoice;

describe('what a void invoice billed', () => {
  it('is billed anew at once, before its release was carried out, and by nothing else', async () => {
    const { w, first } = await billed();
    await voided(w, first);
    const again = await w.commands.billing.reissue(1, first, w.cause());
    expect(again.ok).toBe(true);
    await w.commands.invoices.issue(1, again.invoiceId, w.cause());
    await w.settle();
    const [old, made] = [await invoiceOf(w, first), await invoiceOf(w, again.invoiceId)];
    expect(made.content).toMatchObject({
      total_cents: old.content.total_cents,
      billing_date: old.content.billing_date,
    });
    expect(made.number).not.toBe(old.number);
    await w.advance('2026-08-01T09:00:00Z');
    const months = (await w.rows(INVOICES.name, { account_id: 1 })).filter((row) => row['status'] !== 'void');
    expect(months.map((row) => row['period_start'])).toEqual(['2026-06-01', '2026-07-01']);
    const keys = months.flatMap((row) => row['keys'] as string[]);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('is billed anew once, and the second time it is said why not', async () => {
    const { w, first } = await billed();
    await voided(w, first);
    const cause = w.cause();
    const again = await w.commands.billing.reissue(1, first, cause);
    const repeated = await w.commands.billing.reissue(1, first, cause);
    expect(repeated.invoiceId).toBe(again.invoiceId);
    expect(repeated.ok && repeated.events.map(({ type }) => type)).toEqual(['InvoiceDrafted']);
    const second = await w.commands.billing.reissue(1, first, w.cause());
    expect(second.ok ? null : second.refusal).toMatchObject({ code: 'invalid_state', currentState: 'billed' });
  });

  it('is billed anew also after its release was carried out', async () => {
    const { w, first } = await billed();
    await voided(w, first);
    await w.settle();
    expect((await w.commands.billing.reissue(1, first, w.cause())).ok).toBe(true);
  });
});
