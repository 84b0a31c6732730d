import { dayOf, type Zone } from '#domain/kernel/calendar';
import type { AccountId, GoalId, SiteId } from '#domain/kernel/ids';
import type { Day } from '#domain/kernel/time';
import { minDay } from '#domain/kernel/time';
import {
  type Goal,
  type GoalCommand,
  type GoalEvent,
  type GoalMetric,
  type GoalRefusal,
  goal,
  type KnownGoal,
} from '#domain/reports/goal';
import type { Clock } from '#runtime/clock';
import type { CommandHandler, Handled, HandleOptions } from '#runtime/command-handler';
import type { IdAllocator } from '#runtime/ids';
import { jobParts } from '#runtime/job-parts';
import type { Job } from '#runtime/jobs';
import type { Cause } from '#runtime/metadata';
import { uuidFrom } from '#runtime/random';

/** A goal's number on a day, as far as it is known now; null where nothing is. */
export type ValueOf = (
  goal: Pick<KnownGoal, 'siteId' | 'metric' | 'setOn'>,
  through: Day,
) => Promise<{ readonly value: number | null; readonly dataTo: Day | null }>;
export type NewGoal = {
  readonly accountId: AccountId;
  readonly siteId: SiteId;
  readonly metric: GoalMetric;
  readonly target: number;
  readonly by: Day;
  readonly baseline: number | null;
};
export type GoalResult = Handled<Goal, GoalEvent, GoalRefusal> & { readonly id?: number };
export type GoalCommands = ReturnType<typeof goalCommands>;

const stream = (id: number): string => `goal-${id}`;
type Change = Omit<Extract<GoalCommand, { type: 'Change' }>, 'type' | 'now' | 'today'>;

export function goalCommands(deps: {
  readonly handler: CommandHandler;
  readonly ids: IdAllocator;
  readonly clock: Clock;
  readonly zone: Zone;
  readonly measure: ValueOf;
}) {
  const { handler, ids, clock, zone, measure } = deps;
  const at = () => ({ now: clock.now(), today: dayOf(clock.now(), zone) });
  return {
    /** Articles are counted from its beginning, so it begins at none; else the baseline is what was given, else what is known. */
    async set(wanted: NewGoal, cause: Cause): Promise<GoalResult> {
      const id = (await ids.allocate('goal', cause.commandId)) as GoalId;
      const { today } = at();
      const measured = async () => (await measure({ ...wanted, setOn: today }, today)).value;
      const baseline = wanted.metric === 'articles' ? 0 : (wanted.baseline ?? (await measured()));
      const own = { ...cause, accountId: wanted.accountId, siteId: wanted.siteId };
      return {
        ...(await handler.handle(goal, stream(id), { ...wanted, ...at(), type: 'Set', id, baseline }, own)),
        id,
      };
    },
    change: (id: number, change: Change, cause: Cause, options?: HandleOptions): Promise<GoalResult> =>
      handler.handle(goal, stream(id), { ...change, ...at(), type: 'Change' }, cause, options),
    remove: (id: number, cause: Cause, options?: HandleOptions): Promise<GoalResult> =>
      handler.handle(goal, stream(id), { ...at(), type: 'Remove' }, cause, options),

    /** Says of an open goal that it is met or missed, once it is. What counts is what its number was by its day. */
    async judge(known: KnownGoal, cause: Cause): Promise<'met' | 'missed' | null> {
      const { now, today } = at();
      const { value, dataTo } = await measure(known, minDay(today, known.by));
      const own = { ...cause, accountId: known.accountId, siteId: known.siteId };
      const done = await handler.handle(goal, stream(known.id), { type: 'Judge', now, today, value, dataTo }, own);
      if (!done.ok || done.unchanged) return null;
      return done.state.status === 'met' || done.state.status === 'missed' ? done.state.status : null;
    },
  };
}

/** The night's look at numbers (spec 2.5, ruling 13.3.15): they are counted as facts come, so what is left is to judge goals by them. */
export function goalJob({
  goals,
  open,
}: {
  readonly goals: GoalCommands;
  readonly open: () => Promise<readonly KnownGoal[]>;
}): Job {
  return {
    name: 'collect_report_metrics',
    schedule: { kind: 'daily', at: '01:00' },
    run: async ({ cause }) => {
      const parts = jobParts();
      const all = new Map((await parts.attempt('goals', open, [])).map((each) => [Number(each.id), each]));
      const ended = { met: 0, missed: 0 };
      await parts.each('goal', [...all.keys()], async (id) => {
        const known = all.get(id);
        const became = known ? await goals.judge(known, { ...cause, commandId: uuidFrom(cause.commandId, id) }) : null;
        if (became !== null) ended[became] += 1;
        return 1;
      });
      return parts.report(`${all.size} goals looked at, ${ended.met} met, ${ended.missed} missed`);
    },
  };
}
