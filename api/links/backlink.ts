import { z } from 'zod';
import { there } from '#api/http/look-ups';
import { listSchema, page, pageQuery } from '#api/http/pagination';
import type { TenantScope } from '#api/http/principal';
import { accepted, notFound, refused } from '#api/http/problem';
import { idParam } from '#api/http/query';
import { ANYONE_OF, defineRoute, type FeatureRoutes } from '#api/http/routes';
import { idSchema, price, publicAddress, text } from '#api/http/schemas';
import { isClient } from '#api/platform/timeline';
import type { BacklinkCommands, BacklinkResult } from '#commands/links/backlink';
import type { BacklinkOrderCommands } from '#commands/links/backlink-order';
import type { BacklinkId, ProposalId } from '#domain/kernel/ids';
import { domainForm } from '#domain/kernel/web-address';
import { VENDORS } from '#domain/links/backlink-order-messages';
import { WARNING_CODES } from '#domain/links/link-quality';
import { TIERS } from '#domain/links/price-book-data';
import type { OrderRow } from '#projections/links/backlink-order-table';
import type { BacklinkReader } from '#projections/links/backlink-reader';
import type { BacklinkRow } from '#projections/links/backlink-tables';
import { backlinkAnswer, backlinkSchema } from './backlink-schemas.ts';

const ORDERS = '/api/v1/services/backlink-orders/';
const LINKS = '/api/v1/linker/backlinks/';
const TAG = 'Backlinks';
const STATUSES = ['placed', 'live', 'lost', 'rejected', 'replaced'] as const;

const linkBody = z.strictObject({
  vendor: z.enum(VENDORS),
  vendor_reference: text(200).optional(),
  source_url: publicAddress,
  target_url: publicAddress,
  anchor_text: text(500),
  cost: price,
  tier: z.enum(TIERS).optional(),
  replaces_id: idSchema.optional(),
  proposal_id: idSchema.optional().meta({ description: 'what the client approved, of an order that asks for it' }),
  override_reason: text().optional(),
});

const patchBody = z
  .strictObject({
    warnings: z
      .array(z.strictObject({ code: z.enum(WARNING_CODES), decision: z.enum(['accept', 'reject']) }))
      .min(1)
      .max(10)
      .optional(),
    cost: price.optional(),
    status: z.literal('lost').optional().meta({ description: 'marks a live link lost' }),
    check_now: z.literal(true).optional().meta({ description: 'has the page looked at once more, now' }),
    reason: text().optional(),
    override_reason: text().optional().meta({ description: 'of a cost that passes a pass-through budget' }),
  })
  .refine(
    ({ warnings, cost, status, check_now }) =>
      [warnings, cost, status, check_now].filter((each) => each !== undefined).length === 1,
    'give one of warnings, cost, status and check_now',
  );

export type BacklinkApi = {
  readonly orders: BacklinkOrderCommands;
  readonly backlinks: BacklinkCommands;
  readonly reader: BacklinkReader;
};

