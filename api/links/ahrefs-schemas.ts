import { z } from 'zod';
import { dayText, idSchema, instantText } from '#api/http/schemas';
import { columnSchemas, pick } from '#api/http/table-schema';
import type { AhrefsEndpoint, AhrefsParams } from '#commands/links/ports-ahrefs';
import { mayBePublic } from '#domain/kernel/public-address';
import type { Instant } from '#domain/kernel/time';
import { hostForm } from '#domain/kernel/web-address';
import { AHREFS_CONNECTIONS, type AhrefsConnectionRow } from '#projections/links/ahrefs-connection';
import type { JsonObject, JsonValue } from '#runtime/event-store';

const BASE = '/api/v1/integration/ahrefs/';

export const MUST_BE_A_DOMAIN = 'must be a domain such as acorn.example';
/** A host name such as `acorn.example` in whatever spelling, without scheme or path, that may be of the public internet. */
export const domain = z
  .string()
  .max(253)
  .regex(/^[^\s/?#@:\\%]+$/, { error: MUST_BE_A_DOMAIN, abort: true })
  .transform((text) => hostForm(text) ?? '')
  .pipe(
    z
      .string()
      .regex(/^(?=.{4,253}$)([a-z0-9-]{1,63}\.)+[a-z][a-z0-9-]{1,62}$/, { error: MUST_BE_A_DOMAIN, abort: true })
      .refine(mayBePublic, 'must be a domain of the public internet'),
  );

const PLAN = ['id', 'account_id', 'plan_type'] as const;
const SPENT = ['monthly_unit_budget', 'units_spent', 'units_month', 'last_synced', 'status', 'error'] as const;
const STAMPS = ['created_by', 'created_at', 'updated_at'] as const;
export const connectionSchema = z
  .object({
    ...columnSchemas(AHREFS_CONNECTIONS, ...PLAN),
    credits_remaining: z
      .int()
      .nullable()
      .meta({ description: 'units left as far as known; null: no limit, or not known yet' }),
    ...columnSchemas(AHREFS_CONNECTIONS, ...SPENT, ...STAMPS),
  })
  .meta({ id: 'AhrefsConnection' });
export const connectionAnswer = (row: AhrefsConnectionRow) =>
  pick(row, [...PLAN, 'credits_remaining', ...SPENT, ...STAMPS]);

export const listAnswerSchema = z
  .object({
    domain: z.string(),
    results: z.array(z.object({}).loose()),
    as_of: instantText,
    cached: z.boolean().meta({ description: 'an answer of the last 24 h, which cost nothing' }),
    units: z.int(),
  })
  .meta({ id: 'AhrefsList' });
export const verifiedSchema = z
  .object({
    site_id: idSchema,
    units: z.int(),
    results: z.array(
      z.object({
        backlink_id: idSchema,
        verified: z.boolean(),
        last_seen: instantText.nullable(),
        lost: z.boolean(),
        lost_reason: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'AhrefsVerification' });
const figures = {
  domain: z.string(),
  domain_rating: z.number().nullable(),
  referring_domains: z.int().nullable(),
  organic_keywords: z.int().nullable(),
  organic_traffic: z.int().nullable(),
  backlinks_total: z.int().nullable(),
};
export const comparisonSchema = z
  .object({
    domain: z.string(),
    results: z.array(z.object({ ...figures, units: z.int() })),
  })
  .meta({ id: 'DomainComparison' });
/** A snapshot as lists have it: without what it was made from. */
export const keptSchema = z
  .object({
    id: z.int(),
    site_id: idSchema,
    account_id: idSchema,
    snapshot_date: dayText,
    ...figures,
    created_at: instantText,
  })
  .meta({ id: 'KeptAhrefsSnapshot' });
export const snapshotSchema = z
  .object({
    site_id: idSchema,
    account_id: idSchema,
    snapshot_date: dayText,
    ...figures,
    raw_data: z.object({}).loose(),
    sector_id: idSchema.nullish(),
    created_by: idSchema.nullish(),
    created_at: instantText.optional(),
    updated_at: instantText.optional(),
  })
  .loose()
  .meta({ id: 'AhrefsSnapshot' });

/** A proxy: which calls it makes, and which of their fields are cents. */
export type AhrefsList = {
  readonly path: `${typeof BASE}${string}`;
  readonly operationId: string;
  readonly summary: string;
  readonly params: (
    domain: string,
    limit: number,
    today: string,
  ) => readonly (readonly [AhrefsEndpoint, AhrefsParams])[];
};

const of = (target: string) => ({ target, mode: 'subdomains' });
const yearAgo = (today: string): string => `${Number(today.slice(0, 4)) - 1}${today.slice(4, 8)}01`;

export const AHREFS_LISTS: readonly AhrefsList[] = [
  {
    path: `${BASE}domain/{domain}/`,
    operationId: 'getAhrefsDomain',
    summary: 'Domain rating, links, keywords and traffic of a domain',
    params: (target, _, date) => [
      ['domain-rating', { target, date }],
      ['backlinks-stats', { ...of(target), date }],
      ['metrics', { ...of(target), date }],
    ],
  },
  {
    path: `${BASE}domain/{domain}/history/`,
    operationId: 'getAhrefsDomainHistory',
    summary: 'Domain rating, referring domains and traffic of the last twelve months',
    params: (target, _, today) => [
      ['domain-rating-history', { target, date_from: yearAgo(today) }],
      ['refdomains-history', { ...of(target), date_from: yearAgo(today) }],
      ['metrics-history', { ...of(target), date_from: yearAgo(today) }],
    ],
  },
  {
    path: `${BASE}backlinks/{domain}/`,
    operationId: 'listAhrefsBacklinks',
    summary: 'Backlinks of a domain',
    params: (target, limit) => [
      [
        'all-backlinks',
        {
          ...of(target),
          limit,
          history: 'live',
          order_by: 'domain_rating_source:desc',
          select:
            'url_from,url_to,anchor,domain_rating_source,is_dofollow,is_lost,lost_reason,first_seen_link,last_seen,last_visited',
        },
      ],
    ],
  },
  {
    path: `${BASE}referring-domains/{domain}/`,
    operationId: 'listAhrefsReferringDomains',
    summary: 'Domains that link to a domain',
    params: (target, limit) => [
      [
        'refdomains',
        {
          ...of(target),
          limit,
          order_by: 'domain_rating:desc',
          select: 'domain,domain_rating,dofollow_links,links_to_target,first_seen,last_seen',
        },
      ],
    ],
  },
  {
    path: `${BASE}organic-keywords/{domain}/`,
    operationId: 'listAhrefsOrganicKeywords',
    summary: 'Keywords that a domain ranks for',
    params: (target, limit, date) => [
      [
        'organic-keywords',
        {
          ...of(target),
          limit,
          date,
          order_by: 'sum_traffic:desc',
          select: 'keyword,best_position,best_position_url,volume,sum_traffic,keyword_difficulty,cpc',
        },
      ],
    ],
  },
  {
    path: `${BASE}top-pages/{domain}/`,
    operationId: 'listAhrefsTopPages',
    summary: 'Pages of a domain with the most traffic',
    params: (target, limit, date) => [
      [
        'top-pages',
        {
          ...of(target),
          limit,
          date,
          order_by: 'sum_traffic:desc',
          select: 'url,sum_traffic,value,keywords,top_keyword,top_keyword_best_position',
        },
      ],
    ],
  },
];

/** Fields that Ahrefs gives in US cents. */
const CENTS = new Set(['value', 'cpc', 'org_cost', 'paid_cost']);
const inDollars = (row: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(row).map(([key, value]): [string, JsonValue] => [
      key,
      CENTS.has(key) && typeof value === 'number' ? (value / 100).toFixed(2) : value,
    ]),
  );

type Found = {
  readonly rows: readonly JsonObject[] | JsonObject;
  readonly units: number;
  readonly cached: boolean;
  readonly at: Instant;
};

/** Objects are joined into one row, lists with a date by their date; money as decimal text. */
export function listAnswer(_: AhrefsList, domain: string, found: readonly Found[]) {
  const dated = new Map<string, JsonObject>();
  const rows: JsonObject[] = [];
  let single: JsonObject = {};
  for (const { rows: own } of found) {
    if (!Array.isArray(own)) single = { ...single, ...(own as JsonObject) };
    for (const row of Array.isArray(own) ? (own as JsonObject[]) : []) {
      const date = row['date'];
      if (typeof date === 'string') dated.set(date, { ...dated.get(date), ...row });
      else rows.push(row);
    }
  }
  const joined = Object.keys(single).length > 0 ? [single] : [];
  const results = [
    ...joined,
    ...[...dated.values()].sort((a, b) => (String(a['date']) < String(b['date']) ? -1 : 1)),
    ...rows,
  ];
  return {
    domain,
    results: results.map(inDollars),
    as_of: found.map(({ at }) => at).sort()[0] ?? '',
    cached: found.every(({ cached }) => cached),
    units: found.reduce((sum, { units }) => sum + units, 0),
  };
}
