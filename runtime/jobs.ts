import type { Zone } from '#domain/kernel/calendar';
import { latestDue, nextOccurrence, type Schedule } from '#domain/kernel/schedule';
import type { Instant } from '#domain/kernel/time';
import { type JobRunEvent, jobRun } from '#domain/log/job-run';
import type { Clock } from './clock.ts';
import type { CommandHandler, Handled } from './command-handler.ts';
import type { Cause } from './metadata.ts';
import { type Projection, projection } from './projection.ts';
import type { Pump } from './pump.ts';
import type { QuietLook } from './quiet-look.ts';
import { uuidFrom } from './random.ts';
import type { ReadModelStore } from './read-model.ts';
import { instant, integer, oneOf, type RowOf, table, text } from './table.ts';
import { typed } from './table-reads.ts';

/** The last run of every job. */
export const JOBS = table(
  'runtime_jobs',
  {
    job: text,
    occurrence: instant,
    status: oneOf('started', 'finished'),
    trigger: oneOf('schedule', 'manual'),
    started_at: instant,
    finished_at: instant.orNull,
    outcome: oneOf('succeeded', 'failed').orNull,
    duration_ms: integer.orNull,
    detail: text.orNull,
  },
  { key: ['job'] },
);
export type LastRun = RowOf<typeof JOBS>;

/** The last run of every job, from the events of its runs. */
export const jobRuns: Projection = projection<JobRunEvent>({
  name: 'runtime_job_runs',
  version: 1,
  tables: [JOBS],
  on: {
    JobStarted(rows, { data, at }) {
      const { job, occurrence, trigger } = data;
      rows.put(JOBS, {
        job,
        occurrence,
        status: 'started',
        trigger,
        started_at: at,
        finished_at: null,
        outcome: null,
        duration_ms: null,
        detail: null,
      });
    },
    JobFinished: (rows, { data, at }) =>
      rows.change(JOBS, { job: data.job }, (row) =>
        row.occurrence === data.occurrence
          ? {
              ...row,
              status: 'finished',
              finished_at: at,
              outcome: data.outcome,
              duration_ms: data.duration_ms,
              detail: data.detail,
            }
          : row,
      ),
  },
});

/** `cause` names the run; commands of the body derive their ids from it, so a body run again does nothing twice. */
export type JobContext = { readonly occurrence: Instant; readonly cause: Cause };
export type Job = {
  readonly name: string;
  readonly schedule: Schedule;
  /** A test clock does not stop for it: what was missed of it is made up for at the next stop, once. */
  readonly patient?: boolean;
  /** What was done, in a sentence. Must bear being run again for the same occurrence. */
  readonly run: (context: JobContext) => Promise<string>;
  /** How far what a run has set going is; of jobs whose work goes on after they have asked for it. */
  readonly progress?: (occurrence: Instant) => Promise<JobProgress>;
};
export type JobProgress = { readonly total: number; readonly done: number; readonly failed: number };

export type JobRunnerOptions = {
  readonly commands: CommandHandler;
  readonly readModels: ReadModelStore;
  readonly clock: Clock;
  readonly zone: Zone;
  readonly jobs: readonly Job[];
  /** When the store was founded: nothing was due before. */
  readonly founded: Instant;
  readonly monotonicMs: () => number;
  /** Spares looks that would find nothing; without it every look asks. */
  readonly quiet?: QuietLook;
};

export type JobStatus = {
  readonly job: Job;
  readonly last: LastRun | null;
  readonly next: Instant | null;
  /** Of its last run. */
  readonly progress: JobProgress | null;
};

/** Runs each occurrence once, however many processes look on; one missed while down runs once on return. */
export class JobRunner implements Pump {
  readonly name = 'jobs';
  readonly #options: JobRunnerOptions;
  readonly #running = new Set<string>();

  constructor(options: JobRunnerOptions) {
    this.#options = options;
  }

