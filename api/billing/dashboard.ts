import { z } from 'zod';
import { csvReply } from '#api/http/csv';
import type { TenantScope } from '#api/http/principal';
import { Problem } from '#api/http/problem';
import { idParam } from '#api/http/query';
import { ANYONE_OF, defineRoute, type FeatureRoutes } from '#api/http/routes';
import { instantText, moneyText } from '#api/http/schemas';
import {
  grouped,
  MARGIN_BY,
  MARGIN_SERVICES,
  type MarginBy,
  type MarginRow,
  marginOf,
  PLANNED_MARGIN,
} from '#domain/billing/margin';
import { type Day, type Instant, lastDay, type Month, monthOf, parseMonth, previousMonth } from '#domain/kernel/time';
import type { DashboardReader } from '#projections/billing/dashboard-reader';
import type { ReadScope } from '#runtime/table-reads';
import { clientsRoute } from './dashboard-clients.ts';

const BASE = '/api/v1/services/dashboard/';
const TAG = 'Dashboards';
const TREND_MONTHS = 12;
/** A dashboard that is open looks for changes so often, and says so often that it is still there. */
const LOOK_MS = 1_000;
const HEARTBEAT_LOOKS = 15;

const figureSchema = z.object({ amount: moneyText, percent: z.number().nullable() });
const dashboardSchema = z
  .object({
    as_of: instantText,
    mrr: moneyText,
    revenue: z.object({ this_month: moneyText, last_month: moneyText }),
    margin: figureSchema,
    clients: z.object({ pending: z.int(), active: z.int(), paused: z.int(), cancelled: z.int() }),
    unread_messages: z.int().meta({ description: 'of clients and agencies, by the team' }),
    trend: z.array(z.object({ month: z.string(), revenue: moneyText, mrr: moneyText, margin: moneyText })),
  })
  .meta({ id: 'Dashboard' });
const totalsSchema = z.object({
  revenue: moneyText,
  revenue_invoiced: moneyText,
  revenue_accrued: moneyText,
  cost: moneyText,
  cost_by_kind: z.record(z.string(), moneyText),
  margin: moneyText,
  margin_percent: z.number().nullable(),
});
const marginSchema = z
  .object({
    by: z.enum(MARGIN_BY),
    from: z.string(),
    to: z.string(),
    results: z.array(
      totalsSchema.extend({
        key: z.string(),
        label: z.string(),
        planned: z.object({ low: z.number(), high: z.number() }).nullable(),
      }),
    ),
    totals: totalsSchema,
  })
  .meta({ id: 'Margin' });
const monthParam = z.string().regex(/^\d{4}-\d{2}(-\d{2})?$/, 'must be a month such as 2026-06, or a day');

export type DashboardApi = {
  readonly reader: DashboardReader;
  readonly now: () => Instant;
  readonly today: () => Day;
  /** How far the read models have got, whichever process moves them. */
  readonly position: () => Promise<number>;
  readonly pause: (ms: number, signal: AbortSignal) => Promise<void>;
};

/** What the delivery team steers by (spec 5.3): revenue, MRR, margin and clients; live as server-sent events. */
export function dashboardApi({ reader, now, today, position, pause }: DashboardApi): FeatureRoutes {
  async function figures(scope: TenantScope) {
    const month = monthOf(today());
    const months = monthsUpTo(month, TREND_MONTHS);
    const [{ revenue, costs }, mrr, counts, unread_messages] = await Promise.all([
      reader.entries(scope, { from: months[0] as Month, to: month }, today()),
      reader.mrr(scope, months.map(lastDay)),
      reader.statuses(scope),
      reader.unread(scope),
    ]);
    const of = (wanted: Month): MarginRow =>
      marginOf(
        wanted,
        revenue.filter((entry) => entry.month === wanted),
        costs.filter((entry) => entry.month === wanted),
      );
    const trend = months.map((each, n) => {
      const row = of(each);
      return { month: each, revenue: row.revenue, mrr: mrr[n] ?? '0.00', margin: row.margin };
    });
    const current = of(month);
    return {
      as_of: now(),
      mrr: mrr.at(-1) ?? '0.00',
      revenue: { this_month: current.revenue, last_month: of(previousMonth(month)).revenue },
      margin: { amount: current.margin, percent: current.margin_percent },
      clients: { pending: 0, active: 0, paused: 0, cancelled: 0, ...counts },
      unread_messages,
      trend,
    };
  }

  return {
    name: 'dashboard',
    routes: [
      defineRoute({
        method: 'get',
        path: BASE,
        operationId: 'getDashboard',
        tag: TAG,
        summary: 'Revenue, MRR, margin and clients, with the trend of twelve months',
        roles: ANYONE_OF.staff,
        answers: [{ status: 200, description: 'the figures', schema: dashboardSchema }],
        handle: async ({ scope }) => ({ status: 200, body: await figures(scope) }),
      }),
      defineRoute({
        method: 'get',
        path: `${BASE}margin/`,
        operationId: 'getMargin',
        tag: TAG,
        summary: 'Revenue, cost by kind and margin, by order, subscription, client, service or month',
        description:
          'Revenue is what was invoiced and what is earned but not invoiced yet. A credit note lowers what its lines are about, in the month in which it was issued.',
        roles: ANYONE_OF.staff,
        query: z.strictObject({
          by: z.enum(MARGIN_BY).default('service'),
          account_id: idParam.optional(),
          service: z.enum(MARGIN_SERVICES).optional().meta({ description: 'only what this service brings and costs' }),
          from: monthParam.optional(),
          to: monthParam.optional(),
          format: z.enum(['json', 'csv']).default('json'),
        }),
        reads: {
          what: 'export',
          of: ({ query, principal }) => (query.format === 'csv' ? { ids: [], account: principal.accountId } : null),
        },
        answers: [{ status: 200, description: 'the margin', schema: marginSchema }],
        handle: async ({ scope, query }) => {
          const to = monthOr(query.to, monthOf(today()), 'to');
          const from = monthOr(query.from, monthsUpTo(to, TREND_MONTHS)[0] as Month, 'from');
          if (from > to) throw bad('from', 'must not be after to');
          const [{ revenue, costs }, names] = await Promise.all([
            reader.entries(within(scope, query.account_id), { from, to, service: query.service }, today()),
            query.by === 'client' ? reader.names(scope) : new Map<number, string>(),
          ]);
          const results = grouped(query.by, revenue, costs).map((row) => ({
            ...row,
            label: labelOf(query.by, row.key, names),
            planned: query.by === 'service' ? (PLANNED_MARGIN[row.key] ?? null) : null,
          }));
          const { key: _, ...totals } = marginOf('', revenue, costs);
          if (query.format === 'csv') return csvReply(`margin-by-${query.by}.csv`, CSV_COLUMNS, results.map(flat));
          return { status: 200, body: { by: query.by, from, to, results, totals } };
        },
      }),
      clientsRoute(reader, today),
      defineRoute({
        method: 'get',
        path: `${BASE}stream/`,
        operationId: 'streamDashboard',
        tag: TAG,
        summary: 'The dashboard as server-sent events: once at first, then whenever it has changed',
        roles: ANYONE_OF.staff,
        answers: [{ status: 200, description: 'events named `dashboard`', contentType: 'text/event-stream' }],
        handle: async ({ scopeNow, signal }) => ({
          status: 200,
          // Of whom a manager may see the figures may change while the stream is open.
          raw: streamOf(changes(async () => figures(await scopeNow()), position, pause, signal)),
          headers: {
            'Content-Type': 'text/event-stream; charset=utf-8',
            'Cache-Control': 'no-store',
            'X-Accel-Buffering': 'no',
          },
        }),
      }),
    ],
  };
}

