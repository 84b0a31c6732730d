import { z } from 'zod';
import type { WebhookCommands } from '#commands/webhook-endpoint';
import type { AccountId } from '#domain/kernel/ids';
import { TOLD_EVENT_TYPES } from '#domain/webhook-endpoint';
import type { OperationsReader } from '#projections/operations-reader';
import type { EffectRow, WebhookRow } from '#projections/reads';
import { invalid } from './http/json.ts';
import { listSchema, page, pageQuery } from './http/pagination.ts';
import type { TenantScope } from './http/principal.ts';
import { accepted, notFound } from './http/problem.ts';
import { defineRoute, type FeatureRoutes } from './http/routes.ts';
import { idSchema, instantText } from './http/schemas.ts';

const schema = z
  .object({
    id: idSchema,
    account_id: idSchema.nullable(),
    url: z.string(),
    event_types: z.array(z.enum(TOLD_EVENT_TYPES)),
    active: z.boolean(),
    created_at: instantText,
  })
  .meta({ id: 'WebhookEndpoint' });
const deliverySchema = z
  .object({
    id: idSchema,
    event_id: z.uuid(),
    event_type: z.string(),
    status: z.enum(['requested', 'in_flight', 'retrying', 'succeeded', 'unknown', 'parked', 'cancelled']),
    attempts: z.int(),
    next_attempt_at: instantText.nullable(),
    last_error: z.string().nullable(),
    requested_at: instantText,
  })
  .meta({ id: 'WebhookDelivery' });

const BASE = '/api/v1/webhooks/';
const TAG = 'Webhooks';
const ROLES = ['admin', 'agency', 'client'] as const;

