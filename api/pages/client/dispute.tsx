import { definePage } from '../page.ts';
import { Field } from '../parts/field.tsx';
import { Form } from '../parts/form.tsx';
import { Card } from '../parts/show.tsx';
import { AT } from '../where.ts';
import { ownFields, THEIRS } from './common.ts';
import { isDisputable } from './invoice.tsx';
import { numberOf } from './invoices.tsx';

const DISPUTES = 'audit/disputes/';

/** What is not right about an invoice, told by whoever got it. */
export const disputeInvoicePage = definePage({
  ...THEIRS,
  name: 'disputeInvoice',
  path: '/app/invoices/{id}/dispute/',
  summary: 'Dispute an invoice, or a part of it',
  may: 'invoices',
  async show(visit) {
    const { backend, say, id } = visit;
    const { data: invoice } = await backend.get('billing/invoices/{id}/', { path: { id } });
    if (!isDisputable(invoice)) return { to: AT.invoice(id) };
    const number = numberOf(visit, invoice);
    const form = visit.form('dispute');
    return {
      title: say('dispute.title', { number }),
      crumbs: [
        { label: say('invoices.title'), href: AT.invoices },
        { label: say('invoices.one', { number }), href: AT.invoice(id) },
      ],
      body: (
        <Card>
          <div class="stack">
            <p>{say('dispute.says')}</p>
            <Form
              of={form}
              say={say}
              submit={say('dispute.send')}
              back={{ href: AT.invoice(id), label: say('common.back') }}
            >
              {ownFields(visit.schema('post', DISPUTES), ['/reason', '/amount']).map((field) =>
                field.name === '/reason' ? (
                  <Field form={form} say={say} field={{ ...field, kind: 'long' }} label={say('dispute.reason')} />
                ) : (
                  <Field
                    form={form}
                    say={say}
                    field={field}
                    label={say('dispute.amount')}
                    hint={say('dispute.amount.hint')}
                  />
                ),
              )}
            </Form>
          </div>
        </Card>
      ),
    };
  },
  forms: {
    async dispute({ backend, id, say }, sent) {
      const amount = sent.text('/amount');
      const body = { invoice_id: id, reason: sent.text('/reason'), ...(amount === '' ? {} : { amount }) };
      await backend.post(DISPUTES, { body, idempotencyKey: sent.key });
      return { to: AT.invoice(id), notice: say('dispute.sent') };
    },
  },
});
