import type { DomainEvent } from '#domain/kernel/decider';
import type { Instant } from '#domain/kernel/time';

type OfSite = { readonly site_id: number };

/** What is read here of what the platform reports, by the type of the fact. */
export type FactDataByType = {
  readonly AccountRegistered: {
    readonly account_id: number;
    readonly name: string;
    readonly email: string;
    readonly plan: string;
    readonly kind?: 'client' | 'agency' | undefined;
    readonly parent_account_id?: number | undefined;
  };
  readonly AccountPlanChanged: { readonly account_id: number; readonly plan: string };
  readonly UserRegistered: {
    readonly user_id: number;
    readonly account_id: number;
    readonly name: string;
    readonly email: string;
  };
  readonly SiteRegistered: OfSite & {
    readonly account_id: number;
    readonly domain: string;
    readonly name?: string | undefined;
    readonly sector_id?: number | undefined;
    readonly niche?: string | undefined;
  };
  readonly SiteIntegrationConnected: OfSite & { readonly plugin_version?: string | undefined };
  readonly SiteIntegrationDisconnected: OfSite;
  readonly BlueprintGenerated: OfSite & { readonly blueprint_id: number };
  readonly BlueprintApproved: OfSite & { readonly blueprint_id: number };
  readonly ArticlePublished: OfSite & { readonly content_id: number; readonly published_at: Instant };
};

/** A fact as an event, with the data that its schema let in. */
export type FactTold<T extends keyof FactDataByType> = { [P in T]: DomainEvent<P, FactDataByType[P]> }[T];
