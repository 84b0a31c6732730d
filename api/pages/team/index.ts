import type { Page } from '../page.ts';
import { clientsPage } from './clients.tsx';
import { invoicePage } from './invoice.tsx';
import { invoiceExplanationPage } from './invoice-explanation.tsx';
import { invoicesPage } from './invoices.tsx';
import { servicesPage } from './services.tsx';

/** Pages of the team: admins and account managers. In English. */
export const teamPages: readonly Page[] = [
  servicesPage,
  clientsPage,
  invoicesPage,
  invoicePage,
  invoiceExplanationPage,
];
