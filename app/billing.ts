import { addOnApi } from '#api/billing/add-on';
import { billingAccountApi } from '#api/billing/billing-account';
import { billingDetailsApi } from '#api/billing/billing-details';
import { contractImportApi } from '#api/billing/contract-import';
import { dashboardApi } from '#api/billing/dashboard';
import { dryRunsApi } from '#api/billing/dry-runs';
import { invoiceApi } from '#api/billing/invoice';
import { invoicePreviewApi } from '#api/billing/invoice-preview';
import { nextInvoiceApi } from '#api/billing/next-invoice';
import { accountOutlook } from '#api/billing/outlook';
import { publicPlansApi } from '#api/billing/plan';
import { providerEventApi } from '#api/billing/provider-event';
import { sandboxPaymentsApi } from '#api/billing/sandbox-payments';
import { tierChangesApi } from '#api/billing/tier-changes';
import type { FeatureRoutes } from '#api/http/routes';
import { addOnCommands } from '#commands/billing/add-on';
import { billingAccountCommands } from '#commands/billing/billing-account';
import { billingDetailsCommands } from '#commands/billing/billing-details';
import { billingEffects } from '#commands/billing/billing-effects';
import { billingJobs, nightlyBilling } from '#commands/billing/billing-jobs';
import { contractImportCommands } from '#commands/billing/contract-import';
import { disputeCommands } from '#commands/billing/dispute';
import { invoiceCommands } from '#commands/billing/invoice';
import { providerEventCommands } from '#commands/billing/provider-event';
import { sealedRecipient } from '#commands/billing/sealed-recipient';
import { sendText } from '#commands/platform/send-text';
import type { Subject } from '#commands/services/ports-conversation';
import { serviceJobs } from '#commands/services/service-jobs';
import type { Zone } from '#domain/kernel/calendar';
import type { AccountId } from '#domain/kernel/ids';
import { addOnPurchases } from '#projections/billing/add-on';
import { billingAccounts } from '#projections/billing/billing-account';
import { billingReader } from '#projections/billing/billing-reader';
import { billingVisits } from '#projections/billing/billing-visits';
import { dashboardReader } from '#projections/billing/dashboard-reader';
import { disputes as disputeRows } from '#projections/billing/dispute';
import { invoices as invoiceRows } from '#projections/billing/invoice';
import { INVOICES, type InvoiceRow } from '#projections/billing/invoice-tables';
import { costs, mrrChanges } from '#projections/billing/margin';
import { outlookReader } from '#projections/billing/outlook-reader';
import { BILLING_OVERDUE, overdueBilling } from '#projections/billing/overdue-billing';
import { SUBSCRIPTIONS } from '#projections/services/managed-subscription';
import { managedSubscriptionReader } from '#projections/services/managed-subscription-reader';
import { invoiceTimeline } from '#projections/services/service-timeline';
import type { Projection } from '#runtime/projection';
import { uuidFrom } from '#runtime/random';
import { typed } from '#runtime/table-reads';
import { addOnPurchase } from '#sagas/billing/add-on-purchase';
import { dunning } from '#sagas/billing/dunning';
import { invoiceMoney } from '#sagas/billing/invoice-money';
import { orderMoney } from '#sagas/billing/order-money';
import { orderRenewal } from '#sagas/billing/order-renewal';
import { paymentMethod } from '#sagas/billing/payment-method';
import { providerNotice } from '#sagas/billing/provider-notice';
import { summarize } from './events.ts';
import { invoicePdf } from './invoice-pdf.ts';
import type { LinksRoom } from './links.ts';
import type { Machine } from './machine.ts';
import type { PlansRoom } from './plans.ts';
import type { PlatformRoom } from './platform.ts';
import type { Http, Room } from './room.ts';
import type { ServicesRoom } from './services.ts';

export const billingProjections = (zone: Zone): readonly Projection[] => [
  invoiceTimeline(summarize),
  invoiceRows,
  disputeRows,
  billingAccounts,
  addOnPurchases,
  costs(zone),
  mrrChanges(zone),
];

/** What rooms on the left ask about bills, through ports of their own. */
export const billingQuestions = ({ tables, today }: Machine) => billingVisits(tables, today);

type Left = {
  readonly platform: PlatformRoom;
  readonly plans: PlansRoom;
  readonly services: ServicesRoom;
  readonly links: LinksRoom;
};

/** Money: invoices, what is paid, given back or disputed of them, add-ons, and what all of it earns. */
export function openBilling(machine: Machine, { platform, plans, services, links }: Left) {
  const commands = commandsOf(machine, { platform, plans, services, links });
  const { gateways, clock, zone, upToDate } = machine;
  const { directory } = platform;
  const { entitlements, credits } = plans.commands;
  const { subscriptions } = services.commands;
  const rows = billingQuestions(machine);
  const jobs = { ...commands, entitlements, gateways, visit: rows, usage: plans.usage, upToDate, clock, zone };
  return {
    commands,
    sagas: [orderRenewal, orderMoney, invoiceMoney, dunning, addOnPurchase, paymentMethod, providerNotice],
    effects: billingEffects({
      ...commands,
      orders: links.commands.orders,
      subscriptions,
      upToDate,
      credits,
      gateways,
      send: sendText(machine.mail),
      lookups: { ...rows, account: directory.account, site: directory.site },
      teamAddress: machine.teamAddress,
      publicUrl: machine.publicUrl ?? null,
    }),
    jobs: [
      // The nightly run closes months, makes invoices of them and renews orders: all three are known here first.
      ...serviceJobs({ subscriptions, visit: services.visits, orders: links.visits, billing: nightlyBilling(jobs) }),
      ...billingJobs(jobs),
    ],
    overdue: { kinds: BILLING_OVERDUE, find: overdueBilling },
    conversations: {
      kind: 'invoice',
      of: async (id) => subjectOf((await typed(machine.tables).get(INVOICES, { id })) ?? null),
      seen: (reads) => {
        const reader = billingReader(reads);
        return async ({ scope }, id) => subjectOf((await reader.invoice(scope, id)) ?? null);
      },
    },
    routes: (http) => routesOf(machine, { platform, plans, services, links, commands }, http),
  } satisfies Room & Record<string, unknown>;
}
const subjectOf = (row: InvoiceRow | null): Subject | null =>
  row && {
    account_id: row.account_id as AccountId,
    site_id: null,
    label: row.number ?? String(row.id),
    domain: null,
    href: `/app/invoices/${row.id}/`,
    shown: true,
  };

