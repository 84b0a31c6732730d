import type { DomainEvent } from '#domain/kernel/decider';
import type { SiteId, SubscriptionId } from '#domain/kernel/ids';
import { type Day, type Month, plusDays } from '#domain/kernel/time';
import type { AutomationSchedule } from './service-config.ts';

type Of<Type extends string, Data = unknown> = DomainEvent<
  Type,
  { readonly subscription_id: SubscriptionId; readonly site_id: SiteId; readonly month: Month } & Data
>;

/** Written by the delivery month saga into its own stream: one stream per subscription and month. */
export type DeliveryMonthEvent =
  | Of<
      'DeliveryRunStarted',
      {
        readonly run: Day;
        readonly articles: number;
        readonly published: number;
        readonly target: number;
        /** Articles that were on their way, and so were not asked for again; left out where there were none. */
        readonly under_way?: number;
      }
    >
  | Of<'DeliveryRunSkipped', { readonly run: Day; readonly because: SkippedBecause }>
  | Of<'DeliveryMonthEnded', { readonly because: 'month_over' | 'cancelled' }>;

/** `enough_under_way`: with what is queued, under review or asked for already, the target will be reached. */
export type SkippedBecause = 'target_reached' | 'enough_under_way' | 'blueprint_missing' | 'paused' | 'switched_off';

/** What a month's runs asked for: of requests that the platform has not answered yet, and of those that it says are done. */
export type AskedFor = { readonly open: number; readonly done: number };

/**
 * Articles on their way to be published. An article that was asked for and one that is queued or under review may be the
 * same, so the larger number counts; of what is asked for, what was published beyond finished runs has come already.
 */
export const underWay = (reported: number, asked: AskedFor, published: number): number =>
  Math.max(reported, asked.open - Math.max(0, published - asked.done), 0);

/** The next day after `run` on which content is due, null where the month has none left. */
export function nextRun(schedule: AutomationSchedule, run: Day, lastOfMonth: Day): Day | null {
  if (schedule === 'monthly') return null;
  const next = plusDays(run, schedule === 'daily' ? 1 : 7);
  return next <= lastOfMonth ? next : null;
}
