import { conversationApi } from '#api/services/conversation';
import type { SeenSubjects } from '#api/services/conversation-access';
import { messageFilesApi } from '#api/services/message-files';
import { conversationCommands } from '#commands/services/conversation';
import { messageEffects } from '#commands/services/message-effects';
import type { ConversationPorts, FindSubject, Subject } from '#commands/services/ports-conversation';
import type { BrandingId } from '#domain/kernel/ids';
import { TOKENS } from '#projections/platform/access-token';
import { conversationReader } from '#projections/services/conversation-reader';
import { type RunReads, typed } from '#runtime/table-reads';
import { messageMails } from '#sagas/services/message-mail';
import type { Machine } from './machine.ts';
import type { PlatformRoom } from './platform.ts';
import type { ReportsRoom } from './reports.ts';
import type { ConversationPart, Room } from './room.ts';
import { sealedBy } from './sealed-by.ts';
import type { ServicesRoom } from './services.ts';

type Parts = {
  readonly platform: PlatformRoom;
  readonly services: ServicesRoom;
  /** Of every room that has something to talk about. */
  readonly about: readonly ConversationPart[];
  readonly senderOf: ReportsRoom['whiteLabel']['senderOf'];
  /** Members of an account who may see that kind, or its registered address. */
  readonly clients: ConversationPorts['clients'];
};

/**
 * Conversations are of the room of services. What they are about stands in rooms on its right, so they are opened after all of
 * these, with how each finds its own.
 */
export function openConversations(machine: Machine, { platform, services, about, senderOf, clients }: Parts) {
  const { handler, codec, ids, clock, personal, mail, tables, upToDate, teamAddress } = machine;
  const { directory } = platform;
  const { files } = platform.commands;
  const publicUrl = machine.publicUrl?.replace(/\/$/, '') ?? null;
  const conversations = conversationCommands({ handler, codec, ids, clock, files });
  const subject: FindSubject = async (kind, id) => (await about.find((part) => part.kind === kind)?.of(id)) ?? null;
  const contractOf = ({ account_id, site_id }: Pick<Subject, 'account_id' | 'site_id'>) =>
    services.visits.contractOf(account_id, site_id);
  const brandingOf: ConversationPorts['brandingOf'] = async (of) => {
    const account = await directory.account(of.account_id);
    if (account === null || account.parent_account_id === null) return null;
    return (await contractOf(of))?.service_config.reporting.branding_id ?? null;
  };
  const ports: ConversationPorts = {
    subject,
    brandingOf,
    clients,
    async manager(of) {
      const id = (await contractOf(of))?.account_manager_id ?? null;
      return id === null ? null : directory.user(id);
    },
    async voice(of) {
      const language = (await contractOf(of))?.service_config.reporting.language ?? 'en';
      const branding = await brandingOf(of);
      if (branding === null) return { language, brand: null };
      const sender = await senderOf(branding as BrandingId);
      if ('problem' in sender) return { problem: sender.detail };
      const { from, reply_to: replyTo, origin } = sender;
      return { language, brand: { name: from.name, from, replyTo, origin } };
    },
  };
  const seen = (reads: RunReads): SeenSubjects => {
    const of = (kind: ConversationPart['kind']) => {
      const part = about.find((each) => each.kind === kind);
      if (!part) throw new Error(`no room says how a ${kind} is found`);
      return part.seen(reads);
    };
    return { order: of('order'), subscription: of('subscription'), report: of('report'), invoice: of('invoice') };
  };
  return {
    commands: { conversations },
    sagas: [messageMails],
    effects: [messageEffects({ ...ports, conversations, personal, mail, upToDate, teamAddress, publicUrl })],
    jobs: [],
    routes: ({ reads, tickets, now }) => {
      const reader = conversationReader(reads);
      const subjects = seen(reads);
      return [
        conversationApi({
          commands: conversations,
          reader,
          subjects,
          brandingOf,
          nameOf: async ({ userId, label, role }) =>
            (userId === null ? null : (await directory.user(userId))?.name) ??
            (label === null ? role.replace('_', ' ') : personal.open(label)),
          sealed: sealedBy(personal),
          async fileNames(account, named) {
            const { files: all } = await files.load(account);
            const names = named.map(async (id) => {
              const name = all[id]?.name;
              return name === undefined ? null : personal.open(name);
            });
            return Promise.all(names);
          },
        }),
        messageFilesApi({
          reader,
          subjects,
          files,
          brandingOf,
          open: (text) => personal.open(text),
          tickets,
          now,
          origin: publicUrl ?? '',
          accepts: async (id) => (await typed(tables).get(TOKENS, { id }))?.revoked_at === null,
        }),
      ];
    },
  } satisfies Room;
}
