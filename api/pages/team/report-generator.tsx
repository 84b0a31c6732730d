import type { FC } from 'hono/jsx';
import { Problem } from '#api/http/problem';
import { ANYONE_OF } from '#api/http/routes';
import type { Operations } from '#client/types';
import type { ReportData } from '#domain/reports/report-data';
import { LANGUAGES, type Language } from '#domain/services/service-config';
import { domainsOf } from '../names.ts';
import { definePage, type Visit } from '../page.ts';
import { Field } from '../parts/field.tsx';
import { Form } from '../parts/form.tsx';
import { Card, Confirm, Empty, Notice } from '../parts/show.tsx';
import { type FieldSpec, fieldsOf, fitted, type JsonSchema } from '../schema-fields.ts';
import { serviceChoices } from './choosing.tsx';
import { REPORTS_AT, reportAt } from './report-head.tsx';
import { ReportView, sectionName } from './report-view.tsx';
import { tierName } from './service-head.tsx';

const GENERATE = 'services/reports/generate/';
type Body = NonNullable<Operations<'post'>[typeof GENERATE]['requestBody']>['content']['application/json'];
const ASKED = ['/subscription_id', '/report_type', '/period_start', '/sections', '/language', '/theme', '/page_size'];
const HINTS: Readonly<Record<string, string>> = {
  '/period_start': 'The first day. The report of a period that still runs can be looked at, not made.',
  '/sections': 'None chosen: as the config has it.',
};
const REPORTED: ReadonlySet<string> = new Set(['active', 'paused', 'cancelled']);

const PREVIEW = 'services/reports/preview/';
/** What the API is to show a preview of, as the form says it. */
function queryOf(search: URLSearchParams): Record<string, string> {
  const named = [
    ['subscription_id', '/subscription_id'],
    ['type', '/report_type'],
    ['period_start', '/period_start'],
    ['language', '/language'],
    ['theme', '/theme'],
    ['page_size', '/page_size'],
  ] as const;
  return Object.fromEntries(
    named.flatMap(([name, field]) => {
      const value = search.get(field)?.trim() ?? '';
      return value === '' ? [] : [[name, value]];
    }),
  );
}
/** The same on paper; whoever has chosen no service yet is led to where one does. */
async function drawn({ backend, search }: Visit, format: 'png' | 'pdf') {
  const query = queryOf(search);
  if (query['subscription_id'] === undefined) return { to: `${REPORTS_AT}generate/` };
  return backend.download(PREVIEW, { query: { ...query, format } });
}
/** The report as it would be now, or why there is none. */
async function previewOf({ backend, search }: Visit): Promise<ReportData | Problem | null> {
  const query = queryOf(search);
  if (query['subscription_id'] === undefined) return null;
  try {
    const { data } = await backend.get(PREVIEW, { query });
    return chosenOf(data as ReportData, search.getAll('/sections'));
  } catch (error) {
    if (error instanceof Problem && error.status < 500) return error;
    throw error;
  }
}
/** Of the data the chosen sections alone; all of them where none is chosen. */
function chosenOf(data: ReportData, chosen: readonly string[]): ReportData {
  if (chosen.length === 0) return data;
  const sections = Object.fromEntries(Object.entries(data.sections).filter(([name]) => chosen.includes(name)));
  return { ...data, sections };
}

/** A report is asked for beside what it shows; of a period that is over it is made as it was looked at. */
export const reportGeneratorPage = definePage({
  name: 'reportGenerator',
  path: '/app/reports/generate/',
  roles: ANYONE_OF.staff,
  summary: 'Make a report, with what it would show beside the form',
  async show(visit) {
    const { backend, search } = visit;
    const { services: all, look } = await serviceChoices(visit);
    const services = all.filter(({ status }) => REPORTED.has(status));
    const domains = await domainsOf(
      backend,
      services.map(({ site_id }) => site_id),
    );
    const words = Object.fromEntries(
      services.map(({ id, site_id, tier }) => [id, `${domains(site_id)} (${tierName(tier)})`]),
    );
    const preview = await previewOf(visit);
    const language = LANGUAGES.find((each) => each === search.get('/language')) ?? 'en';
    return {
      title: 'Make a report',
      crumbs: [{ label: 'Reports', href: REPORTS_AT }],
      body:
        look ??
        (services.length === 0 ? (
          <section class="card">
            <Empty
              title="No service has a report yet"
              text="Reports are made of managed services that have begun."
              next={{ href: REPORTS_AT, label: 'All reports' }}
            />
          </section>
        ) : (
          <div class="beside">
            <Asked visit={visit} words={words} />
            <Shown visit={visit} preview={preview} language={language} />
          </div>
        )),
    };
  },
  downloads: {
    picture: (visit) => drawn(visit, 'png'),
    pdf: (visit) => drawn(visit, 'pdf'),
  },
  forms: {
    async generate({ backend, schema }, sent) {
      const body = bodyOf(schema('post', GENERATE), { all: sent.all, has: (name) => sent.all(name).length > 0 });
      const { data } = await backend.post(GENERATE, { body, idempotencyKey: sent.key });
      return { to: reportAt(data.id), notice: 'It is being made. It shows here when it can be read.' };
    },
  },
});

