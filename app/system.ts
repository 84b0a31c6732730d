import { sha256 } from '#adapters/proof/digest';
import { createInMemoryReadModels } from '#adapters/read-model-in-memory';
import { addOnCommands } from '#commands/billing/add-on';
import { billingAccountCommands } from '#commands/billing/billing-account';
import { billingEffects } from '#commands/billing/billing-effects';
import { billingJobs, nightlyBilling } from '#commands/billing/billing-jobs';
import { disputeCommands } from '#commands/billing/dispute';
import { invoiceCommands } from '#commands/billing/invoice';
import { paymentEffects } from '#commands/billing/payment-effects';
import type { PaymentGateways } from '#commands/billing/ports-payments';
import { providerEventCommands } from '#commands/billing/provider-event';
import { ahrefsCommands } from '#commands/links/ahrefs-connection';
import { ahrefsJobs } from '#commands/links/ahrefs-jobs';
import { ahrefsQuestions, type Verified } from '#commands/links/ahrefs-snapshot';
import { backlinkCommands } from '#commands/links/backlink';
import { backlinkEffects } from '#commands/links/backlink-effects';
import { backlinkJobs, orderVisits } from '#commands/links/backlink-jobs';
import { backlinkOrderCommands } from '#commands/links/backlink-order';
import type { AhrefsCache, AhrefsClient, Vault } from '#commands/links/ports-ahrefs';
import type { CheckPage, IndexingPort } from '#commands/links/ports-backlinks';
import { priceBookCommands } from '#commands/links/price-book';
import {
  erasureEffects,
  expiredRecipientsJob,
  personalDataCommands,
  sealedRecipient,
} from '#commands/log/personal-data';
import { readAccessCommands } from '#commands/log/read-access';
import { storeIdentityCommands } from '#commands/log/store-identity';
import { treeHeadCommands, treeHeadEffects, treeHeadJob } from '#commands/log/tree-head';
import { entitlementCommands } from '#commands/plans/entitlement';
import { EntitlementFeed } from '#commands/plans/entitlement-feed';
import { featureGateCommands } from '#commands/plans/feature-gate';
import { indexingCreditCommands } from '#commands/plans/indexing-credit';
import { accessTokenCommands } from '#commands/platform/access-token';
import { effectHandlers, sendText } from '#commands/platform/effect-handlers';
import { factCommands } from '#commands/platform/fact';
import { launchFlagCommands } from '#commands/platform/launch-flag';
import type { MailPort, SendWebhook, SendWorkRequest } from '#commands/platform/ports';
import type { ForgetOutside, PersonalData } from '#commands/platform/ports-personal-data';
import { WebhookDispatcher, webhookHandler, webhookRouting } from '#commands/platform/webhook-deliveries';
import { webhookCommands } from '#commands/platform/webhook-endpoint';
import { workRequestCommands } from '#commands/platform/work-request';
import { explainCommands } from '#commands/proof/audit-explain';
import { replayCommands } from '#commands/proof/audit-replay';
import { disputeEffects } from '#commands/proof/dispute-effects';
import { evidenceCommands, networkFieldsIn } from '#commands/proof/evidence-bundle';
import type { BundleStore, HeadSink, ProofLog, RenderDispute } from '#commands/proof/ports-proof';
import { managedSubscriptionCommands } from '#commands/services/managed-subscription';
import { serviceJobs } from '#commands/services/service-jobs';
import { dayOf, type Zone } from '#domain/kernel/calendar';
import type { Instant } from '#domain/kernel/time';
import { EVENT_SCHEMAS } from '#domain/proof/events';
import type { Verifier } from '#domain/proof/evidence-bundle';
import { addOnPurchases } from '#projections/billing/add-on';
import { billingAccounts } from '#projections/billing/billing-account';
import { billingVisits } from '#projections/billing/billing-visits';
import { disputes as disputeRows } from '#projections/billing/dispute';
import { invoices } from '#projections/billing/invoice';
import { costs, mrrChanges } from '#projections/billing/margin';
import { ahrefsConnections, ahrefsSites } from '#projections/links/ahrefs-connection';
import { backlinks, backlinkVisits } from '#projections/links/backlink';
import { backlinkOrders, orderVisits as orderRows } from '#projections/links/backlink-order';
import { indexingRequests, indexingVisits } from '#projections/links/indexing-request';
import { priceBookVersions } from '#projections/links/price-book';
import { featureUsage, featureUsageTotals, planVersions } from '#projections/plans/feature-usage';
import { indexingCreditLedger } from '#projections/plans/indexing-credit';
import { accessTokens } from '#projections/platform/access-token';
import { flagEnabled, launchFlags } from '#projections/platform/launch-flag';
import { platformDirectory, platformDirectoryReader } from '#projections/platform/platform-directory';
import { webhookEndpointReader, webhookEndpoints } from '#projections/platform/webhook-endpoint';
import { askedForContent, workRequests } from '#projections/platform/work-request';
import { contentOnItsWay, contentUnderWay } from '#projections/services/content-under-way';
import { managedSubscriptions, subscriptionVisits } from '#projections/services/managed-subscription';
import { invoiceTimeline, orderTimeline, serviceTimeline } from '#projections/services/service-timeline';
import { Ahead } from '#runtime/ahead';
import { Arrivals } from '#runtime/arrivals';
import type { Clock } from '#runtime/clock';
import { createCommandHandler } from '#runtime/command-handler';
import { EffectRunner } from '#runtime/effects';
import { createEventCodec } from '#runtime/event-codec';
import { type EventStore, StoreUnavailable } from '#runtime/event-store';
import { type IdAllocator, idMarks } from '#runtime/ids';
import { JobRunner, jobRuns } from '#runtime/jobs';
import { machinery } from '#runtime/machinery-tables';
import type { Cause } from '#runtime/metadata';
import type { Pace } from '#runtime/pace';
import { Projector } from '#runtime/projector';
import type { Leases } from '#runtime/pump';
import { type Random, uuidFrom } from '#runtime/random';
import type { ReadModelStore } from '#runtime/read-model';
import { Runtime } from '#runtime/runtime';
import { SagaRunner, sagaRouting } from '#runtime/saga-runner';
import { TimerRunner } from '#runtime/timers';
import { addOnPurchase } from '#sagas/billing/add-on-purchase';
import { dunning } from '#sagas/billing/dunning';
import { invoiceMoney } from '#sagas/billing/invoice-money';
import { orderMoney } from '#sagas/billing/order-money';
import { orderRenewal } from '#sagas/billing/order-renewal';
import { paymentMethod } from '#sagas/billing/payment-method';
import { providerNotice } from '#sagas/billing/provider-notice';
import { articlePing } from '#sagas/links/article-ping';
import { backlinkIndexing } from '#sagas/links/backlink-indexing';
import { backlinkWatch } from '#sagas/links/backlink-watch';
import { erasure } from '#sagas/log/erasure';
import { treeHead } from '#sagas/log/tree-head';
import { accountPlan } from '#sagas/plans/account-plan';
import { factRelease } from '#sagas/platform/fact-release';
import { dispute as disputeSaga } from '#sagas/proof/dispute';
import { deliveryMonth } from '#sagas/services/delivery-month';
import { onboarding } from '#sagas/services/onboarding';

