import { accept, type Decider, type DomainEvent, refuse } from '#domain/kernel/decider';
import type { Instant } from '#domain/kernel/time';
import { mayBeSame } from '#domain/log/personal-data';

/** The facts that the platform reports (spec 7.1, ruling 1.29). A fact's name is the type of its event. */
export const FACT_TYPES = [
  'AccountRegistered',
  'AccountPlanChanged',
  'UserRegistered',
  'SiteRegistered',
  'SiteIntegrationConnected',
  'SiteIntegrationDisconnected',
  'BlueprintGenerated',
  'BlueprintApproved',
  'ContentQueued',
  'ArticleAwaitingReview',
  'ArticleReviewed',
  'ArticlePublished',
  'SearchMetricsRecorded',
  'ConversionsRecorded',
  'KeywordRanked',
  'UrlInspected',
  'SocialPostPublished',
  'SocialEngagementMeasured',
  'SiteHealthMeasured',
  'CampaignPlanned',
  'CampaignKpiMeasured',
  'SchemaScanCompleted',
  'TechnicalWorkDone',
  'CostRecorded',
  'FeatureInUse',
  'PluginErrorsReported',
] as const;
export type FactType = (typeof FACT_TYPES)[number];

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type FactData = { readonly [key: string]: Json };

export type OwnerKind = 'account' | 'site' | 'campaign' | 'social_post';
/** Whose fact it is: what must be known before the fact can mean anything. */
export type Owner = { readonly kind: OwnerKind; readonly id: number | string };

export type FactContent = {
  readonly source: string;
  readonly fact_id: string;
  readonly type: FactType;
  readonly time: Instant;
  readonly data: FactData;
};

/** A fact as an event: its type is the fact's, its data what the platform sent. */
export type FactEvent =
  | DomainEvent<FactType, FactData>
  | DomainEvent<'FactHeld', FactContent & { readonly waiting_for: Owner; readonly stream: string }>;

export type FactCommand =
  | {
      readonly type: 'Receive';
      readonly stream: string;
      readonly content: FactContent;
      readonly waitingFor: Owner | null;
      readonly now: Instant;
    }
  | { readonly type: 'Release'; readonly now: Instant };
export type FactRefusal =
  | { readonly code: 'fact_conflict'; readonly message: string }
  | { readonly code: 'not_found'; readonly message: string };

export type Fact =
  | { readonly status: 'none' }
  | { readonly status: 'held'; readonly content: FactContent; readonly waitingFor: Owner }
  | { readonly status: 'applied'; readonly type: FactType; readonly time: Instant; readonly data: FactData };

/** One stream per (source, id): a fact sent again finds itself, other content under the same id is refused. */
export const fact: Decider<FactCommand, Fact, FactEvent, FactRefusal> = {
  initial: { status: 'none' },
  evolve: (_, event): Fact => {
    switch (event.type) {
      case 'FactHeld': {
        const {
          waiting_for,
          stream: _,
          ...content
        } = event.data as FactContent & { waiting_for: Owner; stream: string };
        return { status: 'held', content, waitingFor: waiting_for };
      }
      case 'AccountRegistered':
      case 'AccountPlanChanged':
      case 'UserRegistered':
      case 'SiteRegistered':
      case 'SiteIntegrationConnected':
      case 'SiteIntegrationDisconnected':
      case 'BlueprintGenerated':
      case 'BlueprintApproved':
      case 'ContentQueued':
      case 'ArticleAwaitingReview':
      case 'ArticleReviewed':
      case 'ArticlePublished':
      case 'SearchMetricsRecorded':
      case 'ConversionsRecorded':
      case 'KeywordRanked':
      case 'UrlInspected':
      case 'SocialPostPublished':
      case 'SocialEngagementMeasured':
      case 'SiteHealthMeasured':
      case 'CampaignPlanned':
      case 'CampaignKpiMeasured':
      case 'SchemaScanCompleted':
      case 'TechnicalWorkDone':
      case 'CostRecorded':
      case 'FeatureInUse':
      case 'PluginErrorsReported':
        return { status: 'applied', type: event.type, time: event.at, data: event.data as FactData };
    }
  },
  decide: (command, state) => {
    if (command.type === 'Release') {
      if (state.status === 'none') return refuse({ code: 'not_found', message: 'no such fact' });
      if (state.status === 'applied') return accept();
      return accept<FactEvent>({ type: state.content.type, at: state.content.time, data: state.content.data });
    }
    const { content, waitingFor } = command;
    const known = state.status === 'held' ? state.content : state.status === 'applied' ? state : null;
    if (known) {
      const same = known.type === content.type && known.time === content.time && sameJson(known.data, content.data);
      return same
        ? accept()
        : refuse({ code: 'fact_conflict', message: `fact ${content.fact_id} was received before with other content` });
    }
    return waitingFor
      ? accept<FactEvent>({
          type: 'FactHeld',
          at: content.time,
          data: { ...content, waiting_for: waitingFor, stream: command.stream },
        })
      : accept<FactEvent>({ type: content.type, at: content.time, data: content.data });
  },
};

