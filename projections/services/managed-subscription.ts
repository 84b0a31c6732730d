import { dayOf, startOfDay, type Zone } from '#domain/kernel/calendar';
import { formatMoney } from '#domain/kernel/money';
import { type Instant, type Month, monthOf } from '#domain/kernel/time';
import type { FactTold } from '#domain/platform/fact-data';
import {
  type ManagedSubscription,
  type ManagedSubscriptionEvent,
  managedSubscription,
} from '#domain/services/managed-subscription';
import { ONBOARDING_STEPS, type OnboardingEvent } from '#domain/services/onboarding';
import type { ServiceConfig } from '#domain/services/service-config';
import { serviceStart } from '#domain/services/service-month';
import { ignored, type Projected, type Projection, projection } from '#runtime/projection';
import { day, decimal, instant, integer, json, oneOf, type Stored, stamps, table, text } from '#runtime/table';
import type { UnitOfWork } from '#runtime/unit-of-work';

type Step = {
  readonly step: string;
  readonly status: 'pending' | 'started' | 'completed' | 'failed' | 'blocked';
  readonly attempts: number;
  readonly at: Instant | null;
  readonly error: string | null;
  readonly next_retry_at: Instant | null;
};
const ONBOARDING = ['not_started', 'running', 'blocked', 'completed'] as const;
export type OnboardingColumn = {
  readonly status: (typeof ONBOARDING)[number];
  readonly blocked_reason: string | null;
  readonly steps: readonly Step[];
};

export const SUBSCRIPTIONS = table(
  'igny8_managed_service_subscriptions',
  {
    id: integer,
    account_id: integer,
    site_id: integer,
    sector_id: integer.orNull,
    tier: oneOf('lite', 'pro'),
    status: oneOf('pending', 'active', 'paused', 'cancelled'),
    monthly_price: decimal,
    articles_per_month: integer,
    account_manager_id: integer.orNull,
    current_month_articles_published: integer,
    current_month_start: day.orNull,
    service_config: json<ServiceConfig>(),
    started_at: instant.orNull,
    cancelled_at: instant.orNull,
    next_billing_date: day.orNull,
    paused_reason: text.orNull,
    import_reference: text.orNull,
    behind_since: day.orNull,
    onboarding: json<OnboardingColumn>(),
    onboarding_status: oneOf(...ONBOARDING),
    state: json<ManagedSubscription>(),
    revision: integer,
    created_by: integer.orNull,
    ...stamps,
  },
  { key: ['id'], indexes: [['account_id'], ['site_id'], ['status'], ['import_reference']], tenant: true },
);
export type SubscriptionRow = Stored<typeof SUBSCRIPTIONS>;

/** Which article counted for which month; an article counts once however often it is reported. */
export const CONTENT = table(
  'igny8_managed_service_content',
  { site_id: integer, content_id: integer, month: text.of<Month>(), published_on: day },
  { key: ['site_id', 'content_id'], indexes: [['site_id', 'month']] },
);

