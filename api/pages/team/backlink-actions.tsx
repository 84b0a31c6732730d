import { ANYONE_OF } from '#api/http/routes';
import { definePage, type Page } from '../page.ts';
import { Field } from '../parts/field.tsx';
import { Form } from '../parts/form.tsx';
import { Confirm } from '../parts/show.tsx';
import { fieldsOf } from '../schema-fields.ts';
import { crumbsOf, LINK, linkOf } from './backlink-head.tsx';
import { once } from './once.ts';
import { linkAt } from './order-head.tsx';
import { dayText } from './service-head.tsx';

const costPage = definePage({
  name: 'backlinkCost',
  path: '/app/backlinks/{id}/cost/',
  roles: ANYONE_OF.staff,
  summary: 'What a link cost, corrected with a reason',
  async show(visit) {
    const { link, etag } = await linkOf(visit);
    const { data: order } = await visit.backend.get('services/backlink-orders/{id}/', { path: { id: link.order_id } });
    const form = visit.form('cost');
    const { formats, say } = visit;
    const passes = order.pricing_mode === 'pass_through';
    return {
      title: `Cost of ${link.source_domain}`,
      crumbs: crumbsOf(link, true),
      body: (
        <Confirm
          says={`The link is booked at ${formats.number(link.cost ?? '0.00', 'usd')}. ${
            passes
              ? 'Its client pays the cost and the markup on top, so the price of the order follows it.'
              : `The client’s price stays ${formats.number(order.client_price, 'usd')}; the margin, now ${formats.number(order.margin ?? '0.00', 'usd')}, follows it.`
          }`}
        >
          <Form
            of={form}
            say={say}
            submit="Correct the cost"
            etag={etag}
            back={{ href: linkAt(visit.id), label: 'Leave it as it is' }}
          >
            {fieldsOf(visit.schema('patch', LINK), ['/cost', '/reason', ...(passes ? ['/override_reason'] : [])]).map(
              (field) => (
                <Field
                  form={form}
                  field={field.name === '/cost' ? { ...field, required: true } : field}
                  say={say}
                  value={field.name === '/cost' ? [link.cost ?? ''] : []}
                />
              ),
            )}
          </Form>
        </Confirm>
      ),
    };
  },
  forms: {
    async cost({ backend, id }, sent) {
      const [reason, override] = [sent.text('/reason'), sent.text('/override_reason')];
      await backend.patch(LINK, {
        path: { id },
        body: {
          cost: sent.text('/cost'),
          ...(reason === '' ? {} : { reason }),
          ...(override === '' ? {} : { override_reason: override }),
        },
        ...once(sent),
      });
      return { to: linkAt(id), notice: 'Corrected. The order and its margin follow it.' };
    },
  },
});

const lostPage = definePage({
  name: 'backlinkLost',
  path: '/app/backlinks/{id}/lost/',
  roles: ANYONE_OF.staff,
  summary: 'Mark a live link lost by hand',
  async show(visit) {
    const { link, etag } = await linkOf(visit);
    const form = visit.form('lost');
    const { until } = link.replacement;
    const guaranteed =
      until === null
        ? 'It stands under no guarantee.'
        : `It is under the guarantee until ${visit.formats.day(dayText(until))}: until then its client is owed a remedy.`;
    return {
      title: `Lost: ${link.source_domain}`,
      crumbs: crumbsOf(link, true),
      body: (
        <Confirm says={`Mark the link on ${link.source_domain} lost? ${guaranteed}`}>
          <Form
            of={form}
            say={visit.say}
            submit="It is lost"
            danger
            etag={etag}
            back={{ href: linkAt(visit.id), label: 'Leave it as it is' }}
          >
            {fieldsOf(visit.schema('patch', LINK), ['/reason']).map((field) => (
              <Field form={form} field={field} say={visit.say} />
            ))}
          </Form>
        </Confirm>
      ),
    };
  },
  forms: {
    async lost({ backend, id }, sent) {
      const reason = sent.text('/reason');
      await backend.patch(LINK, {
        path: { id },
        body: { status: 'lost', ...(reason === '' ? {} : { reason }) },
        ...once(sent),
      });
      return { to: linkAt(id), notice: 'The link is marked lost.' };
    },
  },
});

export const backlinkActions: readonly Page[] = [costPage, lostPage];
