import type { FC } from 'hono/jsx';
import { ANYONE_OF } from '#api/http/routes';
import type { Schemas } from '#client/types';
import { Table } from '../list.tsx';
import { accountNames } from '../names.ts';
import { definePage, type Visit } from '../page.ts';
import { dayText } from '../parts/day.ts';
import { Field } from '../parts/field.tsx';
import { type Figure, Tiles } from '../parts/figures.tsx';
import { ButtonForm, Form, Wrong } from '../parts/form.tsx';
import { InvoiceLines, Sums } from '../parts/invoice-lines.tsx';
import { Badge, Card } from '../parts/show.tsx';
import { fieldsOf, typedValue } from '../schema-fields.ts';
import { AT } from '../where.ts';
import { Purchases } from './client-purchases.tsx';

const DETAILS = 'billing/accounts/{id}/billing-details/';
const METHODS = 'billing/accounts/{id}/payment-methods/';

/** How one client pays: what is owed, the next invoice as it would be now, ways to pay, tax, and whom invoices are made out to. */
export const clientBillingPage = definePage({
  name: 'clientBilling',
  path: '/app/clients/{id}/billing/',
  roles: ANYONE_OF.staff,
  summary: 'What a client owes and has as credit, their next invoice, ways to pay, tax rate and billing details',
  async show(visit) {
    const { backend, id } = visit;
    const path = { id };
    const [balance, next, methods, details, purchases, credits, names] = await Promise.all([
      backend.get('billing/accounts/{id}/balance/', { path }),
      backend.post('billing/accounts/{id}/next-invoice/', { path, body: {} }),
      backend.get(METHODS, { path }),
      backend.get(DETAILS, { path }),
      backend.list('billing/add-ons/purchases/', { account_id: id, page_size: 20, ordering: '-id' }),
      backend.list('billing/credits/', { account_id: id, page_size: 1 }),
      accountNames(backend, [id]),
    ]);
    const name = names(id);
    return {
      title: `Billing of ${name}`,
      crumbs: [
        { label: 'Clients', href: AT.clients },
        { label: name, href: AT.client(id) },
      ],
      body: (
        <div class="stack">
          <Tiles figures={figuresOf(visit, balance.data)} />
          <Next visit={visit} next={next.data} />
          <Methods visit={visit} methods={methods.data.results} />
          <Purchases visit={visit} purchases={purchases.results} credits={credits.balance} />
          <Details visit={visit} details={details.data} etag={details.etag} />
        </div>
      ),
    };
  },
  forms: {
    async method(visit, sent) {
      const body = { gateway: sent.text('gateway') as 'stripe' | 'manual' };
      const { data } = await visit.backend.post(METHODS, { path: { id: visit.id }, body, idempotencyKey: sent.key });
      return { to: visit.address, notice: `${data.label} is ${data.status === 'proven' ? 'accepted' : data.status}.` };
    },
    async details(visit, sent) {
      const body = sent.body(visit.schema('put', DETAILS));
      await visit.backend.put(DETAILS, { path: { id: visit.id }, body, idempotencyKey: sent.key });
      return { to: visit.address, notice: 'Invoices are made out so from the next one on.' };
    },
  },
});

function figuresOf({ formats, id, role }: Visit, balance: Schemas['AccountBalance']): readonly Figure[] {
  const money = (value: string) => formats.number(value, 'usd');
  const owed = `${AT.invoices}?account_id=${id}`;
  return [
    { id: 'open', label: 'Open', value: money(balance.open), explain: `${owed}&status=open` },
    { id: 'past-due', label: 'Past due', value: money(balance.past_due), explain: `${owed}&status=past_due` },
    {
      id: 'credit',
      label: 'Credit',
      value: money(balance.account_credit),
      explain: owed,
      note: 'used by the next invoices, oldest credit note first',
    },
    {
      id: 'tax',
      label: 'Tax rate',
      value: `${balance.tax_rate} %`,
      ...(role === 'admin' ? { explain: `${AT.billing(id)}tax-rate/`, note: 'change it' } : {}),
    },
  ];
}

