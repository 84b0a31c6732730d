import { ANYONE_OF } from '#api/http/routes';
import { definePage } from '../page.ts';
import { tried, WhatItDoes } from '../parts/dry-run.tsx';
import { Field } from '../parts/field.tsx';
import { Form } from '../parts/form.tsx';
import { Confirm, Notice } from '../parts/show.tsx';
import { fieldsOf } from '../schema-fields.ts';
import { AT } from '../where.ts';

type Outcome = 'won' | 'lost' | 'credited';
const OUTCOMES: readonly (readonly [Outcome, label: string, button: string])[] = [
  ['won', 'The invoice stands', 'Settle: the invoice stands'],
  ['lost', 'The money goes back', 'Settle: the money goes back'],
  ['credited', 'A credit note', 'Settle with a credit note'],
];
const SETTLE = 'audit/disputes/{id}/settle/';

/** Settles a dispute, once; each outcome with what it comes to. */
export const disputeSettlePage = definePage({
  name: 'disputeSettle',
  path: '/app/disputes/{id}/settle/',
  under: AT.invoices,
  roles: ANYONE_OF.admin,
  summary: 'Settles a dispute, after showing what each outcome does',
  async show(visit) {
    const { backend, id } = visit;
    const { data: dispute } = await backend.get('audit/disputes/{id}/', { path: { id } });
    const tries = await Promise.all(
      OUTCOMES.map(async ([outcome, label, button]) => ({
        outcome,
        label,
        button,
        what: await tried(
          backend.post('billing/invoices/{id}/dry-run/', {
            path: { id: dispute.invoice_id },
            body: { do: 'settle', dispute_id: id, outcome },
          }),
        ),
      })),
    );
    const fields = fieldsOf(visit.schema('post', SETTLE), ['/note']);
    const disputed = visit.formats.number(dispute.amount, 'usd');
    return {
      title: `Settle dispute ${id}`,
      crumbs: [
        { label: 'Disputes', href: AT.disputes },
        { label: `Dispute ${id}`, href: AT.dispute(id) },
      ],
      body: (
        <div class="stack">
          <p>{`${disputed} is disputed: ${dispute.reason}. A dispute is settled once and for good.`}</p>
          <div class="compare">
            {tries.map(({ outcome, label, button, what }) => (
              <section class="card stack-small" aria-labelledby={`outcome-${outcome}`}>
                <h2 id={`outcome-${outcome}`}>{label}</h2>
                {what.ok ? (
                  <>
                    <WhatItDoes visit={visit} dryRun={what.found} />
                    <Form
                      of={visit.form(outcome)}
                      say={visit.say}
                      submit={button}
                      danger={outcome !== 'won'}
                      etag={what.etag}
                    >
                      {fields.map((field) => (
                        <Field
                          form={visit.form(outcome)}
                          field={field}
                          say={visit.say}
                          hint="Why. The client reads it; write no names here."
                        />
                      ))}
                    </Form>
                  </>
                ) : (
                  <p class="quiet">{`Not possible: ${what.problem.message}.`}</p>
                )}
              </section>
            ))}
          </div>
        </div>
      ),
    };
  },
  forms: Object.fromEntries(
    OUTCOMES.map(([outcome, label]) => [
      outcome,
      async (visit, sent) => {
        await visit.backend.post(SETTLE, {
          path: { id: visit.id },
          body: { outcome, note: sent.text('/note') },
          idempotencyKey: sent.key,
          ...(sent.etag === undefined ? {} : { ifMatch: sent.etag }),
        });
        return { to: AT.dispute(visit.id), notice: `The dispute is settled. ${label}.` };
      },
    ]),
  ),
});

/** A card network takes evidence once. */
export const disputeSubmitPage = definePage({
  name: 'disputeSubmit',
  path: '/app/disputes/{id}/submit/',
  under: AT.invoices,
  roles: ANYONE_OF.staff,
  summary: 'Hands the evidence of a dispute to the card network, once',
  patient: true,
  async show(visit) {
    const { backend, id } = visit;
    const { data: dispute } = await backend.get('audit/disputes/{id}/', { path: { id } });
    const isPossible = dispute.opened_by === 'card_network' && dispute.status === 'evidence_ready';
    return {
      title: 'Hand the evidence to the card network',
      crumbs: [
        { label: 'Disputes', href: AT.disputes },
        { label: `Dispute ${id}`, href: AT.dispute(id) },
      ],
      body: isPossible ? (
        <Confirm
          says={`The evidence is made anew and handed over for the ${visit.formats.number(dispute.amount, 'usd')} of dispute ${id}, with the client’s name and address in the clear. The network takes it once and for good: check it first.`}
        >
          <Form
            of={visit.form('submit')}
            say={visit.say}
            submit="Hand it over"
            danger
            back={{ href: AT.dispute(id), label: 'Look at it once more' }}
          />
        </Confirm>
      ) : (
        <Notice tone="warn">No card network is waiting for this evidence, or it has it already.</Notice>
      ),
    };
  },
  forms: {
    async submit(visit, sent) {
      const body = { submit: true };
      await visit.backend.post('audit/disputes/{id}/evidence/', {
        path: { id: visit.id },
        body,
        idempotencyKey: sent.key,
      });
      return { to: AT.dispute(visit.id), notice: 'The evidence is on its way to the card network.' };
    },
  },
});
