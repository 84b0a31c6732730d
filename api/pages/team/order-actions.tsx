import type { Child } from 'hono/jsx';
import { ANYONE_OF } from '#api/http/routes';
import { add, type Cents, formatMoney, mulDiv, parseMoney, ZERO } from '#domain/kernel/money';
import { definePage, type Page, type Visit } from '../page.ts';
import { Field } from '../parts/field.tsx';
import { Form } from '../parts/form.tsx';
import { Confirm, Notice } from '../parts/show.tsx';
import { fieldsOf, typedValue } from '../schema-fields.ts';
import { once } from './once.ts';
import { isRunning, type Order, type OrderFound, orderAt, orderCrumbs, orderOf } from './order-head.tsx';

type Look = (visit: Visit, found: OrderFound) => Child;
const back = (id: number) => ({ href: orderAt(id), label: 'Leave it as it is' });
/** A page about one order that does one thing with it. */
const content = async (visit: Visit, title: string, look: Look) => {
  const found = await orderOf(visit, visit.id);
  return { title: `${title}: order ${visit.id}`, crumbs: orderCrumbs(found, true), body: look(visit, found) };
};
const cannot = (visit: Visit, { order }: OrderFound, what: string): Child => (
  <Notice tone="warn">
    {`An order that is ${order.status.replaceAll('_', ' ')} cannot be ${what}. `}
    <a href={orderAt(visit.id)}>Back to the order</a>
  </Notice>
);

/** What is owed for what was delivered, as cancelling reckons it. */
export function owedFor({ lines, pricing_mode: mode, client_price }: Order): Cents {
  if (mode === 'pass_through') return parseMoney(client_price) ?? ZERO;
  return add(
    ...lines.map(({ amount, quantity, delivered = 0 }) => mulDiv(parseMoney(amount) ?? ZERO, delivered, quantity)),
  );
}

const approvePage = definePage({
  name: 'orderApprove',
  path: '/app/orders/{id}/approve/',
  roles: ['admin'],
  summary: 'Approve an order for its client, who said so elsewhere',
  show: (visit) =>
    content(visit, 'Approve on behalf', (_, found) =>
      found.order.status !== 'draft' ? (
        cannot(visit, found, 'approved')
      ) : (
        <Confirm
          says={`Approve order ${visit.id} for ${found.client}? Its quote of ${visit.formats.number(found.order.client_price, 'usd')} is frozen, work may begin, and the event keeps that it was you who said so.`}
        >
          <Form
            of={visit.form('approve')}
            say={visit.say}
            submit="Approve for the client"
            etag={found.etag}
            back={back(visit.id)}
          />
        </Confirm>
      ),
    ),
  forms: {
    async approve({ backend, id }, sent) {
      await backend.post('services/backlink-orders/{id}/approve/', {
        path: { id },
        body: { on_behalf_of_client: true },
        ...once(sent),
      });
      return { to: orderAt(id), notice: 'Approved for the client. Links can be placed.' };
    },
  },
});

const completePage = definePage({
  name: 'orderComplete',
  path: '/app/orders/{id}/complete/',
  roles: ['admin'],
  summary: 'Complete an order by hand, with a reason',
  show: (visit) =>
    content(visit, 'Complete', (_, found) => {
      const { links_delivered: delivered, links_ordered: ordered, client_price: price } = found.order;
      if (!isRunning(found.order) && found.order.status !== 'delivered') return cannot(visit, found, 'completed');
      return (
        <Confirm
          says={`Complete order ${visit.id} with ${delivered} of ${ordered} links? Nothing more is delivered, and it is billed as agreed: ${visit.formats.number(price, 'usd')}.`}
        >
          <Form
            of={visit.form('complete')}
            say={visit.say}
            submit="Complete it"
            etag={found.etag}
            back={back(visit.id)}
          >
            {fieldsOf(visit.schema('post', 'services/backlink-orders/{id}/complete/')).map((field) => (
              <Field
                form={visit.form('complete')}
                field={field}
                say={visit.say}
                hint="Why it is complete as it is: what was agreed, and with whom."
              />
            ))}
          </Form>
        </Confirm>
      );
    }),
  forms: {
    async complete({ backend, id }, sent) {
      await backend.post('services/backlink-orders/{id}/complete/', {
        path: { id },
        body: { reason: sent.text('/reason') },
        ...once(sent),
      });
      return { to: orderAt(id), notice: `Order ${id} is complete.` };
    },
  },
});

