import { type Day, daysBetween, minDay } from '#domain/kernel/time';
import type { KnownGoal } from './goal.ts';

export type Pace = 'ahead' | 'on_track' | 'behind' | 'missed' | 'met';
type Aim = Pick<KnownGoal, 'status' | 'baseline' | 'target' | 'by' | 'setOn'>;

/** How much of its time is over on that day: from 0 to 1. */
export function elapsedShare({ setOn, by }: Aim, on: Day): number {
  const whole = daysBetween(setOn, by);
  return whole <= 0 ? 1 : Math.min(1, Math.max(0, daysBetween(setOn, minDay(on, by)) / whole));
}

/** Where the straight line from the baseline to the target is on that day. */
export const expectedOn = (goal: Aim, on: Day): number =>
  goal.baseline + (goal.target - goal.baseline) * elapsedShare(goal, on);

/** Half a billionth: what sums of tenths differ by is no pace. */
const NEXT_TO_NOTHING = 1e-9;

/** Against the straight line, a tenth to each side (spec 13, 3.5). A number that nothing is known of any more is behind. */
export function paceOf(goal: Aim, value: number | null, on: Day): Pace {
  if (goal.status === 'met' || goal.status === 'missed') return goal.status;
  if (value === null) return 'behind';
  const line = elapsedShare(goal, on);
  const way = (value - goal.baseline) / (goal.target - goal.baseline);
  if (way >= line + 0.1 - NEXT_TO_NOTHING) return 'ahead';
  return way < line - 0.1 - NEXT_TO_NOTHING ? 'behind' : 'on_track';
}
