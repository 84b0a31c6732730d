import type { Child } from 'hono/jsx';
import { ANYONE_OF } from '#api/http/routes';
import type { Operations, Options, Schemas } from '#client/types';
import { type FormState, placed, type Sent } from '../forms.ts';
import { type Done, definePage, type Page, type Visit } from '../page.ts';
import { type DryRun, type Tried, tried, WhatItDoes } from '../parts/dry-run.tsx';
import { Field } from '../parts/field.tsx';
import { Form } from '../parts/form.tsx';
import { Notice } from '../parts/show.tsx';
import type { FieldSpec } from '../schema-fields.ts';
import { AT } from '../where.ts';

export type Invoice = Schemas['Invoice'];
export type Choice = {
  readonly field: FieldSpec;
  readonly label?: string;
  readonly hint?: string;
  readonly words?: Readonly<Record<string, string>>;
  /** What stands in it at first. */
  readonly value?: string;
};
/** What stands in the address of the page, by the names of the choices. */
export type Chosen = (name: string) => string;

type Spec = {
  readonly name: string;
  /** Below the invoice: `credit-note/`. */
  readonly path: `/app/invoices/{id}/${string}/`;
  readonly summary: string;
  readonly title: string;
  /** What it is for, in a sentence or two. */
  readonly about: string;
  /** What has to be chosen before it is known what it does; in the address, so that it can be looked at, gone back to and sent around. */
  readonly choices?: (visit: Visit, invoice: Invoice) => readonly Choice[];
  /** What the API is asked to try; null where something has to be chosen first. */
  readonly tries: (chosen: Chosen, invoice: Invoice) => object | null;
  /** Said where nothing is chosen yet. */
  readonly waits?: string;
  /** What else is written down with it. */
  readonly words?: (visit: Visit) => readonly Choice[];
  readonly submit: (visit: Visit, dryRun: DryRun, invoice: Invoice) => string;
  readonly danger?: boolean;
  readonly more?: (visit: Visit, invoice: Invoice) => Child;
  readonly act: (visit: Visit, sent: Sent) => Promise<Done>;
};

/** A command about the money of an invoice: what it would do stands above the button that does it, tried by what decides it. */
export function invoiceCommand(spec: Spec): Page {
  const { name, path, summary, title, about } = spec;
  return definePage({
    name,
    path,
    roles: ANYONE_OF.admin,
    summary,
    async show(visit) {
      const { backend, id } = visit;
      const { data: invoice } = await backend.get('billing/invoices/{id}/', { path: { id } });
      const choices = spec.choices?.(visit, invoice) ?? [];
      const chosen: Chosen = (key) =>
        (visit.search.get(key) ?? choices.find(({ field }) => field.name === key)?.value ?? '').trim();
      const asked = spec.tries(chosen, invoice);
      const outcome = asked === null ? null : await tried(tryIt(visit, asked));
      return {
        title,
        crumbs: [
          { label: 'Money', href: AT.invoices },
          { label: invoice.number ?? `Draft ${id}`, href: AT.invoice(id) },
        ],
        body: (
          <div class="stack command" id="command">
            <p class="about">{about}</p>
            {spec.more?.(visit, invoice)}
            {choices.length > 0 && <Choices visit={visit} choices={choices} chosen={chosen} outcome={outcome} />}
            <Outcome visit={visit} spec={spec} invoice={invoice} choices={choices} chosen={chosen} outcome={outcome} />
          </div>
        ),
      };
    },
    forms: { do: (visit, sent) => spec.act(visit, sent) },
  });
}

type TriedIt = Tried<DryRun> | null;
/** The API judges what was typed. */
type Asked = Options<Operations<'post'>['billing/invoices/{id}/dry-run/']>['body'];
const tryIt = ({ backend, id }: Visit, body: object) =>
  backend.post('billing/invoices/{id}/dry-run/', { path: { id }, body: body as Asked });

type ChoicesProps = {
  readonly visit: Visit;
  readonly choices: readonly Choice[];
  readonly chosen: Chosen;
  readonly outcome: TriedIt;
};
/** Sent by GET: what is chosen is the page’s address. Where there is script it follows while it is filled in. */
const Choices = ({ visit, choices, chosen, outcome }: ChoicesProps) => {
  const path = visit.address.split('?')[0] ?? '';
  const state = chosenState(visit, choices, chosen, outcome);
  return (
    <form
      class="form card"
      method="get"
      action={path}
      novalidate
      hx-get={path}
      hx-target="#command"
      hx-select="#command"
      hx-swap="outerHTML"
      hx-push-url="true"
      hx-trigger="change, submit"
    >
      {choices.map((choice) => (
        <Field form={state} say={visit.say} {...fieldProps(choice, chosen)} />
      ))}
      <div class="form-end">
        <button type="submit">Show what it does</button>
      </div>
    </form>
  );
};
const fieldProps = ({ field, label, hint, words }: Choice, chosen: Chosen) => ({
  field,
  value: chosen(field.name) === '' ? [] : [chosen(field.name)],
  ...(label === undefined ? {} : { label }),
  ...(hint === undefined ? {} : { hint }),
  ...(words === undefined ? {} : { words }),
});
function chosenState(visit: Visit, choices: readonly Choice[], chosen: Chosen, outcome: TriedIt): FormState {
  const fields = new Set(choices.map(({ field }) => field.name));
  const { errors } = outcome?.ok === false ? placed(outcome.problem, fields) : { errors: new Map<string, string>() };
  const typed = new Map([...fields].map((key) => [key, [chosen(key)]] as const));
  return { ...visit.form('choose'), typed, errors };
}

type OutcomeProps = ChoicesProps & { readonly spec: Spec; readonly invoice: Invoice };
/** What it does and the button that does it, or why it cannot be done. */
const Outcome = ({ visit, spec, invoice, choices, chosen, outcome }: OutcomeProps) => {
  if (outcome === null) return <p class="quiet">{spec.waits ?? ''}</p>;
  if (!outcome.ok)
    return (
      <Notice tone="bad">
        <strong>This cannot be done as things stand.</strong>
        <p>{outcome.problem.message}</p>
        <p>
          <a href={AT.invoice(invoice.id)}>Back to the invoice</a>
        </p>
      </Notice>
    );
  const form = visit.form('do');
  return (
    <section class="card confirm" aria-labelledby="what">
      <h2 id="what">What this does</h2>
      <WhatItDoes visit={visit} dryRun={outcome.found} />
      <Form
        of={form}
        say={visit.say}
        submit={spec.submit(visit, outcome.found, invoice)}
        danger={spec.danger ?? false}
        etag={outcome.etag}
        back={{ href: AT.invoice(invoice.id), label: 'Leave it as it is' }}
      >
        {choices
          .filter(({ field }) => chosen(field.name) !== '')
          .map(({ field }) => (
            <input type="hidden" name={field.name} value={chosen(field.name)} />
          ))}
        {(spec.words?.(visit) ?? []).map((choice) => (
          <Field form={form} say={visit.say} {...fieldProps(choice, () => choice.value ?? '')} />
        ))}
      </Form>
    </section>
  );
};
