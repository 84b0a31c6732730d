import { ANYONE_OF } from '#api/http/routes';
import { definePage } from '../page.ts';
import { Conversation, conversationOf, MESSAGE_BYTES, sendMessage } from '../parts/conversation.tsx';
import { AT } from '../where.ts';
import { sitesOf, THEIRS } from './common.ts';
import { Service } from './overview.tsx';

const ONE = 'services/subscriptions/{id}/';

/** One service of the reader's: what it includes, how the month goes, and what was said about it. */
export const ownServicePage = definePage({
  ...THEIRS,
  name: 'ownService',
  path: '/app/subscriptions/{id}/',
  summary: 'One service: what is included, the running month, the conversation',
  live: true,
  filesUpTo: MESSAGE_BYTES,
  async show(visit) {
    const { backend, say, id } = visit;
    const { data } = await backend.get(ONE, { path: { id } });
    const [sites, said] = await Promise.all([
      sitesOf(visit, [data.site_id]),
      visit.may('orders') ? conversationOf(visit, 'subscription', id) : null,
    ]);
    return {
      title: say('service.title', { site: sites(data.site_id) }),
      crumbs: [{ label: say('overview.title'), href: AT.overview }],
      body: (
        <div class="stack">
          <Service visit={visit} subscription={data} sites={sites} />
          {said !== null && <Conversation visit={visit} said={said} />}
        </div>
      ),
    };
  },
  forms: {
    async message(visit, sent) {
      const { backend, id, say } = visit;
      const { data } = await backend.get(ONE, { path: { id } });
      await sendMessage(visit, sent, { kind: 'subscription', id, account: data.account_id });
      return { to: `${AT.subscription(id)}#conversation`, notice: say('talk.sent') };
    },
  },
});

/** Mails lead everybody to the same address; the team works with a service on a page of its own. */
export const serviceOfTeamPage = definePage({
  name: 'serviceByMail',
  path: '/app/subscriptions/{id}/',
  roles: ANYONE_OF.staff,
  summary: 'Leads the team to the page of that service',
  async show({ backend, id }) {
    await backend.get(ONE, { path: { id } });
    return { to: `${AT.service(id)}conversation/` };
  },
});