export type BillingRoom = ReturnType<typeof openBilling>;
type BillingCommands = ReturnType<typeof commandsOf>;

function commandsOf(machine: Machine, { platform, plans, services, links }: Left) {
  const { handler, codec, ids, clock, zone, founded, gateways, personal } = machine;
  const { directory } = platform;
  const { features, entitlements, credits } = plans.commands;
  const { priceBook, orders } = links.commands;
  const { subscriptions } = services.commands;
  const { paymentByReference } = billingQuestions(machine);
  const billing = billingAccountCommands({ handler, codec, ids, clock, zone, directory });
  const billingDetails = billingDetailsCommands({ billing, personal });
  const retentionYears = machine.invoiceRetentionYears;
  const recipient = sealedRecipient({ directory, personal, details: billingDetails.of, retentionYears });
  const invoices = invoiceCommands({ handler, ids, clock, zone, billing, recipient, seller: machine.seller });
  return {
    billing,
    billingDetails,
    invoices,
    imports: contractImportCommands({
      subscriptions,
      billing,
      directory,
      upToDate: machine.upToDate,
      ...contractsHeld(machine, directory),
      enabled: (account) => platform.flag('managed_services_enabled', account),
      clock,
      zone,
    }),
    disputes: disputeCommands({ invoices, ids }),
    addOns: addOnCommands({
      handler,
      ids,
      clock,
      features,
      billing,
      invoices,
      orders,
      subscriptions,
      credits,
      priceBook,
      site: directory.site,
    }),
    providerEvents: providerEventCommands({
      handler,
      clock,
      gateways,
      billing,
      invoices,
      entitlements,
      founded,
      paymentByReference,
    }),
  };
}

/** What is there already where contracts are imported. */
function contractsHeld({ tables }: Machine, directory: PlatformRoom['directory']) {
  const { find } = typed(tables);
  return {
    byReference: async (reference: string) =>
      (await find(SUBSCRIPTIONS, { import_reference: reference }, { limit: 1 }))[0]?.id ?? null,
    servedBy: async (account: number) =>
      Promise.all(
        (await find(SUBSCRIPTIONS, { account_id: account })).map(async ({ state, site_id }) => ({
          state,
          domain: (await directory.site(site_id))?.domain ?? `site ${site_id}`,
        })),
      ),
  };
}

function routesOf(
  machine: Machine,
  { platform, plans, services, links, commands }: Left & { readonly commands: BillingCommands },
  http: Http,
): FeatureRoutes[] {
  const { billing, billingDetails, invoices, addOns, providerEvents } = commands;
  const { zone, personal, seller } = machine;
  const { now, today, eventually, takes, sandbox, position, pause } = http;
  const { gateways } = http.outside;
  const { priceBook } = links.commands;
  const { flag } = platform;
  const reader = billingReader(http.reads);
  const subscriptions = managedSubscriptionReader(http.reads);
  const rows = outlookReader(http.reads);
  const outlook = accountOutlook({ rows, billing, orders: links.commands.orders, zone, now });
  const served = { reader: subscriptions, flag, commands: services.commands.subscriptions };
  const setUpSecret = async (object: string) => (await gateways.stripe?.setUpSecret?.(object)) ?? null;
  const taxRate = async (account: number) => (await billing.load(account)).state.taxRate;
  const pdf = invoicePdf(machine, { directory: platform.directory, details: billingDetails }, http);
  return [
    invoicePreviewApi({ commands: services.commands.subscriptions, reader: subscriptions, flag, zone, now, taxRate }),
    nextInvoiceApi({ ...served, outlook, account: reader.account }),
    tierChangesApi({ ...served, rows, outlook }),
    dryRunsApi({ rows, outlook, priceBook, entitlements: plans.commands.entitlements, now }),
    publicPlansApi({
      gates: plans.commands.features,
      flag,
      tagOf: (text) => uuidFrom('public plans', text),
    }),
    contractImportApi({ imports: commands.imports }),
    addOnApi({ addOns, billing, priceBook, reader, setUpSecret, eventually, takes, flag }),
    billingAccountApi({ billing, reader, setUpSecret, eventually, takes, sandbox: sandbox !== null }),
    billingDetailsApi({ billing, details: billingDetails, reader, seller }),
    invoiceApi({ invoices, billing, reader, today, takes, eventually, pdf }),
    providerEventApi({ commands: providerEvents, gateways, now }),
    dashboardApi({
      reader: dashboardReader(http.reads, zone, (text, write) => personal.open(text, write)),
      now,
      today,
      position,
      pause,
    }),
    ...(sandbox === null ? [] : [sandboxPaymentsApi(sandbox.payments)]),
  ];
}
