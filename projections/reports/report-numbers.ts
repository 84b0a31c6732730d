import type { Zone } from '#domain/kernel/calendar';
import type { BacklinkEvent } from '#domain/links/backlink-messages';
import type { BacklinkOrderEvent } from '#domain/links/backlink-order-messages';
import type { AnnotationEvent } from '#domain/reports/annotation';
import type { GoalEvent } from '#domain/reports/goal';
import type { ManagedSubscriptionEvent } from '#domain/services/managed-subscription';
import { type Projection, projection } from '#runtime/projection';
import { ownHandlers } from './report-events.ts';
import { type CountedFact, factHandlers } from './report-facts.ts';
import {
  CONVERSIONS,
  HAPPENINGS,
  KEYWORDS,
  ORDERS_FOLDED,
  SEARCH_DAYS,
  SEARCH_DETAILS,
  STANDINGS,
} from './report-facts-tables.ts';

type Counted =
  | CountedFact
  | BacklinkOrderEvent
  | BacklinkEvent
  | ManagedSubscriptionEvent
  | GoalEvent
  | AnnotationEvent;

/** All that reports count, as it comes: there is nothing left to sum up when one is made. */
export const reportNumbers = (zone: Zone): Projection =>
  projection<Counted>({
    name: 'igny8_report_numbers',
    version: 2,
    tables: [SEARCH_DAYS, SEARCH_DETAILS, KEYWORDS, CONVERSIONS, HAPPENINGS, STANDINGS, ORDERS_FOLDED],
    on: { ...factHandlers(zone), ...ownHandlers(zone) },
  });
