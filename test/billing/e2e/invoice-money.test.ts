import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientFacts, type SandboxApi, sandboxApi } from '#test/support/api';
import { must } from '#test/support/backlinks';

type Overdue = { readonly kind: string; readonly id: number; readonly detail: string; readonly href: string };

/** Client 1 pays by card, client 2 by whatever it chooses; both had Lite from 17 to 30 June: 46.67. */
describe('the money of an invoice', () => {
  let api: SandboxApi;
  const overdue = async (kind: string): Promise<Overdue[]> =>
    (await must(api.get('services/dashboard/overdue/'))).results.filter((each: Overdue) => each.kind === kind);
  beforeAll(async () => {
    api = await sandboxApi('2026-06-17T08:00:00Z');
    for (const account of [1, 2]) {
      await must(api.post('platform/facts/', clientFacts(account, account * 11, 'growth')));
      const wanted = { account_id: account, site_id: account * 11, tier: 'lite' };
      await must(api.post('services/subscriptions/', wanted), 201);
    }
    await must(api.post('billing/accounts/1/payment-methods/', { gateway: 'stripe', test_card: 'ok' }), 201);
  });
  afterAll(() => api.stop());

  it('is taken from the card, although payment by hand was accepted after it', async () => {
    const manual = await must(api.post('billing/accounts/1/payment-methods/', { gateway: 'manual' }), 201);
    expect(manual).toMatchObject({ gateway: 'manual', status: 'proven', is_default: false });
    const { results } = await must(api.get('billing/accounts/1/payment-methods/'));
    expect(results).toMatchObject([
      { gateway: 'stripe', is_default: true },
      { gateway: 'manual', is_default: false },
    ]);
    await api.advance('2026-07-01T09:00:00Z');
    expect(await must(api.get('billing/invoices/1/'))).toMatchObject({
      account_id: 1,
      status: 'paid',
      due_on: '2026-07-01',
      payments: [{ gateway: 'stripe', amount: '46.67' }],
    });
  });

  it('is paid by PayPal at the address that the answer has', async () => {
    const answer = await api.post('billing/invoices/2/payments/', { gateway: 'paypal' });
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({ gateway: 'paypal', status: 'awaiting_payer', amount: '46.67' });
    expect(answer.body.approve_url).toMatch(/checkoutnow/);
    expect(answer.headers.get('etag')).toBe((await api.get('billing/invoices/2/')).headers.get('etag'));
    expect((await fetch(answer.body.approve_url)).status).toBe(200);
    await api.advance('2026-07-01T09:05:00Z');
    expect(await must(api.get('billing/invoices/2/'))).toMatchObject({ status: 'paid' });
  });

  it('is credit of the account as soon as the credit note says so', async () => {
    const note = await must(api.post('billing/invoices/1/credit-notes/', { amount: '10.00', reason: 'late' }), 201);
    expect(note).toMatchObject({ number: 'CN-2026-000001', total: '10.00', applied: '0.00', remaining: '10.00' });
    expect(await must(api.get('billing/accounts/1/balance/'))).toMatchObject({ account_credit: '10.00' });
    await api.advance('2026-07-01T09:10:00Z');
    expect(await must(api.get('billing/accounts/1/balance/'))).toMatchObject({ account_credit: '10.00' });
    expect((await must(api.get('billing/invoices/1/'))).credit_notes).toMatchObject([{ remaining: '10.00' }]);
  });

  it('is not dunned for while it is disputed after it was paid, and its dispute can be found', async () => {
    const { reference } = (await must(api.get('billing/invoices/1/'))).payments[0];
    await must(api.post('sandbox/disputes/', { provider: 'stripe', reference, amount: '5.00' }), 201);
    await api.advance('2026-07-01T09:20:00Z');
    expect(await must(api.get('billing/invoices/1/'))).toMatchObject({
      status: 'paid',
      dunning: { status: 'none', day0: null, day: null, next: null },
    });
    const [dispute] = await overdue('dispute');
    expect(dispute?.href).toBe(`/api/v1/audit/disputes/${dispute?.id}/`);
    expect(await must(api.get(dispute?.href ?? ''))).toMatchObject({ id: dispute?.id, invoice_id: 1 });
  });

  it('that could not be given back by card is recorded as given back by hand', async () => {
    await must(api.post('billing/invoices/1/credit-notes/', { amount: '7.00', reason: 'late', refund: true }), 201);
    await api.advance('2026-07-01T09:30:00Z');
    const [failed] = (await must(api.get('billing/invoices/1/'))).refunds;
    expect(failed).toMatchObject({ gateway: 'stripe', amount: '7.00', status: 'failed' });
    expect((await overdue('invoice')).map(({ detail }) => detail)).toEqual([expect.stringMatching(/refund .* failed/)]);
    const back = { amount: '7.00', reason: 'the card network refused', reference: 'transfer 4711' };
    const unnamed = await api.post('billing/invoices/1/refunds/', back);
    expect([unnamed.status, unnamed.body.errors?.[0].pointer]).toEqual([422, '/reference']);
    const made = await must(api.post('billing/invoices/1/refunds/', { ...back, gateway: 'manual' }), 201);
    expect(made).toMatchObject({
      gateway: 'manual',
      status: 'succeeded',
      amount: '7.00',
      payment_id: failed.payment_id,
    });
    expect(await overdue('invoice')).toEqual([]);
    expect(await must(api.get('billing/invoices/1/'))).toMatchObject({ refunded: '7.00', amount_due: '0.00' });
    const again = await api.post('billing/invoices/1/refunds/', { ...back, gateway: 'manual' });
    expect([again.status, again.body.code]).toEqual([409, 'not_refundable']);
  });

  it('is billed anew right after its invoice was voided, whether or not that has been released', async () => {
    await must(api.post('platform/facts/', clientFacts(3, 33, 'growth')));
    await must(api.post('services/subscriptions/', { account_id: 3, site_id: 33, tier: 'lite' }), 201);
    await api.advance('2026-08-01T09:00:00Z');
    const [open] = (await must(api.get('billing/invoices/?account_id=3'))).results;
    await must(api.post(`billing/invoices/${open.id}/void/`, { reason: 'wrong recipient' }));
    const again = await must(api.post(`billing/invoices/${open.id}/reissue/`, {}), 201);
    expect(again).toMatchObject({ status: 'open', total: open.total });
    expect(again.number).not.toBe(open.number);
    const third = await api.post(`billing/invoices/${open.id}/reissue/`, {});
    expect([third.status, third.body.current_state]).toEqual([409, 'billed']);
  });
});
