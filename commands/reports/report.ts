import type { FeatureGateCommands } from '#commands/plans/feature-gate';
import { dayOf, type Zone } from '#domain/kernel/calendar';
import type { AccountId, BrandingId, ReportId, ShareId } from '#domain/kernel/ids';
import { type Day, type Instant, plusDays } from '#domain/kernel/time';
import type { Plan } from '#domain/plans/plan';
import { type Report, type ReportCommand, type ReportEvent, type ReportRefusal, report } from '#domain/reports/report';
import { hasReport } from '#domain/reports/report-cadence';
import type { ReportType } from '#domain/reports/report-document';
import type { By } from '#domain/reports/report-messages';
import { type Chosen, periodEnd } from '#domain/reports/report-settings';
import { newestOf } from '#domain/reports/report-state';
import type { ReportSection } from '#domain/services/service-config';
import type { Clock } from '#runtime/clock';
import type { CommandHandler, Handled, HandleOptions } from '#runtime/command-handler';
import type { IdAllocator } from '#runtime/ids';
import type { Cause } from '#runtime/metadata';
import { uuidFrom } from '#runtime/random';
import type { SenderOf, ShareSecrets } from './ports-reports.ts';
import { unsubscribedAmong } from './report-mailing.ts';
import type { ReportSubject, ReportSubjects, Subject } from './report-settings.ts';

export type Wanted = {
  readonly subject: Subject;
  readonly type: ReportType;
  readonly periodStart: Day;
  readonly chosen: Chosen;
  readonly by: By;
  /** The run of a job that asks: what the plan lacks then shows in the report, and refuses nothing. */
  readonly batch: string | null;
};
export type ReportsRefusal =
  | ReportRefusal
  | { readonly code: 'feature_not_in_plan'; readonly message: string; readonly upgradeTo: Plan | null }
  | { readonly code: 'white_label_unready'; readonly message: string };
export type ReportResult = Handled<Report, ReportEvent, ReportsRefusal>;
export type ReportCommands = ReturnType<typeof reportCommands>;
type Without<C> = C extends unknown ? Omit<C, 'now'> : never;
type Sharing = {
  readonly sections: readonly ReportSection[] | null;
  readonly expiresAt: Instant;
  readonly password: string | null;
  readonly by: By;
};

export const reportStream = (id: number): string => `report-${id}`;
const refused = (refusal: ReportsRefusal): ReportResult => ({ ok: false, refusal, revision: -1 });
const bad = (pointer: string, message: string) => refused({ code: 'invalid_values', pointer, message });

