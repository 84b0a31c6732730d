import type { Page } from '../page.ts';
import { backlinkPages } from './backlink.tsx';
import { clientPage } from './client.tsx';
import { clientBillingPage } from './client-billing.tsx';
import { clientBillingCommands } from './client-billing-commands.tsx';
import { clientsPage } from './clients.tsx';
import { disputePage } from './dispute.tsx';
import { disputeSettlePage, disputeSubmitPage } from './dispute-settle.tsx';
import { disputesPage } from './disputes.tsx';
import { gateUsagePage } from './gate-usage.tsx';
import { importServicesPage } from './import-services.tsx';
import { indexingPages } from './indexing.tsx';
import { invoicePage } from './invoice.tsx';
import { invoiceCommandPages } from './invoice-commands.tsx';
import { invoiceExplanationPage } from './invoice-explanation.tsx';
import { invoiceReissuePage } from './invoice-reissue.tsx';
import { invoicesPage } from './invoices.tsx';
import { marginPage } from './margin.tsx';
import { memberPages } from './members.tsx';
import { newOrderPage } from './new-order.tsx';
import { newServicePage } from './new-service.tsx';
import { operationsPages } from './operations.tsx';
import { orderPage } from './order.tsx';
import { orderActions } from './order-actions.tsx';
import { orderPlacing } from './order-placing.tsx';
import { ordersPage } from './orders.tsx';
import { plansPage } from './plans.tsx';
import { pluginPages } from './plugin.tsx';
import { priceBookPage } from './price-book.tsx';
import { reportPage } from './report.tsx';
import { reportActions } from './report-actions.tsx';
import { reportGeneratorPage } from './report-generator.tsx';
import { reportsPage } from './reports.tsx';
import { servicePage } from './service.tsx';
import { serviceActions } from './service-actions.tsx';
import { serviceAhrefsPage } from './service-ahrefs.tsx';
import { serviceBillingPage } from './service-billing.tsx';
import { serviceConfigPage } from './service-config.tsx';
import { serviceConversationPage } from './service-conversation.tsx';
import { serviceManagerPage } from './service-manager.tsx';
import { serviceReportsPage } from './service-reports.tsx';
import { serviceTabs } from './service-tabs.tsx';
import { servicesPage } from './services.tsx';
import { tiersPage } from './tiers.tsx';

/** Pages of the team: admins and account managers. In English. */
export const teamPages: readonly Page[] = [
  servicesPage,
  tiersPage,
  clientsPage,
  invoicesPage,
  invoicePage,
  invoiceExplanationPage,
  ...invoiceCommandPages,
  invoiceReissuePage,
  disputesPage,
  disputePage,
  disputeSettlePage,
  disputeSubmitPage,
  clientBillingPage,
  ...clientBillingCommands,
  clientPage,
  servicePage,
  serviceConfigPage,
  serviceManagerPage,
  ...serviceTabs,
  serviceAhrefsPage,
  serviceReportsPage,
  serviceBillingPage,
  serviceConversationPage,
  ...serviceActions,
  newServicePage,
  importServicesPage,
  marginPage,
  ordersPage,
  newOrderPage,
  orderPage,
  ...orderActions,
  ...orderPlacing,
  ...backlinkPages,
  reportsPage,
  reportGeneratorPage,
  reportPage,
  ...reportActions,
  ...operationsPages,
  ...indexingPages,
  gateUsagePage,
  priceBookPage,
  plansPage,
  ...pluginPages,
  ...memberPages,
];
