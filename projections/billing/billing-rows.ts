import type { Instant } from '#domain/kernel/time';
import type { JsonObject } from '#runtime/event-store';

export type CreditEntryRow = {
  event_id: string;
  account_id: number;
  position: number;
  at: Instant;
  change: number;
  balance_after: number;
  reason: string;
};
export type FeatureUsageRow = {
  event_id: string;
  position: number;
  account_id: number;
  feature: string;
  required_level: string;
  current_level: string | null;
  was_allowed: boolean;
  source: string | null;
  plan: string | null;
  upgrade_to: string | null;
  endpoint: string;
  timestamp: Instant;
};
export type PlanRow = {
  plan: string;
  version: number;
  plan_features: JsonObject;
  reason: string | null;
  since: Instant;
};
