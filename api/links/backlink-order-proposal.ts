import { z } from 'zod';
import { there } from '#api/http/look-ups';
import { listSchema, page, pageQuery } from '#api/http/pagination';
import type { TenantScope } from '#api/http/principal';
import { accepted, bad, notFound } from '#api/http/problem';
import { ANYONE_OF, defineRoute, type FeatureRoutes, type Reply } from '#api/http/routes';
import { price, publicAddress, text } from '#api/http/schemas';
import { columnSchemas, pick } from '#api/http/table-schema';
import { isClient } from '#api/platform/timeline';
import type { OrderResult } from '#commands/links/backlink-order';
import type { AgreementCommands } from '#commands/links/backlink-order-agreement';
import type { ProposalId } from '#domain/kernel/ids';
import { domainForm } from '#domain/kernel/web-address';
import { VENDORS } from '#domain/links/backlink-order-messages';
import { PROPOSALS, type ProposalRow } from '#projections/links/backlink-order-proposal';
import type { OrderRow } from '#projections/links/backlink-order-table';
import type { BacklinkReader } from '#projections/links/backlink-reader';
import { authorOf, deciderOf } from './authors.ts';
import { orderAnswer, orderSchema } from './backlink-order-schemas.ts';

const BASE = '/api/v1/services/backlink-orders/{id}/links/proposals/';
const TAG = 'Placement proposals';
const DECIDERS = ['admin', 'agency', 'client'] as const;

const metrics = z.strictObject({
  dr: z.int().min(0).max(100).optional(),
  traffic: z.int().min(0).optional(),
});
const proposalBody = z
  .strictObject({
    source_url: publicAddress.optional(),
    domain: text(253).optional().meta({ description: 'where the page is not known yet' }),
    target_url: publicAddress,
    anchor_text: text(500),
    vendor: z.enum(VENDORS),
    cost: price,
    metrics: metrics.optional(),
  })
  .refine(({ source_url, domain }) => (source_url === undefined) !== (domain === undefined), {
    message: 'give source_url, or domain',
    path: ['source_url'],
  });

const TOLD = [
  'id',
  'account_id',
  'site_id',
  'order_id',
  'source_url',
  'source_domain',
  'anchor_text',
  'target_url',
  'metrics',
  'status',
  'approved_by',
  'proposed_on',
  'silent_on',
  'backlink_id',
  'decided_at',
  'created_at',
  'updated_at',
] as const;
export const proposalSchema = z
  .object({
    ...columnSchemas(PROPOSALS, 'id', 'account_id', 'site_id', 'order_id', 'source_url', 'source_domain'),
    ...columnSchemas(PROPOSALS, 'anchor_text', 'target_url'),
    metrics: metrics.nullable(),
    ...columnSchemas(PROPOSALS, 'status'),
    approved_by: z.string().nullable().meta({ description: 'client, agency, admin, or silence' }),
    ...columnSchemas(PROPOSALS, 'reason', 'proposed_on'),
    silent_on: columnSchemas(PROPOSALS, 'silent_on').silent_on.meta({ description: 'when silence approves it' }),
    ...columnSchemas(PROPOSALS, 'backlink_id', 'decided_at', 'created_at', 'updated_at'),
    vendor: z.string().optional().meta({ description: 'not for clients' }),
    cost: z.string().optional().meta({ description: 'not for clients' }),
  })
  .meta({ id: 'PlacementProposal' });

/** A proposal as the API answers it; clients see neither vendor nor cost, nor why staff withdrew it. */
export function proposalAnswer(row: ProposalRow, forClient: boolean) {
  const { vendor, cost, reason, status } = row;
  return {
    ...pick(row, TOLD),
    reason: forClient && status === 'withdrawn' ? null : reason,
    ...(forClient ? {} : { vendor, cost }),
  };
}

type Deps = { readonly agreements: AgreementCommands; readonly reader: BacklinkReader };

