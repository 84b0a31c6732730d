import type { Language } from '#domain/kernel/language';
import { letter, type MailText } from '#domain/platform/mail-template';
import type { AnnouncementText } from './announcement.ts';
import { ANNOUNCEMENT_WORDS } from './announcement-words.ts';

/** An announcement as somebody gets it: its paragraphs, and how to get no more of them. */
export function announcementLetter(
  { subject, text }: AnnouncementText,
  of: { readonly language: Language; readonly brand: string; readonly unsubscribe: string },
): MailText {
  const paragraphs = text
    .split(/\n\s*\n/)
    .map((each) => each.trim())
    .filter((each) => each !== '');
  const why = ANNOUNCEMENT_WORDS[of.language].why.replace('{brand}', () => of.brand);
  return letter(subject, [...paragraphs, why, of.unsubscribe], of.language);
}
