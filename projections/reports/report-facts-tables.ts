import type { Cents } from '#domain/kernel/money';
import type { KnownOrder } from '#domain/links/backlink-order-state';
import type { Found, SearchDetail } from '#domain/reports/report-inputs';
import { bigint, boolean, day, decimal, instant, integer, json, oneOf, table, text } from '#runtime/table';

/**
 * What reports count, each row with the position of its event: a report at a position reads rows up to it, and later ones change
 * nothing of it (spec 13, 3.15). Nothing is ever summed up over a report's periods here, so a late fact needs no correction.
 */

/** A day of search. Of several rows of one day the latest by its fact's own time holds, then the one that came last. */
export const SEARCH_DAYS = table(
  'igny8_report_search_days',
  {
    position: bigint,
    site_id: integer,
    day,
    at: instant,
    clicks: integer,
    impressions: integer,
    average_position: decimal,
    brand_clicks: integer.orNull,
    devices: json<readonly (Found & { readonly device: string })[]>(),
  },
  { key: ['position'], indexes: [['site_id', 'day']] },
);
/** The lists of a day of search, which only some questions need. */
export const SEARCH_DETAILS = table(
  'igny8_report_search_details',
  {
    position: bigint,
    site_id: integer,
    day,
    at: instant,
    queries: json<SearchDetail['queries']>(),
    pages: json<SearchDetail['pages']>(),
    countries: json<SearchDetail['countries']>(),
  },
  { key: ['position'], indexes: [['site_id', 'day']] },
);
export const KEYWORDS = table(
  'igny8_report_keywords',
  {
    position: bigint,
    site_id: integer,
    day,
    at: instant,
    keyword: text,
    place: decimal,
    source: oneOf('gsc', 'ahrefs'),
  },
  { key: ['position'], indexes: [['site_id', 'day']] },
);
export const CONVERSIONS = table(
  'igny8_report_conversions',
  {
    position: bigint,
    site_id: integer,
    day,
    at: instant,
    goal: text,
    channel: text.orNull,
    count: integer,
    value_cents: bigint.of<Cents>().orNull,
    currency: text,
  },
  { key: ['position'], indexes: [['site_id', 'day']] },
);

export type Shown = { readonly [field: string]: Json };
type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

export const HAPPENED = [
  'article',
  'link_live',
  'link_lost',
  'link_replaced',
  'link_delivered',
  'page_indexed',
  'schema',
  'technical',
  'post',
  'engagement',
  'queued',
  'queued_unplanned',
  'campaign',
  'annotation',
] as const;
/** Never: so far on is no day, and no position. */
export const NEVER_DAY = '9999-12-31';
export const NEVER = Number.MAX_SAFE_INTEGER;
/** All that is known now. */
export const LATEST = NEVER - 1;

/** What happened on a day, or is planned for one. `until_position`: where it was taken back. */
export const HAPPENINGS = table(
  'igny8_report_happenings',
  {
    position: bigint,
    site_id: integer,
    kind: oneOf(...HAPPENED),
    subject: text,
    day,
    at: instant,
    value: json<Shown>(),
    until_position: bigint,
  },
  {
    key: ['position', 'kind'],
    indexes: [
      ['site_id', 'day'],
      ['site_id', 'kind', 'subject'],
    ],
  },
);

export const STANDS = [
  'url',
  'health',
  'connection',
  'approval',
  'engagement',
  'link',
  'links_live',
  'order',
  'subscription',
  'goal',
] as const;
/**
 * How something stands from a moment on. A row that another one follows says from which day and position on: who asks for a day
 * and a position leaves out those that are followed by then, and of the few that are left the latest holds.
 */
export const STANDINGS = table(
  'igny8_report_standings',
  {
    position: bigint,
    site_id: integer,
    kind: oneOf(...STANDS),
    subject: text,
    day,
    at: instant,
    /** False where nothing is left to do about it. */
    open: boolean,
    value: json<Shown>(),
    until_day: day,
    until_position: bigint,
  },
  {
    key: ['position', 'kind', 'subject'],
    indexes: [
      ['site_id', 'kind', 'subject'],
      ['site_id', 'kind', 'until_day'],
      ['site_id', 'kind', 'until_position'],
    ],
  },
);
/** Orders as their own events tell, to price each link that is delivered. */
export const ORDERS_FOLDED = table(
  'igny8_report_orders',
  { id: integer, site_id: integer, state: json<KnownOrder>() },
  { key: ['id'] },
);
