import { z } from 'zod';
import { there } from '#api/http/look-ups';
import { listSchema, page, pageQuery } from '#api/http/pagination';
import type { Principal, TenantScope } from '#api/http/principal';
import { accepted, bad, notFound, Problem } from '#api/http/problem';
import { idParam } from '#api/http/query';
import { ANYONE_OF, defineRoute, type FeatureRoutes } from '#api/http/routes';
import { idSchema, text } from '#api/http/schemas';
import { writerOf } from '#api/platform/file';
import { isClient } from '#api/platform/timeline';
import type { ConversationCommands } from '#commands/services/conversation';
import type { ConversationPorts } from '#commands/services/ports-conversation';
import type { FileId } from '#domain/kernel/ids';
import { houseWordIn } from '#domain/platform/house-words';
import { CONVERSATION_KINDS, MOST_FILES, VISIBILITIES } from '#domain/services/conversation';
import type { ConversationReader } from '#projections/services/conversation-reader';
import {
  type About,
  aboutOf,
  conversationAnswer,
  conversationSchema,
  kindsFor,
  messageAnswer,
  messageSchema,
  NOTHING_SAID,
  type SeenSubjects,
  subjectOf,
} from './conversation-access.ts';

export const CONVERSATIONS_BASE = '/api/v1/services/conversations/';
export const CONVERSATIONS_TAG = 'Conversations';
const ONE = `${CONVERSATIONS_BASE}{kind}/{id}/` as const;
/** Characters of a message. */
const LONGEST = 5_000;

export type ConversationApi = {
  readonly commands: ConversationCommands;
  readonly reader: ConversationReader;
  readonly subjects: SeenSubjects;
  readonly brandingOf: ConversationPorts['brandingOf'];
  readonly nameOf: (principal: Principal) => Promise<string>;
  /** Sealed under whoever says it: people write of people (spec 13, 4.10). */
  readonly sealed: (principal: Principal, account: number, text: string) => Promise<string>;
  /** Names of files that were sent for the account, as they were typed; of those that are not there none. */
  readonly fileNames: (account: number, ids: readonly number[]) => Promise<readonly (string | null)[]>;
};