/** The subscriptions as the API answers them; `state` is the aggregate itself, folded by its own evolve. */
export const managedSubscriptions = (zone: Zone): Projection =>
  projection<ManagedSubscriptionEvent | OnboardingEvent | FactTold<'ArticlePublished'>>({
    name: SUBSCRIPTIONS.name,
    version: 3,
    tables: [SUBSCRIPTIONS, CONTENT],
    on: {
      ManagedSubscriptionCreated(rows, event) {
        const { data, at } = event;
        const state = managedSubscription.evolve(managedSubscription.initial, event);
        rows.put(SUBSCRIPTIONS, {
          id: data.subscription_id,
          account_id: data.account_id,
          site_id: data.site_id,
          sector_id: data.sector_id,
          current_month_articles_published: 0,
          started_at: null,
          cancelled_at: null,
          import_reference: data.imported?.reference ?? null,
          ...(data.imported === undefined
            ? { onboarding: NOT_STARTED, onboarding_status: 'not_started' as const }
            : { onboarding: doneBefore(at), onboarding_status: 'completed' as const }),
          created_by: data.created_by,
          created_at: at,
          ...columnsOf(state, event),
        });
      },
      ManagedSubscriptionActivated: fold((row, { at, data }) => ({
        ...row,
        started_at: data.on < dayOf(at, zone) && row.import_reference !== null ? startOfDay(data.on, zone) : at,
      })),
      ManagedSubscriptionCancelled: fold((row, event) => ({ ...row, cancelled_at: event.at })),
      ManagedSubscriptionPaused: fold(),
      ManagedSubscriptionResumed: fold(),
      ManagedSubscriptionPriceChanged: fold(),
      ManagedSubscriptionTierChanged: fold(),
      ServiceConfigChanged: fold(),
      AccountManagerAssigned: fold(),
      OnboardingRequested: fold(),
      ServiceMonthClosed: fold(),
      FellBehindOnContent: fold(),
      CaughtUpOnContent: fold(),
      async ServiceMonthStarted(rows, event) {
        await fold()(rows, event);
        const counted = await rows.find(CONTENT, { site_id: event.data.site_id, month: event.data.month });
        const published = counted.filter((row) => row.published_on >= event.data.starts_on).length;
        await rows.change(SUBSCRIPTIONS, { id: event.data.subscription_id }, (row) => ({
          ...row,
          current_month_articles_published: published + (event.data.delivered_before ?? 0),
        }));
      },
      OnboardingStepStarted: onStep((_, event) => ({ status: 'started', attempts: event.data.attempt, at: event.at })),
      OnboardingStepCompleted: onStep((step, event) => ({
        ...step,
        status: 'completed',
        attempts: event.data.attempt,
        at: event.at,
        error: null,
        next_retry_at: null,
      })),
      OnboardingStepFailed: onStep((step, event) => ({
        ...step,
        status: 'failed',
        attempts: event.data.attempt,
        at: event.at,
        error: event.data.error,
        next_retry_at: event.data.next_retry_at,
      })),
      OnboardingStepBlocked: onStep((step, event) => ({
        ...step,
        status: 'blocked',
        attempts: event.data.attempt,
        at: event.at,
        error: event.data.error,
        next_retry_at: null,
      })),
      // The row keeps how far it had come; that it goes on no further shows in its status.
      OnboardingStopped: ignored,
      async ArticlePublished(rows, { data: fact }) {
        const key = { site_id: fact.site_id, content_id: fact.content_id };
        if (await rows.get(CONTENT, key)) return;
        const on = dayOf(fact.published_at, zone);
        rows.put(CONTENT, { ...key, month: monthOf(on), published_on: on });
        for (const row of await rows.find(SUBSCRIPTIONS, {
          site_id: fact.site_id,
          status: { in: ['active', 'paused'] },
        })) {
          const { current_month_start: start } = row;
          if (start === null || on < start || monthOf(on) !== monthOf(start)) continue;
          rows.put(SUBSCRIPTIONS, {
            ...row,
            current_month_articles_published: row.current_month_articles_published + 1,
          });
        }
      },
    },
  });

const NOT_STARTED: OnboardingColumn = {
  status: 'not_started',
  blocked_reason: null,
  steps: ONBOARDING_STEPS.map((step) => ({
    step,
    status: 'pending',
    attempts: 0,
    at: null,
    error: null,
    next_retry_at: null,
  })),
};

/** Of a contract that ran before it came here. */
const doneBefore = (at: Instant): OnboardingColumn => ({
  ...NOT_STARTED,
  status: 'completed',
  steps: NOT_STARTED.steps.map((step) => ({ ...step, status: 'completed', at })),
});

type Own = Projected<ManagedSubscriptionEvent>;

function fold<E extends Own>(more: (row: SubscriptionRow, event: E) => SubscriptionRow = (row) => row) {
  return (rows: UnitOfWork, event: E) =>
    rows.change(SUBSCRIPTIONS, { id: event.data.subscription_id }, (row) => {
      const state = managedSubscription.evolve(row.state, event);
      return more({ ...row, ...columnsOf(state, event) }, event);
    });
}

function columnsOf(state: ManagedSubscription, event: Own) {
  if (state.status === 'none') throw new Error(`${event.type} on a subscription that does not exist`);
  const month = 'currentMonth' in state ? state.currentMonth : null;
  return {
    tier: state.tier,
    status: state.status,
    monthly_price: formatMoney(state.monthlyPrice),
    articles_per_month: state.articlesPerMonth,
    account_manager_id: state.accountManagerId,
    service_config: state.config,
    current_month_start: month === null ? null : serviceStart(state.history, month),
    next_billing_date: 'nextBillingDate' in state ? state.nextBillingDate : null,
    paused_reason: state.status === 'paused' ? state.reason : null,
    behind_since: 'behindSince' in state ? state.behindSince : null,
    state,
    revision: event.revision,
    updated_at: event.at,
  };
}

function onStep<E extends Projected<OnboardingEvent>>(change: (step: Step, event: E) => Partial<Step>) {
  return (rows: UnitOfWork, event: E) =>
    rows.change(SUBSCRIPTIONS, { id: event.data.subscription_id }, (row) => {
      const { onboarding: before } = row;
      const blank: Step = {
        step: event.data.step,
        status: 'pending',
        attempts: 0,
        at: null,
        error: null,
        next_retry_at: null,
      };
      const steps = before.steps.map((step) =>
        step.step === event.data.step ? { ...blank, ...change(step, event) } : step,
      );
      const blocked = steps.find((step) => step.status === 'blocked');
      const status = steps.every((step) => step.status === 'completed') ? 'completed' : blocked ? 'blocked' : 'running';
      const reason = event.type === 'OnboardingStepBlocked' ? event.data.reason : before.blocked_reason;
      const onboarding = { status, blocked_reason: blocked ? reason : null, steps } as const;
      return { ...row, onboarding, onboarding_status: status, updated_at: event.at };
    });
}
