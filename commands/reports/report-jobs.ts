import { dayOf, type Zone } from '#domain/kernel/calendar';
import type { SubscriptionId } from '#domain/kernel/ids';
import type { Day, Instant } from '#domain/kernel/time';
import { counted } from '#domain/kernel/words';
import { periodToReport } from '#domain/reports/report-cadence';
import type { Clock } from '#runtime/clock';
import { jobParts } from '#runtime/job-parts';
import type { Job, JobContext } from '#runtime/jobs';
import { uuidFrom } from '#runtime/random';
import type { ReportCommands } from './report.ts';
import type { ReportSubjects } from './report-settings.ts';

const JOB = { role: 'job' as const, id: null };

/** The scheduled jobs of reports (spec 2.5). Making them is asked for at once; how far they are shows beside the run. */
export function reportJobs(deps: {
  readonly reports: ReportCommands;
  readonly subjects: ReportSubjects;
  readonly rows: {
    subscriptions(): Promise<readonly number[]>;
    missed(now: Instant): Promise<readonly number[]>;
    inReview(): Promise<readonly { readonly id: number; readonly due_on: Day }[]>;
    progress(batch: string): Promise<{ readonly total: number; readonly done: number; readonly failed: number }>;
  };
  readonly upToDate: () => Promise<void>;
  readonly clock: Clock;
  readonly zone: Zone;
}): Job[] {
  const { reports, subjects, rows, upToDate, clock, zone } = deps;
  const today = () => dayOf(clock.now(), zone);

  const generating = (name: string, type: 'weekly' | 'monthly', schedule: Job['schedule']): Job => ({
    name,
    schedule,
    progress: (occurrence) => rows.progress(batchOf(name, occurrence)),
    async run({ occurrence, cause }: JobContext) {
      await upToDate();
      const parts = jobParts();
      const asked = await parts.each('subscription', await rows.subscriptions(), async (id) => {
        const subscriptionId = id as SubscriptionId;
        const of = await subjects.of({ subscriptionId });
        const start = of?.contract
          ? periodToReport(type, of.contract, of.reporting.cadence, dayOf(occurrence, zone))
          : null;
        if (start === null) return 0;
        const wanted = { subject: { subscriptionId }, type, periodStart: start, chosen: {}, by: JOB };
        const own = { ...cause, commandId: uuidFrom(cause.commandId, id) };
        const made = await reports.generate({ ...wanted, batch: batchOf(name, occurrence) }, own);
        if (made.ok) return 1;
        // Somebody asked for it before: it is there.
        if (made.refusal.code === 'duplicate') return 0;
        throw new Error(made.refusal.message);
      });
      return parts.report(`${counted(asked, 'report')} asked for`);
    },
  });

  return [
    generating('generate_weekly_reports', 'weekly', { kind: 'weekly', weekday: 1, at: '06:00' }),
    generating('generate_monthly_reports', 'monthly', { kind: 'monthly', at: '06:00' }),
    {
      // Each is sent by a timer of its own; this takes up those whose hour passed without it.
      name: 'send_pending_reports',
      schedule: { kind: 'daily', at: '08:00' },
      async run({ cause }) {
        await upToDate();
        const parts = jobParts();
        const sent = await parts.each('report', await rows.missed(clock.now()), async (id) => {
          const own = { ...cause, commandId: uuidFrom(cause.commandId, id) };
          const sending = await reports.send(id, { version: null, to: null, again: false, by: JOB }, own);
          if (!sending.ok) throw new Error(sending.refusal.message);
          return sending.unchanged ? 0 : 1;
        });
        return parts.report(`${counted(sent, 'report')} taken up`);
      },
    },
    {
      name: 'remind_report_reviews',
      schedule: { kind: 'daily', at: '07:00' },
      async run({ cause }) {
        await upToDate();
        const parts = jobParts();
        const due = (await rows.inReview()).filter(({ due_on }) => due_on <= today()).map(({ id }) => id);
        const reminded = await parts.each('report', due, async (id) => {
          const own = { ...cause, commandId: uuidFrom(cause.commandId, id) };
          const done = await reports.run(id, { type: 'RemindReview', on: today() }, own);
          return done.ok && !done.unchanged ? 1 : 0;
        });
        return parts.report(`${counted(reminded, 'reminder')} sent of reports that nobody has read`);
      },
    },
  ];
}

/** What the reports of one run are found by. */
export const batchOf = (job: string, occurrence: Instant): string => `${job} ${occurrence}`;
