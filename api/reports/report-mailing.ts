import type { Context } from 'hono';
import { z } from 'zod';
import { fits } from '#api/http/people';
import { accepted, Problem } from '#api/http/problem';
import { ANYONE_OF, defineRoute, type FeatureRoutes, type HttpEnv, type Reply } from '#api/http/routes';
import { email, idSchema, text } from '#api/http/schemas';
import type { DrawSmallPage } from '#commands/reports/ports-reports';
import { UNSUBSCRIBE } from '#commands/reports/report-mail';
import type { ReportMailingCommands, Unsubscribing } from '#commands/reports/report-mailing';
import { pageWords } from '#domain/reports/language/pages';
import type { PageKey } from '#domain/reports/language/pages-keys';
import { REPORTS_BASE, REPORTS_TAG } from './report.ts';
import { byOf } from './report-access.ts';
import { type BrandLook, htmlReply } from './small-pages.ts';

export type ReportMailingApi = {
  readonly mailing: ReportMailingCommands;
  readonly look: BrandLook;
  readonly draw: DrawSmallPage;
  /** The keyed hash of an address. */
  readonly keyOf: (address: string) => Promise<string>;
  readonly sees: (
    scope: { readonly accounts: '*' | readonly number[]; readonly assignedTo: number | null },
    account: number,
  ) => Promise<boolean>;
};

/** Content types of RFC 8058’s one click, and of the button. */
const FORMS = ['application/x-www-form-urlencoded', 'multipart/form-data'];

/** Refusing reports (RFC 8058): what scanners open changes nothing, what somebody posts does (spec 13, 4.6). */
export function reportMailingApi({ mailing, look, draw, keyOf, sees }: ReportMailingApi): FeatureRoutes {
  type Visited = { readonly c: Context<HttpEnv>; readonly params: { readonly ticket: string } };
  const resource = async ({ c, params }: Visited) => {
    const found = mailing.opened(params.ticket);
    return found && fits(c.get('host'), found.branding) ? found : null;
  };
  /** In the branding and the language of the report that the link was sent with. */
  const page = async ({ branding, language = 'en' }: Unsubscribing, text: PageKey, button: 'stop' | 'again' | null) => {
    const say = pageWords(language);
    const name = button === 'stop' ? 'List-Unsubscribe' : 'again';
    const html = draw({
      language,
      look: await look(branding),
      title: say('mails.title'),
      texts: [say(text)],
      form: button === null ? null : { button: { label: say(`mails.${button}`), name, value: 'One-Click' } },
    });
    return htmlReply(html, { forms: true });
  };
  const common = { roles: 'public', tag: REPORTS_TAG, everyHost: true, resource, rateName: () => null } as const;
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
        handle: async ({ resource: of }): Promise<Reply> => {
          const isOut = (await mailing.load(of)).state.unsubscribedAt !== null;
          return isOut ? page(of, 'mails.off', 'again') : page(of, 'mails.on', 'stop');
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
        handle: async ({ resource: of, bytes, cause }): Promise<Reply> => {
          const again = new URLSearchParams(new TextDecoder().decode(bytes)).has('again');
          const done = again ? mailing.resubscribe(of, 'recipient', null, cause) : mailing.unsubscribe(of, cause);
          accepted(await done);
          return page(of, again ? 'mails.resumed' : 'mails.stopped', again ? 'stop' : 'again');
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
