import { z } from 'zod';
import { accepted } from '#api/http/problem';
import { ANYONE_OF, defineRoute, type FeatureRoutes } from '#api/http/routes';
import { idSchema, instantText, text } from '#api/http/schemas';
import type { LaunchFlagCommands } from '#commands/platform/launch-flag';
import type { AccountId } from '#domain/kernel/ids';
import { LAUNCH_FLAGS, type LaunchFlag } from '#domain/platform/launch-flag';
import type { OperationsReader } from '#projections/platform/operations-reader';

const FLAGS = Object.keys(LAUNCH_FLAGS) as [LaunchFlag, ...LaunchFlag[]];
const schema = z
  .object({
    results: z.array(
      z.object({
        flag: z.enum(FLAGS),
        account_id: idSchema.nullable(),
        enabled: z.boolean(),
        reason: z.string().nullable(),
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
    const unset = FLAGS.filter((flag) => !rows.some((row) => row.flag === flag && row.for_account === 0));
    const defaults = unset.map((flag) => ({
      flag,
      account_id: null,
      enabled: LAUNCH_FLAGS[flag],
      reason: 'default',
      updated_at: null,
    }));
    const set = rows.map(({ flag, for_account, enabled, reason, updated_at }) => ({
      flag,
      account_id: for_account === 0 ? null : for_account,
      enabled,
      reason,
      updated_at,
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
        summary: 'Switch a flag for the environment, or for one account',
        roles: ANYONE_OF.admin,
        looksUp: false,
        body: z.strictObject({
          flag: z.enum(FLAGS),
          account_id: idSchema.nullish(),
          enabled: z.boolean(),
          reason: text().optional(),
        }),
        bodyExample: { flag: 'managed_services_enabled', enabled: false, reason: 'not launched yet' },
        answers: [{ status: 200, description: 'all flags as they are now', schema }],
        handle: async ({ body, cause }) => {
          const handled = await commands.set(
            body.flag,
            (body.account_id ?? null) as AccountId | null,
            body.enabled,
            body.reason ?? null,
            cause,
          );
          const { position } = accepted(handled as never) as { position: number };
          return { status: 200, body: all, position };
        },
      }),
    ],
  };
}
