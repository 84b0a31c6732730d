import type { Child } from 'hono/jsx';
import { ANYONE_OF } from '#api/http/routes';
import type { Operations } from '#client/types';
import { definePage, type Page, type Visit } from '../page.ts';
import { Field } from '../parts/field.tsx';
import { Form } from '../parts/form.tsx';
import { Confirm, Notice } from '../parts/show.tsx';
import { type FieldSpec, fieldsOf } from '../schema-fields.ts';
import { once } from './once.ts';
import { periodText, type ReportFound, reportAt, reportCrumbs, reportOf, reportTitle } from './report-head.tsx';
import { sectionName } from './report-view.tsx';
import { dayText } from './service-head.tsx';

const back = (id: number) => ({ href: reportAt(id), label: 'Leave it as it is' });
/** A page about one report that does one thing with it. */
const content = async (visit: Visit, title: string, look: (found: ReportFound) => Child) => {
  const found = await reportOf(visit);
  return {
    title: `${title}: ${reportTitle(visit, found)}`,
    crumbs: reportCrumbs(visit, found, true),
    body: look(found),
  };
};
const cannot = (visit: Visit, { report }: ReportFound, what: string): Child => (
  <Notice tone="warn">
    {`A report that is ${report.state.replaceAll('_', ' ')} cannot be ${what}. `}
    <a href={reportAt(visit.id)}>Back to the report</a>
  </Notice>
);
/** The version that was looked at: it is that one which is decided about, or none. */
const Version = ({ version }: { readonly version: number }) => (
  <input type="hidden" name="/version" value={String(version)} />
);

const approvePage = definePage({
  name: 'reportApprove',
  path: '/app/reports/{id}/approve/',
  roles: ANYONE_OF.staff,
  summary: 'Approve the version of a report that was read',
  show: (visit) =>
    content(visit, 'Approve', (found) => {
      const { state, version, due_on } = found.report;
      if (state !== 'in_review') return cannot(visit, found, 'approved');
      const when = due_on === null ? 'at the next hour of sending' : `on ${visit.formats.day(dayText(due_on))}`;
      return (
        <Confirm
          says={`Approve version ${version} for ${found.client}? It goes out ${when}, at the client’s hour, or the next one where that is over; until then it can be rejected.`}
        >
          <Form of={visit.form('approve')} say={visit.say} submit="Approve it" etag={found.etag} back={back(visit.id)}>
            <Version version={version} />
          </Form>
        </Confirm>
      );
    }),
  forms: {
    async approve({ backend, id }, sent) {
      const body = { version: Number(sent.text('/version')) };
      await backend.post('services/reports/{id}/approve/', { path: { id }, body, ...once(sent) });
      return { to: reportAt(id), notice: `Version ${body.version} is approved.` };
    },
  },
});

const REJECT = 'services/reports/{id}/reject/';
const rejectPage = definePage({
  name: 'reportReject',
  path: '/app/reports/{id}/reject/',
  roles: ANYONE_OF.staff,
  summary: 'Reject the version of a report that was read, with why',
  show: (visit) =>
    content(visit, 'Reject', (found) => {
      const { state, version } = found.report;
      if (state !== 'in_review' && state !== 'approved') return cannot(visit, found, 'rejected');
      const form = visit.form('reject');
      return (
        <Confirm
          says={`Reject version ${version}? It is sent to nobody. A comment, or making it anew, gives the next version.`}
        >
          <Form of={form} say={visit.say} submit="Reject it" danger etag={found.etag} back={back(visit.id)}>
            <Version version={version} />
            {fieldsOf(visit.schema('post', REJECT), ['/reason']).map((field) => (
              <Field form={form} field={field} say={visit.say} hint="The team reads it." />
            ))}
          </Form>
        </Confirm>
      );
    }),
  forms: {
    async reject({ backend, id }, sent) {
      const body = { version: Number(sent.text('/version')), reason: sent.text('/reason') };
      await backend.post(REJECT, { path: { id }, body, ...once(sent) });
      return { to: reportAt(id), notice: `Version ${body.version} is rejected.` };
    },
  },
});

