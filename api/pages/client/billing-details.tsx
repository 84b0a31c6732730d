import { notFound } from '#api/http/problem';
import { definePage, type Visit } from '../page.ts';
import { Field } from '../parts/field.tsx';
import { Form } from '../parts/form.tsx';
import { Card, Tabs } from '../parts/show.tsx';
import { typedValue } from '../schema-fields.ts';
import { AT } from '../where.ts';
import { ownFields, THEIRS } from './common.ts';

const DETAILS = 'billing/accounts/{id}/billing-details/';
const FIELDS = ['/name', '/address_lines', '/tax_id', '/email', '/country'];
/** Of an agency's accounts. */
const MOST = 200;

/** Whose details the address names: by default the reader's own account's. */
async function accountIn({ backend, search }: Visit) {
  const accounts = await backend.all('services/accounts/', { query: { ordering: 'id' } }, MOST);
  const wanted = search.get('account');
  const own = accounts.find(({ parent_account_id: parent }) => !accounts.some(({ id }) => id === parent));
  const account = wanted === null ? own : accounts.find(({ id }) => String(id) === wanted);
  if (account === undefined) throw notFound('page');
  return { account, accounts };
}
const addressOf = (account: number): string => `${AT.billingDetails}?account=${account}`;

/** Whom an account's invoices are made out to. */
export const billingDetailsPage = definePage({
  ...THEIRS,
  name: 'billingDetails',
  path: AT.billingDetails,
  summary: 'Name, address, tax number and e-mail that invoices are made out to',
  under: AT.invoices,
  may: 'invoices',
  async show(visit) {
    const { backend, say } = visit;
    const { account, accounts } = await accountIn(visit);
    const { data, etag } = await backend.get(DETAILS, { path: { id: account.id } });
    const form = visit.form('details');
    const labels: Readonly<Record<string, string>> = {
      '/name': say('billing.name'),
      '/address_lines': say('billing.address'),
      '/tax_id': say('billing.tax_id'),
      '/email': say('billing.email'),
      '/country': say('billing.country'),
    };
    return {
      title: say('billing.title'),
      crumbs: [{ label: say('invoices.title'), href: AT.invoices }],
      body: (
        <div class="stack">
          {accounts.length > 1 && (
            <Tabs
              tabs={accounts.map(({ id, name }) => ({ href: addressOf(id), label: name }))}
              at={addressOf(account.id)}
              label={say('members.account')}
            />
          )}
          <Card>
            <div class="stack">
              <p>{say('billing.says')}</p>
              <Form
                of={form}
                say={say}
                submit={say('common.save')}
                etag={etag}
                back={{ href: AT.invoices, label: say('common.back') }}
              >
                {ownFields(visit.schema('put', DETAILS), FIELDS).map((field) => (
                  <Field
                    form={form}
                    field={field}
                    say={say}
                    label={labels[field.name] ?? field.label}
                    value={typedValue(data, field.name)}
                  />
                ))}
              </Form>
            </div>
          </Card>
        </div>
      ),
    };
  },
  forms: {
    async details(visit, sent) {
      const { backend, say } = visit;
      const { account } = await accountIn(visit);
      await backend.put(DETAILS, {
        path: { id: account.id },
        body: sent.body(visit.schema('put', DETAILS), FIELDS),
        idempotencyKey: sent.key,
      });
      return { to: addressOf(account.id), notice: say('billing.saved') };
    },
  },
});
