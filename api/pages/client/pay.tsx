import type { FC } from 'hono/jsx';
import type { Schemas } from '#client/types';
import { SaidProblem } from '../language/told.ts';
import { definePage, type Visit } from '../page.ts';
import { Field } from '../parts/field.tsx';
import { Form } from '../parts/form.tsx';
import { Card, Notice } from '../parts/show.tsx';
import { AT } from '../where.ts';
import { ownFields, THEIRS } from './common.ts';
import { type Invoice, numberOf } from './invoices.tsx';
import { Outward } from './outward.tsx';

const METHODS = 'billing/accounts/{id}/payment-methods/';
const PAYMENTS = 'billing/invoices/{id}/payments/';
const TESTS = ['ok', 'declined', 'fails_later', 'disputed'] as const;
type Method = Schemas['PaymentMethod'];

/** What an invoice still comes to, paid by a card that is saved or on PayPal's page. */
export const payPage = definePage({
  ...THEIRS,
  name: 'payInvoice',
  path: '/app/invoices/{id}/pay/',
  summary: 'Pay an invoice by card or PayPal',
  may: 'invoices',
  async show(visit) {
    const { backend, say, formats, id, may } = visit;
    const { data: invoice } = await backend.get('billing/invoices/{id}/', { path: { id } });
    const number = numberOf(visit, invoice);
    const amount = formats.number(invoice.amount_due, 'usd');
    const isOwed = Number(invoice.amount_due) > 0 && ['open', 'past_due'].includes(invoice.status);
    // Whoever may pay an invoice need not be somebody who may see and change cards.
    const methods = may('buy') ? (await backend.get(METHODS, { path: { id: invoice.account_id } })).data.results : null;
    return {
      title: say('pay.title', { number }),
      crumbs: [
        { label: say('invoices.title'), href: AT.invoices },
        { label: say('invoices.one', { number }), href: AT.invoice(id) },
      ],
      body: !isOwed ? (
        <Card>
          <p>{say('pay.nothing')}</p>
        </Card>
      ) : (
        <div class="stack">
          <p class="says">{say('pay.says', { amount })}</p>
          <div class="columns">
            <ByCard visit={visit} amount={amount} methods={methods} />
            <ByPayPal visit={visit} invoice={invoice} />
          </div>
        </div>
      ),
    };
  },
  forms: {
    async card(visit, sent) {
      const { backend, id, say } = visit;
      const body = { gateway: 'stripe' } as const;
      const { data } = await backend.post(PAYMENTS, { path: { id }, body, idempotencyKey: sent.key });
      if (data.status === 'failed')
        throw new SaidProblem('invalid_state', failedWords(visit, data.error), {
          current_state: data.status,
        });
      const notice = say(data.status === 'succeeded' ? 'pay.card.done' : 'pay.card.started');
      return { to: AT.invoice(id), notice };
    },
    async paypal({ backend, id, say }, sent) {
      const body = { gateway: 'paypal' } as const;
      await backend.post(PAYMENTS, { path: { id }, body, idempotencyKey: sent.key });
      return { to: `${AT.invoice(id)}pay/`, notice: say('pay.paypal.ready') };
    },
    /** Of a sandbox: nothing real is entered there. */
    async add({ backend, id, say }, sent) {
      const { data: invoice } = await backend.get('billing/invoices/{id}/', { path: { id } });
      const test_card = TESTS.find((each) => each === sent.text('/test_card')) ?? 'ok';
      const body = { gateway: 'stripe', test_card } as const;
      await backend.post(METHODS, { path: { id: invoice.account_id }, body, idempotencyKey: sent.key });
      return { to: `${AT.invoice(id)}pay/`, notice: say('pay.card.added') };
    },
  },
});

type CardProps = { readonly visit: Visit; readonly amount: string; readonly methods: readonly Method[] | null };
const ByCard: FC<CardProps> = ({ visit, amount, methods }) => {
  const { say, form, isSandbox } = visit;
  const cards = methods?.filter(({ gateway }) => gateway === 'stripe') ?? [];
  const card = cards.find(({ status, is_default }) => status === 'proven' && is_default) ?? cards.find(isProven);
  const isProving = card === undefined && cards.some(({ status }) => status === 'pending');
  const failed = card === undefined && !isProving ? cards.find(({ status }) => status === 'failed') : undefined;
  const words = Object.fromEntries(TESTS.map((each) => [each, say(`pay.card.test.${each}`)]));
  return (
    <Card title={say('pay.card')}>
      <div class="stack">
        {card !== undefined || methods === null ? (
          <Form of={form('card')} say={say} submit={say('pay.card.charge', { amount })}>
            <p>{say('pay.card.says', { card: card?.label ?? say('pay.card'), amount })}</p>
          </Form>
        ) : (
          <p>{say(isProving ? 'pay.card.proving' : 'pay.card.none')}</p>
        )}
        {failed !== undefined && <Notice tone="warn">{failedWords(visit, failed.error)}</Notice>}
        {isSandbox && methods !== null && (
          <Form of={form('add')} say={say} submit={say('pay.card.add')}>
            {ownFields(visit.schema('post', METHODS), ['/test_card']).map((field) => (
              <Field
                form={form('add')}
                say={say}
                field={{ ...field, required: true }}
                label={say('pay.card.test')}
                words={words}
                value={['ok']}
              />
            ))}
          </Form>
        )}
      </div>
    </Card>
  );
};
/** What the network says of a card is in English. */
const failedWords = ({ say, language }: Visit, error: string | null | undefined): string =>
  language === 'en' && error ? say('pay.card.failed_because', { reason: error }) : say('pay.card.failed');
const isProven = ({ status }: Method): boolean => status === 'proven';

const ByPayPal: FC<{ readonly visit: Visit; readonly invoice: Invoice }> = ({ visit, invoice }) => {
  const { say, form } = visit;
  const started = invoice.payments.findLast(
    ({ gateway, status }) => gateway === 'paypal' && status === 'awaiting_payer',
  );
  return (
    <Card title={say('pay.paypal')}>
      <div class="stack">
        <p>{say('pay.paypal.says')}</p>
        {started?.approve_url === undefined ? (
          <Form of={form('paypal')} say={say} submit={say('pay.paypal.start')} />
        ) : (
          <p>
            <Outward href={started.approve_url} label={say('pay.paypal.go')} class="button main" />
          </p>
        )}
      </div>
    </Card>
  );
};
