import type { FC } from 'hono/jsx';
import type { Schemas } from '#client/types';
import type { FirstPage } from '#domain/reports/report-data';
import { definePage, type Visit } from '../page.ts';
import { Conversation, conversationOf, MESSAGE_BYTES, sendMessage } from '../parts/conversation.tsx';
import { ButtonForm } from '../parts/form.tsx';
import { Card, Facts, Notice } from '../parts/show.tsx';
import { AT } from '../where.ts';
import { dayOf, periodOf, sitesOf, THEIRS } from './common.ts';

export type Report = Schemas['Report'];
const SHARE = 'services/reports/{id}/share/{share_id}/';

export async function nameOf(visit: Visit, { site_id, period_start, period_end }: Report): Promise<string> {
  const site = (await sitesOf(visit, [site_id]))(site_id);
  return visit.say('reports.one', { site, period: periodOf(visit, period_start, period_end) });
}

/** One report: in short, to be read whole, downloaded, and shared. */
export const ownReportPage = definePage({
  ...THEIRS,
  name: 'ownReport',
  path: '/app/reports/{id}/',
  summary: 'One report in short, with a way to all of it, its PDF, and links for others',
  may: 'reports',
  live: true,
  filesUpTo: MESSAGE_BYTES,
  async show(visit) {
    const { backend, say, id } = visit;
    const { data: report } = await backend.get('services/reports/{id}/', { path: { id } });
    const said = await conversationOf(visit, 'report', id);
    const isReady = report.status === 'ready';
    return {
      title: await nameOf(visit, report),
      crumbs: [{ label: say('reports.title'), href: AT.reports }],
      actions: isReady && (
        <>
          <a class="button main" href={`${AT.report(id)}page/`}>
            {say('reports.read')}
          </a>
          <a class="button" href={`${AT.report(id)}pdf/`} download>
            {say('reports.pdf')}
          </a>
        </>
      ),
      body: (
        <div class="stack">
          {report.status === 'failed' && <Notice tone="bad">{say('reports.failed')}</Notice>}
          {(report.status === 'queued' || report.status === 'rendering') && (
            <Notice tone="plain">{say('reports.being_made')}</Notice>
          )}
          {report.report_data !== null && <InShort visit={visit} data={report.report_data} />}
          <Comments visit={visit} report={report} />
          {isReady && <Shares visit={visit} report={report} />}
          <Conversation visit={visit} said={said} />
        </div>
      ),
    };
  },
  downloads: {
    page: ({ backend, id }) => backend.download('services/reports/{id}/page/', { path: { id } }),
    pdf: ({ backend, id }) => backend.download('services/reports/{id}/pdf/', { path: { id } }),
  },
  forms: {
    async message(visit, sent) {
      const { backend, id, say } = visit;
      const { data } = await backend.get('services/reports/{id}/', { path: { id } });
      await sendMessage(visit, sent, { kind: 'report', id, account: data.account_id });
      return { to: `${AT.report(id)}#conversation`, notice: say('talk.sent') };
    },
    async revoke({ backend, id, say }, sent) {
      const path = { id, share_id: Number(sent.text('share')) };
      await backend.delete(SHARE, { path, idempotencyKey: sent.key });
      return { to: AT.report(id), notice: say('share.revoked') };
    },
  },
});

type InShortProps = { readonly visit: Visit; readonly data: NonNullable<Report['report_data']> };
/** Texts of a report are in its own language, as they were made. */
const InShort: FC<InShortProps> = ({ visit: { say }, data }) => {
  const { first_page: page } = data as { readonly first_page?: FirstPage };
  if (page === undefined) return null;
  return (
    <Card title={say('reports.summary')}>
      <div class="stack">
        <p class="says">{say(`reports.verdict.${page.verdict ?? 'unknown'}`)}</p>
        {page.reason !== '' && (
          <p>
            <bdi>{page.reason}</bdi>
          </p>
        )}
        <Facts
          facts={[
            ...(page.win === null ? [] : [[say('reports.win'), <bdi>{page.win}</bdi>] as const]),
            ...(page.priority === null ? [] : [[say('reports.priority'), <bdi>{page.priority}</bdi>] as const]),
          ]}
        />
      </div>
    </Card>
  );
};

type Props = { readonly visit: Visit; readonly report: Report };
const Comments: FC<Props> = ({ visit: { say, moment }, report: { comments } }) =>
  comments.length === 0 ? null : (
    <Card title={say('reports.comments')}>
      <ul class="timeline">
        {comments.map(({ at, text, section, author }) => (
          <li>
            <time datetime={at}>{moment(at)}</time>
            <span>
              {section !== null && <span class="quiet small">{say(`section.${section}`)}: </span>}
              <bdi>{text}</bdi> <span class="quiet small">{author.name}</span>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );

const Shares: FC<Props> = ({ visit, report: { id, shares } }) => {
  const { say, form, now } = visit;
  const isOver = ({ revoked_at, expires_at }: (typeof shares)[number]): boolean =>
    revoked_at !== null || expires_at <= now;
  return (
    <Card title={say('share.links')} more={{ href: `${AT.report(id)}share/`, label: say('share.title') }}>
      {shares.length === 0 ? (
        <p class="quiet">{say('share.none')}</p>
      ) : (
        <ul class="items">
          {shares.map((share) => (
            <li>
              <span id={`share-${share.id}`}>
                {say('share.line', { day: dayOf(visit, share.expires_at.slice(0, 10)), count: share.views })}
                <span class="quiet small">
                  {[
                    share.has_password ? say('share.with_password') : '',
                    share.last_viewed_on === null
                      ? ''
                      : say('share.last_viewed', { day: dayOf(visit, share.last_viewed_on) }),
                  ]
                    .filter(Boolean)
                    .map((text) => ` · ${text}`)}
                </span>
              </span>
              {isOver(share) ? (
                <span class="when">{say('share.ended')}</span>
              ) : (
                <ButtonForm
                  of={form('revoke')}
                  label={say('share.revoke')}
                  values={{ share: String(share.id) }}
                  class="tiny danger"
                  describedBy={`share-${share.id}`}
                />
              )}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
};
