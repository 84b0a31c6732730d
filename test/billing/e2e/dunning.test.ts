import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientFacts, type SandboxApi, sandboxApi } from '#test/support/api';
import { must } from '#test/support/backlinks';

/** Four clients whose card is declined when the invoice of June is charged on 1 July: day 0. */
describe('dunning of an invoice that nobody pays', () => {
  let api: SandboxApi;
  const [PAYS, NEVER, HELD, FIXES] = [1, 2, 3, 4];
  /** Subscriptions by account. */
  const of = new Map<number, number>();
  const idOf = (account: number) => of.get(account) ?? 0;
  /** Another one of client 1, which somebody paused for the holidays. */
  let holiday = 0;
  const paused = () => must(api.get(`services/subscriptions/${holiday}/`));
  const contract = (account: number) => must(api.get(`services/subscriptions/${idOf(account)}/`));
  const invoice = (account: number) =>
    must(api.get(`billing/invoices/?account_id=${account}`)).then(({ results }) => results[0]);
  const pay = async (account: number) => {
    const { id, amount_due } = await invoice(account);
    await must(api.post(`billing/invoices/${id}/payments/`, { gateway: 'manual', amount: amount_due }), 201);
  };
  /** Subjects of what the client was written to about money. */
  const mails = async (account: number): Promise<string[]> =>
    (await must(api.get('sandbox/mail/'))).results
      .filter(({ to }: { to: string[] }) => to.includes(`client${account}@example.com`))
      .map(({ subject }: { subject: string }) => subject)
      .filter((subject: string) => !/welcome|report/i.test(subject));
  const timeline = async (account: number): Promise<{ type: string; summary: string; data: { run: string } }[]> =>
    (await must(api.get(`services/subscriptions/${idOf(account)}/timeline/`))).results;
  const started = async (account: number) =>
    (await timeline(account)).filter(({ type }) => type === 'DeliveryRunStarted').map(({ data }) => data.run);

  beforeAll(async () => {
    api = await sandboxApi('2026-06-17T08:00:00Z');
    for (const account of [PAYS, NEVER, HELD, FIXES]) {
      await must(api.post('platform/facts/', clientFacts(account, account * 11)));
      const card = { gateway: 'stripe', test_card: 'fails_later' };
      await must(api.post(`billing/accounts/${account}/payment-methods/`, card), 201);
      const wanted = { account_id: account, site_id: account * 11, tier: 'lite' };
      of.set(account, (await must(api.post('services/subscriptions/', wanted), 201)).id);
    }
    const [, ...site] = clientFacts(PAYS, 12);
    await must(api.post('platform/facts/', site));
    holiday = (await must(api.post('services/subscriptions/', { account_id: PAYS, site_id: 12, tier: 'lite' }), 201))
      .id;
    await api.advance('2026-06-20T12:00:00Z');
    await must(api.post(`services/subscriptions/${holiday}/pause/`, { reason: 'holidays' }));
  });
  afterAll(() => api.stop());

  it('begins with the charge that failed, and services go on for a week', async () => {
    await api.advance('2026-07-01T08:00:00Z');
    for (const account of of.keys())
      expect(await invoice(account)).toMatchObject({
        status: 'past_due',
        due_on: '2026-07-01',
        payments: [{ gateway: 'stripe', status: 'failed' }],
        dunning: { status: 'running', day0: '2026-07-01', day: 0, next: { action: 'remind', on: '2026-07-02' } },
      });
    await must(api.post(`billing/invoices/${(await invoice(HELD)).id}/dunning/hold/`, { reason: 'pays on Friday' }));
    await api.advance('2026-07-08T00:00:00Z');
    for (const account of of.keys()) expect(await contract(account)).toMatchObject({ status: 'active' });
    const { number } = await invoice(PAYS);
    const reminder = `Reminder: invoice ${number} is not paid`;
    expect((await mails(PAYS)).slice(-3)).toEqual([`The payment of invoice ${number} failed`, reminder, reminder]);
  });

  it('pauses on day 7 what is active, and nothing of an account whose dunning is held', async () => {
    await api.advance('2026-07-08T00:10:00Z');
    for (const account of [PAYS, NEVER, FIXES])
      expect(await contract(account)).toMatchObject({
        status: 'paused',
        paused_reason: 'payment_overdue',
      });
    expect(await contract(HELD)).toMatchObject({ status: 'active' });
    expect(await paused()).toMatchObject({ status: 'paused', paused_reason: 'holidays' });
    expect((await mails(PAYS)).slice(-2).sort()).toEqual([
      `Reminder: invoice ${(await invoice(PAYS)).number} is not paid`,
      'Your managed services are paused',
    ]);
  });

  it('resumes what it paused once it is paid, also in the very second in which a content run was due', async () => {
    await api.advance('2026-07-08T09:00:00Z');
    await pay(PAYS);
    await api.advance('2026-07-08T09:00:00Z');
    expect(await invoice(PAYS)).toMatchObject({ status: 'paid', dunning: { status: 'ended', next: null } });
    expect(await contract(PAYS)).toMatchObject({ status: 'active', paused_reason: null });
    expect(await paused()).toMatchObject({ status: 'paused', paused_reason: 'holidays' });
    await api.advance('2026-07-15T12:00:00Z');
    expect(await started(PAYS)).toEqual(expect.arrayContaining(['2026-07-01', '2026-07-08', '2026-07-15']));
    expect(await started(NEVER)).not.toContain('2026-07-08');
  });

  it('charges a card that is saved meanwhile, and that resumes, too', async () => {
    await must(api.post(`billing/accounts/${FIXES}/payment-methods/`, { gateway: 'stripe', test_card: 'ok' }), 201);
    await api.advance('2026-07-15T12:05:00Z');
    expect(await invoice(FIXES)).toMatchObject({ status: 'paid', paid: '46.67' });
    expect(await contract(FIXES)).toMatchObject({ status: 'active' });
  });

  it('goes on with the days already run once it is released', async () => {
    await must(api.post(`billing/invoices/${(await invoice(HELD)).id}/dunning/release/`, {}));
    await api.advance('2026-07-21T12:00:00Z');
    expect(await contract(HELD)).toMatchObject({ status: 'active' });
    await api.advance('2026-07-22T00:10:00Z');
    expect(await contract(HELD)).toMatchObject({ status: 'paused', paused_reason: 'payment_overdue' });
  });

  it('ends services on day 30 and writes the invoice off', async () => {
    await api.advance('2026-07-31T00:00:00Z');
    expect(await invoice(NEVER)).toMatchObject({ status: 'past_due', dunning: { day: 30 } });
    await api.advance('2026-07-31T00:10:00Z');
    expect(await invoice(NEVER)).toMatchObject({
      status: 'uncollectible',
      amount_due: '46.67',
      dunning: { status: 'ended', next: null },
    });
    expect(await contract(NEVER)).toMatchObject({ status: 'cancelled' });
    expect((await timeline(NEVER)).map(({ summary }) => summary)).toContain(
      'The subscription was cancelled on 2026-07-31: payment_overdue.',
    );
    expect((await mails(NEVER)).at(-1)).toBe('Your managed services have ended');
    for (const account of [PAYS, HELD, FIXES]) expect((await contract(account)).status).not.toBe('cancelled');
  });

  it('takes what is paid after that, and revives nothing', async () => {
    await pay(NEVER);
    await api.advance('2026-08-01T09:00:00Z');
    const { results } = await must(api.get(`billing/invoices/?account_id=${NEVER}&ordering=id`));
    expect(results[0]).toMatchObject({ status: 'paid', amount_due: '0.00' });
    expect(await contract(NEVER)).toMatchObject({ status: 'cancelled' });
  });
});
