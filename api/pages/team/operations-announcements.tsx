import type { Schemas } from '#client/index';
import { LANGUAGES, type Language } from '#domain/kernel/language';
import { PLANS } from '#domain/plans/plan';
import { type ListSpec, listCsv, listed } from '../list.tsx';
import { definePage, type Page, type Visit } from '../page.ts';
import { Field } from '../parts/field.tsx';
import { Tiles } from '../parts/figures.tsx';
import { Form } from '../parts/form.tsx';
import { Badge, Card, Confirm, Facts, Notice, Progress } from '../parts/show.tsx';
import type { FieldSpec } from '../schema-fields.ts';
import { once } from './once.ts';
import { OPS_AT, opsCrumb, opsTab } from './operations-head.tsx';

type Announcement = Schemas['Announcement'];
const AT = `${OPS_AT}announcements/`;
const at = (id: number) => `${AT}${id}/`;
const crumbs = [opsCrumb, { label: 'Announcements', href: AT }];
const NAMES: Readonly<Record<Language, string>> = {
  en: 'English',
  de: 'German',
  fr: 'French',
  es: 'Spanish',
  pt: 'Portuguese',
  it: 'Italian',
  nl: 'Dutch',
  pl: 'Polish',
  ar: 'Arabic',
  ja: 'Japanese',
};
const written = ({ texts }: Announcement): readonly Language[] => LANGUAGES.filter((each) => texts[each] !== undefined);
const subjectOf = (of: Announcement): string => {
  const [first] = written(of);
  return (first === undefined ? undefined : of.texts[first]?.subject) ?? `Announcement ${of.id}`;
};

const spec = (visit: Visit): ListSpec<Announcement> => ({
  name: 'announcements',
  caption: 'Announcements',
  ordering: '-id',
  columns: [
    {
      key: 'subject',
      label: 'Subject',
      value: subjectOf,
      cell: (each) => <a href={at(each.id)}>{subjectOf(each)}</a>,
    },
    { key: 'status', label: 'Status', value: ({ status }) => status, cell: ({ status }) => <Badge status={status} /> },
    {
      key: 'languages',
      label: 'In',
      value: (each) => written(each).join(' '),
      cell: (each) => written(each).join(', '),
    },
    {
      key: 'accepted',
      label: 'Handed over',
      figure: true,
      value: ({ outcomes }) => outcomes.accepted ?? 0,
      cell: ({ outcomes, addressed }) => `${outcomes.accepted ?? 0} of ${addressed}`,
    },
    {
      key: 'created',
      label: 'Drafted',
      figure: true,
      sort: 'created_at',
      value: ({ created_at }) => created_at,
      cell: ({ created_at }) => visit.moment(created_at),
    },
  ],
  fetch: (query) => visit.backend.list('ops/announcements/', query),
  empty: {
    title: 'Nobody was told of anything yet',
    text: 'An announcement goes to existing users by mail, once each, in the language that they read.',
    next: { href: `${AT}new/`, label: 'Write one' },
  },
});

const listPage = definePage({
  name: 'announcements',
  path: '/app/operations/announcements/',
  roles: ['admin'],
  flagged: false,
  summary: 'Announcements to existing users and how far each has got',
  show: async (visit) =>
    opsTab(
      'announcements/',
      <div class="stack">
        <p>
          <a class="button main" href={`${AT}new/`}>
            Write an announcement
          </a>
        </p>
        {await listed(visit, spec(visit))}
      </div>,
    ),
  csv: (visit) => listCsv(visit, spec(visit)),
});

