import { createHash } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { ENDPOINTS, unitsFor, unitsPerRow } from '#adapters/ahrefs/endpoints';
import { AHREFS_ENDPOINTS, type AhrefsEndpoint } from '#commands/links/ports-ahrefs';
import type { JsonObject, JsonValue } from '#runtime/event-store';
import { faults, type StandInEnv } from './serve.ts';
import type { SandboxState } from './state.ts';

type Ctx = Context<StandInEnv>;
type Row = Record<string, JsonValue>;
const UNITS_A_MONTH = 1_000_000;

/**
 * Stand-in of Ahrefs API v3 below /ahrefs/v3. Its figures follow from the domain's name; the links to a domain are those
 * of the sandbox's pages, and a page that does not answer 200 has lost its link. Keys that begin with `expired` are refused.
 */
export function sandboxAhrefs(state: SandboxState, options: { readonly slowMs?: number } = {}): Hono<StandInEnv> {
  const app = new Hono<StandInEnv>();
  app.use('/ahrefs/v3/*', faults(state, 'ahrefs', options.slowMs));
  for (const endpoint of AHREFS_ENDPOINTS)
    app.get(`/ahrefs/v3${ENDPOINTS[endpoint].path}`, (c) => answer(state, endpoint, c));
  return app;
}

async function answer(state: SandboxState, endpoint: AhrefsEndpoint, c: Ctx): Promise<Response> {
  const key = /^Bearer (\S+)$/.exec(c.req.header('authorization') ?? '')?.[1];
  if (key === undefined) return c.json(['Error', 'Forbidden'], 403);
  // Ahrefs has two ways to say it: as its specification has it, and as it was measured.
  if (key.startsWith('expired-spec')) return c.json({ error: 'Unauthorized' }, 401);
  if (key.startsWith('expired')) return c.json(['Error', 'Unauthorized'], 401);
  const params = c.req.query();
  const record = (outcome: string, units: number) =>
    state.record({ provider: 'ahrefs', operation: endpoint, request: params, outcome, charged: String(units) });
  if (c.get('refuse')) {
    await record('refused', 0);
    return c.json({ error: 'API units limit reached. Expected usage: 50, API units left: 0.' }, 403);
  }
  const facts = ENDPOINTS[endpoint];
  const missing = facts.required.find((name) => !params[name]);
  if (missing) return c.json({ error: `missing required parameter: ${missing}` }, 400);
  if (endpoint === 'limits-and-usage') {
    await record('answered', 0);
    return c.json({ limits_and_usage: await limits(state) });
  }
  const target = (params['target'] ?? '').toLowerCase();
  const rows = await rowsOf(state, endpoint, target, params);
  if (typeof rows === 'string') return c.json({ error: rows }, 400);
  const units = unitsFor(endpoint, params, rows.length);
  c.header('x-api-rows', String(rows.length));
  c.header('x-api-units-cost-row', String(unitsPerRow(facts, params)));
  c.header('x-api-units-cost-total', String(units));
  c.header('x-api-units-cost-total-actual', String(units));
  c.header('x-api-cache', 'no_cache');
  await record('answered', units);
  return c.json({ [facts.envelope]: facts.list ? rows : (rows[0] ?? {}) });
}

async function limits(state: SandboxState): Promise<JsonObject> {
  const spent = (await state.ledger('ahrefs')).reduce((sum, { charged }) => sum + Number(charged ?? 0), 0);
  return {
    subscription: 'Enterprise',
    usage_reset_date: `${state.now().slice(0, 8)}01`,
    units_limit_workspace: UNITS_A_MONTH,
    units_usage_workspace: spent,
    units_limit_api_key: null,
    units_usage_api_key: spent,
    api_key_expiration_date: '2030-01-01T00:00:00Z',
  };
}

/** A figure between two ends that is always the same for the same words. */
function figure(from: number, to: number, ...words: readonly string[]): number {
  const hash = createHash('sha256').update(words.join('|')).digest().readUInt32BE(0);
  return from + Math.floor((hash / 0xffffffff) * (to - from + 0.999));
}
const domainRating = (domain: string) => figure(20, 90, 'dr', domain);

async function rowsOf(
  state: SandboxState,
  endpoint: AhrefsEndpoint,
  target: string,
  params: Readonly<Record<string, string>>,
): Promise<Row[] | string> {
  const refdomains = figure(20, 900, 'refdomains', target);
  const keywords = figure(10, 5000, 'keywords', target);
  const traffic = figure(50, 80_000, 'traffic', target);
  const months = history(params['date_from'] ?? state.now(), state.now());
  switch (endpoint) {
    case 'domain-rating':
      return [{ domain_rating: domainRating(target), ahrefs_rank: figure(1000, 9_000_000, 'rank', target) }];
    case 'backlinks-stats':
      return [
        {
          live: refdomains * 4,
          all_time: refdomains * 7,
          live_refdomains: refdomains,
          all_time_refdomains: refdomains * 2,
        },
      ];
    case 'metrics':
      return [
        {
          org_keywords: keywords,
          org_keywords_1_3: Math.floor(keywords / 20),
          org_traffic: traffic,
          org_cost: traffic * 90,
          paid_keywords: 0,
          paid_traffic: 0,
          paid_cost: null,
          paid_pages: 0,
        },
      ];
    case 'pages-by-traffic':
      return [pageRanges(target)];
    case 'metrics-history':
      return months.map((date, i) => ({
        date,
        org_traffic: traffic + i * 10,
        org_cost: traffic * 90,
        paid_traffic: 0,
        paid_cost: 0,
      }));
    case 'refdomains-history':
      return months.map((date, i) => ({ date, refdomains: refdomains + i }));
    case 'domain-rating-history':
      return months.map((date) => ({ date, domain_rating: domainRating(target) }));
    case 'limits-and-usage':
      return [];
    case 'all-backlinks':
      return chosen(await backlinks(state, target), params);
    case 'refdomains':
      return chosen(linkingDomains(target), params);
    case 'organic-keywords':
      return chosen(
        numbered(50, (n) => keywordRow(target, n)),
        params,
      );
    case 'top-pages':
      return chosen(
        numbered(40, (n) => pageRow(target, n)),
        params,
      );
  }
}

