import type { DomainEvent } from '#domain/kernel/decider';
import type { AccountId, SiteId } from '#domain/kernel/ids';
import type { FactType } from './fact.ts';

type Of<Type extends FactType, Data = unknown> = DomainEvent<Type, Data>;
type OfSite<Type extends FactType, Data = unknown> = Of<Type, { readonly site_id: SiteId } & Data>;

/** Facts that processes wait for, with the part of their data that those read; the door has checked it. */
export type HeardFact =
  | Of<'AccountRegistered', { readonly account_id: AccountId }>
  | OfSite<'SiteRegistered'>
  | OfSite<'SiteIntegrationConnected'>
  | OfSite<'SiteIntegrationDisconnected'>
  | OfSite<'BlueprintGenerated'>
  | OfSite<'ArticlePublished', { readonly content_id: number; readonly url?: string }>
  | OfSite<'SocialPostPublished', { readonly post_id: number }>
  | OfSite<'CampaignPlanned', { readonly campaign_id: number }>
  | Of<'PluginErrorsReported', { readonly version: string; readonly sites: number; readonly errors: number }>;
export type FactOf<T extends HeardFact['type']> = Extract<HeardFact, { type: T }>;
