import type { Page } from '../page.ts';
import { approvalPage, approvalsPage } from './approvals.tsx';
import { briefPage } from './brief.tsx';
import { claimPage } from './guarantee-claim.tsx';
import { orderPage } from './order.tsx';
import { ordersPage } from './orders.tsx';
import { overviewPage } from './overview.tsx';

/** Pages of agencies and clients, in their reader's language. */
export const clientPages: readonly Page[] = [
  overviewPage,
  approvalsPage,
  approvalPage,
  ordersPage,
  orderPage,
  briefPage,
  claimPage,
];
