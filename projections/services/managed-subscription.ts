import { dayOf, type Zone } from '#domain/kernel/calendar';
import { formatMoney } from '#domain/kernel/money';
import { type Instant, monthOf } from '#domain/kernel/time';
import type { PlatformEvent } from '#domain/platform/events';
import type { ServicesEvent } from '#domain/services/events';
import {
  type ManagedSubscription,
  type ManagedSubscriptionEvent,
  managedSubscription,
} from '#domain/services/managed-subscription';
import { ONBOARDING_STEPS, type OnboardingEvent } from '#domain/services/onboarding';
import { serviceStart } from '#domain/services/service-month';
import type { JsonObject, JsonValue } from '#runtime/event-store';
import { EFFECTS } from '#runtime/machinery-tables';
import { type Projected, type Projection, projection } from '#runtime/projection';
import type { ReadTables, Row } from '#runtime/read-model';
import type { UnitOfWork } from '#runtime/unit-of-work';

export const SUBSCRIPTIONS = 'igny8_managed_service_subscriptions';
/** Which article counted for which month; an article counts once however often it is reported. */
export const CONTENT = 'igny8_managed_service_content';

type Step = {
  step: string;
  status: string;
  attempts: number;
  at: string | null;
  error: string | null;
  next_retry_at: string | null;
};
export type OnboardingColumn = {
  status: 'not_started' | 'running' | 'blocked' | 'completed';
  blocked_reason: string | null;
  steps: Step[];
};

