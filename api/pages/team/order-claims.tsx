import { notFound } from '#api/http/problem';
import { ANYONE_OF } from '#api/http/routes';
import { definePage } from '../page.ts';
import { Field } from '../parts/field.tsx';
import { Form } from '../parts/form.tsx';
import { Confirm, Notice } from '../parts/show.tsx';
import { fieldsOf } from '../schema-fields.ts';
import { orderAt, orderCrumbs, orderOf } from './order-head.tsx';

const ALL = { page_size: 200 } as const;
const CLAIM = 'services/backlink-orders/{id}/guarantee-claims/{claim_id}/';
/** A claim that looks at the page cannot decide. */
export const claimsPage = definePage({
  name: 'orderClaims',
  path: '/app/orders/{id}/claims/',
  roles: ANYONE_OF.staff,
  summary: 'A claim on the guarantee, decided by hand',
  async show(visit) {
    const { backend, id, say } = visit;
    const found = await orderOf(visit, id);
    const { data } = await backend.get('services/backlink-orders/{id}/guarantee-claims/', { path: { id }, query: ALL });
    const wanted = visit.search.get('claim');
    const claim = wanted === null ? data.results[0] : data.results.find((each) => String(each.id) === wanted);
    if (wanted !== null && !claim) throw notFound('page');
    const form = visit.form('settle');
    return {
      title: `Guarantee: order ${id}`,
      crumbs: orderCrumbs(found, true),
      body: !claim ? (
        <Notice tone="plain">Nothing was claimed on the guarantee of this order.</Notice>
      ) : (
        <Confirm
          says={`Link ${claim.backlink_id} was claimed as ${claim.reason.replaceAll('_', ' ')}. ${found.order.guarantee === null ? '' : `Accepted, it is remedied by ${found.order.guarantee.remedy.replaceAll('_', ' ')}.`}`}
        >
          {claim.note !== null && <p class="quiet">{claim.note}</p>}
          {claim.status !== 'open' ? (
            <Notice tone="plain">{`It is decided: ${claim.status}.`}</Notice>
          ) : (
            <Form of={form} say={say} submit="Decide" back={{ href: orderAt(id), label: say('form.back') }}>
              <input type="hidden" name="claim" value={String(claim.id)} />
              {fieldsOf(visit.schema('post', CLAIM)).map((field) => (
                <Field form={form} field={field} say={say} />
              ))}
            </Form>
          )}
        </Confirm>
      ),
    };
  },
  forms: {
    async settle({ backend, schema, id }, sent) {
      const path = { id, claim_id: Number(sent.text('claim')) };
      const body = sent.body(schema('post', CLAIM));
      await backend.post(CLAIM, {
        path,
        body: body as Parameters<typeof backend.post<typeof CLAIM>>[1]['body'],
        idempotencyKey: sent.key,
      });
      return { to: `${orderAt(id)}#guarantee`, notice: 'Decided. What follows from it is done by itself.' };
    },
  },
});
