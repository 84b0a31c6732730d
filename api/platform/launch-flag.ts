import { z } from 'zod';
import { accepted } from '#api/http/problem';
import { ANYONE_OF, defineRoute, type FeatureRoutes } from '#api/http/routes';
import { idSchema, instantText, text } from '#api/http/schemas';
import type { LaunchFlagCommands } from '#commands/platform/launch-flag';
import type { AccountId } from '#domain/kernel/ids';
import { LAUNCH_ENVIRONMENTS, LAUNCH_FLAGS, type LaunchFlag } from '#domain/platform/launch-flag';
import type { OperationsReader } from '#projections/platform/operations-reader';
import { actorSchema, withActors } from './actors.ts';

const FLAGS = Object.keys(LAUNCH_FLAGS) as [LaunchFlag, ...LaunchFlag[]];
const environment = z.enum(LAUNCH_ENVIRONMENTS);
const percentage = z.int().min(0).max(100);
const schema = z
  .object({
    results: z.array(
      z.object({
        flag: z.enum(FLAGS),
        account_id: idSchema.nullable(),
        environment: environment.nullable().meta({ description: 'null: in every environment' }),
        enabled: z.boolean(),
        percentage: percentage
          .nullable()
          .meta({ description: 'of all accounts; null: all or none, as `enabled` says' }),
        reason: z.string().nullable(),
        set_by: actorSchema.nullable(),
        event_id: z.string().nullable(),
        updated_at: instantText.nullable(),
      }),
    ),
  })
  .meta({ id: 'LaunchFlag' });

/** Launch flags per environment and account (spec 7.4); each change is an event. */
export function launchFlagApi({
  commands,
  reader,
}: {
  readonly commands: LaunchFlagCommands;
  readonly reader: OperationsReader;
}): FeatureRoutes {
  const all = async (scope: Parameters<OperationsReader['flags']>[0]) => {
    const rows = await reader.flags(scope);
    const unset = FLAGS.filter(
      (flag) => !rows.some((row) => row.flag === flag && row.for_account === 0 && row.environment === 'all'),
    );
    const defaults = unset.map((flag) => ({
      flag,
      account_id: null,
      environment: null,
      enabled: LAUNCH_FLAGS[flag],
      percentage: null,
      reason: 'default',
      set_by: null,
      event_id: null,
      updated_at: null,
    }));
    const set = rows.map((row) => ({
      flag: row.flag,
      account_id: row.for_account === 0 ? null : row.for_account,
      environment: row.environment === 'all' ? null : row.environment,
      enabled: row.enabled,
      percentage: row.percentage,
      reason: row.reason,
      set_by: withActors(row.set_by),
      event_id: row.event_id,
      updated_at: row.updated_at,
    }));
    return { results: [...defaults, ...set] };
  };
  return {
    name: 'launch-flag',
    routes: [
      defineRoute({
        method: 'get',
        path: '/api/v1/ops/flags/',
        operationId: 'listFlags',
        tag: 'Operations',
        summary: 'Launch flags and where they are set',
        roles: ANYONE_OF.admin,
        answers: [{ status: 200, description: 'the flags', schema }],
        handle: async ({ scope }) => ({ status: 200, body: await all(scope) }),
      }),
      defineRoute({
        method: 'put',
        path: '/api/v1/ops/flags/',
        operationId: 'setFlag',
        tag: 'Operations',
        summary: 'Switch a flag for everybody, for an environment, for a share of all accounts, or for one account',
        description:
          'An account’s own setting beats a percentage, which beats the environment; what names an environment beats what names none. The share is by HMAC(flag, account): whoever is in stays in while it grows. Off: routes answer 404 and no new work is started; shares, unsubscribing and invoices go on.',
        roles: ANYONE_OF.admin,
        looksUp: false,
        body: z.strictObject({
          flag: z.enum(FLAGS),
          account_id: idSchema.nullish(),
          environment: environment.nullish(),
          enabled: z.boolean(),
          percentage: percentage.nullish(),
          reason: text(),
        }),
        bodyExample: {
          flag: 'managed_services_enabled',
          enabled: true,
          percentage: 25,
          reason: 'first quarter of accounts',
        },
        answers: [{ status: 200, description: 'all flags as they are now', schema }],
        handle: async ({ body, cause }) => {
          const { flag, enabled, reason } = body;
          const scope = {
            flag,
            accountId: (body.account_id ?? null) as AccountId | null,
            environment: body.environment ?? null,
          };
          const set = { ...scope, enabled, percentage: body.percentage ?? null, reason };
          const { position } = accepted(await commands.set(set, cause));
          return { status: 200, body: all, position };
        },
      }),
    ],
  };
}
