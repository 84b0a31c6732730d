import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientFacts, fact, type SandboxApi, sandboxApi } from '#test/support/api';
import { must } from '#test/support/backlinks';

const IMPORT = 'services/subscriptions/import/';
const months = (...named: number[]) => named.map((month) => `2026-${String(month).padStart(2, '0')}`);

/** Imported on 17 June. Six contracts of five accounts: plans, prices, starts and taxes differ, one was paid ahead. */
const CONTRACTS = [
  // Runs since March, billed elsewhere up to May; half of June's work is done.
  {
    reference: 'crm-1',
    account_id: 1,
    site_id: 11,
    tier: 'pro',
    started_on: '2026-03-10',
    billed_months: months(3, 4, 5),
    delivered_articles: 15,
  },
  // Began in the middle of the running month, at a price of its own.
  {
    reference: 'crm-2',
    account_id: 1,
    site_id: 12,
    tier: 'lite',
    started_on: '2026-06-09',
    monthly_price: '85.50',
    override_reason: 'price of the old contract',
  },
  // Its plan has no managed Pro; tax of 19 percent.
  {
    reference: 'crm-3',
    account_id: 2,
    site_id: 21,
    tier: 'pro',
    started_on: '2025-11-30',
    billed_months: ['2025-11', '2025-12', ...months(1, 2, 3, 4, 5)],
    monthly_price: '333.33',
    override_reason: 'contract of before',
  },
  // June was paid for in advance: July is the first month that is billed here.
  {
    reference: 'crm-4',
    account_id: 3,
    site_id: 31,
    tier: 'lite',
    started_on: '2026-05-20',
    billed_months: months(5, 6),
    currency: 'USD',
  },
  // May is over and was billed by nobody.
  { reference: 'crm-5', account_id: 4, site_id: 41, tier: 'lite', started_on: '2026-05-22', months_to_bill: months(5) },
  // Began today.
  { reference: 'crm-6', account_id: 5, site_id: 51, tier: 'lite', started_on: '2026-06-17' },
];

