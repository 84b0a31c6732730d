import type { AhrefsEndpoint, AhrefsParams } from '#commands/links/ports-ahrefs';

export type EndpointFacts = {
  readonly path: string;
  /** The key of the answer's object or list. */
  readonly envelope: string;
  readonly list: boolean;
  readonly required: readonly string[];
  /** Units of fields that cost other than 1. */
  readonly costs: Readonly<Record<string, number>>;
  /** Fields of answers that take no `select`. */
  readonly fields: readonly string[];
};

const MONEY = { org_traffic: 10, org_cost: 10, paid_traffic: 10, paid_cost: 10 };
/** Pages without traffic have a figure of their own. */
const RANGES = ['range100', 'range1k', 'range5k', 'range10k', 'range10k_plus'];
const explorer = (name: string) => `/site-explorer/${name}`;

/** Published facts of Ahrefs API v3, as of 2026-11: paths, envelopes, required parameters and what fields cost in units. */
export const ENDPOINTS: Readonly<Record<AhrefsEndpoint, EndpointFacts>> = {
  'limits-and-usage': {
    path: '/subscription-info/limits-and-usage',
    envelope: 'limits_and_usage',
    list: false,
    required: [],
    costs: {},
    fields: [],
  },
  'domain-rating': {
    path: explorer('domain-rating'),
    envelope: 'domain_rating',
    list: false,
    required: ['target', 'date'],
    costs: {},
    fields: ['domain_rating', 'ahrefs_rank'],
  },
  'backlinks-stats': {
    path: explorer('backlinks-stats'),
    envelope: 'metrics',
    list: false,
    required: ['target', 'date'],
    costs: { live_refdomains: 5, all_time_refdomains: 5 },
    fields: ['live', 'all_time', 'live_refdomains', 'all_time_refdomains'],
  },
  'all-backlinks': {
    path: explorer('all-backlinks'),
    envelope: 'backlinks',
    list: true,
    required: ['target', 'select'],
    costs: { traffic: 10, traffic_domain: 10, refdomains_source: 5, class_c: 5 },
    fields: [],
  },
  refdomains: {
    path: explorer('refdomains'),
    envelope: 'refdomains',
    list: true,
    required: ['target', 'select'],
    costs: { dofollow_refdomains: 5, traffic_domain: 10 },
    fields: [],
  },
  'organic-keywords': {
    path: explorer('organic-keywords'),
    envelope: 'keywords',
    list: true,
    required: ['target', 'select', 'date'],
    costs: { volume: 10, sum_traffic: 10, keyword_difficulty: 10 },
    fields: [],
  },
  'top-pages': {
    path: explorer('top-pages'),
    envelope: 'pages',
    list: true,
    required: ['target', 'select', 'date'],
    costs: { sum_traffic: 10, value: 10, top_keyword_volume: 10, referring_domains: 5 },
    fields: [],
  },
  'pages-by-traffic': {
    path: explorer('pages-by-traffic'),
    envelope: 'pages',
    list: false,
    required: ['target'],
    costs: Object.fromEntries(RANGES.map((range) => [`${range}_traffic`, 10])),
    fields: ['range0_pages', ...RANGES.flatMap((range) => [`${range}_pages`, `${range}_traffic`])],
  },
  metrics: {
    path: explorer('metrics'),
    envelope: 'metrics',
    list: false,
    required: ['target', 'date'],
    costs: MONEY,
    fields: ['org_keywords', 'org_keywords_1_3', 'paid_keywords', 'paid_pages', ...Object.keys(MONEY)],
  },
  'metrics-history': {
    path: explorer('metrics-history'),
    envelope: 'metrics',
    list: true,
    required: ['target', 'date_from'],
    costs: MONEY,
    fields: ['date', ...Object.keys(MONEY)],
  },
  'refdomains-history': {
    path: explorer('refdomains-history'),
    envelope: 'refdomains',
    list: true,
    required: ['target', 'date_from'],
    costs: { refdomains: 5 },
    fields: ['date', 'refdomains'],
  },
  'domain-rating-history': {
    path: explorer('domain-rating-history'),
    envelope: 'domain_ratings',
    list: true,
    required: ['target', 'date_from'],
    costs: {},
    fields: ['date', 'domain_rating'],
  },
};

/** Units that no call costs less than. */
export const BASE_UNITS = 50;
/** Histories are asked for by month, a year back. */
const HISTORY_ROWS = 14;

/** The distinct fields that a call names in its select, filter and order. */
function fieldsOf(facts: EndpointFacts, params: AhrefsParams): Set<string> {
  const selected = typeof params['select'] === 'string' ? params['select'].split(',') : facts.fields;
  const filtered = [...String(params['where'] ?? '').matchAll(/"field":\s*"(\w+)"/g)].map((match) => match[1] ?? '');
  const ordered = String(params['order_by'] ?? '')
    .split(',')
    .map((part) => part.split(':')[0] ?? '');
  return new Set([...selected, ...filtered, ...ordered].filter((field) => field !== ''));
}

export function unitsPerRow(facts: EndpointFacts, params: AhrefsParams): number {
  return [...fieldsOf(facts, params)].reduce((sum, field) => sum + (facts.costs[field] ?? 1), 0);
}

/** What a call costs for so many rows. 0 where it is free. */
export function unitsFor(endpoint: AhrefsEndpoint, params: AhrefsParams, rows: number): number {
  if (endpoint === 'limits-and-usage') return 0;
  return Math.max(BASE_UNITS, unitsPerRow(ENDPOINTS[endpoint], params) * rows);
}

/** The most that a call can cost. */
export function estimate(endpoint: AhrefsEndpoint, params: AhrefsParams): number {
  const { list, required } = ENDPOINTS[endpoint];
  const rows = list ? (required.includes('select') ? Number(params['limit'] ?? 1000) : HISTORY_ROWS) : 1;
  return unitsFor(endpoint, params, rows);
}
