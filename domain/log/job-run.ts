import { accept, type Decider, type DomainEvent } from '#domain/kernel/decider';
import type { Instant } from '#domain/kernel/time';

/** One stream per job and occurrence, so that no occurrence can be begun twice (spec 2.5). */
export type JobRunEvent =
  | DomainEvent<
      'JobStarted',
      { readonly job: string; readonly occurrence: Instant; readonly trigger: 'schedule' | 'manual' }
    >
  | DomainEvent<
      'JobFinished',
      {
        readonly job: string;
        readonly occurrence: Instant;
        readonly outcome: 'succeeded' | 'failed';
        readonly duration_ms: number;
        readonly detail: string;
      }
    >;

export type JobRun = { readonly status: 'none' | 'started' | 'finished' };
export type JobRunCommand = { readonly now: Instant; readonly job: string; readonly occurrence: Instant } & (
  | { readonly type: 'Start'; readonly trigger: 'schedule' | 'manual' }
  | {
      readonly type: 'Finish';
      readonly outcome: 'succeeded' | 'failed';
      readonly durationMs: number;
      readonly detail: string;
    }
);

export const jobRun: Decider<JobRunCommand, JobRun, JobRunEvent, never> = {
  initial: { status: 'none' },
  evolve: (_, event): JobRun => {
    switch (event.type) {
      case 'JobStarted':
        return { status: 'started' };
      case 'JobFinished':
        return { status: 'finished' };
    }
  },
  decide: (command, state) => {
    const { job, occurrence, now: at } = command;
    if (command.type === 'Start')
      return state.status === 'none'
        ? accept({ type: 'JobStarted', at, data: { job, occurrence, trigger: command.trigger } })
        : accept();
    return state.status === 'started'
      ? accept({
          type: 'JobFinished',
          at,
          data: { job, occurrence, outcome: command.outcome, duration_ms: command.durationMs, detail: command.detail },
        })
      : accept();
  },
};
