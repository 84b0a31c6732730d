import { dayOf, type Zone } from '#domain/kernel/calendar';
import { parseMoney } from '#domain/kernel/money';
import { type Day, firstDay, type Instant, type Month } from '#domain/kernel/time';
import type { FactData, FactEvent } from '#domain/platform/fact';
import type { Found, SearchDetail } from '#domain/reports/report-inputs';
import type { Heard, Projected, ProjectionHandlers } from '#runtime/projection';
import { uuidFrom } from '#runtime/random';
import type { UnitOfWork } from '#runtime/unit-of-work';
import { CONVERSIONS, HAPPENINGS, KEYWORDS, SEARCH_DAYS, SEARCH_DETAILS, type Shown } from './report-facts-tables.ts';
import { happens, standingNow, stands } from './report-standings.ts';

export type CountedFact = Heard<
  FactEvent,
  | 'SearchMetricsRecorded'
  | 'ConversionsRecorded'
  | 'KeywordRanked'
  | 'UrlInspected'
  | 'ArticlePublished'
  | 'ContentQueued'
  | 'ArticleAwaitingReview'
  | 'ArticleReviewed'
  | 'BlueprintGenerated'
  | 'BlueprintApproved'
  | 'SiteIntegrationConnected'
  | 'SiteIntegrationDisconnected'
  | 'SiteHealthMeasured'
  | 'SocialPostPublished'
  | 'SocialEngagementMeasured'
  | 'CampaignPlanned'
  | 'SchemaScanCompleted'
  | 'TechnicalWorkDone'
>;
type Handler = (rows: UnitOfWork, event: Projected<CountedFact>) => Promise<void> | void;
/** A handler of facts whose data the door has checked. */
const of =
  <D extends { readonly site_id: number }>(
    handle: (rows: UnitOfWork, data: D, event: Projected<CountedFact>) => Promise<void> | void,
  ): Handler =>
  (rows, event) =>
    handle(rows, event.data as FactData & D, event);

type Search = Found & {
  readonly site_id: number;
  readonly date: Day;
  readonly position: number;
  readonly brand_clicks?: number;
  readonly by_device?: readonly (Found & { readonly device: string })[];
  readonly top_queries?: SearchDetail['queries'];
  readonly top_pages?: readonly (Found & { readonly page: string; readonly position?: number })[];
  readonly by_country?: readonly (Found & { readonly country: string; readonly position?: number })[];
};
const known = <T extends { readonly position?: number }>(list: readonly T[] = []) =>
  list.map((each) => ({ ...each, position: each.position ?? null }));

const searchMetrics = of<Search>((rows, data, { at, position }) => {
  const key = { position, site_id: data.site_id, day: data.date, at };
  rows.put(SEARCH_DAYS, {
    ...key,
    clicks: data.clicks,
    impressions: data.impressions,
    average_position: String(data.position),
    brand_clicks: data.brand_clicks ?? null,
    devices: data.by_device ?? [],
  });
  rows.put(SEARCH_DETAILS, {
    ...key,
    queries: data.top_queries ?? [],
    pages: known(data.top_pages),
    countries: known(data.by_country),
  });
});

type Converted = {
  readonly site_id: number;
  readonly date: Day;
  readonly goal: string;
  readonly count: number;
  readonly value?: string | number;
  readonly currency?: string;
  readonly channel?: string;
};
const conversions = of<Converted>((rows, data, { at, position }) =>
  rows.put(CONVERSIONS, {
    position,
    site_id: data.site_id,
    day: data.date,
    at,
    goal: data.goal,
    channel: data.channel ?? null,
    count: data.count,
    value_cents: data.value === undefined ? null : parseMoney(String(data.value)),
    currency: data.currency ?? 'USD',
  }),
);

type Ranked = {
  readonly site_id: number;
  readonly keyword: string;
  readonly position: number;
  readonly date: Day;
  readonly source: 'gsc' | 'ahrefs';
};
const keywordRanked = of<Ranked>((rows, data, { at, position }) =>
  rows.put(KEYWORDS, {
    position,
    site_id: data.site_id,
    day: data.date,
    at,
    keyword: data.keyword,
    place: String(data.position),
    source: data.source,
  }),
);

