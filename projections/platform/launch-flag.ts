import { LAUNCH_FLAGS, type LaunchFlag, type LaunchFlagEvent } from '#domain/platform/launch-flag';
import { type Projection, projection } from '#runtime/projection';
import type { ReadTables } from '#runtime/read-model';

export const FLAGS = 'igny8_launch_flags';

/** Flags as last set. Account 0 stands for the whole environment, as a key has no room for nothing. */
export const launchFlags: Projection = projection<LaunchFlagEvent>({
  name: FLAGS,
  version: 1,
  tables: [
    {
      name: FLAGS,
      columns: { flag: 'text', for_account: 'integer', enabled: 'boolean', reason: 'text?', updated_at: 'timestamptz' },
      key: ['flag', 'for_account'],
    },
  ],
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
    const set = await tables.find(FLAGS, { flag, for_account: { in: accountId === null ? [0] : [accountId, 0] } });
    const own = set.find((row) => row['for_account'] === accountId) ?? set.find((row) => row['for_account'] === 0);
    return own ? own['enabled'] === true : LAUNCH_FLAGS[flag];
  };
