import { LAUNCH_FLAGS, type LaunchFlag, type LaunchFlagEvent } from '#domain/platform/launch-flag';
import { type Projection, projection } from '#runtime/projection';
import type { ReadTables } from '#runtime/read-model';
import { boolean, instant, integer, table, text } from '#runtime/table';
import { typed } from '#runtime/table-reads';

export const FLAGS = table(
  'igny8_launch_flags',
  { flag: text.of<LaunchFlag>(), for_account: integer, enabled: boolean, reason: text.orNull, updated_at: instant },
  { key: ['flag', 'for_account'] },
);

/** Flags as last set. Account 0 stands for the whole environment, as a key has no room for nothing. */
export const launchFlags: Projection = projection<LaunchFlagEvent>({
  name: FLAGS.name,
  version: 1,
  tables: [FLAGS],
  on: {
    LaunchFlagSet(rows, { data, at }) {
      rows.put(FLAGS, {
        flag: data.flag,
        for_account: data.account_id ?? 0,
        enabled: data.enabled,
        reason: data.reason,
        updated_at: at,
      });
    },
  },
});

/** Whether a flag is on: the account's own setting, else the environment's, else its default. */
export const flagEnabled =
  (tables: ReadTables) =>
  async (flag: LaunchFlag, accountId: number | null): Promise<boolean> => {
    const either = accountId === null ? [0] : [accountId, 0];
    const set = await typed(tables).find(FLAGS, { flag, for_account: { in: either } });
    const own = set.find((row) => row.for_account === accountId) ?? set.find((row) => row.for_account === 0);
    return own?.enabled ?? LAUNCH_FLAGS[flag];
  };
