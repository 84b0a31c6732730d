import type { Shapes } from '#domain/kernel/shape';

/** What customers' systems can be told of reports: that one went out. Neither whom to, nor anything that nobody has read yet. */
export const REPORTS_TOLD = {
  ReportDelivered: ['report_id', 'account_id', 'version', 'outcome', 'again'],
} satisfies Shapes;
