import { UTC } from '#domain/kernel/calendar';
import type { AccountId, ReportId, ShareId, SiteId, SubscriptionId } from '#domain/kernel/ids';
import type { Day, Instant } from '#domain/kernel/time';
import type { ReportData } from '#domain/reports/report-data';
import type { KnownReport, Recipient, Report, ReportCommand } from '#domain/reports/report-messages';
import type { ReportSettings } from '#domain/reports/report-settings';

export const NOW = '2026-07-01T08:00:00.000Z' as Instant;
export const reviewer = { role: 'account_manager', id: 900 } as const;
export const job = { role: 'job', id: null } as const;
export const SETTINGS: ReportSettings = {
  sections: ['executive_summary', 'organic_traffic'],
  branding_id: null,
  template_id: null,
  client_logo_url: null,
  language: 'en',
  theme: 'light',
  page_size: 'A4',
  time_zone: UTC,
  review: 'before_sending',
  send_at: '09:00',
};
export const DATA: ReportData = {
  compared: {
    period: ['2026-06-01' as Day, '2026-06-28' as Day],
    before: ['2026-05-01' as Day, '2026-05-28' as Day],
    year_before: ['2025-06-01' as Day, '2025-06-28' as Day],
    paused: [],
  },
  first_page: {
    verdict: null,
    reason: 'not enough data yet',
    win: null,
    priority: null,
    needs: [],
    goals: [],
    tiles: [],
  },
  sections: {},
  annotations: [],
};
type Of<T extends ReportCommand['type']> = Extract<ReportCommand, { type: T }>;

export const asked = (more: Partial<Of<'Request'>> = {}): Of<'Request'> => ({
  type: 'Request',
  reportId: 1 as ReportId,
  accountId: 1 as AccountId,
  siteId: 11 as SiteId,
  subscriptionId: 1 as SubscriptionId,
  reportType: 'monthly',
  periodStart: '2026-06-01' as Day,
  periodEnd: '2026-06-30' as Day,
  position: 1200,
  settings: SETTINGS,
  chosen: {},
  dueOn: '2026-07-03' as Day,
  by: job,
  batch: null,
  now: NOW,
  ...more,
});
export const collect = (version: number): ReportCommand => ({
  type: 'RecordData',
  version,
  data: DATA,
  brandingRevision: null,
  templateRevision: null,
  snapshot: 'a'.repeat(64),
  now: NOW,
});
export const render = (version: number): ReportCommand => ({
  type: 'RecordRendering',
  version,
  renderer: 'pages-1',
  sha256: 'b'.repeat(64),
  sizeBytes: 1000,
  pages: 6,
  now: NOW,
});
export const failed = (version: number): ReportCommand => ({
  type: 'RecordFailure',
  version,
  problem: 'branding_inactive',
  detail: 'branding 1 is switched off',
  now: NOW,
});
export const comment = (): Of<'Comment'> => ({
  type: 'Comment',
  section: 'organic_traffic',
  text: 'The relaunch explains the dip.',
  author: reviewer,
  authorName: 'Maya',
  now: NOW,
});
export const approve = (version: number): ReportCommand => ({ type: 'Approve', version, by: reviewer, now: NOW });
export const to = (name: string): Recipient => ({ to: `sealed ${name}`, key: `address-${name}` });
export const send = (more: Partial<Of<'Send'>> = {}): Of<'Send'> => ({
  type: 'Send',
  version: null,
  to: [to('ann'), to('bob')],
  unsubscribed: [],
  again: false,
  by: reviewer,
  now: NOW,
  ...more,
});
export const deliver = (deliveryId: number, outcome: Of<'RecordDelivery'>['outcome'] = 'accepted'): ReportCommand => ({
  type: 'RecordDelivery',
  deliveryId,
  outcome,
  shareId: null,
  error: null,
  now: NOW,
});
export const share = (id: number, more: Partial<Of<'Share'>> = {}): Of<'Share'> => ({
  type: 'Share',
  shareId: id as ShareId,
  sections: null,
  expiresAt: '2026-09-29T08:00:00.000Z' as Instant,
  tokenSha256: 'c'.repeat(64),
  passwordHash: null,
  for: 'person',
  by: reviewer,
  now: NOW,
  ...more,
});

export function known(state: Report): KnownReport {
  if (state.status === 'none') throw new Error('there is no report');
  return state;
}
