import { accept, type Decider, type DomainEvent, refuse } from '#domain/kernel/decider';
import type { AccountId, GoalId, SiteId } from '#domain/kernel/ids';
import { type Day, type Instant, plusDays } from '#domain/kernel/time';

export const GOAL_METRICS = [
  'clicks',
  'impressions',
  'position',
  'keywords_top_10',
  'referring_domains',
  'articles',
  'conversions',
] as const;
export type GoalMetric = (typeof GOAL_METRICS)[number];

type Named = { readonly goal_id: GoalId; readonly account_id: AccountId; readonly site_id: SiteId };
type Aim = { readonly target: number; readonly by: Day };

export type GoalEvent =
  | DomainEvent<'GoalSet', Named & Aim & { readonly metric: GoalMetric; readonly baseline: number; readonly on: Day }>
  | DomainEvent<'GoalChanged', Named & Aim>
  | DomainEvent<'GoalRemoved', Named>
  /** `on`: the day that the value reaches to. */
  | DomainEvent<'GoalMet', Named & { readonly on: Day; readonly value: number }>
  /** `value`: what was reached; null where nothing is known of it. */
  | DomainEvent<'GoalMissed', Named & { readonly on: Day; readonly value: number | null }>;

export type KnownGoal = {
  readonly status: 'open' | 'met' | 'missed' | 'removed';
  readonly id: GoalId;
  readonly accountId: AccountId;
  readonly siteId: SiteId;
  readonly metric: GoalMetric;
  readonly baseline: number;
  readonly target: number;
  readonly by: Day;
  readonly setOn: Day;
  readonly metOn: Day | null;
};
export type Goal = { readonly status: 'none' } | KnownGoal;

/** `today`: of the billing time zone. */
export type GoalCommand = { readonly now: Instant; readonly today: Day } & (
  | {
      readonly type: 'Set';
      readonly id: GoalId;
      readonly accountId: AccountId;
      readonly siteId: SiteId;
      readonly metric: GoalMetric;
      readonly target: number;
      readonly by: Day;
      /** As given, else as measured; null where neither is known. */
      readonly baseline: number | null;
    }
  | { readonly type: 'Change'; readonly target?: number | undefined; readonly by?: Day | undefined }
  | { readonly type: 'Remove' }
  /** Of the night: `value` as far as it is known, and the day that it reaches to. */
  | { readonly type: 'Judge'; readonly value: number | null; readonly dataTo: Day | null }
);
export type GoalRefusal =
  | { readonly code: 'not_found'; readonly message: string }
  | { readonly code: 'invalid_state'; readonly message: string; readonly currentState: string }
  | { readonly code: 'invalid_values'; readonly message: string; readonly pointer: string };

/** Search data come late: so many days after its day a goal is missed (spec 13, 3.5). */
export const DAYS_OF_GRACE = 3;

export const lowerIsBetter = (metric: GoalMetric): boolean => metric === 'position';
export const reached = ({ metric, target }: Pick<KnownGoal, 'metric' | 'target'>, value: number): boolean =>
  lowerIsBetter(metric) ? value <= target : value >= target;

/** What a client wants a number to be by a day. Met and missed are final, and said once. */
export const goal: Decider<GoalCommand, Goal, GoalEvent, GoalRefusal> = {
  initial: { status: 'none' },
  evolve: (state, event): Goal => {
    if (event.type === 'GoalSet') {
      const { goal_id: id, account_id: accountId, site_id: siteId, on: setOn, ...rest } = event.data;
      return { status: 'open', id, accountId, siteId, setOn, metOn: null, ...rest };
    }
    if (state.status === 'none') return state;
    switch (event.type) {
      case 'GoalChanged':
        return { ...state, target: event.data.target, by: event.data.by };
      case 'GoalRemoved':
        return { ...state, status: 'removed' };
      case 'GoalMet':
        return { ...state, status: 'met', metOn: event.data.on };
      case 'GoalMissed':
        return { ...state, status: 'missed' };
    }
  },
  decide: (command, state) => {
    const { now: at, today } = command;
    if (command.type === 'Set') {
      if (state.status !== 'none') return accept();
      const { id: goal_id, accountId: account_id, siteId: site_id, metric, target, by, baseline } = command;
      if (baseline === null)
        return invalid('/baseline', 'nothing is known of this number yet: give the baseline that the goal starts from');
      const wrong = wrongAim({ metric, baseline, target, by }, today);
      if (wrong) return invalid(wrong.pointer, wrong.message);
      return accept({
        type: 'GoalSet',
        at,
        data: { goal_id, account_id, site_id, metric, baseline, target, by, on: today },
      });
    }
    if (state.status === 'none') return refuse({ code: 'not_found', message: 'there is no such goal' });
    const named: Named = { goal_id: state.id, account_id: state.accountId, site_id: state.siteId };
    if (command.type === 'Remove')
      return state.status === 'removed' ? accept() : accept({ type: 'GoalRemoved', at, data: named });
    if (command.type === 'Judge') return state.status === 'open' ? judged(command, state, named) : accept();
    if (state.status !== 'open')
      return refuse({ code: 'invalid_state', message: `the goal is ${state.status}`, currentState: state.status });
    const aim = { target: command.target ?? state.target, by: command.by ?? state.by };
    if (aim.target === state.target && aim.by === state.by) return accept();
    const wrong = wrongAim({ ...state, ...aim }, today);
    if (wrong) return invalid(wrong.pointer, wrong.message);
    return accept({ type: 'GoalChanged', at, data: { ...named, ...aim } });
  },
};

const invalid = (pointer: string, message: string) => refuse<GoalRefusal>({ code: 'invalid_values', pointer, message });

function wrongAim(
  { metric, baseline, target, by }: Pick<KnownGoal, 'metric' | 'baseline' | 'target' | 'by'>,
  today: Day,
): { readonly pointer: string; readonly message: string } | null {
  if (by <= today) return { pointer: '/by', message: 'must be a day to come' };
  if (lowerIsBetter(metric) ? target < baseline : target > baseline) return null;
  const side = lowerIsBetter(metric) ? 'below' : 'above';
  return { pointer: '/target', message: `must be ${side} the baseline, which is ${baseline}` };
}

function judged(
  { now: at, today, value, dataTo }: Extract<GoalCommand, { type: 'Judge' }>,
  state: KnownGoal,
  named: Named,
) {
  if (value !== null && dataTo !== null && dataTo <= state.by && reached(state, value))
    return accept<GoalEvent>({ type: 'GoalMet', at, data: { ...named, on: dataTo, value } });
  if (today < plusDays(state.by, DAYS_OF_GRACE)) return accept<GoalEvent>();
  return accept<GoalEvent>({ type: 'GoalMissed', at, data: { ...named, on: today, value } });
}
