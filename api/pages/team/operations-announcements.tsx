import { type ListSpec, listCsv, listed } from '../list.tsx';
import { definePage, type Page, type Visit } from '../page.ts';
import { Field } from '../parts/field.tsx';
import { Tiles } from '../parts/figures.tsx';
import { Form } from '../parts/form.tsx';
import { Badge, Card, Confirm, Facts, Notice, Progress } from '../parts/show.tsx';
import type { FieldSpec } from '../schema-fields.ts';
import {
  ANNOUNCEMENTS_AT,
  type Announcement,
  announcementAt,
  announcementCrumbs,
  LANGUAGE_NAMES,
  WHITE_LABEL_WORDS,
  written,
} from './announcement-head.ts';
import { newAnnouncementPage } from './announcement-new.tsx';
import { once } from './once.ts';
import { opsTab } from './operations-head.tsx';

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
      cell: (each) => <a href={announcementAt(each.id)}>{subjectOf(each)}</a>,
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
    next: { href: `${ANNOUNCEMENTS_AT}new/`, label: 'Write one' },
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
          <a class="button main" href={`${ANNOUNCEMENTS_AT}new/`}>
            Write an announcement
          </a>
        </p>
        {await listed(visit, spec(visit))}
      </div>,
    ),
  csv: (visit) => listCsv(visit, spec(visit)),
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
      crumbs: announcementCrumbs,
      actions: (
        <>
          {status === 'draft' && (
            <a class="button main" href={`${announcementAt(of.id)}start/`}>
              Send it
            </a>
          )}
          {(status === 'draft' || status === 'sending') && (
            <a class="button" href={`${announcementAt(of.id)}stop/`}>
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
                ['Clients under an agency’s brand', WHITE_LABEL_WORDS[audience.white_label].toLowerCase()],
                ['Started', of.started_at === null ? 'not yet' : visit.moment(of.started_at)],
                ['Finished', of.finished_at === null ? 'not yet' : visit.moment(of.finished_at)],
                ...(of.stopped_reason === null ? [] : [['Why it was stopped', of.stopped_reason] as const]),
              ]}
            />
            {status !== 'draft' && (
              <div class="stack">
                <Progress value={of.settled} of={of.addressed} label="Copies seen to" />
                <Tiles
                  figures={OUTCOMES.map(([key, label]) => ({
                    id: key,
                    label,
                    value: visit.formats.number(of.outcomes[key] ?? 0, 'count'),
                  }))}
                />
              </div>
            )}
          </Card>
          {previews.map(({ language, subject, text }) => (
            <Card title={LANGUAGE_NAMES[language]}>
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
      crumbs: [...announcementCrumbs, { label: subjectOf(of), href: announcementAt(of.id) }],
      body:
        of.status === 'draft' ? (
          <Confirm says="Write to every user of its audience, once each? What has been handed over cannot be called back.">
            <Form
              of={visit.form('start')}
              say={visit.say}
              submit="Send it"
              etag={etag}
              back={{ href: announcementAt(of.id), label: 'Not yet' }}
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
      return { to: announcementAt(id), notice: 'It goes out.' };
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
      crumbs: [...announcementCrumbs, { label: subjectOf(of), href: announcementAt(of.id) }],
      body: (
        <Confirm says="Stop it for good? Whoever has it keeps it; nobody else is written to, and it cannot be started again.">
          <Form
            of={form}
            say={visit.say}
            submit="Stop it"
            danger
            etag={etag}
            back={{ href: announcementAt(of.id), label: 'Leave it as it is' }}
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
      return { to: announcementAt(id), notice: 'It is stopped.' };
    },
  },
});

export const announcementPages: readonly Page[] = [listPage, newAnnouncementPage, onePage, startPage, stopPage];
