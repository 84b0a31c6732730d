import { z } from 'zod';
import { there } from '#api/http/look-ups';
import { listSchema, page, pageQuery } from '#api/http/pagination';
import type { TenantScope } from '#api/http/principal';
import { accepted, notFound, Problem } from '#api/http/problem';
import { idParam } from '#api/http/query';
import { ANYONE_OF, defineRoute, type FeatureRoutes, type Reply } from '#api/http/routes';
import { pick } from '#api/http/table-schema';
import { isClient, timelinePage, timelineRoute } from '#api/platform/timeline';
import type { ManagedSubscriptionCommands, SubscriptionResult } from '#commands/services/managed-subscription';
import { dayOf, type Zone } from '#domain/kernel/calendar';
import type { AccountId, SiteId, SubscriptionId, UserId } from '#domain/kernel/ids';
import type { Instant } from '#domain/kernel/time';
import type { LaunchFlag } from '#domain/platform/launch-flag';
import { targetOfMonth } from '#domain/services/service-month';
import { SHOWN_OF_SUBSCRIPTIONS } from '#domain/services/shown';
import type { SubscriptionRow } from '#projections/services/managed-subscription';
import type { ManagedSubscriptionReader } from '#projections/services/managed-subscription-reader';
import { createSchema, patchSchema, reasonSchema, subscriptionSchema, TOLD } from './managed-subscription-schemas.ts';

export type ManagedSubscriptionApi = {
  readonly commands: ManagedSubscriptionCommands;
  readonly reader: ManagedSubscriptionReader;
  readonly zone: Zone;
  now(): Instant;
  flag(flag: LaunchFlag, accountId: number | null): Promise<boolean>;
};

export const BASE = '/api/v1/services/subscriptions/';
export const TAG = 'Managed services';

/** The subscription in the caller’s scope; 404 also where the account has no managed services (spec 7.4). */
export const subscriptionOf =
  ({ reader, flag }: Pick<ManagedSubscriptionApi, 'reader' | 'flag'>) =>
  async ({ id, scope }: { id: number; scope: TenantScope }): Promise<SubscriptionRow> => {
    const row = await reader.get(scope, id);
    if (!row || !(await flag('managed_services_enabled', row.account_id))) throw notFound('managed subscription');
    return row;
  };

