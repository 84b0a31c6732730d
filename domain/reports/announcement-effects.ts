import { effectKind } from '#domain/kernel/effect-kind';
import type { AccountId, AnnouncementId, UserId } from '#domain/kernel/ids';
import type { CopyOutcome } from './announcement.ts';

type OfAnnouncement = { readonly announcement_id: AnnouncementId };

/** Addresses the next users after that one. */
export const addressAnnouncement = effectKind('address_announcement')<
  OfAnnouncement & { readonly after: number; readonly addressed: number },
  { readonly last: number; readonly addressed: number; readonly more: boolean }
>();
/** One copy, to one person. What is not sent for a reason of theirs or ours has been seen to as well. */
export const announcementMail = effectKind('announcement_mail')<
  OfAnnouncement & { readonly user_id: UserId; readonly account_id: AccountId; readonly address_key: string },
  { readonly outcome?: CopyOutcome; readonly message_id?: string }
>();
