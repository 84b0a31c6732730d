import { z } from 'zod';
import { invalid } from '#api/http/json';
import { listSchema, page, pageQuery } from '#api/http/pagination';
import type { TenantScope } from '#api/http/principal';
import { accepted, notFound, Problem } from '#api/http/problem';
import { defineRoute, type FeatureRoutes } from '#api/http/routes';
import { idSchema, publicAddress } from '#api/http/schemas';
import type { WebhookCommands } from '#commands/platform/webhook-endpoint';
import type { AccountId } from '#domain/kernel/ids';
import type { Instant } from '#domain/kernel/time';
import { logKeptUntil } from '#domain/platform/webhook-endpoint';
import type { OperationsReader } from '#projections/platform/operations-reader';
import type { EffectRow } from '#runtime/machinery-tables';
import { userOf } from '#runtime/metadata';
import { deliverySchema, schemasOf, webhookAnswer } from './webhook-schemas.ts';

const BASE = '/api/v1/webhooks/';
const TAG = 'Webhooks';
const ROLES = ['admin', 'agency', 'client'] as const;

/** Customers' systems are told of events: signed, retried, logged, and again on request (spec 08). */
export function webhookApi(deps: {
  readonly commands: WebhookCommands;
  readonly reader: OperationsReader;
  readonly types: readonly string[];
  secretOf(salt: string): string;
  now(): Instant;
}): FeatureRoutes {
  const { commands, reader, types } = deps;
  const { typesSchema, schema, rotatedSchema } = schemasOf(types);
  const resource = async ({ id, scope }: { id: number; scope: TenantScope }) => {
    const row = await reader.webhook(scope, id);
    if (!row || row.status === 'removed') throw notFound('webhook');
    return row;
  };
  /** The log outlives its webhook for a while. */
  const logged = async ({ id, scope }: { id: number; scope: TenantScope }) => {
    const row = await reader.webhook(scope, id);
    if (!row || (row.removed_at !== null && logKeptUntil(row.removed_at) <= deps.now())) throw notFound('webhook');
    return row;
  };
  const switching = (to: 'enable' | 'disable', summary: string) =>
    defineRoute({
      method: 'post',
      path: `${BASE}{id}/${to}/`,
      operationId: `${to}Webhook`,
      needs: 'approve',
      tag: TAG,
      summary,
      description: 'What happens while it is switched off is not told afterwards.',
      roles: ROLES,
      body: z.strictObject({}),
      answers: [{ status: 200, description: 'as it is now', schema: schema }],
      resource,
      handle: async (call) => {
        const cause = { ...call.cause, accountId: call.resource.account_id };
        const done = await (to === 'enable'
          ? commands.enable(call.id, cause)
          : commands.disable(call.id, 'switched_off', cause));
        const { events, position, revision } = accepted(done);
        const off = events.find((event) => event.type === 'WebhookEndpointDisabled');
        const { resource: before } = call;
        const disabled_because = to === 'enable' ? null : (off?.data.because ?? before.disabled_because);
        const disabled_at = to === 'enable' ? null : (off?.at ?? before.disabled_at);
        const body = { ...webhookAnswer(before), active: to === 'enable', disabled_because, disabled_at };
        return { status: 200, body, position, revision };
      },
    });
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
        needs: 'approve',
        tag: TAG,
        summary: 'Webhooks of the caller’s accounts',
        roles: ROLES,
        query: pageQuery({}, ['id', 'created_at']),
        answers: [{ status: 200, description: 'a page of webhooks', schema: listSchema(schema) }],
        handle: async (call) => {
          const { count, rows } = await reader.webhooks(call.scope, call.query);
          return { status: 200, body: page(call, call.query, count, rows.map(webhookAnswer)) };
        },
      }),
      defineRoute({
        method: 'post',
        path: BASE,
        operationId: 'registerWebhook',
        needs: 'approve',
        tag: TAG,
        summary: 'Be told of events of these types',
        description: `The signing secret (Standard Webhooks) is in this answer only. A message is \`{type, timestamp, data}\`; \`data\` holds
the event's \`event_id\`, \`account_id\`, \`site_id\`, its \`position\` in the log and its \`revision\` in the history of what it is about, beside what it
tells. Deliveries may overtake each other: of two about the same thing the one with the higher position is the younger. An answer of 410
switches the webhook off. Types: ${types.join(', ')}.`,
        roles: ROLES,
        looksUp: false,
        body: z.strictObject({
          url: publicAddress,
          event_types: typesSchema.min(1).max(types.length),
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
          const { id, handled } = await commands.register(
            { accountId: own as AccountId | null, url, eventTypes: [...new Set(event_types)] },
            call.cause,
          );
          const { events, position, revision } = accepted(handled);
          const registered = events.find((event) => event.type === 'WebhookEndpointRegistered');
          if (!registered) throw new Error('registering a webhook answers a registration');
          const { salt, ...data } = registered.data;
          const fresh = {
            status: 'active',
            disabled_because: null,
            disabled_at: null,
            created_by: userOf(call.cause.actor),
            created_at: registered.at,
            updated_at: registered.at,
          } as const;
          const made = { ...data, ...fresh, id, event_types: [...data.event_types] };
          return {
            status: 201,
            body: { ...webhookAnswer(made), secret: deps.secretOf(salt) },
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
        needs: 'approve',
        tag: TAG,
        summary: 'One webhook',
        roles: ROLES,
        answers: [{ status: 200, description: 'the webhook', schema: schema }],
        resource,
        handle: async ({ resource: row }) => ({ status: 200, body: webhookAnswer(row), revision: row.revision }),
      }),
      defineRoute({
        method: 'delete',
        path: `${BASE}{id}/`,
        operationId: 'removeWebhook',
        needs: 'approve',
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
        method: 'post',
        path: `${BASE}{id}/rotate-secret/`,
        operationId: 'rotateWebhookSecret',
        needs: 'approve',
        tag: TAG,
        summary: 'A new signing secret; the old one stays good for 24 hours beside it',
        description:
          'The new secret is in this answer only. For 24 hours `webhook-signature` holds a signature with each.',
        roles: ROLES,
        body: z.strictObject({}),
        answers: [{ status: 200, description: 'as it is now', schema: rotatedSchema }],
        resource,
        handle: async (call) => {
          const cause = { ...call.cause, accountId: call.resource.account_id };
          const { events, position, revision } = accepted(await commands.rotate(call.id, cause));
          const rotated = events.find((event) => event.type === 'WebhookSecretRotated');
          if (!rotated) throw new Error('rotating a secret answers the new one');
          const { salt, old_until } = rotated.data;
          return {
            status: 200,
            body: { ...webhookAnswer(call.resource), secret: deps.secretOf(salt), old_secret_until: old_until },
            position,
            revision,
            headers: { 'Cache-Control': 'no-store' },
          };
        },
      }),
      switching('disable', 'Switch it off: be told of nothing for now'),
      switching('enable', 'Switch it on again, also after its receiver answered 410'),
      defineRoute({
        method: 'get',
        path: `${BASE}{id}/deliveries/`,
        operationId: 'listWebhookDeliveries',
        needs: 'approve',
        tag: TAG,
        summary: 'What was sent, and how it went; for 30 days also of a webhook that was removed',
        roles: ROLES,
        query: pageQuery({}, ['position', 'requested_at', 'updated_at']),
        answers: [{ status: 200, description: 'a page of deliveries', schema: listSchema(deliverySchema) }],
        resource: logged,
        handle: async (call) => {
          const { count, rows } = await reader.deliveries(call.scope, call.id, call.query);
          return { status: 200, body: page(call, call.query, count, rows.map(delivery)) };
        },
      }),
      defineRoute({
        method: 'post',
        path: `${BASE}{id}/deliveries/{delivery_id}/redeliver/`,
        operationId: 'redeliverWebhook',
        needs: 'approve',
        tag: TAG,
        summary: 'Send it again, under the same message id',
        roles: ROLES,
        body: z.strictObject({}),
        answers: [
          { status: 202, description: 'asked for', schema: z.object({ id: idSchema, status: z.literal('requested') }) },
        ],
        resource: async (visit) => {
          const row = await resource(visit);
          if (row.status !== 'active')
            throw new Problem('invalid_state', 'the webhook is switched off', { current_state: row.status });
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
