import { describe, expect, it } from 'vitest';
import type { Instant } from '#domain/kernel/time';
import { type JobRunCommand, jobRun } from '#domain/log/job-run';
import { spec } from '#test/support/spec';

const { given, lived } = spec(jobRun);
const occurrence = '2026-06-17T00:10:00.000Z' as Instant;
const now = '2026-06-17T00:10:03.000Z' as Instant;
const base = { now, job: 'process_managed_billing', occurrence };
const start: JobRunCommand = { ...base, type: 'Start', trigger: 'schedule' };
const finish = (outcome: 'succeeded' | 'failed'): JobRunCommand => ({
  ...base,
  type: 'Finish',
  outcome,
  durationMs: 12,
  detail: '3 months closed',
});

describe('one occurrence of a job', () => {
  it.each(['schedule', 'manual'] as const)('is begun by %s, once', (trigger) => {
    given()
      .when({ ...start, trigger } as JobRunCommand)
      .answers({ type: 'JobStarted', at: now, data: { job: base.job, occurrence, trigger } });
    given(...lived(start))
      .when({ ...start, trigger } as JobRunCommand)
      .answers();
  });

  it.each(['succeeded', 'failed'] as const)('has one outcome: %s', (outcome) => {
    given(...lived(start))
      .when(finish(outcome))
      .answers({
        type: 'JobFinished',
        at: now,
        data: { job: base.job, occurrence, outcome, duration_ms: 12, detail: '3 months closed' },
      });
    for (const again of [start, finish('succeeded'), finish('failed')])
      given(...lived(start, finish(outcome)))
        .when(again)
        .answers();
  });

  it('has no outcome before it began', () => {
    given().when(finish('succeeded')).answers();
    expect(given().state).toEqual({ status: 'none' });
  });
});
