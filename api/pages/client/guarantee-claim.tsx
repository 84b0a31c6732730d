import { definePage } from '../page.ts';
import { Field } from '../parts/field.tsx';
import { Form } from '../parts/form.tsx';
import { Card } from '../parts/show.tsx';
import { AT } from '../where.ts';
import { ownFields, THEIRS } from './common.ts';

const CLAIMS = 'services/backlink-orders/{id}/guarantee-claims/';
const WRONG = ['lost', 'nofollow', 'deindexed', 'page_dead'] as const;
export const claimAt = (order: number, link: number): string => `${AT.order(order)}claim/?link=${link}`;

/** What is wrong with a link of an order, told by whoever ordered it. */
export const claimPage = definePage({
  ...THEIRS,
  name: 'guaranteeClaim',
  path: '/app/orders/{id}/claim/',
  summary: 'Claim the guarantee of a link',
  may: 'orders',
  async show(visit) {
    const { backend, say, id, search } = visit;
    const path = { id };
    const [{ data: order }, links] = await Promise.all([
      backend.get('services/backlink-orders/{id}/', { path }),
      backend.all('services/backlink-orders/{id}/links/', { path }, 1_000),
    ]);
    // Nothing is guaranteed before the order is approved.
    if (order.guarantee === null) return { to: AT.order(id) };
    const form = visit.form('claim');
    const chosen = links.find((link) => link.id === Number(search.get('link')));
    const hosts = Object.fromEntries(links.map((link) => [String(link.id), link.source_domain]));
    const covered = order.guarantee.covers;
    const words = Object.fromEntries(WRONG.map((reason) => [reason, say(`claim.reason.${reason}`)]));
    const labels: Readonly<Record<string, string>> = {
      '/backlink_id': say('claim.link'),
      '/reason': say('claim.reason'),
      '/note': say('claim.note'),
    };
    return {
      title: say('claim.title'),
      crumbs: [
        { label: say('orders.title'), href: AT.orders },
        { label: say('orders.one', { id }), href: AT.order(id) },
      ],
      body: (
        <Card>
          <div class="stack">
            <p>{say('claim.says', { host: chosen?.source_domain ?? say('orders.one', { id }) })}</p>
            <Form
              of={form}
              say={say}
              submit={say('claim.send')}
              back={{ href: AT.order(id), label: say('common.back') }}
            >
              {ownFields(visit.schema('post', CLAIMS), ['/backlink_id', '/reason', '/note']).map((field) => (
                <Field
                  form={form}
                  say={say}
                  label={labels[field.name] ?? field.label}
                  words={field.name === '/reason' ? words : hosts}
                  value={field.name === '/backlink_id' && chosen ? [String(chosen.id)] : []}
                  field={
                    field.name === '/backlink_id'
                      ? { ...field, kind: 'choice', choices: Object.keys(hosts) }
                      : field.name === '/reason'
                        ? { ...field, choices: covered }
                        : field
                  }
                />
              ))}
            </Form>
          </div>
        </Card>
      ),
    };
  },
  forms: {
    async claim({ backend, id, say }, sent) {
      const reason = WRONG.find((each) => each === sent.text('/reason')) ?? ('' as 'lost');
      const note = sent.text('/note');
      const body = { backlink_id: Number(sent.text('/backlink_id')), reason, ...(note === '' ? {} : { note }) };
      await backend.post(CLAIMS, { path: { id }, body, idempotencyKey: sent.key });
      return { to: AT.order(id), notice: say('claim.sent') };
    },
  },
});
