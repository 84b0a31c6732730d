import { behindFlag } from '#api/reports/behind-flag';
import type { BrandingOf, LanguageOf } from '#commands/platform/member';
import { type FoldedStream, folding } from '#commands/proof/audit-streams';
import { brandedMail } from '#commands/reports/branded-mail';
import { collectReport } from '#commands/reports/collect-report';
import { memberMailEffects } from '#commands/reports/member-mail';
import { compareReport } from '#commands/reports/replay-report';
import type { Zone } from '#domain/kernel/calendar';
import type { SubscriptionId } from '#domain/kernel/ids';
import { annotation } from '#domain/reports/annotation';
import { announcement, announcementCopy } from '#domain/reports/announcement';
import { announcementMailing } from '#domain/reports/announcement-mailing';
import { branding } from '#domain/reports/branding';
import { goal } from '#domain/reports/goal';
import { houseLook } from '#domain/reports/house-look';
import { launch } from '#domain/reports/launch';
import { logo } from '#domain/reports/logo';
import { report } from '#domain/reports/report';
import { reportDomain } from '#domain/reports/report-domain';
import { reportMailing } from '#domain/reports/report-mailing';
import { reportTemplate } from '#domain/reports/report-template';
import { ahrefsConnections } from '#projections/links/ahrefs-connection';
import { reportInputs } from '#projections/reports/report-inputs';
import { REPORT_NUMBERS } from '#projections/reports/report-numbers';
import type { Projection } from '#runtime/projection';
import { announcementProjections, openAnnouncements } from './announcements.ts';
import type { Machine } from './machine.ts';
import type { PlansRoom } from './plans.ts';
import type { PlatformRoom } from './platform.ts';
import { openReportData, reportDataProjections } from './report-data.ts';
import { openReportLife, reportLifeProjections } from './report-life.ts';
import { brandLooks, openReportSharing, reportSharingProjections } from './report-sharing.ts';
import type { Room } from './room.ts';
import type { ServicesRoom } from './services.ts';
import { openWhiteLabel, whiteLabelProjections } from './white-label.ts';

export const reportsProjections = (zone: Zone): readonly Projection[] => [
  ...whiteLabelProjections,
  ...reportDataProjections(zone),
  ...reportLifeProjections,
  ...reportSharingProjections,
  ...announcementProjections,
];

/** What folds the streams of the room; the longest name that fits counts. */
export const reportsFolded: readonly FoldedStream[] = [
  ['agency-branding-', folding(branding)],
  ['annotation-', folding(annotation)],
  ['announcement-', folding(announcement)],
  ['announcement-copy-', folding(announcementCopy)],
  ['announcement-mailing-', folding(announcementMailing)],
  ['goal-', folding(goal)],
  ['launch', folding(launch)],
  ['logo-', folding(logo)],
  ['report-', folding(report)],
  ['report-domain-', folding(reportDomain)],
  ['report-mailing-', folding(reportMailing)],
  ['report-template-', folding(reportTemplate)],
];

/** What versions of reports showed, collected anew from events alone. */
export const reportsCompared = ({ store, codec }: Machine) =>
  compareReport({
    store,
    codec,
    models: REPORT_MODELS,
    collectFrom: (tables) => collectReport({ inputs: reportInputs(tables) }),
  });
/** The read models that `reportInputs` reads. */
const REPORT_MODELS = [REPORT_NUMBERS, ahrefsConnections.name];

type Left = {
  readonly platform: PlatformRoom;
  readonly plans: PlansRoom;
  readonly services: ServicesRoom;
  readonly brandingOf: BrandingOf;
  readonly languageOf: LanguageOf;
};

/** Reports: made, read before they go out, sent; under whose name, and what they are measured by. */
export function openReports(machine: Machine, { platform, plans, services, brandingOf, languageOf }: Left) {
  const whiteLabel = openWhiteLabel(machine, { platform, plans, services });
  const data = openReportData(machine);
  const brandLook = brandLooks(whiteLabel.lookOf, machine.monotonicMs);
  const life = openReportLife(
    machine,
    { platform, plans, services },
    {
      ...whiteLabel,
      brandLook,
      collect: data.collect,
      async ownerOf(branding) {
        const { state } = await whiteLabel.commands.brandings.load(branding);
        return state.status === 'there' ? state.accountId : null;
      },
      newerFacts: ({ site_id, period_start, period_end }, position) =>
        data.newerFacts(site_id, [period_start, period_end], position),
    },
  );
  const sharing = openReportSharing(machine, { ...life.commands, making: life.making, look: brandLook });
  const { members, signIn } = platform.commands;
  const memberMail = memberMailEffects({
    members,
    signIn,
    brandingOf,
    personal: machine.personal,
    mail: brandedMail({ mail: machine.mail, sender: whiteLabel.senderOf }),
    houseName: houseLook(machine.teamAddress).name,
    teamAddress: machine.teamAddress,
  });
  const announcements = openAnnouncements(machine, {
    directory: platform.directory,
    brandingOf,
    languageOf,
    senderOf: whiteLabel.senderOf,
    brandLook,
  });
  const parts = [whiteLabel, data, life, sharing] as const;
  return {
    whiteLabel,
    commands: { ...whiteLabel.commands, ...data.commands, ...life.commands, ...announcements.commands },
    sagas: [...whiteLabel.sagas, ...life.sagas, ...announcements.sagas],
    effects: [...whiteLabel.effects, ...life.effects, memberMail, ...announcements.effects],
    brandLook,
    jobs: [...whiteLabel.jobs, ...data.jobs, ...life.jobs],
    overdue: life.overdue,
    hosts: sharing.hosts,
    pumps: [sharing.views.pump],
    lastly: sharing.views.tellAll,
    approvals: life.approvals,
    conversations: life.conversations,
    routes: (http) => [
      ...behindFlag(
        parts.flatMap((part) => part.routes(http)),
        {
          flag: platform.flag,
          accountOfSite: async (id) => (await platform.directory.site(id))?.account_id ?? null,
          async accountOfSubscription(id) {
            const { state } = await services.commands.subscriptions.load(id as SubscriptionId);
            return state.status === 'none' ? null : state.accountId;
          },
        },
      ),
      // Whoever launches writes to people whether it is switched on or not, and they may refuse.
      ...announcements.routes(http),
    ],
  } satisfies Room & Record<string, unknown>;
}
export type ReportsRoom = ReturnType<typeof openReports>;
