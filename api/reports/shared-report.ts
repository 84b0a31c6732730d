import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { FOR_PEOPLE, fits } from '#api/http/people';
import { notFound, Problem } from '#api/http/problem';
import { defineRoute, type FeatureRoutes, type HttpEnv, type Reply } from '#api/http/routes';
import type { DrawSmallPage, Tickets } from '#commands/reports/ports-reports';
import { fileName } from '#commands/reports/report-mail';
import type { SharePasswords } from '#commands/reports/share-passwords';
import type { ShareViews } from '#commands/reports/share-views';
import type { SharedReports } from '#commands/reports/shared-report';
import { type Instant, plusHours } from '#domain/kernel/time';
import { pageWords } from '#domain/reports/language/pages';
import type { KnownReport, ReportShare, ReportVersion } from '#domain/reports/report-messages';
import { isOpen, sharedVersion, sharePath } from '#domain/reports/report-shares';
import { REPORTS_TAG } from './report.ts';
import { type BrandLook, htmlReply } from './small-pages.ts';

export type SharedReportApi = {
  /** By the token as it stands in the address. */
  readonly shared: (token: string) => Promise<{ readonly report: KnownReport; readonly share: ReportShare } | null>;
  readonly reports: SharedReports;
  readonly views: Pick<ShareViews, 'count'>;
  readonly passwords: SharePasswords;
  readonly tickets: Tickets;
  readonly look: BrandLook;
  readonly draw: DrawSmallPage;
  readonly now: () => Instant;
  /** True where the house's own address is reached by TLS; hosts of agencies always are. */
  readonly isSecure: boolean;
};
type Shared = { readonly report: KnownReport; readonly share: ReportShare; readonly version: ReportVersion };
type Ctx = Context<HttpEnv>;
type Ticket = { readonly what: 'share'; readonly report: number; readonly share: number; readonly until: Instant };

/** Who has entered a password need not do so again for so long. */
const HOURS = 12;
const COOKIE = 'shared';
const FORM = 'application/x-www-form-urlencoded';
/** A browser that fetches ahead shows it to nobody yet. */
const AHEAD = ['sec-purpose', 'purpose', 'x-purpose', 'x-moz'];
const isLookedAt = (c: Ctx): boolean =>
  c.req.method === 'GET' && !AHEAD.some((name) => /prefetch|prerender|preview/i.test(c.req.header(name) ?? ''));