const PLANS_FIELD: FieldSpec = {
  name: '/plans',
  label: 'Plans',
  kind: 'choices',
  choices: PLANS,
  required: false,
  nullable: false,
};
const ONLY: FieldSpec = {
  name: '/written_languages_only',
  label: 'Leave out whoever reads a language without a text',
  kind: 'switch',
  required: false,
  nullable: false,
};
const WHITE: FieldSpec = {
  name: '/white_label',
  label: 'Clients of agencies under their own brand',
  kind: 'choice',
  choices: ['leave_out', 'in_agency_name'],
  required: true,
  nullable: false,
};
const WHITE_WORDS = { leave_out: 'Are left out', in_agency_name: 'Are written to in the agency’s name' };
const textFields = (language: Language): readonly FieldSpec[] => {
  const of = { required: false, nullable: false } as const;
  return [
    { ...of, name: `/texts/${language}/subject`, label: `Subject in ${NAMES[language]}`, kind: 'text', maxLength: 120 },
    { ...of, name: `/texts/${language}/text`, label: `Text in ${NAMES[language]}`, kind: 'long', maxLength: 5000 },
  ];
};

const newPage = definePage({
  name: 'announcementNew',
  path: '/app/operations/announcements/new/',
  roles: ['admin'],
  flagged: false,
  summary: 'Write an announcement in each language that users read',
  async show(visit) {
    const form = visit.form('draft');
    const { say } = visit;
    return {
      title: 'New announcement',
      crumbs,
      body: (
        <section class="card">
          <p class="quiet small">
            Nobody is written to before you have looked at it and started it. Paragraphs are parted by an empty line.
          </p>
          <Form of={form} say={say} submit="Draft it and look at it" back={{ href: AT, label: say('form.back') }}>
            {LANGUAGES.map((language) => (
              <fieldset class="field">
                <legend>{NAMES[language]}</legend>
                {textFields(language).map((field) => (
                  <Field form={form} field={field} say={say} saysOptional={false} />
                ))}
              </fieldset>
            ))}
            <Field form={form} field={PLANS_FIELD} say={say} hint="None ticked: users of accounts on any plan." />
            <Field form={form} field={ONLY} say={say} hint="Else all ten texts are needed before it starts." />
            <Field
              form={form}
              field={WHITE}
              say={say}
              words={WHITE_WORDS}
              value={['leave_out']}
              hint="What goes out in an agency’s name must not name the house."
            />
          </Form>
        </section>
      ),
    };
  },
  forms: {
    async draft({ backend }, sent) {
      const texts = Object.fromEntries(
        LANGUAGES.flatMap((language) => {
          const [subject, text] = textFields(language).map(({ name }) => sent.text(name));
          return subject === '' && text === '' ? [] : [[language, { subject: subject ?? '', text: text ?? '' }]];
        }),
      );
      const plans = PLANS.filter((plan) => sent.all('/plans').includes(plan));
      const audience = {
        plans: plans.length === 0 ? null : plans,
        written_languages_only: sent.text('/written_languages_only') === 'on',
        white_label:
          sent.text('/white_label') === 'in_agency_name' ? ('in_agency_name' as const) : ('leave_out' as const),
      };
      const made = await backend.post('ops/announcements/', { body: { texts, audience }, idempotencyKey: sent.key });
      return { to: at(made.data.id), notice: 'It is drafted. Nobody has been written to.' };
    },
  },
});

const found = async ({ backend, id }: Visit) => backend.get('ops/announcements/{id}/', { path: { id } });
const OUTCOMES = [
  ['accepted', 'Handed over'],
  ['unsubscribed', 'Want none'],
  ['other_language', 'Read another language'],
  ['failed', 'Refused'],
  ['unknown', 'Unknown'],
  ['stopped', 'Stopped before'],
] as const;

