import { dayOf, type Zone } from '#domain/kernel/calendar';
import type { AccountId, SiteId } from '#domain/kernel/ids';
import type { Instant } from '#domain/kernel/time';
import { parseInstant } from '#domain/kernel/time';
import { hostForm, pageForm, spellingsOf } from '#domain/kernel/web-address';
import { ahrefsSnapshot, type Snapshot } from '#domain/links/ahrefs-snapshot';
import type { Clock } from '#runtime/clock';
import type { CommandHandler } from '#runtime/command-handler';
import type { JsonObject } from '#runtime/event-store';
import type { Cause } from '#runtime/metadata';
import type { AhrefsQueryRefusal, Queried } from './ahrefs-answers.ts';
import type { AhrefsCommands, QueryOptions } from './ahrefs-connection.ts';
import type { SourceMetrics } from './backlink-effects.ts';

export type Verified = {
  readonly backlink_id: number;
  readonly verified: boolean;
  readonly last_seen: Instant | null;
  readonly lost: boolean;
  readonly lost_reason: string | null;
};
export type LinkToVerify = { readonly backlink_id: number; readonly source_url: string; readonly placed_on: string };
type Refused = { readonly ok: false; readonly refusal: AhrefsQueryRefusal };
export type AhrefsQuestions = ReturnType<typeof ahrefsQuestions>;

/** A call costs at least 50 units, so many are asked for at a time: as many as an address of this length has room for. */
const FILTER_CHARACTERS = 5000;
/** A page may have several links to the same target. */
const LINKS_A_PAGE = 4;
const MOST_ROWS = 1000;
const PROSPECT_ROWS = 200;
type Figures = Readonly<Record<string, unknown>>;

