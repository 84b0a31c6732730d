import { accept, type Decider, type DomainEvent } from '#domain/kernel/decider';
import type { Instant } from '#domain/kernel/time';

/** `address_key` is a keyed hash: it tells nothing of the address, and outlives its erasure. */
type Of<Type extends string> = DomainEvent<Type, { readonly address_key: string }>;
export type AnnouncementMailingEvent = Of<'AnnouncementsUnsubscribed'> | Of<'AnnouncementsResubscribed'>;
export type AnnouncementMailing = { readonly unsubscribedAt: Instant | null };
export type AnnouncementMailingCommand = {
  readonly type: 'Unsubscribe' | 'Resubscribe';
  readonly key: string;
  readonly now: Instant;
};

/** Whether somebody wants announcements: a topic of its own, whatever they want of reports. */
export const announcementMailing: Decider<
  AnnouncementMailingCommand,
  AnnouncementMailing,
  AnnouncementMailingEvent,
  never
> = {
  initial: { unsubscribedAt: null },
  evolve: (_, { type, at }) => ({ unsubscribedAt: type === 'AnnouncementsUnsubscribed' ? at : null }),
  decide: ({ type, key: address_key, now: at }, { unsubscribedAt }) => {
    const wanted = type === 'Resubscribe';
    if (wanted === (unsubscribedAt === null)) return accept();
    return accept<AnnouncementMailingEvent>({
      type: wanted ? 'AnnouncementsResubscribed' : 'AnnouncementsUnsubscribed',
      at,
      data: { address_key },
    });
  },
};
