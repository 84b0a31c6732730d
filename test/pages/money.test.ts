import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must } from '#test/support/backlinks';
import { attribute, elements, type Houses, houses, Reader, textOf } from '#test/support/pages';

/** One night before the first invoices: account 1 pays by card, account 2 by transfer. */
let world: Houses;
let admin: Reader;
let manager: Reader;
const text = (html: string): string => {
  const main = elements(html).find(({ tagName }) => tagName === 'main');
  return main ? textOf(main).replaceAll(/\s+/g, ' ') : '';
};
const invoice = (id: number) => must(world.get(`billing/invoices/${id}/`));
let monthly = { own: 0, foreign: 0 };

beforeAll(async () => {
  world = await houses('2026-06-30T12:00:00Z');
  admin = new Reader(world.url, world.tokens.admin);
  manager = new Reader(world.url, world.tokens.manager);
  for (const account of [1, 2]) await must(world.put(`billing/accounts/${account}/tax-rate/`, { tax_rate: '19' }));
  await world.advance('2026-07-01T06:00:00Z');
  const { results } = await must(world.get('billing/invoices/?ordering=id'));
  const of = (account: number) => results.find((each: { account_id: number }) => each.account_id === account)?.id ?? 0;
  monthly = { own: of(1), foreign: of(2) };
}, 120_000);
afterAll(() => world?.stop());

describe('the list of invoices', () => {
  it('shows each with its client, what is due, and where that amount comes from', async () => {
    const { status, html } = await admin.get('/app/invoices/');
    expect(status).toBe(200);
    expect(text(html)).toMatch(/INV-2026-00000\d.*Client 1.*open.*15 Jul 2026.*\$15\.83/);
    const links = elements(html).filter((each) => attribute(each, 'class') === 'amount');
    expect(links.length).toBeGreaterThan(3);
    expect(attribute(links[0] ?? { nodeName: '' }, 'href')).toMatch(/^\/app\/invoices\/\d+\/explanation\/$/);
  });

  it('narrows by what its address says, and is taken along as a table', async () => {
    expect(text((await admin.get('/app/invoices/?account_id=2')).html)).not.toContain('Client 1');
    expect(text((await admin.get('/app/invoices/?status=paid')).html)).toContain('Nothing matches');
    const { html, headers } = await admin.get('/app/invoices/csv/?account_id=2');
    expect(headers.get('content-type')).toContain('text/csv');
    expect(html.trim().split('\r\n')).toHaveLength(2);
    expect(html).toContain('"Client 2"');
  });

  it('shows a manager the invoices of their own clients only', async () => {
    const said = text((await manager.get('/app/invoices/')).html);
    expect(said).toContain('Client 1');
    expect(said).not.toContain('Client 2');
  });
});

describe('one invoice', () => {
  it('shows lines with their arithmetic, and sums that add up', async () => {
    const { html } = await admin.get(`/app/invoices/${monthly.own}/`);
    const said = text(html);
    expect(said).toContain('Managed Pro for site11.example, 2026-06-30 to 2026-06-30: 1 of 30 days');
    expect(said).toMatch(/\$13\.30.*399\.00 × 1 ÷ 30, rounded once.*\$13\.30/);
    expect(said).toMatch(/Subtotal ?\$13\.30 ?Tax 19 % ?\$2\.53 ?Total ?\$15\.83 ?Still due ?\$15\.83/);
    expect(said).toContain('Nobody disputes it');
    expect(html).toContain(`href="/app/invoices/${monthly.own}/explanation/#line-1"`);
  });

  it('offers an admin what can be done now, and a manager nothing', async () => {
    const doings = text((await admin.get(`/app/invoices/${monthly.own}/`)).html);
    expect(doings).toMatch(/What you can do ?Payment.*Credit note.*Hold dunning.*Dispute.*Void/);
    expect(doings).not.toContain('Bill again');
    expect(text((await manager.get(`/app/invoices/${monthly.own}/`)).html)).not.toContain('What you can do');
  });

  it('gives its PDF below its own address, to whoever may see it', async () => {
    const { status, headers } = await manager.get(`/app/invoices/${monthly.own}/pdf/`);
    expect([status, headers.get('content-type')]).toEqual([200, 'application/pdf']);
    expect(headers.get('content-disposition')).toContain('INV-2026-');
    expect((await manager.get(`/app/invoices/${monthly.foreign}/pdf/`)).status).toBe(404);
  });

  it('says down to the events why each amount is what it is, computed anew', async () => {
    const { status, html } = await admin.get(`/app/invoices/${monthly.own}/explanation/`);
    expect(status).toBe(200);
    const said = text(html);
    expect(said).toContain('Computed anew from the events: $15.83');
    expect(said).toMatch(/Because.*ManagedSubscriptionActivated.*managed-subscription-1.*event \d+ of the log/);
    expect(said).toMatch(/TaxRateSet · billing-1/);
    expect(said).toMatch(/It began with a (request|fact)/);
    const ids = elements(html).flatMap((each) => attribute(each, 'id') ?? []);
    expect(ids).toContain('line-1');
  });

  it('puts what a credit note took where it belongs', async () => {
    await must(
      world.post(`billing/invoices/${monthly.foreign}/credit-notes/`, { amount: '1.00', reason: 'late' }),
      201,
    );
    const { amount_due } = await invoice(monthly.foreign);
    const said = text((await admin.get(`/app/invoices/${monthly.foreign}/`)).html);
    expect(said).toMatch(/Credit notes.*CN-2026-000001.*late/);
    expect(said).toMatch(new RegExp(`Credit notes ?-\\$1\\.00 ?Still due ?\\$${amount_due}`));
  });
});

