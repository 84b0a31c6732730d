import { z } from 'zod';
import { FOR_PEOPLE, fits } from '#api/http/people';
import { notFound } from '#api/http/problem';
import { ANYONE_OF, defineRoute, type FeatureRoutes } from '#api/http/routes';
import { instantText } from '#api/http/schemas';
import { isClient } from '#api/platform/timeline';
import type { StoredFileCommands } from '#commands/platform/stored-file';
import type { ConversationPorts } from '#commands/services/ports-conversation';
import type { AccountId, SiteId } from '#domain/kernel/ids';
import { type Instant, plusMinutes } from '#domain/kernel/time';
import { attachment } from '#domain/platform/file-name';
import type { FileRef } from '#domain/platform/stored-file';
import type { MessageRow } from '#projections/services/conversation';
import type { ConversationReader } from '#projections/services/conversation-reader';
import { CONVERSATIONS_BASE, CONVERSATIONS_TAG } from './conversation.ts';
import { aboutOf, type SeenSubjects } from './conversation-access.ts';

/** How long a link opens at most (spec 13, 4.7). */
const MINUTES = 15;
/** Below whatever host links lead to; nothing in it says whose system it is. */
export const SENT_FILES = '/files/';
type Ticket = {
  readonly what: 'sent_file';
  readonly message: number;
  readonly file: number;
  readonly account: number;
  readonly until: Instant;
  /** The token that it was made with; left out where it was made with another credential. */
  readonly by?: number;
};

export type MessageFilesApi = {
  readonly reader: ConversationReader;
  readonly subjects: SeenSubjects;
  readonly files: Pick<StoredFileCommands, 'bytes'>;
  readonly brandingOf: ConversationPorts['brandingOf'];
  readonly open: (text: string) => Promise<string>;
  readonly tickets: { seal(content: object): string; open(ticket: string): unknown };
  readonly now: () => Instant;
  /** Of the house; where an agency's clients are, links name no host. */
  readonly origin: string;
  /** Whether that token is still accepted. */
  readonly accepts: (tokenId: number) => Promise<boolean>;
};

/** Files of messages, by links for people that open for a quarter of an hour. */
export function messageFilesApi(deps: MessageFilesApi): FeatureRoutes {
  const { reader, files, brandingOf, open, tickets, now, accepts } = deps;
  const opened = async (text: string): Promise<Ticket | null> => {
    const found = tickets.open(text) as Ticket | null;
    if (found?.what !== 'sent_file' || found.until <= now()) return null;
    return found.by === undefined || (await accepts(found.by)) ? found : null;
  };
  const fileOf = (row: MessageRow, id: number): FileRef | undefined => row.files.find((file) => file.id === id);
  const ofRow = ({ account_id, site_id }: MessageRow) => ({
    account_id: account_id as AccountId,
    site_id: site_id as SiteId | null,
  });

  return {
    name: 'message-files',
    routes: [
      defineRoute({
        method: 'post',
        path: `${CONVERSATIONS_BASE}{kind}/{id}/messages/{message_id}/files/{file_id}/link/`,
        operationId: 'linkMessageFile',
        tag: CONVERSATIONS_TAG,
        summary: 'A link to a file of a message that opens without a token',
        description: `For ${MINUTES} minutes, and no longer than the token that it was made with.`,
        roles: ANYONE_OF.readers,
        // By kind: see `aboutOf`.
        needs: null,
        scope: 'read',
        body: z.strictObject({}),
        bodyExample: {},
        resource: async (visit) => {
          const about = await aboutOf(deps.subjects)(visit);
          const row = await reader.message(visit.scope, visit.params.message_id);
          const isHere = row?.kind === about.kind && row.subject_id === about.id;
          const hidden = isClient(visit.principal) && row?.visibility === 'team';
          if (!row || !isHere || hidden || !fileOf(row, visit.params.file_id)) throw notFound('file');
          return { row, subject: about.subject };
        },
        answers: [
          {
            status: 201,
            description: 'the link',
            schema: z.object({ url: z.string(), expires_at: instantText }).meta({ id: 'FileLink' }),
          },
        ],
        handle: async ({ resource: { row, subject }, params, principal }) => {
          const latest = plusMinutes(now(), MINUTES);
          const until = principal.until !== null && principal.until < latest ? principal.until : latest;
          const by = principal.tokenId;
          const ticket: Ticket = {
            what: 'sent_file',
            message: row.id,
            file: params.file_id,
            account: row.account_id,
            until,
            ...(by === null ? {} : { by }),
          };
          const origin = (await brandingOf(subject)) === null ? deps.origin : '';
          return { status: 201, body: { url: `${origin}${SENT_FILES}${tickets.seal(ticket)}/`, expires_at: until } };
        },
      }),
      defineRoute({
        method: 'get',
        path: `${SENT_FILES}{ticket}/`,
        operationId: 'getLinkedMessageFile',
        tag: CONVERSATIONS_TAG,
        summary: 'The file that a link opens, to be saved',
        roles: 'public',
        everyHost: true,
        patient: true,
        rateName: ({ ticket }) => {
          const found = tickets.open(ticket) as Ticket | null;
          return found && `file ${found.file}`;
        },
        resource: async ({ c, params }) => {
          const ticket = await opened(params.ticket);
          if (ticket === null) return null;
          const row = await reader.message({ accounts: [ticket.account], assignedTo: null }, ticket.message);
          const file = row && fileOf(row, ticket.file);
          return file && fits(c.get('host'), await brandingOf(ofRow(row))) ? { file, account: ticket.account } : null;
        },
        answers: [{ status: 200, description: 'the file', contentType: 'application/octet-stream' }],
        handle: async ({ resource: { file, account } }) => {
          const bytes = await files.bytes(account, file);
          if (!bytes) throw notFound('file');
          return {
            status: 200,
            raw: bytes,
            headers: {
              ...FOR_PEOPLE,
              'Content-Type': file.type.startsWith('text/') ? `${file.type}; charset=utf-8` : file.type,
              'Content-Disposition': attachment(await open(file.name)),
              'Content-Security-Policy': "default-src 'none'; sandbox",
              'Cache-Control': 'private, no-store',
              'X-Content-Type-Options': 'nosniff',
            },
          };
        },
      }),
    ],
  };
}
