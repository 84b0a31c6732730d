import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must } from '#test/support/backlinks';
import { withMoney } from '#test/support/money';
import { formOf, type Houses, houses, Reader } from '#test/support/pages';

const text = (html: string): string => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

let world: Houses;
let client: Reader;
/** Of account 1, ten credits that are to be paid. */
let open: number;
beforeAll(async () => {
  world = await withMoney(await houses());
  client = new Reader(world.url, world.tokens.client);
}, 120_000);
afterAll(() => world?.stop());

async function bought(quantity: number): Promise<number> {
  const wanted = { account_id: 1, payment_method: 'manual', quantity };
  const { invoice_id } = await must(world.post('billing/add-ons/indexing-boost/', wanted), 201);
  await expect.poll(async () => (await must(world.get(`billing/invoices/${invoice_id}/`))).status).toBe('open');
  return invoice_id;
}

describe('invoices of clients', () => {
  it('are listed, and each says its lines in words with their arithmetic', async () => {
    open = await bought(10);
    expect(text((await client.get('/app/invoices/?status=open')).html)).toMatch(/open .*\$\d+\.\d\d/);
    const { html } = await client.get(`/app/invoices/${open}/`);
    expect(text(html)).toMatch(/Pages sent to the index \$1\.50 Pages: 10 × \$0\.15 = \$1\.50/);
    expect(text(html)).toMatch(/To be paid \$1\.50/);
    const pdf = await client.get(`/app/invoices/${open}/pdf/`);
    expect([pdf.status, pdf.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    expect((await new Reader(world.url, world.tokens.otherClient).get(`/app/invoices/${open}/pdf/`)).status).toBe(404);
    expect((await client.get('/app/invoices/csv/')).html).toMatch(/^"invoice","period"/);
  });

  it('are paid by the card that is saved, once however often the form is sent', async () => {
    const at = `/app/invoices/${open}/pay/`;
    const { html } = await client.get(at);
    expect(text(html)).toContain('is charged with $1.50 now');
    const { action, fields } = formOf(html, 'card');
    for (let n = 0; n < 2; n++) {
      const done = await client.send(action, fields);
      expect([done.status, done.headers.get('location')]).toEqual([303, `/app/invoices/${open}/`]);
    }
    await world.advance('2026-06-17T08:05:00Z');
    const { payments, status } = await must(world.get(`billing/invoices/${open}/`));
    expect([status, payments.length]).toEqual(['paid', 1]);
    expect(text((await client.get(at)).html)).toContain('Nothing is to be paid');
    expect((await client.get(`/app/invoices/${open}/`)).html).not.toContain('/pay/');
  });

  it('are paid on PayPal’s page, which is a link there', async () => {
    const id = await bought(12);
    const at = `/app/invoices/${id}/pay/`;
    expect((await client.fill(at, 'paypal')).headers.get('location')).toBe(at);
    const { html } = await client.get(at);
    expect(html).toMatch(/<a href="http[^"]*checkoutnow[^"]*"[^>]*class="button main"[^>]*>Continue to PayPal/);
  });

  it('are disputed with a reason, and show how it stands', async () => {
    const id = await bought(14);
    const at = `/app/invoices/${id}/dispute/`;
    const empty = await client.fill(at, 'dispute', { '/reason': '', '/amount': 'much' });
    expect(empty.status).toBe(422);
    expect(formOf(empty.html, 'dispute').fields.get('/amount')).toBe('much');
    const done = await client.fill(at, 'dispute', { '/reason': 'we <b>never</b> asked for it' });
    expect(done.headers.get('location')).toBe(`/app/invoices/${id}/`);
    const { html } = await client.get(`/app/invoices/${id}/`);
    expect(html).toContain('$2.10: <bdi>we &lt;b&gt;never&lt;/b&gt; asked for it');
    expect(html).not.toContain('Dispute this invoice');
    const { results } = await must(world.get(`audit/disputes/?invoice_id=${id}`));
    expect(results).toMatchObject([{ opened_by: 'client', amount: '2.10' }]);
  });
});
