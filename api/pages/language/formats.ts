import type { Language } from '#domain/kernel/language';
import { type Formats, formatsOf, isRightToLeft } from '#domain/reports/language/formats';

/** From a left-to-right isolate to its end, without marks of its own. */
const leftToRight = (text: string): string => `\u2066${text.replaceAll(/[\u200e\u200f]/g, '')}\u2069`;

/** As reports write them; where the language runs to the left, the sign of an amount and its currency stay on their sides of it. */
export function pageFormats(language: Language): Formats {
  const formats = formatsOf(language);
  if (!isRightToLeft(language)) return formats;
  return {
    ...formats,
    number: (value, unit) => (unit === 'usd' ? leftToRight(formats.number(value, unit)) : formats.number(value, unit)),
    signed: (value, unit) => (unit === 'usd' ? leftToRight(formats.signed(value, unit)) : formats.signed(value, unit)),
  };
}