const numbered = (count: number, make: (n: number) => Row): Row[] =>
  Array.from({ length: count }, (_, n) => make(n + 1));
const keywordRow = (target: string, n: number): Row => ({
  keyword: `${target.split('.')[0]} topic ${n}`,
  best_position: figure(1, 60, 'position', target, String(n)),
  best_position_url: `https://${target}/page-${n}`,
  volume: figure(10, 9000, 'volume', target, String(n)),
  sum_traffic: figure(0, 900, 'kw-traffic', target, String(n)),
  keyword_difficulty: figure(0, 90, 'kd', String(n)),
  cpc: figure(5, 900, 'cpc', String(n)),
  keyword_country: 'us',
});
const pageRow = (target: string, n: number): Row => ({
  url: `https://${target}/page-${n}`,
  sum_traffic: figure(0, 4000, 'page', target, String(n)),
  value: figure(0, 400_000, 'value', target, String(n)),
  keywords: figure(1, 300, 'kws', target, String(n)),
  top_keyword: `topic ${n}`,
  top_keyword_best_position: figure(1, 40, 'top', target, String(n)),
  top_keyword_volume: figure(10, 9000, 'tv', String(n)),
  referring_domains: figure(0, 50, 'rd', String(n)),
});
const pageRanges = (target: string): Row =>
  Object.fromEntries(
    ENDPOINTS['pages-by-traffic'].fields.map((field, n) => [field, figure(0, 40 * (n + 1), 'range', field, target)]),
  );
/** Half of them link to every domain, half to some. */
const linkingDomains = (target: string): Row[] =>
  numbered(60, (n) => ({
    domain: n <= 30 ? `common${n}.example` : `only-${target.replace(/\W/g, '-')}-${n}.example`,
    domain_rating: figure(5, 90, 'ref', target, String(n)),
    dofollow_links: figure(0, 9, 'follow', target, String(n)),
    links_to_target: figure(1, 20, 'links', target, String(n)),
    first_seen: '2025-01-01',
    last_seen: null,
    traffic_domain: figure(0, 50_000, 'ref-traffic', String(n)),
    is_spam: false,
  }));

async function backlinks(state: SandboxState, target: string): Promise<Row[]> {
  const now = `${state.now().slice(0, 19)}Z`;
  return (await state.pagesLinkingTo(target)).map(({ url, status }) => ({
    url_from: url,
    url_from_plain: url.replace(/^https?:\/\//, ''),
    url_to: `https://${target}/`,
    anchor: '',
    domain_rating_source: domainRating(new URL(url).hostname),
    is_dofollow: true,
    is_nofollow: false,
    is_lost: status !== 200,
    lost_reason: status === 200 ? null : 'notfound',
    // A link that is live was not seen for the last time yet.
    first_seen_link: now,
    last_visited: now,
    last_seen: status === 200 ? null : now,
  }));
}

const history = (from: string, to: string): string[] => {
  const months: string[] = [];
  for (let month = from.slice(0, 7); month <= to.slice(0, 7) && months.length < 60; ) {
    months.push(`${month}-01`);
    const [year = 0, n = 0] = month.split('-').map(Number);
    month = n === 12 ? `${year + 1}-01` : `${year}-${String(n + 1).padStart(2, '0')}`;
  }
  return months;
};

type Condition = { and?: Condition[]; or?: Condition[]; field?: string; is?: [string, JsonValue] };

/** As `where`, `order_by`, `limit` and `select` say; a text where one of them cannot be read. */
function chosen(rows: readonly Row[], params: Readonly<Record<string, string>>): Row[] | string {
  let where: Condition | null = null;
  try {
    where = params['where'] ? (JSON.parse(params['where']) as Condition) : null;
  } catch {
    return 'bad where';
  }
  const [by = '', direction] = (params['order_by'] ?? '').split(':');
  const kept = rows.filter((row) => where === null || holds(row, where));
  if (by !== '') kept.sort((a, b) => (Number(a[by] ?? 0) - Number(b[by] ?? 0)) * (direction === 'desc' ? -1 : 1));
  const selected = (params['select'] ?? '').split(',');
  return kept
    .slice(0, Number(params['limit'] ?? 1000))
    .map((row) => Object.fromEntries(selected.map((field) => [field, row[field] ?? null])));
}

function holds(row: Row, { and, or, field = '', is }: Condition): boolean {
  if (and) return and.every((each) => holds(row, each));
  if (or) return or.some((each) => holds(row, each));
  const [operator, wanted] = is ?? ['eq', null];
  const value = row[field] ?? null;
  switch (operator) {
    case 'gte':
      return Number(value) >= Number(wanted);
    case 'lte':
      return Number(value) <= Number(wanted);
    case 'gt':
      return Number(value) > Number(wanted);
    case 'lt':
      return Number(value) < Number(wanted);
    case 'neq':
      return value !== wanted;
    case 'substring':
      return String(value).includes(String(wanted));
    case 'suffix':
      return String(value).endsWith(String(wanted));
    case 'prefix':
      return String(value).startsWith(String(wanted));
    default:
      return value === wanted;
  }
}
