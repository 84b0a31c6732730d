import { z } from 'zod';
import { there } from '#api/http/look-ups';
import type { TenantScope } from '#api/http/principal';
import { accepted, notFound } from '#api/http/problem';
import { ANYONE_OF, defineRoute, type FeatureRoutes } from '#api/http/routes';
import { dayText, idSchema } from '#api/http/schemas';
import type { AgreementCommands } from '#commands/links/backlink-order-agreement';
import type { KnownOrder } from '#domain/links/backlink-order-state';
import { QUESTION_KINDS } from '#domain/links/brief';
import type { OrderRow } from '#projections/links/backlink-order-table';
import type { BacklinkReader } from '#projections/links/backlink-reader';
import { authorOf } from './authors.ts';

const PATH = '/api/v1/services/backlink-orders/{id}/brief/';
const TAG = 'Backlink orders';

const answers = z.record(
  z.string().max(41),
  z.union([z.string().trim().max(5000), z.array(z.string().trim().max(500)).max(100)]),
);
const briefSchema = z
  .object({
    order_id: idSchema,
    status: z.enum(['waiting', 'complete']),
    waiting_for: z.enum(['client', 'us']).meta({ description: 'whose turn it is' }),
    questions: z.array(
      z.object({
        key: z.string(),
        label: z.string(),
        kind: z.enum(QUESTION_KINDS),
        required: z.boolean(),
        max: z.int(),
        options: z.array(z.string()).optional(),
      }),
    ),
    answers,
    completed_at: z.string().nullable(),
    due_date: dayText.nullable(),
  })
  .meta({ id: 'Brief' });

type Known = Pick<OrderRow, 'id' | 'due_date' | 'brief_completed_at'> & {
  readonly brief: NonNullable<KnownOrder['brief']>;
};
const answer = ({ id, due_date, brief_completed_at, brief }: Known) => ({
  order_id: id,
  status: brief.complete ? 'complete' : 'waiting',
  waiting_for: brief.complete ? 'us' : 'client',
  questions: brief.questions,
  answers: brief.answers,
  completed_at: brief_completed_at,
  due_date,
});

type Deps = {
  readonly agreements: AgreementCommands;
  readonly reader: BacklinkReader;
};

/** What an order must know of its client before work begins. */
export function backlinkOrderBriefApi({ agreements, reader }: Deps): FeatureRoutes {
  const known = (row: OrderRow | undefined): Known => {
    const brief = row?.state.brief ?? null;
    if (!row || brief === null) throw notFound('brief');
    return { ...row, brief };
  };
  const resource = async ({ id, scope }: { readonly id: number; readonly scope: TenantScope }): Promise<OrderRow> => {
    const row = await reader.order(scope, id);
    known(row);
    return row as OrderRow;
  };
  const one = [{ status: 200, description: 'the brief', schema: briefSchema }] as const;
  return {
    name: 'backlink-order-brief',
    routes: [
      defineRoute({
        method: 'get',
        path: PATH,
        operationId: 'getOrderBrief',
        needs: 'orders',
        tag: TAG,
        summary: 'What the order asks its client, and what was answered',
        roles: ANYONE_OF.readers,
        answers: one,
        resource,
        handle: async ({ resource: row }) => ({ status: 200, body: answer(known(row)), revision: row.revision }),
      }),
      defineRoute({
        method: 'put',
        path: PATH,
        operationId: 'answerOrderBrief',
        needs: 'orders',
        tag: TAG,
        summary: 'Answer the brief, whole; with `complete` work begins and the due date counts',
        roles: ANYONE_OF.readers,
        body: z.strictObject({ answers, complete: z.boolean().optional() }),
        bodyExample: {
          answers: {
            target_pages: ['https://acorn.example/savings'],
            anchors: ['savings calculator'],
            audience: 'families',
          },
          complete: true,
        },
        answers: one,
        resource,
        handle: async (call) => {
          const { resource: row, body, principal } = call;
          const input = {
            answers: body.answers,
            complete: body.complete === true,
            author: authorOf(principal, row.account_id),
          };
          const cause = { ...call.cause, accountId: row.account_id, siteId: row.site_id };
          const { revision, position } = accepted(
            await agreements.answerBrief(call.id, input, cause, { expected: call.ifMatch }),
          );
          return {
            status: 200,
            body: async (scope: TenantScope) => answer(known(there(await reader.order(scope, call.id)))),
            revision,
            position,
          };
        },
      }),
    ],
  };
}
