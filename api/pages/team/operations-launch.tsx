import { definePage, type Visit } from '../page.ts';
import { Field } from '../parts/field.tsx';
import { Form } from '../parts/form.tsx';
import { Badge, Card, Notice } from '../parts/show.tsx';
import { fieldsOf } from '../schema-fields.ts';
import { pageFor } from '../where.ts';
import { once } from './once.ts';
import { OPS_AT, opsTab } from './operations-head.tsx';

const SAY = 'ops/launch/steps/';
const AT = `${OPS_AT}launch/`;
type Step = Awaited<ReturnType<typeof checked>>['steps'][number];
const checked = async ({ backend, search }: Visit) => {
  const beta = Number(search.get('beta_clients') ?? '6');
  const query = Number.isInteger(beta) && beta >= 1 && beta <= 1000 ? { beta_clients: beta } : {};
  return (await backend.get('ops/launch/', { query })).data;
};

/** Where an operator goes who wants to see it: a page of ours, else the step's own place. */
const PLACES: readonly (readonly [RegExp, string])[] = [
  [/^ops\/flags\//, `${OPS_AT}flags/`],
  [/^ops\/announcements\/(\d+)\//, `${OPS_AT}announcements/$1/`],
  [/^services\/subscriptions\/\?/, '/app/clients/'],
];
function placeOf(href: string | null): string | null {
  if (href === null || /^https?:/.test(href)) return href;
  const place = PLACES.find(([api]) => api.test(href));
  return place ? href.replace(new RegExp(`${place[0].source}.*`), place[1]) : pageFor(`/api/v1/${href}`);
}

/** The walk to the launch: what is done, what shows it, and what comes next. Stays while nothing is launched yet. */
export const launchPage = definePage({
  name: 'launch',
  path: '/app/operations/launch/',
  roles: ['admin'],
  flagged: false,
  summary: 'The launch step by step, with what shows each step',
  async show(visit) {
    const check = await checked(visit);
    const done = check.steps.filter((step) => step.done).length;
    const form = visit.form('say');
    return opsTab(
      'launch/',
      <div class="stack">
        <Notice tone={check.done ? 'good' : 'plain'}>
          {check.done
            ? 'Everything is done.'
            : `${done} of ${check.steps.length} steps are done. Next: ${titleOf(check.steps, check.next_step)}.`}
        </Notice>
        <Card title="The sequence">
          <ol class="plain-list stack">
            {check.steps.map((step) => (
              <li>
                <strong>{step.title}</strong>{' '}
                <Badge
                  status={step.done ? 'done' : step.step === check.next_step ? 'next' : 'open'}
                  tone={step.done ? 'good' : step.step === check.next_step ? 'accent' : 'plain'}
                />
                <p class="quiet small">{step.why}</p>
                {step.evidence.slice(0, 3).map((shown) => (
                  <Evidence visit={visit} shown={shown} />
                ))}
              </li>
            ))}
          </ol>
        </Card>
        <Card title="Say what happens elsewhere">
          <p class="quiet small">
            Of staging, where that is another installation, and of the plugin’s submission. The rest is seen by itself.
          </p>
          <Form of={form} say={visit.say} submit="Say it">
            {fieldsOf(visit.schema('post', SAY)).map((field) => (
              <Field
                form={form}
                field={field}
                say={visit.say}
                words={{
                  flag_staging: 'Managed services are on in staging',
                  plugin_submitted: 'The plugin is submitted',
                }}
                {...(field.name === '/done' ? { value: ['on'], hint: 'Not ticked, it takes back what was said.' } : {})}
              />
            ))}
          </Form>
        </Card>
      </div>,
    );
  },
  forms: {
    async say({ backend, schema }, sent) {
      const body = sent.body(schema('post', SAY)) as Parameters<typeof backend.post<typeof SAY>>[1]['body'];
      await backend.post(SAY, { body, ...once(sent) });
      return { to: AT, notice: body.done === false ? 'It is taken back.' : 'It is on record.' };
    },
  },
});

const titleOf = (steps: readonly Step[], name: string | null): string =>
  (steps.find(({ step }) => step === name)?.title ?? '').toLowerCase();

const Evidence = ({ visit, shown }: { readonly visit: Visit; readonly shown: Step['evidence'][number] }) => {
  const place = placeOf(shown.href);
  return (
    <p class="small">
      {place === null ? 'Shown' : <a href={place}>See it</a>} by event <code>{shown.event_id}</code> in{' '}
      <code>{shown.stream}</code>, {visit.moment(shown.at)}
    </p>
  );
};
