import type { Day } from '#domain/kernel/time';
import { GOAL_METRICS, type GoalMetric } from './goal.ts';
import type { ClaimKey, Say } from './language/claims.ts';
import type { GoalShown } from './report-data.ts';

const isMetric = (metric: string): metric is GoalMetric => GOAL_METRICS.some((each) => each === metric);

/** What is to be said of a goal, in the words of what it counts. `on`: the day it was met; else its own day. */
export function goalSentence(
  say: Say,
  what: 'met' | 'missed' | 'behind',
  goal: GoalShown,
  on: Day | null = null,
): string {
  const unit = goal.metric === 'position' ? 'position' : 'count';
  const written = (value: number) => say.formats.number(value, unit);
  const key: ClaimKey = isMetric(goal.metric) ? `goal_${what}_${goal.metric}` : 'goal_unknown';
  return say(key, {
    target: written(goal.target),
    value: goal.value === null ? say('not_known') : written(goal.value),
    day: say.day(on ?? goal.by),
  });
}