const onePage = definePage({
  name: 'announcement',
  path: '/app/operations/announcements/{id}/',
  roles: ['admin'],
  flagged: false,
  summary: 'One announcement: as its readers get it, and how far it has got',
  async show(visit) {
    const { data: of } = await found(visit);
    const previews = await Promise.all(
      written(of).map(async (language) => {
        const asked = { path: { id: of.id }, query: { language } };
        return (await visit.backend.get('ops/announcements/{id}/preview/', asked)).data;
      }),
    );
    const { audience, status } = of;
    return {
      title: subjectOf(of),
      crumbs,
      actions: (
        <>
          {status === 'draft' && (
            <a class="button main" href={`${at(of.id)}start/`}>
              Send it
            </a>
          )}
          {(status === 'draft' || status === 'sending') && (
            <a class="button" href={`${at(of.id)}stop/`}>
              Stop it
            </a>
          )}
        </>
      ),
      body: (
        <div class="stack">
          <Card title="How far it is">
            <Facts
              facts={[
                ['Status', <Badge status={status} />],
                ['Plans', audience.plans === null ? 'any' : audience.plans.join(', ')],
                ['Clients under an agency’s brand', WHITE_WORDS[audience.white_label].toLowerCase()],
                ['Started', of.started_at === null ? 'not yet' : visit.moment(of.started_at)],
                ['Finished', of.finished_at === null ? 'not yet' : visit.moment(of.finished_at)],
                ...(of.stopped_reason === null ? [] : [['Why it was stopped', of.stopped_reason] as const]),
              ]}
            />
            {status !== 'draft' && (
              <>
                <Progress value={of.settled} of={of.addressed} label="Copies seen to" />
                <Tiles
                  figures={OUTCOMES.map(([key, label]) => ({
                    id: key,
                    label,
                    value: visit.formats.number(of.outcomes[key] ?? 0, 'count'),
                  }))}
                />
              </>
            )}
          </Card>
          {previews.map(({ language, subject, text }) => (
            <Card title={NAMES[language]}>
              <div lang={language} dir={language === 'ar' ? 'rtl' : undefined}>
                <strong>{subject}</strong>
                {text
                  .split('\n\n')
                  .filter((each) => each.trim() !== '')
                  .map((each) => (
                    <p>{each}</p>
                  ))}
              </div>
            </Card>
          ))}
        </div>
      ),
    };
  },
});

const startPage = definePage({
  name: 'announcementStart',
  path: '/app/operations/announcements/{id}/start/',
  roles: ['admin'],
  flagged: false,
  summary: 'Send an announcement',
  async show(visit) {
    const { data: of, etag } = await found(visit);
    return {
      title: `Send: ${subjectOf(of)}`,
      crumbs: [...crumbs, { label: subjectOf(of), href: at(of.id) }],
      body:
        of.status === 'draft' ? (
          <Confirm says="Write to every user of its audience, once each? What has been handed over cannot be called back.">
            <Form
              of={visit.form('start')}
              say={visit.say}
              submit="Send it"
              etag={etag}
              back={{ href: at(of.id), label: 'Not yet' }}
            />
          </Confirm>
        ) : (
          <Notice tone="warn">{`It is ${of.status} already.`}</Notice>
        ),
    };
  },
  forms: {
    async start({ backend, id }, sent) {
      await backend.post('ops/announcements/{id}/start/', { path: { id }, ...once(sent) });
      return { to: at(id), notice: 'It goes out.' };
    },
  },
});

const REASON: FieldSpec = {
  name: '/reason',
  label: 'Why',
  kind: 'text',
  required: true,
  nullable: false,
  maxLength: 500,
};
const stopPage = definePage({
  name: 'announcementStop',
  path: '/app/operations/announcements/{id}/stop/',
  roles: ['admin'],
  flagged: false,
  summary: 'Stop an announcement for good',
  async show(visit) {
    const { data: of, etag } = await found(visit);
    const form = visit.form('stop');
    return {
      title: `Stop: ${subjectOf(of)}`,
      crumbs: [...crumbs, { label: subjectOf(of), href: at(of.id) }],
      body: (
        <Confirm says="Stop it for good? Whoever has it keeps it; nobody else is written to, and it cannot be started again.">
          <Form
            of={form}
            say={visit.say}
            submit="Stop it"
            danger
            etag={etag}
            back={{ href: at(of.id), label: 'Leave it as it is' }}
          >
            <Field form={form} field={REASON} say={visit.say} />
          </Form>
        </Confirm>
      ),
    };
  },
  forms: {
    async stop({ backend, id }, sent) {
      const body = { reason: sent.text('/reason') };
      await backend.post('ops/announcements/{id}/stop/', { path: { id }, body, ...once(sent) });
      return { to: at(id), notice: 'It is stopped.' };
    },
  },
});

export const announcementPages: readonly Page[] = [listPage, newPage, onePage, startPage, stopPage];
