import { z } from 'zod';
import { accepted, Problem } from '#api/http/problem';
import { ANYONE_OF, defineRoute, type FeatureRoutes, type Reply } from '#api/http/routes';
import { email, idSchema, text } from '#api/http/schemas';
import type { LookOf } from '#commands/reports/ports-reports';
import { UNSUBSCRIBE } from '#commands/reports/report-mail';
import type { ReportMailingCommands, Unsubscribing } from '#commands/reports/report-mailing';
import type { BrandingId } from '#domain/kernel/ids';
import { escapeHtml } from '#domain/platform/mail-template';
import { REPORTS_BASE, REPORTS_TAG } from './report.ts';
import { byOf } from './report-access.ts';

export type ReportMailingApi = {
  readonly mailing: ReportMailingCommands;
  readonly look: LookOf;
  /** The keyed hash of an address. */
  readonly keyOf: (address: string) => Promise<string>;
  readonly sees: (
    scope: { readonly accounts: '*' | readonly number[]; readonly assignedTo: number | null },
    account: number,
  ) => Promise<boolean>;
};

const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
/** Content types of RFC 8058’s one click, and of the button. */
const FORMS = ['application/x-www-form-urlencoded', 'multipart/form-data'];

/** Refusing reports (RFC 8058): what scanners open changes nothing, what somebody posts does (spec 13, 4.6). */
export function reportMailingApi({ mailing, look, keyOf, sees }: ReportMailingApi): FeatureRoutes {
  const resource = async ({ params }: { readonly params: { readonly ticket: string } }) =>
    mailing.opened(params.ticket);
  const nameOf = async ({ branding }: Unsubscribing): Promise<string> => {
    const found = await look({ branding_id: branding as BrandingId | null, client_logo_url: null });
    return 'look' in found ? found.look.name : '';
  };
  const common = { roles: 'public', tag: REPORTS_TAG, resource, rateName: () => null } as const;
  return {
    name: 'report-mailing',
    routes: [
      defineRoute({
        ...common,
        method: 'get',
        path: `${UNSUBSCRIBE}{ticket}/`,
        operationId: 'showReportUnsubscribing',
        summary: 'A button to get no more reports',
        answers: [{ status: 200, description: 'a page', contentType: 'text/html' }],
        handle: async ({ resource: of }) => {
          const out = (await mailing.load(of)).state.unsubscribedAt !== null;
          const say = out ? 'You get no reports by mail any more.' : 'You get reports of your site by mail.';
          const [name, label] = out ? ['again', 'Get reports again'] : ['List-Unsubscribe', 'Get no more reports'];
          const button = `<form method="post"><button name="${name}" value="One-Click">${label}</button></form>`;
          return webPage(await nameOf(of), `<p>${say}</p>${button}`);
        },
      }),
      defineRoute({
        ...common,
        method: 'post',
        path: `${UNSUBSCRIBE}{ticket}/`,
        operationId: 'unsubscribeFromReports',
        summary: 'Get no more reports; one click by RFC 8058',
        rawBody: FORMS,
        answers: [{ status: 200, description: 'a page', contentType: 'text/html' }],
        handle: async ({ resource: of, bytes, cause }) => {
          const again = new URLSearchParams(new TextDecoder().decode(bytes)).has('again');
          const done = again ? mailing.resubscribe(of, 'recipient', null, cause) : mailing.unsubscribe(of, cause);
          accepted(await done);
          return webPage(
            await nameOf(of),
            `<p>${again ? 'You get reports again.' : 'You get no more reports by mail.'}</p>`,
          );
        },
      }),
      defineRoute({
        method: 'post',
        path: `${REPORTS_BASE}resubscribe/`,
        operationId: 'resubscribeToReports',
        tag: REPORTS_TAG,
        summary: 'Have an address get reports again that wanted none',
        description:
          'On behalf of that person, with the reason; they can do it themselves by the link in any of their mails.',
        roles: ANYONE_OF.staff,
        body: z.strictObject({ account_id: idSchema, address: email, reason: text() }),
        bodyExample: { account_id: 1, address: 'someone@example.com', reason: 'asked for them by phone' },
        answers: [{ status: 204, description: 'it gets reports again' }],
        handle: async ({ body: { account_id: account, address, reason }, principal, scope, cause }) => {
          if (!(await sees(scope, account))) throw new Problem('not_found', 'there is no such account');
          const key = await keyOf(address);
          const done = accepted(await mailing.resubscribe({ account, key }, byOf(principal), reason, cause));
          return { status: 204, position: done.position };
        },
      }),
    ],
  };
}

const webPage = (name: string, body: string): Reply => ({
  status: 200,
  raw: `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex">
<title>${escapeHtml(name)}</title></head>
<body style="margin:0;background:#f4f5f7;font:16px/1.5 system-ui,sans-serif;color:#1f2430">
<main style="max-width:32rem;margin:3rem auto;padding:2rem;background:#fff;border-radius:8px"><h1>${escapeHtml(name)}</h1>${body}</main></body></html>
`,
  headers: {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': POLICY,
    'Cache-Control': 'no-store',
    'Referrer-Policy': 'no-referrer',
  },
});
