import { FOR_PEOPLE, type Hosts, pagePolicy } from '#api/http/people';
import { HTML_TYPE } from '#api/http/respond';
import type { Reply } from '#api/http/routes';
import type { DrawSmallPage, SmallPage } from '#commands/reports/ports-reports';
import type { ReportHost } from '#commands/reports/report-hosts';
import { pageWords, wantedLanguage } from '#domain/reports/language/pages';
import type { PageKey } from '#domain/reports/language/pages-keys';

/** The colours, name and logo of a branding, or of the house for null; null where there is nothing to be shown of it. */
export type BrandLook = (branding: number | null) => Promise<SmallPage['look']>;

/** A page for people, and for nobody else. */
export const htmlReply = (
  html: string,
  { forms = false, status = 200 as Reply['status'], headers = {} } = {},
): Reply => ({
  status,
  raw: html,
  headers: {
    ...FOR_PEOPLE,
    'Content-Type': HTML_TYPE,
    'Content-Security-Policy': pagePolicy(html, forms),
    'Cache-Control': 'no-store',
    ...headers,
  },
});

type Trouble = 'missing' | 'gone' | 'often' | 'trouble' | 'refused';
const TROUBLES: Readonly<Record<number, Trouble>> = { 404: 'missing', 405: 'missing', 410: 'gone', 429: 'often' };
const troubleOf = (status: number): Trouble => TROUBLES[status] ?? (status >= 500 ? 'trouble' : 'refused');

/** What people read on hosts of agencies: in the agency's colours where the host is its own, else under no name at all. */
export const reportPageHosts = (deps: {
  readonly of: (host: string) => Promise<ReportHost>;
  readonly look: BrandLook;
  readonly draw: DrawSmallPage;
}): Hosts => ({
  of: deps.of,
  async errorPage(host, status, languages) {
    const branding = host.neutral ? host.branding : null;
    const language = wantedLanguage(languages);
    const say = pageWords(language);
    const trouble = troubleOf(status);
    const text: PageKey = `${trouble}.text`;
    const look = branding === null ? null : await deps.look(branding);
    return deps.draw({ language, look, title: say(`${trouble}.title`), texts: [say(text)], form: null });
  },
});