  async runOnce(): Promise<boolean> {
    const { quiet, clock, jobs } = this.#options;
    if (quiet?.holds(clock.now())) return false;
    const changes = quiet?.changes();
    let worked = false;
    const runs = await this.#lastRuns();
    for (const job of jobs) worked = (await this.#runIfDue(job, runs.get(job.name))) || worked;
    if (changes !== undefined && !worked && this.#running.size === 0)
      quiet?.nothing(changes, earliest(this.#scheduleOf(runs)));
    return worked;
  }

  async #runIfDue(job: Job, last: LastRun | undefined): Promise<boolean> {
    if (this.#running.has(job.name)) return false;
    const { clock, zone, founded } = this.#options;
    if (last?.status === 'started') return this.#execute(job, last.occurrence, 'schedule');
    const due =
      job.schedule.kind === 'once' && !last
        ? founded
        : latestDue(job.schedule, last?.occurrence ?? founded, clock.now(), zone);
    return due === null ? false : this.#execute(job, due, 'schedule');
  }

  async #lastRuns(): Promise<ReadonlyMap<string, LastRun>> {
    const rows = await typed(this.#options.readModels.tables('live')).find(JOBS, {});
    return new Map(rows.map((row) => [row.job, row]));
  }

  /** Runs a job now, beside its schedule. */
  async runNow(name: string): Promise<void> {
    const job = this.#options.jobs.find((j) => j.name === name);
    if (!job) throw new Error(`there is no job ${name}`);
    await this.#execute(job, this.#options.clock.now(), 'manual');
  }

  async #execute(job: Job, occurrence: Instant, trigger: 'schedule' | 'manual'): Promise<boolean> {
    this.#running.add(job.name);
    try {
      const started = await this.#record(job, occurrence, 'start', { type: 'Start', trigger });
      if (!started.ok || (started.unchanged && (await this.#isFinished(job, occurrence)))) return false;
      const begun = this.#options.monotonicMs();
      const result = await this.#body(job, occurrence);
      const durationMs = Math.round(this.#options.monotonicMs() - begun);
      await this.#record(job, occurrence, 'finish', { type: 'Finish', durationMs, ...result });
      return true;
    } finally {
      this.#running.delete(job.name);
    }
  }

  async #body(job: Job, occurrence: Instant): Promise<{ outcome: 'succeeded' | 'failed'; detail: string }> {
    try {
      return {
        outcome: 'succeeded',
        detail: await job.run({ occurrence, cause: this.#cause(job, occurrence, 'run') }),
      };
    } catch (error) {
      return { outcome: 'failed', detail: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
    }
  }

  async #isFinished(job: Job, occurrence: Instant): Promise<boolean> {
    return (await this.#options.commands.load(jobRun, jobStream(job.name, occurrence))).state.status === 'finished';
  }

  #record(
    job: Job,
    occurrence: Instant,
    step: string,
    command:
      | { type: 'Start'; trigger: 'schedule' | 'manual' }
      | { type: 'Finish'; outcome: 'succeeded' | 'failed'; durationMs: number; detail: string },
  ): Promise<Handled<unknown, JobRunEvent, never>> {
    const full = { ...command, now: this.#options.clock.now(), job: job.name, occurrence };
    return this.#options.commands.handle(
      jobRun,
      jobStream(job.name, occurrence),
      full,
      this.#cause(job, occurrence, step),
    );
  }

  #cause(job: Job, occurrence: Instant, step: string): Cause {
    const id = uuidFrom('job', job.name, occurrence);
    return { commandId: uuidFrom(id, step), correlationId: id, causationId: id, actor: { kind: 'job', id: job.name } };
  }

  async status(): Promise<JobStatus[]> {
    const found = (await this.#schedule()).map(async (each) => {
      const { job, last } = each;
      return { ...each, progress: last && job.progress ? await job.progress(last.occurrence) : null };
    });
    return Promise.all(found);
  }

  async #schedule(): Promise<Omit<JobStatus, 'progress'>[]> {
    return this.#scheduleOf(await this.#lastRuns());
  }

  #scheduleOf(rows: ReadonlyMap<string, LastRun>): Omit<JobStatus, 'progress'>[] {
    const { zone, clock, founded } = this.#options;
    return this.#options.jobs.map((job) => {
      const last = rows.get(job.name) ?? null;
      const after = last?.occurrence ?? founded;
      const next = nextOccurrence(job.schedule, after > clock.now() ? clock.now() : after, zone);
      return { job, last, next };
    });
  }

  /** The earliest occurrence still to come or due that a test clock stops for; null where no job is of the clock. */
  async nextDue(): Promise<Instant | null> {
    return earliest((await this.#schedule()).filter(({ job }) => !job.patient));
  }
}

const earliest = (schedule: readonly Pick<JobStatus, 'next'>[]): Instant | null =>
  schedule
    .flatMap(({ next }) => (next ? [next] : []))
    .sort()
    .at(0) ?? null;

const jobStream = (job: string, occurrence: Instant): string => `job-${job}-${occurrence}`;