/** What people write to each other about orders, subscriptions, reports and invoices (spec 11.3; 13, 2.7). */
export function conversationApi(deps: ConversationApi): FeatureRoutes {
  const { commands, reader, subjects, sealed } = deps;
  const resource = aboutOf(subjects);
  const summary = async (about: About, scope: TenantScope, principal: Principal) => {
    const { kind, id, subject } = about;
    const row = await reader.conversation(scope, about);
    const of = { kind, subject_id: id, account_id: subject.account_id, site_id: subject.site_id };
    return { body: row ? conversationAnswer(row, principal) : { ...of, ...NOTHING_SAID }, revision: row?.revision };
  };
  const answered = ({ body, revision }: Awaited<ReturnType<typeof summary>>) => ({
    status: 200 as const,
    body,
    ...(revision === undefined ? {} : { revision }),
  });

  return {
    name: 'conversation',
    routes: [
      defineRoute({
        method: 'get',
        path: CONVERSATIONS_BASE,
        operationId: 'listConversations',
        tag: CONVERSATIONS_TAG,
        summary: 'Conversations in which something was said',
        roles: ANYONE_OF.readers,
        // By kind: see `aboutOf`.
        needs: null,
        query: pageQuery(
          {
            account_id: idParam.optional(),
            kind: z.enum(CONVERSATION_KINDS).optional(),
            unread: z.enum(['true']).optional().meta({ description: 'only those with something unread' }),
          },
          ['last_message_at', 'subject_id'],
        ),
        answers: [{ status: 200, description: 'a page of conversations', schema: listSchema(conversationSchema) }],
        handle: async (call) => {
          const { account_id, kind, unread } = call.query;
          const sharedOnly = isClient(call.principal);
          const unreadBy = unread && (sharedOnly ? ('unread_client' as const) : ('unread_team' as const));
          const filter = { account_id, kind, kinds: kindsFor(call.principal), unreadBy, sharedOnly };
          const { count, rows } = await reader.conversations(call.scope, filter, call.query);
          const results = rows.map((row) => conversationAnswer(row, call.principal));
          return { status: 200, body: page(call, call.query, count, results) };
        },
      }),
      defineRoute({
        method: 'get',
        path: ONE,
        operationId: 'getConversation',
        tag: CONVERSATIONS_TAG,
        summary: 'How much was said, and what of it is unread',
        roles: ANYONE_OF.readers,
        // By kind: see `aboutOf`.
        needs: null,
        resource,
        answers: [{ status: 200, description: 'the conversation', schema: conversationSchema }],
        handle: async ({ resource: about, scope, principal }) => answered(await summary(about, scope, principal)),
      }),
      defineRoute({
        method: 'get',
        path: `${ONE}messages/`,
        operationId: 'listMessages',
        tag: CONVERSATIONS_TAG,
        summary: 'What was written, oldest first',
        roles: ANYONE_OF.readers,
        // By kind: see `aboutOf`.
        needs: null,
        resource,
        query: pageQuery({ visibility: z.enum(VISIBILITIES).optional().meta({ description: 'for whom they are' }) }, [
          'number',
        ]),
        answers: [{ status: 200, description: 'a page of messages', schema: listSchema(messageSchema) }],
        handle: async (call) => {
          const { resource: about, principal, scope, query } = call;
          // Those of the team are nobody else's: whoever buys and asks for them finds none.
          if (isClient(principal) && query.visibility === 'team')
            return { status: 200, body: page(call, query, 0, []) };
          const visibility = isClient(principal) ? 'client' : query.visibility;
          const { count, rows } = await reader.messages(scope, about, visibility, query);
          const revision = (await reader.conversation(scope, about))?.revision;
          return {
            status: 200,
            body: page(call, query, count, rows.map(messageAnswer)),
            ...(revision === undefined ? {} : { revision }),
          };
        },
      }),
      defineRoute({
        method: 'post',
        path: `${ONE}messages/`,
        operationId: 'postMessage',
        tag: CONVERSATIONS_TAG,
        summary: 'Write to the other side, or among the team',
        description:
          'It is never changed or taken back. The other side is told by mail once nothing more was written for 15 minutes, after an hour at the latest. Those who buy write for both sides (`client`).',
        roles: ANYONE_OF.readers,
        // By kind: see `aboutOf`.
        needs: null,
        resource,
        body: z.strictObject({
          text: text(LONGEST),
          visibility: z.enum(VISIBILITIES).default('client'),
          files: z.array(idSchema).max(MOST_FILES).optional(),
        }),
        bodyExample: { text: 'The draft looks good to us.', visibility: 'client' },
        answers: [{ status: 201, description: 'the message', schema: messageSchema }],
        handle: async ({ resource: about, principal, body, cause, ifMatch }) => {
          const { visibility, files = [] } = body;
          const { subject } = about;
          if (new Set(files).size < files.length) throw bad('/files', 'name each file once');
          if (visibility === 'client' && !subject.shown && !isClient(principal))
            throw new Problem('invalid_state', 'the client does not see this yet, so nobody could answer', {
              current_state: 'hidden',
            });
          const authorName = await checkedName(deps, about, principal, { text: body.text, files });
          const message = {
            author: writerOf(principal),
            authorName: await sealed(principal, subject.account_id, authorName),
            text: await sealed(principal, subject.account_id, body.text),
            visibility,
            files: files as FileId[],
          };
          const posted = await commands.post(subjectOf(about), message, cause, { expected: ifMatch });
          if ('missing' in posted)
            throw bad(
              `/files/${files.indexOf(posted.missing)}`,
              'you have sent no such file for this account, or it is gone',
            );
          const { revision, position } = accepted(posted);
          const made = async (all: TenantScope) => messageAnswer(there(await reader.message(all, posted.id)));
          return { status: 201, body: made, revision, position };
        },
      }),
      defineRoute({
        method: 'post',
        path: `${ONE}read/`,
        operationId: 'markMessagesRead',
        tag: CONVERSATIONS_TAG,
        summary: 'Note that the caller’s side has read the other’s messages, up to one of them',
        roles: ANYONE_OF.readers,
        // By kind: see `aboutOf`.
        needs: null,
        resource,
        body: z.strictObject({ through: idSchema.meta({ description: 'the id of the last message that was read' }) }),
        bodyExample: { through: 7 },
        answers: [{ status: 200, description: 'the conversation', schema: conversationSchema }],
        handle: async ({ resource: about, scope, principal, body, cause, ifMatch }) => {
          const row = await reader.message(scope, body.through);
          const isHere = row?.kind === about.kind && row.subject_id === about.id;
          if (!row || !isHere || (isClient(principal) && row.visibility === 'team')) throw notFound('message');
          const read = { through: row.number, by: writerOf(principal) };
          const result = await commands.markRead(subjectOf(about), read, cause, { expected: ifMatch });
          const { revision, position } = accepted(result);
          return {
            status: 200,
            body: async (all: TenantScope) => (await summary(about, all, principal)).body,
            revision,
            position,
          };
        },
      }),
    ],
  };
}

/**
 * What the author is called. Of an agency's client the team writes under the agency's brand: in what it types no word of the house
 * may stand (spec 13, 4.4), and a name that says one is not shown.
 */
async function checkedName(
  { brandingOf, nameOf, fileNames }: ConversationApi,
  { subject }: About,
  principal: Principal,
  { text: said, files }: { readonly text: string; readonly files: readonly number[] },
): Promise<string> {
  const name = await nameOf(principal);
  if (isClient(principal) || (await brandingOf(subject)) === null) return name;
  const [word, ...names] = [
    houseWordIn(said),
    ...(await fileNames(subject.account_id, files)).map((each) => houseWordIn(each ?? '')),
  ];
  if (word) throw bad('/text', `“${word}” is no word that the agency’s client should read`);
  const at = names.findIndex((each) => each !== null);
  if (at !== -1) throw bad(`/files/${at}`, `“${names[at]}” is no word that the agency’s client should read`);
  return houseWordIn(name) === null ? name : 'account manager';
}
