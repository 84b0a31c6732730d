import type { DomainEvent } from '#domain/kernel/decider';

/** Written by the saga that tells IndexNow of a client's new article, into its own stream; `error` says why not. */
export type ArticlePingEvent = DomainEvent<
  'ArticlePinged',
  {
    readonly site_id: number;
    readonly content_id: number;
    readonly url: string;
    readonly ok: boolean;
    readonly status: number | null;
    readonly error: string | null;
  }
>;