const SEND = 'services/reports/{id}/send/';
const AGAIN: FieldSpec = {
  name: '/again',
  label: 'Also to those who had this version',
  kind: 'switch',
  required: false,
  nullable: false,
};
const sendPage = definePage({
  name: 'reportSend',
  path: '/app/reports/{id}/send/',
  roles: ANYONE_OF.staff,
  summary: 'Send an approved version now, or once more',
  show: (visit) =>
    content(visit, 'Send', (found) => {
      const { state, version, deliveries = [], sent_to = [] } = found.report;
      if (state !== 'approved' && state !== 'sent') return cannot(visit, found, 'sent');
      const form = visit.form('send');
      const had = [...new Set(deliveries.filter((each) => each.version === version).map(({ to }) => to))];
      const who =
        had.length === 0
          ? 'Nobody had it yet.'
          : `${had.join(', ')} had it already, and ${had.length === 1 ? 'gets' : 'get'} it again only if that is said.`;
      return (
        <Confirm
          says={`Send version ${version} of ${periodText(visit, found.report)} now? It goes to the recipients of the service’s config, or to those named here. ${who}`}
        >
          <Form of={form} say={visit.say} submit="Send it" etag={found.etag} back={back(visit.id)}>
            <Version version={version} />
            {fieldsOf(visit.schema('post', SEND), ['/to']).map((field) => (
              <Field
                form={form}
                field={field}
                say={visit.say}
                label="To others than the configured recipients"
                hint="Addresses, one a line. Whoever wants no reports gets none."
              />
            ))}
            {(had.length > 0 || sent_to.length > 0) && <Field form={form} field={AGAIN} say={visit.say} />}
          </Form>
        </Confirm>
      );
    }),
  forms: {
    async send({ backend, schema, id }, sent) {
      const { to } = sent.body(schema('post', SEND), ['/to']) as { readonly to?: string[] };
      const body = {
        version: Number(sent.text('/version')),
        ...(to === undefined || to.length === 0 ? {} : { to }),
        ...(sent.text('/again') === 'on' ? { again: true as const } : {}),
      };
      await backend.post(SEND, { path: { id }, body, ...once(sent) });
      return { to: reportAt(id), notice: 'On its way. Who took it shows under Mails.' };
    },
  },
});

const SHARE = 'services/reports/{id}/share/';
type Share = NonNullable<Operations<'post'>[typeof SHARE]['requestBody']>['content']['application/json'];
const sharePage = definePage({
  name: 'reportShare',
  path: '/app/reports/{id}/share/',
  roles: ANYONE_OF.staff,
  summary: 'Make a link to a report, or revoke one',
  show: (visit) =>
    content(visit, 'Share', (found) => {
      const revoked = Number(visit.search.get('revoke') ?? 0);
      const open = found.report.shares.find(({ id, revoked_at }) => id === revoked && revoked_at === null);
      if (open !== undefined)
        return (
          <Confirm
            says={`Revoke link ${open.id}? It was opened ${open.views} times. Whoever follows it from now on reads that it has ended.`}
          >
            <Form of={visit.form('revoke')} say={visit.say} submit="Revoke it" danger back={back(visit.id)}>
              <input type="hidden" name="share" value={String(open.id)} />
            </Form>
          </Confirm>
        );
      const form = visit.form('share');
      return (
        <Confirm
          says={`Make a link to the newest approved version for ${found.client}? Its address is shown once, right after it was made.`}
        >
          <Form of={form} say={visit.say} submit="Make the link" etag={found.etag} back={back(visit.id)}>
            {fieldsOf(visit.schema('post', SHARE)).map((field) => (
              <Field
                form={form}
                field={field.name === '/expires_at' ? { ...field, kind: 'day' } : field}
                say={visit.say}
                words={Object.fromEntries((field.choices ?? []).map((each) => [each, sectionName(each)]))}
                {...(HINTS[field.name] === undefined ? {} : { hint: HINTS[field.name] ?? '' })}
              />
            ))}
          </Form>
        </Confirm>
      );
    }),
  forms: {
    async share({ backend, schema, id }, sent) {
      const { sections, ...rest } = sent.body(schema('post', SHARE)) as {
        readonly sections?: string[];
        readonly expires_at?: string;
        readonly password?: string;
      };
      const day = rest.expires_at;
      const body = {
        ...rest,
        ...(day !== undefined && /^\d{4}-\d\d-\d\d$/.test(day) ? { expires_at: `${day}T23:59:59Z` } : {}),
        ...(sections === undefined || sections.length === 0 ? {} : { sections }),
      };
      const { data } = await backend.post(SHARE, {
        path: { id },
        body: body as Share,
        ...once(sent),
      });
      return { to: reportAt(id), notice: `The link, said this once: ${data.address ?? ''}` };
    },
    async revoke({ backend, id }, sent) {
      const path = { id, share_id: Number(sent.text('share')) };
      await backend.delete(`${SHARE}{share_id}/`, { path, idempotencyKey: sent.key });
      return { to: reportAt(id), notice: `Link ${path.share_id} is revoked.` };
    },
  },
});
const HINTS: Readonly<Record<string, string>> = {
  '/sections': 'None chosen: all of them.',
  '/expires_at': 'The last day; left empty it is 90 days from now.',
  '/password': 'At least 8 characters. It is asked for before anything is shown.',
};

export const reportActions: readonly Page[] = [approvePage, rejectPage, sendPage, sharePage];