/** Who must be known before a fact of that type applies; null where it introduces its own subject. */
export function ownerOf(type: FactType, data: FactData): Owner | null {
  switch (type) {
    case 'AccountRegistered':
    case 'PluginErrorsReported':
      return null;
    case 'AccountPlanChanged':
    case 'UserRegistered':
    case 'SiteRegistered':
    case 'FeatureInUse':
    case 'CostRecorded':
      return { kind: 'account', id: data.account_id as number };
    case 'CampaignKpiMeasured':
      return { kind: 'campaign', id: data.campaign_id as number };
    case 'SocialEngagementMeasured':
      return { kind: 'social_post', id: data.post_id as number };
    default:
      return { kind: 'site', id: data.site_id as number };
  }
}

/** What a fact makes known, so that facts held for it can be released. */
export function introduces(type: string, data: FactData): Owner | null {
  if (type === 'AccountRegistered') return { kind: 'account', id: data.account_id as number };
  if (type === 'SiteRegistered') return { kind: 'site', id: data.site_id as number };
  if (type === 'CampaignPlanned') return { kind: 'campaign', id: data.campaign_id as number };
  if (type === 'SocialPostPublished') return { kind: 'social_post', id: data.post_id as number };
  return null;
}

/** What a fact's own thing is named by, and what else tells two things of one type apart. */
const THINGS = ['content_id', 'post_id', 'campaign_id', 'blueprint_id'];
const DIMENSIONS = ['account_id', 'site_id', 'date', 'url', 'keyword', 'source', 'goal', 'channel', 'feature', 'month'];

/** What a fact speaks of: of two that speak of the same the later one has the last word. Null where each stands for itself. */
export function factSubject(type: FactType, data: FactData): string | null {
  if (type === 'CostRecorded' || type === 'TechnicalWorkDone' || type === 'PluginErrorsReported') return null;
  const thing = THINGS.find((name) => data[name] !== undefined);
  return thing === undefined
    ? JSON.stringify([type, ...DIMENSIONS.map((name) => data[name] ?? null)])
    : JSON.stringify([thing, data[thing]]);
}

/** One text for an owner, by which facts that wait for it are found: `site-12`. */
export const factOwnerKey = ({ kind, id }: Owner): string => `${kind}-${id}`;

/** Equal as JSON, whatever the order of the keys. */
export function sameJson(a: Json | undefined, b: Json | undefined): boolean {
  if (a === b) return true;
  if (typeof a === 'string' && typeof b === 'string') return mayBeSame(a, b);
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [left, right] = [a as FactData, b as FactData];
  const keys = Object.keys(left);
  return (
    keys.length === Object.keys(right).length &&
    keys.every((key) => Object.hasOwn(right, key) && sameJson(left[key], right[key]))
  );
}
