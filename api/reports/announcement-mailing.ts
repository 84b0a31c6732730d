import type { Context } from 'hono';
import { fits } from '#api/http/people';
import { accepted } from '#api/http/problem';
import { defineRoute, type FeatureRoutes, type HttpEnv, type Reply } from '#api/http/routes';
import { ANNOUNCEMENTS_UNSUBSCRIBE, type AnnouncementCommands, type Refusing } from '#commands/reports/announcement';
import type { DrawSmallPage } from '#commands/reports/ports-reports';
import { ANNOUNCEMENT_WORDS, type AnnouncementWords } from '#domain/reports/announcement-words';
import { type BrandLook, htmlReply } from './small-pages.ts';

/** Content types of RFC 8058’s one click, and of the button. */
const FORMS = ['application/x-www-form-urlencoded', 'multipart/form-data'];

type Api = { readonly commands: AnnouncementCommands; readonly look: BrandLook; readonly draw: DrawSmallPage };

/** Refusing announcements (RFC 8058): what scanners open changes nothing, what somebody posts does. Reports go on. */
export function announcementMailingApi({ commands, look, draw }: Api): FeatureRoutes {
  type Visited = { readonly c: Context<HttpEnv>; readonly params: { readonly ticket: string } };
  const resource = async ({ c, params }: Visited) => {
    const found = commands.opened(params.ticket);
    return found && fits(c.get('host'), found.branding) ? found : null;
  };
  const page = async ({ branding, language }: Refusing, text: keyof AnnouncementWords, button: 'stop' | 'again') => {
    const words = ANNOUNCEMENT_WORDS[language];
    const name = button === 'stop' ? 'List-Unsubscribe' : 'again';
    const html = draw({
      language,
      look: await look(branding),
      title: words.title,
      texts: [words[text]],
      form: { button: { label: words[button], name, value: 'One-Click' } },
    });
    return htmlReply(html, { forms: true });
  };
  const common = {
    roles: 'public',
    tag: 'Operations',
    everyHost: true,
    resource,
    rateName: () => null,
    path: `${ANNOUNCEMENTS_UNSUBSCRIBE}{ticket}/`,
    answers: [{ status: 200, description: 'a page', contentType: 'text/html' }],
  } as const;
  return {
    name: 'announcement-mailing',
    routes: [
      defineRoute({
        ...common,
        method: 'get',
        operationId: 'showAnnouncementUnsubscribing',
        summary: 'A button to get no more announcements',
        handle: async ({ resource: of }): Promise<Reply> =>
          (await commands.wants(of.key)) ? page(of, 'on', 'stop') : page(of, 'off', 'again'),
      }),
      defineRoute({
        ...common,
        method: 'post',
        operationId: 'unsubscribeFromAnnouncements',
        summary: 'Get no more announcements; one click by RFC 8058',
        rawBody: FORMS,
        handle: async ({ resource: of, bytes, cause }): Promise<Reply> => {
          const again = new URLSearchParams(new TextDecoder().decode(bytes)).has('again');
          accepted(await (again ? commands.resubscribe(of.key, cause) : commands.unsubscribe(of.key, cause)));
          return page(of, again ? 'resumed' : 'stopped', again ? 'stop' : 'again');
        },
      }),
    ],
  };
}