/** Customers' systems are told of events: signed, retried, logged, and again on request (spec 08). */
export function webhookApi(deps: {
  readonly commands: WebhookCommands;
  readonly reader: OperationsReader;
  secretOf(salt: string): string;
}): FeatureRoutes {
  const { commands, reader } = deps;
  const answer = ({ id, account_id, url, event_types, active, created_at }: WebhookRow) => ({
    id,
    account_id,
    url,
    event_types,
    active,
    created_at,
  });
  const resource = async ({ id, scope }: { id: number; scope: TenantScope }) => {
    const row = await reader.webhook(scope, id);
    if (!row?.active) throw notFound('webhook');
    return row;
  };
  const delivery = ({
    position: id,
    payload,
    status,
    attempts,
    next_attempt_at,
    last_error,
    requested_at,
  }: EffectRow) => {
    const { event_id, event_type } = payload as { event_id: string; event_type: string };
    return { id, event_id, event_type, status, attempts, next_attempt_at, last_error, requested_at };
  };
  return {
    name: 'webhook-endpoint',
    routes: [
      defineRoute({
        method: 'get',
        path: BASE,
        operationId: 'listWebhooks',
        tag: TAG,
        summary: 'Webhooks of the caller’s accounts',
        roles: ROLES,
        query: pageQuery({}, ['id', 'created_at']),
        answers: [{ status: 200, description: 'a page of webhooks', schema: listSchema(schema) }],
        handle: async (call) => {
          const { count, rows } = await reader.webhooks(call.scope, call.query);
          return { status: 200, body: page(call, call.query, count, rows.map(answer)) };
        },
      }),
      defineRoute({
        method: 'post',
        path: BASE,
        operationId: 'registerWebhook',
        tag: TAG,
        summary: 'Be told of events of these types',
        description: `The signing secret (Standard Webhooks) is in this answer only. Types: ${TOLD_EVENT_TYPES.join(', ')}.`,
        roles: ROLES,
        body: z.strictObject({
          url: z.url({ protocol: /^https?$/ }).max(2000),
          event_types: z.array(z.enum(TOLD_EVENT_TYPES)).min(1).max(TOLD_EVENT_TYPES.length),
          account_id: idSchema.nullish(),
        }),
        bodyExample: { url: 'https://example.com/hooks', event_types: ['ManagedSubscriptionActivated'] },
        answers: [{ status: 201, description: 'registered', schema: schema.extend({ secret: z.string() }) }],
        handle: async (call) => {
          const { url, event_types, account_id } = call.body;
          const own = account_id ?? call.principal.accountId;
          if (
            own === null
              ? call.principal.role !== 'admin'
              : call.scope.accounts !== '*' && !call.scope.accounts.includes(own as AccountId)
          )
            throw invalid([{ pointer: '/account_id', message: 'must be an account of yours' }]);
          const target = new URL(url);
          if (target.username !== '' || target.password !== '')
            throw invalid([{ pointer: '/url', message: 'may not hold a user name or password' }]);
          const { id, handled } = await commands.register(
            { accountId: own as AccountId | null, url, eventTypes: [...new Set(event_types)] },
            call.cause,
          );
          const { position, revision } = accepted(handled);
          const body = async () => {
            const row = (await reader.webhook(call.scope, id)) as WebhookRow;
            return { ...answer(row), secret: deps.secretOf(row.salt) };
          };
          return {
            status: 201,
            body,
            position,
            revision,
            location: `${BASE}${id}/`,
            headers: { 'Cache-Control': 'no-store' },
          };
        },
      }),
      defineRoute({
        method: 'get',
        path: `${BASE}{id}/`,
        operationId: 'getWebhook',
        tag: TAG,
        summary: 'One webhook',
        roles: ROLES,
        answers: [{ status: 200, description: 'the webhook', schema }],
        resource,
        handle: async ({ resource: row }) => ({ status: 200, body: answer(row), revision: row.revision }),
      }),
      defineRoute({
        method: 'delete',
        path: `${BASE}{id}/`,
        operationId: 'removeWebhook',
        tag: TAG,
        summary: 'Be told no more',
        roles: ROLES,
        answers: [{ status: 204, description: 'removed' }],
        resource,
        handle: async (call) => ({
          status: 204,
          position: accepted(await commands.remove(call.id, call.cause)).position,
        }),
      }),
      defineRoute({
        method: 'get',
        path: `${BASE}{id}/deliveries/`,
        operationId: 'listWebhookDeliveries',
        tag: TAG,
        summary: 'What was sent, and how it went',
        roles: ROLES,
        query: pageQuery({}, ['position', 'requested_at', 'updated_at']),
        answers: [{ status: 200, description: 'a page of deliveries', schema: listSchema(deliverySchema) }],
        resource,
        handle: async (call) => {
          const { count, rows } = await reader.deliveries(call.scope, call.id, call.query);
          return { status: 200, body: page(call, call.query, count, rows.map(delivery)) };
        },
      }),
      defineRoute({
        method: 'post',
        path: `${BASE}{id}/deliveries/{delivery_id}/redeliver/`,
        operationId: 'redeliverWebhook',
        tag: TAG,
        summary: 'Send it again, under the same message id',
        roles: ROLES,
        body: z.strictObject({}),
        answers: [
          { status: 202, description: 'asked for', schema: z.object({ id: idSchema, status: z.literal('requested') }) },
        ],
        resource: async (visit) => {
          await resource(visit);
          return (await reader.delivery(visit.scope, visit.id, Number(visit.params.delivery_id))) ?? null;
        },
        handle: async ({ id, cause, resource: row }) => {
          const { event_id, event_type, stream, revision } = row.payload as {
            event_id: string;
            event_type: string;
            stream: string;
            revision: number;
          };
          const whose = { ...cause, accountId: row.account_id, siteId: row.site_id };
          const position = await commands.deliver(
            id,
            { id: event_id, type: event_type, stream, revision },
            cause.commandId,
            whose,
          );
          return { status: 202, body: { id: position, status: 'requested' as const }, position };
        },
      }),
    ],
  };
}
