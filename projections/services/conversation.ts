import type { FileBy, FileRef } from '#domain/platform/stored-file';
import {
  CONVERSATION_KINDS,
  type ConversationEvent,
  otherSide,
  SIDES,
  sideOf,
  VISIBILITIES,
} from '#domain/services/conversation';
import { type Projection, projection } from '#runtime/projection';
import { instant, integer, json, oneOf, type Stored, stamps, table, text } from '#runtime/table';

const of = { kind: oneOf(...CONVERSATION_KINDS), subject_id: integer, account_id: integer, site_id: integer.orNull };

/** What is said about one thing: how much, and what of it each side has not read. */
export const CONVERSATIONS = table(
  'igny8_conversations',
  {
    ...of,
    messages: integer,
    /** Of these, what both sides see. */
    shared: integer,
    last_message_at: instant,
    unread_client: integer,
    unread_team: integer,
    revision: integer,
    ...stamps,
  },
  { key: ['kind', 'subject_id'], indexes: [['account_id']], tenant: true },
);
export const MESSAGES = table(
  'igny8_messages',
  {
    id: integer,
    ...of,
    number: integer,
    side: oneOf(...SIDES),
    author: json<FileBy>(),
    author_name: text,
    text,
    visibility: oneOf(...VISIBILITIES),
    files: json<readonly FileRef[]>(),
    at: instant,
    /** When the other side first had it before them. */
    read_at: instant.orNull,
    revision: integer,
  },
  { key: ['id'], indexes: [['kind', 'subject_id', 'number'], ['account_id']], tenant: true },
);
export type ConversationRow = Stored<typeof CONVERSATIONS>;
export type MessageRow = Stored<typeof MESSAGES>;

export const conversations: Projection = projection<ConversationEvent>({
  name: CONVERSATIONS.name,
  version: 1,
  tables: [CONVERSATIONS, MESSAGES],
  on: {
    async MessagePosted(rows, { data, at, revision }) {
      const { kind, subject_id, account_id, site_id, message_id, visibility, author } = data;
      const { number, author_name, text: said, files } = data;
      const side = sideOf(author);
      const shared = visibility === 'client' ? 1 : 0;
      const before = await rows.get(CONVERSATIONS, { kind, subject_id });
      rows.put(CONVERSATIONS, {
        kind,
        subject_id,
        account_id,
        site_id,
        messages: number,
        shared: (before?.shared ?? 0) + shared,
        last_message_at: at,
        unread_client: (before?.unread_client ?? 0) + (side === 'team' ? shared : 0),
        unread_team: (before?.unread_team ?? 0) + (side === 'client' ? shared : 0),
        revision,
        created_at: before?.created_at ?? at,
        updated_at: at,
      });
      rows.put(MESSAGES, {
        id: message_id,
        kind,
        subject_id,
        account_id,
        site_id,
        number,
        side,
        author,
        author_name,
        text: said,
        visibility,
        files,
        at,
        read_at: null,
        revision,
      });
    },
    async MessagesRead(rows, { data, at, revision }) {
      const { kind, subject_id, side, through } = data;
      const fresh = await rows.find(MESSAGES, { kind, subject_id, side: otherSide(side), read_at: null });
      const read = fresh.filter(({ number, visibility }) => visibility === 'client' && number <= through);
      for (const row of read) rows.put(MESSAGES, { ...row, read_at: at });
      const unread = side === 'client' ? 'unread_client' : 'unread_team';
      await rows.change(CONVERSATIONS, { kind, subject_id }, (row) => ({
        ...row,
        [unread]: row[unread] - read.length,
        revision,
        updated_at: at,
      }));
    },
  },
});
