import { EntitlementFeed } from '#commands/plans/entitlement-feed';
import { clientMail } from '#commands/platform/client-mail';
import { webhookRouting } from '#commands/platform/webhook-deliveries';
import { type FoldedStream, folding } from '#commands/proof/audit-streams';
import { dayOf, type Zone } from '#domain/kernel/calendar';
import type { BrandingId } from '#domain/kernel/ids';
import { pluginRelease } from '#domain/plugin/plugin-release';
import { CONVERSATION_NEEDS } from '#domain/services/conversation';
import { withAccountColumns } from '#projections/platform/account-columns';
import { brandingOfAccount, ownBranding } from '#projections/reports/white-label-reader';
import { languageOfAccount } from '#projections/services/language-of-account';
import { Ahead } from '#runtime/ahead';
import { Arrivals } from '#runtime/arrivals';
import { createCommandHandler } from '#runtime/command-handler';
import { EffectRunner } from '#runtime/effects';
import { createEventCodec } from '#runtime/event-codec';
import { StoreUnavailable } from '#runtime/event-store';
import { idMarks } from '#runtime/ids';
import { JOBS, JobRunner } from '#runtime/jobs';
import { EFFECTS, machinery, TIMERS } from '#runtime/machinery-tables';
import { Projector } from '#runtime/projector';
import { QuietLook } from '#runtime/quiet-look';
import { Recent } from '#runtime/recent';
import { Runtime } from '#runtime/runtime';
import { SagaRunner, sagaRouting } from '#runtime/saga-runner';
import { TimerRunner } from '#runtime/timers';
import { allHandlers } from '#runtime/typed-effects';
import { billingProjections, billingQuestions, openBilling } from './billing.ts';
import { clientVoice } from './client-voice.ts';
import { openConversations } from './conversations.ts';
import { EVENT_SCHEMAS } from './events.ts';
import { linksProjections, openLinks } from './links.ts';
import { logProjections, openLog } from './log.ts';
import type { Machine, Surroundings } from './machine.ts';
import { openPlans, plansProjections } from './plans.ts';
import { openPlatform, platformProjections } from './platform.ts';
import { openPlugin, pluginProjections } from './plugin.ts';
import { openProof } from './proof.ts';
import { openReports, type ReportsRoom, reportsCompared, reportsFolded, reportsProjections } from './reports.ts';
import type { Room } from './room.ts';
import { openServices, type ServicesRoom, servicesProjections } from './services.ts';

export type { Surroundings } from './machine.ts';
export type System = Awaited<ReturnType<typeof createSystem>>;

/** So long does work that looks things up wait for read models that are behind, before it is left for later. */
const LOOK_UP_MS = 2_000;

/** Ids that have no stream of their own, by the field of events that holds them. */
const IDS_IN_EVENTS = {
  payment_id: 'payment',
  refund_id: 'refund',
  note_id: 'credit-note',
  method_id: 'payment-method',
  dispute_id: 'dispute',
  member_id: 'member',
  share_id: 'report-share',
  proposal_id: 'placement-proposal',
  claim_id: 'guarantee-claim',
  blocked_domain_id: 'blocked-domain',
  message_id: 'message',
  file_id: 'stored-file',
};

/** What folds streams of the plugin, which knows nothing of proofs. */
const PLUGIN_FOLDED: readonly FoldedStream[] = [['plugin-release-', folding(pluginRelease)]];

const projectionsOf = (zone: Zone) => [
  machinery,
  idMarks(IDS_IN_EVENTS),
  ...logProjections,
  ...platformProjections,
  ...plansProjections(zone),
  ...servicesProjections(zone),
  ...linksProjections,
  ...billingProjections(zone),
  ...reportsProjections(zone),
  ...pluginProjections,
];