/** Reports, one stream each. There is one of each subject, type and period: their names follow from these. */
export function reportCommands(deps: {
  readonly handler: CommandHandler;
  readonly ids: IdAllocator;
  readonly clock: Clock;
  readonly zone: Zone;
  readonly head: () => Promise<number>;
  readonly subjects: ReportSubjects;
  readonly features: Pick<FeatureGateCommands, 'ask'>;
  /** Whose a branding is; null where there is none. */
  readonly ownerOf: (branding: BrandingId) => Promise<AccountId | null>;
  readonly sender: SenderOf;
  readonly secrets: ShareSecrets;
  readonly rows: {
    of(
      subject: { readonly site_id: number; readonly managed_subscription_id: number | null },
      type: ReportType,
      start: string,
    ): Promise<number | null>;
  };
}) {
  const { handler, ids, clock, zone, head, subjects, features, ownerOf, sender, secrets, rows } = deps;
  const unsubscribedOf = unsubscribedAmong(handler);
  const load = (id: number) => handler.load(report, reportStream(id));
  const run = (
    id: number,
    command: Without<ReportCommand>,
    cause: Cause,
    options?: HandleOptions,
  ): Promise<ReportResult> =>
    handler.handle(report, reportStream(id), { ...command, now: clock.now() } as ReportCommand, cause, options);

  /** What of it the plan must include where there is no contract, which contains its reports (spec 13, 1.10). */
  async function planLacks(
    { type, chosen }: Pick<Wanted, 'type' | 'chosen'>,
    { accountId, contract }: ReportSubject,
    cause: Cause,
  ): Promise<ReportsRefusal | null> {
    if (contract !== null) return null;
    const simple = type === 'monthly' && chosen.sections === undefined && (chosen.template_id ?? null) === null;
    const level = simple ? 'monthly' : 'weekly_custom';
    const asked = await features.ask(accountId, 'report_level', level, cause);
    if (asked.allowed) return null;
    const message = `plan ${asked.plan} does not include ${simple ? 'monthly' : 'such'} reports`;
    return { code: 'feature_not_in_plan', message, upgradeTo: asked.upgrade_to };
  }
  /** A branding is asked for at its owner's plan. */
  async function brandLacks(branding: BrandingId | null, cause: Cause) {
    if (branding === null) return null;
    const owner = await ownerOf(branding);
    if (owner === null) return bad('/branding_id', `there is no branding ${branding}`);
    const asked = await features.ask(owner, 'white_label', true, { ...cause, accountId: owner });
    if (asked.allowed) return null;
    const message = `plan ${asked.plan} of account ${owner} does not include white label`;
    return refused({ code: 'feature_not_in_plan', message, upgradeTo: asked.upgrade_to });
  }
  const subjectOf = (state: Exclude<Report, { status: 'none' }>): Promise<ReportSubject | null> =>
    subjects.of(state.subscriptionId === null ? { siteId: state.siteId } : { subscriptionId: state.subscriptionId });

  /** Why nothing of it may leave for a client of an agency yet; null where it may. */
  async function senderLacks(branding: BrandingId | null) {
    const from = await sender(branding);
    return 'problem' in from ? refused({ code: 'white_label_unready', message: from.detail }) : null;
  }

  return {
    load,
    run,
    subjectOf,
    planLacks,

    /** Asks for the report of a period that is over. */
    async generate(wanted: Wanted, cause: Cause): Promise<ReportResult & { readonly id?: ReportId }> {
      const { subject, type, periodStart, chosen, by, batch } = wanted;
      const pointer = subject.subscriptionId === undefined ? '/site_id' : '/subscription_id';
      const of = await subjects.of(subject);
      if (!of) return bad(pointer, 'there is none of that id');
      const end = periodEnd(type, periodStart);
      const today = dayOf(clock.now(), zone);
      if (end === null) return bad('/period_start', `no ${type} period begins on ${periodStart}`);
      if (end >= today) return bad('/period_start', `the period ends on ${end}: until it is over there is a preview`);
      if (of.contract && !hasReport(of.contract, periodStart, end))
        return bad('/period_start', 'the subscription had no day of service in that period');
      const whose: Cause = { ...cause, accountId: of.accountId, siteId: of.siteId };
      const settings = subjects.settings(of, chosen);
      if (batch === null) {
        const asking = { ...whose, commandId: uuidFrom(cause.commandId, 'gate') };
        const lacks = await planLacks(wanted, of, asking);
        if (lacks) return refused(lacks);
        const lacking = await brandLacks(settings.branding_id, asking);
        if (lacking) return lacking;
      }
      const row = { site_id: of.siteId, managed_subscription_id: of.subscriptionId };
      const name = uuidFrom(
        'report',
        of.subscriptionId === null ? `site-${of.siteId}` : of.subscriptionId,
        type,
        periodStart,
      );
      const id = ((await rows.of(row, type, periodStart)) ?? (await ids.allocate('report', name))) as ReportId;
      const made = await run(
        id,
        {
          type: 'Request',
          reportId: id,
          accountId: of.accountId,
          siteId: of.siteId,
          subscriptionId: of.subscriptionId,
          reportType: type,
          periodStart,
          periodEnd: end,
          position: await head(),
          settings,
          chosen,
          dueOn: plusDays(today, of.reporting.send_after_days),
          by,
          batch,
        },
        whose,
      );
      return made.ok ? { ...made, id } : made;
    },

    /** A new version, from what the log says at `position`, now where it is left out. */
    async regenerate(
      id: number,
      position: number | null,
      by: By,
      cause: Cause,
      options?: HandleOptions,
    ): Promise<ReportResult> {
      const { state } = await load(id);
      if (state.status === 'none') return refused({ code: 'not_found', message: 'there is no such report' });
      const of = await subjectOf(state);
      if (!of) return refused({ code: 'not_found', message: 'there is no such report' });
      const now = await head();
      if (position !== null && position > now) return bad('/position', `the log has only got to ${now}`);
      const settings = subjects.settings(of, state.chosen);
      const asking = { ...cause, accountId: of.accountId, commandId: uuidFrom(cause.commandId, 'gate') };
      const lacking = await brandLacks(settings.branding_id, asking);
      if (lacking) return lacking;
      return run(id, { type: 'Regenerate', position: position ?? now, settings, by }, cause, options);
    },

    /** Sends it: to these addresses, or to whom it goes anyway. Null for the version is the newest, as jobs send it. */
    async send(
      id: number,
      wanted: {
        readonly version: number | null;
        readonly to: readonly string[] | null;
        readonly again: boolean;
        readonly by: By;
      },
      cause: Cause,
      options?: HandleOptions,
    ): Promise<ReportResult> {
      const { state } = await load(id);
      if (state.status === 'none') return refused({ code: 'not_found', message: 'there is no such report' });
      const of = await subjectOf(state);
      const { version, again, by } = wanted;
      const given = wanted.to === null ? null : await Promise.all(wanted.to.map(subjects.sealed));
      const to = given ?? (of === null ? [] : await subjects.recipients(of));
      const unsubscribed = await unsubscribedOf(
        state.accountId,
        to.map(({ key }) => key),
      );
      const command = { type: 'Send' as const, version, to, unsubscribed, again, by };
      const ready = report.decide({ ...command, now: clock.now() }, state);
      const lacking = ready.accepted ? await senderLacks(newestOf(state).settings.branding_id) : null;
      return lacking ?? run(id, command, cause, options);
    },

    /** A link for whoever holds it. The same command gives the same link. */
    async share(id: number, { sections, expiresAt, password, by }: Sharing, cause: Cause, options?: HandleOptions) {
      const { state } = await load(id);
      if (state.status === 'none') return refused({ code: 'not_found', message: 'there is no such report' });
      const lacking = await senderLacks(newestOf(state).settings.branding_id);
      if (lacking) return lacking;
      const token = secrets.token(`share ${cause.commandId}`);
      const shareId = (await ids.allocate('report-share', cause.commandId)) as ShareId;
      const passwordHash = password === null ? null : await secrets.hashPassword(password);
      const terms = {
        shareId,
        sections,
        expiresAt,
        passwordHash,
        tokenSha256: secrets.hash(token),
        for: 'person' as const,
      };
      const made = await run(id, { type: 'Share', ...terms, by }, cause, options);
      return made.ok ? { ...made, token, shareId } : made;
    },
  };
}
