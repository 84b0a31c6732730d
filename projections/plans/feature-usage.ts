import { dayOf, type Zone } from '#domain/kernel/calendar';
import { type Day, plusDays, weekday } from '#domain/kernel/time';
import { levelText } from '#domain/plans/feature';
import type { FeatureGateEvent } from '#domain/plans/feature-gate';
import type { PlanFeaturesEvent } from '#domain/plans/plan-features';
import type { JsonObject } from '#runtime/event-store';
import { type Projection, projection } from '#runtime/projection';
import type { ReadTables } from '#runtime/read-model';

export const FEATURE_USAGE = 'igny8_feature_usage_log';
/** By week, plan, feature and level: what pricing is decided from. */
export const FEATURE_WEEKS = 'igny8_feature_usage_weeks';
export const FEATURE_REFUSED = 'igny8_feature_refused_accounts';
export const PLANS_TABLE = 'igny8_plans';

/** Every feature check that was made (spec 4.2). */
export const featureUsage = (zone: Zone): Projection =>
  projection<FeatureGateEvent>({
    name: FEATURE_USAGE,
    version: 1,
    tables: [
      {
        name: FEATURE_USAGE,
        columns: {
          event_id: 'uuid',
          position: 'bigint',
          account_id: 'integer',
          feature: 'text',
          required_level: 'text',
          current_level: 'text?',
          was_allowed: 'boolean',
          source: 'text?',
          plan: 'text?',
          upgrade_to: 'text?',
          endpoint: 'text',
          timestamp: 'timestamptz',
        },
        key: ['event_id'],
        indexes: [['position'], ['account_id', 'position'], ['timestamp']],
        tenant: true,
      },
      {
        name: FEATURE_WEEKS,
        columns: {
          week: 'date',
          plan: 'text',
          feature: 'text',
          level: 'text',
          checks: 'integer',
          refusals: 'integer',
          upgrade_to: 'text?',
        },
        key: ['week', 'plan', 'feature', 'level'],
      },
      {
        name: FEATURE_REFUSED,
        columns: { week: 'date', plan: 'text', feature: 'text', level: 'text', account_id: 'integer' },
        key: ['week', 'plan', 'feature', 'level', 'account_id'],
        tenant: true,
      },
    ],
    on: {
      async FeatureGateChecked(rows, { id: event_id, position, at: timestamp, data }) {
        const { account_id, feature, required_level, current_level, was_allowed, source, plan, upgrade_to, endpoint } =
          data;
        rows.put(FEATURE_USAGE, {
          event_id,
          position,
          account_id,
          feature,
          required_level: levelText(required_level),
          current_level: levelText(current_level),
          was_allowed,
          source,
          plan,
          upgrade_to,
          endpoint,
          timestamp,
        });
        const on = dayOf(timestamp, zone);
        const of = { week: plusDays(on, 1 - weekday(on)), plan, feature, level: levelText(required_level) };
        const known = await rows.get(FEATURE_WEEKS, of);
        rows.put(FEATURE_WEEKS, {
          ...of,
          checks: Number(known?.['checks'] ?? 0) + 1,
          upgrade_to: upgrade_to ?? known?.['upgrade_to'] ?? null,
          refusals: Number(known?.['refusals'] ?? 0) + (was_allowed ? 0 : 1),
        });
        if (!was_allowed) rows.put(FEATURE_REFUSED, { ...of, account_id });
      },
      UnknownFeatureChecked(rows, { id: event_id, position, at: timestamp, data }) {
        const { account_id, feature, required_level, endpoint } = data;
        rows.put(FEATURE_USAGE, {
          event_id,
          position,
          account_id,
          feature,
          required_level: required_level ?? '',
          current_level: null,
          was_allowed: false,
          source: null,
          plan: null,
          upgrade_to: null,
          endpoint,
          timestamp,
        });
      },
    },
  });

/** How many checks a week had, how many were refused, and to how many accounts; `week` is its Monday. */
export const featureUsageTotals = (tables: ReadTables) => async (week: Day) => {
  const rows = await tables.find(FEATURE_WEEKS, { week });
  const refused = await tables.find(FEATURE_REFUSED, { week });
  const sum = (column: string) => rows.reduce((total, row) => total + Number(row[column]), 0);
  const accounts = new Set(refused.map((row) => row['account_id'])).size;
  return { checks: sum('checks'), refusals: sum('refusals'), accounts };
};

/** What plans include, version by version. */
export const planVersions: Projection = projection<PlanFeaturesEvent>({
  name: PLANS_TABLE,
  version: 1,
  tables: [
    {
      name: PLANS_TABLE,
      columns: { plan: 'text', version: 'integer', plan_features: 'json', reason: 'text?', since: 'timestamptz' },
      key: ['plan', 'version'],
    },
  ],
  on: {
    PlanFeaturesRevised: (rows, { data, at }) =>
      rows.put(PLANS_TABLE, {
        plan: data.plan,
        version: data.version,
        reason: data.reason,
        since: at,
        plan_features: data.plan_features as JsonObject,
      }),
  },
});
