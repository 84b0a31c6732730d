import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must } from '#test/support/backlinks';
import { attribute, elements, formOf, type Houses, houses, Reader, textOf } from '#test/support/pages';

/** One night after the first invoices: account 1 owes $15.83, account 2 $3.96; both pay by transfer. */
let world: Houses;
let admin: Reader;
let own = 0;
let foreign = 0;
const text = (html: string): string => {
  const main = elements(html).find(({ tagName }) => tagName === 'main');
  return main ? textOf(main).replaceAll(/\s+/g, ' ') : '';
};
const invoice = (id: number) => must(world.get(`billing/invoices/${id}/`));
const page = async (id: number, rest: string) => text((await admin.get(`/app/invoices/${id}/${rest}`)).html);
const seen = async (id: number) => page(id, '');

beforeAll(async () => {
  world = await houses('2026-06-30T12:00:00Z');
  admin = new Reader(world.url, world.tokens.admin);
  for (const account of [1, 2]) await must(world.put(`billing/accounts/${account}/tax-rate/`, { tax_rate: '19' }));
  await world.advance('2026-07-01T06:00:00Z');
  const { results } = await must(world.get('billing/invoices/?ordering=id'));
  const of = (account: number) => results.find((each: { account_id: number }) => each.account_id === account).id;
  [own, foreign] = [of(1), of(2)];
}, 120_000);
afterAll(() => world?.stop());

