import type { Schemas } from '#client/types';
import { LANGUAGES, type Language } from '#domain/kernel/language';
import { OPS_AT, opsCrumb } from './operations-head.tsx';

export type Announcement = Schemas['Announcement'];
export const ANNOUNCEMENTS_AT = `${OPS_AT}announcements/`;
export const announcementAt = (id: number) => `${ANNOUNCEMENTS_AT}${id}/`;
export const announcementCrumbs = [opsCrumb, { label: 'Announcements', href: ANNOUNCEMENTS_AT }];
/** The team reads English. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  en: 'English',
  de: 'German',
  fr: 'French',
  es: 'Spanish',
  pt: 'Portuguese',
  it: 'Italian',
  nl: 'Dutch',
  pl: 'Polish',
  ar: 'Arabic',
  ja: 'Japanese',
};
export const WHITE_LABEL_WORDS = { leave_out: 'Are left out', in_agency_name: 'Are written to in the agency’s name' };
/** The languages that it is written in, in our order. */
export const written = ({ texts }: Announcement): readonly Language[] =>
  LANGUAGES.filter((each) => texts[each] !== undefined);