export function backlinkApi({ orders, backlinks, reader }: BacklinkApi): FeatureRoutes {
  type At = { readonly id: number; readonly scope: TenantScope };
  const order = async ({ id, scope }: At): Promise<OrderRow> => {
    const row = await reader.order(scope, id);
    if (!row) throw notFound('backlink order');
    return row;
  };
  const link = async ({ id, scope }: At): Promise<BacklinkRow> => {
    const row = await reader.backlink(scope, id);
    if (!row) throw notFound('backlink');
    return row;
  };
  const whose = <C extends object>(call: { cause: C; resource: { account_id: number; site_id: number } }) => ({
    ...call.cause,
    accountId: call.resource.account_id,
    siteId: call.resource.site_id,
  });

  return {
    name: 'backlink',
    routes: [
      defineRoute({
        method: 'get',
        path: `${ORDERS}{id}/links/`,
        operationId: 'listOrderLinks',
        needs: 'orders',
        tag: TAG,
        summary: 'The links of an order',
        roles: ANYONE_OF.readers,
        query: pageQuery({ status: z.enum(['placed', 'live', 'lost', 'rejected', 'replaced']).optional() }, [
          'id',
          'placed_at',
          'status',
        ]),
        answers: [{ status: 200, description: 'a page of links', schema: listSchema(backlinkSchema) }],
        resource: order,
        handle: async (call) => {
          const filter = { order_id: call.id, status: call.query.status };
          const { count, rows } = await reader.backlinks(call.scope, filter, call.query);
          const results = rows.map((row) => backlinkAnswer(row, isClient(call.principal)));
          return { status: 200, body: page(call, call.query, count, results) };
        },
      }),
      defineRoute({
        method: 'post',
        path: `${ORDERS}{id}/links/`,
        operationId: 'placeOrderLink',
        tag: TAG,
        summary: 'Place a link; its quality and live checks run by themselves',
        roles: ANYONE_OF.staff,
        body: linkBody,
        bodyExample: {
          vendor: 'fatgrid',
          source_url: 'https://blog.example.org/how-to-save',
          target_url: 'https://acorn.example/savings',
          anchor_text: 'savings calculator',
          cost: '62.50',
          tier: 'basic_guest_post',
        },
        answers: [{ status: 201, description: 'placed', schema: backlinkSchema }],
        resource: order,
        handle: async (call) => {
          const { body } = call;
          const placement = {
            vendor: body.vendor,
            vendor_reference: body.vendor_reference ?? null,
            source_url: new URL(body.source_url).href,
            source_domain: domainForm(body.source_url) ?? '',
            target_url: body.target_url,
            anchor_text: body.anchor_text,
            cost_cents: body.cost,
            replaces_id: (body.replaces_id ?? null) as BacklinkId | null,
          };
          const input = {
            placement,
            tier: body.tier ?? null,
            overrideReason: body.override_reason ?? null,
            proposalId: body.proposal_id as ProposalId | undefined,
          };
          const cause = whose(call);
          const placed = await orders.place(call.id, input, cause, { expected: call.ifMatch });
          const done = accepted(placed);
          const event = done.events.find(({ type }) => type === 'OrderLinkPlaced');
          if (event?.type !== 'OrderLinkPlaced') throw new Error('placing a link answers a placement');
          // The link's saga opens the stream in any case; here it is opened at once, to be answered.
          const opened = accepted(await backlinks.open(event.data, cause));
          return {
            status: 201,
            body: async (scope: TenantScope) => backlinkAnswer(there(await reader.backlink(scope, placed.id)), false),
            revision: opened.revision,
            position: opened.position,
            location: `/api/v1/linker/backlinks/${placed.id}/`,
          };
        },
      }),
      defineRoute({
        method: 'get',
        path: LINKS,
        operationId: 'listBacklinks',
        needs: 'orders',
        tag: TAG,
        summary: 'List backlinks',
        roles: ANYONE_OF.readers,
        query: pageQuery(
          {
            site_id: idParam.optional(),
            account_id: idParam.optional(),
            order_id: idParam.optional(),
            status: z.enum(STATUSES).optional(),
          },
          ['id', 'placed_at', 'live_at', 'status'],
        ),
        answers: [{ status: 200, description: 'a page of links', schema: listSchema(backlinkSchema) }],
        handle: async (call) => {
          const { site_id, account_id, order_id, status } = call.query;
          const filter = { site_id, account_id, order_id, status };
          const { count, rows } = await reader.backlinks(call.scope, filter, call.query);
          const results = rows.map((row) => backlinkAnswer(row, isClient(call.principal)));
          return { status: 200, body: page(call, call.query, count, results) };
        },
      }),
      defineRoute({
        method: 'get',
        path: `${LINKS}{id}/`,
        operationId: 'getBacklink',
        needs: 'orders',
        tag: TAG,
        summary: 'One backlink with its quality, live checks and guarantee',
        roles: ANYONE_OF.readers,
        answers: [{ status: 200, description: 'the link', schema: backlinkSchema }],
        resource: link,
        handle: async ({ resource: row, principal }) => ({
          status: 200,
          body: backlinkAnswer(row, isClient(principal)),
          revision: row.revision,
        }),
      }),
      defineRoute({
        method: 'patch',
        path: `${LINKS}{id}/`,
        operationId: 'changeBacklink',
        tag: TAG,
        summary: 'Decide quality warnings, correct the cost, mark the link lost, or have it checked now',
        roles: ANYONE_OF.staff,
        body: patchBody,
        bodyExample: { warnings: [{ code: 'dr_below_floor', decision: 'accept' }] },
        answers: [{ status: 200, description: 'the link as it is now', schema: backlinkSchema }],
        resource: link,
        handle: async (call) => {
          const { id, body, resource: row } = call;
          const cause = whose(call);
          const options = { expected: call.ifMatch };
          let result: BacklinkResult;
          if (body.cost !== undefined) {
            const { cost, reason = 'corrected', override_reason: overrideReason = null } = body;
            const revision = call.ifMatch === undefined ? undefined : (await backlinks.load(id)).revision;
            if (revision !== call.ifMatch)
              throw refused({ code: 'revision_moved', message: 'the link has changed meanwhile' }, revision);
            // The order is asked first: it knows the budget, and the link follows it.
            const input = { backlinkId: id as BacklinkId, cost, reason, overrideReason };
            accepted(await orders.correctCost(row.order_id, input, cause));
            result = await backlinks.correctCost(id, cost, reason, cause);
          } else if (body.warnings !== undefined)
            result = await backlinks.run(id, { type: 'DecideWarnings', decisions: body.warnings }, cause, options);
          else if (body.status !== undefined)
            result = await backlinks.run(id, { type: 'MarkLost', reason: body.reason ?? null }, cause, options);
          else result = await backlinks.run(id, { type: 'AskForCheck' }, cause, options);
          const done = accepted(result);
          return {
            status: 200,
            body: async (scope: TenantScope) => backlinkAnswer(there(await reader.backlink(scope, id)), false),
            revision: done.revision,
            position: done.position,
          };
        },
      }),
    ],
  };
}