/** What the product asks Ahrefs: metrics of a source, a site's snapshot, its placed links, competitors and prospects. */
export function ahrefsQuestions(deps: {
  readonly ahrefs: AhrefsCommands;
  readonly handler: CommandHandler;
  readonly clock: Clock;
  readonly zone: Zone;
}) {
  const { ahrefs, handler, clock, zone } = deps;
  const today = () => dayOf(clock.now(), zone);
  const one = (found: Extract<Queried, { ok: true }>) => found.data as Figures;
  const list = (found: Extract<Queried, { ok: true }>) => found.data as readonly JsonObject[];
  const number = (value: unknown): number | null => (typeof value === 'number' ? value : null);
  const whole = (value: unknown): number | null => (typeof value === 'number' ? Math.round(value) : null);
  const target = (domain: string) => ({ target: hostForm(domain) ?? domain, date: today() });

  const sourceMetrics: SourceMetrics = async (accountId, domain, cause) => {
    const rating = await ahrefs.query(accountId, 'domain-rating', target(domain), {}, cause);
    if (!rating.ok) return notKnown(rating);
    const metrics = await ahrefs.query(accountId, 'metrics', { ...target(domain), mode: 'subdomains' }, {}, cause);
    if (!metrics.ok) return notKnown(metrics);
    return {
      outcome: 'known',
      dr: number(one(rating)['domain_rating']),
      traffic: whole(one(metrics)['org_traffic']),
    };
  };

  /** The figures that snapshots and comparisons show; calls that can wait for the next month. */
  async function figures(accountId: number, domain: string, cause: Cause) {
    const optional = { optional: true };
    const rating = await ahrefs.query(accountId, 'domain-rating', target(domain), optional, cause);
    if (!rating.ok) return rating;
    const params = { ...target(domain), mode: 'subdomains' };
    const stats = await ahrefs.query(accountId, 'backlinks-stats', params, optional, cause);
    if (!stats.ok) return stats;
    const metrics = await ahrefs.query(accountId, 'metrics', params, optional, cause);
    if (!metrics.ok) return metrics;
    return {
      ok: true as const,
      figures: {
        domain,
        domain_rating: number(one(rating)['domain_rating']),
        referring_domains: whole(one(stats)['live_refdomains']),
        organic_keywords: whole(one(metrics)['org_keywords']),
        organic_traffic: whole(one(metrics)['org_traffic']),
        backlinks_total: whole(one(stats)['live']),
        units: rating.units + stats.units + metrics.units,
      },
      raw: {
        domain_rating: rating.data as JsonObject,
        backlinks_stats: stats.data as JsonObject,
        metrics: metrics.data as JsonObject,
      },
    };
  }

  /** What is known of these links' pages. Where others' rows may have hidden some, those are asked for once more. */
  async function rowsOf(
    accountId: number,
    domain: string,
    links: readonly LinkToVerify[],
    limit: number,
    cause: Cause,
    options: QueryOptions,
  ): Promise<{ ok: true; rows: readonly Figures[]; units: number } | Refused> {
    const found = await ahrefs.query(
      accountId,
      'all-backlinks',
      {
        target: hostForm(domain) ?? domain,
        mode: 'subdomains',
        aggregation: 'all',
        limit,
        history: `since:${links.map((link) => link.placed_on).sort()[0] ?? today()}`,
        select: 'url_from,is_lost,lost_reason,last_seen,last_visited',
        where: JSON.stringify({ or: links.flatMap(pageFilter) }),
      },
      options,
      cause,
    );
    if (!found.ok) return found;
    const rows = list(found);
    const known = new Set(rows.map(formOf));
    const missing = links.filter(({ source_url }) => !known.has(form(source_url)));
    if (rows.length < limit || limit >= MOST_ROWS || missing.length === 0)
      return { ok: true, rows, units: found.units };
    const more = await rowsOf(accountId, domain, missing, MOST_ROWS, cause, options);
    return more.ok ? { ok: true, rows: [...rows, ...more.rows], units: found.units + more.units } : more;
  }

  return {
    sourceMetrics,

    /** Domain rating, links and traffic of a site's domain as of today; kept once a day. */
    async snapshot(
      accountId: number,
      siteId: number,
      domain: string,
      cause: Cause,
    ): Promise<{ ok: true; snapshot: Snapshot; position: number } | Refused> {
      const found = await figures(accountId, domain, cause);
      if (!found.ok) return found;
      const { units: _, ...shown } = found.figures;
      const snapshot: Snapshot = {
        account_id: accountId as AccountId,
        site_id: siteId as SiteId,
        snapshot_date: today(),
        ...shown,
        raw_data: found.raw,
      };
      const command = { now: clock.now(), snapshot };
      const stream = `ahrefs-snapshot-${siteId}`;
      const done = await handler.handle(ahrefsSnapshot, stream, command, { ...cause, accountId, siteId });
      return { ok: true, snapshot, position: done.ok ? done.position : 0 };
    },

    /** What Ahrefs knows of a site's placed links; asked for in batches. */
    async verify(
      accountId: number,
      domain: string,
      links: readonly LinkToVerify[],
      cause: Cause,
      options: QueryOptions = {},
    ): Promise<{ ok: true; results: Verified[]; units: number } | Refused> {
      const results: Verified[] = [];
      let units = 0;
      for (const batch of batches(links, pageFilter)) {
        const limit = Math.min(MOST_ROWS, batch.length * LINKS_A_PAGE);
        const found = await rowsOf(accountId, domain, batch, limit, cause, options);
        if (!found.ok) return found;
        units += found.units;
        const byPage = byForm(found.rows);
        results.push(...batch.map((link) => verified(link, byPage.get(form(link.source_url)) ?? [])));
      }
      return { ok: true, results, units };
    },

    /** The same figures of several domains, side by side. */
    async compare(accountId: number, domains: readonly string[], cause: Cause) {
      const results = [];
      for (const domain of domains) {
        const found = await figures(accountId, domain, cause);
        if (!found.ok) return found;
        results.push(found.figures);
      }
      return { ok: true as const, results };
    },

    /** Domains that link to a competitor and not to the client, the strongest first. */
    async prospects(accountId: number, domain: string, competitor: string, cause: Cause) {
      const optional = { optional: true };
      const where = JSON.stringify({
        and: [
          { field: 'domain_rating', is: ['gte', 20] },
          { field: 'dofollow_links', is: ['gte', 1] },
        ],
      });
      const theirs = await ahrefs.query(
        accountId,
        'refdomains',
        {
          target: competitor,
          mode: 'subdomains',
          history: 'live',
          limit: PROSPECT_ROWS,
          where,
          order_by: 'domain_rating:desc',
          select: 'domain,domain_rating,dofollow_links,traffic_domain',
        },
        optional,
        cause,
      );
      if (!theirs.ok) return theirs;
      let units = theirs.units;
      const have = new Set<unknown>();
      // Which of these the client has: asked by name, as the client's own list may be longer than any that is affordable.
      for (const batch of batches(list(theirs), domainFilter)) {
        const own = await ahrefs.query(
          accountId,
          'refdomains',
          {
            target: hostForm(domain) ?? domain,
            mode: 'subdomains',
            history: 'live',
            limit: batch.length,
            select: 'domain',
            where: JSON.stringify({ or: batch.flatMap(domainFilter) }),
          },
          optional,
          cause,
        );
        if (!own.ok) return own;
        units += own.units;
        for (const row of list(own)) have.add(row['domain']);
      }
      return { ok: true as const, results: list(theirs).filter((row) => !have.has(row['domain'])), units };
    },
  };
}

