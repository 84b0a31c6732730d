import { z } from 'zod';
import { there } from '#api/http/look-ups';
import { listSchema, page, pageQuery } from '#api/http/pagination';
import type { TenantScope } from '#api/http/principal';
import { accepted, notFound } from '#api/http/problem';
import { ANYONE_OF, defineRoute, type FeatureRoutes, type Reply } from '#api/http/routes';
import { idSchema, text } from '#api/http/schemas';
import { columnSchemas, pick } from '#api/http/table-schema';
import type { OrderResult } from '#commands/links/backlink-order';
import type { AgreementCommands } from '#commands/links/backlink-order-agreement';
import type { BacklinkId, ClaimId } from '#domain/kernel/ids';
import { GUARANTEE_REASONS } from '#domain/links/guarantee';
import { CLAIMS, type ClaimRow } from '#projections/links/backlink-order-claim';
import type { OrderRow } from '#projections/links/backlink-order-table';
import type { BacklinkReader } from '#projections/links/backlink-reader';
import { authorOf, deciderOf } from './authors.ts';

const BASE = '/api/v1/services/backlink-orders/{id}/guarantee-claims/';
const TAG = 'Guarantee claims';
const STATUSES = ['open', 'accepted', 'refused', 'remedied'] as const;
const TOLD = [
  'id',
  'account_id',
  'site_id',
  'order_id',
  'backlink_id',
  'reason',
  'note',
  'claimed_by',
  'claimed_on',
  'status',
  'refused_because',
  'check_id',
  'remedy',
  'amount',
  'replacement_id',
  'credit_note_id',
  'settled_at',
  'created_at',
  'updated_at',
] as const;
const claimSchema = z.object(columnSchemas(CLAIMS, ...TOLD)).meta({ id: 'GuaranteeClaim' });
const answer = (row: ClaimRow) => pick(row, TOLD);

type Deps = { readonly agreements: AgreementCommands; readonly reader: BacklinkReader };

/** Claims on the guarantee of an order's links. A live check raises one by itself. */
export function guaranteeClaimApi({ agreements, reader }: Deps): FeatureRoutes {
  type At = { readonly id: number; readonly scope: TenantScope };
  const order = async ({ id, scope }: At): Promise<OrderRow> => {
    const row = await reader.order(scope, id);
    if (!row) throw notFound('backlink order');
    return row;
  };
  type AtClaim = At & { readonly params: { readonly claim_id: number } };
  const resource = async ({ id, scope, params }: AtClaim): Promise<ClaimRow> => {
    const row = await reader.claim(scope, params.claim_id);
    if (row?.order_id !== id) throw notFound('claim');
    return row;
  };
  const whose = <C extends object>(call: { cause: C; resource: { account_id: number; site_id: number } }) => ({
    ...call.cause,
    accountId: call.resource.account_id,
    siteId: call.resource.site_id,
  });
  const decided = (id: number, result: OrderResult, status: 200 | 201 = 200): Reply => {
    const { revision, position } = accepted(result);
    return {
      status,
      body: async (scope: TenantScope) => answer(there(await reader.claim(scope, id))),
      revision,
      position,
    };
  };
  return {
    name: 'guarantee-claim',
    routes: [
      defineRoute({
        method: 'get',
        path: BASE,
        operationId: 'listGuaranteeClaims',
        needs: 'orders',
        tag: TAG,
        summary: 'Claims on the guarantee of an order’s links',
        roles: ANYONE_OF.readers,
        query: pageQuery({ status: z.enum(STATUSES).optional() }, ['id', 'created_at', 'status']),
        answers: [{ status: 200, description: 'a page of claims', schema: listSchema(claimSchema) }],
        resource: order,
        handle: async (call) => {
          const filter = { order_id: call.id, status: call.query.status };
          const { count, rows } = await reader.claims(call.scope, filter, call.query);
          return { status: 200, body: page(call, call.query, count, rows.map(answer)) };
        },
      }),
      defineRoute({
        method: 'post',
        path: BASE,
        operationId: 'claimGuarantee',
        needs: 'orders',
        tag: TAG,
        summary: 'Claim the guarantee of a link; looks at its page prove it',
        roles: ANYONE_OF.readers,
        body: z.strictObject({ backlink_id: idSchema, reason: z.enum(GUARANTEE_REASONS), note: text(2000).optional() }),
        bodyExample: { backlink_id: 4, reason: 'lost', note: 'the post is there, the link is not' },
        answers: [{ status: 201, description: 'claimed', schema: claimSchema }],
        resource: order,
        handle: async (call) => {
          const { principal, body, resource: row } = call;
          const { backlink_id, reason, note = null } = body;
          const input = {
            by: deciderOf(principal),
            author: authorOf(principal, row.account_id),
            backlinkId: backlink_id as BacklinkId,
            reason,
            note,
          };
          const result = await agreements.claim(call.id, input, whose(call), { expected: call.ifMatch });
          return decided(result.id, result, 201);
        },
      }),
      defineRoute({
        method: 'post',
        path: `${BASE}{claim_id}/`,
        operationId: 'settleGuaranteeClaim',
        tag: TAG,
        summary: 'Decide a claim by hand, where looks at the page cannot',
        roles: ANYONE_OF.staff,
        body: z.strictObject({ outcome: z.enum(['accepted', 'refused']), note: text(2000) }),
        bodyExample: { outcome: 'accepted', note: 'the blog’s owner says the post was taken out of the index' },
        answers: [{ status: 200, description: 'the claim as it is now', schema: claimSchema }],
        resource,
        handle: async (call) => {
          const { principal, body, resource: row } = call;
          const input = { by: deciderOf(principal), author: authorOf(principal, row.account_id), ...body };
          const claimId = row.id as ClaimId;
          const options = { expected: call.ifMatch };
          return decided(row.id, await agreements.settleClaim(call.id, claimId, input, whose(call), options));
        },
      }),
    ],
  };
}
