import type { FC } from 'hono/jsx';
import { ANYONE_OF } from '#api/http/routes';
import type { ReportData } from '#domain/reports/report-data';
import { Table } from '../list.tsx';
import { definePage, type Visit } from '../page.ts';
import { Conversation, conversationOf, MESSAGE_BYTES, sendMessage } from '../parts/conversation.tsx';
import { Field } from '../parts/field.tsx';
import { ButtonForm, Form, Wrong } from '../parts/form.tsx';
import { Live } from '../parts/live.tsx';
import { Badge, Card, Empty, Facts } from '../parts/show.tsx';
import { fieldsOf } from '../schema-fields.ts';
import { AT } from '../where.ts';
import { once } from './once.ts';
import {
  periodText,
  type Report,
  type ReportFound,
  reportAt,
  reportCrumbs,
  reportOf,
  reportTitle,
} from './report-head.tsx';
import { ReportView, sectionName } from './report-view.tsx';
import { dayText } from './service-head.tsx';

const COMMENT = 'services/reports/{id}/comment/';

/** One report as it is read before it goes out: what it shows, what is written into it, who was sent it. */
export const reportPage = definePage({
  name: 'report',
  path: '/app/reports/{id}/',
  roles: ANYONE_OF.staff,
  summary: 'One report: what it shows, comments by section, versions, mails, links',
  live: true,
  filesUpTo: MESSAGE_BYTES,
  async show(visit) {
    const found = await reportOf(visit);
    const { report } = found;
    const said = await conversationOf(visit, 'report', visit.id);
    const data = report.report_data as ReportData | null;
    return {
      title: reportTitle(visit, found),
      crumbs: reportCrumbs(visit, found),
      actions: <Actions report={report} />,
      body: (
        <div class="stack">
          <Wrong of={visit.form('regenerate')} say={visit.say} />
          <Head visit={visit} found={found} />
          {data === null ? (
            <Card>
              <Empty
                title={report.problem === null ? 'It is being made' : 'It could not be made'}
                text={report.problem?.detail ?? 'What it shows stands here in a moment, by itself.'}
              />
            </Card>
          ) : (
            <ReportView visit={visit} data={data} language={report.language} />
          )}
          <Comments visit={visit} found={found} />
          <Conversation visit={visit} said={said} />
          <Out visit={visit} report={report} />
          <Versions visit={visit} report={report} />
        </div>
      ),
    };
  },
  forms: {
    async regenerate({ backend, id }, sent) {
      await backend.post('services/reports/{id}/regenerate/', { path: { id }, body: {}, idempotencyKey: sent.key });
      return { to: reportAt(id), notice: 'A new version is being made. It shows here when it can be read.' };
    },
    async message(visit, sent) {
      const { report } = await reportOf(visit);
      await sendMessage(visit, sent, { kind: 'report', id: visit.id, account: report.account_id });
      return { to: `${reportAt(visit.id)}#conversation`, notice: visit.say('talk.sent') };
    },
    async comment({ backend, schema, id }, sent) {
      const body = sent.body(schema('post', COMMENT));
      const { data } = await backend.post(COMMENT, {
        path: { id },
        body: body as Parameters<typeof backend.post<typeof COMMENT>>[1]['body'],
        ...once(sent),
      });
      return { to: reportAt(id), notice: `Written into version ${data.version}, which is being made.` };
    },
  },
});

const Actions: FC<{ readonly report: Report }> = ({ report: { id, state, status, report_pdf_url: pdf } }) => {
  const ready = status === 'ready';
  return (
    <>
      {ready && state === 'in_review' && (
        <a class="button main" href={`${reportAt(id)}approve/`}>
          Approve
        </a>
      )}
      {ready && (state === 'approved' || state === 'sent') && (
        <a class={state === 'approved' ? 'button main' : 'button'} href={`${reportAt(id)}send/`}>
          {state === 'sent' ? 'Send again' : 'Send now'}
        </a>
      )}
      {(state === 'approved' || state === 'sent') && (
        <a class="button" href={`${reportAt(id)}share/`}>
          Share
        </a>
      )}
      {pdf !== null && (
        <a class="button" href={pdf}>
          PDF
        </a>
      )}
      {ready && (state === 'in_review' || state === 'approved') && (
        <a class="button danger" href={`${reportAt(id)}reject/`}>
          Reject
        </a>
      )}
    </>
  );
};

