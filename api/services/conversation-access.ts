import { z } from 'zod';
import type { Principal, TenantScope } from '#api/http/principal';
import { notFound, Problem } from '#api/http/problem';
import { idSchema, instantText } from '#api/http/schemas';
import { columnSchemas, pick } from '#api/http/table-schema';
import { fileSchema } from '#api/platform/file';
import { isClient } from '#api/platform/timeline';
import type { Subject } from '#commands/services/ports-conversation';
import {
  CONVERSATION_KINDS,
  CONVERSATION_NEEDS,
  type ConversationKind,
  type ConversationSubject,
} from '#domain/services/conversation';
import { CONVERSATIONS, type ConversationRow, MESSAGES, type MessageRow } from '#projections/services/conversation';

/** Of one kind, inside of what the caller may see, as its room shows it to them. */
export type SeenSubject = (
  visit: { readonly scope: TenantScope; readonly principal: Principal },
  id: number,
) => Promise<Subject | null>;
export type SeenSubjects = { readonly [Kind in ConversationKind]: SeenSubject };

type Visit = {
  readonly params: { readonly kind: string; readonly id: number };
  readonly scope: TenantScope;
  readonly principal: Principal;
};
export type About = { readonly kind: ConversationKind; readonly id: number; readonly subject: Subject };

/** What the caller may read about at all. */
export const kindsFor = ({ may }: Principal): readonly ConversationKind[] =>
  CONVERSATION_KINDS.filter((kind) => may.includes(CONVERSATION_NEEDS[kind]));

/** What the path names, for whoever may read that: a conversation has the readers of what it is about. */
export const aboutOf =
  (subjects: SeenSubjects) =>
  async ({ params, scope, principal }: Visit): Promise<About> => {
    const kind = CONVERSATION_KINDS.find((each) => each === params.kind);
    if (kind === undefined) throw notFound('conversation');
    const subject = await subjects[kind]({ scope, principal }, params.id);
    if (!subject) throw notFound(kind);
    const needs = CONVERSATION_NEEDS[kind];
    if (!principal.may.includes(needs))
      throw new Problem('not_permitted', `this needs the right ${needs}, which you do not hold for the account`);
    return { kind, id: params.id, subject };
  };

export const subjectOf = ({ kind, id, subject }: About): ConversationSubject => ({
  kind,
  subjectId: id,
  accountId: subject.account_id,
  siteId: subject.site_id,
});

export const messageSchema = z
  .object({
    ...columnSchemas(MESSAGES, 'id', 'kind', 'subject_id'),
    author: z.object({
      kind: z.enum(['admin', 'account_manager', 'agency', 'client']),
      id: idSchema.optional(),
      name: z.string(),
    }),
    ...columnSchemas(MESSAGES, 'text', 'visibility'),
    files: z.array(fileSchema),
    at: instantText,
    read_at: instantText.nullable().meta({ description: 'when the other side first had it before them' }),
  })
  .meta({ id: 'Message' });

export const messageAnswer = (row: MessageRow) => {
  const { id, kind, subject_id, author, author_name: name, text, visibility, files, at, read_at } = row;
  const who = { kind: author.role, ...(author.id === null ? {} : { id: author.id }), name };
  return { id, kind, subject_id, author: who, text, visibility, files, at, read_at };
};

const SHOWN = ['kind', 'subject_id', 'account_id', 'site_id', 'last_message_at'] as const;
export const conversationSchema = z
  .object({
    ...columnSchemas(CONVERSATIONS, 'kind', 'subject_id', 'account_id', 'site_id'),
    messages: z.int().meta({ description: 'of those that the caller sees' }),
    unread: z.int().meta({ description: 'of the other side, by the caller’s' }),
    last_message_at: instantText.nullable(),
  })
  .meta({ id: 'Conversation' });

/** As the caller's side has it. */
export const conversationAnswer = (row: ConversationRow, principal: Principal) => ({
  ...pick(row, SHOWN),
  messages: isClient(principal) ? row.shared : row.messages,
  unread: isClient(principal) ? row.unread_client : row.unread_team,
});
export const NOTHING_SAID = { messages: 0, unread: 0, last_message_at: null } as const;