/** The subscriptions as the API answers them; `state` is the aggregate itself, folded by its own evolve. */
export const managedSubscriptions = (zone: Zone): Projection =>
  projection<ServicesEvent | PlatformEvent>({
    name: SUBSCRIPTIONS,
    version: 2,
    tables: [
      {
        name: SUBSCRIPTIONS,
        columns: {
          id: 'integer',
          account_id: 'integer',
          site_id: 'integer',
          sector_id: 'integer?',
          tier: 'text',
          status: 'text',
          monthly_price: 'numeric',
          articles_per_month: 'integer',
          account_manager_id: 'integer?',
          current_month_articles_published: 'integer',
          current_month_start: 'date?',
          service_config: 'json',
          started_at: 'timestamptz?',
          cancelled_at: 'timestamptz?',
          next_billing_date: 'date?',
          paused_reason: 'text?',
          behind_since: 'date?',
          onboarding: 'json',
          onboarding_status: 'text',
          state: 'json',
          revision: 'integer',
          created_by: 'integer?',
          created_at: 'timestamptz',
          updated_at: 'timestamptz',
        },
        key: ['id'],
        indexes: [['account_id'], ['site_id'], ['status']],
        tenant: true,
      },
      {
        name: CONTENT,
        columns: { site_id: 'integer', content_id: 'integer', month: 'text', published_on: 'date' },
        key: ['site_id', 'content_id'],
        indexes: [['site_id', 'month']],
      },
    ],
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
          onboarding: NOT_STARTED as unknown as JsonObject,
          onboarding_status: 'not_started',
          created_by: data.created_by,
          created_at: at,
          ...columnsOf(state, event),
        });
      },
      ManagedSubscriptionActivated: fold((row, event) => ({ ...row, started_at: event.at })),
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
        const published = counted.filter((row) => String(row['published_on']) >= event.data.starts_on).length;
        await rows.change(SUBSCRIPTIONS, { id: event.data.subscription_id }, (row) => ({
          ...row,
          current_month_articles_published: published,
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
      async ArticlePublished(rows, { data }) {
        const fact = data as { site_id: number; content_id: number; published_at: Instant };
        const key = { site_id: fact.site_id, content_id: fact.content_id };
        if (await rows.get(CONTENT, key)) return;
        const day = dayOf(fact.published_at, zone);
        rows.put(CONTENT, { ...key, month: monthOf(day), published_on: day });
        for (const row of await rows.find(SUBSCRIPTIONS, {
          site_id: fact.site_id,
          status: { in: ['active', 'paused'] },
        })) {
          const start = String(row['current_month_start']);
          if (day < start || monthOf(day) !== start.slice(0, 7)) continue;
          rows.put(SUBSCRIPTIONS, {
            ...row,
            current_month_articles_published: Number(row['current_month_articles_published']) + 1,
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

type Own = Projected<ManagedSubscriptionEvent>;

function fold<E extends Own>(more: (row: Row, event: E) => Row = (row) => row) {
  return (rows: UnitOfWork, event: E) =>
    rows.change(SUBSCRIPTIONS, { id: event.data.subscription_id }, (row) => {
      const state = managedSubscription.evolve(row['state'] as unknown as ManagedSubscription, event);
      return more({ ...row, ...columnsOf(state, event) }, event);
    });
}

function columnsOf(state: ManagedSubscription, event: Own): Row {
  if (state.status === 'none') throw new Error(`${event.type} on a subscription that does not exist`);
  const month = 'currentMonth' in state ? state.currentMonth : null;
  return {
    tier: state.tier,
    status: state.status,
    monthly_price: formatMoney(state.monthlyPrice),
    articles_per_month: state.articlesPerMonth,
    account_manager_id: state.accountManagerId,
    service_config: state.config as unknown as JsonObject,
    current_month_start: month === null ? null : serviceStart(state.history, month),
    next_billing_date: 'nextBillingDate' in state ? state.nextBillingDate : null,
    paused_reason: state.status === 'paused' ? state.reason : null,
    behind_since: 'behindSince' in state ? state.behindSince : null,
    state: state as unknown as JsonObject,
    revision: event.revision,
    updated_at: event.at,
  };
}

function onStep<E extends Projected<OnboardingEvent>>(change: (step: Step, event: E) => Partial<Step>) {
  return (rows: UnitOfWork, event: E) =>
    rows.change(SUBSCRIPTIONS, { id: event.data.subscription_id }, (row) => {
      const before = row['onboarding'] as unknown as OnboardingColumn;
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
      const onboarding = { status, blocked_reason: blocked ? reason : null, steps } as unknown as JsonValue;
      return { ...row, onboarding, onboarding_status: status, updated_at: event.at };
    });
}

/** What jobs and effects ask of the subscriptions. */
export function subscriptionVisits(tables: ReadTables, clock: { now(): Instant }, zone: Zone) {
  const ids = (rows: readonly Row[]) => rows.map((row) => Number(row['id']));
  return {
    dueForBilling: async () =>
      ids(await tables.find(SUBSCRIPTIONS, { next_billing_date: { lte: dayOf(clock.now(), zone) } })),
    blocked: async () => ids(await tables.find(SUBSCRIPTIONS, { status: 'pending', onboarding_status: 'blocked' })),
    overdue: async () => {
      const living = await tables.find(SUBSCRIPTIONS, { status: { in: ['pending', 'active', 'paused'] } });
      const effects = await tables.find(EFFECTS, { status: { in: ['parked', 'unknown'] } });
      return {
        onboarding: living.filter((row) => row['onboarding_status'] === 'blocked').length,
        content: living.filter((row) => row['behind_since'] !== null).length,
        effect: effects.filter(({ kind }) => kind !== 'webhook' && !String(kind).startsWith('index_submit_')).length,
      };
    },
    running: async () => ids(await tables.find(SUBSCRIPTIONS, { status: { in: ['active', 'paused'] } })),
    active: async () =>
      (await tables.find(SUBSCRIPTIONS, { status: 'active' })).map((row) => ({
        id: Number(row['id']),
        published: Number(row['current_month_articles_published']),
      })),
    /** The id of the site's active managed Pro subscription; null where it has none. */
    activePro: async (siteId: number): Promise<number | null> => {
      const [row] = await tables.find(SUBSCRIPTIONS, { site_id: siteId, status: 'active', tier: 'pro' }, { limit: 1 });
      return row ? Number(row['id']) : null;
    },
    managerOf: async (siteId: number): Promise<number | null> => {
      const where = { site_id: siteId, status: { in: ['pending', 'active', 'paused'] } };
      const [row] = await tables.find(SUBSCRIPTIONS, where, { limit: 1 });
      return (row?.['account_manager_id'] as number | null | undefined) ?? null;
    },
    /** Articles that count for the subscription in that month. */
    async published(subscriptionId: number, month: string): Promise<number> {
      const row = await tables.get(SUBSCRIPTIONS, { id: subscriptionId });
      if (!row) return 0;
      if (String(row['current_month_start']).startsWith(month)) return Number(row['current_month_articles_published']);
      return (await tables.find(CONTENT, { site_id: Number(row['site_id']), month })).length;
    },
  };
}
