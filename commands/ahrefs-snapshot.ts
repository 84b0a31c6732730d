import { ahrefsSnapshot, type Snapshot } from '#domain/ahrefs-snapshot';
import { dayOf, type Zone } from '#domain/kernel/calendar';
import type { AccountId, SiteId } from '#domain/kernel/ids';
import type { Instant } from '#domain/kernel/time';
import { parseInstant } from '#domain/kernel/time';
import type { Clock } from '#runtime/clock';
import type { CommandHandler } from '#runtime/command-handler';
import type { JsonObject } from '#runtime/event-store';
import type { Cause } from '#runtime/metadata';
import type { AhrefsCommands, AhrefsQueryRefusal, Queried, QueryOptions } from './ahrefs-connection.ts';
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

/** A call costs at least 50 units, so links are asked for by so many at a time. */
const LINKS_A_CALL = 50;
const PROSPECT_ROWS = 200;

/** What the product asks Ahrefs: metrics of a source, a site's snapshot, its placed links, competitors and prospects. */
export function ahrefsQuestions(deps: {
  readonly ahrefs: AhrefsCommands;
  readonly handler: CommandHandler;
  readonly clock: Clock;
  readonly zone: Zone;
}) {
  const { ahrefs, handler, clock, zone } = deps;
  const today = () => dayOf(clock.now(), zone);
  const one = (found: Extract<Queried, { ok: true }>) => found.data as Readonly<Record<string, unknown>>;
  const number = (value: unknown): number | null => (typeof value === 'number' ? value : null);
  const target = (domain: string) => ({ target: domain, date: today() });

  const sourceMetrics: SourceMetrics = async (accountId, domain, cause) => {
    const rating = await ahrefs.query(accountId, 'domain-rating', target(domain), {}, cause);
    if (!rating.ok) return notKnown(rating);
    const metrics = await ahrefs.query(accountId, 'metrics', { ...target(domain), mode: 'subdomains' }, {}, cause);
    if (!metrics.ok) return notKnown(metrics);
    return {
      outcome: 'known',
      dr: number(one(rating)['domain_rating']),
      traffic: number(one(metrics)['org_traffic']),
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
        referring_domains: number(one(stats)['live_refdomains']),
        organic_keywords: number(one(metrics)['org_keywords']),
        organic_traffic: number(one(metrics)['org_traffic']),
        backlinks_total: number(one(stats)['live']),
        units: rating.units + stats.units + metrics.units,
      },
      raw: {
        ...{ domain_rating: rating.data as JsonObject, backlinks_stats: stats.data as JsonObject },
        metrics: metrics.data as JsonObject,
      },
    };
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
        ...{ account_id: accountId as AccountId, site_id: siteId as SiteId, snapshot_date: today() },
        ...{ ...shown, raw_data: found.raw },
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
      for (let from = 0; from < links.length; from += LINKS_A_CALL) {
        const batch = links.slice(from, from + LINKS_A_CALL);
        const or = batch.map((link) => ({ field: 'url_from_plain', is: ['eq', plain(link.source_url)] }));
        const since = batch.map((link) => link.placed_on).sort()[0] ?? today();
        const found = await ahrefs.query(
          accountId,
          'all-backlinks',
          {
            ...{
              target: domain,
              mode: 'subdomains',
              aggregation: 'all',
              history: `since:${since}`,
              limit: batch.length * 2,
            },
            ...{ select: 'url_from,is_lost,lost_reason,last_seen,last_visited', where: JSON.stringify({ or }) },
          },
          options,
          cause,
        );
        if (!found.ok) return found;
        units += found.units;
        const rows = found.data as readonly Readonly<Record<string, unknown>>[];
        results.push(...batch.map((link) => verified(link, rows)));
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
      const params = (of: string) => ({
        ...{ target: of, mode: 'subdomains', limit: PROSPECT_ROWS, order_by: 'domain_rating:desc' },
        select: 'domain,domain_rating,dofollow_links,traffic_domain',
      });
      const where = JSON.stringify({
        and: [
          { field: 'domain_rating', is: ['gte', 20] },
          { field: 'dofollow_links', is: ['gte', 1] },
        ],
      });
      const theirs = await ahrefs.query(
        accountId,
        'refdomains',
        { ...params(competitor), where },
        { optional: true },
        cause,
      );
      if (!theirs.ok) return theirs;
      const own = await ahrefs.query(accountId, 'refdomains', params(domain), { optional: true }, cause);
      if (!own.ok) return own;
      const have = new Set((own.data as readonly JsonObject[]).map((row) => row['domain']));
      const results = (theirs.data as readonly JsonObject[]).filter((row) => !have.has(row['domain'] ?? ''));
      return { ok: true as const, results, units: theirs.units + own.units };
    },
  };
}

/** Without a connection, units or access nothing is known, and the caller goes on; trouble that passes is tried again. */
function notKnown({ refusal }: Refused): Awaited<ReturnType<SourceMetrics>> {
  const passes = refusal.code === 'rate_limited' || refusal.code === 'unavailable';
  return passes ? { outcome: 'temporary', error: refusal.message } : { outcome: 'not_available' };
}

const plain = (url: string): string => url.replace(/^https?:\/\//, '');

/** Of a link that is there, Ahrefs' last visit; of a lost one, when it saw it last. */
function seenAt(row: Readonly<Record<string, unknown>> | undefined): Instant | null {
  const text = row?.['last_seen'] ?? row?.['last_visited'];
  return typeof text === 'string' ? parseInstant(text) : null;
}

function verified(link: LinkToVerify, rows: readonly Readonly<Record<string, unknown>>[]): Verified {
  const row = rows.find((each) => plain(String(each['url_from'])) === plain(link.source_url));
  const lost = row?.['is_lost'] === true;
  return {
    backlink_id: link.backlink_id,
    verified: row !== undefined && !lost,
    last_seen: seenAt(row),
    lost,
    lost_reason: lost ? String(row?.['lost_reason'] ?? 'unknown') : null,
  };
}
