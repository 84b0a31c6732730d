import { sha256 } from '#adapters/proof/digest';
import { createInMemoryReadModels } from '#adapters/read-model-in-memory';
import { accessTokenCommands } from '#commands/access-token';
import { addOnCommands } from '#commands/add-on';
import { ahrefsCommands } from '#commands/ahrefs-connection';
import { ahrefsJobs } from '#commands/ahrefs-jobs';
import { ahrefsQuestions, type Verified } from '#commands/ahrefs-snapshot';
import { explainCommands } from '#commands/audit-explain';
import { replayCommands } from '#commands/audit-replay';
import { backlinkCommands } from '#commands/backlink';
import { backlinkEffects } from '#commands/backlink-effects';
import { backlinkJobs, orderVisits } from '#commands/backlink-jobs';
import { backlinkOrderCommands } from '#commands/backlink-order';
import { billingAccountCommands } from '#commands/billing-account';
import { billingDetailsCommands } from '#commands/billing-details';
import { billingEffects } from '#commands/billing-effects';
import { billingJobs, nightlyBilling } from '#commands/billing-jobs';
import { disputeCommands } from '#commands/dispute';
import { disputeEffects } from '#commands/dispute-effects';
import { effectHandlers, sendText } from '#commands/effect-handlers';
import { entitlementCommands } from '#commands/entitlement';
import { EntitlementFeed } from '#commands/entitlement-feed';
import { evidenceCommands, networkFieldsIn } from '#commands/evidence-bundle';
import { factCommands } from '#commands/fact';
import { featureGateCommands } from '#commands/feature-gate';
import { indexingCreditCommands } from '#commands/indexing-credit';
import { invoiceCommands } from '#commands/invoice';
import { launchFlagCommands } from '#commands/launch-flag';
import { managedSubscriptionCommands } from '#commands/managed-subscription';
import { paymentEffects } from '#commands/payment-effects';
import { erasureEffects, expiredRecipientsJob, personalDataCommands, sealedRecipient } from '#commands/personal-data';
import type { MailPort, SendWebhook, SendWorkRequest } from '#commands/ports';
import type { AhrefsCache, AhrefsClient, Vault } from '#commands/ports-ahrefs';
import type { CheckPage, IndexingPort } from '#commands/ports-backlinks';
import type { PaymentGateways } from '#commands/ports-payments';
import type { ForgetOutside, PersonalData } from '#commands/ports-personal-data';
import type { BundleStore, HeadSink, ProofLog, RenderDispute } from '#commands/ports-proof';
import { priceBookCommands } from '#commands/price-book';
import { providerEventCommands } from '#commands/provider-event';
import { readAccessCommands } from '#commands/read-access';
import { serviceJobs } from '#commands/service-jobs';
import { storeIdentityCommands } from '#commands/store-identity';
import { treeHeadCommands, treeHeadEffects, treeHeadJob } from '#commands/tree-head';
import { WebhookDispatcher, webhookHandler, webhookRouting } from '#commands/webhook-deliveries';
import { webhookCommands } from '#commands/webhook-endpoint';
import { workRequestCommands } from '#commands/work-request';
import { EVENT_SCHEMAS } from '#domain/events';
import type { Verifier } from '#domain/evidence-bundle';
import { dayOf, type Zone } from '#domain/kernel/calendar';
import type { Instant } from '#domain/kernel/time';
import type { Seller } from '#domain/seller';
import { accessTokens } from '#projections/access-token';
import { withAccountColumns } from '#projections/account-columns';
import { addOnPurchases } from '#projections/add-on';
import { ahrefsConnections, ahrefsSites } from '#projections/ahrefs-connection';
import { backlinks, backlinkVisits } from '#projections/backlink';
import { backlinkOrders, orderVisits as orderRows } from '#projections/backlink-order';
import { billingAccounts, billingVisits } from '#projections/billing-account';
import { contentOnItsWay, contentUnderWay } from '#projections/content-under-way';
import { disputes as disputeRows } from '#projections/dispute';
import { featureUsage, featureUsageTotals, planVersions } from '#projections/feature-usage';
import { indexingCreditLedger } from '#projections/indexing-credit';
import { indexingRequests, indexingVisits } from '#projections/indexing-request';
import { invoices } from '#projections/invoice';
import { flagEnabled, launchFlags } from '#projections/launch-flag';
import { managedSubscriptions, subscriptionVisits } from '#projections/managed-subscription';
import { costs, mrrChanges } from '#projections/margin';
import { platformDirectory, platformDirectoryReader } from '#projections/platform-directory';
import { priceBookVersions } from '#projections/price-book';
import { invoiceTimeline, orderTimeline, serviceTimeline } from '#projections/service-timeline';
import { webhookEndpointReader, webhookEndpoints } from '#projections/webhook-endpoint';
import { askedForContent, workRequests } from '#projections/work-request';
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
import { accountPlan } from '#sagas/account-plan';
import { addOnPurchase } from '#sagas/add-on-purchase';
import { articlePing } from '#sagas/article-ping';
import { backlinkIndexing } from '#sagas/backlink-indexing';
import { backlinkWatch } from '#sagas/backlink-watch';
import { deliveryMonth } from '#sagas/delivery-month';
import { dispute as disputeSaga } from '#sagas/dispute';
import { dunning } from '#sagas/dunning';
import { erasure } from '#sagas/erasure';
import { factRelease } from '#sagas/fact-release';
import { invoiceMoney } from '#sagas/invoice-money';
import { onboarding } from '#sagas/onboarding';
import { orderMoney } from '#sagas/order-money';
import { orderRenewal } from '#sagas/order-renewal';
import { paymentMethod } from '#sagas/payment-method';
import { providerNotice } from '#sagas/provider-notice';
import { treeHead } from '#sagas/tree-head';

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
  /** Who issues the invoices. */
  readonly seller: Seller;
  readonly publicUrl?: string | undefined;
  readonly environment: string;
  readonly monotonicMs: () => number;
};