/** Without a connection, units or access nothing is known, and the caller goes on; trouble that passes is tried again. */
function notKnown({ refusal }: Refused): Awaited<ReturnType<SourceMetrics>> {
  const passes = refusal.code === 'rate_limited' || refusal.code === 'unavailable';
  return passes ? { outcome: 'temporary', error: refusal.message } : { outcome: 'not_available' };
}

type Filter = { readonly field: string; readonly is: readonly [string, string] };

/** A page's address as text without scheme, `www.`, fragment and last slash: so Ahrefs' filters look at it. */
const plain = (url: string): string =>
  url
    .replace(/^https?:\/\//i, '')
    .replace(/^www\./i, '')
    .replace(/#.*$/, '')
    .replace(/\/$/, '');
/** What Ahrefs has for a page may differ in these and in its spelling. */
const form = (url: string): string => pageForm(url).replace(/^www\./, '');
function byForm(rows: readonly Figures[]): ReadonlyMap<string, readonly Figures[]> {
  const pages = new Map<string, Figures[]>();
  for (const row of rows) {
    const page = pages.get(formOf(row)) ?? [];
    page.push(row);
    pages.set(formOf(row), page);
  }
  return pages;
}
const formOf = (row: Figures): string => form(String(row['url_from']));
/** A filter compares text, so that every way to write the page is asked for. */
const pageFilter = ({ source_url }: LinkToVerify): Filter[] =>
  [...new Set(spellingsOf(source_url).map(plain))]
    .flatMap((end) => [end, `${end}/`])
    .map((end) => ({ field: 'url_from_plain', is: ['suffix', end] }));
const domainFilter = (row: JsonObject): Filter[] => [{ field: 'domain', is: ['eq', String(row['domain'])] }];

/** In order, as many together as their filters have room in one address; at least one. */
function batches<T>(items: readonly T[], filter: (item: T) => readonly Filter[]): T[][] {
  const done: T[][] = [];
  let room = 0;
  for (const item of items) {
    const length = encodeURIComponent(JSON.stringify(filter(item))).length;
    if (length > room || done.length === 0) done.push([]);
    room = (length > room ? FILTER_CHARACTERS : room) - length;
    done.at(-1)?.push(item);
  }
  return done;
}

/** Of a link that is there, Ahrefs' last visit; of a lost one, when it saw it last. */
function seenAt(row: Figures | undefined): Instant | null {
  const text = row?.['last_seen'] ?? row?.['last_visited'];
  return typeof text === 'string' ? parseInstant(text) : null;
}

/** A link is there while any of the page's links to the domain is. */
function verified(link: LinkToVerify, own: readonly Figures[]): Verified {
  const row = own.find((each) => each['is_lost'] !== true) ?? own[0];
  const lost = row?.['is_lost'] === true;
  return {
    backlink_id: link.backlink_id,
    verified: row !== undefined && !lost,
    last_seen: seenAt(row),
    lost,
    lost_reason: lost ? String(row?.['lost_reason'] ?? 'unknown') : null,
  };
}