describe('a command about money says what it does before it does it', () => {
  it('voids what nobody paid, and bills it again at once', async () => {
    expect(await page(foreign, 'void/')).toMatch(/The invoice over \$3\.96 is void.*Status ?open ?void/);
    expect((await admin.fill(`/app/invoices/${foreign}/void/`, 'do')).status).toBe(422);
    await admin.fill(`/app/invoices/${foreign}/void/`, 'do', { '/reason': 'the wrong address' });
    expect((await invoice(foreign)).status).toBe('void');
    expect(await page(foreign, 'void/')).toContain('This cannot be done as things stand.');
    expect(await page(foreign, 'reissue/')).toContain('$3.33 without tax, is issued at once under a new number');
    const { status, headers } = await admin.fill(`/app/invoices/${foreign}/reissue/`, 'reissue');
    expect(status).toBe(303);
    foreign = Number(/(\d+)\/$/.exec(headers.get('location') ?? '')?.[1]);
    expect(await invoice(foreign)).toMatchObject({ status: 'open', total: '3.96', account_id: 2 });
  });

  it('credits: asks how much first, shows before and after, and does just that', async () => {
    expect(await page(own, 'credit-note/')).toContain('Say how much, and it stands here what that does.');
    const chosen = `credit-note/?${new URLSearchParams({ '/amount': '5.00' })}`;
    const shown = await page(own, chosen);
    expect(shown).toContain('A credit note of $5.00 is issued');
    expect(shown).toContain('$5.00 of it lowers what is due.');
    expect(shown).toMatch(/Credit notes\$0\.00\$5\.00.*Still due\$15\.83\$10\.83/);
    expect((await invoice(own)).amount_due).toBe('15.83');
    const { status, headers } = await admin.fill(`/app/invoices/${own}/${chosen}`, 'do', { '/reason': 'a day late' });
    expect([status, headers.get('location')]).toEqual([303, `/app/invoices/${own}/`]);
    expect(await invoice(own)).toMatchObject({
      amount_due: '10.83',
      credit_notes: [{ total: '5.00', reason: 'a day late', number: 'CN-2026-000001' }],
    });
  });

  it('credits lines by themselves, and says at its field what is too much', async () => {
    const wrong = await admin.get(
      `/app/invoices/${foreign}/credit-note/?${new URLSearchParams({ '/amount': '99.00' })}`,
    );
    expect(text(wrong.html)).toContain('This cannot be done as things stand.');
    const field = elements(wrong.html).find((each) => attribute(each, 'name') === '/amount');
    expect(attribute(field ?? { nodeName: '' }, 'aria-invalid')).toBe('true');
    expect(() => formOf(wrong.html, 'do')).toThrow();
    const byLine = `credit-note/?${new URLSearchParams({ '/line-1': '1.00' })}`;
    expect(await page(foreign, byLine)).toContain('A credit note of $1.19 is issued');
    await admin.fill(`/app/invoices/${foreign}/${byLine}`, 'do', { '/reason': 'one of the articles' });
    expect((await invoice(foreign)).credit_notes[0]).toMatchObject({ net: '1.00', tax: '0.19', total: '1.19' });
  });

  it('keeps what was typed and says what is missing', async () => {
    const at = `/app/invoices/${own}/credit-note/?${new URLSearchParams({ '/amount': '0.83' })}`;
    const { status, html } = await admin.fill(at, 'do');
    expect(status).toBe(422);
    expect(text(html)).toContain('This did not go through');
    expect(formOf(html, 'do').fields.get('/amount')).toBe('0.83');
    expect((await invoice(own)).credit_notes).toHaveLength(1);
  });

  it('holds dunning back and lets it go on', async () => {
    expect(await page(own, 'dunning/')).toContain('The clock of dunning stands still until somebody releases it.');
    await admin.fill(`/app/invoices/${own}/dunning/`, 'do', { '/reason': 'pays on Friday' });
    expect((await invoice(own)).dunning.status).toBe('held');
    expect(await seen(own)).toContain('The clock is held back by hand.');
    await admin.fill(`/app/invoices/${own}/dunning/`, 'do');
    expect((await invoice(own)).dunning.status).toBe('none');
  });

  it('records a payment by hand, with the amount that is due in the form, and once though it is sent twice', async () => {
    const at = `/app/invoices/${own}/payment/`;
    expect(await page(own, 'payment/')).toMatch(
      /\$10\.83 is recorded as received\..*the invoice is paid.*Still due\$10\.83\$0\.00/,
    );
    const { action, fields } = formOf((await admin.get(at)).html, 'do');
    fields.set('/reference', 'transfer 4711');
    expect((await admin.send(action, fields)).status).toBe(303);
    expect((await admin.send(action, fields)).status).toBe(303);
    expect(await invoice(own)).toMatchObject({
      status: 'paid',
      payments: [{ amount: '10.83', reference: 'transfer 4711' }],
    });
    expect(await seen(own)).toMatch(/Payments.*transfer 4711.*succeeded/);
  });

  it('does nothing that was not looked at: what changed meanwhile is shown again', async () => {
    const at = `/app/invoices/${foreign}/payment/`;
    const { action, fields } = formOf((await admin.get(at)).html, 'do');
    await must(world.post(`billing/invoices/${foreign}/credit-notes/`, { amount: '0.10', reason: 'meanwhile' }), 201);
    const { status, html } = await admin.send(action, fields);
    expect(status).toBe(412);
    expect(text(html)).toContain('Somebody changed this while you had the form open');
    expect((await invoice(foreign)).payments).toEqual([]);
  });

  it('gives back what a credit note leaves owed, by its refund', async () => {
    const refused = await page(own, `refund/?${new URLSearchParams({ '/amount': '2.00' })}`);
    expect(refused).toContain('This cannot be done as things stand.');
    const chosen = `credit-note/?${new URLSearchParams({ '/amount': '2.00', '/refund': 'on' })}`;
    expect(await page(own, chosen)).toMatch(/\$2\.00 is recorded as given back by hand.*Given back\$0\.00\$2\.00/);
    await admin.fill(`/app/invoices/${own}/${chosen}`, 'do', { '/reason': 'two more days' });
    expect(await invoice(own)).toMatchObject({ refunded: '2.00', status: 'paid' });
    expect(await seen(own)).toMatch(/Refunds.*By hand, of payment \d+ ?two more days/);
  });

  it('is no page for managers, who may look but not move money', async () => {
    const manager = new Reader(world.url, world.tokens.manager);
    for (const rest of ['credit-note/', 'payment/', 'refund/', 'void/', 'dunning/', 'dispute/', 'reissue/'])
      expect((await manager.get(`/app/invoices/${own}/${rest}`)).status, rest).toBe(404);
    const asked = { do: 'void' };
    const tried = await world.post(`billing/invoices/${own}/dry-run/`, asked, { token: world.tokens.manager });
    expect(tried.status).toBe(403);
  });

  it('opens a dispute, after saying that it stops the clock', async () => {
    const { status, headers } = await admin.fill(`/app/invoices/${own}/dispute/`, 'do', {
      '/reason': 'two articles were not published',
      '/opened_by': 'client',
    });
    expect([status, headers.get('location')]).toEqual([303, '/app/disputes/1/']);
    expect((await must(world.get('audit/disputes/1/'))).opened_by).toBe('client');
  });
});
