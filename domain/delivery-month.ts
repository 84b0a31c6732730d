import type { DomainEvent } from './kernel/decider.ts';
import type { SiteId, SubscriptionId } from './kernel/ids.ts';
import { type Day, type Month, plusDays } from './kernel/time.ts';
import type { AutomationSchedule } from './service-config.ts';

type Of<Type extends string, Data = unknown> = DomainEvent<
  Type,
  { readonly subscription_id: SubscriptionId; readonly site_id: SiteId; readonly month: Month } & Data
>;

/** Written by the delivery month saga into its own stream: one stream per subscription and month. */
export type DeliveryMonthEvent =
  | Of<
      'DeliveryRunStarted',
      { readonly run: Day; readonly articles: number; readonly published: number; readonly target: number }
    >
  | Of<
      'DeliveryRunSkipped',
      { readonly run: Day; readonly because: 'target_reached' | 'blueprint_missing' | 'paused' | 'switched_off' }
    >
  | Of<'DeliveryMonthEnded', { readonly because: 'month_over' | 'cancelled' }>;

/** The next day after `run` on which content is due, null where the month has none left. */
export function nextRun(schedule: AutomationSchedule, run: Day, lastOfMonth: Day): Day | null {
  if (schedule === 'monthly') return null;
  const next = plusDays(run, schedule === 'daily' ? 1 : 7);
  return next <= lastOfMonth ? next : null;
}
