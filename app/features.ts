import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import type { Logger } from 'pino';
import { webhookSecret } from '#adapters/customer-webhooks';
import type { Secrets } from '#adapters/secrets';
import { createTickets } from '#adapters/signed-links';
import { createTenantReads } from '#adapters/tenant-reads';
import { addOnApi } from '#api/billing/add-on';
import { billingAccountApi } from '#api/billing/billing-account';
import { dashboardApi } from '#api/billing/dashboard';
import { invoiceApi } from '#api/billing/invoice';
import { invoiceDocument } from '#api/billing/invoice-document';
import { providerEventApi } from '#api/billing/provider-event';
import type { FeatureRoutes } from '#api/http/routes';
import { ahrefsApi } from '#api/links/ahrefs-connection';
import { backlinkApi } from '#api/links/backlink';
import { backlinkOrderApi } from '#api/links/backlink-order';
import { indexingRequestApi } from '#api/links/indexing-request';
import { priceBookApi } from '#api/links/price-book';
import { personalDataApi } from '#api/log/personal-data';
import { entitlementApi } from '#api/plans/entitlement';
import { featureGateApi } from '#api/plans/feature-gate';
import { accessTokenApi } from '#api/platform/access-token';
import { factApi } from '#api/platform/fact';
import { launchFlagApi } from '#api/platform/launch-flag';
import { operationsApi } from '#api/platform/operations';
import { overdueApi } from '#api/platform/overdue';
import { sandboxApi } from '#api/platform/sandbox';
import { webhookApi } from '#api/platform/webhook-endpoint';
import { workRequestApi } from '#api/platform/work-request';
import { auditLogApi } from '#api/proof/audit-log';
import { auditReplayApi } from '#api/proof/audit-replay';
import { disputeApi } from '#api/proof/dispute';
import { signedLinkApi } from '#api/proof/signed-link';
import { managedSubscriptionApi } from '#api/services/managed-subscription';
import type { storeIdentityCommands } from '#commands/log/store-identity';
import type { MethodGateway } from '#domain/billing/billing-account-messages';
import { dayOf } from '#domain/kernel/calendar';
import { ERASED } from '#domain/log/personal-data';
import { billingReader } from '#projections/billing/billing-reader';
import { dashboardReader } from '#projections/billing/dashboard-reader';
import type { InvoiceRow } from '#projections/billing/invoice-tables';
import { overdueBilling } from '#projections/billing/overdue-billing';
import { ahrefsReader } from '#projections/links/ahrefs-reader';
import { backlinkReader } from '#projections/links/backlink-reader';
import { overdueLinks } from '#projections/links/overdue-links';
import { TOKENS } from '#projections/platform/access-token';
import { operationsReader } from '#projections/platform/operations-reader';
import { managedSubscriptionReader } from '#projections/services/managed-subscription-reader';
import { overdueServices } from '#projections/services/overdue-services';
import { type Clock, monotonicMs, TestClock } from '#runtime/clock';
import { type ReadScope, type RunReads, typed } from '#runtime/table-reads';
import { TestTime } from '#runtime/test-time';
import type { Outside } from './surroundings.ts';
import type { System } from './system.ts';

export type FeatureDeps = {
  readonly system: System;
  readonly pool: pg.Pool;
  readonly clock: Clock;
  readonly outside: Outside;
  readonly identity: ReturnType<typeof storeIdentityCommands>;
  readonly secrets: Secrets;
  readonly log: Logger;
};

/** One file a feature; those of a sandbox exist in a sandbox only. */
export function features({ system, pool, clock, outside, identity, secrets, log }: FeatureDeps): FeatureRoutes[] {
  const { commands, runtime, projector, around } = system;
  const { sandbox } = outside;
  const reads = createTenantReads(pool);
  const reader = operationsReader(reads, [overdueServices(reads), overdueLinks(reads), overdueBilling(reads)]);
  const links = backlinkReader(reads);
  const operations = operationsApi({
    reader,
    jobs: () => runtime.parts.jobs.status(),
    runJob: (name) => runtime.parts.jobs.runNow(name),
    projections: () => projector.status(),
    parked: () => projector.parked(),
    retryEffect: (id, cause) => runtime.parts.effects.retry(id, cause),
    settleEffect: (id, note, cause) => runtime.parts.effects.settleByHand(id, note, cause),
    rebuild: (name) => {
      const known = projector.projections.some((projection) => projection.name === name);
      if (known)
        projector
          .rebuild(name)
          .catch((error: unknown) => log.error({ projection: name, err: String(error) }, 'rebuilding'));
      return known;
    },
  });
  const all = [
    managedSubscriptionApi({
      commands: commands.subscriptions,
      reader: managedSubscriptionReader(reads),
      zone: around.zone,
      taxRate: async (account) => (await commands.billing.load(account)).state.taxRate,
      now: () => clock.now(),
      flag: system.flag,
    }),
    factApi({ commands: commands.facts, reader }),
    workRequestApi({ commands: commands.workRequests, reader, sends: around.sendWorkRequest !== undefined }),
    accessTokenApi({ commands: commands.tokens, reader }),
    launchFlagApi({ commands: commands.flags, reader }),
    webhookApi({
      commands: commands.webhooks,
      reader,
      now: () => clock.now(),
      secretOf: (salt) => webhookSecret(secrets, salt),
    }),
    operations,
    overdueApi({ reader }),
    priceBookApi({ commands: commands.priceBook, reader: links }),
    backlinkOrderApi({ orders: commands.orders, priceBook: commands.priceBook, reader: links }),
    backlinkApi({ orders: commands.orders, backlinks: commands.backlinks, reader: links }),
    indexingRequestApi({ commands: commands.backlinks, reader: links }),
    ahrefsApi({
      ahrefs: commands.ahrefs,
      ...system.ahrefsReads,
      reader: ahrefsReader(reads),
      site: links.site,
      now: () => clock.now(),
    }),
    ...billing(system, reads, clock, outside, createTickets(secrets.derive('signed-links'))),
  ];
  if (!sandbox || !(clock instanceof TestClock)) return all;
  const time = new TestTime({
    runtime,
    clock,
    pause: (ms) => pause(ms),
    besides: sandbox.deliver,
    setClock: async (to) => void (await identity.setTestClock(to)),
  });
  return [
    ...all,
    sandboxApi({
      now: () => clock.now(),
      advance: (to) => time.advance(to),
      mail: async () => (await sandbox.outbox()) as never,
      ledger: sandbox.ledger,
      providers: sandbox.providers,
      setFault: sandbox.setFault,
      setPage: sandbox.state.setPage,
      setIndexed: sandbox.state.setIndexed,
      payments: sandbox.payments,
    }),
  ];
}

