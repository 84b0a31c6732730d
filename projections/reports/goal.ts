import { GOAL_METRICS, type GoalEvent, goal, type KnownGoal } from '#domain/reports/goal';
import { type Projected, type Projection, projection } from '#runtime/projection';
import type { ReadTables } from '#runtime/read-model';
import { day, decimal, instant, integer, json, oneOf, type RowOf, stamps, table } from '#runtime/table';
import { typed } from '#runtime/table-reads';
import type { UnitOfWork } from '#runtime/unit-of-work';

export const GOALS = table(
  'igny8_report_goals',
  {
    id: integer,
    account_id: integer,
    site_id: integer,
    metric: oneOf(...GOAL_METRICS),
    baseline: decimal,
    target: decimal,
    by: day,
    status: oneOf('open', 'met', 'missed', 'removed'),
    met_on: day.orNull,
    /** Of goals that are met or missed: what was reached, and when that was known. */
    final_value: decimal.orNull,
    judged_at: instant.orNull,
    state: json<KnownGoal>(),
    revision: integer,
    ...stamps,
  },
  { key: ['id'], indexes: [['account_id'], ['site_id'], ['status']], tenant: true },
);
export type GoalRow = RowOf<typeof GOALS>;

type Own = Projected<GoalEvent>;

/** What clients aim at. How far they are is reckoned when it is asked. */
export const goals: Projection = projection<GoalEvent>({
  name: GOALS.name,
  version: 1,
  tables: [GOALS],
  on: {
    GoalSet(rows, event) {
      const state = goal.evolve(goal.initial, event);
      if (state.status === 'none') return;
      rows.put(GOALS, {
        id: event.data.goal_id,
        account_id: event.data.account_id,
        site_id: event.data.site_id,
        final_value: null,
        judged_at: null,
        created_at: event.at,
        ...columnsOf(state, event),
      });
    },
    GoalChanged: fold,
    GoalRemoved: fold,
    GoalMet: (rows, event) => fold(rows, event, event.data.value),
    GoalMissed: (rows, event) => fold(rows, event, event.data.value),
  },
});

const columnsOf = (state: KnownGoal, event: Own) => ({
  metric: state.metric,
  baseline: String(state.baseline),
  target: String(state.target),
  by: state.by,
  status: state.status,
  met_on: state.metOn,
  state,
  revision: event.revision,
  updated_at: event.at,
});

function fold(rows: UnitOfWork, event: Own, reached?: number | null): Promise<void> {
  return rows.change(GOALS, { id: event.data.goal_id }, (row) => {
    const state = goal.evolve(row.state, event);
    if (state.status === 'none') return row;
    const judged =
      reached === undefined ? {} : { final_value: reached === null ? null : String(reached), judged_at: event.at };
    return { ...row, ...columnsOf(state, event), ...judged };
  });
}

/** What the night's job visits: goals that are neither met nor missed. */
export const goalVisits = (tables: ReadTables) => ({
  open: async (): Promise<readonly KnownGoal[]> =>
    (await typed(tables).find(GOALS, { status: 'open' }, { orderBy: ['id'] })).map(({ state }) => state),
});
