import type { StoredFileCommands } from '#commands/platform/stored-file';
import type { FileId, MessageId } from '#domain/kernel/ids';
import type { FileBy, FileRef } from '#domain/platform/stored-file';
import {
  type Conversation,
  type ConversationEvent,
  type ConversationKind,
  type ConversationRefusal,
  type ConversationSubject,
  conversation,
  type Visibility,
} from '#domain/services/conversation';
import type { Clock } from '#runtime/clock';
import type { CommandHandler, Handled, HandleOptions } from '#runtime/command-handler';
import type { EventCodec } from '#runtime/event-codec';
import type { IdAllocator } from '#runtime/ids';
import type { Cause } from '#runtime/metadata';

export type ConversationResult = Handled<Conversation, ConversationEvent, ConversationRefusal>;
export type ConversationCommands = ReturnType<typeof conversationCommands>;
export type NewMessage = {
  readonly author: FileBy;
  /** Both sealed under the author. */
  readonly authorName: string;
  readonly text: string;
  readonly visibility: Visibility;
  readonly files: readonly FileId[];
};
export type Posted = Extract<ConversationEvent, { type: 'MessagePosted' }>;

export const conversationStream = (kind: ConversationKind, id: number): string => `conversation-${kind}-${id}`;

/** What people write about orders, subscriptions, reports and invoices: one stream for each of these. */
export function conversationCommands(deps: {
  readonly handler: CommandHandler;
  readonly codec: EventCodec;
  readonly ids: IdAllocator;
  readonly clock: Clock;
  readonly files: Pick<StoredFileCommands, 'use'>;
}) {
  const { handler, codec, ids, clock, files } = deps;
  const own = (cause: Cause, { accountId, siteId }: ConversationSubject): Cause => ({ ...cause, accountId, siteId });

  /** The files by name, kept from now on; the id of the first that is not there, or not this author's, where one is not. */
  async function used(subject: ConversationSubject, { author, files: named }: NewMessage, cause: Cause) {
    if (named.length === 0) return { refs: [] };
    const usedIn = conversationStream(subject.kind, subject.subjectId);
    const found = await files.use(subject.accountId, { ids: named, by: author, usedIn }, cause);
    if (!found.ok) return { missing: 'id' in found.refusal ? found.refusal.id : (named[0] as FileId) };
    const refs = named.flatMap((id): FileRef[] => {
      const file = found.state.files[id];
      if (!file) return [];
      const { name, type, size, sha256 } = file;
      return [{ id, name, type, size, sha256 }];
    });
    return { refs };
  }

  return {
    load: (kind: ConversationKind, id: number) => handler.load(conversation, conversationStream(kind, id)),

    /** All that was written, oldest first. */
    async messages(kind: ConversationKind, id: number): Promise<Posted[]> {
      const { history } = await handler.load(conversation, conversationStream(kind, id));
      return history.flatMap((recorded) => {
        const event = codec.decode<ConversationEvent>(recorded);
        return event.type === 'MessagePosted' ? [event] : [];
      });
    },

    /** `missing` where a file is not there, or was not sent by this author. */
    async post(
      subject: ConversationSubject,
      message: NewMessage,
      cause: Cause,
      options?: HandleOptions,
    ): Promise<{ readonly missing: FileId } | (ConversationResult & { readonly id: MessageId })> {
      const id = (await ids.allocate('message', cause.commandId)) as MessageId;
      const named = await used(subject, message, cause);
      if (named.missing !== undefined) return { missing: named.missing };
      const { author, authorName, text, visibility } = message;
      const command = {
        type: 'Post' as const,
        id,
        subject,
        author,
        authorName,
        text,
        visibility,
        files: named.refs,
        now: clock.now(),
      };
      const stream = conversationStream(subject.kind, subject.subjectId);
      return { ...(await handler.handle(conversation, stream, command, own(cause, subject), options)), id };
    },

    markRead: (
      subject: ConversationSubject,
      read: { readonly through: number; readonly by: FileBy },
      cause: Cause,
      options?: HandleOptions,
    ): Promise<ConversationResult> => {
      const command = { type: 'MarkRead' as const, subject, ...read, now: clock.now() };
      const stream = conversationStream(subject.kind, subject.subjectId);
      return handler.handle(conversation, stream, command, own(cause, subject), options);
    },
  };
}
