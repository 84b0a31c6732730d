import { ANYONE_OF } from '#api/http/routes';
import { definePage } from '../page.ts';
import { Form } from '../parts/form.tsx';
import { InvoiceLines } from '../parts/invoice-lines.tsx';
import { Card, Confirm } from '../parts/show.tsx';
import { AT } from '../where.ts';

/** Bills again what a void invoice billed, before the 1st on which it would be billed by itself. */
export const invoiceReissuePage = definePage({
  name: 'invoiceReissue',
  path: '/app/invoices/{id}/reissue/',
  roles: ANYONE_OF.admin,
  summary: 'Bills again, at once, what a void invoice billed',
  async show(visit) {
    const { backend, id, formats } = visit;
    const { data: invoice, etag } = await backend.get('billing/invoices/{id}/', { path: { id } });
    const number = invoice.number ?? `Draft ${id}`;
    const billed = invoice.lines.filter(({ kind }) => kind !== 'credit' && kind !== 'tax');
    return {
      title: `Bill ${number} again`,
      crumbs: [
        { label: 'Money', href: AT.invoices },
        { label: number, href: AT.invoice(id) },
      ],
      body: (
        <div class="stack">
          <Confirm
            says={`What ${number} billed, ${formats.number(invoice.subtotal, 'usd')} without tax, is issued at once under a new number, with the tax rate and the credit that the client has today. A saved card is charged.`}
          >
            <Form
              of={visit.form('reissue')}
              say={visit.say}
              submit={`Bill ${formats.number(invoice.subtotal, 'usd')} again`}
              etag={etag}
              back={{ href: AT.invoice(id), label: 'Leave it to the 1st' }}
            />
          </Confirm>
          <Card title="What is billed again">
            <InvoiceLines visit={visit} lines={billed} />
          </Card>
        </div>
      ),
    };
  },
  forms: {
    async reissue(visit, sent) {
      const { data } = await visit.backend.post('billing/invoices/{id}/reissue/', {
        path: { id: visit.id },
        body: {},
        idempotencyKey: sent.key,
      });
      return { to: AT.invoice(data.id), notice: `It is billed again as ${data.number ?? 'a draft'}.` };
    },
  },
});