/** So long does work that looks things up wait for read models that are behind, before it is left for later. */
const LOOK_UP_MS = 2_000;

/** Ids that have no stream of their own, by the field of events that holds them. */
const IDS_IN_EVENTS = {
  ...{ payment_id: 'payment', refund_id: 'refund', note_id: 'credit-note', method_id: 'payment-method' },
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
  ].map(withAccountColumns);
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
  const billingDetails = billingDetailsCommands({ billing, personal });
  const retentionYears = around.invoiceRetentionYears;
  const recipient = sealedRecipient({ directory, personal, details: billingDetails.of, retentionYears });
  const { seller } = around;
  const invoiceMaking = invoiceCommands({ handler, ids, clock, zone, billing, recipient, seller });
  const { log } = proof;
  const disputes = disputeCommands({ invoices: invoiceMaking, ids });
  const reads = readAccessCommands({ store, codec, clock, log });
  const explain = explainCommands({ store, log, codec });
  const evidence = evidenceCommands({
    ...{ store, codec, log, invoices: invoiceMaking, explain, reads, clock, zone, sha256 },
    ...{ bundles: proof.bundles, render: proof.renderDispute, contact: around.teamAddress, seller },
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
    billingDetails,
    invoices: invoiceMaking,
    addOns: addOnCommands({
      ...{ handler, ids, clock, features, billing, invoices: invoiceMaking, orders, subscriptions },
      ...{ credits: creditLedger, priceBook, site: directory.site },
    }),
    providerEvents: providerEventCommands({
      ...{ handler, clock, gateways, billing, invoices: invoiceMaking, entitlements, founded },
      paymentByReference: billingRows.paymentByReference,
    }),
    backlinks: backlinkCommands({ handler, ids, clock, activePro, credits, indexing, priceBook, features }),
    facts: factCommands({ handler, clock, directory, upToDate, personal }),
    workRequests: workRequestCommands({ handler, ids, clock }),
    tokens: accessTokenCommands({ handler, ids, clock, random, environment: around.environment }),
    flags: launchFlagCommands({ handler, clock }),
    webhooks: webhookCommands({ handler, store, codec, ids, clock, random }),
    store: storeIdentityCommands(handler),
    ...{ disputes, reads, explain, evidence, heads, personalData: erasing },
    replay: replayCommands({
      ...{ store, log, codec, projections, scratch: createInMemoryReadModels, live: tables, upToDate, zone },
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
      ...{
        ...directory,
        published: visits.published,
        contentUnderWay: contentUnderWay(tables, zone),
        flag,
        siteManager,
      },
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
    ...{ orders: commands.orders, backlinks: commands.backlinks, checkPage, indexing, credits, clock, upToDate },
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
    ...{ orders: commands.orders, backlinks: commands.backlinks, clock, zone },
    visit: {
      unindexed: links.unindexed,
      missedChecks: requests.missed,
      dueForRenewal: orderRows(tables).dueForRenewal,
      runningOrders: orderRows(tables).running,
    },
  };
  const billingDeps = {
    ...{ billing, invoices: invoiceMaking, entitlements, providerEvents: commands.providerEvents, gateways },
    ...{ visit: billingRows, usage: featureUsageTotals(tables), upToDate, clock, zone },
  };
  const jobs = [
    ...serviceJobs({
      ...{ subscriptions, visit: visits, orders: orderVisits(linkDeps), billing: nightlyBilling(billingDeps) },
    }),
    ...billingJobs(billingDeps),
    ...backlinkJobs(linkDeps),
    ...(proof.sinks.length === 0 ? [] : [treeHeadJob(heads)]),
    expiredRecipientsJob(erasing, { clock, zone }),
    ...ahrefsJobs({ questions, sites: sitesWithAhrefs, linksOf: links.ofSite, sighting }),
  ];

  const billingHandlers = billingEffects({
    ...{ billing, invoices: invoiceMaking, addOns: commands.addOns, orders, subscriptions, entitlements, upToDate },
    ...{ credits: creditLedger, providerEvents: commands.providerEvents, send: sendText(around.mail) },
    lookups: { ...billingRows, account: directory.account, site: directory.site },
    ...{ teamAddress: around.teamAddress, publicUrl: around.publicUrl ?? null },
  });
  const paymentHandlers = paymentEffects({ gateways, billing, invoices: invoiceMaking });
  const sagas = [
    ...[onboarding, deliveryMonth, factRelease, backlinkWatch, backlinkIndexing, orderRenewal, orderMoney],
    ...[accountPlan, invoiceMoney, dunning, addOnPurchase, paymentMethod, providerNotice],
    ...[disputeSaga, erasure, treeHead, articlePing(indexing.indexNow.holds)],
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