/** Reports as whoever holds a link sees them (spec 13, 4.7): the newest approved version, in its sections alone. */
export function sharedReportApi(api: SharedReportApi): FeatureRoutes {
  const { shared, reports, views, passwords, tickets, look, draw, now, isSecure } = api;

  const resource = async ({ c, params }: { readonly c: Ctx; readonly params: { readonly token: string } }) => {
    const found = await shared(params.token);
    if (!found) throw notFound('page');
    const version = isOpen(found.share, now()) ? sharedVersion(found.report) : null;
    if (version === null) throw gone();
    if (!fits(c.get('host'), version.settings.branding_id)) throw notFound('page');
    return { ...found, version };
  };
  /** Whoever came with the password, or where there is none. */
  const isLetIn = (c: Ctx, { report, share }: Shared): boolean => {
    if (share.password_hash === null) return true;
    const sent = c.req.raw.headers.get('cookie') ?? '';
    return sent.split(';').some((pair) => {
      const [name, value = ''] = pair.trim().split('=');
      const ticket = name === COOKIE ? (tickets.open(value) as Ticket | null) : null;
      const isThis = ticket?.what === 'share' && ticket.report === report.reportId && ticket.share === share.id;
      return isThis && ticket.until > now();
    });
  };
  const asking = async ({ version }: Shared, wrong: boolean): Promise<Reply> => {
    const { language, branding_id } = version.settings;
    const say = pageWords(language);
    const html = draw({
      language,
      look: await look(branding_id),
      title: say('share.title'),
      texts: [say('share.ask')],
      ...(wrong ? { wrong: say('share.wrong') } : {}),
      form: { password: say('share.password'), button: { label: say('share.open') } },
    });
    return htmlReply(html, { forms: true, status: wrong ? 403 : 200 });
  };
  /** Kept by the reader, who asks each time whether it is still so: a link that ended shows nothing any more. */
  const unchanged = (c: Ctx, { share }: Shared, tag: string) => {
    const headers = { ETag: tag, 'Cache-Control': share.password_hash === null ? 'private, no-cache' : 'no-store' };
    const known = (c.req.header('if-none-match') ?? '').split(',').map((each) => each.trim().replace(/^W\//, ''));
    const reply: Reply | null = known.includes(tag) ? { status: 304, headers: { ...FOR_PEOPLE, ...headers } } : null;
    return { headers, reply };
  };
  const common = { roles: 'public', tag: REPORTS_TAG, everyHost: true, resource } as const;
  const path = '/shared/{token}/';

  return {
    name: 'shared-report',
    routes: [
      defineRoute({
        ...common,
        method: 'get',
        path,
        operationId: 'showSharedReport',
        summary: 'A report as a page, for whoever holds the link; or the form that asks for its password',
        description: 'The newest approved version. Each look at it is counted, of nobody who looks anything is kept.',
        answers: [
          { status: 200, description: 'a page', contentType: 'text/html' },
          { status: 303, description: 'to the same address with a slash at its end' },
          { status: 304, description: 'it is as it was' },
        ],
        handle: async ({ c, params, resource: of }) => {
          // What the page leads to stands below it.
          if (!c.req.path.endsWith('/')) return { status: 303, location: sharePath(params.token), headers: FOR_PEOPLE };
          if (!isLetIn(c, of)) return asking(of, false);
          const html = await reports.page(of.report, of.version.version, of.share.sections);
          if (html === null) throw gone();
          if (isLookedAt(c)) await views.count(of.report, of.share.id, of.share.last_viewed_on);
          const { headers, reply } = unchanged(c, of, tagOf(html));
          return reply ?? htmlReply(html, { headers });
        },
      }),
      defineRoute({
        ...common,
        method: 'post',
        path,
        operationId: 'openSharedReport',
        summary: 'Enter the password of a shared report',
        rawBody: [FORM],
        bodyLimit: 4096,
        answers: [
          { status: 303, description: 'to the report' },
          { status: 403, description: 'the form again: the password is not right', contentType: 'text/html' },
        ],
        handle: async ({ c, params, bytes, resource: of }) => {
          const { report, share } = of;
          const back = sharePath(params.token);
          if (share.password_hash === null) return { status: 303, location: back, headers: FOR_PEOPLE };
          const password = new URLSearchParams(new TextDecoder().decode(bytes)).get('password') ?? '';
          const answer = await passwords.check(`${report.reportId} ${share.id}`, password, share.password_hash);
          if (answer === 'wrong') return asking(of, true);
          if (answer !== 'right') throw tooOften(answer.waitSeconds);
          const until = plusHours(now(), HOURS);
          const ticket: Ticket = { what: 'share', report: report.reportId, share: share.id, until };
          const secure = isSecure || c.get('host')?.neutral ? '; Secure' : '';
          const kept = `Path=${back.slice(0, -1)}; Max-Age=${HOURS * 3600}; HttpOnly; SameSite=Lax${secure}`;
          const cookie = `${COOKIE}=${tickets.seal(ticket)}; ${kept}`;
          return { status: 303, location: back, headers: { ...FOR_PEOPLE, 'Set-Cookie': cookie } };
        },
      }),
      defineRoute({
        ...common,
        method: 'get',
        path: `${path}pdf/`,
        operationId: 'getSharedReportPdf',
        summary: 'The PDF of a shared report, in the sections that are shared',
        answers: [
          { status: 200, description: 'the PDF', contentType: 'application/pdf' },
          { status: 303, description: 'to the form that asks for the password' },
          { status: 304, description: 'it is as it was' },
        ],
        handle: async ({ c, params, resource: of }) => {
          if (!isLetIn(c, of)) return { status: 303, location: sharePath(params.token), headers: FOR_PEOPLE };
          const bytes = await reports.pdf(of.report, of.version.version, of.share.sections);
          if (bytes === null) throw gone();
          const { headers, reply } = unchanged(c, of, tagOf(bytes));
          if (reply) return reply;
          const file = {
            'Content-Type': 'application/pdf',
            'Content-Disposition': `inline; filename="${fileName(of.report)}"`,
          };
          return { status: 200, raw: bytes, headers: { ...FOR_PEOPLE, ...headers, ...file } };
        },
      }),
    ],
  };
}

/** Nobody learns why: it was revoked, its time is over, or what it showed is not approved. */
const gone = (): Problem => new Problem('gone', 'this link has ended');
const tooOften = (seconds: number): Problem =>
  new Problem('rate_limited', 'too many wrong passwords', {}, { 'Retry-After': String(seconds) });
const tagOf = (content: string | Uint8Array): string =>
  `"${createHash('sha256').update(content).digest('base64url').slice(0, 27)}"`;