describe('contracts that run already, over HTTP', () => {
  let api: SandboxApi;
  beforeAll(async () => {
    api = await sandboxApi('2026-06-17T08:00:00Z');
    await api.post('platform/facts/', [
      ...clientFacts(1, 11),
      fact('SiteRegistered', { site_id: 12, account_id: 1, domain: 'site12.example' }),
      ...clientFacts(2, 21, 'growth'),
      ...clientFacts(3, 31, 'growth'),
      ...clientFacts(4, 41),
      ...clientFacts(5, 51, 'growth'),
      ...clientFacts(6, 61),
    ]);
    await must(api.put('billing/accounts/2/tax-rate/', { tax_rate: '19', reason: 'VAT' }));
    await must(api.put('billing/accounts/4/tax-rate/', { tax_rate: '7.7', reason: 'VAT' }));
  });
  afterAll(() => api.stop());

  const invoices = async (account: number) =>
    (await must(api.get(`billing/invoices/?account_id=${account}&ordering=id`))).results.map(
      (each: { issued_on: string; subtotal: string; tax: string; total: string }) =>
        `${each.issued_on} ${each.subtotal} + ${each.tax} = ${each.total}`,
    );
  const run = (contracts: readonly object[], dry_run = false) => must(api.post(IMPORT, { dry_run, contracts }));
  const outcomes = (answer: { results: { reference: string; outcome: string; problem: { code: string } | null }[] }) =>
    answer.results.map(({ reference, outcome, problem }) => [reference, outcome, problem?.code ?? null]);

  it('shows each and its first invoice before anything is there, and leaves nothing', async () => {
    const shown = await run(CONTRACTS, true);
    expect(shown).toMatchObject({ dry_run: true, accepted: 6, duplicate: 0, refused: 0 });
    const first = shown.results.map((each: { first_billing_date: string; first_invoice: { total: string } }) => [
      each.first_billing_date,
      each.first_invoice.total,
    ]);
    expect(first).toEqual([
      // 399.00 in full, and 85.50 × 22 ÷ 30 = 62.70: one invoice of the account.
      ['2026-07-01', '461.70'],
      ['2026-07-01', '461.70'],
      // 333.33 + 19 % of it.
      ['2026-07-01', '396.66'],
      ['2026-08-01', '100.00'],
      // May: 100.00 × 10 ÷ 31 = 32.26, and 7.7 % of it.
      ['2026-06-01', '34.74'],
      // 100.00 × 14 ÷ 30.
      ['2026-07-01', '46.67'],
    ]);
    expect((await must(api.get('services/subscriptions/'))).count).toBe(0);
  });

  it('refuses what does not add up, each for itself and with its reason', async () => {
    const [pro] = CONTRACTS;
    const odd = (more: object) => ({ ...pro, reference: 'odd', account_id: 6, site_id: 61, ...more });
    const refusal = async (more: object) => {
      const { results } = await run([odd(more)], true);
      return [results[0].outcome, results[0].problem?.pointer];
    };
    expect(await refusal({})).toEqual(['accepted', undefined]);
    expect(await refusal({ started_on: '2026-06-18', billed_months: [] })).toEqual(['refused', '/started_on']);
    expect(await refusal({ billed_months: months(3, 5) })).toEqual(['refused', '/billed_months']);
    expect(await refusal({ billed_months: months(3, 4) })).toEqual(['refused', '/billed_months']);
    expect(await refusal({ billed_months: months(3, 4), months_to_bill: months(5) })).toEqual(['accepted', undefined]);
    expect(await refusal({ months_to_bill: months(6) })).toEqual(['refused', '/months_to_bill']);
    expect(await refusal({ currency: 'EUR' })).toEqual(['refused', '/currency']);
    expect(await refusal({ monthly_price: '1.00' })).toEqual(['refused', '/override_reason']);
    expect(await refusal({ site_id: 11 })).toEqual(['refused', '/site_id']);
    expect(await refusal({ account_id: 99 })).toEqual(['refused', '/account_id']);
    const twice = await run([odd({}), odd({ reference: 'other' }), odd({})], true);
    expect(outcomes(twice)).toEqual([
      ['odd', 'accepted', null],
      ['other', 'refused', 'duplicate'],
      ['odd', 'refused', 'duplicate'],
    ]);
    expect((await api.post(IMPORT, { contracts: Array(51).fill(odd({})) })).status).toBe(422);
    expect((await api.post(IMPORT, { contracts: [odd({ started: '2026-01-01' })] })).status).toBe(422);
  });

  it('takes what is fit beside what is not, and the same again changes nothing', async () => {
    const unfit = { ...CONTRACTS[0], reference: 'crm-7', account_id: 6, site_id: 61, billed_months: [] };
    const { results } = await run([...CONTRACTS.slice(0, 3), unfit]);
    expect(outcomes({ results })).toEqual([
      ['crm-1', 'accepted', null],
      ['crm-2', 'accepted', null],
      ['crm-3', 'accepted', null],
      ['crm-7', 'refused', 'invalid_values'],
    ]);
    const again = await run(CONTRACTS);
    expect(again).toMatchObject({ accepted: 3, duplicate: 3, refused: 0 });
    expect(again.results[0].managed_subscription_id).toBe(results[0].managed_subscription_id);
    expect(await run(CONTRACTS)).toMatchObject({ accepted: 0, duplicate: 6, refused: 0 });
    const other = await run([{ ...CONTRACTS[0], monthly_price: '1.00', override_reason: 'cheaper' }]);
    expect(outcomes(other)).toEqual([['crm-1', 'refused', 'duplicate']]);
    expect((await must(api.get('services/subscriptions/'))).count).toBe(6);
  });

  it('are active with their own start, welcome nobody, and count what was delivered', async () => {
    await api.advance('2026-06-17T09:00:00Z');
    const { results } = await must(api.get('services/subscriptions/?ordering=id&account_id=1'));
    expect(results[0]).toMatchObject({
      status: 'active',
      started_at: '2026-03-10T00:00:00.000Z',
      current_month_start: '2026-06-01',
      current_month_articles_published: 15,
      article_target: 30,
      next_billing_date: '2026-07-01',
      onboarding: { status: 'completed' },
    });
    const mails = (await must(api.get('sandbox/mail/'))).results;
    expect(mails.filter((mail: { subject: string }) => /welcome/i.test(mail.subject))).toEqual([]);
    const preview = await must(api.get(`services/subscriptions/${results[0].id}/invoice-preview/`));
    expect(preview.total).toBe('399.00');
    const ahead = (await must(api.get('services/subscriptions/?account_id=3'))).results[0];
    expect(ahead).toMatchObject({ next_billing_date: '2026-08-01', current_month_start: '2026-06-01' });
    expect((await must(api.get(`services/subscriptions/${ahead.id}/invoice-preview/`))).total).toBe('0.00');
  });

  it('are billed to the cent at the end of the month as was shown, and never what was billed elsewhere', async () => {
    await api.advance('2026-07-01T12:00:00Z');
    expect(await invoices(1)).toEqual(['2026-07-01 461.70 + 0.00 = 461.70']);
    expect(await invoices(2)).toEqual(['2026-07-01 333.33 + 63.33 = 396.66']);
    expect(await invoices(3)).toEqual([]);
    expect(await invoices(4)).toEqual(['2026-06-18 32.26 + 2.48 = 34.74', '2026-07-01 100.00 + 7.70 = 107.70']);
    expect(await invoices(5)).toEqual(['2026-07-01 46.67 + 0.00 = 46.67']);
    await api.advance('2026-08-01T12:00:00Z');
    expect(await invoices(3)).toEqual(['2026-08-01 100.00 + 0.00 = 100.00']);
    for (const { id } of (await must(api.get('billing/invoices/'))).results)
      expect(await must(api.get(`audit/invoices/${id}/explain/`))).toMatchObject({ equal: true });
    // Six weeks of the clock: long where the machine is busy.
  }, 180_000);
});
