import type { Page } from '../page.ts';
import { agencyClientsPage } from './agency-clients.tsx';
import { approvalPage, approvalsPage } from './approvals.tsx';
import { billingDetailsPage } from './billing-details.tsx';
import { blockedDomainsPage } from './blocked-domains.tsx';
import { addBrandPage, brandingPage, brandPage, removeBrandPage } from './branding.tsx';
import { briefPage } from './brief.tsx';
import { disputeInvoicePage } from './dispute.tsx';
import { claimPage } from './guarantee-claim.tsx';
import { ownInvoicePage } from './invoice.tsx';
import { ownInvoicesPage } from './invoices.tsx';
import { languagePage } from './language.tsx';
import { invitePage, memberPage, removeMemberPage } from './member.tsx';
import { membersPage } from './members.tsx';
import { orderPage } from './order.tsx';
import { ordersPage } from './orders.tsx';
import { overviewPage } from './overview.tsx';
import { payPage } from './pay.tsx';
import { endRenewalPage } from './renewal.tsx';
import { ownReportPage } from './report.tsx';
import { ownReportsPage } from './reports.tsx';
import { ownServicePage, serviceOfTeamPage } from './service.tsx';
import { sharePage } from './share.tsx';
import { addTemplatePage, removeTemplatePage, templatePage, templatesPage } from './templates.tsx';

/** Pages of agencies and clients, in their reader's language. */
export const clientPages: readonly Page[] = [
  overviewPage,
  approvalsPage,
  approvalPage,
  ordersPage,
  orderPage,
  endRenewalPage,
  blockedDomainsPage,
  briefPage,
  claimPage,
  ownInvoicesPage,
  ownInvoicePage,
  billingDetailsPage,
  payPage,
  disputeInvoicePage,
  ownReportsPage,
  ownReportPage,
  sharePage,
  ownServicePage,
  serviceOfTeamPage,
  membersPage,
  invitePage,
  memberPage,
  removeMemberPage,
  languagePage,
  agencyClientsPage,
  brandingPage,
  addBrandPage,
  brandPage,
  removeBrandPage,
  templatesPage,
  addTemplatePage,
  templatePage,
  removeTemplatePage,
];
