import { z } from 'zod';
import { there } from '#api/http/look-ups';
import { listSchema, page, pageQuery } from '#api/http/pagination';
import type { Principal, TenantScope } from '#api/http/principal';
import { accepted, notFound, Problem, refused } from '#api/http/problem';
import { idParam } from '#api/http/query';
import { ANYONE_OF, defineRoute, type FeatureRoutes, type Reply } from '#api/http/routes';
import { text } from '#api/http/schemas';
import { isClient, timelinePage, timelineRoute } from '#api/platform/timeline';
import type { BacklinkOrderCommands, OrderResult } from '#commands/links/backlink-order';
import type { PriceBookCommands } from '#commands/links/price-book';
import type { AccountId, SiteId, SubscriptionId } from '#domain/kernel/ids';
import type { Day } from '#domain/kernel/time';
import type { KnownOrder } from '#domain/links/backlink-order-state';
import { PACKAGES } from '#domain/links/price-book-data';
import { SHOWN_OF_ORDERS } from '#domain/links/shown';
import type { OrderRow } from '#projections/links/backlink-order-table';
import type { BacklinkReader } from '#projections/links/backlink-reader';
import {
  orderAnswer,
  orderBody,
  orderPatch,
  orderSchema,
  quoteAnswer,
  quoteBody,
  quoteSchema,
  requestOf,
} from './backlink-order-schemas.ts';

const BASE = '/api/v1/services/backlink-orders/';
const TAG = 'Backlink orders';
const EXAMPLE = {
  site_id: 11,
  order_type: 'one_time',
  pricing_mode: 'tiers',
  niche: 'finance_insurance',
  lines: [
    { tier: 'basic_guest_post', quantity: 4, dr: 40 },
    { tier: 'pr_basic', quantity: 1 },
  ],
};

export type BacklinkOrderApi = {
  readonly orders: BacklinkOrderCommands;
  readonly priceBook: PriceBookCommands;
  readonly reader: BacklinkReader;
};