/** Everything outside that the system stands on. A test or a simulation puts its own in. */
export type Surroundings = {
  readonly store: EventStore;
  readonly readModels: ReadModelStore;
  readonly ids: IdAllocator;
  readonly leases: Leases;
  readonly clock: Clock;
  readonly random: Random;
  readonly zone: Zone;
  readonly founded: Instant;
  /** Names this process in the attempts it makes. */
  readonly worker: string;
  readonly mail: MailPort;
  readonly sendWorkRequest?: SendWorkRequest | undefined;
  readonly sendWebhook: SendWebhook;
  readonly checkPage: CheckPage;
  readonly indexing: IndexingPort;
  readonly gateways: PaymentGateways;
  readonly pace: Pace;
  readonly ahrefs: {
    readonly client: AhrefsClient;
    readonly vault: Vault;
    readonly cache: AhrefsCache;
    /** Between looks at whether another process has got an answer. */
    readonly pause: (ms: number) => Promise<unknown>;
  };
  readonly personal: PersonalData;
  readonly forgetOutside: ForgetOutside;
  readonly proof: {
    readonly log: ProofLog;
    readonly sinks: readonly HeadSink[];
    readonly bundles: BundleStore;
    readonly renderDispute: RenderDispute;
    readonly verifier: () => Verifier;
  };
  /** Years after the one of issue for which the recipient of an invoice is kept legible. */
  readonly invoiceRetentionYears: number;
  readonly teamAddress: string;
  readonly publicUrl?: string | undefined;
  readonly environment: string;
  readonly monotonicMs: () => number;
};

