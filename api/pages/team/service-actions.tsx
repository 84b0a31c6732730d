import type { FC } from 'hono/jsx';
import { Problem } from '#api/http/problem';
import { ANYONE_OF } from '#api/http/routes';
import type { Schemas } from '#client/types';
import { type Month, nextMonth } from '#domain/kernel/time';
import { definePage, type Page, type Visit } from '../page.ts';
import { Field } from '../parts/field.tsx';
import { Form } from '../parts/form.tsx';
import { NextInvoice, nextInvoiceOf } from '../parts/next-invoice.tsx';
import { Card, Confirm, Notice } from '../parts/show.tsx';
import { fieldsOf, typedValue } from '../schema-fields.ts';
import { AT } from '../where.ts';
import { PreviewTable } from './preview.tsx';
import { crumbsOf, type Service, serviceOf, tierName } from './service-head.tsx';

type Comparison = Schemas['InvoiceComparison'];
type Change = {
  readonly action?: 'pause' | 'resume' | 'cancel';
  readonly tier?: 'lite' | 'pro';
  readonly monthly_price?: string;
  readonly override_reason?: string;
};

/** The running month and the one after it, before and after; or why the change would be refused. */
async function compared({ backend, id }: Visit, change: Change): Promise<readonly Comparison[] | Problem> {
  const ask = (month?: string) =>
    backend.post('services/subscriptions/{id}/invoice-preview/', {
      path: { id },
      body: { ...change, ...(month === undefined ? {} : { month }) },
    });
  try {
    const now = (await ask()).data;
    return [now, (await ask(nextMonth(now.before.period_start.slice(0, 7) as Month))).data];
  } catch (error) {
    if (error instanceof Problem && [403, 409, 422].includes(error.status)) return error;
    throw error;
  }
}

const Compare: FC<{ readonly visit: Visit; readonly months: readonly Comparison[] }> = ({ visit, months }) => (
  <div class="stack">
    {months.map(({ before, after }) => (
      <div class="compare">
        <Card title={`${visit.formats.month(before.period_start.slice(0, 7))}, as it is`}>
          <PreviewTable visit={visit} preview={before} id={`before-${before.period_start.slice(0, 7)}`} />
        </Card>
        <Card title={`${visit.formats.month(after.period_start.slice(0, 7))}, afterwards`}>
          <PreviewTable visit={visit} preview={after} id={`after-${after.period_start.slice(0, 7)}`} />
        </Card>
      </div>
    ))}
  </div>
);

type Action = 'pause' | 'resume' | 'cancel';
type Words = {
  readonly title: string;
  readonly button: string;
  readonly danger?: true;
  readonly asksWhy: boolean;
  readonly says: (service: Service, billed: string, days: string) => string;
  readonly done: (service: Service) => string;
};
const nameOf = ({ subscription, domain }: Service): string => `${tierName(subscription.tier)} for ${domain}`;
const ACTIONS: { readonly [A in Action]: Words } = {
  pause: {
    title: 'Pause',
    button: 'Pause the service',
    asksWhy: true,
    says: (service, billed, days) =>
      `Pause ${nameOf(service)}? Nothing is delivered and wholly paused days are not billed until it is resumed. ${days}: ${billed}.`,
    done: (service) => `${nameOf(service)} is paused.`,
  },
  resume: {
    title: 'Resume',
    button: 'Resume the service',
    asksWhy: false,
    says: (service, billed, days) => `Resume ${nameOf(service)}? Delivery and billing go on today. ${days}: ${billed}.`,
    done: (service) => `${nameOf(service)} goes on.`,
  },
  cancel: {
    title: 'Cancel',
    button: 'Cancel it for good',
    danger: true,
    asksWhy: true,
    says: (service, billed, days) =>
      `Cancel ${nameOf(service)}? It ends today and does not come back; the site can be served anew later. ${days}: ${billed}.`,
    done: (service) => `${nameOf(service)} is cancelled. Its last invoice follows with the end of the month.`,
  },
};
/** `June is billed for 17 of 30 days`. */
function daysBilled(visit: Visit, { after }: Comparison): string {
  const month = visit.formats.month(after.period_start.slice(0, 7)).replace(/ \d{4}$/, '');
  const days = after.lines.reduce((sum, { inputs }) => sum + inputs.billable_days, 0);
  const all = after.lines[0]?.inputs.days_in_month ?? Number(after.period_end.slice(8, 10));
  return `${month} is billed for ${days} of ${all} days`;
}

