import { ANYONE_OF } from '#api/http/routes';
import { definePage } from '../page.ts';
import { Conversation, conversationOf, MESSAGE_BYTES, sendMessage } from '../parts/conversation.tsx';
import { AT } from '../where.ts';
import { serviceOf, serviceTab } from './service-head.tsx';

/** What was said with a client about a service, and among the team alone. */
export const serviceConversationPage = definePage({
  name: 'serviceConversation',
  path: '/app/services/{id}/conversation/',
  roles: ANYONE_OF.staff,
  summary: 'What was said about a managed service, by its client and by the team',
  live: true,
  filesUpTo: MESSAGE_BYTES,
  async show(visit) {
    const service = await serviceOf(visit);
    const said = await conversationOf(visit, 'subscription', visit.id);
    return serviceTab(visit, service, 'conversation/', <Conversation visit={visit} said={said} />);
  },
  forms: {
    async message(visit, sent) {
      const { subscription } = await serviceOf(visit);
      await sendMessage(visit, sent, { kind: 'subscription', id: visit.id, account: subscription.account_id });
      return { to: `${AT.service(visit.id)}conversation/`, notice: visit.say('talk.sent') };
    },
  },
});