/** The rooms on what surrounds them, opened from left to right, each with those on its left; then what they add, folded. */
export async function createSystem(around: Surroundings) {
  const { readModels, leases, clock, zone, founded, worker, pace, monotonicMs } = around;
  const codec = createEventCodec(EVENT_SCHEMAS);
  const recent = new Recent(around.store);
  const feed = new EntitlementFeed(recent.watched(), codec);
  const store = feed.watched();
  const handler = createCommandHandler({ store, clock, codec });
  const projections = projectionsOf(zone).map(withAccountColumns);
  const projector = new Projector({ store, recent, readModels, codec, projections });
  const ahead = new Ahead({ store, readModels, codec, projections });
  const arrivals = new Arrivals({
    projector,
    help: () => runtime.projectAnyway(),
    head: async () => (await store.head()).position,
    monotonicMs,
  });
  const upToDate = async (): Promise<void> => {
    const { position } = await store.head();
    while (projector.position() < position && (await leases.hold('projections')) && (await runtime.project()));
    if (await arrivals.waitFor(position, LOOK_UP_MS)) return;
    throw new StoreUnavailable(`the read models have not reached position ${position}`);
  };
  const machine: Machine = {
    ...around,
    store,
    recent,
    codec,
    feed,
    handler,
    projections,
    projector,
    tables: readModels.tables('live'),
    upToDate,
    today: () => dayOf(clock.now(), zone),
  };

  const { pastDue, openDisputes } = billingQuestions(machine);
  const log = openLog(machine);
  const brandingOf = brandingOfAccount(machine.tables);
  const languageOf = languageOfAccount(machine.tables);
  const unreadyOf = async (brand: BrandingId) => {
    const sender = await reports.whiteLabel.senderOf(brand);
    return 'problem' in sender ? sender.detail : null;
  };
  const platform = openPlatform(machine, { log, brandingOf, unreadyOf, languageOf });
  const plans = openPlans(machine);
  const mails = clientMail(
    machine.mail,
    clientVoice({
      brandingOf,
      senderOf: (branding) => reports.whiteLabel.senderOf(branding),
      contractOf: (account, site) => services.visits.contractOf(account, site),
    }),
  );
  const services: ServicesRoom = openServices(machine, { platform, plans, clientMail: mails });
  const links = openLinks(machine, {
    platform,
    plans,
    services,
    pastDue,
    openDisputes,
    mayApprove: (account) => platform.whoMay(account, 'approve'),
    clientMail: mails,
  });
  const billing = openBilling(machine, { platform, plans, services, links });
  const proof = openProof(machine, {
    log,
    platform,
    billing,
    folded: [...reportsFolded, ...PLUGIN_FOLDED],
    compareReport: reportsCompared(machine),
  });
  const reports: ReportsRoom = openReports(machine, { platform, plans, services, brandingOf, languageOf });
  const conversations = openConversations(machine, {
    platform,
    services,
    about: [services, links, billing, reports].map((room) => room.conversations),
    senderOf: reports.whiteLabel.senderOf,
    clients: (account, kind) => platform.whoMay(account, CONVERSATION_NEEDS[kind]),
  });
  const plugin = openPlugin(machine);
  const rooms: readonly Room[] = [
    log,
    platform,
    plans,
    services,
    links,
    billing,
    proof,
    reports,
    plugin,
    conversations,
  ];

  const sagas = rooms.flatMap((room) => room.sagas);
  const handlers = allHandlers(
    rooms.flatMap(({ effects }) => effects),
    sagas,
  );
  // Of jobs that come due together those of money run first, and maintenance last.
  const jobs = [...rooms].reverse().flatMap((room) => room.jobs);
  const quiet = (table: string) => new QuietLook(() => projector.changes.of(table), monotonicMs);
  const runtime: Runtime = new Runtime({
    store,
    readModels,
    leases,
    projector,
    sagas: new SagaRunner({ store, recent, readModels, codec, clock, zone, sagas }),
    effects: new EffectRunner({
      store,
      readModels,
      codec,
      clock,
      leases,
      worker,
      pace,
      handlers,
      quiet: quiet(EFFECTS.name),
    }),
    timers: new TimerRunner({ store, readModels, codec, clock, quiet: quiet(TIMERS.name) }),
    webhooks: platform.dispatcher,
    jobs: new JobRunner({
      commands: handler,
      readModels,
      clock,
      zone,
      jobs,
      founded,
      monotonicMs,
      quiet: quiet(JOBS.name),
    }),
  });
  await readModels.setUp([sagaRouting, webhookRouting]);
  return {
    around,
    codec,
    handler,
    commands: {
      ...log.commands,
      ...platform.commands,
      ...plans.commands,
      ...services.commands,
      ...links.commands,
      ...billing.commands,
      ...proof.commands,
      ...reports.commands,
      ...plugin.commands,
      ...conversations.commands,
    },
    rooms,
    hosts: reports.hosts,
    brandLook: reports.brandLook,
    pumps: [...runtime.pumps, ...rooms.flatMap(({ pumps = [] }) => pumps)],
    lastly: async () => void (await Promise.all(rooms.map((room) => room.lastly?.()))),
    feed,
    recent,
    ahrefsReads: links.ahrefsReads,
    whiteLabel: reports.whiteLabel,
    brandingOf,
    languageOf,
    ownBrandingOf: ownBranding(machine.tables),
    directory: platform.directory,
    flag: platform.flag,
    projector,
    ahead,
    arrivals,
    runtime,
    upToDate,
  };
}
