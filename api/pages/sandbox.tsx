import type { FC } from 'hono/jsx';
import { bad } from '#api/http/problem';
import { ANYONE_OF } from '#api/http/routes';
import type { Operations } from '#client/types';
import { definePage, type Page, type Visit } from './page.ts';
import { Field } from './parts/field.tsx';
import { Form } from './parts/form.tsx';
import { Card, Empty, Facts } from './parts/show.tsx';
import { type FieldSpec, fieldsOf } from './schema-fields.ts';
import { CLOCK_STEPS, SANDBOX_AT } from './where.ts';

/** What only a sandbox has: its clock, moved from the foot of every page. */
const clock = definePage({
  name: 'sandboxClock',
  path: SANDBOX_AT.clock,
  roles: ANYONE_OF.admin,
  summary: 'The clock of the sandbox',
  flagged: false,
  // Whatever comes due on the way is done before it answers.
  patient: true,
  async show({ backend, form, moment, say }) {
    const { data } = await backend.get('sandbox/clock/');
    const state = form('clock');
    return {
      title: 'Clock',
      body: (
        <div class="card stack">
          <Facts facts={[['It is', moment(data.now)]]} />
          <Form of={state} say={say} submit="Advance by a day">
            <input type="hidden" name="by" value="1d" />
          </Form>
        </div>
      ),
    };
  },
  forms: {
    async clock({ backend }, sent) {
      const by = sent.text('by');
      if (!CLOCK_STEPS.some((step) => step === by)) throw bad('/by', `must be one of ${CLOCK_STEPS.join(', ')}`);
      await backend.post('sandbox/clock/advance/', { body: { by }, idempotencyKey: sent.key });
      return { to: sent.text('back') || SANDBOX_AT.clock, movedTime: true };
    },
  },
});

const MOST_MAILS = 50;
type Mail = Awaited<ReturnType<typeof mailsOf>>[number];
const mailsOf = async ({ backend }: Visit) => (await backend.get('sandbox/mail/')).data.results;

/** What people would have got: links to sign in, reports, reminders. */
const mail = definePage({
  name: 'sandboxMail',
  path: SANDBOX_AT.mail,
  roles: ANYONE_OF.admin,
  summary: 'Mail that the sandbox would have sent, newest first',
  flagged: false,
  async show(visit) {
    const all = await mailsOf(visit);
    const to = visit.search.get('to')?.trim().toLowerCase() ?? '';
    const found = all.filter(({ to: each }) => each.some((one) => one.toLowerCase().includes(to))).reverse();
    const field: FieldSpec = { name: 'to', label: 'To', kind: 'text', required: false, nullable: false };
    return {
      title: 'Mail',
      body: (
        <div class="stack">
          <form method="get" action={SANDBOX_AT.mail} class="form">
            <Field form={visit.form('to')} field={field} say={visit.say} value={[to]} saysOptional={false} />
            <div class="form-end">
              <button type="submit">Show</button>
            </div>
          </form>
          {found.length === 0 ? (
            <div class="table-box">
              <Empty
                title="No mail"
                text="What would be sent stands here instead. Advance the clock: mails go out as it moves."
              />
            </div>
          ) : (
            found.slice(0, MOST_MAILS).map((each) => <OneMail visit={visit} mail={each} />)
          )}
        </div>
      ),
    };
  },
});

const OneMail: FC<{ readonly visit: Visit; readonly mail: Mail }> = ({ visit, mail: { to, subject, at, text } }) => (
  <Card title={subject}>
    <div class="stack-small">
      <p class="quiet small">{`To ${to.join(', ')} · ${visit.moment(at)}`}</p>
      <p class="mail-text">
        {text.split(/(https?:\/\/[^\s<>()]+)/).map((part, n) => (n % 2 === 1 ? <a href={part}>{part}</a> : part))}
      </p>
    </div>
  </Card>
);

const PAGES = 'sandbox/pages/';
const INDEX = 'sandbox/index/';
type Body<P extends typeof PAGES | typeof INDEX> = NonNullable<
  Operations<'post'>[P]['requestBody']
>['content']['application/json'];

/** The world outside as the sandbox has it: pages that live checks meet, and which of them the index knows. */
const web = definePage({
  name: 'sandboxWeb',
  path: SANDBOX_AT.web,
  roles: ANYONE_OF.admin,
  summary: 'Pages of other sites, and what the index knows of them, made up for the sandbox',
  flagged: false,
  async show(visit) {
    const { say, schema } = visit;
    const page = visit.form('page');
    const index = visit.form('index');
    const hints: Readonly<Record<string, string>> = {
      '/html': 'What stands there: a link, say, <a href="https://acorn.example/">Acorn</a>.',
      '/from': 'From when on; left empty it is now.',
      '/redirect_to': 'Where it leads instead.',
    };
    const field = (of: typeof page, spec: FieldSpec, value: readonly string[]) => (
      <Field
        form={of}
        field={spec.name === '/html' ? { ...spec, kind: 'long' } : spec}
        say={say}
        value={value}
        {...(hints[spec.name] === undefined ? {} : { hint: hints[spec.name] ?? '' })}
      />
    );
    const wanted = visit.search.get('url') ?? '';
    return {
      title: 'The web outside',
      body: (
        <div class="columns">
          <Card title="A page">
            <Form of={page} say={say} submit="Put it there">
              {fieldsOf(schema('post', PAGES)).map((spec) =>
                field(page, spec, spec.name === '/url' ? [wanted] : spec.name === '/status' ? ['200'] : []),
              )}
            </Form>
          </Card>
          <Card title="The index">
            <Form of={index} say={say} submit="Say so">
              {fieldsOf(schema('post', INDEX)).map((spec) =>
                field(index, spec, spec.name === '/url' ? [wanted] : spec.name === '/indexed' ? ['on'] : []),
              )}
            </Form>
          </Card>
        </div>
      ),
    };
  },
  forms: {
    async page({ backend, schema }, sent) {
      const body = sent.body(schema('post', PAGES));
      const { data } = await backend.post(PAGES, { body: body as Body<typeof PAGES>, idempotencyKey: sent.key });
      return { to: webAt(data.url), notice: `${data.url} is there.` };
    },
    async index({ backend, schema }, sent) {
      const body = sent.body(schema('post', INDEX));
      const { data } = await backend.post(INDEX, { body: body as Body<typeof INDEX>, idempotencyKey: sent.key });
      return { to: webAt(data.url), notice: 'Index checks find it so from then on.' };
    },
  },
});
const webAt = (url: string): string => `${SANDBOX_AT.web}?${new URLSearchParams({ url })}`;

export const sandboxPages: readonly Page[] = [clock, mail, web];