/** An event for every state of the figures that differs from the one before, and a comment now and then. */
async function* changes(
  figures: () => Promise<{ readonly as_of: Instant }>,
  position: DashboardApi['position'],
  pause: DashboardApi['pause'],
  signal: AbortSignal,
): AsyncGenerator<string> {
  let [seen, sent] = [-1, ''];
  for (let look = 1; !signal.aborted; look++) {
    const now = await position();
    if (now !== seen) {
      seen = now;
      const { as_of, ...rest } = await figures();
      const text = JSON.stringify(rest);
      if (text !== sent) yield `id: ${now}\nevent: dashboard\ndata: ${JSON.stringify({ as_of, ...rest })}\n\n`;
      sent = text;
    } else if (look % HEARTBEAT_LOOKS === 0) yield ': still here\n\n';
    await pause(LOOK_MS, signal).catch(() => undefined);
  }
}

function streamOf(chunks: AsyncGenerator<string>): ReadableStream {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await chunks.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await chunks.return(undefined);
    },
  });
}

/** What the caller may see, of that account alone. */
function within(scope: TenantScope, account: number | undefined): ReadScope {
  const { accounts, assignedTo } = scope;
  if (account === undefined) return scope;
  return { accounts: accounts === '*' || accounts.includes(account) ? [account] : [], assignedTo };
}

function monthsUpTo(last: Month, count: number): Month[] {
  const months: Month[] = [last];
  while (months.length < count) months.unshift(previousMonth(months[0] as Month));
  return months;
}
function monthOr(text: string | undefined, standard: Month, name: string): Month {
  const month = text === undefined ? standard : parseMonth(text.slice(0, 7));
  if (month === null) throw bad(name, 'must be a month such as 2026-06');
  return month;
}
const bad = (name: string, message: string): Problem =>
  new Problem('invalid_values', `${name}: ${message}`, { errors: [{ pointer: `/query/${name}`, message }] });

const SERVICES: Readonly<Record<string, string>> = {
  managed_lite: 'Managed Lite',
  managed_pro: 'Managed Pro',
  backlinks: 'Backlinks',
  indexing_boost: 'Indexing Boost',
  other: 'Other',
};
function labelOf(by: MarginBy, key: string, names: ReadonlyMap<number, string>): string {
  if (by === 'client') return names.get(Number(key)) ?? `account ${key}`;
  if (by === 'service') return SERVICES[key] ?? key;
  return by === 'month' ? key : `${by} ${key}`;
}

const CSV_COLUMNS = [
  'key',
  'label',
  'revenue',
  'revenue_invoiced',
  'revenue_accrued',
  'cost',
  'margin',
  'margin_percent',
  'planned_low',
  'planned_high',
  'placements',
  'indexing',
  'ahrefs_units',
  'platform_credits',
  'human_time',
  'other',
];
const flat = ({ cost_by_kind, planned, ...row }: MarginRow & { planned: { low: number; high: number } | null }) => ({
  ...row,
  ...cost_by_kind,
  planned_low: planned?.low ?? null,
  planned_high: planned?.high ?? null,
});
