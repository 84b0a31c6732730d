import type { Language } from '#domain/kernel/language';
import { type Formats, formatsOf, isRightToLeft } from '#domain/reports/language/formats';

const MARKS = /[\u200e\u200f\u061c]/g;
/** A figure among words written from the right: from the left by itself, so that its sign and currency stay where they belong. */
const isolated = (text: string): string => `\u2066${text.replace(MARKS, '')}\u2069`;

/** Numbers and days as a page has them, where any of them may stand within a sentence. */
export function pageFormats(language: Language): Formats {
  const formats = formatsOf(language);
  if (!isRightToLeft(language)) return formats;
  return {
    ...formats,
    number: (value, unit) => isolated(formats.number(value, unit)),
    signed: (value, unit) => isolated(formats.signed(value, unit)),
    signedPercent: (percent) => isolated(formats.signedPercent(percent)),
  };
}
