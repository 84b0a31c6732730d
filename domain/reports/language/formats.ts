import type { Zone } from '#domain/kernel/calendar';
import type { Day, Instant } from '#domain/kernel/time';
import type { Unit } from '../report-data.ts';
import type { Language } from '../report-document.ts';

/** English writes its numbers as the currency's country does, and its days with the day first. Arabic prints Latin digits. */
const NUMBERS: { readonly [L in Language]: string } = {
  en: 'en-US',
  de: 'de-DE',
  fr: 'fr-FR',
  es: 'es-ES',
  pt: 'pt-PT',
  it: 'it-IT',
  nl: 'nl-NL',
  pl: 'pl-PL',
  ar: 'ar-u-nu-latn',
  ja: 'ja-JP',
};
const DATES: { readonly [L in Language]: string } = { ...NUMBERS, en: 'en-GB', ar: 'ar-u-nu-latn-ca-gregory' };

export const isRightToLeft = (language: Language): boolean => language === 'ar';

/** Numbers, money and days as that language writes them. */
export type Formats = {
  /** A value of that unit; `usd` takes decimal text of dollars, `percent` hundredths of one. */
  number(value: number | string, unit: Unit): string;
  /** With its sign, unless it is zero. */
  signed(value: number | string, unit: Unit): string;
  /** Hundredths of one, with its sign: `+12.5%`. */
  signedPercent(percent: number): string;
  /** A rate in percent, as decimal text, with all its decimals: `8.875%`. */
  rate(percent: string): string;
  /** Short enough for an axis: `12K`. */
  axis(value: number, unit: Unit): string;
  day(day: Day): string;
  /** Without its year: `3 Oct`. */
  shortDay(day: Day): string;
  month(month: string): string;
  /** `Oct`, or with its year `Oct 2026`. */
  shortMonth(month: string, withYear: boolean): string;
  /** By the month's name where they are a whole one. */
  period(days: readonly [Day, Day]): string;
  range(days: readonly [Day, Day]): string;
  /** A moment on the clock of that zone, with the zone's name. */
  moment(at: Instant, zone: Zone): string;
  list(items: readonly string[]): string;
};

const DIGITS: { readonly [U in Unit]: number } = { count: 0, words: 0, score: 1, position: 1, percent: 1, usd: 2 };
const known = new Map<Language, Formats>();

export function formatsOf(language: Language): Formats {
  const found = known.get(language) ?? formatsAnew(language);
  known.set(language, found);
  return found;
}

function numbersOf(language: Language, unit: Unit, more: Intl.NumberFormatOptions = {}): Intl.NumberFormat {
  const style: Intl.NumberFormatOptions =
    unit === 'usd'
      ? { style: 'currency', currency: 'USD' }
      : {
          maximumFractionDigits: DIGITS[unit],
          minimumFractionDigits: unit === 'position' ? 1 : 0,
          ...(unit === 'percent' ? { style: 'percent' } : {}),
        };
  return new Intl.NumberFormat(NUMBERS[language], { ...style, ...more });
}
const scaled = (value: number | string, unit: Unit): number => Number(value) / (unit === 'percent' ? 100 : 1);
const UNITS: readonly Unit[] = ['count', 'percent', 'position', 'score', 'usd', 'words'];
/** As wide as a plus. */
const MINUS = '−';
/** French groups digits with a narrow space that does not break; the fonts of reports have the wide one alone. */
const onPaper = (text: string): string => text.replaceAll('\u202f', '\u00a0');

/** Days of a language: alone, and from one to another. */
type Dates = { format(at: number): string; formatRange(from: number, to: number): string };
/** In French the first of a month is an ordinal, which `Intl` writes like every other day. */
const DAY_ONE: { readonly [L in Language]?: string } = { fr: '1er' };
function datesOf(language: Language, options: Intl.DateTimeFormatOptions): Dates {
  const formats = new Intl.DateTimeFormat(DATES[language], options);
  const first = DAY_ONE[language] ?? '1';
  const written = (parts: readonly Intl.DateTimeFormatPart[]): string =>
    onPaper(parts.map(({ type, value }) => (type === 'day' && value === '1' ? first : value)).join(''));
  return {
    format: (at) => written(formats.formatToParts(at)),
    formatRange: (from, to) => written(formats.formatRangeToParts(from, to)),
  };
}
const SIGNED = { signDisplay: 'exceptZero' } as const;
const COMPACT = { notation: 'compact', minimumFractionDigits: 0, maximumFractionDigits: 2 } as const;

function formatsAnew(language: Language): Formats {
  const each = (more?: Intl.NumberFormatOptions) =>
    new Map(UNITS.map((unit) => [unit, numbersOf(language, unit, more)] as const));
  const [plain, signed, compact] = [each(), each(SIGNED), each(COMPACT)];
  const written = (formats: typeof plain, value: number | string, unit: Unit): string =>
    onPaper(formats.get(unit)?.format(scaled(value, unit)) ?? '').replace(/-(?=\d)/, MINUS);
  const dates = (options: Intl.DateTimeFormatOptions) => datesOf(language, { timeZone: 'UTC', ...options });
  const long = dates({ day: 'numeric', month: 'short', year: 'numeric' });
  const short = dates({ day: 'numeric', month: 'short' });
  const month = dates({ month: 'long', year: 'numeric' });
  const shortMonth = dates({ month: 'short' });
  const monthYear = dates({ month: 'short', year: 'numeric' });
  const rates = new Intl.NumberFormat(NUMBERS[language], { style: 'percent', maximumFractionDigits: 4 });
  const lists = new Intl.ListFormat(language, { type: 'conjunction' });
  const at = (day: string): number => Date.parse(`${day.length === 7 ? `${day}-01` : day}T00:00:00Z`);
  const range = ([from, to]: readonly [Day, Day]): string =>
    from === to ? long.format(at(from)) : long.formatRange(at(from), at(to));
  return {
    number: (value, unit) => written(plain, value, unit),
    signed: (value, unit) => written(signed, value, unit),
    signedPercent: (percent) => written(signed, percent, 'percent'),
    rate: (percent) => onPaper(rates.format(Number(percent) / 100)),
    axis: (value, unit) => written(compact, value, unit),
    day: (day) => long.format(at(day)),
    shortDay: (day) => short.format(at(day)),
    month: (name) => month.format(at(name)),
    shortMonth: (name, withYear) => (withYear ? monthYear : shortMonth).format(at(name)),
    period: ([from, to]) => (isWholeMonth(from, to) ? monthYear.format(at(from)) : range([from, to])),
    range,
    moment: (instant, zone) =>
      datesOf(language, {
        timeZone: zone,
        day: 'numeric',
        month: 'short',
        year: 'numeric',
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23',
        timeZoneName: 'short',
      }).format(Date.parse(instant)),
    list: (items) => lists.format(items),
  };
}

const DAY_MS = 86_400_000;
const isWholeMonth = (from: Day, to: Day): boolean =>
  from.endsWith('-01') &&
  from.slice(0, 7) === to.slice(0, 7) &&
  new Date(Date.parse(`${to}T00:00:00Z`) + DAY_MS).getUTCDate() === 1;