/** Those of a zone: days of instants are days there. */
export function factHandlers(zone: Zone): ProjectionHandlers<CountedFact> {
  const approval = (siteId: number, subject: string, open: boolean, value: Shown) => ({
    siteId,
    kind: 'approval' as const,
    subject,
    open,
    value,
  });
  const connection = (connected: boolean) =>
    of((rows, data, event) =>
      stands(rows, zone, event, { siteId: data.site_id, kind: 'connection', subject: '', value: { connected } }),
    );
  return {
    SearchMetricsRecorded: searchMetrics,
    ConversionsRecorded: conversions,
    KeywordRanked: keywordRanked,
    SiteIntegrationConnected: connection(true),
    SiteIntegrationDisconnected: connection(false),
    UrlInspected: of<{ site_id: number; url: string; verdict: string; coverage_state?: string }>(
      async (rows, data, event) => {
        const { site_id: siteId, url, verdict, coverage_state = null } = data;
        const subject = uuidFrom(url);
        const before = await standingNow(rows, { siteId, kind: 'url', subject });
        // A page that is indexed when it is first looked at may have been so for long.
        const newly = before !== undefined && before.at <= event.at && before.value['verdict'] !== 'indexed';
        if (verdict === 'indexed' && newly)
          happens(rows, zone, event, { siteId, kind: 'page_indexed', subject, value: { url } });
        await stands(rows, zone, event, { siteId, kind: 'url', subject, value: { url, verdict, coverage_state } });
      },
    ),
    ArticlePublished: of<{
      site_id: number;
      content_id: number;
      published_at: Instant;
      type: string;
      title?: string;
      url?: string;
      words?: number;
      images?: number;
    }>(async (rows, data, event) => {
      const { site_id: siteId, content_id: id } = data;
      // An article counts once, however often it is reported, on the day that was reported first.
      const found = await rows.find(HAPPENINGS, { site_id: siteId, kind: 'article', subject: String(id) });
      if (found.length > 0) return;
      const { type, title = null, url = null, words = null, images = null, published_at: at } = data;
      const value = { content_id: id, type, title, url, words, images };
      happens(rows, zone, event, { siteId, kind: 'article', subject: id, value, day: dayOf(at, zone) });
      await stands(rows, zone, event, approval(siteId, `content-${id}`, false, {}));
    }),
    ContentQueued: of<{ site_id: number; content_id: number; title: string; planned_for?: string }>(
      (rows, data, event) => {
        const { site_id: siteId, content_id: subject, title, planned_for: on } = data;
        const day = on === undefined ? null : on.length === 10 ? (on as Day) : dayOf(on as Instant, zone);
        const value = { title, on: day };
        happens(rows, zone, event, {
          siteId,
          kind: day === null ? 'queued_unplanned' : 'queued',
          subject,
          value,
          ...(day === null ? {} : { day }),
        });
      },
    ),
    ArticleAwaitingReview: of<{ site_id: number; content_id: number; title?: string }>((rows, data, event) =>
      stands(
        rows,
        zone,
        event,
        approval(data.site_id, `content-${data.content_id}`, true, {
          what: 'content',
          id: data.content_id,
          title: data.title ?? null,
        }),
      ),
    ),
    ArticleReviewed: of<{ site_id: number; content_id: number }>((rows, data, event) =>
      stands(rows, zone, event, approval(data.site_id, `content-${data.content_id}`, false, {})),
    ),
    BlueprintGenerated: of<{ site_id: number; blueprint_id: number }>((rows, data, event) =>
      stands(
        rows,
        zone,
        event,
        approval(data.site_id, 'blueprint', true, { what: 'blueprint', id: data.blueprint_id, title: null }),
      ),
    ),
    BlueprintApproved: of<{ site_id: number; blueprint_id: number }>((rows, data, event) =>
      stands(rows, zone, event, approval(data.site_id, 'blueprint', false, { id: data.blueprint_id })),
    ),
    SiteHealthMeasured: of<{
      site_id: number;
      completion: number;
      authority_score: number;
      clusters: { name: string; status: string }[];
      gaps: unknown[];
    }>((rows, data, event) => {
      const { site_id: siteId, completion, authority_score, clusters } = data;
      const value = { completion, authority_score, clusters, gaps: data.gaps.map(gapText) };
      return stands(rows, zone, event, { siteId, kind: 'health', subject: '', value });
    }),
    SocialPostPublished: of<{
      site_id: number;
      post_id: number;
      platform: string;
      text?: string;
      url?: string;
      published_at: Instant;
    }>(async (rows, data, event) => {
      const { site_id: siteId, post_id, platform, text = null, url = null, published_at: at } = data;
      const found = await rows.find(HAPPENINGS, { site_id: siteId, kind: 'post', subject: String(post_id) });
      if (found.length === 0)
        happens(rows, zone, event, {
          siteId,
          kind: 'post',
          subject: post_id,
          value: { post_id, platform, text, url },
          day: dayOf(at, zone),
        });
    }),
    async SocialEngagementMeasured(rows, event) {
      const data = event.data as FactData & {
        post_id: number;
        likes: number;
        comments: number;
        shares: number;
        measured_at: Instant;
      };
      const siteId = event.metadata.site_id;
      if (siteId === null) return;
      const { post_id: subject, likes, comments, shares } = data;
      const measured = { at: data.measured_at, position: event.position };
      happens(rows, zone, measured, { siteId, kind: 'engagement', subject });
      await stands(rows, zone, measured, {
        siteId,
        kind: 'engagement',
        subject: String(subject),
        value: { likes, comments, shares },
      });
    },
    CampaignPlanned: of<{
      site_id: number;
      campaign_id: number;
      month: Month;
      targets: { page: string; anchor: string; tier: string }[];
    }>((rows, data, event) =>
      happens(rows, zone, event, {
        siteId: data.site_id,
        kind: 'campaign',
        subject: data.campaign_id,
        value: { targets: data.targets },
        day: firstDay(data.month),
      }),
    ),
    SchemaScanCompleted: of<{ site_id: number; pages: number; enhanced: number }>((rows, data, event) => {
      if (data.enhanced > 0)
        happens(rows, zone, event, {
          siteId: data.site_id,
          kind: 'schema',
          subject: '',
          value: { count: data.enhanced },
        });
    }),
    TechnicalWorkDone: of<{ site_id: number; date: Day; kind: string; title: string; url?: string }>(
      (rows, data, event) =>
        happens(rows, zone, event, {
          siteId: data.site_id,
          kind: 'technical',
          subject: data.kind,
          value: { title: data.title, url: data.url ?? null },
          day: data.date,
        }),
    ),
  };
}

/** Gaps are texts, or objects of which one field names them. */
function gapText(gap: unknown): string {
  if (typeof gap === 'string') return gap;
  const { title, name, topic } = gap as { title?: unknown; name?: unknown; topic?: unknown };
  return String(title ?? name ?? topic ?? JSON.stringify(gap)).slice(0, 300);
}