/** A page of paper, in the pixels of its picture’s place. */
const SIZES = { A4: [420, 594], Letter: [420, 544] } as const;
/** How its first page looks, in the theme and on the paper that are chosen; drawn while the rest is read. */
const Looks: FC<{ readonly visit: Visit }> = ({ visit: { search } }) => {
  const query = new URLSearchParams(search);
  const [width, height] = SIZES[search.get('/page_size') === 'Letter' ? 'Letter' : 'A4'];
  return (
    <Card title="How it looks" more={{ href: `${REPORTS_AT}generate/pdf/?${query}`, label: 'As a PDF' }}>
      <img
        class="sheet"
        src={`${REPORTS_AT}generate/picture/?${query}`}
        alt="The first page of the report, as it would be drawn"
        width={width}
        height={height}
      />
    </Card>
  );
};

type Typed = Parameters<typeof fitted>[1];
function bodyOf(schema: JsonSchema, typed: Typed): Body {
  const { sections, ...rest } = fitted(schema, typed, ASKED) as Body;
  return { ...rest, ...(sections === undefined || sections.length === 0 ? {} : { sections }) };
}

type AskedProps = {
  readonly visit: Visit;
  readonly words: Readonly<Record<string, string>>;
};
/** Sent by whoever reads on it shows the preview anew; where there is script, as it is filled in. */
const Asked: FC<AskedProps> = ({ visit, words }) => {
  const { search, say } = visit;
  const schema = visit.schema('post', GENERATE);
  const form = visit.form('generate');
  const service: FieldSpec = {
    name: '/subscription_id',
    label: 'Service',
    kind: 'choice',
    required: true,
    nullable: false,
    choices: Object.keys(words),
  };
  const at = `${REPORTS_AT}generate/`;
  const fields = (
    <>
      <Field form={form} field={service} say={say} words={words} value={search.getAll('/subscription_id')} />
      {fieldsOf(schema, ASKED.slice(1)).map((field) => (
        <Field
          form={form}
          field={field}
          say={say}
          saysOptional={false}
          words={
            field.name === '/sections'
              ? Object.fromEntries((field.choices ?? []).map((each) => [each, sectionName(each)]))
              : {}
          }
          value={search.has(field.name) ? search.getAll(field.name) : field.name === '/report_type' ? ['monthly'] : []}
          {...(HINTS[field.name] === undefined ? {} : { hint: HINTS[field.name] ?? '' })}
        />
      ))}
    </>
  );
  return (
    <div class="stack">
      <section class="card">
        <form
          method="get"
          action={at}
          class="form"
          novalidate
          hx-get={at}
          hx-target="#preview"
          hx-select="#preview"
          hx-swap="outerHTML"
          hx-push-url="true"
          hx-trigger="change"
          hx-indicator="#preview"
        >
          {fields}
          <div class="form-end">
            <button type="submit">Show it</button>
          </div>
        </form>
      </section>
    </div>
  );
};

type ShownProps = {
  readonly visit: Visit;
  readonly preview: ReportData | Problem | null;
  readonly language: Language;
};
const Shown: FC<ShownProps> = ({ visit, preview, language }) => (
  <div id="preview" class="stack list">
    {preview === null ? (
      <Card>
        <Empty title="What it would show" text="Choose a service: the report as it would be now stands here." />
      </Card>
    ) : preview instanceof Problem ? (
      <Notice tone="bad">
        {(preview.extras.errors ?? []).map(({ message }) => message).join(' · ') || preview.message}
      </Notice>
    ) : (
      <>
        {visit.search.get('/period_start') && (
          <Confirm says="Make this report? It is kept with what it shows then, and read before it goes out where the config says so.">
            <Form of={visit.form('generate')} say={visit.say} submit="Make this report">
              {[...visit.search].map(([name, value]) => (
                <input type="hidden" name={name} value={value} />
              ))}
            </Form>
          </Confirm>
        )}
        <Looks visit={visit} />
        <ReportView visit={visit} data={preview} language={language} />
      </>
    )}
  </div>
);
