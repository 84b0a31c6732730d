import {
  flagHolds,
  LAUNCH_ENVIRONMENTS,
  type LaunchEnvironment,
  type LaunchFlag,
  type LaunchFlagEvent,
} from '#domain/platform/launch-flag';
import type { Actor } from '#runtime/metadata';
import { placeAmongHundred } from '#runtime/place-among';
import { type Projection, projection } from '#runtime/projection';
import type { ReadTables } from '#runtime/read-model';
import { boolean, instant, integer, json, oneOf, table, text } from '#runtime/table';
import { typed } from '#runtime/table-reads';

/** Stands for every environment, as account 0 does for every account: a key has no room for nothing. */
const EVERYWHERE = 'all';
export const FLAGS = table(
  'igny8_launch_flags',
  {
    flag: text.of<LaunchFlag>(),
    environment: oneOf(EVERYWHERE, ...LAUNCH_ENVIRONMENTS),
    for_account: integer,
    enabled: boolean,
    percentage: integer.orNull,
    reason: text.orNull,
    set_by: json<Actor>(),
    event_id: text,
    updated_at: instant,
  },
  { key: ['flag', 'environment', 'for_account'] },
);

/** Flags as last set, by whom, and by which event. */
export const launchFlags: Projection = projection<LaunchFlagEvent>({
  name: FLAGS.name,
  version: 2,
  tables: [FLAGS],
  on: {
    LaunchFlagSet(rows, { id, data, at, metadata }) {
      rows.put(FLAGS, {
        flag: data.flag,
        environment: data.environment ?? EVERYWHERE,
        for_account: data.account_id ?? 0,
        enabled: data.enabled,
        percentage: data.percentage ?? null,
        reason: data.reason,
        set_by: metadata.actor,
        event_id: id,
        updated_at: at,
      });
    },
  },
});

/** Whether a flag is on, in an environment of that name: the account's own setting, else all accounts' with its percentage, else its default. */
export const flagEnabled =
  (tables: ReadTables, environment: LaunchEnvironment | null = null) =>
  async (flag: LaunchFlag, accountId: number | null): Promise<boolean> => {
    const either = accountId === null ? [0] : [accountId, 0];
    const rows = await typed(tables).find(FLAGS, { flag, for_account: { in: either } });
    const settings = rows.map((row) => ({
      account: row.for_account === 0 ? null : row.for_account,
      environment: row.environment === EVERYWHERE ? null : row.environment,
      enabled: row.enabled,
      percentage: row.percentage,
    }));
    const place = (account: number) => placeAmongHundred(flag, account);
    return flagHolds(flag, settings, { account: accountId, environment, place });
  };