/** Placements that the client is asked about before they are made. */
export function placementProposalApi({ agreements, reader }: Deps): FeatureRoutes {
  type At = { readonly id: number; readonly scope: TenantScope };
  const order = async ({ id, scope }: At): Promise<OrderRow> => {
    const row = await reader.order(scope, id);
    if (!row) throw notFound('backlink order');
    return row;
  };
  type AtProposal = At & { readonly params: { readonly proposal_id: number } };
  const resource = async ({ id, scope, params }: AtProposal): Promise<ProposalRow> => {
    const row = await reader.proposal(scope, params.proposal_id);
    if (row?.order_id !== id) throw notFound('proposal');
    return row;
  };
  const whose = <C extends object>(call: { cause: C; resource: { account_id: number; site_id: number } }) => ({
    ...call.cause,
    accountId: call.resource.account_id,
    siteId: call.resource.site_id,
  });
  const decided = (id: number, result: OrderResult, forClient: boolean, status: 200 | 201 = 200): Reply => {
    const { revision, position } = accepted(result);
    return {
      status,
      body: async (scope: TenantScope) => proposalAnswer(there(await reader.proposal(scope, id)), forClient),
      revision,
      position,
    };
  };
  const one = [{ status: 200, description: 'the proposal as it is now', schema: proposalSchema }] as const;
  const idOf = ({ params }: { readonly params: { readonly proposal_id: number } }) => params.proposal_id as ProposalId;

  return {
    name: 'placement-proposal',
    routes: [
      defineRoute({
        method: 'get',
        path: BASE,
        operationId: 'listPlacementProposals',
        needs: 'orders',
        tag: TAG,
        summary: 'The placements that the client of an order is asked about',
        roles: ANYONE_OF.readers,
        query: pageQuery({ status: z.enum(['proposed', 'approved', 'rejected', 'withdrawn', 'placed']).optional() }, [
          'id',
          'created_at',
          'status',
        ]),
        answers: [{ status: 200, description: 'a page of proposals', schema: listSchema(proposalSchema) }],
        resource: order,
        handle: async (call) => {
          const filter = { order_id: call.id, status: call.query.status };
          const { count, rows } = await reader.proposals(call.scope, filter, call.query);
          const results = rows.map((row) => proposalAnswer(row, isClient(call.principal)));
          return { status: 200, body: page(call, call.query, count, results) };
        },
      }),
      defineRoute({
        method: 'post',
        path: BASE,
        operationId: 'proposePlacement',
        tag: TAG,
        summary: 'Propose a placement to the client, who is told by mail',
        description:
          'Of an order with `placement_approval: client`. Silence for seven days from an accepted mail approves; what was approved is placed with its `proposal_id`.',
        roles: ANYONE_OF.staff,
        body: proposalBody,
        bodyExample: {
          source_url: 'https://blog.example.org/how-to-save',
          target_url: 'https://acorn.example/savings',
          anchor_text: 'savings calculator',
          vendor: 'fatgrid',
          cost: '62.50',
          metrics: { dr: 42 },
        },
        answers: [{ status: 201, description: 'proposed', schema: proposalSchema }],
        resource: order,
        handle: async (call) => {
          const { source_url, domain, target_url, anchor_text, vendor, cost, metrics: known } = call.body;
          const source_domain = domainForm(source_url ?? domain ?? '');
          if (source_domain === null) throw bad('/domain', 'must be a domain such as blog.example');
          const url = source_url === undefined ? null : new URL(source_url).href;
          const { dr, traffic } = known ?? {};
          const metrics =
            known === undefined
              ? null
              : { ...(dr === undefined ? {} : { dr }), ...(traffic === undefined ? {} : { traffic }) };
          const result = await agreements.propose(
            call.id,
            {
              placement: { source_url: url, source_domain, target_url, anchor_text },
              vendor,
              cost,
              metrics,
              by: deciderOf(call.principal),
            },
            whose(call),
            { expected: call.ifMatch },
          );
          return decided(result.id, result, false, 201);
        },
      }),
      defineRoute({
        method: 'post',
        path: `${BASE}{proposal_id}/approve/`,
        operationId: 'approvePlacement',
        needs: 'approve',
        tag: TAG,
        summary: 'Approve a proposed placement',
        roles: DECIDERS,
        body: z.strictObject({}),
        answers: one,
        resource,
        handle: async (call) => {
          const { principal, resource: row } = call;
          const deciding = { by: deciderOf(principal), author: authorOf(principal, row.account_id) };
          const options = { expected: call.ifMatch };
          const result = await agreements.approve(call.id, idOf(call), deciding, whose(call), options);
          return decided(row.id, result, isClient(principal));
        },
      }),
      defineRoute({
        method: 'post',
        path: `${BASE}{proposal_id}/reject/`,
        operationId: 'rejectPlacement',
        needs: 'approve',
        tag: TAG,
        summary: 'Reject a proposed placement; it does not count',
        roles: DECIDERS,
        body: z.strictObject({ reason: text() }),
        bodyExample: { reason: 'we know this blog, it is not for our readers' },
        answers: one,
        resource,
        handle: async (call) => {
          const { principal, resource: row, body } = call;
          const deciding = { by: deciderOf(principal), author: authorOf(principal, row.account_id), ...body };
          const options = { expected: call.ifMatch };
          const result = await agreements.reject(call.id, idOf(call), deciding, whose(call), options);
          return decided(row.id, result, isClient(principal));
        },
      }),
      defineRoute({
        method: 'post',
        path: `${BASE}{proposal_id}/withdraw/`,
        operationId: 'withdrawPlacement',
        tag: TAG,
        summary: 'Withdraw a proposed placement',
        roles: ANYONE_OF.staff,
        body: z.strictObject({ reason: text().optional() }),
        bodyExample: { reason: 'the blog has raised its price' },
        answers: one,
        resource,
        handle: async (call) => {
          const { reason = null } = call.body;
          const options = { expected: call.ifMatch };
          const result = await agreements.withdraw(call.id, idOf(call), reason, whose(call), options);
          return decided(call.resource.id, result, false);
        },
      }),
      defineRoute({
        method: 'post',
        path: `${BASE}continue/`,
        operationId: 'continuePlacements',
        tag: TAG,
        summary: 'Go on with an order that stands still because too much was rejected',
        roles: ANYONE_OF.staff,
        body: z.strictObject({}),
        answers: [{ status: 200, description: 'the order as it is now', schema: orderSchema }],
        resource: order,
        handle: async (call) => {
          const { revision, position } = accepted(
            await agreements.goOn(call.id, whose(call), { expected: call.ifMatch }),
          );
          return {
            status: 200,
            body: async (scope: TenantScope) => orderAnswer(there(await reader.order(scope, call.id)), false),
            revision,
            position,
          };
        },
      }),
    ],
  };
}
