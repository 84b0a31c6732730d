import type { DomainEvent } from '#domain/kernel/decider';
import type { AccountId, SectorId, SiteId, SubscriptionId, UserId } from '#domain/kernel/ids';
import type { Cents } from '#domain/kernel/money';
import type { Day, Instant, Month } from '#domain/kernel/time';
import type { ManagedServicesLevel, Plan } from '#domain/plans/plan';
import type { Imported } from './contract-import.ts';
import type { GivenConfig, ServiceConfig, Tier } from './service-config.ts';
import type { ContractHistory } from './service-month.ts';

type Of<Type extends string, Data> = DomainEvent<
  Type,
  { readonly subscription_id: SubscriptionId; readonly site_id: SiteId } & Data
>;
type Terms = { readonly tier: Tier; readonly monthly_price_cents: Cents; readonly articles_per_month: number };
type Config = { readonly service_config: ServiceConfig; readonly given_config: GivenConfig };

/** `on` is always the day in the billing time zone, so that bills never depend on a zone again. */
export type ManagedSubscriptionEvent =
  | Of<
      'ManagedSubscriptionCreated',
      Terms &
        Config & {
          readonly account_id: AccountId;
          readonly sector_id: SectorId | null;
          readonly account_manager_id: UserId | null;
          readonly override_reason: string | null;
          readonly created_by: UserId | null;
          readonly on: Day;
          /** Of a contract that ran before it came here; `on` is then the day on which it began. */
          readonly imported?: Imported;
        }
    >
  | Of<'OnboardingRequested', { readonly on: Day }>
  | Of<'ManagedSubscriptionActivated', { readonly on: Day }>
  | Of<'ManagedSubscriptionPaused', { readonly on: Day; readonly reason: string }>
  | Of<'ManagedSubscriptionResumed', { readonly on: Day }>
  | Of<'ManagedSubscriptionCancelled', { readonly on: Day; readonly reason: string | null }>
  | Of<
      'ManagedSubscriptionPriceChanged',
      { readonly on: Day; readonly monthly_price_cents: Cents; readonly override_reason: string }
    >
  | Of<'ManagedSubscriptionTierChanged', Terms & Config & { readonly on: Day; readonly override_reason: string | null }>
  | Of<'ServiceConfigChanged', Config>
  | Of<'AccountManagerAssigned', { readonly account_manager_id: UserId | null }>
  | Of<
      'ServiceMonthStarted',
      {
        readonly month: Month;
        readonly starts_on: Day;
        readonly ends_on: Day;
        /** Articles that were published before the contract came here. */
        readonly delivered_before?: number;
      }
    >
  | Of<'ServiceMonthClosed', { readonly month: Month; readonly next_billing_date: Day | null }>
  | Of<'FellBehindOnContent', { readonly on: Day; readonly published: number; readonly expected: number }>
  | Of<
      'CaughtUpOnContent',
      { readonly on: Day; readonly because: 'delivered' | 'paused' | 'cancelled' | 'month_changed' }
    >;

/** What the account may have of managed services, and the plan that would allow the tier that is asked for. */
export type ServicesAllowed = {
  readonly plan: Plan;
  readonly level: ManagedServicesLevel;
  readonly upgradeTo: Plan | null;
};

type Now = { readonly now: Instant; readonly today: Day };
export type ManagedSubscriptionCommand =
  | ({
      readonly type: 'Create';
      readonly subscriptionId: SubscriptionId;
      readonly accountId: AccountId;
      readonly siteId: SiteId;
      readonly sectorId: SectorId | null;
      readonly services: ServicesAllowed;
      readonly tier: Tier;
      readonly given: GivenConfig;
      readonly accountManagerId: UserId | null;
      readonly monthlyPrice: Cents | null;
      readonly overrideReason: string | null;
      readonly mayOverride: boolean;
      readonly createdBy: UserId | null;
      readonly imported?: Imported;
    } & Now)
  | ({
      readonly type: 'Change';
      readonly services: ServicesAllowed;
      readonly mayOverride: boolean;
      readonly tier?: Tier;
      readonly given?: GivenConfig;
      readonly accountManagerId?: UserId | null;
      readonly monthlyPrice?: Cents;
      readonly overrideReason: string | null;
    } & Now)
  | ({ readonly type: 'RequestOnboarding' } & Now)
  | ({ readonly type: 'Activate' } & Now)
  | ({ readonly type: 'Pause'; readonly reason: string } & Now)
  | ({ readonly type: 'Resume' } & Now)
  | ({ readonly type: 'Cancel'; readonly reason: string | null } & Now)
  | ({ readonly type: 'StartServiceMonth' } & Now)
  | ({ readonly type: 'CloseServiceMonth' } & Now)
  | ({ readonly type: 'CheckContent'; readonly published: number } & Now);

export type ManagedSubscriptionRefusal =
  | { readonly code: 'not_found'; readonly message: string }
  | { readonly code: 'invalid_state'; readonly message: string; readonly currentState: string }
  | { readonly code: 'feature_not_in_plan'; readonly message: string; readonly upgradeTo: Plan | null }
  | { readonly code: 'override_required'; readonly message: string; readonly pointer: string }
  | { readonly code: 'invalid_values'; readonly message: string; readonly pointer: string };

export type Contract = {
  readonly subscriptionId: SubscriptionId;
  readonly accountId: AccountId;
  readonly siteId: SiteId;
  readonly tier: Tier;
  readonly monthlyPrice: Cents;
  readonly articlesPerMonth: number;
  readonly accountManagerId: UserId | null;
  readonly config: ServiceConfig;
  readonly given: GivenConfig;
  readonly history: ContractHistory;
  /** Of one that ran before it came here. */
  readonly imported?: Imported;
};
export type Running = Contract & {
  readonly currentMonth: Month;
  readonly nextBillingDate: Day;
  readonly behindSince: Day | null;
};

export type ManagedSubscription =
  | { readonly status: 'none' }
  | ({ readonly status: 'pending' } & Contract)
  | ({ readonly status: 'active' } & Running)
  | ({ readonly status: 'paused'; readonly reason: string } & Running)
  | ({
      readonly status: 'cancelled';
      readonly currentMonth: Month | null;
      readonly nextBillingDate: Day | null;
    } & Contract);