export function managedSubscriptionApi({ commands, reader, zone, now, flag }: ManagedSubscriptionApi): FeatureRoutes {
  const today = () => dayOf(now(), zone);

  const resource = subscriptionOf({ reader, flag });
  const answer = (row: SubscriptionRow) => {
    const { behind_since } = row;
    return {
      ...pick(row, TOLD),
      article_target: targetOfMonth(row, today()),
      behind: { content: behind_since !== null, since: behind_since },
    };
  };
  /** The resource as just decided. */
  const decided = (id: number, result: SubscriptionResult, status: 200 | 201): Reply => {
    const done = accepted(result);
    const body = async (scope: TenantScope) => answer(there(await reader.get(scope, id)));
    return {
      status,
      body,
      revision: done.revision,
      position: done.position,
      ...(status === 201 ? { location: `${BASE}${id}/` } : {}),
    };
  };
  const act = (
    name: string,
    summary: string,
    run: (body: z.output<typeof reasonSchema>) => Parameters<ManagedSubscriptionCommands['run']>[1],
  ) =>
    defineRoute({
      method: 'post',
      path: `${BASE}{id}/${name}/`,
      operationId: `${name}ManagedSubscription`,
      tag: TAG,
      summary,
      roles: ANYONE_OF.staff,
      body: reasonSchema,
      bodyExample: { reason: 'site relaunch' },
      answers: [{ status: 200, description: 'the subscription as it is now', schema: subscriptionSchema }],
      resource,
      handle: async (call) => {
        const cause = { ...call.cause, accountId: call.resource.account_id, siteId: call.resource.site_id };
        const result = await commands.run(call.id as SubscriptionId, run(call.body), cause, {
          expected: call.ifMatch,
        });
        return decided(call.id, result, 200);
      },
    });

  return {
    name: 'managed-subscription',
    routes: [
      defineRoute({
        method: 'get',
        path: BASE,
        operationId: 'listManagedSubscriptions',
        needs: null,
        tag: TAG,
        summary: 'List managed subscriptions',
        roles: ANYONE_OF.readers,
        query: pageQuery(
          {
            account_id: idParam.optional(),
            site_id: idParam.optional(),
            status: z.enum(['pending', 'active', 'paused', 'cancelled']).optional(),
            tier: z.enum(['lite', 'pro']).optional(),
          },
          ['id', 'created_at', 'updated_at', 'status', 'next_billing_date', 'monthly_price'],
        ),
        answers: [{ status: 200, description: 'a page of subscriptions', schema: listSchema(subscriptionSchema) }],
        handle: async (call) => {
          if (!(await flag('managed_services_enabled', call.principal.accountId))) throw notFound('address');
          const { count, rows } = await reader.list(call.scope, call.query, call.query);
          return { status: 200, body: page(call, call.query, count, rows.map(answer)) };
        },
      }),
      defineRoute({
        method: 'post',
        path: BASE,
        operationId: 'createManagedSubscription',
        tag: TAG,
        summary: 'Create a managed subscription; onboarding starts at once',
        description:
          'A site has at most one subscription that is not cancelled. A negotiated `monthly_price`, or a plan without the tier, needs an `override_reason`.',
        roles: ANYONE_OF.staff,
        body: createSchema,
        bodyExample: { account_id: 1, site_id: 11, tier: 'pro', account_manager_id: 900 },
        answers: [{ status: 201, description: 'created', schema: subscriptionSchema }],
        handle: async (call) => {
          const { body, principal } = call;
          if (!(await flag('managed_services_enabled', body.account_id))) throw notFound('address');
          const manager = body.account_manager_id ?? (principal.role === 'account_manager' ? principal.userId : null);
          if (principal.role === 'account_manager' && manager !== principal.userId)
            throw new Problem('forbidden', 'an account manager creates subscriptions for themselves');
          demandReason(body.monthly_price, body.override_reason);
          const result = await commands.create(
            {
              accountId: body.account_id as AccountId,
              siteId: body.site_id as SiteId,
              tier: body.tier,
              accountManagerId: manager as UserId | null,
              given: body.service_config ?? {},
              monthlyPrice: body.monthly_price ?? null,
              overrideReason: body.override_reason ?? null,
              mayOverride: principal.role === 'admin',
              createdBy: principal.userId as UserId | null,
            },
            call.cause,
          );
          return decided(result.id ?? 0, result, 201);
        },
      }),
      defineRoute({
        method: 'get',
        path: `${BASE}{id}/`,
        operationId: 'getManagedSubscription',
        needs: null,
        tag: TAG,
        summary: 'One managed subscription',
        roles: ANYONE_OF.readers,
        answers: [{ status: 200, description: 'the subscription', schema: subscriptionSchema }],
        resource,
        handle: async ({ resource: row }) => ({ status: 200, body: answer(row), revision: row.revision }),
      }),
      defineRoute({
        method: 'patch',
        path: `${BASE}{id}/`,
        operationId: 'changeManagedSubscription',
        tag: TAG,
        summary: 'Change config, account manager, price or tier',
        description: 'Status changes only by the named actions. A new price or tier holds from today on.',
        roles: ANYONE_OF.staff,
        body: patchSchema,
        bodyExample: { monthly_price: '349.00', override_reason: 'loyalty discount agreed by phone' },
        answers: [{ status: 200, description: 'the subscription as it is now', schema: subscriptionSchema }],
        resource,
        handle: async (call) => {
          const { body, resource: row } = call;
          demandReason(body.monthly_price, body.override_reason);
          const result = await commands.change(
            call.id as SubscriptionId,
            {
              tier: body.tier,
              given: body.service_config,
              accountManagerId: body.account_manager_id as UserId | null | undefined,
              monthlyPrice: body.monthly_price,
              overrideReason: body.override_reason ?? null,
              mayOverride: call.principal.role === 'admin',
            },
            { ...call.cause, accountId: row.account_id, siteId: row.site_id },
            { expected: call.ifMatch },
          );
          return decided(call.id, result, 200);
        },
      }),
      act('onboard', 'Go on with onboarding from the first step that is not done', () => ({
        type: 'RequestOnboarding',
      })),
      act('pause', 'Pause delivery; wholly paused days are not billed', (body) => ({
        type: 'Pause',
        reason: body.reason ?? 'requested',
      })),
      act('resume', 'Resume a paused subscription', () => ({ type: 'Resume' })),
      act('cancel', 'Cancel for good', (body) => ({ type: 'Cancel', reason: body.reason ?? null })),
      defineRoute({
        method: 'get',
        path: `${BASE}{id}/timeline/`,
        operationId: 'getManagedSubscriptionTimeline',
        needs: null,
        tag: TAG,
        summary: 'Every event of the subscription, oldest first unless told',
        roles: ANYONE_OF.readers,
        ...timelineRoute,
        resource,
        handle: async ({ id, scope, query, principal }) => {
          const rows = await reader.timeline(scope, id, query);
          return {
            status: 200,
            body: timelinePage(rows, query.limit, isClient(principal) ? SHOWN_OF_SUBSCRIPTIONS : null),
          };
        },
      }),
    ],
  };
}

/** A price of nothing is only ever given on purpose (ruling 3.12). */
export function demandReason(price: number | undefined, reason: string | undefined): void {
  if (price === 0 && reason === undefined) {
    const message = 'a price of 0.00 needs an override_reason';
    throw new Problem('override_required', message, { errors: [{ pointer: '/override_reason', message }] });
  }
}