const cancelPage = definePage({
  name: 'orderCancel',
  path: '/app/orders/{id}/cancel/',
  roles: ANYONE_OF.staff,
  summary: 'Cancel an order, with what is owed for what was delivered; or end its renewal',
  show: (visit) =>
    content(visit, 'Cancel', (_, found) => {
      const { order } = found;
      const all = order.status === 'draft' || isRunning(order);
      if (!all && order.renews_on === null) return cannot(visit, found, 'cancelled');
      return (
        <div class="stack">
          {all && <Ending visit={visit} found={found} what="order" says={cancelSays(visit, found)} />}
          {order.renews_on !== null && (
            <Ending
              visit={visit}
              found={found}
              what="renewal"
              says={`Or only end its renewal? Order ${order.id} is delivered and billed as agreed; no order follows it on ${visit.formats.day(order.renews_on as Parameters<Visit['formats']['day']>[0])}.`}
            />
          )}
        </div>
      );
    }),
  forms: {
    order: (visit, sent) => end(visit, sent, 'order', `Order ${visit.id} is cancelled.`),
    renewal: (visit, sent) => end(visit, sent, 'renewal', `Order ${visit.id} is not renewed.`),
  },
});
type Act = NonNullable<Page['forms']>[string];
type What = 'order' | 'renewal';

async function end({ backend, id }: Visit, sent: Parameters<Act>[1], what: What, notice: string) {
  const reason = sent.text('/reason');
  await backend.post('services/backlink-orders/{id}/cancel/', {
    path: { id },
    body: { what, ...(reason === '' ? {} : { reason }) },
    ...once(sent),
  });
  return { to: orderAt(id), notice };
}

/** `Cancel order 4 for Client 1? 2 of 3 links are delivered: 300.00 of 450.00 are owed.` */
function cancelSays({ formats }: Visit, { order, client }: OrderFound): string {
  const { id, status, links_delivered: delivered, links_ordered: ordered, client_price: price, billing } = order;
  if (status === 'draft') return `Cancel order ${id} for ${client}? It is a draft: nothing is owed.`;
  const owed = formats.number(formatMoney(owedFor(order)), 'usd');
  const whole = formats.number(price, 'usd');
  const prepaid = billing === 'prepaid' ? ` It was paid for in advance: what is beyond that is given back.` : '';
  return delivered === 0
    ? `Cancel order ${id} for ${client}? Nothing is delivered yet: of its ${whole} nothing is owed.${prepaid}`
    : `Cancel order ${id} for ${client}? ${delivered} of ${ordered} links are delivered: ${owed} of ${whole} are owed.${prepaid}`;
}

const Ending = ({ visit, found, what, says }: { visit: Visit; found: OrderFound; what: What; says: string }) => {
  const form = visit.form(what);
  const fields = fieldsOf(visit.schema('post', 'services/backlink-orders/{id}/cancel/'), ['/reason']);
  return (
    <Confirm says={says}>
      <Form
        of={form}
        say={visit.say}
        submit={what === 'order' ? 'Cancel the order' : 'End the renewal'}
        danger
        etag={found.etag}
        back={back(visit.id)}
      >
        {fields.map((field) => (
          <Field
            form={form}
            field={field}
            say={visit.say}
            hint="It stands in the timeline, which the client can read."
          />
        ))}
      </Form>
    </Confirm>
  );
};

const CHANGED = ['/notes', '/due_date'];
const changePage = definePage({
  name: 'orderChange',
  path: '/app/orders/{id}/change/',
  roles: ANYONE_OF.staff,
  summary: 'Notes and due date of an order',
  show: (visit) =>
    content(visit, 'Notes and due date', (_, { order, etag }) => {
      const form = visit.form('change');
      return (
        <section class="card">
          <Form of={form} say={visit.say} submit="Save" etag={etag} back={back(visit.id)}>
            {fieldsOf(visit.schema('patch', 'services/backlink-orders/{id}/'), CHANGED).map((field) => (
              <Field form={form} field={field} say={visit.say} value={typedValue(order, field.name)} />
            ))}
          </Form>
        </section>
      );
    }),
  forms: {
    async change({ backend, schema, id }, sent) {
      await backend.patch('services/backlink-orders/{id}/', {
        path: { id },
        body: sent.body(schema('patch', 'services/backlink-orders/{id}/'), CHANGED),
        ...once(sent),
      });
      return { to: orderAt(id), notice: 'Saved.' };
    },
  },
});

export const orderActions: readonly Page[] = [approvePage, completePage, cancelPage, changePage];
