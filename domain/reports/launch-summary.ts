import { sentences } from '#domain/kernel/sentence';
import { counted } from '#domain/kernel/words';
import type { AnnouncementCopyEvent, AnnouncementEvent, AnnouncementProgressEvent } from './announcement.ts';
import type { AnnouncementMailingEvent } from './announcement-mailing.ts';
import type { LaunchEvent } from './launch.ts';

type Told =
  | AnnouncementEvent
  | AnnouncementCopyEvent
  | AnnouncementProgressEvent
  | AnnouncementMailingEvent
  | LaunchEvent;
const spoken = (name: string): string => name.replaceAll('_', ' ');

/** One sentence for people about an event of the launch; null for events that are not told. */
export const summarizeLaunch = sentences<Told>((event) => {
  switch (event.type) {
    case 'AnnouncementDrafted':
      return `An announcement was drafted in ${counted(Object.keys(event.data.texts).length, 'language')}.`;
    case 'AnnouncementStarted':
      return 'An announcement began to be sent.';
    case 'AnnouncementStopped':
      return 'An announcement was stopped.';
    case 'AnnouncementAddressed':
      return `An announcement was addressed to user ${event.data.user_id}.`;
    case 'AnnouncementAllAddressed':
      return `An announcement was addressed to all, ${event.data.addressed} in number.`;
    case 'AnnouncementCopySettled':
      return `The copy of an announcement for user ${event.data.user_id}: ${spoken(event.data.outcome)}.`;
    case 'AnnouncementsUnsubscribed':
      return 'Somebody wants no more announcements.';
    case 'AnnouncementsResubscribed':
      return 'Somebody wants announcements again.';
    case 'LaunchStepConfirmed':
      return `Of the launch, ${spoken(event.data.step)} was said to be done.`;
    case 'LaunchStepWithdrawn':
      return `Of the launch, ${spoken(event.data.step)} was taken back.`;
    default:
      return null;
  }
});
