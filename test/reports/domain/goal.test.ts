import { describe, expect, it } from 'vitest';
import type { Recorded } from '#domain/kernel/decider';
import type { AccountId, GoalId, SiteId } from '#domain/kernel/ids';
import type { Day, Instant } from '#domain/kernel/time';
import { type GoalCommand, type GoalEvent, type GoalMetric, goal, type KnownGoal } from '#domain/reports/goal';
import { expectedOn, paceOf } from '#domain/reports/goal-pace';

const NAMED = { goal_id: 1 as GoalId, account_id: 1 as AccountId, site_id: 11 as SiteId };
const now = (on: string) => ({ now: `${on}T01:00:00.000Z` as Instant, today: on as Day });
const set = (more: object = {}): GoalEvent => ({
  type: 'GoalSet',
  at: '2026-01-01T10:00:00.000Z' as Instant,
  data: {
    ...NAMED,
    metric: 'clicks',
    baseline: 100,
    target: 200,
    by: '2026-04-11' as Day,
    on: '2026-01-01' as Day,
    ...more,
  },
});
const event = <T extends GoalEvent['type']>(type: T, data: object = {}) =>
  ({ type, at: '2026-02-01T10:00:00.000Z' as Instant, data: { ...NAMED, ...data } }) as Extract<GoalEvent, { type: T }>;
const given = (...events: readonly GoalEvent[]) =>
  events.reduce(
    (state, each, index) => goal.evolve(state, { ...each, id: `e-${index}` } as Recorded<GoalEvent>),
    goal.initial,
  );
const when = (command: GoalCommand, ...events: readonly GoalEvent[]) => {
  const decided = goal.decide(command, given(...events));
  return decided.accepted ? decided.events.map(({ type, data }) => ({ type, ...data })) : decided.refusal;
};
const setting = (metric: GoalMetric, baseline: number | null, target: number, by = '2026-06-30') =>
  when({
    ...now('2026-01-01'),
    type: 'Set',
    id: 1 as GoalId,
    accountId: 1 as AccountId,
    siteId: 11 as SiteId,
    metric,
    baseline,
    target,
    by: by as Day,
  });
const judge = (on: string, value: number | null, dataTo: string | null, ...events: readonly GoalEvent[]) =>
  when({ ...now(on), type: 'Judge', value, dataTo: dataTo as Day | null }, ...events);

describe('a goal', () => {
  it('is set where its target is on the right side of what is known, on a day to come', () => {
    expect(setting('clicks', 100, 101)).toMatchObject([
      { type: 'GoalSet', baseline: 100, target: 101, on: '2026-01-01' },
    ]);
    expect(setting('position', 8, 7.9)).toMatchObject([{ type: 'GoalSet' }]);
    expect(setting('clicks', 100, 100)).toMatchObject({ code: 'invalid_values', pointer: '/target' });
    expect(setting('position', 8, 8)).toMatchObject({ code: 'invalid_values', pointer: '/target' });
    expect(setting('position', 8, 9)).toMatchObject({ pointer: '/target' });
    expect(setting('clicks', null, 100)).toMatchObject({ code: 'invalid_values', pointer: '/baseline' });
    expect(setting('clicks', 100, 200, '2026-01-01')).toMatchObject({ pointer: '/by' });
    expect(setting('clicks', 100, 200, '2026-01-02')).toMatchObject([{ type: 'GoalSet' }]);
  });

  it('is changed and removed while it is open; a repetition changes nothing', () => {
    const change = { ...now('2026-02-01'), type: 'Change', target: 220 } as const;
    expect(when(change, set())).toMatchObject([{ type: 'GoalChanged', target: 220, by: '2026-04-11' }]);
    expect(when({ ...change, target: 200 }, set())).toEqual([]);
    expect(when({ ...change, target: 90 }, set())).toMatchObject({ pointer: '/target' });
    expect(when(change, set(), event('GoalMet', { on: '2026-02-01', value: 200 }))).toMatchObject({
      code: 'invalid_state',
    });
    expect(when(change)).toMatchObject({ code: 'not_found' });
    const remove = { ...now('2026-02-01'), type: 'Remove' } as const;
    expect(when(remove, set())).toMatchObject([{ type: 'GoalRemoved' }]);
    expect(when(remove, set(), event('GoalRemoved'))).toEqual([]);
  });

  it('is met once its number is reached by its day, and never again', () => {
    expect(judge('2026-02-01', 199, '2026-01-30', set())).toEqual([]);
    expect(judge('2026-02-01', 200, '2026-01-30', set())).toMatchObject([
      { type: 'GoalMet', on: '2026-01-30', value: 200 },
    ]);
    expect(judge('2026-02-01', 200, '2026-01-30', set(), event('GoalMet', { on: '2026-01-30', value: 200 }))).toEqual(
      [],
    );
    expect(judge('2026-02-01', 7.5, '2026-01-30', set({ metric: 'position', baseline: 9, target: 7.5 }))).toMatchObject(
      [{ type: 'GoalMet' }],
    );
    expect(judge('2026-02-01', 7.6, '2026-01-30', set({ metric: 'position', baseline: 9, target: 7.5 }))).toEqual([]);
    expect(judge('2026-04-13', 300, '2026-04-12', set())).toEqual([]);
  });

  it('is missed three days after its day and not before, once', () => {
    expect(judge('2026-04-13', 150, '2026-04-10', set())).toEqual([]);
    expect(judge('2026-04-13', 200, '2026-04-11', set())).toMatchObject([{ type: 'GoalMet' }]);
    expect(judge('2026-04-14', 150, '2026-04-11', set())).toMatchObject([
      { type: 'GoalMissed', on: '2026-04-14', value: 150 },
    ]);
    expect(judge('2026-04-14', null, null, set())).toMatchObject([{ type: 'GoalMissed', value: null }]);
    expect(
      judge('2026-05-01', 150, '2026-04-11', set(), event('GoalMissed', { on: '2026-04-14', value: 150 })),
    ).toEqual([]);
    expect(judge('2026-05-01', 150, '2026-04-11', set(), event('GoalRemoved'))).toEqual([]);
  });
});

describe('pace (13, 3.5)', () => {
  const clicks = given(set()) as KnownGoal;
  // A hundred days from 100 to 200: after thirty, 130 is on the line.
  const on = '2026-01-31' as Day;
  it.each([
    [140, 'ahead'],
    [139.9, 'on_track'],
    [130, 'on_track'],
    [120, 'on_track'],
    [119.9, 'behind'],
    [50, 'behind'],
    [null, 'behind'],
  ] as const)('of %s clicks after thirty of a hundred days: %s', (value, pace) => {
    expect(expectedOn(clicks, on)).toBeCloseTo(130);
    expect(paceOf(clicks, value, on)).toBe(pace);
  });

  it('of a position counts downwards', () => {
    const position = given(set({ metric: 'position', baseline: 10, target: 5 })) as KnownGoal;
    expect([8, 8.5, 9, 9.1].map((value) => paceOf(position, value, on))).toEqual([
      'ahead',
      'on_track',
      'on_track',
      'behind',
    ]);
    expect(expectedOn(position, on)).toBeCloseTo(8.5);
  });

  it('stands still before it begins and after its day, and is final once it is met or missed', () => {
    expect(expectedOn(clicks, '2025-12-01' as Day)).toBe(100);
    expect(expectedOn(clicks, '2027-01-01' as Day)).toBe(200);
    expect(paceOf({ ...clicks, status: 'met' }, 10, on)).toBe('met');
    expect(paceOf({ ...clicks, status: 'missed' }, 900, on)).toBe('missed');
  });
});