const actionPage = (action: Action): Page => {
  const { title, button, danger, asksWhy, says, done } = ACTIONS[action];
  return definePage({
    name: `service${title}`,
    path: `/app/services/{id}/${action}/`,
    roles: ANYONE_OF.staff,
    summary: `${title} a managed service, with what it comes to before and after`,
    async show(visit) {
      const service = await serviceOf(visit);
      const [months, next] = await Promise.all([
        compared(visit, { action }),
        nextInvoiceOf(visit, visit.id, { action }),
      ]);
      const form = visit.form(action);
      const back = { href: AT.service(visit.id), label: 'Leave it as it is' };
      const path = `services/subscriptions/{id}/${action}/` as const;
      const fields = asksWhy ? fieldsOf(visit.schema('post', path)) : [];
      const first = months instanceof Problem ? undefined : months[0];
      return {
        title: `${title} ${service.domain}`,
        crumbs: crumbsOf(service, true),
        body: (
          <div class="stack">
            {months instanceof Problem || !first ? (
              <Notice tone="warn">
                {months instanceof Problem ? months.message : ''} <a href={back.href}>Back to the service</a>
              </Notice>
            ) : (
              <Confirm says={says(service, visit.formats.number(first.after.total, 'usd'), daysBilled(visit, first))}>
                <Form
                  of={form}
                  say={visit.say}
                  submit={button}
                  danger={danger ?? false}
                  back={back}
                  etag={service.etag}
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
            )}
            {next !== null && <NextInvoice visit={visit} change={next} />}
            {!(months instanceof Problem) && <Compare visit={visit} months={months} />}
          </div>
        ),
      };
    },
    forms: {
      async [action](visit, sent) {
        const service = await serviceOf(visit);
        const reason = sent.text('/reason');
        await visit.backend.post(`services/subscriptions/{id}/${action}/`, {
          path: { id: visit.id },
          body: reason === '' ? {} : { reason },
          idempotencyKey: sent.key,
          ...(sent.etag === undefined ? {} : { ifMatch: sent.etag }),
        });
        return { to: AT.service(visit.id), notice: done(service) };
      },
    },
  });
};

const TERMS = ['/tier', '/monthly_price', '/override_reason'];
/** Another tier or price: first what it would come to, then the change itself, which is what was looked at. */
const termsPage = definePage({
  name: 'serviceTerms',
  path: '/app/services/{id}/terms/',
  roles: ANYONE_OF.staff,
  summary: 'Tier and price of a managed service, with what they come to before and after',
  async show(visit) {
    const service = await serviceOf(visit);
    const { search, say, id } = visit;
    const schema = visit.schema('patch', 'services/subscriptions/{id}/');
    const wanted = termsIn(search);
    const asked = Object.keys(wanted).length > 0;
    const months = asked ? await compared(visit, wanted) : null;
    const next = asked ? await nextInvoiceOf(visit, id, wanted) : null;
    const form = visit.form('terms');
    const problem = months instanceof Problem ? months : null;
    const looked = {
      ...form,
      errors: new Map(problem?.extras.errors?.map(({ pointer, message }) => [pointer, message])),
    };
    return {
      title: `Tier and price for ${service.domain}`,
      crumbs: crumbsOf(service, true),
      body: (
        <div class="stack">
          <section class="card">
            <form method="get" action={`${AT.service(id)}terms/`} class="form" novalidate>
              {problem !== null && (problem.extras.errors ?? []).length === 0 && (
                <Notice tone="bad">{problem.message}</Notice>
              )}
              {fieldsOf(schema, TERMS).map((field) => (
                <Field
                  form={looked}
                  field={field}
                  say={say}
                  words={{ lite: 'Managed Lite', pro: 'Managed Pro' }}
                  value={asked ? search.getAll(field.name) : typedValue(service.subscription, field.name)}
                  {...(field.name === '/override_reason'
                    ? { hint: 'Where the price is not the list price: what was agreed, and with whom.' }
                    : {})}
                />
              ))}
              <div class="form-end">
                <button type="submit" class={asked && !problem ? undefined : 'main'}>
                  Show what it comes to
                </button>
                <a class="button" href={AT.service(id)}>
                  Leave it as it is
                </a>
              </div>
            </form>
          </section>
          {months !== null && !(months instanceof Problem) && (
            <>
              {next !== null && <NextInvoice visit={visit} change={next} />}
              <Compare visit={visit} months={months} />
              <Confirm says={`Change ${nameOf(service)} as shown? It holds from today on.`}>
                <Form
                  of={form}
                  say={say}
                  submit="Change it"
                  etag={service.etag}
                  back={{ href: AT.service(id), label: say('form.back') }}
                >
                  {Object.entries(wanted).map(([name, value]) => (
                    <input type="hidden" name={`/${name}`} value={value} />
                  ))}
                </Form>
              </Confirm>
            </>
          )}
        </div>
      ),
    };
  },
  forms: {
    async terms(visit, sent) {
      const service = await serviceOf(visit);
      const body = sent.body(visit.schema('patch', 'services/subscriptions/{id}/'), TERMS);
      await visit.backend.patch('services/subscriptions/{id}/', {
        path: { id: visit.id },
        body,
        idempotencyKey: sent.key,
        ...(sent.etag === undefined ? {} : { ifMatch: sent.etag }),
      });
      return { to: AT.service(visit.id), notice: `The new terms of ${nameOf(service)} hold from today on.` };
    },
  },
});

function termsIn(search: URLSearchParams): Change {
  const value = (name: string): string => search.get(`/${name}`)?.trim() ?? '';
  const tier = value('tier');
  return {
    ...(tier === 'lite' || tier === 'pro' ? { tier } : {}),
    ...(value('monthly_price') === '' ? {} : { monthly_price: value('monthly_price') }),
    ...(value('override_reason') === '' ? {} : { override_reason: value('override_reason') }),
  };
}

export const serviceActions: readonly Page[] = [
  actionPage('pause'),
  actionPage('resume'),
  actionPage('cancel'),
  termsPage,
];