/** So long does work that looks things up wait for read models that are behind, before it is left for later. */
const LOOK_UP_MS = 2_000;

/** Ids that have no stream of their own, by the field of events that holds them. */
const IDS_IN_EVENTS = {
  payment_id: 'payment',
  refund_id: 'refund',
  note_id: 'credit-note',
  method_id: 'payment-method',
  dispute_id: 'dispute',
};

export type System = Awaited<ReturnType<typeof createSystem>>;

/** The parts list: domain, commands, projections, sagas and jobs put together on what surrounds them. */
export async function createSystem(around: Surroundings) {
  const { readModels, ids, leases, clock, random, zone, founded, worker, monotonicMs } = around;
  const codec = createEventCodec(EVENT_SCHEMAS);
  const feed = new EntitlementFeed(around.store, codec);
  const store = feed.watched();
  const handler = createCommandHandler({ store, clock, codec });
  const projections = [
    machinery,
    idMarks(IDS_IN_EVENTS),
    jobRuns,
    platformDirectory,
    accessTokens,
    launchFlags,
    managedSubscriptions(zone),
    contentOnItsWay(zone),
    serviceTimeline(zone),
    orderTimeline,
    invoiceTimeline,
    priceBookVersions,
    backlinkOrders,
    backlinks,
    indexingRequests,
    ahrefsConnections,
    workRequests,
    webhookEndpoints,
    invoices,
    disputeRows,
    billingAccounts,
    addOnPurchases,
    indexingCreditLedger,
    featureUsage(zone),
    planVersions,
    costs(zone),
    mrrChanges(zone),
  ];
  const projector = new Projector({ store, readModels, codec, projections });

  const tables = readModels.tables('live');
  const { personal, proof } = around;
  const directory = platformDirectoryReader(tables, (text) => personal.open(text));
  const visits = subscriptionVisits(tables, clock, zone);
  const flag = flagEnabled(tables);
  const ahead = new Ahead({ store, readModels, codec, projections });
  const arrivals = new Arrivals({
    projector,
    help: () => runtime.projectAnyway(),
    head: async () => (await store.head()).position,
    monotonicMs,
  });
  /** Projects what is in the log now, or waits until the process that holds the lease has. */
  const upToDate = async (): Promise<void> => {
    const { position } = await store.head();
    while (projector.position() < position && (await leases.hold('projections')) && (await runtime.project()));
    if (await arrivals.waitFor(position, LOOK_UP_MS)) return;
    throw new StoreUnavailable(`the read models have not reached position ${position}`);
  };

  const { activePro } = visits;
  const billingRows = billingVisits(tables, () => dayOf(clock.now(), zone));
  const { pastDue } = billingRows;
  const links = backlinkVisits(tables, () => clock.now());
  const { indexing, checkPage, pace } = around;
  const features = featureGateCommands({ store, codec, clock, feed });
  const creditLedger = indexingCreditCommands({ handler, clock });
  const { credits } = creditLedger;
  const priceBook = priceBookCommands({ handler, clock });
  const ahrefs = ahrefsCommands({ handler, clock, zone, pace, ...around.ahrefs });
  const questions = ahrefsQuestions({ ahrefs, handler, clock, zone });
  const { gateways } = around;
  const entitlements = entitlementCommands({ handler, clock, feed });
  const orders = backlinkOrderCommands({
    handler,
    ids,
    clock,
    zone,
    directory,
    priceBook,
    features,
    activePro,
    pastDue,
  });
  const subscriptions = managedSubscriptionCommands({ handler, ids, clock, zone, directory, features, personal });
  const billing = billingAccountCommands({ handler, codec, ids, clock, zone, directory });
  const recipient = sealedRecipient({ directory, personal, retentionYears: around.invoiceRetentionYears });
  const invoiceMaking = invoiceCommands({ handler, ids, clock, zone, billing, recipient });
  const { log } = proof;
  const disputes = disputeCommands({ invoices: invoiceMaking, ids });
  const reads = readAccessCommands({ store, codec, clock, log });
  const explain = explainCommands({ store, log, codec });
  const evidence = evidenceCommands({
    store,
    codec,
    log,
    invoices: invoiceMaking,
    explain,
    reads,
    clock,
    zone,
    sha256,
    bundles: proof.bundles,
    render: proof.renderDispute,
    contact: around.teamAddress,
    verifier: proof.verifier,
  });
  const heads = treeHeadCommands({ handler, clock, log, sinks: proof.sinks });
  const erasing = personalDataCommands({ handler, store, log, personal, clock, forgetOutside: around.forgetOutside });
  const commands = {
    priceBook,
    ahrefs,
    features,
    entitlements,
    credits: creditLedger,
    orders,
    subscriptions,
    billing,
    invoices: invoiceMaking,
    addOns: addOnCommands({
      handler,
      ids,
      clock,
      features,
      billing,
      invoices: invoiceMaking,
      orders,
      subscriptions,
      credits: creditLedger,
      priceBook,
      site: directory.site,
    }),
    providerEvents: providerEventCommands({
      handler,
      clock,
      gateways,
      billing,
      invoices: invoiceMaking,
      entitlements,
      founded,
      paymentByReference: billingRows.paymentByReference,
    }),
    backlinks: backlinkCommands({ handler, ids, clock, activePro, credits, indexing, priceBook, features }),
    facts: factCommands({ handler, clock, directory, upToDate, personal }),
    workRequests: workRequestCommands({ handler, ids, clock }),
    tokens: accessTokenCommands({ handler, ids, clock, random, environment: around.environment }),
    flags: launchFlagCommands({ handler, clock }),
    webhooks: webhookCommands({ handler, store, codec, ids, clock, random }),
    store: storeIdentityCommands(handler),
    disputes,
    reads,
    explain,
    evidence,
    heads,
    personalData: erasing,
    replay: replayCommands({
      store,
      log,
      codec,
      projections,
      scratch: createInMemoryReadModels,
      live: tables,
      upToDate,
      zone,
      compare: (model) => projector.replay(model),
    }),
  };
  const siteManager = async (siteId: number) => {
    const manager = await visits.managerOf(siteId);
    return manager === null ? null : directory.user(manager);
  };
  const endpoints = webhookEndpointReader(tables);
  const webhook = webhookHandler({
    store,
    endpoints,
    send: around.sendWebhook,
    personal,
    commands: commands.webhooks,
    clock,
  });
  const handlers = effectHandlers({
    ...commands,
    lookups: {
      ...directory,
      published: visits.published,
      contentUnderWay: contentUnderWay(tables, zone),
      flag,
      siteManager,
      askedFor: askedForContent(tables),
    },
    mail: around.mail,
    personal,
    sendWorkRequest: around.sendWorkRequest,
    clock,
    zone,
    teamAddress: around.teamAddress,
  });
  const linkHandlers = backlinkEffects({
    orders: commands.orders,
    backlinks: commands.backlinks,
    checkPage,
    indexing,
    credits,
    clock,
    upToDate,
    neighbours: links.neighbours,
    sourceMetrics: questions.sourceMetrics,
    checkCost: async () => (await commands.priceBook.current()).book.indexing.check.booked,
  });
  /** What Ahrefs saw of a link; one that it reports lost is looked at again. */
  const sighting = ({ backlink_id, verified, last_seen, lost, lost_reason }: Verified, cause: Cause) =>
    commands.backlinks.run(
      backlink_id,
      { type: 'RecordSighting', verified, lastSeen: last_seen, lost, lostReason: lost_reason },
      { ...cause, commandId: uuidFrom(cause.commandId, 'sighting', backlink_id) },
    );
  /** Sites of connected accounts whose plan includes what the weekly jobs do. */
  const sitesWithAhrefs = async (cause: Cause) => {
    const sites = await ahrefsSites(tables);
    const included = new Set<number>();
    for (const account of new Set(sites.map(({ account_id }) => account_id)))
      if ((await features.ask(account, 'ahrefs_level', 'full', cause)).allowed) included.add(account);
    return sites.filter(({ account_id }) => included.has(account_id));
  };
  const requests = indexingVisits(tables);
  const linkDeps = {
    orders: commands.orders,
    backlinks: commands.backlinks,
    clock,
    zone,
    visit: {
      unindexed: links.unindexed,
      missedChecks: requests.missed,
      dueForRenewal: orderRows(tables).dueForRenewal,
      runningOrders: orderRows(tables).running,
    },
  };
  const billingDeps = {
    billing,
    invoices: invoiceMaking,
    entitlements,
    providerEvents: commands.providerEvents,
    gateways,
    visit: billingRows,
    usage: featureUsageTotals(tables),
    upToDate,
    clock,
    zone,
  };
  const jobs = [
    ...serviceJobs({
      subscriptions,
      visit: visits,
      orders: orderVisits(linkDeps),
      billing: nightlyBilling(billingDeps),
    }),
    ...billingJobs(billingDeps),
    ...backlinkJobs(linkDeps),
    ...(proof.sinks.length === 0 ? [] : [treeHeadJob(heads)]),
    expiredRecipientsJob(erasing, { clock, zone }),
    ...ahrefsJobs({ questions, sites: sitesWithAhrefs, linksOf: links.ofSite, sighting }),
  ];

  const billingHandlers = billingEffects({
    billing,
    invoices: invoiceMaking,
    addOns: commands.addOns,
    orders,
    subscriptions,
    entitlements,
    upToDate,
    credits: creditLedger,
    providerEvents: commands.providerEvents,
    send: sendText(around.mail),
    lookups: { ...billingRows, account: directory.account, site: directory.site },
    teamAddress: around.teamAddress,
    publicUrl: around.publicUrl ?? null,
  });
  const paymentHandlers = paymentEffects({ gateways, billing, invoices: invoiceMaking });
  const sagas = [
    onboarding,
    deliveryMonth,
    factRelease,
    backlinkWatch,
    backlinkIndexing,
    orderRenewal,
    orderMoney,
    accountPlan,
    invoiceMoney,
    dunning,
    addOnPurchase,
    paymentMethod,
    providerNotice,
    disputeSaga,
    erasure,
    treeHead,
    articlePing(indexing.indexNow.holds),
  ];
  const proofHandlers = {
    ...treeHeadEffects(proof),
    ...disputeEffects({
      gateways,
      disputes,
      personal,
      fields: async (hash) => networkFieldsIn(await evidence.bundle(hash)),
    }),
    ...erasureEffects(personal),
  };
  const all = { ...handlers, ...linkHandlers, ...billingHandlers, ...paymentHandlers, ...proofHandlers, webhook };
  const runtime = new Runtime({
    store,
    readModels,
    leases,
    projector,
    sagas: new SagaRunner({ store, readModels, codec, clock, zone, sagas }),
    effects: new EffectRunner({ store, readModels, codec, clock, leases, worker, pace, handlers: all }),
    timers: new TimerRunner({ store, readModels, codec, clock }),
    webhooks: new WebhookDispatcher({ store, readModels, commands: commands.webhooks, endpoints }),
    jobs: new JobRunner({ commands: handler, readModels, clock, zone, jobs, founded, monotonicMs }),
  });
  await readModels.setUp([sagaRouting, webhookRouting]);
  const ahrefsReads = { questions, sighting, linksOf: links.ofSite };
  return {
    around,
    codec,
    handler,
    commands,
    feed,
    ahrefsReads,
    directory,
    flag,
    projector,
    ahead,
    arrivals,
    runtime,
    upToDate,
  };
}
