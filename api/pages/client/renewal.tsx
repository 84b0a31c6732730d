import { definePage } from '../page.ts';
import { Field } from '../parts/field.tsx';
import { Form } from '../parts/form.tsx';
import { Confirm } from '../parts/show.tsx';
import { AT } from '../where.ts';
import { dayOf, ownFields, THEIRS } from './common.ts';

const CANCEL = 'services/backlink-orders/{id}/cancel/';

/** A monthly order ends its renewal, with what that comes to; the order itself is cancelled by whoever looks after it. */
export const endRenewalPage = definePage({
  ...THEIRS,
  name: 'endRenewal',
  path: '/app/orders/{id}/cancel/',
  summary: 'End the renewal of a monthly order, with what is not billed then',
  may: 'orders',
  async show(visit) {
    const { backend, say, id, formats } = visit;
    const found = await backend.get('services/backlink-orders/{id}/', { path: { id } });
    const { renews_on, client_price } = found.data;
    if (renews_on === null) return { to: AT.order(id) };
    const form = visit.form('renewal');
    const price = formats.number(client_price, 'usd');
    return {
      title: say('orders.end.title', { id }),
      crumbs: [
        { label: say('orders.title'), href: AT.orders },
        { label: say('orders.one', { id }), href: AT.order(id) },
      ],
      body: (
        <Confirm says={say('orders.end.says', { id, price, day: dayOf(visit, renews_on) })}>
          <Form
            of={form}
            say={say}
            submit={say('orders.end')}
            danger
            etag={found.etag}
            back={{ href: AT.order(id), label: say('common.back') }}
          >
            {ownFields(visit.schema('post', CANCEL), ['/reason']).map((field) => (
              <Field form={form} field={field} say={say} label={say('orders.end.reason')} />
            ))}
          </Form>
          <p class="quiet">
            <a href={`${AT.order(id)}#conversation`}>{say('orders.end.whole')}</a>
          </p>
        </Confirm>
      ),
    };
  },
  forms: {
    async renewal({ backend, id, say }, sent) {
      const reason = sent.text('/reason');
      await backend.post(CANCEL, {
        path: { id },
        body: { what: 'renewal', ...(reason === '' ? {} : { reason }) },
        idempotencyKey: sent.key,
        ...(sent.etag === undefined ? {} : { ifMatch: sent.etag }),
      });
      return { to: AT.order(id), notice: say('orders.end.done') };
    },
  },
});