/** So long does an answer wait for what mostly comes about at once. */
const MOMENT_MS = 2_500;
/** And looks again after so long where nothing was seen to move, as what another process does is seen late. */
const LOOK_AGAIN_MS = 100;

/** Plans, features, invoices, payments, add-ons and the dashboards that they feed. */
function billing(
  system: System,
  reads: RunReads,
  clock: Clock,
  { gateways, documents, sandbox }: Outside,
  tickets: ReturnType<typeof createTickets>,
): FeatureRoutes[] {
  const { commands, around, directory } = system;
  const { zone } = around;
  const now = () => clock.now();
  const today = () => dayOf(clock.now(), zone);
  const reader = billingReader(reads);
  const setUpSecret = async (object: string) => (await gateways.stripe?.setUpSecret?.(object)) ?? null;
  // What comes about shows in the read models: there is nothing new to look at before they have moved.
  const eventually = async (holds: () => Promise<boolean>): Promise<boolean> => {
    for (const until = monotonicMs() + MOMENT_MS; monotonicMs() < until; await system.arrivals.change(LOOK_AGAIN_MS))
      if (await holds()) return true;
    return false;
  };
  const takes = (gateway: MethodGateway) => gateway === 'manual' || gateways[gateway] !== undefined;
  const { personal } = around;
  /** Whom the invoice was made out to when it was issued; of a draft whoever the account is now. */
  const recipient = async ({ account_id, state }: InvoiceRow) => {
    if (!state?.recipient) return (await directory.account(account_id)) ?? { name: `Account ${account_id}`, email: '' };
    const [name, email] = [await personal.open(state.recipient.name), await personal.open(state.recipient.email)];
    return { name: name === ERASED ? `Account ${account_id}` : name, email: email === ERASED ? '' : email };
  };
  const pdf = async (invoice: InvoiceRow, creditNoteId: number | null, scope: ReadScope) => {
    const { lines, notes } = await reader.parts(scope, [invoice.id]);
    const note = notes.find(({ id }) => id === creditNoteId) ?? null;
    const to = await recipient(invoice);
    return documents.pdf(invoiceDocument(invoice, lines, note, to, around.teamAddress));
  };
  return [
    featureGateApi({ gates: commands.features, reader, zone, now, today }),
    entitlementApi({ entitlements: commands.entitlements, gates: commands.features, reader, now }),
    addOnApi({
      addOns: commands.addOns,
      billing: commands.billing,
      priceBook: commands.priceBook,
      reader,
      setUpSecret,
      eventually,
      takes,
    }),
    billingAccountApi({
      billing: commands.billing,
      reader,
      setUpSecret,
      eventually,
      takes,
      sandbox: sandbox !== null,
    }),
    invoiceApi({
      invoices: commands.invoices,
      billing: commands.billing,
      reader,
      today,
      takes,
      eventually,
      pdf,
    }),
    signedLinkApi({
      tickets,
      reader,
      pdf,
      now,
      publicUrl: around.publicUrl ?? '',
      bundle: (sha256) => commands.evidence.bundle(sha256),
      accepts: async (id) => {
        const token = await typed(around.readModels.tables('live')).get(TOKENS, { id });
        return token?.revoked_at === null;
      },
    }),
    disputeApi({ disputes: commands.disputes, evidence: commands.evidence, reader }),
    auditLogApi({ store: around.store, log: around.proof.log, codec: system.codec }),
    auditReplayApi({ explain: commands.explain, replay: commands.replay, reader, now }),
    personalDataApi({ personalData: commands.personalData }),
    providerEventApi({ commands: commands.providerEvents, gateways, now }),
    dashboardApi({
      reader: dashboardReader(reads, zone, (text) => around.personal.open(text)),
      now,
      today,
      position: async () => system.arrivals.current(),
      pause: (ms, signal) => pause(ms, undefined, { signal }),
    }),
  ];
}