describe('how a client pays', () => {
  it('shows what is owed, and the next invoice as it would be now', async () => {
    const said = text((await manager.get('/app/clients/1/billing/')).html);
    expect(said).toMatch(/Open ?\$15\.83.*Tax rate ?19 %/);
    expect(said).toMatch(
      /The next invoice, of 1 Aug 2026.*Managed Pro for site11\.example.*Subtotal ?\$399\.00.*Total ?\$474\.81/,
    );
    expect(said).not.toContain('Accept payment by hand');
    expect((await manager.get('/app/clients/2/billing/')).status).toBe(404);
  });

  it('lists what was bought on top of the plan, and what came of it', async () => {
    expect(text((await admin.get('/app/clients/2/billing/')).html)).toContain('Nothing was bought on top of the plan.');
    const bought = { account_id: 2, payment_method: 'manual', quantity: 10, override_reason: 'agreed' };
    const { invoice_id } = await must(world.post('billing/add-ons/indexing-boost/', bought), 201);
    const { html } = await admin.get('/app/clients/2/billing/');
    expect(text(html)).toMatch(/0 indexing credits are left.*Indexing Boost 1.*pending/);
    expect(html).toContain(`href="/app/invoices/${invoice_id}/"`);
  });

  it('shows the next invoice with another tax rate before it is set', async () => {
    const at = `/app/clients/1/billing/tax-rate/?${new URLSearchParams({ '/tax_rate': '7.7' })}`;
    const { html } = await admin.get(at);
    expect(text(html)).toMatch(/Tax 7\.7 %\$75\.81\$30\.72.*Total\$474\.81\$429\.72/);
    expect((await must(world.get('billing/accounts/1/balance/'))).tax_rate).toBe('19');
    expect((await admin.fill(at, 'rate', { '/reason': 'moved' })).status).toBe(303);
    expect((await must(world.get('billing/accounts/1/balance/'))).tax_rate).toBe('7.7');
    const wrong = await admin.get(`/app/clients/1/billing/tax-rate/?${new URLSearchParams({ '/tax_rate': '190' })}`);
    expect(text(wrong.html)).toContain('must be a percentage');
    expect((await manager.get(at)).status).toBe(404);
  });

  it('accepts payment by hand, and says what is charged once it is removed', async () => {
    const page = '/app/clients/1/billing/';
    expect((await admin.fill(page, 'method')).status).toBe(303);
    const { results } = await must(world.get('billing/accounts/1/payment-methods/'));
    const remove = `${page}methods/${results[0].id}/remove/`;
    expect(text((await admin.get(remove)).html)).toContain('Nothing is charged by itself any more');
    expect((await admin.get(`/app/clients/2/billing/methods/${results[0].id}/remove/`)).status).toBe(404);
    await admin.fill(remove, 'remove');
    expect((await must(world.get('billing/accounts/1/payment-methods/'))).results).toEqual([]);
  });

  it('says whom invoices are made out to, with errors at their fields', async () => {
    const page = '/app/clients/1/billing/';
    const wrong = await admin.fill(page, 'details', { '/country': 'Germany', '/name': 'Acorn Ltd' });
    expect(wrong.status).toBe(422);
    expect(text(wrong.html)).toContain('must be two capital letters of ISO 3166-1');
    expect(wrong.html).toContain('value="Acorn Ltd"');
    await admin.fill(page, 'details', { '/country': 'DE', '/name': 'Acorn Ltd', '/address_lines': 'Elm St 1\nBerlin' });
    expect(await must(world.get('billing/accounts/1/billing-details/'))).toMatchObject({
      name: 'Acorn Ltd',
      country: 'DE',
      address_lines: ['Elm St 1', 'Berlin'],
    });
  });
});
