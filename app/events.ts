import { summarizeBilling } from '#domain/billing/billing-summary';
import { BILLING_EVENT_TYPES, type BillingEvent } from '#domain/billing/events';
import { BILLING_TOLD, DISPUTES_TOLD } from '#domain/billing/told';
import { summaryOf } from '#domain/kernel/sentence';
import { toldEvents } from '#domain/kernel/told';
import { LINKS_EVENT_TYPES, type LinksEvent } from '#domain/links/events';
import { summarizeLink } from '#domain/links/link-summary';
import { LINKS_TOLD } from '#domain/links/told';
import { LOG_EVENT_TYPES, type LogEvent } from '#domain/log/events';
import { summarizeLog } from '#domain/log/log-summary';
import { PLANS_EVENT_TYPES, type PlansEvent } from '#domain/plans/events';
import { PLATFORM_EVENT_TYPES, type PlatformEvent } from '#domain/platform/events';
import { summarizePlatform } from '#domain/platform/platform-summary';
import { PLATFORM_TOLD } from '#domain/platform/told';
import { PLUGIN_EVENT_TYPES, type PluginEvent } from '#domain/plugin/events';
import { summarizeAims } from '#domain/reports/aims-summary';
import { REPORTS_EVENT_TYPES, type ReportsEvent } from '#domain/reports/events';
import { summarizeLaunch } from '#domain/reports/launch-summary';
import { summarizeReport } from '#domain/reports/report-summary';
import { REPORTS_TOLD } from '#domain/reports/told';
import { SERVICES_EVENT_TYPES, type ServicesEvent } from '#domain/services/events';
import { summarizeService } from '#domain/services/service-summary';
import { SERVICES_TOLD } from '#domain/services/told';

/** Every event of the business. Those of the machinery (effects, timers) are the runtime's. */
export type BusinessEvent =
  | LogEvent
  | PlatformEvent
  | PlansEvent
  | ServicesEvent
  | LinksEvent
  | BillingEvent
  | ReportsEvent
  | PluginEvent;

/** What tests go by. */
export const EVENT_TYPES: readonly string[] = [
  ...LOG_EVENT_TYPES,
  ...PLATFORM_EVENT_TYPES,
  ...PLANS_EVENT_TYPES,
  ...SERVICES_EVENT_TYPES,
  ...LINKS_EVENT_TYPES,
  ...BILLING_EVENT_TYPES,
  ...REPORTS_EVENT_TYPES,
  ...PLUGIN_EVENT_TYPES,
].sort();

/** Schema versions other than 1, and what lifts older data to the next one. None has changed its meaning yet. */
export const EVENT_SCHEMAS = { versions: {}, upcasters: {} } as const;

/** One sentence for people about an event of whichever room; null for events that are not told. */
export const summarize = summaryOf(
  summarizeLog,
  summarizePlatform,
  summarizeService,
  summarizeLink,
  summarizeBilling,
  summarizeAims,
  summarizeReport,
  summarizeLaunch,
);

/** What customers' systems can be told of, in the order in which the API lists it. */
export const told = toldEvents(SERVICES_TOLD, PLATFORM_TOLD, BILLING_TOLD, LINKS_TOLD, DISPUTES_TOLD, REPORTS_TOLD);
