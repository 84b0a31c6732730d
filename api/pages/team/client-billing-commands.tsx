import { notFound } from '#api/http/problem';
import { ANYONE_OF } from '#api/http/routes';
import { placed } from '../forms.ts';
import { accountNames } from '../names.ts';
import { definePage, type Page, type Visit } from '../page.ts';
import { tried } from '../parts/dry-run.tsx';
import { Field } from '../parts/field.tsx';
import { Form } from '../parts/form.tsx';
import { NextInvoice } from '../parts/next-invoice.tsx';
import { Confirm } from '../parts/show.tsx';
import { fieldsOf } from '../schema-fields.ts';
import { AT } from '../where.ts';

const RATE = 'billing/accounts/{id}/tax-rate/';
const METHODS = 'billing/accounts/{id}/payment-methods/';

async function crumbs({ backend, id }: Visit) {
  const name = (await accountNames(backend, [id]))(id);
  return [
    { label: 'Clients', href: AT.clients },
    { label: name, href: AT.client(id) },
    { label: 'Billing', href: AT.billing(id) },
  ];
}

const taxRatePage = definePage({
  name: 'clientTaxRate',
  path: '/app/clients/{id}/billing/tax-rate/',
  roles: ANYONE_OF.admin,
  summary: 'The tax rate of a client, with the next invoice before and after',
  async show(visit) {
    const { backend, id, search, say } = visit;
    const path = { id };
    const { data: balance } = await backend.get('billing/accounts/{id}/balance/', { path });
    const wanted = search.get('/tax_rate')?.trim() ?? '';
    const outcome =
      wanted === ''
        ? null
        : await tried(backend.post('billing/accounts/{id}/next-invoice/', { path, body: { tax_rate: wanted } }));
    const [rate, reason] = fieldsOf(visit.schema('put', RATE), ['/tax_rate', '/reason']);
    const problem = outcome?.ok === false ? placed(outcome.problem, new Set(['/tax_rate'])) : null;
    const choose = { ...visit.form('choose'), ...(problem === null ? {} : { errors: problem.errors }) };
    const form = visit.form('rate');
    return {
      title: 'Tax rate',
      crumbs: await crumbs(visit),
      body: (
        <div class="stack">
          <p class="about">
            {`It is ${balance.tax_rate} % now. Another rate holds from the next invoice on; invoices that are issued stay as they are.`}
          </p>
          <form class="form card" method="get" action={`${AT.billing(id)}tax-rate/`} novalidate>
            {rate && (
              <Field
                form={choose}
                field={rate}
                say={say}
                label="Rate in percent"
                value={[wanted === '' ? balance.tax_rate : wanted]}
              />
            )}
            <div class="form-end">
              <button type="submit">Show the next invoice with it</button>
            </div>
          </form>
          {outcome?.ok && (
            <>
              <NextInvoice visit={visit} change={outcome.found} />
              <Confirm says={`Set the tax rate to ${wanted} %, from the next invoice on?`}>
                <Form
                  of={form}
                  say={say}
                  submit={`Set it to ${wanted} %`}
                  back={{ href: AT.billing(id), label: 'Leave it as it is' }}
                >
                  <input type="hidden" name="/tax_rate" value={wanted} />
                  {reason && <Field form={form} field={reason} say={say} hint="Why, for whoever looks later." />}
                </Form>
              </Confirm>
            </>
          )}
        </div>
      ),
    };
  },
  forms: {
    async rate(visit, sent) {
      const tax_rate = sent.text('/tax_rate');
      const reason = sent.text('/reason');
      const body = { tax_rate, ...(reason === '' ? {} : { reason }) };
      await visit.backend.put(RATE, { path: { id: visit.id }, body, idempotencyKey: sent.key });
      return { to: AT.billing(visit.id), notice: `The tax rate is ${tax_rate} % from the next invoice on.` };
    },
  },
});

const removeMethodPage = definePage({
  name: 'clientRemoveMethod',
  path: '/app/clients/{id}/billing/methods/{method_id}/remove/',
  roles: ANYONE_OF.admin,
  summary: 'Forgets a way to pay of a client, after saying what is charged then',
  async show(visit) {
    const { backend, id, params } = visit;
    const { data } = await backend.get(METHODS, { path: { id } });
    const method = data.results.find((each) => each.id === params.method_id);
    if (!method) throw notFound('page');
    const others = data.results.filter((each) => each !== method && each.status === 'proven');
    const next = others.findLast(({ gateway }) => gateway !== 'manual') ?? others.at(-1);
    const then = !method.is_default
      ? 'Nothing changes in how invoices are paid.'
      : next === undefined
        ? 'Nothing is charged by itself any more: invoices are due 14 days after they are issued.'
        : `From then on ${next.label} is ${next.gateway === 'manual' ? 'how invoices are paid' : 'charged'}.`;
    return {
      title: `Remove ${method.label}`,
      crumbs: await crumbs(visit),
      body: (
        <Confirm says={`Forget ${method.label}? ${then} A charge that is on its way goes on.`}>
          <Form
            of={visit.form('remove')}
            say={visit.say}
            submit={`Remove ${method.label}`}
            danger
            back={{ href: AT.billing(id), label: 'Keep it' }}
          />
        </Confirm>
      ),
    };
  },
  forms: {
    async remove(visit, sent) {
      await visit.backend.delete(`${METHODS}{method_id}/`, {
        path: { id: visit.id, method_id: visit.params.method_id },
        idempotencyKey: sent.key,
      });
      return { to: AT.billing(visit.id), notice: 'It is forgotten.' };
    },
  },
});

export const clientBillingCommands: readonly Page[] = [taxRatePage, removeMethodPage];