const Head: FC<{ readonly visit: Visit; readonly found: ReportFound }> = ({ visit, found: { report, client } }) => {
  const { formats, id } = visit;
  const { state, problem, newer_facts: newer, managed_subscription_id: service } = report;
  const day = (text: string | null): string => (text === null ? '—' : formats.day(dayText(text)));
  return (
    <Live of={visit.live} id="head" as="section" class="card">
      <Facts
        facts={[
          ['State', <Badge status={state} />],
          ['Client', <a href={AT.client(report.account_id)}>{client}</a>],
          ['Service', service === null ? 'none' : <a href={AT.service(service)}>{`Managed service ${service}`}</a>],
          ['Period', `${periodText(visit, report)}, ${report.report_type}`],
          ['Version', String(report.version)],
          ['Due', day(report.due_on)],
          ['Sent', day(report.sent_at)],
          ['Look', report.is_white_label ? 'of the agency' : 'of the house'],
        ]}
      />
      {problem !== null && <p class="notice bad">{problem.detail}</p>}
      {newer > 0 && (
        <div class="notice warn">
          <p id="newer">
            {`${newer} ${newer === 1 ? 'fact' : 'facts'} of its site came after it was made. It stays as it is until a new version is made.`}
          </p>
          <ButtonForm of={visit.form('regenerate')} label="Make a new version" describedBy="newer" class="tiny" />
        </div>
      )}
      {newer === 0 && (state === 'rejected' || problem !== null) && id > 0 && (
        <ButtonForm of={visit.form('regenerate')} label="Make a new version" class="tiny" />
      )}
    </Live>
  );
};

/** What was written into it, and the form that writes more: shown in the section that it names. */
const Comments: FC<{ readonly visit: Visit; readonly found: ReportFound }> = ({ visit, found: { report, etag } }) => {
  const form = visit.form('comment');
  return (
    <section class="card" id="comments">
      <div class="card-head">
        <h2>Comments</h2>
        <span class="quiet small">They stand in the report, under your name.</span>
      </div>
      {report.comments.length > 0 && (
        <ul class="items">
          {report.comments.map(({ section, text, author, at, version }) => (
            <li>
              <span>
                {text}
                <span class="sub small quiet">
                  {`${author.name} · ${section === null ? 'the whole report' : sectionName(section)}`}
                </span>
              </span>
              <span class="when">{`version ${version} · ${visit.moment(at)}`}</span>
            </li>
          ))}
        </ul>
      )}
      {report.state === 'generating' ? (
        <p class="quiet">A version is being made; it is written into once it can be read.</p>
      ) : (
        <Form of={form} say={visit.say} submit="Write it in" etag={etag}>
          {fieldsOf(visit.schema('post', COMMENT)).map((field) => (
            <Field
              form={form}
              field={field}
              say={visit.say}
              words={Object.fromEntries((field.choices ?? []).map((each) => [each, sectionName(each)]))}
              {...(field.name === '/text'
                ? { hint: 'It makes a new version, which is read again before it goes out.' }
                : {})}
            />
          ))}
        </Form>
      )}
    </section>
  );
};

/** Who was sent it, and the links that lead to it. */
const Out: FC<{ readonly visit: Visit; readonly report: Report }> = ({ visit, report }) => {
  const { deliveries = [], shares, id } = report;
  return (
    <div class="columns">
      <Card title="Mails">
        {deliveries.length === 0 ? (
          <Empty title="Sent to nobody yet" text="An approved version goes out at the client’s hour of its due day." />
        ) : (
          <ul class="items">
            {deliveries.map(({ to, at, outcome, version }) => (
              <li>
                <span>
                  <Badge
                    status={outcome}
                    tone={outcome === 'accepted' ? 'good' : outcome === 'refused' ? 'bad' : 'warn'}
                  />
                  {to}
                </span>
                <span class="when">{`version ${version} · ${visit.moment(at)}`}</span>
              </li>
            ))}
          </ul>
        )}
      </Card>
      <Card title="Links">
        {shares.length === 0 ? (
          <Empty title="No links to it" text="A link shows the newest approved version to whoever holds it." />
        ) : (
          <ul class="items">
            {shares.map(({ id: share, expires_at, has_password, views, revoked_at, sections }) => (
              <li>
                <span>
                  {`Link ${share}${has_password ? ', with password' : ''}${sections === null ? '' : `, ${sections.length} sections`}: opened ${views} times`}
                </span>
                <span class="when">
                  {revoked_at !== null ? (
                    'revoked'
                  ) : (
                    <>
                      {`until ${visit.formats.shortDay(dayText(expires_at))} · `}
                      <a href={`${reportAt(id)}share/?revoke=${share}`}>revoke</a>
                    </>
                  )}
                </span>
              </li>
            ))}
          </ul>
        )}
      </Card>
    </div>
  );
};

const Versions: FC<{ readonly visit: Visit; readonly report: Report }> = ({ visit, report: { versions } }) => (
  <Card title="Versions">
    <Table
      caption="Versions of the report"
      rows={[...versions].reverse()}
      columns={[
        { key: 'version', label: 'Version', cell: ({ version }) => String(version) },
        { key: 'cause', label: 'Made because', cell: ({ cause }) => cause },
        { key: 'at', label: 'When', cell: ({ at }) => visit.moment(at) },
        { key: 'position', label: 'Of position', figure: true, cell: ({ position }) => String(position) },
        { key: 'pages', label: 'Pages', figure: true, cell: ({ pages }) => (pages === null ? '—' : String(pages)) },
        {
          key: 'sha256',
          label: 'SHA-256',
          cell: ({ sha256 }) => (sha256 === null ? '' : <code title={sha256}>{sha256.slice(0, 12)}</code>),
        },
      ]}
    />
  </Card>
);
