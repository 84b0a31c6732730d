import type { Page } from '../page.ts';
import { clientsPage } from './clients.tsx';
import { disputePage } from './dispute.tsx';
import { disputeSettlePage, disputeSubmitPage } from './dispute-settle.tsx';
import { disputesPage } from './disputes.tsx';
import { invoicePage } from './invoice.tsx';
import { invoiceCommandPages } from './invoice-commands.tsx';
import { invoiceExplanationPage } from './invoice-explanation.tsx';
import { invoiceReissuePage } from './invoice-reissue.tsx';
import { invoicesPage } from './invoices.tsx';
import { servicesPage } from './services.tsx';

/** Pages of the team: admins and account managers. In English. */
export const teamPages: readonly Page[] = [
  servicesPage,
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
];
