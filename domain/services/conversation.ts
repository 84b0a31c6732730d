import { accept, type Decider, type DomainEvent, refuse } from '#domain/kernel/decider';
import type { AccountId, MessageId, SiteId } from '#domain/kernel/ids';
import type { Instant } from '#domain/kernel/time';
import type { May } from '#domain/platform/member';
import type { FileBy, FileRef } from '#domain/platform/stored-file';

/** What people write to each other about. */
export const CONVERSATION_KINDS = ['order', 'subscription', 'report', 'invoice'] as const;
export type ConversationKind = (typeof CONVERSATION_KINDS)[number];
/** The right that a member of the account needs to read and write there. */
export const CONVERSATION_NEEDS = {
  order: 'orders',
  subscription: 'orders',
  report: 'reports',
  invoice: 'invoices',
} as const satisfies Record<ConversationKind, May>;
/** For both sides, or among those who serve. */
export const VISIBILITIES = ['client', 'team'] as const;
export type Visibility = (typeof VISIBILITIES)[number];
/** Those who buy, agencies among them, and those who serve. */
export const SIDES = ['client', 'team'] as const;
export type Side = (typeof SIDES)[number];
export const sideOf = ({ role }: Pick<FileBy, 'role'>): Side =>
  role === 'client' || role === 'agency' ? 'client' : 'team';
export const otherSide = (side: Side): Side => (side === 'client' ? 'team' : 'client');

/** A message has so many files at most. */
export const MOST_FILES = 10;

type Of = {
  readonly kind: ConversationKind;
  readonly subject_id: number;
  readonly account_id: AccountId;
  readonly site_id: SiteId | null;
};
export type ConversationEvent =
  /** `number` counts in the conversation from 1. Text, name of the author and names of files are sealed under the author. */
  | DomainEvent<
      'MessagePosted',
      Of & {
        readonly message_id: MessageId;
        readonly number: number;
        readonly author: FileBy;
        readonly author_name: string;
        readonly text: string;
        readonly visibility: Visibility;
        readonly files: readonly FileRef[];
      }
    >
  /** One side has seen the other's messages up to that number. */
  | DomainEvent<'MessagesRead', Of & { readonly side: Side; readonly through: number; readonly by: FileBy }>;

/** By side: the number of its last message for both, and how far it has read. */
type BySide = Readonly<Record<Side, number>>;
export type Conversation = { readonly messages: number; readonly said: BySide; readonly read: BySide };

export type ConversationSubject = {
  readonly kind: ConversationKind;
  readonly subjectId: number;
  readonly accountId: AccountId;
  readonly siteId: SiteId | null;
};
export type ConversationCommand = { readonly now: Instant; readonly subject: ConversationSubject } & (
  | {
      readonly type: 'Post';
      readonly id: MessageId;
      readonly author: FileBy;
      readonly authorName: string;
      readonly text: string;
      readonly visibility: Visibility;
      readonly files: readonly FileRef[];
    }
  | { readonly type: 'MarkRead'; readonly through: number; readonly by: FileBy }
);
export type ConversationRefusal = { readonly code: 'forbidden'; readonly message: string };

/** What is said about one thing. Nothing is changed or taken back: it may be evidence one day. */
export const conversation: Decider<ConversationCommand, Conversation, ConversationEvent, ConversationRefusal> = {
  initial: { messages: 0, said: { client: 0, team: 0 }, read: { client: 0, team: 0 } },
  evolve: (state, event): Conversation => {
    switch (event.type) {
      case 'MessagePosted': {
        const { number, author, visibility } = event.data;
        const said = visibility === 'team' ? state.said : { ...state.said, [sideOf(author)]: number };
        return { ...state, messages: number, said };
      }
      case 'MessagesRead':
        return { ...state, read: { ...state.read, [event.data.side]: event.data.through } };
    }
  },
  decide: (command, state) => {
    const { now: at, subject } = command;
    const { kind, subjectId: subject_id, accountId: account_id, siteId: site_id } = subject;
    const of = { kind, subject_id, account_id, site_id };
    if (command.type === 'Post') {
      const { id: message_id, author, authorName: author_name, text, visibility, files } = command;
      if (visibility === 'team' && sideOf(author) === 'client')
        return refuse({ code: 'forbidden', message: 'those who buy write for both sides' });
      const number = state.messages + 1;
      return accept({
        type: 'MessagePosted',
        at,
        data: { ...of, message_id, number, author, author_name, text, visibility, files },
      });
    }
    const side = sideOf(command.by);
    const through = Math.min(command.through, state.said[otherSide(side)]);
    if (through <= state.read[side]) return accept();
    return accept({ type: 'MessagesRead', at, data: { ...of, side, through, by: command.by } });
  },
};
