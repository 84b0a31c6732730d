import type { ConversationKind, Visibility } from '#domain/services/conversation';
import { ofAccounts, tableReads } from '#runtime/scoped-reads';
import { listed, over, type Paging, type ReadScope, type RunReads } from '#runtime/table-reads';
import { CONVERSATIONS, MESSAGES } from './conversation.ts';
import { assignedSites } from './site-scope.ts';

type About = { readonly kind: ConversationKind; readonly id: number };

/** Questions about conversations, each asked inside the caller's scope; of one of them, once what it is about was found there. */
export function conversationReader(run: RunReads) {
  const { one } = tableReads(run, ofAccounts);
  const reads = over(run, CONVERSATIONS, MESSAGES);
  return {
    message: (scope: ReadScope, id: number) => one(MESSAGES, scope, { id }),
    conversation: (scope: ReadScope, { kind, id }: About) => one(CONVERSATIONS, scope, { kind, subject_id: id }),

    /** What was written about it; `visibility` leaves out the other. */
    messages: (scope: ReadScope, { kind, id }: About, visibility: Visibility | undefined, paging: Paging) =>
      reads(scope, (db) => {
        const all = db.selectFrom(MESSAGES.name).where('kind', '=', kind).where('subject_id', '=', id);
        const seen = visibility === undefined ? all : all.where('visibility', '=', visibility);
        return listed(seen, paging, 'id');
      }),

    /** Conversations with something in them that the asker may see. */
    conversations: (
      scope: ReadScope,
      filter: {
        readonly account_id?: number | undefined;
        readonly kind?: ConversationKind | undefined;
        readonly kinds: readonly ConversationKind[];
        readonly unreadBy?: 'unread_client' | 'unread_team' | undefined;
        readonly sharedOnly: boolean;
      },
      paging: Paging,
    ) =>
      reads(scope, (db) => {
        const { account_id, kind, kinds, unreadBy, sharedOnly } = filter;
        const { assignedTo } = scope;
        let query = ofAccounts(db.selectFrom(CONVERSATIONS.name), scope);
        // What is about no site is seen by who looks after one of the account's.
        if (assignedTo !== null)
          query = query.where(({ or, eb }) =>
            or([eb('site_id', 'is', null), eb('site_id', 'in', assignedSites(assignedTo))]),
          );
        if (account_id !== undefined) query = query.where('account_id', '=', account_id);
        query = query.where('kind', 'in', [...kinds, '' as ConversationKind]);
        if (kind !== undefined) query = query.where('kind', '=', kind);
        if (unreadBy !== undefined) query = query.where(unreadBy, '>', 0);
        if (sharedOnly) query = query.where('shared', '>', 0);
        return listed(query, paging, 'subject_id');
      }),
    /** The number of a message in its conversation; undefined where it is none of it. */
    number: async (scope: ReadScope, { kind, id }: About, message: number): Promise<number | undefined> => {
      const row = await one(MESSAGES, scope, { id: message });
      return row?.kind === kind && row.subject_id === id ? row.number : undefined;
    },
  };
}
export type ConversationReader = ReturnType<typeof conversationReader>;