export function backlinkOrderApi({ orders, priceBook, reader }: BacklinkOrderApi): FeatureRoutes {
  type At = { readonly id: number; readonly scope: TenantScope };
  const resource = async ({ id, scope }: At): Promise<OrderRow> => {
    const row = await reader.order(scope, id);
    if (!row) throw notFound('backlink order');
    return row;
  };
  type Caller = { readonly principal: Principal; readonly scope: TenantScope };
  const decided = (call: Caller, id: number, result: OrderResult, status: 200 | 201 = 200): Reply => {
    const done = accepted(result);
    return {
      status,
      body: async (scope: TenantScope) => orderAnswer(there(await reader.order(scope, id)), isClient(call.principal)),
      revision: done.revision,
      position: done.position,
      ...(status === 201 ? { location: `${BASE}${id}/` } : {}),
    };
  };
  const whose = (call: { cause: Parameters<typeof orders.run>[2]; resource: OrderRow }) => ({
    ...call.cause,
    accountId: call.resource.account_id,
    siteId: call.resource.site_id,
  });
  const one = [{ status: 200, description: 'the order as it is now', schema: orderSchema }] as const;

  return {
    name: 'backlink-order',
    routes: [
      defineRoute({
        method: 'get',
        path: BASE,
        operationId: 'listBacklinkOrders',
        needs: 'orders',
        tag: TAG,
        summary: 'List backlink orders',
        roles: ANYONE_OF.readers,
        query: pageQuery(
          {
            site_id: idParam.optional(),
            account_id: idParam.optional(),
            status: z.enum(['draft', 'approved', 'in_progress', 'delivered', 'completed', 'cancelled']).optional(),
            package: z.enum([...PACKAGES, 'custom']).optional(),
          },
          ['id', 'created_at', 'updated_at', 'status', 'due_date', 'client_price'],
        ),
        answers: [{ status: 200, description: 'a page of orders', schema: listSchema(orderSchema) }],
        handle: async (call) => {
          const { site_id, account_id, status, package: name } = call.query;
          const kind = name === 'custom' ? { pricing_mode: 'tiers' as const } : { package: name };
          const filter = { site_id, account_id, status, ...kind };
          const { count, rows } = await reader.orders(call.scope, filter, call.query);
          const results = rows.map((row) => orderAnswer(row, isClient(call.principal)));
          return { status: 200, body: page(call, call.query, count, results) };
        },
      }),
      defineRoute({
        method: 'post',
        path: `${BASE}quote/`,
        operationId: 'quoteBacklinkOrder',
        needs: 'orders',
        tag: TAG,
        summary: 'What an order would cost, with every step of the arithmetic; appends nothing',
        roles: ANYONE_OF.readers,
        scope: 'read',
        body: quoteBody,
        bodyExample: EXAMPLE,
        answers: [{ status: 200, description: 'the quote', schema: quoteSchema }],
        handle: async ({ body, principal, scope }) => {
          if (body.site_id !== undefined && !(await reader.site(scope, body.site_id))) throw notFound('site');
          const request = requestOf(body);
          const quoted = await orders.quote(request);
          if (!quoted.ok) throw refused(quoted.refusal);
          const { book } = await priceBook.current();
          const passThrough = request.pricing_mode === 'pass_through';
          const { markup_percent: markup } = book.pass_through;
          return { status: 200, body: quoteAnswer(quoted.quote, passThrough, markup, isClient(principal)) };
        },
      }),
      defineRoute({
        method: 'post',
        path: BASE,
        operationId: 'createBacklinkOrder',
        tag: TAG,
        summary: 'Draft an order; the client approves it',
        description:
          'Tier lines, a package, or pass-through with a budget. A price or a surcharge out of its range, and a package that the plan may not buy, need an `override_reason`.',
        roles: ANYONE_OF.staff,
        body: orderBody,
        bodyExample: EXAMPLE,
        answers: [{ status: 201, description: 'drafted', schema: orderSchema }],
        handle: async (call) => {
          const { body, principal } = call;
          const site = await reader.site(call.scope, body.site_id);
          if (!site) {
            const message = `there is no site ${body.site_id} that this token may order for`;
            throw new Problem('invalid_values', message, { errors: [{ pointer: '/site_id', message }] });
          }
          const result = await orders.draft(
            {
              accountId: site.account_id as AccountId,
              siteId: site.id as SiteId,
              orderType: body.order_type,
              billing: 'on_completion',
              request: requestOf(body),
              managedSubscriptionId: (body.managed_subscription_id ?? null) as SubscriptionId | null,
              campaignId: body.campaign_id ?? null,
              dueDate: (body.due_date ?? null) as Day | null,
              notes: body.notes ?? null,
              mayOverride: principal.role === 'admin',
              createdBy: principal.userId,
              placementApproval: body.placement_approval,
              briefRequired: body.brief_required,
            },
            call.cause,
          );
          return decided(call, result.id ?? 0, result, 201);
        },
      }),
      defineRoute({
        method: 'get',
        path: `${BASE}{id}/`,
        operationId: 'getBacklinkOrder',
        needs: 'orders',
        tag: TAG,
        summary: 'One backlink order',
        roles: ANYONE_OF.readers,
        answers: [{ status: 200, description: 'the order', schema: orderSchema }],
        resource,
        handle: async ({ resource: row, principal }) => ({
          status: 200,
          body: orderAnswer(row, isClient(principal)),
          revision: row.revision,
        }),
      }),
      defineRoute({
        method: 'patch',
        path: `${BASE}{id}/`,
        operationId: 'changeBacklinkOrder',
        tag: TAG,
        summary: 'Change a draft; of an approved order only notes and due date',
        roles: ANYONE_OF.staff,
        body: orderPatch,
        bodyExample: { notes: 'client wants the posts spread over the month' },
        answers: one,
        resource,
        handle: async (call) => {
          const { notes, due_date: dueDate, order_type: orderType, ...more } = call.body;
          const { placement_approval: placementApproval, brief_required: briefRequired, ...priced } = more;
          const { state } = await orders.load(call.id);
          const order = state as KnownOrder;
          const repriced = orderType !== undefined || Object.keys(more).length > 0;
          const result = await orders.change(
            order,
            {
              terms: repriced
                ? {
                    orderType: orderType ?? order.terms.order_type,
                    request: requestOf(priced, order.terms.request),
                    mayOverride: call.principal.role === 'admin',
                    placementApproval,
                    briefRequired,
                  }
                : null,
              note:
                repriced && notes === undefined && dueDate === undefined
                  ? null
                  : { notes, dueDate: dueDate as Day | undefined },
            },
            whose(call),
            { expected: call.ifMatch },
          );
          return decided(call, call.id, result);
        },
      }),
      defineRoute({
        method: 'post',
        path: `${BASE}{id}/approve/`,
        operationId: 'approveBacklinkOrder',
        needs: 'approve',
        tag: TAG,
        summary: 'Approve a draft: the quote is frozen and work may begin',
        description: 'By the client; or by an admin with `on_behalf_of_client: true`, which the event keeps.',
        roles: ['admin', 'agency', 'client'],
        body: z.strictObject({ on_behalf_of_client: z.boolean().optional() }),
        bodyExample: { on_behalf_of_client: true },
        answers: one,
        resource,
        handle: async (call) => {
          const { role, userId, name } = call.principal;
          const onBehalf = call.body.on_behalf_of_client === true;
          if ((role === 'admin') !== onBehalf) {
            const message = onBehalf
              ? 'only an admin approves on behalf of the client'
              : 'an admin approves with on_behalf_of_client: true';
            throw new Problem('invalid_values', message, { errors: [{ pointer: '/on_behalf_of_client', message }] });
          }
          const by = { role, id: userId ?? name };
          const result = await orders.approve(call.id, { by, onBehalf }, whose(call), {
            expected: call.ifMatch,
          });
          return decided(call, call.id, result);
        },
      }),
      defineRoute({
        method: 'post',
        path: `${BASE}{id}/cancel/`,
        operationId: 'cancelBacklinkOrder',
        needs: 'orders',
        tag: TAG,
        summary: 'Cancel the order, owing what was delivered; or only end its renewal',
        roles: ANYONE_OF.readers,
        body: z.strictObject({ what: z.enum(['order', 'renewal']).default('order'), reason: text().optional() }),
        bodyExample: { what: 'renewal', reason: 'campaign ends in June' },
        answers: one,
        resource,
        handle: async (call) => {
          const { what, reason = null } = call.body;
          if (what === 'order' && isClient(call.principal))
            throw new Problem(
              'forbidden',
              'ask your account manager to cancel the order; you can end its renewal here',
            );
          const result = await orders.run(call.id, { type: 'Cancel', what, reason }, whose(call), {
            expected: call.ifMatch,
          });
          return decided(call, call.id, result);
        },
      }),
      defineRoute({
        method: 'post',
        path: `${BASE}{id}/complete/`,
        operationId: 'completeBacklinkOrder',
        tag: TAG,
        summary: 'Complete an order by hand, with a reason',
        roles: ANYONE_OF.admin,
        body: z.strictObject({ reason: text() }),
        bodyExample: { reason: 'the client accepts four of five links' },
        answers: one,
        resource,
        handle: async (call) => {
          const command = { type: 'Complete' as const, reason: call.body.reason };
          return decided(call, call.id, await orders.run(call.id, command, whose(call), { expected: call.ifMatch }));
        },
      }),
      defineRoute({
        method: 'get',
        path: `${BASE}{id}/timeline/`,
        operationId: 'getBacklinkOrderTimeline',
        needs: 'orders',
        tag: TAG,
        summary: 'Every event of the order, of its links and of their indexing, oldest first unless told',
        roles: ANYONE_OF.readers,
        ...timelineRoute,
        resource,
        handle: async (call) => {
          const rows = await reader.timeline(call.scope, call.id, call.query);
          return {
            status: 200,
            body: timelinePage(rows, call.query.limit, isClient(call.principal) ? SHOWN_OF_ORDERS : null),
          };
        },
      }),
    ],
  };
}