const Next: FC<{ readonly visit: Visit; readonly next: Schemas['NextInvoiceChange'] }> = ({ visit, next }) => {
  const { lines, subtotal, total, carried_over } = next.before;
  const others = lines.filter(({ kind }) => kind === 'tax' || kind === 'credit');
  return (
    <Card title={`The next invoice, of ${dayText(visit, next.billing_date)}`}>
      {lines.length === 0 ? (
        <p class="quiet">Nothing is to be billed then, as things stand.</p>
      ) : (
        <>
          <p class="quiet small">
            As it would be if nothing else happened until then. Each line opens to its arithmetic.
          </p>
          <InvoiceLines visit={visit} lines={lines} />
          <Sums
            visit={visit}
            sums={[
              { label: 'Subtotal', value: subtotal },
              ...others.map(({ description, amount, id }) => ({
                label: description,
                value: amount,
                explain: `#line-${id}`,
              })),
              { label: 'Total', value: total, strong: true },
            ]}
          />
          {carried_over && (
            <p class="quiet small">It is less than a card can be charged with, so it waits for the invoice after it.</p>
          )}
        </>
      )}
    </Card>
  );
};

const Methods: FC<{ readonly visit: Visit; readonly methods: readonly Schemas['PaymentMethod'][] }> = ({
  visit,
  methods,
}) => {
  const form = visit.form('method');
  const isAdmin = visit.role === 'admin';
  const hasManual = methods.some(({ gateway }) => gateway === 'manual');
  return (
    <section class="card stack-small" id="methods">
      <h2>Ways to pay</h2>
      <Wrong of={form} say={visit.say} />
      {methods.length === 0 ? (
        <p class="quiet">None is saved: invoices are due 14 days after they are issued, and wait to be paid.</p>
      ) : (
        <Table
          caption="Ways to pay"
          rows={methods}
          columns={[
            {
              key: 'label',
              label: 'Method',
              cell: ({ label, expires, error }) => (
                <>
                  {label}
                  {expires !== null && <span class="sub">{`until ${expires}`}</span>}
                  {error !== null && <span class="sub down">{error}</span>}
                </>
              ),
            },
            {
              key: 'status',
              label: 'Status',
              cell: ({ status }) => (
                <Badge status={status} {...(status === 'proven' ? { tone: 'good' as const } : {})} />
              ),
            },
            {
              key: 'default',
              label: 'Charged',
              cell: ({ is_default, gateway }) =>
                is_default ? (
                  gateway === 'manual' ? (
                    'paid by hand'
                  ) : (
                    'the one that is charged'
                  )
                ) : (
                  <span class="none">–</span>
                ),
            },
            ...(isAdmin
              ? [
                  {
                    key: 'remove',
                    label: 'Remove',
                    cell: ({ id, label }: Schemas['PaymentMethod']) => (
                      <a href={`${AT.billing(visit.id)}methods/${id}/remove/`} aria-label={`Remove ${label}`}>
                        Remove
                      </a>
                    ),
                  },
                ]
              : []),
          ]}
        />
      )}
      {isAdmin && !hasManual && <ButtonForm of={form} label="Accept payment by hand" values={{ gateway: 'manual' }} />}
    </section>
  );
};

const LABELS: Readonly<Record<string, string>> = { '/tax_id': 'Tax id', '/email': 'E-mail' };
type DetailsProps = {
  readonly visit: Visit;
  readonly details: Schemas['BillingDetails'];
  readonly etag: string | null;
};
const Details: FC<DetailsProps> = ({ visit, details }) => {
  const form = visit.form('details');
  const hints: Readonly<Record<string, string>> = {
    '/name': 'Left empty: the name of the account.',
    '/email': 'Printed on the invoice; mail goes where it went.',
    '/country': 'Two capital letters, such as DE.',
  };
  return (
    <Card title="Invoices are made out to">
      <Form of={form} say={visit.say} submit="Save">
        {fieldsOf(visit.schema('put', DETAILS)).map((field) => (
          <Field
            form={form}
            field={field}
            say={visit.say}
            value={typedValue(details, field.name)}
            {...(LABELS[field.name] === undefined ? {} : { label: LABELS[field.name] ?? '' })}
            {...(hints[field.name] === undefined ? {} : { hint: hints[field.name] ?? '' })}
          />
        ))}
      </Form>
    </Card>
  );
};
