import type { Cents } from '#domain/kernel/money';
import type { Day } from '#domain/kernel/time';
import type { ContractHistory } from '#domain/services/service-month';
import type { GoalShown } from './report-data.ts';
import type { ReportType } from './report-document.ts';
import type { LinkShown, OrderShown } from './shown-links.ts';
import type { Windows } from './windows.ts';

/** Of a period, the one before and the same one a year before. */
export type Three<T> = { readonly now: T; readonly before: T; readonly year: T };

export type Found = { readonly clicks: number; readonly impressions: number };
export type SearchDay = Found & {
  readonly date: Day;
  /** Average position, weighted by impressions. */
  readonly position: number;
  readonly brand_clicks: number | null;
  readonly devices: readonly (Found & { readonly device: string })[];
};
export type SearchDetail = {
  readonly date: Day;
  readonly queries: readonly (Found & { readonly query: string; readonly position: number })[];
  readonly pages: readonly (Found & { readonly page: string; readonly position: number | null })[];
  readonly countries: readonly (Found & { readonly country: string; readonly position: number | null })[];
};
export type KeywordSeen = {
  readonly keyword: string;
  readonly position: number;
  readonly date: Day;
  readonly source: 'gsc' | 'ahrefs';
};
export type Conversion = {
  readonly date: Day;
  readonly goal: string;
  readonly channel: string | null;
  readonly count: number;
  readonly value: Cents | null;
  readonly currency: string;
};
export type Article = {
  readonly content_id: number;
  readonly date: Day;
  readonly type: string;
  readonly title: string | null;
  readonly url: string | null;
  readonly words: number | null;
  readonly images: number | null;
};
export type UrlVerdict = {
  readonly url: string;
  readonly verdict: 'indexed' | 'pending' | 'error';
  readonly coverage_state: string | null;
  readonly date: Day;
};
/** Something of ours that was done on a day. */
export type Work = {
  readonly kind: 'article' | 'link_live' | 'link_replaced' | 'page_indexed' | 'schema' | 'technical';
  readonly date: Day;
  readonly title: string;
  readonly url: string | null;
  /** Pages that got schema; of everything else 1. */
  readonly count: number;
};
export type LinkHappening = { readonly date: Day; readonly backlink_id: number };
export type DeliveredLink = LinkHappening & { readonly price: Cents; readonly replacement: boolean };
export type DomainSnapshot = {
  readonly date: Day;
  readonly domain_rating: number | null;
  readonly referring_domains: number | null;
};
export type Engagement = { readonly likes: number; readonly comments: number; readonly shares: number };
export type SocialPost = {
  readonly post_id: number;
  readonly platform: string;
  readonly text: string | null;
  readonly url: string | null;
  readonly date: Day;
};
/** What a post gained within a period. */
export type PostGain = SocialPost & Engagement;
export type Health = {
  readonly date: Day;
  readonly completion: number;
  readonly authority_score: number;
  readonly clusters: readonly { readonly name: string; readonly status: string }[];
  readonly gaps: readonly string[];
};
/** Something that waits for the client: a yes or a no, or the answers of a brief. */
export type Approval = {
  readonly what: 'blueprint' | 'content' | 'order' | 'placement' | 'brief';
  readonly id: number;
  readonly title: string | null;
  readonly since: Day;
};
export type Planned = { readonly title: string; readonly on: Day | null };

/** All that a report's data follow from: what was known at a position of the log, and nothing else. */
export type ReportInputs = {
  readonly type: ReportType;
  readonly windows: Windows;
  readonly paused: readonly Day[];
  /** Null where nothing was ever told of it. */
  readonly connected: boolean | null;
  readonly subscription: {
    readonly tier: 'lite' | 'pro';
    readonly history: ContractHistory;
    readonly monthly_budget: Cents;
    readonly backlinks: boolean;
    readonly social: boolean;
    readonly search_console: boolean;
  } | null;
  readonly search: Three<readonly SearchDay[]>;
  readonly details: Pick<Three<readonly SearchDetail[]>, 'now' | 'before'>;
  readonly keywords: Pick<Three<readonly KeywordSeen[]>, 'now' | 'before'>;
  readonly conversions: Three<readonly Conversion[]>;
  readonly articles: Three<readonly Article[]>;
  readonly urls: Three<readonly UrlVerdict[]>;
  readonly work: readonly Work[];
  readonly went_live: Three<readonly LinkHappening[]>;
  readonly lost: Three<readonly LinkHappening[]>;
  readonly delivered: Three<readonly DeliveredLink[]>;
  /** At the end of each period; null where there was never a link. */
  readonly links_live: Three<number | null>;
  /** Those that something happened to in the period, and those whose replacement is owed. */
  readonly links: readonly LinkShown[];
  readonly orders: readonly OrderShown[];
  readonly domain: Three<DomainSnapshot | null>;
  readonly posts: Pick<Three<readonly SocialPost[]>, 'now' | 'before'>;
  readonly gains: Pick<Three<readonly PostGain[]>, 'now' | 'before'>;
  readonly health: Three<Health | null>;
  readonly approvals: readonly Approval[];
  readonly queued: readonly Planned[];
  readonly targets: readonly (Planned & { readonly anchor: string })[];
  readonly goals: readonly (GoalShown & { readonly met_on: Day | null })[];
  readonly annotations: readonly { readonly date: Day; readonly text: string }[];
};
